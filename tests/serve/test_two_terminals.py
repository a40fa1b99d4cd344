"""The command line while the graph is served: look-ups go through the server, and whatever changes it is refused."""

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import ClassVar

import pytest
from sederunt.cli.app import app
from sederunt.graph.errors import BeingServed, QueryError
from sederunt.graph.served import CARD, Card, ServedStore, leave_card, open_served
from sederunt.graph.store import Limits, open_store, read_graph
from typer.testing import CliRunner

from tests.serve.conftest import sederunt, started

LOOK_UPS = [
    "who Ann Hale --evidence",
    "who Ann Hale --format json",
    "who Hale",
    "who Nobody",
    "body Schools Forum",
    "body Schools Forum --on 2019",
    "boards",
    "boards --format csv",
    "chart Director of Education",
    "path Ann Hale|Bryn Rees",
    "overlap",
    "brokers",
    "attendance Schools Forum",
    "timeline Schools Forum",
    "turnover Schools Forum",
    "changes Schools Forum|2018|2020",
    "actions",
    "check",
    "gaps",
    "find forum",
    "documents",
    "status",
    "schema",
    "queries",
    "ask boards|stated=true",
    "cypher MATCH (p:Person)-[r:SITS_ON]->(b:Body) RETURN p, r, b ORDER BY p.id, b.id, r.role --format json",
    "cypher MATCH p = (:Person)-[:SITS_ON]->(:Body) RETURN p LIMIT 3 --format json",
    'cypher RETURN $x AS x|x=[1, 2.5, null, {"a": true}] --format json',
    "cypher MATCH (p:Person) RETURN p.id --limit 1",
    "cypher CREATE (:Person)",
    "cypher nonsense",
    "export json",
    "judgements list",
    "why Ann Hale|Bryn Rees",
    "view --kind boards -o -",
    "view Ann Hale -o -",
    "doctor",
]


def words(line):
    """The words of a command; its arguments stand between bars, its options after them."""
    name, _, rest = line.partition(" ")
    argument, *options = f" {rest}".split(" -")
    given = argument.strip().split("|") if argument.strip() else []
    return [name, *given, *(word for option in options for word in f"-{option}".split(" "))]


@pytest.fixture(scope="module")
def graph(council, copied):
    """One graph, that is served and then not."""
    return copied(council)


@pytest.fixture(scope="module")
def answers(graph):
    """What the command line answers while the graph is served, and after."""

    def ask():
        return {line: told(CliRunner().invoke(app, ["--graph", str(graph), *words(line)])) for line in LOOK_UPS}

    server = started(graph)
    through = ask()
    assert server.end()[0] == 0
    return through, ask()


def told(result):
    return result.exit_code, result.stdout_bytes, result.stderr


@pytest.mark.parametrize("line", LOOK_UPS)
def test_a_look_up_is_the_same_through_the_server(answers, line):
    through, without = (one[line] for one in answers)
    if line == "doctor":
        assert (b"is being served at" in through[1], b"is being served at" in without[1]) == (True, False)
    else:
        assert through == without


def test_most_look_ups_find_something(answers):
    assert sum(status == 0 and bool(out) for status, out, _ in answers[0].values()) > len(LOOK_UPS) - 12


def test_what_would_change_it_is_refused(server, tmp_path):
    (tmp_path / "paper.txt").write_text("Minutes", encoding="utf-8")
    graph, before = server.graph, sederunt(server.graph, "export", "json").stdout
    for line in (
        ["load", str(tmp_path)],
        ["rebuild"],
        ["not-a-person", "Bryn Rees"],
        ["merge", "Ann Hale", "Bryn Rees"],
        ["cypher", "--write", "CREATE (:Note {text: 'x'})"],
    ):
        result = CliRunner().invoke(app, ["--graph", str(graph), *line])
        assert (line, result.exit_code) == (line, 3)
        assert result.stderr == (
            f"The graph at {graph} is being served at {server.card.address} and cannot be changed meanwhile: stop that first.\n"
        )
    assert sederunt(graph, "export", "json").stdout == before


def test_a_program_of_its_own_goes_through_the_server(server):
    result = sederunt(server.graph, "boards", "--format", "json")
    assert result.returncode == 0
    assert json.loads(result.stdout)
    with open_store(server.graph) as store:
        assert isinstance(store, ServedStore)
        assert read_graph(store).nodes
        assert store.ask("MATCH (p:Person) RETURN p.id AS id", limits=Limits(rows=2)).cut
        with pytest.raises(QueryError, match=r"^The query cannot be run: .*\.$"):
            store.ask("MATCH (p")
        with pytest.raises(QueryError, match=r"^A parameter is nothing that a query can be given: "):
            store.ask("RETURN $x AS x", {"x": object()})
        with pytest.raises(BeingServed, match="stop that first"):
            store.set_setting("root", "x")


def test_only_the_owner_can_read_the_card(server):
    assert (server.graph / CARD).stat().st_mode & 0o777 == 0o600
    assert json.loads(server.get("/store?nonce=x")[2])["proof"] == server.card.proof("x")


def test_a_card_that_nobody_stands_behind_counts_for_nothing(graph, answers):
    del answers
    for content in ('{"port": 1, "secret": "x"}', "nonsense", '{"port": "x"}', ""):
        (graph / CARD).write_text(content, encoding="utf-8")
        assert open_served(str(graph)) is None
        with open_store(graph) as store:
            assert not isinstance(store, ServedStore)
    (graph / CARD).unlink()


class Impostor(BaseHTTPRequestHandler):
    """Somebody who listens where a server was, and notes what is said."""

    heard: ClassVar[list[str]] = []

    def do_GET(self):
        self.heard.append(f"{self.path} {self.headers}")
        self.send_response(200)
        self.send_header("Content-Length", "32")
        self.end_headers()
        self.wfile.write(b'{"engine": "x", "proof": "0000"}')

    def log_message(self, *_):
        pass


def test_who_listens_where_a_server_was_is_not_told_the_secret(graph, answers):
    del answers
    with HTTPServer(("127.0.0.1", 0), Impostor) as other:
        threading.Thread(target=other.serve_forever, daemon=True).start()
        leave_card(graph, Card(port=other.server_port, secret="the secret"))
        assert open_served(str(graph)) is None
        other.shutdown()
    assert len(Impostor.heard) == 1
    assert "the secret" not in Impostor.heard[0]
    (graph / CARD).unlink()
