"""Time an engine through the store against the same engine driven by hand with the same rows, and print the ratios.

python benchmarks/engines.py [NUMBER …]      numbers of nodes, and of edges; 1000 and 20000 if none is given

Neo4j is the server of the tests (tests/engines/server.py): started for this, or the empty one of SEDERUNT_TEST_NEO4J_URI.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import neo4j
import pytest
from sederunt.graph.model import Changes, Edge, Graph, Node, difference
from sederunt.graph.store import Store, open_store, read_graph

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.engines.server import empty_server

LOOK_UPS = 500
ONE_PERSON = "MATCH (p:Person {id: $id})-[r:ATTENDED]->(m:Meeting) RETURN m.id AS meeting, r.role AS role"
WHOLE_EDGE = "MATCH (p:Person {id: $id})-[r:ATTENDED]->(m:Meeting) RETURN p, r, m"


def sample(number: int) -> Graph:
    """People and meetings, and who attended which."""
    half = number // 2
    people = [
        Node(id=f"person:{n:06}", label="Person", properties={"name": f"Person {n}", "aliases": (f"P. {n}",), "partial": False})
        for n in range(half)
    ]
    meetings = [
        Node(id=f"meeting:{n:06}", label="Meeting", properties={"name": f"Meeting {n}", "aliases": (), "date": "2011-06-30"})
        for n in range(half)
    ]
    evidence = {
        "quote": "Present: Mr A Smith, Chair of the Board",
        "source": "Minutes 30 June 2011, line 42",
        "basis": "stated",
    }
    attended = [
        Edge(
            type="ATTENDED",
            start=people[n % half].id,
            end=meetings[n * 7919 // half % half].id,
            properties={**evidence, "role": "attendee", "confidence": 0.95, "statements": (f"statement:{n}",)},
        )
        for n in range(number)
    ]
    return Graph.of([*people, *meetings], {e.key: e for e in attended}.values())


def put_by_hand(run: Callable[[str, dict[str, Any]], object], graph: Graph) -> None:
    """The least that an engine needs to hold the graph."""
    for label in ("Person", "Meeting"):
        rows = [{**n.properties, "id": n.id} for n in graph.nodes if n.label == label]
        for some in batches(rows):
            run(f"UNWIND $rows AS row CREATE (n:{label}) SET n = row", {"rows": some})
    own = ", ".join(f"{name}: row.own.{name}" for name in graph.edges[0].properties)
    for some in batches([{"start": e.start, "end": e.end, "own": e.properties} for e in graph.edges]):
        cypher = (
            "UNWIND $rows AS row MATCH (a:Person {id: row.start}) MATCH (b:Meeting {id: row.end}) "
            f"CREATE (a)-[:ATTENDED {{{own}}}]->(b)"
        )
        run(cypher, {"rows": some})


def batches(rows: list[Any], size: int = 5000) -> list[list[Any]]:
    return [rows[start : start + size] for start in range(0, len(rows), size)]


def timed(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def ask_many(ask: Callable[[str, dict[str, str]], object], cypher: str, graph: Graph) -> Callable[[], None]:
    ids = [n.id for n in graph.nodes if n.label == "Person"]

    def work() -> None:
        for n in range(LOOK_UPS):
            ask(cypher, {"id": ids[n * 31 % len(ids)]})

    return work


def compare(what: str, store: float, hand: float) -> None:
    print(f"  {what:32} {store:8.3f} s   by hand {hand:8.3f} s   ratio {store / hand:5.2f}")


def measure(
    store: Store,
    graph: Graph,
    put: Callable[[], object],
    ask: Callable[[str, dict[str, str]], object],
    between: Callable[[], None],
) -> None:
    """Print what each thing takes through the store and by hand; ``between`` takes out what was put by the one before the other."""
    changes, again = difference(Graph(), graph), Changes(put_nodes=graph.nodes, put_edges=graph.edges)
    by_hand = timed(put)
    between()
    compare("apply, into an empty graph", timed(lambda: store.apply(changes)), by_hand)
    print(f"  {'apply, the same again':32} {timed(lambda: store.apply(again)):8.3f} s")
    for what, cypher in ((f"{LOOK_UPS} look-ups, texts", ONE_PERSON), (f"{LOOK_UPS} look-ups, whole edges", WHOLE_EDGE)):
        compare(what, timed(ask_many(store.ask, cypher, graph)), timed(ask_many(ask, cypher, graph)))
    every = "MATCH (p:Person)-[r:ATTENDED]->(m:Meeting) RETURN p.id AS p, r.role AS role, m.id AS m"
    compare("all edges as texts", timed(lambda: store.ask(every)), timed(lambda: ask(every, {})))
    print(f"  {'read_graph':32} {timed(lambda: read_graph(store)):8.3f} s")


def embedded(folder: Path, graph: Graph) -> None:
    """The embedded engine; the graph made by hand has the same schema."""
    import arcadedb

    with open_store(folder / "hand", create=True):
        pass
    with open_store(folder / "store", create=True) as store, arcadedb.open_database(str(folder / "hand")) as hand:
        hand.set_wal_flush("yes_nometadata")

        def put() -> None:
            hand.begin()
            put_by_hand(lambda cypher, parameters: hand.command("opencypher", cypher, parameters).to_list(), graph)
            hand.commit()

        def ask(cypher: str, parameters: dict[str, str]) -> Any:
            return hand.query("opencypher", cypher, parameters).to_list()

        measure(store, graph, put, ask, lambda: None)


def served(graph: Graph) -> None:
    """Neo4j; what is put by hand goes into the same database and out again."""
    with pytest.MonkeyPatch.context() as environment:
        server = empty_server(environment)
        driver = neo4j.GraphDatabase.driver(server.address, auth=(server.user, server.password))
        with driver, open_store(server.address, create=True) as store, driver.session() as session:

            def put() -> None:
                def work(tx: neo4j.ManagedTransaction) -> None:
                    put_by_hand(lambda cypher, parameters: tx.run(cypher, parameters).consume(), graph)

                session.execute_write(work)

            def ask(cypher: str, parameters: dict[str, str]) -> Any:
                return session.execute_read(lambda tx: tx.run(cypher, parameters).values())

            measure(store, graph, put, ask, server.empty)


def main() -> None:
    for number in [int(word) for word in sys.argv[1:]] or [1000, 20000]:
        graph = sample(number)
        print(f"embedded: {len(graph.nodes)} nodes, {len(graph.edges)} edges")
        with TemporaryDirectory() as folder:
            embedded(Path(folder), graph)
        print(f"Neo4j: {len(graph.nodes)} nodes, {len(graph.edges)} edges")
        served(graph)


if __name__ == "__main__":
    main()
