"""What the engines give as the values of an answer, turned into the values of a ``Table``."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import ModuleType
from typing import Any

from sederunt.graph.exchange import batches, scalar
from sederunt.graph.kinds import STORED

_BATCH = 5000
_LOOK_UP = 500
_PATH = re.compile(r"\(#\d+:\d+\)(?:-\[#\d+:\d+\]->\(#\d+:\d+\))*")
_RECORD = re.compile(r"#\d+:\d+")

Row = dict[str, Any]


class RecordCells:
    """Values of the engine as the values of a ``Table``.

    The engine gives a relationship without its ends, and a path as text that names records; both are looked up by record, all of
    an answer at once. Text is taken for a path only where the query binds one.
    """

    def __init__(self, read: Callable[[str, str, Mapping[str, Any]], list[Row]], rows: list[Row], *, paths: bool) -> None:
        self._paths = paths
        self._as_it_is = {type(None), int} if paths else {type(None), int, str}
        told = (cell for row in rows for cell in row.values() if paths or isinstance(cell, (dict, list)))
        wanted = sorted({record for cell in told for record in self._wanted(cell)})
        self._found: dict[str, Row] = {
            str(row["record"]): row
            for some in batches(wanted, _LOOK_UP)
            for row in read(
                "sql",
                "SELECT @rid AS record, @this AS value, @out AS tail, @out.id AS first, @in.id AS last "  # noqa: S608
                f"FROM [{','.join(some)}]",
                {},
            )
        }

    def told(self, values: Iterable[Any]) -> tuple[Any, ...]:
        """The values of a row as JSON can hold them; most can be held as they are."""
        as_it_is = self._as_it_is
        return tuple([value if type(value) in as_it_is else self.plain(value) for value in values])

    def plain(self, value: Any) -> Any:
        """The value as JSON can hold it."""
        if type(value) in self._as_it_is:
            return value
        if isinstance(value, dict):
            return self._record(value) if "@rid" in value else {key: self.plain(value[key]) for key in sorted(value)}
        if isinstance(value, (list, set)):
            return [self.plain(item) for item in value]
        if isinstance(value, str):
            return self._path(value) if _PATH.fullmatch(value) else value
        return scalar(value)

    def _wanted(self, value: Any) -> Iterator[str]:
        if isinstance(value, dict):
            if "@rid" not in value:
                for item in value.values():
                    yield from self._wanted(item)
            elif value["@type"] not in STORED:
                yield value["@rid"]
        elif isinstance(value, list):
            for item in value:
                yield from self._wanted(item)
        elif isinstance(value, str) and self._paths and _PATH.fullmatch(value):
            yield from _RECORD.findall(value)

    def _record(self, value: Row) -> Row:
        own = {key: _own(value[key]) for key in sorted(value) if not key.startswith("@")}
        found = self._found.get(value["@rid"])
        if found is None or found["tail"] is None:
            return {**own, "_labels": value["@type"].split("~")}
        return {**own, "_type": value["@type"], "_start": found["first"], "_end": found["last"]}

    def _path(self, text: str) -> Any:
        records = _RECORD.findall(text)
        if not all(record in self._found for record in records):
            return text
        steps = [self._record(self._found[record]["value"]) for record in records]
        return {"nodes": steps[::2], "relationships": steps[1::2]}


class BoltCells:
    """Values of the driver as the values of a ``Table``.

    The driver gives the ends of a relationship without their properties: their ids are those of nodes in the same answer, or else
    looked up, all at once.
    """

    def __init__(self, tx: Any, rows: list[list[Any]], types: ModuleType) -> None:
        self._node, self._path, self._relationship = types.Node, types.Path, types.Relationship
        parts = [part for row in rows for cell in row for part in self._parts(cell)]
        self._ids = {part.element_id: part.get("id") for part in parts if isinstance(part, self._node)}
        links = [part for part in parts if isinstance(part, self._relationship)]
        wanted = sorted({end.element_id for link in links for end in link.nodes if end is not None} - self._ids.keys())
        for some in batches(wanted, _BATCH):
            found = tx.run("UNWIND $ends AS end MATCH (n) WHERE elementId(n) = end RETURN end, n.id AS id", ends=some)
            self._ids |= {record["end"]: record["id"] for record in found}

    def plain(self, value: Any) -> Any:
        """The value as JSON can hold it."""
        if isinstance(value, self._node):
            return {**self._own(value), "_labels": sorted(value.labels)}
        if isinstance(value, self._relationship):
            return self._link(value)
        if isinstance(value, self._path):
            return {
                "nodes": [self.plain(node) for node in value.nodes],
                "relationships": [self._link(link) for link in value.relationships],
            }
        if isinstance(value, dict):
            return {key: self.plain(value[key]) for key in sorted(value)}
        if isinstance(value, (list, set, frozenset)):
            return [self.plain(item) for item in value]
        return scalar(value)

    def _parts(self, value: Any) -> Iterator[Any]:
        """The nodes and relationships in a value; those of a path are whole."""
        if isinstance(value, (self._node, self._relationship)):
            yield value
        elif isinstance(value, self._path):
            yield from (*value.nodes, *value.relationships)
        elif isinstance(value, (dict, list)):
            for item in value.values() if isinstance(value, dict) else value:
                yield from self._parts(item)

    def _link(self, value: Any) -> dict[str, Any]:
        start, end = (self._ids.get(node.element_id) if node is not None else None for node in value.nodes)
        return {**self._own(value), "_type": value.type, "_start": start, "_end": end}

    def _own(self, value: Any) -> dict[str, Any]:
        return {name: self.plain(value[name]) for name in sorted(value.keys())}


def _own(value: Any) -> Any:
    return [scalar(item) for item in value] if isinstance(value, list) else scalar(value)
