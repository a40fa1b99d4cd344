"""Tables without rules whose cells are wrapped, told by the order in which they were printed: cell after cell, row after row.

Source: tables that browsers and word processors print without borders. The cells of a row may stand in its middle, so that the lines of
one are between those of another; but each was printed whole before the next.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from sederunt.loaders.pdf.beside import lists_people
from sederunt.loaders.pdf.pages import Bounds, Word
from sederunt.loaders.pdf.ruled import Table, flowing
from sederunt.loaders.pdf.words import WIDE, around, begins_cell, usual_space

_NEAR = 1.5
"""Lines that begin, end or have their middle so near to one another, in points, may be of one cell."""
_SOLID = 1.45
"""The lines of a cell are no more heights of a letter below one another; on a page where many are nearer, no more than ``_LOOSER`` of that."""
_LOOSER = 1.1
_FEWEST = 3
"""A table of so many columns needs two rows, one of two columns so many."""
_MARK = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivxIVX]{1,5})[.)]?|[^\w\s]{1,3}|[\uf000-\uf0ff]")
"""What is printed before the items of a list, which is no table of two columns."""
_MOST_LINES = 40
"""A cell of more lines is a text."""
_MOST_TRIED = 80
"""Of so many rows that are no table, none is tried as the first of one."""


@dataclass(slots=True)
class _Cell:
    """Lines that were printed one after the other under one another."""

    lines: list[Sequence[Word]] = field(default_factory=list)

    @property
    def bounds(self) -> Bounds:
        """Where it stands."""
        return around([(line[0].left, line[0].top, line[-1].right, line[0].bottom) for line in self.lines])

    def takes(self, line: Sequence[Word], solid: float) -> bool:
        """Whether a line that was printed next, no more than ``solid`` heights of a letter below, is the next one of this cell."""
        last, left, _, right, _ = self.lines[-1], *self.bounds
        near = 0.5 < _step(last, line) < solid and len(self.lines) <= _MOST_LINES
        alike = abs(line[0].height - last[0].height) < 0.1 * line[0].height
        middle = abs(left + right - line[0].left - line[-1].right) / 2
        return near and alike and min(abs(line[0].left - left), abs(line[-1].right - right), middle) < _NEAR


def tables_by_order(words: Sequence[Word]) -> list[Table]:
    """The tables among words in the order in which they were printed."""
    rows = list(_rows(_cells(list(_lines(words)))))
    found: list[Table] = []
    at = 0
    while at < len(rows):
        end = _end(rows, at)
        table = _table(rows, at, end) if end > at + 1 else None
        found += [table] if table else []
        at = end if table or end - at > _MOST_TRIED else at + 1
    return found


def _lines(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Words that were printed one after the other beside one another, with no wide gap between them."""
    least = max(WIDE, 2.4 * usual_space(words))
    line: list[Word] = []
    for word in words:
        if line and not _is_beside(line[-1], word, least):
            yield line
            line = []
        line.append(word)
    if line:
        yield line


def _is_beside(word: Word, following: Word, least: float) -> bool:
    gap = (following.left - word.right) / max(word.height, 1.0)
    level = abs(following.bottom - word.bottom) < 0.3 * word.height
    return level and -0.3 < gap < least and not begins_cell(word, following, gap)


def _cells(lines: Sequence[Sequence[Word]]) -> list[_Cell]:
    """The lines put together to cells."""
    solid = _solid(lines)
    found: list[_Cell] = []
    for line in lines:
        if found and found[-1].takes(line, solid):
            found[-1].lines.append(line)
        else:
            found.append(_Cell([line]))
    return found


def _step(above: Sequence[Word], line: Sequence[Word]) -> float:
    """How far a line is below another, in heights of a letter."""
    return (line[0].bottom - above[0].bottom) / max(line[0].height, 1.0)


def _solid(lines: Sequence[Sequence[Word]]) -> float:
    """How far the lines of a cell are below one another at most: a little more than the least that several lines of the page are."""
    steps = Counter(
        round(step, 1)
        for above, line in pairwise(lines)
        if abs(above[0].left - line[0].left) < _NEAR and 0.8 < (step := _step(above, line)) < _SOLID
    )
    least = min((step for step, many in steps.items() if many >= _FEWEST), default=_SOLID)
    return min(_SOLID, _LOOSER * least + 0.05)


def _rows(cells: Sequence[_Cell]) -> Iterator[list[_Cell]]:
    """Cells that were printed one after the other beside one another."""
    row: list[_Cell] = []
    for cell in cells:
        if row and not _continues(row, cell):
            yield row
            row = []
        row.append(cell)
    if row:
        yield row


def _continues(row: Sequence[_Cell], cell: _Cell) -> bool:
    """Whether a cell stands at the right of a row's last, and beside its cells."""
    _, top, right, bottom = around([one.bounds for one in row])
    slack = 0.25 * cell.lines[0][0].height
    left, upper, _, lower = cell.bounds
    return left > right - _NEAR and upper < bottom - slack and lower > top + slack


def _end(rows: Sequence[Sequence[_Cell]], first: int) -> int:
    """Where the rows end that follow one another closely from one of several cells on; what stands alone is inside or after them."""
    end = first + 1
    if len(rows[first]) < 2:
        return end
    for at in range(first + 1, len(rows)):
        above, row = around([cell.bounds for cell in rows[at - 1]]), around([cell.bounds for cell in rows[at]])
        if not -_NEAR < row[1] - above[3] + _NEAR < 2.5 * rows[at][0].lines[0][0].height:
            break
        if len(rows[at]) > 1:
            end = at + 1
        elif at > end:
            break
    return end


def _table(every: Sequence[Sequence[_Cell]], first: int, end: int) -> Table | None:
    """The rows from the first on as a table, if their cells stand in columns and some are wrapped; with the end of a row broken before it."""
    rows = every[first:end]
    columns = _columns(rows)
    if first == 1 and columns and _ends_row(every[0], rows[0], columns):
        rows = every[:end]
    placed = [[_column(cell, columns) for cell in row] for row in rows] if columns else []
    distinct = all(len(set(row)) == len(row) for row in placed)
    if not placed or not distinct or not _is_wrapped(rows):
        return None
    edges = [right for _, right in columns]
    told = (
        {at: flowing(cell.lines, edges[at]) for at, cell in zip(places, row, strict=True)}
        for places, row in zip(placed, rows, strict=True)
    )
    bounds = around([cell.bounds for row in rows for cell in row])
    return Table(bounds, tuple(tuple(row.get(at, "") for at in range(len(columns))) for row in told))


def _is_wrapped(rows: Sequence[Sequence[_Cell]]) -> bool:
    """Whether cells go on in several lines, and none of those is a list of people under its heading, beside which others stand."""
    several = [cell for row in rows for cell in row if len(cell.lines) > 1]
    longest = max((len(cell.lines) for cell in several), default=0)
    return 1 < longest <= _MOST_LINES and not any(lists_people(cell.lines) for cell in several)


def _ends_row(above: Sequence[_Cell], row: Sequence[_Cell], columns: Sequence[tuple[float, float]]) -> bool:
    """Whether what stands at the head of a page close above a table is the rest of a cell of it, in a column that is not its first."""
    left, _, _, bottom = above[0].bounds
    close = around([cell.bounds for cell in row])[1] - bottom < above[0].lines[0][0].height
    return len(above) == 1 and close and any(abs(left - start) < _NEAR for start, _ in columns[1:])


def _columns(rows: Sequence[Sequence[_Cell]]) -> list[tuple[float, float]]:
    """From where to where the columns reach, by the rows with the most cells; none where these do not stand under one another."""
    most = max(map(len, rows))
    full = [row for row in rows if len(row) == most]
    if len(full) < (2 if most >= _FEWEST else _FEWEST) or (most < _FEWEST and any(map(_is_item, full))):
        return []
    found = [
        (min(cell.bounds[0] for cell in column), max(cell.bounds[2] for cell in column)) for column in zip(*full, strict=True)
    ]
    return found if all(before[1] < after[0] + _NEAR for before, after in pairwise(found)) else []


def _is_item(row: Sequence[_Cell]) -> bool:
    first = row[0].lines[0]
    return len(first) == 1 and _MARK.fullmatch(first[0].text) is not None


def _column(cell: _Cell, columns: Sequence[tuple[float, float]]) -> int:
    """The column with which a cell shares most."""
    left, _, right, _ = cell.bounds
    return max(range(len(columns)), key=lambda at: min(columns[at][1], right) - max(columns[at][0], left))
