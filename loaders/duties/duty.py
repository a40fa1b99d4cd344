"""An action as it stands in a paper, and what is printed in its place beside the words: owners, and when it is due."""

import re
from dataclasses import dataclass

from sederunt.graph.dates import find_dates, find_times
from sederunt.loaders.document import Span

_BY = re.compile(r"[\s,;(]*\b(?:by|before|no later than|due|deadline)\b:?\s.*$", re.IGNORECASE)
_WHEN = re.compile(
    r"(?:by\s+)?(?:asap|a\.s\.a\.p\.?|immediate(?:ly)?|on-?going|next meeting|tbc|end of .{3,20}|(?:(?:early|mid|late|end|before|from)[ -])?(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?(?: \d{4})?$|(?:(?:early|mid|late|end)[ -])?(?:spring|summer|autumn|winter|q[1-4])\b.{0,8}$|(?:this|next) (?:week|month|term|year)|overdue)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Duty:
    """An action: the words to quote, what has to be done, and the owners as printed."""

    span: Span
    text: str
    owners: tuple[str, ...]
    owner_span: Span | None = None
    due: str = ""
    status: str = ""
    item: str = ""


def split_due(text: str) -> tuple[str, str]:
    """(owners, when it is due) of a text such as ``AH by 30 June`` or ``AH – 30/06/19``; the second is empty if it does not say."""
    if by := _BY.search(text):
        return text[: by.start()].strip(" ,;–-("), by[0].strip(" ,;()")
    dates = find_dates(text, near="2000-01-01")
    if dates and dates[0].at:
        return text[: dates[0].at].strip(" ,;–-("), text[dates[0].at :].strip(" ()")
    return text, ""


def is_when(text: str) -> bool:
    """Whether a cell says only when something is due."""
    bare = re.sub(r"^(?:by|before|due|on)\s+", "", text.strip(" .()"), flags=re.IGNORECASE)
    if _WHEN.match(bare):
        return True
    dates = find_dates(bare, near="2000-01-01")
    return bool(dates) and dates[0].at <= 4 and len(bare.split()) <= 6


def tells_of_sitting(text: str) -> bool:
    """Whether a line only says when a meeting ended or the next one is, or is where minutes are signed: nobody has to do that."""
    return signed(text) or (
        _SITTING.search(text) is not None and bool(find_dates(text, near="2000-01-01") or find_times(text).start)
    )


def signed(text: str) -> bool:
    """Whether a line is left free for a signature."""
    return bool(_SIGNED.search(text))


_SIGNED = re.compile(r"[._…]{6,}")
_SITTING = re.compile(
    r"\b(?:next|date of|\d+(?:st|nd|rd|th)|ordinary|annual|following|future)\b.{0,40}?\bmeetings?\b|\bmeeting\b.{0,20}?\b(?:closed|ended|concluded|finished|broke up|rose)\b"
    r"|^\W*(?:closed|ended|finished)\b",
    re.IGNORECASE,
)
