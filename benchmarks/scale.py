"""Load many data files into an empty graph on each engine, load them again, and write the same rows with the engine alone.

python benchmarks/scale.py [FOLDER]      a folder of files, such as that of Open States; 2,000 invented people if none is given

Neo4j is the server of the tests (tests/engines/server.py): started for this, or the empty one of SEDERUNT_TEST_NEO4J_URI. Work is
that of the command with the processes that read for it, and memory that of the largest of them; a server's is not in it.
"""

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random
from subprocess import DEVNULL, Popen
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import neo4j
import pytest
from sederunt.graph.exchange import batches, by_pattern, grouped, rows_of
from sederunt.graph.model import Graph
from sederunt.graph.store import open_store, read_graph

sys.path.insert(0, str(Path(__file__).parents[1]))
from tests.engines.server import Server, empty_server

PEOPLE, MEMBERS = 2_000, 12
BATCH = 5_000
SEDERUNT = Path(sys.executable).with_name("sederunt")
_STATES = "me vt nh ma ri ct ny nj pa oh".split()
_GIVEN = "Ann Ben Cara Dai Ewa Finn Gwen Hal Ines Jon Kath Liam Mair Ned Olga Per".split()
_FAMILY = [
    a + b for a in "Ash Black Carr Dun Elm Fair Green Hart".split() for b in "by combe field ford ley ton wick worth".split()
]
_PERSON = """id: ocd-person/{id}
name: {given} {letter}. {family}
given_name: {given}
family_name: {family}
party:
- name: {party}
roles:
- type: {chamber}
  jurisdiction: ocd-jurisdiction/country:us/state:{state}/government
  district: '{district}'
  start_date: {start}-01-05
other_names:
- name: {given} {family}
"""
_COMMITTEE = """id: ocd-organization/{id}
jurisdiction: ocd-jurisdiction/country:us/state:{state}/government
classification: committee
name: {name}
chamber: lower
members:
{members}"""


def invent(folder: Path) -> None:
    """Files of people and of their committees, the same each time."""
    random = Random(1)
    people = [_id(n) for n in range(PEOPLE)]
    names = [(random.choice(_GIVEN), random.choice("ABCDEFGH"), random.choice(_FAMILY)) for _ in people]
    for number, (name, (given, letter, family)) in enumerate(zip(people, names, strict=True)):
        own = {"given": given, "letter": letter, "family": family, "chamber": random.choice(("lower", "upper"))}
        place = {"party": random.choice(("Harbour", "Meadow")), "state": _STATES[number % 10], "district": number % 90}
        text = _PERSON.format(id=name, start=2000 + number % 25, **own, **place)
        (folder / f"person-{number:05}.yml").write_text(text, encoding="utf-8")
    for number in range(PEOPLE // MEMBERS):
        chosen = random.sample(range(PEOPLE), MEMBERS)
        rows = [f"- name: {names[n][0]} {names[n][2]}\n  role: member\n  person_id: ocd-person/{people[n]}\n" for n in chosen]
        text = _COMMITTEE.format(id=_id(number), state=_STATES[number % 10], name=f"Committee {number}", members="".join(rows))
        (folder / f"committee-{number:05}.yml").write_text(text, encoding="utf-8")


def _id(number: int) -> str:
    return f"00000000-0000-0000-0000-{number:012}"


def commanded(what: str, *arguments: object) -> float:
    """The seconds that a command takes by the clock, which are printed with its work and its memory."""
    clock = perf_counter()
    with Popen([SEDERUNT, *map(str, arguments)], stdout=DEVNULL, stderr=DEVNULL) as command:
        _, _, used = os.wait4(command.pid, 0)
        command.returncode = 0
    seconds = perf_counter() - clock
    memory = used.ru_maxrss / 1024
    print(f"  {what:28}{seconds:8.1f} s{used.ru_utime + used.ru_stime:8.1f} s of work{memory:8.0f} MiB", flush=True)
    return seconds


def load_twice(engine: str, folder: Path, address: str) -> float:
    print(engine, flush=True)
    loaded = commanded("sederunt load", "load", folder, "--graph", address)
    commanded("sederunt load, again", "load", folder, "--graph", address)
    return loaded


def compare(engine: str, address: str, loaded: float, by_hand: Callable[[Graph], None]) -> None:
    with open_store(address) as store:
        graph = read_graph(store)
    clock = perf_counter()
    by_hand(graph)
    alone = perf_counter() - clock
    rows = f"{len(graph.nodes)} nodes, {len(graph.edges)} edges"
    print(f"{engine}, the same rows by hand{alone:10.1f} s, ratio {loaded / alone:.2f}; {rows}", flush=True)


def embedded(address: str, graph: Graph) -> None:
    import arcadedb

    with open_store(f"{address}.hand", create=True):
        pass
    with arcadedb.open_database(f"{address}.hand") as hand:
        hand.set_wal_flush("yes_nometadata")

        def put(cypher: str, rows: list[Any]) -> None:
            with hand.transaction():
                hand.command("opencypher", cypher, {"rows": rows}).close()

        write(graph, put)


def served(server: Server, graph: Graph) -> None:
    server.empty()
    login = (server.user, server.password)
    with neo4j.GraphDatabase.driver(server.address, auth=login) as driver, driver.session() as session:
        write(graph, lambda cypher, rows: session.execute_write(lambda tx: tx.run(cypher, rows=rows).consume()) and None)


def write(graph: Graph, put: Callable[[str, list[Any]], None]) -> None:
    """Put every node and edge into an empty graph that has the indexes, some thousands in a transaction."""
    for label, nodes in grouped(graph.nodes, lambda n: n.label).items():
        for some in batches(rows_of(nodes), BATCH):
            put(f"UNWIND $rows AS row CREATE (n:{label}) SET n = row", some)
    for (type_, start, end), edges in by_pattern(graph.edges).items():
        own = ", ".join(f"{name}: row.own.{name}" for name in sorted({name for e in edges for name in e.properties}))
        ends = f"UNWIND $rows AS row MATCH (a:{start} {{id: row.start}}) MATCH (b:{end} {{id: row.end}})"
        for some in batches([{"start": e.start, "end": e.end, "own": e.properties} for e in edges], BATCH):
            put(f"{ends} CREATE (a)-[:{type_} {{{own}}}]->(b)", some)


def main() -> None:
    with TemporaryDirectory() as made, TemporaryDirectory() as graphs, pytest.MonkeyPatch.context() as environment:
        folder = Path(sys.argv[1] if len(sys.argv) > 1 else made).resolve()
        if len(sys.argv) == 1:
            invent(folder)
        address = f"{graphs}/scale.graph"
        server = empty_server(environment)
        # First all commands: a process that is started begins with the memory of this one, which grows with a graph.
        here, there = load_twice("embedded", folder, address), load_twice("Neo4j", folder, server.address)
        compare("embedded", address, here, partial(embedded, address))
        compare("Neo4j", server.address, there, partial(served, server))


if __name__ == "__main__":
    main()
