"""Where meetings are held."""

import re
from collections.abc import Iterable

from sederunt.graph.dates import find_dates, find_times
from sederunt.loaders.document import Span
from sederunt.loaders.naming.wording import is_acronym, is_organisation

_VENUE_WORD = re.compile(
    r"\b(?:room|hall|house|centre|center|building|offices?|suite|chambers?|library|college|school|academy|university|hospital|church|hotel|theatre"
    r"|boardroom|street|road|avenue|lane|court|campus|surgery|clubhouse|pavilion|parlour|guildhall|club|inn"
    r"|teams|zoom|skype|conference call|virtual|online|remote(?:ly)?|[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2})\b",
    re.IGNORECASE,
)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_END = (
    rf"(?=[\s,]+(?:on\s+(?:the\s+)?(?:\d|{_DAY})|(?:{_DAY})\w*,?\s|at\s+(?:\d|noon|midday|half|approx)|from\s+\d|\d{{1,2}}(?:[.:]\d\d|\s?[ap]\.?m|(?:st|nd|rd|th)?\s+(?:{_DAY}))|commencing|starting|beginning|"
    r"present\b|(?:for|to)\s+(?:the\s+)?(?:transact|purpose|consider|discuss)\w*|and\s+(?:via|on|by|online|virtually|remotely))|\s*[;]|\.(?:\s|$)|\s*\(|\s*$)"
)
_HELD = re.compile(
    r"(?:\b|(?<=\d))(?:held|meeting|took place|convened|in person|pm|p\.m\.|am|a\.m\.|noon|hrs|hours|\d)[\s,]+(?:(?:at|in|via|within)|(?:by|on|over|using)(?=\s+(?:(?:MS|Microsoft)\s+)?(?:teams|zoom|skype|video|conference call)\b))\s+"
    rf"(?:the\s+)?(?=(?!person\b)(?P<venue>(?:\bSt\.\s|[^;])*?\S){_END})",
    re.IGNORECASE,
)
_REMOTE = re.compile(r"\b(?:remotely|virtually|online)\s+(?:through|via|on|by|using)\s+(?P<venue>[A-Z]\w+(?:\s+[A-Z]\w+)?)")
_NAMED = re.compile(r"(?:\b|(?<=\d)|(?<=\d[ap]m))(?:venue|place|location)\s*:\s*(?P<venue>[A-Z\d].*)", re.IGNORECASE)
_OPENS = re.compile(rf"(?:in|at)\s+(?:the\s+)?(?=(?P<venue>[A-Z][^;]*?\S){_END})", re.IGNORECASE)
_CALLED = re.compile(r"(?!Chair|Attendance)[A-Z][\w’'-]+(?:,?\s[A-Z][\w’'-]+){1,5}")
"""A place by its name alone, where a line has nothing else behind "at the": "at the Net Loft"."""
_NO_PLACE = re.compile(r"\b(?:minutes?|meeting|agenda|present|apologies|draft|contact)\b", re.IGNORECASE)
_LONGEST = 20
"""A place has at most so many words."""


def is_place(text: str) -> bool:
    """Whether a short line can be where a meeting is held."""
    plain_line = 0 < len(text.split()) <= 12 and not find_dates(text) and not find_times(text).start and text[-1] not in ".:"
    named = text[:1].isupper() or text[:1].isdigit()
    return (
        plain_line
        and named
        and not re.search(r"\b(?:to|will|was|were)\b", text)
        and not _NO_PLACE.search(text)
        and bool(_VENUE_WORD.search(text) or (is_organisation(text) and not is_acronym(text)))
        and not text.isupper()
    )


def is_venue(text: str) -> bool:
    """Whether a line ends in a word for a room or a house: "Council Chamber", "Town Hall"."""
    return any(found.end() == len(text) for found in _VENUE_WORD.finditer(text))


def place_after(span: Span) -> Span | None:
    """The place at the end of "Thursday 17 January, 9.30 am – 11 am, Lecture Theatre, Some College"."""
    for mark in re.finditer(r",\s+|\s+[–—|-]\s+", span.text):
        behind = span.text[mark.end() :].rstrip(".")
        for text in (behind, re.split(r"\s+[–—|-]\s+", behind)[0]):
            if is_place(text):
                return span.part(mark.end(), mark.end() + len(text))
    return None


def place_told(spans: Iterable[Span]) -> Span | None:
    """The place that lines tell: "held in the Council Chamber on Monday", "Venue: Town Hall" within a line, "held at" over a line."""
    lines = list(spans)
    for at, span in enumerate(lines):
        for found in (*_NAMED.finditer(span.text), *_HELD.finditer(span.text), *_REMOTE.finditer(span.text)):
            if _can_be(found["venue"]):
                return span.part(*found.span("venue"))
        if (
            re.search(r"\bheld\s+(?:at|in)(?:\s+the)?$", span.text, re.IGNORECASE)
            and at + 1 < len(lines)
            and _can_be(lines[at + 1].text)
        ):
            return lines[at + 1]
        opens = _OPENS.match(span.text) if at and find_dates(lines[at - 1].text) else None
        if opens and (_VENUE_WORD.search(opens["venue"]) or _CALLED.fullmatch(opens["venue"])) and _can_be(opens["venue"]):
            return span.part(*opens.span("venue"))
    return None


def _can_be(text: str) -> bool:
    """Whether what stands behind "held at" is a place: a name, or a few words for a room in small letters."""
    if len(text.split()) > _LONGEST or not any(map(str.isalpha, text)) or find_dates(text) or find_times(text).start:
        return False
    if re.match(r"(?:public|private|person)(?:$|\s+[–—-])", text, re.IGNORECASE):
        return False
    return text[0].isupper() or text[0].isdigit() or (len(text.split()) < 7 and bool(_VENUE_WORD.search(text)))


def place_near(spans: list[Span], dated: int, body: Span | None) -> Span | None:
    """The place in a line of its own below the date, else a room or a house in one further off or above it."""
    if place := place_after(spans[dated]):
        return place
    near = [span for span in spans[dated + 1 : dated + 4] if span is not body]
    far = [span for span in (*spans[max(0, dated - 3) : dated], *spans[dated + 4 : dated + 7]) if span is not body]
    found = next((span for span in near if is_place(span.text)), None)
    return found or next((span for span in far if is_place(span.text) and _is_house(span.text)), None)


def _is_house(text: str) -> bool:
    """Whether a line is a room or a house: it ends in the word for one, or has one in a piece between commas."""
    return is_venue(text) or (bool(_VENUE_WORD.search(text)) and bool(re.search(r",|\d", text)) and len(text.split()) < 9)
