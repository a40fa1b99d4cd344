"""Everybody and everything that the papers link, as a map to search in."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sederunt.graph.kinds import CONNECTED
from sederunt.graph.store import Store
from sederunt.queries.ask import run
from sederunt.queries.find import Thing
from sederunt.viz.facts import Row, proofs
from sederunt.viz.landscape import FEW, laid
from sederunt.viz.network import size
from sederunt.viz.part import nearest, number_of_things
from sederunt.viz.picture import MAP, Node, Picture

LABELS = CONNECTED
FEWEST, MOST = 0, 50
"""How many names it takes: those that are marked; all else is on the map too."""
SECTION = "Everything"
NOTHING = "The papers link nobody with anything."

_PART = "A part of what the papers link."


WHOLE = 60_000
"""With more things than these, only what is nearest to the names is on the map."""


def picture(store: Store, things: Sequence[Thing], *, stated: bool = False, most: int = WHOLE) -> Picture:
    """The map of all that is linked, or of what is nearest where there is more than ``most``; what these names stand for is marked on it."""
    number = number_of_things(store)
    if number > most:
        part = nearest(store, things, number, stated=stated)
        drawn = _map(store, things, part.rows)
        return replace(drawn, subject=_PART, notes=(part.note(len(drawn.nodes)), *drawn.notes))
    return _map(store, things, run(store, "links", stated=stated).table.records())


def _map(store: Store, things: Sequence[Thing], rows: Sequence[Row]) -> Picture:
    named = {thing.id: (thing.label, thing.name) for thing in things}
    for row in rows:
        named |= {row[f"{end}_id"]: (row[f"{end}_kind"], row[f"{end}_name"]) for end in ("start", "end")}
    facts, notes = proofs(store, rows)
    return Picture(
        drawing=MAP,
        title="The map of everything" if not things else f"On the map: {', '.join(thing.name for thing in things)}",
        subject="Everybody and everything that the papers link.",
        nodes=_placed(named, rows),
        edges=facts,
        asked=tuple(thing.id for thing in things),
        notes=notes,
    )


def featured(store: Store, *, stated: bool = False) -> Sequence[Sequence[Thing]]:
    """The one map of everything."""
    return [()]


def _placed(named: dict[str, tuple[str, str]], rows: Iterable[Row]) -> tuple[Node, ...]:
    ids = sorted(named, key=lambda id_: (*named[id_], id_))
    numbers = {id_: number for number, id_ in enumerate(ids)}
    pairs = [(numbers[row["start_id"]], numbers[row["end_id"]]) for row in rows]
    # Only few have their names beside them from the first.
    sizes = [size(named[id_][1]) if len(ids) <= FEW else (0, 0) for id_ in ids]
    return tuple(Node(id_, *named[id_], place) for id_, place in zip(ids, laid(pairs, sizes), strict=True))
