"""What does not fit together in what is told with days: terms that end before they begin, rows twice, two in a seat for one."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sederunt.graph.store import Store
from sederunt.queries.ask import run
from sederunt.queries.catalogue import proof
from sederunt.queries.seats import CHAIR, Row, seats, with_statements
from sederunt.queries.told import Term, terms_in

_TOLD = "r.spells IS NOT NULL"
_REVERSED = "any(spell IN r.spells WHERE split(spell, '/')[1] <> '' AND split(spell, '/')[1] < split(spell, '/')[0])"
_SEVERAL = "size(r.statements) > 1 OR size(r.spells) > 1"
_TOGETHER = re.compile(r"\b(?:co|joint)\b", re.IGNORECASE)


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
    rows = with_statements(store, _in_question(store))
    return [*_of_rows(rows), *_of_seats(rows), *_disputed(store)]


def _in_question(store: Store) -> list[dict[str, Any]]:
    """The seats and posts whose terms may be odd: those told more than once, or wrongly, and those for one."""
    found = seats(store, "SITS_ON", f"{_TOLD} AND ({CHAIR} OR {_SEVERAL} OR {_REVERSED})") + seats(store, "HOLDS", _TOLD)
    return sorted(found, key=_order)


def _order(row: Row) -> tuple[str, ...]:
    return (row["place"], row["place_id"], row["link"], row["role"] or "", row["person"], row["person_id"])


def _of_rows(rows: Iterable[Row]) -> Iterator[Oddity]:
    for row in rows:
        told = Counter(terms_in(row))
        for term in told:
            if term.is_reversed:
                yield _oddity("ends before it begins", row, str(term))
        for one, other in _meeting((term, row) for term in told):
            yield _oddity("two terms of one seat overlap", row, f"{one[0]}; {other[0]}")
        if doubled := [str(term) for term, number in told.items() if number > 1]:
            yield _oddity("told more than once", row, "; ".join(doubled))


def _of_seats(rows: Sequence[Row]) -> Iterator[Oddity]:
    """Two people in a seat for one at the same time."""
    alone = [row for row in rows if (row["role"] == "chair" and not _shared(row)) or _is_single(row)]
    for _, group in groupby(alone, key=lambda row: (row["place_id"], row["link"], row["role"])):
        for (one, holder), (other, later) in _meeting((term, row) for row in group for term in set(terms_in(row))):
            if holder["person_id"] != later["person_id"]:
                both = {**later, "person": f"{holder['person']}, {later['person']}"}
                yield _oddity("two in a seat for one", both, f"{one}; {other}")


def _is_single(row: Row) -> bool:
    """Whether it is a post for one."""
    return row["link"] == "holds" and (row["seats"] or 1) == 1


def _shared(row: Row) -> bool:
    """Whether a chair says that another is in it too."""
    return bool(_TOGETHER.search(row["role_text"] or ""))


def _meeting(terms: Iterable[tuple[Term, Row]]) -> Iterator[tuple[tuple[Term, Row], tuple[Term, Row]]]:
    """Each term with the one before it that lasts longest, where that had surely not ended."""
    latest: tuple[Term, Row] | None = None
    for term, row in sorted(terms, key=lambda found: (found[0].days, found[1]["person"])):
        if term.is_reversed:
            continue
        if latest and latest[0].surely_meets(term):
            yield latest, (term, row)
        if latest is None or (latest[0].until and (not term.until or term.days[1] > latest[0].days[1])):
            latest = (term, row)


def _disputed(store: Store) -> Iterator[Oddity]:
    for row in run(store, "disputed").table.records():
        said = row["link"].replace("_", " ").lower()
        yield Oddity("papers disagree on who was there", row["person"], said, row["meeting"], row["date"] or "", proof(row))


def _oddity(what: str, row: Row, days: str) -> Oddity:
    return Oddity(what, row["person"], row["role"] or "", row["place"], days, proof(row))
