"""Meetings that sentences and lists speak of, and the hours at which this one began and ended; the papers are invented."""

import pytest
from sederunt.graph.dates import find_dates, find_times

from tests.loaders.papers import HEAD, LIST, statements


def meetings(sentence: str, *, heading: str = "Matters") -> dict[str, tuple[object, str]]:
    """For the date of each other meeting that a sentence speaks of: its status and the body whose it is."""
    words = HEAD + LIST + f"1. {heading}\n\n{sentence}\n\n2. Lights\n\nMended.\n"
    bodies = {s.subject.date: s.object.label for s in statements(words, "MEETING_OF") if s.object}
    named = [
        s
        for s in statements(words, None)
        if s.subject.kind == "Meeting" and s.subject.section != "this" and s.values.get("date")
    ]
    return {s.subject.date: (s.values["status"], bodies.get(s.subject.date, "")) for s in named}


OURS = "Fenwick Harbour Board"


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The minutes of the meeting held on 8 March 2019 were agreed.", {"2019-03-08": ("held", OURS)}),
        ("The minutes of 8 March were taken as read.", {"2019-03-08": ("held", OURS)}),
        ("The minutes of Board meeting No. 12, held on 8 March 2019, were agreed.", {"2019-03-08": ("held", OURS)}),
        (
            "The minutes of the meetings held on 1 February, 8 February and 8 March 2019 were agreed.",
            {"2019-02-01": ("held", OURS), "2019-02-08": ("held", OURS), "2019-03-08": ("held", OURS)},
        ),
        (
            "The minutes of the Finance Committee held on 8 March 2019 were received.",
            {"2019-03-08": ("held", "Finance Committee")},
        ),
        ("Helen had been to the Lights Working Group meeting on 25 April.", {"2019-04-25": ("held", "Lights Working Group")}),
        ("The plan will go to the Finance Committee on 7 June 2019.", {"2019-06-07": ("planned", "Finance Committee")}),
        ("The Board will be asked to approve the plan on 7 June 2019.", {"2019-06-07": ("planned", OURS)}),
        ("A letter was sent to the Finance Committee on 7 March 2019.", {}),
        ("The next public meeting is on 7 June 2019.", {"2019-06-07": ("planned", OURS)}),
        ("The paper was discussed at the Executive on 7 March 2019.", {"2019-03-07": ("held", "Executive")}),
        ("DONM: 7 June 2019", {"2019-06-07": ("planned", OURS)}),
        ("The Board will meet again on 7 June 2019.", {"2019-06-07": ("planned", OURS)}),
        (
            "The next meetings will be on 7 June and 5 July 2019.",
            {"2019-06-07": ("planned", OURS), "2019-07-05": ("planned", OURS)},
        ),
        (
            "The meeting of the Finance Committee on 7 June 2019 will begin at 6.30 pm.",
            {"2019-06-07": ("planned", "Finance Committee")},
        ),
        ("The wall is to be mended by 7 June 2019.", {}),
        ("A letter of 8 March 2019 was read.", {}),
        ("There was a public meeting on 8 March 2019.", {}),
        ("Ann met with the engineers on 8 March 2019.", {}),
    ],
)
def test_meetings_in_a_sentence(sentence, told):
    assert meetings(sentence) == told


def test_dates_of_several_bodies_under_one_heading():
    told = meetings("Harbour Board: 07.06.19, 10:00. Lights Working Group: 12.06.19.", heading="Next meetings")
    assert told == {"2019-06-07": ("planned", OURS), "2019-06-12": ("planned", "Lights Working Group")}


@pytest.mark.parametrize(
    ("sentence", "end"),
    [
        ("The meeting closed at 8.50pm.", "20:50"),
        ("The meeting ended at 20:10", "20:10"),
        ("The meeting concluded at noon.", "12:00"),
        ("There being no further business, the Chairman closed the meeting at 8.55 p.m.", "20:55"),
        ("The meeting, which was adjourned from 3.55 pm to 4.05 pm, ended at 4.50 pm.", "16:50"),
        ("Time finished: 16.15", "16:15"),
        ("The meeting ended at ten minutes past four.", "16:10"),
        ("The Board rose at half past twelve.", "12:30"),
        ("Chríochnaigh an cruinniú ag 5.10 i.n.", "17:10"),
        ("Daeth y cyfarfod i ben am 8.30 yr hwyr.", "20:30"),
        ("The meeting was adjourned at 9.05 pm.", "21:05"),
        ("The exhibition closed at 5.00 pm.", None),
        ("The next meeting will have ended at 5.00 pm.", None),
    ],
)
def test_when_the_meeting_ended(sentence, end):
    words = HEAD + LIST + f"1. Lights\n\n{sentence}\n"
    assert next((s.values["end_time"] for s in statements(words, None) if s.values.get("end_time")), None) == end


@pytest.mark.parametrize(
    ("sentence", "start"),
    [
        ("The meeting started at 10.30 a.m.", "10:30"),
        ("The Chair opened the meeting at 7.30 p.m.", "19:30"),
        ("The meeting was called to order at 6:33 PM.", "18:33"),
    ],
)
def test_when_the_meeting_began(sentence, start):
    words = "Fenwick Harbour Board\n\nMinutes of the meeting held on 3 May 2019\n\n" + LIST + f"1. Lights\n\n{sentence}\n"
    assert [s.values["start_time"] for s in statements(words, None) if s.values.get("start_time")] == [start]


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("at half past two", "14:30"),
        ("a quarter to eight", "19:45"),
        ("eight o'clock in the evening", "20:00"),
        ("ten o'clock", "10:00"),
        ("five past nine in the morning", "09:05"),
        ("at noon", "12:00"),
        ("Meeting 15: 24.09.14", ""),
        ("two of the ten members", ""),
        ("10.30 in the hall", "10:30"),
    ],
)
def test_times_in_words(text, start):
    assert find_times(text).start == start


def test_what_else_is_on_a_day_is_no_meeting():
    told = meetings("Thursday 4 July 2019 at 7.30pm. The litter pick is on 22 June.", heading="Date of next meeting")
    assert set(told) == {"2019-07-04"}


def test_what_a_committee_of_others_will_decide_is_its_meeting():
    told = meetings("The plan will be decided by the District Council's Planning Committee on 20 June 2019.")
    assert told == {"2019-06-20": ("planned", "Planning Committee")}


def test_a_date_behind_the_article_is_where_it_is_printed():
    words = "to approve the April 9, 2023 minutes"
    (date,) = find_dates(words)
    assert words[date.at :].startswith("April 9, 2023")


def test_two_meetings_whose_minutes_one_sentence_agrees():
    words = (
        HEAD
        + LIST
        + "Moss moved to approve the minutes of the March 21, 2019 regular meeting and the April 5, 2019 special meeting.\n"
    )
    assert {"2019-03-21", "2019-04-05"} <= {s.subject.date for s in statements(words, "MEETING_OF")}
