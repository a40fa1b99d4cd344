"""Whose meeting it was where the head counts meetings or says who met; headings in parts."""

import pytest
from sederunt.loaders.context.whose import bare

from tests.loaders.papers import paper, statements

LIST = "Harbour Forum meeting 3 May 2019\n\nAttendees\n\n* Ann Hale (Tidewater)\n* Ben Moss (Nautilus)\n* Helen Dunn (Quayline)\n* Rita Vale (Fenwick Foundation)\n"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Harbour Panel: third meeting 1st June 2010", "Harbour Panel"),
        ("Harbour Standards Committee Meeting #3, 25 May 2017", "Harbour Standards Committee"),
        ("Harbour Board telecon - report", "Harbour Board"),
        ("Minutes of the 2012 Harbour Board", "Harbour Board"),
    ],
)
def test_what_counts_a_meeting_is_no_part_of_a_name(line, name):
    assert bare(line) == name


def test_a_sentence_says_who_met():
    words = "8 July 2020\n\nFenwick and Salt Community Council held their meeting remotely at 8.20pm.\n\nPresent: Ann Hale, Ben Moss\n"
    assert paper(words).title.startswith("Fenwick and Salt Community Council")


def test_a_heading_in_parts_ends_a_list():
    words = LIST + "\n2.2 Changes of membership\n\nOwen Lock (Fenwick Foundation)\n\n2.3 Roll\n"
    assert "Owen Lock" not in {s.subject.text for s in statements(words, "ATTENDED")}


PRESENT = "\n\nPresent: Ann Hale (Chair), Ben Moss\nApologies: Cat Dunn\n"


@pytest.mark.parametrize(
    ("head", "date", "body"),
    [
        ("Quay Housing Limited\n\nBoard meeting held on Thursday 6 June 2019 at 4pm", "2019-06-06", "Board"),
        ("SHIRE OF WANDERRA\nMINUTES\nOrdinary Council Meeting\n6 June 2019", "2019-06-06", "Council"),
        (
            "MINUTES OF A MEETING OF THE PLANNING AND\nLICENSING COMMITTEE OF FENWICK\nDISTRICT COUNCIL\nHELD ON 6TH JUNE 2019",
            "2019-06-06",
            "Planning and Licensing Committee",
        ),
        (
            "Minutes of the Parish Meeting of Little Wendle held on 6 June 2019",
            "2019-06-06",
            "Parish Meeting of Little Wendle",
        ),
        ("HARBOUR FORUM\n\nDREDGING WORKING GROUP\n\nMinutes\n6-7 June 2019", "2019-06-06", "Dredging Working Group"),
        (
            "[Logo: Wendle Health Partnership]\n\nCare Committee (Public)\nMinutes of meeting 6 June 2019",
            "2019-06-06",
            "Care Committee",
        ),
    ],
)
def test_a_head_tells_whose_meeting_it_was_and_its_first_day(head, date, body):
    (told,) = statements(head + PRESENT, "MEETING_OF")
    assert (told.subject.date, told.object.label) == (date, body)


def test_an_agenda_calls_a_meeting_that_is_to_come():
    words = "Wendle Parish Council\n\nYou are summoned to the meeting to be held on 6 June 2019 at 7pm in the Village Hall\n\nAGENDA\n1. Apologies\n2. To approve the minutes of the meeting held on 2 May 2019\n"
    told = {s.subject.date: s.values["status"] for s in statements(words, None) if "status" in s.values}
    assert told == {"2019-06-06": "planned", "2019-05-02": "held"}


def test_the_day_of_a_letter_is_no_meeting():
    words = "From: Ann Hale\nTo: Harbour Partnership\nDate: 3 March 2019\n\nDear all,\nThe minutes of the last meeting of the Harbour Partnership, which was held on 5 February 2019, are attached.\n"
    assert {s.subject.date for s in statements(words, "MEETING_OF")} == {"2019-02-05"}


def test_a_link_of_a_page_names_no_body():
    words = (
        "Fenwick Council\nFind out more about your Community Board\n\nMinutes of Planning Committee - 12 March 2019" + PRESENT
    )
    assert not [s for s in statements(words, None) if s.subject.label == "Community Board"]


def test_dates_stand_below_a_line_in_a_list():
    words = "Harbour Board\nMinutes 6 June 2019" + PRESENT + "\nNext meeting\n4 July 2019 at the Harbour Office\n"
    assert "2019-07-04" in {s.subject.date for s in statements(words, "MEETING_OF")}


def test_the_meeting_of_trustees_is_no_heading_over_them():
    (told,) = statements("Quay Museum Trust\nTrustees' meeting: Minutes\n6th June 2019, 6pm" + PRESENT, "MEETING_OF")
    assert (told.subject.date, told.object.label) == ("2019-06-06", "Trustees")


def test_the_place_stands_in_the_line_below_the_day():
    head = "Minutes of the Finance Committee of Wendle Town Council\nheld on Tuesday, 4th June, 2019\nin the Guildhall at 6.30 p.m."
    assert [s.values["venue"] for s in statements(head + PRESENT, None) if "venue" in s.values] == ["Guildhall"]


def test_notes_in_bullets_below_those_who_were_away_are_no_part_of_the_list() -> None:
    words = (
        "Friends of Fenwick Quay\nTrustees' meeting notes – 9 Feb 2025\n\nThere: Ann Hale (chair), Ben Moss, Rita Vale\nSorry: Tom Dunn\n\n"
        "- Bank: Ben has moved the account.\n- Pier: Rita spoke with Hugh Quill from the Norfield Rivers Trust.\n- Website is still down.\n"
    )
    assert {s.subject.label for s in statements(words, "ATTENDED")} == {"Ann Hale", "Ben Moss", "Rita Vale"}
    assert {s.subject.label for s in statements(words, "SENT_APOLOGIES")} == {"Tom Dunn"}
    assert "Norfield Rivers Trust" in {s.subject.label for s in statements(words, None)}
