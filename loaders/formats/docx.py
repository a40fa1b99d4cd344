"""Word files: paragraphs, tables, text boxes, headers, footers and notes, in the order in which they are read.

Source: ECMA-376, both dialects. A text box stands twice in a file, as a drawing and as its fallback for older programs: the drawing
is read. What was deleted with changes tracked, and what is hidden, is not read; what was inserted is.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sederunt.loaders.document import Document, Place
from sederunt.loaders.files.charts import chart_of
from sederunt.loaders.files.numbering import Numbering, read_numbering
from sederunt.loaders.files.numbering import W as _W
from sederunt.loaders.files.package import Element, Package
from sederunt.loaders.files.pieces import Pieces
from sederunt.loaders.files.shapes import A, Drawing, Frame, Shape, Stroke, read_shapes
from sederunt.loaders.files.smartart import DIAGRAM, read_diagram
from sederunt.loaders.files.tabled import chart_of_table

SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_FEWEST = 3
"""More boxes than this in one paragraph can be a chart without lines."""
_TRANSPARENT = {f"{_W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")} | {
    f"{_MC}AlternateContent",
    f"{_MC}Choice",
}
"""What stands around paragraphs and rows without being anything itself."""
_UNREAD = {f"{_W}{name}" for name in ("del", "moveFrom", "delText", "instrText", "pPr", "rPr", "sdtPr", "commentReference")} | {
    f"{_MC}Fallback"
}
_BREAKS = {f"{_W}tab": "\t", f"{_W}ptab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_BOX = f"{_W}txbxContent"
_PAGE = re.compile(r"\W*(?:page\s*)?\d*(?:\s*(?:of|/)\s*\d*)?\W*", re.IGNORECASE)
"""What a header or footer says that only counts the pages."""
_TWIPS, _FARTHEST = 180, 60
"""So many twentieths of a point are a character's width; nothing is set in farther."""
_DEEPEST = 20
"""Tables nested more deeply are not gone into: no paper has them."""


def read(data: bytes, name: str) -> Document:
    """The document in a Word file.

    Raises:
        PaperError: it is no Word file, is protected, damaged, or unpacks to too much.
    """
    package = Package(data, name)
    body = package.part(package.main)
    related = package.related(package.main).values()
    parts = {
        kind: [package.part(one.target) for one in related if one.kind == kind and package.has(one.target)] for kind in _PARTS
    }
    reader = _Reader(
        package, _styles(parts["styles"]), read_numbering(parts["numbering"][0]) if parts["numbering"] else Numbering()
    )
    reader.edge(parts["header"], "header")
    for child in body.iterchildren(f"{_W}body"):
        reader.flow(child, "")
    reader.notes(parts["footnotes"], "footnote")
    reader.notes(parts["endnotes"], "endnote")
    reader.edge(parts["footer"], "footer")
    return reader.pieces.document("docx")


_PARTS = ("styles", "numbering", "header", "footer", "footnotes", "endnotes")


class _Reader:
    """Walks the parts of a file in reading order and keeps what they say."""

    def __init__(self, package: Package, styles: "dict[str, _Style]", numbering: Numbering) -> None:
        self.package = package
        self.list: list[int] = []
        """How far each paragraph of the list that goes on is set in; the first may be the one over it."""
        self.pieces = Pieces()
        self.styles = styles
        self.numbering = numbering
        self.counts = {"paragraph": 0, "table": 0, "text box": 0}

    def flow(self, parent: Element, within: str, depth: int = 0) -> None:
        """Paragraphs and tables one after the other; ``within`` is where they stand, such as ``text box 2``."""
        for child in _children(parent):
            if child.tag == f"{_W}p":
                self._paragraph(child, Place(within or f"paragraph {self._next('paragraph')}"), depth)
            elif child.tag == f"{_W}tbl" and depth < _DEEPEST:
                self._end_list()
                self._table(child, within, depth)
        self._end_list()

    def edge(self, roots: Iterable[Element], where: str) -> None:
        """What headers or footers say beside the number of the page, each line once."""
        said = dict.fromkeys(
            line for root in roots for p in root.iter(f"{_W}p") for line in _text(p).split("\n") if not _PAGE.fullmatch(line)
        )
        for line in said:
            self.pieces.add(line, Place(where))
        self.pieces.apart()

    def notes(self, roots: Iterable[Element], where: str) -> None:
        """Footnotes or endnotes, behind everything else."""
        written = [note for root in roots for note in root if note.get(f"{_W}type") is None]
        for number, note in enumerate(written, 1):
            self.pieces.apart()
            self.flow(note, f"{where} {number}")

    def _next(self, what: str) -> int:
        self.counts[what] += 1
        return self.counts[what]

    def _paragraph(self, paragraph: Element, place: Place, depth: int) -> None:
        text = _text(paragraph)
        boxes = _boxes(paragraph)
        if text.strip() or not boxes:
            level, label, indent = self._looks(paragraph) if text.strip() else (0, "", 0)
            self._in_list(indent, whole=bool(text.strip()) and not level and not re.search(r"[\n\t]", text.strip()))
            self.pieces.add(text, place, level=level, label=label, indent=indent)
        if self._drawn(paragraph, place):
            return
        for box in boxes if depth < _DEEPEST else ():
            self.pieces.apart()
            self.flow(box, f"text box {self._next('text box')}", depth + 1)
            self.pieces.apart()

    def _in_list(self, indent: int, *, whole: bool) -> None:
        """Note how far the paragraph to come is set in: whether a list goes on with it, or it may be the one over a list.

        ``whole``: it is neither empty nor a heading, nor are there several lines in it.
        """
        if not whole or (not indent and self.list[-1:] == [0]):
            self._end_list(over=whole)
        if whole:
            self.list.append(indent)

    def _end_list(self, *, over: bool = False) -> None:
        """The list ends: where its entries hang under one another it may be a chart. ``over``: not with its last, which is no entry."""
        depths, self.list = self.list[: -1 if over else None], []
        first = len(self.pieces.blocks) - len(depths) - over
        if len(depths) > 2 and len(set(depths)) > 1:
            self.pieces.nested(first, depths)

    def _drawn(self, paragraph: Element, place: Place) -> bool:
        """Whether the drawings in a paragraph are charts, which are kept."""
        charts = [
            chart
            for reference in paragraph.iter(DIAGRAM)
            if (chart := read_diagram(self.package, self.package.main, reference)) is not None
        ]
        shapes, strokes = _shapes(paragraph)
        texts = ["\n".join(filter(None, map(_box_text, shape.element.iter(f"{_W}p")))) for shape in shapes]
        chart = chart_of(shapes, texts, strokes) if strokes or sum(map(bool, texts)) > _FEWEST else None
        for one in (*charts, *([chart] if chart else [])):
            self._end_list()
            self.pieces.chart(one, [Place(f"{place.words}, box “{box.text.partition(chr(10))[0][:60]}”") for box in one.boxes])
        return chart is not None

    def _looks(self, paragraph: Element) -> tuple[int, str, int]:
        """The level of a heading (0 for none), the number printed before a paragraph, and how far it is set in, in characters."""
        style = self.styles.get(_value(paragraph, "pPr/pStyle"), _Style())
        number = _value(paragraph, "pPr/numPr/numId") or style.number
        deep = _value(paragraph, "pPr/numPr/ilvl") or style.depth
        outline = _value(paragraph, "pPr/outlineLvl")
        level = int(outline) + 1 if outline.isdecimal() else style.level
        depth = int(deep) if deep.isdecimal() and len(deep) == 1 else 0
        label = self.numbering.label(number, depth) if number not in ("", "0") else ""
        return (level if 1 <= level <= 6 else 0), label, _set_in(paragraph) or 2 * depth

    def _table(self, table: Element, within: str, depth: int) -> None:
        where = f"{within}, table" if within else f"table {self._next('table')}"
        self.pieces.apart()
        rows = [[cell for cell in _children(row) if cell.tag == f"{_W}tc"] for row in _children(table) if row.tag == f"{_W}tr"]
        if chart := chart_of_table([[(_cell_text(cell), _columns(cell)) for cell in row] for row in rows]):
            self.pieces.chart(chart, [Place(f"{where}, cell “{box.text.partition(chr(10))[0][:60]}”") for box in chart.boxes])
            return
        texts = [[_cell_text(cell) for cell in cells] for cells in rows]
        places = [Place(f"{where} row {number}") for number in range(1, len(rows) + 1)]
        listed = self.pieces.lists(texts, places)
        for words, cells, place in zip(texts, rows, places, strict=True):
            if not listed:
                self.pieces.row(words, place)
            for cell in cells:
                for inner in _children(cell):
                    if inner.tag == f"{_W}tbl" and depth < _DEEPEST:
                        self._table(inner, place.words, depth + 1)
                for box in _boxes(cell):
                    self.flow(box, f"{place.words}, text box", depth + 1)
        self.pieces.apart()


def _shapes(paragraph: Element) -> tuple[list[Shape], list[Stroke]]:
    """The shapes and strokes of the drawings in a paragraph, each drawing where it is anchored."""
    shapes: list[Shape] = []
    strokes: list[Stroke] = []
    for drawing in _drawings(paragraph):
        offsets = [_whole(drawing.find(f"*/{_WP}position{way}/{_WP}posOffset")) for way in "HV"]
        graphic = next(drawing.iter(f"{A}graphicData"), None)
        read = read_shapes(graphic, Frame(*offsets)) if graphic is not None else Drawing()
        named = drawing.find(f"*/{_WP}docPr")
        key = named.get("id", "") if named is not None else ""
        shapes += [shape if shape.id else replace(shape, id=key) for shape in read.shapes]
        strokes += read.strokes
    return shapes, strokes


def _drawings(element: Element) -> Iterator[Element]:
    """The drawings in an element, not those inside of their boxes; of what is there twice, the first."""
    for child in _children(element):
        if child.tag == f"{_W}drawing":
            yield child
        elif child.tag == f"{_W}r":
            yield from _drawings(child)


def _whole(element: Element | None) -> float:
    text = (element.text or "").strip() if element is not None else ""
    return float(text) if text.lstrip("-").isdecimal() and len(text) < 12 else 0.0


def _box_text(paragraph: Element) -> str:
    return " ".join(_text(paragraph).replace("\t", " ").split(" ")).strip()


def _children(parent: Element) -> Iterator[Element]:
    """What stands in an element, gone into where it only surrounds; of two ways to say one thing the first."""
    for child in parent:
        if child.tag in _TRANSPARENT:
            yield from _children(child)
        elif child.tag not in _UNREAD:
            yield child


def _text(paragraph: Element) -> str:
    """The words of a paragraph, without those of its boxes."""
    return "".join(_words(paragraph))


def _words(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag == f"{_W}t":
            yield (child.text or "").replace("\n", " ")
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag == f"{_W}r":
            if not _hidden(child):
                yield from _words(child)
        elif child.tag not in _UNREAD and child.tag != _BOX:
            yield from _words(child)


def _hidden(run: Element) -> bool:
    mark = run.find(f"{_W}rPr/{_W}vanish")
    return mark is not None and mark.get(f"{_W}val", "1") not in ("0", "false", "off")


def _boxes(element: Element) -> list[Element]:
    """The text boxes in an element, each once; not those inside them."""
    found: list[Element] = []
    waiting = [element]
    while waiting:
        for child in waiting.pop():
            if child.tag == _BOX:
                found.append(child)
            elif child.tag not in _UNREAD and child.tag not in (f"{_W}tbl",):
                waiting.append(child)
    return found


def _cell_text(cell: Element) -> str:
    """The paragraphs of a cell, without tables in it; empty where it goes on from the cell above."""
    merged = cell.find(f"{_W}tcPr/{_W}vMerge")
    if merged is not None and merged.get(f"{_W}val", "continue") == "continue":
        return ""
    return "\n".join(_text(p).replace("\t", " ") for p in _children(cell) if p.tag == f"{_W}p")


def _columns(cell: Element) -> int:
    """How many columns a cell takes."""
    told = _value(cell, "tcPr/gridSpan")
    return int(told) if told.isdecimal() and 0 < len(told) < 4 else 1


def _set_in(paragraph: Element) -> int:
    """How far a paragraph says that it is set in from the left, in characters."""
    found = paragraph.find(f"{_W}pPr/{_W}ind")
    told = "" if found is None else found.get(f"{_W}left", found.get(f"{_W}start", ""))
    return min(int(told) // _TWIPS, _FARTHEST) if told.isdecimal() and len(told) < 7 else 0


class _Style:
    """What a style says of its paragraphs: the level of heading, and the list that numbers them."""

    def __init__(self, level: int = 0, number: str = "", depth: str = "") -> None:
        self.level, self.number, self.depth = level, number, depth


_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)


def _styles(roots: Iterable[Element]) -> dict[str, _Style]:
    """The styles of paragraphs by their ids, each with what it takes from those it is based on."""
    entries = {entry.get(f"{_W}styleId", ""): entry for root in roots for entry in root.iter(f"{_W}style")}
    return {key: _style(key, entries) for key in entries}


def _style(key: str, entries: dict[str, Element]) -> _Style:
    found, seen = _Style(), set[str]()
    while key in entries and key not in seen:
        seen.add(key)
        entry = entries[key]
        name, outline = _value(entry, "name"), _value(entry, "pPr/outlineLvl")
        heading = _HEADING.fullmatch(name)
        level = int(heading[1]) if heading else 1 if name.lower() == "title" else int(outline) + 1 if outline.isdecimal() else 0
        found.level = found.level or level
        found.number = found.number or _value(entry, "pPr/numPr/numId")
        found.depth = found.depth or _value(entry, "pPr/numPr/ilvl")
        key = _value(entry, "basedOn")
    return found


def _value(element: Element, path: str) -> str:
    found = element.find("/".join(f"{_W}{step}" for step in path.split("/")))
    return found.get(f"{_W}val", "") if found is not None else ""
