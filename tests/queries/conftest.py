"""The graph of an invented council in a store, to ask."""

from pathlib import Path

import pytest
import yaml
from sederunt.graph.model import Graph, difference
from sederunt.graph.store import open_store


@pytest.fixture(scope="session")
def council() -> Graph:
    written = yaml.safe_load((Path(__file__).parent / "council.yaml").read_text(encoding="utf-8"))
    return Graph(nodes=written["nodes"], edges=written["edges"])


@pytest.fixture(scope="session")
def store(council, tmp_path_factory):
    with open_store(tmp_path_factory.mktemp("council") / "council.graph", create=True) as opened:
        opened.apply(difference(Graph(), council))
        yield opened
