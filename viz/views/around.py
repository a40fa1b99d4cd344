"""A person, body, unit or post with what is linked to it, and what is linked to that, as a map."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sederunt.graph.kinds import BODY, CONNECTED, PERSON
from sederunt.graph.store import Store
from sederunt.queries.ask import first, run
from sederunt.queries.find import Thing
from sederunt.viz.facts import edges
from sederunt.viz.layout import placed, rings
from sederunt.viz.network import size
from sederunt.viz.picture import MAP, Node, Picture
from sederunt.viz.style import KINDS

LABELS = CONNECTED
FEWEST, MOST = 1, 1
"""How many names it takes."""
SECTION = "Around the best linked"
NOTHING = "The papers link it to nobody and nothing."

DRAWN = 150
"""How many nodes are drawn at most."""
_FEATURED = 12
"""How many people, and how many bodies, have a page in a site."""


@dataclass(slots=True)
class Surroundings:
    """What was met on the way outwards."""

    things: dict[str, tuple[str, str]]
    """Id to kind and name."""
    steps: dict[str, int]
    """How far each is from what was asked for."""
    rows: dict[tuple[str, str, str, str], dict[str, Any]] = field(default_factory=dict)
    """Each link once."""


def picture(store: Store, things: Sequence[Thing], *, stated: bool = False) -> Picture:
    """The map around one thing: everything within two steps, or the nearest and best linked of it."""
    asked = things[0]
    met = Surroundings({asked.id: (asked.label, asked.name)}, {asked.id: 0})
    for step in (1, 2):
        _outwards(store, met, step, stated=stated)
    drawn = _chosen(met)
    _between(store, met, drawn, stated=stated)
    facts = edges(store, [row for row in met.rows.values() if {row["start_id"], row["end_id"]} <= set(drawn)])
    pairs = {(edge.start, edge.end) for edge in facts if edge.start != edge.end}
    places = placed(
        rings(asked.id, pairs, {id_: met.things[id_] for id_ in drawn}), {id_: size(met.things[id_][1]) for id_ in drawn}
    )
    return Picture(
        drawing=MAP,
        title=f"Around {asked.name}",
        subject=f"What the papers link to {asked.name}, and one step further.",
        nodes=tuple(Node(id_, *met.things[id_], places[id_]) for id_ in drawn),
        edges=facts,
        asked=(asked.id,),
        notes=_left_out(met, drawn),
    )


def featured(store: Store, *, stated: bool = False) -> Sequence[Sequence[Thing]]:
    """The people and the bodies that are linked to most others."""
    best = (first(store, "best-linked", kind=kind, stated=stated).table.records()[:_FEATURED] for kind in (PERSON, BODY))
    return [[Thing(row["kind"], row["name"], row["id"])] for rows in best for row in rows]


def _outwards(store: Store, met: Surroundings, step: int, *, stated: bool) -> None:
    edge_of_it = sorted(id_ for id_, distance in met.steps.items() if distance == step - 1)
    _note(store, met, edge_of_it, stated=stated)
    for id_ in met.things:
        met.steps.setdefault(id_, step)


def _note(store: Store, met: Surroundings, ids: Sequence[str], *, stated: bool) -> None:
    for row in run(store, "around", things=ids, stated=stated).table.records():
        met.rows[(row["start_id"], row["link"], row["end_id"], row["role"] or "")] = row
        for end in ("start", "end"):
            met.things[row[f"{end}_id"]] = (row[f"{end}_kind"], row[f"{end}_name"])


def _chosen(met: Surroundings) -> list[str]:
    """The nearest, of these the best linked."""
    links = defaultdict(set)
    for row in met.rows.values():
        links[row["start_id"]].add(row["end_id"])
        links[row["end_id"]].add(row["start_id"])
    return sorted(met.steps, key=lambda id_: (met.steps[id_], -len(links[id_]), met.things[id_], id_))[:DRAWN]


def _between(store: Store, met: Surroundings, drawn: Sequence[str], *, stated: bool) -> None:
    """Note the links among what is furthest out."""
    outermost = [id_ for id_ in drawn if met.steps[id_] == max(met.steps[each] for each in drawn)]
    _note(store, met, sorted(outermost), stated=stated)


def _left_out(met: Surroundings, drawn: Iterable[str]) -> tuple[str, ...]:
    missing = Counter(met.things[id_][0] for id_ in met.steps.keys() - set(drawn))
    if not missing:
        return ()
    counts = ", ".join(f"{number} {_noun(kind, number)}" for kind, number in sorted(missing.items()))
    return (
        f"Left out, for a map of more than {DRAWN} things is hard to read: {counts}. Drawn are the nearest, and of these the best linked.",
    )


def _noun(kind: str, number: int) -> str:
    return kind.lower() if number == 1 else KINDS[kind].plural.lower()
