"""Lists of people side by side in a table, one of which begins below another, in each kind of file."""

from io import BytesIO

import docx
import pytest
from sederunt.loaders.document import Document
from sederunt.loaders.formats import docx as word
from sederunt.loaders.formats import html, pdf
from sederunt.loaders.load import read_document

from tests.loaders.printer import Sheet, printed

HEAD = ["Harbour Board", "Minutes of the meeting held on 3 May 2021"]
ROWS = [
    ("Harbour Board Members:", "Officials:"),
    ("Ann Hale (Chair)", "Ivo Moss"),
    ("Ben Pike", "Una Reed"),
    ("Apologies:", ""),
    ("Tom Dunn", "Guests:"),
    ("", "Jo Pell"),
]


def as_word() -> Document:
    paper = docx.Document()
    for line in HEAD:
        paper.add_paragraph(line)
    table = paper.add_table(rows=0, cols=2)
    for row in ROWS:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    file = BytesIO()
    paper.save(file)
    return word.read(file.getvalue(), "paper.docx")


def as_page() -> Document:
    rows = "".join(f"<tr>{''.join(f'<td>{words}</td>' for words in row)}</tr>" for row in ROWS)
    return html.read(f"{''.join(f'<p>{line}</p>' for line in HEAD)}<table>{rows}</table>".encode(), "paper.html")


def as_pdf() -> Document:
    sheet = Sheet().lines(60, 60, HEAD).grid([50, 300, 560], [100 + 20 * at for at in range(len(ROWS) + 1)], ROWS)
    return pdf.read(printed(sheet), "paper.pdf")


@pytest.mark.parametrize("opened", [as_word, as_page, as_pdf])
def test_each_list_has_its_own_people(opened):
    found = read_document(opened(), "paper", "0").paper.statements
    there = {(s.link, s.subject.label, s.values.get("role")) for s in found if s.link in ("ATTENDED", "SENT_APOLOGIES")}
    assert there == {
        ("ATTENDED", "Ann Hale", "chair"),
        ("ATTENDED", "Ben Pike", "attendee"),
        ("ATTENDED", "Ivo Moss", "in attendance"),
        ("ATTENDED", "Una Reed", "in attendance"),
        ("ATTENDED", "Jo Pell", "invited"),
        ("SENT_APOLOGIES", "Tom Dunn", None),
    }
