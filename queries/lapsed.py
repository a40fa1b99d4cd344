"""Seats that somebody had before and after a time, and not then, because papers show another in them between."""

from sederunt.graph.store import Store
from sederunt.queries.terms import spells_of

_CHAIRED_BY_SEVERAL = """
MATCH (b:Body)<-[r:SITS_ON {role: 'chair'}]-(p:Person)
WHERE r.spells IS NULL
WITH b, count(DISTINCT p.id) AS chairs
WHERE chairs > 1
RETURN b.id AS body ORDER BY body"""


def lapsed(store: Store, since: str, until: str, *, stated: bool = False) -> list[str]:
    """The seats that are not held between two dates though the first and the last paper that show them lie around these.

    Args:
        store: the graph.
        since: ISO text of any precision; an empty date sets no bound.
        until: the other bound; where both are empty, no seat has lapsed.
        stated: leave out what is only inferred.

    Returns:
        For each, the ids of the person and of the body with a space between: what saved queries take as ``lapsed``.

    """
    if not (since or until):
        return []
    return [seat for (body,) in store.ask(_CHAIRED_BY_SEVERAL).rows for seat in _of(store, body, since, until, stated=stated)]


def _of(store: Store, body: str, since: str, until: str, *, stated: bool) -> list[str]:
    spells = spells_of(store, body, stated=stated)
    there = {spell.person_id for spell in spells if spell.touches(since, until)}
    return sorted({f"{spell.person_id} {body}" for spell in spells if spell.role == "chair" and spell.person_id not in there})
