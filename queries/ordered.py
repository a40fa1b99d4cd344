"""Rows put in the order of their query here: the embedded engine takes longer over the order of 3,000 rows than over the rows."""

import re
from collections.abc import Callable
from typing import Any

from sederunt.graph.guard import AGGREGATES
from sederunt.graph.store import Table

_KEY = r"(?:coalesce\((?P<maybe{0}>\w+), (?P<other{0}>'[^']*'|\d+)\)|(?P<column{0}>\w+))(?P<falling{0}> DESC)?"
_ONE = re.compile(_KEY.format(""))
_ORDER = re.compile(rf"\s+ORDER BY (?P<keys>{_KEY.format(0)}(?:, {_KEY.format(1)})*)\s*\Z")
_GATHERED = re.compile(rf"\b(?:{'|'.join(sorted(AGGREGATES))})\s*\(", re.IGNORECASE)


def without_order(cypher: str) -> str | None:
    """A query without the order of its answer, where that order may be made by ``in_order``, else None."""
    found = _ORDER.search(cypher)
    return cypher[: found.start()] if found else None


def gathers(cypher: str) -> bool:
    """Whether a query must have read everything before it gives the first row, were there no order to be made."""
    return _GATHERED.search(cypher) is not None


def in_order(cypher: str, table: Table) -> Table | None:
    """The rows of a query that was asked without its order, in that order; None where only the engine knows it."""
    found = _ORDER.search(cypher)
    keys = list(_ONE.finditer(found["keys"])) if found else []
    rows = list(table.rows)
    # From the last key to the first: each sorting leaves rows that are equal as they were.
    for key in reversed(keys):
        of_row = _key_of(key, table)
        if of_row is None:
            return None
        rows.sort(key=of_row, reverse=bool(key["falling"]))
    return table.model_copy(update={"rows": tuple(rows)})


def _key_of(key: re.Match[str], table: Table) -> Callable[[tuple[Any, ...]], tuple[bool, Any]] | None:
    """What rows are sorted by, with nothing after everything; None where values cannot be compared, or are of no column."""
    name = key["maybe"] or key["column"]
    if name not in table.columns:
        return None
    at = table.columns.index(name)
    other = _literal(key["other"])
    sorts = {_sort_of(other if row[at] is None else row[at]) for row in table.rows} - {None}
    if len(sorts) > 1 or not sorts <= {str, float}:
        return None

    def of_row(row: tuple[Any, ...]) -> tuple[bool, Any]:
        value = other if row[at] is None else row[at]
        return value is None, value

    return of_row


def _literal(text: str | None) -> str | int | None:
    if text is None:
        return None
    return text[1:-1] if text.startswith("'") else int(text)


def _sort_of(value: Any) -> type | None:
    """Text, a number (``float``), or something else; None of nothing."""
    if value is None:
        return None
    return float if type(value) in (int, float) else type(value)
