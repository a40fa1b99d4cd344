"""When rows and sentences tell that somebody was in a seat: each with its days as precisely as they are known."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sederunt.graph.sittings import day_span, days_of
from sederunt.graph.store import Store

_SAID = """
MATCH (known:Person|Body|Post {id: $thing})-[r:SITS_ON|HOLDS]-(:Person|Body|Post)
WHERE r.spells IS NOT NULL
WITH r, startNode(r) AS p, endNode(r) AS place
UNWIND r.statements AS proof
MATCH (s:Statement {id: proof})
RETURN p.id AS person, type(r) AS link, coalesce(r.role, '') AS role, place.id AS place,
       coalesce(s.date, '') AS day, coalesce(s.value, '{}') AS value
ORDER BY person, place, link, role, proof"""


@dataclass(frozen=True, order=True)
class Term:
    """From when to when, as ISO text of any precision; a side that nobody tells is empty."""

    since: str
    until: str

    @cached_property
    def days(self) -> tuple[str, str]:
        """The first day that it may have had, and the last."""
        return (self.since and day_span(self.since)[0], self.until and day_span(self.until)[1])

    @property
    def is_reversed(self) -> bool:
        """Whether it ends before it begins."""
        first, last = self.days
        return bool(last) and last < first

    def surely_meets(self, later: "Term") -> bool:
        """Whether one that began later began before this one ended, whichever days are meant: 1990 may end as 1990 begins."""
        return bool(later.since) and (not self.until or day_span(later.since)[1] < day_span(self.until)[0])

    def __str__(self) -> str:
        return " to ".join(self.days[side] or "…" for side in (0, 1))


UNTOLD = Term("", "")
"""The term of which nobody tells any day."""
Said = list[tuple[str, Term]]
"""What each row or sentence tells of a seat: the date of its paper, and the term."""


def with_said(store: Store, rows: Iterable[Mapping[str, Any]], thing: str) -> list[dict[str, Any]]:
    """The rows of ``terms`` for a thing, each with what is said of its seat, as ``said``."""
    known = list(rows)
    found: dict[tuple[str, ...], Said] = {}
    told = any(row["spells"] for row in known)
    for person, link, role, place, day, value in store.ask(_SAID, {"thing": thing}).rows if told else ():
        found.setdefault((person, link, role, place), []).append((day, term(value)))
    return [{**row, "said": complete(row, found.get(_key(row), [])) if row["spells"] else _seen(row)} for row in known]


def _seen(row: Mapping[str, Any]) -> Said:
    """The days on which papers show a seat of which nobody tells the term."""
    return [(day, UNTOLD) for day in row["seen"]]


def term(value: str) -> Term:
    """The term that a statement tells by its values; it has none where they are not the loader's."""
    try:
        told = json.loads(value)
    except ValueError:
        return UNTOLD
    return Term(told.get("start", ""), told.get("end", "")) if isinstance(told, dict) else UNTOLD


def complete(row: Mapping[str, Any], said: Said) -> Said:
    """What is said, with the days that the seat itself has where its statements tell none."""
    if any(term != UNTOLD for _, term in said):
        return said
    return [*said, *(("", Term(*days_of(spell))) for spell in row["spells"])]


def _key(row: Mapping[str, Any]) -> tuple[str, ...]:
    return (row["person_id"], row["link"].upper().replace(" ", "_"), row["role"] or "", row["place_id"])


def terms_in(row: Mapping[str, Any]) -> list[Term]:
    """The terms that rows and sentences tell of a seat, doubled ones twice."""
    return sorted(term for _, term in row["said"] if term != UNTOLD)
