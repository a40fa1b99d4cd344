"""Offices of bodies that the sentence, the one before it or the heading names."""

import pytest

from .papers import HEAD, LIST, pairs


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
