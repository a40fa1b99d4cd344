"""The day that a paper which is of no meeting gives for itself: in its title, or behind words such as "as at" and "last updated"."""

import re

from sederunt.graph.dates import PrintedDate, find_dates
from sederunt.loaders.document import Document

_TOP, _FOOT = 8, 4
"""In so many blocks at the beginning and at the end a paper says of when it is."""
_LONGEST = 90
_SAID = re.compile(
    r"\b(?:as (?:at|of|on)|at|from|agreed|approved|adopted|updated|issued|published|revised|version|effective|dated?|correct|valid|ratified"
    r"|amended|printed)\b[^.;]{0,12}$",
    re.IGNORECASE,
)
_OTHER = re.compile(r"\b(?:next|review(?:ed)? (?:by|in|on|date)|due|until|expires?|meeting|deadline)\b", re.IGNORECASE)
_NAMED = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mark>[-_.]?)(?P<month>0[1-9]|1[0-2])(?:(?P=mark)(?P<day>0[1-9]|[12]\d|3[01]))?(?!\d)"
)


def issued(document: Document, name: str) -> str:
    """An ISO date, of a month or a term its first day; empty where the paper and the ``name`` of its file give none."""
    texts = [block.text for block in document.blocks if block.text]
    ends = (*texts[:_TOP], *texts[_TOP:][-_FOOT:])
    dates = (found for text in ends if len(text) <= _LONGEST and not _OTHER.search(text) for found in _own(text))
    return next(dates, None) or _in_name(name)


def _own(text: str) -> list[str]:
    """The dates of a line that are of the paper: behind a word that says so, or at the end of a title."""
    found = find_dates(text)
    return [date.start for date in found if _SAID.search(text[: date.at]) or _ends(text, date)]


def _ends(text: str, date: PrintedDate) -> bool:
    return not text[date.at + len(date.text) :].strip(" .)]") and ":" not in text[: date.at].removeprefix("Title:")


def _in_name(name: str) -> str:
    found = _NAMED.search(name.rpartition("/")[2])
    return f"{found['year']}-{found['month']}-{found['day'] or '01'}" if found else ""
