"""Spells as a drawing over time shows them: rows of bars in groups, each bar with the edge that proves it."""

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import groupby
from typing import Any

from sederunt.graph.sittings import spoken
from sederunt.queries.terms import NOBODY, TOLD, Spell, rank
from sederunt.viz.picture import Edge

HOLDS = "post"
"""What filters call being in a post; a seat on a body goes by its role."""

_LINKS = {"sits on": "SITS_ON", "holds": "HOLDS"}
_ROLES = {"chair": "Chair", "vice-chair": "Vice-chair", "secretary": "Secretary", "member": "Member", "observer": "Observer"}
_NOBODY = "Nobody known"


@dataclass(frozen=True, slots=True)
class Bar:
    """A spell; a day that nobody knows is empty, and so is the fact of a gap, which nothing proves."""

    start: str
    end: str
    how: str
    text: str
    fact: int | None


@dataclass(frozen=True, slots=True)
class Row:
    """The bars of one seat or person, and the edges that are marks on their days."""

    title: str
    node: int | None
    key: str
    bars: tuple[Bar, ...] = ()
    marks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one head."""

    title: str
    node: int | None
    rows: tuple[Row, ...]
    note: str = ""
    """What tells it from another of its name."""


Places = Mapping[str, int]
"""The number of a node, by its id."""
Seat = tuple[str, str]
"""The ids of who is in it, and of where it is."""
Proofs = Callable[[Spell], int | None]
"""The number of the edge that proves a spell."""
_Key = Callable[[Spell], str]


def groups_of_person(spells: Iterable[Spell], at: Places, proof: Proofs, acting: Container[Seat]) -> list[Group]:
    """A group for each body and post, a row for each role there, in the order in which they began."""

    def named(spell: Spell) -> tuple[str, int | None]:
        return _role(spell) + _if_acting(spell, acting), None

    found = [
        Group(own[0].place, at.get(place), _rows(own, lambda spell: spell.role, proof, named))
        for place, own in _apart(spells, lambda spell: spell.place_id)
    ]
    return sorted(found, key=lambda group: (min(row.bars[0].start for row in group.rows), group.title))


def groups_of_place(spells: Iterable[Spell], at: Places, proof: Proofs, acting: Container[Seat]) -> list[Group]:
    """A group for each role on a body, or for a post, a row for each person, in the order in which they began; gaps are rows too."""

    def named(spell: Spell) -> tuple[str, int | None]:
        if spell.how == NOBODY:
            return _NOBODY, None
        return spell.person + _if_acting(spell, acting), at.get(spell.person_id)

    seats = sorted(_apart(spells, lambda spell: spell.role), key=lambda seat: (rank(seat[0]), seat[0]))
    return [Group(_role(own[0]), None, _rows(own, _who, proof, named)) for _, own in seats]


def proofs(edges: Sequence[Edge]) -> Proofs:
    """What finds the edge that proves a spell: that of the seat, else that of the meeting which shows the person there."""
    seats = {(edge.start, edge.link, edge.end, edge.role): number for number, edge in enumerate(edges)}
    shown = {(edge.start, edge.evidence[0].quote, edge.evidence[0].source): number for number, edge in enumerate(edges)}

    def proof(spell: Spell) -> int | None:
        if spell.how == NOBODY:
            return None
        link = _LINKS[spell.link]
        seat = seats.get((spell.person_id, link, spell.place_id, key_of(link, spell.role)))
        return shown.get((spell.person_id, *spell.proof[:2])) if seat is None else seat

    return proof


def key_of(link: str, role: str) -> str:
    """What filters call a seat or a post."""
    return HOLDS if link == "HOLDS" else role


def with_spells(edges: Sequence[Edge], spells: Iterable[Spell]) -> tuple[Edge, ...]:
    """The edges, each with the days of all its spells."""
    proof = proofs(edges)
    own: dict[int, list[Spell]] = {}
    for spell in spells:
        number = proof(spell)
        if number is not None and edges[number].link in _LINKS.values():
            own.setdefault(number, []).append(spell)
    return tuple(_dated(edge, own[number]) if number in own else edge for number, edge in enumerate(edges))


def _dated(edge: Edge, spells: Sequence[Spell]) -> Edge:
    starts, ends = [spell.start for spell in spells], [spell.end for spell in spells]
    first = min(starts) if all(starts) else ""
    return replace(edge, dates="; ".join(map(text, spells)), first=first, last=max(ends) if all(ends) else "")


def text(spell: Spell) -> str:
    """From when to when, in words."""
    if spell.how == TOLD:
        sides = [f"{word} {spoken(day)}" for word, day in (("from", spell.since), ("to", spell.until)) if day]
        return " ".join(sides) + (", so it ends before it begins" if spell.is_reversed else "")
    days = spoken(spell.start) if spell.start == spell.end else f"{spoken(spell.start)} to {spoken(spell.end)}"
    return days if spell.how == NOBODY else f"seen {days}"


def as_data(groups: Iterable[Group]) -> list[dict[str, Any]]:
    """Groups as a page carries them."""
    return [asdict(group) for group in groups]


def _rows(own: Sequence[Spell], by: _Key, proof: Proofs, named: Callable[[Spell], tuple[str, int | None]]) -> tuple[Row, ...]:
    rows = []
    for _, spells in _apart(own, by):
        title, node = named(spells[0])
        key = "" if spells[0].how == NOBODY else key_of(_LINKS[spells[0].link], spells[0].role)
        bars = sorted((_bar(spell, proof) for spell in spells), key=lambda bar: (bar.start, bar.end))
        rows.append(Row(title, node, key, tuple(bars)))
    return tuple(sorted(rows, key=lambda row: (row.bars[0].start, row.title)))


def _who(spell: Spell) -> str:
    """Each gap by itself, so that it stands between the two whom it parts."""
    return spell.person_id or spell.start


def _if_acting(spell: Spell, acting: Container[Seat]) -> str:
    return " (acting)" if (spell.person_id, spell.place_id) in acting else ""


def _bar(spell: Spell, proof: Proofs) -> Bar:
    return Bar(spell.start, spell.end, spell.how, text(spell), proof(spell))


def _role(spell: Spell) -> str:
    return _ROLES.get(spell.role, spell.role.capitalize()) or "In the post"


def _apart(spells: Iterable[Spell], by: _Key) -> list[tuple[str, list[Spell]]]:
    return [
        (key, list(own)) for key, own in groupby(sorted(spells, key=lambda s: (by(s), s.start, s.end, s.person_id)), key=by)
    ]
