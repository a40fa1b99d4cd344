"""The chart that the boxes of a page and the lines between them make.

Source: charts that office programs, drawing programs and reports print to PDF: outlined or filled boxes, square or round, joined by
strokes, by bars of which no piece touches two boxes, or by slivers; words are taken box by box.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sederunt.graph.names import split_honorific
from sederunt.loaders.files.drawn import Box, Drawn
from sederunt.loaders.files.joins import joined_boxes
from sederunt.loaders.files.placing import stacked
from sederunt.loaders.files.shapes import Stroke
from sederunt.loaders.naming.people import looks_like_person, surely_person
from sederunt.loaders.pdf.pages import Bounds, Page, Path, Point, Word
from sederunt.loaders.pdf.ruled import Table, is_sliver, within
from sederunt.loaders.pdf.words import around, words_in_rows

_MOST_BOXES, _MOST_STROKES, _MOST_PATHS = 300, 400, 3_000
_MOST_PAIRS = 2_000_000
_NEAR = 2.5
_MOST_LETTERS = 250
"""A box of more holds a text."""
_OPEN = re.compile(r"(?:\b(?:of|for|and|the|to|in|with|at|mr|mrs|ms|miss|dr|prof|cllr|rev)|[&,–—-])$", re.IGNORECASE)
"""How a line ends that goes on in the next."""
_TIGHT = 1.3
"""The ground of a line of text is no more heights of a letter high."""
_ASIDE = re.compile(r"\s*\([^()]*\)$")
_ARROW = 9
"""The most corners of an arrow that is drawn as a shape."""
_SHARE = 0.6
"""Boxes that no line joins are a chart only if so many of the words of their page stand in them."""


def read_chart(page: Page, tables: Sequence[Table], cells: Sequence[Bounds]) -> tuple[Drawn | None, list[Word]]:
    """The chart of a page, if it has one, and the words in it; ``cells`` are what its rules close in beside tables."""
    if len(page.paths) > _MOST_PATHS or len(page.paths) * len(page.words) > _MOST_PAIRS:
        return None, []
    bounds = [*(path.bounds for path in page.paths if path.closed and not is_sliver(path)), *cells]
    bare = {path.bounds for path in page.paths if not path.outlined}
    inside = {
        place: held
        for place in bounds
        if (held := _held(place, page, tables)) and not (place in bare and _marks_line(place, held))
    }
    if len(inside) < 2 or len(inside) > _MOST_BOXES:
        return None, []
    filled = _with_spilt(_lone(inside), page.words)
    boxes = _boxes(filled)
    strokes = [stroke for path in page.paths for stroke in _strokes(path, boxes)]
    if len(boxes) < 2 or len(strokes) > _MOST_STROKES:
        return None, []
    joins = joined_boxes(boxes, strokes, {})
    own = {word for words in filled.values() for word in words}
    charted = [word for word in page.words if word in own or any(within(word, _bounds(box)) for box in boxes)]
    drawn = any(join.confidence > 0.7 for join in joins)
    if not joins or (not drawn and len(charted) < _SHARE * len(page.words)):
        return None, []
    return Drawn(tuple(boxes), tuple(joins)), charted


def _held(place: Bounds, page: Page, tables: Sequence[Table]) -> tuple[Word, ...]:
    """The words in a box; none if it is too large for one, or part of a table."""
    wide, high = place[2] - place[0], place[3] - place[1]
    if wide * high > 0.5 * page.width * page.height or wide < 12 or high < 6:
        return ()
    middle = (place[0] + place[2]) / 2, (place[1] + place[3]) / 2
    if any(t.bounds[0] < middle[0] < t.bounds[2] and t.bounds[1] < middle[1] < t.bounds[3] for t in tables):
        return ()
    return tuple(word for word in page.words if within(word, place))


def _marks_line(place: Bounds, words: Sequence[Word]) -> bool:
    """Whether what is filled is the ground of one line, as that of words which somebody marked with a colour."""
    return place[3] - place[1] < _TIGHT * max(word.height for word in words)


def _lone(inside: dict[Bounds, tuple[Word, ...]]) -> dict[Bounds, tuple[Word, ...]]:
    """The boxes that are boxes of a chart: no frame around several of them, none twice, no strip inside another."""
    found: dict[Bounds, tuple[Word, ...]] = {}
    for place in sorted(inside, key=_area):
        held = inside[place]
        if sum(len(word.text) for word in held) > _MOST_LETTERS:
            continue
        inner = [one for one in found if set(found[one]) <= set(held)]
        if len(inner) > 1 and sum(len(found[one]) for one in inner) > 0.5 * len(held):
            continue  # a frame around boxes
        if len(inner) == 1 and len(found[inner[0]]) == len(held):
            continue  # its shadow, or its border
        for one in inner:
            del found[one]
        if not any(set(held) & set(words) for words in found.values()):
            found[place] = held
    return found


def _with_spilt(inside: dict[Bounds, tuple[Word, ...]], words: Sequence[Word]) -> dict[Bounds, tuple[Word, ...]]:
    """The boxes with the words that did not fit in: those that stand under the last line of one without a gap, over its foot."""
    taken = {word for held in inside.values() for word in held}
    loose = sorted((word for word in words if word not in taken), key=lambda word: word.top)
    found: dict[Bounds, tuple[Word, ...]] = {}
    for place, held in inside.items():
        own = list(held)
        low = max(word.bottom for word in own)
        for word in loose if place[3] - low < own[0].height else ():
            across = place[0] - _NEAR < word.left and word.right < place[2] + _NEAR
            if across and -1.5 * word.height < word.top - low < 0.5 * word.height and word not in taken:
                own.append(word)
                taken.add(word)
                low = max(low, word.bottom)
        found[place] = tuple(own)
    return found


def _area(place: Bounds) -> float:
    return (place[2] - place[0]) * (place[3] - place[1])


def _boxes(inside: dict[Bounds, tuple[Word, ...]]) -> list[Box]:
    """The boxes in reading order; two on each other without a gap are one."""
    places = list(inside)
    bare = [Box("", *place) for place in places]
    found: list[Box] = []
    for group in stacked(bare):
        words = [word for at in group for word in inside[places[at]]]
        whole = around([places[at] for at in group])
        found.append(Box(_text(words_in_rows(words), whole[2] - whole[0]), *whole))
    return sorted(found, key=lambda box: (box.top, box.left))


def _text(rows: Sequence[Sequence[Word]], width: float) -> str:
    """The lines of a box; those that were wrapped inside of a title or a name, as far as that can be seen, are one."""
    text = " ".join(word.text for word in rows[0]) if rows else ""
    for above, row in pairwise(rows):
        same = above[0].font == row[0].font and abs(above[0].height - row[0].height) < 0.5
        wide = above[-1].right - above[0].left + row[0].right - row[0].left + 0.25 * row[0].height
        line = " ".join(word.text for word in row)
        last = text.rpartition("\n")[2]
        inside = _OPEN.search(last) or line[0].islower() or line[0] in "&–—-" or last.count("(") > last.count(")")
        free = width - wide
        wrapped = same and ((inside and free < row[0].height) or _goes_on(last, line))
        text += ("" if last.endswith("-") and wrapped else " " if wrapped else "\n") + line
    return text


def _goes_on(last: str, line: str) -> bool:
    """Whether a name that was begun behind a dash goes on in the next line: "Clerk – Mrs Ann", "Hale"."""
    _, dash, begun = last.rpartition(" – ")
    titled, name = split_honorific(begun)
    whole = f"{name} {_ASIDE.sub('', line)}"
    if not dash or _is_whole(name) or _is_whole(line):
        return False
    return surely_person(whole) or (bool(titled) and looks_like_person(whole))


def _is_whole(name: str) -> bool:
    """Whether words are somebody's name with a surname and what stands before it."""
    first, _, rest = name.partition(" ")
    return bool(rest) and len(first.rstrip(".")) > 1 and surely_person(name)


def _bounds(box: Box) -> Bounds:
    return box.left, box.top, box.right, box.bottom


# Lines between boxes ---------------------------------------------------------------------------------------------------------------


def _strokes(path: Path, boxes: Sequence[Box]) -> Iterator[Stroke]:
    """The strokes that a path draws, but for the sides of boxes."""
    points = path.points
    if path.closed and (is_sliver(path) or _is_arrow(path, boxes)):
        left, top, right, bottom = path.bounds
        wide = right - left >= bottom - top
        points = (
            ((left, (top + bottom) / 2), (right, (top + bottom) / 2))
            if wide
            else (((left + right) / 2, top), ((left + right) / 2, bottom))
        )
    elif path.closed or not path.outlined:
        return
    if max(abs(x - u) + abs(y - v) for (x, y), (u, v) in pairwise(points)) < 1:
        return
    if not any(_is_side(points, box) for box in boxes):
        yield Stroke(points, dotted=path.dotted)


def _is_arrow(path: Path, boxes: Sequence[Box]) -> bool:
    """Whether a shape can be an arrow: no rectangle, long and thin, smaller than the boxes and none of them."""
    left, top, right, bottom = path.bounds
    wide, high = right - left, bottom - top
    corners = {(round(x), round(y)) for x, y in path.points}
    upright = all(min(x - left, right - x) < 1 and min(y - top, bottom - y) < 1 for x, y in path.points)
    thin = min(wide, high) < min((box.bottom - box.top for box in boxes), default=0.0) and max(wide, high) > 1.2 * min(
        wide, high
    )
    return not upright and 2 < len(corners) <= _ARROW and thin and not any(_bounds(box) == path.bounds for box in boxes)


def _is_side(points: Sequence[Point], box: Box) -> bool:
    """Whether a line runs along the border of a box."""
    sides = (
        all(abs(x - side) < _NEAR and box.top - _NEAR < y < box.bottom + _NEAR for x, y in points)
        for side in (box.left, box.right)
    )
    ends = (
        all(abs(y - end) < _NEAR and box.left - _NEAR < x < box.right + _NEAR for x, y in points)
        for end in (box.top, box.bottom)
    )
    around = len(points) > 3 and all(_on_border(point, box) for point in points)
    return any(sides) or any(ends) or around


def _on_border(point: Point, box: Box) -> bool:
    x, y = point
    across = min(abs(x - box.left), abs(x - box.right)) < _NEAR and box.top - _NEAR < y < box.bottom + _NEAR
    down = min(abs(y - box.top), abs(y - box.bottom)) < _NEAR and box.left - _NEAR < x < box.right + _NEAR
    return across or down
