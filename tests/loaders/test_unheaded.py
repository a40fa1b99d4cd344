"""People under headings that are not known, or under none."""

from tests.loaders.papers import HEAD, pairs, statements
from tests.loaders.test_outline import sections


def present(words: str) -> set[str]:
    return {name for name, _ in pairs(words, "ATTENDED")}


def test_names_in_the_head_were_there_though_no_heading_says_so():
    words = HEAD + "Ann Hale (Chair)\nBen Moss\nRita Vale, Treasurer\n\n1. Wall\nAgreed.\n"
    assert present(words) == {"Ann Hale", "Ben Moss", "Rita Vale"}


def test_councillors_in_one_line_of_the_head():
    words = HEAD + "Councillors Hale (Chairman), Moss, Vale and Dunn\n\nAlso Present:\n\nCouncillor Pell\n\n1. Wall\n"
    assert {"Hale", "Moss", "Vale", "Dunn", "Pell"} <= present(words)


def test_a_staff_list_with_a_date_is_no_meeting():
    words = "Harbour Office: who we are\nLast updated 3 May 2019\n\nAnn Hale, Manager\nBen Moss, Clerk\nRita Vale, Diver\n"
    assert statements(words, "ATTENDED") == []


def test_groups_inside_a_list():
    words = (
        HEAD
        + "Present:\nAnn Hale\nNorth Quay Traders’ Representatives:\nBen Moss\nHarbour Staff:\nRita Vale\n\nApologies:\nHarbour Staff: Tom Dunn\n"
    )
    assert [s[0] for s in sections(words)][-5:] == ["present", "present", "in_attendance", "apologies", "apologies"]


def test_a_group_in_the_head():
    words = HEAD + "Durham County Councillors:\nA Hale, B Moss and C Vale\nIndependent Advisers:\nTom Dunn\n\n1. Wall\n"
    assert [s[0] for s in sections(words)][1:3] == ["present", "in_attendance"]


def test_what_somebody_is_stands_below_them():
    words = HEAD + "Present:\nAnn Hale\nChair\nBen Moss\nVice Chair\n"
    assert present(words) == {"Ann Hale", "Ben Moss"}


def test_a_heading_of_ones_own_making_may_say_that_people_did_not_come():
    words = (
        HEAD + "Present:\nAnn Hale\nRita Vale\n\nSorry not to be with us:\nBen Moss\nTom Dunn, Treasurer\n\n1. Wall\nAgreed.\n"
    )
    assert present(words) == {"Ann Hale", "Rita Vale"}
    assert {name for name, _ in pairs(words, "SENT_APOLOGIES")} == {"Ben Moss", "Tom Dunn"}


def test_sentences_below_the_head_are_no_list():
    told = "The Board met at the Hall. Ann Hale took the chair, and was joined by Ben Moss, Rita Vale and Tom Dunn.\n\n"
    words = HEAD + told + "1. Wall\nAgreed.\n"
    assert present(words) == {"Ann Hale", "Ben Moss", "Rita Vale", "Tom Dunn"}
