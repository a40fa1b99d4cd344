"""How two things are connected, in as few steps as can be: a walk outwards from both ends until they meet.

Of several ways of the same length it is the one with the fewest inferred links, then the one whose ids come first. So the answer is
the same on every engine, and that of the saved query ``path`` where this has one. It is no single query because the number of
shortest ways may be beyond all bounds (fifty meetings with the same twelve people), and no engine picks one of them for a reason.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sederunt.graph.store import Store, Table
from sederunt.queries.ask import Answer, run
from sederunt.queries.catalogue import EVIDENCE, saved

_LINKS = """
UNWIND $things AS wanted
OPTIONAL MATCH (person:Person {id: wanted})
OPTIONAL MATCH (body:Body {id: wanted})
OPTIONAL MATCH (post:Post {id: wanted})
OPTIONAL MATCH (unit:Unit {id: wanted})
OPTIONAL MATCH (organisation:Organisation {id: wanted})
OPTIONAL MATCH (meeting:Meeting {id: wanted})
WITH wanted, coalesce(person, body, post, unit, organisation, meeting) AS x
WHERE x IS NOT NULL
MATCH (x)-[r:SITS_ON|HOLDS|POST_IN|REPORTS_TO|HEADS|PART_OF|REPRESENTS|AFFILIATED_TO|REPLACED_BY|ATTENDED|LED|MEETING_OF]-(y:Person|Body|Organisation|Unit|Post|Meeting)
WHERE ($meetings OR NOT type(r) IN ['ATTENDED', 'LED', 'MEETING_OF']) AND (NOT $stated OR r.basis = 'stated')
  AND ($since + $until = ''
       OR any(spell IN coalesce(r.spells, [CASE WHEN type(r) IN ['ATTENDED', 'LED', 'MEETING_OF'] THEN coalesce(x.date, y.date) + '/' + coalesce(x.date, y.date)
                                                WHEN type(r) IN ['SITS_ON', 'HOLDS', 'REPRESENTS', 'AFFILIATED_TO'] THEN r.first_seen + '/' + r.last_seen
                                                ELSE coalesce(r.first_seen, '') + '/' END])
          WHERE ($until = '' OR left(split(spell, '/')[0], size($until)) <= $until) AND (split(spell, '/')[1] = '' OR split(spell, '/')[1] >= $since)))
RETURN wanted AS at, y.id AS to, r.basis AS basis, type(r) + coalesce(r.role, '') AS link"""

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, order=True)
class _Way:
    """A way between two things; the better of two is the smaller."""

    inferred: int = 0
    things: tuple[str, ...] = ()
    links: tuple[str, ...] = ()

    def __add__(self, other: "_Way") -> "_Way":
        return _Way(self.inferred + other.inferred, self.things + other.things, self.links + other.links)


_Front = dict[str, _Way]
"""The best way to each thing that is so many steps from an end."""


def path(
    store: Store, ends: tuple[str, str], *, meetings: bool = False, stated: bool = False, between: tuple[str, str] = ("", "")
) -> Answer:
    """The steps from one thing to another, with the columns of the saved query ``path``; no rows where there is no way.

    Args:
        store: the graph.
        ends: the ids of two people, bodies, organisations, units or posts.
        meetings: go through meetings as well.
        stated: leave out links that are only inferred.
        between: two dates, each of which may be empty: only links that held at some time from the one to the other. Lines of a
            structure hold from the first paper that shows them.

    """
    query = saved("path")
    columns = tuple(column.name for column in query.columns)
    way = _way(store, ends, meetings=meetings, stated=stated, since=between[0], until=between[1])
    around = run(store, "around", things=list(way.things), meetings=meetings, stated=stated).table.records()
    links = zip(way.things, way.things[1:], way.links, strict=False)
    steps = [_step(around, *link) | {"step": at} for at, link in enumerate(links, start=1)]
    return Answer(query, Table(columns=columns, rows=tuple(tuple(step[name] for name in columns) for step in steps)))


def _way(store: Store, ends: tuple[str, str], **wanted: bool | str) -> _Way:
    fronts: list[_Front] = [{end: _Way()} for end in ends]
    seen = [set(front) for front in fronts]
    while all(fronts):
        meet = fronts[0].keys() & fronts[1].keys()
        if meet:
            return min(fronts[0][at] + _Way(things=(at,)) + fronts[1][at] for at in meet)
        side = 0 if len(fronts[0]) <= len(fronts[1]) else 1
        rows = store.ask(_LINKS, {"things": sorted(fronts[side]), **wanted}).rows
        fronts[side] = _further(fronts[side], (row for row in rows if row[1] not in seen[side]), back=side == 1)
        seen[side] |= fronts[side].keys()
    return _Way()


def _further(front: _Front, rows: Iterable[tuple[str, str, str, str]], *, back: bool) -> _Front:
    """The things one step further out, each by its best way."""
    found: _Front = {}
    for at, to, basis, link in rows:
        step = _Way(int(basis == "inferred"), (at,), (link,))
        way = step + front[at] if back else front[at] + step
        found[to] = min(found.get(to, way), way)
    return found


def _step(around: Iterable[Row], at: str, to: str, link: str) -> dict[str, Any]:
    """A link as one step from an end of it to the other."""
    row = next(r for r in around if {r["start_id"], r["end_id"]} == {at, to} and r["link"] + (r["role"] or "") == link)
    names = {row["start_id"]: row["start_name"], row["end_id"]: row["end_name"]}
    ends = {"from_id": at, "from": names[at], "way": "→" if at == row["start_id"] else "←", "to_id": to, "to": names[to]}
    return {name: row[name] for name in ("link", "role", *EVIDENCE)} | ends
