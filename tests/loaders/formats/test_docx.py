"""Word files, written here by python-docx or part by part: what is read of them, in which order, and where it stands."""

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Twips
from sederunt.graph.errors import PaperError
from sederunt.loaders.formats.docx import read
from sederunt.loaders.load import read_document


def saved(document) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def shown(document) -> list[tuple[str, str]]:
    """What stands where."""
    read_back = read(saved(document), "notes.docx")
    return [(read_back.where(range(b.number, b.number + 1)), " | ".join(c.text for c in b.cells)) for b in read_back.blocks]


def put(document, inner: str) -> None:
    """A paragraph of raw markup at the end of the body."""
    document.element.body.insert(-1, parse_xml(f"<w:p {nsdecls('w')} {MC}>{inner}</w:p>"))


MC = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)


def test_minutes_with_a_table_of_those_present():
    paper = docx.Document()
    paper.add_heading("Wexmoor Parish Council", 0)
    paper.add_paragraph("Minutes of the meeting held on Tuesday 4 March 2025 at 7.30 pm")
    table = paper.add_table(rows=3, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Present", "Cllr Ann Moss (Chair)\nCllr Bertram Oakes"
    table.cell(1, 0).text, table.cell(1, 1).text = "In attendance", "Dora Quill (Clerk)"
    table.cell(2, 0).text, table.cell(2, 1).text = "Apologies", "Cllr Evan Rudd"
    said = read_document(read(saved(paper), "a.docx"), "a.docx", "0" * 64).paper.statements
    there = {(s.subject.label, s.link, s.evidence.locator) for s in said if s.link in ("ATTENDED", "SENT_APOLOGIES")}
    assert there == {
        ("Ann Moss", "ATTENDED", "table 1 row 1"),
        ("Bertram Oakes", "ATTENDED", "table 1 row 1"),
        ("Dora Quill", "ATTENDED", "table 1 row 2"),
        ("Evan Rudd", "SENT_APOLOGIES", "table 1 row 3"),
    }


def test_paragraphs_tables_and_tables_inside_them_in_their_order():
    paper = docx.Document()
    paper.add_paragraph("First")
    cell = paper.add_table(rows=1, cols=1).cell(0, 0)
    cell.text = "Second"
    inner = cell.add_table(rows=1, cols=2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "Third", "Fourth"
    paper.add_paragraph("Fifth")
    assert shown(paper) == [
        ("paragraph 1", "First"),
        ("table 1 row 1", "Second"),
        ("table 1 row 1, table row 1", "Third | Fourth"),
        ("paragraph 2", "Fifth"),
    ]


def test_the_numbers_that_the_program_prints_are_read_and_not_quoted():
    paper = docx.Document()
    for words in ("Apologies", "Finance"):
        paper.add_paragraph(words, style="List Number")
    document = read(saved(paper), "notes.docx")
    assert [block.text for block in document.blocks] == ["1. Apologies", "2. Finance"]
    assert [line.raw.strip() for line in document.lines][:2] == ["Apologies", "Finance"]


def test_headings_have_their_levels_and_set_in_paragraphs_their_depth():
    paper = docx.Document()
    paper.add_heading("Finance", 2)
    paper.add_paragraph("Payroll").paragraph_format.left_indent = Twips(720)
    heading, deep = read(saved(paper), "notes.docx").blocks
    assert (heading.level, deep.level) == (2, 0)
    assert deep.lines[-1].raw == "    Payroll\n"


def test_tabs_make_rows_and_breaks_make_lines():
    paper = docx.Document()
    paper.add_paragraph("Present:\tAnn Moss\nApologies:\tEvan Rudd")
    assert shown(paper) == [("paragraph 1", "Present: | Ann Moss"), ("paragraph 1", "Apologies: | Evan Rudd")]


def test_a_text_box_is_read_once():
    paper = docx.Document()
    box = "<w:txbxContent><w:p><w:r><w:t>Clerk: Dora Quill</w:t></w:r></w:p></w:txbxContent>"
    put(
        paper,
        f"<w:r><w:t>Beside it</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>{box}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
    )
    assert shown(paper) == [("paragraph 1", "Beside it"), ("text box 1", "Clerk: Dora Quill")]


def test_tracked_changes_as_they_would_be_accepted_and_hidden_words_left_out():
    paper = docx.Document()
    put(
        paper,
        "<w:del><w:r><w:delText>Evan </w:delText></w:r></w:del><w:ins><w:r><w:t>Ann </w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>Moss</w:t></w:r>",
    )
    assert shown(paper) == [("paragraph 1", "Ann Moss")]


def test_content_controls_are_gone_into():
    paper = docx.Document()
    put(paper, "<w:sdt><w:sdtContent><w:r><w:t>Ann Moss</w:t></w:r></w:sdtContent></w:sdt>")
    assert shown(paper) == [("paragraph 1", "Ann Moss")]


def test_headers_stand_first_without_the_numbers_of_pages():
    paper = docx.Document()
    paper.add_paragraph("Present: Ann Moss")
    paper.sections[0].header.paragraphs[0].text = "Wexmoor Parish Council"
    paper.sections[0].footer.paragraphs[0].text = "Page 1 of 3"
    assert shown(paper) == [("header", "Wexmoor Parish Council"), ("paragraph 1", "Present: Ann Moss")]


def test_cells_merged_downwards_say_their_words_once():
    paper = docx.Document()
    table = paper.add_table(rows=2, cols=2)
    table.cell(0, 1).text, table.cell(1, 1).text = "Ann Moss", "Evan Rudd"
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Members"
    assert shown(paper) == [("table 1 row 1", "Members | Ann Moss"), ("table 1 row 2", "Evan Rudd")]


def strict(data: bytes) -> bytes:
    """The same file in the other dialect of the standard."""
    copy = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(copy, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            for room in (b"wordprocessingml", b"officeDocument", b"drawingml"):
                part = part.replace(
                    b"http://schemas.openxmlformats.org/" + room + b"/2006/", b"http://purl.oclc.org/ooxml/" + room + b"/"
                )
            target.writestr(name, part)
    return copy.getvalue()


def test_strict_files_are_read_like_the_others():
    paper = docx.Document()
    paper.add_heading("Present", 1)
    paper.add_paragraph("Ann Moss")
    plain = saved(paper)
    assert b"purl.oclc.org" in ZipFile(BytesIO(strict(plain))).read("word/document.xml")
    assert read(strict(plain), "a.docx").blocks == read(plain, "a.docx").blocks


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7 ...", r"^a\.docx: it is a PDF, so it cannot be opened; .+$"),
        (b"\xd0\xcf\x11\xe0 and more", r"^a\.docx: it is protected by a password, or of an older format, .+$"),
        (b"PK\x03\x04 cut", r"^a\.docx: it is damaged or cut short, .+$"),
    ],
)
def test_what_is_no_word_file_is_told_in_one_sentence(data, message):
    with pytest.raises(PaperError, match=message) as raised:
        read(data, "a.docx")
    assert "\n" not in str(raised.value)


def test_what_was_not_understood_and_what_is_odd_is_told_by_its_place_in_the_file():
    paper = docx.Document()
    for words in (
        "Wexmoor Parish Council",
        "Minutes of the meeting held on 4 March 2025",
        "Present",
        "see the sheet",
        "It rained.",
    ):
        paper.add_paragraph(words)
    reading = read_document(read(saved(paper), "a.docx"), "a.docx", "0" * 64)
    assert ("paragraph 5", "It rained.") in reading.unread
    assert [warning for warning in reading.warnings if warning.startswith("a.docx, paragraph 3: a list headed 'Present'")]
