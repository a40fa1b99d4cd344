"""What forms that tell less than the graph need of it: identifiers that last, the best of several links, and where a quote stands."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from sederunt.graph.kinds import DOCUMENT, MEETING, STATEMENT
from sederunt.graph.model import Edge, Graph, Node

_DATE = re.compile(r"\d{4}(-\d\d){0,2}", re.ASCII)


def identifiers(graph: Graph, fits: re.Pattern[str]) -> dict[str, str]:
    """The identifier of each thing: the first that data had for it and that ``fits``, else its id in the graph."""
    known = {node.id: node.id for node in graph.nodes}
    told: dict[str, str] = {}
    for id_, key in _told(node for node in graph.nodes if node.label == STATEMENT):
        if id_ in known and fits.fullmatch(key):
            told[id_] = min(key, told.get(id_, key))
    number = Counter(told.values())
    return known | {id_: key for id_, key in told.items() if number[key] == 1}


def _told(statements: Iterable[Node]) -> Iterator[tuple[str, str]]:
    """Of each mention that data has an identifier for, what it means and the identifier; a meeting has it as its section."""
    for node in statements:
        claim = str(node.properties["claim"])
        if '"section":"data"' not in claim and '"section":"meeting:' not in claim:
            continue
        said = json.loads(claim)[1]
        for end in ("subject", "object"):
            mention, id_ = said.get(end) or {}, str(node.properties.get(end, ""))
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


def papers(graph: Graph) -> dict[str, Node]:
    """The paper of each statement; where the graph has its statements."""
    known = {node.id: node for node in graph.nodes if node.label == DOCUMENT}
    return {edge.start: known[edge.end] for edge in graph.edges if edge.type == "IN_DOCUMENT" and edge.end in known}


def paper_of(edge: Edge, known: Mapping[str, Node]) -> Node | None:
    """The paper in which the evidence of a link stands; None: it is not known."""
    statements = edge.properties.get("statements", ())
    return next((known[one] for one in statements if one in known), None) if isinstance(statements, tuple) else None


def proof(edge: Edge) -> str:
    """The words that prove a link, and where they stand."""
    return f"“{edge.properties.get('quote', '')}” — {edge.properties.get('source', '')}"
