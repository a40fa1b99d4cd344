"""What a file says, before anybody has read it: a document of blocks, blocks of lines; no character lost, every word with its place."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from typing import Literal

from sederunt.graph.statement import Evidence

_SENTENCE_END = re.compile(r"(?<=[.?!])[\s”\"’')\]]*\s+(?=[A-Z‘“\"'(•0-9])|\n+|\s+(?=•)")
_LIST_MARK = re.compile(r"\s*[·•▪●○◦*–—-]\s+")
_LONGEST = 2000
"""No sentence is longer: a longer run of words is cut, so that no reader takes long over a damaged paper."""

_NO_END = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Cllr|Cllrs|Rev|Revd|St|No|Nos|Ltd|Co|e\.g|i\.e|etc|vs|approx|para|ref|Sr|Jr|Hon|Rt|Messrs|Capt|Cmdr|Col|Maj|Lt|Gen|Sgt|Insp|Supt|Ald|Fr|Fte|Cyng|Cr|Clr|Sen|Gov|pp?)|\b[A-Z])\.$"
)


class Shape(StrEnum):
    """What a block looks like on its page."""

    LINE = "line"
    """A paragraph, a list entry, or a table cell that stands alone."""
    ROW = "row"
    """A table row with several cells."""
    TITLE = "title"
    """The title of a slide."""
    BULLET = "bullet"
    """A bullet of a slide."""
    BOX = "box"
    """A line of a slide that has no bullets: a box of a chart, or what is left of one."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file, with its line end."""

    number: int
    raw: str


def _offset(place: tuple[int, int]) -> int:
    return place[0]


@dataclass(frozen=True)
class Span:
    """A run of words that may be quoted.

    ``text`` has its white space folded and its markup taken off; paragraphs inside it are apart by a line feed. ``places`` says
    on which line the words from an offset on stand.
    """

    text: str
    places: tuple[tuple[int, int], ...]
    slide: int | None = None
    quote: str = ""
    """The words to quote in its place, where its own do not stand together in the paper: the rows of a column's cells."""

    def __bool__(self) -> bool:
        return bool(self.text)

    def line_at(self, offset: int) -> int:
        """The number of the line on which the character at ``offset`` stands."""
        return self.places[max(bisect_right(self.places, offset, key=_offset) - 1, 0)][1]

    def part(self, start: int, end: int) -> "Span":
        """The words from ``start`` to ``end``, outer white space left off."""
        inner = self.text[start:end]
        start += len(inner) - len(inner.lstrip())
        inner = inner.strip()
        end = start + len(inner)
        first, last = bisect_right(self.places, start, key=_offset), bisect_left(self.places, end, key=_offset)
        places = ((0, self.line_at(start)), *((at - start, line) for at, line in self.places[first:last]))
        return Span(inner, places, self.slide, self.quote)

    def sentences(self) -> tuple["Span", ...]:
        """Its sentences, each a span; paragraphs and bullets end a sentence too."""
        return self._sentences

    @cached_property
    def _sentences(self) -> tuple["Span", ...]:
        return tuple(self._divided())

    def _divided(self) -> Iterator["Span"]:
        start = 0
        for gap in _SENTENCE_END.finditer(self.text):
            if "\n" not in gap[0] and _NO_END.search(self.text[max(start, gap.start() - 12) : gap.start()].rstrip()):
                continue
            yield from self._sentence(start, gap.start() + len(gap[0].rstrip()))
            start = gap.end()
        yield from self._sentence(start, len(self.text))

    def _sentence(self, start: int, end: int) -> Iterator["Span"]:
        while end - start > _LONGEST:
            cut = self.text.rfind(" ", start, start + _LONGEST) + 1 or start + _LONGEST
            yield self.part(start, cut)
            start = cut
        mark = _LIST_MARK.match(self.text, start, end)
        if piece := self.part(mark.end() if mark else start, end):
            yield piece

    def evidence(self) -> Evidence:
        """This span as the proof of a claim."""
        lines = [line for _, line in self.places]
        first, last = min(lines), max(lines)  # what goes on in another column may stand above
        return Evidence(quote=self.quote or self.text, locator=locator(first, last, self.slide), line=first, slide=self.slide)


def locator(first: int, last: int, slide: int | None) -> str:
    """Where words stand, as a person would say it: "line 3", "slide 2, lines 3–5"."""
    where = f"line {first}" if first == last else f"lines {first}–{last}"
    return f"slide {slide}, {where}" if slide else where


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, row, bullet or box: lines that belong together, and its cells (one, unless it is a row; some may be empty)."""

    kind: Shape
    lines: tuple[Line, ...]
    cells: tuple[Span, ...]
    gap: bool = False
    """Whether blank lines stand before it."""
    slide: int | None = None
    mark: str = ""
    """What is printed between its cells, such as ``|``."""
    level: int = 0
    """1 to 6 where marks of layout make it a heading, 1 the highest; else 0."""

    @property
    def whole(self) -> Span:
        """All its cells as one span, as they stand in the paper."""
        if not self.mark:
            return joined([cell for cell in self.cells if cell] or [self.cells[0]])
        together = joined(list(self.cells), f" {self.mark} ")
        return together.part(0, len(together.text))

    @property
    def span(self) -> Span:
        """Its first cell that holds words: all its words, unless it is a row."""
        return next((cell for cell in self.cells if cell), self.cells[0])

    def apart(self, pieces: Sequence[Span], *, gaps: bool) -> "list[Block]":
        """A block of its kind for each piece of it; the first keeps the lines of all. ``gaps``: whether the others stand apart."""
        return [
            replace(self, lines=() if at else self.lines, cells=(piece,), gap=gaps if at else self.gap, mark="")
            for at, piece in enumerate(pieces)
        ]

    @property
    def text(self) -> str:
        """All its words."""
        return " ".join(cell.text for cell in self.cells if cell)

    @property
    def number(self) -> int:
        """The number of its first line that holds words."""
        return self.span.places[0][1]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line of a file that is no text stands, as a person would say it: "page 2", "table 1 row 3", "slide 6, box “Director”"."""

    words: str
    page: int | None = None
    slide: int | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """That a box of a chart is below another: the numbers of their lines, and how surely the drawing says so.

    ``dotted``: by a line of another kind, which is not line management.
    """

    lower: int
    upper: int
    basis: Literal["stated", "inferred"]
    confidence: float
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart as it is drawn: its boxes in reading order, and what ties them together.

    ``listed``: it is a list of which the entries hang under one another.
    """

    boxes: tuple[Block, ...]
    ties: tuple[Tie, ...]
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Datum:
    """A value of a data file, and where in the text of the file its words stand (``start`` to ``end``), the quotes of a text left off.

    ``value`` is a mapping or a list of other values, or a text: numbers and truth are kept as the file has them, nothing is "".
    """

    value: "dict[str, Datum] | list[Datum] | str"
    start: int
    end: int

    @property
    def text(self) -> str:
        """A text; empty for what is none."""
        return self.value if isinstance(self.value, str) else ""

    @property
    def fields(self) -> "Mapping[str, Datum]":
        """The values of a mapping by their names; none for what is no mapping."""
        return self.value if isinstance(self.value, dict) else {}

    @property
    def items(self) -> "Sequence[Datum]":
        """The values of a list; none for what is no list."""
        return self.value if isinstance(self.value, list) else ()

    def of(self, *names: str) -> str:
        """The first text that a mapping has under one of these names; empty where there is none."""
        fields = self.fields
        for name in names:
            if (found := fields.get(name)) is not None and (text := found.text):
                return text
        return ""

    def at(self, name: str) -> "Sequence[Datum]":
        """The values of the list that a mapping has under a name."""
        return self.fields[name].items if name in self.fields else ()


@dataclass(frozen=True)
class Document:
    """A file that was opened: its blocks in reading order. ``trailing`` are blank lines after the last block.

    Every paragraph, row or box of a file that has no lines counts as one; ``places`` says where each of these stands.
    """

    format: str
    title: str
    blocks: tuple[Block, ...]
    trailing: tuple[Line, ...] = ()
    warnings: tuple[str, ...] = field(default=())
    places: Mapping[int, Place] = field(default_factory=dict)
    charts: tuple[Chart, ...] = ()
    data: Datum | None = None
    """What a data file holds; such a document has lines and no blocks."""
    beside: "tuple[Document, ...]" = ()
    """The files beside it that tell how it is to be read, or that it belongs together with."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line of the file, in order."""
        return (*(line for block in self.blocks for line in block.lines), *self.trailing)

    def where(self, lines: range) -> str:
        """Where these lines stand, as a person would say it: "line 3", "lines 3–5", "table 1 row 3"."""
        places = dict.fromkeys(self.places[line].words for line in (lines.start, lines[-1]) if line in self.places)
        return " – ".join(places) or locator(lines.start, lines[-1], None)

    def place_of(self, evidence: Evidence) -> str:
        """Where words stand, as a person would say it."""
        return self.where(evidence.lines) if self.places else evidence.locator

    @cached_property
    def slides(self) -> bool:
        """Whether this is a slide deck."""
        return any(block.slide for block in self.blocks)


def joined(spans: list[Span], between: str | Callable[[Span], str] = " ") -> Span:
    """Spans that follow one another as one span; ``between`` is what stands between them, or tells what stands behind each."""
    texts, places = list[str](), list[tuple[int, int]]()
    end, gap = 0, ""
    for span in spans:
        start = end + len(gap)
        texts += [gap, span.text]
        gap = between if isinstance(between, str) else between(span)
        end = start + len(span.text)
        places += [(start + at, line) for at, line in span.places]
    kept = [place for before, place in pairwise([(-1, -1), *places]) if place[1] != before[1]]
    quotes = dict.fromkeys(span.quote or span.text for span in spans) if any(span.quote for span in spans) else ()
    return Span("".join(texts), tuple(kept), spans[0].slide if spans else None, " ".join(quotes))
