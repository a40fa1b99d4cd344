"""Posts in tables with named columns, and lines that name a unit before its post."""

from io import BytesIO

from docx import Document as Word
from sederunt.loaders.formats import docx
from sederunt.loaders.load import read_document

from tests.loaders.papers import pairs, statements

TABLE = """Staff structure

| Post | Name | Team | Reports to |
|---|---|---|---|
| Town Clerk | Ann Hale | Office | Council |
| Deputy Town Clerk | Ben Moss | Office | Town Clerk |
| Facilities Manager | Cat Dunn | Facilities | Ann Hale |
| Caretaker x 2 | Dan Eames, vacant | Facilities | Facilities Manager |
"""


def test_each_column_is_read_as_its_head_says() -> None:
    """The post above is no second post of the holder; a manager may be told by name."""
    assert pairs(TABLE, "HOLDS") == {
        ("Ann Hale", "Town Clerk"),
        ("Ben Moss", "Deputy Town Clerk"),
        ("Cat Dunn", "Facilities Manager"),
        ("Dan Eames", "Caretaker"),
    }
    assert pairs(TABLE, "REPORTS_TO") == {
        ("Deputy Town Clerk", "Town Clerk"),
        ("Facilities Manager", "Town Clerk"),
        ("Caretaker", "Facilities Manager"),
    }
    assert ("Caretaker", "Facilities") in pairs(TABLE, "POST_IN")
    assert [s.values["seats"] for s in statements(TABLE, None) if s.subject.label == "Caretaker"] == [2]


def test_a_unit_stands_once_over_its_rows() -> None:
    """Where only the first row of a team names it, the rows below are of it too."""
    table = """Who does what

| Job title | Held by | Department |
|---|---|---|
| Museum Director | Ann Hale | Directorate |
| Head of Learning | Ben Moss | Learning |
| Schools Officer | Cat Dunn | |
"""
    assert ("Schools Officer", "Learning") in pairs(table, "POST_IN")


UNITS = """How we are organised

Harbourne District Council has two directorates.

Place Directorate
Corporate Director: Ann Hale
Planning Service – Head of Planning: Ben Moss
Waste (Service Manager: Cat Dunn)

People Directorate
Corporate Director: Dan Eames
"""


def test_a_line_names_a_unit_and_who_runs_it() -> None:
    """The unit is a part of that of the heading; the same title in two directorates is two posts."""
    assert {("Planning Service", "Place Directorate"), ("Waste", "Place Directorate")} <= pairs(UNITS, "PART_OF")
    assert pairs(UNITS, "HEADS") >= {
        ("Corporate Director", "Place Directorate"),
        ("Corporate Director", "People Directorate"),
        ("Head of Planning", "Planning Service"),
        ("Service Manager", "Waste"),
    }
    assert ("People Directorate", "Place Directorate") not in pairs(UNITS, "PART_OF")


LED = """Northmoor University – Registry structure

The Registry is headed by the Academic Registrar, Dr Ann Hale, and comprises two teams:

• Admissions – led by Ben Moss, Head of Admissions
• Examinations – led by the Examinations Manager (vacant)
"""


def test_each_part_is_led_by_somebody() -> None:
    """A list may say of each part who leads it; the sentence above says who leads the whole."""
    assert pairs(LED, "HEADS") == {
        ("Academic Registrar", "Registry"),
        ("Head of Admissions", "Admissions"),
        ("Examinations Manager", "Examinations"),
    }
    assert {("Admissions", "Registry"), ("Examinations", "Registry")} <= pairs(LED, "PART_OF")


def test_a_line_that_begins_or_ends_with_a_person_is_no_title() -> None:
    """A name stands before or behind the post; "Councillor" in front of one is none."""
    page = "POLICE DEPARTMENT\nChief Cat Dunn\n\nPUBLIC WORKS\nEve Frost, Superintendent\nGus Hart, Foreman\n\nMEMBERS\nCouncillor Ben Moss\n"
    assert pairs(page, "HOLDS") == {("Cat Dunn", "Chief"), ("Eve Frost", "Superintendent"), ("Gus Hart", "Foreman")}


def test_offices_of_a_body_by_post() -> None:
    """A post behind the label of an office has a seat; the label of what a body reports to names a body."""
    terms = "Terms of Reference: Harbour Programme Board\n\nChair: Director of Place\nSecretary: Programme Support Officer\nReports to: Cabinet\n"
    assert {s.subject.label for s in statements(terms, None) if s.subject.kind == "Post"} == {
        "Director of Place",
        "Programme Support Officer",
    }
    assert pairs(terms, "REPORTS_TO") == {("Harbour Programme Board", "Cabinet")}


def test_the_mark_of_a_footnote_is_no_number_of_posts() -> None:
    """It leaves the post with the one seat that every post has."""
    words = TABLE.replace("Reports to |", "Reports to | Posts |").replace("|---|---|---|---|", "|---|---|---|---|---|")
    marked = words.replace("| Council |", "| Council | ¹ |").replace("Office | Town Clerk |", "Office | Town Clerk | 3 |")
    seats = {s.subject.label: s.values["seats"] for s in statements(marked, None) if "seats" in s.values}
    assert (seats["Town Clerk"], seats["Deputy Town Clerk"]) == (1, 3)


def test_those_who_share_a_post_with_family_names_first_and_a_manager_with_a_title_behind() -> None:
    table = (
        "Directorate | Name | Job title | Line manager\nPlace | HALE, Ann (Dr) | Head of Planning | MOSS, Ben\nPlace | MOSS, Ben | Director of Place |\n"
        "Place | VALE, Rita / DUNN, Tom (job share) | Policy Manager (until March 2024) | HALE, Ann (Dr)\n"
    )
    assert {(who.title(), post) for who, post in pairs(table, "HOLDS")} >= {
        ("Rita Vale", "Policy Manager"),
        ("Tom Dunn", "Policy Manager"),
    }
    assert ("Policy Manager", "Head of Planning") in pairs(table, "REPORTS_TO")


def test_holders_on_lines_of_a_cell_and_acting_behind_a_name() -> None:
    word = Word()
    table = word.add_table(rows=0, cols=3)
    for row in [
        ("Post title", "Post holder", "Reports to"),
        ("Partner x 2", "Tom Ulrich\nVera Wale", "Head of Works"),
        ("Head of Works", "Ann Hale, acting", ""),
    ]:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    file = BytesIO()
    word.save(file)
    said = read_document(docx.read(file.getvalue(), "a.docx"), "a.docx", "0" * 64).paper.statements
    assert {(s.subject.label, s.object.label, s.values["acting"]) for s in said if s.link == "HOLDS" and s.object} == {
        ("Tom Ulrich", "Partner", False),
        ("Vera Wale", "Partner", False),
        ("Ann Hale", "Head of Works", True),
    }
