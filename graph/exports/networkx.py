"""node-link JSON of NetworkX: everything, which load takes back.

``networkx.node_link_graph(json.load(file))`` makes a graph of it. The property ``source`` of an edge is called ``paper`` there, because
NetworkX calls the node ``source`` at which an edge begins. Edges between the same ends are told apart by their ``key``.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TextIO

from sederunt.graph.model import AnyGraph, Edge, Graph, Node, in_order
from sederunt.graph.portable import reading, restored, shown, write_lists

BEGINNING = b'{"directed"'
"""How a file begins that can be read back, spaces aside."""

_OF_NODES, _OF_EDGES = ("id", "type", "label"), ("source", "target", "key", "type", "label")
_TOLD_IN = ("source", "paper")


def write(graph: AnyGraph, out: TextIO) -> None:
    """Write a graph, a node or an edge a line."""
    canonical = in_order(graph)
    head = '"directed": true, "multigraph": true, "graph": {},\n'
    write_lists(out, head, map(_node, canonical.nodes), map(_edge, canonical.edges))


def read(source: str | Path) -> Graph:
    """The graph that ``write`` wrote.

    Raises:
        PaperError: it is not such a graph, its papers could not be restored from it whole, or the file cannot be read.

    """
    with reading(source, "networkx"):
        found = json.loads(source.read_text("utf-8-sig") if isinstance(source, Path) else source)
        nodes = [{"id": n["id"], "label": n["type"], "properties": _left(n, _OF_NODES)} for n in found["nodes"]]
        edges = [
            {
                "type": e["type"],
                "start": e["source"],
                "end": e["target"],
                "properties": _renamed(_left(e, _OF_EDGES), *reversed(_TOLD_IN)),
            }
            for e in found["edges"]
        ]
        return restored(nodes, edges)


def _node(node: Node) -> dict[str, Any]:
    return {"id": node.id, "type": node.label, "label": shown(node), **dict(sorted(node.properties.items()))}


def _edge(edge: Edge) -> dict[str, Any]:
    own = _renamed(dict(sorted(edge.properties.items())), *_TOLD_IN)
    apart = edge.key[-1]
    ends = {"source": edge.start, "target": edge.end, "key": f"{edge.type} {apart}" if apart else edge.type}
    return {**ends, "type": edge.type, "label": shown(edge), **own}


def _renamed(properties: dict[str, Any], old: str, new: str) -> dict[str, Any]:
    return {new if name == old else name: value for name, value in properties.items()}


def _left(record: dict[str, Any], taken: Iterable[str]) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name not in taken}
