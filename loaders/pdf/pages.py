"""Pages of a PDF as they are printed: every word with its place, every line and shape that is drawn; all by PDFium, in points.

Source: ISO 32000. Places are (left, top, right, bottom) from the upper left corner of the page as it is shown, downwards.
"""

import ctypes
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import hypot, pi

import pypdfium2 as pdfium
from pypdfium2 import raw
from sederunt.graph.errors import PaperError

_MOST_GLYPHS = 60_000
"""A page that has more has no words that somebody reads."""
_MOST_OBJECTS = 20_000
_MOST_POINTS = 200
"""A path of more points draws a picture."""
_DEEPEST = 6
_LONGEST_NAME = 80
_PASSWORD = 4
"""PDFium's number for a file that is protected."""
_FEWEST = 3
"""So many words that begin under one another begin the cells of a column."""
_BULLETS = frozenset("\uf0b7\uf0a7\uf0d8\uf0a8\uf076\uf0e8\uf06e\uf06c\uf071\uf02d")
"""Letters of fonts of signs that are printed before the items of a list; so is a lone "o" in letters of one width."""
_EVEN = re.compile(r"Courier|Mono", re.IGNORECASE)
_UNPRINTED = {0, 0xAD, 0xFFFE, 0xFFFF, 0xFEFF, 0x200B}

_HYPHEN = 2
"""PDFium's sign for one at the end of a line."""
_NOWHERE = (0.0, 0.0, 0.0, 0.0)

Point = tuple[float, float]
Bounds = tuple[float, float, float, float]
Placing = Callable[[float, float], Point]
_Count = Callable[[object], int]
_Entry = Callable[[object, int], object]


@dataclass(frozen=True, slots=True)
class Word:
    """A word on a page; ``font`` is the name of its letters' font.

    ``starts``: the printer placed it by itself, with no blank before it, as it did words under or over it: it is the first of a cell.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    font: str = ""
    starts: bool = False

    @property
    def middle(self) -> Point:
        """The point in the middle of it."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        """How high it is, with what its letters could have above and below."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Path:
    """A line or a shape that is drawn: its corners one after the other; ``closed``: it comes back to the first, or is filled.

    ``outlined``: its line is drawn; else it is filled alone.
    """

    points: tuple[Point, ...]
    closed: bool
    outlined: bool = True
    dotted: bool = False

    @property
    def bounds(self) -> Bounds:
        """Where it lies: left, top, right, bottom."""
        across, down = [x for x, _ in self.points], [y for _, y in self.points]
        return min(across), min(down), max(across), max(down)


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its size, words and paths in the order of the file; ``pictured``: whether it shows an image."""

    width: float
    height: float
    words: tuple[Word, ...]
    paths: tuple[Path, ...]
    pictured: bool


@dataclass(frozen=True, slots=True)
class _Matrix:
    """How the points of a drawing lie on the page."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def at(self, x: float, y: float) -> Point:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def of(self, inner: "_Matrix") -> "_Matrix":
        """What is drawn by ``inner`` inside of what is drawn by this."""
        (ox, oy), (ax, ay), (cx, cy) = self.at(inner.e, inner.f), self.at(inner.a, inner.b), self.at(inner.c, inner.d)
        return _Matrix(ax - self.e, ay - self.f, cx - self.e, cy - self.f, ox, oy)


class Pages:
    """A PDF that was opened; to be used in ``with``."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open it.

        Raises:
            PaperError: it is no PDF, is damaged or protected, or has no page.
        """
        self.name = name
        try:
            self._file = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as error:
            if getattr(error, "err_code", 0) == _PASSWORD or "assword" in str(error):
                raise PaperError(
                    f"{name}: it is protected by a password; save it without, or print it into a new PDF."
                ) from error
            raise PaperError(f"{name}: it is no PDF, or it is damaged; open it in a viewer and save it again.") from error
        if not len(self._file):
            raise PaperError(f"{name}: this PDF has no pages; save it again.")

    def __enter__(self) -> "Pages":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __len__(self) -> int:
        return len(self._file)

    @property
    def program(self) -> str:
        """The names of the programs that made it, as it tells them itself."""
        return " ".join(self._file.get_metadata_value(key) for key in ("Creator", "Producer"))

    def sizes(self, most: int) -> list[tuple[float, float]]:
        """How wide and how high each of the first pages is, as it is shown; damaged ones are left out."""
        size = raw.FS_SIZEF()
        told = (raw.FPDF_GetPageSizeByIndexF(self._file.raw, at, size) for at in range(min(len(self), most)))
        return [(size.width, size.height) for found in told if found]

    def page(self, at: int) -> Page | None:
        """The page at an index from 0; None where it is damaged."""
        handle = raw.FPDF_LoadPage(self._file.raw, at)
        if not handle:
            return None
        try:
            return _page(handle)
        finally:
            raw.FPDF_ClosePage(handle)


def _page(handle: object) -> Page:
    text = raw.FPDFText_LoadPage(handle)
    try:
        turn = _reading_turn(text)
        place, width, height = _placing(handle, turn)
        words = tuple(_starting(list(_words(text, place, turn)))) if text else ()
    finally:
        if text:
            raw.FPDFText_ClosePage(text)
    drawing = _Drawing()
    drawing.gather(handle, (raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject), _Matrix())
    shown = (replace(path, points=tuple(place(*point) for point in path.points)) for path in drawing.paths)
    return Page(width, height, words, tuple(shown), drawing.pictured)


def _placing(handle: object, turn: int) -> tuple[Placing, float, float]:
    """From the points of the file to those of the page as it is read, and the size of that; ``turn``: quarters by which it is turned."""
    box = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(handle, box)
    left, bottom, right, top = box.left, box.bottom, box.right, box.top
    wide, high = right - left, top - bottom
    if turn == 1:
        return (lambda x, y: (y - bottom, x - left)), high, wide
    if turn == 2:
        return (lambda x, y: (right - x, y - bottom)), wide, high
    if turn == 3:
        return (lambda x, y: (top - y, right - x)), high, wide
    return (lambda x, y: (x - left, top - y)), wide, high


# Words -----------------------------------------------------------------------------------------------------------------------


def _quarter(text: object, at: int) -> int:
    """In which direction a letter runs, in quarter turns against the clock; -1 for any other."""
    angle = raw.FPDFText_GetCharAngle(text, at) % (2 * pi)
    turn = round(angle / (pi / 2))
    return turn % 4 if abs(angle - turn * pi / 2) < 0.1 else -1


def _reading_turn(text: object) -> int:
    """In which direction most letters of a page run."""
    count = raw.FPDFText_CountChars(text) if text else 0
    turns = [_quarter(text, at) for at in range(0, count, max(count // 60, 1)) if raw.FPDFText_GetUnicode(text, at) > 32]
    straight = [turn for turn in turns if turn >= 0]
    return max(set(straight), key=straight.count) if straight else 0


def _words(text: object, place: Placing, turn: int) -> Iterator[Word]:
    """The words of a page in the order of the file; those that run in another direction than most, such as a stamp, are left out."""
    letters: list[str] = []
    placed, blank, generated = False, False, raw.FPDFText_IsGenerated
    font, name = "", ctypes.create_string_buffer(_LONGEST_NAME)
    left = top = right = bottom = begun = 0.0
    for at, letter, box in _glyphs(text, turn):
        (x0, y0), (x1, y1) = place(box[0], box[1]), place(box[2], box[3])
        x0, x1 = (x0, x1) if x0 < x1 else (x1, x0)
        middle, high = (y0 + y1) / 2, bottom - top
        apart = letter == " " or not top < middle < bottom or x0 - right > 0.3 * high or x0 - begun < -0.3 * high
        if letters and apart:
            yield _word("".join(letters), (left, top, right, bottom), font, placed=placed)
            letters = []
        if letter == " ":
            blank = blank or not generated(text, at)
            continue
        if letters and letter == letters[-1] and 0.005 * high < x0 - begun < 0.1 * high:
            continue  # printed twice, to look bold; those of a ligature have one place
        if not letters:
            left, right, (top, bottom) = x0, x1, _height(text, at, place)
            size = raw.FPDFText_GetFontInfo(text, at, name, _LONGEST_NAME, None)
            font = name.value.decode("utf-8", "replace") if 0 < size <= _LONGEST_NAME else ""
            placed, blank = not blank, False
        letters.append(letter)
        begun, right = x0, max(right, x1)
    if letters:
        yield _word("".join(letters), (left, top, right, bottom), font, placed=placed)


def _word(text: str, place: Bounds, font: str, *, placed: bool) -> Word:
    """A word; the sign before an item of a list, whatever it was, as a bullet."""
    bullet = text in _BULLETS or (text == "o" and _EVEN.search(font) is not None)
    return Word("•" if bullet else text, *place, font, placed)


def _starting(words: Sequence[Word]) -> Iterator[Word]:
    """The words, of those that were placed by themselves only such marked as stand right under one another; none if most were placed so."""
    placed = [round(word.left) for word in words if word.starts]
    many = (
        Counter(at for left in placed for at in (left - 1, left, left + 1)) if 2 * len(placed) < len(words) else Counter[int]()
    )
    for word in words:
        yield replace(word, starts=False) if word.starts and many[round(word.left)] < _FEWEST else word


def _height(text: object, at: int, place: Placing) -> tuple[float, float]:
    """From where to where the letters of a line can reach, by one of them."""
    x, y, told = ctypes.c_double(), ctypes.c_double(), raw.FS_MATRIX()
    raw.FPDFText_GetCharOrigin(text, at, x, y)
    raw.FPDFText_GetMatrix(text, at, told)
    size = raw.FPDFText_GetFontSize(text, at) * hypot(told.c, told.d)
    base = place(x.value, y.value)[1]
    return base - 0.8 * size, base + 0.2 * size


def _glyphs(text: object, turn: int) -> Iterator[tuple[int, str, Bounds]]:
    """Each letter with its number and its box in the points of the file; between words a blank."""
    box = raw.FS_RECTF()
    at_box, unicode, loose = ctypes.byref(box), raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
    begins = straight = True
    for at in range(min(raw.FPDFText_CountChars(text), _MOST_GLYPHS)):
        code = unicode(text, at)
        if code in _UNPRINTED or 0xD800 <= code < 0xE000:
            continue
        letter = "-" if code == _HYPHEN else chr(code)
        if letter.isspace():
            begins = True
            yield at, " ", _NOWHERE
            continue
        if begins:
            straight, begins = _quarter(text, at) == turn, False
        if straight and loose(text, at, at_box):
            yield at, letter, (box.left, box.bottom, box.right, box.top)


# Paths -----------------------------------------------------------------------------------------------------------------------


class _Drawing:
    """What is drawn on a page, as it is gathered: its paths, and whether it shows an image."""

    def __init__(self) -> None:
        self.paths: list[Path] = []
        self.pictured = False
        self._left = _MOST_OBJECTS

    def gather(self, parent: object, calls: tuple[_Count, _Entry], matrix: _Matrix, depth: int = 0) -> None:
        """Take in what stands on a page, or in a form on it, until there is too much of it."""
        count, entry = calls
        for at in range(count(parent)):
            self._left -= 1
            if self._left < 0:
                return
            drawn = entry(parent, at)
            kind = raw.FPDFPageObj_GetType(drawn)
            self.pictured |= kind == raw.FPDF_PAGEOBJ_IMAGE
            if kind == raw.FPDF_PAGEOBJ_PATH and len(self.paths) < _MOST_OBJECTS:
                self.paths += _paths(drawn, matrix.of(_matrix(drawn)))
            elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
                inner = raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject
                self.gather(drawn, inner, matrix.of(_matrix(drawn)), depth + 1)


def _matrix(drawn: object) -> _Matrix:
    told = raw.FS_MATRIX()
    return _Matrix(told.a, told.b, told.c, told.d, told.e, told.f) if raw.FPDFPageObj_GetMatrix(drawn, told) else _Matrix()


def _paths(drawn: object, matrix: _Matrix) -> Iterator[Path]:
    """The strokes and shapes of which a path of the file is made."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(drawn, fill, stroke)
    count = raw.FPDFPath_CountSegments(drawn)
    if not (fill.value or stroke.value) or count < 2 or count > _MOST_POINTS * 10:
        return
    dotted = bool(stroke.value) and raw.FPDFPageObj_GetDashCount(drawn) > 0
    for points, closed in _figures(drawn, count, matrix):
        if 1 < len(points) <= _MOST_POINTS:
            yield Path(
                tuple(points),
                closed or bool(fill.value) or (len(points) > 2 and points[0] == points[-1]),
                bool(stroke.value),
                dotted,
            )


def _figures(drawn: object, count: int, matrix: _Matrix) -> Iterator[tuple[list[Point], bool]]:
    """The runs of corners of a path, each with whether it is closed; of curves, their ends."""
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[Point] = []
    closed, curve = False, 0
    for at in range(count):
        piece = raw.FPDFPath_GetPathSegment(drawn, at)
        kind = raw.FPDFPathSegment_GetType(piece)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            yield points, closed
            points, closed, curve = [], False, 0
        curve = (curve + 1) % 3 if kind == raw.FPDF_SEGMENT_BEZIERTO else 0
        raw.FPDFPathSegment_GetPoint(piece, x, y)
        if not curve:
            points.append(matrix.at(x.value, y.value))
        closed |= bool(raw.FPDFPathSegment_GetClose(piece))
    yield points, closed
