"""Who held what from when to when: spells that are told, and those that papers show by naming people at their dates.

A seat for one is seldom told with its days; papers show who was in it. What one paper shows and the next shows again is one spell,
and it ends where somebody else is seen there: who chaired in 2015 and in 2019 did not chair in 2017 if another did.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby, pairwise
from typing import Any

from sederunt.graph.sittings import day_span
from sederunt.graph.store import Store
from sederunt.queries.ask import run
from sederunt.queries.catalogue import EVIDENCE, proof

TOLD, SEEN, NOBODY = "told", "seen", "nobody known"
_CHAIR, _HOLDS = "chair", "holds"


@dataclass(frozen=True, slots=True)
class Spell:
    """Somebody in a seat or a post, from the first to the last day; a day that nobody knows is empty.

    ``how`` is ``told`` where a source gives the days, ``seen`` where they are those of papers that show it, and ``nobody known``
    for the time between two spells of a seat for one.
    """

    start: str
    end: str
    how: str
    person_id: str
    person: str
    link: str
    role: str
    role_text: str
    place_id: str
    place: str
    alone: bool
    """Whether the seat is for one at a time."""
    proof: tuple[Any, ...]
    """Quote, source, basis and confidence."""

    @property
    def seat(self) -> tuple[str, str, str]:
        """Which seat it is."""
        return (self.place_id, self.link, self.role)

    def touches(self, since: str, until: str) -> bool:
        """Whether any day of it lies between two dates; an empty one sets no bound."""
        return touch((self.start, self.end), since, until)


def days_of(spell: str) -> tuple[str, str]:
    """The first and the last day of a spell as an edge keeps it: ``2019-05-01/2021-12-31``; one that nobody tells is empty."""
    start, _, end = spell.partition("/")
    return start, end


def touch(days: tuple[str, str], since: str, until: str) -> bool:
    """Whether a spell, from its first to its last day, has any day between two dates; an empty one sets no bound."""
    start, end = days
    begins, ends = day_span(since)[0] if since else "", day_span(until)[1] if until else ""
    return (not ends or start <= ends) and (not begins or not end or end >= begins)


def spells_of(store: Store, thing: str, *, stated: bool = False) -> list[Spell]:
    """The spells of a person, or those in the seats of a body or in a post, seat by seat in the order of time.

    Args:
        store: the graph.
        thing: the id of a person, body or post.
        stated: leave out what is only inferred.

    """
    rows = run(store, "terms", thing=thing, stated=stated).table.records()
    shared = {row["place_id"] for row in rows if row["person_id"] == thing and _is_alone(row)}
    rows += [row for place in sorted(shared) for row in run(store, "terms", thing=place, stated=stated).table.records()]
    bodies = sorted({row["place_id"] for row in rows if row["link"] != _HOLDS})
    rows += [row for body in bodies for row in _at_meetings(store, body, stated=stated)]
    found = {spell for spell in _spells(rows) if thing in (spell.person_id, spell.place_id)}
    return sorted(found, key=lambda spell: (spell.place, spell.seat, spell.start, spell.end, spell.person_id))


def with_gaps(spells: Iterable[Spell]) -> Iterator[Spell]:
    """The spells, and between two of a seat for one the time in which nobody is known to have been in it."""
    for _, seat in groupby(spells, key=lambda spell: spell.seat):
        ordered = list(seat)
        yield ordered[0]
        until = ordered[0].end
        for before, after in pairwise(ordered):
            first = _after(until)
            if before.alone and first and first < after.start:
                nobody = replace(after, how=NOBODY, person_id="", person="", role_text="", proof=(None,) * len(EVIDENCE))
                yield replace(nobody, start=first, end=_before(after.start))
            yield after
            until = max(until, after.end) if until and after.end else ""


def _is_alone(row: Mapping[str, Any]) -> bool:
    return row["role"] == _CHAIR if row["link"] != _HOLDS else (row["seats"] or 1) == 1


def _at_meetings(store: Store, body: str, *, stated: bool) -> Iterator[dict[str, Any]]:
    """Who was a member of a body on the days of its meetings, each as a row of ``terms``."""
    for row in run(store, "sightings", body=body, stated=stated).table.records():
        yield row | {"link": "sits on", "role_text": None, "seats": None, "spells": None, "seen": [row["date"]]}


def _spells(rows: Sequence[Mapping[str, Any]]) -> Iterator[Spell]:
    told = [
        replace(_spell(row, TOLD), start=start, end=end) for row in rows for start, end in map(days_of, row["spells"] or ())
    ]
    yield from told
    seats: dict[tuple[str, str, str], list[Spell]] = {}
    for row in rows:
        if not row["spells"]:
            spell = _spell(row, SEEN)
            seats.setdefault(spell.seat, []).extend(replace(spell, start=day, end=day) for day in row["seen"] if day)
    for seat, shown in seats.items():
        rivals = [spell for spell in told if spell.seat == seat]
        yield from _runs(shown, rivals) if shown[:1] and shown[0].alone else _runs_each(shown)


def _spell(row: Mapping[str, Any], how: str) -> Spell:
    own = {name: row[name] or "" for name in ("person_id", "person", "link", "role", "role_text", "place_id", "place")}
    return Spell("", "", how, **own, alone=_is_alone(row), proof=proof(row))


def _runs(shown: Sequence[Spell], rivals: Sequence[Spell]) -> Iterator[Spell]:
    """What papers show of a seat for one: each run of days on which they show the same person, unless another came between."""
    days = sorted([*shown, *rivals], key=lambda spell: (spell.start, spell.how, spell.person_id))
    for _, group in groupby(days, key=lambda spell: spell.person_id):
        yield from _run([spell for spell in group if spell.how == SEEN])


def _runs_each(shown: Iterable[Spell]) -> Iterator[Spell]:
    for _, group in groupby(sorted(shown, key=lambda spell: (spell.person_id, spell.start)), key=lambda spell: spell.person_id):
        yield from _run(list(group))


def _run(days: Sequence[Spell]) -> Iterator[Spell]:
    if days:
        yield replace(days[0], end=days[-1].end)


def _after(day: str) -> str:
    return _moved(day, 1)


def _before(day: str) -> str:
    return _moved(day, -1)


def _moved(day: str, by: int) -> str:
    """The day so many days later; nothing for what is no day."""
    try:
        return (date.fromisoformat(day) + timedelta(days=by)).isoformat()
    except (ValueError, OverflowError):
        return ""
