"""Members of other bodies listed in a line: "Finance Committee: Ann Hale (Chair), Ben Moss".

Source: minutes of governing bodies and councils that agree the membership of their committees for the year.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from sederunt.graph.lexicon import pairs
from sederunt.graph.names import fold
from sederunt.graph.statement import Statement
from sederunt.loaders.context.scene import LISTS, Scene, claim, names_thing, person, thing
from sederunt.loaders.document import Span
from sederunt.loaders.layout.sections import Section
from sederunt.loaders.naming.entries import read_entry
from sederunt.loaders.naming.entry import Entry
from sederunt.loaders.naming.headings import ATTENDANCE, category_of
from sederunt.loaders.naming.people import BRACKET, looks_like_person
from sederunt.loaders.naming.runs import split_names, split_people, split_plural
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
            listed = _people(rest)
            if len(listed) < 2 and not (listed and after):
                continue
            body = thing("Body", found["body"], "members")
            yield names_thing(body, span)
            for entry in listed:
                who = person(entry.name, "members", honorific=entry.honorific)
                yield claim("SITS_ON", who, body, span=span, role=_office(entry), role_text=entry.role_text)


def _people(span: Span) -> list[Entry]:
    """The people of a list; a title that is printed once before all is everybody's: "Cllrs Hale (Ch), Moss and Dunn"."""
    title, names = split_plural(span)
    if not title:
        return [entry for piece in split_people(names) if (entry := read_entry(piece))]
    found = []
    for piece in split_names(names):
        bare = BRACKET.sub("", piece.text).strip(" ,.")
        entry = read_entry(piece)
        if entry is not None and entry.name in bare:
            found.append(replace(entry, honorific=entry.honorific or title))
        elif len(bare.split()) < 4 and looks_like_person(f"{title} {bare}"):
            beside = BRACKET.search(piece.text)
            found.append(Entry(bare, piece, honorific=title, initials=beside[1] if beside else ""))
    return found


def _office(entry: Entry) -> str:
    """The office beside a name, also in letters: "(Ch)"."""
    beside = entry.initials.lower()
    role = entry.role or pairs("loaders", "seat_marks").get(beside, "") or office_of(beside)
    return role if role in ("chair", "vice-chair") else "member"


def _next(text: str, start: int) -> int:
    """Where the next body or duty begins in a line that tells of several: "Hall Committee – Mr Moss; Footpaths – Mrs Hale"; else 0."""
    return next((n.start() for n in _OTHER.finditer(text, start) if not looks_like_person(n["label"])), 0)


_OTHER = re.compile(r";\s*(?P<label>[A-Z][^;,:–]{2,70}?)(?:\s[–-]\s|:\s)")


def _is_listed(section: Section, label: str) -> bool:
    """Whether a label under a heading such as "Sub-committees" is the name of one: "Finance and Audit"."""
    heading = fold(section.title).split()[-1:]
    plain = not (is_post(label) or looks_like_person(label) or office_of(label.lower()) or category_of(label))
    return bool(heading) and heading[0] in ("committees", "subcommittees", "panels") and plain
