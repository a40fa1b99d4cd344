"""From the rows on meetings to edges: who was there, who was not, and who led an item, each with every line that proves it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sederunt.graph.sittings import spoken
from sederunt.graph.store import Store
from sederunt.queries.ask import run
from sederunt.viz.facts import proved
from sederunt.viz.picture import Edge

CHAIRED, PRESENT, BESIDE, APOLOGIES, ABSENT = "chaired", "present", "in attendance", "apologies", "absent"
LED = "led an item"
"""How a page tells one attendance from another: what its filters call them."""

_LINKS = {PRESENT: "ATTENDED", APOLOGIES: "SENT_APOLOGIES", ABSENT: "ABSENT_FROM", LED: "LED"}
_WORDS = {APOLOGIES: "sent apologies for", ABSENT: "was absent from"}
_THERE = {
    "chair": "chaired",
    "vice-chair": "was vice-chair at",
    "minutes": "took the minutes of",
    "invited": "was invited to",
    "observer": "observed",
    "deputy": "was a deputy at",
    "in attendance": "was in attendance at",
}

_ROLES = {"chair": CHAIRED} | dict.fromkeys(("in attendance", "invited", "minutes", "observer"), BESIDE)

_Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Attendance:
    """Somebody at a meeting, or missing there, as an edge from the person to the meeting."""

    person: str
    """The name; the ids are those of the edge."""
    meeting: str
    date: str
    """Of the meeting; empty: not known."""
    edge: Edge


def of_person(store: Store, person: str, *, stated: bool) -> list[tuple[Attendance, str, str]]:
    """What a person attended, missed and led, each with the id (empty: not known) and the name of whose meeting it was."""
    rows = run(store, "person-meetings", person=person, stated=stated).table.records()
    cited = _cited(store, [person])
    once = {_key(row | {"person_id": person}): row | {"person_id": person} for row in rows}
    return [(_attendance(row, cited), row["body_id"] or "", row["body"]) for row in once.values()]


def of_meetings(store: Store, meetings: Mapping[str, str], *, stated: bool) -> list[Attendance]:
    """Who was at meetings and who was not, meeting by meeting.

    Args:
        store: the graph.
        meetings: the date of each, by its id.
        stated: leave out what is only inferred.

    """
    cited = _cited(store, list(meetings)) if meetings else {}
    return [
        _attendance(row | {"meeting_id": meeting, "date": date, "item": None}, cited)
        for meeting, date in meetings.items()
        for row in run(store, "meeting-attendance", meeting=meeting, stated=stated).table.records()
    ]


def _cited(store: Store, things: Sequence[str]) -> dict[_Key, list[dict[str, Any]]]:
    found: dict[_Key, list[dict[str, Any]]] = {}
    for row in run(store, "attendance-evidence", things=things).table.records():
        found.setdefault((row["person_id"], row["link"], row["meeting_id"], row["item"] or ""), []).append(row)
    return found


def _key(row: Mapping[str, Any]) -> _Key:
    return (row["person_id"], _LINKS[row["attendance"]], row["meeting_id"], row["item"] or "")


def _attendance(row: Mapping[str, Any], cited: Mapping[_Key, Sequence[Mapping[str, Any]]]) -> Attendance:
    key = _key(row)
    lines = cited.get(key, ())
    names = {name: next((line[name] for line in lines), "") for name in ("person", "meeting")}
    return Attendance(names["person"] or key[0], names["meeting"] or key[2], row["date"] or "", _edge(row, key, lines))


def _edge(row: Mapping[str, Any], key: _Key, lines: Iterable[Mapping[str, Any]]) -> Edge:
    person, link, meeting, _ = key
    date = row["date"] or ""
    return Edge(
        start=person,
        link=link,
        end=meeting,
        label=_label(row),
        role=_ROLES.get(row["role"], PRESENT) if row["attendance"] == PRESENT else row["attendance"],
        dates=f"on {spoken(date)}" if date else "",
        basis=row["basis"],
        confidence=row["confidence"],
        evidence=proved(row, lines),
        first=date,
        last=date,
    )


def _label(row: Mapping[str, Any]) -> str:
    doubt = " (papers differ)" if row["disputed"] else ""
    if row["attendance"] == LED:
        return f"led “{row['item']}” at" if row["item"] else "led an item at"
    words = _WORDS.get(row["attendance"]) or _THERE.get(row["role"] or "", "was at")
    return f"{words}{doubt}"
