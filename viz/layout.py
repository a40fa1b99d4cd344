"""Where the nodes of a map stand: on rings around what is asked for, each beyond what leads to it, no two labels over each other.

Nothing here is drawn by lot, so that the same picture has the same places everywhere.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

import networkx as nx

Size = tuple[int, int]
"""Width and height in pixels of a node with its label."""
Box = tuple[tuple[int, int], Size]
"""Where it stands, and its size."""
Places = dict[str, tuple[int, int]]

_WIDE = 1.35  # screens are wider than high
_GAP = 8
_FIRST, _GROWTH, _TRIES = 150, 1.07, 60
_ROWS = (1, 2, 3)  # in which those on one ring may stand
_INNER = tuple((share, rows) for rows in (1, 2) for share in (0.34, 0.42, 0.5, 0.6, 0.7, 0.8))  # radius, of the outer one; rows
_STEPS = 720  # places on a ring that are tried
_BACK = 0.2  # how much nearer each further row stands


@dataclass(frozen=True, slots=True)
class Rings:
    """What is to be placed: the ids on each ring in their order around it, and the slots of the outer ring."""

    centre: str
    inner: tuple[str, ...]
    outer: tuple[tuple[str, str], ...]
    """Each slot: who it belongs to on the inner ring, and who stands in it (empty: nobody)."""


def rings(centre: str, pairs: Iterable[tuple[str, str]], order: Mapping[str, tuple[str, ...]]) -> Rings:
    """What is linked to the centre on an inner ring, what is linked to that on an outer one.

    Args:
        centre: an id.
        pairs: ids that are linked.
        order: how ids are sorted where nothing else tells.

    """
    graph: nx.Graph[str] = nx.Graph(sorted(pairs))
    graph.add_node(centre)
    layers = [*nx.bfs_layers(graph, [centre]), [], []]
    beyond = {id_: set(graph[id_]) & set(layers[2]) for id_ in layers[1]}
    inner = _side_by_side(layers[1], beyond, order)
    return Rings(centre, tuple(inner), tuple(_slots(inner, beyond, order)))


def _side_by_side(ids: Sequence[str], beyond: Mapping[str, set[str]], order: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Each next to what it shares most with."""
    left = sorted(ids, key=lambda id_: (order[id_], id_))
    row = left[:1]
    while left := [id_ for id_ in left if id_ != row[-1]]:
        row.append(max(left, key=lambda id_: len(beyond[id_] & beyond[row[-1]])))
    return row


def _slots(
    inner: Sequence[str], beyond: Mapping[str, set[str]], order: Mapping[str, tuple[str, ...]]
) -> Iterable[tuple[str, str]]:
    at = {id_: number for number, id_ in enumerate(inner)}
    leads = defaultdict(list)
    for id_ in inner:
        for further in beyond[id_]:
            leads[further].append(at[id_])
    owned = defaultdict(list)
    for further in sorted(leads, key=lambda id_: (sum(leads[id_]) / len(leads[id_]), order[id_], id_)):
        middle = sorted(leads[further])[len(leads[further]) // 2]
        owned[inner[middle]].append(further)
    for id_ in inner:
        yield from ((id_, further) for further in owned[id_] or [""])


def placed(rings: Rings, sizes: Mapping[str, Size]) -> Places:
    """The place of each node: x to the right, y downwards, the centre at 0, 0."""
    centre = {rings.centre: (0, 0)}
    radius = float(_FIRST)
    places: Places = {}
    for _ in range(_TRIES if rings.inner else 0):
        for places in _tried(rings, sizes, radius):
            if not overlapping(centre | places, sizes):
                return centre | places
        radius *= _GROWTH
    return centre | places


def _tried(rings: Rings, sizes: Mapping[str, Size], radius: float) -> Iterator[Places]:
    """Places on an outer ring of this radius and on inner ones; where nobody stands on the outer, both are the same."""
    alone = not any(who for _, who in rings.outer)
    slots = [sizes.get(who) or sizes[owner] for owner, who in rings.outer]
    for rows in _ROWS:
        outer = Ring(radius, rows)
        steps = outer.spread(slots)
        beyond = dict(zip((who for _, who in rings.outer), outer.places(steps), strict=False))
        beyond.pop("", None)
        for inner in (outer,) if alone else tuple(Ring(radius * share, each) for share, each in _INNER):
            within = inner.walked([sizes[owner] for owner in rings.inner], _GAP, _wanted(rings, steps)) if steps else []
            if within:
                yield dict(zip(rings.inner, inner.places(within), strict=True)) | beyond


def _wanted(rings: Rings, steps: Sequence[int]) -> list[int]:
    """The step for each on the inner ring: in the middle of what stands beyond it."""
    turns = defaultdict(list)
    for (owner, _), step in zip(rings.outer, steps, strict=True):
        turns[owner].append(step)
    return [sum(turns[owner]) // len(turns[owner]) for owner in rings.inner]


@dataclass(frozen=True, slots=True)
class Ring:
    """A ring around the middle, on which boxes stand in one or more rows by turns."""

    radius: float
    rows: int

    def place(self, number: int, step: int) -> tuple[int, int]:
        """Where the box of this number stands if it stands at this step."""
        return _at(step, self.radius * (1 - _BACK * (number % self.rows)))

    def places(self, steps: Iterable[int]) -> list[tuple[int, int]]:
        """Where boxes stand, one for each step."""
        return [self.place(number, step) for number, step in enumerate(steps)]

    def spread(self, boxes: Sequence[Size]) -> list[int]:
        """Steps for boxes around the whole ring, with as much between them as there is room for; none if they do not fit."""
        first = [0] * len(boxes)
        best = self.walked(boxes, _GAP, first)
        low, high = _GAP, round(8 * self.radius)
        while best and high - low > 2:
            gap = (low + high) // 2
            tried = self.walked(boxes, gap, first)
            best, low, high = (tried, gap, high) if tried else (best, low, gap)
        return best

    def walked(self, boxes: Sequence[Size], gap: int, wanted: Sequence[int]) -> list[int]:
        """A step for each box, one after another and not before the step wanted; none if they do not all fit."""
        taken: list[Box] = []
        steps: list[int] = []
        step = 0
        for number, (size, first) in enumerate(zip(boxes, wanted, strict=True)):
            step = max(step, first)
            while step < _STEPS and _hits((self.place(number, step), size), taken[-6:] + taken[:6], gap):
                step += 1
            if step >= _STEPS:
                return []
            steps.append(step)
            taken.append((self.place(number, step), size))
        return steps


def _at(step: int, radius: float) -> tuple[int, int]:
    """The place of a step around a ring, clockwise from the top."""
    angle = 2 * pi * step / _STEPS - pi / 2
    return round(radius * _WIDE * cos(angle)), round(radius * sin(angle))


def overlapping(places: Places, sizes: Mapping[str, Size]) -> bool:
    """Whether any two nodes, with their labels, lie over each other."""
    boxes = [(place, sizes[id_]) for id_, place in places.items()]
    return any(_hits(box, boxes[:number], _GAP) for number, box in enumerate(boxes))


def _hits(box: Box, others: Iterable[Box], gap: int) -> bool:
    """Whether a box comes nearer than a gap to another; its place is the middle of its upper side."""
    (left, top), (wide, high) = box
    return any(
        abs(left - x) < (wide + width) / 2 + gap and -height - gap < y - top < high + gap for (x, y), (width, height) in others
    )
