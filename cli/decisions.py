"""Decisions that were written into a spreadsheet of pairs."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sederunt.graph import bodies, deciding
from sederunt.graph.deciding import Signed
from sederunt.graph.doubtful import joined_in
from sederunt.graph.errors import AmbiguousName, QueryError, SederuntError, UnknownName
from sederunt.graph.everybody import everybody
from sederunt.graph.judged import judged_by
from sederunt.graph.judgements import Judgement
from sederunt.graph.judging import judge
from sederunt.graph.kinds import PERSON
from sederunt.graph.logbook import read_log
from sederunt.graph.nearby import Nearby
from sederunt.graph.store import Store
from sederunt.graph.things import STRUCTURE
from sederunt.queries.find import Thing, find

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
    """Let a decision about two people or two things count, unless it does already; gives the judgement that says so.

    Args:
        store: the graph.
        pair: the ids of two, also such as they had before.
        decision: ``same`` or ``different``.
        signed: who decides.

    Raises:
        SederuntError: why it cannot.

    """
    one, other = (meant(store, name) for name in pair)
    if one.label != other.label:
        raise QueryError(f"{one.name} is a {one.label.lower()}, {other.name} a {other.label.lower()}: they cannot be one.")
    merge, separate = (
        (deciding.merge, deciding.separate) if one.label == PERSON else (bodies.merge_things, bodies.separate_things)
    )
    if decision == SAME:
        if one.id == other.id:
            return None
        return judge(store, lambda graph, log: merge(graph, log, (one.id, other.id), signed, force=False))[0]
    if one.id != other.id and judged_by(read_log(store)).differ(*(_mentions(store, thing) for thing in (one, other))):
        return None
    return judge(store, lambda graph, log: separate(graph, log, (one.id, other.id), signed))[0]


def meant(store: Store, name: str) -> Thing:
    """What has an id, or had it before; of what several may be short for, what that is now.

    Raises:
        UnknownName: nothing has or had it.
        AmbiguousName: several had it.

    """
    if name.partition(":")[0] == PERSON.lower():
        return find(store, name, (PERSON,))
    now = joined_in(store, judged_by(read_log(store))).final.get(name, name)
    return find(store, now, (PERSON, *STRUCTURE))


def _mentions(store: Store, thing: Thing) -> frozenset[str]:
    """The lasting names of the mentions of a person or a thing."""
    if thing.label == PERSON:
        return frozenset(name for person in everybody(store, [thing.id]) for name in person.mentions)
    return frozenset(name for voice in bodies.namings(Nearby(store), thing.id) for name in voice.known.mentions)


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
