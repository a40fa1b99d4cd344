"""PDF: the lines of its pages in reading order, its ruled tables row by row, and charts of boxes and lines.

Source: minutes, reports and charts that public bodies print to PDF; scans only where somebody has put the words behind the pictures.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median, median_high, quantiles

from sederunt.graph.errors import PaperError
from sederunt.loaders.document import Document, Line, Place, Shape, Span
from sederunt.loaders.files.pieces import Pieces
from sederunt.loaders.layout.lines import paragraphs
from sederunt.loaders.layout.unheaded import names_people
from sederunt.loaders.naming.headings import category_of
from sederunt.loaders.pdf.cellwise import tables_by_order
from sederunt.loaders.pdf.charts import read_chart
from sederunt.loaders.pdf.pages import Bounds, Page, Pages, Word
from sederunt.loaders.pdf.reading import Row, read_rows
from sederunt.loaders.pdf.ruled import Table, read_tables, within
from sederunt.loaders.pdf.sheets import Sheet, unfurnished, whole_rows
from sederunt.loaders.pdf.slides import are_slides, is_wide, slide_rows

SUFFIXES = (".pdf",)

_MOST_PAGES = 5_000
_MOST_SIZES, _MOST_ASKED = 20, 4
"""To tell whether pages are slides, the sizes of so many are looked at, and the words of so many."""
_MOST_PATHS = 250_000
"""So many lines and shapes are looked at in a file; the pages after them are read without their tables' rules and charts."""
_LABEL = re.compile(r"\s*[A-Z][\w’' /-]{1,30}:\s")


def read(data: bytes, name: str) -> Document:
    """The document in a PDF.

    Raises:
        PaperError: it is no PDF, is damaged or protected, or its pages are images.
    """
    sheets: list[Sheet] = []
    left = _Left()
    paths = 0
    with Pages(data, name) as pages:
        deck = _is_deck(pages)
        for number in range(1, min(len(pages), _MOST_PAGES) + 1):
            page = pages.page(number - 1)
            if page is None:
                left.damaged.append(number)
            elif page.words:
                paths += len(page.paths)
                left.undrawn += [number] if paths > _MOST_PATHS else []
                sheets.append(_sheet(page if paths <= _MOST_PATHS else replace(page, paths=()), number, deck=deck))
            elif page.pictured:
                left.pictures.append(number)
        left.behind = max(len(pages) - _MOST_PAGES, 0)
    if not sheets:
        raise PaperError(
            f"{name}: its pages are images without text, or blank; run OCR first (for example with ocrmypdf) and load what that makes."
        )
    return _Reader(list(whole_rows(unfurnished(sheets))), deck=deck).document(left.warnings(name))


def _is_deck(pages: Pages) -> bool:
    """Whether its pages are slides, by their sizes, what made them, and the words of the first of them."""
    sizes = pages.sizes(_MOST_SIZES)
    first = (pages.page(at) for at in range(min(len(pages), _MOST_ASKED))) if is_wide(sizes) else ()
    return are_slides(sizes, pages.program, [page for page in first if page])


@dataclass
class _Left:
    """What could not be read of a file: its pages by their numbers, and how many stand behind those that are read."""

    pictures: list[int] = field(default_factory=list)
    damaged: list[int] = field(default_factory=list)
    undrawn: list[int] = field(default_factory=list)
    behind: int = 0

    def warnings(self, name: str) -> list[str]:
        """A sentence for each kind."""
        found: list[str] = []
        if self.pictures:
            are = "is an image" if len(self.pictures) == 1 else "are images"
            found.append(f"{name}: {_pages(self.pictures)} {are} without text and could not be read; run OCR first.")
        if self.damaged:
            found.append(f"{name}: {_pages(self.damaged)} could not be read, the file is damaged there; save it again.")
        if self.undrawn:
            found.append(f"{name}: so much is drawn in it that {_pages(self.undrawn)} gave words only; split it.")
        if self.behind:
            found.append(f"{name}: its last {self.behind} pages were not read, it has too many; split it.")
        return found


def _pages(numbers: Sequence[int]) -> str:
    """Pages as a person would name them: "page 3", "pages 3, 4 and 9 more"."""
    if len(numbers) == 1:
        return f"page {numbers[0]}"
    more = f" and {len(numbers) - 5} more" if len(numbers) > 5 else ""
    return f"pages {', '.join(map(str, numbers[:5]))}{more}"


def _sheet(page: Page, number: int, *, deck: bool) -> Sheet:
    tables, cells = read_tables(page.paths, page.words) if page.paths else ([], [])
    chart, charted = read_chart(page, tables, cells) if page.paths else (None, [])
    taken = set(charted)
    loose = _outside([word for word in page.words if word not in taken], tables)
    if not deck:
        more = tables_by_order(loose)
        tables, loose = [*tables, *more], _outside(loose, more)
    rows = tuple(slide_rows(loose, page.height) if deck and loose else read_rows(loose))
    placed = tuple((_before(rows, table.bounds), table) for table in sorted(tables, key=lambda one: one.bounds[1]))
    top = min((box.top for box in chart.boxes), default=0.0) if chart else 0.0
    return Sheet(
        number, (page.width, page.height), rows, placed, (_before(rows, (0, top, page.width, top)), chart) if chart else None
    )


def _outside(words: Sequence[Word], tables: Sequence[Table]) -> list[Word]:
    """The words that stand in none of the tables."""
    return [word for word in words if not any(within(word, table.bounds) for table in tables)]


def _before(rows: Sequence[Row], bounds: Bounds) -> int:
    """Before which of the lines something stands: the first that is below its top and beside it or under it."""
    left, top, right, _ = bounds
    found = (at for at, row in enumerate(rows) if row.top >= top and row.right > left and row.left < right)
    return next(found, len(rows))


# Lines -----------------------------------------------------------------------------------------------------------------------------


class _Reader:
    """Puts the pages one after the other: their lines, tables and charts in one count."""

    def __init__(self, sheets: Sequence[Sheet], *, deck: bool) -> None:
        self.sheets = sheets
        self.deck = deck
        self.pieces = Pieces()
        self.lines: list[Line] = []
        self.rows: dict[int, Row] = {}
        self.header: tuple[str, ...] = ()
        self.last: Row | None = None
        self.leading = _leading(sheets)
        ends = [sheet.rows[-1].bottom for sheet in sheets if sheet.rows]
        self.floor = median(ends) if len(ends) > 2 else 0.0

    def sheet(self, sheet: Sheet) -> None:
        """One page."""
        place = self._place(sheet.number)
        above: Row | None = None
        if sheet.rows and self._ended(sheet.rows[0]):
            self._blank(place, sheet.rows[0])
        for at, row in enumerate((*sheet.rows, None)):
            if self._between(sheet, at, place):
                above = None
            if row is not None:
                if above is not None and self._apart(above, row):
                    self._blank(place, row)
                self._row(row, place)
                above = row
        self.last = sheet.rows[-1] if sheet.rows else None

    def slide(self, sheet: Sheet) -> None:
        """One page that is a slide."""
        place = self._place(sheet.number)
        if not any(row.kind is Shape.TITLE for row in sheet.rows):
            self.pieces.add(f"Slide {sheet.number}", place, kind=Shape.TITLE)
        first = len(self.pieces.blocks)
        depths: list[int] = []
        for at, row in enumerate((*sheet.rows, None)):
            between = self._between(sheet, at, place)
            if between or row is None or row.begins:
                if len(set(depths)) > 1:
                    self.pieces.nested(first, depths)
                first, depths = len(self.pieces.blocks), []
            if row is not None:
                if row.begins and not row.cells:
                    self.pieces.apart()
                self._paragraph(row, place)
                depths.append(row.depth)

    def _paragraph(self, row: Row, place: Place) -> None:
        """A paragraph of a slide, or a row of a table."""
        if row.cells:
            self.pieces.row(row.cells, place, printed=row.text)
        else:
            self.pieces.add(row.text, place, kind=row.kind)

    def _place(self, page: int) -> Place:
        return Place(f"page {page}", page=page, slide=page if self.deck else None)

    def _between(self, sheet: Sheet, at: int, place: Place) -> bool:
        """The tables and the chart that stand before a line of a page; whether there are any."""
        tables = [(number, table) for number, (before, table) in enumerate(sheet.tables, 1) if before == at]
        for number, table in tables:
            self._table(table, place, number)
        if sheet.chart is None or sheet.chart[0] != at:
            return bool(tables)
        self._blank(place)
        self.pieces.chart(sheet.chart[1], [_at(place, box.text) for box in sheet.chart[1].boxes])
        self._blank(place)
        return True

    def _ended(self, row: Row) -> bool:
        """Whether what the page before ended with has come to its end: a sentence, or more space below it than a line needs."""
        if self.last is None or row.text[0].islower():
            return False
        space = (self.floor - self.last.bottom) / self.last.size
        return self.last.text[-1] in ".?!" or space > 0.7 * self.leading

    def _row(self, row: Row, place: Place) -> None:
        if row.cells:
            self.pieces.row(row.cells, place, printed=row.text)
            return
        line = self.pieces.line(row.text, place)
        self.lines.append(line)
        self.rows[line.number] = row

    def _blank(self, place: Place, row: Row | None = None) -> None:
        """An empty line, before a row of a table or before another line."""
        if self.deck or (row is not None and row.cells):
            self.pieces.add("", place)
        else:
            self.lines.append(self.pieces.line("", place))

    def _apart(self, above: Row, row: Row) -> bool:
        """Whether more than the usual space parts two lines of a column."""
        step = row.after(above)
        return (step < 0 and not row.listed) or step > 1.35 * self.leading

    def _table(self, table: Table, place: Place, number: int) -> None:
        self.pieces.add("", place)
        again = table.rows[0] == self.header and number == 1
        places = [replace(place, words=f"{place.words}, table {number} row {at}") for at in range(1, len(table.rows) + 1)]
        if not self.pieces.lists(table.rows, places):
            for cells, where in list(zip(table.rows, places, strict=True))[again:]:
                self.pieces.row(cells, where)
        self.header = table.rows[0]
        self._blank(place)

    def document(self, warnings: Sequence[str]) -> Document:
        """All of it, its lines put together to paragraphs and rows."""
        for sheet in self.sheets:
            (self.slide if self.deck else self.sheet)(sheet)
        blocks, _ = paragraphs(self.lines, self._wraps())
        return self.pieces.document("pdf", warnings, blocks)

    def _wraps(self) -> Callable[[Line, Line], bool]:
        edges = _edges(self.sheets)

        def wraps(above: Line, below: Line) -> bool:
            upper, lower = self.rows[above.number], self.rows[below.number]
            edge = upper.edge or edges.get(self.pieces.places[above.number].page or 0)
            full = edge is not None and upper.right + 0.25 * upper.size + lower.first > edge - 1
            labels = (_LABEL.match(upper.text) and _LABEL.match(lower.text)) or (
                lower.listed and _is_entry(upper.text, lower.text)
            )
            return full and not labels and abs(upper.size - lower.size) < 1 and not _begins(upper, lower)

        return wraps


def _is_entry(above: str, text: str) -> bool:
    """Whether a line of a list is somebody of it, or the heading of others, where the line above has come to an end."""
    begun = above[-1] in "–—,(&" or above.rsplit(maxsplit=1)[-1] in ("Vice", "Deputy") or above.count("(") > above.count(")")
    return not begun and (bool(category_of(text.rstrip(" :"))) or names_people(Span(text, ((0, 0),))) > 0)


def _begins(above: Row, row: Row) -> bool:
    """Whether a line after the end of a sentence begins something else: an item, a heading, a paragraph set in."""
    if above.text[-1] not in ".;?!":
        return False
    word = row.text.split()[0]
    return word[0].isdigit() or (len(word) > 2 and word.isupper()) or ":" in row.text[:40] or row.left < above.left - row.size


def _at(place: Place, text: str) -> Place:
    """The place of a box on a page, by its first words."""
    return replace(place, words=f"{place.words}, box “{text.partition(chr(10))[0][:60]}”")


def _leading(sheets: Sequence[Sheet]) -> float:
    """From line to line in heights of a letter, where nothing sets them apart."""
    steps = [step for sheet in sheets for above, row in pairwise(sheet.rows) if 0.8 < (step := row.after(above)) < 3]
    return quantiles(steps, n=4)[0] if len(steps) > 3 else 1.25


def _edges(sheets: Sequence[Sheet]) -> dict[int, float]:
    """How far to the right the lines of each page reach, where enough of them do; elsewhere how far its tables do."""
    whole = {sheet.number: [row.right for row in _whole(sheet)] for sheet in sheets}
    widths = {sheet.number: sheet.size[0] for sheet in sheets}
    own = {number: max(rights) for number, rights in whole.items() if rights}
    tabled = {sheet.number: max(table.bounds[2] for _, table in sheet.tables) for sheet in sheets if sheet.tables}
    found = {number: right for number, right in tabled.items() if right > 0.5 * widths[number]}
    for width in set(widths.values()):
        alike = [own[number] for number in own if widths[number] == width]
        usual = median_high(alike) if alike else 0.0
        near = sum(right > usual - 0.1 * width for number in own if widths[number] == width for right in whole[number])
        if near >= 4 and usual > 0.5 * width:
            found |= {
                number: max(own[number], usual) if own[number] < usual + 0.05 * width else usual
                for number in own
                if widths[number] == width
            }
    return found


def _whole(sheet: Sheet) -> Iterator[Row]:
    """The lines of a page that no wide gap parts, and that stand in no column and not at the right of it as a note does."""
    alone = (row for row in sheet.rows if row.edge is None and not row.cells and row.left < 0.5 * sheet.size[0])
    return (row for row in alone if "   " not in row.text.strip())
