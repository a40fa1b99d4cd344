"""How often the shortest ways of a graph lead by each of its nodes, for graphs of hundreds of thousands of links.

Ulrik Brandes, "A faster algorithm for betweenness centrality", Journal of Mathematical Sociology 25(2), 2001, layer by layer on arrays:
networkx has the same figures, and takes 5 times as long for one council, 30 times for many (``benchmarks/betweenness.py``).
"""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

_SEED = 1
Places = NDArray[np.int64]


class _Links(NamedTuple):
    """The neighbours of every node, one node after another, and where those of each begin; at the end how many there are."""

    neighbours: Places
    begins: Places


def betweenness(links: Iterable[tuple[str, str]], most: int) -> dict[str, float]:
    """The betweenness centrality of each node, from 0 to 1.

    Args:
        links: the ids of two nodes each, in either order; no link twice.
        most: how many links may be passed. Where ways from every node to all others pass more, only those from some nodes are
            counted, at least from one, chosen with a fixed seed: the centrality is estimated.

    """
    pairs = sorted(links)
    ids = sorted({id_ for pair in pairs for id_ in pair})
    if len(ids) < 3:
        return dict.fromkeys(ids, 0.0)
    graph = _linked(pairs, ids)
    number = min(len(ids), max(most // len(pairs), 1))
    starts = np.random.default_rng(_SEED).permutation(len(ids))[:number].tolist()
    passed = sum((_passed(graph, start) for start in starts), np.zeros(len(ids)))
    shares = passed * len(ids) / number / ((len(ids) - 1) * (len(ids) - 2))
    return dict(zip(ids, shares.tolist(), strict=True))


def _linked(pairs: list[tuple[str, str]], ids: list[str]) -> _Links:
    place = {id_: at for at, id_ in enumerate(ids)}
    one, other = np.array([(place[a], place[b]) for a, b in pairs]).T
    nodes, neighbours = np.concatenate((one, other)), np.concatenate((other, one))
    order = np.argsort(nodes, kind="stable")
    return _Links(neighbours[order], np.searchsorted(nodes[order], np.arange(len(ids) + 1)))


def _passed(graph: _Links, start: int) -> NDArray[np.float64]:
    """Of the shortest ways from a node to each other one, which share leads by each node; summed over the other nodes."""
    nodes = len(graph.begins) - 1
    distance = np.full(nodes, -1)
    distance[start] = 0
    ways = np.zeros(nodes)
    ways[start] = 1
    steps: list[tuple[Places, Places]] = []
    layer: Places = np.array([start])
    while layer.size:
        here, there = _onwards(graph, layer)
        new = distance[there] < 0
        here, there = here[new], there[new]
        steps.append((here, there))
        distance[there] = len(steps)
        np.add.at(ways, there, ways[here])
        layer = np.flatnonzero(distance == len(steps))
    passed = np.zeros(nodes)
    for here, there in reversed(steps):
        np.add.at(passed, here, ways[here] / ways[there] * (1 + passed[there]))
    passed[start] = 0
    return passed


def _onwards(graph: _Links, nodes: Places) -> tuple[Places, Places]:
    """Every link from some nodes: from where, and to where."""
    begins = graph.begins[nodes]
    counts = graph.begins[nodes + 1] - begins
    before = np.cumsum(counts) - counts
    return np.repeat(nodes, counts), graph.neighbours[np.arange(counts.sum()) + np.repeat(begins - before, counts)]
