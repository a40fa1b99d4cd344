"""What the tests of all forms share."""

from dataclasses import replace
from importlib import import_module
from io import StringIO
from types import ModuleType

import pytest
from sederunt.graph.model import Graph


def form(name: str) -> ModuleType:
    """A form in which graphs are exported."""
    return import_module(f"sederunt.graph.exports.{name}")


def written(name: str, graph: Graph) -> str:
    """What a graph is exported to."""
    out = StringIO()
    form(name).write(graph, out)
    return out.getvalue()


def shuffled(graph: Graph) -> Graph:
    """The same graph, nothing of it in the same order."""
    nodes, edges = (
        [replace(one, properties=dict(reversed(one.properties.items()))) for one in reversed(some)]
        for some in (graph.nodes, graph.edges)
    )
    return Graph(nodes=tuple(nodes), edges=tuple(edges))


@pytest.fixture(params=["gexf", "graphml", "json", "networkx"])
def lossless(request: pytest.FixtureRequest) -> str:
    """A form that tells everything, and can be read back."""
    return str(request.param)
