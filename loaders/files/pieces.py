"""From paragraphs, rows and boxes, one after the other, to the blocks of a document: each piece is a line with its place."""

from collections.abc import Sequence

from sederunt.loaders.document import Block, Chart, Document, Line, Place, Shape, Span, Tie
from sederunt.loaders.files.drawn import Drawn
from sederunt.loaders.files.sidelists import lists_beside

_TABLES = ("csv", "xlsx")
_LONGEST_TITLE = 120


class Pieces:
    """A document while it is put together from a file that has no lines."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.places: dict[int, Place] = {}
        self.charts: list[Chart] = []
        self._blanks: list[Line] = []
        self._count = 0

    def add(
        self, text: str, place: Place, *, kind: Shape = Shape.LINE, level: int = 0, label: str = "", indent: int = 0
    ) -> None:
        """A paragraph; tabs in it make it a row, line breaks cut it into lines, an empty one sets the next apart.

        ``level`` is that of a heading, 0 for none. ``label`` is the number that the program prints before it, which is no word of the file.
        ``indent``: how far it is set in, in characters.
        """
        for words in text.split("\n"):
            line = self.line(" " * indent + words, place)
            cells = [_span(cell, line.number, place.slide) for cell in words.split("\t")]
            if not any(cells):
                self._blanks.append(line)
                continue
            if label:
                first = next(at for at, cell in enumerate(cells) if cell)
                cells[first] = _span(f"{label} {cells[first].text}", line.number, place.slide)
            self._keep(kind, line, cells, level)
            label = ""

    def row(self, cells: Sequence[str], place: Place, *, joins: bool = True, printed: str = "") -> None:
        """A row of a table; paragraphs of a cell are apart by line breaks. What stands alone in its row is so many paragraphs.

        ``joins``: whether its cells follow one another in the file, so that its words may be quoted as one. ``printed``: its words line
        by line, where they do not follow one another cell by cell.
        """
        filled = [cell for cell in cells if cell.strip()]
        if len(filled) < 2:
            for text in filled:
                self.add(text, place)
            return
        line = self.line(printed or ("\t" if joins else "\t|\t").join(" ".join(cell.split()) for cell in cells), place)
        self._keep(Shape.ROW, line, [_span(cell, line.number, place.slide) for cell in cells], 0)

    def lists(self, rows: Sequence[Sequence[str]], places: Sequence[Place]) -> bool:
        """A table in which lists of people stand side by side, its rows each with its place; whether it is one, and was taken."""
        found = lists_beside(rows)
        for entries in found:
            self.apart()
            for row, text in entries:
                self.add(" ".join(text.split()), places[row])
        return bool(found)

    def chart(self, drawn: Drawn, places: Sequence[Place]) -> None:
        """A chart, its boxes in reading order, each with its place; their paragraphs are apart by line breaks."""
        first = len(self.blocks)
        for box, place in zip(drawn.boxes, places, strict=True):
            self.apart()
            line = self.line(("\t|\t" if box.scattered else " ").join(box.text.split("\n")), place)
            self._keep(Shape.BOX, line, [_span(box.text, line.number, place.slide)], 0)
        self.apart()
        boxes = tuple(self.blocks[first:])
        ties = (
            Tie(boxes[join.lower].number, boxes[join.upper].number, join.basis, join.confidence, join.dotted)
            for join in drawn.joins
        )
        self.charts.append(Chart(boxes, tuple(ties)))

    def nested(self, first: int, depths: Sequence[int]) -> None:
        """A list of which the entries hang under one another: the blocks from the one at ``first`` on, with how deep each lies."""
        blocks = tuple(self.blocks[first : first + len(depths)])
        ties: list[Tie] = []
        for at, (block, depth) in enumerate(zip(blocks, depths, strict=True)):
            above = next((one for one in reversed(range(at)) if depths[one] < depth), None)
            if above is not None:
                ties.append(Tie(block.number, blocks[above].number, "inferred", 0.85))
        self.charts.append(Chart(blocks, tuple(ties), listed=True))

    def apart(self) -> None:
        """What comes next stands apart from what was before."""
        if self.blocks and not self._blanks:
            self._blanks.append(self.line("", self.places[self._count]))

    def line(self, words: str, place: Place) -> Line:
        """A line with its number, of which somebody else makes blocks."""
        self._count += 1
        self.places[self._count] = place
        return Line(self._count, f"{words}\n")

    def document(self, form: str, warnings: Sequence[str] = (), others: Sequence[Block] = ()) -> Document:
        """What was put together, as a document of this format; ``others`` are the blocks of the lines that it gave away."""
        self.blocks = sorted((*self.blocks, *others), key=lambda block: block.number) if others else self.blocks
        return Document(
            form,
            self._title(form)[:_LONGEST_TITLE],
            tuple(self.blocks),
            tuple(self._blanks),
            tuple(warnings),
            self.places,
            tuple(self.charts),
        )

    def _title(self, form: str) -> str:
        """The first words; a table that begins with the heads of its columns has none."""
        first = next((block for block in self.blocks if any(c.isalpha() for c in block.text)), None)
        return "" if first is None or (form in _TABLES and first.kind is Shape.ROW) else first.span.text

    def _keep(self, kind: Shape, line: Line, cells: Sequence[Span], level: int) -> None:
        filled = [cell for cell in cells if cell]
        kept = tuple(cells) if len(filled) > 1 else (filled[0],)
        shape = Shape.ROW if len(kept) > 1 else kind
        lines = (*self._blanks, line)
        self.blocks.append(Block(shape, lines, kept, gap=bool(self._blanks or level), slide=cells[0].slide, level=level))
        self._blanks = []


def _span(words: str, line: int, slide: int | None) -> Span:
    text = (
        "\n".join(filter(None, (" ".join(part.split()) for part in words.split("\n"))))
        if "\n" in words
        else " ".join(words.split())
    )
    return Span(text, ((0, line),), slide)
