"""JSON, a node or an edge a line: everything, which load takes back.

Labels are a list, because other programs that read such files expect one; here each node has exactly one. Equal graphs give equal
bytes.
"""

import json
from pathlib import Path
from typing import Any, TextIO

from sederunt.graph.model import AnyGraph, Edge, Graph, Node, in_order
from sederunt.graph.portable import reading, restored, write_lists

BEGINNING = b'{"nodes"'
"""How a file begins that can be read back, spaces aside."""


def write(graph: AnyGraph, out: TextIO) -> None:
    """Write a graph; properties stand in the order of their names."""
    told = in_order(graph)
    write_lists(out, "", map(_node, told.nodes), map(_edge, told.edges))


def read(source: str | Path) -> Graph:
    """The graph that ``write`` wrote.

    Args:
        source: the text itself, or the path of a file that holds it.

    Raises:
        PaperError: it is not such a graph, its papers could not be restored from it whole, or the file cannot be read.

    """
    with reading(source, "json"):
        found = json.loads(source.read_text("utf-8-sig") if isinstance(source, Path) else source)
        nodes = [{"id": n["id"], "label": n["labels"][0], "properties": n["properties"]} for n in found["nodes"]]
        return restored(nodes, found["edges"])


def _node(node: Node) -> dict[str, Any]:
    return {"id": node.id, "labels": [node.label], "properties": dict(sorted(node.properties.items()))}


def _edge(edge: Edge) -> dict[str, Any]:
    own = dict(sorted(edge.properties.items()))
    return {"type": edge.type, "start": edge.start, "end": edge.end, "properties": own}
