"""From the words of a page to its lines in reading order: gaps between words as blanks, columns of prose one after the other.

Source: minutes and reports as word processors print them, papers in two columns, lists side by side, labels with what they label beside.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from sederunt.loaders.files.pages import Word

_WIDE = 0.85
"""A gap between words that is at least so many letters high may be one between columns."""
_FEWEST = 5
"""Fewer lines make no column of prose."""
_PROSE = 0.3
"""Of the lines of a column of prose at least so many begin with a small letter."""
_SHORTEST = 18
_FURTHEST = 150
"""No line is indented by more blanks."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line as it is printed, wide gaps in it as three blanks or more.

    ``first`` is how wide its first word is, ``edge`` how far to the right its column reaches, where it stands in one.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    first: float
    edge: float | None = None

    @property
    def height(self) -> float:
        """How high its letters are."""
        return self.bottom - self.top


def read_rows(words: Sequence[Word]) -> list[Row]:
    """The lines of a page in reading order."""
    if not words:
        return []
    space = _usual_space(words)
    margin = min(word.left for word in words)
    return [row for flow, prose in _flows(words, space, 0) for row in _printed(flow, space, None if prose else margin)]


def words_in_rows(words: Iterable[Word]) -> list[list[Word]]:
    """Words that stand beside one another, from the top; those of a line from the left."""
    found: list[list[Word]] = []
    for word in sorted(words, key=lambda one: one.middle[1]):
        near = found and abs(word.middle[1] - found[-1][0].middle[1]) < 0.5 * max(word.height, found[-1][0].height)
        if near:
            found[-1].append(word)
        else:
            found.append([word])
    return [sorted(row, key=lambda one: one.left) for row in found]


def _usual_space(words: Sequence[Word]) -> float:
    """How wide a blank usually is, in heights of a letter."""
    gaps = [
        gap / after.height
        for before, after in pairwise(words)
        if abs(before.bottom - after.bottom) < 1 and 0 < (gap := after.left - before.right) < _WIDE * after.height
    ]
    return median(gaps) if gaps else 0.3


def segments(row: Sequence[Word], space: float) -> list[list[Word]]:
    """The words of a line, cut at wide gaps; a line whose gaps are all alike was stretched to the margin."""
    gaps = [(after.left - before.right) / max(after.height, 1.0) for before, after in pairwise(row)]
    if not gaps:
        return [list(row)]
    narrow = min(gaps)
    even = len(gaps) > 3 and max(gaps) < 1.3 * narrow
    least = max(_WIDE, 2.4 * space, 2.4 * narrow if narrow < _WIDE else 0.0)
    found = [[row[0]]]
    for word, gap in zip(row[1:], gaps, strict=True):
        if gap >= least and not even:
            found.append([word])
        else:
            found[-1].append(word)
    return found


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
    for row in words_in_rows(words):
        text = ""
        for part in segments(row, space):
            at = min(round((part[0].left - left) / advance), _FURTHEST)
            gap = max(at - len(text), 3) if text else at
            text += " " * gap + " ".join(word.text for word in part)
        top, bottom = min(word.top for word in row), max(word.bottom for word in row)
        yield Row(text, row[0].left, top, max(word.right for word in row), bottom, row[0].right - row[0].left, edge)


def _advance(words: Sequence[Word]) -> float:
    """How wide a letter usually is."""
    return max(median((word.right - word.left) / len(word.text) for word in words), 1.0)
