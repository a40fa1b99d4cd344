"""A part of the graph, where all of it is too much for one page: what is nearest to some things."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sederunt.graph.kinds import BODY, CONNECTED, ORGANISATION, PERSON
from sederunt.graph.store import Store
from sederunt.queries.ask import run
from sederunt.queries.find import Thing
from sederunt.viz.facts import Row

PART = 2_000
"""So many things are drawn where all would be too many."""

_NUMBER = "MATCH (x:{}) RETURN count(x) AS number"
_BEST = """
MATCH (x:{0})-[r:SITS_ON|PART_OF|REPORTS_TO|HOLDS]-(:{1})
WITH x, count(r) AS links
RETURN x.id AS id, x.name AS name
ORDER BY links DESC, name, id
LIMIT 1"""


@dataclass(frozen=True, slots=True)
class Part:
    """The links among what is nearest to some things."""

    around: tuple[Thing, ...]
    rows: tuple[Row, ...]
    number: int
    """How many things there are in all."""

    def note(self, drawn: int) -> str:
        """What is left out, and how to see it."""
        names = ", ".join(thing.name for thing in self.around)
        return (
            f"Drawn are the {drawn} nearest to {names}, of {self.number} people, bodies, organisations, units and posts: "
            "all would be too many for one page. Give a name to see what is nearest to it."
        )


def number_of_things(store: Store) -> int:
    """How many people, bodies, organisations, units and posts there are."""
    return sum(store.ask(_NUMBER.format(label)).rows[0][0] for label in CONNECTED)


def nearest(store: Store, things: Sequence[Thing], number: int, *, stated: bool) -> Part:
    """The links among the things that are nearest to some, or to what is linked best.

    Args:
        store: the graph.
        things: from where; none: from the organisation, else the body or the person with the most links.
        number: how many things there are in all.
        stated: leave out what is only inferred.

    """
    start = tuple(things) or tuple(_best(store))
    near = dict.fromkeys(thing.id for thing in start)
    front = list(near)
    while front and len(near) < PART:
        met = (row[end] for row in _around(store, front, stated=stated) for end in ("start_id", "end_id"))
        front = sorted(set(met) - near.keys())[: PART - len(near)]
        near |= dict.fromkeys(front)
    rows = (row for row in _around(store, near, stated=stated) if row["start_id"] in near and row["end_id"] in near)
    return Part(start, tuple(rows), number)


def _best(store: Store) -> list[Thing]:
    """What has the most links, among the first kind of which anything has one."""
    for label in (ORGANISATION, BODY, PERSON):
        if found := store.ask(_BEST.format(label, "|".join(CONNECTED))).rows:
            return [Thing(label, name, id_) for id_, name in found]
    return []


def _around(store: Store, ids: Iterable[str], *, stated: bool) -> list[Row]:
    return list(run(store, "around", things=sorted(ids), stated=stated).table.records())
