"""How long the betweenness of people and bodies takes beside networkx, exactly and from as many nodes, and the ratios.

python benchmarks/betweenness.py [BODIES ...]      bodies of twenty seats; 50 and 1000 if none is given
"""

import sys
from collections.abc import Callable
from functools import partial
from random import Random
from time import perf_counter

import networkx as nx
from sederunt.queries.betweenness import betweenness

SEATS = 20
EXACT = 1_500
"""Nodes up to which networkx is waited for."""
STARTS = 100


def seats(bodies: int) -> list[tuple[str, str]]:
    """Twenty people on each body, of whom most sit on two or three."""
    chance = Random(bodies)
    people = bodies * SEATS * 2 // 5
    return sorted({(f"person:{chance.randrange(people)}", f"body:{body}") for body in range(bodies) for _ in range(SEATS)})


def seconds(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


def main() -> None:
    for bodies in [int(given) for given in sys.argv[1:]] or [50, 1_000]:
        links = seats(bodies)
        graph: nx.Graph[str] = nx.Graph()
        graph.add_edges_from(links)
        nodes = graph.number_of_nodes()
        starts = nodes if nodes <= EXACT else STARTS
        ours = seconds(partial(betweenness, links, starts * len(links)))
        theirs = seconds(partial(nx.betweenness_centrality, graph, k=starts, seed=1))
        print(
            f"{nodes:,} nodes, {len(links):,} seats, from {starts:,}: {ours:.2f} s, networkx {theirs:.2f} s: {theirs / ours:.1f} times"
        )


if __name__ == "__main__":
    main()
