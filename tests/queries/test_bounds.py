"""No saved query gives more than its bound, on any engine; what it gives are the first rows of the whole answer."""

from dataclasses import replace

import pytest
from sederunt.graph.errors import QueryError
from sederunt.graph.store import STOPPED, UNLIMITED, Limits
from sederunt.queries import ask as asking
from sederunt.queries.ask import ask, first, run
from sederunt.queries.catalogue import names, saved

from tests.queries.test_saved import FACTS


@pytest.mark.parametrize("name", names())
def test_an_answer_that_is_cut_has_the_first_rows_of_the_whole(store, name):
    values = FACTS[name][0]
    whole = ask(store, name, values, UNLIMITED).table
    for rows in range(1, len(whole.rows) + 2):
        cut = ask(store, name, values, Limits(rows=rows)).table
        assert cut.rows == whole.rows[:rows]
        assert cut.cut is (rows < len(whole.rows))


@pytest.mark.parametrize("name", names())
def test_a_query_keeps_to_its_bound(store, name, monkeypatch):
    values, query = FACTS[name][0], saved(name)
    monkeypatch.setattr(asking, "saved", lambda _: replace(query, bound=Limits(rows=1)))
    assert len(ask(store, name, values).table.rows) <= 1
    whole = run(store, name, **asking.bound(store, query, values)).table.rows
    table = first(store, name, **asking.bound(store, query, values)).table
    assert (table.rows, table.cut) == (whole[:1], len(whole) > 1)


class Slow:
    """A graph in which every query is stopped."""

    address = engine = "slow"

    def __init__(self):
        self.asked = []

    def ask(self, cypher, parameters=None, limits=UNLIMITED):
        self.asked.append((cypher, limits))
        raise QueryError(STOPPED)


def test_a_query_that_takes_longer_than_its_bound_is_stopped_and_told_so():
    store = Slow()
    with pytest.raises(QueryError, match=r"'overlap' was stopped after 60 s, which is its bound"):
        ask(store, "overlap")
    with pytest.raises(QueryError, match="with --timeout"):
        ask(store, "overlap", {}, Limits(seconds=5))
    assert [limits.seconds for _, limits in store.asked] == [60, 5]


def test_the_engine_is_told_how_many_rows_are_wanted_of_the_whole_graph():
    store = Slow()
    for values in ({}, {"body": "body:x"}):
        with pytest.raises(QueryError):
            first(store, "officers", **values)
    (whole, limits), (one, others) = store.asked
    assert whole.endswith("\nLIMIT 10001")
    assert "LIMIT" not in one
    assert "ORDER BY" not in whole + one
    assert (limits.rows, limits.seconds, others.rows, others.seconds) == (10_000, 60, 10_000, None)
