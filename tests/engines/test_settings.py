"""Facts about the set-up are kept beside the graph and are no part of it."""

from sederunt.graph.model import Graph
from sederunt.graph.store import Store, read_graph


def test_what_was_not_set_is_none(store: Store) -> None:
    assert store.setting("root") is None


def test_a_setting_can_be_changed(store: Store) -> None:
    for value in ("/papers", "", "C:\\papers '\"; é"):
        store.set_setting("root", value)
        assert store.setting("root") == value
    store.set_setting("other", "x")
    assert store.setting("other") == "x"


def test_settings_are_no_part_of_the_graph(store: Store) -> None:
    store.set_setting("root", "/papers")
    assert read_graph(store) == Graph()
    assert store.ask("MATCH (n) RETURN count(n) AS number").rows == ((0,),)
