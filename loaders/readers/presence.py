"""Who was there, told in sentences.

Source: "Also present were Mr J Pell and Mrs L Sands", "Ann Hale and Ben Moss were in attendance", "Mr P Quill attended for item 4".
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.document import Span
from sederunt.loaders.people import Entry, read_entry, split_people
from sederunt.loaders.scene import LISTS, Scene, claim, person, title_claims
from sederunt.loaders.titles import read_title

STAGE = LISTS

_SAID = (
    (re.compile(r"^(?P<list>[A-Z].+?)\s+(?:(?:was in|took|in) the chair|presided|chaired the meeting)\b"), "chair"),
    (re.compile(r"^(?P<list>[A-Z].+?)\s+(?:took|kept|wrote|recorded) the (?:minutes|notes)\b"), "minutes"),
    (
        re.compile(
            r"^(?:(?:There\s+(?:were|was)\s+)?(?:also\s+)?in attendance(?:\s+(?:were|was))?)\s*:?\s+(?P<list>[A-Z].+)$",
            re.IGNORECASE,
        ),
        "in attendance",
    ),
    (
        re.compile(
            r"^(?:(?:There\s+(?:were|was)\s+)?(?:also\s+)?(?:present|attending)(?:\s+(?:were|was|at the meeting were))?|Those present (?:were|included))\s*:?\s+(?P<list>[A-Z].+)$",
            re.IGNORECASE,
        ),
        "attendee",
    ),
    (re.compile(r"^(?P<list>[A-Z].+?)\s+(?:was|were)\s+(?:also\s+)?in attendance\b(?P<part>\s+for\s+[^.]+)?"), "in attendance"),
    (re.compile(r"^(?P<list>[A-Z].+?)\s+(?:was|were)\s+observing\b"), "observer"),
    (
        re.compile(
            r"^(?P<list>[A-Z].+?)\s+(?:was|were)\s+(?:also\s+)?(?:present|attending)\b(?P<part>\s+for\s+[^.]+)?(?!\s+at\s+the\s+(?:last|previous))"
        ),
        "attendee",
    ),
    (
        re.compile(
            r"^(?P<list>[A-Z].+?)\s+(?:attended|joined)(?:\s+the\s+meeting)?\s+(?P<part>(?:for|from|at|until)\s+[^.]+)\.?$"
        ),
        "attendee",
    ),
)
"""How a sentence says that people were there, and the part they then had."""


def read(scene: Scene) -> Iterable[Statement]:
    """Attendance at this meeting as sentences tell it."""
    if scene.meeting is None:
        return
    told: set[str] = set()
    for _, sentence in scene.prose():
        for entry in _told(sentence):
            if entry.name not in told:
                told.add(entry.name)
                yield from _claims(entry, sentence, scene.meeting)


def _claims(entry: Entry, sentence: Span, meeting: Mention) -> Iterator[Statement]:
    who = person(entry.name, "present", honorific=entry.honorific, initials=entry.initials)
    yield claim(
        "ATTENDED", who, meeting, span=sentence, role=entry.role, role_text=entry.role_text, part=entry.part, confidence=0.85
    )
    for title in entry.titles:
        yield from title_claims(who, read_title(title), sentence, who.section)


def _told(sentence: Span) -> list[Entry]:
    """The people that a sentence says were there; none unless every piece of its list is one."""
    for pattern, role in _SAID:
        found = pattern.match(sentence.text)
        if not found:
            continue
        span = sentence.part(*found.span("list"))
        pieces = split_people(span) or [span]
        people = [entry for piece in pieces if (entry := read_entry(piece)) is not None]
        if len(people) == len(pieces):
            part = (found.groupdict().get("part") or "").strip()
            return [replace(entry, role=entry.role or role, part=entry.part or part) for entry in people]
    return []
