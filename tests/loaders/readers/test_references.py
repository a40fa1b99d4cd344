"""Short forms in running text: whom they mean is in the roster, that they are somebody is read here."""

import pytest
from sederunt.graph.statement import Mention

from tests.loaders.papers import HEAD, paper, statements

LISTED = HEAD + "Present:\nAnn Hale (Chair)\nMr R Moss\nJ.A. Whitlow\nJan de Vries\n\n1. Wall\n"


def said(words: str) -> list[Mention]:
    """The people of whom the running text of a paper speaks."""
    return [s.subject for s in paper(LISTED + words + "\n").statements if s.subject.section == "prose"]


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("Proposed Hale, seconded Moss.", "Hale"),
        ("Proposed Hale, seconded Moss.", "Moss"),
        ("The vote was carried. Ayes: Hale, Moss and Whitlow", "Whitlow"),
        ("The minutes were proposed by Ann Hale, seconded de Vries.", "de Vries"),
        ("Moss asked for a plan of the wall.", "Moss"),
        ("They were signed (R Moss) and kept.", "R Moss"),
        ("No objection was made (R.M. abstaining).", "R.M."),
        ("The accounts were taken as read, seconded JAW and signed.", "JAW"),
    ],
)
def test_a_short_form_that_stands_where_a_person_does(words, form):
    assert form in {who.label for who in said(words)}


@pytest.mark.parametrize(
    "words", ["The road to Moss Side was closed.", "Against Hale Lane a wall was built.", "Hale is a village."]
)
def test_a_family_name_in_the_name_of_a_place_is_nobody(words):
    assert not {"Hale", "Moss"} & {who.label for who in said(words)}


def test_initials_behind_a_name_are_kept():
    assert {who.initials for who in said("Thanks went to Tom Dunn (TD) for the plan.") if who.label == "Tom Dunn"} == {"TD"}


@pytest.mark.parametrize(
    "words", ["The agents, Tom Vale & Daughters, were asked.", "A bill of Tom Vale, solicitors, was paid."]
)
def test_a_firm_is_nobody(words):
    assert not said(words)


def test_family_names_in_capitals_behind_an_honorific():
    people = "Present:\n\nMr Joris VAN DAMME\nMs Aoife BYRNE\nMr Callum HALE\n\n"
    said = statements(
        HEAD + people + "1. Nets\n\nThey were tried. Mr VAN DAMME asked why. Mr HALE said that nobody knew.\n", None
    )
    assert {"Mr VAN DAMME", "Mr HALE"} <= {s.subject.text for s in said if s.subject.kind == "Person"}


def test_letters_that_are_to_be_engaged_are_nobodys() -> None:
    words = (
        HEAD
        + "Present: Ann Hale (AH), Ben Moss (BM)\n\n1. Plan\nMembers agreed the timetable; LUC to be engaged. AH to write.\n"
    )
    assert "LUC" not in {s.subject.label for s in statements(words, None)}
