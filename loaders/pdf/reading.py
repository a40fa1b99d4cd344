"""From the words of a page to its lines in reading order: gaps between words as blanks, columns of prose one after the other.

Source: minutes and reports as word processors print them, papers in two columns, lists side by side, labels with what they label beside.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from sederunt.loaders.document import Shape
from sederunt.loaders.pdf.beside import columns_of
from sederunt.loaders.pdf.pages import Word
from sederunt.loaders.pdf.unruled import runs
from sederunt.loaders.pdf.words import around, segments, usual_space, words_in_rows

_FEWEST = 5
"""Fewer lines make no column of prose."""
_PROSE = 0.3
"""Of the lines of a column of prose at least so many begin with a small letter."""
_SHORTEST = 18
_FURTHEST = 150
"""No line is indented by more blanks."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line as it is printed, wide gaps in it as three blanks or more, or a row of a table, with its ``cells``.

    ``size`` is how high its letters are, ``first`` how wide its first word is, ``edge`` how far to the right its column reaches,
    where it stands in one; ``listed``: that is a list of people beside others. ``kind`` and ``depth`` are those of
    a paragraph of a slide, of which ``begins`` tells whether it is the first of its box.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    first: float
    edge: float | None = None
    cells: tuple[str, ...] = ()
    listed: bool = False
    kind: Shape = Shape.LINE
    depth: int = 0
    begins: bool = False

    def after(self, above: "Row") -> float:
        """How far below the line above it stands, in heights of a letter."""
        return 1 + (self.top - above.bottom) / max(self.size, above.size)


def read_rows(words: Sequence[Word]) -> list[Row]:
    """The lines of a page in reading order."""
    if not words:
        return []
    space = usual_space(words)
    margin = min(word.left for word in words)
    found: list[Row] = []
    for piece, listed in _with_lists(words, space):
        if listed:
            edge = max(word.right for word in piece)
            found += (replace(row, edge=edge, listed=True) for row in _printed(piece, space, min(word.left for word in piece)))
            continue
        for flow, prose in _flows(piece, space, 0):
            found += _printed(flow, space, None if prose else margin)
    return found


def _with_lists(words: Sequence[Word], space: float) -> Iterator[tuple[Sequence[Word], bool]]:
    """The words of a page cut at the lists of people that stand side by side; each piece with whether it is such a list."""
    rows = words_in_rows(words)
    kept: list[Word] = []
    at = 0
    while at < len(rows):
        end, columns = columns_of(rows, at, space)
        if columns:
            yield from [(kept, False)] if kept else []
            yield from ((column, True) for column in columns)
            kept, at = [], end
        else:
            kept += rows[at]
            at += 1
    if kept:
        yield (kept, False) if len(kept) < len(words) else (words, False)


# Columns -----------------------------------------------------------------------------------------------------------------------


def _flows(words: Sequence[Word], space: float, depth: int) -> Iterator[tuple[Sequence[Word], bool]]:
    """The words in the runs in which they are read, each with whether it is a column of prose."""
    rows = words_in_rows(words)
    gutter = _gutter(rows, space) if depth < 3 else None
    if gutter is None:
        yield words, depth > 0
        return
    kept: list[Word] = []
    for zone, parted in _zones(rows, gutter, space):
        inside = [word for row in zone for word in row]
        sides = [word for word in inside if word.right <= gutter], [word for word in inside if word.left >= gutter]
        if not (parted and all(_is_prose(side) for side in sides)):
            kept += inside
            continue
        if kept:
            yield kept, depth > 0
            kept = []
        for side in sides:
            yield from _flows(side, space, depth + 1)
    if kept:
        yield kept, depth > 0


def _gutter(rows: Sequence[Sequence[Word]], space: float) -> float | None:
    """Where most wide gaps of a page lie over one another; None where there are too few."""
    gaps = [
        (before[-1].right, after[0].left)
        for row in rows
        for before, after in pairwise(segments(row, space))
        if after[0].left > before[-1].right
    ]
    if len(gaps) < _FEWEST:
        return None
    edges = sorted({start for start, _ in gaps})
    best = max(edges, key=lambda at: sum(start <= at < end for start, end in gaps))
    over = [(start, end) for start, end in gaps if start <= best < end]
    return (best + min(end for _, end in over)) / 2 if len(over) >= _FEWEST else None


def _zones(rows: Sequence[list[Word]], gutter: float, space: float) -> Iterator[tuple[list[list[Word]], bool]]:
    """The lines of a page cut where one runs across the gutter, each run with whether the gutter parts it."""
    zone: list[list[Word]] = []
    parted = False
    for row in rows:
        clear = _leaves(row, gutter, space)
        if zone and clear != parted:
            yield zone, parted
            zone = []
        zone.append(row)
        parted = clear
    if zone:
        yield zone, parted


def _leaves(row: Sequence[Word], gutter: float, space: float) -> bool:
    """Whether no words of a line stand in the gutter or close together across it."""
    return all(part[-1].right <= gutter or part[0].left >= gutter for part in segments(row, space))


def _is_prose(words: Sequence[Word]) -> bool:
    """Whether words are sentences that were wrapped to the width of their column."""
    rows = words_in_rows(words)
    if len(rows) < _FEWEST:
        return False
    small = sum(row[0].text[0].islower() for row in rows)
    letters = sum(len(word.text) + 1 for word in words)
    return small >= _PROSE * len(rows) and letters >= _SHORTEST * len(rows)


# Lines ---------------------------------------------------------------------------------------------------------------------------


def _printed(words: Sequence[Word], space: float, margin: float | None) -> Iterator[Row]:
    """The lines of a run of words; those of a column of prose, which has no ``margin`` of the page, know where it ends."""
    left = min(word.left for word in words) if margin is None else margin
    edge = max(word.right for word in words) if margin is None else None
    advance = _advance(words)
    for run in runs([segments(row, space) for row in words_in_rows(words)]):
        if run.cells:
            yield row_of(" ".join(word.text for word in run.words), run.words, edge, run.cells)
            continue
        text = ""
        for part in run.parts:
            at = min(round((part[0].left - left) / advance), _FURTHEST)
            gap = max(at - len(text), 3) if text else at
            text += " " * gap + " ".join(word.text for word in part)
        yield row_of(text, run.words, edge)


def row_of(text: str, words: Sequence[Word], edge: float | None = None, cells: tuple[str, ...] = ()) -> Row:
    """A line of these words with its place."""
    left, top, right, bottom = around([(word.left, word.top, word.right, word.bottom) for word in words])
    first = words[0]
    return Row(text, left, top, right, bottom, first.height, first.right - first.left, edge, cells)


def _advance(words: Sequence[Word]) -> float:
    """How wide a letter usually is."""
    return max(median((word.right - word.left) / len(word.text) for word in words), 1.0)
