"""Members of other bodies listed in a line: "Finance Committee: Ann Hale (Chair), Ben Moss".

Source: minutes of governing bodies and councils that agree the membership of their committees for the year.
"""

import re
from collections.abc import Iterable

from sederunt.graph.names import fold
from sederunt.graph.statement import Statement
from sederunt.loaders.context.scene import LISTS, Scene, claim, names_thing, person, thing
from sederunt.loaders.layout.sections import Section
from sederunt.loaders.naming.entries import read_entry
from sederunt.loaders.naming.headings import ATTENDANCE, category_of
from sederunt.loaders.naming.people import looks_like_person
from sederunt.loaders.naming.runs import split_people
from sederunt.loaders.naming.wording import is_body, is_post
from sederunt.loaders.sentences.relations import office_of

STAGE = LISTS

_ROLL = re.compile(
    r"^(?P<body>[A-Z](?:(?!\b(?:is|are|was|were|compris\w+|consists?|includes?)\b)[^:;.]){4,80}?)\s*(?::|\s[–-]\s)\s*(?=[A-Z])"
)


def read(scene: Scene) -> Iterable[Statement]:
    """Stated memberships of the bodies that are listed with their members."""
    for section in scene.sections:
        if section.category in ATTENDANCE:
            continue
        for span in section.spans:
            found = _ROLL.match(span.text)
            named = found and (is_body(found["body"]) or _is_listed(section, found["body"]))
            if not found or not named or (scene.body and fold(found["body"]) == fold(scene.body.label)):
                continue
            after = _next(span.text, found.end())
            rest = span.part(found.end(), after or len(span.text))
            listed = [entry for piece in split_people(rest) if (entry := read_entry(piece))]
            if len(listed) < 2 and not (listed and after):
                continue
            body = thing("Body", found["body"], "members")
            yield names_thing(body, span)
            for entry in listed:
                role = entry.role if entry.role in ("chair", "vice-chair") else "member"
                who = person(entry.name, "members", honorific=entry.honorific)
                yield claim("SITS_ON", who, body, span=span, role=role, role_text=entry.role_text)


def _next(text: str, start: int) -> int:
    """Where the next body or duty begins in a line that tells of several: "Hall Committee – Mr Moss; Footpaths – Mrs Hale"; else 0."""
    return next((n.start() for n in _OTHER.finditer(text, start) if not looks_like_person(n["label"])), 0)


_OTHER = re.compile(r";\s*(?P<label>[A-Z][^;,:–]{2,70}?)(?:\s[–-]\s|:\s)")


def _is_listed(section: Section, label: str) -> bool:
    """Whether a label under a heading such as "Sub-committees" is the name of one: "Finance and Audit"."""
    heading = fold(section.title).split()[-1:]
    plain = not (is_post(label) or looks_like_person(label) or office_of(label.lower()) or category_of(label))
    return bool(heading) and heading[0] in ("committees", "subcommittees", "panels") and plain
