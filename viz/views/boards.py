"""Who sits on which boards: the people on two or more of them, and the bodies that they link, in two columns."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sederunt.graph.kinds import BODY, PERSON
from sederunt.graph.store import Limits, Store
from sederunt.queries.ask import ask, run
from sederunt.queries.find import Thing
from sederunt.viz.columns import ordered
from sederunt.viz.facts import edges
from sederunt.viz.picture import COLUMNS, Edge, Node, Picture

LABELS = (PERSON, BODY)
FEWEST, MOST = 0, 50
"""How many names it takes; without any it is about everybody."""
SECTION = "Boards"
NOTHING = "Nobody here sits on more than one board."

WHOLE = 20_000
"""With more seats than these, only the people on most boards are on the page of everybody."""
PART = 1_500
"""So many seats are drawn then."""
_SEATS = "MATCH (:Person)-[r:SITS_ON]->(:Body) RETURN count(r) AS number"
_LEFT_OUT = "Drawn are only those who sit on most boards, as all would be too many for one page: {} Give a name to see the boards beside it."
_ORDER = ("person", "person_id", "body", "body_id", "role")

_Pairs = set[tuple[str, str]]
"""Who sits on what."""


def picture(store: Store, things: Sequence[Thing], *, stated: bool = False, most: int = WHOLE) -> Picture:
    """The boards of everybody on several, or of those on most where there are more than ``most`` seats; of these people, with whom they meet on several; or the boards that these bodies share people with.

    People who link no bodies here are in the picture with their facts, but not drawn.
    """
    rows, left_out = _rows(store, things, most, stated=stated)
    pairs = {(row["person_id"], row["body_id"]) for row in rows}
    people, bodies = _wanted(pairs, things)
    facts = edges(store, [_link(row) for row in rows if row["body_id"] in bodies])
    drawn = _drawn(facts, rows, people, things)
    return replace(drawn, notes=(_LEFT_OUT.format(drawn.subject), *drawn.notes)) if left_out else drawn


def _rows(store: Store, things: Sequence[Thing], most: int, *, stated: bool) -> tuple[list[dict[str, Any]], bool]:
    """The seats that the page is about or beside, and whether others were left out."""
    if things:
        return _near(store, things, stated=stated), False
    if store.ask(_SEATS).rows[0][0] <= most:
        return _asked(store, "boards", stated=stated), False
    rows = ask(store, "several-boards", {"stated": stated}, Limits(rows=PART)).table.records()
    # The seats of the last one may not all be there.
    return [row | {"role_text": None} for row in rows if row["person_id"] != rows[-1]["person_id"]], True


def _near(store: Store, things: Sequence[Thing], *, stated: bool) -> list[dict[str, Any]]:
    """The seats on the boards of these people, on these bodies, and on the others of those who link these with any."""
    own = [thing.id for thing in things if thing.label == BODY]
    people = [thing.id for thing in things if thing.label == PERSON]
    beside = {row["person_id"] for body in own for row in _asked(store, "members", body=body, stated=stated)}
    theirs = [_asked(store, "person-boards", person=person, stated=stated) for person in sorted({*people, *beside})]
    names = {row["body_id"]: row["body"] for rows in theirs for row in rows}
    rows = (
        row | {"body_id": body, "body": name}
        for body, name in names.items()
        for row in _asked(store, "members", body=body, stated=stated)
    )
    return sorted(rows, key=lambda row: tuple(row[name] or "" for name in _ORDER))


def _asked(store: Store, query: str, **values: Any) -> list[dict[str, Any]]:
    return run(store, query, **values).table.records()


def featured(store: Store, *, stated: bool = False) -> Sequence[Sequence[Thing]]:
    """The one page of everybody."""
    return [()]


def _wanted(pairs: _Pairs, things: Sequence[Thing]) -> tuple[set[str], set[str]]:
    """The people to draw, and the bodies."""
    if not things:
        return _several(pairs), {body for _, body in pairs}
    named = {label: {thing.id for thing in things if thing.label == label} for label in LABELS}
    theirs = {body for person, body in pairs if person in named[PERSON]}
    meeting = _several((person, body) for person, body in pairs if body in theirs) if named[PERSON] else set()
    linking = _several(pairs) & {person for person, body in pairs if body in named[BODY]}
    beyond = {body for person, body in pairs if person in linking}
    return named[PERSON] | meeting | linking, theirs | beyond | named[BODY]


def _several(pairs: Iterable[tuple[str, str]]) -> set[str]:
    seats = defaultdict(set)
    for person, body in pairs:
        seats[person].add(body)
    return {person for person, bodies in seats.items() if len(bodies) > 1}


def _link(row: dict[str, Any]) -> dict[str, Any]:
    ends = {"start_id": row["person_id"], "end_id": row["body_id"], "link": "SITS_ON"}
    return row | ends | {"acting": None, "start_date": None, "end_date": None}


def _drawn(facts: Sequence[Edge], rows: Iterable[dict[str, Any]], people: set[str], things: Sequence[Thing]) -> Picture:
    names = {thing.id: (thing.label, thing.name) for thing in things}
    for row in rows:
        names |= {row["person_id"]: (PERSON, row["person"]), row["body_id"]: (BODY, row["body"])}
    lines = {(edge.start, edge.end) for edge in facts if edge.start in people}
    columns = ordered(lines, {id_: name for id_, (_, name) in names.items()})
    places = {id_: (column, row) for column, ids in enumerate(columns) for row, id_ in enumerate(ids)}
    shown = dict.fromkeys([*places, *(end for edge in facts for end in (edge.start, edge.end))])
    nodes = tuple(Node(id_, *names[id_], places.get(id_)) for id_ in shown)
    return Picture(
        drawing=COLUMNS,
        title=_title(things),
        subject=_subject(len(columns[0]), len(columns[1])),
        nodes=nodes,
        edges=tuple(facts),
        asked=tuple(thing.id for thing in things),
        notes=_apart(nodes, facts),
    )


def _title(things: Sequence[Thing]) -> str:
    if not things:
        return "Who sits on which boards"
    return f"Boards: {', '.join(thing.name for thing in things)}"


def _people(number: int) -> str:
    return f"{number} {'person' if number == 1 else 'people'}"


def _subject(people: int, bodies: int) -> str:
    return f"{people} {'people link' if people != 1 else 'person links'} {bodies} {'bodies' if bodies != 1 else 'body'}."


def _apart(nodes: Iterable[Node], facts: Iterable[Edge]) -> tuple[str, ...]:
    """The bodies that nobody links with another."""
    seats = defaultdict(set)
    for edge in facts:
        seats[edge.end].add(edge.start)
    apart = sorted((node.name, node.id) for node in nodes if node.kind == BODY and node.at is None)
    if not apart:
        return ()
    listed = "; ".join(f"{name} ({_people(len(seats[id_]))})" for name, id_ in apart)
    return (f"In the table, but not drawn, as nobody on it sits on another: {listed}.",)
