"""Minutes on web pages: settings before the text, headings with hashes or underlined, boxes to tick; the people are invented."""

from tests.loaders.papers import pairs, statements

RULED = "---\nlayout: page\ntitle: 2018-05-03 Harbour Lights Board\n---\n\n"
PLAIN = "title: lights\nslug: lights\ndate: 2022-08-26 12:03:03\n\n# Minutes of the Harbour Lights Board - 3 May 2018\n\n"
LISTS = "## Attendees\n\n* Ann Hale (Pilots)\n* Ben Moss\n\n## Apologies\n\n* Helen Dunn\n\n## Outcomes\n\n* Lamps for the mole, which Iris Pell will mend\n"


def met(words: str) -> set[tuple[str, str]]:
    return {(s.subject.date, s.object.label) for s in statements(words, "MEETING_OF") if s.object}


def test_settings_of_a_page_give_its_title_and_no_date_of_their_own():
    assert met(RULED + LISTS) == met(PLAIN + LISTS) == {("2018-05-03", "Harbour Lights Board")}


def test_a_marked_heading_ends_a_list():
    assert {who for who, _ in pairs(RULED + LISTS, "SENT_APOLOGIES")} == {"Helen Dunn"}
    underlined = LISTS.replace("## Outcomes", "Outcomes\n--------")
    assert {who for who, _ in pairs(RULED + underlined, "SENT_APOLOGIES")} == {"Helen Dunn"}


def test_boxes_that_are_ticked():
    words = RULED + "## Attendees\n\n### Members\n\n- [x] Ann Hale (Pilots)\n- [ ] Ben Moss\n"
    assert {who for who, _ in pairs(words, "ATTENDED")} == {"Ann Hale"}
    assert {who for who, _ in pairs(words, "ABSENT_FROM")} == {"Ben Moss"}


def test_a_table_whose_first_column_is_of_names_lists_those_who_were_there():
    words = (
        RULED + "The following people were present:\n\n| Name | Call Sign | Grid |\n|---|---|---|\n| Ann Hale | X1 | FN2 |\n"
    )
    assert {who for who, _ in pairs(words, "ATTENDED")} == {"Ann Hale"}


def test_a_heading_may_end_in_a_full_stop_or_a_semicolon():
    words = (
        "Harbour Lights Board\n\nMinutes of 3 May 2018\n\n1. Attendance. Ann Hale, Ben Moss, and H. Dunn.\n\n"
        "2. Apologies for Absence. Iris Pell.\n\n3. Lights. Mended.\n"
    )
    assert {who for who, _ in pairs(words, "ATTENDED")} == {"Ann Hale", "Ben Moss", "H. Dunn"}
    assert {who for who, _ in pairs(words, "SENT_APOLOGIES")} == {"Iris Pell"}
    spaced = "Harbour Lights Board\n\nMinutes of 3 May 2018\n\nApologies ; Ann Hale , Ben Moss\n\nMatters\n"
    assert {who for who, _ in pairs(spaced, "SENT_APOLOGIES")} == {"Ann Hale", "Ben Moss"}


def test_a_page_of_names_is_no_meeting():
    words = "Harbour Council\n\nThe Council meets on Thursdays.\n\n• Mrs Ann Hale\n• Mr Ben Moss (until 31 December 2017)\n• Dr Helen Dunn\n"
    assert not statements(words, "ATTENDED")
