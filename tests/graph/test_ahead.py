"""What is decided on while the change before it is being written is what would be decided on after it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sederunt.graph.ahead import one_after_another
from sederunt.graph.errors import QueryError
from sederunt.graph.model import Changes, Node
from sederunt.graph.store import read_graph
from sederunt.graph.update import _bring, load

from tests.graph.conftest import some_papers, unhurried
from tests.graph.test_update import Shelf, graph_of


def by_path(papers):
    return {paper.path: paper for paper in papers}


def told(changes):
    """What changes do, in whatever order."""
    return {
        name: sorted(getattr(changes, name), key=lambda one: one.key if "edges" in name else one.id)
        for name in Changes.model_fields
    }


@unhurried
@given(some_papers(), some_papers(), some_papers())
def test_a_graph_before_and_after_pending_changes_counts_as_the_same(first, second, third):
    store = Shelf()
    load(store, first)
    pending, _ = _bring(store, Changes(), by_path(second))
    before, _ = _bring(store, pending, by_path(third))
    store.apply(pending)
    amid, _ = _bring(store, pending, by_path(third))
    after, _ = _bring(store, Changes(), by_path(third))
    assert told(before) == told(amid) == told(after)


@unhurried
@given(some_papers(), some_papers(), some_papers(), st.integers(0, 3))
def test_what_others_write_meanwhile_is_seen(first, other, last, turn):
    class Shared(Shelf):
        """Somebody else writes when a turn is over."""

        def change(self, decide):
            found = super().change(decide)
            if self.turn == turn:
                self.turn += 1
                self.apply(_bring(self, Changes(), by_path(other))[0])
            return found

    store, portions = Shared(), [by_path(first), by_path(last), by_path(first)]
    ours = (lambda graph, pending, some=some: _bring(graph, pending, some) for some in portions)
    list(one_after_another(store, ours))
    kept = [by_path(first), by_path(last), by_path(first)]
    kept.insert(max(turn, 1) - 1 if turn else 3, by_path(other) if turn else {})
    whole = {path: paper for some in kept for path, paper in some.items()}
    assert read_graph(store) == graph_of(list(whole.values()))


def test_each_decision_is_told_of_when_it_is_in_the_graph():
    store = Shelf()

    def one_more(graph, pending):
        known = [n for n in read_graph(graph).nodes if n.id not in {m.id for m in pending.new_nodes}]
        number = len(known) + len(pending.new_nodes)
        node = Node(id=f"body:{number}", label="Body", properties={"name": str(number), "aliases": ()})
        return Changes(new_nodes=(node,)), number

    for number in one_after_another(store, [one_more] * 4):
        assert f"body:{number}" in store.nodes
    assert len(store.nodes) == 4


def test_what_is_written_is_told_of_although_the_next_decision_fails():
    store, told = Shelf(), []

    def first(graph, pending):
        return Changes(new_nodes=(Node(id="body:1", label="Body", properties={}),)), "first"

    def second(graph, pending):
        raise QueryError("The query cannot be run.")

    with pytest.raises(QueryError):
        told.extend(one_after_another(store, [first, second]))
    assert told == ["first"]
    assert list(store.nodes) == ["body:1"]


def test_who_stumbles_over_half_of_what_others_write_decides_in_turn():
    store, looked = Shelf(), []

    def decide(graph, pending):
        looked.append(graph)
        if len(looked) in (1, 3):
            raise KeyError("document:1")
        number = len(read_graph(graph).nodes)
        return Changes(new_nodes=(Node(id=f"body:{number}", label="Body", properties={}),)), number

    assert list(one_after_another(store, [decide, decide])) == [0, 1]
    assert len(store.nodes) == 2
    assert len(looked) == 4
