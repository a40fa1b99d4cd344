"""The structure above and below an organisation, unit, post or body, read from the graph step by step."""

from collections.abc import Callable, Collection, Container, Iterable, Mapping
from dataclasses import replace
from typing import Any

from sederunt.graph.kinds import POST
from sederunt.graph.store import Store
from sederunt.queries.ask import run
from sederunt.queries.drawn import on
from sederunt.queries.tree import Branch, Line, Seat, Structure, assemble, forest

_ITSELF = """
MATCH (x:Organisation|Unit|Post|Body {id: $id})
RETURN x.id AS id, labels(x)[0] AS kind, x.name AS name
ORDER BY id"""

_LINKED = """
MATCH (x:Organisation|Unit|Post|Body)-[:REPORTS_TO|POST_IN|HEADS|PART_OF]-(:Organisation|Unit|Post|Body)
RETURN DISTINCT x.id AS id
ORDER BY id"""
_CLAIMED = """
MATCH (:Document {id: $document})<-[:IN_DOCUMENT]-(s:Statement)
WHERE s.link IN ['REPORTS_TO', 'POST_IN', 'HEADS', 'PART_OF']
RETURN DISTINCT s.subject AS low, s.link AS link, s.object AS high
ORDER BY low, link, high"""

_Link = tuple[str, str, str]
_Step = Callable[[Line, set[str]], Iterable[str]]


def chart(store: Store, asked: str, *, stated: bool = False, day: str = "") -> Branch:
    """The tree around the thing with this id: the chain above it, and everything under it.

    Args:
        store: the graph.
        asked: the id of an organisation, unit, post or body.
        stated: leave out lines and holders that are only inferred.
        day: as it was on that day, or at some time of a month or year; empty for all that any paper shows.

    """
    return assemble(*around(store, asked, stated=stated, day=day))


def around(store: Store, asked: str, *, stated: bool = False, day: str = "") -> tuple[Structure, str, set[str]]:
    """What ``chart`` puts together: the structure around a thing, the id of the thing, and the ids of all that is under it."""
    found = Structure({id_: (kind, name) for id_, kind, name in store.ask(_ITSELF, {"id": asked}).rows})
    below = _walk(store, found, asked, _under, stated=stated)
    _walk(store, found, asked, _over, stated=stated)
    then = _then(store, found, day, stated=stated) if day else None
    if then is not None:
        found.lines = {line for line in found.lines if (line.low, line.link, line.high) in then}
        below = _reached(asked, lambda _: found.lines, _under)
    _fill(store, found, stated=stated, then=then)
    return found, asked, below


def within(store: Store, top: str) -> set[str]:
    """The ids of everything that any paper shows under a thing, and of the thing itself."""
    return _walk(store, Structure(), top, _under, stated=False)


def charts(store: Store, *, document: str = "", stated: bool = False) -> tuple[Branch, ...]:
    """The trees of everything that has a line of a structure; those with the most in them first.

    Args:
        store: the graph.
        document: only the lines of the document with this id; all of them where it is empty.
        stated: leave out lines and holders that are only inferred.

    """
    return forest(everything(store, document=document, stated=stated))


def among(store: Store, things: Collection[str], *, stated: bool = False) -> Structure:
    """The lines of a structure of which both ends are among things with these ids, and who is in its posts."""
    found = Structure()
    for row in run(store, "structure", things=sorted(things), stated=stated).table.records():
        if row["low_id"] in things and row["high_id"] in things:
            _noted(found, row)
    _fill(store, found, stated=stated)
    return found


def everything(store: Store, *, document: str = "", stated: bool = False) -> Structure:
    """What ``charts`` puts together: every line of a structure, and who is in its posts."""
    found = Structure()
    claimed = {(low, link, high) for low, link, high in store.ask(_CLAIMED, {"document": document}).rows} if document else None
    ids = {low for low, _, _ in claimed} if claimed is not None else {id_ for (id_,) in store.ask(_LINKED).rows}
    for row in run(store, "structure", things=sorted(ids), stated=stated).table.records() if ids else ():
        if claimed is None or (row["low_id"], row["link"], row["high_id"]) in claimed:
            _noted(found, row)
    _fill(store, found, stated=stated)
    return found


def _then(store: Store, found: Structure, day: str, *, stated: bool) -> set[_Link]:
    """The lines of a structure that held on a day, and who was in which post."""
    rows = run(store, "structure-times", things=sorted(found.things), stated=stated).table.records()
    return {(row["low_id"], row["link"], row["high_id"]) for row in on(rows, day)}


def _fill(store: Store, found: Structure, *, stated: bool, then: Container[_Link] | None = None) -> None:
    """Note who is in the posts of a structure; of those who ever were, only the ones who were ``then``."""
    posts = [id_ for id_, (kind, _) in found.things.items() if kind == POST]
    rows = run(store, "holders", things=posts, stated=stated).table.records() if posts else []
    found.seats = _seats(row if _is_there(row, then) else row | {"holder": None, "acting": False} for row in rows)


def _is_there(row: Mapping[str, Any], then: Container[_Link] | None) -> bool:
    return then is None or (row["person_id"], "HOLDS", row["post_id"]) in then


def _walk(store: Store, found: Structure, asked: str, step: _Step, *, stated: bool) -> set[str]:
    """Everything that is reached by going on from the thing asked for; what is seen on the way is put into ``found``."""

    def lines_at(frontier: set[str]) -> list[Line]:
        return [_noted(found, row) for row in run(store, "structure", things=sorted(frontier), stated=stated).table.records()]

    return _reached(asked, lines_at, step)


def _reached(asked: str, lines_at: Callable[[set[str]], Collection[Line]], step: _Step) -> set[str]:
    """Everything that is reached by going on from a thing by the lines at what was reached last, and the thing itself."""
    reached, frontier = {asked}, {asked}
    while frontier:
        frontier = {end for line in lines_at(frontier) for end in step(line, frontier)} - reached
        reached |= frontier
    return reached


def _noted(found: Structure, row: Mapping[str, Any]) -> Line:
    found.things[row["low_id"]] = (row["low_kind"], row["low_name"])
    found.things[row["high_id"]] = (row["high_kind"], row["high_name"])
    line = Line(row["low_id"], row["link"], row["high_id"], row["basis"], row["quote"], row["source"])
    found.lines.add(line)
    return line


def _under(line: Line, frontier: set[str]) -> Iterable[str]:
    if line.high in frontier:
        yield line.low
    if line.link == "HEADS" and line.low in frontier:
        yield line.high


def _over(line: Line, frontier: set[str]) -> Iterable[str]:
    if line.low in frontier:
        yield line.high
    if line.link == "HEADS" and line.high in frontier:
        yield line.low


def _seats(rows: Iterable[Mapping[str, Any]]) -> dict[str, Seat]:
    seats: dict[str, Seat] = {}
    for row in rows:
        before = seats.get(row["post_id"], Seat(row["seats"] or 1, bool(row["vacant"])))
        holders = (*before.holders, row["holder"]) if row["holder"] else before.holders
        seats[row["post_id"]] = replace(before, holders=holders, acting=before.acting or bool(row["acting"]))
    return seats
