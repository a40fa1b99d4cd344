"""A graph as one JSON object, a node or an edge a line; equal graphs give equal bytes.

Labels are a list, because other programs that read such files expect one; here each node has exactly one.
"""

import json
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any, TextIO

from pydantic import ValidationError
from sederunt.graph.errors import PaperError
from sederunt.graph.kinds import EDGES, NODES
from sederunt.graph.model import Edge, Graph, Node


def write(graph: Graph, out: TextIO) -> None:
    """Write a graph; properties stand in the order of their names."""
    canonical = Graph.of(graph.nodes, graph.edges)
    out.write('{"nodes": [')
    _write_lines(map(_node, canonical.nodes), out)
    out.write('],\n"edges": [')
    _write_lines(map(_edge, canonical.edges), out)
    out.write("]}\n")


def read(source: str | Path) -> Graph:
    """The graph that ``write`` wrote.

    Args:
        source: the text itself, or the path of a file that holds it.

    Raises:
        PaperError: it is not such a graph, or the file cannot be read.

    """
    where = str(source) if isinstance(source, Path) else "The text"
    try:
        found = json.loads(source.read_text("utf-8") if isinstance(source, Path) else source)
        nodes = [Node(id=n["id"], label=_known(n["labels"][0], NODES), properties=n["properties"]) for n in found["nodes"]]
        edges = [Edge(**{**e, "type": _known(e["type"], EDGES)}) for e in found["edges"]]
    except OSError as error:
        raise PaperError(f"{where} cannot be read: {error.strerror}.") from error
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        raise PaperError(f"{where} is not a graph that 'sederunt export json' wrote: {_flaw(error)}.") from error
    return Graph.of(nodes, edges)


def _node(node: Node) -> dict[str, Any]:
    return {"id": node.id, "labels": [node.label], "properties": dict(sorted(node.properties.items()))}


def _edge(edge: Edge) -> dict[str, Any]:
    own = dict(sorted(edge.properties.items()))
    return {"type": edge.type, "start": edge.start, "end": edge.end, "properties": own}


def _write_lines(records: Iterable[dict[str, Any]], out: TextIO) -> None:
    comma = ""
    for record in records:
        out.write(f"{comma}\n{json.dumps(record, ensure_ascii=False)}")
        comma = ","
    out.write("\n" if comma else "")


def _known(name: str, kinds: Collection[str]) -> str:
    if name not in kinds:
        raise ValueError(f"there is no kind {name!r}")
    return name


def _flaw(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"line {error.lineno}: {error.msg}"
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
    if isinstance(error, KeyError):
        return f"{error.args[0]!r} is missing"
    return str(error)
