"""What changed between two days or two papers: who came and went on a body; what came, went and moved in a structure, and who came into it.

A structure is what papers draw of it; those that name a post or two in passing do not tell that the others are gone. Before, it is as
the last paper draws it up to the first day; after, as all papers together do from then to the second day, for one of them may draw a
part only. So what is not shown any more need not be gone. Of two papers each is taken for what it draws itself.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from sederunt.graph.kinds import BODY, POST, UNIT
from sederunt.graph.names import fold
from sederunt.graph.sittings import day_span, spoken
from sederunt.graph.store import Store
from sederunt.queries.ask import run
from sederunt.queries.between import Between
from sederunt.queries.catalogue import EVIDENCE, proof
from sederunt.queries.chart import within
from sederunt.queries.drawn import drawn_days, is_seen_on, is_told_on, on
from sederunt.queries.terms import Spell, rank, spells_of

Row = Mapping[str, Any]
Link = tuple[str, str, str]
"""What is below, the type of the link, what is above; of a holder the person and the post."""

GONE, NEW, REPLACED = "not shown any more", "shown first", "replaced"
MOVED, MANAGER, HOLDER = "moved", "another manager", "another holder"


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was so at one day and not at the other: what happened to what, with the evidence of either side."""

    change: str
    kind: str
    name: str
    before: str
    after: str
    proof: tuple[Any, ...]
    """Quote, source, basis and confidence."""
    id: str = ""
    """Of what it is about, as it is at the later time; what is not shown then has its earlier id."""
    old: str = ""
    """The earlier id of what has another since, or of what it came in place of."""
    line: Link = ("", "", "")
    """The link that proves it."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A structure at two times."""

    shown: tuple[str, str]
    """The days of the last papers that draw it, or the titles of two papers; empty where none does."""
    before: tuple[Row, ...]
    """Rows of ``structure-times``."""
    after: tuple[Row, ...]
    replaced: tuple[Row, ...]
    """Those that say what came in place of what."""
    changes: tuple[Change, ...]


def changes_on(store: Store, body: str, days: tuple[str, str], *, stated: bool = False) -> list[Change]:
    """Who joined or left a body between two days, or has another role on it."""
    spells = spells_of(store, body, stated=stated)
    before, after = ({s.person_id: s for s in _by_rank(spells) if s.touches(day, day)} for day in days)
    gone = [Change("left", "Person", s.person, s.role, "", s.proof) for i, s in before.items() if i not in after]
    new = [Change("joined", "Person", s.person, "", s.role, s.proof) for i, s in after.items() if i not in before]
    both = ((before[i], s) for i, s in after.items() if i in before)
    other = [Change("has another role", "Person", s.person, old.role, s.role, s.proof) for old, s in both if old.role != s.role]
    return sorted(chain(gone, new, other), key=lambda change: (change.change, change.name))


def _by_rank(spells: Iterable[Spell]) -> list[Spell]:
    """The highest last, so that whoever is an officer too is shown as one."""
    return sorted(spells, key=lambda spell: -rank(spell.role))


def changes_in(store: Store, top: str, days: tuple[str, str], *, stated: bool = False) -> tuple[tuple[str, str], list[Change]]:
    """What changed in a structure between two days; with it the days of the last papers that draw it, empty where none does."""
    found = compared(store, top, Between(days), stated=stated)
    return found.shown, list(found.changes)


def compared(store: Store, top: str, times: Between, *, stated: bool = False) -> Comparison:
    """The structure under a thing at two times, and what is not the same."""
    things = sorted(within(store, top))
    rows = run(store, "structure-times", things=things, stated=stated).table.records()
    replaced = tuple(row for row in rows if row["link"] == "REPLACED_BY")
    lines = [row for row in rows if row["link"] != "REPLACED_BY"]
    shown, before, after = _papers(store, things, lines, times) if times.papers else _days(lines, times.days)
    wanted = set(things) - {top}
    found = list(_compared(_State(before, wanted), _State(after, wanted), replaced))
    return Comparison(shown, tuple(before), tuple(after), replaced, tuple(found))


_Drawn = tuple[tuple[str, str], list[Row], list[Row]]
"""When it is drawn, or where; and what is drawn before and after."""


def _days(rows: Sequence[Row], days: tuple[str, str]) -> _Drawn:
    drawn = drawn_days(rows)
    first = _last([day for day in drawn if day <= day_span(days[0])[1]] or drawn[:1])
    later = [day for day in drawn if first < day <= day_span(days[1])[1]]
    before = [row for row in rows if _holds(row, days[0], [first])]
    after = _latest([row for row in rows if _holds(row, days[1], later or [first])], days[1])
    return (first, _last(later) or first), before, after


def _papers(store: Store, things: Sequence[str], rows: Sequence[Row], times: Between) -> _Drawn:
    """What each of two papers draws, in its own words."""
    cited = run(store, "evidence", things=things).table.records()
    before, after = (
        [_in(row, said) for row in rows if _key(row) in said]
        for said in (_said(cited, each.path) for each in times.papers or ())
    )
    one, other = times.told()
    return (one if before else "", other if after else ""), before, after


def _said(cited: Iterable[Row], path: str) -> dict[Link, Row]:
    """The lines of one paper by what they prove, of several the first."""
    found: dict[Link, Row] = {}
    for row in cited:
        if row["path"] == path:
            found.setdefault((row["start_id"], row["link"], row["end_id"]), row)
    return found


def _in(row: Row, said: Mapping[Link, Row]) -> Row:
    return {**row, **{name: said[_key(row)][name] for name in EVIDENCE}}


def _key(row: Row) -> Link:
    return (row["low_id"], row["link"], row["high_id"])


def unchanged(name: str, times: Between, shown: tuple[str, str]) -> str:
    """Why nothing is known to have changed, in a sentence."""
    one, other = times.told()
    if not all(shown):
        return (
            f"One of these papers does not draw {name}, or neither does."
            if times.papers
            else f"No paper with a date draws {name}."
        )
    if shown[0] == shown[1] and not times.papers:
        return f"The paper of {spoken(shown[0])} is the last to draw {name} on both days, so no change is known."
    return f"Nothing changed in {name} between {one} and {other}, as far as papers show."


def _last(days: Sequence[str]) -> str:
    return days[-1] if days else ""


def _holds(row: Row, day: str, drawn: Iterable[str]) -> bool:
    """Whether something was so: on a day, where a source tells since when and until when; else in papers of some days."""
    return is_told_on(row, day) if row["spells"] else is_seen_on(row, drawn)


def _latest(rows: Iterable[Row], day: str) -> list[Row]:
    """What papers show last comes first; of those who were in a post, only the ones who were in it on a day."""
    ordered = sorted(rows, key=lambda row: row["last_seen"] or "", reverse=True)
    holders = on([row for row in ordered if row["link"] == "HOLDS"], day)
    return [*(row for row in ordered if row["link"] != "HOLDS"), *holders]


_PLACED, _MANAGED = ("POST_IN", "PART_OF"), ("REPORTS_TO",)
"""The links that tell where something is, and whom it reports to."""


class _State:
    """A structure at one time: its posts and units by id, each with what is above it, whom it reports to and who is in it."""

    def __init__(self, rows: Iterable[Row], wanted: set[str]) -> None:
        self.things: dict[str, Row] = {}
        self.place: dict[str, str] = {}
        self.manager: dict[str, str] = {}
        self.holders: dict[str, set[str]] = {}
        self.proof: dict[tuple[str, str], Row] = {}
        for row in rows:
            self._note(row, wanted)

    def _note(self, row: Row, wanted: set[str]) -> None:
        link = row["link"]
        if link == "HOLDS":
            self.holders.setdefault(row["high_id"], set()).add(row["low"])
            self.proof.setdefault((row["high_id"], row["low"]), row)
            return
        for end in ("low", "high"):
            if row[f"{end}_id"] in wanted and row[f"{end}_kind"] in (POST, UNIT, BODY):
                self.things.setdefault(row[f"{end}_id"], {**row, "name": row[end], "kind": row[f"{end}_kind"]})
        if link == "REPORTS_TO":
            self.manager.setdefault(row["low_id"], row["high"])
        elif link in _PLACED:
            self.place.setdefault(row["low_id"], row["high"])
        self.proof.setdefault((row["low_id"], link), row)


def _compared(before: _State, after: _State, replaced: Sequence[Row]) -> Iterator[Change]:
    follow = list(_followed(before, after, replaced))
    moved = _moved(before, after, {old for old, _, _ in follow})
    gone, new = {*moved, *(old for old, _, _ in follow)}, {*moved.values(), *(id_ for _, id_, _ in follow)}
    for id_ in sorted(before.things.keys() - after.things.keys() - gone):
        yield _change(GONE, before, id_, (before.place.get(id_, ""), ""))
    for id_ in sorted(after.things.keys() - before.things.keys() - new):
        yield _change(NEW, after, id_, ("", after.place.get(id_, "")))
    for old, id_, row in follow:
        thing = after.things[id_]
        names = (before.things[old]["name"], thing["name"])
        yield Change(REPLACED, thing["kind"], thing["name"], *names, proof(row), id_, old, _key(row))
    for old, id_ in sorted([*moved.items(), *((i, i) for i in before.things.keys() & after.things.keys())]):
        yield from _elsewhere(before, after, old, id_)
        yield from _holders(before.holders.get(old, set()), after.holders.get(id_, set()), after, old, id_)


def _elsewhere(before: _State, after: _State, old: str, id_: str) -> Iterator[Change]:
    for what, was, now in ((MOVED, before.place, after.place), (MANAGER, before.manager, after.manager)):
        if was.get(old) and now.get(id_) and was[old] != now[id_]:
            yield _change(what, after, id_, (was[old], now[id_]), old)


def _holders(was: set[str], now: set[str], after: _State, old: str, post: str) -> Iterator[Change]:
    if was and now and was != now:
        row = after.proof[post, min(now - was or now)]
        names = (", ".join(sorted(was)), ", ".join(sorted(now)))
        yield Change(HOLDER, POST, row["high"], *names, proof(row), post, old, _key(row))


def _followed(before: _State, after: _State, replaced: Iterable[Row]) -> Iterator[tuple[str, str, Row]]:
    """What is not shown any more, with what came in its place, as a paper says: by id, else by a name that only one thing has."""
    gone = _by_name(before, before.things.keys() - after.things.keys())
    there = _by_name(after, after.things)
    met: set[str] = set()
    for row in sorted(replaced, key=_key):
        old, new = gone.get(_called(row, "low")), there.get(_called(row, "high"))
        one = row["low_id"] if row["low_id"] in before.things.keys() - after.things.keys() else old
        other = row["high_id"] if row["high_id"] in after.things else new
        if one and other and one not in met:
            met.add(one)
            yield one, other, row


def _called(row: Row, end: str) -> tuple[str, str]:
    return row[f"{end}_kind"], fold(row[end])


def _by_name(state: _State, ids: Iterable[str]) -> dict[tuple[str, str], str]:
    """Those of these things whose kind and name no other of them has."""
    found: dict[tuple[str, str], list[str]] = {}
    for id_ in ids:
        found.setdefault((state.things[id_]["kind"], fold(state.things[id_]["name"])), []).append(id_)
    return {key: each[0] for key, each in found.items() if len(each) == 1}


def _moved(before: _State, after: _State, followed: set[str]) -> dict[str, str]:
    """What stands elsewhere by the same name, where only one went and only one came by it."""
    gone, new = (_named(one, other) for one, other in ((before, after), (after, before)))
    pairs = {gone[key][0]: new[key][0] for key in gone.keys() & new.keys() if len(gone[key]) == len(new[key]) == 1}
    return {old: id_ for old, id_ in pairs.items() if old not in followed}


def _named(one: _State, other: _State) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for id_ in one.things.keys() - other.things.keys():
        found.setdefault((one.things[id_]["kind"], one.things[id_]["name"].casefold()), []).append(id_)
    return found


def _change(what: str, state: _State, id_: str, sides: tuple[str, str], old: str = "") -> Change:
    thing = state.things[id_]
    links = {MOVED: _PLACED, MANAGER: _MANAGED}.get(what, (*_PLACED, *_MANAGED))
    row = next((state.proof[id_, link] for link in links if (id_, link) in state.proof), thing)
    return Change(what, thing["kind"], thing["name"], *sides, proof(row), id_, old or id_, _key(row))
