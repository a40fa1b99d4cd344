"""Since when and until when those in a list or a table have their seats, as it is printed beside their names.

Source: trustees "who served during the year" ("retired 4 July 2023", "Chair from May 2021", "appointed 12 January 2024"), governors and
members in tables with columns for their terms ("Date appointed | Term of office ends", "Term of office" over "2021 – 2025").
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from sederunt.graph.lexicon import pairs
from sederunt.graph.names import fold
from sederunt.loaders.document import Block, Shape, Span
from sederunt.loaders.naming.entry import BEGAN, ENDED
from sederunt.loaders.sentences.relations import office_of
from sederunt.loaders.terms import both, is_american, told

Days = Mapping[str, str]
"""``start`` and ``end`` as ISO dates, as far as they are told."""

_KINDS = ("start", "end", "term")
_APART = re.compile(r"[(),;]|\s[–—]\s")
_OTHERS = re.compile(r"\s(?:and|&)\b")
"""From here on a line may tell of others."""
_WHEN = re.compile(
    r"(?:(?P<office>[A-Za-z][A-Za-z -]*?)\s+)??"
    rf"(?:(?P<start>(?:{BEGAN})(?:\s+(?:on|in|from))?|from|since|with effect from)"
    rf"|(?P<end>(?:{ENDED}|ceased|term (?:of office )?(?:ends?|ended|expires?|expired))"
    r"(?:\s+(?:on|in))?|until|till|up to|to))\s*:?\s+(?P<day>\S.*)",
    re.IGNORECASE,
)


def beside_name(text: str) -> Days:
    """When somebody has a seat, from the line or the entry of a list that names them; nothing of what is told twice."""
    found: dict[str, list[str]] = {"start": [], "end": []}
    for piece in _APART.split(_OTHERS.split(text)[0]):
        when = _WHEN.fullmatch(piece.strip(" ."))
        if when is None or (when["office"] and not office_of(when["office"].lower())):
            continue
        if day := told(when["day"]):
            found["start" if when["start"] else "end"].append(day)
    return {word: days[0] for word, days in found.items() if len(days) == 1}


def in_rows(blocks: Iterable[Block]) -> dict[Span, Days]:
    """When those in the rows of tables have their seats, by what the row says as a whole; of rows without such columns nothing."""
    found: dict[Span, Days] = {}
    for columns, rows in _tables(blocks):
        cells = [[(what, row.cells[at].text) for at, what in columns.items()] for row in rows]
        american = is_american(text for row in cells for what, text in row if what != "term")
        for row, told_of in zip(rows, cells, strict=True):
            if days := _days(told_of, american=american):
                found[row.whole] = days
    return found


def _tables(blocks: Iterable[Block]) -> Iterator[tuple[dict[int, str], list[Block]]]:
    """The rows below each head that has columns for terms, as wide as it is, with what stands in those columns."""
    columns: dict[int, str] = {}
    rows: list[Block] = []
    width = 0
    for block in blocks:
        head = _columns(block) if block.kind is Shape.ROW else None
        if head is None and columns and block.kind is Shape.ROW:
            rows += [block] if len(block.cells) == width else []
        else:
            if rows:
                yield columns, rows
            columns, rows, width = head or {}, [], len(block.cells)
    if rows:
        yield columns, rows


def _columns(row: Block) -> dict[int, str] | None:
    """The columns for terms of a row that heads a table of people; None where it is no such head."""
    known = pairs("loaders", "member_columns")
    heads = [known.get(fold(cell.text), "") for cell in row.cells]
    headed = "person" in heads and sum(map(bool, heads)) > 1  # "Member" alone may be what somebody is
    return {at: what for at, what in enumerate(heads) if what in _KINDS} if headed else None


def _days(cells: Iterable[tuple[str, str]], *, american: bool) -> Days:
    days: dict[str, str] = {}
    for what, text in cells:
        if what == "term":
            start, end = both(text, american=american) or ("", "")
            days = ({"start": start, "end": end} if end != start else {}) | days
        elif day := told(text, american=american):
            days[what] = day
    return {word: day for word, day in days.items() if day}
