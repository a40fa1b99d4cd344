"""Lists of people that stand side by side, as the columns of a table: read down, one list after the other.

Source: "Present" and "Apologies" over two columns of names; the members of a body in two columns to save space.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sederunt.graph.names import fold
from sederunt.loaders.document import Block, Shape
from sederunt.loaders.layout.unheaded import names_people
from sederunt.loaders.naming.headings import ATTENDANCE, OF_A_MEETING, heads_people, read_heading
from sederunt.loaders.naming.people import looks_like_person, surely_person

_PAIRS = 2
"""So many rows at least must name somebody in each of their cells."""


def by_column(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with lists that stand side by side one after the other, a line for each cell."""
    found: list[Block] = []
    for table in _tables(map(_in_one_language, blocks)):
        kept = bool(found) and _names_columns(found[-1])
        found += table if kept or sum(map(_names_two, table)) < _PAIRS else _down(table)
    return tuple(found)


def _in_one_language(row: Block) -> Block:
    """A heading over people, for a row that is the same heading in two languages: "Te Hunga kua Tae mai | Present"."""
    if row.kind is not Shape.ROW or len(row.cells) != 2 or not all(row.cells):
        return row
    heading, first = read_heading(row.cells[1]), row.cells[0].text.lstrip("0123456789. ")
    if not heading or heading[2] or heading[0] not in OF_A_MEETING or read_heading(row.cells[0]) or names_people(row.cells[0]):
        return row
    named = surely_person(first) if first != row.cells[0].text else looks_like_person(first)
    worded = len(first.split()) > 1 or heading[1].text.isupper()
    return row if named or not worded else replace(row, kind=Shape.LINE, cells=(row.cells[1],), gap=True, mark="")


def _tables(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """The blocks cut where a table of people may begin, at its headings or its first row of names, and where it ends."""
    table: list[Block] = []
    for block in blocks:
        inside = bool(table) and (_names_two(table[0]) or _heads_lists(table[0]))
        if not inside or block.kind is not Shape.ROW or _heads_lists(block):
            yield table
            table = []
        table.append(block)
    yield table


def _names_two(row: Block) -> bool:
    """Whether a row is of people, each in a cell: not a body with its chair and its secretary beside it."""
    if row.kind is not Shape.ROW:
        return False
    filled = [cell for cell in row.cells if cell]
    return len(filled) > 1 and all(names_people(cell) == 1 for cell in filled)  # mostly the first says no


def _heads_lists(row: Block) -> bool:
    """Whether each cell of a row is a heading over people."""
    if row.kind is not Shape.ROW:
        return False
    found = [read_heading(cell) for cell in row.cells if cell]
    return len(found) > 1 and all(heading and heading[0] in ATTENDANCE and heading[2] is None for heading in found)


def _names_columns(row: Block) -> bool:
    """Whether the row above a table says that its columns differ: "Name | Deputy | Present"."""
    cells = [fold(cell.text) for cell in row.cells]
    return row.kind is Shape.ROW and heads_people(cells) and len(set(cells)) > 1


def _down(table: list[Block]) -> Iterator[Block]:
    for at in range(max(len(row.cells) for row in table)):
        for row in table:
            if at < len(row.cells) and any(c.isalnum() for c in row.cells[at].text):
                yield replace(row, kind=Shape.LINE, cells=(row.cells[at],), mark="")
