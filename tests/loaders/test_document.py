"""Spans keep their words and know their lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sederunt.loaders.document import Block, Line, Shape, Span, joined

from tests.loaders.papers import span

TWO_LINES = Span("Ann Hale and Ben Moss", ((0, 4), (13, 5)))


def test_a_span_without_words_is_nothing():
    assert not Span("", ((0, 1),))
    assert span("x")


@pytest.mark.parametrize(("offset", "line"), [(0, 4), (12, 4), (13, 5), (99, 5)])
def test_a_character_stands_on_its_line(offset, line):
    assert TWO_LINES.line_at(offset) == line


def test_a_part_leaves_off_outer_white_space_and_keeps_its_lines():
    part = TWO_LINES.part(8, 16)
    assert part == Span("and Ben", ((0, 4), (4, 5)))
    assert TWO_LINES.part(13, 21) == Span("Ben Moss", ((0, 5),))


@given(st.text(alphabet="ab c.\n", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_a_part_is_in_the_whole(words, start, end):
    whole = Span(words, ((0, 1),))
    part = whole.part(start, end)
    assert part.text == words[start:end].strip()
    assert part.text in whole.text


@pytest.mark.parametrize(
    ("words", "sentences"),
    [
        ("Agreed. Ann will write.", ["Agreed.", "Ann will write."]),
        ("Mr. Moss and Dr. Hale left. They came back.", ["Mr. Moss and Dr. Hale left.", "They came back."]),
        ("See Cllr. Moss at St. Agnes School.", ["See Cllr. Moss at St. Agnes School."]),
        ("A. Hale was there. B. Moss was not.", ["A. Hale was there.", "B. Moss was not."]),
        ("One\nTwo", ["One", "Two"]),
        ("Agreed: • to write • to call", ["Agreed:", "to write", "to call"]),
        ("Is it so? It is! Good.", ["Is it so?", "It is!", "Good."]),
        ("It rose by 2.5 per cent, e.g. in May.", ["It rose by 2.5 per cent, e.g. in May."]),
        ("She said “Yes.” He left.", ["She said “Yes.”", "He left."]),
        ("– a point – and more", ["a point – and more"]),
        ("", []),
    ],
)
def test_sentences(words, sentences):
    assert [sentence.text for sentence in span(words).sentences()] == sentences


@given(st.text(alphabet="aB .?!\n•–\"'()1", max_size=60))
def test_sentences_stand_in_their_order_and_lose_no_letter(words):
    found = [sentence.text for sentence in span(words).sentences()]
    letters = [character for character in words if character.isalnum()]
    assert [character for sentence in found for character in sentence if character.isalnum()] == letters
    at = 0
    for sentence in found:
        at = words.index(sentence, at) + len(sentence)


def test_evidence_says_where_it_stands():
    assert TWO_LINES.evidence().locator == "lines 4–5"
    assert TWO_LINES.evidence().line == 4
    assert span("x").evidence().locator == "line 1"
    assert Span("x", ((0, 8),), slide=3).evidence().locator == "slide 3, line 8"


def test_joined_spans_know_all_their_lines():
    whole = joined([Span("Ann", ((0, 1),)), Span("Hale", ((0, 2),)), Span("Chair", ((0, 2),))])
    assert whole == Span("Ann Hale Chair", ((0, 1), (4, 2)))
    assert joined([Span("a", ((0, 1),)), Span("b", ((0, 1),))], " | ").text == "a | b"


def test_a_block_knows_its_words():
    row = Block(Shape.ROW, (Line(7, "Ann\t\tChair\n"),), (span("Ann"), span(""), span("Chair")))
    assert (row.text, row.whole.text, row.span.text) == ("Ann Chair", "Ann Chair", "Ann")
    barred = Block(Shape.ROW, row.lines, row.cells, mark="|")
    assert barred.whole.text == "Ann |  | Chair"
