"""Whose meeting it was where the head counts meetings or says who met; headings in parts."""

import pytest
from sederunt.loaders.context.whose import bare

from tests.loaders.papers import paper, statements

LIST = "Harbour Forum meeting 3 May 2019\n\nAttendees\n\n* Ann Hale (Tidewater)\n* Ben Moss (Nautilus)\n* Helen Dunn (Quayline)\n* Rita Vale (Fenwick Foundation)\n"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Harbour Panel: third meeting 1st June 2010", "Harbour Panel"),
        ("Harbour Standards Committee Meeting #3, 25 May 2017", "Harbour Standards Committee"),
        ("Harbour Board telecon - report", "Harbour Board"),
        ("Minutes of the 2012 Harbour Board", "Harbour Board"),
    ],
)
def test_what_counts_a_meeting_is_no_part_of_a_name(line, name):
    assert bare(line) == name


def test_a_sentence_says_who_met():
    words = "8 July 2020\n\nFenwick and Salt Community Council held their meeting remotely at 8.20pm.\n\nPresent: Ann Hale, Ben Moss\n"
    assert paper(words).title.startswith("Fenwick and Salt Community Council")


def test_a_heading_in_parts_ends_a_list():
    words = LIST + "\n2.2 Changes of membership\n\nOwen Lock (Fenwick Foundation)\n\n2.3 Roll\n"
    assert "Owen Lock" not in {s.subject.text for s in statements(words, "ATTENDED")}
