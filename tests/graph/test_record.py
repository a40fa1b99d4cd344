"""Statements are the record: what is derived can be made anew, and work is in proportion to what is touched."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sederunt.graph import update
from sederunt.graph.claims import papers_from
from sederunt.graph.exports.json import read
from sederunt.graph.kinds import DOCUMENT, STATEMENT
from sederunt.graph.model import Changes
from sederunt.graph.store import read_graph
from sederunt.graph.update import forget, load, loading, rebuild

from tests.conftest import scaled
from tests.engines.graphs import example_papers
from tests.graph.conftest import Draft, some_papers, unhurried
from tests.graph.test_update import Shelf, anywhere, graph_of, two_papers
from tests.graph.test_update_random import exported, whole


class Counted(Shelf):
    """A store that counts the nodes and edges that it was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.given = 0

    def ask(self, cypher, parameters=None):
        found = super().ask(cypher, parameters)
        self.given += len(found.rows)
        return found


@unhurried
@given(some_papers(), st.randoms(use_true_random=False))
def test_what_is_derived_can_be_made_anew(papers, random):
    store = Shelf()
    load(store, papers)
    derived = [n for n in store.nodes.values() if n.label not in (DOCUMENT, STATEMENT)]
    edges = [e for e in store.edges.values() if e.type != "IN_DOCUMENT"]
    lost = {n.id for n in derived if random.random() < 0.3}
    gone = [e for e in edges if random.random() < 0.3 or {e.start, e.end} & lost]
    store.apply(Changes(drop_nodes=[store.nodes[i] for i in lost], drop_edges=gone))
    assert rebuild(store) == len(lost) + len(gone)
    assert read_graph(store) == graph_of(papers)
    assert rebuild(store) == 0


@anywhere
def test_a_graph_made_by_other_rules_is_rebuilt_before_it_is_changed(opened):
    one, other = two_papers()
    with opened() as store:
        load(store, [one])
        mentions = [e for e in read_graph(store).edges if e.type == "MENTIONS"]
        bare = [replace(e, properties={"count": 1}) for e in mentions]
        store.apply(Changes(put_edges=bare))
        store.set_setting("rules", "0")
        load(store, [other])
        assert read_graph(store) == graph_of([one, other])
        assert store.setting("rules") != "0"


@unhurried
@given(some_papers(size=6))
def test_after_each_transaction_the_graph_is_that_of_the_papers_so_far(papers):
    store, kept = Shelf(), {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(update, "_STATEMENTS", 5)
        for outcome in loading(store, iter(papers)):
            kept |= {p.path: p for p in papers if p.path in outcome.added}
            assert exported(read_graph(store)) == whole(kept)
    assert len(kept) == len(papers)


def coming_and_going(store, chosen):
    """Load the example papers of these numbers, and forget those that were there already; returns what is left."""
    kept = {}
    for paper in (example_papers()[number] for number in chosen):
        if kept.pop(paper.path, None):
            forget(store, paper.path)
        else:
            load(store, [paper])
            kept[paper.path] = paper
    return kept


choices = st.lists(st.sampled_from(range(12)), min_size=8, max_size=16)


@settings(max_examples=scaled(8))
@given(choices)
def test_example_papers_come_and_go_in_any_order(chosen):
    store = Shelf()
    kept = coming_and_going(store, chosen)
    assert exported(read_graph(store)) == whole(kept)


def test_an_export_restores_the_graph():
    store, again = Shelf(), Shelf()
    load(store, example_papers())
    text = exported(read_graph(store))
    load(again, papers_from(read(text)))
    assert exported(read_graph(again)) == text


def minutes(number):
    """Minutes of a body of their own, all of which name one council."""
    draft = Draft(f"{number:03}.txt", body=f"Number {number} Area Harbour Board", date="2019-12-03")
    draft.present(f"Ann Hale{chr(97 + number % 26)}{chr(97 + number // 26)}")
    draft.name("Organisation", "Aldermoor Borough Council")
    return draft.paper


@pytest.mark.parametrize("last", [20, 80])
def test_work_does_not_grow_with_the_papers_that_name_the_same_council(last):
    store = Counted()
    load(store, map(minutes, range(last)))
    store.given = 0
    load(store, [minutes(last)])
    forget(store, minutes(last - 1).path)
    load(store, [minutes(last).model_copy(update={"title": "Other"})])
    assert 0 < store.given < 120
    assert read_graph(store) == graph_of([*map(minutes, range(last - 1)), minutes(last).model_copy(update={"title": "Other"})])


def test_the_first_to_name_a_council_may_go():
    store = Shelf()
    load(store, map(minutes, range(5)))
    forget(store, "000.txt")
    assert read_graph(store) == graph_of(list(map(minutes, range(1, 5))))
