"""Who links bodies that would else be apart: people between boards, from the seats that a saved query gives."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from sederunt.graph.exchange import batches
from sederunt.graph.store import Store
from sederunt.queries.ask import chosen
from sederunt.queries.betweenness import betweenness
from sederunt.queries.catalogue import proof
from sederunt.queries.lapsed import lapsed

_STEPS = 30_000_000
"""Shortest ways are counted from every person and body, or from some of them, so that about so many seats are passed."""
_AT_ONCE = 1_000
_SEATS = "RETURN p.id AS person_id, b.id AS body_id, r.role AS role"
"""What is read of each seat: all with their quotes would be too much of a country."""
_BODIES = """
MATCH (b:Body)
OPTIONAL MATCH (b)-[:PART_OF|REPORTS_TO]->(above:Body)
RETURN b.id AS id, b.name AS name, collect(DISTINCT above.id) AS above"""
_PROOFS = """
UNWIND $seats AS seat
WITH seat[0] AS person, seat[1] AS body, seat[2] AS role
MATCH (p:Person {id: person})-[r:SITS_ON {role: role}]->(:Body {id: body})
RETURN p.id AS person_id, p.name AS person, r.quote AS quote, r.source AS source, r.basis AS basis, r.confidence AS confidence"""

Seats = dict[str, dict[str, str]]
"""The role of each person on each body, by their ids; of several roles the first."""


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


def brokers(store: Store, most: int | None = None, **wanted: Any) -> tuple[list[Broker], bool]:
    """Those who sit on two bodies or more, the greatest brokers first; pairs of a body and what it is part of do not count.

    Args:
        store: the graph.
        most: how many are wanted; all if nothing is said.
        wanted: values of the parameters of the query ``seatings``.

    Returns:
        The brokers, and whether there are more.

    """
    bodies = {id_: (name, above) for id_, name, above in store.ask(_BODIES).rows}
    seats = _seats(store, wanted)
    nested = {frozenset((body, above)) for body, (_, uppers) in bodies.items() for above in uppers}
    pairs = {person: own for person, on in seats.items() if (own := _pairs(on, nested))}
    linking = Counter(pair for own in pairs.values() for pair in own)
    alone = {person: sum(linking[pair] == 1 for pair in own) for person, own in pairs.items()}
    shares = betweenness(((person, body) for person, on in seats.items() for body in on), _STEPS)
    between = {id_: round(share, 4) for id_, share in shares.items()}
    ranked = sorted(pairs, key=lambda person: (-alone[person], -between[person], person))[:most]
    names = {id_: name for id_, (name, _) in bodies.items()}
    proofs = _proofs(store, (_first(person, seats[person], names) for person in ranked))
    found = [_broker(proofs[person], sorted(names[body] for body in seats[person]), alone, between) for person in ranked]
    first = sorted(found, key=lambda broker: (-broker.alone, -broker.between, broker.person, broker.person_id))
    return first, len(first) < len(pairs)


def _broker(row: Mapping[str, Any], bodies: Iterable[str], alone: Mapping[str, int], between: Mapping[str, float]) -> Broker:
    person = row["person_id"]
    return Broker(person, row["person"], tuple(bodies), alone[person], between[person], proof(row))


def _seats(store: Store, wanted: Mapping[str, Any]) -> Seats:
    since, until = (str(wanted.get(side) or "") for side in ("from", "to"))
    gone = lapsed(store, since, until, stated=bool(wanted.get("stated")))
    found: Seats = {}
    for person, body, role in chosen(store, "seatings", _SEATS, **wanted, lapsed=gone).rows:
        own = found.setdefault(person, {})
        own[body] = min(role, own.get(body, role))
    return found


def _first(person: str, on: Mapping[str, str], names: Mapping[str, str]) -> tuple[str, str, str]:
    """The seat of a person that proves the others: that on the first body by name."""
    body = min(on, key=lambda body: (names[body], body))
    return person, body, on[body]


def _proofs(store: Store, seats: Iterable[tuple[str, str, str]]) -> dict[str, dict[str, Any]]:
    """The name of each person with the evidence of a seat."""
    rows = (row for some in batches(map(list, seats), _AT_ONCE) for row in store.ask(_PROOFS, {"seats": some}).records())
    return {row["person_id"]: row for row in rows}


def _pairs(bodies: Iterable[str], nested: set[frozenset[str]]) -> set[frozenset[str]]:
    return {frozenset(pair) for pair in combinations(sorted(bodies), 2)} - nested
