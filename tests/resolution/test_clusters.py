"""Many mentions put together: in whatever order, rarely wrongly, and never two rows of one list."""

import random

from sederunt.graph import clusters as module
from sederunt.graph.clusters import clusters
from sederunt.loaders.sightings import read_sighting

MENTIONS = [
    ("Orla Wraxley", "present, Tarn Harbour Board, 3 March 2014"),
    ("O Wraxley", "Tarn Harbour Board, 9 June 2014"),
    ("Orla Wraxley", "Clerk, Dun Water Trust, 2015"),
    ("Orla Wraxley", "1. Vale Angling Club, 8 May 2014"),
    ("Orla Wraxley", "2. Vale Angling Club, 8 May 2014"),
    ("Ben Quillfeather", "present, Tarn Harbour Board, 3 March 2014"),
    ("Benjamin Quillfeather", "Tarn Harbour Board, 9 June 2014"),
    ("Deputy Headteacher", "Tarn School"),
    ("John Smith", "Dun Council, 2001"),
    ("John Smith", "Vale Council, 2001"),
]


def groups(mentions):
    found = clusters([read_sighting(*mention) for mention in mentions])
    return {frozenset(mentions[at] for at in group) for group in found.groups}


def test_those_who_surely_are_one_are_put_together():
    found = groups(MENTIONS)
    assert frozenset(MENTIONS[5:7]) in found
    assert any({MENTIONS[0], MENTIONS[1]} <= group for group in found)


def test_two_rows_of_one_list_and_two_places_stay_apart():
    found = groups(MENTIONS)
    assert not any({MENTIONS[3], MENTIONS[4]} <= group for group in found)
    assert frozenset(MENTIONS[8:9]) in found
    assert frozenset(MENTIONS[7:8]) in found


def test_the_order_makes_no_difference():
    expected, rng = groups(MENTIONS), random.Random(3)
    for _ in range(200):
        shuffled = rng.sample(MENTIONS, len(MENTIONS))
        assert groups(shuffled) == expected


def test_every_mention_is_in_one_group():
    found = clusters([read_sighting(*mention) for mention in MENTIONS])
    assert sorted(at for group in found.groups for at in group) == list(range(len(MENTIONS)))


def test_what_too_many_share_is_not_compared(monkeypatch):
    monkeypatch.setattr(module, "LARGEST", 2)
    crowd = [(f"Ann Hale{'x' * at}", "Tarn Harbour Board") for at in range(3)] + [
        ("Ann Hale", f"Board {at}") for at in range(3)
    ]
    assert clusters([read_sighting(*mention) for mention in crowd]).compared == 0
