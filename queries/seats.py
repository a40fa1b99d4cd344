"""Seats and posts of the whole graph, those that are wanted of a million, each with what its statements tell of the time."""

from collections.abc import Iterable, Mapping
from typing import Any

from sederunt.graph.exchange import batches
from sederunt.graph.store import Store
from sederunt.queries.told import UNTOLD, Said, Term, complete, term

CHAIR = "r.role = 'chair'"
"""Which seats are those of chairs."""
_PLACES = {"SITS_ON": "Body", "HOLDS": "Post"}
_SEATS = """
MATCH (place:{place})<-[r:{link}]-(p:Person)
WHERE {wanted} AND (NOT $stated OR r.basis = 'stated')
RETURN p.id AS person_id, p.name AS person, '{spoken}' AS link, r.role AS role, r.role_text AS role_text,
       place.id AS place_id, place.name AS place, place.seats AS seats, r.spells AS spells, r.statements AS statements,
       r.start AS start, r.end AS end, r.quote AS quote, r.source AS source, r.basis AS basis, r.confidence AS confidence"""
_STATEMENTS = """
UNWIND $ids AS id
MATCH (s:Statement {id: id})
RETURN id, coalesce(s.date, '') AS day, coalesce(s.value, '{}') AS value"""
_AT_ONCE = 1_000

Row = Mapping[str, Any]
"""A row of the saved query ``terms``, with what is said of the seat, as ``said``."""


def seats(store: Store, link: str, wanted: str, *, stated: bool = False) -> list[dict[str, Any]]:
    """The seats or posts of everybody that are wanted.

    Args:
        store: the graph.
        link: ``SITS_ON`` or ``HOLDS``.
        wanted: which of them, in Cypher, of the edge ``r``.
        stated: leave out what is only inferred.

    """
    cypher = _SEATS.format(link=link, place=_PLACES[link], spoken=link.replace("_", " ").lower(), wanted=wanted)
    return store.ask(cypher, {"stated": stated}).records()


def with_statements(store: Store, rows: Iterable[Row]) -> list[dict[str, Any]]:
    """Seats, each with what is said of it; the statements are read only where the seat itself does not tell all."""
    known = list(rows)
    wanted = sorted({proof for row in known if not _tells_all(row) for proof in row["statements"]})
    found = {
        id_: (day, term(value))
        for ids in batches(wanted, _AT_ONCE)
        for id_, day, value in store.ask(_STATEMENTS, {"ids": ids}).rows
    }
    return [{**row, "said": _said(row, found)} for row in known]


def _tells_all(row: Row) -> bool:
    """Whether all that its statements tell of the time stands on a seat: there is one, and it tells a term."""
    return len(row["statements"]) == len(row["spells"] or ()) == 1


def _said(row: Row, found: Mapping[str, tuple[str, Term]]) -> Said:
    if _tells_all(row):
        return [("", Term(row["start"] or "", row["end"] or ""))]
    said = [found[proof] for proof in row["statements"] if proof in found]
    return complete(row, said) if row["spells"] else [(day, UNTOLD) for day in sorted({day for day, _ in said})]
