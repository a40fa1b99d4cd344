"""Who is who among many sightings: those that can be compared at all are, and what surely is one person is put together.

Only sightings that share a key are compared; a key that too many share is left out, for it would cost their square and tell little.
Pairs are joined from the surest on, as long as nothing forbids that any two of those who come together are one. Nothing depends on
the order of the sightings.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

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
    different = sorted(alike, key=_order)
    found = {pair: weigh(different[pair[0]], different[pair[1]]) for pair in sorted(_pairs(different))}
    leader = _joined(different, found)
    members: dict[int, list[int]] = {}
    for at, sighting in enumerate(different):
        members.setdefault(leader[at], []).extend(alike[sighting])
    asked = [
        (alike[different[a]][0], alike[different[b]][0], weighed)
        for (a, b), weighed in found.items()
        if weighed.verdict == "ask" and leader[a] != leader[b]
    ]
    groups = sorted(tuple(sorted(group)) for group in members.values())
    return Clusters(tuple(groups), tuple(asked), len(found))


def _order(sighting: Sighting) -> tuple[str, str, str, list[tuple[str, str]], str]:
    return (sighting.printed, sighting.first, sighting.last, sorted(sighting.around), repr(sighting))


def _pairs(sightings: Sequence[Sighting]) -> set[tuple[int, int]]:
    blocks: dict[tuple[str, ...], list[int]] = {}
    for at, sighting in enumerate(sightings):
        for key in set(keys(sighting)):
            blocks.setdefault(key, []).append(at)
    return {pair for block in blocks.values() if len(block) <= LARGEST for pair in combinations(block, 2)}


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


def _joined(sightings: Sequence[Sighting], found: Mapping[tuple[int, int], Weighed]) -> dict[int, int]:
    """For each sighting the first of its group: pairs are joined from the surest on, where none of those who come together are two."""
    leader = {at: at for at in range(len(sightings))}
    group = {at: [at] for at in leader}
    sure = sorted((-weighed.score, pair) for pair, weighed in found.items() if weighed.verdict == "same")
    for _, (a, b) in sure:
        one, other = sorted((leader[a], leader[b]))
        if one != other and not _forbidden(group[one], group[other], sightings, found):
            for at in group.pop(other):
                leader[at] = one
                group[one].append(at)
    return leader


CLASHES = frozenset(["other area", "other party", "other post", "other state"])
"""What keeps two apart of whom somebody would have to be asked, though each surely is a third."""


def _forbidden(
    one: Iterable[int], other: Iterable[int], sightings: Sequence[Sighting], found: Mapping[tuple[int, int], Weighed]
) -> bool:
    for a, b in product(one, other):
        weighed = found.get((min(a, b), max(a, b))) or weigh(sightings[a], sightings[b])
        clashing = not CLASHES.isdisjoint(reason.kind for reason in weighed.reasons)
        if weighed.verdict == "different" or (weighed.verdict == "ask" and clashing):
            return True
    return False
