"""The program that serves: how it begins, ends, and goes on when it breaks down."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sederunt.cli.app import app
from sederunt.graph.errors import EngineError
from sederunt.graph.served import CARD
from sederunt.graph.store import Limits, open_store
from typer.testing import CliRunner

from tests.serve.conftest import sederunt, started, until

ENDLESS = "RETURN reduce(s = 0, x IN range(1, 3000000) | s + reduce(t = 0, y IN range(1, 12) | t + y)) AS x"


def test_it_ends_at_once_when_it_is_asked_to(council, copied):
    server = started(copied(council))
    assert server.address == f"http://127.0.0.1:{server.port}/"
    assert server.get("/docs")[0] == 200
    assert (server.graph / CARD).exists()
    with open_store(server.graph) as through:
        began = time.monotonic()
        status, told = server.end(signal.SIGINT)
        assert time.monotonic() - began < 5
        with pytest.raises(EngineError, match=r"^The server at http://127\.0\.0\.1:\d+/ that had the graph is gone, .*\.$"):
            through.ask("RETURN 1 AS x")
    assert status == 0
    assert [line for line in told.splitlines() if "served, to be read only" not in line] == ["Stopped."]
    assert not (server.graph / CARD).exists()
    with open_store(server.graph) as store:
        assert store.ask("MATCH (p:Person {name: 'Ann Hale'}) RETURN p.name AS name").rows == (("Ann Hale",),)


def test_it_goes_on_when_the_engine_breaks_down(council, copied):
    server = started(copied(council))
    time.sleep(3)  # what breaks down sooner is not tried again
    for child in children(server.process.pid):
        os.kill(child, signal.SIGKILL)
    assert server.get("/api/queries/boards")[0] == 200
    assert until((server.graph / CARD).exists)
    # What no engine stops ends the process, and with it the query.
    with open_store(server.graph) as store, pytest.raises(EngineError, match=r"is gone, or fell silent"):
        store.ask(ENDLESS, limits=Limits(seconds=0.2))
    assert server.get("/api/queries/boards")[0] == 200
    assert server.end()[0] == 0


def children(parent):
    return [int(name) for name in Path(f"/proc/{parent}/task/{parent}/children").read_text("ascii").split()]


def test_it_does_not_outlive_the_one_that_watches(council, copied):
    server = started(copied(council))
    server.process.kill()
    server.process.communicate()
    until(lambda: sederunt(server.graph, "status").returncode == 0)


def test_another_address_takes_a_token(council, copied):
    server = started(copied(council), "--host", "0.0.0.0", SEDERUNT_TOKEN="a-token-of-two-dozen-signs")
    assert server.address.startswith(f"http://{socket.gethostname()}:")
    assert server.address.endswith("/?token=a-token-of-two-dozen-signs")
    assert server.get("/api/queries/boards")[0] == 401
    assert server.get("/api/queries/boards", Authorization="Bearer a-token-of-two-dozen-signs")[0] == 200
    assert server.card.port != server.port
    assert sederunt(server.graph, "boards").returncode == 0
    assert server.end()[0] == 0


def test_a_token_is_made_where_there_is_none(council, copied):
    server = started(copied(council), "--token", SEDERUNT_TOKEN="")
    assert len(server.address.partition("?token=")[2]) >= 32
    assert server.get("/docs")[0] == 401
    assert server.end(signal.SIGTERM)[0] == 0


@pytest.mark.parametrize(
    ("words", "surroundings", "status", "told"),
    [
        (["--host", "nowhere.invalid"], {}, 2, "There is no address 'nowhere.invalid' here"),
        (["--token"], {"SEDERUNT_TOKEN": "short"}, 2, "SEDERUNT_TOKEN wants 16 characters or more"),
        (["--rows", "0"], {}, 2, "Invalid value for '--rows'"),
    ],
)
def test_what_cannot_be_is_said_in_one_sentence(council, words, surroundings, status, told):
    result = CliRunner().invoke(app, ["--graph", str(council), "serve", "--port", "0", *words], env=surroundings)
    assert result.exit_code == status
    assert result.stderr.startswith(told) or told in str(result.exception) or told in result.stderr
    assert result.stdout == ""


def test_a_port_that_is_taken(council):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = sederunt(council, "serve", "--port", port, encoding="utf-8")
    assert result.returncode == 2
    assert result.stderr == f"Nothing can listen at 127.0.0.1, port {port} (Address already in use): give another --port.\n"


def test_a_graph_that_is_served_already(server):
    result = sederunt(server.graph, "serve", "--port", 0, encoding="utf-8")
    assert (result.returncode, result.stdout) == (3, "")
    assert result.stderr == f"The graph at {server.graph} is being served already, at {server.card.address}.\n"


def test_no_graph(tmp_path):
    result = sederunt(tmp_path / "x.graph", "serve", "--port", 0, encoding="utf-8")
    assert (result.returncode, result.stdout) == (3, "")
    assert result.stderr.startswith("There is no graph at ")
    assert len(result.stderr.splitlines()) == 1


def test_without_what_it_takes_it_says_what_to_install(council, monkeypatch):
    monkeypatch.setitem(sys.modules, "mcp", None)
    monkeypatch.setattr("sederunt.cli.serving.find_spec", lambda name: None if name == "mcp" else True)
    result = CliRunner().invoke(app, ["--graph", str(council), "serve"])
    assert result.exit_code == 2
    assert result.stderr == "To serve a graph takes packages that are not installed: pip install 'sederunt[serve]'.\n"


def test_other_commands_import_nothing_of_it(council):
    code = "import sys; from sederunt.cli.app import main\ntry: main()\nexcept SystemExit: pass\nprint(sorted({'starlette', 'uvicorn', 'mcp', 'anyio', 'sederunt.serve'} & set(sys.modules)))"
    told = subprocess.run(
        [sys.executable, "-c", code, "--graph", str(council), "boards"], capture_output=True, check=True, encoding="utf-8"
    )
    assert told.stdout.endswith("[]\n")
