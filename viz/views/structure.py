"""What the papers say of a structure: its posts, units and bodies under one another, with who is in them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from sederunt.graph.kinds import BODY, ORGANISATION, POST, UNIT
from sederunt.graph.store import Store
from sederunt.queries.ask import run
from sederunt.queries.between import Between
from sederunt.queries.changes import compared, unchanged
from sederunt.queries.chart import around, everything
from sederunt.queries.find import Thing
from sederunt.queries.tree import Branch, Hanging, Structure, forest, hanging
from sederunt.viz.differences import differences
from sederunt.viz.facts import Row, edges
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
"""So many things are drawn then, and the units that they head."""
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
    found = everything(store, stated=stated)
    if len(found.things) <= most:
        return _drawn(store, found, hanging(found), things, stated=stated)
    some = _part(found, min(PART, most))
    drawn = _drawn(store, some, hanging(some), things, stated=stated)
    return replace(drawn, notes=(_LEFT_OUT.format(len(some.things), len(found.things)), *drawn.notes))


def _part(found: Structure, number: int) -> Structure:
    """So many things of a structure, and the units that they head, with what links them."""
    inside = set(islice(_downwards(forest(found)), number))
    inside |= {unit for unit, post in hanging(found).heads.items() if post in inside}
    return Structure(
        {id_: told for id_, told in found.things.items() if id_ in inside},
        {line for line in found.lines if line.low in inside and line.high in inside},
        {id_: seat for id_, seat in found.seats.items() if id_ in inside},
    )


def _downwards(trees: Iterable[Branch]) -> Iterator[str]:
    """What is in each tree, from its top down."""
    for tree in trees:
        level: Sequence[Branch] = [tree]
        while level:
            yield from (branch.id for branch in level)
            level = [child for branch in level for child in branch.children]


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
    facts = edges(store, rows)
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
