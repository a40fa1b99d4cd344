"""How two things are connected: every way of as few steps as can be, one under another."""

from collections.abc import Sequence
from itertools import pairwise

from sederunt.graph.errors import QueryError
from sederunt.graph.kinds import CONNECTED
from sederunt.graph.store import Store
from sederunt.queries.ask import run
from sederunt.queries.find import Thing
from sederunt.queries.path import Ways, ways
from sederunt.viz.facts import edges
from sederunt.viz.picture import PATHS, Edge, Node, Picture

LABELS = CONNECTED
FEWEST, MOST = 2, 2
"""How many names it takes."""
NOTHING = "Nothing connects these two."
SECTION = "How two are connected"
"""The heading of its pages in an index."""

CARRIED = 300
"""How many ways a page holds at most."""

_Names = dict[str, tuple[str, str]]
"""Kind and name of a thing, by its id."""


def picture(store: Store, things: Sequence[Thing], *, stated: bool = False) -> Picture:
    """The ways between two things, the first that which ``sederunt path`` tells; all links that join two neighbours on a way are in it.

    Raises:
        QueryError: both names stand for the same thing.

    """
    one, other = things
    if one.id == other.id:
        raise QueryError(f"Both names mean {one.name}; a page of connections is about two.")
    found = ways(store, (one.id, other.id), most=CARRIED, stated=stated)
    facts, names = _links(store, found, stated=stated)
    rows = _grouped(found.things)
    places = _places(rows)
    numbers = {id_: number for number, id_ in enumerate(places)}
    return Picture(
        drawing=PATHS,
        title=f"How {one.name} and {other.name} are connected",
        subject=_subject(found),
        nodes=tuple(Node(id_, *names[id_], at) for id_, at in places.items()),
        edges=facts,
        asked=(one.id, other.id),
        notes=_left_out(found),
        plan=[[numbers[id_] for id_ in way] for way in rows],
    )


def featured(store: Store, *, stated: bool = False) -> Sequence[Sequence[Thing]]:
    """No page: nothing tells of which two."""
    return []


def _links(store: Store, found: Ways, *, stated: bool) -> tuple[tuple[Edge, ...], _Names]:
    """The links between neighbours on the ways, and the names of their ends."""
    steps = {frozenset(step) for way in found.things for step in pairwise(way)}
    around = run(store, "around", things=sorted({id_ for step in steps for id_ in step}), stated=stated).table.records()
    rows = [row for row in around if {row["start_id"], row["end_id"]} in steps]
    names = {row[f"{end}_id"]: (row[f"{end}_kind"], row[f"{end}_name"]) for row in rows for end in ("start", "end")}
    return edges(store, rows), names


def _grouped(found: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The ways, those that begin alike side by side; the first stays the first."""
    begun: dict[tuple[str, ...], int] = {}
    for way in found:
        for column in range(len(way)):
            begun.setdefault(way[: column + 1], len(begun))
    return sorted(found, key=lambda way: [begun[way[: column + 1]] for column in range(len(way))])


def _places(ways_: Sequence[tuple[str, ...]]) -> dict[str, tuple[int, int]]:
    """For each thing how far it is from the first, and the first way that it is on."""
    places: dict[str, tuple[int, int]] = {}
    for row, way in enumerate(ways_):
        for column, id_ in enumerate(way):
            places.setdefault(id_, (column, row))
    return places


def _subject(found: Ways) -> str:
    if not found.things:
        return ""
    steps = len(found.things[0]) - 1
    if steps == 1:
        return "The papers link them directly."
    ways_ = "one way" if found.number == 1 else f"{found.number} ways"
    return f"They are {steps} steps apart; {ways_} {'leads' if found.number == 1 else 'lead'} there in as many."


def _left_out(found: Ways) -> tuple[str, ...]:
    if found.number <= len(found.things):
        return ()
    return (f"Only {len(found.things)} of {found.number} ways are here: those that rest least on what is inferred.",)
