"""The engines that the suite runs on: one entry each, a function that gives the address of a graph where nothing is yet."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sederunt.graph.store import Store, open_store


def embedded(folder: Path) -> str:
    pytest.importorskip("arcadedb")
    return str(folder / "test.graph")


ENGINES = {"embedded": embedded}


@pytest.fixture(params=list(ENGINES))
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where there is no graph yet."""
    return ENGINES[request.param](tmp_path)


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """An empty graph."""
    with open_store(address, create=True) as opened:
        yield opened
