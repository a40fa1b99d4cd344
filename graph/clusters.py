"""Who is who among many sightings: those that can be compared at all are, and what surely is one person is put together.

Only sightings that share a key are compared; a key that too many share is left out, for it would cost their square and tell little.
Pairs are joined from the surest on, as long as nothing forbids that any two of those who come together are one. Nothing depends on
the order of the sightings.
"""

import gc
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby, product

from sederunt.graph.likeness import folded
from sederunt.graph.names import PersonName, fold, folded_words, given_forms, joined_up
from sederunt.graph.sighting import Sighting
from sederunt.graph.weigh import Weighed, weigh

LARGEST = 400
"""How many different sightings may share a key."""
WHERE = ("body", "organisation", "unit", "state", "area", "place")


@dataclass(frozen=True)
class Clusters:
    """What came of many comparisons."""

    groups: tuple[tuple[int, ...], ...]
    """The places, in the list that was given, of those that are one person; each in order, the groups by their first."""
    asked: tuple[tuple[int, int, Weighed], ...]
    """Pairs of which somebody has to be asked, and which are in two groups."""
    compared: int
    """How many pairs were compared."""


@dataclass(frozen=True)
class Told:
    """What people said of sightings, by their places in the list; it comes before all that is weighed."""

    one: Collection[tuple[int, int]] = ()
    """Pairs that are one person."""
    apart: Collection[tuple[int, int]] = ()
    """Pairs that are two, as then are all who are one with the first and all who are one with the second."""


_NOTHING = Told()


def clusters(sightings: Sequence[Sighting], told: Told = _NOTHING) -> Clusters:
    """Who is who among sightings."""
    named = {at for pair in (*told.one, *told.apart) for at in pair}
    alike: dict[Sighting, list[int]] = {}
    apart: dict[Sighting, list[list[int]]] = {}
    for at, sighting in enumerate(sightings):
        if at in named:
            apart.setdefault(sighting, []).append([at])
        else:
            alike.setdefault(sighting, []).append(at)
    order = ordered({**alike, **apart})
    places = [group for s in order for group in (*filter(None, [alike.get(s)]), *apart.get(s, ()))]
    different = [sightings[group[0]] for group in places]
    with without_search_for_circles():
        found = _weighed(different)
    leader = _joined(different, found, _among(told, places))
    members: dict[int, list[int]] = {}
    for at, group in enumerate(places):
        members.setdefault(leader[at], []).extend(group)
    asked = [(places[a][0], places[b][0], weighed) for (a, b), weighed in found.asked.items() if leader[a] != leader[b]]
    groups = sorted(tuple(sorted(group)) for group in members.values())
    return Clusters(tuple(groups), tuple(asked), len(found.barred))


def _among(told: Told, places: Sequence[Sequence[int]]) -> Told:
    """What was told, of those who each stand for all that are alike."""
    at = {group[0]: number for number, group in enumerate(places)}
    return Told([(at[a], at[b]) for a, b in told.one], [(at[a], at[b]) for a, b in told.apart])


@contextmanager
def without_search_for_circles() -> Iterator[None]:
    """Records do not refer to one another in circles; to look for such among so many takes a third of the time."""
    looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looking:
            gc.enable()


def ordered(sightings: Iterable[Sighting]) -> list[Sighting]:
    """Different sightings in an order that hangs on nothing but what they are."""
    found: list[Sighting] = []
    for _, few in groupby(sorted(sightings, key=_order), key=_order):
        alike = list(few)
        found += sorted(alike, key=lambda s: (sorted(s.around), repr(s))) if len(alike) > 1 else alike
    return found


def _order(sighting: Sighting) -> tuple[str, str, str]:
    return (sighting.printed, sighting.first, sighting.last)


@dataclass(frozen=True)
class _Found:
    """What was found of the pairs that were compared; of most only whether anything keeps the two apart, for they are many."""

    barred: dict[tuple[int, int], bool]
    sure: list[tuple[float, tuple[int, int]]]
    """The surest first."""
    asked: dict[tuple[int, int], Weighed]


_ALIKE = Weighed("same", 1.0, ())


def _weighed(sightings: Sequence[Sighting]) -> _Found:
    found = _Found({}, [], {})
    for pair in sharing(map(keys, sightings)):
        one, other = sightings[pair[0]], sightings[pair[1]]
        weighed = weigh(one, other) if one != other else _ALIKE
        found.barred[pair] = bars(weighed)
        if weighed.verdict == "same":
            found.sure.append((-weighed.score, pair))
        elif weighed.verdict == "ask":
            found.asked[pair] = weighed
    found.sure.sort()
    return found


Key = tuple[str, ...]


def sharing(each: Iterable[Iterable[Key]]) -> Iterator[tuple[int, int]]:
    """The pairs, by their places, of those who share a key, in order and one by one: all at once they would take much room.

    Args:
        each: the keys of each; one that more than ``LARGEST`` share does not count.

    """
    blocks: dict[Key, list[int]] = {}
    own: list[list[list[int]]] = []
    for at, some in enumerate(each):
        own.append([blocks.setdefault(key, []) for key in set(some)])
        for block in own[-1]:
            block.append(at)
    del blocks
    for at, mine in enumerate(own):
        later = {other for block in mine if len(block) <= LARGEST for other in block[bisect_right(block, at) :]}
        yield from ((at, other) for other in sorted(later))


def keys(sighting: Sighting) -> Iterator[Key]:
    """The keys of a sighting: it is compared with those that share one."""
    where = sorted(key for sort, key in sighting.around if sort in WHERE)
    for letters in sighting.letters:
        yield from (("letters", letters, place) for place in where)
    for name in sighting.names if not sighting.letters else ():
        yield from _name_keys(name, where)


def _name_keys(name: PersonName, where: Iterable[str]) -> Iterator[Key]:
    given = joined_up(name.given)
    usual = min(given_forms(given), default="") if len(given) > 1 else ""
    halves = {folded(name.family), *folded_words(name.family.replace("-", " "))} - {""}
    yield from (("name", half, usual) for half in sorted(halves) if usual)
    yield from (("there", half, given[:1], place) for half, place in product(sorted(halves), where))
    yield ("words", *sorted(folded_words(fold(f"{name.given} {name.middle} {name.family}"))))


class _Groups:
    """Groups that grow, and which of them may never be one."""

    def __init__(self, count: int) -> None:
        self.leader = {at: at for at in range(count)}
        self.members = {at: [at] for at in range(count)}
        self.foes: dict[int, set[int]] = {}

    def leaders(self, a: int, b: int) -> tuple[int, int]:
        """The firsts of the groups of two."""
        one, other = sorted((self.leader[a], self.leader[b]))
        return one, other

    def are_foes(self, one: int, other: int) -> bool:
        """Whether two groups, named by their firsts, may never be one."""
        return other in self.foes.get(one, ())

    def part(self, one: int, other: int) -> None:
        """Let two groups never be one."""
        self.foes.setdefault(one, set()).add(other)
        self.foes.setdefault(other, set()).add(one)

    def join(self, one: int, other: int) -> None:
        """Make two groups one, that of the first."""
        for at in self.members.pop(other):
            self.leader[at] = one
            self.members[one].append(at)
        for foe in self.foes.pop(other, ()):
            self.foes[foe].discard(other)
            self.part(one, foe)


def _joined(sightings: Sequence[Sighting], found: _Found, told: Told) -> dict[int, int]:
    """For each sighting the first of its group: pairs are joined from the surest on, where none of those who come together are two."""
    groups = _Groups(len(sightings))
    for a, b in told.one:
        one, other = groups.leaders(a, b)
        if one != other:
            groups.join(one, other)
    for a, b in told.apart:
        groups.part(*groups.leaders(a, b))
    for _, (a, b) in found.sure:
        one, other = groups.leaders(a, b)
        if one == other or groups.are_foes(one, other):
            continue
        if _forbidden(groups.members[one], groups.members[other], sightings, found.barred):
            groups.part(one, other)
        else:
            groups.join(one, other)
    return groups.leader


CLASHES = frozenset(["other area", "other party", "other post", "other state"])
"""What keeps two apart of whom somebody would have to be asked, though each surely is a third."""


def bars(weighed: Weighed) -> bool:
    """Whether two may not come together, though each surely is one with a third."""
    if weighed.verdict == "ask":
        return not CLASHES.isdisjoint(reason.kind for reason in weighed.reasons)
    return weighed.verdict == "different"


def _forbidden(
    one: Iterable[int], other: Iterable[int], sightings: Sequence[Sighting], barred: Mapping[tuple[int, int], bool]
) -> bool:
    for a, b in product(one, other):
        known = barred.get((min(a, b), max(a, b)))
        if known or (known is None and bars(weigh(sightings[a], sightings[b]))):
            return True
    return False
