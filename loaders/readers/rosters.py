"""Who sits on a body, listed on a page without a meeting: names one a line under the body's name or under "Members".

Source: terms of reference ("Group membership:", then names with their posts), pages on a commission ("Chair: …", "Vice-Chair: …", a
name a line, "Vacancy"), pages of committees with a heading and a list for each.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sederunt.graph.kinds import BODY
from sederunt.graph.names import fold
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.document import Block, Shape, Span
from sederunt.loaders.entries import Entry, read_entry
from sederunt.loaders.headings import ATTENDANCE, category_of
from sederunt.loaders.people import looks_like_person, surely_person
from sederunt.loaders.phrases import find_names
from sederunt.loaders.relations import office_of
from sederunt.loaders.runs import split_people, split_plural
from sederunt.loaders.scene import LISTS, Scene, claim, names_thing, person, thing, title_claims
from sederunt.loaders.seats import is_vacant
from sederunt.loaders.titles import read_title
from sederunt.loaders.wording import is_body, is_post

STAGE = LISTS

_MARK = re.compile(r"^(?:[•·▪●○◦*–—-]|\(?[a-z0-9]{1,2}[.)])\s+")
_LABEL = re.compile(r"^(?P<role>[A-Za-z]+(?:[ -][A-Za-z]+)?)(?:\s*:\s*|\s+[–-]\s+|\s+)(?=[A-Z])")
_OF_MEMBERS = re.compile(
    r"\b(?:members?|membership|composition|councillors|trustees|governors|commissioners|directors|representatives)\b",
    re.IGNORECASE,
)
_OF_MEETINGS = frozenset(ATTENDANCE) - {"members", "chair", "clerk"}
_TITLE = 6
"""A heading that is a body's name has at most so many words."""

_FEWEST = 3
"""A list under a heading that does not speak of members needs so many names."""


@dataclass
class Roster:
    """A heading and those who are listed under it, each with an office."""

    heading: Block | None = None
    listed: list[tuple[Entry, str]] = field(default_factory=list)


def read(scene: Scene) -> Iterable[Statement]:
    """The members of the bodies whose members are listed, with their offices and what else is printed beside them."""
    if scene.meeting is not None or scene.document.slides:
        return
    last = scene.body
    for roster in _rosters(scene.document.blocks):
        named = _body_of(roster, scene.body)
        last = named or last
        if roster.heading is not None and category_of(roster.heading.text) in _OF_MEETINGS:
            continue
        told = _speaks_of_members(roster) or (roster.listed and all(office != "member" for _, office in roster.listed))
        if roster.listed and (body := named or (last if told else None)):
            if roster.heading is not None and body != scene.body:
                yield names_thing(body, roster.heading.span)
            yield from _members(roster, body)


def _rosters(blocks: tuple[Block, ...]) -> Iterator[Roster]:
    current = Roster()
    for block in blocks:
        listed = _listed(block)
        if listed:
            current.listed += listed
        elif not is_vacant(_MARK.sub("", block.text)) and not (current.listed and not block.gap and not _heads(block)):
            yield current
            current = Roster(block)
    yield current


def _listed(block: Block) -> list[tuple[Entry, str]]:
    """The people that a line names, each with an office: "Chair: Ann Hale", "Members: Ben Moss, Cat Dunn", "Helen Dunn (Clerk)"."""
    if block.kind is Shape.ROW or len(block.text) > 300:
        return []
    mark = _MARK.match(block.span.text)
    span = block.span.part(mark.end() if mark else 0, len(block.span.text))
    label = _LABEL.match(span.text)
    office = office_of(label["role"].lower()) if label else ""
    rest = span.part(label.end(), len(span.text)) if label and office else span
    several = office == "member" or ";" in rest.text or split_plural(rest)[0]
    pieces = split_people(rest) if several else [rest]
    found = [entry for piece in pieces if (entry := read_entry(piece)) is not None and _is_named(entry, piece, office)]
    return [(entry, office_of(entry.role) or office or "member") for entry in found]


def _is_named(entry: Entry, piece: Span, office: str) -> bool:
    """Whether a line is a person's, and not a post's with its holder behind it."""
    named = f"{entry.honorific} {entry.name}".strip()
    first = piece.text.lstrip("([ ").startswith((named, entry.name)) or office
    return bool(first) and (surely_person(named) or looks_like_person(named)) and not is_post(entry.name)


def _heads(block: Block) -> bool:
    return block.text.endswith(":") or (len(block.text.split()) <= 8 and block.text[-1] not in ".;,")


def _body_of(roster: Roster, own: Mention | None) -> Mention | None:
    """The body that the line over a list names."""
    heading = roster.heading.text.rstrip(":") if roster.heading else ""
    found = [name for name in find_names(heading) if name.kind == BODY]
    if (
        not found
        and 2 <= len(heading.split()) <= _TITLE
        and is_body(heading)
        and heading[0].isupper()
        and heading[-1].isalpha()
    ):
        return own if own is not None and fold(own.label) == fold(heading) else thing("Body", heading)
    if not found or ":" in heading or heading.endswith(".") or len(heading.split()) > len(found[-1].text.split()) + 4:
        return None
    return own if own is not None and own.label.endswith(found[-1].text) else thing("Body", found[-1].text)


def _is_title(heading: str) -> bool:
    """Whether a heading is a body's name in words that any body may have: "Executive team"."""
    words = heading.split()
    named = 2 <= len(words) <= _TITLE and heading[0].isupper() and heading[-1].isalpha() and is_body(heading)
    return named and "member" not in heading.lower()


def _speaks_of_members(roster: Roster) -> bool:
    """Whether the line over a list without a body's name says that members follow."""
    heading = roster.heading.text if roster.heading else ""
    return category_of(heading) in ("members", "chair") or (
        len(heading.split()) <= 12 and _OF_MEMBERS.search(heading) is not None
    )


def _members(roster: Roster, body: Mention) -> Iterator[Statement]:
    sure = sum(surely_person(f"{entry.honorific} {entry.name}") for entry, _ in roster.listed)
    told = _speaks_of_members(roster) or any(office != "member" for _, office in roster.listed)
    if not told and (len(roster.listed) < _FEWEST or sure < len(roster.listed) / 2):
        return
    for entry, office in roster.listed:
        who = person(entry.name, "members", honorific=entry.honorific, initials=entry.initials)
        yield claim("SITS_ON", who, body, span=entry.span, role=office, role_text=entry.role_text)
        for title in [told for told in map(read_title, entry.titles) if told.post or told.office or told.role]:
            yield from title_claims(who, title, entry.span, "members")
