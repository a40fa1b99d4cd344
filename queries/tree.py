"""A structure as a tree: from things and the lines between them to branches under branches.

A unit with exactly one seat that runs it is one branch with that seat. What stands under a branch: the seats that report to it,
else those that are in its unit without a line of their own, and the units and bodies that are part of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from sederunt.graph.kinds import POST

RANK = {"REPORTS_TO": 0, "PART_OF": 1, "POST_IN": 2, "HEADS": 3}
"""The types of lines; what stands under what is told by those of the lowest rank that there are."""


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


@dataclass(slots=True)
class Structure:
    """Things (id to kind and name), the lines between them, and their seats."""

    things: dict[str, tuple[str, str]] = field(default_factory=dict)
    lines: set[Line] = field(default_factory=set)
    seats: dict[str, Seat] = field(default_factory=dict)


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


_Links = Mapping[str, list[tuple[Line, str]]]
"""For each branch the lines to other branches, with the ids of these."""


@dataclass(frozen=True, slots=True)
class Hanging:
    """Where each branch of a tree may stand, for whoever puts it together again from a part of the lines."""

    root: str
    """What everything else hangs on; empty where there are many trees."""
    heads: Mapping[str, str]
    """The seat of each unit that is one branch with it."""
    units: Mapping[str, str]
    """The name of what each seat runs, else of where it is."""
    uppers: _Links
    """For each branch the lines that it may hang on, with the branches above, the best first; a worse kind is for want of a better."""


def assemble(found: Structure, asked: str, below: Iterable[str]) -> Branch:
    """The tree: the chain of what is above, down to the thing asked for, with all of ``below`` under it.

    What stands in two places is unfolded in the first and only named in the second, so that a circle ends.
    """
    drawing = _Drawing(found)
    top = drawing.heads.get(asked, asked)
    inside = {drawing.heads.get(id_, id_) for id_ in below}
    tree = replace(drawing.unfold(top, None, _lowers(drawing.uppers, top, inside), set()), asked=True)
    for line, above in _chain(drawing.uppers, top, inside):
        tree = replace(drawing.branch(above, None), children=(replace(tree, line=line),))
    return tree


def hanging(found: Structure, asked: str = "", below: Iterable[str] = ()) -> Hanging:
    """What ``assemble`` makes a tree of; without a thing that is asked for, what ``forest`` does."""
    drawing = _Drawing(found)
    top = drawing.heads.get(asked, asked)
    inside = {drawing.heads.get(id_, id_) for id_ in below or found.things}
    uppers = {low: [(line, high) for line, high in drawing.uppers.get(low, ()) if high in inside] for low in sorted(inside)}
    for line, above in [*_chain(drawing.uppers, top, inside)] if top else ():
        uppers[top], top = [(line, above)], above
    if top:
        uppers[top] = []
    return Hanging(top, drawing.heads, drawing.units, uppers)


def forest(found: Structure) -> tuple[Branch, ...]:
    """All the trees of a structure, those with the most in them first; of what goes round in a circle the first by its id is at the top."""
    drawing = _Drawing(found)
    inside = {drawing.heads.get(id_, id_) for id_ in found.things}
    lowers = _lowers(drawing.uppers, "", inside)
    tops = sorted(inside - {low for branches in lowers.values() for _, low in branches})
    reached = _reached(lowers, list(tops))
    for at in sorted(inside):
        if at not in reached:
            tops.append(at)
            reached |= _reached(lowers, [at])
    seen: set[str] = set()
    trees = [drawing.unfold(top, None, lowers, seen) for top in tops]
    return tuple(sorted((tree for tree in trees if tree.children), key=lambda tree: -_size(tree)))


def _size(branch: Branch) -> int:
    return 1 + sum(map(_size, branch.children))


class _Drawing:
    """A structure with what is needed again and again to draw it."""

    def __init__(self, found: Structure) -> None:
        self.found = found
        self.heads = _heads(found.lines)
        """The seat of each unit that is run by exactly one."""
        self.uppers = _uppers(found.lines, self.heads)
        self.units = self._units()

    def _units(self) -> dict[str, str]:
        """What each seat runs, else where it is."""
        runs, within = defaultdict(set), defaultdict(set)
        for unit, post in self.heads.items():
            runs[post].add(self.found.things[unit][1])
        for line in self.found.lines:
            if line.link == "POST_IN":
                within[line.low].add(self.found.things[line.high][1])
        return {post: "; ".join(sorted(names)) for post, names in (within | runs).items()}

    def branch(self, at: str, line: Line | None) -> Branch:
        """A thing without what is under it."""
        kind, name = self.found.things[at]
        if kind != POST:
            return Branch(at, None, name, Seat(), line)
        return Branch(at, name, self.units.get(at), self.found.seats.get(at, Seat()), line)

    def unfold(self, at: str, line: Line | None, lowers: _Links, seen: set[str]) -> Branch:
        """A thing with all that is under it: posts first, then by name."""
        branch = self.branch(at, line)
        if at in seen:
            return branch
        seen.add(at)
        under = sorted(lowers.get(at, ()), key=lambda lower: self._place(lower[1]))
        return replace(branch, children=tuple(self.unfold(low, link, lowers, seen) for link, low in under))

    def _place(self, at: str) -> tuple[bool, str, str]:
        kind, name = self.found.things[at]
        return (kind != POST, name, at)


def _heads(lines: Iterable[Line]) -> dict[str, str]:
    seats = defaultdict(set)
    for line in lines:
        if line.link == "HEADS":
            seats[line.high].add(line.low)
    return {unit: next(iter(posts)) for unit, posts in seats.items() if len(posts) == 1}


def _uppers(lines: Iterable[Line], heads: Mapping[str, str]) -> _Links:
    """The lines upwards from each branch, lines of reporting first."""
    uppers = defaultdict(list)
    for line in sorted(lines, key=lambda line: (RANK[line.link], line)):
        low, high = heads.get(line.low, line.low), heads.get(line.high, line.high)
        if low != high:
            uppers[low].append((line, high))
    return uppers


def _lowers(uppers: _Links, top: str, inside: set[str]) -> _Links:
    """What stands under each branch: everything inside, by its best kind of line."""
    lowers = defaultdict(list)
    for low in sorted(inside - {top}):
        options = [(line, high) for line, high in uppers.get(low, ()) if high in inside]
        best = {high: line for line, high in reversed(options) if line.link == options[0][0].link}
        for high, line in sorted(best.items()):
            lowers[high].append((line, low))
    for line, low, high in _strays(uppers, lowers, top, inside):
        lowers[high].append((line, low))
    return lowers


def _strays(uppers: _Links, lowers: _Links, top: str, inside: set[str]) -> Iterator[tuple[Line, str, str]]:
    """Lines that join to the rest what reports in a circle only: any that leads to what the top is joined to already."""
    reached = _reached(lowers, [top])
    while True:
        missing = sorted(inside - reached)
        late = ((line, low, high) for low in missing for line, high in uppers.get(low, ()) if high in reached)
        step = next(late, None)
        if step is None:
            return
        yield step
        reached |= _reached(lowers, [step[1]])


def _reached(lowers: _Links, waiting: list[str]) -> set[str]:
    reached = set(waiting)
    while waiting:
        new = {low for _, low in lowers.get(waiting.pop(), ())} - reached
        reached |= new
        waiting += new
    return reached


def _chain(uppers: _Links, top: str, inside: set[str]) -> Iterator[tuple[Line, str]]:
    """The first line upwards from the top, the first from there, and so on."""
    seen, at = inside | {top}, top
    while step := next(((line, high) for line, high in uppers.get(at, ()) if high not in seen), None):
        yield step
        at = step[1]
        seen.add(at)
