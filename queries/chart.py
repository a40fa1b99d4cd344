"""The structure above and below an organisation, unit, post or body, put together as a tree from its lines.

A unit with exactly one seat that runs it is one branch with that seat. What stands under a branch: the seats that report to it,
else those that are in its unit without a line of their own, and the units and bodies that are part of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sederunt.graph.kinds import POST
from sederunt.graph.store import Store
from sederunt.queries.ask import run

_DEEPEST = 50
_RANK = {"REPORTS_TO": 0, "PART_OF": 1, "POST_IN": 2}


@dataclass(frozen=True, slots=True, order=True)
class Line:
    """One line of a structure: what is below, how it is linked, what is above; of ``HEADS`` the seat and what it runs."""

    low: str
    link: str
    high: str
    basis: str
    quote: str
    source: str


@dataclass(frozen=True, slots=True)
class Seat:
    """What is known of a post beside its lines."""

    seats: int = 1
    vacant: bool = False
    acting: bool = False
    holders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Branch:
    """One line of a chart: a post and the unit that it is in or runs, or a unit that nobody is shown to run."""

    id: str
    post: str | None
    unit: str | None
    seat: Seat
    line: Line | None = None
    """The line to the branch above."""
    asked: bool = False
    children: tuple["Branch", ...] = ()

    def record(self) -> dict[str, Any]:
        """The branch as nested plain values."""
        return {
            "post": self.post,
            "holder": "; ".join(self.seat.holders) or None,
            "seats": self.seat.seats if self.post else None,
            "vacant": self.seat.vacant,
            "acting": self.seat.acting,
            "unit": self.unit,
            "basis": self.line.basis if self.line else None,
            "children": [child.record() for child in self.children],
        }


@dataclass(slots=True)
class Structure:
    """Things (id to kind and name), the lines between them, and their seats."""

    things: dict[str, tuple[str, str]] = field(default_factory=dict)
    lines: set[Line] = field(default_factory=set)
    seats: dict[str, Seat] = field(default_factory=dict)


def chart(store: Store, asked: str, *, stated: bool = False) -> Branch:
    """The tree around the thing with this id: the chain above it, and everything under it."""
    found = Structure(_itself(store, asked))
    below = _walk(store, found, asked, _under, stated=stated)
    _walk(store, found, asked, _over, stated=stated)
    posts = [id_ for id_, (kind, _) in found.things.items() if kind == POST]
    found.seats = _seats(run(store, "holders", things=posts, stated=stated).table.records()) if posts else {}
    return assemble(found, asked, below)


def _itself(store: Store, asked: str) -> dict[str, tuple[str, str]]:
    query = (
        "MATCH (x:Organisation|Unit|Post|Body {id: $id}) RETURN x.id AS id, labels(x)[0] AS kind, x.name AS name ORDER BY id"
    )
    return {id_: (kind, name) for id_, kind, name in store.ask(query, {"id": asked}).rows}


def _walk(store: Store, found: Structure, asked: str, step: Any, *, stated: bool) -> set[str]:
    """Everything that is reached by going on from the thing asked for, which it puts into ``found`` on the way."""
    reached, frontier = {asked}, {asked}
    for _ in range(_DEEPEST):
        rows = run(store, "structure", things=sorted(frontier), stated=stated).table.records()
        lines = [_noted(found, row) for row in rows]
        frontier = {end for line in lines for end in step(line, frontier)} - reached
        reached |= frontier
        if not frontier:
            break
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


# From lines to a tree ----------------------------------------------------------------------


def assemble(found: Structure, asked: str, below: set[str]) -> Branch:
    """The tree: the chain of what is above, down to the thing asked for, with all of ``below`` under it.

    What stands in two places is unfolded in the first and only named in the second, so that a circle ends.
    """
    heads = _heads(found.lines)
    uppers = _uppers(found.lines, heads)
    top = heads.get(asked, asked)
    inside = {heads.get(id_, id_) for id_ in below}
    lowers = _lowers(uppers, top, inside)
    tree = replace(_unfold(found, heads, lowers, top, None, set()), asked=True)
    for line, above in _chain(uppers, top, inside):
        tree = replace(_branch(found, heads, above, None), children=(replace(tree, line=line),))
    return tree


def _heads(lines: Iterable[Line]) -> dict[str, str]:
    """The seat of each unit that is run by exactly one."""
    seats = defaultdict(set)
    for line in lines:
        if line.link == "HEADS":
            seats[line.high].add(line.low)
    return {unit: next(iter(posts)) for unit, posts in seats.items() if len(posts) == 1}


def _uppers(lines: Iterable[Line], heads: Mapping[str, str]) -> dict[str, list[tuple[Line, str]]]:
    """For each branch the lines upwards and the branches that they lead to, lines of reporting first."""
    uppers: dict[str, list[tuple[Line, str]]] = defaultdict(list)
    for line in sorted(lines, key=lambda line: (_RANK.get(line.link, 3), line)):
        low, high = heads.get(line.low, line.low), heads.get(line.high, line.high)
        if low != high:
            uppers[low].append((line, high))
    return uppers


def _lowers(uppers: Mapping[str, list[tuple[Line, str]]], top: str, inside: set[str]) -> dict[str, list[tuple[Line, str]]]:
    """For each branch what stands under it: everything inside, by its best kind of line that leads to the top."""
    lowers: dict[str, list[tuple[Line, str]]] = defaultdict(list)
    for low in sorted(inside - {top}):
        options = [(line, high) for line, high in uppers.get(low, ()) if high in inside]
        best = {high: line for line, high in reversed(options) if line.link == options[0][0].link}
        for high, line in sorted(best.items()):
            lowers[high].append((line, low))
    while missing := sorted(inside - _reached(lowers, top)):
        reached = inside - set(missing)
        late = [(low, line, high) for low in missing for line, high in uppers.get(low, ()) if high in reached]
        if not late:
            break
        low, line, high = late[0]
        lowers[high].append((line, low))
    return lowers


def _reached(lowers: Mapping[str, list[tuple[Line, str]]], top: str) -> set[str]:
    reached, waiting = {top}, [top]
    while waiting:
        new = {low for _, low in lowers.get(waiting.pop(), ())} - reached
        reached |= new
        waiting += new
    return reached


def _chain(uppers: Mapping[str, list[tuple[Line, str]]], top: str, seen: set[str]) -> Iterable[tuple[Line, str]]:
    """The first line upwards from the top, the first from there, and so on."""
    seen, at = seen | {top}, top
    while step := next(((line, high) for line, high in uppers.get(at, ()) if high not in seen), None):
        yield step
        at = step[1]
        seen.add(at)


def _unfold(
    found: Structure,
    heads: Mapping[str, str],
    lowers: Mapping[str, list[tuple[Line, str]]],
    at: str,
    line: Line | None,
    seen: set[str],
) -> Branch:
    branch = _branch(found, heads, at, line)
    if at in seen:
        return branch
    seen.add(at)
    children = [_unfold(found, heads, lowers, low, link, seen) for link, low in _in_order(found, lowers.get(at, ()))]
    return replace(branch, children=tuple(children))


def _in_order(found: Structure, lowers: Iterable[tuple[Line, str]]) -> list[tuple[Line, str]]:
    """Posts first, then by name."""
    return sorted(lowers, key=lambda lower: (found.things[lower[1]][0] != POST, found.things[lower[1]][1], lower[1]))


def _branch(found: Structure, heads: Mapping[str, str], at: str, line: Line | None) -> Branch:
    kind, name = found.things[at]
    if kind != POST:
        return Branch(at, None, name, Seat(), line)
    runs = sorted(found.things[unit][1] for unit, post in heads.items() if post == at)
    within = sorted({found.things[line.high][1] for line in found.lines if line.low == at and line.link == "POST_IN"})
    return Branch(at, name, "; ".join(runs or within) or None, found.seats.get(at, Seat()), line)
