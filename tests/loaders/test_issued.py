"""Papers of no meeting have the day that they give for themselves: in a title, behind words that say so, else in their file's name."""

import pytest
from sederunt.loaders.context.issued import issued

from tests.loaders.papers import document


@pytest.mark.parametrize(
    ("words", "name", "day"),
    [
        ("Harbour Board\nStructure, May 2017\n\nHarbour Master\n", "deck.pptx", "2017-05-01"),
        ("Harbour Board\n\nStaff list as at 2 September 2019\n", "staff.txt", "2019-09-02"),
        ("Terms of reference\n\nAgreed 17 January 2019\n\nTo be reviewed in January 2020\n", "terms.txt", "2019-01-17"),
        ("Our people\n\nHarbour Master: Ann Hale\n\nPage last updated: 3 May 2024\n", "page.html", "2024-05-03"),
        ("Our people\n\nHarbour Master: Ann Hale\n", "papers/2018-11-14 structure.pdf", "2018-11-14"),
        ("Our people\n\nHarbour Master: Ann Hale\n", "structure_201811.pdf", "2018-11-01"),
        ("Our people\n\nAnn Hale joined the Board in May 2012 as Harbour Master.\n", "page.html", ""),
        ("Terms of reference\n\nNext review: January 2020\n", "terms-1234567.txt", ""),
    ],
)
def test_a_paper_gives_its_day(words, name, day):
    assert issued(document(words), name) == day
