"""Tables as text: values apart by commas, semicolons, tabs or bars, a row a line."""

import csv
from collections import Counter

from sederunt.graph.errors import PaperError
from sederunt.loaders.document import Document, Place
from sederunt.loaders.files.encoding import decoded
from sederunt.loaders.files.pieces import Pieces

SUFFIXES = (".csv", ".tsv")

_MARKS = ",;\t|"
_SAMPLE = 30


def read(data: bytes, name: str) -> Document:
    """The document in a table that is kept as text.

    Raises:
        PaperError: the file is binary, or a value in it has no end.
    """
    lines = decoded(data, name).splitlines(keepends=True)
    pieces = Pieces()
    rows, before = csv.reader(lines, delimiter=_mark(lines)), 0
    try:
        for cells in rows:
            place, printed = Place(f"line {rows.line_num}"), "".join(lines[before : rows.line_num])
            before = rows.line_num
            if any(cell.strip() for cell in cells):
                pieces.row([cell.strip() for cell in cells], place, printed=" ".join(printed.split()))
            else:
                pieces.apart()
    except csv.Error as error:
        raise PaperError(f"{name}, line {rows.line_num}: this row cannot be read ({error}); save the table again.") from error
    return pieces.document("csv")


def _mark(lines: list[str]) -> str:
    """What stands between the values: the mark with which most lines have the same number of them, and the most of them."""
    return max(_MARKS, key=lambda mark: _agreement(lines[:_SAMPLE], mark))


def _agreement(lines: list[str], mark: str) -> tuple[int, int]:
    widths = Counter(width for row in csv.reader(lines, delimiter=mark) if (width := len(row)) > 1)
    width, rows = widths.most_common(1)[0] if widths else (0, 0)
    return rows, width
