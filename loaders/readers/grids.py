"""Attendance marked in tables: who was at which of several meetings, who sent apologies, and whose meetings they were.

Source: registers of attendance over a year, a row a member, a column a meeting.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sederunt.graph.kinds import BODY
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.scene import LISTS, MENTIONED, Scene, claim, of_this_body, person, title_claims
from sederunt.loaders.context.sittings import body_before, known_body, sitting
from sederunt.loaders.document import Block, Shape, Span
from sederunt.loaders.layout.marks import MARKED, dates_in, is_dated, marks_in, meanings
from sederunt.loaders.layout.sections import Section
from sederunt.loaders.naming.entries import read_entry
from sederunt.loaders.naming.entry import Entry
from sederunt.loaders.naming.headings import category_of
from sederunt.loaders.naming.roles import OFFICERS
from sederunt.loaders.naming.titles import read_title
from sederunt.loaders.sentences.phrases import find_names

STAGE = LISTS

_LINKS = {"present": "ATTENDED", "apologies": "SENT_APOLOGIES", "absent": "ABSENT_FROM"}
_GUESTS = ("in_attendance", "observers", "invited", "clerk")
_CONTEXT = 12
"""The year and the body of a table stand within so many lines above it."""


def read(scene: Scene) -> Iterable[Statement]:
    """The meetings at the heads of such tables, and who was there."""
    for at, section in enumerate(scene.sections):
        if section.category == MARKED:
            yield from _table(scene, section, _above(scene.sections[:at]))


def _above(sections: Sequence[Section]) -> list[str]:
    """The last lines above a table."""
    texts = (text for section in sections for text in (section.title, *(span.text for span in section.spans)) if text)
    return list(texts)[-_CONTEXT:]


@dataclass(frozen=True, slots=True)
class _Row:
    """Somebody in a table: the entry, the mark under each date, and whether a heading says that they are no members."""

    entry: Entry
    marks: tuple[str, ...]
    guest: bool


def _table(scene: Scene, section: Section, above: Sequence[str]) -> Iterator[Statement]:
    head = section.blocks[0]
    columns = [at for at, cell in enumerate(head.cells) if is_dated(cell.text)]
    rows = list(_rows(section.blocks[1:], columns, len(head.cells)))
    told = meanings([row.marks for row in rows], scene.document.blocks)
    body = _body(scene, above)
    meetings: list[Mention | None] = []
    cells = [head.cells[at] for at in columns]
    for at, (cell, date) in enumerate(zip(cells, dates_in(cells, above), strict=True)):
        held = date is not None and any(told[row.marks[at]] != "none" for row in rows)
        own = body_before(scene, cell.text) if find_names(cell.text) else body
        said = list(sitting(own, date, cell, MENTIONED)) if held else []
        yield from said
        meetings.append(said[0].subject if said else None)
    for row in rows:
        yield from _attendance(scene, row, [told[mark] for mark in row.marks], meetings)
        yield from _standing(row, body)


def _rows(blocks: Sequence[Block], columns: Sequence[int], width: int) -> Iterator[_Row]:
    guest = False
    for block in blocks:
        found = marks_in(block, columns, width) if block.kind is Shape.ROW else None
        entry = _entry(found[0]) if found and found[0] else None
        if found and entry:
            yield _Row(replace(entry, span=block.whole), found[1], guest)
        elif not found:
            guest = category_of(block.text) in _GUESTS


def _entry(cells: Sequence[Span]) -> Entry | None:
    entry = read_entry(cells[0])
    for cell in cells[1:] if entry else ():
        for piece in cell.text.split(";"):
            entry = entry.with_more(piece.strip(), cell) if entry and piece.strip() else entry
    return entry


def _body(scene: Scene, above: Sequence[str]) -> Mention | None:
    """The body that the line over a table names, else the paper's own."""
    named = [phrase.text for phrase in find_names(above[-1]) if phrase.kind == BODY] if above else []
    return known_body(scene, named[-1]) if named else scene.body


def _attendance(scene: Scene, row: _Row, told: Sequence[str], meetings: Sequence[Mention | None]) -> Iterator[Statement]:
    role = _role(row.entry, scene.body) or ("in attendance" if row.guest else "attendee")
    for status, meeting in zip(told, meetings, strict=True):
        if meeting is not None and status in _LINKS:
            link = _LINKS[status]
            yield claim(link, _who(row.entry), meeting, span=row.entry.span, role=role if link == "ATTENDED" else "")


def _standing(row: _Row, body: Mention | None) -> Iterator[Statement]:
    """What a row says beside the marks: that somebody is of the body, for whom they speak, what they do."""
    who, role = _who(row.entry), _role(row.entry, body)
    if body and not row.guest:
        office = "secretary" if role == "minutes" else role if role in OFFICERS else "member"
        yield claim("SITS_ON", who, body, span=row.entry.span, role=office, role_text=row.entry.role_text)
    for title in row.entry.titles:
        yield from title_claims(who, of_this_body(read_title(title), body), row.entry.span, who.section)


def _who(entry: Entry) -> Mention:
    return person(entry.name, "members", honorific=entry.honorific, initials=entry.initials)


def _role(entry: Entry, body: Mention | None) -> str:
    titles = (of_this_body(read_title(title), body) for title in entry.titles)
    return entry.role or next((title.role for title in titles if title.role), "")
