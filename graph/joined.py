"""Who is one by way of others: the groups of those whom pairs connect."""

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int32]


def leaders(count: int, one: Places, other: Places) -> Places:
    """For each of so many the first of those with whom pairs connect it, perhaps by way of others.

    Args:
        count: how many there are.
        one: of each pair the one.
        other: of each pair the other.

    """
    leader = np.arange(count, dtype=np.int32)
    while one.size:
        low, high = np.minimum(one, other), np.maximum(one, other)
        np.minimum.at(leader, high, low)
        while not np.array_equal(above := leader[leader], leader):
            leader = above
        one, other = leader[low], leader[high]
        apart = one != other
        one, other = one[apart], other[apart]
    return leader


def members(leader: Places) -> tuple[Places, Places]:
    """All, those together that have one leader, each in order; and where each of the groups begins, the first of them first."""
    order = np.argsort(leader, kind="stable").astype(np.int32)
    return order, np.flatnonzero(np.diff(leader[order], prepend=-1)).astype(np.int32)
