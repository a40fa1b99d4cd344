"""Who was there and who was not, told in sentences.

Source: "Also present were Mr J Pell and Mrs L Sands", "Mr P Quill attended for item 4", "Apologies for absence were received from
Ann Hale and Councillor B. Moss", "Ben Moss substituted for her"; the wordings stand in ``said_of_presence.txt``.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.scene import (
    SAID,
    TOLD_AWAY,
    TOLD_PRESENT,
    Scene,
    claim,
    is_correction,
    of_this_body,
    person,
    title_claims,
)
from sederunt.loaders.document import Span
from sederunt.loaders.naming.entry import Entry
from sederunt.loaders.naming.roles import OFFICERS, meeting_role
from sederunt.loaders.naming.titles import read_title
from sederunt.loaders.sentences.said import people_in, told

STAGE = SAID

_LINKS = {"present": "ATTENDED", "apologies": "SENT_APOLOGIES", "absent": "ABSENT_FROM"}
_AWAY = ("apologies", "absent")
_RECEIVED = re.compile(
    r"^(?:(?:apologies|received|accepted|given|noted|and|were|was|had|been)\s+)*(?:from|by)\s*:?\s+(?P<list>.+)$", re.IGNORECASE
)


def read(scene: Scene) -> Iterable[Statement]:
    """Presence at this meeting as sentences tell it."""
    if scene.meeting is None:
        return
    seen: set[tuple[str, str, str]] = set()
    for category, entry, sentence in (*_told(scene), *_listed(scene)):
        key = (category, entry.name, entry.part)
        if key not in seen:
            seen.add(key)
            yield from _claims(category, entry, sentence, scene.meeting, scene.body)


def _told(scene: Scene) -> Iterator[tuple[str, Entry, Span]]:
    """What running text says, and what stands under "Apologies"."""
    known = scene.known_names | scene.known_initials
    for section, sentence in scene.sentences():
        if (section.category in _AWAY or scene.is_prose(section, sentence)) and not is_correction(sentence.text):
            for said in told(sentence, "said_of_presence", known):
                yield from ((said.category, entry, sentence) for entry in said.people)


def _listed(scene: Scene) -> Iterator[tuple[str, Entry, Span]]:
    """The names that begin a numbered item about apologies: "Received from Councillor Hale (work)"."""
    for section in scene.sections:
        if section.category in _AWAY and section.number:
            sentences = (sentence for span in section.spans for sentence in span.sentences())
            for people, sentence in takewhile(lambda pair: pair[0], ((_names(sentence), sentence) for sentence in sentences)):
                yield from ((section.category, entry, sentence) for entry in people)


def _names(sentence: Span) -> list[Entry]:
    received = _RECEIVED.match(sentence.text)
    return people_in(sentence.part(*received.span("list")) if received else sentence)


_GOES_ON = re.compile(r"[a-z]+ed\s")
"""How the rest of a sentence begins that is no title: "Councillor Hale disclosed an interest as a governor"."""


def _claims(category: str, entry: Entry, sentence: Span, meeting: Mention, body: Mention | None) -> Iterator[Statement]:
    who = person(
        entry.name, TOLD_PRESENT if category == "present" else TOLD_AWAY, honorific=entry.honorific, initials=entry.initials
    )
    role = entry.role or ("attendee" if category == "present" else "")
    yield claim(
        _LINKS[category],
        who,
        meeting,
        span=sentence,
        role=role,
        role_text=entry.role_text,
        part=entry.part if category == "present" else "",
        standing_for=entry.standing_for if category == "present" else "",
        confidence=0.85,
    )
    titles = [of_this_body(read_title(title), body) for title in entry.titles if not _GOES_ON.match(title)]
    office = meeting_role(entry.role_text) or next((title.role for title in titles if title.role), "")
    if body is not None and office in OFFICERS:
        yield claim("SITS_ON", who, body, span=sentence, role=office, role_text=entry.role_text or office, confidence=0.85)
    for title in titles:
        yield from title_claims(who, title, sentence, who.section)
