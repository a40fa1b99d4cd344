"""The pages of a PDF as they were read: without what stands on each of them, and with rows whole that were broken over two.

Source: reports and minutes with heads, feet and numbers on their pages; tables that are longer than a page.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from sederunt.loaders.document import Shape
from sederunt.loaders.files.drawn import Drawn
from sederunt.loaders.pdf.reading import Row
from sederunt.loaders.pdf.ruled import Table, over_pages

_NUMBER = re.compile(
    r"[-–—|·\s]*(?:(?:page|p\.?|tudalen|pg\.?)\s*)?\d{1,4}(?:\s*(?:of|/|o)\s*\d{1,4})?[-–—|·\s]*", re.IGNORECASE
)
"""The number of a page, alone in its line."""
_BROWSER = re.compile(
    r"\s*\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},?\s+\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[AP]M)?(?:\s.*)?"
    r"|.*\b(?:https?|file)://\S+(?:\s+\d+\s?(?:/|of)\s?\d+)?|\s*\d+ of \d+\s+\d{1,4}[/.-].*",
    re.IGNORECASE,
)
"""What a browser prints at the edge of each page: when it was printed, the page's title and address, its number."""
_MARGIN, _EDGE = 0.12, 0.05
"""So much of a page, at its top and its foot, may hold what stands on every page, and what a browser prints there."""
_CLOSE = 1.6
"""The lines of a cell are no more heights of a letter below one another."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a page says: its lines, and where in them its tables and its chart stand."""

    number: int
    size: tuple[float, float]
    rows: tuple[Row, ...]
    tables: tuple[tuple[int, Table], ...] = ()
    chart: tuple[int, Drawn] | None = None


# What stands on every page ---------------------------------------------------------------------------------------------------------


def unfurnished(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The pages without their numbers, and without what stands at one height on several of them, but for the first time."""
    many = Counter(key for sheet in sheets for key in {_key(row, sheet) for row in sheet.rows if _at_margin(row, sheet)})
    least = max(2, min(3, len(sheets) // 2 + 1))
    seen: set[tuple[str, int]] = set()
    found: list[Sheet] = []
    for sheet in sheets:
        kept: list[bool] = []
        for row in sheet.rows:
            key = _key(row, sheet)
            furniture = (
                row.kind is not Shape.TITLE
                and _at_margin(row, sheet)
                and (
                    (many[key] >= least and key in seen)
                    or _NUMBER.fullmatch(row.text) is not None
                    or (_at_margin(row, sheet, _EDGE) and _BROWSER.fullmatch(row.text) is not None)
                )
            )
            kept.append(not furniture)
            seen.add(key)
        found.append(_without(sheet, kept))
    return found


def _key(row: Row, sheet: Sheet) -> tuple[str, int]:
    """What a line says but for its numbers, and how high on its page it stands."""
    return re.sub(r"\d+", "0", " ".join(row.text.split())), round(row.top / 4)


def _at_margin(row: Row, sheet: Sheet, share: float = _MARGIN) -> bool:
    return row.bottom < share * sheet.size[1] or row.top > (1 - share) * sheet.size[1]


def _without(sheet: Sheet, kept: Sequence[bool]) -> Sheet:
    """The page with those of its lines that are kept."""
    rows = tuple(row for row, keep in zip(sheet.rows, kept, strict=True) if keep)
    tables = tuple((sum(kept[:at]), table) for at, table in sheet.tables)
    return replace(
        sheet, rows=rows, tables=tables, chart=(sum(kept[: sheet.chart[0]]), sheet.chart[1]) if sheet.chart else None
    )


# Rows over two pages ---------------------------------------------------------------------------------------------------------------


def whole_rows(sheets: Sequence[Sheet]) -> Iterator[Sheet]:
    """The pages with rows that were broken over two of them on the first."""
    above: Sheet | None = None
    for sheet in sheets:
        below = sheet
        if above and above.tables and above.tables[-1][0] == len(above.rows) and not above.chart:
            above, below = _joined(above, sheet)
        if above:
            yield above
        above = below
    if above:
        yield above


def _joined(above: Sheet, sheet: Sheet) -> tuple[Sheet, Sheet]:
    """A page that ends with a table and the one after it, what goes on in that moved to the first."""
    table = above.tables[-1][1]
    if sheet.tables and sheet.tables[0][0] == 0:
        lower = sheet.tables[0][1]
        if found := over_pages(table, lower):
            rest = ((0, found[1]),) if found[1].rows else ()
            return _ending(above, found[0]), replace(sheet, tables=(*rest, *sheet.tables[1:]))
    elif sheet.rows and table.rows and (many := _hanging(table, sheet.rows)):
        text = " ".join(row.text.strip() for row in sheet.rows[:many])
        last = table.rows[-1]
        at = max(range(len(last)), key=lambda one: len(last[one]))
        if last[at][-1:] not in ".?!":
            whole = (*last[:at], f"{last[at]} {text}", *last[at + 1 :])
            kept = [number >= many for number in range(len(sheet.rows))]
            return _ending(above, replace(table, rows=(*table.rows[:-1], whole))), _without(sheet, kept)
    return above, sheet


def _ending(sheet: Sheet, table: Table) -> Sheet:
    """The page with another table as its last."""
    return replace(sheet, tables=(*sheet.tables[:-1], (sheet.tables[-1][0], table)))


def _hanging(table: Table, rows: Sequence[Row]) -> int:
    """How many lines at the head of a page go on, in the midst of a sentence, under a column of a table that is not its first."""
    first = rows[0]
    inside = table.bounds[0] + first.size < first.left and first.right <= table.bounds[2] + first.size
    if not (inside and first.text.strip()[0].islower()):
        return 0
    close = (abs(row.left - first.left) < 2 and row.after(above) < _CLOSE for above, row in pairwise(rows))
    return 1 + sum(1 for _ in takewhile(bool, close))
