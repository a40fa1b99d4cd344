"""From when and until when somebody is given a seat or a post, as the sentence that gives it says.

Source: "be appointed to the Audit Committee from 1 April 2026", "re-elected as Chair with effect from 3 May 2022", "for a term of four
years from 1 September 2025", "until 31 August 2028".
"""

import re
from collections.abc import Iterable, Iterator

from sederunt.graph.dates import PrintedDate, find_dates
from sederunt.graph.statement import Statement

_GIVES = re.compile(
    r"\b(?:re-?)?(?:appoint(?:s|ed|ing|ment)?|elect(?:s|ed|ing|ion)?|co-?opt(?:s|ed|ing|ion)?|nominat(?:es?|ed|ing|ion))\b",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\b(?:from|w\.?e\.?f\.?|effective|commencing|starting|beginning|as of|as from|takes? effect)(?:\s+(?:on|from|the))*\s+$",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:until|till|up to|ending|expiring|ends|expires)(?:\s+(?:on|the))*\s+$", re.IGNORECASE)
_TO = re.compile(r"\s*(?:to|–|-)\s*(?:the\s+)?")
_OTHER = re.compile(r"\b(?:who|whose|which|succe\w+|replac\w+|resign\w+|retir\w+|minutes|meeting)\b|[.;]\s", re.IGNORECASE)
"""What stands between a verb and a date that is no more that of the seat."""


def with_tenure(statements: Iterable[Statement]) -> Iterator[Statement]:
    """The statements; those that give a seat or a post with the days that their sentence tells of it."""
    for said in statements:
        days = _days(said.evidence.quote) if said.link in ("SITS_ON", "HOLDS") else {}
        yield said.model_copy(update={"values": {**days, **said.values}}) if days else said


def _days(text: str) -> dict[str, str]:
    """``start`` and ``end`` as far as a sentence tells them of what it gives; nothing where it tells several of either."""
    gives = _GIVES.search(text)
    if gives is None:
        return {}
    found = {"start": list[str](), "end": list[str]()}
    before: PrintedDate | None = None
    for day in find_dates(text):
        lead = text[gives.end() : day.at]
        if day.yearless or day.at < gives.end() or _OTHER.search(lead):
            continue
        behind = before is not None and _TO.fullmatch(text[before.at + len(before.text) : day.at])
        if _FROM.search(lead):
            found["start"].append(_iso(day))
            before = day
        elif _UNTIL.search(lead) or behind:
            found["end"].append(_iso(day))
    return {word: days[0] for word, days in found.items() if len(days) == 1}


def _iso(day: PrintedDate) -> str:
    """A printed date as precise as it is: a day or a month."""
    return day.start if not day.end else day.start[:7]
