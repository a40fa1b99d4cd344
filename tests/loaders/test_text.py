"""Text files: encodings, wrapped lines, rows of tables, decks; not a character is lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sederunt.graph.errors import PaperError
from sederunt.loaders.document import Shape
from sederunt.loaders.formats import text

from tests.loaders.papers import document

TAG = r"</?[A-Za-z][^<>]*>"
LINES = st.lists(
    st.one_of(
        st.text(max_size=30),
        st.sampled_from(
            [
                "",
                "\t\t",
                "- a bullet - another",
                "1A title",
                "2Another",
                "3Last",
                "a | b | c",
                "<p>x</p>\t<b></b>",
                "x / y / z",
                "A    B    C",
            ]
        ),
    ),
    max_size=12,
)


@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]))
def test_no_character_is_lost(lines, end):
    words = end.join(lines).replace("\0", "").encode("utf-8", "ignore").decode().removeprefix("\ufeff")
    found = document(words)
    assert "".join(line.raw for line in found.lines) == words
    assert [line.number for line in found.lines] == list(range(1, len(found.lines) + 1))


@given(LINES)
def test_every_cell_is_in_its_lines(lines):
    words = "\n".join(lines).replace("\0", "").encode("utf-8", "ignore").decode()
    raw = words.splitlines()
    for block in document(words).blocks:
        for cell in block.cells:
            first, last = cell.places[0][1], cell.places[-1][1]
            assert "".join(cell.text.split()) in "".join(re.sub(TAG, "", " ".join(raw[first - 1 : last])).split())


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("Siân – Hale".encode(), "Siân – Hale"),
        (b"\xef\xbb\xbf" + "Siân".encode(), "Siân"),
        ("Siân – “Hale”".encode("cp1252"), "Siân – “Hale”"),
        ("Siân".encode("utf-16"), "Siân"),
        (b"\xfe\xff" + "Siân".encode("utf-16-be"), "Siân"),
        (b"caf\x81", "caf�"),
    ],
    ids=["utf-8", "mark", "cp1252", "utf-16", "utf-16-be", "no character of cp1252"],
)
def test_encodings(data, words):
    assert document(data).blocks[0].text == words


def test_a_binary_file_is_refused():
    with pytest.raises(PaperError, match=r"^scan\.txt: this is a binary file, not a text; save it as text"):
        text.read(b"%PDF\0\x01", "scan.txt")


def test_line_ends_of_other_systems_and_pages():
    found = document("one\r\n\r\ntwo\r\rthree\fthree too")
    assert [block.text for block in found.blocks] == ["one", "two", "three", "three too"]
    assert [block.number for block in found.blocks] == [1, 3, 5, 6]


def test_blank_lines_part_blocks_and_end_up_in_one():
    found = document("\n\none\n\ntwo\n\n\n")
    assert [block.gap for block in found.blocks] == [True, True]
    assert len(found.trailing) == 2


def test_a_paragraph_that_was_wrapped_is_one_block():
    wrapped = (
        "The committee looked at the state of the harbour wall and asked that the\n"
        "engineer should report on it before the winter. It was said that the last\n"
        "storm had moved several stones, and that the channel would have to be dug\n"
        "again within the year. Members thanked the harbour master for the care of\n"
        "the lights.\n"
    )
    (block,) = document(wrapped).blocks
    assert block.text == " ".join(wrapped.split())
    assert block.span.line_at(len(block.text)) == 5


def test_a_list_is_not_wrapped_together():
    assert len(document("Ann Hale\nBen Moss\nCat Dunn\n").blocks) == 3


def test_tabs_make_rows():
    first, second = document("Ann Hale\tChair\n\tBen Moss\n").blocks
    assert (first.kind, [cell.text for cell in first.cells]) == (Shape.ROW, ["Ann Hale", "Chair"])
    assert (second.kind, second.text) == (Shape.LINE, "Ben Moss")


def test_markup_inside_rows_is_taken_off():
    (row,) = document("<p>3.</p>\t<p>Peer <u>visits</u></p><p>Agreed &lt; 3.</p>\tAnn\n").blocks
    assert [cell.text for cell in row.cells] == ["3.", "Peer visits\nAgreed &lt; 3.", "Ann"]


@pytest.mark.parametrize(
    ("mark", "cells"),
    [("|", ["Ann Hale", "Chair", "yes"]), ("/", ["Ann Hale", "Chair", "yes"]), ("     ", ["Ann Hale", "Chair", "yes"])],
)
def test_rows_parted_otherwise(mark, cells):
    row = f" {mark} ".join(cells)
    found = document(f"{row}\n{row}\n{row}\n{row}\n")
    assert [[cell.text for cell in block.cells] for block in found.blocks] == [cells] * 4
    assert {block.kind for block in found.blocks} == {Shape.ROW}


def test_two_bars_in_a_whole_paper_are_no_table():
    assert [block.kind for block in document("Ann | Ben\n\nplain\n\nCat | Dan\n").blocks] == [Shape.LINE] * 3


def test_a_row_of_bars_alone():
    found = document("Ann|Chair\nBen|Clerk\nCat|Guide\n|\n")
    assert "".join(line.raw for line in found.lines).endswith("|\n")


DECK = """Title: A new structure
1A new structureMay 2019
- Ann Hale
2Director of Harbours
Lights Buoys Dredging
Moorings
3Next steps
- consult staff - write to
members - begin in June
"""


def test_a_deck_has_titles_bullets_and_boxes():
    found = document(DECK)
    assert found.slides
    assert found.title == "A new structure"
    assert [(block.kind, block.text) for block in found.blocks if block.slide] == [
        (Shape.TITLE, "A new structureMay 2019"),
        (Shape.BULLET, "Ann Hale"),
        (Shape.TITLE, "Director of Harbours"),
        (Shape.BOX, "Lights Buoys Dredging"),
        (Shape.BOX, "Moorings"),
        (Shape.TITLE, "Next steps"),
        (Shape.BULLET, "consult staff"),
        (Shape.BULLET, "write to members"),
        (Shape.BULLET, "begin in June"),
    ]
    assert "".join(line.raw for line in found.lines) == DECK


def test_numbered_items_are_no_deck():
    assert not document("1. Welcome\n2. Minutes\n3. Any other business\n").slides


def test_a_list_that_is_wrapped_at_a_width_of_its_own_is_one_paragraph():
    line = "Dr Ann Hale Senate Assessor, Mr Ben Moss Council Assessor, Ms Rita Vale General"
    words = f"Harbour Court\n\nPresent:\n{line}\nCouncil Assessor, {line[:60]}\nCouncil Assessor, {line[:60]}\nAssessor, Tom Dunn.\n\n{'x' * 105}\n"
    assert [len(block.lines) for block in document(words).blocks][1:3] == [2, 4]


def test_a_line_that_ends_in_a_small_word_goes_on_whatever_its_width():
    words = "The notes of the last meeting were gone through and agreed by the\nBoard of the harbour.\n"
    assert [block.text for block in document(words).blocks] == [words.replace("\n", " ").strip()]


def test_heads_of_pages_do_not_hide_the_width_of_wrapped_text():
    prose = (
        "Mr Moss spoke of the wall and of what it had cost to mend its foot last year, and of Grant\nSaltz of the dredger.\n"
    )
    words = f"BOOK 12{' ' * 120}PAGE 4\n\n" + f"{prose}\n" * 4
    assert any("Grant Saltz" in block.text for block in document(words).blocks)
