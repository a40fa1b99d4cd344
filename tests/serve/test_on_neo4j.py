"""A graph on a server of its own: nobody else is kept out while it is served."""

import json
import signal

from sederunt.graph.model import Changes, Graph, Node, difference
from sederunt.graph.store import open_store, read_graph

from tests.engines.server import empty_server
from tests.serve.conftest import started


def test_others_ask_and_load_while_it_is_served(council, copied, monkeypatch):
    address = empty_server(monkeypatch).address
    with open_store(copied(council)) as store:
        graph = read_graph(store)
    ann = next(node for node in graph.nodes if node.properties.get("name") == "Ann Hale")
    with open_store(address, create=True) as store:
        store.apply(difference(Graph(), graph))
        server = started(address)
        assert server.get("/api/queries/boards")[0] == 200
        assert [thing["name"] for thing in json.loads(server.get("/api/names?name=Ann+Hale")[2])["names"]] == ["Ann Hale"]
        before = server.get("/view/map")
        store.apply(Changes(put_nodes=(Node(ann.id, ann.label, {**ann.properties, "name": "Ann Hale-Hume"}),)))
        after = server.get("/view/map")
        assert (before[0], after[0]) == (200, 200)
        assert ("Ann Hale-Hume" in before[2], "Ann Hale-Hume" in after[2]) == (False, True)
        assert server.get("/store?nonce=x")[0] == 404
    status, told = server.end(signal.SIGINT)
    assert status == 0
    assert f"Its own server answers Bolt at {address}, to whoever has a login there." in told
