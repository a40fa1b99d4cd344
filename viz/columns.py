"""The order of two columns in which few lines cross: each thing stands near the middle of what it is linked to."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping

_ROUNDS = 24

Column = list[str]


def ordered(lines: Iterable[tuple[str, str]], names: Mapping[str, str]) -> tuple[Column, Column]:
    """The left and the right ends of lines, in an order with few crossings.

    The same lines give the same order, in whatever order they come.
    """
    pairs = sorted(lines, key=lambda line: (names[line[0]], line[0], names[line[1]], line[1]))
    left, right = _linked(pairs), _linked([(end, start) for start, end in pairs])
    columns = (list(left), sorted(right, key=lambda end: (-len(right[end]), names[end], end)))
    best = columns
    for _ in range(_ROUNDS):
        first = _by_middle(columns[0], left, columns[1])
        columns = (first, _by_middle(columns[1], right, first))
        best = min(best, columns, key=lambda tried: crossings(pairs, tried))
    return best


def crossings(lines: Iterable[tuple[str, str]], columns: tuple[Column, Column]) -> int:
    """How many pairs of lines cross."""
    rows = [{id_: row for row, id_ in enumerate(column)} for column in columns]
    ends = sorted((rows[0][start], rows[1][end]) for start, end in lines)
    seen: list[int] = []
    crossed = 0
    for _, end in ends:
        crossed += len(seen) - bisect_left(seen, end + 1)
        insort(seen, end)
    return crossed


def _linked(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    linked = defaultdict(list)
    for one, other in pairs:
        linked[one].append(other)
    return linked


def _by_middle(column: Column, linked: Mapping[str, list[str]], others: Column) -> Column:
    rows = {id_: row / max(len(others) - 1, 1) for row, id_ in enumerate(others)}
    middle = {id_: sum(rows[other] for other in linked[id_]) / len(linked[id_]) for id_ in column}
    return sorted(column, key=lambda id_: round(middle[id_], 9))
