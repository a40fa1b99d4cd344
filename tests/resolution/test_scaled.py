"""Many mentions put together by a database: as rarely wrongly as in plain Python, and never against a veto or a person's word."""

import builtins
import importlib.util

import pytest
from sederunt.graph.clusters import Told, clusters
from sederunt.graph.columns import DUCKDB, SPARK, settings
from sederunt.graph.errors import EngineError
from sederunt.graph.scaled import scaled_clusters
from sederunt.graph.weigh import weigh
from sederunt.loaders.sightings import read_sighting

from tests.resolution.invented import invented
from tests.resolution.test_invented import COUNT, told

MISSING = [name for name in ("duckdb", "splink") if importlib.util.find_spec(name) is None]
extra = pytest.mark.skipif(bool(MISSING), reason=f"needs the extra “scale”: {' and '.join(MISSING)} is not installed")
ways = pytest.mark.parametrize("way", [clusters, pytest.param(scaled_clusters, marks=extra)])

ALIKE = [read_sighting("Orla Wraxley", f"Tarn Harbour Board, {day} March 2014") for day in (3, 10, 17)]
LIST = [
    *ALIKE,
    read_sighting("Orla Wraxley", "1. Tarn Harbour Board, 24 March 2014"),
    read_sighting("Orla Wraxley", "2. Tarn Harbour Board, 24 March 2014"),
]


@pytest.fixture(scope="module")
def many():
    return invented(COUNT)


@extra
def test_mentions_are_put_together_rarely_wrongly(many):
    precision, recall = told(many.people, scaled_clusters(many.sightings).groups)
    assert precision >= 0.99
    assert recall >= 0.6


@extra
def test_every_mention_is_in_one_group_and_who_is_asked_about_in_two(many):
    found = scaled_clusters(many.sightings)
    group = {at: number for number, members in enumerate(found.groups) for at in members}
    assert sorted(at for members in found.groups for at in members) == list(range(COUNT))
    assert found.asked
    assert all(group[a] != group[b] and weighed.verdict == "ask" for a, b, weighed in found.asked)


@extra
def test_the_order_makes_no_difference(many):
    backwards = scaled_clusters(many.sightings[::-1]).groups
    turned = {frozenset(COUNT - 1 - at for at in group) for group in backwards}
    assert turned == {frozenset(group) for group in scaled_clusters(many.sightings).groups}


@ways
def test_nothing_that_is_forbidden_is_in_one_group(way, many):
    for group in way(many.sightings).groups:
        some = [many.sightings[at] for at in group[:6]]
        assert not any(weigh(a, b).verdict == "different" for a in some for b in some if a != b)


@ways
def test_two_rows_of_one_list_stay_apart_though_each_is_one_with_a_third(way):
    found = way(LIST).groups
    assert not any({3, 4} <= set(group) for group in found)
    assert any(set(group) >= {0, 1, 2} for group in found)


@ways
def test_who_is_told_to_be_two_stays_two(way):
    found = way(ALIKE, Told(apart=[(0, 2)])).groups
    assert not any({0, 2} <= set(group) for group in found)
    assert any(1 in group and len(group) == 2 for group in found)


@ways
def test_who_is_told_to_be_one_is_one_whatever_forbids_it(way):
    assert any({3, 4} <= set(group) for group in way(LIST, Told(one=[(3, 4)])).groups)
    others = [*ALIKE, read_sighting("Ben Quillfeather", "Dun Water Trust")]
    assert way(others, Told(one=[(0, 3)])).groups == ((0, 3), (1, 2))


@ways
def test_who_is_told_to_be_two_stays_two_though_one_is_told_to_be_a_third(way):
    told_so = Told(one=[(0, 1)], apart=[(1, 2)])
    assert way(ALIKE, told_so).groups == ((0, 1), (2,))


@ways
def test_the_very_same_mentions_can_be_told_to_be_two(way):
    assert way([ALIKE[0], ALIKE[0]]).groups == ((0, 1),)
    assert way([ALIKE[0], ALIKE[0]], Told(apart=[(0, 1)])).groups == ((0,), (1,))


@ways
def test_of_nobody_there_is_nothing(way):
    assert way([]).groups == ()


def test_without_the_extra_one_sentence_says_what_to_install(monkeypatch):
    usual = builtins.__import__

    def without(name, *arguments, **named):
        if name == "duckdb":
            raise ImportError(name)
        return usual(name, *arguments, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(EngineError, match=r"pip install 'sederunt\[scale\]'"):
        scaled_clusters(ALIKE)


def test_the_settings_for_many_machines_differ_in_words_alone():
    there = repr(settings(SPARK))
    for word in ("overlap", "contains", "size"):
        there = there.replace(f"{getattr(SPARK, word)}(", f"{getattr(DUCKDB, word)}(")
    assert there == repr(settings(DUCKDB))
