"""A part of the graph: the things and links that an answer or a picture names, whole as they stand in the graph."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sederunt.graph.exchange import grouped, label_of
from sederunt.graph.kinds import EDGES, NODES
from sederunt.graph.model import Edge, Graph, Node
from sederunt.graph.store import Store, own_properties
from sederunt.queries.ask import Answer

Link = tuple[str, str, str, str]
"""Type, start, end, and the role or item, as the key of an edge; where that is empty, every link of the type between these."""

_ID = re.compile(f"(?:{'|'.join(kind.prefix for kind in NODES.values())}):.+", re.DOTALL)
_FACTS = {type_: kind for type_, kind in EDGES.items() if not kind.bookkeeping}


def excerpt(store: Store, things: Iterable[str], links: Iterable[Link]) -> Graph:
    """The graph of these things and links, and of the ends of the links; what the graph does not hold is left out."""
    wanted = set(links)
    found = _edges(store, {link[:3] for link in wanted})
    edges = [edge for edge in found if edge.key in wanted or (*edge.key[:3], "") in wanted]
    ends = {end for edge in edges for end in (edge.start, edge.end)}
    return Graph.of(_nodes(store, {*things, *ends}), edges)


def named_in(store: Store, answer: Answer) -> Graph:
    """The things that an answer names, what it was asked about, and the links between those of one row.

    Where a row has evidence, only the links that have it; where none has, all of them.
    """
    asked = set(_ids(answer.values))
    # What a row names is linked to the rest of the row and to what was asked about, which stands for a row that names nothing.
    rows = [(row, set(_ids(row)) or asked) for row in answer.table.records()]
    pairs = {pair for _, ids in rows for pair in _pairs(ids, asked)}
    found = _edges(store, {(type_, one, other) for one, other in pairs for type_ in _joining(one, other)})
    between = grouped(found, lambda edge: (edge.start, edge.end))
    edges = {
        edge.key: edge
        for row, ids in rows
        for edge in _proved(row, [edge for pair in sorted(_pairs(ids, asked)) for edge in between.get(pair, ())])
    }
    return Graph.of(_nodes(store, asked.union(*(ids for _, ids in rows))), edges.values())


def _pairs(ids: set[str], asked: set[str]) -> set[tuple[str, str]]:
    """Between what there may be a link of a row, in either direction."""
    return {pair for one in ids for other in ids | asked for pair in ((one, other), (other, one))}


def _ids(value: Any) -> Iterator[str]:
    """The ids of things in a value, however deep."""
    if isinstance(value, str):
        yield from [value] if _ID.fullmatch(value) else []
    elif isinstance(value, (Mapping, list, tuple)):
        for item in value.values() if isinstance(value, Mapping) else value:
            yield from _ids(item)


def _joining(start: str, end: str) -> list[str]:
    one, other = label_of(start), label_of(end)
    return [type_ for type_, kind in _FACTS.items() if one in kind.starts and other in kind.ends]


def _proved(row: Mapping[str, Any], edges: list[Edge]) -> list[Edge]:
    """Of these edges those that have the evidence of a row; all if none has."""
    proofs = {
        (row[name], row[f"{name.removesuffix('quote')}source"])
        for name in row
        if name.endswith("quote") and f"{name.removesuffix('quote')}source" in row
    }
    return [e for e in edges if (e.properties.get("quote"), e.properties.get("source")) in proofs] or edges


def _nodes(store: Store, ids: Iterable[str]) -> Iterator[Node]:
    for label, wanted in grouped(sorted(ids), label_of).items():
        found = store.ask(f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) RETURN n AS node", {"ids": wanted})
        for (node,) in found.rows:
            yield Node(id=node["id"], label=label, properties=own_properties(node))


def _edges(store: Store, links: Iterable[tuple[str, str, str]]) -> Iterator[Edge]:
    by_kind = grouped(sorted(links), lambda link: (link[0], label_of(link[1]), label_of(link[2])))
    for (type_, one, other), wanted in by_kind.items():
        query = (
            f"UNWIND $ends AS ends WITH ends[0] AS one, ends[1] AS other MATCH (a:{one} {{id: one}})-[r:{type_}]->(b:{other} {{id: other}}) "
            "RETURN a.id AS start, properties(r) AS edge, b.id AS end"
        )
        found = store.ask(query, {"ends": [[start, end] for _, start, end in wanted]})
        for start, own, end in found.rows:
            yield Edge(type=type_, start=start, end=end, properties=own_properties(own))
