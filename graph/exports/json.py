"""A graph as one JSON object, a node or an edge a line; equal graphs give equal bytes.

Labels are a list, because other programs that read such files expect one; here each node has exactly one.
"""

import json
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any, TextIO

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError
from sederunt.graph.claims import document_id, papers_from
from sederunt.graph.errors import PaperError
from sederunt.graph.kinds import DOCUMENT, EDGES, NODES, STATEMENT
from sederunt.graph.model import Edge, Graph, Node

_NODES, _EDGES = TypeAdapter(list[Node]), TypeAdapter(list[Edge])


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
        PaperError: it is not such a graph, its papers could not be restored from it whole, or the file cannot be read.

    """
    where = str(source) if isinstance(source, Path) else "The text"
    try:
        found = json.loads(source.read_text("utf-8-sig") if isinstance(source, Path) else source)
        nodes = [{"id": n["id"], "label": _known(n["labels"][0], NODES), "properties": n["properties"]} for n in found["nodes"]]
        edges = [{**e, "type": _known(e["type"], EDGES)} for e in found["edges"]]
        graph = Graph.of(_NODES.validate_python(nodes), _EDGES.validate_python(edges))
        _check_record(graph)
    except OSError as error:
        raise PaperError(f"{where} cannot be read: {error.strerror}.") from error
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        raise PaperError(f"{where} is not a graph that 'sederunt export json' wrote: {_flaw(error)}.") from error
    return graph


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


def _check_record(graph: Graph) -> None:
    """Refuse a graph that does not hold each of its papers whole."""
    try:
        papers = papers_from(graph)
        for paper in papers:
            paper.model_dump_json()  # which refuses halves of characters, as no paper has them and no engine takes them
    except (ValueError, TypeError, LookupError, ArithmeticError) as error:
        raise ValueError(f"its statements cannot be read ({_flaw(error)}), so another version may have written it") from error
    if {document_id(paper.path) for paper in papers} != {node.id for node in graph.nodes if node.label == DOCUMENT}:
        raise ValueError("a document in it has another id than its path gives")
    if sum(len(paper.statements) for paper in papers) != sum(node.label == STATEMENT for node in graph.nodes):
        raise ValueError("a statement in it stands in no document, or in two")


def _flaw(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"line {error.lineno}: {error.msg}"
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
    if isinstance(error, (UnicodeDecodeError, PydanticSerializationError)):
        return "it is not UTF-8"
    if isinstance(error, KeyError):
        return f"{error.args[0]!r} is missing"
    return str(error) if isinstance(error, ValueError) else "it is JSON of another shape"
