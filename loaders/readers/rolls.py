"""Members of other bodies listed in a line: "Finance Committee: Ann Hale (Chair), Ben Moss".

Source: minutes of governing bodies and councils that agree the membership of their committees for the year.
"""

import re
from collections.abc import Iterable

from sederunt.graph.names import fold
from sederunt.graph.statement import Statement
from sederunt.loaders.context.scene import LISTS, Scene, claim, names_thing, person, thing
from sederunt.loaders.naming.entries import read_entry
from sederunt.loaders.naming.headings import ATTENDANCE
from sederunt.loaders.naming.runs import split_people
from sederunt.loaders.naming.wording import is_body

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
            if not found or not is_body(found["body"]) or (scene.body and fold(found["body"]) == fold(scene.body.label)):
                continue
            listed = [entry for piece in split_people(span.part(found.end(), len(span.text))) if (entry := read_entry(piece))]
            if len(listed) < 2:
                continue
            body = thing("Body", found["body"], "members")
            yield names_thing(body, span)
            for entry in listed:
                role = entry.role if entry.role in ("chair", "vice-chair") else "member"
                who = person(entry.name, "members", honorific=entry.honorific)
                yield claim("SITS_ON", who, body, span=span, role=role, role_text=entry.role_text)
