"""Slides that were printed to PDF: whether pages are such, and the title, bullets and boxes of one.

Source: decks that presentation programs print, a slide on each page; their letters are large for the page, and words stand in boxes of
which nothing is drawn.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from sederunt.graph.lexicon import words as known_words
from sederunt.graph.names import fold
from sederunt.loaders.document import Shape
from sederunt.loaders.pdf.pages import Page, Word
from sederunt.loaders.pdf.reading import Row, row_of
from sederunt.loaders.pdf.unruled import Run, runs
from sederunt.loaders.pdf.words import segments, usual_space, words_in_rows

_PROGRAM = re.compile(r"\b(?:PowerPoint|Impress|Keynote|Slides|Prezi|Canva)\b", re.IGNORECASE)
_WIDE = 1.2
"""Slides are so many times as wide as they are high."""
_LARGE = 0.025
"""Half of the letters on slides are higher than this, in heights of the page."""
_FEWEST_PAGES = 2
_MARK = re.compile(r"[•●▪■◦○‣➢➤►▶✓✔❖·–—*§Øo-]|[\uf000-\uf0ff]|\(?\d{1,2}[.)]")
"""What is printed before a bullet."""
_OVER = 1.15
"""The letters of a title are so many times as high as most on its slide."""
_UPPER = 0.4
"""A title stands in this part of its slide, unless nothing does."""
_STEP = 0.75
"""A line belongs to the box of the one above if the space between them is no more heights of a letter."""
_PARAGRAPH = 0.25
"""So many heights of a letter more part paragraphs of a box."""
_COLUMNS = ("staff_columns", "member_columns", "duty_columns")
_PROSE = 8
"""So many words before a full stop are a sentence."""
_SMALL = 0.5
"""More than so many words of sentences begin small."""
_HANGING = re.compile(r"(?:\b(?:the|an|a|of|and|by|to|for|from|with|in|on|at|that|which)|[,&–-])$")


def is_wide(sizes: Sequence[tuple[float, float]]) -> bool:
    """Whether nearly all pages are as wide as slides."""
    return bool(sizes) and 10 * sum(width > _WIDE * height for width, height in sizes) >= 9 * len(sizes)


def are_slides(sizes: Sequence[tuple[float, float]], program: str, first: Sequence[Page]) -> bool:
    """Whether the pages of these sizes are slides: wide ones, of a program for decks or with large letters on the first of them."""
    if not is_wide(sizes):
        return False
    letters = [word.height / page.height for page in first if page.height for word in page.words]
    large = len(sizes) >= _FEWEST_PAGES and bool(letters) and median(letters) > _LARGE
    return large or _PROGRAM.search(program) is not None


@dataclass
class _Box:
    """Lines that stand close under one another, in letters of one size."""

    lines: list[Sequence[Word]] = field(default_factory=list)

    def takes(self, line: Sequence[Word]) -> bool:
        """Whether a line goes on in this box."""
        last = self.lines[-1]
        height = max(last[-1].height, line[-1].height)
        near = -0.5 * height < line[0].top - last[0].bottom < _STEP * height
        alike = abs(last[-1].height - line[-1].height) < 0.12 * height
        left, right = min(one[0].left for one in self.lines), max(one[-1].right for one in self.lines)
        shared = min(right, line[-1].right) - max(left, line[0].left)
        return near and alike and shared > 0.5 * min(right - left, line[-1].right - line[0].left)


def slide_rows(words: Sequence[Word], height: float) -> list[Row]:
    """The paragraphs of a slide of this height, which has words: its title first, then box by box, bullets without their marks; and rows of tables."""
    title = _title(_boxes(words), height)
    rows = _table(_without(words, title.lines if title else ()))
    boxes = _boxes(_without(words, [*(title.lines if title else ()), *(run.words for run in rows)]))
    if title is None and boxes:
        title = min(boxes, key=_place)
        boxes.remove(title)
    kind = Shape.BULLET if any(map(_is_listed, boxes)) else Shape.BOX
    parts = [*(_texts(box, kind) for box in boxes), *([_cells(run)] for run in rows)]
    found = [_text(title.lines, Shape.TITLE)] if title else []
    return [*found, *(row for part in sorted(parts, key=lambda one: (one[0].top, one[0].left)) for row in part)]


def _table(words: Sequence[Word]) -> list[Run]:
    """The rows of a table without rules, from that which names its columns to the last; what else stands in columns are boxes."""
    space = usual_space(words)
    found = list(runs([segments(row, space) for row in words_in_rows(words)]))
    first = next((at for at, run in enumerate(found) if run.cells and _heads_columns(run.cells)), len(found))
    last = max((at for at, run in enumerate(found) if run.cells), default=0)
    return found[first : last + 1]


def _heads_columns(cells: Sequence[str]) -> bool:
    known = [fold(cell) for cell in cells if cell]
    return sum(any(cell in known_words("loaders", columns) for columns in _COLUMNS) for cell in known) > 1


def _cells(run: Run) -> Row:
    return replace(row_of(" ".join(word.text for word in run.words), run.words, None, run.cells), begins=True)


def _texts(box: _Box, kind: Shape) -> list[Row]:
    """The paragraphs of a box."""
    levels = _levels(box)
    found: list[Row] = []
    for lines in _paragraphs(box):
        depth = sum(level < lines[0][0].left - 2 for level in levels)
        found.append(replace(_text(lines, kind), depth=depth, begins=not found))
    return found


def _text(lines: Sequence[Sequence[Word]], kind: Shape) -> Row:
    printed = [word for at, line in enumerate(lines) for word in (line[1:] if at == 0 and _marked(line) else line)]
    return replace(row_of(" ".join(word.text for word in printed), printed), kind=kind)


def _boxes(words: Sequence[Word]) -> list[_Box]:
    """The boxes in which the words of a slide stand."""
    space = usual_space(words)
    boxes: list[_Box] = []
    near: list[_Box] = []
    for row in words_in_rows(words):
        near = [box for box in near if row[0].top - box.lines[-1][0].bottom < 2 * row[0].height]
        for line in _lines(segments(row, space)):
            box = next((one for one in reversed(near) if one.takes(line)), None)
            if box is None:
                boxes.append(_Box([line]))
                near.append(boxes[-1])
            else:
                box.lines.append(line)
    return boxes


def _lines(parts: Sequence[Sequence[Word]]) -> Iterator[Sequence[Word]]:
    """The parts of a line, each mark with what it stands before."""
    marks: list[Word] = []
    for part in parts:
        if len(part) == 1 and _is_mark(part[0]):
            marks = [part[0]]
        else:
            yield [*marks, *part]
            marks = []
    if marks:
        yield marks


def _is_mark(word: Word) -> bool:
    return _MARK.fullmatch(word.text) is not None


def _marked(line: Sequence[Word]) -> bool:
    return len(line) > 1 and _is_mark(line[0])


def _title(boxes: Sequence[_Box], height: float) -> _Box | None:
    """The box that is the title: the highest of those with the largest letters, if these are larger than most."""
    upper = [box for box in boxes if box.lines[0][0].top < _UPPER * height] or list(boxes)
    usual = median(line[0].height for box in boxes for line in box.lines)
    largest = max(box.lines[0][-1].height for box in upper)
    over = [box for box in upper if box.lines[0][-1].height > 0.95 * largest] if largest > _OVER * usual else []
    return min(over, key=_place, default=None)


def _place(box: _Box) -> tuple[float, float]:
    return box.lines[0][0].top, box.lines[0][0].left


def _without(words: Sequence[Word], lines: Sequence[Sequence[Word]]) -> list[Word]:
    """The words that do not stand in these lines."""
    taken = {word for line in lines for word in line}
    return [word for word in words if word not in taken]


def _is_listed(box: _Box) -> bool:
    """Whether a box holds bullets or prose."""
    return any(map(_marked, box.lines)) or any(
        sum(map(len, lines)) >= _PROSE and lines[-1][-1].text.endswith(".") for lines in _paragraphs(box)
    )


def _levels(box: _Box) -> list[float]:
    """How far in the bullets of a box begin, level by level."""
    found: list[float] = []
    for left in sorted(line[0].left for line in box.lines if _marked(line)):
        if not found or left > found[-1] + 0.5 * box.lines[0][0].height:
            found.append(left)
    return found


def _paragraphs(box: _Box) -> list[list[Sequence[Word]]]:
    """The lines of each paragraph of a box."""
    edge = max(line[-1].right for line in box.lines)
    steps = [lower[0].bottom - upper[0].bottom for upper, lower in pairwise(box.lines)]
    found: list[list[Sequence[Word]]] = []
    for at, line in enumerate(box.lines):
        close = at > 0 and steps[at - 1] < min(steps) + _PARAGRAPH * line[0].height
        if close and not _marked(line) and _goes_on(box, at, found[-1][0], edge):
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _goes_on(box: _Box, at: int, first: Sequence[Word], edge: float) -> bool:
    """Whether a line without a mark goes on with the paragraph above: it hangs under its bullet, or its first word did not fit there."""
    above, line = box.lines[at - 1], box.lines[at]
    hangs = _marked(first) and line[0].left > first[0].left + 0.3 * line[0].height
    begun = line[0].text[0].islower() or _HANGING.search(above[-1].text) is not None
    return hangs or begun or (_is_prose(box) and _is_full(above, line, edge))


def _is_prose(box: _Box) -> bool:
    """Whether a box holds sentences and no names and titles, by how many of its words begin small."""
    letters = [word.text[0] for line in box.lines for word in line if word.text[0].isalpha()]
    return sum(map(str.islower, letters)) > _SMALL * len(letters)


def _is_full(above: Sequence[Word], line: Sequence[Word], edge: float) -> bool:
    return above[-1].right + 0.25 * line[0].height + line[0].right - line[0].left > edge
