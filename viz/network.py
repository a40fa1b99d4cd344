"""A picture as pyvis holds it: the nodes and edges of a map in the form that vis-network draws."""

import textwrap
from collections import Counter
from collections.abc import Iterable
from typing import Any
from unicodedata import east_asian_width

from pyvis.network import Network
from sederunt.viz.picture import Edge, Node, Picture
from sederunt.viz.style import KINDS, OTHER

_LETTERS, _LINES = 20, 3
_LETTER, _LINE, _SYMBOL = 8, 17, 24  # pixels, on the safe side
_BENT = 0.18

LIVE = 300
"""So many nodes vis-network draws at most: with more, its pictures come too slowly."""


def model(picture: Picture) -> dict[str, Any]:
    """The nodes and edges of a map for vis-network; a node is known by its number in the picture, an edge by its own.

    Of a large map it has those nodes that have the most links; the page paints all others itself.
    """
    network = Network(directed=True)
    live = _live(picture)
    for number, node in enumerate(picture.nodes):
        if node.id in live:
            _add(network, number, node, asked=node.id in picture.asked)
    numbers = {node.id: number for number, node in enumerate(picture.nodes)}
    for number, (edge, bend) in enumerate(_bent(picture.edges)):
        if edge.start in live and edge.end in live:
            network.add_edge(
                numbers[edge.start], numbers[edge.end], id=number, dashes=edge.basis != "stated", smooth=_smooth(bend)
            )
    kinds = {node.kind for node in picture.nodes}
    looks = {kind: {"shape": style.shape, "hue": style.hue} for kind in kinds for style in [KINDS.get(kind, OTHER)]}
    return {"nodes": network.nodes, "edges": network.edges, "looks": looks}


def _live(picture: Picture) -> set[str]:
    """The nodes that vis-network draws: all of a small map, of a large one what is asked for and what is linked best."""
    drawn = [node.id for node in picture.nodes if node.at]
    if len(drawn) <= LIVE:
        return set(drawn)
    links = Counter(end for edge in picture.edges for end in (edge.start, edge.end))
    return set(sorted(drawn, key=lambda id_: (id_ not in picture.asked, -links[id_], id_))[:LIVE])


def size(name: str) -> tuple[int, int]:
    """How many pixels a node with this name takes, its label underneath included."""
    lines = label(name).split("\n")
    return max(_LETTER * _width(line) for line in lines), _SYMBOL + _LINE * len(lines)


def label(name: str) -> str:
    """A name on a few short lines."""
    lines = textwrap.wrap(" ".join(name.split()), _LETTERS) or [""]
    if len(lines) > _LINES:
        lines = [*lines[: _LINES - 1], lines[_LINES - 1][: _LETTERS - 1] + "…"]
    return "\n".join(lines)


def _width(text: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def _add(network: Network, number: int, node: Node, *, asked: bool) -> None:
    style = KINDS.get(node.kind, OTHER)
    x, y = node.at or (0, 0)
    network.add_node(
        number, label=label(node.name), shape=style.shape, color=style.colour, hue=style.hue, x=x, y=y, size=16 if asked else 9
    )


def _bent(edges: Iterable[Edge]) -> Iterable[tuple[Edge, int]]:
    """Each edge with how many before it join the same two nodes."""
    before: Counter[tuple[str, ...]] = Counter()
    for edge in edges:
        ends = tuple(sorted((edge.start, edge.end)))
        yield edge, before[ends]
        before[ends] += 1


def _smooth(bend: int) -> Any:
    if not bend:
        return False
    return {"enabled": True, "type": "curvedCW" if bend % 2 else "curvedCCW", "roundness": _BENT * ((bend + 1) // 2)}
