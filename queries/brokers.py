"""Who links bodies that would else be apart: people between boards, from the seats that a saved query gives."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import networkx as nx
from sederunt.graph.store import Store
from sederunt.queries.ask import run
from sederunt.queries.catalogue import proof
from sederunt.queries.lapsed import lapsed

_STEPS = 16_000_000
"""Shortest ways are counted from every person and body, or from so many, chosen with a fixed seed, that about so many seats are passed."""


@dataclass(frozen=True, slots=True)
class Broker:
    """Somebody on several bodies: which, how many pairs of them nobody else links, and how often the shortest way leads by them.

    ``between`` is the betweenness centrality in the graph of people and bodies: from 0 to 1.
    """

    person_id: str
    person: str
    bodies: tuple[str, ...]
    alone: int
    between: float
    proof: tuple[Any, ...]
    """Quote, source, basis and confidence of one of the seats."""


def brokers(store: Store, **wanted: Any) -> list[Broker]:
    """Those who sit on two bodies or more, the greatest brokers first; pairs of a body and what it is part of do not count.

    Args:
        store: the graph.
        wanted: values of the parameters of the query ``seatings``.

    """
    since, until = (str(wanted.get(side) or "") for side in ("from", "to"))
    gone = lapsed(store, since, until, stated=bool(wanted.get("stated")))
    rows = run(store, "seatings", **wanted, lapsed=gone).table.records()
    seats: dict[str, dict[str, Mapping[str, Any]]] = {}
    for row in rows:
        seats.setdefault(row["person_id"], {}).setdefault(row["body_id"], row)
    nested = {frozenset((row["body_id"], above)) for row in rows for above in row["above"]}
    pairs = {person: _pairs(own, nested) for person, own in seats.items()}
    linking: dict[frozenset[str], int] = {}
    for pair in (pair for own in pairs.values() for pair in own):
        linking[pair] = linking.get(pair, 0) + 1
    between = _between((person, body) for person, own in seats.items() for body in own)
    found = [
        _broker(person, seats[person], sum(linking[pair] == 1 for pair in own), between[person])
        for person, own in pairs.items()
        if own
    ]
    return sorted(found, key=lambda broker: (-broker.alone, -broker.between, broker.person, broker.person_id))


def _pairs(bodies: Iterable[str], nested: set[frozenset[str]]) -> set[frozenset[str]]:
    return {frozenset(pair) for pair in combinations(sorted(bodies), 2)} - nested


def _between(seats: Iterable[tuple[str, str]]) -> dict[str, float]:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from(sorted(seats))
    enough = _STEPS // max(graph.number_of_edges(), 1)
    found: dict[str, float] = nx.betweenness_centrality(graph, k=enough if enough < graph.number_of_nodes() else None, seed=1)
    return found


def _broker(person: str, own: Mapping[str, Mapping[str, Any]], alone: int, between: float) -> Broker:
    first = next(iter(own.values()))
    names = tuple(sorted(row["body"] for row in own.values()))
    return Broker(person, first["person"], names, alone, round(between, 4), proof(first))
