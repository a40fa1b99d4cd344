"""What single papers tell of how bodies, organisations and units are called, and what the ids of those tell."""

from collections.abc import Collection, Iterable
from functools import cache
from typing import Literal, NamedTuple

from sederunt.graph.lexicon import words
from sederunt.graph.telling import tells

_SMALL = frozenset({"of", "and", "the", "for", "in", "on", "to"})
_WHOLE = frozenset(
    "academy agency association authority charity college commission company corporation council federation foundation partnership"
    " school society trust union university".split()
)
"""The last words of organisations that have committees of their own: what is of the one is not of another."""


class Telling(NamedTuple):
    """What one paper tells of how things are called.

    ``of``: ``one`` is the body whose paper it is, and ``home`` the organisation that the paper is of. ``short``: ``one`` is short for
    ``other``. ``apart``: ``one`` may mean ``other`` and something else. ``said``: ``one`` is what the mention with the lasting name
    ``other`` means, of which somebody decided something. ``front``: ``other`` is ``one`` with a word in front that may be a place, which
    ``home`` is then. Else ``home`` is empty where the paper is of no organisation.
    """

    sort: Literal["of", "short", "apart", "said", "front"]
    one: str
    other: str = ""
    home: str = ""

    @property
    def text(self) -> str:
        """The telling as it is kept in a graph."""
        return "|".join(self)

    @property
    def subject(self) -> str:
        """The id of the thing of which the paper speaks, as far as the paper alone can tell."""
        return self.other if self.sort in ("short", "front") else self.one

    @property
    def ids(self) -> set[str]:
        """Every id that it speaks of, printed or not."""
        if self.sort == "said":
            own = {self.one, homed(self.one, self.other)}
            return own | ({homed(self.one, self.home)} if self.home else set())
        plain = {name for name in (self.one, self.other) if name}
        if not self.home or self.sort == "front":
            return plain
        placed = {homed(name, self.home) for name in plain}
        return plain | placed | (in_front(self.one, self.home) if self.sort == "of" else set())


def telling_of(text: str) -> Telling:
    """The telling that was kept as this text."""
    sort, *rest = text.split("|")
    return Telling(sort, *rest)  # type: ignore[arg-type]  # as it was written


def homed(name: str, home: str) -> str:
    """The id of a thing that is an organisation's, told from its namesakes."""
    kind, _, rest = name.partition(":")
    return f"{kind}:{home}/{rest}"


def unplaced(name: str) -> str:
    """The id of a thing, and of its namesakes, without the organisation whose it is."""
    kind, _, rest = name.partition(":")
    return f"{kind}:{rest.rpartition('/')[2]}"


def in_front(name: str, home: str) -> set[str]:
    """The ids under which a thing stands that is called with its organisation, or the place of that, in front."""
    kind, _, rest = name.partition(":")
    return {f"{kind}:{'-'.join((*front, rest))}" for front in (place_of(home), home.split("-")) if front}


@cache
def place_of(home: str) -> tuple[str, ...]:
    """The words of an organisation's name that tell which it is: ``tarnhithe`` of "Tarnhithe Borough Council"."""
    plain = words("graph", "plain_organisations")
    return tuple(word for word in home.split("-") if word not in plain and word not in _SMALL)


def is_usual(name: str) -> bool:
    """Whether a thing is called as others are in many places ("Audit Committee"), so that the name alone does not tell which it is."""
    said = name.partition(":")[2].split("-")
    return len(said) < _TELLING or frozenset(said) - _SMALL in _usual()


_TELLING = 3


@cache
def _usual() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(name.split()) - _SMALL for name in words("graph", "usual_bodies"))


def front(name: str) -> str:
    """The word with which an id begins, where it may be that of a place: no vocabulary knows it, and two words at least follow."""
    first, *others = name.partition(":")[2].split("-")
    return first if len(others) > 1 and "/" not in name and tells(first) else ""


def without_front(name: str) -> Telling | None:
    """What a thing would be called without the word in front that may tell its place."""
    kind, _, rest = name.partition(":")
    place = front(name)
    return Telling("front", f"{kind}:{rest.removeprefix(f'{place}-')}", name, place) if place else None


def contrary(one: str, other: str) -> bool:
    """Whether two organisations cannot be one: nothing that tells the one is in the name of the other."""
    places = set(place_of(one)), set(place_of(other))
    whole = all(home.split("-")[-1] in _WHOLE or "-of-" in home for home in (one, other))
    return whole and all(places) and places[0].isdisjoint(places[1])


def opposed(some: Iterable[str], others: Collection[str]) -> bool:
    """Whether any two of some organisations and of others cannot be one."""
    return any(contrary(a, b) for a in some for b in others)


def foreign(some: Collection[str], others: Collection[str]) -> bool:
    """Whether none of the others goes with some organisations; where nothing is known of either they may."""
    return bool(others) and all(any(contrary(a, b) for a in some) for b in others)


def fullness(name: str) -> tuple[int, int, str]:
    """The order in which ids are taken: those with the most words first."""
    rest = name.partition(":")[2].rpartition("/")[2]
    return (-len(rest.split("-")), -len(rest), name)


def has_front(front: str, places: Iterable[str]) -> bool:
    """Whether the words in front of a name are those of an organisation, whole or without what sort it is."""
    return any(front.split() in (place.split("-"), list(place_of(place))) for place in places)


def is_of_place(short: str, long: str) -> bool:
    """Whether two names of organisations differ only in what says of which sort they are: "Tarnhithe Borough Council"."""
    places = [place_of(name.replace(" ", "-")) for name in (short, long)]
    return bool(places[0]) and places[0] == places[1] and short.rpartition(" ")[2] == long.rpartition(" ")[2]
