"""Lists of people side by side in a table, of which some begin below others: read down, column by column.

Source: minutes whose first table has "Present" and below it "Apologies" over names at the left, "Officials" and "Presenters" at the right.
"""

from collections.abc import Sequence

from sederunt.loaders.document import Span
from sederunt.loaders.layout.unheaded import names_people
from sederunt.loaders.naming.headings import ATTENDANCE, read_heading

_SHARE = 0.7
"""At least so many of the cells that head no list name one person each."""
_FEWEST = 4

Cell = tuple[int, str]
"""The number of its row, from 0, and its words."""


def lists_beside(rows: Sequence[Sequence[str]]) -> list[list[Cell]]:
    """The lists of a table one after the other, each with its heading first; none where it is no such table.

    Where all lists begin in one row, they are told from the rows themselves.
    """
    columns = [_column(rows, at) for at in range(max(map(len, rows), default=0))]
    filled = [column for column in columns if column]
    heads = [cell for column in filled for cell in column if _heads(cell[1])]
    people = [cell for column in filled for cell in column if not (_heads(cell[1]) or cell[1].endswith(":"))]
    topped = all(_heads(column[0][1]) or column[0][1].endswith(":") for column in filled)
    later = any(row > filled[0][0][0] for row, _ in heads)
    named = sum(_names_one(text) for _, text in people)
    if len(filled) < 2 or len(heads) < 2 or not (topped and later) or len(people) < _FEWEST or named < _SHARE * len(people):
        return []
    return [found for column in filled for found in _lists(column)]


def _column(rows: Sequence[Sequence[str]], at: int) -> list[Cell]:
    return [(number, row[at].strip()) for number, row in enumerate(rows) if at < len(row) and row[at].strip()]


def _lists(column: Sequence[Cell]) -> list[list[Cell]]:
    """The lists of a column, cut at its headings."""
    found: list[list[Cell]] = []
    for cell in column:
        if not found or _heads(cell[1]) or cell[1].endswith(":"):
            found.append([])
        found[-1].append(cell)
    return found


def _heads(text: str) -> bool:
    """Whether a cell is no more than a heading over people."""
    heading = read_heading(_span(text))
    return heading is not None and heading[0] in ATTENDANCE and heading[2] is None


def _names_one(text: str) -> bool:
    return names_people(_span(text)) == 1


def _span(text: str) -> Span:
    return Span(" ".join(text.split()), ((0, 0),))
