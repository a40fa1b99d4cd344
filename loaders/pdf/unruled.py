"""Tables without rules: lines whose parts stand under one another, with the lines in which their cells go on.

Source: staff lists, attendance and actions in tables whose borders are not printed, or set with tabs.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sederunt.loaders.document import Span
from sederunt.loaders.layout.unheaded import names_people
from sederunt.loaders.pdf.pages import Word
from sederunt.loaders.pdf.words import torn

_NEAR = 3.0
"""Parts that begin, end or have their middle so near to one another stand in one column."""
_PADDING = 0.8
"""What is left free at the right of a cell, in heights of a letter."""
_SLACK = 1.0
"""So much more may be left free beside a cell that surely goes on."""
_FAR = 1.6
"""No line of a cell is further below the one before, in heights of a letter."""
_MARK = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivxIVX]{1,5})[.)]?|[•●▪·*–—o-]|[\uf000-\uf0ff]")
"""What is printed before an item of a list."""

Part = Sequence[Word]


@dataclass(frozen=True, slots=True)
class Run:
    """A line as it is printed, by its ``parts``; or a row of a table, by its ``cells``."""

    words: tuple[Word, ...]
    parts: tuple[Part, ...]
    cells: tuple[str, ...] = ()


@dataclass
class _Table:
    """A table while its lines come in: its columns, and its rows with the parts of each line of theirs by column."""

    columns: list[tuple[float, float]] = field(default_factory=list)
    rows: list[list[dict[int, Part]]] = field(default_factory=list)

    def column(self, part: Part) -> int | None:
        """The column in which a part stands."""
        left, right = part[0].left, part[-1].right
        for at, (start, end) in enumerate(self.columns):
            middle = abs((start + end) - (left + right)) / 2
            if abs(left - start) < _NEAR or abs(right - end) < _NEAR or middle < _NEAR:
                return at
        return None

    def takes(self, line: Sequence[Part]) -> bool:
        """Whether a line is one of this table."""
        found = [self.column(part) for part in line]
        if len(line) == 1:
            return found[0] is not None and (found[0] > 0 or self.goes_on(line))
        return 2 * sum(at is not None for at in found[1:]) >= len(line) - 1 and len(set(found)) == len(found)

    def add(self, line: Sequence[Part]) -> None:
        """Take a line in, as a row or as what a row goes on in."""
        on = self.goes_on(line)
        for part in line:
            if self.column(part) is None:
                self.columns.append((part[0].left, part[-1].right))
        placed = {at: part for part in line if (at := self.column(part)) is not None}
        if on:
            self.rows[-1].append(placed)
        else:
            self.rows.append([placed])

    def goes_on(self, line: Sequence[Part]) -> bool:
        """Whether each part of a line is the rest of a cell whose last line was full, or nearly so beside one that surely was."""
        last = self.rows[-1][-1] if self.rows else {}
        over = [last.get(at) if (at := self.column(part)) is not None else None for part in line]
        free = [
            self._limit(part) - above[-1].right - 0.25 * part[0].height - (part[0].right - part[0].left)
            for part, above in zip(line, over, strict=True)
            if above is not None and part[0].bottom - above[0].bottom < _FAR * part[0].height
        ]
        size = line[0][0].height
        full = len(free) == len(line) and min(free) < 0 and max(free) < _SLACK * size
        return full and not any(one_each(_words(above), _words(part)) for above, part in zip(over, line, strict=True) if above)

    def _limit(self, part: Part) -> float:
        """How far to the right the words of a part's column can reach."""
        at = self.column(part)
        start = self.columns[at][0] if at is not None else part[0].left
        following = [other for other, _ in self.columns if other > start + _NEAR]
        if following:
            return min(following) - _PADDING * part[0].height
        return max(line[at][-1].right for row in self.rows for line in row if at in line)

    @property
    def real(self) -> bool:
        """Whether it is a table: several of its lines have parts in several columns, or the last cell of its one row goes on."""
        parted = [row for row in self.rows if len(row[0]) > 1]
        return len(parted) > 1 or any(len(row) > 1 for row in parted)


def runs(lines: Sequence[Sequence[Part]]) -> Iterator[Run]:
    """The lines of a page, those of a table put together to its rows."""
    waiting: list[Sequence[Part]] = []
    table = _Table()
    for parts in lines:
        wide = len(table.columns) > 2 and table.takes(parts)
        line = parts if wide else _unmarked(parts)
        if table.rows and (wide or table.takes(line)):
            table.add(line)
            waiting.append(parts)
            continue
        yield from _closed(table, waiting)
        table, waiting = _Table(), []
        if len(line) > 1:
            table.add(line)
            waiting = [parts]
        else:
            yield _plain(parts)
    yield from _closed(table, waiting)


def one_each(above: str, below: str) -> bool:
    """Whether two lines below one another name one person each: neither goes on in the other."""
    return above[-1] not in ",;&" and all(names_people(Span(line, ((0, 0),))) == 1 for line in (above, below))


def _words(part: Part) -> str:
    return " ".join(word.text for word in part)


def _unmarked(parts: Sequence[Part]) -> Sequence[Part]:
    """The parts of a line, the mark of a list's item with what it stands before."""
    lone = len(parts) == 2 and len(parts[0]) == 1 and _MARK.fullmatch(parts[0][0].text)
    return [[*parts[0], *parts[1]]] if lone else parts


def _plain(parts: Sequence[Part]) -> Run:
    return Run(tuple(word for part in parts for word in part), tuple(parts))


def _closed(table: _Table, lines: Sequence[Sequence[Part]]) -> Iterator[Run]:
    """The rows of a table that has come to its end, or the lines of what is none."""
    if not table.real:
        yield from map(_plain, lines)
        return
    order = sorted(range(len(table.columns)), key=lambda at: table.columns[at])
    edges = [max(line[at][-1].right for row in table.rows for line in row if at in line) for at in range(len(table.columns))]
    for row in table.rows:
        words = tuple(word for line in row for part in line.values() for word in part)
        cells = tuple(_joined([line[at] for line in row if at in line], edges[at]) for at in order)
        yield Run(words, (), cells)


def _joined(lines: Sequence[Part], edge: float) -> str:
    """The lines of a cell whose words reach to this edge."""
    text = ""
    for at, line in enumerate(lines):
        whole = at > 0 and (torn(lines[at - 1], line, edge) or lines[at - 1][-1].text[-1] == "-" != lines[at - 1][-1].text)
        text += ("" if whole or not text else " ") + _words(line)
    return text
