"""Where many nodes stand: what is linked comes near, all else keeps its distance.

Each node pushes every other; that is reckoned on a grid by way of its Fourier transform, so that a round takes hardly longer for ten times
the nodes. Nothing is drawn by lot.
"""

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
"""One row for each node: x to the right, y downwards."""
Pairs = NDArray[np.int64]
"""One row for each two nodes that are linked, by their numbers."""
Sizes = NDArray[np.float64]
"""Of each node the radius of the disc that it needs."""

_PIVOTS = 40
_PUSH, _GRAVITY, _HOLD = 1.6, 0.8, 3.0
_EXACT = 120  # so many nodes and fewer push each other one by one
_CLEARED = 60  # rounds in which discs and boxes are moved apart
_STRETCHES = 60  # how often all is stretched where that is not enough
_GAP = 10  # pixels between boxes


def settled(pairs: Pairs, radii: Sizes, rounds: int) -> Points:
    """The places of connected nodes, the middle of all at 0, 0.

    Args:
        pairs: each two linked nodes once.
        radii: of their discs.
        rounds: how long to look for better places.

    """
    count = len(radii)
    places = _start(pairs, count)
    spread = np.sqrt((4 * radii**2).sum())
    places *= spread / max(np.ptp(places, axis=0).max(), 1e-9)
    push = _pushed if count <= _EXACT else _Field(count)
    mass = radii / radii.mean()
    unit = 2 * np.sqrt((radii**2).mean())
    strength = _strength(pairs, count) / unit
    for heat in spread * 0.12 * np.geomspace(1, 0.004, rounds):
        move = push(places, mass) * unit**2 * _PUSH - places * mass[:, None] * _GRAVITY
        _pull(move, places, pairs, strength)
        length = np.hypot(*move.T)[:, None]
        places += move * np.minimum(1, heat / np.maximum(length, 1e-9))
        places -= places.mean(axis=0)
    return places


def _strength(pairs: Pairs, count: int) -> NDArray[np.float64]:
    """How strong each link is: weaker the more its ends have, so that what links everybody does not heap all up; ends of chains hold fast."""
    degree = np.bincount(pairs.ravel(), minlength=count)
    one, other = degree[pairs[:, 0]], degree[pairs[:, 1]]
    return np.where(np.minimum(one, other) == 1, 1, _HOLD / np.sqrt(one * other))


def _pull(move: Points, places: Points, pairs: Pairs, strength: NDArray[np.float64]) -> None:
    apart = places[pairs[:, 1]] - places[pairs[:, 0]]
    drawn = apart * (np.hypot(*apart.T) * strength)[:, None]
    for axis in (0, 1):
        move[:, axis] += np.bincount(pairs[:, 0], drawn[:, axis], len(move)) - np.bincount(
            pairs[:, 1], drawn[:, axis], len(move)
        )


def _pushed(places: Points, mass: Sizes) -> Points:
    """How every node is pushed by all others, each by its mass over the distance."""
    apart = places[:, None] - places[None]
    near = (apart**2).sum(axis=2)
    np.fill_diagonal(near, np.inf)
    pushed: Points = (apart * (mass / np.maximum(near, 1e-9))[:, :, None]).sum(axis=1) * mass[:, None]
    return pushed


class _Field:
    """The same by way of a grid."""

    def __init__(self, count: int) -> None:
        self.side = int(2 ** np.clip(np.ceil(np.log2(np.sqrt(count) * 2.2)), 5, 9))
        far = np.minimum(np.arange(2 * self.side), 2 * self.side - np.arange(2 * self.side)).astype(float)
        sign = np.where(np.arange(2 * self.side) < self.side, 1.0, -1.0)
        near = far[:, None] ** 2 + far[None] ** 2
        near[0, 0] = np.inf
        self.kernels = [np.fft.rfft2((far * sign)[:, None] / near), np.fft.rfft2((far * sign)[None] / near)]

    def __call__(self, places: Points, mass: Sizes) -> Points:
        side = self.side
        low = places.min(axis=0)
        cell = max(np.ptp(places, axis=0).max() / (side - 2), 1e-9)
        at = (places - low) / cell
        floor = at.astype(np.int64)
        part = at - floor
        corners = [
            ((floor[:, 0] + right) * side + floor[:, 1] + down, _share(part[:, 0], right) * _share(part[:, 1], down))
            for right in (0, 1)
            for down in (0, 1)
        ]
        grid = np.zeros(side * side)
        for where, share in corners:
            grid += np.bincount(where, share * mass, side * side)
        known = np.fft.rfft2(grid.reshape(side, side), (2 * side, 2 * side))
        pushed = np.empty_like(places)
        for axis, kernel in enumerate(self.kernels):
            field = np.fft.irfft2(known * kernel, (2 * side, 2 * side))[:side, :side].ravel()
            pushed[:, axis] = sum(field[where] * share for where, share in corners)
        pushed *= mass[:, None] / cell
        return pushed


def _share(part: NDArray[np.float64], side: int) -> NDArray[np.float64]:
    return part if side else 1 - part


def _start(pairs: Pairs, count: int) -> Points:
    """Places by how many steps lie between each node and some that are far from each other (Brandes and Pich's pivots)."""
    follow, where = _neighbours(pairs, count)
    degree = np.diff(where)
    pivot = int(degree.argmax())
    nearest = np.full(count, np.inf)
    steps = []
    for _ in range(min(_PIVOTS, count)):
        away = _steps(pivot, follow, where)
        steps.append(away)
        nearest = np.minimum(nearest, away)
        pivot = int(nearest.argmax())
    square = np.stack(steps, axis=1) ** 2
    centred = square - square.mean(axis=0) - square.mean(axis=1)[:, None] + square.mean()
    _, axes = np.linalg.eigh(centred.T @ centred)
    axes = axes[:, ::-1][:, :2]
    if axes.shape[1] < 2:
        axes = np.hstack([axes, np.zeros_like(axes)])
    axes = axes * np.where(axes[np.abs(axes).argmax(axis=0), [0, 1]] < 0, -1, 1)
    places = centred @ axes
    return _apart(places / max(np.abs(places).max(), 1e-9))


def _apart(places: Points) -> Points:
    """Nodes of one place a little apart, on a spiral."""
    turn = np.arange(len(places)) * np.pi * (3 - np.sqrt(5))
    away = 0.06 * np.sqrt((np.arange(len(places)) + 0.5) / len(places))
    moved: Points = places + away[:, None] * np.stack([np.cos(turn), np.sin(turn)], axis=1)
    return moved


def _neighbours(pairs: Pairs, count: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The neighbours of all nodes one after another, and where those of each begin."""
    ends = np.concatenate([pairs, pairs[:, ::-1]])
    order = np.lexsort((ends[:, 1], ends[:, 0]))
    return ends[order, 1], np.searchsorted(ends[order, 0], np.arange(count + 1))


def _steps(first: int, follow: NDArray[np.int64], where: NDArray[np.int64]) -> NDArray[np.float64]:
    """How many links lie between the first and each."""
    count = len(where) - 1
    away = np.full(count, -1.0)
    away[first] = 0
    row = np.array([first])
    step = 0
    while len(row):
        step += 1
        many = where[row + 1] - where[row]
        beyond = follow[np.repeat(where[row] - np.concatenate([[0], many.cumsum()[:-1]]), many) + np.arange(many.sum())]
        row = np.unique(beyond[away[beyond] < 0])
        away[row] = step
    return away


def cleared(places: Points, radii: Sizes) -> Points:
    """The discs moved apart as far as they lie over each other."""
    places = places.copy()
    side = 2 * radii.max()
    for _ in range(_CLEARED):
        one, other = _near(places, side)
        apart = places[other] - places[one]
        length = np.hypot(*apart.T)
        lacking = radii[one] + radii[other] - length
        over = lacking > 0.01
        if not over.any():
            break
        one, other, apart, length, lacking = one[over], other[over], apart[over], length[over], lacking[over]
        flat = length < 1e-6
        apart[flat], length[flat] = (1.0, 0.0), 1.0
        share = radii[other] ** 2 / (radii[one] ** 2 + radii[other] ** 2)
        move = apart * (lacking / length * 0.7)[:, None]
        for axis in (0, 1):
            places[:, axis] -= np.bincount(one, move[:, axis] * share, len(places))
            places[:, axis] += np.bincount(other, move[:, axis] * (1 - share), len(places))
    return places


def _near(places: Points, side: float) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Each two nodes that stand in one cell of a grid or in cells beside each other."""
    cells = ((places - places.min(axis=0)) / side).astype(np.int64) + 1
    wide = int(cells[:, 0].max()) + 2
    key = cells[:, 1] * wide + cells[:, 0]
    order = np.argsort(key, kind="stable")
    sorted_ = key[order]
    pairs = [_between(np.arange(1, len(key) + 1), np.searchsorted(sorted_, sorted_, "right"))]
    for beyond in (1, wide - 1, wide, wide + 1):
        pairs.append(_between(np.searchsorted(sorted_, sorted_ + beyond), np.searchsorted(sorted_, sorted_ + beyond, "right")))
    one, other = np.concatenate(pairs, axis=1)
    return order[one], order[other]


def _between(first: NDArray[np.int64], last: NDArray[np.int64]) -> NDArray[np.int64]:
    many = np.maximum(last - first, 0)
    one = np.repeat(np.arange(len(first)), many)
    other = np.arange(many.sum()) - np.repeat(many.cumsum() - many, many) + np.repeat(first, many)
    return np.stack([one, other])


def parted(places: Points, sizes: Sizes) -> Points:
    """The places stretched and moved until no two boxes of these widths and heights lie over each other.

    A node's place is the middle of the upper side of its box.
    """
    room = (sizes[:, None] + sizes[None]) / 2 + _GAP
    middles = places + sizes * [0, 0.5]
    for _ in range(_STRETCHES):
        for _ in range(_CLEARED):
            over = _over(middles, room)
            if not over.any():
                return middles - sizes * [0, 0.5]
            middles = middles + _sidesteps(middles, room, over)
        middles = middles * 1.06
    return middles - sizes * [0, 0.5]


def _over(middles: Points, room: Sizes) -> NDArray[np.bool_]:
    apart = np.abs(middles[:, None] - middles[None])
    over = np.logical_and(apart[..., 0] < room[..., 0] - 0.5, apart[..., 1] < room[..., 1] - 0.5)
    np.fill_diagonal(over, val=False)
    return over


def _sidesteps(middles: Points, room: Sizes, over: NDArray[np.bool_]) -> Points:
    """Each out of the other's way, to the side where less is lacking."""
    one, other = np.nonzero(over)
    apart = middles[one] - middles[other]
    lacking = room[one, other] - np.abs(apart)
    ahead = np.where(apart > 0, 1.0, -1.0)
    same = apart == 0
    ahead[same] = np.where(one > other, 1.0, -1.0)[:, None].repeat(2, axis=1)[same]
    step = np.where((lacking == lacking.min(axis=1)[:, None]), lacking * ahead, 0) * 0.5
    return np.stack([np.bincount(one, step[:, axis], len(middles)) for axis in (0, 1)], axis=1)
