"""What every engine does alike: the label that an id tells, putting changes in heaps, and plain values."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date, time
from itertools import islice
from math import isfinite
from typing import Any, TypeVar

from sederunt.graph.errors import EngineError
from sederunt.graph.kinds import STORED
from sederunt.graph.model import Edge, Node

_LABELS = {kind.prefix: label for label, kind in STORED.items()}

_CLOCK = re.compile(r"(\d\d:\d\d)(:\d\d)(?:\.(\d+))?(?=$|[Z+-])")

T = TypeVar("T")
K = TypeVar("K")


def label_of(id_: str) -> str:
    """The label that an id tells: an engine finds a node by its id only where it knows the label.

    Raises:
        EngineError: the id does not begin with a kind.

    """
    label = _LABELS.get(id_.partition(":")[0])
    if label is None:
        raise EngineError(f"The id {id_!r} does not begin with its kind (person:, body:, …).")
    return label


def grouped(items: Iterable[T], key: Callable[[T], K]) -> dict[K, list[T]]:
    """The items by what the key says of them, in their order."""
    groups: dict[K, list[T]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return groups


def by_pattern(edges: Iterable[Edge]) -> dict[tuple[str, str, str], list[Edge]]:
    """The edges by type and by the labels of their ends."""
    return grouped(edges, lambda e: (e.type, label_of(e.start), label_of(e.end)))


def rows_of(nodes: Iterable[Node]) -> list[dict[str, Any]]:
    """The nodes as rows to be written: their properties with their ids."""
    return [{**node.properties, "id": node.id} for node in nodes]


def batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items, so many at a time."""
    left = iter(items)
    while some := list(islice(left, size)):
        yield some


def scalar(value: Any) -> Any:
    """A single value as JSON can hold it: what has no form of its own there becomes text."""
    if value is None or isinstance(value, (str, int)) or (isinstance(value, float) and isfinite(value)):
        return value
    if isinstance(value, (date, time)):
        return _shortest(value.isoformat())
    return _shortest(value.iso_format()) if hasattr(value, "iso_format") else str(value)


def _shortest(moment: str) -> str:
    """A time of day as short as it can be said: 10:00, 10:00:30.500, 10:00Z."""
    return _CLOCK.sub(_clock, moment).replace("+00:00", "Z")


def _clock(found: re.Match[str]) -> str:
    parts = found[3] or ""
    while parts.endswith("000"):
        parts = parts[:-3]
    fraction = f".{parts}" if parts else ""
    return found[1] + (found[2] + fraction if fraction or found[2] != ":00" else "")


def all_of(words: Iterable[str]) -> dict[str, str]:
    """What an index of words is told where all of some folded words are wanted."""
    return {"words": " ".join(f"+{word}" for word in words)}
