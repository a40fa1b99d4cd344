"""Who is who among many sightings: those that can be compared at all are, and what surely is one person is put together.

Only sightings that share a key are compared; a key that too many share is left out, for it would cost their square and tell little.
Pairs are joined from the surest on, as long as nothing forbids that any two of those who come together are one. Nothing depends on
the order of the sightings.
"""

import gc
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby, product

from sederunt.graph.likeness import folded
from sederunt.graph.names import PersonName, fold, folded_words, given_forms, joined_up
from sederunt.graph.sighting import Sighting
from sederunt.graph.weigh import Weighed, weigh

LARGEST = 400
"""How many different sightings may share a key."""
_WHERE = ("body", "organisation", "unit", "state", "area", "place")


@dataclass(frozen=True)
class Clusters:
    """What came of many comparisons."""

    groups: tuple[tuple[int, ...], ...]
    """The places, in the list that was given, of those that are one person; each in order, the groups by their first."""
    asked: tuple[tuple[int, int, Weighed], ...]
    """Pairs of which somebody has to be asked, and which are in two groups."""
    compared: int
    """How many pairs were compared."""


def clusters(sightings: Sequence[Sighting]) -> Clusters:
    """Who is who among sightings."""
    alike: dict[Sighting, list[int]] = {}
    for at, sighting in enumerate(sightings):
        alike.setdefault(sighting, []).append(at)
    different = ordered(alike)
    with _no_search_for_circles():
        found = _weighed(different)
    leader = _joined(different, found)
    members: dict[int, list[int]] = {}
    for at, sighting in enumerate(different):
        members.setdefault(leader[at], []).extend(alike[sighting])
    asked = [
        (alike[different[a]][0], alike[different[b]][0], weighed)
        for (a, b), weighed in found.asked.items()
        if leader[a] != leader[b]
    ]
    groups = sorted(tuple(sorted(group)) for group in members.values())
    return Clusters(tuple(groups), tuple(asked), len(found.barred))


@contextmanager
def _no_search_for_circles() -> Iterator[None]:
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
        found += sorted(alike, key=repr) if len(alike) > 1 else alike
    return found


def _order(sighting: Sighting) -> tuple[str, str, str, list[tuple[str, str]]]:
    return (sighting.printed, sighting.first, sighting.last, sorted(sighting.around))


@dataclass(frozen=True)
class _Found:
    """What was found of the pairs that were compared; of most only whether anything keeps the two apart, for they are many."""

    barred: dict[tuple[int, int], bool]
    sure: list[tuple[float, tuple[int, int]]]
    """The surest first."""
    asked: dict[tuple[int, int], Weighed]


def _weighed(sightings: Sequence[Sighting]) -> _Found:
    found = _Found({}, [], {})
    for pair in _pairs(sightings):
        weighed = weigh(sightings[pair[0]], sightings[pair[1]])
        found.barred[pair] = bars(weighed)
        if weighed.verdict == "same":
            found.sure.append((-weighed.score, pair))
        elif weighed.verdict == "ask":
            found.asked[pair] = weighed
    found.sure.sort()
    return found


def _pairs(sightings: Sequence[Sighting]) -> Iterator[tuple[int, int]]:
    """The pairs that are compared, in order and one by one: all at once they would take more room than the sightings."""
    blocks: dict[tuple[str, ...], list[int]] = {}
    own: list[list[list[int]]] = []
    for at, sighting in enumerate(sightings):
        own.append([blocks.setdefault(key, []) for key in set(keys(sighting))])
        for block in own[-1]:
            block.append(at)
    del blocks
    for at, mine in enumerate(own):
        later = {other for block in mine if len(block) <= LARGEST for other in block[bisect_right(block, at) :]}
        yield from ((at, other) for other in sorted(later))


def keys(sighting: Sighting) -> Iterator[tuple[str, ...]]:
    """The keys of a sighting: it is compared with those that share one."""
    where = sorted(key for sort, key in sighting.around if sort in _WHERE)
    for letters in sighting.letters:
        yield from (("letters", letters, place) for place in where)
    for name in sighting.names if not sighting.letters else ():
        yield from _name_keys(name, where)


def _name_keys(name: PersonName, where: Iterable[str]) -> Iterator[tuple[str, ...]]:
    given = joined_up(name.given)
    usual = min(given_forms(given), default="") if len(given) > 1 else ""
    halves = {folded(name.family), *folded_words(name.family.replace("-", " "))} - {""}
    yield from (("name", half, usual) for half in sorted(halves) if usual)
    yield from (("there", half, given[:1], place) for half, place in product(sorted(halves), where))
    yield ("words", *sorted(folded_words(fold(f"{name.given} {name.middle} {name.family}"))))


def _joined(sightings: Sequence[Sighting], found: _Found) -> dict[int, int]:
    """For each sighting the first of its group: pairs are joined from the surest on, where none of those who come together are two."""
    leader = {at: at for at in range(len(sightings))}
    group = {at: [at] for at in leader}
    foes: dict[int, set[int]] = {}
    for _, (a, b) in found.sure:
        one, other = sorted((leader[a], leader[b]))
        if one == other or other in foes.get(one, ()):
            continue
        if _forbidden(group[one], group[other], sightings, found.barred):
            foes.setdefault(one, set()).add(other)
            foes.setdefault(other, set()).add(one)
            continue
        for at in group.pop(other):
            leader[at] = one
            group[one].append(at)
        for foe in foes.pop(other, ()):
            foes[foe] = foes[foe] - {other} | {one}
            foes.setdefault(one, set()).add(foe)
    return leader


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
