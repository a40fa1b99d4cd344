"""Load whole sets of data into an empty graph on each engine, load them again, and write the same rows with the engine alone.

python benchmarks/scale.py [--councils NUMBER] [--engine embedded|neo4j] [FOLDER …]

Each FOLDER is a set, such as the data of Open States or the staff lists of an administration. The country that
``benchmarks/country.py`` invents is one more: of 8 councils if nothing is said, 400 are the whole country, 0 is none.

Of a load are printed the seconds by the clock, those of work of the command with the processes that read for it, and the memory of
the largest of them; a server's is not in it. Writing stands apart from reading and from finding out who is who: the nodes and edges
of the graph that was loaded are written into an empty one, once by the store, as a load has them written, and once by the engine
alone with the query that its manual shows, each in transactions of as many rows. What share of the engine's speed is reached is the
time of the engine alone over the store's. Neo4j is the server of the tests (tests/engines/server.py), a new one for each writing.
"""

import os
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from subprocess import DEVNULL, Popen, run
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any, NamedTuple

import neo4j
from sederunt.graph.exchange import batches, by_pattern, grouped, rows_of
from sederunt.graph.model import Changes, Edge, Graph, Node
from sederunt.graph.store import open_store, read_graph

sys.path.insert(0, str(Path(__file__).parents[1]))
from benchmarks.country import write as write_country
from tests.engines.server import Mortal, Server

COUNCILS = 8
PORTION = 10_000
"""Rows in a transaction."""
SEDERUNT = Path(sys.executable).with_name("sederunt")
Put = Callable[[str, list[Any]], object]


class Cost(NamedTuple):
    """What something took: seconds by the clock, and seconds of work of this process or of a command."""

    clock: float
    work: float


def commanded(what: str, *arguments: object) -> Cost:
    """What a command takes, which is printed with its memory."""
    began = perf_counter()
    with Popen([SEDERUNT, *map(str, arguments)], stdout=DEVNULL, stderr=DEVNULL) as command:
        _, status, used = os.wait4(command.pid, 0)
        command.returncode = os.waitstatus_to_exitcode(status)
    if command.returncode not in (0, 1):
        sys.exit(f"sederunt {' '.join(map(str, arguments))} ended with status {command.returncode}.")
    cost = Cost(perf_counter() - began, used.ru_utime + used.ru_stime)
    show(what, cost, f"{used.ru_maxrss / 1024:8.0f} MiB")
    return cost


def show(what: str, cost: Cost, more: str = "") -> None:
    print(f"  {what:34}{cost.clock:9.1f} s{cost.work:9.1f} s of work{more}", flush=True)


def loaded(folder: Path, address: str) -> Graph:
    """The graph of a folder, once it was loaded, and loaded again, by the command."""
    cost = commanded("load", "load", folder, "--graph", address)
    commanded("load, again", "load", folder, "--graph", address)
    with open_store(address) as store:
        graph = read_graph(store)
    said = sum(node.label == "Statement" for node in graph.nodes)
    rows = f"{len(graph.nodes):,} nodes, {len(graph.edges):,} edges, {said:,} statements"
    print(f"  {rows}: {said / cost.clock:,.0f} statements a second, {1000 * cost.work / said:.2f} ms of work each", flush=True)
    return graph


def compared(graph: Graph, by_store: Callable[[Graph], Cost], by_hand: Callable[[Graph], Cost]) -> None:
    """Print what writing a graph takes by each way, in turn."""
    rows = len(graph.nodes) + len(graph.edges)
    ours = by_store(graph)
    show("writing, by the store", ours, f"{rows / ours.clock:10,.0f} rows a second")
    alone = by_hand(graph)
    show("writing, by the engine alone", alone, f"{rows / alone.clock:10,.0f} rows a second")
    print(f"  share of the engine's speed: {alone.clock / ours.clock:.2f} by the clock", flush=True)


def timed(work: Callable[[], object]) -> Cost:
    clock, worked = perf_counter(), process_time()
    work()
    return Cost(perf_counter() - clock, process_time() - worked)


def stored(address: str, graph: Graph) -> Cost:
    """Write a graph as a load has it written, in many changes."""
    with open_store(address, create=True) as store:
        return timed(lambda: [store.apply(changes) for changes in portions(graph)])


def portions(graph: Graph) -> Iterator[Changes]:
    rows: list[Node] | list[Edge]
    for rows in batches(list(graph.nodes), PORTION):
        yield Changes(new_nodes=tuple(rows))
    for rows in batches(list(graph.edges), PORTION):
        yield Changes(new_edges=tuple(rows))


def embedded(address: str, graph: Graph) -> Cost:
    import arcadedb

    with open_store(address, create=True):
        pass
    with arcadedb.open_database(address) as database:
        # As safe as the store is: what is committed is on the disk.
        database.set_wal_flush("yes_nometadata")

        def put(cypher: str, rows: list[Any]) -> None:
            with database.transaction():
                database.command("opencypher", cypher, {"rows": rows}).close()

        return timed(partial(write, graph, put))


@contextmanager
def new_server() -> Iterator[Server]:
    """A server with nothing in it, to which this process and its commands log in; to empty one takes longer than to start one."""
    mortal = Mortal()
    os.environ |= {"NEO4J_USERNAME": mortal.server.user, "NEO4J_PASSWORD": mortal.server.password}
    try:
        yield mortal.server
    finally:
        mortal.end()


def stored_there(graph: Graph) -> Cost:
    with new_server() as server:
        return stored(server.address, graph)


def served(graph: Graph) -> Cost:
    with new_server() as server:
        with open_store(server.address, create=True):
            pass
        login = (server.user, server.password)
        with neo4j.GraphDatabase.driver(server.address, auth=login) as driver, driver.session() as session:
            return timed(lambda: write(graph, lambda q, rows: session.execute_write(lambda tx: tx.run(q, rows=rows).consume())))


def write(graph: Graph, put: Put) -> None:
    """Put every node and edge into an empty graph that has the indexes."""
    for label, nodes in grouped(graph.nodes, lambda n: n.label).items():
        for some in batches(rows_of(nodes), PORTION):
            put(f"UNWIND $rows AS row CREATE (n:{label}) SET n = row", some)
    for (type_, start, end), edges in by_pattern(graph.edges).items():
        own = ", ".join(f"{name}: row.own.{name}" for name in sorted({name for e in edges for name in e.properties}))
        ends = f"UNWIND $rows AS row MATCH (a:{start} {{id: row.start}}) MATCH (b:{end} {{id: row.end}})"
        for some in batches([{"start": e.start, "end": e.end, "own": e.properties} for e in edges], PORTION):
            put(f"{ends} CREATE (a)-[:{type_} {{{own}}}]->(b)", some)


def measure(engine: str, folder: Path) -> None:
    print(f"{folder.name}, {engine}", flush=True)
    if engine == "neo4j":
        with new_server() as server:
            graph = loaded(folder, server.address)
        compared(graph, stored_there, served)
        return
    with TemporaryDirectory() as graphs:
        graph = loaded(folder, f"{graphs}/loaded.graph")
        compared(graph, partial(stored, f"{graphs}/stored.graph"), partial(embedded, f"{graphs}/alone.graph"))


def main() -> None:
    parser = ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--councils", type=int, default=COUNCILS)
    parser.add_argument("--engine", choices=("embedded", "neo4j"))
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    wanted = parser.parse_args()
    with TemporaryDirectory() as made:
        country = Path(made, f"country of {wanted.councils} councils")
        if wanted.councils:
            write_country(country, wanted.councils)
        folders = [*wanted.folders, *([country] if wanted.councils else [])]
        engines = [wanted.engine] if wanted.engine else ["embedded", "neo4j"]
        jobs = [(engine, folder.resolve()) for folder in folders for engine in engines]
        if len(jobs) == 1:
            measure(*jobs[0])
            return
        for engine, folder in jobs:
            # Each by itself: a process that is started begins with the memory of this one, which grows with a graph.
            run([sys.executable, __file__, "--councils", "0", "--engine", engine, folder], check=True)


if __name__ == "__main__":
    main()
