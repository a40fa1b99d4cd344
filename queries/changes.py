"""What changed between two days: who came and went on a body; what came, went and moved in a structure, and who came into it.

A structure is what papers draw of it; those that name a post or two in passing do not tell that the others are gone. Before, it is as
the last paper draws it up to the first day; after, as all papers together do from then to the second day, for one of them may draw a
part only. So what is not shown any more need not be gone.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from sederunt.graph.sittings import day_span
from sederunt.graph.store import Store
from sederunt.queries.ask import run
from sederunt.queries.catalogue import proof
from sederunt.queries.chart import within
from sederunt.queries.drawn import drawn_days, is_seen_on, is_told_on, on
from sederunt.queries.terms import Spell, rank, spells_of

Row = Mapping[str, Any]


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
    things = sorted(within(store, top))
    rows = run(store, "structure-times", things=things, stated=stated).table.records()
    drawn = drawn_days(rows)
    first = _last([day for day in drawn if day <= day_span(days[0])[1]] or drawn[:1])
    later = [day for day in drawn if first < day <= day_span(days[1])[1]]
    wanted = set(things) - {top}
    before = _State([row for row in rows if _holds(row, days[0], [first])], wanted)
    after = _State(_latest([row for row in rows if _holds(row, days[1], later or [first])], days[1]), wanted)
    return (first, _last(later) or first), list(_compared(before, after))


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
            if row[f"{end}_id"] in wanted and row[f"{end}_kind"] in ("Post", "Unit"):
                self.things.setdefault(row[f"{end}_id"], {**row, "name": row[end], "kind": row[f"{end}_kind"]})
        if link == "REPORTS_TO":
            self.manager.setdefault(row["low_id"], row["high"])
        elif link in ("POST_IN", "PART_OF"):
            self.place.setdefault(row["low_id"], row["high"])
        self.proof.setdefault((row["low_id"], link), row)


def _compared(before: _State, after: _State) -> Iterator[Change]:
    moved = _moved(before, after)
    for id_ in sorted(before.things.keys() - after.things.keys() - moved.keys()):
        yield _change("not shown any more", before, id_, before.place.get(id_, ""), "")
    for id_ in sorted(after.things.keys() - before.things.keys() - set(moved.values())):
        yield _change("shown first", after, id_, "", after.place.get(id_, ""))
    for old, new in sorted([*moved.items(), *((i, i) for i in before.things.keys() & after.things.keys())]):
        for what, was, now in (("moved", before.place, after.place), ("another manager", before.manager, after.manager)):
            if was.get(old) and now.get(new) and was[old] != now[new]:
                yield _change(what, after, new, was[old], now[new])
        yield from _holders(before.holders.get(old, set()), after.holders.get(new, set()), after, new)


def _holders(was: set[str], now: set[str], after: _State, post: str) -> Iterator[Change]:
    if was and now and was != now:
        row = after.proof[post, min(now - was or now)]
        yield Change("another holder", "Post", row["high"], ", ".join(sorted(was)), ", ".join(sorted(now)), proof(row))


def _moved(before: _State, after: _State) -> dict[str, str]:
    """What stands elsewhere by the same name, where only one went and only one came by it."""
    gone, new = (_named(one, other) for one, other in ((before, after), (after, before)))
    return {gone[key][0]: new[key][0] for key in gone.keys() & new.keys() if len(gone[key]) == len(new[key]) == 1}


def _named(one: _State, other: _State) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for id_ in one.things.keys() - other.things.keys():
        found.setdefault((one.things[id_]["kind"], one.things[id_]["name"].casefold()), []).append(id_)
    return found


def _change(what: str, state: _State, id_: str, before: str, after: str) -> Change:
    thing = state.things[id_]
    return Change(what, thing["kind"], thing["name"], before, after, proof(thing))
