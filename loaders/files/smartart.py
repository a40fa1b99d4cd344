"""Diagrams of the kind that office programs call SmartArt: hierarchies as charts, every other kind as words.

Source: ECMA-376, DrawingML diagrams. The picture that a program keeps of a diagram repeats its words and is not read.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sederunt.loaders.files.drawn import Box, Drawn, Join
from sederunt.loaders.files.package import Element, Package
from sederunt.loaders.files.shapes import A, words_of

_D = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DIAGRAM = f"{_D}relIds"
"""The element by which a page refers to a diagram."""

_HIERARCHIES = re.compile(
    r"/layout/(?:orgchart|hierarchy|nameandtitle|halfcircle|horizontalorg|labeledhierarchy|tablehierarchy|pictureorg)",
    re.IGNORECASE,
)
_EMPTY = re.compile(r"\s*(?:\[[^\[\]]*\])?\s*")
"""What a box holds that nobody has written in: nothing, or "[Text]" in the program's language."""
_DEEPEST = 100


@dataclass(frozen=True, slots=True)
class _Diagram:
    boxes: Mapping[str, Box]
    """By the ids of the points."""
    children: Mapping[str, list[str]]
    top: str
    hierarchy: bool


def read_diagram(package: Package, page: str, reference: Element) -> Drawn | None:
    """The chart of a diagram to which a page refers; without joins where it is no hierarchy; None where it holds no words."""
    related = package.related(page)
    targets = {what: related[key].target for what in ("dm", "lo") if (key := reference.get(f"{_R}{what}", "")) in related}
    if "dm" not in targets or not package.has(targets["dm"]):
        return None
    layout = package.part(targets["lo"]) if package.has(targets.get("lo", "")) else None
    diagram = _diagram(package.part(targets["dm"]), layout)
    placed = list(_walked(diagram, diagram.top, None, 0, set()))
    if not placed:
        return None
    numbers = {point: at for at, (point, _) in enumerate(placed)}
    joins = [
        Join(numbers[point], numbers[above], "stated", 0.97)
        for point, above in placed
        if diagram.hierarchy and above is not None
    ]
    return Drawn(tuple(diagram.boxes[point] for point, _ in placed), tuple(joins))


def _diagram(root: Element, layout: Element | None) -> _Diagram:
    points = {point.get("modelId", ""): point for point in root.iter(f"{_D}pt")}
    kinds = {key: point.get("type", "node") for key, point in points.items()}
    links = [link for link in root.iter(f"{_D}cxn") if link.get("type", "parOf") == "parOf"]
    links.sort(key=lambda link: int(order) if (order := link.get("srcOrd", "0")).isdecimal() else 0)
    children: dict[str, list[str]] = {}
    beside: dict[str, str] = {}
    for link in links:
        upper, lower = link.get("srcId", ""), link.get("destId", "")
        if kinds.get(lower) in ("node", "asst") and kinds.get(upper) in ("doc", "node", "asst"):
            children.setdefault(upper, []).append(lower)
            title = points.get(link.get("sibTransId", ""))
            beside[lower] = "" if title is None else _words(title)
    boxes = {key: _box(point, beside.get(key, "")) for key, point in points.items() if kinds[key] in ("node", "asst")}
    top = next((key for key, kind in kinds.items() if kind == "doc"), "")
    return _Diagram(boxes, children, top, _is_hierarchy(points.get(top), layout))


def _is_hierarchy(top: Element | None, layout: Element | None) -> bool:
    properties = top.find(f"{_D}prSet") if top is not None else None
    named = properties.get("loTypeId", "") if properties is not None else ""
    categories = [] if layout is None else [entry.get("type", "") for entry in layout.iter(f"{_D}cat")]
    return "hierarchy" in categories or bool(_HIERARCHIES.search(named))


def _box(point: Element, title: str) -> Box:
    words = _words(point)
    words, title = ("" if _EMPTY.fullmatch(text) else text for text in (words, title))
    return Box("\n".join(filter(None, (words, title))), scattered=bool(words and title))


def _words(point: Element) -> str:
    paragraphs = map(words_of, point.iterfind(f"{_D}t/{A}p"))
    return "\n".join(text for paragraph in paragraphs for line in paragraph.split("\n") if (text := " ".join(line.split())))


def _walked(diagram: _Diagram, point: str, above: str | None, depth: int, seen: set[str]) -> Iterator[tuple[str, str | None]]:
    """The points with words below this one, each with the nearest above it that has words; a box nobody wrote in is passed over."""
    for below in diagram.children.get(point, ()):
        if below in seen or depth > _DEEPEST:
            continue
        seen.add(below)
        written = bool(diagram.boxes[below].text)
        if written:
            yield below, above
        yield from _walked(diagram, below, below if written else above, depth + 1, seen)
