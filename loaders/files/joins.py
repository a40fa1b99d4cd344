"""Which box of a drawing stands below which: by glued connectors, else by strokes that touch boxes, else by where the boxes lie.

Source: charts as PowerPoint, Word and drawing programs leave them, on pages of PDF too. In which direction a line was drawn says nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from sederunt.loaders.files.drawn import Box, Join
from sederunt.loaders.files.placing import joined_by_place
from sederunt.loaders.files.shapes import Glued, Point, Stroke


def joined_boxes(boxes: Sequence[Box], strokes: Sequence[Stroke], glued: Mapping[str, int]) -> list[Join]:
    """The joins of a chart, each box below one other at most but for dotted lines; ``glued``: the places of the boxes by their shapes' ids."""
    found = [join for stroke in strokes if (join := _by_glue(boxes, stroke, glued)) is not None]
    loose = [stroke for stroke in strokes if stroke.points and not all(end and end.shape in glued for end in stroke.ends)]
    found += _by_touch(boxes, loose, glued)
    found = list(_settled(sorted(found, key=_is_dotted)))
    return found if any(not join.dotted for join in found) else [*joined_by_place(boxes), *found]


def _is_dotted(join: Join) -> bool:
    return join.dotted


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
    if stroke.points:
        first, last = _seen(boxes[one], first, stroke.points[0]), _seen(boxes[other], last, stroke.points[-1])
    upper, lower = (one, other) if _is_above(boxes, (one, first), (other, last)) else (other, one)
    return Join(lower, upper, "stated", 0.95, stroke.dotted)


def _seen(box: Box, end: Glued, point: Point) -> Glued:
    """An end at the side of its box where it is drawn, if it is drawn at the box: how sides are numbered depends on the shape."""
    side = _side(box, point) if _gap(box, point) <= 0.3 * (box.bottom - box.top) else ""
    return Glued(end.shape, side or end.side)


def _is_above(boxes: Sequence[Box], one: tuple[int, Glued], other: tuple[int, Glued]) -> bool:
    """Whether the first of two boxes is the upper: glued at its foot, else higher on the page, else further to the left."""
    sides = one[1].side, other[1].side
    first, second = boxes[one[0]], boxes[other[0]]
    if ("bottom" in sides) != ("top" in sides) or sides in (("bottom", "top"), ("top", "bottom")):
        return sides[0] == "bottom" or sides[1] == "top"
    if set(sides) == {"left", "right"}:
        return first.middle[0] < second.middle[0]
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
            touching = [_touching(boxes, stroke, glued, near) for stroke in group]
            lines = touching if all(len(touched) > 1 for touched in touching) else [_together(touching)]
            for touched in lines:
                yield from _of_line(boxes, touched, dotted=dotted)


_Touched = dict[int, str]
"""The boxes that a line touches, by their places, with the side at which it touches each; empty inside."""


def _touching(boxes: Sequence[Box], stroke: Stroke, glued: Mapping[str, int], near: float) -> _Touched:
    """The boxes at the two ends of a stroke."""
    found: _Touched = {}
    for point, end in zip((stroke.points[0], stroke.points[-1]), stroke.ends, strict=True):
        held = glued.get(end.shape) if end else None
        at = _touched(boxes, point, near) if held is None else held
        if at is not None:
            found[at] = end.side if end and held is not None and end.side else _side(boxes[at], point)
    return found


def _together(touching: Sequence[_Touched]) -> _Touched:
    return {at: side for touched in touching for at, side in touched.items()}


def _of_line(boxes: Sequence[Box], touched: _Touched, *, dotted: bool) -> Iterator[Join]:
    if len(touched) < 2:
        return
    upper = _head(boxes, touched)
    for lower in sorted(touched.keys() - {upper}):
        yield Join(lower, upper, "inferred", 0.85, dotted)


def _head(boxes: Sequence[Box], touched: _Touched) -> int:
    """Which of the boxes that one line joins is above the others: the one that it leaves at the foot, or else at another side than all
    others; else the one that is higher by itself, or at the left end.
    """
    for side in ("bottom", "right", "left", "top"):
        at_side = [at for at, one in touched.items() if one == side]
        others = {one for one in touched.values() if one != side}
        facing = _FACING.get(side)
        if len(at_side) == 1 and (facing is None or others == {facing}) and side != "top":
            head = boxes[at_side[0]]
            below = [boxes[at] for at in touched if at != at_side[0]]
            if side != "bottom" or all(head.top < box.bottom for box in below):
                return at_side[0] if side != "left" or len(touched) > 2 else _left(boxes, touched)
    by_height = sorted(touched, key=lambda at: boxes[at].middle[1])
    first, second = boxes[by_height[0]], boxes[by_height[1]]
    if first.middle[1] < second.middle[1] and (first.bottom <= second.middle[1] or len(touched) == 2):
        return by_height[0]
    return _left(boxes, touched)


_FACING = {"right": "left", "left": "right"}


def _left(boxes: Sequence[Box], touched: _Touched) -> int:
    return min(touched, key=lambda at: boxes[at].left)


def _touched(boxes: Sequence[Box], point: Point, near: float) -> int | None:
    """The box at whose edge, or in which, a point lies; the nearest of several."""
    away = {at: gap for at, box in enumerate(boxes) if (gap := _gap(box, point)) <= near}
    return min(away, key=lambda at: away[at]) if away else None


def _side(box: Box, point: Point) -> str:
    """The side of a box at which a point lies; empty well inside."""
    away = {
        "top": abs(point[1] - box.top),
        "bottom": abs(point[1] - box.bottom),
        "left": abs(point[0] - box.left),
        "right": abs(point[0] - box.right),
    }
    nearest = min(away, key=lambda side: away[side])
    inside = box.left < point[0] < box.right and box.top < point[1] < box.bottom
    return "" if inside and away[nearest] > 0.3 * (box.bottom - box.top) else nearest


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
