"""Seats that somebody had before and after a time, and not then, because papers show another in them between."""

from collections.abc import Collection, Iterable, Iterator
from itertools import groupby

from sederunt.graph.store import Store
from sederunt.queries.chairs import chairs
from sederunt.queries.terms import SEEN, Spell, spells_of, touch

_BESIDE = """
UNWIND $bodies AS id
MATCH (:Body {id: id})<-[:SITS_ON]-(:Person)-[:SITS_ON]->(b:Body)
RETURN DISTINCT b.id AS body"""


def lapsed(store: Store, since: str, until: str, *, stated: bool = False, bodies: Collection[str] = ()) -> list[str]:
    """The seats that are not held between two dates though the first and the last paper that show them lie around these.

    Args:
        store: the graph.
        since: ISO text of any precision; an empty date sets no bound.
        until: the other bound; where both are empty, no seat has lapsed.
        stated: leave out what is only inferred.
        bodies: ids of those that matter, with all others on which their people sit; empty for all.

    Returns:
        For each, the ids of the person and of the body with a space between: what saved queries take as ``lapsed``.

    """
    if not (since or until):
        return []
    near = _beside(store, bodies) if bodies else {body for _, body in _broken(chairs(store, stated=stated), since, until)}
    return sorted(seat for body in near for seat in _of(store, body, since, until, stated=stated))


def _beside(store: Store, bodies: Collection[str]) -> set[str]:
    return {body for (body,) in store.ask(_BESIDE, {"bodies": sorted(bodies)}).rows} | set(bodies)


def _of(store: Store, body: str, since: str, until: str, *, stated: bool) -> Iterator[str]:
    spells = spells_of(store, body, stated=stated)
    there = {spell.person_id for spell in spells if spell.touches(since, until)}
    return (f"{person} {body}" for person, _ in _broken(spells, since, until) if person not in there)


def _broken(spells: Iterable[Spell], since: str, until: str) -> Iterator[tuple[str, str]]:
    """Who is seen in the chair of which body before and after a time, and not then."""
    seen = sorted((s for s in spells if s.how == SEEN and s.role == "chair"), key=lambda s: (s.person_id, s.place_id))
    for who, group in groupby(seen, key=lambda s: (s.person_id, s.place_id)):
        own = list(group)
        whole = (min(s.start for s in own), max(s.end for s in own))
        if touch(whole, since, until) and not any(s.touches(since, until) for s in own):
            yield who
