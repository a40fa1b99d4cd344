"""Where the nodes of a map of everything stand: what hangs together near each other, its parts side by side.

The same links give the same places, in whatever order sets are walked.
"""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from sederunt.viz.forces import Pairs, Points, Sizes, cleared, parted, settled

Place = tuple[int, int]
Pair = tuple[int, int]
Size = tuple[int, int]
"""Width and height in pixels of a node with its label."""

FEW = 300
"""So many nodes and fewer stand so that no two labels lie over each other; of more, each has room for its own mark."""

_WIDE = 1.45  # screens are wider than high
_BETWEEN, _CLOSELY = 90, 30  # pixels between parts, of a small map and of a large one
_STAR = 8  # so many nodes and fewer stand in a circle
_ROUNDS = ((60, 90), (20_000, 150), (10**9, 110))
_FIRST, _GROWTH, _LARGEST = 11, 1.3, 28


def laid(pairs: Iterable[Pair], sizes: Sequence[Size]) -> list[Place]:
    """The place of each node: x to the right, y downwards, the middle of all at 0, 0.

    Args:
        pairs: nodes that are linked, by their numbers.
        sizes: of all nodes.

    """
    links = sorted({(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]})
    parts = _parts(links, len(sizes))
    radii = _radii(links, sizes)
    shapes = [_shaped(part, own, radii[part]) for part, own in zip(parts, _own(links, parts, len(sizes)), strict=True)]
    if len(sizes) <= FEW:
        shapes = [
            parted(shape, np.array([sizes[number] for number in part])) for part, shape in zip(parts, shapes, strict=True)
        ]
    places = np.zeros((len(sizes), 2))
    margins = radii + _CLOSELY / 2 if len(sizes) > FEW else np.array([max(size) + _BETWEEN for size in sizes]) / 2
    for part, shape in zip(parts, _packed(shapes, [margins[part].max() for part in parts]), strict=True):
        places[part] = shape
    if len(places):
        places -= (places.min(axis=0) + places.max(axis=0)) / 2
    return [(int(x), int(y)) for x, y in np.rint(places)]


def _radii(links: Sequence[Pair], sizes: Sequence[Size]) -> Sizes:
    if len(sizes) <= FEW:
        return np.array([max(np.sqrt(wide * high) * 0.4, _FIRST) for wide, high in sizes])
    degree = np.bincount(np.array(links, dtype=np.int64).reshape(-1), minlength=len(sizes))
    radii: Sizes = np.minimum(_FIRST + _GROWTH * np.sqrt(degree), _LARGEST)
    return radii


def _parts(links: Iterable[Pair], count: int) -> list[list[int]]:
    """What hangs together, the largest first."""
    head = list(range(count))

    def first(number: int) -> int:
        while head[number] != number:
            head[number] = head[head[number]]
            number = head[number]
        return number

    for one, other in links:
        low, high = sorted((first(one), first(other)))
        head[high] = low
    found: dict[int, list[int]] = {}
    for number in range(count):
        found.setdefault(first(number), []).append(number)
    return sorted(found.values(), key=lambda part: (-len(part), part))


def _own(links: Iterable[Pair], parts: Sequence[Sequence[int]], count: int) -> Iterator[Pairs]:
    """The links of each part, by the numbers that its nodes have in it."""
    within = [(0, 0)] * count
    for at, part in enumerate(parts):
        for number, node in enumerate(part):
            within[node] = (at, number)
    own: list[list[Pair]] = [[] for _ in parts]
    for one, other in links:
        own[within[one][0]].append((within[one][1], within[other][1]))
    return (np.array(each, dtype=np.int64).reshape(-1, 2) for each in own)


def _shaped(part: Sequence[int], links: Pairs, radii: Sizes) -> Points:
    if len(part) <= _STAR:
        return _star(len(part), links, radii)
    rounds = next(rounds for most, rounds in _ROUNDS if len(part) <= most)
    return _turned(cleared(settled(links, radii, rounds), radii))


def _star(count: int, links: Pairs, radii: Sizes) -> Points:
    """The one with the most links in the middle, the others around it."""
    hub = int(np.bincount(links.reshape(-1), minlength=count).argmax()) if len(links) else 0
    others = [number for number in range(count) if number != hub]
    places = np.zeros((count, 2))
    away = max(radii.max() * 2.2, radii[others].sum() / np.pi * 1.1) if others else 0
    for number, other in enumerate(others):
        turn = 2 * np.pi * number / len(others)
        places[other] = away * np.cos(turn), away * np.sin(turn)
    return places


def _turned(places: Points) -> Points:
    """The longest way across lies on its side."""
    _, axes = np.linalg.eigh(places.T @ places)
    along, across = axes[:, 1], axes[:, 0]
    if along[np.abs(along).argmax()] < 0:
        along = -along
    if along[0] * across[1] - along[1] * across[0] < 0:
        across = -across
    turned: Points = places @ np.stack([along, across], axis=1)
    return turned


def _packed(shapes: Sequence[Points], margins: Sequence[float]) -> Iterator[Points]:
    """The shapes beside and under each other in about a rectangle: each at the lowest place where it fits."""
    boxes = [np.ptp(shape, axis=0) + 2 * margin for shape, margin in zip(shapes, margins, strict=True)]
    order = sorted(range(len(boxes)), key=lambda at: (-round(boxes[at][1], 3), -round(boxes[at][0], 3), at))
    width = max(np.sqrt(sum(wide * high for wide, high in boxes) * _WIDE), *(box[0] for box in boxes), 1)
    corners: dict[int, tuple[float, float]] = {}
    line = [(0.0, float(width), 0.0)]  # what is taken: from, to, and down to where
    for at in order:
        wide, high = boxes[at]
        left, top = min(
            ((x, _depth(line, x, x + wide)) for x, _, _ in line if x + wide <= width + 1), key=lambda c: (c[1], c[0])
        )
        corners[at] = (left, top)
        line = _lowered(line, left, left + wide, top + high)
    for at, (shape, margin) in enumerate(zip(shapes, margins, strict=True)):
        yield shape - shape.min(axis=0) + margin + np.array(corners[at])


def _depth(line: Sequence[tuple[float, float, float]], left: float, right: float) -> float:
    return max(depth for start, end, depth in line if start < right and end > left)


def _lowered(
    line: Sequence[tuple[float, float, float]], left: float, right: float, depth: float
) -> list[tuple[float, float, float]]:
    outside = [(start, min(end, left), own) for start, end, own in line if start < left]
    beyond = [(max(start, right), end, own) for start, end, own in line if end > right]
    return [*outside, (left, right, depth), *beyond]
