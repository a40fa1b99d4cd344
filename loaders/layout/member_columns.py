"""Tables with a body at the head of each column, and below it those who sit on it.

Source: councils' lists of committees for the year, agreed at an annual meeting or printed on a page: "Planning Committee | Finance
Committee", then a name of each in every row.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sederunt.loaders.document import Block, Shape, Span
from sederunt.loaders.layout.matrices import person_in
from sederunt.loaders.naming.entry import Entry
from sederunt.loaders.naming.seats import is_vacant
from sederunt.loaders.naming.wording import is_body

_FEWEST = 2
_SURE = 0.8
"""So many of the cells below the heads name somebody."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Such a table: the bodies by their columns, who stands below each, and the numbers of its lines."""

    bodies: Mapping[int, Span]
    members: tuple[tuple[int, Entry], ...]
    numbers: frozenset[int]


def member_columns(blocks: Sequence[Block]) -> Iterator[Columns]:
    """The tables of a document that are such."""
    at = 0
    while at < len(blocks):
        end = at + 1
        if _heads_bodies(blocks[at]):
            while end < len(blocks) and blocks[end].kind is Shape.ROW and not _heads_bodies(blocks[end]):
                end += 1
            yield from _table(blocks[at:end])
        at = end


def _heads_bodies(row: Block) -> bool:
    cells = [cell.text for cell in row.cells]
    return row.kind is Shape.ROW and len(cells) >= _FEWEST and all(text and is_body(text) for text in cells)


def _table(rows: Sequence[Block]) -> Iterator[Columns]:
    head, *below = rows
    cells = [(at, cell) for row in below for at, cell in enumerate(row.cells[: len(head.cells)]) if _says(cell)]
    members = tuple((at, entry) for at, cell in cells for piece in _lines(cell) if (entry := person_in(piece)))
    named = {at for at, _ in members}
    if len(named) == len(head.cells) and len(members) >= _SURE * len(cells) and len(members) > len(head.cells):
        yield Columns(dict(enumerate(head.cells)), members, frozenset(row.number for row in rows))


def _says(cell: Span) -> bool:
    return any(map(str.isalpha, cell.text)) and not is_vacant(cell.text)


def _lines(cell: Span) -> list[Span]:
    """The lines of a cell, each with one of several members."""
    found, at = list[Span](), 0
    for line in cell.text.split("\n"):
        if line.strip():
            found.append(cell.part(at, at + len(line)))
        at += len(line) + 1
    return found
