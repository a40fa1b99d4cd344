"""The graph of an invented council in a store of each engine, to ask."""

from pathlib import Path

import pytest
import yaml
from sederunt.graph.model import Graph, difference
from sederunt.graph.store import open_store

from tests.engines.server import empty_server


@pytest.fixture(scope="session")
def council() -> Graph:
    written = yaml.safe_load((Path(__file__).parent / "council.yaml").read_text(encoding="utf-8"))
    return Graph(nodes=written["nodes"], edges=written["edges"])


# A module at a time, for the server has one database for all tests.
@pytest.fixture(scope="module", params=["embedded", "neo4j"])
def store(request, council, tmp_path_factory):
    with pytest.MonkeyPatch.context() as environment:
        embedded = request.param == "embedded"
        address = tmp_path_factory.mktemp("council") / "council.graph" if embedded else empty_server(environment).address
        with open_store(address, create=True) as opened:
            opened.apply(difference(Graph(), council))
            yield opened
