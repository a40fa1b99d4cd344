"""Lists of people whose layout was lost: columns one after another, names that run on, paragraphs with their tags, short titles."""

import pytest

from tests.loaders.papers import HEAD, paper, statements


def came(words: str) -> set[str]:
    return {s.subject.label for s in statements(HEAD + words, "ATTENDED")}


def test_the_letters_of_a_post_on_lines_of_their_own_are_nobodys_initials() -> None:
    names = "Dr Ann Hale\nBen Moss\nDr Helen Dunn\nDr Rita Vale\nCarl Quill\n"
    listed = f"PRESENT:\nVOTING MEMBERS:\n{names}Chair\nChief Officer\nGP\nGP\nPractice Nurse\n\n1. Finance\n"
    assert {"Ann Hale", "Ben Moss", "Helen Dunn", "Rita Vale", "Carl Quill"} <= came(listed)


def test_a_run_of_initials_and_family_names_below_the_chairman_is_no_post_of_his() -> None:
    run = "Messrs: T. Dunn M Moss P. Vale (Vice-Chairman) R Quill J. W. Ward Mrs C.Rose C. Brant"
    names = {"J. Hale", "T. Dunn", "M Moss", "P. Vale", "R Quill", "J. W. Ward", "C.Rose", "C. Brant"}
    assert came(f"Present: J. Hale (Chairman)\n\n{run}\n\n1. Finance\n") == names


def test_paragraphs_with_their_tags_in_one_line_are_lines() -> None:
    run = "<p>Messrs: T. Dunn M Moss R Quill</p><p>Apologies:</p><p>Mr C. Brant</p><p>1. Finance</p><p>It was noted.</p>"
    assert came(f"<p>Present: J. Hale (Chairman)</p>{run}\n") == {"J. Hale", "T. Dunn", "M Moss", "R Quill"}


def test_community_councillors_have_a_short_title() -> None:
    said = statements(f"{HEAD}1. Apologies: Apologies were received from CClrs Hale, Moss and Dunn.\n", "SENT_APOLOGIES")
    assert {s.subject.text for s in said} == {"Hale", "Moss", "Dunn"}
    assert {s.subject.honorific for s in said} == {"Cllr"}


def test_directors_on_a_letterhead_are_not_those_who_came() -> None:
    letterhead = "Fenwick Harbour District\n\nBoard of Directors\nChair – Rita Vale, District A\nCarl Quill, District B\nOlive Brant, District C\n\n"
    minutes = (
        "MINUTES\nFerry Committee\nTuesday, March 19, 2013\n5:30 PM\n\nPresent:\n\nAnn Hale\nBen Moss\nCarl Quill\n\n1. Fares\n"
    )
    said = paper(letterhead + minutes).statements
    there = {(s.subject.label, s.object.date) for s in said if s.link == "ATTENDED" and s.object}
    assert there == {("Ann Hale", "2013-03-19"), ("Ben Moss", "2013-03-19"), ("Carl Quill", "2013-03-19")}


@pytest.mark.parametrize("legend", ["\\* absent", "* denotes absent", "(* = absent)"])
def test_a_star_marks_who_was_away(legend: str) -> None:
    listed = f"Present:\n\nAnn Hale\nBen Moss*\nRita Vale\nHelen Dunn*\n\n{legend}\n\nFinance\n\nAgreed.\n"
    assert came(listed) == {"Ann Hale", "Rita Vale"}
    assert {s.subject.label for s in statements(HEAD + listed, "ABSENT_FROM")} == {"Ben Moss", "Helen Dunn"}


def test_officers_with_their_posts_a_line_each_are_one_list() -> None:
    listed = "**Attendance**\n\n-   President: Ann Hale\n-   Coach: Ben Moss\n-   Secretary: Rita Vale\n-   Treasurer: Helen Dunn\n\n"
    assert came(listed + "**Fares**\n\n-   Agreed\n") == {"Ann Hale", "Ben Moss", "Rita Vale", "Helen Dunn"}
    assert "minutes" not in {s.values["role"] for s in statements(HEAD + listed, "ATTENDED") if s.subject.label == "Helen Dunn"}


def test_a_shortened_post_before_its_holder_is_nobody() -> None:
    assert came("Present:\n\nEquip Mgr: Rita Vale\nBen Moss\n\n1. Fares\n") == {"Rita Vale", "Ben Moss"}
