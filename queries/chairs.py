"""Who was in the chair of which body, when: of all bodies at once, for to ask of thousands one by one takes minutes."""

from collections.abc import Iterator
from typing import Any

from sederunt.graph.store import Store
from sederunt.queries.seats import CHAIR, seats, with_statements
from sederunt.queries.terms import Spell, spells_in
from sederunt.queries.told import UNTOLD

_PRESIDED = """
MATCH (place:Body)<-[:MEETING_OF]-(m:Meeting)<-[r:ATTENDED|SENT_APOLOGIES {role: 'chair'}]-(p:Person)
WHERE m.date IS NOT NULL AND m.status = 'held' AND r.standing_for IS NULL AND (NOT $stated OR r.basis = 'stated')
RETURN m.date AS date, p.id AS person_id, p.name AS person, r.role AS role, place.id AS place_id, place.name AS place,
       r.quote AS quote, r.source AS source, r.basis AS basis, r.confidence AS confidence"""


def chairs(store: Store, *, stated: bool = False) -> list[Spell]:
    """The spells in the chair of every body of which somebody is known to be or to have been the chair, body by body in the order of time.

    Args:
        store: the graph.
        stated: leave out what is only inferred.

    """
    told = with_statements(store, seats(store, "SITS_ON", CHAIR, stated=stated))
    known = {row["place_id"] for row in told}
    shown = (row for row in _presided(store, stated=stated) if row["place_id"] in known)
    return spells_in([*told, *shown])


def _presided(store: Store, *, stated: bool) -> Iterator[dict[str, Any]]:
    """Who was in the chair of a meeting, each as a row of ``seats``."""
    for row in store.ask(_PRESIDED, {"stated": stated}).records():
        yield row | {"link": "sits on", "role_text": None, "seats": None, "said": [(row["date"], UNTOLD)]}
