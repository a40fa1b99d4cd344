"""Graphs to put into an engine."""

from functools import cache
from io import StringIO
from pathlib import Path

from sederunt.graph.build import build
from sederunt.graph.exports.json import write
from sederunt.graph.kinds import EDGES, FLAG, FRACTION, LIST, NODES, NUMBER, TEXT
from sederunt.graph.model import Changes, Edge, Graph, Node, Value
from sederunt.graph.resolve import resolve
from sederunt.graph.statement import Paper
from sederunt.loaders.load import find_papers, read_paper

EXAMPLES = Path(__file__).parents[2] / "examples"


@cache
def example_papers() -> list[Paper]:
    return [read_paper(file, file.name).paper for file in find_papers([EXAMPLES])]


@cache
def example_graph() -> Graph:
    return build(example_papers(), resolve(example_papers()))


def node(id_: str, **properties: Value) -> Node:
    label = next(kind.label for kind in NODES.values() if kind.prefix == id_.partition(":")[0])
    return Node(id=id_, label=label, properties=properties)


def edge(start: str, type_: str, end: str, **properties: Value) -> Edge:
    return Edge(type=type_, start=start, end=end, properties=properties)


def everything(text: str = "Café – 2019-01-02") -> Graph:
    """Each kind of node and, between each pair of labels it may join, each kind of edge; every property is set."""
    samples: dict[str, Value] = {TEXT: text, LIST: (text, "two"), NUMBER: 23, FRACTION: 1.0, FLAG: False}
    nodes = [
        Node(
            id=f"{kind.prefix}:{n}",
            label=kind.label,
            properties={name: samples[form] for name, form in kind.properties.items()},
        )
        for kind in NODES.values()
        for n in (1, 2)
    ]
    edges = [
        Edge(
            type=kind.type,
            start=f"{NODES[start].prefix}:1",
            end=f"{NODES[end].prefix}:2",
            properties={name: samples[form] for name, form in kind.properties.items()},
        )
        for kind in EDGES.values()
        for start in kind.starts
        for end in kind.ends
    ]
    return Graph.of(nodes, edges)


def board() -> Graph:
    """Two people on one board, one of them in two roles; their meeting; a post under another."""
    return Graph.of(
        [
            node("person:1", name="Ann Oakley", aliases=("A. Oakley",), initials=("AO",), partial=False),
            node("person:2", name="Bo Reed", aliases=(), initials=(), partial=True),
            node("body:1", name="Harbour Board", aliases=()),
            node("meeting:1", name="Harbour Board 2011-06-30", aliases=(), date="2011-06-30", status="held"),
            node("post:1", name="Director", aliases=(), seats=1),
            node("post:2", name="Officer", aliases=(), seats=4),
        ],
        [
            edge("person:1", "SITS_ON", "body:1", role="chair", confidence=1.0, statements=("s1", "s2")),
            edge("person:1", "SITS_ON", "body:1", role="member", confidence=0.95, statements=()),
            edge("person:2", "SITS_ON", "body:1", role="member", confidence=0.5, statements=("s3",)),
            edge("person:1", "ATTENDED", "meeting:1", role="chair"),
            edge("person:2", "LED", "meeting:1", item="5"),
            edge("person:2", "LED", "meeting:1"),
            edge("meeting:1", "MEETING_OF", "body:1"),
            edge("post:2", "REPORTS_TO", "post:1"),
            edge("person:2", "HOLDS", "post:2", acting=True),
        ],
    )


def putting(graph: Graph) -> Changes:
    return Changes(put_nodes=graph.nodes, put_edges=graph.edges)


def as_text(graph: Graph) -> str:
    out = StringIO()
    write(graph, out)
    return out.getvalue()
