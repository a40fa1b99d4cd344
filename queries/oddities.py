"""What does not fit together in what is told with days: terms that end before they begin, rows twice, two in a seat for one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

from sederunt.graph.store import Store
from sederunt.queries.ask import run
from sederunt.queries.catalogue import proof
from sederunt.queries.terms import days_of

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something that cannot be, or hardly: what, of whom and where, in which days, with the evidence of one side."""

    oddity: str
    person: str
    role: str
    place: str
    days: str
    proof: tuple[Any, ...]


def oddities(store: Store) -> list[Oddity]:
    """Everything odd in the terms that sources tell, and in what papers say of who was at a meeting."""
    rows = run(store, "told-terms").table.records()
    return [*_of_rows(rows), *_of_seats(rows), *_disputed(store)]


def _of_rows(rows: Iterable[Row]) -> Iterator[Oddity]:
    for row in rows:
        spells = [days_of(spell) for spell in row["spells"]]
        for start, end in spells:
            if start and end and end < start:
                yield _oddity("ends before it begins", row, f"{start} to {end}")
        for one, other in pairwise(sorted(spell for spell in spells if not (spell[1] and spell[1] < spell[0]))):
            if not one[1] or other[0] < one[1]:
                yield _oddity("two terms of one seat overlap", row, f"{_told(*one)}; {_told(*other)}")
        if row["rows"] > len(spells):
            yield _oddity("told more than once", row, "; ".join(_told(*spell) for spell in spells))


def _of_seats(rows: Sequence[Row]) -> Iterator[Oddity]:
    """Two people in a seat for one at the same time."""
    alone = [row for row in rows if row["role"] == "chair" or (row["link"] == "HOLDS" and (row["seats"] or 1) == 1)]
    for _, group in groupby(alone, key=lambda row: (row["place_id"], row["link"], row["role"])):
        terms = sorted(
            ((*days_of(spell), row) for row in group for spell in row["spells"]),
            key=lambda term: (term[0], term[1], term[2]["person"]),
        )
        latest: tuple[str, str, Row] | None = None
        for start, end, row in terms:
            if end and end < start:
                continue
            if latest and latest[2]["person_id"] != row["person_id"] and (not latest[1] or start < latest[1]):
                both = {**row, "person": f"{latest[2]['person']}, {row['person']}"}
                yield _oddity("two in a seat for one", both, f"{_told(*latest[:2])}; {_told(start, end)}")
            if latest is None or not end or (latest[1] and end > latest[1]):
                latest = (start, end, row)


def _disputed(store: Store) -> Iterator[Oddity]:
    for row in run(store, "disputed").table.records():
        said = row["link"].replace("_", " ").lower()
        yield Oddity("papers disagree on who was there", row["person"], said, row["meeting"], row["date"] or "", proof(row))


def _told(start: str, end: str) -> str:
    return f"{start or '…'} to {end or '…'}"


def _oddity(what: str, row: Row, days: str) -> Oddity:
    return Oddity(what, row["person"], row["role"] or "", row["place"], days, proof(row))
