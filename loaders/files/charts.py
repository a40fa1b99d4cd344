"""The chart that shapes make: which of them are one box, what they say, and which stands below which.

Source: slides, and drawings in Word files.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sederunt.loaders.files.drawn import Box, Drawn
from sederunt.loaders.files.joins import joined_boxes
from sederunt.loaders.files.placing import laid_over, stacked
from sederunt.loaders.files.shapes import Shape, Stroke, is_bare
from sederunt.loaders.layout.organigram import tell_posts


@dataclass(frozen=True, slots=True)
class _Part:
    """A box, or a part of one: the shapes that it is, by their ids; ``bare``: without an edge or a colour of its own."""

    box: Box
    keys: tuple[str, ...]
    bare: bool = False


def chart_of(shapes: Sequence[Shape], texts: Sequence[str], strokes: Sequence[Stroke]) -> Drawn | None:
    """The chart that shapes with these words and the strokes between them make; None where they make none.

    Shapes without words may be what others were laid over that have words, and no edge of their own.
    """
    placed = [(shape, text) for shape, text in zip(shapes, texts, strict=True) if shape.bounds is not None]
    parts = _parts(
        [_Part(Box(text, *shape.bounds, shape.name), (shape.id,), is_bare(shape)) for shape, text in placed if shape.bounds]
    )
    bare = [part.box for part in parts]
    groups = sorted(stacked(bare), key=lambda group: (bare[group[0]].top, bare[group[0]].left))
    boxes = [_one([bare[at] for at in group]) for group in groups]
    glued = {key: number for number, group in enumerate(groups) for at in group for key in parts[at].keys}
    joins = joined_boxes(boxes, strokes, glued)
    return Drawn(tuple(boxes), tuple(joins)) if joins or tell_posts([box.text for box in boxes]) else None


def _parts(parts: Sequence[_Part]) -> list[_Part]:
    """The parts with words; those that are laid over an empty one lie as it does."""
    bare = [part for part in parts if part.box.text and part.bare]
    empty = [part for part in parts if not part.box.text]
    laid = laid_over([part.box for part in bare], [part.box for part in empty])
    over = [_laid(empty[at], [bare[one] for one in inside]) for at, inside in laid.items()]
    taken = {id(bare[one]) for inside in laid.values() for one in inside}
    return [*over, *(part for part in parts if part.box.text and id(part) not in taken)]


def _laid(under: _Part, parts: Sequence[_Part]) -> _Part:
    words = _one([part.box for part in parts])
    box = replace(under.box, text=words.text, name=words.name, scattered=words.scattered)
    return _Part(box, (*under.keys, *(key for part in parts for key in part.keys)))


def _one(parts: Sequence[Box]) -> Box:
    """The boxes that are one, as one."""
    text = "\n".join(part.text for part in parts)
    first, last = parts[0], parts[-1]
    return Box(text, first.left, first.top, last.right, last.bottom, first.name, scattered=len(parts) > 1 or first.scattered)
