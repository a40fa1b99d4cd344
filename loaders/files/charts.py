"""The chart that shapes make: which of them are one box, what they say, and which stands below which.

Source: slides, and drawings in Word files.
"""

from collections.abc import Sequence

from sederunt.loaders.files.drawn import Box, Drawn
from sederunt.loaders.files.joins import joined_boxes
from sederunt.loaders.files.placing import stacked
from sederunt.loaders.files.shapes import Shape, Stroke


def chart_of(shapes: Sequence[Shape], texts: Sequence[str], strokes: Sequence[Stroke]) -> Drawn | None:
    """The chart that shapes with these words and the strokes between them make; None where they make none."""
    placed = [(shape, text) for shape, text in zip(shapes, texts, strict=True) if shape.bounds is not None]
    bare = [Box(text, *shape.bounds, shape.name) for shape, text in placed if shape.bounds is not None]
    groups = sorted(stacked(bare), key=lambda group: (bare[group[0]].top, bare[group[0]].left))
    boxes = [_one([bare[at] for at in group]) for group in groups]
    glued = {placed[at][0].id: number for number, group in enumerate(groups) for at in group}
    joins = joined_boxes(boxes, strokes, glued)
    return Drawn(tuple(boxes), tuple(joins)) if joins else None


def _one(parts: Sequence[Box]) -> Box:
    """The boxes that are one, as one."""
    text = "\n".join(part.text for part in parts)
    first, last = parts[0], parts[-1]
    return Box(text, first.left, first.top, last.right, last.bottom, first.name, scattered=len(parts) > 1)
