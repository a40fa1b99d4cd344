"""Spreadsheets: every row of every sheet that is shown, from wherever its header stands.

Source: staff lists and returns of posts as councils and departments publish them.
"""

import re
import warnings
from datetime import date, datetime, time
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING

from sederunt.graph.errors import PaperError
from sederunt.graph.sittings import spoken
from sederunt.loaders.document import Document, Place
from sederunt.loaders.files.package import Package
from sederunt.loaders.files.pieces import Pieces

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

SUFFIXES = (".xlsx", ".xlsm")

_MOST_CELLS = 2_000_000
"""A sheet that says it is larger has cells far out that hold nothing: it is read up to there."""

_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s+ref=\"([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})\"")
_MOST_MERGED = 20_000


def read(data: bytes, name: str) -> Document:
    """The document in a spreadsheet.

    Raises:
        PaperError: it is no spreadsheet, is protected or damaged.
    """
    from openpyxl import load_workbook  # noqa: PLC0415 - it takes a quarter of a second, for which other papers need not wait

    plain = Package(data, name).transitional(data)
    pieces, hidden = Pieces(), 0
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what openpyxl would not keep when it writes: nothing is written
            book = load_workbook(BytesIO(plain), read_only=True, data_only=True, keep_links=False)
            for sheet in book.worksheets:
                hidden += sheet.sheet_state != "visible"
                if sheet.sheet_state == "visible":
                    _read(sheet, pieces)
    except Exception as error:  # openpyxl raises whatever a damaged part makes it trip over
        raise PaperError(f"{name}: it is no spreadsheet, or it is damaged; save it again.") from error
    return pieces.document("xlsx", [f"{name}: {hidden} of its sheets are hidden and were not read."] if hidden else [])


def _read(sheet: "ReadOnlyWorksheet", pieces: Pieces) -> None:
    pieces.apart()
    sheet.reset_dimensions()  # programs write wrong ones
    seen, merged = 0, _Merged(sheet)
    for number, row in enumerate(sheet.iter_rows(min_row=1, min_col=1, values_only=True), 1):
        seen += len(row)
        if seen > _MOST_CELLS:
            return
        cells = merged.filled(number, [_words(value) for value in row])
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            pieces.row(cells, Place(f"sheet “{sheet.title}” row {number}"), joins=False)
        else:
            pieces.apart()


class _Merged:
    """The cells of a sheet that go over several rows: what is in the first of them is said in each of these rows."""

    def __init__(self, sheet: "ReadOnlyWorksheet") -> None:
        self.begin: dict[int, list[tuple[int, int]]] = {}
        """By their first rows: their columns and their last rows."""
        self.open: dict[int, tuple[int, str]] = {}
        """Those that reach into the next row: by their columns, their last rows and what they say."""
        with sheet._get_source() as part:  # in this mode openpyxl passes over them
            ranges = [found.groups() for found in islice(_MERGED.finditer(part.read()), _MOST_MERGED)]
        for column, first, last in ranges:
            if int(first) < int(last):
                self.begin.setdefault(int(first), []).append((_index(column), int(last)))

    def filled(self, number: int, cells: list[str]) -> list[str]:
        """The cells of a row with what cells above that reach into it say."""
        for column, (last, words) in list(self.open.items()):
            if number > last:
                del self.open[column]
            elif words:
                cells += [""] * (column + 1 - len(cells))
                cells[column] = cells[column] or words
        for column, last in self.begin.get(number, ()):
            if column < len(cells):
                self.open[column] = last, cells[column]
        return cells


def _index(column: bytes) -> int:
    """The place of a column in its rows: 0 for A, 26 for AA."""
    place = 0
    for letter in column:
        place = 26 * place + letter - 64
    return place - 1


def _words(value: object) -> str:
    """A cell as people see it."""
    if value is None:
        return ""
    if isinstance(value, datetime) and not (value.hour or value.minute):
        value = value.date()
    if isinstance(value, date) and not isinstance(value, datetime):
        return spoken(value.isoformat())
    if isinstance(value, datetime | time):
        return value.isoformat(" ", "minutes") if isinstance(value, datetime) else value.isoformat("minutes")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()
