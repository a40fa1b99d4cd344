"""The graph as one request sees it: it cannot be changed, and no query gets more than it may."""

from collections.abc import Mapping, Sequence
from time import monotonic
from typing import Any

from sederunt.graph.errors import QueryError
from sederunt.graph.served import ReadOnly
from sederunt.graph.store import STOPPED, UNLIMITED, Limits, Store, Table


class Bounded(ReadOnly):
    """A store for one answer, with limits for each query and the time of all together."""

    why = "Whatever is served can be read only."

    def __init__(self, store: Store, limits: Limits, total: float) -> None:
        self.address, self.engine = store.address, store.engine
        self._store, self._limits = store, limits
        self._end = monotonic() + total

    def ask(self, cypher: str, parameters: Mapping[str, Any] | None = None, limits: Limits = UNLIMITED) -> Table:
        """Run a query that only reads.

        Raises:
            QueryError: it took too long, or gives more than may be had where all of it is wanted.
            EngineError: the engine cannot be reached, or has too little memory.

        """
        if monotonic() > self._end:
            raise QueryError(STOPPED)
        mine = Limits(rows=limits.rows, characters=self._limits.characters, seconds=self._limits.seconds)
        found = self._store.ask(cypher, parameters, mine)
        if found.cut and limits.rows is None:
            raise QueryError("This would be more than can be served at once: ask for less.")
        return found

    def names_with(self, words: Sequence[str]) -> list[str]:
        """The keys of the names in which all of these folded words stand, and of some others perhaps."""
        return self._store.names_with(words)

    def setting(self, key: str) -> str | None:
        """A fact about the set-up that is no part of the graph, or None."""
        return self._store.setting(key)
