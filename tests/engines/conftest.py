"""The engines that the suite runs on: one entry each, a function that gives the address of a graph where nothing is yet."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

import pytest
from sederunt.graph.store import Store, open_store

from tests.engines.server import Server, empty_server

ON_JAVA = find_spec("arcadedb") is None and find_spec("arcadedb_embedded") is not None
# What the embedded engine does not hold where it runs on Java, and why.
GAPS = {
    "test_the_first_answer_comes_soon": "Java takes 2 seconds of a processor to start",
    "test_too_little_memory_is_said_and_writes_nothing": "Java with a full memory tidies up for minutes before it refuses",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        reason = GAPS.get(item.name)
        if ON_JAVA and reason:
            item.add_marker(pytest.mark.skip(reason=reason))


def embedded(folder: Path, _: pytest.MonkeyPatch) -> str:
    return str(folder / "test.graph")


def neo4j(_: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    return empty_server(monkeypatch).address


ENGINES = {"embedded": embedded, "neo4j": neo4j}


@contextmanager
def empty_store(engine: str, folder: Path) -> Iterator[Store]:
    """An empty graph on an engine, for longer than one test; nothing else may use the server meanwhile."""
    with pytest.MonkeyPatch.context() as environment, open_store(ENGINES[engine](folder, environment), create=True) as opened:
        yield opened


@pytest.fixture(params=list(ENGINES))
def address(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Where there is no graph yet."""
    return ENGINES[request.param](tmp_path, monkeypatch)


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """An empty graph."""
    with open_store(address, create=True) as opened:
        yield opened


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Server:
    """A Neo4j server where nothing is, and its login in the environment."""
    return empty_server(monkeypatch)
