"""Places for graphs that come to harm."""

import subprocess
from importlib.util import find_spec

import pytest

from tests.engines.server import Mortal, empty_server

EMBEDDED = pytest.param(
    "embedded", marks=pytest.mark.skipif(find_spec("arcadedb") is None, reason="the engine is not installed")
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


@pytest.fixture
def small_disk(tmp_path):
    """Make a folder with room for so many megabytes."""
    made = []

    def make(megabytes):
        folder = tmp_path / "disk"
        folder.mkdir()
        mount = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", folder]
        if subprocess.run(mount, capture_output=True, check=False).returncode:
            pytest.skip("a small disk can only be made by root")
        made.append(folder)
        return folder

    yield make
    for folder in made:
        subprocess.run(["umount", "-l", folder], check=True)


@pytest.fixture
def mortal(monkeypatch, tmp_path):
    """Start a server of the test's own, in a folder."""
    started = []

    def begin(within=tmp_path):
        started.append(Mortal(within))
        monkeypatch.setenv("NEO4J_USERNAME", started[-1].server.user)
        monkeypatch.setenv("NEO4J_PASSWORD", started[-1].server.password)
        return started[-1]

    yield begin
    for server in started:
        server.end()
