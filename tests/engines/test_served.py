"""What only Neo4j does: addresses, logins, databases, what else is in them, and a server that goes away."""

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import neo4j as driver_of_neo4j
import pytest
from sederunt.graph.engines import neo4j
from sederunt.graph.errors import EngineError, QueryError
from sederunt.graph.model import Changes
from sederunt.graph.store import Store, open_store, read_graph

from tests.engines import maven
from tests.engines import server as servers
from tests.engines.graphs import board, edge, node, putting
from tests.engines.maven import NoServer
from tests.engines.server import PASSWORD, Mortal, Server


@pytest.fixture
def graph(served: Server) -> Iterator[Store]:
    with open_store(served.address, create=True) as store:
        store.apply(putting(board()))
        yield store


@pytest.mark.parametrize("form", ["neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc"])
def test_addresses_of_bolt_are_accepted(form: str) -> None:
    assert neo4j.accepts(f"{form}://example.org:7687")
    assert neo4j.accepts(f"{form.upper()}://x")


@pytest.mark.parametrize("address", ["a.graph", "http://x", "neo4jx://y", "bolt+x://y", "/neo4j"])
def test_others_are_not(address: str) -> None:
    assert not neo4j.accepts(address)


def test_the_other_form_of_address(graph: Store, served: Server) -> None:
    with open_store(served.address.replace("bolt", "neo4j")) as same:
        assert read_graph(same) == board()


def test_nobody_answers() -> None:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        port = bound.getsockname()[1]
        with pytest.raises(EngineError, match=r"^No Neo4j answers at bolt://127\.0\.0\.1:\d+ \([^\n]*\): [^\n]*\.$"):
            open_store(f"bolt://127.0.0.1:{port}")


def test_a_wrong_login(served: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    for password in ("wrong", ""):
        monkeypatch.setenv("NEO4J_PASSWORD", password)
        with pytest.raises(EngineError, match=r"refuses the login: set NEO4J_USERNAME and NEO4J_PASSWORD\.$"):
            open_store(served.address)


def test_a_database_that_is_not_there(served: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_DATABASE", "nowhere")
    with pytest.raises(EngineError, match=r"^There is no database 'nowhere' at .*: set NEO4J_DATABASE"):
        open_store(served.address)


@pytest.mark.parametrize(
    "address", ["bolt://neo4j:secret@localhost:1", "neo4j://localhost:port", "bolt+s://[", "bolt://host/database"]
)
def test_what_is_no_address(address: str) -> None:
    with pytest.raises(EngineError, match=r"^[^\n]*\.$") as caught:
        open_store(address)
    assert "secret" not in str(caught.value)


def test_encryption_where_there_is_none(served: Server) -> None:
    with pytest.raises(EngineError, match=r"No Neo4j answers at bolt\+ssc"):
        open_store(served.address.replace("bolt", "bolt+ssc"))


def test_no_graph_there(served: Server) -> None:
    served.clear()
    with pytest.raises(EngineError, match=r"^There is no graph at bolt://.*: load papers into it first"):
        open_store(served.address)
    assert served.is_empty()


@pytest.mark.parametrize("create", [True, False])
def test_a_database_of_something_else_stays_as_it_was(served: Server, create: bool) -> None:
    served.clear()
    with driver_of_neo4j.GraphDatabase.driver(served.address, auth=("neo4j", PASSWORD)) as other:
        other.execute_query("CREATE (:Film {name: 'The Third Man'})")
    with pytest.raises(EngineError, match="holds something that is no Sederunt graph"):
        open_store(served.address, create=create)
    served.empty()
    assert served.is_empty()


def test_what_is_missing_of_the_constraints_is_made_again(served: Server) -> None:
    served.clear()
    for _ in range(2):
        with open_store(served.address, create=True) as store:
            store.apply(putting(board()))
            assert read_graph(store) == board()


def test_settings_are_seen_by_no_query(graph: Store) -> None:
    graph.set_setting("root", "/papers")
    for cypher in (
        "MATCH (n) RETURN count(n) AS n",
        "MATCH (n:!Name) RETURN count(n) AS n",
        "MATCH (n:%) RETURN count(n) AS n",
        "MATCH ( n ) WHERE NOT n:Name RETURN count(*) AS n",
        "RETURN COUNT { () } AS n",
        "OPTIONAL MATCH (n) RETURN count(n) AS n",
        "CALL { MATCH (n) RETURN n } RETURN count(n) AS n",
    ):
        assert graph.ask(cypher).rows == ((6,),)
    assert graph.ask("MATCH (n:Setting) RETURN n").rows == ()
    assert graph.ask("MATCH (n:Setting|Person) RETURN n.id AS id ORDER BY id").rows == (("person:1",), ("person:2",))


@pytest.mark.parametrize("value", [object(), {1: 2}, 2**70, "\ud800", {"x": object()}])
def test_parameters_that_cannot_be_sent(graph: Store, value: object) -> None:
    with pytest.raises(QueryError, match=r"^A parameter is nothing that a query can be given: [^\n]*\.$"):
        graph.ask("RETURN $value AS x", {"value": value})


def test_text_that_no_engine_can_hold_is_refused(graph: Store) -> None:
    with pytest.raises(EngineError, match="Nothing was written"):
        graph.apply(Changes(put_nodes=(node("person:9", name="\ud800"),)))
    assert read_graph(graph) == board()


def test_two_writers_of_one_edge_leave_one(graph: Store) -> None:
    seat = edge("person:2", "SITS_ON", "body:1", role="chair")
    workers = [threading.Thread(target=graph.apply, args=[Changes(put_edges=(seat,))]) for _ in range(8)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(read_graph(graph).edges) == len(board().edges) + 1


def test_the_driver_is_imported_only_where_it_is_wanted(tmp_path: os.PathLike[str]) -> None:
    code = (
        "import sys; from sederunt.graph.store import open_store; open_store('x.graph', create=True).close(); "
        "print('neo4j' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_a_server_that_goes_away(monkeypatch: pytest.MonkeyPatch) -> None:
    mortal = Mortal()
    server = mortal.server
    monkeypatch.setenv("NEO4J_USERNAME", server.user)
    monkeypatch.setenv("NEO4J_PASSWORD", server.password)
    monkeypatch.setattr(neo4j, "_PATIENCE", 1.0)
    with open_store(server.address, create=True) as store:
        store.apply(putting(board()))
        killer = threading.Timer(0.3, mortal.kill)
        killer.start()
        many = Changes(put_nodes=tuple(node(f"person:n{n}", name="x" * 500) for n in range(60_000)))
        start = time.monotonic()
        with pytest.raises(EngineError, match=r"^(No Neo4j answers at|Neo4j at) [^\n]*\.$"):
            store.apply(many)
        with pytest.raises(EngineError, match=r"^No Neo4j answers at [^\n]*\.$"):
            store.ask("RETURN 1 AS x")
        assert time.monotonic() - start < 30
        killer.join()
    mortal.end()


def test_tests_use_no_database_with_something_in_it(graph: Store, served: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEDERUNT_TEST_NEO4J_URI", served.address)
    with pytest.raises(NoServer, match="is not empty: tests only use a database where nothing is"):
        servers.server.__wrapped__()
    assert read_graph(graph) == board()


@pytest.mark.parametrize("tool", ["java", "mvn"])
def test_what_the_tests_need_is_asked_for(monkeypatch: pytest.MonkeyPatch, tool: str) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None if name == tool else f"/usr/bin/{name}")
    with pytest.raises(NoServer, match=rf"^The tests need {tool} to run a Neo4j server: install Java 17 and Maven [^\n]*\.$"):
        maven.tool(tool)
