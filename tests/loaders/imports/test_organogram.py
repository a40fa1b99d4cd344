"""Organogram returns of an invented ministry: posts, who is in them, lines of reporting, and all that is wrong in them."""

import csv

import pytest
from openpyxl import Workbook
from sederunt.loaders.imports.organogram import circles
from sederunt.loaders.load import read_paper

SENIOR = (
    "Post Unique Reference,Name,Grade (or equivalent),Job Title,Job/Team Function,Parent Department,Organisation,Unit,"
    "Contact Phone,Contact E-mail,Reports to Senior Post,Salary Cost of Reports (£),FTE,Actual Pay Floor (£),,Notes"
)
JUNIOR = (
    "Parent Department,Organisation,Unit,Reporting Senior Post,Grade,Payscale Minimum (£),Payscale Maximum (£),"
    "Generic Job Title,Number of Posts in FTE,Professional/Occupational Group"
)
PLACE = "Ministry of Tides,Lighthouse Agency"


def senior(reference, name, title, manager, unit="Lamps"):
    return f'{reference},"{name}",SCS1,{title},Keeps lamps,{PLACE},{unit},5550 1234,a.hale@tides.example,{manager},0,1,90000,,'


def junior(manager, title, seats, grade="EO"):
    return f"{PLACE},Lamps,{manager},{grade},20000,25000,{title},{seats},Operations"


@pytest.fixture
def load(tmp_path):
    def read(rows, head=SENIOR, name="lighthouse-2013-09-30-senior.csv"):
        (tmp_path / name).write_text("\n".join([head, *rows]) + "\n", "utf-8")
        return read_paper(tmp_path / name, name)

    return read


def links(reading, link):
    return [(s.subject.label, s.object.label) for s in reading.paper.statements if s.link == link]


def told(reading, *, without="its heading is empty."):
    return [w.split(", ", 1)[1] for w in reading.warnings if not w.endswith(without)]


RETURN = [
    senior(1, "Ann Hale", "Chief Keeper", "XX", unit="Lighthouse Agency"),
    senior(2, "MOSS, Ben [Dr]", "Head of Lamps", 1),
    senior(3, "Cara Finch", "Head of Horns", 1),
    senior(3, "Dev Rao", "Head of Horns", 1),
    senior(4, " 'N/D' ", "Deputy Head of Lamps", 2),
    senior(5, "'Vacant'", "Head of Buoys", 1),
    senior(0, "Eve Tarn", "Project Adviser", 1),
]


def test_posts_have_holders_places_and_lines(load):
    found = load(RETURN)
    assert links(found, "HOLDS") == [
        ("Ann Hale", "Chief Keeper"), ("Ben Moss", "Head of Lamps"), ("Cara Finch", "Head of Horns"), ("Dev Rao", "Head of Horns"),
    ]  # fmt: skip
    assert links(found, "REPORTS_TO")[:2] == [("Head of Lamps", "Chief Keeper"), ("Head of Horns", "Chief Keeper")]
    assert links(found, "POST_IN")[:2] == [("Chief Keeper", "Lighthouse Agency"), ("Head of Lamps", "Lamps")]
    assert links(found, "PART_OF") == [("Lighthouse Agency", "Ministry of Tides"), ("Lamps", "Lighthouse Agency")]
    assert links(found, "AFFILIATED_TO") == [("Eve Tarn", "Lighthouse Agency")]
    assert [s.subject.text for s in found.paper.statements if s.values == {"vacant": True}] == ["Head of Buoys"]
    assert told(found) == []
    assert found.paper.date == "2013-09-30"


def test_a_job_share_is_one_post(load):
    assert (
        len({s.object.key for s in load(RETURN).paper.statements if s.link == "HOLDS" and s.object.text == "Head of Horns"})
        == 1
    )


def test_rows_are_quoted_with_their_line_and_without_contact_data_or_pay(load):
    found = load(RETURN)
    holds = next(s for s in found.paper.statements if s.link == "HOLDS")
    assert (holds.evidence.quote, holds.evidence.locator) == ('"Ann Hale",SCS1,Chief Keeper', "line 2")
    everything = found.paper.model_dump_json()
    assert not any(word in everything for word in ("@", "5550", "90000"))


def test_junior_posts_have_seats_and_report_to_the_senior_posts_beside_them(load):
    keys = {s.subject.text: s.subject.key for s in load(RETURN).paper.statements if s.subject.kind == "Post"}
    found = load(
        [junior(2, "Keeper", 2.4), junior(2, "Keeper", 1, "AO"), junior(9, "Clerk", 0.5)],
        JUNIOR,
        "lighthouse-2013-09-30-junior.csv",
    )
    assert [s.values["seats"] for s in found.paper.statements if not s.link] == ["3", "1", "1"]
    assert not any(pay in found.paper.model_dump_json() for pay in ("20000", "25000"))
    assert {s.object.key for s in found.paper.statements if s.link == "REPORTS_TO"} == {keys["Head of Lamps"]}
    assert told(found) == [
        "line 4, column 4: it reports to 9, which no senior post of this return has for its reference; this line is left out."
    ]


def test_everything_that_is_wrong_is_told_at_once(load):
    rows = [
        senior(1, "Ann Hale", "Chief Keeper", "XX"),
        senior(2, "Ben Moss", "Head of Lamps", 3),
        senior(3, "Cara Finch", "Head of Horns", 2),
        senior(4, "Dev Rao", "Head of Buoys", 4),
        senior(5, "Head of Policy", "Clerk", 77),
        senior(5, "Eve Tarn", "Cook", "XX"),
        senior(6, "Fay Dale", "Purser", "XX"),
        senior(7, "Gus Hill", "Bosun", 1) + ",more",
        senior(8, "Hal Reed", "Pilot", 1).removesuffix(","),
    ]
    found = load(rows, SENIOR.replace("Organisation", "Organization"))
    assert sorted(told(found, without="~")) == sorted([
        "line 1, column 15: its heading is empty.",
        "line 1, column 7: the heading “Organization” is taken for “Organisation”.",
        "line 3, column 11: the posts 2, 3 report to one another in a circle; its lines are kept as doubtful.",
        "line 5, column 11: the post 4 reports to itself; this line is left out.",
        "line 6, column 11: it reports to 77, which no senior post of this return has for its reference; this line is left out.",
        "line 6, column 2: “Head of Policy” is not taken for a name; nobody is said to be in this post.",
        "line 7, column 1: the reference 5 is that of “Clerk” above too; each is kept as a post of its own.",
        "line 8, column 11: 3 posts report to nobody (XX): 1, 5, 6; only the head of all should.",
        "line 9: it has 17 values under 16 headings; check that none has moved.",
        "line 10: it has 15 values under 16 headings; check that none has moved.",
    ])  # fmt: skip
    assert len(links(found, "HOLDS")) == 8


def test_a_sheet_is_read_as_a_table_is(tmp_path):
    book = Workbook()
    for row in csv.reader([SENIOR, *RETURN]):
        book.active.append(row)
    book.save(tmp_path / "lighthouse-senior.xlsx")
    found = read_paper(tmp_path / "lighthouse-senior.xlsx", "lighthouse-senior.xlsx")
    assert links(found, "HOLDS")[0] == ("Ann Hale", "Chief Keeper")
    holds = next(s for s in found.paper.statements if s.link == "HOLDS")
    assert (holds.evidence.locator, holds.evidence.quote) == ("sheet “Sheet” row 2", "Ann Hale | SCS1 | Chief Keeper")
    assert told(found) == []


def test_circles_are_those_posts_of_which_each_is_above_all_others():
    above = {"1": ["2"], "2": ["3"], "3": ["1", "4"], "4": ["5"], "5": ["4"], "6": ["1"], "7": ["7"], "8": ["9"]}
    assert circles(above) == [["1", "2", "3"], ["4", "5"]]


def test_a_circle_of_many_posts_is_told_in_a_sentence_and_each_of_its_lines_is_doubtful(load):
    found = load([senior(at, "Ann Hale", f"Keeper {at}", at % 3000 + 1) for at in range(1, 3001)])
    assert [len(warning) < 300 for warning in told(found)] == [True]
    assert {s.confidence for s in found.paper.statements if s.link == "REPORTS_TO"} == {0.6}


def test_a_post_is_the_same_in_the_returns_of_other_dates_while_it_keeps_its_title(load):
    later = [row.replace("Head of Horns", "Head of Bells") for row in RETURN]
    first, second = load(RETURN), load(later, name="lighthouse-2014-03-31-senior.csv")
    before, after = ({s.subject.key for s in one.paper.statements if s.link == "POST_IN"} for one in (first, second))
    assert (len(before), len(before & after)) == (5, 4)
    other = load(RETURN, name="harbour-2014-03-31-senior.csv")
    assert not before & {s.subject.key for s in other.paper.statements if s.link == "POST_IN"}


def test_contact_data_in_any_column_stays_out(load):
    rows = [
        senior(1, "Ann Hale (ann.hale@tides.example)", "Chief Keeper", "XX"),
        senior(2, "Ben Moss", "Head of Lamps 01632 960001", 1),
    ]
    found = load(rows)
    assert links(found, "HOLDS") == [("Ann Hale", "Chief Keeper"), ("Ben Moss", "Head of Lamps")]
    assert not any(told in found.paper.model_dump_json() for told in ("@", "960001"))
