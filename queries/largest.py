"""The largest structures of all, by the ids of their things: chosen from without a look at what each is, and who is in it."""

from collections.abc import Iterator

import networkx as nx
from sederunt.graph.store import Store

_LINES = """
MATCH (low:Organisation|Unit|Post|Body)-[r:REPORTS_TO|POST_IN|HEADS|PART_OF]->(high:Organisation|Unit|Post|Body)
WHERE NOT $stated OR r.basis = 'stated'
RETURN high.id AS high, low.id AS low
ORDER BY high, low"""


def linked_in(store: Store, *, stated: bool = False) -> "nx.DiGraph[str]":
    """All structures, each thing linked to those under it; with ``stated`` without what is only inferred."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edges_from(store.ask(_LINES, {"stated": stated}).rows)
    return graph


def downwards(linked: "nx.DiGraph[str]") -> Iterator[str]:
    """The things of each structure, of the largest first: each top, that with the most below it first, with all under it, level by level.

    Where a structure goes round in a circle, what is first by its id is its top.
    """
    for inside in sorted(nx.weakly_connected_components(linked), key=lambda ids: (-len(ids), min(ids))):
        tops = sorted((id_ for id_ in inside if not linked.in_degree(id_)), key=lambda id_: (-linked.out_degree(id_), id_))
        seen: set[str] = set()
        for top in tops or [min(inside)]:
            for layer in nx.bfs_layers(linked, top):
                new = sorted(set(layer) - seen)
                seen.update(new)
                yield from new
