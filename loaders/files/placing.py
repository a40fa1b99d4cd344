"""Boxes by their places alone: which are one, and which stand below which where no stroke is drawn.

Source: slides and pages where somebody laid boxes in rows, or in lists that hang under their heads, and drew no lines.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from sederunt.loaders.files.drawn import Box, Join
from sederunt.loaders.naming.headship import leads_all, rank

_FEWEST = 3
"""Boxes that no stroke joins are a chart only if there are so many."""
_WIDEST = 60
"""Rows of more boxes are not shared out: no page holds them."""

_MOST_HEADS = 8
"""Charts that stand beside each other have a box at the top each, in one row; whether they do, their words must tell."""
_MOST_LAID = 4
"""Boxes that lie on one empty one: a title, a name, and how to reach them."""


def joined_by_place(boxes: Sequence[Box]) -> list[Join]:
    """What can be guessed where no stroke is drawn: boxes in rows below one box, or in columns to the right of one.

    A row is shared out so that each box stands over the middle of those below it; a list that hangs under a box is all below that.
    """
    if len(boxes) < _FEWEST:
        return []
    turned = [Box("", box.top, box.left, box.bottom, box.right) for box in boxes]
    ways = [found for lying in (boxes, turned) if (found := _shared_out(lying, most=1))]
    over = next((found for found in ways if _against(boxes, found) <= 0.2 * len(found)), {})
    over = over or _ranked(boxes, _shared_out(boxes, most=_MOST_HEADS)) or next(iter(ways), {})
    return [Join(lower, upper, "inferred", 0.6) for lower, upper in sorted(over.items())]


def _against(boxes: Sequence[Box], over: Mapping[int, int]) -> int:
    """How many boxes would stand below one with a title of lower rank."""
    ranks = [(rank_of(boxes[lower]), rank_of(boxes[upper])) for lower, upper in over.items()]
    return sum(low is not None and high is not None and low < high for low, high in ranks)


def _ranked(boxes: Sequence[Box], over: dict[int, int]) -> dict[int, int]:
    """The box over each, if all those above have titles of higher rank than those below them; else none."""
    ranks = [(rank_of(boxes[lower]), rank_of(boxes[upper])) for lower, upper in over.items()]
    return over if all(high is not None and (low is None or high < low) for low, high in ranks) else {}


def rank_of(box: Box) -> int | None:
    """How high the title in a box stands among titles; the lower the number, the higher."""
    lines = box.text.split("\n")
    return -1 if any(map(leads_all, lines)) else min((told for line in lines if (told := rank(line)) is not None), default=None)


def _shared_out(boxes: Sequence[Box], *, most: int) -> dict[int, int]:
    """The box over each, by their places; empty where more than ``most`` boxes are at the top."""
    listed = _lists(boxes)
    rows = _rows(boxes, [at for at in range(len(boxes)) if at not in listed])
    if not 0 < len(rows[0]) <= most or (len(rows) < 2 and not listed) or max(map(len, rows)) > _WIDEST:
        return {}
    return listed | {lower: upper for above, row in pairwise(rows) for lower, upper in _halves(boxes, above, row)}


def _lists(boxes: Sequence[Box]) -> dict[int, int]:
    """For each box of a list that hangs under its head close below each other: the head."""
    over: dict[int, int] = {}
    for at in sorted(range(len(boxes)), key=lambda at: boxes[at].top):
        above = [one for one in range(len(boxes)) if one != at and _hangs(boxes[one], boxes[at])]
        if above:
            near = max(above, key=lambda one: boxes[one].bottom)
            over[at] = over[near] if near in over and _same_width(boxes[near], boxes[at]) else near
    return over


def _hangs(upper: Box, lower: Box) -> bool:
    """Whether a box lies close below another, mostly under it."""
    high = min(upper.bottom - upper.top, lower.bottom - lower.top)
    shared = min(upper.right, lower.right) - max(upper.left, lower.left)
    narrow = min(upper.right - upper.left, lower.right - lower.left)
    return upper.top < lower.top and -0.1 * high < lower.top - upper.bottom < 0.6 * high and shared > 0.5 * narrow


def _same_width(upper: Box, lower: Box) -> bool:
    wide = upper.right - upper.left
    return wide > 0 and abs(upper.left - lower.left) < 0.04 * wide and abs(upper.right - lower.right) < 0.04 * wide


def _rows(boxes: Sequence[Box], among: Sequence[int]) -> list[list[int]]:
    """The boxes that lie beside one another, row by row from the top, each from the left."""
    rows: list[list[int]] = []
    for at in sorted(among, key=lambda at: (boxes[at].top, boxes[at].left)):
        box = boxes[at]
        if rows and box.middle[1] < max(boxes[one].bottom for one in rows[-1][:1]):
            rows[-1].append(at)
        else:
            rows.append([at])
    return [sorted(row, key=lambda at: boxes[at].left) for row in rows] or [[]]


def _halves(boxes: Sequence[Box], above: Sequence[int], row: Sequence[int]) -> Iterator[tuple[int, int]]:
    """(lower, upper) for each box of a row: those next to each other are shared out among the boxes above, in their order."""
    middles, tops = [boxes[at].middle[0] for at in row], [boxes[at].middle[0] for at in above]
    wide = min(boxes[at].right - boxes[at].left for at in (*above, *row))

    def cost(first: int, end: int, upper: int) -> float:
        """How far an upper box is from the middle of these below it; more where others lie over them with nothing below."""
        if end == first:
            return 0.0
        between = sum(middles[first] - 0.3 * wide < top < middles[end - 1] + 0.3 * wide for top in tops) - 1
        return abs((middles[first] + middles[end - 1]) / 2 - tops[upper]) + 0.3 * wide * max(between, 0)

    @cache
    def best(first: int, upper: int) -> tuple[float, int]:
        """(how far off the middle all is from here on, how many boxes this upper one has below it)."""
        if upper == len(tops) - 1:
            return cost(first, len(middles), upper), len(middles) - first
        return min((cost(first, end, upper) + best(end, upper + 1)[0], end - first) for end in range(first, len(middles) + 1))

    first = 0
    for upper, at in enumerate(above):
        many = best(first, upper)[1]
        yield from ((lower, at) for lower in row[first : first + many])
        first += many


def laid_over(boxes: Sequence[Box], empty: Sequence[Box]) -> dict[int, list[int]]:
    """Which boxes lie on which empty one, by their places, from the top: a title and a name on a rectangle, each in a box of its own.

    What holds more than a few, or is far larger than its words, is a ground on which a chart stands.
    """
    found: dict[int, list[int]] = {}
    taken: set[int] = set()
    for at in sorted(range(len(empty)), key=lambda at: _area(empty[at])):
        inside = [one for one in range(len(boxes)) if one not in taken and _lies_on(boxes[one], empty[at])]
        inside.sort(key=lambda one: (boxes[one].top, boxes[one].left))
        if inside and len(inside) <= _MOST_LAID and _fills([boxes[one] for one in inside], empty[at]):
            found[at] = inside
            taken |= set(inside)
    return found


def _area(box: Box) -> float:
    return (box.right - box.left) * (box.bottom - box.top)


def _lies_on(box: Box, under: Box) -> bool:
    """Whether the middle of a box lies on another, which it hardly overhangs."""
    x, y = box.middle
    inside = under.left <= x <= under.right and under.top <= y <= under.bottom
    wide, high = (box.right - box.left, box.bottom - box.top)
    return inside and wide <= 1.7 * (under.right - under.left) and high <= 1.5 * (under.bottom - under.top)


def _fills(boxes: Sequence[Box], under: Box) -> bool:
    """Whether boxes that lie below each other leave little of what they are laid over."""
    high = sum(box.bottom - box.top for box in boxes)
    wide = max(box.right - box.left for box in boxes)
    apart = all(lower.middle[1] > upper.middle[1] for upper, lower in pairwise(boxes))
    return apart and high > 0.4 * (under.bottom - under.top) and wide > 0.4 * (under.right - under.left)


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
    high = min(upper.bottom - upper.top, lower.bottom - lower.top)
    return _same_width(upper, lower) and abs(lower.top - upper.bottom) < 0.1 * high
