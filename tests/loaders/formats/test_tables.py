"""Spreadsheets and tables as text: rows with their places, whatever stands above their header."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook
from sederunt.graph.errors import PaperError
from sederunt.loaders.formats import csv, sheet
from sederunt.loaders.load import read_document

HEADER = ("Name", "Job title", "Directorate", "Reports to")
ROWS = [
    ("Ann Moss", "Chief Executive", "", ""),
    ("Bertram Oakes", "Director of Finance", "Finance", "Chief Executive"),
    ("Vacant", "Head of Audit", "Finance", "Director of Finance"),
]


def book(*sheets: tuple[str, list[tuple[object, ...]]]) -> bytes:
    work = Workbook()
    work.remove(work.active)
    for title, rows in sheets:
        page = work.create_sheet(title)
        for row in rows:
            page.append(row)
    file = BytesIO()
    work.save(file)
    return file.getvalue()


def said(document) -> set[tuple[str, str, str, str]]:
    found = read_document(document, "a", "0" * 64).paper.statements
    return {(s.link, s.subject.label, s.object.label, s.evidence.locator) for s in found if s.link in ("HOLDS", "REPORTS_TO")}


def test_a_staff_list_below_a_title():
    data = book(("Staff", [("Wexmoor Council: staff, June 2025",), (), HEADER, *ROWS]))
    assert said(sheet.read(data, "a.xlsx")) == {
        ("HOLDS", "Ann Moss", "Chief Executive", "sheet “Staff” row 4"),
        ("HOLDS", "Bertram Oakes", "Director of Finance", "sheet “Staff” row 5"),
        ("REPORTS_TO", "Director of Finance", "Chief Executive", "sheet “Staff” row 5"),
        ("REPORTS_TO", "Head of Audit", "Director of Finance", "sheet “Staff” row 6"),
    }


def test_a_quote_is_the_words_of_a_cell():
    document = sheet.read(book(("Staff", [HEADER, *ROWS])), "a.xlsx")
    quotes = {s.evidence.quote for s in read_document(document, "a.xlsx", "0" * 64).paper.statements}
    assert quotes <= {cell for row in (HEADER, *ROWS) for cell in row}


def test_hidden_sheets_are_left_out_and_told():
    work = Workbook()
    work.active.append(("Seen",))
    work.create_sheet("Old").append(("Unseen",))
    work["Old"].sheet_state = "hidden"
    file = BytesIO()
    work.save(file)
    document = sheet.read(file.getvalue(), "a.xlsx")
    assert [block.text for block in document.blocks] == ["Seen"]
    assert document.warnings == ("a.xlsx: 1 of its sheets are hidden and were not read.",)


def test_values_read_as_people_see_them():
    document = sheet.read(book(("One", [(date(2025, 6, 4), 3.0, 2.5, True)])), "a.xlsx")
    assert [cell.text for cell in document.blocks[0].cells] == ["4 June 2025", "3", "2.5", "True"]


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"PK\x03\x04 cut"])
def test_what_is_no_spreadsheet(data):
    with pytest.raises(PaperError, match=r"^a\.xlsx: .+\.$"):
        sheet.read(data, "a.xlsx")


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_tables_as_text_with_any_mark_between_their_values(mark):
    data = "\ufeff" + "\n".join(mark.join(row) for row in (HEADER, *ROWS))
    assert said(csv.read(data.encode(), "a.csv")) == {
        ("HOLDS", "Ann Moss", "Chief Executive", "line 2"),
        ("HOLDS", "Bertram Oakes", "Director of Finance", "line 3"),
        ("REPORTS_TO", "Director of Finance", "Chief Executive", "line 3"),
        ("REPORTS_TO", "Head of Audit", "Director of Finance", "line 4"),
    }


def test_a_value_may_hold_the_mark_and_line_ends():
    document = csv.read(b'Name,Post\n"Moss, Ann","Clerk to\nthe Council"\n', "a.csv")
    assert [cell.text for cell in document.blocks[1].cells] == ["Moss, Ann", "Clerk to\nthe Council"]
