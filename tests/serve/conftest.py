"""A graph that is served: by the application in this process, and by the program as it is started from a shell."""

import os
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
import yaml
from sederunt.graph.model import Graph, difference
from sederunt.graph.served import CARD, Card
from sederunt.graph.store import open_store
from sederunt.serve.app import serving
from sederunt.serve.settings import Settings
from starlette.testclient import TestClient

from tests.engines.graphs import example_graph, putting

PROGRAM = [sys.executable, "-c", "from sederunt.cli.app import main; main()"]
PATIENCE = 60


@pytest.fixture(scope="session")
def council(tmp_path_factory):
    """The path of the graph of the invented council that tests/queries describes; nothing changes it."""
    told = yaml.safe_load((Path(__file__).parents[1] / "queries" / "council.yaml").read_text(encoding="utf-8"))
    path = tmp_path_factory.mktemp("council") / "council.graph"
    with open_store(path, create=True) as store:
        store.apply(difference(Graph(), Graph(nodes=told["nodes"], edges=told["edges"])))
    return path


@pytest.fixture(scope="session")
def examples(tmp_path_factory):
    """The path of the graph of the example papers; nothing changes it."""
    path = tmp_path_factory.mktemp("examples") / "examples.graph"
    with open_store(path, create=True) as store:
        store.apply(putting(example_graph()))
    return path


@pytest.fixture(scope="session")
def copied(tmp_path_factory):
    """Make a copy of a graph, for one server."""

    def copy(path):
        return Path(shutil.copytree(path, tmp_path_factory.mktemp("copy") / path.name))

    return copy


@contextmanager
def asking(store, settings=None):
    """The application over a graph; a fault in it fails the test."""
    with TestClient(serving(store, settings or Settings()), base_url="http://127.0.0.1:8470", follow_redirects=False) as client:
        yield client


@pytest.fixture(scope="session")
def council_store(council, copied):
    with open_store(copied(council)) as store:
        yield store


@pytest.fixture(scope="session")
def examples_store(examples, copied):
    with open_store(copied(examples)) as store:
        yield store


@pytest.fixture
def client(council_store):
    """Requests to the application over the council's graph."""
    with asking(council_store) as client:
        yield client


@dataclass
class Server:
    """The program that serves a graph."""

    graph: Path
    address: str
    process: subprocess.Popen

    @property
    def port(self):
        return int(self.address.split("?")[0].rstrip("/").rpartition(":")[2])

    @property
    def card(self):
        return Card.model_validate_json((self.graph / CARD).read_bytes())

    def get(self, path, **headers):
        """Status, headers and text of an answer."""
        try:
            with urlopen(Request(f"http://127.0.0.1:{self.port}{path}", headers=headers), timeout=PATIENCE) as reply:
                return reply.status, reply.headers, reply.read().decode()
        except HTTPError as refused:
            return refused.code, refused.headers, refused.read().decode()

    def end(self, number=signal.SIGINT):
        """Ask it to end; its status and what it said."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        told = self.process.communicate(timeout=PATIENCE)[1]
        return self.process.returncode, told


_STARTED = []


@pytest.fixture(scope="session", autouse=True)
def none_is_left():
    """A test that fails leaves its server running."""
    yield
    for process in _STARTED:
        if process.poll() is None:
            process.terminate()
            process.communicate(timeout=PATIENCE)


def started(graph, *words, **surroundings):
    """Start the program on a graph and wait until it answers."""
    command = [*PROGRAM, "--graph", str(graph), "serve", "--port", "0", *map(str, words)]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", env={**os.environ, **surroundings}
    )
    _STARTED.append(process)
    address = process.stdout.readline().strip()
    if not address:
        pytest.fail(f"It does not serve: {process.communicate(timeout=PATIENCE)[1]}")
    return Server(Path(graph), address, process)


@pytest.fixture(scope="session")
def server(council, copied):
    """The program, serving the council's graph."""
    running = started(copied(council))
    yield running
    assert running.end()[0] == 0


def sederunt(graph, *words, **options):
    """Run a command in a process of its own."""
    return subprocess.run(
        [*PROGRAM, "--graph", str(graph), *map(str, words)], capture_output=True, check=False, timeout=PATIENCE, **options
    )


def until(wanted, patience=PATIENCE):
    """Wait for something that is true."""
    end = time.monotonic() + patience
    while not (found := wanted()):
        assert time.monotonic() < end, "it never comes"
        time.sleep(0.05)
    return found
