"""Spreadsheets: every row of every sheet that is shown, from wherever its header stands.

Source: staff lists and returns of posts as councils and departments publish them.
"""

import warnings
from datetime import date, datetime, time
from io import BytesIO
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
    seen = 0
    for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
        seen += len(row)
        if seen > _MOST_CELLS:
            return
        cells = [_words(value) for value in row]
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            pieces.row(cells, Place(f"sheet “{sheet.title}” row {number}"), joins=False)
        else:
            pieces.apart()


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
