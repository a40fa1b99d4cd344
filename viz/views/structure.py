"""What the papers say of a structure: its posts, units and bodies under one another, with who is in them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from sederunt.graph.kinds import BODY, ORGANISATION, POST, UNIT
from sederunt.graph.store import Store
from sederunt.queries.ask import run
from sederunt.queries.between import Between
from sederunt.queries.changes import compared, unchanged
from sederunt.queries.chart import among, around, everything
from sederunt.queries.find import Thing
from sederunt.queries.largest import downwards, linked_in
from sederunt.queries.tree import Hanging, Structure, hanging
from sederunt.viz.differences import differences
from sederunt.viz.facts import Row, proofs
from sederunt.viz.outline import LINES, nodes, notes, outline
from sederunt.viz.picture import TREE, Outline, Picture

LABELS = (ORGANISATION, UNIT, POST, BODY)
FEWEST, MOST = 0, 1
"""How many names it takes; without one it is about every structure."""
NOTHING = "The papers draw no structure here."
SECTION = "Structures"

WHOLE = 10_000
"""With more things than these, only a part of all structures is on their page."""
PART = 2_000
"""So many things are drawn then."""
_LEFT_OUT = (
    "Drawn are the largest structures, from their tops down: {} of {} things, as all would be too many for one page. "
    "Give a name to see what is above and under it."
)


def picture(store: Store, things: Sequence[Thing], *, stated: bool = False, most: int = WHOLE) -> Picture:
    """The structure around one thing, or every structure: what ``chart`` and ``charts`` put together, and every line of it.

    Where all structures have more than ``most`` things, the largest are drawn, from their tops down.
    """
    if things:
        found, asked, below = around(store, things[0].id, stated=stated)
        return _drawn(store, found, hanging(found, asked, below), things, stated=stated)
    linked = linked_in(store, stated=stated)
    if len(linked) <= most:
        found = everything(store, stated=stated)
        return _drawn(store, found, hanging(found), things, stated=stated)
    some = among(store, set(islice(downwards(linked), min(PART, most))), stated=stated)
    drawn = _drawn(store, some, hanging(some), things, stated=stated)
    return replace(drawn, notes=(_LEFT_OUT.format(len(some.things), len(linked)), *drawn.notes))


def changed(store: Store, thing: Thing, times: Between, *, stated: bool = False) -> Picture:
    """What changed in the structure under a thing between two times; where nothing is known to have, the subject says why."""
    found = compared(store, thing.id, times, stated=stated)
    if not found.changes:
        return Picture(TREE, thing.name, unchanged(thing.name, times, found.shown), (), ())
    return differences(store, thing, times, found, stated=stated)


def featured(store: Store, *, stated: bool = False) -> Sequence[Sequence[Thing]]:
    """The one page of every structure."""
    return [()]


def _drawn(store: Store, found: Structure, hung: Hanging, things: Sequence[Thing], *, stated: bool) -> Picture:
    inside = {*hung.uppers, *(unit for unit, post in hung.heads.items() if post in hung.uppers)}
    rows = [row for row in run(store, "around", things=sorted(inside), stated=stated).table.records() if _belongs(row, inside)]
    facts, shortened = proofs(store, rows)
    outlined = outline(found, hung, facts)
    people = {row["start_id"]: row["start_name"] for row in rows if row["link"] == "HOLDS"}
    told = notes(found, hung, [line for line in found.lines if line.low in inside])
    return Picture(
        drawing=TREE,
        title=f"Structure: {things[0].name}" if things else "Structures",
        subject=_subject(found, outlined),
        nodes=nodes(found, outlined, people, told),
        edges=facts,
        asked=tuple(hung.heads.get(thing.id, thing.id) for thing in things),
        notes=shortened,
        outline=outlined,
    )


def _belongs(row: Row, inside: Iterable[str]) -> bool:
    if row["link"] == "HOLDS":
        return row["end_id"] in inside
    return row["link"] in LINES and row["start_id"] in inside and row["end_id"] in inside


def _subject(found: Structure, outlined: Outline) -> str:
    """How many posts and units there are, and how many posts papers call vacant."""
    kinds = [found.things[row.node][0] for row in outlined.entries] + [found.things[unit][0] for unit, _ in outlined.heads]
    words = (
        (POST, "post", "posts"),
        (UNIT, "unit", "units"),
        (BODY, "body", "bodies"),
        (ORGANISATION, "organisation", "organisations"),
    )
    counts = [f"{kinds.count(kind)} {one if kinds.count(kind) == 1 else many}" for kind, one, many in words if kind in kinds]
    vacant = sum(entry.vacant for entry in outlined.entries)
    return f"{', '.join(counts)}{f'; {vacant} called vacant' if vacant else ''}."
