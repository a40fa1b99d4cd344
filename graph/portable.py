"""What the forms share in which a graph goes to other programs and comes back: values as text, and what is checked of them."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticSerializationError
from sederunt.graph.claims import document_id, papers_from
from sederunt.graph.errors import PaperError
from sederunt.graph.kinds import DOCUMENT, EDGES, FLAG, FRACTION, LIST, NODES, NUMBER, STATEMENT, TEXT
from sederunt.graph.model import Edge, Graph, Node, Value

FORMS: dict[str, str] = {
    name: form
    for properties in (*(n.properties for n in NODES.values()), *(e.properties for e in EDGES.values()))
    for name, form in properties.items()
}
"""The form of each property: those of one name have one form in all kinds."""

_NODES, _EDGES = TypeAdapter(list[Node]), TypeAdapter(list[Edge])
_FLAGS = {"true": True, "false": False}


def form_of(name: str) -> str:
    """The form of a property; of one that this version does not know, text."""
    return FORMS.get(name, TEXT)


def as_text(value: Value) -> str:
    """A value as text: a list as JSON, ``true`` or ``false``, a number as short as it can be told apart from others."""
    if isinstance(value, tuple):
        return json.dumps(value, ensure_ascii=False)
    return str(value).lower() if isinstance(value, bool) else str(value)


def from_text(name: str, text: str) -> Value:
    """The value of a property that ``as_text`` wrote.

    Raises:
        ValueError: it is none.

    """
    return _READ.get(form_of(name), str)(text)


def _list(text: str) -> Value:
    items = json.loads(text)
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        raise ValueError(f"{text!r} is no list of texts")
    return tuple(items)


def _flag(text: str) -> bool:
    if text not in _FLAGS:
        raise ValueError(f"{text!r} is neither true nor false")
    return _FLAGS[text]


_READ: dict[str, Callable[[str], Value]] = {LIST: _list, NUMBER: int, FRACTION: float, FLAG: _flag}


def used(records: Iterable[Node | Edge]) -> tuple[str, ...]:
    """The names of the properties that these nodes or edges have, in alphabetical order."""
    return tuple(sorted({name for record in records for name in record.properties}))


def shown(thing: Node | Edge) -> str:
    """What other programs may write beside a node or an edge."""
    if isinstance(thing, Edge):
        return thing.type.replace("_", " ").lower()
    return str(next((thing.properties[name] for name in ("name", "quote", "key") if name in thing.properties), thing.id))


def edge_id(edge: Edge) -> str:
    """What tells an edge from all others, and is the same in every export of it."""
    return " ".join(part.replace("%", "%25").replace(" ", "%20") for part in edge.key).rstrip(" ")


def write_lists(out: TextIO, head: str, nodes: Iterable[Any], edges: Iterable[Any]) -> None:
    """Write a JSON object of nodes and edges, one a line; ``head`` is what stands in it before them."""
    out.write(f'{{{head}"nodes": [')
    _write_lines(nodes, out)
    out.write('],\n"edges": [')
    _write_lines(edges, out)
    out.write("]}\n")


def _write_lines(records: Iterable[Any], out: TextIO) -> None:
    comma = ""
    for record in records:
        out.write(f"{comma}\n{json.dumps(record, ensure_ascii=False)}")
        comma = ","
    out.write("\n" if comma else "")


def restored(nodes: Iterable[Mapping[str, Any]], edges: Iterable[Mapping[str, Any]]) -> Graph:
    """The graph of what a file tells of nodes (id, label, properties) and edges (type, start, end, properties).

    Raises:
        ValueError, TypeError, LookupError: it is none, or does not hold its papers whole.

    """
    graph = Graph.of(
        _NODES.validate_python([{**n, "label": _known(n["label"], NODES)} for n in nodes]),
        _EDGES.validate_python([{**e, "type": _known(e["type"], EDGES)} for e in edges]),
    )
    _check_record(graph)
    return graph


@contextmanager
def reading(source: str | Path, form: str) -> Iterator[None]:
    """Tell what is wrong with a file in one sentence; ``form`` is the word of the export that should have written it.

    Raises:
        PaperError: something is.

    """
    where = str(source) if isinstance(source, Path) else "The text"
    try:
        yield
    except OSError as error:
        raise PaperError(f"{where} cannot be read: {error.strerror}.") from error
    except (ValueError, TypeError, LookupError, SyntaxError, RecursionError) as error:
        flaw = " ".join(_flaw(error).split())  # of some characters the reader of XML tells in two lines
        raise PaperError(f"{where} is not a graph that 'sederunt export {form}' wrote: {flaw}.") from error


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
    if isinstance(error, SyntaxError):  # as what reads XML says it
        return f"line {error.lineno}: {error.msg}"
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
    if isinstance(error, (UnicodeDecodeError, PydanticSerializationError)):
        return "it is not UTF-8"
    if isinstance(error, KeyError):
        return f"{error.args[0]!r} is missing"
    return str(error) if isinstance(error, ValueError) else "it is JSON of another shape"


def unique_ids() -> list[str]:
    """What makes the ids of each kind unique, in Cypher, by the names that tell Sederunt that a database is a graph of its own."""
    return [
        f"CREATE CONSTRAINT sederunt_{kind.prefix}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
        for label, kind in sorted(NODES.items())
    ]
