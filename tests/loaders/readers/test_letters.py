"""People called by their initials alone, and the keys that say who they are."""

import pytest

from tests.loaders.papers import HEAD, names, pairs, roles, statements


def test_a_list_of_initials_is_of_people() -> None:
    paper = HEAD + "Present: AKH (chair), BM, CO'D, JMcF - notes\nApologies: RV\n\n1. Notes\nAgreed.\n"
    assert roles(paper) == {"AKH": "chair", "BM": "attendee", "CO'D": "attendee", "JMcF": "minutes"}
    assert {who for who, _ in pairs(paper, "SENT_APOLOGIES")} == {"RV"}


def test_letters_of_unions_are_no_people() -> None:
    assert not roles(HEAD + "Present: UNISON, GMB, NEU\n\n1. Notes\nAgreed.\n")


@pytest.mark.parametrize("mark", [" ", " = ", " – ", ": "])
def test_a_key_says_whose_initials_they_are(mark: str) -> None:
    paper = f"{HEAD}Present: AKH, CO'D, BM\n\n1. Notes\nAgreed.\n\nKey\nAKH{mark}Ann K. Hale\nCO'D{mark}Cara O'Dowd, Harbour Master\n"
    called = {s.subject.label: s.subject.initials for s in statements(paper, None) if s.subject.initials}
    assert called == {"Ann K. Hale": "AKH", "Cara O'Dowd": "CO'D"}
    assert pairs(paper, "HOLDS") == {("Cara O'Dowd", "Harbour Master")}


def test_capitals_one_a_line_behind_a_label_are_one_person_each() -> None:
    paper = (
        HEAD
        + "PRESENT:   HON. ANN T. HALE, III, CHAIR\n           HON. BEN MOSS, JR., DISTRICT 2\n           HON. RITA VALE\n\n1. NOTES\nAgreed.\n"
    )
    assert roles(paper) == {"ANN T. HALE": "chair", "BEN MOSS": "attendee", "RITA VALE": "attendee"}
    assert not names(paper, "Organisation")
