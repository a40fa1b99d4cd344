"""Offices of bodies that the sentence, the one before it or the heading names."""

import pytest

from .papers import HEAD, LIST, pairs, statements


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("The Pier Panel met on 7 May 2019 under the chairmanship of Mr Dunn.", ("Mr Dunn", "Pier Panel")),
        ("The Pier Panel brings the firms together. Its independent chair is Cat Dunn.", ("Cat Dunn", "Pier Panel")),
        ("The Pier Panel is chaired by Eve Pole; its vice-chair is Cat Dunn.", ("Cat Dunn", "Pier Panel")),
        ("The Pier Panel meets in May. Mr Dunn is its secretary.", ("Mr Dunn", "Pier Panel")),
        ("The Pier Panel reports to the Harbour Board. Mr Dunn leads it.", ("Mr Dunn", "Pier Panel")),
        ("The Pier Panel reports to the Forum through its chair, Cat Dunn.", ("Cat Dunn", "Pier Panel")),
        ("A paper from the Pier Panel, which was presented by its convener, Mr Dunn.", ("Mr Dunn", "Pier Panel")),
        ("The work of the Pier Panel was noted. Ann would meet the panel's chair, Cat Dunn.", ("Cat Dunn", "Pier Panel")),
        ("Pier Panel: Chairman Cat Dunn sent a report.", ("Chairman Cat Dunn", "Pier Panel")),
        ("Pier Panel, 6 March 2019: Mrs Dunn (chair) reported that all was well.", ("Mrs Dunn", "Pier Panel")),
        ("7. Pier Panel\nThe Chair, Mr Dunn, reported that all was well.", ("Mr Dunn", "Pier Panel")),
    ],
)
def test_who_holds_an_office_of_a_body_named_elsewhere(words, wanted):
    assert wanted in pairs(HEAD + LIST + "6. Reports\n" + words + "\n", "SITS_ON")


@pytest.mark.parametrize(
    "words",
    [
        "7. Pier Panel\nThe Clerk, Mr Dunn, reported that all was well.",
        "7. Pier Panel\nChair Cat Dunn called the Quay Panel to order.",
    ],
)
def test_officers_of_the_meeting_hold_none_of_the_body_spoken_of(words):
    assert not {who for who, body in pairs(HEAD + LIST + "6. Reports\n" + words + "\n", "SITS_ON") if body == "Pier Panel"}


def test_a_school_boards_president_is_its_chair():
    words = "Board of Education\nRegular Meeting\nMarch 4, 2019\n\nCalled to order at 7:00 p.m. by President Ann Hale.\n\n"
    words += (
        "Board members present: Ann Hale, President; Ben Moss, Vice-President; Cat Dunn; Eve Pole\nStaff present: Rita Vale\n"
    )
    seats = {(s.subject.label, s.values["role"]) for s in statements(words, "SITS_ON") if s.values["role"] != "member"}
    assert seats == {("Ann Hale", "chair"), ("Ben Moss", "vice-chair")}
    came = {(s.subject.label, s.values["role"]) for s in statements(words, "ATTENDED")}
    assert {("Ann Hale", "chair"), ("Rita Vale", "in attendance")} <= came
    assert {name for name, _ in came} == {"Ann Hale", "Ben Moss", "Cat Dunn", "Eve Pole", "Rita Vale"}


def test_a_vice_chair_who_presided_chaired_the_meeting():
    words = "Municipal District of Wick\nMinutes of the meeting held on 4 March 2019\n\nPresided: Cllr. Ann Hale, Leas-Chathaoirleach\n"
    (came,) = statements(words + "Present: Cllrs. Ben Moss and Cat Dunn\n", "ATTENDED")[:1]
    assert (came.subject.label, came.values["role"]) == ("Ann Hale", "chair")
