"""Places for graphs that come to harm."""

import subprocess
from importlib.util import find_spec

import pytest

from tests.engines.server import Mortal, empty_server

BUILDS = ("arcadedb", "arcadedb_embedded")
EMBEDDED = pytest.param(
    "embedded", marks=pytest.mark.skipif(not any(map(find_spec, BUILDS)), reason="the engine is not installed")
)


class Places:
    """Each call gives the address of a graph where nothing is yet."""

    def __init__(self, engine, folder, monkeypatch):
        self.engine, self._folder, self._monkeypatch, self._number = engine, folder, monkeypatch, 0

    def __call__(self):
        if self.engine == "neo4j":
            return empty_server(self._monkeypatch).address
        self._number += 1
        return self._folder / f"{self._number}.graph"


@pytest.fixture(params=[EMBEDDED, "neo4j"])
def anew(request, tmp_path, monkeypatch):
    """Where each load of a test finds an empty place, on each engine."""
    return Places(request.param, tmp_path, monkeypatch)


def mounted(folder, megabytes):
    """Whether the folder is a small disk now, which only root can make it."""
    command = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", folder]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.fixture
def small_disk(tmp_path):
    """A folder with room for sixteen megabytes."""
    if not mounted(tmp_path, 16):
        pytest.skip("a small disk can only be made by root")
    yield tmp_path
    subprocess.run(["umount", "-l", tmp_path], check=True)


@pytest.fixture(scope="session")
def doomed(tmp_path_factory):
    """The folder of a server that tests kill, and that server; where root runs them, the folder is a small disk."""
    folder = tmp_path_factory.mktemp("doomed")
    small = mounted(folder, 64)
    server = Mortal(folder)
    yield folder, server
    server.end()
    if small:
        subprocess.run(["umount", "-l", folder], check=True)


@pytest.fixture
def mortal(doomed, monkeypatch):
    """A server that may be killed, with nothing in it; it runs again afterwards."""
    _, server = doomed
    server.server.empty()
    monkeypatch.setenv("NEO4J_USERNAME", server.server.user)
    monkeypatch.setenv("NEO4J_PASSWORD", server.server.password)
    return server
