"""What is written for Neo4j: a script for cypher-shell, and files for neo4j-admin; the graph that they make is the graph."""

import os
import shlex
import subprocess
from pathlib import Path

import neo4j
import pytest
from hypothesis import given, settings
from sederunt.graph.exports.neo4j_csv import write_files
from sederunt.graph.kinds import FLAG, FRACTION, LIST, NUMBER
from sederunt.graph.model import Edge, Graph, Node
from sederunt.graph.portable import FORMS
from sederunt.graph.store import open_store, read_graph

from tests.conftest import scaled
from tests.engines.graphs import everything, example_graph, example_papers
from tests.engines.maven import neo4j_jars, tool
from tests.engines.server import PASSWORD, SOON, Mortal, empty_server
from tests.exports.conftest import shuffled, written
from tests.exports.hostile import HOSTILE, TEXTS, graph_of, hostile

ALL = [graph_of([hostile(at, text[:2_000]) for at, text in enumerate(HOSTILE)]), example_graph(), Graph()]


def statements(script: str) -> list[str]:
    """The statements of a script; no text in it has a line break after a semicolon."""
    return [text for text in script.split(";\n") if text.strip()]


@pytest.mark.parametrize("graph", ALL, ids=["hostile", "examples", "empty"])
def test_the_script_makes_the_graph_in_the_embedded_engine(graph, tmp_path):
    with open_store(tmp_path / "new.graph", create=True) as store:
        for text in statements(written("cypher", graph)):
            store._database.command("opencypher", text).close()
        assert read_graph(store) == graph


# Half of the example papers have more of a kind than goes into one statement; of each line Neo4j makes a plan.
@pytest.mark.parametrize("graph", [ALL[0], graph_of(example_papers()[:6]), ALL[2]], ids=["hostile", "examples", "empty"])
def test_the_script_makes_the_graph_in_neo4j(graph, monkeypatch):
    served = empty_server(monkeypatch)
    served.clear()
    with neo4j.GraphDatabase.driver(served.address, auth=(served.user, served.password)) as driver:
        for text in statements(written("cypher", graph)):
            driver.execute_query(text)
    with open_store(served.address) as store:
        assert read_graph(store) == graph


def test_the_script_is_stable():
    assert written("cypher", shuffled(everything())) == written("cypher", everything())
    lines = written("cypher", graph_of([hostile(0, "a\x00\r\n\x07b;\n")])).splitlines()
    assert all(line.isprintable() for line in lines)


def imported(folder: Path, command: str, work: Path) -> Graph:
    """The graph in a database that neo4j-admin made of the files in a folder, as the command tells, and its script has finished."""
    server = Mortal(work)
    server.kill()
    admin, finish = command.splitlines()
    program, *words = shlex.split(admin)
    assert (program, words[:3], words[-1]) == ("neo4j-admin", ["database", "import", "full"], "neo4j")
    home = next(work.glob("sederunt-neo4j-*"))
    java = [tool("java"), "-Xmx768m", *SOON, "--add-opens=java.base/java.nio=ALL-UNNAMED", "-cp", f"{neo4j_jars()}/*"]
    done = subprocess.run(
        [*java, "org.neo4j.cli.AdminTool", *words[:-1], "--overwrite-destination", words[-1]],
        cwd=folder, env={**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2_000:]
    server.start_again()
    try:
        with neo4j.GraphDatabase.driver(server.server.address, auth=("neo4j", PASSWORD)) as driver:
            for text in statements((folder / finish.removeprefix("cypher-shell -f ")).read_text("utf-8")):
                driver.execute_query(text)
        with open_store(server.server.address) as store:
            return read_graph(store)
    finally:
        server.end()


def test_neo4j_admin_imports_the_files(tmp_path, monkeypatch):
    monkeypatch.setenv("NEO4J_USERNAME", "neo4j")
    monkeypatch.setenv("NEO4J_PASSWORD", PASSWORD)
    graph = Graph.of([*ALL[0].nodes, *ALL[1].nodes], [*ALL[0].edges, *ALL[1].edges])
    folder, work = tmp_path / "files", tmp_path / "work"
    folder.mkdir()
    work.mkdir()
    assert imported(folder, write_files(graph, folder), work) == graph


def rows(file: Path) -> list[list[str | None]]:
    """The rows of a file by the rules that neo4j-admin has: what is empty and not quoted is missing."""
    text, at, found, row = file.read_text("utf-8"), 0, [], []
    with file.open(encoding="utf-8", newline="") as opened:
        text = opened.read()
    while at < len(text):
        if text[at] == '"':
            end = at + 1
            while text[end] != '"' or text[end + 1] == '"':
                end += 2 if text[end] == '"' else 1
            row.append(text[at + 1 : end].replace('""', '"'))
            at = end + 1
        else:
            end = min(text.index("\n", at), text.find(",", at) % (len(text) + 1))
            row.append(text[at:end] or None)
            at = end
        if text[at] == "\n":
            found.append(row)
            row = []
        at += 1
    return found


READ = {NUMBER: int, FRACTION: float, FLAG: {"true": True, "false": False}.__getitem__}


def told(file: Path, between: str) -> list[dict[str, object]]:
    """What the rows of a file tell, by the names in its head; a list is a tuple."""
    head, *body = rows(file)
    assert all(len(row) == len(head) for row in body)
    found = []
    for row in body:
        cells = {name.partition(":")[0] or name: value for name, value in zip(head, row, strict=True) if value is not None}
        found.append(
            {n: tuple(v.split(between)) if FORMS.get(n) == LIST else READ.get(FORMS.get(n), str)(v) for n, v in cells.items()}
        )
    return found


@settings(max_examples=scaled(25))
@given(TEXTS)
def test_the_files_tell_everything_but_empty_lists(tmp_path_factory, text):
    graph = graph_of([hostile(0, text)])
    folder = tmp_path_factory.mktemp("files")
    command = write_files(graph, folder)
    between = chr(int(command.partition("U+")[2][:4], 16))
    files = {file.stem: told(file, between) for file in folder.glob("*.csv")}
    nodes = [Node(str(row.pop("id")), label, row) for label in {n.label for n in graph.nodes} for row in files[label]]
    edges = [
        Edge(type_, str(row.pop(":START_ID")), str(row.pop(":END_ID")), row)
        for type_ in {e.type for e in graph.edges}
        for row in files[type_]
    ]
    assert Graph.of(nodes, edges) == Graph.of(map(without_empty_lists, graph.nodes), map(without_empty_lists, graph.edges))


def without_empty_lists(one):
    own = {name: value for name, value in one.properties.items() if value != ()}
    return Node(one.id, one.label, own) if isinstance(one, Node) else Edge(one.type, one.start, one.end, own)
