"""The order of two columns in which few lines cross: each thing stands near the middle of what it is linked to."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

_ROUNDS = 12

Column = list[str]
Columns = tuple[Column, Column]
Links = Mapping[str, list[str]]
Line = tuple[str, str]


def ordered(lines: Iterable[Line], names: Mapping[str, str]) -> Columns:
    """The left and the right ends of lines, in an order with few crossings.

    The same lines give the same order, in whatever order they come.
    """
    pairs = sorted(lines, key=lambda line: (names[line[0]], line[0], names[line[1]], line[1]))
    links = (_linked(pairs), _linked([(end, start) for start, end in pairs]))
    by_size = (list(links[0]), sorted(links[1], key=lambda end: (-len(links[1][end]), names[end], end)))
    tried = [_settled(start, links, pairs) for start in (by_size, _walked(links))]
    return min(tried, key=lambda columns: crossings(pairs, columns))


def crossings(lines: Iterable[Line], columns: Columns) -> int:
    """How many pairs of lines cross."""
    rows = [{id_: row for row, id_ in enumerate(column)} for column in columns]
    ends = sorted((rows[0][start], rows[1][end]) for start, end in lines)
    seen: list[int] = []
    crossed = 0
    for _, end in ends:
        crossed += len(seen) - bisect_left(seen, end + 1)
        insort(seen, end)
    return crossed


def _linked(pairs: Iterable[Line]) -> dict[str, list[str]]:
    linked = defaultdict(list)
    for one, other in pairs:
        linked[one].append(other)
    return linked


def _walked(links: tuple[Links, Links]) -> Columns:
    """The ends as they are met on the way from one that is far from the others; what is not joined comes one after another."""
    together = {**links[0], **links[1]}
    met: dict[str, None] = {}
    for id_ in links[0]:
        if id_ not in met:
            far = _reached(together, _reached(together, id_)[-1])[-1]
            met |= dict.fromkeys(_reached(together, far))
    return [id_ for id_ in met if id_ in links[0]], [id_ for id_ in met if id_ in links[1]]


def _reached(together: Links, first: str) -> list[str]:
    """Everything that is joined to the first, the nearest first."""
    met = dict.fromkeys([first])
    row = [first]
    while row:
        row = [id_ for id_ in dict.fromkeys(other for each in row for other in together[each]) if id_ not in met]
        met |= dict.fromkeys(row)
    return list(met)


def _settled(columns: Columns, links: tuple[Links, Links], pairs: Sequence[Line]) -> Columns:
    """The best of several rounds, neighbours exchanged where that helps."""
    best = columns
    for _ in range(_ROUNDS):
        first = _by_middle(columns[0], links[0], columns[1])
        columns = (first, _by_middle(columns[1], links[1], first))
        best = min(best, columns, key=lambda tried: crossings(pairs, tried))
    for _ in range(_ROUNDS):
        first = _exchanged(best[0], links[0], best[1])
        best = (first, _exchanged(best[1], links[1], first))
    return best


def _by_middle(column: Column, links: Links, others: Column) -> Column:
    rows = {id_: row / max(len(others) - 1, 1) for row, id_ in enumerate(others)}
    middle = {id_: sum(rows[other] for other in links[id_]) / len(links[id_]) for id_ in column}
    return sorted(column, key=lambda id_: round(middle[id_], 9))


def _exchanged(column: Column, links: Links, others: Column) -> Column:
    """The column after one pass in which each two neighbours changed places if fewer of their lines cross then."""
    rows = {id_: row for row, id_ in enumerate(others)}
    ends = {id_: sorted(rows[other] for other in links[id_]) for id_ in column}
    order = list(column)
    for at in range(len(order) - 1):
        upper, lower = ends[order[at]], ends[order[at + 1]]
        if _crossed(lower, upper) < _crossed(upper, lower):
            order[at], order[at + 1] = order[at + 1], order[at]
    return order


def _crossed(upper: Sequence[int], lower: Sequence[int]) -> int:
    """How many lines of one cross those of another that stands below it, by the rows where they end."""
    return sum(bisect_left(lower, end) for end in upper)
