"""Time each look-up and saved query, warm and in a new process, beside the bare engine with the same Cypher, and print the ratios.

python benchmarks/lookups.py [NUMBER]      number of made-up papers beside the examples and twenty staff lists; 1000 if none is given

Everybody and everything that is asked about is what has the most links of its kind. A warm time is the best of five, a cold one the only one.
Neo4j is the server of the tests (tests/engines/server.py): started for this, or the empty one of SEDERUNT_TEST_NEO4J_URI.
"""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any, NamedTuple

import pytest
from sederunt.cli import session
from sederunt.cli.app import app
from sederunt.graph.build import build
from sederunt.graph.model import Changes, Graph
from sederunt.graph.resolve import resolve
from sederunt.graph.shapes import put_right
from sederunt.graph.statement import Paper
from sederunt.graph.store import Store, Table, open_store
from sederunt.loaders.load import find_papers, read_paper
from sederunt.queries.catalogue import SavedQuery, catalogue
from typer.testing import CliRunner

sys.path.insert(0, str(Path(__file__).parents[1]))
from benchmarks.updates import COUNCIL, Minutes, papers
from tests.engines.server import empty_server

HOME = Path(__file__).parents[1]
WARM, BATCH = 5, 10_000
DIRECTORATES, TEAMS, POSTS = 20, 8, 5

# The engine alone, in a process in which nothing of ours is imported: the seconds of the queries in a file, once it is open.
BARE = """
import json, os, sys
from time import perf_counter
where, file, times = sys.argv[1:]
with open(file, encoding="utf-8") as text:
    asked = json.load(text)
if "://" in where:
    import neo4j
    login = (os.environ["NEO4J_USERNAME"], os.environ["NEO4J_PASSWORD"])
    driver = neo4j.GraphDatabase.driver(where, auth=login, notifications_min_severity="OFF")
    session = driver.session()
    ask = lambda cypher, values: list(session.run(cypher, values))
else:
    import arcadedb
    database = arcadedb.DatabaseFactory(where).open()
    ask = lambda cypher, values: database.query("opencypher", cypher, values).to_list()
def once():
    began = perf_counter()
    for cypher, values in asked:
        ask(cypher, values)
    return perf_counter() - began
print(min(once() for _ in range(int(times))))
driver.close() if "://" in where else database.close()
"""
Asked = list[tuple[str, dict[str, Any]]]


class Kept:
    """A store that stays open and notes what it is asked."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.asked: Asked = []

    def ask(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> Table:
        self.asked.append((cypher, dict(parameters or {})))
        return self.store.ask(cypher, parameters)

    def __enter__(self) -> "Kept":
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def __getattr__(self, name: str) -> Any:
        return getattr(self.store, name)


class Row(NamedTuple):
    """The seconds of one look-up: warm and cold, each beside the bare engine."""

    name: str
    warm: float
    bare_warm: float
    cold: float
    bare_cold: float


def staff_list(number: int) -> Paper:
    """The posts of one directorate of the made-up council."""
    minutes = Minutes(f"staff/{number:02}.txt", f"Directorate {number}", "2019-09-02")
    directorate = f"Directorate {number}"
    director = minutes.mention("Post", f"Director {number}", within=directorate)
    minutes.say("PART_OF", minutes.mention("Unit", directorate), minutes.mention("Organisation", COUNCIL))
    minutes.say("HEADS", director, minutes.mention("Unit", directorate))
    for team in range(TEAMS):
        unit = f"Team {number}-{team}"
        head = minutes.mention("Post", f"Head of {unit}", within=unit)
        minutes.say("PART_OF", minutes.mention("Unit", unit), minutes.mention("Unit", directorate))
        minutes.say("HEADS", head, minutes.mention("Unit", unit))
        minutes.say("REPORTS_TO", head, director)
        for post in range(POSTS):
            seat = minutes.mention("Post", f"Officer {number}-{team}-{post}", within=unit)
            minutes.say("POST_IN", seat, minutes.mention("Unit", unit))
            minutes.say("REPORTS_TO", seat, head)
            minutes.say(
                "HOLDS", minutes.mention("Person", f"Una {unit.replace('Team ', 'Nor').replace('-', 'wick')}ley{post}"), seat
            )
    return minutes.paper()


def made(number: int) -> Graph:
    examples = [read_paper(file, file.name).paper for file in find_papers([HOME / "examples"])]
    every = [*examples, *(staff_list(at) for at in range(DIRECTORATES)), *papers(number)]
    return build(every, resolve(every))


def fill(store: Store, graph: Graph) -> None:
    """Write the graph in transactions that a small server has room for."""
    store.apply(Changes(put_nodes=graph.nodes))
    for at in range(0, len(graph.edges), BATCH):
        store.apply(Changes(put_edges=graph.edges[at : at + BATCH]))


def most_linked(graph: Graph) -> dict[str, list[str]]:
    """The ids of each kind, those with the most links first."""
    links = Counter(end for edge in graph.edges for end in (edge.start, edge.end) if edge.type not in ("NAMES", "MENTIONS"))
    found: dict[str, list[str]] = {}
    for node in sorted(graph.nodes, key=lambda node: (-links[node.id], node.id)):
        found.setdefault(node.label, []).append(node.id)
    return found


def values(query: SavedQuery, ids: Mapping[str, list[str]]) -> dict[str, str]:
    """What to ask a saved query about: the things that it must be told."""
    found: dict[str, str] = {}
    for parameter in query.parameters:
        if parameter.required:
            kind = parameter.type.split()[0].split("|")[0]
            found[parameter.name] = "writes paper" if kind == "words" else ids[kind][len(found)]
    return found


def commands(ids: Mapping[str, list[str]]) -> Iterator[list[str]]:
    """The look-ups, then every saved query."""
    person, body = ids["Person"][0], ids["Body"][0]
    yield from (["who", person], ["body", body], ["boards"], ["boards", person], ["attendance", body])
    yield from (["actions"], ["actions", person], ["chart", ids["Organisation"][0]], ["overlap"], ["overlap", body])
    for ends in ((person, ids["Person"][1]), (person, ids["Post"][0])):
        yield from (["path", *ends], ["path", *ends, "--meetings"])
    yield from (["find", "write", "paper"], ["documents"], ["show", ids["Document"][0]], ["status"])
    for query in catalogue():
        yield ["ask", query.name, *(f"{name}={value}" for name, value in values(query, ids).items())]


def warm(kept: Kept, words: list[str]) -> tuple[float, Asked]:
    """The best time of a command in this process with the graph open, and what it asked."""
    best = float("inf")
    for _ in range(WARM):
        kept.asked = []
        began = perf_counter()
        result = CliRunner().invoke(app, words)
        best = min(best, perf_counter() - began)
        if result.exit_code > 1:
            raise SystemExit(f"{words}: {result.stderr}")
    return best, kept.asked


def cold(command: list[str]) -> float:
    """The time of a command in a new process."""
    began = perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return perf_counter() - began


def measure(address: str, ids: Mapping[str, list[str]], folder: Path) -> list[Row]:
    embedded = "://" not in address
    program, python = str(Path(sys.executable).with_name("sederunt")), sys.executable
    found: list[tuple[list[str], float, Path]] = []
    with open_store(address) as store:
        kept = Kept(store)
        session.open_store = lambda *_, **__: kept  # type: ignore[attr-defined]
        for at, words in enumerate(commands(ids)):
            seconds, asked = warm(kept, words)
            file = folder / f"{at}.json"
            file.write_text(json.dumps([(put_right(c) if embedded else c, v) for c, v in asked]), encoding="utf-8")
            found.append((words, seconds, file))
    rows = []
    for words, seconds, file in found:
        again = [python, "-c", BARE, address, str(file)]
        best = float(subprocess.run([*again, str(WARM + 1)], capture_output=True, text=True, check=True).stdout)
        name = " ".join(word for word in words if ":" not in word)
        rows.append(Row(name, seconds, best, cold([program, "--graph", address, *words]), cold([*again, "1"])))
    return rows


def show(engine: str, rows: list[Row]) -> None:
    print(f"{engine:30}{'warm':>10}{'bare':>10}{'ratio':>7}{'cold':>10}{'bare':>10}{'ratio':>7}   milliseconds")
    for row in rows:
        times = ((row.warm, row.bare_warm), (row.cold, row.bare_cold))
        print(f"  {row.name:28}" + "".join(f"{a * 1000:10.1f}{b * 1000:10.1f}{a / b:7.2f}" for a, b in times))


def main() -> None:
    number = int(sys.argv[1]) if sys.argv[1:] else 1000
    graph = made(number)
    ids = most_linked(graph)
    print(f"{number} made-up papers: {len(graph.nodes)} nodes, {len(graph.edges)} edges")
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as environment:
        for engine, address in (("embedded", str(Path(folder) / "papers.graph")), ("neo4j", empty_server(environment).address)):
            with open_store(address, create=True) as store:
                fill(store, graph)
            show(engine, measure(address, ids, Path(folder)))


if __name__ == "__main__":
    main()
