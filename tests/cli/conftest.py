"""The command line over the graph of the invented council that tests/queries describes."""

from pathlib import Path

import pytest
import yaml
from sederunt.cli.app import app
from sederunt.graph.model import Graph, difference
from sederunt.graph.store import open_store
from typer.testing import CliRunner

MINUTES = """Vale Schools Forum

Date: Tuesday 15th January 2019
Venue: Town Hall

Present:
Mrs Ann Hale (Chair)
Bryn Rees

Apologies:
Cara O'Dowd
"""


@pytest.fixture(scope="session")
def council():
    """The nodes and edges of the graph that tests only read."""
    return yaml.safe_load((Path(__file__).parents[1] / "queries" / "council.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def graph(tmp_path_factory, council):
    """The path of a graph that tests only read."""
    path = tmp_path_factory.mktemp("council") / "council.graph"
    with open_store(path, create=True) as store:
        store.apply(difference(Graph(), Graph(nodes=council["nodes"], edges=council["edges"])))
    return path


@pytest.fixture
def sederunt(graph):
    """Run a command; what comes back has ``exit_code``, ``stdout`` and ``stderr``."""

    def run(*words, on=graph, **options):
        return CliRunner().invoke(app, ["--graph", str(on), *map(str, words)], **options)

    return run


@pytest.fixture
def papers(tmp_path):
    """A folder with the minutes of one meeting."""
    folder = tmp_path / "papers"
    (folder / "2019").mkdir(parents=True)
    (folder / "2019" / "forum.txt").write_text(MINUTES, encoding="utf-8")
    return folder
