"""The reader of abbreviations, and heads that name a body by its letters."""

import pytest

from tests.loaders.papers import HEAD, LIST, statements


def bodies(words):
    return {s.subject.label for s in statements(words, None) if s.subject.kind == "Body"}


@pytest.mark.parametrize(
    "said",
    [
        "The Local Access Forum (LAF) met.",
        "The Local Access Forum (the LAF) met.",
        "The Local Access Forum (hereafter “the LAF”) met.",
        'The Local Access Forum ("LAF") met.',
    ],
)
def test_an_abbreviation_beside_a_name(said):
    assert "Local Access Forum (LAF)" in bodies(HEAD + LIST + "1. Paths\n\n" + said)


@pytest.mark.parametrize(
    "said", ["The Local Access Forum (DEFRA) met.", "The Local Access Forum (Chair) met.", "The Access Forum (AF) met."]
)
def test_what_is_in_a_bracket_is_not_always_one(said):
    assert not any("(" in body for body in bodies(HEAD + LIST + "1. Paths\n\n" + said))


def test_an_abbreviation_in_the_head():
    words = HEAD.replace("Fenwick Harbour Board", "Fenwick Harbour Board (FHB)") + LIST
    assert "Fenwick Harbour Board (FHB)" in bodies(words)


def test_minutes_of_a_body_by_its_letters():
    words = "Minutes of the meeting of the FHB held on 3 May 2019\n\n" + LIST
    assert {s.object.label for s in statements(words, "MEETING_OF")} == {"FHB"}
