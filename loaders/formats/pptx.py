"""Slide decks: titles, bullets with their levels, tables, boxes, diagrams, charts of boxes and lines, and notes, slide by slide.

Source: ECMA-376, both dialects. A chart is what strokes, or their places alone, make of the boxes of a slide.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace

from sederunt.loaders.document import Document, Place
from sederunt.loaders.document import Shape as Kind
from sederunt.loaders.files.charts import chart_of
from sederunt.loaders.files.package import Element, Package
from sederunt.loaders.files.pieces import Pieces
from sederunt.loaders.files.shapes import A, Drawing, Shape, read_shapes, words_of
from sederunt.loaders.files.smartart import DIAGRAM, read_diagram
from sederunt.loaders.files.tabled import chart_of_table

SUFFIXES = (".pptx", ".pptm", ".ppsx", ".potx")

_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_PLACE = f"{_P}nvSpPr/{_P}nvPr/{_P}ph"
Bounds = tuple[float, float, float, float]
_TITLES, _TEXTS, _FURNITURE = {"title", "ctrTitle"}, {"", "body", "obj", "subTitle"}, {"sldNum", "ftr", "dt", "hdr"}


def read(data: bytes, name: str) -> Document:
    """The document in a slide deck.

    Raises:
        PaperError: it is no deck, is protected, damaged, or unpacks to too much.
    """
    package = Package(data, name)
    related = package.related(package.main)
    slides = [
        related[key].target
        for entry in package.part(package.main).iter(f"{_P}sldId")
        if (key := entry.get(f"{_R}id", "")) in related
    ]
    reader = _Reader(package)
    for number, path in enumerate(slides, 1):
        reader.slide(path, number)
    hidden = f"{name}: {reader.hidden} of its slides are hidden; they were read like the others." if reader.hidden else ""
    return reader.pieces.document("pptx", [hidden] if hidden else [])


class _Reader:
    """Walks the slides of a deck and keeps what they show."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.pieces = Pieces()
        self.hidden = 0

    def slide(self, path: str, number: int) -> None:
        """One slide, then its notes."""
        root = self.package.part(path)
        hidden = root.get("show") in ("0", "false")
        self.hidden += hidden
        place = Place(f"slide {number}{' (hidden)' if hidden else ''}", slide=number)
        tree = root.find(f"{_P}cSld/{_P}spTree")
        if tree is not None:
            self._shapes(read_shapes(tree), path, place)
        for relationship in self.package.related(path).values():
            if relationship.kind == "notesSlide" and self.package.has(relationship.target):
                self._notes(self.package.part(relationship.target), place)

    def _shapes(self, drawing: Drawing, path: str, place: Place) -> None:
        worded = [shape for shape in drawing.shapes if _placeholder(shape) not in _FURNITURE]
        titles = [shape for shape in worded if _placeholder(shape) in _TITLES and _text(shape)]
        held = {end.shape for stroke in drawing.strokes for end in stroke.ends if end}
        drawn = [self._placed(shape, path) for shape in worded if _is_box(shape, held)]
        chart = chart_of(drawn, [_text(shape) for shape in drawn], drawing.strokes)
        boxes = [shape for shape in drawn if _text(shape)]
        loose = [] if chart else [shape for shape in boxes if _placeholder(shape) == "none"]
        charted = {shape.id for shape in boxes} if chart else set[str]()
        for shape in titles[:1] or loose[:1]:
            self.pieces.add(_text(shape).replace("\n", " "), place, kind=Kind.TITLE)
        if not titles and not loose:
            self.pieces.add(f"Slide {place.slide}", place, kind=Kind.TITLE)
        for shape in worded:
            if _placeholder(shape) in _TEXTS and shape.id not in charted:
                self._bullets(shape, place)
            elif shape.element.tag.endswith("}graphicFrame"):
                self._frame(shape, path, place)
        listed = any(_placeholder(shape) in _TEXTS and _text(shape) for shape in worded)
        for shape in loose if titles else loose[1:]:
            self.pieces.apart()
            self._bullets(shape, _at(place, _text(shape)), Kind.BULLET if listed else Kind.BOX)
        if chart:
            self.pieces.chart(chart, [_at(place, box.text) for box in chart.boxes])

    def _placed(self, shape: Shape, path: str) -> Shape:
        """A shape with its place, which may be that which the layout keeps for it."""
        kept = self._kept(path) if shape.bounds is None else {}
        found = shape.element.find(_PLACE)
        index, kind = ("", "") if found is None else (found.get("idx", ""), found.get("type", ""))
        return shape if shape.bounds is not None else replace(shape, bounds=kept.get(f"#{index}", kept.get(kind)))

    def _kept(self, path: str) -> dict[str, Bounds]:
        """Where the layout of a slide keeps its places, by their numbers and by what they are for; what it does not say, its master does."""
        found: dict[str, Bounds] = {}
        for layout in self._behind(path, "slideLayout"):
            above = [entry for master in self._behind(layout, "slideMaster") for entry in self._places(master).items()]
            known = {place.get("type", ""): bounds for place, bounds in above if bounds is not None}
            for place, bounds in self._places(layout).items():
                kind = place.get("type", "")
                if (lies := bounds or known.get(kind, known.get("body") if kind in _TEXTS else None)) is not None:
                    found[f"#{place.get('idx', '')}"] = lies
                    found.setdefault(kind, lies)
        return found

    def _behind(self, path: str, kind: str) -> list[str]:
        """The layout of a slide, the master of a layout."""
        related = self.package.related(path).values()
        return [one.target for one in related if one.kind == kind and self.package.has(one.target)]

    def _places(self, path: str) -> dict[Element, Bounds | None]:
        """The places that a layout or a master keeps, with where they lie."""
        tree = self.package.part(path).find(f"{_P}cSld/{_P}spTree")
        shapes = read_shapes(tree).shapes if tree is not None else []
        return {place: shape.bounds for shape in shapes if (place := shape.element.find(_PLACE)) is not None}

    def _bullets(self, shape: Shape, place: Place, kind: Kind = Kind.BULLET) -> None:
        """The paragraphs of a shape; those that lie deeper hang under the one above them."""
        first = len(self.pieces.blocks)
        depths: list[int] = []
        for paragraph in shape.element.iter(f"{A}p"):
            text = words_of(paragraph)
            if text.strip():
                self.pieces.add(text.replace("\n", " "), place, kind=kind)
                depths.append(_depth(paragraph))
        if len(set(depths)) > 1:
            self.pieces.nested(first, depths)

    def _frame(self, shape: Shape, path: str, place: Place) -> None:
        """A table or a diagram."""
        if chart := chart_of_table([list(map(_cell, row.iterchildren(f"{A}tc"))) for row in shape.element.iter(f"{A}tr")]):
            self.pieces.chart(chart, [_at(place, box.text) for box in chart.boxes])
            return
        for number, row in enumerate(shape.element.iter(f"{A}tr"), 1):
            cells = ["\n".join(_paragraphs(cell)) for cell in row.iterchildren(f"{A}tc")]
            self.pieces.row(cells, Place(f"{place.words}, table row {number}", slide=place.slide))
        for reference in shape.element.iter(DIAGRAM):
            drawn = read_diagram(self.package, path, reference)
            if drawn is not None:
                self.pieces.chart(drawn, [_at(place, box.text) for box in drawn.boxes])

    def _notes(self, root: Element, place: Place) -> None:
        notes = Place(f"{place.words}, notes", slide=place.slide)
        tree = root.find(f"{_P}cSld/{_P}spTree")
        for shape in read_shapes(tree).shapes if tree is not None else ():
            if _placeholder(shape) == "body":
                self._bullets(shape, notes)


def _cell(cell: Element) -> tuple[str, int]:
    """The words of a cell, and how many columns it takes: none where it is part of the one before it."""
    wide = cell.get("gridSpan", "1")
    merged = cell.get("hMerge") in ("1", "true")
    return "\n".join(_paragraphs(cell)), 0 if merged else int(wide) if wide.isdecimal() and len(wide) < 4 else 1


def _at(place: Place, text: str) -> Place:
    """The place of a box on a slide, by its first words."""
    return Place(f"{place.words}, box “{text.partition(chr(10))[0][:60]}”", slide=place.slide)


def _placeholder(shape: Shape) -> str:
    """What a shape is on its slide: the kind of the place that the layout keeps for it, or "none"."""
    if shape.element.tag.endswith("}graphicFrame"):
        return "frame"
    found = shape.element.find(_PLACE)
    return "none" if found is None else found.get("type", "")


def _is_box(shape: Shape, held: Collection[str]) -> bool:
    """Whether a shape can be a box of a chart: one that no layout keeps a place for, or to which a connector is glued."""
    kind = _placeholder(shape)
    return kind == "none" or (kind in _TEXTS and shape.id in held)


def _paragraphs(element: Element) -> Iterator[str]:
    return filter(str.strip, map(words_of, element.iter(f"{A}p")))


def _text(shape: Shape) -> str:
    return "\n".join(_paragraphs(shape.element))


def _depth(paragraph: Element) -> int:
    level = paragraph.find(f"{A}pPr")
    told = level.get("lvl", "0") if level is not None else "0"
    return int(told) if told.isdecimal() and len(told) == 1 else 0
