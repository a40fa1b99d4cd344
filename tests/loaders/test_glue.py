"""Words that were glued together, and lines that were cut inside a name."""

import pytest
from sederunt.loaders.layout.glue import breaks_off, glued_cells, unglued

from tests.loaders.papers import HEAD, pairs


@pytest.mark.parametrize(
    ("glued", "apart"),
    [
        ("ApologiesDr Ann Hale andMs Rita Vale", "Apologies Dr Ann Hale and Ms Rita Vale"),
        ("Ann Hale(Clerk),Ben Moss", "Ann Hale (Clerk), Ben Moss"),
        ("Present:CllrA Hale", "Present: Cllr A Hale"),
        ("HARBOUR BOARDMinutes of the Trusteesheld at", "HARBOUR BOARD Minutes of the Trustees held at"),
        ("on 3 May 2019at 2 pm", "on 3 May 2019 at 2 pm"),
    ],
)
def test_words_are_taken_apart(glued, apart):
    assert unglued(glued) == apart


@pytest.mark.parametrize(
    "words", ["Ian MacLeod", "McHale", "the Member(s)", "www.Harbour.org", "GitHub", "Dr. PhD", "a.m.", "MSc"]
)
def test_words_that_are_whole(words):
    assert unglued(words) == words


@pytest.mark.parametrize(
    ("before", "after", "goes_on"),
    [
        ("Present: Ann Hale (Chair), Mr Ben", "Moss (Clerk), Rita Vale", True),
        ("Present: Ann Hale, Helen Marsh-", "Dunn", True),
        ("Present: Ann Hale, Maeve O'", "Neill", True),
        ("Ann Hale, Chair", "Ben Moss, Clerk", False),
        ("Present: Ann Hale, Cllr Moss", "Rita Vale", False),
        ("Councillors", "Ann Hale", False),
    ],
)
def test_lines_that_break_off(before, after, goes_on):
    assert breaks_off(before, after) is goes_on


def test_cells_that_were_run_together():
    text = "Ann HaleChairBen Moss"
    assert glued_cells(text) == [0, 8, 13, 21]
    assert glued_cells("Ian MacLeod") == []


def test_a_list_whose_lines_are_cut_inside_names():
    words = HEAD + "Present: Mrs Ann Hale (Chair), Mr Ben\nMoss (Clerk) andMs Rita\nVale.\n\n1. Wall\nAgreed.\n"
    assert {name for name, _ in pairs(words, "ATTENDED")} == {"Ann Hale", "Ben Moss", "Rita Vale"}


def test_a_list_that_was_a_table_whose_cells_are_run_together():
    words = HEAD + "Present:Ann HaleChairBen Moss\nTom DunnVice ChairRita Vale\nHelen MossTreasurer\n"
    assert {name for name, _ in pairs(words, "ATTENDED")} == {"Ann Hale", "Ben Moss", "Tom Dunn", "Rita Vale", "Helen Moss"}


def test_the_number_of_an_item_comes_apart_from_its_title():
    assert unglued("12Apologies for absence") == "12 Apologies for absence"
    assert unglued("3rd May and 4G") == "3rd May and 4G"
