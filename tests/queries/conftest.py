"""The graph of an invented council in a store of each engine, to ask."""

from pathlib import Path

import pytest
import yaml
from sederunt.graph.model import Graph, difference

from tests.engines.conftest import empty_store


@pytest.fixture(scope="session")
def council() -> Graph:
    written = yaml.safe_load((Path(__file__).parent / "council.yaml").read_text(encoding="utf-8"))
    return Graph(nodes=written["nodes"], edges=written["edges"])


# A module at a time, for the server has one database for all tests.
@pytest.fixture(scope="module", params=["embedded", "neo4j"])
def store(request, council, tmp_path_factory):
    with empty_store(request.param, tmp_path_factory.mktemp("council")) as opened:
        opened.apply(difference(Graph(), council))
        yield opened
