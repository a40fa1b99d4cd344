"""What holds of a graph in memory holds on each real engine: it is always that of the papers that are left, to the byte."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sederunt.graph.logbook import log_node, read_log
from sederunt.graph.model import Changes, Graph, difference
from sederunt.graph.store import Store, read_graph

from tests.conftest import scaled
from tests.engines.conftest import ENGINES, empty_store
from tests.graph.test_judged_random import History
from tests.graph.test_judged_random import steps as judging_steps
from tests.graph.test_judged_things import Decisions, histories
from tests.graph.test_record import choices, coming_and_going
from tests.graph.test_update_random import PATHS, exported, steps, take, whole


@pytest.fixture(scope="module", params=list(ENGINES))
def engine(request, tmp_path_factory) -> Iterator[Store]:
    """One graph for all examples: to make a new one would take longer than to use it."""
    with empty_store(request.param, tmp_path_factory.mktemp("random")) as store:
        yield store


@contextmanager
def emptied(store: Store) -> Iterator[Store]:
    """The store with nothing in it; whatever is done to it, nothing is left for the next example."""
    try:
        yield store
    finally:
        store.apply(difference(read_graph(store), Graph()))
        store.apply(Changes(drop_nodes=tuple(map(log_node, read_log(store)))))


@settings(max_examples=scaled(6))
@given(steps(longest=10))
def test_any_sequence_gives_the_graph_of_the_papers_that_are_left(engine, some_steps):
    with emptied(engine) as store:
        papers = {}
        for step in some_steps:
            papers = take(store, papers, step)
        assert exported(read_graph(store)) == whole(papers)


@settings(max_examples=scaled(4))
@given(steps(paths=PATHS[:8], longest=5), steps(paths=PATHS[8:], longest=5), st.randoms(use_true_random=False))
def test_what_comes_and_goes_in_between_leaves_no_trace(engine, stay, go, random):
    with emptied(engine) as store:
        papers = {}
        for from_stay in random.sample([True] * len(stay) + [False] * len(go), len(stay) + len(go)):
            papers = take(store, papers, (stay if from_stay else go).pop(0))
        for path in PATHS[8:]:
            papers = take(store, papers, path)
        assert exported(read_graph(store)) == whole(papers)


@settings(max_examples=scaled(3))
@given(choices)
def test_example_papers_come_and_go_in_any_order(engine, chosen):
    with emptied(engine) as store:
        kept = coming_and_going(store, chosen)
        assert exported(read_graph(store)) == whole(kept)


@settings(max_examples=scaled(6))
@given(judging_steps(longest=10))
def test_any_sequence_gives_the_graph_of_the_papers_and_judgements_that_are_left(engine, some_steps):
    with emptied(engine) as store:
        history = History(store)
        for step in some_steps:
            history.take(step)
        assert exported(read_graph(store)) == history.whole()


@settings(max_examples=scaled(6))
@given(histories(longest=8))
def test_any_sequence_with_judgements_about_bodies_gives_the_graph_of_what_is_left(engine, some_steps):
    with emptied(engine) as store:
        history = Decisions(store)
        for step in some_steps:
            history.take(step)
        assert exported(read_graph(store)) == history.whole()
