"""Tables in which a mark says who was at which of several meetings: a row for each person, a column for each date.

Source: registers of attendance in annual reports and on pages ("✓", "A", "X" under "12 May 2022"); the dates on two or three lines of
their own above the columns; the table dumped a cell per line; a key of the marks above or below.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import takewhile

from sederunt.graph.dates import PrintedDate, find_dates
from sederunt.graph.lexicon import pairs
from sederunt.graph.names import fold
from sederunt.loaders.document import Block, Shape, Span, joined
from sederunt.loaders.naming.headings import heads_people

MARKED = "marked"
"""The category of a section that is such a table; its heading is the row of the dates."""

_SOME_DAY = "2000-01-01"
_DATE_PART = re.compile(
    r"(?:(?:\d{1,2}(?:st|nd|rd|th)?|[’']?\d\d|20\d\d|(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?"
    r"|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?)(?:[\s/.-]+|$))+",
    re.IGNORECASE,
)
_DAY_MONTH = re.compile(r"\d{1,2}[/.]\d{1,2}")
_YEARS = re.compile(r"\b(20\d\d)(\s*[/–-]\s*(?:20)?\d\d\b)?")
_KEY = re.compile(r"^\W*(?:key|legend|codes?|notes?)\b[^:=]*[:=]?\s*", re.IGNORECASE)
_PIECES = re.compile(
    r"[;|]\s*|,\s+(?=\S{1,3}\s*[=:–-])|\s{2,}|,?\s+(?=(?:[✓✔√✗✘✕✖×☑☒•●]|[A-Z]{1,2})\s*[=:–-]?\s+[A-Za-z]|[–—-]\s+not\b)"
)
_MEANS = re.compile(r"^(?P<mark>\S{1,4}?)(?:\s*[=:]\s*|\s+[–-]\s+|\s+(?:means|denotes|indicates)\s+|\s+)(?P<meaning>\D{3,})$")
_MEANINGS = (
    (
        "none",
        r"\bnot (?:yet |then )?(?:a |on |in |required|applicable|eligible|expected|appointed|invited)|\bn/?a\b|\bvacan|\bresigned",
    ),
    ("absent", r"\babsen|\b(?:did|does|has|was) not\b|\bnot (?:present|attend)|\bno apolog|\bwithout|\bnon.?attend"),
    ("apologies", r"\bapolog|\bexcused|\bleave\b"),
    ("present", r"\bpresent|\battend|\bcame\b|\bin person|\bonline|\bremote|\bvirtual"),
)


_WIDEST = 40
"""No such table has more columns."""


def is_dated(text: str) -> bool:
    """Whether a cell heads a meeting's column: a day, perhaps with a name or a number beside it."""
    found = find_dates(text, _SOME_DAY) if len(text) <= 40 else []
    day = len(found) == 1 and not found[0].end and len(text) - len(found[0].text) <= 25
    return day or bool(_DAY_MONTH.fullmatch(text.strip()))


def heads_marks(block: Block) -> bool:
    """Whether a row heads such a table: what names the people, then the dates of two meetings or more."""
    if block.kind is not Shape.ROW or len(block.cells) < 3:
        return False
    dated = "".join("d" if is_dated(cell.text) else "-" for cell in block.cells)
    return re.fullmatch(r"-{1,4}d{2,}-{0,3}", dated) is not None


def with_marks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with the head of such a table in one row, and a table that was dumped a cell per line as rows."""
    return tuple(_aligned(tuple(map(_with_corner, _stacked_heads(tuple(_rows(blocks)))))))


def _with_corner(block: Block) -> Block:
    """A row of nothing but dates with an empty cell before them, for the names below."""
    alone = block.kind is Shape.ROW and len(block.cells) > 1 and all(is_dated(cell.text) for cell in block.cells)
    return replace(block, cells=(block.cells[0].part(0, 0), *block.cells)) if alone else block


def _aligned(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks with an empty cell where a row of a table in columns of spaces has none: each cell stands under its heading."""
    head: Block | None = None
    for block in blocks:
        if block.kind is not Shape.ROW:
            head = None
        elif not block.mark and (heads_marks(block) or heads_people([fold(cell.text) for cell in block.cells])):
            head = block
        yield under(head, block) if head and block is not head and len(block.cells) < len(head.cells) else block


def under(head: Block, row: Block) -> Block:
    """A row of a table in columns of spaces, with an empty cell for each column of its head in which it has none."""
    places, cells = _offsets(head), _offsets(row)
    columns = [min(range(len(places)), key=lambda at: abs(places[at] - cell)) for cell in cells]
    if row.mark or "\t" in row.lines[-1].raw or columns[0] or len(set(columns)) < len(columns):
        return row
    under = dict(zip(columns, row.cells, strict=True))
    return replace(row, cells=tuple(under.get(at) or row.cells[0].part(0, 0) for at in range(len(places))))


def _offsets(row: Block) -> list[int]:
    """At which character of its line each cell has its middle."""
    raw = next((line.raw for line in row.lines if line.raw.strip()), "")
    at, found = 0, list[int]()
    for cell in row.cells:
        word = cell.text.split()[0] if cell else ""
        at = max(raw.find(word, at), at)
        found.append(at + len(cell.text) // 2 if found else at)
        at += len(word)
    return found


def _stacked_heads(blocks: Sequence[Block]) -> Iterator[Block]:
    """Dates whose day, month and year stand on lines of their own as one row."""
    at = 0
    while at < len(blocks):
        block, end = blocks[at], at + 1
        while end < min(at + 3, len(blocks)) and (more := _continued(block, blocks[end])):
            block, end = more, end + 1
        kept = end > at + 1 and heads_marks(_with_corner(block))
        yield block if kept else blocks[at]
        at = end if kept else at + 1


def _continued(block: Block, below: Block) -> Block | None:
    """The row with the parts of dates below joined to the last of its cells; None where that is no row of them."""
    parts = [cell for cell in below.cells if cell]
    if block.kind is not Shape.ROW or below.kind is not Shape.ROW or not 1 < len(parts) < len(block.cells) + 1:
        return None
    if not all(_DATE_PART.fullmatch(part.text) for part in parts):
        return None
    first = len(block.cells) - len(parts)
    dates = [joined([cell, part]) if cell else part for cell, part in zip(block.cells[first:], parts, strict=True)]
    return replace(block, lines=(*block.lines, *below.lines), cells=(*block.cells[:first], *dates))


def _rows(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks with tables that were dumped a cell per line as rows: so many dates, then names with so many marks behind each."""
    at = 0
    while at < len(blocks):
        dates = _run(blocks, at + 1, is_dated)
        rows = list(_dumped(blocks, at + 1 + dates, dates)) if dates > 1 and _is_cell(blocks[at]) else []
        if len(rows) > 1:
            yield _row(blocks[at : at + 1 + dates])
            yield from map(_row, rows)
            at += 1 + dates + sum(map(len, rows))
        else:
            yield blocks[at]
            at += 1


def _run(blocks: Sequence[Block], at: int, test: Callable[[str], bool]) -> int:
    """How many short lines from here on pass a test."""
    return sum(1 for _ in takewhile(lambda block: _is_cell(block) and test(block.text), blocks[at : at + _WIDEST]))


def _dumped(blocks: Sequence[Block], at: int, size: int) -> Iterator[Sequence[Block]]:
    """The cells of each row: what names somebody, in up to three lines, and the marks."""
    while at < len(blocks):
        names = next((n for n in (1, 2, 3) if _run(blocks, at + n, is_mark) == size), 0)
        if not names or any(is_mark(block.text) for block in blocks[at : at + names]):
            return
        yield blocks[at : at + names + size]
        at += names + size


def _is_cell(block: Block) -> bool:
    return block.kind is Shape.LINE and len(block.text) <= 60


def _row(cells: Sequence[Block]) -> Block:
    lines = tuple(line for block in cells for line in block.lines)
    return replace(cells[0], kind=Shape.ROW, lines=lines, cells=tuple(block.span for block in cells))


@cache
def _known() -> dict[str, str]:
    return pairs("loaders", "attendance_marks")


def bare_mark(text: str) -> str:
    """A mark in lower case without a bracket or a star beside it: ``"A (work)"`` gives ``"a"``."""
    return _unstarred(text).lower()


def _unstarred(text: str) -> str:
    return re.sub(r"\([^()]*\)|[*†‡]+", "", text).strip()


def meaning_of(text: str) -> str:
    """What a mark commonly means: present, apologies, absent or none; empty for what is no mark."""
    return _known().get(bare_mark(text), "")


def is_mark(text: str) -> bool:
    """Whether a cell holds a mark, or several one after the other."""
    tokens = _unstarred(text).split()
    return bool(tokens) and all(token.lower() in _known() or re.fullmatch(r"[A-Z]", token) for token in tokens)


def ends_in_mark(block: Block) -> bool:
    """Whether a block is a row of such a table: its last cell is a mark, or what is counted behind the marks, or it is a rule."""
    filled = [cell.text for cell in block.cells if cell]
    ends = len(filled) > 1 and (
        is_mark(filled[-1]) or is_mark(filled[-2]) or re.fullmatch(r":?-{2,}:?", filled[-1]) is not None
    )
    return block.kind is Shape.ROW and ends


def marks_in(row: Block, columns: Sequence[int], width: int) -> tuple[tuple[Span, ...], tuple[str, ...]] | None:
    """What stands before the marks of a row, and the mark in each of the columns of dates, or None where that is not clear.

    Args:
        row: a row below the head.
        columns: which cells of the head are dates.
        width: how many cells the head has.

    """
    if len(row.cells) == width and all(_may_be_mark(row.cells[at].text) for at in columns):
        return tuple(c for c in row.cells[: columns[0]] if c), tuple(bare_mark(row.cells[at].text) for at in columns)
    cells = [cell for cell in row.cells if cell]
    tail: list[str] = []
    while len(cells) > 1 and is_mark(cells[-1].text):
        tail = [*bare_mark(cells.pop().text).split(), *tail]
    behind = width - columns[-1] - 1
    tail = tail[: len(tail) - behind] if behind and len(tail) == len(columns) + behind else tail
    return (tuple(cells), tuple(tail)) if len(tail) == len(columns) else None


def _may_be_mark(text: str) -> bool:
    return not text.strip() or is_mark(text)


def meanings(rows: Iterable[Sequence[str]], blocks: Iterable[Block]) -> dict[str, str]:
    """What each mark of a table means: as a key in the paper says, else what it commonly does beside the others."""
    used = {mark for row in rows for mark in row}
    common = {mark: _known().get(mark, "none") for mark in used | {""}}
    if "a" in used and used & {"ap", "apol", "apols", "apologies"}:
        common["a"] = "absent"
    if "x" in used and "present" not in common.values():
        common["x"] = "present"
    if "a" in used and "present" not in common.values():
        common["a"] = "none"
    return common | {mark: meaning for mark, meaning in _key(blocks) if mark in used}


def _key(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        if len(block.text) > 300 or not (_KEY.match(block.text) or "=" in block.text):
            continue
        for cell in block.cells:
            for piece in _PIECES.split(_KEY.sub("", cell.text)):
                said = _MEANS.match(piece.strip(" .,"))
                meaning = next((kind for kind, words in _MEANINGS if said and re.search(words, said["meaning"], re.I)), "")
                if said and meaning:
                    yield bare_mark(said["mark"]), meaning


def dates_in(cells: Sequence[Span], above: Sequence[str]) -> list[PrintedDate | None]:
    """The date of each column: a year that it lacks follows from the other columns, else from what stands above the table."""
    years = next((year for text in reversed(above) if (year := _YEARS.search(text))), None)
    near = f"{years[1]}-{'04' if years[2] else '01'}-01" if years else ""
    found: list[PrintedDate | None] = []
    for cell in cells:
        text = re.sub(r"^(\d{1,2})[/.](\d{1,2})$", lambda day: f"{day[1]} {_MONTHS[int(day[2]) % 13]}", cell.text.strip())
        date = next((date for date in find_dates(text, near) if not date.end), None)
        near = date.start if date else near
        found.append(date)
    return found


_MONTHS = ("", *"January February March April May June July August September October November December".split())
