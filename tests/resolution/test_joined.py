"""Pairs put together into groups, and what a database calls sure."""

import importlib.util
import random
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from networkx import Graph, connected_components
from sederunt.graph import scaled
from sederunt.graph.joined import leaders, members
from sederunt.graph.weigh import weigh
from sederunt.loaders.sightings import read_sighting

from tests.resolution.invented import invented

extra = pytest.mark.skipif(importlib.util.find_spec("splink") is None, reason="needs the extra “scale”")
COUNT = 12
NAMES = "Orla Wraxley;O Wraxley;Orla Ann Wraxley;Orla Anne Wraxley;Orla Alice Wraxley;Cllr Orla Wraxley;Ms Orla Wraxley;Orla Smith".split(
    ";"
)
WHERE = "Tarn Harbour Board;Tarn Council;Tarn College;Tarn;Tarn Council Audit Committee;Tarn Council Audit Committee, Tarn Council;Clerk, Tarn Harbour Board;Head of Housing, Tarn Council;Dale ward, Tarn Council;Labour, Tarn".split(
    ";"
)
MORE = "spoke about housing repairs;spoke about pensions;a resident;wife of Ben Moss;chair;formerly of Vale Trust;3 March 2014;9 June 2015;May 1999;".split(
    ";"
)


@given(st.lists(st.tuples(st.integers(0, COUNT - 1), st.integers(0, COUNT - 1))))
def test_each_has_the_first_as_leader_of_those_with_whom_pairs_connect_it(pairs):
    graph = Graph(pairs)
    graph.add_nodes_from(range(COUNT))
    one, other = np.array(pairs, dtype=np.int32).reshape(-1, 2).T
    leader = leaders(COUNT, one, other)
    assert {at: int(leader[at]) for at in range(COUNT)} == {
        at: min(some) for some in connected_components(graph) for at in some
    }
    order, begins = members(leader)
    groups = [part.tolist() for part in np.split(order, begins[1:])]
    assert groups == sorted(sorted(some) for some in connected_components(graph))


def test_a_long_chain_has_one_leader():
    order = np.array(random.Random(1).sample(range(5_000), 5_000), dtype=np.int32)
    assert not leaders(5_000, order[1:], order[:-1]).any()


@extra
@pytest.mark.parametrize("way", ["invented", "read"])
def test_those_of_whom_columns_are_sure_are_weighed_as_one(way, monkeypatch):
    read = [read_sighting(name, ", ".join(told)) for name, *told in product(NAMES, WHERE, MORE)]
    sightings = read if way == "read" else invented(2_000).sightings
    taken = []

    def told(count, one, other):
        taken.extend(zip(one.tolist(), other.tolist(), strict=True))
        return leaders(count, one, other)

    monkeypatch.setattr(scaled, "leaders", told)
    monkeypatch.setattr(scaled, "_weighed", lambda *_: ([], {}))
    scaled.scaled_clusters(sightings)
    different = [(sightings[a], sightings[b]) for a, b in taken if sightings[a] != sightings[b]]
    assert len(different) > 100
    for a, b in different:
        assert weigh(a, b).verdict == "same", (a, b, weigh(a, b))
