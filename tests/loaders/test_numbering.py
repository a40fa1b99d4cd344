"""Numbers of items: which are read, and which go on from which."""

import pytest
from sederunt.loaders.layout.numbering import number_of, run_in

from tests.loaders.papers import span


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("3. Minutes", "3"),
        ("Item 3: Minutes", "3"),
        ("3.0: Minutes", "3"),
        ("64/16 Opening", "64/16"),
        ("23/166 Interests", "23/166"),
        ("Cou/285/07-08 Present", "Cou/285/07-08"),
        ("PL.45 APOLOGIES", "PL.45"),
        ("PC 107 Roads", "PC 107"),
        ("AM24/12 To receive apologies", "AM24/12"),
        ("3", "3"),
    ],
)
def test_a_number_is_read(line, printed):
    number = number_of(line)
    assert number is not None
    assert number.text == printed


@pytest.mark.parametrize("line", ["3.1 Wall", "3rd May", "10.30 am", "Wall 3", "A14 Improvements", "CB2 4XY", ""])
def test_what_is_no_number_of_an_item(line):
    assert number_of(line) is None


@pytest.mark.parametrize(
    ("last", "following", "goes_on"),
    [
        ("3. A", "4. B", True),
        ("3. A", "9. B", False),
        ("4. A", "3. B", False),
        ("64/16 A", "65/16 B", True),
        ("23/165 A", "23/166 B", True),
        ("23/165 A", "24. B", False),
        ("PL.45 A", "PL.46 B", True),
        ("PL.45 A", "FC.46 B", False),
    ],
)
def test_what_goes_on(last, following, goes_on):
    one, two = number_of(last), number_of(following)
    assert one and two
    assert two.follows(one) is goes_on


@pytest.mark.parametrize(
    ("line", "title", "said"),
    [
        ("Footpaths. Cllr Dunn reported that one was blocked.", "Footpaths", "Cllr Dunn reported that one was blocked."),
        ("Lane by St. Mary’s. None.", "Lane by St. Mary’s", "None."),
        ("Playing Field - Mrs Lisle reported on the gate.", "Playing Field", "Mrs Lisle reported on the gate."),
        ("Police report: PC Vale told of two thefts.", "Police report", "PC Vale told of two thefts."),
        ("Cllr Dunn gave thanks and was heard. All agreed.", "Cllr Dunn gave thanks and was heard. All agreed.", ""),
        ("Skate park: Cllr Dunn to report", "Skate park: Cllr Dunn to report", ""),
        ("Budget 2024/25", "Budget 2024/25", ""),
    ],
)
def test_what_is_said_on_the_line_of_a_title_is_not_of_it(line, title, said):
    first, rest = run_in(span(line))
    assert (first.text, rest.text if rest else "") == (title, said)
