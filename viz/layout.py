"""Where the nodes of a map stand: on rings around what is asked for, each beyond what leads to it, no two labels over each other.

Nothing here is drawn by lot, so that the same picture has the same places everywhere.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
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
_SHARES = (0.34, 0.42, 0.5, 0.6, 0.7)  # how far out the inner ring may be, of the radius of the outer
_STEPS = 720  # places on a ring that are tried
_CROWD = 22  # more than so many on one ring stand in two rows, more than twice as many in three
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
    places = {rings.centre: (0, 0)}
    radius = float(_FIRST)
    shares = _SHARES if any(who for _, who in rings.outer) else (1.0,)
    for _ in range(_TRIES if rings.inner else 0):
        outer = _spread([sizes.get(who) or sizes[owner] for owner, who in rings.outer], radius)
        for share in shares if outer else ():
            places = {rings.centre: (0, 0)} | _tried(rings, sizes, outer, (radius, radius * share))
            if len(places) > 1 and not overlapping(places, sizes):
                return places
        radius *= _GROWTH
    return places


def _tried(rings: Rings, sizes: Mapping[str, Size], outer: Sequence[int], radii: tuple[float, float]) -> Places:
    """Places on an outer ring, where the steps are known, and on an inner one; none if that has too little room."""
    turns = defaultdict(list)
    for (owner, _), step in zip(rings.outer, outer, strict=True):
        turns[owner].append(step)
    wanted = [sum(turns[owner]) // len(turns[owner]) for owner in rings.inner]
    inner = _walked([sizes[owner] for owner in rings.inner], radii[1], _GAP, wanted)
    if not inner:
        return {}
    beyond = _standing([who for _, who in rings.outer], outer, radii[0])
    return _standing(rings.inner, inner, radii[1]) | {who: place for who, place in beyond.items() if who}


def _standing(ids: Sequence[str], steps: Sequence[int], radius: float) -> Places:
    return {id_: _at(step, radius * _row(number, ids)) for number, (id_, step) in enumerate(zip(ids, steps, strict=True))}


def _row(number: int, crowd: Sequence[object]) -> float:
    """Which share of the radius of a ring this one of a crowd stands at."""
    rows = 1 + (len(crowd) > _CROWD) + (len(crowd) > 2 * _CROWD)
    return 1 - _BACK * (number % rows)


def _spread(boxes: Sequence[Size], radius: float) -> list[int]:
    """Steps for boxes around a whole ring, with as much between them as there is room for; none if they do not fit."""
    best = _walked(boxes, radius, _GAP, [0] * len(boxes))
    low, high = _GAP, round(8 * radius)
    while best and high - low > 2:
        gap = (low + high) // 2
        tried = _walked(boxes, radius, gap, [0] * len(boxes))
        best, low, high = (tried, gap, high) if tried else (best, low, gap)
    return best


def _walked(boxes: Sequence[Size], radius: float, gap: int, wanted: Sequence[int]) -> list[int]:
    """A step around a ring for each box, one after another and not before the step wanted; none if they do not all fit."""
    taken: list[Box] = []
    steps: list[int] = []
    step = 0
    for number, (size, first) in enumerate(zip(boxes, wanted, strict=True)):
        reach = radius * _row(number, boxes)
        step = max(step, first)
        while step < _STEPS and _hits((_at(step, reach), size), taken[-6:] + taken[:6], gap):
            step += 1
        if step >= _STEPS:
            return []
        steps.append(step)
        taken.append((_at(step, reach), size))
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
