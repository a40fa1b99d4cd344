"""How two things are connected, in as few steps as can be: a walk outwards from both ends until they meet.

Of several ways of the same length it is the one with the fewest inferred links, then the one whose ids come first. So the answer is
the same on every engine, and that of the saved query ``path`` where this has one. It is no single query because the number of
shortest ways may be beyond all bounds (fifty meetings with the same twelve people), and no engine picks one of them for a reason.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import nsmallest
from itertools import pairwise
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
          WHERE left(split(spell, '/')[0], size($until)) <= $until AND (split(spell, '/')[1] = '' OR split(spell, '/')[1] >= $since)))
RETURN wanted AS at, y.id AS to, r.basis AS basis, type(r) + coalesce(r.role, '') AS link"""

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True, order=True)
class _Way:
    """A way between two things; the better of two is the smaller."""

    inferred: int = 0
    things: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways of the fewest steps between two things."""

    things: tuple[tuple[str, ...], ...]
    """The ids along each, from one end to the other: those with the fewest links that are only inferred first, then by ids."""
    number: int
    """How many there are in all; two links between the same two things make no two ways."""


_Links = dict[str, dict[str, tuple[int, str]]]
"""From a thing to each that is one step nearer to the end: whether that is only inferred, and the best link."""
_Onwards = dict[str, tuple[int, list[_Way]]]
"""How many ways lead from a thing to the end, and the best of them."""


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
    onward = _onward(store, ends, meetings=meetings, stated=stated, since=between[0], until=between[1])
    things = next(iter(_ways(onward, ends, most=1).things), ())
    around = run(store, "around", things=list(things), meetings=meetings, stated=stated).table.records()
    links = [(at, to, onward[at][to][1]) for at, to in pairwise(things)]
    steps = [_step(around, *link) | {"step": at} for at, link in enumerate(links, start=1)]
    return Answer(query, Table(columns=columns, rows=tuple(tuple(step[name] for name in columns) for step in steps)))


def ways(store: Store, ends: tuple[str, str], *, most: int, stated: bool = False) -> Ways:
    """All ways from one thing to another of as few steps as can be; the first is that of ``path``.

    Args:
        store: the graph.
        ends: the ids of two people, bodies, organisations, units or posts.
        most: how many are told one by one; there may be very many.
        stated: leave out links that are only inferred.

    """
    return _ways(_onward(store, ends, meetings=False, stated=stated, since="", until=""), ends, most=most)


def _ways(onward: _Links, ends: tuple[str, str], *, most: int) -> Ways:
    known: _Onwards = {ends[1]: (1, [_Way(things=ends[1:])])}
    number, best = _from(ends[0], onward, known, most)
    return Ways(tuple(way.things for way in best), number)


def _from(thing: str, onward: _Links, known: _Onwards, most: int) -> tuple[int, list[_Way]]:
    """How many ways lead on from a thing, and the best of them, noted among those that are known."""
    if thing not in known:
        further = [(inferred, _from(to, onward, known, most)) for to, (inferred, _) in onward.get(thing, {}).items()]
        led = (_Way(inferred + way.inferred, (thing, *way.things)) for inferred, (_, best) in further for way in best)
        known[thing] = (sum(number for _, (number, _) in further), nsmallest(most, led))
    return known[thing]


def _onward(store: Store, ends: tuple[str, str], **wanted: bool | str) -> _Links:
    """The links along which the shortest ways lead, among others that lead nowhere; none where there is no way."""
    onward: _Links = {}
    fronts = [{end} for end in ends]
    seen = [{end} for end in ends]
    while all(fronts) and not fronts[0] & fronts[1]:
        side = 0 if len(fronts[0]) <= len(fronts[1]) else 1
        rows = store.ask(_LINKS, {"things": sorted(fronts[side]), **wanted}).rows
        fronts[side] = _further(onward, (row for row in rows if row[1] not in seen[side]), back=side == 1)
        seen[side] |= fronts[side]
    return onward if fronts[0] & fronts[1] else {}


def _further(onward: _Links, rows: Iterable[tuple[str, str, str, str]], *, back: bool) -> set[str]:
    """The things one step further out, the links to them noted in the direction from one end to the other."""
    found = set()
    for near, far, basis, link in rows:
        at, to = (far, near) if back else (near, far)
        step = (int(basis == "inferred"), link)
        known = onward.setdefault(at, {})
        known[to] = min(known.get(to, step), step)
        found.add(far)
    return found


def _step(around: Iterable[Row], at: str, to: str, link: str) -> dict[str, Any]:
    """A link as one step from an end of it to the other."""
    row = next(r for r in around if {r["start_id"], r["end_id"]} == {at, to} and r["link"] + (r["role"] or "") == link)
    names = {row["start_id"]: row["start_name"], row["end_id"]: row["end_name"]}
    ends = {"from_id": at, "from": names[at], "way": "→" if at == row["start_id"] else "←", "to_id": to, "to": names[to]}
    return {name: row[name] for name in ("link", "role", *EVIDENCE)} | ends
