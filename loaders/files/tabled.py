"""Tables that stand for charts: in each cell a post with who is in it, those in a column under the one at its top.

Source: slides and Word files where somebody made a chart of the cells of a table, with the head of all in a cell over all columns or none.
"""

from collections.abc import Sequence

from sederunt.loaders.files.drawn import Box, Drawn, Join
from sederunt.loaders.files.placing import rank_of
from sederunt.loaders.layout.organigram import tell_posts

Cell = tuple[str, int]
"""The words of a cell, its paragraphs apart by line breaks, and how many columns it takes."""


def chart_of_table(rows: Sequence[Sequence[Cell]]) -> Drawn | None:
    """The chart that a table is; None where its cells are not, mostly, posts with who is in them."""
    boxes = [
        Box(text, left, float(number), left + wide, number + 1.0)
        for number, row in enumerate(rows)
        for (text, wide), left in zip(row, _lefts(row), strict=True)
        if text.strip()
    ]
    texts = [box.text for box in boxes]
    if 2 * sum("\n" in text for text in texts) < len(texts) or not tell_posts(texts):
        return None
    over = ((at, _head(boxes, at)) for at in range(len(boxes)))
    return Drawn(tuple(boxes), tuple(Join(at, head, "inferred", 0.6) for at, head in over if head is not None))


def _lefts(row: Sequence[Cell]) -> list[float]:
    return [float(sum(wide for _, wide in row[:at])) for at in range(len(row))]


def _head(boxes: Sequence[Box], at: int) -> int | None:
    """The box under which one stands: the uppermost of its column, unless its title ranks no higher; else a wider one over it."""
    above = [one for one, box in enumerate(boxes) if box.top < boxes[at].top and _spans(box, boxes[at])]
    column = [one for one in above if _spans(boxes[at], boxes[one]) and _may_head(boxes[one], boxes[at])]
    wider = [one for one in above if not _spans(boxes[at], boxes[one])]
    return next(iter(column or wider[-1:]), None)


def _spans(box: Box, other: Box) -> bool:
    return box.left <= other.left and box.right >= other.right


def _may_head(box: Box, other: Box) -> bool:
    high, low = rank_of(box), rank_of(other)
    return high is None or low is None or high < low
