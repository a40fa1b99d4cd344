"""A graph is let go of properly, whatever happens."""

import pytest
from sederunt.graph.errors import EngineError
from sederunt.graph.store import Store, open_store

from tests.engines.graphs import board, putting


def test_closing_twice_is_harmless(store: Store) -> None:
    store.close()
    store.close()


def test_a_closed_graph_says_so(store: Store) -> None:
    store.close()
    for attempt in (
        lambda: store.ask("RETURN 1 AS x"),
        lambda: store.apply(putting(board())),
        lambda: store.setting("root"),
        lambda: store.set_setting("root", "/papers"),
    ):
        with pytest.raises(EngineError, match=r"^The graph at .* has been closed: open it again\.$"):
            attempt()


def test_what_is_there_is_opened_even_where_it_might_be_made(address: str) -> None:
    with open_store(address, create=True) as store:
        store.apply(putting(board()))
    with open_store(address, create=True) as store:
        assert store.ask("MATCH (n:Person) RETURN count(n) AS number").rows == ((2,),)


def test_engine_and_address_are_told(address: str) -> None:
    with open_store(address, create=True) as store:
        assert store.address == address
        assert any(sign.isdigit() for sign in store.engine)
