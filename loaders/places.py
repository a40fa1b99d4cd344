"""Where meetings are held."""

import re

from sederunt.graph.dates import find_dates, find_times
from sederunt.loaders.document import Span
from sederunt.loaders.titles import is_organisation

_VENUE_WORD = re.compile(
    r"\b(?:room|hall|house|centre|center|building|offices?|suite|chamber|library|college|school|academy|university|hospital|church|hotel|theatre"
    r"|boardroom|street|road|avenue|lane|court|campus|teams|zoom|skype|conference call|virtual|online|remote(?:ly)?|[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2})\b",
    re.IGNORECASE,
)


def is_place(text: str) -> bool:
    """Whether a short line can be where a meeting is held."""
    plain_line = 0 < len(text.split()) <= 12 and not find_dates(text) and not find_times(text).start and text[-1] not in ".:"
    named = text[:1].isupper() or text[:1].isdigit()
    return (
        plain_line
        and named
        and not re.search(r"\b(?:to|will|was|were)\b", text)
        and bool(_VENUE_WORD.search(text) or is_organisation(text))
        and not text.isupper()
    )


def is_venue(text: str) -> bool:
    """Whether a line ends in a word for a room or a house: "Council Chamber", "Town Hall"."""
    return any(found.end() == len(text) for found in _VENUE_WORD.finditer(text))


def place_after(span: Span) -> Span | None:
    """The place at the end of "Thursday 17 January, 9.30 am – 11 am, Lecture Theatre, Some College"."""
    for comma in re.finditer(r",\s+", span.text):
        text = span.text[comma.end() :].rstrip(".")
        if is_place(text):
            return span.part(comma.end(), comma.end() + len(text))
    return None
