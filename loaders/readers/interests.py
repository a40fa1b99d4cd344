"""What those who declare an interest are elsewhere: their seats on other bodies, their offices and posts in organisations.

Source: items of minutes on declarations: "Cllr Hale declared an interest in item 5 as a trustee of the Alder Charity", "Cllr Moss Personal
interest in item 4 (Clerk's Report) as Secretary, Alder Watch and Committee Member of the Pier Trust", "Councillor Dee declared an
interest as the Council's representative on the Alder Pier Board".
"""

import re
from collections.abc import Iterable, Iterator

from sederunt.graph.statement import Statement
from sederunt.loaders.context.elsewhere import ENDS, OFFICE, held_elsewhere, is_elsewhere
from sederunt.loaders.context.scene import PROSE, Scene, person
from sederunt.loaders.sentences.said import people_in

STAGE = PROSE

_DECLARES = re.compile(
    r"^(?P<who>[A-Z].{2,120}?)\s*[:–-]?\s+(?:(?:also|each|both|had|has|have|then|further|subsequently)\s+)*"
    r"(?:declar\w+|disclosed|register(?:ed|s)|[Nn]on-|(?:[Oo]ther\s+)?(?:[Pp]ersonal|[Pp]rejudicial|[Pp]ecuniary|[Dd]isclosable)\b).*?\b[Ii]nterests?\b"
)
_AS = re.compile(
    rf"\b(?:as|and)\s+(?:(?:an?|the|one of the|its|(?:the\s+)?[A-Z]?[a-z]+(?:\s[A-Z][a-z]+)*[’']s?)\s+)?(?P<role>{OFFICE})"
    r"(?:\s+(?:of|on|to|for|with|at)\s+(?:the\s+)?|,\s+(?:the\s+)?)(?P<where>[A-Z][^.,;:()]*)",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"(?:,|;|\band)\s+(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Cr)\.?\s+[A-Z]")
"""Somebody else, of whom the rest is said."""


def read(scene: Scene) -> Iterable[Statement]:
    """The seats, offices and posts that declarations of interest tell."""
    for _, sentence in scene.prose() if scene.meeting is not None else ():
        declared = _DECLARES.match(sentence.text)
        if declared is None:
            continue
        people = people_in(sentence.part(*declared.span("who")))
        for role, where, printed in _offices(sentence.text, declared.end()) if people else ():
            for entry in people:
                yield from held_elsewhere(
                    person(entry.name, "prose", honorific=entry.honorific), role, where, printed, sentence
                )


def _offices(text: str, start: int) -> Iterator[tuple[str, str, str]]:
    """(office, where, both as printed) for each that stands behind "as" in a declaration."""
    while (found := _AS.search(text, start)) and not _ANOTHER.search(text, start, found.start()):
        end = ENDS.search(found["where"])
        where = found["where"][: end.start()] if end else found["where"]
        start = found.start("where") + len(where)
        role = found["role"].removesuffix("s")
        if is_elsewhere(where):
            yield role, where, role + text[found.end("role") : start]
