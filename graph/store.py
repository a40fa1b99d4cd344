"""What every engine must offer, and the one way to open a graph.

An engine is one file in ``engines/`` with a function ``open_store(address, *, create)`` and a function ``accepts(address)``.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, Self, TypeVar

from sederunt.graph.errors import EngineError
from sederunt.graph.kinds import EDGES, NODES
from sederunt.graph.model import Changes, Edge, Graph, Node, Record
from sederunt.graph.plugins import plugins

T = TypeVar("T")


class Table(Record):
    """The rows that a query gave. Cells are JSON values.

    A node is its properties plus ``_labels``; a relationship its properties plus ``_type``, ``_start`` and ``_end`` (ids of
    nodes); a path is ``{"nodes": […], "relationships": […]}``; a date is ISO text.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    cut: bool = False
    """Whether there was more than the limits allow."""

    def records(self) -> list[dict[str, Any]]:
        """One mapping for each row, keys in column order."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


class Limits(Record):
    """How much a query may ask for.

    An engine looks at the time from row to row and not within one expression: who must be sure watches the time as well.
    """

    rows: int | None = None
    characters: int | None = None
    """About how long the rows may be together, as text."""
    seconds: float | None = None

    def taken(self, rows: Iterable[T]) -> tuple[list[T], bool]:
        """As many of the rows as may be had, and whether there were more; what is not taken is not read."""
        taken: list[T] = []
        size = 0
        for row in rows:
            if len(taken) == self.rows or (self.characters is not None and size >= self.characters):
                return taken, True
            taken.append(row)
            size += _length(row) if self.characters is not None else 0
        return taken, False


def _length(row: object) -> int:
    """About how long a row is as text."""
    cells = row.values() if isinstance(row, dict) else row if isinstance(row, (list, tuple)) else (row,)
    # As text only what is neither text nor a number: most cells are, and an answer may have 100,000.
    size = _NAMED * len(cells)
    for cell in cells:
        if type(cell) is str:
            size += len(cell)
        elif cell is not None and type(cell) is not float:
            size += len(str(cell))
    return size


UNLIMITED = Limits()
_NAMED = 8
"""So many letters are told of a cell besides its value."""
_SLICE = 5_000
SOUGHT = "USING INDEX SEEK n:{label}(id)"
"""Told, because Neo4j keeps the plan that it made while there were few nodes: to go through all of them for each."""
STOPPED = "The query was stopped because it took too long: ask for less, or give it more time with --timeout."


class Readable(Protocol):
    """A graph that can be asked."""

    def ask(self, cypher: str, parameters: Mapping[str, Any] | None = None) -> Table:
        """Run a query that only reads.

        Raises:
            QueryError: the query is wrong or would write.
            EngineError: the engine cannot be reached.

        """


class Turn(Readable, Protocol):
    """A graph that nobody else changes just now."""

    turn: int
    """How many times somebody had the turn to change it, this time among them."""


class Store(Readable, Protocol):
    """A graph on some engine."""

    address: str
    engine: str
    """Name and version, for ``sederunt status``."""

    def ask(self, cypher: str, parameters: Mapping[str, Any] | None = None, limits: Limits = UNLIMITED) -> Table:
        """Run a query that only reads.

        Raises:
            QueryError: the query is wrong, would write, or took longer than it may.
            EngineError: the engine cannot be reached.

        """

    def names_with(self, words: Sequence[str]) -> list[str]:
        """The keys of the names in which all of these folded words stand, and of some others perhaps; found without a look at each name.

        A word that ends in ``*`` is the beginning of one.

        Raises:
            EngineError: the engine cannot be reached.

        """

    def write(self, cypher: str, parameters: Mapping[str, Any] | None = None, limits: Limits = UNLIMITED) -> Table:
        """Run a query that changes only what the user added, in one transaction; rows beyond the limits are left out of the answer.

        Raises:
            QueryError: the query is wrong, might change what the loader made, or took longer than it may; nothing was written.
            EngineError: the engine cannot be reached, or refused.

        """

    def apply(self, changes: Changes) -> None:
        """Carry out the changes in one transaction, whole or not at all.

        Raises:
            EngineError: the engine cannot be reached, or refused.

        """

    def change(self, decide: Callable[[Turn], tuple[Changes, T]]) -> T:
        """Carry out what is decided on from what the graph holds, in one transaction; meanwhile nobody else changes it.

        Args:
            decide: given the graph to be asked, returns the changes and what the caller wants back; it is called again where
                the transaction has to begin anew.

        Raises:
            EngineError: as for ``apply``.

        """

    def setting(self, key: str) -> str | None:
        """A fact about the set-up that is no part of the graph (such as its root folder), or None."""

    def set_setting(self, key: str, value: str) -> None:
        """Remember such a fact."""

    def close(self) -> None:
        """Let go of the engine; calling it twice is harmless."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...


def open_store(address: str | Path, *, create: bool = False) -> Store:
    """Open the graph at a path (embedded) or at a Bolt address (Neo4j).

    Args:
        address: a path, or ``neo4j://…``, ``bolt://…`` and their ``+s`` forms.
        create: make an empty graph where there is none.

    Raises:
        EngineError: there is no graph there, or it cannot be opened.

    """
    text = str(address)
    for engine in plugins("sederunt.graph.engines"):
        if engine.accepts(text):
            store: Store = engine.open_store(text, create=create)
            return store
    raise EngineError(f"No engine for {text!r}: give a path, or an address that begins with neo4j:// or bolt://.")


def read_graph(store: Readable) -> Graph:
    """The whole graph of a store."""
    stored = Stored(store)
    return Graph(nodes=tuple(stored.nodes), edges=tuple(stored.edges))


@dataclass(frozen=True, slots=True)
class Stored:
    """The graph of a store, read anew each time that its nodes or edges are asked for, in canonical order.

    Some thousands are held at a time, and of one kind all ids.
    """

    store: Readable

    @property
    def nodes(self) -> Iterator[Node]:
        """Every node."""
        for label in sorted(NODES, key=lambda name: NODES[name].prefix):
            for ids in _slices(self.store.ask(f"MATCH (n:{label}) RETURN n.id")):
                cypher = f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) {SOUGHT.format(label=label)} RETURN n AS node"
                found = self.store.ask(cypher, {"ids": ids})
                nodes = (Node(id=row[0]["id"], label=label, properties=own_properties(row[0])) for row in found.rows)
                yield from sorted(nodes, key=lambda n: n.id)

    @property
    def edges(self) -> Iterator[Edge]:
        """Every edge."""
        for type_ in sorted(EDGES):
            for label in sorted(EDGES[type_].starts, key=lambda name: NODES[name].prefix):
                for ids in _slices(self.store.ask(f"MATCH (n:{label})-[:{type_}]->() RETURN n.id")):
                    pattern = f"(n:{label} {{id: id}})-[r:{type_}]->(b) {SOUGHT.format(label=label)}"
                    told = "n.id AS start, properties(r) AS edge, b.id AS end"
                    found = self.store.ask(f"UNWIND $ids AS id MATCH {pattern} RETURN {told}", {"ids": ids})
                    edges = (Edge(type=type_, start=a, end=b, properties=own_properties(own)) for a, own, b in found.rows)
                    yield from sorted(edges, key=lambda e: e.key)


def _slices(ids: Table) -> Iterator[list[str]]:
    """Ids in order, each once, so many at a time as together stand in about ``_SLICE`` rows.

    They are counted here: the embedded engine counts for half a million ids and no more.
    """
    some: list[str] = []
    size = 0
    for id_, number in sorted(Counter(id_ for (id_,) in ids.rows).items()):
        some.append(id_)
        size += number
        if size >= _SLICE:
            yield some
            some, size = [], 0
    if some:
        yield some


def own_properties(value: Mapping[str, Any]) -> dict[str, Any]:
    """The properties of a node or edge that an answer holds, as those of the graph: without its id and what tells its kind."""
    return {
        key: tuple(item) if isinstance(item, list) else item
        for key, item in value.items()
        if key != "id" and not key.startswith("_")
    }
