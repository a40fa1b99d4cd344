"""What a database compares of sightings, as columns of numbers: each name, thing or word is told by one, and 0 is none.

What many sightings share is read once: a name, a family name, a given name, the things around it.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeAlias

from sederunt.graph.clusters import WHERE
from sederunt.graph.context_weights import day_told
from sederunt.graph.doubts import tells_of_kin
from sederunt.graph.lexicon import words
from sederunt.graph.likeness import folded, titles
from sederunt.graph.name_weights import commonness
from sederunt.graph.names import PersonName, fold, folded_words, given_forms, joined_up, spaced
from sederunt.graph.sighting import Sighting, Things

SORTS = ("body", "organisation", "unit", "area", "state", "party", "post", "place", "kind")
SIGHTING = {
    "name": "INTEGER",
    "things": "INTEGER",
    "elected": "BOOLEAN",
    "outside": "BOOLEAN",
    "topics": "BOOLEAN",
    "single": "BOOLEAN",
    "first": "INTEGER",
    "last": "INTEGER",
}
"""The columns of sightings, with their types in SQL; days are told by those since the year 1. ``single`` is who is named by one name,
of which the words around it tell nothing more."""
NAME = {
    "families": "INTEGER[]",
    "family": "INTEGER",
    "initial": "INTEGER",
    "given": "INTEGER",
    "forms": "INTEGER[]",
    "usual": "INTEGER",
    "middle": "INTEGER",
    "whole": "BOOLEAN",
    "title": "INTEGER",
    "common": "INTEGER",
    "usual_given": "BOOLEAN",
}
"""Those of names: ``forms`` are the given names that may be the same person's, its own first, ``usual`` the first in the alphabet; ``middle``
are the initials of second names, of which ``whole`` tells whether any is spelled out."""
THINGS = {"covers": "BOOLEAN", "there": "INTEGER[]"} | dict.fromkeys(SORTS, "INTEGER[]")
"""Those of what stands around names: whether a place is but a word of something else, where two may meet, then each sort."""


class Lists:
    """A column of lists."""

    def __init__(self) -> None:
        self.values, self.ends = array("i"), array("i", [0])

    def end(self) -> None:
        """End a list, which has all values that were added since the one before."""
        self.ends.append(len(self.values))

    def append(self, some: Iterable[int]) -> None:
        """Add a list."""
        self.values.extend(some)
        self.end()


_COVERING = frozenset(["state", "party", "post"])
Column: TypeAlias = "array[int] | Lists"
Table: TypeAlias = "dict[str, Column]"


def _table(columns: Mapping[str, str]) -> Table:
    return {name: Lists() if sql.endswith("[]") else array("i") for name, sql in columns.items()}


def _append(columns: "Iterable[Column]", row: Sequence[Any]) -> None:
    for column, value in zip(columns, row, strict=True):
        column.append(value)


@dataclass(frozen=True, slots=True)
class _Family:
    halves: list[int]
    number: int
    common: int
    spaced: str


@dataclass(frozen=True, slots=True)
class _Given:
    initial: int
    forms: list[int]
    """Of one that is spelled out, its own first."""
    usual: int
    common: bool


class Rows:
    """The rows of sightings, of their names and of what stands around these; each is called by its place."""

    def __init__(self) -> None:
        self.sightings, self.names, self.things = map(_table, (SIGHTING, NAME, THINGS))
        self._lists = {name: column for name, column in self.things.items() if isinstance(column, Lists)}
        self._covers = self.things["covers"] = array("i")
        self._numbers: dict[tuple[str, str], int] = {}
        self._told: dict[tuple[str, str], tuple[list[Lists], int]] = {}
        self._around: dict[Things, int] = {}
        self._named: dict[PersonName | tuple[str, ...], int] = {}
        self._families: dict[str, _Family] = {}
        self._givens: dict[str, _Given] = {}
        self._spaced: list[str] = []
        self._elected: list[bool] = []

    @property
    def named(self) -> int:
        """How many rows of names there are."""
        return len(self._spaced)

    @property
    def placed(self) -> int:
        """How many rows of things there are."""
        return len(self._elected)

    def add(self, sighting: Sighting) -> None:
        """Add the row of a sighting, and those of what was not met before."""
        things = self._around.get(sighting.around)
        if things is None:
            things = self._add_things(sighting.around)
        lone = len(sighting.names) == 1 and not sighting.letters
        what = sighting.names[0] if lone else sighting.letters
        name = self._named.get(what)
        if name is None:
            name = self._add_name(what)
        known = lone and self._spaced[name] not in sighting.told and not tells_of_kin(sighting.told)
        single = known and not (sighting.generation or sighting.renamed or sighting.nobody or sighting.office)
        elected = sighting.elected or self._elected[things]
        first = _day(sighting.first)
        last = first if sighting.last == sighting.first else _day(sighting.last)
        row = (name, things, elected, sighting.outside, bool(sighting.topics), single, first, last)
        _append(self.sightings.values(), row)

    def _add_things(self, around: Things) -> int:
        number = self._around[around] = len(self._elected)
        self._elected.append(any(sort in ("area", "party") for sort, _ in around))
        for thing in around:
            columns, told = self._told.get(thing) or self._add_thing(thing)
            for column in columns:
                column.values.append(told)
        for column in self._lists.values():
            column.end()
        self._covers.append(any(("place", word) in around for sort, key in around if sort in _COVERING for word in key.split()))
        return number

    def _add_thing(self, thing: tuple[str, str]) -> tuple[list[Lists], int]:
        """In which lists a thing stands, and by which number."""
        names = [thing[0], "there"] if thing[0] in WHERE else [thing[0]]
        found = self._told[thing] = [self._lists[name] for name in names if name in self._lists], self._number(*thing)
        return found

    def _add_name(self, what: PersonName | tuple[str, ...]) -> int:
        number = self._named[what] = len(self._spaced)
        if isinstance(what, tuple):
            self._spaced.append("")
            halves = [self._number("letters", letters) for letters in what]
            _append(self.names.values(), (halves, 0, 0, 0, (), 0, 0, False, 0, 0, True))
            return number
        family = self._families.get(what.family) or self._add_family(what.family)
        given = self._givens.get(what.given) or self._add_given(what.given)
        forms = given.forms if family.number else []
        middle = folded_words(what.middle) if what.middle else []
        title = self._number("title", " ".join(sorted(titles(what))))
        parts = (forms[0] if forms else 0, forms, given.usual if forms else 0)
        second = (self._number("middle", "".join(word[0] for word in middle)), any(len(word) > 1 for word in middle))
        row = (family.halves, family.number, given.initial, *parts, *second, title, family.common)
        _append(self.names.values(), (*row, given.common or not forms))
        self._spaced.append(family.spaced)
        return number

    def _add_family(self, printed: str) -> _Family:
        family = folded(printed)
        halves = sorted({family, *folded_words(printed.replace("-", " "))} - {""})
        numbers = [self._number("family", half) for half in halves]
        found = _Family(numbers, self._number("family", family), commonness(printed), spaced(printed))
        self._families[printed] = found
        return found

    def _add_given(self, printed: str) -> _Given:
        given = joined_up(printed)
        forms = given_forms(given) if len(given) > 1 else ()
        numbers = [self._number("given", form) for form in ((given, *sorted({*forms} - {given})) if forms else ())]
        usual = self._number("given", min(forms, default=""))
        common = fold(printed) in words("graph", "common_given_names")
        found = self._givens[printed] = _Given(self._number("initial", given[:1]), numbers, usual, common)
        return found

    def _number(self, sort: str, key: str) -> int:
        """The number of a thing or of a word of a name; that of nothing is 0."""
        return self._numbers.setdefault((sort, key), len(self._numbers) + 1) if key else 0


@lru_cache(1 << 15)
def _day(text: str) -> int:
    return day_told(text).toordinal() if text else 0
