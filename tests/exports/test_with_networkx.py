"""NetworkX opens what is written for it and for others."""

import json

import networkx
import pytest

from tests.engines.graphs import board, everything, example_graph
from tests.exports.conftest import written


def opened(name, graph, folder):
    """A graph as NetworkX reads it from an export."""
    file = folder / "graph"
    file.write_text(written(name, graph), encoding="utf-8", newline="")
    if name == "networkx":
        return networkx.node_link_graph(json.loads(file.read_text("utf-8")))
    return networkx.read_gexf(file) if name == "gexf" else networkx.read_graphml(file)


@pytest.mark.parametrize("name", ["gexf", "graphml", "networkx"])
@pytest.mark.parametrize("graph", [example_graph(), everything("a\nb"), board()], ids=["examples", "everything", "board"])
def test_it_has_all_nodes_and_edges_with_what_is_told_of_them(name, graph, tmp_path):
    found = opened(name, graph, tmp_path)
    assert found.is_directed()
    assert {node: data["type"] for node, data in found.nodes(data=True)} == {n.id: n.label for n in graph.nodes}
    assert sorted((data["type"], start, end) for start, end, data in found.edges(data=True)) == sorted(
        e.key[:3] for e in graph.edges
    )
    told = "paper" if name == "networkx" else "source"
    quotes = sorted((e.properties["quote"], e.properties["source"]) for e in graph.edges if "quote" in e.properties)
    assert sorted((data["quote"], data[told]) for *_, data in found.edges(data=True) if "quote" in data) == quotes
    assert all(isinstance(data["confidence"], float) for *_, data in found.edges(data=True) if "confidence" in data)


@pytest.mark.parametrize("name", ["gexf", "graphml", "networkx"])
def test_several_links_between_the_same_two_stay_apart(name, tmp_path):
    found = opened(name, board(), tmp_path)
    assert found.is_multigraph()
    assert sorted(data["role"] for data in found.get_edge_data("person:1", "body:1").values()) == ["chair", "member"]


def test_the_colours_are_those_of_the_pages(tmp_path):
    from sederunt.viz.style import KINDS  # noqa: PLC0415

    found = opened("gexf", everything(), tmp_path)
    for kind, style in KINDS.items():
        colour = found.nodes[f"{kind.lower()}:1"]["viz"]["color"]
        assert "#{r:02x}{g:02x}{b:02x}".format(**colour) == style.colour
