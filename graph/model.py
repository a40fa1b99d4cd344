"""Nodes, edges and the graph they form: plain frozen records, the same on every engine."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Protocol

from pydantic import BaseModel, ConfigDict
from sederunt.graph.kinds import EDGES

Value = str | int | float | bool | tuple[str, ...]
Properties = Mapping[str, Value]


class Record(BaseModel):
    """A frozen record that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


@dataclass(frozen=True, slots=True)
class Node:
    """A thing with one label; ``properties`` holds no ``id`` and no empty optional value."""

    # No Record, as many are made and the values come from records: what comes from outside is validated there.
    __pydantic_config__: ClassVar = ConfigDict(extra="forbid")

    id: str
    label: str
    properties: dict[str, Value]


@dataclass(frozen=True, slots=True)
class Edge:
    """A link between two things, known by its type, its ends and, for some types, one property that tells two apart."""

    __pydantic_config__: ClassVar = ConfigDict(extra="forbid")

    type: str
    start: str
    end: str
    properties: dict[str, Value]

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What makes this edge one edge: (type, start, end, role or item)."""
        apart = EDGES[self.type].apart
        return (self.type, self.start, self.end, str(self.properties.get(apart, "")) if apart else "")


class Graph(Record):
    """A whole graph or a part of one, in canonical order: nodes by id, edges by key."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()

    @classmethod
    def of(cls, nodes: Iterable[Node], edges: Iterable[Edge]) -> "Graph":
        """The graph of these nodes and edges, put in canonical order."""
        return cls(nodes=tuple(sorted(nodes, key=lambda n: n.id)), edges=tuple(sorted(edges, key=lambda e: e.key)))


class AnyGraph(Protocol):
    """What has nodes and edges as a graph has them; they may be read anew each time that they are asked for."""

    @property
    def nodes(self) -> Iterable[Node]:
        """All nodes."""

    @property
    def edges(self) -> Iterable[Edge]:
        """All edges."""


def in_order(graph: AnyGraph) -> AnyGraph:
    """The same graph in canonical order, which one that is no ``Graph`` keeps by itself."""
    return Graph.of(graph.nodes, graph.edges) if isinstance(graph, Graph) else graph


class Changes(Record):
    """What turns one graph into another; an edge or node that differs stands under ``put`` whole, as it shall be.

    What stands under ``new`` is known not to be there: an engine need not look for it.
    """

    new_nodes: tuple[Node, ...] = ()
    new_edges: tuple[Edge, ...] = ()
    put_nodes: tuple[Node, ...] = ()
    put_edges: tuple[Edge, ...] = ()
    drop_nodes: tuple[Node, ...] = ()
    drop_edges: tuple[Edge, ...] = ()

    def __len__(self) -> int:
        return sum(len(getattr(self, name)) for name in type(self).model_fields)


def difference(old: Graph, new: Graph) -> Changes:
    """The changes that turn ``old`` into ``new``."""
    nodes, edges = {n.id: n for n in old.nodes}, {e.key: e for e in old.edges}
    kept_nodes, kept_edges = {n.id: n for n in new.nodes}, {e.key: e for e in new.edges}
    return Changes(
        new_nodes=tuple(n for name, n in kept_nodes.items() if name not in nodes),
        new_edges=tuple(e for key, e in kept_edges.items() if key not in edges),
        put_nodes=tuple(n for name, n in kept_nodes.items() if nodes.get(name, n) != n),
        put_edges=tuple(e for key, e in kept_edges.items() if edges.get(key, e) != e),
        drop_nodes=tuple(n for name, n in nodes.items() if name not in kept_nodes),
        drop_edges=tuple(e for key, e in edges.items() if key not in kept_edges),
    )
