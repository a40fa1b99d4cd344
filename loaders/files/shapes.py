"""Drawings made of shapes: boxes with words and the strokes between them, wherever groups have moved them to.

Source: ECMA-376, DrawingML: shapes of slides, and of drawings in Word. A group gives its own units to what is in it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import cos, radians, sin

from sederunt.loaders.files.package import Element

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_LINES = {"line", "lineInv"}
_CONNECTOR = "Connector"
_DASHED = {"dot", "dash", "lgDash", "dashDot", "lgDashDot", "lgDashDotDot", "sysDash", "sysDot", "sysDashDot", "sysDashDotDot"}
_SITES = {0: "top", 1: "left", 2: "bottom", 3: "right"}
"""The sides of a box by the numbers of the places to which a connector is glued; of rectangles, and near enough of others."""
_FILLS = ("solidFill", "gradFill", "pattFill", "blipFill")
_DEEPEST = 50

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """How the units of a group lie in those of the page: x = dx + sx · x′, and so for y."""

    dx: float = 0.0
    dy: float = 0.0
    sx: float = 1.0
    sy: float = 1.0

    def point(self, x: float, y: float) -> Point:
        """A point of the group, in the units of the page."""
        return self.dx + self.sx * x, self.dy + self.sy * y


@dataclass(frozen=True, slots=True)
class Glued:
    """The end of a connector that is glued to a shape, by its id; ``side`` of it, empty where it is not told."""

    shape: str
    side: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line of a drawing: its corners one after the other, and the shapes to which its two ends are glued."""

    points: tuple[Point, ...]
    ends: tuple[Glued | None, Glued | None] = (None, None)
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape of a drawing: its element, and where it lies (left, top, right, bottom); None where it says nothing of that."""

    id: str
    name: str
    element: Element
    bounds: tuple[float, float, float, float] | None


@dataclass
class Drawing:
    """All that a drawing is made of, in the order in which it was put there."""

    shapes: list[Shape] = field(default_factory=list)
    strokes: list[Stroke] = field(default_factory=list)


def words_of(paragraph: Element) -> str:
    """The words of a paragraph of a drawing, with its line breaks."""
    return "".join("\n" if part.tag == f"{A}br" else part.text or "" for part in paragraph.iter(f"{A}t", f"{A}br"))


def read_shapes(tree: Element, frame: Frame | None = None) -> Drawing:
    """The shapes and strokes in an element that holds them: the tree of a slide, the graphic of a Word drawing.

    ``frame`` is where its units lie on the page, if not at the corner.
    """
    drawing = Drawing()
    _gather(tree, frame or Frame(), drawing, 0)
    return drawing


def _gather(parent: Element, frame: Frame, drawing: Drawing, depth: int) -> None:
    for child in _shown(parent):
        local = child.tag.rpartition("}")[2]
        if local in ("grpSp", "wgp", "wpc") and depth < _DEEPEST:
            _gather(child, _inner(child, frame), drawing, depth + 1)
        elif local == "cxnSp" or (local in ("sp", "wsp") and _is_stroke(child)):
            drawing.strokes += _stroke(child, frame)
        elif local in ("sp", "wsp", "graphicFrame"):
            key, name = _named(child)
            drawing.shapes.append(Shape(key, name, child, _bounds(child, frame)))


def _shown(parent: Element) -> Iterator[Element]:
    """What stands in an element; of what is there twice for programs of different age, the first."""
    for child in parent:
        if child.tag == f"{_MC}AlternateContent":
            choice = child.find(f"{_MC}Choice")
            yield from _shown(choice) if choice is not None else ()
        elif isinstance(child.tag, str):
            yield child


def _named(shape: Element) -> tuple[str, str]:
    told = next((entry for entry in shape.iter() if isinstance(entry.tag, str) and entry.tag.endswith("}cNvPr")), None)
    return ("", "") if told is None else (told.get("id", ""), told.get("name", ""))


def _form(shape: Element) -> Element | None:
    """The element that says where a shape lies."""
    return next((entry for name in ("spPr", "grpSpPr") for entry in shape if entry.tag.rpartition("}")[2] == name), None)


def _transform(shape: Element) -> Element | None:
    form = _form(shape)
    if form is not None:
        return form.find(f"{A}xfrm")
    return next((entry for entry in shape if entry.tag.rpartition("}")[2] == "xfrm"), None)


def _pair(parent: Element, name: str, first: str, second: str) -> Point | None:
    found = parent.find(f"{A}{name}")
    try:
        return None if found is None else (float(found.get(first, "")), float(found.get(second, "")))
    except ValueError:
        return None


def _inner(group: Element, frame: Frame) -> Frame:
    """The frame of what is in a group."""
    told = _transform(group)
    if told is None:
        return frame
    offset, extent = _pair(told, "off", "x", "y"), _pair(told, "ext", "cx", "cy")
    inner, wide = _pair(told, "chOff", "x", "y"), _pair(told, "chExt", "cx", "cy")
    if offset is None or extent is None or inner is None or wide is None or not wide[0] or not wide[1]:
        return frame
    sx, sy = extent[0] / wide[0], extent[1] / wide[1]
    dx, dy = frame.point(offset[0] - sx * inner[0], offset[1] - sy * inner[1])
    return Frame(dx, dy, frame.sx * sx, frame.sy * sy)


def _bounds(shape: Element, frame: Frame) -> tuple[float, float, float, float] | None:
    told = _transform(shape)
    if told is None:
        return None
    offset, extent = _pair(told, "off", "x", "y"), _pair(told, "ext", "cx", "cy")
    if offset is None or extent is None:
        return None
    if told.get("rot", "0").lstrip("-").isdecimal() and abs(int(told.get("rot", "0"))) % 10_800_000 == 5_400_000:
        middle = offset[0] + extent[0] / 2, offset[1] + extent[1] / 2  # a quarter turn: wide and high change places
        offset, extent = (middle[0] - extent[1] / 2, middle[1] - extent[0] / 2), (extent[1], extent[0])
    return (*frame.point(*offset), *frame.point(offset[0] + extent[0], offset[1] + extent[1]))


def _preset(shape: Element) -> str:
    form = _form(shape)
    found = form.find(f"{A}prstGeom") if form is not None else None
    return "" if found is None else found.get("prst", "")


def _is_stroke(shape: Element) -> bool:
    """Whether a shape is a line or an arrow, and says nothing."""
    if any((words.text or "").strip() for words in shape.iter() if isinstance(words.tag, str) and words.tag.endswith("}t")):
        return False
    preset = _preset(shape)
    return preset in _LINES or _CONNECTOR in preset or "Arrow" in preset or _path(shape) is not None


def _path(shape: Element) -> Element | None:
    """The path of a shape that somebody drew by hand and that is not filled."""
    form = _form(shape)
    path = form.find(f"{A}custGeom/{A}pathLst/{A}path") if form is not None else None
    return path if form is not None and path is not None and path.find(f"{A}close") is None else None


def _stroke(shape: Element, frame: Frame) -> Iterator[Stroke]:
    ends = _ends(shape)
    bounds = _bounds(shape, frame)
    if bounds is None and ends == (None, None):
        return
    form = _form(shape)
    dash = form.find(f"{A}ln/{A}prstDash") if form is not None else None
    dotted = dash is not None and dash.get("val", "solid") in _DASHED
    yield Stroke(tuple(_corners(shape, frame)) if bounds else (), ends, dotted)


def is_bare(shape: Shape) -> bool:
    """Whether a shape has no edge and no colour, as a text box has none that is laid over another shape."""
    form = _form(shape.element)
    edge = form.find(f"{A}ln") if form is not None else None
    bare = form is None or all(form.find(f"{A}{fill}") is None for fill in _FILLS)
    return bare and (edge is None or edge.find(f"{A}solidFill") is None) and not _is_styled(shape.element)


def _is_styled(shape: Element) -> bool:
    """Whether the theme gives a shape a colour or an edge, and the shape itself does not say that it has none."""
    form = _form(shape)
    style = next((part for part in shape if isinstance(part.tag, str) and part.tag.endswith("}style")), None)
    if style is None or (form is not None and form.find(f"{A}noFill") is not None):
        return False
    return any(entry.get("idx", "0") != "0" for name in ("lnRef", "fillRef") for entry in style.iter(f"{A}{name}"))


def _ends(shape: Element) -> tuple[Glued | None, Glued | None]:
    first = next(shape.iter(f"{A}stCxn"), None)
    last = next(shape.iter(f"{A}endCxn"), None)
    return _glued(first), _glued(last)


def _glued(end: Element | None) -> Glued | None:
    if end is None:
        return None
    site = end.get("idx", "")
    return Glued(end.get("id", ""), _SITES.get(int(site), "") if site.isdecimal() else "")


def _corners(shape: Element, frame: Frame) -> Iterator[Point]:
    """The corners of a stroke in the units of the page, as it is turned and mirrored; those of an arrow are its two ends."""
    told = _transform(shape)
    offset, extent = (None, None) if told is None else (_pair(told, "off", "x", "y"), _pair(told, "ext", "cx", "cy"))
    if told is None or offset is None or extent is None:
        return
    across, down = (-1 if told.get(flip) in ("1", "true") else 1 for flip in ("flipH", "flipV"))
    turned = told.get("rot", "0")
    angle = radians(int(turned) / 60_000) if turned.lstrip("-").isdecimal() and len(turned) < 12 else 0.0
    middle = offset[0] + extent[0] / 2, offset[1] + extent[1] / 2
    for x, y in _outline(shape):
        u, v = across * (x - 0.5) * extent[0], down * (y - 0.5) * extent[1]
        yield frame.point(middle[0] + u * cos(angle) - v * sin(angle), middle[1] + u * sin(angle) + v * cos(angle))


def _outline(shape: Element) -> Iterator[Point]:
    """The corners of a stroke as shares of its width and height."""
    preset = _preset(shape)
    if (path := _path(shape)) is not None:
        yield from _along(path)
    elif "Arrow" in preset:
        yield from ((0.0, 0.5), (1.0, 0.5)) if preset.startswith(("right", "left")) else ((0.5, 0.0), (0.5, 1.0))
    else:
        first, second, third = (_adjusted(shape, f"adj{number}") for number in (1, 2, 3))
        yield from {
            "bentConnector2": ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0)),
            "bentConnector3": ((0.0, 0.0), (first, 0.0), (first, 1.0), (1.0, 1.0)),
            "bentConnector4": ((0.0, 0.0), (first, 0.0), (first, second), (1.0, second), (1.0, 1.0)),
            "bentConnector5": ((0.0, 0.0), (first, 0.0), (first, second), (third, second), (third, 1.0), (1.0, 1.0)),
        }.get(preset, ((0.0, 0.0), (1.0, 1.0)))


def _adjusted(shape: Element, name: str) -> float:
    """How far along a bend of a connector lies: in the middle, unless it was moved."""
    for guide in shape.iter(f"{A}gd"):
        kind, _, value = guide.get("fmla", "").partition(" ")
        if guide.get("name") == name and kind == "val" and value.lstrip("-").isdecimal() and len(value) < 12:
            return int(value) / 100_000
    return 0.5


def _along(path: Element) -> Iterator[Point]:
    wide, high = (float(size) if (size := path.get(name, "")).isdecimal() and int(size) else 1.0 for name in ("w", "h"))
    for point in path.iter(f"{A}pt"):
        try:
            yield float(point.get("x", "")) / wide, float(point.get("y", "")) / high
        except ValueError:
            continue
