"""Charts printed to PDF: boxes that are outlined, filled, round or not drawn at all, and the lines between them in many ways."""

from collections.abc import Iterator
from random import Random

from tests.formats import drawing
from tests.formats.drawing import HIGH, WIDE, Piece, Sketch
from tests.formats.minuted_print import wrap
from tests.formats.orgs import Org
from tests.formats.printing import Manner
from tests.loaders.printer import Sheet, printed

_POINT = 12_700
_MARGIN, _OVER = 40, 70
"""What is left free beside a chart, and over it, in points."""
_SIZE, _STEP = 8, 9.5
_OPENING = (
    "The Board asked for the structure of the service to be printed with its papers.",
    "It is shown on the page that follows, as it stands since the spring.",
)


def page(
    org: Org,
    rng: Random,
    *,
    box: str = "S",
    line: str = "bus",
    hanging: bool = False,
    sideways: bool = False,
    spilt: bool = False,
    opened: bool = False,
) -> bytes:
    """A PDF with the chart of an organisation, a box a seat.

    ``box``: S outlined, f filled, B both, or round. ``line``: edge, elbow, bus, sliver, or none where it is empty.
    ``spilt``: the words stand out over the foot of their box. ``opened``: pages with words stand before and behind.
    """
    made = drawing.sketch(org, Manner(rng), sideways=sideways, hanging=hanging, rng=rng)
    left, top = min(one.x for one in made.boxes), min(one.y for one in made.boxes)
    for one in made.boxes:
        one.x, one.y = one.x - left, one.y - top
    wide, high = (max(getattr(one, axis) for one in made.boxes) / _POINT for axis in "xy")
    sheet = Sheet(wide + WIDE / _POINT + 2 * _MARGIN, high + HIGH / _POINT + _OVER + _MARGIN).write(
        _MARGIN, 40, "Our structure", 16
    )
    for points in _lines(made, line):
        _stroke(sheet, points, sliver=line == "sliver")
    for one in rng.sample(made.boxes, len(made.boxes)):
        x, y = _at(one.x, one.y)
        _box(sheet, x, y, box)
        _words(sheet, x, y, one.words, spilt=spilt)
    around = [Sheet().lines(60, 80, _OPENING)] if opened else []
    return printed(*around, sheet, *around)


def _at(x: float, y: float) -> tuple[float, float]:
    return x / _POINT + _MARGIN, y / _POINT + _OVER


def _lines(made: Sketch, line: str) -> Iterator[list[tuple[float, float]]]:
    """The corners of each line of a chart."""
    pieces: list[Piece] = [] if not line else drawing.pieces(made) if line in ("bus", "sliver") else drawing.straight(made)
    for first, last in pieces:
        (ax, ay), (bx, by) = _at(*first), _at(*last)
        if line == "elbow" and made.sideways:
            yield [(ax, ay), ((ax + bx) / 2, ay), ((ax + bx) / 2, by), (bx, by)]
        elif line == "elbow":
            yield [(ax, ay), (ax, (ay + by) / 2), (bx, (ay + by) / 2), (bx, by)]
        else:
            yield [(ax, ay), (bx, by)]


def _stroke(sheet: Sheet, points: list[tuple[float, float]], *, sliver: bool) -> None:
    if not sliver:
        sheet.line(*(value for point in points for value in point))
        return
    (ax, ay), (bx, by) = points
    sheet.box(min(ax, bx) - 0.4, min(ay, by) - 0.4, max(ax, bx) + 0.4, max(ay, by) + 0.4, "f")


def _box(sheet: Sheet, x: float, y: float, box: str) -> None:
    right, foot = x + WIDE / _POINT, y + HIGH / _POINT
    if box == "round":
        sheet.round(x, y, right, foot, 6)
    else:
        sheet.box(x, y, right, foot, box)


def _words(sheet: Sheet, x: float, y: float, words: str, *, spilt: bool) -> None:
    """The words of a box, each line in its middle."""
    wide = (WIDE / _POINT - 8) * 11 / _SIZE
    lines = [line for part in words.replace("\v", "\n").split("\n") for line in wrap(part, wide)]
    free = HIGH / _POINT - _STEP * len(lines)
    first = y + (HIGH / _POINT - 2 * _STEP if spilt else free / 2) + _SIZE
    for at, line in enumerate(lines):
        sheet.write(x + 4, first + at * _STEP, line, _SIZE)
