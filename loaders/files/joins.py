"""Which box of a drawing stands below which: by glued connectors, else by strokes that touch boxes, else by where the boxes lie.

Source: charts as PowerPoint, Word and drawing programs leave them, on pages of PDF too. In which direction a line was drawn says nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from sederunt.loaders.files.drawn import Box, Join
from sederunt.loaders.files.shapes import Glued, Point, Stroke

_FEWEST = 3
"""Boxes that no stroke joins are a chart only if there are so many."""


def joined_boxes(boxes: Sequence[Box], strokes: Sequence[Stroke], glued: Mapping[str, int]) -> list[Join]:
    """The joins of a chart, each box below one other at most but for dotted lines; ``glued``: the places of the boxes by their shapes' ids."""
    found = [join for stroke in strokes if (join := _by_glue(boxes, stroke, glued)) is not None]
    loose = [stroke for stroke in strokes if stroke.points and not all(end and end.shape in glued for end in stroke.ends)]
    found += _by_touch(boxes, loose, glued)
    found = list(_settled(found))
    return found or (list(_by_place(boxes)) if not strokes else [])


def _settled(joins: Sequence[Join]) -> Iterator[Join]:
    """Each pair once, none both ways, no box below two others or, round about, below itself."""
    above: dict[int, int] = {}
    seen: set[frozenset[int]] = set()
    for join in joins:
        pair = frozenset((join.lower, join.upper))
        if len(pair) < 2 or pair in seen:
            continue
        if not join.dotted:
            if join.lower in above or join.lower in _all_above(join.upper, above):
                continue
            above[join.lower] = join.upper
        seen.add(pair)
        yield join


def _all_above(box: int, above: Mapping[int, int]) -> set[int]:
    found = {box}
    while box in above and above[box] not in found:
        box = above[box]
        found.add(box)
    return found


# Glued connectors --------------------------------------------------------------------------------------------------------------


def _by_glue(boxes: Sequence[Box], stroke: Stroke, glued: Mapping[str, int]) -> Join | None:
    """What a connector says whose two ends are glued to boxes."""
    first, last = stroke.ends
    if first is None or last is None or first.shape not in glued or last.shape not in glued:
        return None
    one, other = glued[first.shape], glued[last.shape]
    if one == other:
        return None
    upper, lower = (one, other) if _is_above(boxes, (one, first), (other, last)) else (other, one)
    return Join(lower, upper, "stated", 0.95, stroke.dotted)


def _is_above(boxes: Sequence[Box], one: tuple[int, Glued], other: tuple[int, Glued]) -> bool:
    """Whether the first of two boxes is the upper: glued at its foot, else higher on the page, else further to the left."""
    sides = one[1].side, other[1].side
    first, second = boxes[one[0]], boxes[other[0]]
    if ("bottom" in sides) != ("top" in sides) or sides in (("bottom", "top"), ("top", "bottom")):
        return sides[0] == "bottom" or sides[1] == "top"
    level = min(first.bottom, second.bottom) - max(first.top, second.top) > 0.5 * min(
        first.bottom - first.top, second.bottom - second.top
    )
    return first.middle[0] < second.middle[0] if level else first.middle[1] < second.middle[1]


# Strokes that touch ------------------------------------------------------------------------------------------------------------


def _by_touch(boxes: Sequence[Box], strokes: Sequence[Stroke], glued: Mapping[str, int]) -> Iterator[Join]:
    """What the strokes say that are not glued at both ends: those that touch one another are one line, with all boxes it touches."""
    if not boxes or not strokes:
        return
    heights = sorted(box.bottom - box.top for box in boxes)
    near = max(0.3 * heights[len(heights) // 2], 1.0)
    for dotted in (False, True):
        for group in _groups([stroke for stroke in strokes if stroke.dotted == dotted], near * 0.5):
            yield from _of_group(boxes, group, glued, near)


def _of_group(boxes: Sequence[Box], group: Sequence[Stroke], glued: Mapping[str, int], near: float) -> Iterator[Join]:
    touched = {glued[end.shape] for stroke in group for end in stroke.ends if end and end.shape in glued}
    for stroke in group:
        for point in (stroke.points[0], stroke.points[-1]):
            if (box := _touched(boxes, point, near)) is not None:
                touched.add(box)
    if len(touched) < 2:
        return
    upper = _head(boxes, sorted(touched))
    for lower in sorted(touched - {upper}):
        yield Join(lower, upper, "inferred", 0.85, group[0].dotted)


def _head(boxes: Sequence[Box], touched: Sequence[int]) -> int:
    """Which of the boxes that one line joins is above the others: the one that is higher by itself, else the one at the left or right end."""
    by_height = sorted(touched, key=lambda at: boxes[at].middle[1])
    first, second = boxes[by_height[0]], boxes[by_height[1]]
    if first.middle[1] < second.middle[1] and (first.bottom <= second.middle[1] or len(touched) == 2):
        return by_height[0]
    return min(touched, key=lambda at: boxes[at].left)


def _touched(boxes: Sequence[Box], point: Point, near: float) -> int | None:
    """The box at whose edge, or in which, a point lies; the nearest of several."""
    away = {at: gap for at, box in enumerate(boxes) if (gap := _gap(box, point)) <= near}
    return min(away, key=lambda at: away[at]) if away else None


def _gap(box: Box, point: Point) -> float:
    x = max(box.left - point[0], 0.0, point[0] - box.right)
    y = max(box.top - point[1], 0.0, point[1] - box.bottom)
    return float((x * x + y * y) ** 0.5)


def _groups(strokes: Sequence[Stroke], near: float) -> Iterator[list[Stroke]]:
    """The strokes that touch one another, directly or through others."""
    waiting = list(strokes)
    while waiting:
        group, fresh = [], [waiting.pop(0)]
        while fresh:
            stroke = fresh.pop()
            group.append(stroke)
            touching = [other for other in waiting if _touch(stroke, other, near)]
            fresh += touching
            waiting = [other for other in waiting if not any(other is one for one in touching)]
        yield group


def _touch(one: Stroke, other: Stroke, near: float) -> bool:
    """Whether an end of one of two strokes lies on the other."""
    return any(
        _off(point, pair) <= near for a, b in ((one, other), (other, one)) for point in a.points for pair in pairwise(b.points)
    )


def _off(point: Point, segment: tuple[Point, Point]) -> float:
    """How far a point is from a piece of a line."""
    (ax, ay), (bx, by) = segment
    wide, high = bx - ax, by - ay
    long = wide * wide + high * high
    along = 0.0 if not long else max(0.0, min(1.0, ((point[0] - ax) * wide + (point[1] - ay) * high) / long))
    return float(((ax + along * wide - point[0]) ** 2 + (ay + along * high - point[1]) ** 2) ** 0.5)


# Boxes by position only ----------------------------------------------------------------------------------------------------------


def _by_place(boxes: Sequence[Box]) -> Iterator[Join]:
    """What can be guessed where no stroke is drawn: boxes in rows below one box; below which of a row, by what is nearest over it."""
    rows = _rows(boxes)
    if len(boxes) < _FEWEST or len(rows) < 2 or len(rows[0]) != 1:
        return
    over: dict[int, int] = {}
    for above, row in pairwise(rows):
        for lower in row:
            near = min(
                above, key=lambda at: (_aside(boxes[at], boxes[lower]), abs(boxes[at].middle[0] - boxes[lower].middle[0]))
            )
            over[lower] = over[near] if near in over and _hangs(boxes[near], boxes[lower]) else near
            yield Join(lower, over[lower], "inferred", 0.6)


def _hangs(upper: Box, lower: Box) -> bool:
    """Whether two boxes are of one list that hangs under their head: equally wide, close below each other."""
    wide, high = upper.right - upper.left, upper.bottom - upper.top
    same = abs(upper.left - lower.left) < 0.04 * wide and abs(upper.right - lower.right) < 0.04 * wide
    return same and lower.top - upper.bottom < 0.6 * high


def _aside(upper: Box, lower: Box) -> float:
    """How far the middle of one box is from being under another."""
    return max(upper.left - lower.middle[0], 0.0, lower.middle[0] - upper.right)


def _rows(boxes: Sequence[Box]) -> list[list[int]]:
    """The boxes that lie beside one another, row by row from the top."""
    rows: list[list[int]] = []
    for at in sorted(range(len(boxes)), key=lambda at: (boxes[at].top, boxes[at].left)):
        box = boxes[at]
        if rows and box.middle[1] < max(boxes[one].bottom for one in rows[-1][:1]):
            rows[-1].append(at)
        else:
            rows.append([at])
    return rows


def stacked(boxes: Sequence[Box]) -> list[tuple[int, ...]]:
    """Which boxes are one, by their places: two on each other without a gap, such as a strip with a title over one with a name."""
    found: list[tuple[int, ...]] = []
    for at in sorted(range(len(boxes)), key=lambda at: (boxes[at].top, boxes[at].left)):
        over = next((one for one, group in enumerate(found) if _stacked(boxes[group[-1]], boxes[at])), None)
        if over is None:
            found.append((at,))
        else:
            found[over] = (*found[over], at)
    return found


def _stacked(upper: Box, lower: Box) -> bool:
    wide, high = upper.right - upper.left, min(upper.bottom - upper.top, lower.bottom - lower.top)
    same = abs(upper.left - lower.left) < 0.04 * wide and abs(upper.right - lower.right) < 0.04 * wide
    return same and wide > 0 and abs(lower.top - upper.bottom) < 0.1 * high
