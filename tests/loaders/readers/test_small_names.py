"""Pages on how an organisation is run, that print the names of its parts in small letters."""

from sederunt.loaders.naming.small import small_names

from tests.loaders.papers import pairs, roles, statements

PAGE = """Calder Valley Trust

The Trust has three departments: Collections, Learning and Visitor Services.

The collections department cares for 20,000 objects. It is led by the head of collections, Ann Hale.

The executive board meets monthly and consists of Ben Moss (chair), Ann Hale and Cat Dunn.
"""


def test_units_in_small_letters_are_parts_of_the_organisation() -> None:
    """The part that the list names shortly is the department of the sentence below it."""
    parts = {"collections department", "Learning", "Visitor Services"}
    assert pairs(PAGE, "PART_OF") == {(part, "Calder Valley Trust") for part in parts}
    assert pairs(PAGE, "HEADS") == {("head of collections", "collections department")}


def test_a_sentence_names_the_members_of_a_board() -> None:
    """An office stands in brackets behind its holder."""
    assert roles(PAGE, "SITS_ON") == {"Ben Moss": "chair", "Ann Hale": "member", "Cat Dunn": "member"}


def test_words_that_any_team_may_have_name_none() -> None:
    """Nor do words that only join a sentence, nor what belongs to a team."""
    for text in (
        "The whole team met.",
        "The director of the team left.",
        "The policy team meetings ended.",
        "This team is new.",
    ):
        assert not [name for name in small_names(text) if name.kind == "Unit"]
    assert [name.text for name in small_names("DfE’s departmental board and the policy team met.")] == [
        "departmental board",
        "policy team",
    ]


def test_the_day_of_the_last_change_makes_no_meeting() -> None:
    """Even where the page speaks of records or of minutes."""
    page = "Organisation chart\n\n(last updated 16 March 2022)\n\nThe records team keeps the minutes of the Trust.\n"
    assert not [s for s in statements(page, None) if s.subject.kind == "Meeting"]


def test_lists_without_bullets_name_parts() -> None:
    """What is printed in brackets behind a part is no part of its name."""
    page = "There are two divisions within Harbourne Hospital Trust:\n\nScheduled care (this includes surgery)\n\nUrgent care (day and night)\n\nEach is led by a matron.\n"
    assert pairs(page, "PART_OF") == {(part, "Harbourne Hospital Trust") for part in ("Scheduled care", "Urgent care")}
