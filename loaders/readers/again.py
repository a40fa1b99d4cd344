"""Who was there again: a list that points to the one above it, in a file with the minutes of several meetings.

Source: "Present: as above, with Ann Hale in the chair", "Sederunt: as for the annual meeting, except Ben Moss".
"""

import re
from collections.abc import Iterable, Iterator

from sederunt.graph.names import fold
from sederunt.graph.statement import Statement
from sederunt.loaders.context.scene import NAMES, Scene, claim, person, title_claims
from sederunt.loaders.document import Span
from sederunt.loaders.naming.entries import read_entry
from sederunt.loaders.naming.entry import Entry
from sederunt.loaders.naming.people import looks_like_person
from sederunt.loaders.naming.titles import read_title

STAGE = NAMES

_AS_ABOVE = re.compile(r"\b(?:as|same as)\s+(?:above|before|listed above|(?:for|at|in) the\b[^,;.]*)", re.IGNORECASE)
_LESS = re.compile(r"\b(?:except|excluding|less|without|apart from|other than|but not)\b", re.IGNORECASE)
_PIECE = re.compile(
    r"(?:[,;.]\s*|\b(?:and|with|plus|also|for|joined by)\b\s*)*(?P<piece>[^,;.()]+?(?:\s*\([^()]*\))?)\s*(?=[,;.]|$|\band\b)"
)
_CHAIR = re.compile(r"\s+(?:(?:in|taking|took) the chair\b|(?:presiding|chairing)\b).*")


def read(scene: Scene) -> Iterable[Statement]:
    """Attendance at this meeting of those who attended the one above, and of those who are named beside."""
    there = [s for s in scene.before if s.link == "ATTENDED"]
    if scene.meeting is None or not there:
        return
    above = [s for s in there if s.object == there[0].object]
    away = {fold(s.subject.label) for s in scene.found if s.link in ("SENT_APOLOGIES", "ABSENT_FROM")}
    for section in scene.sections:
        for span in section.spans if section.category in ("present", "in_attendance") else ():
            if found := _AS_ABOVE.search(span.text):
                yield from _repeated(scene, above, span, found.end(), away)


def _repeated(scene: Scene, above: list[Statement], span: Span, at: int, away: set[str]) -> Iterator[Statement]:
    less = _LESS.search(span.text, at)
    missing = {fold(entry.name) for entry, _ in _named(span, less.end(), len(span.text))} if less else set[str]()
    more = list(_named(span, at, less.start() if less else len(span.text)))
    chaired = any(chair for _, chair in more)
    told = away | missing | {fold(entry.name) for entry, _ in more}
    for s in above:
        if fold(s.subject.label) not in told and scene.meeting:
            role = "" if chaired and s.values.get("role") == "chair" else s.values.get("role", "")
            yield claim("ATTENDED", s.subject, scene.meeting, span=span, role=role, confidence=0.85)
    for entry, chair in more:
        who = person(entry.name, "present", honorific=entry.honorific, initials=entry.initials)
        yield claim(
            "ATTENDED", who, scene.meeting, span=span, role="chair" if chair else entry.role or "attendee", confidence=0.85
        )
        for title in entry.titles:
            yield from title_claims(who, read_title(title), span, who.section)


def _named(span: Span, start: int, end: int) -> Iterator[tuple[Entry, bool]]:
    """The people named in a part of a line, each with whether they took the chair."""
    for found in _PIECE.finditer(span.text, start, end):
        piece = span.part(*found.span("piece"))
        chair = _CHAIR.search(piece.text)
        entry = read_entry(piece.part(0, chair.start() if chair else len(piece.text)))
        if entry is not None and looks_like_person(f"{entry.honorific} {entry.name}".strip()):
            yield entry, chair is not None
