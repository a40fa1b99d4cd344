"""A person as one place shows them: the name as printed, and what is said around it. It is what ``weigh`` compares."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from sederunt.graph.names import PersonName

SORTS = (
    "body",
    "plain body",
    "organisation",
    "unit",
    "place",
    "area",
    "state",
    "party",
    "post",
    "group",
    "kind",
    "acronym",
    "initials",
)
"""What the things around a name can be. A ``plain body`` may be anybody's ("audit committee"); a ``place`` is a word of a name, a ``group`` a class of
members ("parent governors"), a ``kind`` a place with the kind of organisation that is there; the ``initials`` are those of the other
things, which an ``acronym`` may mean."""

Things = frozenset[tuple[str, str]]
"""The things around a name: sort and key."""


@dataclass(frozen=True)
class Sighting:
    """A printed name with its context; nothing in it hangs on other places."""

    printed: str
    """The name as it stands there."""
    names: tuple[PersonName, ...] = ()
    """The people that it can name: several where it names several ("Cllrs Hale and Moss")."""
    letters: tuple[str, ...] = ()
    """The initials, in small letters, where nothing else is printed: of each of those who are named."""
    nobody: str = ""
    """What it names instead of a person ("a post", "an organisation"), or nothing."""
    office: str = ""
    """The part in a body or a meeting that it names instead of a person ("the Chair")."""
    generation: str = ""
    """What tells father and son apart: ``younger``, ``older``, ``second``, ``third``."""
    around: Things = frozenset()
    role: str = ""
    """The part in a body or a meeting: chair, vice-chair, minutes, …"""
    row: str = ""
    """The kind of list in which the name is a row: present, apologies, absent, actions, ayes, …"""
    beside: str = ""
    """The initials printed beside the name."""
    number: str = ""
    """The number of its row."""
    first: str = ""
    last: str = ""
    """The first and the last day that the place tells of, as ISO text; empty where it has no date."""
    told: str = ""
    """The words around the name, folded, between spaces."""
    topics: frozenset[str] = frozenset()
    """The words around the name that tell what somebody does or deals with, and of no place, organisation or sitting."""
    outside: bool = False
    """Whether it shows somebody who only comes to a body: a resident, a pupil, the press."""
    elected: bool = False
    """Whether a title there is that of somebody whom voters chose."""
    renamed: bool = False
    """Whether the words around it tell of another time or name ("formerly", "née")."""

    @property
    def is_elected(self) -> bool:
        """Whether it shows somebody whom voters chose."""
        return self.elected or bool(self.of("party", "area"))

    def of(self, *sorts: str) -> frozenset[str]:
        """The keys of the things of these sorts."""
        known = by_sort(self.around)
        return known[sorts[0]] if len(sorts) == 1 else _NONE.union(*(known[sort] for sort in sorts))

    @property
    def is_day(self) -> bool:
        """Whether its date is one day."""
        return bool(self.first) and self.first == self.last


_NONE: frozenset[str] = frozenset()


@lru_cache(1 << 14)
def by_sort(around: Things) -> Mapping[str, frozenset[str]]:
    """The keys of things by their sorts. Remembered, as a sighting is weighed against many."""
    found = {sort: frozenset(key for each, key in around if each == sort) for sort in {sort for sort, _ in around}}
    return dict.fromkeys(SORTS, _NONE) | found
