"""Numbers of items: ``3.``, ``Item 3``, ``3.0:``, ``IV BUDGET``, and codes (``64/16``, ``23/166``, ``Cou/285/07-08``, ``AM24/12``, ``PL.45``)."""

import re
from dataclasses import dataclass

from sederunt.graph.dates import find_dates
from sederunt.graph.lexicon import words
from sederunt.loaders.document import Span

_PRINTED = re.compile(
    r"(?:(?:agenda\s+)?item\s+)?(?:(?P<code>(?:[A-Z][A-Za-z]{0,6}[/-]|(?-i:[A-Z]{1,4})[. ]?)?(?P<one>\d{1,4})/(?P<two>\d{1,4})(?:[-–/]\d\d)?)"
    r"|(?P<plain>\d{1,3}))(?:\.0(?:(?=\s)|[.:])|[.):]|(?=\s|$))\s*(?=\D|$)",
    re.IGNORECASE,
)
_LETTERED = re.compile(r"(?P<letters>[A-Z]{1,4})(?:[./-](?P<marked>\d{1,4})|\s?(?P<bare>\d{2,4}))[.:)]?\s+(?=[A-Z‘“])")
"""The letters of a body before a number: "PL.45", "FC/112", "PC 107"."""
_ROMAN = re.compile(
    r"(?:(?:ITEM|Item|ARTICLE|Article)\s+)?(?=[IVX])(?P<tens>X{0,3})(?P<ones>IX|IV|V?I{0,3})(?:[.):]\s*|\s+)(?=[A-Z][A-Z’'&,]+(?:\s|$))"
)
"""A Roman number counts before capitals alone: else it is an initial, or the word for oneself."""
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
PARTED = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+[A-Z]")
"""A heading under an item that is in parts: "2.2 Changes of membership"."""
_NEXT = 3
"""A number that is so much larger than the last still goes on from it: items may have been left out."""


@dataclass(frozen=True, slots=True)
class Number:
    """The number at the beginning of a line: as printed, its value or the two of a code, and where it ends."""

    text: str
    one: int
    two: int | None
    end: int

    def follows(self, last: "Number") -> bool:
        """Whether this can be the number of the item after the one with that number."""
        if self.two is None or last.two is None:
            return self.two is last.two and last.one < self.one <= last.one + _NEXT
        return (self.one == last.one and last.two < self.two <= last.two + _NEXT) or (
            self.two == last.two and last.one < self.one <= last.one + _NEXT
        )

    @property
    def first(self) -> bool:
        """Whether this is a one: the number of a first item."""
        return self.two is None and self.one == 1


def number_of(text: str) -> Number | None:
    """The number with which a line begins, or None."""
    found = _PRINTED.match(text)
    if found is None:
        return _lettered(text) or _roman(text)
    one, two = (int(found["one"]), int(found["two"])) if found["code"] else (int(found["plain"]), None)
    return Number(found["code"] or found["plain"], one, two, found.end())


def _lettered(text: str) -> Number | None:
    """A number behind letters, which stand for the year of a code: it goes on from none but those behind the same."""
    found = _LETTERED.match(text)
    if found is None or (found["bare"] and len(found["letters"]) < 2):
        return None  # a road: "A14 Improvements"
    whose = int.from_bytes(found["letters"].encode())
    return Number(found[0].rstrip(" .:)"), whose, int(found["marked"] or found["bare"]), found.end())


def _roman(text: str) -> Number | None:
    found = _ROMAN.match(text)
    if found is None:
        return None
    return Number(found["tens"] + found["ones"], 10 * len(found["tens"]) + _ONES.index(found["ones"]), None, found.end())


def starts_with_date(text: str) -> bool:
    """Whether a line begins with a date, whose day is no number of an item."""
    dates = find_dates(text[:40], near="2000-01-01")
    return bool(dates) and dates[0].at == 0


_RUN_IN = re.compile(r"(?P<title>[A-Z][^.:;?!()]{2,60}?)(?::|\s[–—-])\s+(?=[A-Z‘“].*[.?!]$)", re.DOTALL)
_ELECTS = re.compile(r"(?:re-?)?election of [\w -]+:", re.IGNORECASE)
"""A title that is one sentence with whom it elects: "Election of Chair: Ann Hale, proposed by Ben Moss"."""
_IS = frozenset("is are was were be been has have had will would did".split())
_LONGEST_TITLE = 9


def run_in(span: Span) -> tuple[Span, Span | None]:
    """(title, what is said) of an item that says it on the line of its title: "Footpaths. Cllr Dunn reported …"; None where it does not."""
    first = next(iter(span.sentences()), span)
    behind = len(first.text) if first.text[-1:] == "." and first.text != span.text else 0
    end = max(behind - 1, 0)
    if found := _RUN_IN.match(span.text):
        end, behind = found.end("title"), found.end()
    if not end or _ELECTS.match(span.text) or not _is_title(span.text[:end]):
        return span, None
    said = span.part(behind, len(span.text))
    return (span.part(0, end), said) if found is None or len(said.text.split()) > 3 else (span, None)


def title_in(span: Span) -> Span | None:
    """The title of an item in a cell: its first sentence, or what that begins with as a title."""
    first = next(iter(span.sentences()), None)
    return run_in(first)[0] if first else None


def _is_title(text: str) -> bool:
    """Whether words are a title and no sentence: few, in which nobody does anything."""
    tokens = text.split()
    told = any(token in _IS or (token.endswith("ed") and token in words("loaders", "verbs")) for token in tokens)
    return 0 < len(tokens) <= _LONGEST_TITLE and text[0].isupper() and not told


def numbers_page(text: str) -> bool:
    """Whether a line is a running head or foot; in a sentence something is said behind the number of a page."""
    return len(text) < _RUNNING and _PAGE.search(text) is not None


_PAGE = re.compile(
    r"(?<!\bon )(?<!\bof )(?<!\bin )(?<!\bat )\b[Pp](?:age|AGE)\s+(?:no\.?\s*)?\d+(?:\s+(?:of|OF)\s+\d+)?\b(?!,?\s+[a-z])"
)
_RUNNING = 160
"""A running head or foot has fewer characters."""
