"""Saved web pages: the words of the page in their order, its headings, lists and tables; without menus, scripts and what is hidden.

Source: pages of councils, among them those that ModernGov makes: attendance as a table, members as a list, menus all around.
"""

import re
from collections.abc import Iterator

from lxml import etree, html
from sederunt.graph.errors import PaperError
from sederunt.graph.names import fold
from sederunt.loaders.document import Document, Place
from sederunt.loaders.files.encoding import decoded
from sederunt.loaders.files.menus import menus
from sederunt.loaders.files.pieces import Pieces
from sederunt.loaders.files.site import furniture, heads_body, site_name

SUFFIXES = (".html", ".htm", ".xhtml")

_UNREAD = set(
    "script style noscript template head nav svg select button input textarea iframe object canvas video audio map".split()
)
_AROUND = _UNREAD | {"footer", "aside"}
"""What stands around the words of a page that does not say where they begin."""
_BLOCKS = set(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header "
    "hr legend li main menu ol p pre section summary table ul".split()
)
_APART = ("p", "hr", "table", "ul", "ol")
_BESIDE = {"navigation", "search", "contentinfo"}
"""What parts of a page say that they are for which nobody opens it."""
_HEADING = re.compile(r"h([1-6])")
_CONCEALED = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LEAST = 200
"""A part of a page that calls itself the main one holds at least so many characters."""
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_WIDEST = 60
"""No cell spans more columns."""


def read(data: bytes, name: str) -> Document:
    """The document in a saved web page.

    Raises:
        PaperError: it is no page.
    """
    root = _parsed(data, name)
    main = _main(root)
    page, reader = root if main is None else main, _Reader()
    reader.skip = _UNREAD if main is not None else _AROUND
    reader.menus = menus(page)
    around = furniture(page) if heads_body(page) else frozenset[html.HtmlElement]()
    reader.menus |= around
    site = site_name(root, around)
    site = "" if not around and fold(site) in fold("".join(_cell_words(page))) else site
    if site and not around:
        reader.name(site)
    reader.flow(page)
    if site and around:
        reader.name(site)
    return reader.pieces.document("html")


def _parsed(data: bytes, name: str) -> html.HtmlElement:
    declared = _CHARSET.search(data[:2048])
    text = _as_declared(data, declared[1].decode("ascii")) if declared else None
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*>", "", text or decoded(data, name)), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise PaperError(f"{name}: it is no web page that can be read; open it in a browser and save it again.") from error


def _as_declared(data: bytes, charset: str) -> str | None:
    try:
        return data.decode(charset)
    except (LookupError, UnicodeDecodeError):
        return None


def _main(root: html.HtmlElement) -> html.HtmlElement | None:
    """The part of the page that says of itself that it holds its words; none where no part does."""
    found = [element for element in root.iter("main") if _long(element)]
    found = found or [element for element in root.iter() if element.get("role") == "main" and _long(element)]
    return found[0] if len(found) == 1 else None


def _long(element: html.HtmlElement) -> bool:
    return len("".join(element.itertext()).strip()) >= _LEAST


class _Reader:
    """Walks a page and keeps what it shows."""

    def __init__(self) -> None:
        self.pieces = Pieces()
        self.skip = _UNREAD
        self.menus: frozenset[html.HtmlElement] = frozenset()
        self.words: list[str] = []
        self.tables = 0
        self.paragraphs = 0

    def name(self, site: str) -> None:
        """The name of the site, which stands around the page, or only in the head of the file."""
        self.pieces.apart()
        self.pieces.add(site, Place("title of the page"), level=1)
        self.pieces.apart()

    def flow(self, element: html.HtmlElement) -> None:
        """The words of an element, and of what stands in it; a block begins and ends a paragraph."""
        self._enter(element)
        self.words.append(_folded(element.text))
        for child in element:
            if isinstance(child.tag, str) and child.tag not in self.skip and not _hidden(child):
                if child in self.menus:
                    self.flush()
                    self.pieces.apart()
                else:
                    self._child(child)
            self.words.append(_folded(child.tail))
        self._leave(element)

    def _child(self, child: html.HtmlElement) -> None:
        if child.tag == "br":
            self.words.append("\n")
        elif child.tag == "table" and (rows := _rows(child)):
            self.flush()
            self._table(rows)
        elif child.tag == "dl" and len(terms := _terms(child)) > 0:
            self.flush()
            self._table(terms, "list")
        else:
            self.flow(child)

    def _enter(self, element: html.HtmlElement) -> None:
        if element.tag in _BLOCKS:
            within = element.getparent()
            nested = element.tag in _LISTS and within is not None and within.tag == "li"
            self.flush(0, _counted(within), _depth(within)) if nested else self.flush()
            parted = element.tag in _APART and within is not None and not nested and not _is_card(within)
            if parted or _is_card(element):
                self.pieces.apart()

    def _leave(self, element: html.HtmlElement) -> None:
        if element.tag in _BLOCKS:
            heading = _HEADING.fullmatch(element.tag)
            self.flush(int(heading[1]) if heading else 0, _counted(element), _depth(element))
            if _is_card(element):
                self.pieces.apart()

    def flush(self, level: int = 0, label: str = "", depth: int = 0) -> None:
        """Keep the words since the last block as a paragraph."""
        text = "\n".join(line.strip() for line in "".join(self.words).split("\n"))
        self.words = []
        if text.strip():
            self.paragraphs += 1
            self.pieces.add(text.strip("\n"), Place(f"paragraph {self.paragraphs}"), level=level, label=label, indent=2 * depth)

    def _table(self, rows: list[list[str]], what: str = "table") -> None:
        self.tables += 1
        self.pieces.apart()
        places = [Place(f"{what} {self.tables} row {number}") for number in range(1, len(rows) + 1)]
        if not self.pieces.lists(rows, places):
            for cells, place in zip(rows, places, strict=True):
                self.pieces.row(cells, place)
        self.pieces.apart()


_LISTS = ("ul", "ol")


def _is_card(element: html.HtmlElement) -> bool:
    """Whether an entry of a list has paragraphs of its own: who somebody is, and what is to be said of them."""
    return element.tag == "li" and any(child.tag in ("p", "div", "h2", "h3", "h4") for child in element)


def _folded(text: str | None) -> str:
    return re.sub(r"\s+", " ", text) if text else ""


def _hidden(element: html.HtmlElement) -> bool:
    if element.get("role") in _BESIDE:
        return True
    return element.get("hidden") is not None or bool(_CONCEALED.search(element.get("style", "")))


def _depth(element: html.HtmlElement) -> int:
    """In how many lists inside others an element lies."""
    return max(0, sum(1 for _ in element.iterancestors("ul", "ol", "blockquote")) - 1)


def _counted(element: html.HtmlElement) -> str:
    """The number that a browser prints before an entry of a numbered list."""
    parent = element.getparent()
    if element.tag != "li" or parent is None or parent.tag != "ol" or parent.get("type", "1") != "1":
        return ""
    start = parent.get("start", "1")
    return f"{(int(start) if start.isdecimal() and len(start) < 5 else 1) + parent.findall('li').index(element)}."


def _rows(table: html.HtmlElement) -> list[list[str]]:
    """The rows of a table of data, cells that span several filled up with empty ones; nothing where it only arranges a page."""
    rows = [row for part in ("tr", "thead/tr", "tbody/tr", "tfoot/tr") for row in table.iterfind(part)]
    cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in rows]
    if max(map(len, cells), default=0) < 2 or next(table.iterfind(".//table"), None) is not None:
        return []
    found, below = list[list[str]](), dict[int, int]()
    for row in cells:
        line, at = list[str](), 0
        for cell in row:
            at = _past_spans(line, below, at)
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            line += [_cell_text(cell), *[""] * (wide - 1)]
            below |= dict.fromkeys(range(at, at + wide), high - 1)
            at += wide
        _past_spans(line, below, at)
        found.append(line)
    return found


def _past_spans(line: list[str], below: dict[int, int], at: int) -> int:
    """Fill the cells from ``at`` on into which cells of rows above reach; where the next cell of this row stands."""
    while below.get(at, 0):
        below[at] -= 1
        line.append("")
        at += 1
    return at


def _span(cell: html.HtmlElement, what: str) -> int:
    told = cell.get(what, "1").strip()
    return max(1, min(int(told), _WIDEST)) if told.isdecimal() and len(told) < 5 else 1


def _terms(parent: html.HtmlElement) -> list[list[str]]:
    """The entries of a list of terms, each with what it is said to be."""
    found: list[list[str]] = []
    for child in parent.iter("dt", "dd"):
        if child.tag == "dt":
            found.append([_cell_text(child), ""])
        elif found:
            found[-1][1] = "\n".join(filter(None, (found[-1][1], _cell_text(child))))
    return found


def _cell_text(cell: html.HtmlElement) -> str:
    lines = "".join(_cell_words(cell)).split("\n")
    return "\n".join(text for line in lines if (text := line.strip()))


def _cell_words(element: html.HtmlElement) -> Iterator[str]:
    yield _folded(element.text)
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _UNREAD and not _hidden(child):
            block = child.tag in _BLOCKS or child.tag == "br"
            yield "\n" if block else ""
            yield from _cell_words(child)
            yield "\n" if block else ""
        yield _folded(child.tail)
