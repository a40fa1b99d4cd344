"""Rows of data as statements: each with the row's own words as its proof, contact data never among them."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from sederunt.graph.model import Value
from sederunt.graph.statement import Evidence, Kind, Mention, Statement
from sederunt.loaders.contacts import contacts_in, is_kept_back
from sederunt.loaders.document import Datum, Document
from sederunt.loaders.terms import UNREAD, told

_LONGEST = 400
"""No quote of a row is longer: of a longer one its first value is quoted."""


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something wrong with data that was read all the same: where it stands, and one sentence for the user."""

    place: str
    text: str


class Records:
    """The statements of one data file while they are made; ``hidden`` are values that are never quoted."""

    def __init__(self, document: Document, hidden: Iterable[Datum] = ()) -> None:
        self._document = document
        kept_back = _kept_back(document.data) if document.data else ()
        self._hidden = sorted((datum.start, datum.end) for datum in (*hidden, *kept_back))
        raws = [line.raw for line in document.lines]
        self._text = "".join(raws)
        self._starts = [0, *accumulate(map(len, raws))]
        self._seen: Counter[tuple[str, str]] = Counter()

    def mention(self, kind: Kind, text: str, key: str = "", section: str = "data", **more: str) -> Mention:
        """Somebody or something that a row speaks of; ``key`` is the identifier that the data has for it."""
        at = self._seen[section, text]
        if not key and kind == "Person":
            self._seen[section, text] += 1
        return Mention(kind=kind, text=text, key=key, section=section, ordinal=0 if key else at, **more)

    def named(self, thing: Mention, proof: Datum, **values: Value) -> Statement:
        """What a row tells of a thing itself."""
        return Statement(link=None, subject=thing, values=_told(values), evidence=self.evidence(proof), confidence=1.0)

    def linked(self, subject: Mention, link: str, other: Mention, *proof: Datum, **values: Value) -> Statement:
        """What a row tells of two things; ``proof`` is the row, or values of it, the one that tells most first."""
        evidence = self.evidence(*proof)
        return Statement(link=link, subject=subject, object=other, values=_told(values), evidence=evidence, confidence=1.0)

    def time(self, row: Datum, start: str, end: str) -> Generator[Flaw, None, dict[str, str]]:
        """When what a row tells began and ended, as ISO dates; what cannot be read as a date is told of."""
        days = {"start": told(start), "end": told(end)}
        for word, said in (("start", start), ("end", end)):
            if days[word] is None:
                yield Flaw(self.evidence(row).locator, f"“{said}” {UNREAD}")
        return {word: day or "" for word, day in days.items()}

    def evidence(self, *proof: Datum) -> Evidence:
        """The words of a row and where they stand."""
        start, end = min(datum.start for datum in proof), max(datum.end for datum in proof)
        if end - start > _LONGEST:
            start, end = proof[0].start, min(proof[0].end, proof[0].start + _LONGEST)
        pieces = list(self._shown(start, end))
        start, end = pieces[0] if len(pieces) == 1 else max(pieces, key=lambda piece: _worth(piece, proof))
        words = self._text[start:end]
        end -= len(words) - len(words.rstrip())
        first, last = bisect_right(self._starts, start), bisect_right(self._starts, max(start, end - 1))
        place = self._document.where(range(first, last + 1))
        return Evidence(quote=" ".join(words.split()).strip(" ,;|"), locator=place, line=first)

    def _shown(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The pieces of a text between the contact data and hidden values in it."""
        first = bisect_left(self._hidden, (start, 0))
        last = bisect_left(self._hidden, (end, 0))
        seen = ((start + begin, start + after) for begin, after in contacts_in(self._text[start:end]))
        for begin, after in sorted([*self._hidden[first:last], *seen]):
            yield start, max(start, begin)
            start = max(start, after)
        yield start, end


class LeftOut:
    """Rows of which something was not understood: each reason is told once, where the first stands, with the number of them."""

    def __init__(self, records: Records) -> None:
        self._records = records
        self._rows: dict[str, list[Datum]] = {}

    def note(self, why: str, row: Datum) -> None:
        """Something of a row was not understood; ``why`` is a sentence without its full stop."""
        self._rows.setdefault(why, []).append(row)

    def told(self) -> Iterator[Flaw]:
        """Each reason as a sentence."""
        for why, rows in self._rows.items():
            more = f" (so in {len(rows)} rows, of which this is the first)" if len(rows) > 1 else ""
            yield Flaw(self._records.evidence(rows[0]).locator, f"{why}{more}.")


def _worth(piece: tuple[int, int], proof: Iterable[Datum]) -> tuple[int, int]:
    """How much a piece of a row proves: how many of the values it holds, and how long it is."""
    start, end = piece
    return sum(start <= datum.start and datum.end <= end for datum in proof), end - start


def _kept_back(data: Datum) -> list[Datum]:
    """What stands in fields that are called after contact data."""
    found: list[Datum] = []
    waiting = [data]
    while waiting:
        value = waiting.pop().value
        if isinstance(value, dict):
            for name, one in value.items():
                if is_kept_back(name):
                    found.append(one)
                elif not isinstance(one.value, str):
                    waiting.append(one)
        elif isinstance(value, list):
            waiting += value
    return found


def _told(values: Mapping[str, Value]) -> dict[str, Value]:
    return {key: value for key, value in values.items() if value != ""}


def every(data: Datum | None) -> Iterator[Datum]:
    """The rows of a list; what is no list is one row."""
    if data is not None:
        yield from data.items or (data,)
