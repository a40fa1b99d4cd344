"""Where meetings are held."""

import pytest

from tests.loaders.papers import LIST, statements


def _venue(head: str) -> list[object]:
    return [s.values["venue"] for s in statements(head + LIST, None) if "venue" in s.values]


@pytest.mark.parametrize(
    ("head", "venue"),
    [
        (
            "HARBOUR BOARD\n\nMINUTES OF THE MEETING\nHELD IN THE COUNCIL CHAMBER,\nON MONDAY, MARCH 4, 2019\n\n",
            "COUNCIL CHAMBER,",
        ),
        ("Minutes of the Harbour Board held within the Old Inn, Fenwick on Monday, 4th March 2019\n\n", "Old Inn, Fenwick"),
        ("Harbour Board minutes held on 4 March 2019 at 7.30pm in the Long Hall, Fenwick\n\n", "Long Hall, Fenwick"),
        ("Minutes of the Harbour Board held at\nThe Parlour, Fenwick\non 4 March 2019\n\n", "The Parlour, Fenwick"),
        ("Harbour Board minutes\n4 March 2019\nTime: 7.30pm Place: Council Chamber, Fenwick\n\n", "Council Chamber, Fenwick"),
        ("Minutes of the Harbour Board held on 4 March 2019 at 4pm by Zoom\n\n", "Zoom"),
        ("Minutes of the Harbour Board meeting held on 4 March 2019 at 4.30pm over MS Teams\n\n", "MS Teams"),
        ("Harbour Board Minutes\nMill House, Room 12\n4 March 2019\n\n", "Mill House, Room 12"),
    ],
)
def test_the_venue_stands_in_many_kinds_of_heads(head: str, venue: str) -> None:
    assert _venue(head) == [venue]


def test_a_time_or_the_public_is_no_venue() -> None:
    assert _venue("Minutes of the Harbour Board meeting held in Public on 4 March 2019 at 7.30pm\n\n") == []


@pytest.mark.parametrize(
    "head",
    [
        "Minutes of the meeting held on Monday 6 May 2019 in the Net Loft, 18:30",
        "Minutes of the meeting\nMonday 6 May 2019, in the Net Loft, 18:30",
        "Minutes of the meeting held in the Net Loft 6.30pm 6 May 2019",
        "Minutes of the meeting on 6 May 2019\nat the Net Loft",
        "Minutes of the meeting held in person at the Net Loft and online on 6 May 2019",
        "Monday 6 May 2019 at 18.30 hours in The Net Loft",
    ],
)
def test_a_place_in_the_head_ends_where_the_hour_or_the_date_begins(head: str) -> None:
    assert _venues(f"Fenwick Community Council\n{head}\n\nPresent: Ann Hale, Ben Moss, Rita Vale\n\n1. Wall\nNone.\n") == {
        "Net Loft"
    }


def test_a_meeting_on_a_screen_is_at_no_date() -> None:
    words = "Fenwick Community Council\nMinutes of the meeting held on Zoom, 6 May 2019\n\nPresent: Ann Hale, Ben Moss\n"
    assert _venues(words) == {"Zoom"}


def _venues(words: str) -> set[object]:
    return {s.values["venue"] for s in statements(words, None) if "venue" in s.values}
