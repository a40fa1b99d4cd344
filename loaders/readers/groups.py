"""Who was put on a group that an item of minutes is about: its members under "Members:" or in the lines below its name.

Source: an item "Dredging Working Group" with "Members: Ann Hale, Ben Moss", or with "Members:" over a name a line; "Membership of the
Finance Committee" over names; several groups under one item, each with its members.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from sederunt.graph.kinds import BODY
from sederunt.graph.names import fold
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.scene import LISTS, Scene, claim, names_thing, person, thing
from sederunt.loaders.document import Span
from sederunt.loaders.layout.sections import ITEM, TOPIC, Section
from sederunt.loaders.layout.unheaded import names_people
from sederunt.loaders.naming.entries import read_entry
from sederunt.loaders.naming.entry import Entry
from sederunt.loaders.naming.headings import category_of
from sederunt.loaders.naming.runs import split_people
from sederunt.loaders.naming.wording import is_body
from sederunt.loaders.sentences.phrases import find_names

STAGE = LISTS

_LABEL = re.compile(r"(?P<words>[A-Z][^:.]{4,60}?)\s*(?::\s*|$)")
_OFFICES = ("chair", "vice-chair")
_FEWEST = 2


def read(scene: Scene) -> Iterable[Statement]:
    """The seats of those who are listed as members of a body other than the one that meets."""
    if scene.meeting is None:
        return
    for section in scene.sections:
        if section.category in (ITEM, TOPIC):
            for body, listed in _groups(section):
                if scene.body is None or fold(body.label) != fold(scene.body.label):
                    yield from _claims(body, listed)


def _claims(body: Mention, listed: list[Entry]) -> Iterator[Statement]:
    yield names_thing(body, listed[0].span)
    for entry in listed:
        role = entry.role if entry.role in _OFFICES else "member"
        who = person(entry.name, "members", honorific=entry.honorific, initials=entry.initials)
        yield claim("SITS_ON", who, body, span=entry.span, role=role, role_text=entry.role_text)


def _groups(section: Section) -> Iterator[tuple[Mention, list[Entry]]]:
    """Each group of an item with those who are listed as its members."""
    body = _body(section.title)
    spans = section.spans
    if body is not None and category_of(section.title.split(" of ")[0]) == "members" and (listed := _below(spans)):
        yield body, listed
        return
    for at, span in enumerate(spans):
        label = _LABEL.match(span.text)
        if label is None:
            continue
        if is_body(label["words"]) and label.end() == len(span.text):
            body = _body(label["words"]) or body
        elif body is not None and category_of(label["words"]) == "members":
            rest = span.part(label.end(), len(span.text))
            if listed := _people(rest) if rest else _below(spans[at + 1 :]):
                yield body, listed


def _body(title: str) -> Mention | None:
    """The only body that a title names."""
    named = [phrase.text for phrase in find_names(title) if phrase.kind == BODY]
    return thing("Body", named[0], "members") if len(named) == 1 else None


def _below(spans: list[Span]) -> list[Entry]:
    """Those whom the next lines name, one a line, up to the first that does not."""
    listed = takewhile(
        lambda entry: entry is not None, (read_entry(span) if names_people(span) == 1 else None for span in spans)
    )
    found = [entry for entry in listed if entry is not None]
    return found if len(found) >= _FEWEST else _people(spans[0]) if spans else []


def _people(span: Span) -> list[Entry]:
    """Those whom a line of names names; none where anything else stands in it."""
    pieces = split_people(span)
    found = [entry for piece in pieces if (entry := read_entry(piece)) is not None]
    return found if len(found) == len(pieces) >= _FEWEST else []
