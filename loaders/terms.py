"""Since when and until when, as data tells it: days, months, years and seasons in whatever form, and what stands there for none."""

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date

from sederunt.graph.dates import PrintedDate, find_dates
from sederunt.graph.lexicon import words
from sederunt.graph.names import fold

_ISO = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d?)(?:-(?P<day>\d\d?)(?:[T ]\d\d:\d\d.*|Z|[+-]\d\d:\d\d)?)?)?")
_PACKED = re.compile(r"(?P<year>(?:18|19|20|99)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)")
_MONTH = re.compile(r"(?P<month>\d\d?)[/.-](?P<year>\d{4})|(?P<year2>\d{4})[/.](?P<month2>\d\d?)")
_ABOUT = re.compile(r"(?:c|ca|circa|about|around|early|late|mid)[\s.-]*(?P<year>\d{4})|(?P<year2>\d{4})\s?\?", re.IGNORECASE)
_SESSION = re.compile(r"(?P<first>\d{4})\s?[/–-]\s?(?P<last>\d{4}|\d\d)")
_BETWEEN = tuple(
    map(
        re.compile,
        (r"\s+[-–—]\s*|\s*[-–—]\s+", r"\s*[–—]\s*", r"\s+(?:to|until|till)\s+", r"(?<=\d{4})-(?=\d{4}$|$|[a-z])", r"/"),
    )
)
"""What stands between two dates, the surest first."""
_SINCE = re.compile(r"(?:from|since)\b", re.IGNORECASE)
_OPENING = re.compile(r"(?:from|since|until|till|up to)\s+", re.IGNORECASE)
_NUMBERS = re.compile(r"(?P<first>\d\d?)([/.-])(?P<second>\d\d?)\2(?P<year>\d{4}|\d\d)(?:[T ,]+\d\d?:\d\d.*)?")
_CLOCK = re.compile(r"[T ,]+\d\d?:\d\d.*")

UNREAD = "is no date that can be read; it is left out."
"""What is told of a text that is no date."""
_FIRST_YEAR, _LAST_YEAR = 1800, 2098
"""Years beyond these are what programs write for no date at all, as 0001 and 9999 are."""
_PIVOT = 70
"""Years of two digits from here on are of the last century."""
_NONE = frozenset({"1899-12-30", "1899-12-31", "1900-01-01"})
"""Days that spreadsheets and databases write for no date at all."""


def told(text: str, *, american: bool = False) -> str | None:
    """A date of data as ISO text of the precision that it has: ``1998``, ``1998-05``, ``1998-05-07``, ``2008-06/2008-08`` for a summer.

    Args:
        text: as it stands in the data.
        american: whether of two numbers before the year the first is the month.

    Returns:
        Nothing for what stands there where no date is known or none has come yet; None for what cannot be read.

    """
    said = " ".join(text.split()).strip(" ()[]\"'")
    if not fold(said) or fold(said) in words("loaders", "open_ends"):
        return ""
    said = _OPENING.sub("", said, count=1)
    found = _iso(said) or _numbers(said, american=american) or _session(said) or _printed(said)
    if not found:
        return None
    return "" if found in _NONE or not _FIRST_YEAR <= int(found[:4]) <= _LAST_YEAR else found


def both(text: str, *, american: bool = False) -> tuple[str, str] | None:
    """When something began and ended, from one text: ``1998–2003``, ``since May 1998``, ``7 May 1998 to 1 May 2002``, ``1998/99``.

    One date alone is both, unless the text says that it goes on from there.
    """
    for mark in _BETWEEN:
        days = [told(part, american=american) for part in mark.split(text)]
        if len(days) == 2 and None not in days:
            return days[0] or "", days[1] or ""
    only = told(text, american=american)
    return None if only is None else (only, "" if _SINCE.match(text.strip()) else only)


def is_american(texts: Iterable[str]) -> bool:
    """Whether dates in numbers have the month first: some cannot have it second, and none cannot have it first."""
    pairs = [(int(found["first"]), int(found["second"])) for text in texts if (found := _NUMBERS.fullmatch(text.strip()))]
    return any(second > 12 for _, second in pairs) and all(first <= 12 for first, _ in pairs)


def _iso(said: str) -> str:
    """A date that has its year first, or no day; parts that are 00 are not known."""
    for form in (_ISO, _PACKED, _MONTH, _ABOUT):
        if match := form.fullmatch(said):
            parts = match.groupdict()
            year, month, day = (parts.get(part) or parts.get(f"{part}2") or "" for part in ("year", "month", "day"))
            return _of(int(year), int(month or 0), int(day or 0))
    return ""


def _of(year: int, month: int, day: int) -> str:
    """A date of so many parts, nothing for one that cannot be."""
    with suppress(ValueError):
        whole = date(max(year, 1), month or 1, day or 1)
        return f"{year:04d}{whole.isoformat()[4 : 10 if month and day else 7 if month else 4]}"
    return ""


def _numbers(said: str, *, american: bool) -> str:
    match = _NUMBERS.fullmatch(said)
    if not match:
        return ""
    day, month = int(match["first"]), int(match["second"])
    day, month = (month, day) if american or month > 12 else (day, month)
    year = int(match["year"])
    return _of(year if len(match["year"]) == 4 else year + (1900 if year >= _PIVOT else 2000), month, day)


def _session(said: str) -> str:
    """Two years, one behind the other, in which parliaments sit through the winter."""
    match = _SESSION.fullmatch(said)
    follows = match and int(match["last"]) in (int(match["first"]) + 1, (int(match["first"]) + 1) % 100)
    return f"{match['first']}/{int(match['first']) + 1}" if match and follows else ""


def _printed(said: str) -> str:
    """A date in words, of which nothing else is said."""
    said = _CLOCK.sub("", said)
    found = find_dates(said)
    return _span(found[0]) if len(found) == 1 and len(said) - len(found[0].text) <= 4 else ""


def _span(found: PrintedDate) -> str:
    """A printed date as precise as it is: a day, a month, or from the first to the last month."""
    first, last = found.start[:7], found.end[:7]
    return found.start if not found.end else first if first == last else f"{first}/{last}"
