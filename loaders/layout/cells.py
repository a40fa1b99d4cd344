"""Tables that stand for lists of people: a label with its people beside it, lists side by side, people side by side.

Source: "Present: | A Name, B Name |", a row a list; "MEMBERS PRESENT      IN ATTENDANCE" with a column of names under each, some
with their posts below; "Present | A Name | B Name"; rows of two names in a list of three columns.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile, zip_longest

from sederunt.graph.names import fold
from sederunt.loaders.document import Block, Shape, Span
from sederunt.loaders.naming.headings import ATTENDANCE, LISTS, category_of, heads_members, heads_people, read_heading
from sederunt.loaders.naming.people import looks_like_person, surely_person

_MARKS = re.compile(r"[|\t]|\s/\s")
_ITEM = re.compile(r"^(?:item\s+)?\d{1,3}[.):]?\s+(?=[A-Z])", re.IGNORECASE)
_LONGEST = 70
"""A cell of a list side by side with another is no longer."""
_AS_SURELY = 0.4
"""The share of known names in a column of people is at least so much of that in the first."""


def listed(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with such tables as the lists that they stand for; other tables stay as they are."""
    return tuple(_Lister(blocks).run())


class _Lister:
    """Walks the blocks; knows which list of people it is in, and whether it is in a table with named columns."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.under = ""
        self.named = False
        self.table = (0, False)
        """Where the table ends in which the rows are, and whether people stand in it side by side."""

    def run(self) -> Iterator[Block]:
        at = 0
        while at < len(self.blocks):
            block = self.blocks[at]
            self._note(block)
            end = at + 1
            if block.kind is not Shape.ROW or self.named:
                yield block
            elif heads := _side_by_side(block):
                end = _region_end(self.blocks, end)
                yield from _columns(block, heads, self.blocks[at + 1 : end])
                self.under = heads[-1]
            else:
                yield from self._row(block, at)
            at = end

    def _note(self, block: Block) -> None:
        if block.kind is Shape.ROW:
            cells = [fold(cell.text) for cell in block.cells]
            self.named = self.named or ((heads_people(cells) or heads_members(cells)) and not _side_by_side(block))
            return
        heading = read_heading(block.span)
        number = _ITEM.match(block.text)
        if heading or number:
            self.named = False
            self.under = heading[0] if heading else category_of(block.text[number.end() :]) if number else ""

    def _row(self, block: Block, at: int) -> Iterator[Block]:
        """A row as the lines that it stands for."""
        following = self.blocks[at + 1 : at + 2]
        cells = [cell for cell in block.cells if cell]
        heading = read_heading(cells[0])
        category = heading[0] if heading and heading[2] is None else ""
        opens = category == "chair" and cells[0].text.endswith(":") and not self.under and _opens_list(following)
        alone = len(cells) == 2 and not looks_like_person(cells[0].text)
        if (category in LISTS and (alone or _all_people(cells[1:]))) or (opens and len(cells) == 2):
            self.under = category
            label, *people = block.apart(cells, gaps=False)
            yield replace(label, kind=Shape.LINE)
            yield from people if len(people) > 1 else (replace(block, kind=Shape.LINE) for block in people)
        elif self.under in LISTS and len(cells) > 1 and _all_people(cells) and self._is_beside(at):
            yield from block.apart(cells, gaps=False)
        else:
            yield block

    def _is_beside(self, at: int) -> bool:
        """Whether a row is in a table in which people stand side by side, and not beside who sent them."""
        if at >= self.table[0]:
            rows = list(takewhile(lambda block: block.kind is Shape.ROW, self.blocks[at:]))
            self.table = at + len(rows), _are_columns_of_people(rows)
        return self.table[1]


def _opens_list(following: Sequence[Block]) -> bool:
    heading = read_heading(following[0].span) if following else None
    return heading is not None and heading[0] in ATTENDANCE


def _all_people(cells: Sequence[Span]) -> bool:
    bare = [_bare(cell) for cell in cells]
    return all(map(looks_like_person, bare)) and sum(map(surely_person, bare)) * 2 >= len(bare)


def _bare(cell: Span) -> str:
    return re.sub(r"[(\[][^()\[\]]*(?:[)\]]|$)|,.*|\s[–—-]\s.*", "", cell.text).strip(" ;.")


def _are_columns_of_people(rows: Sequence[Block]) -> bool:
    """Whether the further columns hold names as surely as the first: "Ann Hale | Marine Pilots" is a name, and who sent her."""
    named = ([cell for cell in row.cells if cell] for row in rows)
    sure = [[surely_person(_bare(cell)) for cell in cells] for cells in named if len(cells) > 1 and _all_people(cells)]
    first, *others = zip_longest(*sure, fillvalue=False)
    return all(sum(column) >= _AS_SURELY * sum(first) for column in others if any(column) or len(sure) > 1)


# Lists side by side ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell, in which row it is, and where in it: after so many marks, or at which character."""

    span: Span
    row: int
    place: int
    gap: bool


def _side_by_side(block: Block) -> list[str]:
    """The categories of the lists whose headings stand in one row, or none."""
    cells = [cell for cell in block.cells if cell]
    headings = [read_heading(cell) for cell in cells]
    categories = [heading[0] for heading in headings if heading and heading[0] in LISTS]
    return categories if 1 < len(categories) == len(cells) and len(block.lines[-1].raw) < 3 * _LONGEST else []


def _region_end(blocks: Sequence[Block], start: int) -> int:
    """Where the columns end: at a heading, an item, or what is too long for a cell."""
    at = start
    while at < len(blocks) and _is_in_columns(blocks[at]):
        at += 1
    return at


def _is_in_columns(block: Block) -> bool:
    cells = [cell for cell in block.cells if cell]
    if not block.lines or _ITEM.match(block.text) or any(len(cell.text) > _LONGEST for cell in cells):
        return False
    if block.kind is Shape.ROW:
        return not _side_by_side(block)
    return block.kind is Shape.LINE and block.text[-1] not in ".:" and not category_of(block.text)


def _columns(head: Block, heads: Sequence[str], rows: Sequence[Block]) -> Iterator[Block]:
    """The lists one after the other; as they stand where some column has no heading."""
    tops = _placed(head, 0)
    columns: list[list[_Cell]] = [[] for _ in heads]
    for number, row in enumerate(rows, 1):
        for cell in _placed(row, number):
            at = _column(cell, tops, marked=_is_marked(head))
            if at is None:
                yield from (head, *rows)
                return
            columns[at].append(cell)
    texts = [row.whole.text for row in (head, *rows)]
    for top, column in zip(tops, columns, strict=True):
        yield Block(Shape.LINE, head.lines if top is tops[0] else (), (replace(top.span, quote=texts[0]),), gap=True)
        for cells in _entries(column):
            quote = " ".join(texts[cells[0].row : cells[-1].row + 1])
            spans = tuple(replace(cell.span, quote=quote) for cell in cells)
            yield Block(Shape.ROW, (), spans)  # a row is whole: nothing that stands below is joined to it


def _column(cell: _Cell, tops: Sequence[_Cell], *, marked: bool) -> int | None:
    if marked:
        return next((at for at, top in enumerate(tops) if top.place == cell.place), None)
    return max((at for at, top in enumerate(tops) if top.place <= cell.place + 3), default=0)


def _is_marked(block: Block) -> bool:
    return bool(block.mark) or "\t" in block.lines[-1].raw.strip()


def _placed(block: Block, row: int) -> list[_Cell]:
    """The cells that hold words, with their places."""
    raw, marked = block.lines[-1].raw.strip("|") if block.mark else block.lines[-1].raw, _is_marked(block)
    found, start = [], 0
    for cell in filter(None, block.cells):
        start = max(raw.find(cell.text.split()[0], start), start)
        place = len(_MARKS.findall(raw, 0, start)) if marked else start
        start += len(cell.text.split()[0])
        found.append(_Cell(cell, row, place, block.gap))
    return found


def _entries(column: Sequence[_Cell]) -> list[list[_Cell]]:
    """The people of a column, each with the post that stands below."""
    entries: list[list[_Cell]] = []
    for cell in column:
        person = looks_like_person(re.sub(r"[(\[,].*", "", cell.span.text).strip(" ;"))
        if entries and not person and not cell.gap:
            entries[-1].append(cell)
        else:
            entries.append([cell])
    return entries
