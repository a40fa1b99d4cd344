"""Calendars of meetings; the councils are invented."""

import pytest

from tests.loaders.papers import statements


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            "Fenwick Council – Calendar of meetings 2019/20\n\nPlanning Committee: 21 May, 18 June 2019\nAudit Committee: 25 January\n",
            {("2019-05-21", "Planning Committee"), ("2019-06-18", "Planning Committee"), ("2020-01-25", "Audit Committee")},
        ),
        (
            "Committee | Date | Time | Venue\nLicensing Committee | 15/05/2019 | 19:00 | Council Chamber\nAudit Committee | 16/05/2019 | | \n",
            {("2019-05-15", "Licensing Committee"), ("2019-05-16", "Audit Committee")},
        ),
        (
            "Wendle Parish Council\nMeeting dates 2020\n\nParish Council meetings\nMonday 6 January\n\nPlanning Committee\nTuesday 14 January\n",
            {("2020-01-06", "Wendle Parish Council"), ("2020-01-14", "Planning Committee")},
        ),
    ],
)
def test_a_calendar_lists_meetings_to_come(words, told):
    assert {(s.subject.date, s.object.label) for s in statements(words, "MEETING_OF")} == told


def test_a_table_of_a_calendar_tells_where_and_when():
    words = "Committee | Date | Time | Venue\nLicensing Committee | 15/05/2019 | 19:00 | Council Chamber\nAudit Committee | 16/05/2019 | | \n"
    values = {key: value for s in statements(words, None) if s.subject.date == "2019-05-15" for key, value in s.values.items()}
    assert (values["start_time"], values["venue"], values["status"]) == ("19:00", "Council Chamber", "planned")


def test_days_by_which_tasks_are_due_and_the_day_on_which_it_ended_are_no_meetings():
    paper = (
        "Wendle Forum\nNotes of the meeting held on 11 June 2026\nPresent: Ann Hale, Ben Moss\n\n7. Next meeting\n\n7 September 2026\n\n"
        "The Chair closed the meeting on 12 June.\n\nWho\nWhat\nBy\nAnn Hale\nWrite to the owners\n24 August\nBen Moss\nMend the gate\n31 August\n"
    )
    assert {s.subject.date for s in statements(paper, "MEETING_OF")} == {"2026-06-11", "2026-09-07"}
