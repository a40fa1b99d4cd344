"""Who was there, told in sentences.

Source: "Also present were Mr J Pell and Mrs L Sands", "Ann Hale and Ben Moss were in attendance", "Mr P Quill attended for item 4".
"""

import re
from collections.abc import Iterable, Iterator

from sederunt.graph.statement import Statement
from sederunt.loaders.document import Span
from sederunt.loaders.people import Entry, read_entry, split_people
from sederunt.loaders.scene import LISTS, Scene, claim, person, title_claims
from sederunt.loaders.titles import read_title

STAGE = LISTS

_BEFORE = re.compile(
    r"^(?:(?:There\s+(?:were|was)\s+)?(?:also\s+)?(?P<how>present|in attendance|attending)\s*(?:were|was|:|at the meeting were)?|Those present (?:were|included))\s*:?\s+(?P<list>[A-Z].+)$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^(?P<list>[A-Z].+?)\s+(?:was|were)\s+(?:also\s+)?(?P<how>present|in attendance|attending|observing)\b(?P<part>\s+for\s+[^.]+)?(?!\s+at\s+the\s+(?:last|previous))"
)
_ATTENDED = re.compile(
    r"^(?P<list>[A-Z].+?)\s+(?:attended|joined)(?:\s+the\s+meeting)?\s+(?P<part>(?:for|from|at|until)\s+[^.]+)\.?$"
)
_OFFICE = re.compile(
    r"^(?P<list>[A-Z].+?)\s+(?:(?P<chair>(?:was|took|in|presided|chaired)\s+(?:in\s+)?(?:the\s+)?(?:chair|meeting)|presided)"
    r"|(?P<minutes>(?:took|kept|wrote|recorded) the (?:minutes|notes)))\b"
)
_ROLES = {"chair": "chair", "minutes": "minutes", "in attendance": "in attendance", "observing": "observer"}


def read(scene: Scene) -> Iterable[Statement]:
    """Attendance at this meeting as sentences tell it."""
    if scene.meeting is None:
        return
    told: set[str] = set()
    for _, sentence in scene.prose():
        for entry, how, part in _told(sentence):
            if entry.name in told:
                continue
            told.add(entry.name)
            who = person(entry.name, "present", honorific=entry.honorific, initials=entry.initials)
            role = entry.role or _ROLES.get(how, "attendee")
            yield claim(
                "ATTENDED",
                who,
                scene.meeting,
                span=sentence,
                role=role,
                role_text=entry.role_text,
                part=entry.part or part,
                confidence=0.85,
            )
            for title in entry.titles:
                yield from title_claims(who, read_title(title), sentence, who.section)


def _told(sentence: Span) -> Iterator[tuple[Entry, str, str]]:
    """(who, how they were there, for which part) for each person that a sentence says was there."""
    for pattern in (_OFFICE, _BEFORE, _AFTER, _ATTENDED):
        found = pattern.match(sentence.text)
        if not found:
            continue
        groups = {
            key: "chair" if key == "chair" and text else "minutes" if key == "minutes" and text else text
            for key, text in found.groupdict().items()
        }
        groups["how"] = groups.get("how") or groups.get("chair") or groups.get("minutes")
        span = sentence.part(*found.span("list"))
        pieces = split_people(span) or [span]
        people = [entry for piece in pieces if (entry := read_entry(piece)) is not None]
        if len(people) == len(pieces):
            yield from ((entry, (groups.get("how") or "").lower(), (groups.get("part") or "").strip()) for entry in people)
            return
