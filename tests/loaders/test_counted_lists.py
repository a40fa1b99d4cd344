"""Lists that count their people, on lines and in pages of one line; whom an organisation over people sends; where a list ends."""

from tests.loaders.papers import HEAD, pairs, roles, statements

COUNTED = (
    "1. Mr JT Hosk (Chair) Fenwick Residents Association",
    "2. Cllr WS Ripley Eastmoor County Council (Deputy Chair)",
    "3. Mrs S Weston Hale Borough Council",
)
BOARD = "Eastmoor Harbour Authority:"
OFFICERS = ("1. Mr P Kale Managing Director", "2. Ms R Cole Environment Manager")
ITEMS = "1. Minutes\nThe minutes were agreed.\n2. Finance\nMr Hosk gave a report.\n3. Dates\nNone were set.\n"


def _came(words: str) -> set[str]:
    return {s.subject.label for s in statements(words, "ATTENDED")}


def test_numbers_in_a_list_of_people_are_no_items():
    lines = "\n".join(
        ("Attendees", *COUNTED, "", "In Attendance", BOARD, *OFFICERS, "", "Apologies", "1. Dr T Vale", "", ITEMS)
    )
    assert _came(HEAD + lines) == {"JT Hosk", "WS Ripley", "S Weston", "P Kale", "R Cole"}
    assert ("S Weston", "Hale Borough Council") in pairs(HEAD + lines, "REPRESENTS")
    assert {s.object.within for s in statements(HEAD + lines, "HOLDS") if s.object} == {"Eastmoor Harbour Authority"}


def test_counted_people_of_a_page_in_one_line_stand_on_lines_again():
    head = "Fenwick Harbour Board Page 1 of 6 Minutes of the meeting held on 3 May 2019 Attendees"
    away = "Apologies 1. Dr T Vale 2. Ms U Hart Next meeting Monday 2 June 2019"
    page = " ".join((head, *COUNTED, "In Attendance", BOARD, *OFFICERS, away, *ITEMS.split("\n")))
    assert _came(page) == {"JT Hosk", "WS Ripley", "S Weston", "P Kale", "R Cole"}
    assert {s.subject.label for s in statements(page, "SENT_APOLOGIES")} == {"T Vale", "U Hart"}


def test_the_title_of_a_first_item_ends_a_list():
    words = f"{HEAD}Present:\nAnn Hale\nBen Moss\n\nApologies:\nHelen Dunn (Fenwick Trust)\nIntroduction and Welcome\nAnn Hale (AH) welcomed all"
    assert {s.subject.label for s in statements(words, "SENT_APOLOGIES")} == {"Helen Dunn"}
    assert {thing for _, thing in pairs(words, "REPRESENTS")} == {"Fenwick Trust"}


def test_letters_of_an_organisation_behind_a_name_are_none_of_it():
    words = f"{HEAD}Present:\nMr J Mather ACRA (Association of Cove Residents)\nMs June Hale Fenwick Trust\n"
    assert "J Mather" in _came(words)


def test_a_heading_may_end_in_a_full_stop():
    words = (
        "1.  Attendance.  A. Kibble (President) in the chair with, J. Alder, B. J. Yarrow,\nI. Schole and G. Toul.\n\n"
        "2.  Apologies for Absence.  K. J. Heggarth, I. A. Blake.\n\n3.  Minutes of the last meeting.  These were agreed.\n"
    )
    assert _came(HEAD + words) == {"A. Kibble", "J. Alder", "B. J. Yarrow", "I. Schole", "G. Toul"}
    assert roles(HEAD + words)["A. Kibble"] == "chair"
    assert {s.subject.label for s in statements(HEAD + words, "SENT_APOLOGIES")} == {"K. J. Heggarth", "I. A. Blake"}


def test_in_a_page_of_one_line_titles_stand_before_the_numbers_of_paragraphs():
    page = (
        "WARNING - Text files hold no tables and no pictures, and what was printed in columns may have been mixed up in them, so please "
        "look at the other file as well. MINUTE of MEETING of the QUAY PLAN WORKING GROUP held in the Hall on 16th May 2019 PRESENT "
        "Ann Hale (Chair) Fenwick Trust Ben Moss Fenwick Trust APOLOGIES Rita Vale Fenwick Trust Welcome and Apologies 1. Ann Hale "
        "welcomed all and noted that there were apologies. Minutes of the Meeting on 7th March 2. These were approved. Matters "
        "Arising 3. There were none. Date of Next Meeting 4. None was set."
    )
    assert _came(page) == {"Ann Hale", "Ben Moss"}
    assert {s.subject.label for s in statements(page, "SENT_APOLOGIES")} == {"Rita Vale"}
    assert {s.object.label for s in statements(page, "MEETING_OF") if s.object} == {"Quay Plan Working Group"}


def test_initials_behind_names_are_no_titles_and_headings_without_a_mark_begin_lists():
    page = (
        "FENWICK BOARD OF DIRECTORS Minutes of the Meeting 6 August 2019 Present: Kevin Harr KH Harbour Trust Cllr Terry Rich TR "
        "Leverton District Councils Sir Peter Sole PS Leverton City Council In Attendance Mandy Rice MR Quay Trust Chief Executive "
        "Scott Knowle SK Harbour Trust Apologies Prof Robert Alliss Universities Dr Nick Rush Leverton County Council 1. Minutes "
        "1.1 They were agreed. 2. Finance 2.1 There was no report. 3. Other business 3.1 There was none."
    )
    assert _came(page) == {"Kevin Harr", "Terry Rich", "Peter Sole", "Mandy Rice", "Scott Knowle"}
    assert {s.subject.label for s in statements(page, "SENT_APOLOGIES")} == {"Robert Alliss", "Nick Rush"}
    assert ("Nick Rush", "Leverton County Council") in pairs(page, "REPRESENTS")


def test_a_part_in_the_meeting_stands_beside_what_somebody_is():
    words = f"{HEAD}Present:\nMr Barke (Ch)\nMr Hirst (VCh)\nRita Vale (Harbour Master & minute taker)\nClive Hale (CH)\n"
    assert roles(words) == {"Barke": "chair", "Hirst": "vice-chair", "Rita Vale": "minutes", "Clive Hale": "attendee"}
    assert ("Rita Vale", "Harbour Master") in pairs(words, "HOLDS")
