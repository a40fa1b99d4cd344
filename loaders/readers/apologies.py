"""Apologies and absences told in sentences.

Source: "Apologies for absence were received from Ann Hale and Councillor B. Moss", "Ann Hale sent her apologies", "There were no
apologies"; sentences about the minutes of an earlier meeting ("apologies were noted in error for …") say nothing of this one.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sederunt.graph.names import split_honorific
from sederunt.graph.statement import Statement
from sederunt.loaders.document import Span
from sederunt.loaders.people import Entry, looks_like_person, read_entry, split_people, split_plural
from sederunt.loaders.scene import LISTS, Scene, claim, person, title_claims
from sederunt.loaders.titles import read_title

STAGE = LISTS

_FROM = re.compile(
    r"\bapologies\b(?:\s+for\s+(?:absence|non-attendance|the meeting))?(?:\s+\w+){0,4}?\s+(?:from|by|for|on behalf of)\s*:?\s+(?!absence|non|the meeting)(?P<list>.+)$",
    re.IGNORECASE,
)
_COLON = re.compile(r"\bapologies(?:\s+for\s+absence)?(?:\s+(?:were\s+)?(?:received|given|noted))?\s*:\s*(?P<list>[A-Z].+)$")
_SENT = re.compile(
    r"^(?P<list>[A-Z].+?)\s+(?:has|have|had)?\s*(?:sent|gave|given|tendered|submitted|offered)\s+(?:\w+\s+)?apologies\b"
)
_ABSENT = re.compile(r"^(?P<list>[A-Z].+?)\s+(?:was|were)\s+(?:absent|not present|unable to attend)\b")
_CORRECTION = re.compile(
    r"\bin error\b|\bshould (?:have|be|read)\b|\bcorrect(?:ion|ed)\b|\bprevious\b|\blast meeting\b|\bamend|\bremov|\bwrongly\b|\bomitted\b"
)
_TAIL = re.compile(
    r"\s+(?:were|was|and (?:it|the|these|their)|who|which|had|have|has|as|because|due|owing|prior|in advance|at|but|with (?:whom|the)|that)\b.*$"
    r"|[.;]\s*$|\s+(?=(?:The|It|There|Members|Chair)\s+[a-z])",
)


def read(scene: Scene) -> Iterable[Statement]:
    """Who sent apologies or was absent, as sentences tell it."""
    if scene.meeting is None:
        return
    known: set[str] = {s.subject.text for s in scene.found}
    for _, sentence in scene.sentences():
        if _CORRECTION.search(sentence.text) or re.search(r"\bno apologies\b", sentence.text):
            continue
        for link, people in _told(sentence):
            for entry in people:
                if entry.name in known:
                    continue
                known.add(entry.name)
                who = person(entry.name, "apologies" if link == "SENT_APOLOGIES" else "absent", honorific=entry.honorific)
                yield claim(link, who, scene.meeting, span=sentence, role=entry.role, role_text=entry.role_text)
                for title in entry.titles:
                    yield from title_claims(who, read_title(title), sentence, who.section)


def _told(sentence: Span) -> Iterator[tuple[str, list[Entry]]]:
    for pattern, link in (
        (_FROM, "SENT_APOLOGIES"),
        (_COLON, "SENT_APOLOGIES"),
        (_SENT, "SENT_APOLOGIES"),
        (_ABSENT, "ABSENT_FROM"),
    ):
        found = pattern.search(sentence.text)
        if not found:
            continue
        listed = _TAIL.sub("", found["list"]) if pattern in (_FROM, _COLON) else found["list"]
        start = found.start("list")
        people = _people(sentence.part(start, start + len(listed)))
        if people:
            yield link, people
            return


def _people(span: Span) -> list[Entry]:
    text = re.sub(r"^(?:both\s+|from\s+)", "", span.text)
    span = span.part(len(span.text) - len(text), len(span.text))
    honorific, span = split_plural(span)
    pieces = [_without_from(piece) for piece in split_people(span)] or [span]
    found = [entry for piece in pieces if (entry := read_entry(piece)) is not None]
    return [_honoured(entry, honorific) for entry in found if looks_like_person(f"{entry.honorific} {entry.name}".strip())]


def _without_from(span: Span) -> Span:
    start = len("from ") if span.text.startswith("from ") else 0
    return span.part(start, len(span.text))


def _honoured(entry: Entry, honorific: str) -> Entry:
    given, name = split_honorific(entry.name)
    return replace(entry, name=name, honorific=entry.honorific or given or honorific)
