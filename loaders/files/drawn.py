"""A chart as a drawing gives it, whatever the program and the format: boxes with words, and which is joined to which."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Box:
    """A box with words; its paragraphs are apart by line breaks.

    ``left``, ``top``, ``right`` and ``bottom`` are in the units of the drawing, downwards. ``scattered``: its words do not stand
    together in the file. ``name`` is what the program calls it.
    """

    text: str
    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0
    name: str = ""
    scattered: bool = False

    @property
    def middle(self) -> tuple[float, float]:
        """The point in the middle of it."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Join:
    """That a box stands below another, by their places among the boxes."""

    lower: int
    upper: int
    basis: Literal["stated", "inferred"]
    confidence: float
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """The boxes of a chart in reading order, and their joins."""

    boxes: tuple[Box, ...]
    joins: tuple[Join, ...]
