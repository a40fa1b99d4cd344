"""Tables of people by the bodies on which they sit, and tables that count to how many meetings people came."""

from io import BytesIO

import pytest
from docx import Document as Word
from sederunt.loaders.formats import docx
from sederunt.loaders.load import read_document

from tests.loaders.papers import names, pairs, roles, statements

TICKS = (
    "Fenwick Town Council\n\nCommittee membership 2024/25\n\nCouncillor | Ward | Finance & General Purposes | Planning | Personnel\n"
    "Cllr Ann Hale | North | Chair | ✓ |\nCllr Ben Moss (Mayor) | North | ✓ | Vice Chair | ex officio\nVacancy | South | | |\nCllr Rita Vale | South | | Chair | ✓\n"
)
COUNTS = (
    "Annual report of the Fenwick Trust\n\nAttendance at meetings\n\nName | Role | Board of Directors | Audit Committee | Pay Committee\n"
    "Ann Hale | Chair | 6/6 | | 2/2\nBen Moss | Chief Executive | 6/6 | 1/4 | –\nProf Rita Vale | Non-Executive Director | 5/6 | 4/4 (Chair) | N/A\n"
)
TRUST = (
    "Governance statement\n\nThe board of trustees has met 6 times. Attendance during the year at meetings of the board of trustees was as follows:\n\n"
    "Trustee | Meetings attended | Out of a possible\nMrs A Hale (Chair) | 6 | 6\nMr B Moss (Vice Chair) | 5 | 6\nDr R Vale (resigned 31 March 2024) | 2 | 4\n\n"
    "The finance committee is a sub-committee of the main board of trustees. Attendance at its meetings was as follows:\n\n"
    "Trustee | Meetings attended | Out of a possible\nMr B Moss (Chair) | 3 | 3\nMrs A Hale | 2 | 3\n"
)


def seats(paper: str) -> set[tuple[str, str, object]]:
    return {(s.subject.label, s.object.label, s.values["role"]) for s in statements(paper, "SITS_ON") if s.object}


def test_ticks_and_offices_say_who_sits_on_which_committee():
    assert seats(TICKS) == {
        ("Ann Hale", "Finance & General Purposes Committee", "chair"),
        ("Ann Hale", "Planning Committee", "member"),
        ("Ben Moss", "Finance & General Purposes Committee", "member"),
        ("Ben Moss", "Planning Committee", "vice-chair"),
        ("Ben Moss", "Personnel Committee", "member"),
        ("Rita Vale", "Planning Committee", "chair"),
        ("Rita Vale", "Personnel Committee", "member"),
    }
    assert names(TICKS, "Person") == {"Ann Hale", "Ben Moss", "Rita Vale"}


def test_counts_say_of_whose_meetings_somebody_is():
    assert seats(COUNTS) == {
        ("Ann Hale", "Board of Directors", "chair"),
        ("Ann Hale", "Pay Committee", "member"),
        ("Ben Moss", "Board of Directors", "member"),
        ("Ben Moss", "Audit Committee", "member"),
        ("Rita Vale", "Board of Directors", "member"),
        ("Rita Vale", "Audit Committee", "chair"),
    }
    assert ("Ben Moss", "Chief Executive") in pairs(COUNTS, "HOLDS")


def test_a_count_alone_implies_a_seat_and_an_office_states_one():
    told = {(s.subject.label, s.object.label): s.basis for s in statements(COUNTS, "SITS_ON") if s.object}
    assert told["Ben Moss", "Audit Committee"] == "inferred"
    assert told["Rita Vale", "Audit Committee"] == "stated"


def test_a_table_that_only_counts_is_of_the_body_told_above_it():
    assert seats(TRUST) == {
        ("A Hale", "board of trustees", "chair"),
        ("B Moss", "board of trustees", "vice-chair"),
        ("R Vale", "board of trustees", "member"),
        ("B Moss", "finance committee", "chair"),
        ("A Hale", "finance committee", "member"),
    }


def test_a_heading_above_names_the_body_too():
    paper = "Annual report\n\nThe Fenwick Trust is a charity.\n\nBoard of Trustees\n\nAttendance by trustees at Board meetings:\n\nTrustee | Eligible | Attended\nAnn Hale | 6 | 6\nBen Moss | 6 | 5\n"
    assert pairs(paper, "SITS_ON") == {("Ann Hale", "Board of Trustees"), ("Ben Moss", "Board of Trustees")}


def test_crosses_beside_ticks_are_no_seats_and_alone_they_are():
    head = "Committee membership\n\nMember | Audit Committee | Pay Committee\n"
    beside = pairs(f"{head}Ann Hale | ✓ | x\nBen Moss | x | ✓\n", "SITS_ON")
    assert beside == {("Ann Hale", "Audit Committee"), ("Ben Moss", "Pay Committee")}
    alone = pairs(f"{head}Ann Hale | X | \nBen Moss | X | X\n", "SITS_ON")
    assert alone == {("Ann Hale", "Audit Committee"), ("Ben Moss", "Audit Committee"), ("Ben Moss", "Pay Committee")}


def test_substitutes_and_those_in_attendance_have_no_seat():
    paper = "Committee membership\n\nName | Audit Committee | Pay Committee\nAnn Hale | Member | Substitute\nBen Moss | In attendance | Chair\n"
    assert pairs(paper, "SITS_ON") == {("Ann Hale", "Audit Committee"), ("Ben Moss", "Pay Committee")}


def test_columns_of_spaces_stand_below_their_heads():
    paper = (
        "Fenwick Port Company\nAnnual Report 2023\n\nAttendance at meetings in 2023\n\n"
        "                     Board       Audit and Risk    Works\nNumber of meetings     9              5             4\n"
        "Ann Hale              9/9             -            4/4\nBen Moss              8/9            5/5            -\n\n"
        "The Audit and Risk Committee met five times.\n"
    )
    assert ("Ann Hale", "Works Committee") in pairs(paper, "SITS_ON")
    assert {who for who, body in pairs(paper, "SITS_ON") if body == "Audit and Risk Committee"} == {"Ben Moss"}


def test_bodies_over_two_columns_each_in_a_table_of_word():
    word = Word()
    word.add_paragraph("Attendance at Board and committee meetings during the year was:")
    table = word.add_table(rows=2, cols=5)
    for at, name in ((1, "Board"), (3, "Audit Committee")):
        table.cell(0, at).merge(table.cell(0, at + 1)).text = name
    rows = [("Name", "Attended", "Possible", "Attended", "Possible"), ("Executive directors",)]
    rows += [("Ann Hale (Chair)", "8", "8", "", ""), ("Ben Moss¹", "7", "8", "4", "4"), ("Dr Rita Vale2", "3", "4", "0", "2")]
    for row in rows:
        cells = table.rows[1].cells if row is rows[0] else table.add_row().cells
        if len(row) == 1:
            cells[0].merge(cells[4])
        for cell, text in zip(cells, row, strict=False):
            cell.text = text
    file = BytesIO()
    word.save(file)
    said = read_document(docx.read(file.getvalue(), "a.docx"), "a.docx", "0" * 64).paper.statements
    assert {(s.subject.label, s.object.label, s.values["role"]) for s in said if s.link == "SITS_ON" and s.object} == {
        ("Ann Hale", "Board", "chair"),
        ("Ben Moss", "Board", "member"),
        ("Ben Moss", "Audit Committee", "member"),
        ("Rita Vale", "Board", "member"),
        ("Rita Vale", "Audit Committee", "member"),
    }


@pytest.mark.parametrize(
    "table",
    [
        "Name | Salary | Pension\nAnn Hale | 145-150 | 32\nBen Moss | 70-75 | 15\n",
        "Name | Post | Team\nAnn Hale | Clerk | Works\nBen Moss | Harbour Master | Pier\n",
        "Committee | Chair | Quorum\nAudit Committee | Ann Hale | 3\nPay Committee | Ben Moss | 4\n",
    ],
)
def test_other_tables_give_no_seats_by_marks(table):
    assert not roles(f"Annual report\n\nRemuneration, committees and attendance\n\n{table}", "SITS_ON").keys() - {
        "Ann Hale",
        "Ben Moss",
    }
    assert not {body for _, body in pairs(f"Annual report\n\n{table}", "SITS_ON")} & {
        "Salary",
        "Pension",
        "Team",
        "Works",
        "Quorum",
    }


def test_a_table_of_attendance_over_a_year_is_no_meeting():
    paper = (
        "Board attendance 2023-24\n\nBoard member | Board (8) | Audit and Assurance Committee (5) | People Committee (4) | %\n"
        "Ann Hale | 8 | | 4 | 100%\nBen Moss | 7 | 5 | | 92%\nRita Vale | 8 | 2* | 3 | 76%\n"
    )
    assert not names(paper, "Meeting")
    assert ("Rita Vale", "Audit and Assurance Committee", "member") in seats(paper)
    assert {body for _, body, _ in seats(paper)} == {"Board", "Audit and Assurance Committee", "People Committee"}
