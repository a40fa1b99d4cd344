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
from sederunt.queries.told import UNTOLD, Term, terms_in, with_said

_ROLES = ("chair", "vice-chair", "secretary", "member")
TOLD, SEEN, NOBODY = "told", "seen", "nobody known"
_CHAIR, _MEMBER, _HOLDS = "chair", "member", "holds"


@dataclass(frozen=True, slots=True)
class Spell:
    """Somebody in a seat or a post, from the first to the last day; a day that nobody knows is empty.

    ``how`` is ``told`` where a source gives the days, ``seen`` where they are those of papers that show it, and ``nobody known``
    for the time between two spells of a seat for one.
    """

    start: str
    end: str
    since: str
    until: str
    """When it began and ended as precisely as a source tells it; of what is not told, empty."""
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

    @property
    def is_reversed(self) -> bool:
        """Whether it is told to end before it begins."""
        return bool(self.end) and self.end < self.start

    def touches(self, since: str, until: str) -> bool:
        """Whether any day of it lies between two dates; an empty one sets no bound."""
        return touch((self.start, self.end), since, until)


def rank(role: str) -> int:
    """The place of a role on a body among all: the chair is first."""
    return _ROLES.index(role) if role in _ROLES else len(_ROLES)


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
    rows = _told_of(store, thing, stated=stated)
    shared = {row["place_id"] for row in rows if row["person_id"] == thing and _is_alone(row)}
    rows += [row for place in sorted(shared) for row in _told_of(store, place, stated=stated)]
    bodies = sorted({row["place_id"] for row in rows if row["link"] != _HOLDS})
    rows += [row for body in bodies for row in _at_meetings(store, body, stated=stated)]
    return [spell for spell in spells_in(rows) if thing in (spell.person_id, spell.place_id)]


def spells_in(rows: Sequence[Mapping[str, Any]]) -> list[Spell]:
    """The spells that rows of ``terms``, each with what is ``said`` of the seat, tell of all who were in these seats."""
    return sorted(set(_spells(rows)), key=lambda spell: (spell.place, spell.seat, spell.start, spell.end, spell.person_id))


def _told_of(store: Store, thing: str, *, stated: bool) -> list[dict[str, Any]]:
    return with_said(store, run(store, "terms", thing=thing, stated=stated).table.records(), thing)


def with_gaps(spells: Iterable[Spell]) -> Iterator[Spell]:
    """The spells, and between two of a seat for one the time in which nobody is known to have been in it."""
    for _, seat in groupby(spells, key=lambda spell: spell.seat):
        known = list(seat)
        yield from sorted([*known, *_gaps([spell for spell in known if not spell.is_reversed])], key=lambda spell: spell.start)


def _gaps(spells: Sequence[Spell]) -> Iterator[Spell]:
    """The times between the spells of a seat for one, in their order, in which nobody is known to have been in it."""
    until = spells[0].end if spells else ""
    for before, after in pairwise(spells):
        first = day_after(until)
        if before.alone and first and first < after.start:
            nobody = replace(after, how=NOBODY, person_id="", person="", role_text="", proof=(None,) * len(EVIDENCE))
            yield replace(nobody, since="", until="", start=first, end=_before(after.start))
        until = max(until, after.end) if until and after.end else ""


def _is_alone(row: Mapping[str, Any]) -> bool:
    return row["role"] == _CHAIR if row["link"] != _HOLDS else (row["seats"] or 1) == 1


def _at_meetings(store: Store, body: str, *, stated: bool) -> Iterator[dict[str, Any]]:
    """Who was a member of a body on the days of its meetings, each as a row of ``terms``."""
    for row in run(store, "sightings", body=body, stated=stated).table.records():
        yield row | {"link": "sits on", "role_text": None, "seats": None, "said": [(row["date"], UNTOLD)]}


def _spells(rows: Sequence[Mapping[str, Any]]) -> Iterator[Spell]:
    told = [_told(_spell(row, TOLD), term) for row in rows for term in set(terms_in(row))]
    yield from told
    known: dict[tuple[str, str, str], list[Spell]] = {}
    rivals: dict[tuple[str, str, str], list[Spell]] = {}
    for spell in told:
        known.setdefault((spell.person_id, spell.place_id, spell.link), []).append(spell)
        rivals.setdefault(spell.seat, []).append(spell)
    seats: dict[tuple[str, str, str], list[Spell]] = {}
    for row in rows:
        spell = _spell(row, SEEN)
        own = known.get((spell.person_id, spell.place_id, spell.link), [])
        days = [day for day, term in row["said"] if day and term == UNTOLD]
        seats.setdefault(spell.seat, []).extend(
            replace(spell, start=d, end=d) for d in days if not _is_told(spell.role, d, own)
        )
    for seat, shown in seats.items():
        yield from _runs(shown, rivals.get(seat, [])) if shown[:1] and shown[0].alone else _runs_each(shown)


def _told(spell: Spell, term: Term) -> Spell:
    start, end = term.days
    return replace(spell, start=start, end=end, since=term.since, until=term.until)


def _is_told(role: str, day: str, own: Iterable[Spell]) -> bool:
    """Whether a source tells that somebody, seen on a day, was there: in that role, or as an officer too if seen as a member."""
    return any(role in (spell.role, _MEMBER) for spell in own if spell.touches(day, day))


def _spell(row: Mapping[str, Any], how: str) -> Spell:
    own = {name: row[name] or "" for name in ("person_id", "person", "link", "role", "role_text", "place_id", "place")}
    return Spell("", "", "", "", how, **own, alone=_is_alone(row), proof=proof(row))


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


def day_after(day: str) -> str:
    """The next day; nothing for what is no day."""
    return _moved(day, 1)


def _before(day: str) -> str:
    return _moved(day, -1)


def _moved(day: str, by: int) -> str:
    """The day so many days later; nothing for what is no day."""
    try:
        return (date.fromisoformat(day) + timedelta(days=by)).isoformat()
    except (ValueError, OverflowError):
        return ""
