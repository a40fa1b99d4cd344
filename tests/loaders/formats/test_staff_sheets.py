"""Staff lists as systems of personnel and people in offices write them: managers by address, merged cells, units in several columns."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import Workbook
from sederunt.loaders.document import Document
from sederunt.loaders.formats import csv, sheet
from sederunt.loaders.load import read_document

Rows = list[tuple[object, ...]]


def _book(rows: Rows, *merged: str) -> bytes:
    work, file = Workbook(), BytesIO()
    for row in rows:
        work.active.append(row)
    for cells in merged:
        work.active.merge_cells(cells)
    work.save(file)
    return file.getvalue()


def _said(document: Document, *links: str) -> set[tuple[str, str]]:
    found = read_document(document, "a", "0" * 64).paper.statements
    return {(s.subject.label, s.object.label) for s in found if s.link in links and s.object}


BY_ADDRESS: Rows = [
    ("Display name", "Job title", "Department", "Email", "Manager email"),
    ("Maureen Tolley", "Chief Executive", "Centre", "maureen@tarnbeck.example", ""),
    ("Owen Rusk", "Director of Place", "Place", "owen@tarnbeck.example", "maureen@tarnbeck.example"),
    ("Sian Pell", "Planning Manager", "Place", "sian@tarnbeck.example", "Owen@tarnbeck.example"),
]


@pytest.mark.parametrize("contacts", [False, True])
def test_managers_are_known_by_their_addresses_which_are_not_kept(contacts: bool):
    document = sheet.read(_book(BY_ADDRESS), "a.xlsx")
    found = read_document(document, "a", "0" * 64, contacts=contacts).paper.statements
    assert {(s.subject.label, s.object.label) for s in found if s.link == "REPORTS_TO" and s.object} == {
        ("Director of Place", "Chief Executive"),
        ("Planning Manager", "Director of Place"),
    }
    assert contacts or not any("@" in s.model_dump_json() for s in found)


def test_what_is_in_a_cell_over_several_rows_is_said_in_each_of_them():
    rows: Rows = [
        ("Directorate", "Job title", "Name", "Reports to"),
        ("Place", "Director of Place", "Owen Rusk", ""),
        ("", "Planning Manager", "Sian Pell", "Director of Place"),
        ("", "Waste Manager", "Colm Darby", "Director of Place"),
        ("", "Chief of Staff", "Ines Duarte", ""),
        ("Place", "Parks Manager", "Hamish Lorne", "Director of Place"),
    ]
    said = _said(sheet.read(_book(rows, "A2:A4"), "a.xlsx"), "POST_IN")
    assert said == {(post, "Place") for post in ("Director of Place", "Planning Manager", "Waste Manager", "Parks Manager")}


def test_units_in_several_columns_are_parts_of_one_another():
    rows: Rows = [
        ("Directorate", "Service", "Team", "Job title", "Name", "Reports to"),
        ("Executive", "", "", "Chief Executive", "Maureen Tolley", ""),
        ("Place", "", "", "Director of Place", "Owen Rusk", "Chief Executive"),
        ("Place", "Planning", "", "Planning Manager", "Sian Pell", "Director of Place"),
        ("Place", "Planning", "Enforcement", "Enforcement Officer", "Wren Achebe", "Planning Manager"),
    ]
    document = sheet.read(_book(rows), "a.xlsx")
    assert _said(document, "POST_IN") == {
        ("Chief Executive", "Executive"),
        ("Director of Place", "Place"),
        ("Planning Manager", "Planning"),
        ("Enforcement Officer", "Enforcement"),
    }
    assert _said(document, "PART_OF") == {("Planning", "Place"), ("Enforcement", "Planning")}
    assert _said(document, "SITS_ON") == set()


def test_a_sheet_that_says_it_is_smaller_than_it_is():
    data = _book([("x",), ("", "", ""), *BY_ADDRESS])
    changed = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(changed, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, part.replace(b'<dimension ref="A1:E6"', b'<dimension ref="A1"') if "sheet1" in name else part)
    found = sheet.read(changed.getvalue(), "a.xlsx")
    assert [block.cells[-1].text for block in found.blocks[-1:]] == ["Owen@tarnbeck.example"]
    assert found.where(range(found.blocks[-1].number, found.blocks[-1].number + 1)) == "sheet “Sheet” row 6"


@pytest.mark.parametrize(
    ("title", "post"),
    [
        ("Waste Manager (Acting)", "Waste Manager"),
        ("(Acting) Waste Manager", "Waste Manager"),
        ("Waste Manager – Interim", "Waste Manager"),
        ("Temporary Acting Waste Manager", "Waste Manager"),
        ("Waste Manager (maternity cover)", "Waste Manager"),
        ("Waste Manager (job share)", "Waste Manager"),
        ("Assistant Director – Regeneration", "Assistant Director – Regeneration"),
    ],
)
def test_what_a_title_says_of_its_holder_is_no_part_of_it(title: str, post: str):
    text = f"Job title,Name,Reports to\nChief Executive,Maureen Tolley,\n{title},Colm Darby,Chief Executive\nDriver,Owen Rusk,{post}\n"
    assert _said(csv.read(text.encode(), "a.csv"), "REPORTS_TO") == {(post, "Chief Executive"), ("Driver", post)}


def test_a_row_of_a_table_that_is_text_is_quoted_whole():
    text = 'Job title,Name,Reports to\nChief Executive,"Tolley, Maureen",\nDirector of Place,"Rusk, Owen","Tolley, Maureen"\n'
    found = read_document(csv.read(text.encode(), "a.csv"), "a", "0" * 64).paper.statements
    quotes = {s.evidence.quote for s in found if s.link == "HOLDS"}
    assert quotes == {'Chief Executive,"Tolley, Maureen', 'Director of Place,"Rusk, Owen","Tolley, Maureen'}


def test_members_of_a_body_each_on_a_line_of_a_cell():
    rows: Rows = [("Committee", "Chair", "Members"), ("Licensing Committee", "Cllr D Finch", "Cllr A Moss\nCllr F Oakes")]
    said = _said(sheet.read(_book(rows), "a.xlsx"), "SITS_ON")
    assert said == {(name, "Licensing Committee") for name in ("D Finch", "A Moss", "F Oakes")}
