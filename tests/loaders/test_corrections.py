"""What minutes put right in earlier ones: kept as statements about that meeting, and nothing about this one."""

import pytest

from tests.loaders.papers import HEAD, LIST, statements

MARKS = {"ATTENDED": "+", "SENT_APOLOGIES": "-", "ABSENT_FROM": "0"}


def corrections(sentence: str, *, minutes: str = "The minutes of 8 March 2019 were agreed.") -> set[str]:
    """``+`` was there, ``-`` sent apologies, ``0`` was absent; ``!`` in front where that is struck out."""
    words = HEAD + LIST + f"1. Minutes\n\n{minutes} {sentence}\n\n2. Lights\n\nMended.\n"
    told = [(mark, s) for link, mark in MARKS.items() for s in statements(words, link) if s.evidence.quote == sentence]
    assert all(s.object and s.object.date == "2019-03-08" for _, s in told)
    assert all(s.values.get("struck") or s.values.get("correction") for _, s in told)
    return {f"{'!' if s.values.get('struck') else ''}{mark}{s.subject.label}" for mark, s in told}


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Apologies were noted in error for Grace Obi.", {"!-Grace Obi"}),
        ("Apologies were recorded in error for Grace Obi, who had been there throughout.", {"!-Grace Obi", "+Grace Obi"}),
        ("Apologies were wrongly recorded from Grace Obi and Owen Rees.", {"!-Grace Obi", "!-Owen Rees"}),
        ("Cllr Obi should have been recorded as present.", {"+Obi"}),
        ("Correction: Grace Obi to be shown as present.", {"+Grace Obi"}),
        ("Grace Obi was incorrectly recorded as present.", {"!+Grace Obi"}),
        ("Owen Rees was omitted from the list of those present.", {"+Owen Rees"}),
        ("It was agreed to add Owen Rees to the list of apologies.", {"-Owen Rees"}),
        ("The list of apologies should have named Grace Obi.", {"-Grace Obi"}),
        ("Apologies had been received but not recorded from Owen Rees.", {"-Owen Rees"}),
        ("This was subject to the removal of Councillor Obi from the list of apologies.", {"!-Obi"}),
        ("The word “wall” should read “hall”.", set()),
        ("Grace Obi corrected a figure.", set()),
    ],
)
def test_corrections_of_earlier_minutes(sentence, told):
    assert corrections(sentence) == told


def test_without_a_date_it_is_not_known_which_meeting_is_meant():
    words = HEAD + LIST + "1. Matters\n\nApologies were noted in error for Grace Obi.\n"
    assert not statements(words, "SENT_APOLOGIES")
