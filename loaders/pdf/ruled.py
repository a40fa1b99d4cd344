"""Ruled lines of a page and the cells between them: tables with their rows, and boxes that stand alone.

Source: tables of word processors, whose borders are strokes, outlines of cells, or slivers: filled shapes less than two points thick.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise, product

from sederunt.loaders.pdf.pages import Bounds, Path, Word
from sederunt.loaders.pdf.unruled import one_each
from sederunt.loaders.pdf.words import around, segments, torn, words_in_rows

_THIN = 2.0
_PROSE = 8
"""A cell of so many words without a full stop behind them was cut."""
_NEAR = 2.5
"""Rules that are so few points apart are one."""
_MOST_SQUARES = 60_000
_MOST_RULES = 4_000
_MOST_SHAPES = 400

Square = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line: its ``level`` across its direction, and from where to where it goes."""

    level: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Cell:
    """What rules close in, by the numbers of the rules around it."""

    bounds: Bounds
    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of a table, row by row from the top, each with its words; a cell over several rows has them in the first."""

    bounds: Bounds
    rows: tuple[tuple[str, ...], ...]


def read_tables(paths: Sequence[Path], words: Sequence[Word]) -> tuple[list[Table], list[Bounds]]:
    """The tables of a page, and the boxes that stand alone or below one another."""
    lying, standing = _rules(paths)
    if len(lying) + len(standing) > _MOST_RULES:
        return [], []
    shapes = [path.bounds for path in paths if path.closed and not is_sliver(path)]
    if len(shapes) <= _MOST_SHAPES:
        lying = [
            rule
            for rule in lying
            if not any(_behind(rule, (top, bottom), (left, right)) for left, top, right, bottom in shapes)
        ]
        standing = [
            rule
            for rule in standing
            if not any(_behind(rule, (left, right), (top, bottom)) for left, top, right, bottom in shapes)
        ]
    lying += _broken_off(paths, lying, standing)
    standing += _closing(lying, standing, words)
    tables: list[Table] = []
    boxes: list[Bounds] = []
    for group in _groups(_cells(lying, standing)):
        if len({cell.left for cell in group}) > 1:
            tables += [_table(part, words) for part in _alike(group)]
        else:
            boxes += [cell.bounds for cell in group]
    return [table for table in tables if sum(1 for row in table.rows for cell in row if cell) > 1], boxes


def is_sliver(path: Path) -> bool:
    """Whether a shape is so thin that it is a line."""
    left, top, right, bottom = path.bounds
    return min(right - left, bottom - top) < _THIN


def within(word: Word, bounds: Bounds) -> bool:
    """Whether the middle of a word lies there."""
    x, y = word.middle
    return bounds[0] <= x <= bounds[2] and bounds[1] <= y <= bounds[3]


def over_pages(above: Table, below: Table) -> tuple[Table, Table] | None:
    """A table at the foot of a page and one at the head of the next, if a row was broken between them: with all of it in the first.

    What heads the columns may stand in both.
    """
    start = int(below.rows[0] == above.rows[0])
    if (
        len(below.rows) == start
        or len(above.rows[-1]) != len(below.rows[start])
        or not _goes_on(above.rows[-1], below.rows[start])
    ):
        return None
    whole = tuple(" ".join(filter(None, pair)) for pair in zip(above.rows[-1], below.rows[start], strict=True))
    return replace(above, rows=(*above.rows[:-1], whole)), replace(below, rows=below.rows[start + 1 :])


def _goes_on(last: Sequence[str], row: Sequence[str]) -> bool:
    """Whether a row is the rest of another: its longest cell goes on in the midst of a sentence, and the others were told, or cut in a word."""
    at = max(range(len(row)), key=lambda one: len(row[one]))
    above, rest = last[at], row[at]
    both = [pair for one, pair in enumerate(zip(last, row, strict=True)) if one != at and all(pair)]
    if not (above and rest) or above[-1] in ".?!:;":
        return False
    if rest[0].islower():
        return all(" " not in cell for pair in both for cell in pair)
    return not both and len(above.split()) >= _PROSE


# Rules ---------------------------------------------------------------------------------------------------------------------------


def _rules(paths: Sequence[Path]) -> tuple[list[Rule], list[Rule]]:
    """The lines of a page that lie and those that stand."""
    lying: list[Rule] = []
    standing: list[Rule] = []
    for path in paths:
        left, top, right, bottom = path.bounds
        if is_sliver(path):
            edges = [((left, (top + bottom) / 2), (right, (top + bottom) / 2))]
            edges = edges if right - left >= bottom - top else [(((left + right) / 2, top), ((left + right) / 2, bottom))]
        elif path.outlined:
            corners = (*path.points, path.points[0]) if path.closed else path.points
            edges = list(pairwise(corners))
        else:
            continue
        for (ax, ay), (bx, by) in edges:
            if abs(ay - by) < 1 and abs(ax - bx) > _THIN:
                lying.append(Rule((ay + by) / 2, min(ax, bx), max(ax, bx)))
            elif abs(ax - bx) < 1 and abs(ay - by) > _THIN:
                standing.append(Rule((ax + bx) / 2, min(ay, by), max(ay, by)))
    return lying, standing


def _behind(rule: Rule, across: tuple[float, float], along: tuple[float, float]) -> bool:
    """Whether a line runs into a shape from outside, as one that joins boxes of a chart: it parts nothing there."""
    inside = across[0] + _NEAR < rule.level < across[1] - _NEAR
    over = min(rule.end, along[1]) - max(rule.start, along[0]) > _NEAR
    return inside and over and (rule.start < along[0] - _NEAR or rule.end > along[1] + _NEAR)


def _closing(lying: Sequence[Rule], standing: Sequence[Rule], words: Sequence[Word]) -> list[Rule]:
    """The lines that a table leaves out: those at its sides, and where none stands in it, those between its columns."""
    found: list[Rule] = []
    for stack in _stacks(lying):
        left, right = stack[0].start, stack[0].end
        beside = [rule for rule in standing if left - _NEAR <= rule.level <= right + _NEAR]
        for bands in _open(stack, beside):
            parted = [band for band in bands if any(_crosses(rule, band) for rule in beside)]
            if not parted:
                inside = [word for word in words if within(word, (left, bands[0][0], right, bands[-1][1]))]
                columns = _clear(inside, bands)
                found += [Rule(at, *band) for band in bands for at in columns]
                parted = bands if columns else []
            found += [Rule(side, *band) for band in parted for side in (left, right)]
    return found


def _broken_off(paths: Sequence[Path], lying: Sequence[Rule], standing: Sequence[Rule]) -> Iterator[Rule]:
    """The lines at the foot and the head of a page where a row was broken there: what is drawn ends in the sides of its cells."""
    if not standing:
        return
    places = [path.bounds for path in paths]
    for edge, level in (("end", max(bottom for *_, bottom in places)), ("start", min(top for _, top, *_ in places))):
        sides = [rule.level for rule in standing if abs(getattr(rule, edge) - level) < _NEAR]
        closed = any(abs(rule.level - level) < _NEAR for rule in lying)
        if len(sides) > 2 and not closed:
            yield Rule(level, min(sides), max(sides))


def _open(stack: Sequence[Rule], standing: Sequence[Rule]) -> Iterator[list[tuple[float, float]]]:
    """The runs of rows between lines that have no lines at their sides; two rows at least."""
    left, right = stack[0].start, stack[0].end
    sides = [rule for rule in standing if min(abs(rule.level - left), abs(rule.level - right)) < _NEAR]
    bands = [(upper.level, lower.level) for upper, lower in pairwise(stack) if lower.level - upper.level > 2 * _NEAR]
    for closed, run in groupby(bands, key=lambda band: any(_crosses(rule, band) for rule in sides)):
        found = list(run)
        if not closed and len(found) > 1:
            yield found


def _crosses(rule: Rule, band: tuple[float, float]) -> bool:
    """Whether a line stands in the whole of a row of a table."""
    return rule.start < band[0] + _NEAR and rule.end > band[1] - _NEAR


def _stacks(lying: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Lines of one width that lie below one another, three at least, from the top."""
    found: dict[tuple[int, int], list[Rule]] = {}
    for rule in sorted(lying, key=lambda one: one.level):
        spans = product((-1, 0, 1), repeat=2)
        start, end = round(rule.start / _NEAR), round(rule.end / _NEAR)
        key = next((key for a, b in spans if (key := (start + a, end + b)) in found), (start, end))
        found.setdefault(key, []).append(rule)
    yield from (stack for stack in found.values() if len(stack) > 2)


def _clear(words: Sequence[Word], bands: Sequence[tuple[float, float]]) -> list[float]:
    """Where between the words of a table no word stands in any of its rows, and several rows have words on both sides."""
    rows = words_in_rows(words)
    parts = [segments(row, 0.3) for row in rows]
    starts = sorted({part[0].left for row in parts for part in row[1:]})
    found: list[float] = []
    for start in starts:
        end = max((part[-1].right for row in parts for part in row if part[0].left < start - _NEAR), default=start)
        both = sum(len(row) > 1 and any(abs(part[0].left - start) < _NEAR for part in row[1:]) for row in parts)
        if end < start and both * 2 > len(bands) and both > 1 and (not found or start - found[-1] > 12):
            found.append((end + start) / 2)
    return found


# Cells ---------------------------------------------------------------------------------------------------------------------------


def _levels(rules: Sequence[Rule]) -> list[float]:
    found: list[float] = []
    for level in sorted(rule.level for rule in rules):
        if not found or level - found[-1] > _NEAR:
            found.append(level)
    return found


def _covered(rules: Sequence[Rule], levels: Sequence[float], across: Sequence[float]) -> set[Square]:
    """The pieces of the grid that are drawn: (number of the level, number of the line across at which the piece begins)."""
    found: set[Square] = set()
    for rule in rules:
        at = bisect_right(levels, rule.level + 0.01) - 1
        first = bisect_right(across, rule.start - 1.5 * _NEAR)
        last = bisect_right(across, rule.end + _NEAR) - 1
        found.update((at, piece) for piece in range(first, last))
    return found


def _cells(lying: Sequence[Rule], standing: Sequence[Rule]) -> list[Cell]:
    """What the lines close in, as far as it is a rectangle; cells that were merged are one."""
    ys, xs = _levels(lying), _levels(standing)
    if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) > _MOST_SQUARES:
        return []
    walls = _covered(lying, ys, xs), _covered(standing, xs, ys)
    seen: set[Square] = set()
    found: list[Cell] = []
    for square in product(range(len(xs) - 1), range(len(ys) - 1)):
        if square in seen:
            continue
        region = _region(square, walls, (len(xs), len(ys)))
        seen |= region
        columns, rows = {x for x, _ in region}, {y for _, y in region}
        left, right, top, bottom = min(columns), max(columns) + 1, min(rows), max(rows) + 1
        whole = len(region) == (right - left) * (bottom - top) and min(left, top) >= 0
        if whole and right < len(xs) and bottom < len(ys):
            found.append(Cell((xs[left], ys[top], xs[right], ys[bottom]), left, top, right, bottom))
    return [cell for cell in found if cell.bounds[2] - cell.bounds[0] > 5 and cell.bounds[3] - cell.bounds[1] > 5]


def _region(square: Square, walls: tuple[set[Square], set[Square]], size: Square) -> set[Square]:
    """The squares of the grid that no line parts from this one; those outside of the grid are -1 and the last."""
    lying, standing = walls
    found, fresh = {square}, [square]
    while fresh:
        x, y = fresh.pop()
        if not (0 <= x < size[0] - 1 and 0 <= y < size[1] - 1):
            continue
        open_sides = (
            ((x - 1, y), (x, y) not in standing),
            ((x + 1, y), (x + 1, y) not in standing),
            ((x, y - 1), (y, x) not in lying),
            ((x, y + 1), (y + 1, x) not in lying),
        )
        for side, is_open in open_sides:
            if is_open and side not in found:
                found.add(side)
                fresh.append(side)
    return found


def _groups(cells: Sequence[Cell]) -> Iterator[list[Cell]]:
    """Cells that share a line, as tables do."""
    at = {square: cell for cell in cells for square in product(range(cell.left, cell.right), range(cell.top, cell.bottom))}
    seen: set[Cell] = set()
    for first in cells:
        group, fresh = list[Cell](), [first] if first not in seen else []
        seen.add(first)
        while fresh:
            cell = fresh.pop()
            group.append(cell)
            beside = [(x, y) for x in (cell.left - 1, cell.right) for y in range(cell.top, cell.bottom)]
            beside += [(x, y) for y in (cell.top - 1, cell.bottom) for x in range(cell.left, cell.right)]
            near = {at[square] for square in beside if square in at} - seen
            seen |= near
            fresh += near
        if group:
            yield group


def _alike(cells: Sequence[Cell]) -> Iterator[list[Cell]]:
    """A table cut where its columns change: two that stand right below each other."""
    columns: set[int] = set()
    part: list[Cell] = []
    for _, row in groupby(sorted(cells, key=lambda cell: (cell.top, cell.left)), key=lambda cell: cell.top):
        beside = list(row)
        starts = {cell.left for cell in beside}
        if part and not (starts <= columns or columns <= starts):
            yield part
            part, columns = [], set()
        part += beside
        columns |= starts
    yield part


def _table(cells: Sequence[Cell], words: Sequence[Word]) -> Table:
    bounds = around([cell.bounds for cell in cells])
    inside = [word for word in words if within(word, bounds)]
    columns = sorted({cell.left for cell in cells})
    tops = sorted({cell.top for cell in cells})
    texts = {(cell.top, cell.left): _cell_text(cell, inside) for cell in cells}
    return Table(bounds, tuple(tuple(texts.get((top, left), "") for left in columns) for top in tops))


def _cell_text(cell: Cell, words: Sequence[Word]) -> str:
    """The words of a cell; its lines are apart by line breaks but for those that were wrapped."""
    rows = words_in_rows(word for word in words if within(word, cell.bounds))
    left, _, right, _ = cell.bounds
    padding = min((row[0].left - left for row in rows), default=0.0)  # is left free at the right too
    height = rows[0][0].height if rows else 0.0
    return flowing(rows, right - max(0.0, min(padding, 0.9 * height) - 0.4 * height))


def flowing(rows: Sequence[Sequence[Word]], edge: float) -> str:
    """Lines with a line break between them, a blank where the first word of the next did not fit before the edge."""
    text = ""
    for number, row in enumerate(rows):
        above = rows[number - 1] if number else None
        words = " ".join(word.text for word in row)
        if above is not None:
            fits = (
                row[0].text == "•"
                or one_each(text.rpartition("\n")[2], words)
                or above[-1].right + 0.3 * row[0].height + row[0].right - row[0].left < edge - 0.4 * row[0].height
            )
            text += (
                ""
                if torn(above, row, edge)
                else "\n"
                if fits
                else ""
                if text[-1] == "-" != text.rsplit(maxsplit=1)[-1]
                else " "
            )
        text += words
    return text
