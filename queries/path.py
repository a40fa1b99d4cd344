"""How two things are connected, in as few steps as can be: a walk outwards from both ends until they meet.

Of several ways of the same length it is the one with the fewest inferred links, then the one whose ids come first. So the answer is
the same on every engine, and that of the saved query ``path`` where this has one. It is no single query because the number of
shortest ways may be beyond all bounds (fifty meetings with the same twelve people), and no engine picks one of them for a reason.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from sederunt.graph.store import Store, Table
from sederunt.queries.ask import Answer, run
from sederunt.queries.catalogue import EVIDENCE, saved

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, order=True)
class _Way:
    """A way between two things; the better of two is the smaller."""

    inferred: int = 0
    things: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    steps: tuple[Row, ...] = field(default=(), compare=False)

    def __add__(self, other: "_Way") -> "_Way":
        return _Way(
            self.inferred + other.inferred, self.things + other.things, self.links + other.links, self.steps + other.steps
        )


_Front = dict[str, _Way]
"""The best way to each thing that is so many steps from an end."""


def path(store: Store, one: str, other: str, *, meetings: bool = False, stated: bool = False) -> Answer:
    """The steps from one thing to another, with the columns of the saved query ``path``; no rows where there is no way.

    Args:
        store: the graph.
        one: the id of a person, body, organisation, unit or post.
        other: the id of another.
        meetings: go through meetings as well.
        stated: leave out links that are only inferred.

    """
    query = saved("path")
    columns = tuple(column.name for column in query.columns)
    steps = _steps(store, (one, other), meetings=meetings, stated=stated)
    rows = tuple(tuple({**step, "step": at}[name] for name in columns) for at, step in enumerate(steps, start=1))
    return Answer(query, Table(columns=columns, rows=rows))


def _steps(store: Store, ends: tuple[str, str], **wanted: bool) -> tuple[Row, ...]:
    fronts: list[_Front] = [{end: _Way()} for end in ends]
    seen = [set(front) for front in fronts]
    while all(fronts):
        meet = fronts[0].keys() & fronts[1].keys()
        if meet:
            return min(fronts[0][at] + _Way(things=(at,)) + fronts[1][at] for at in meet).steps
        side = 0 if len(fronts[0]) <= len(fronts[1]) else 1
        rows = run(store, "around", things=sorted(fronts[side]), **wanted).table.records()
        fronts[side] = _further(fronts[side], rows, seen[side], back=side == 1)
        seen[side] |= fronts[side].keys()
    return ()


def _further(front: _Front, rows: Iterable[Row], seen: set[str], *, back: bool) -> _Front:
    """The things one step further out, each by its best way."""
    found: _Front = {}
    for row in rows:
        for at, to in ((row["start_id"], row["end_id"]), (row["end_id"], row["start_id"])):
            if at in front and to not in seen:
                way = _step(row, to, at) + front[at] if back else front[at] + _step(row, at, to)
                found[to] = min(found.get(to, way), way)
    return found


def _step(row: Row, at: str, to: str) -> _Way:
    """A link as one step from an end of it to the other."""
    names = {row["start_id"]: row["start_name"], row["end_id"]: row["end_name"]}
    ends = {"from_id": at, "from": names[at], "way": "→" if at == row["start_id"] else "←", "to_id": to, "to": names[to]}
    step = {name: row[name] for name in ("link", "role", *EVIDENCE)} | ends
    return _Way(int(row["basis"] == "inferred"), (at,), (f"{row['link']}{row['role'] or ''}",), (step,))
