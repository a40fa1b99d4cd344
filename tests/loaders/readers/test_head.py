"""The heads of minutes: whose meeting it was, when, from when until when, and where; the papers are invented."""

import pytest
from sederunt.graph.dates import find_dates, find_times
from sederunt.loaders.naming.headings import category_of

from tests.loaders.papers import pairs, statements

TAIL = "\n\nPresent: Cllr Anna Whitlow (Chair), Cllr Boyd Harkness, Mrs Celia Trent\n\n1. Roads\n\nMended.\n"


def head(words: str) -> dict[str, object]:
    """What the lines above a list of those present tell of the meeting; what they do not tell is left out."""
    told: dict[str, object] = {}
    for said in statements(words + TAIL, None):
        if said.subject.kind == "Meeting" and said.subject.section == "this":
            told |= {key: said.values[key] for key in ("date", "start_time", "end_time", "venue") if key in said.values}
    return told | {"body": next(s.object.label for s in statements(words + TAIL, "MEETING_OF") if s.object)}


@pytest.mark.parametrize(
    ("lines", "body", "date"),
    [
        ("3 June 2024 Planning Committee Minutes", "Planning Committee", "2024-06-03"),
        ("BOARD OF TRUSTEES\nMinutes of a meeting held on 3rd June 2024", "Board of Trustees", "2024-06-03"),
        ("Thursday, June 6, 2024 — Minutes\nLibrary Board of Trustees", "Library Board of Trustees", "2024-06-06"),
        ("The Mill Lane Forum\nNotes\nMonday, June 3rd, 2024", "Mill Lane Forum", "2024-06-03"),
        ("Minutes of the proceedings of the Audit Committee, 3 June 2024", "Audit Committee", "2024-06-03"),
        ("MINUTES\nof the\nMEETING OF THE AUDIT COMMITTEE\nheld on\n3 JUNE 2024", "Audit Committee", "2024-06-03"),
        ("FINANCE COMMITTEE HELD ON THURSDAY 6 JUNE 2024", "Finance Committee", "2024-06-06"),
        (
            "Minutes approved on 8 July 2024\nAudit Committee\nMinutes of the meeting on 3 June 2024",
            "Audit Committee",
            "2024-06-03",
        ),
        ("Published: 10 June 2024\nAudit Committee\nMeeting held: 3 June 2024", "Audit Committee", "2024-06-03"),
    ],
)
def test_whose_meeting_and_when(lines, body, date):
    told = head(lines)
    assert (told["body"], told["date"]) == (body, date)


def test_a_remark_over_the_date_heads_no_list():
    told = head("AUDIT COMMITTEE MEETING\nHELD VIA MICROSOFT TEAMS\nMon 3 Jun 2024 10:00")
    assert told == {"body": "Audit Committee", "date": "2024-06-03", "start_time": "10:00", "venue": "MICROSOFT TEAMS"}


@pytest.mark.parametrize(
    "lines",
    ["Start time: 10:00\nFinish time: 12:30", "Commenced 10.00 am\nConcluded 12.30 pm", "Time: 10.00 to 12.30"],
)
def test_from_when_until_when(lines):
    told = head(f"Audit Committee\nDate of meeting: 3 June 2024\n{lines}")
    assert (told["start_time"], told["end_time"]) == ("10:00", "12:30")


@pytest.mark.parametrize("time", ["twenty to nine", "8.40", "20.40", "8.40 in the evening", "8-40pm", "20 minutes to nine"])
def test_an_end_without_its_half_of_the_day_follows_the_beginning(time):
    told = head(f"Audit Committee, 3 June 2024, 7.00 pm\n\nThe meeting closed at {time}.")
    assert told["end_time"] == "20:40"


@pytest.mark.parametrize(
    "text",
    [
        "3June 2024",
        "3 June2024",
        "3-Jun-24",
        "2024/06/03",
        "3 / 6 / 2024",
        "June 3rd, ’24",
        "June the 3rd 2024",
        "third day of June, 2024",
        "3rd. June 2024",
        "3ú Meitheamh 2024",
    ],
)
def test_dates_as_papers_print_them(text):
    assert [date.start for date in find_dates(text)] == ["2024-06-03"]


@pytest.mark.parametrize("text", ["items 5 to 7", "10 to 9", "section 2 of 2024"])
def test_numbers_that_are_no_time(text):
    assert find_times(text).start == ""


@pytest.mark.parametrize(
    ("heading", "category"),
    [
        ("I bhFreastal / In Attendance", "in_attendance"),
        ("Kia ora tatou / Present", "present"),
        ("Non-members in attendance at request of Chief Officer", "in_attendance"),
        ("Officers in attendance to advise", "in_attendance"),
        ("Ann Hale (Clerc / Clerk)", ""),
        ("Members to advise", ""),
    ],
)
def test_headings_in_two_languages_or_with_a_reason(heading, category):
    assert category_of(heading) == category


def test_roman_numbers_of_items_but_no_initials():
    words = "Harbour Board\nMinutes of 3 May 2019\n\nPresent:\nI. HALE\nV. MOSS\n\nI APOLOGIES\n\nBen Dunn\n\nII LIGHTS\n\nMended.\n"
    assert {s.subject.label for s in statements(words, "ATTENDED")} == {"I. HALE", "V. MOSS"}
    assert {s.subject.label for s in statements(words, "SENT_APOLOGIES")} == {"Ben Dunn"}


def test_a_plain_board_is_the_one_that_the_head_names_in_full() -> None:
    words = "UPPER FEN DRAINAGE BOARD\n\nMinutes of the Meeting of the Board held at the Grange on 16 January 2025\n\nPresent: Ann Hale, Ben Moss\n"
    assert {body for _, body in pairs(words, "MEETING_OF")} == {"Upper Fen Drainage Board"}
