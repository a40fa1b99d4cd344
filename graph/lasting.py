"""What forms that tell less than the graph need of it: identifiers that last, the best of several links, and where a quote stands."""

import json
import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sederunt.graph.kinds import DOCUMENT, MEETING, NAME, STATEMENT
from sederunt.graph.model import AnyGraph, Edge, Graph, Node

_DATE = re.compile(r"\d{4}(-\d\d){0,2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Part:
    """Of a graph what such a form tells, in canonical order; statements and bookkeeping are not held."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    ids: Mapping[str, str]
    """The identifier of each thing: the first that data had for it and that fits, else its id in the graph."""
    papers: Mapping[str, Node]
    """The paper of each statement; where the graph has its statements."""


def part(
    graph: AnyGraph, labels: Container[str], types: Container[str], fits: re.Pattern[str], bare: Container[str] = ()
) -> Part:
    """What a form needs that tells of nodes with these labels and edges of these types, and keeps identifiers that fit.

    Of ``bare`` ones among these types no more is held than the role: a country has half a million, each with its quote.
    """
    known: set[str] = set()
    nodes: list[Node] = []
    documents: dict[str, Node] = {}
    told: dict[str, str] = {}
    for node in graph.nodes:
        if node.label == STATEMENT:
            for id_, key in _told(node):
                if fits.fullmatch(key):
                    told[id_] = min(key, told.get(id_, key))
        elif node.label != NAME:
            known.add(node.id)
            nodes += [node] if node.label in labels else []
            if node.label == DOCUMENT:
                documents[node.id] = node
    edges: list[Edge] = []
    papers: dict[str, Node] = {}
    for edge in graph.edges:
        if edge.type in types:
            edges.append(_bare(edge) if edge.type in bare else edge)
        elif edge.type == "IN_DOCUMENT" and edge.end in documents:
            papers[edge.start] = documents[edge.end]
    ordered = Graph.of(nodes, edges)
    found = {id_: key for id_, key in told.items() if id_ in known}
    number = Counter(found.values())
    ids = {id_: id_ for id_ in known} | {id_: key for id_, key in found.items() if number[key] == 1}
    return Part(ordered.nodes, ordered.edges, ids, papers)


def _bare(edge: Edge) -> Edge:
    return replace(edge, properties={"role": edge.properties.get("role", "")})


def _told(statement: Node) -> Iterator[tuple[str, str]]:
    """Of each mention that data has an identifier for, what it means and the identifier; a meeting has it as its section."""
    claim = str(statement.properties["claim"])
    if '"section":"data"' not in claim and '"section":"meeting:' not in claim:
        return
    said = json.loads(claim)[1]
    for end in ("subject", "object"):
        mention, id_ = said.get(end) or {}, str(statement.properties.get(end, ""))
        key = mention.get("section", "") if mention.get("kind") == MEETING else mention.get("key", "")
        if key and " " not in id_:
            yield id_, key


def day(value: object) -> str:
    """A date, as precise as it is told; empty: it is none."""
    text = str(value)
    if not _DATE.fullmatch(text):
        return ""
    try:
        date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        return ""
    return text


def best(edges: Iterable[Edge]) -> dict[str, Edge]:
    """Of the links from each thing the one that is surest: stated before inferred."""
    found: dict[str, Edge] = {}
    for edge in sorted(edges, key=_doubt):
        found.setdefault(edge.start, edge)
    return found


def _doubt(edge: Edge) -> tuple[bool, float, str]:
    sure = edge.properties.get("confidence", 0.0)
    return (edge.properties.get("basis") != "stated", -sure if isinstance(sure, float) else 0.0, edge.end)


def paper_of(edge: Edge, known: Mapping[str, Node]) -> Node | None:
    """The paper in which the evidence of a link stands; None: it is not known."""
    statements = edge.properties.get("statements", ())
    return next((known[one] for one in statements if one in known), None) if isinstance(statements, tuple) else None


def proof(edge: Edge) -> str:
    """The words that prove a link, and where they stand."""
    return f"“{edge.properties.get('quote', '')}” — {edge.properties.get('source', '')}"
