"""Decisions that were written into a spreadsheet of pairs."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sederunt.graph import deciding
from sederunt.graph.deciding import Signed
from sederunt.graph.errors import AmbiguousName, QueryError, SederuntError, UnknownName
from sederunt.graph.everybody import everybody
from sederunt.graph.judged import judged_by
from sederunt.graph.judgements import Judgement
from sederunt.graph.judging import judge
from sederunt.graph.logbook import read_log
from sederunt.graph.store import Store
from sederunt.queries.find import find

SAME, DIFFERENT, UNSURE = "same", "different", "unsure"
_WANTED = ("left_id", "right_id", "decision")
_MARKS = ",;\t"


@dataclass(frozen=True)
class Decision:
    """What a row of a spreadsheet says."""

    row: int
    """Its number, the row of headings being 1."""
    one: str
    other: str
    decision: str


def read_decisions(file: Path) -> list[Decision]:
    """The rows of a spreadsheet of pairs.

    Raises:
        QueryError: there is no such file, it is no text, or a column is missing.

    """
    try:
        text = file.read_text("utf-8-sig")
    except FileNotFoundError:
        raise QueryError(f"{file} does not exist.") from None
    except UnicodeDecodeError:
        raise QueryError(f"{file} is no text in UTF-8: save it as “CSV UTF-8”.") from None
    head = text.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=max(_MARKS, key=head.count))
    if missing := [name for name in _WANTED if name not in (rows.fieldnames or ())]:
        raise QueryError(f"{file} has no column {missing[0]!r}: `sederunt review -o FILE` writes one that has.")
    return [
        Decision(at, row["left_id"].strip(), row["right_id"].strip(), (row["decision"] or "").strip().lower())
        for at, row in enumerate(rows, 2)
    ]


def decide(store: Store, pair: tuple[str, str], decision: str, signed: Signed) -> Judgement | None:
    """Let a decision about two people count, unless it does already; gives the judgement that says so.

    Args:
        store: the graph.
        pair: the ids of two people, also such as they had before.
        decision: ``same`` or ``different``.
        signed: who decides.

    Raises:
        SederuntError: why it cannot.

    """
    ids = tuple(find(store, name, ("Person",)).id for name in pair)
    if decision == SAME:
        if ids[0] == ids[1]:
            return None
        return judge(store, lambda graph, log: deciding.merge(graph, log, (ids[0], ids[1]), signed, force=False))[0]
    people = everybody(store, ids)
    if len(people) == len(pair) and judged_by(read_log(store)).differ(people[0].mentions, people[1].mentions):
        return None
    return judge(store, lambda graph, log: deciding.separate(graph, log, ids, signed))[0]


def apply(
    store: Store, decisions: list[Decision], signed: Signed
) -> Iterator[tuple[Decision, Judgement | SederuntError | None]]:
    """Let decisions count one after the other: each with its judgement, with why it cannot, or with None where nothing is new."""
    for decision in decisions:
        if decision.decision in ("", UNSURE):
            yield decision, None
        elif decision.decision not in (SAME, DIFFERENT):
            yield decision, QueryError(f"{decision.decision!r} is no decision: write same, different, unsure or nothing.")
        else:
            yield decision, _decided(store, decision, signed)


def _decided(store: Store, decision: Decision, signed: Signed) -> Judgement | SederuntError | None:
    try:
        return decide(store, (decision.one, decision.other), decision.decision, signed)
    except (QueryError, UnknownName, AmbiguousName) as error:
        return error
