"""Who is who across papers: what is told of people is weighed, and they are joined only where no doubt is left.

Nothing depends on the order of papers. People are compared in three steps, each of which is taken for all of a block at once:

- those of one name, where a body, an organisation, a unit, a placed post, or a title that says what it is about connects them and
  all their names agree;
- those of one family name whose given names are printed in other forms ("J Hale", "Jan Hale", "Janet M Hale"), where a body connects
  them and nobody else fits;
- those of one family name who by all that is told of each are the same, without a doubt: no two of whom anything forbids that they
  are one come together, and whom two others of such could be is joined to neither.

Two of one paper are never joined.
"""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, combinations, product
from typing import TypeVar

from sederunt.graph.beside import weigh_people
from sederunt.graph.clusters import Key, bars, keys, sharing
from sederunt.graph.identity import Known
from sederunt.graph.likeness import compatible, folded, titles
from sederunt.graph.names import PersonName, fold
from sederunt.graph.roster import Individual
from sederunt.graph.seen import homes, is_placed, over_time, seen
from sederunt.graph.sighting import Sighting
from sederunt.graph.structures import unplaced
from sederunt.graph.things import paper_slug
from sederunt.graph.weigh import Weighed


@dataclass(frozen=True)
class Local:
    """A person as one paper knows them."""

    known: Known
    path: str
    day: str = ""
    """The date of the paper, or nothing."""
    world: tuple[str, ...] = ()
    """The bodies and organisations that the paper names, whoever belongs to them."""

    @cached_property
    def id(self) -> str:
        """The id that they would have if there were no other paper."""
        return self.known.id

    @property
    def names(self) -> tuple[PersonName, ...]:
        """Their names in full and with titles."""
        return self.known.names

    @property
    def ties(self) -> tuple[str, ...]:
        """The bodies, organisations, units and posts that the paper links them to."""
        return self.known.ties

    @property
    def identified(self) -> bool:
        """Whether an identifier tells who they are: two of them are one only if it is the same."""
        return self.known.identified

    @property
    def mentions(self) -> tuple[str, ...]:
        """The lasting names of their mentions."""
        return self.known.mentions

    @cached_property
    def block(self) -> str:
        """The name under which they are compared; empty for those whom only their own paper knows."""
        return block_of(self.known)

    @cached_property
    def kin(self) -> str:
        """The family name under which they are compared with those whose given name has another form; empty for whom it is not done."""
        return _kin_of(self.known)

    @property
    def spelled(self) -> bool:
        """Whether a given name is spelled out."""
        return any(len(folded(n.given)) > 1 for n in self.names)

    @cached_property
    def sightings(self) -> tuple[Sighting, ...]:
        """What can be weighed beside what other papers know."""
        return seen(self.known, self.day, self.world)


def known(person: Individual, path: str, ties: Iterable[str]) -> Known:
    """What a paper knows of one of its people, of which nothing may hang on other papers."""
    names = () if person.partial else tuple(sorted(set(person.names), key=str))
    mentions = tuple(sorted({e.key for e in person.entries}))
    abroad = tuple(sorted({t for t in ties if paper_slug(path) not in t}))
    return Known(mentions=mentions, names=names, ties=abroad, identified=person.identified)


def block_of(person: Known) -> str:
    """The name under which a person is compared with others; empty for those whom only their own paper knows."""
    return max(map(_known_as, person.names), default="")


def keys_of(person: Known) -> set[str]:
    """The names under which a person is compared with others."""
    return {block_of(person), _kin_of(person)} - {""}


def _kin_of(person: Known) -> str:
    """The family name with a mark before it that no name has; nothing for whom an identifier tells, or whose given name nothing."""
    families = () if person.identified else sorted(folded(name.family) for name in person.names if name.given)
    return f"? {families[0]}" if families and families[0] else ""


def _known_as(name: PersonName) -> str:
    return f"{fold(name.given) or ' '.join(sorted(titles(name)))} {fold(name.family)}"


def join(people: Iterable[Local]) -> dict[str, str]:
    """For each person of a paper: the id of the person they are, the smallest of all that are joined, or that of an identifier."""
    blocks: dict[str, list[Local]] = {}
    groups: list[list[Local]] = []
    for person in sorted(people, key=lambda p: p.id):
        if person.block:
            blocks.setdefault(person.block, []).append(person)
        else:
            groups.append([person])
    groups += [group for block in blocks.values() for group in _of_one_name(block)]
    found = (group for kin in _by_kin(groups) for group in (_of_kin(kin) if 1 < len(kin) <= LARGEST_KIN else kin))
    ids = {p.id: p.id for block in blocks.values() for p in block}  # of two in one paper nobody is joined
    return ids | {p.id: min(group, key=lambda p: (not p.identified, p.id)).id for group in found for p in group}


LARGEST_KIN = 400
"""Among more groups of one family name nobody is compared under it: it would cost their square."""


def _of_one_name(block: list[Local]) -> list[list[Local]]:
    """The people of a block who are one; of two in one paper nobody can tell which of them another paper means."""
    counts = Counter(person.path for person in block)
    groups = _known_alike(p for p in block if counts[p.path] == 1)
    return _together(_Scale(groups), _Scale.ties, _Scale.are_tied, _Scale.differ) if len(groups) > 1 else groups


def _known_alike(people: Iterable[Local]) -> list[list[Local]]:
    """People, those together of whom papers of one council tell by one identifier, or with the same names and ties."""
    found: dict[Hashable, list[Local]] = {}
    for person in people:
        tied = not person.identified and _binding([person])
        found.setdefault((person.names, person.ties, homes(person.world)) if tied else person.id, []).append(person)
    return list(found.values())


def _binding(group: list[Local]) -> set[str]:
    """What two of one name must share to be the same: with no given name spelled out, nothing less than a body."""
    return {tie for p in group for tie in p.ties if p.spelled or _is_body(tie)}


def _is_body(tie: str) -> bool:
    return tie.startswith("body:")


def _by_kin(groups: Iterable[list[Local]]) -> list[list[list[Local]]]:
    """The groups, those together that have somebody of one family name."""
    return _connected(list(groups), lambda group: {p.kin for p in group} - {""})


def _of_kin(groups: list[list[Local]]) -> list[list[Local]]:
    """The groups of one family name, put together where they are one person."""
    groups = _together(_Scale(groups), _Scale.ties, _Scale.are_on_one_body, _Scale.differ)
    return _together(_Scale(groups), _Scale.likenesses, _Scale.are_alike, _Scale.clash) if len(groups) > 1 else groups


class _Scale:
    """Groups of people of papers, called by their places, of which each pair is weighed once at most."""

    def __init__(self, groups: list[list[Local]]) -> None:
        self.groups = groups
        self._sightings: dict[int, tuple[Sighting, ...]] = {}
        self._papers = [{p.path for p in group} for group in groups]
        self._binding = [_binding(group) for group in groups]
        self._unplaced = [{unplaced(tie) for tie in binding if _is_body(tie)} for binding in self._binding]
        self._homes = [frozenset(home for p in group for home in homes(p.world)) for group in groups]
        self._names = [tuple({p.names for p in group}) for group in groups]
        self._weighed: dict[tuple[int, int], Weighed] = {}

    def ties(self, at: int) -> Iterator[Key]:
        """The keys of a group by what binds it."""
        return (("tie", tie) for tie in self._binding[at] | self._unplaced[at])

    def likenesses(self, at: int) -> Iterator[Key]:
        """The keys of a group by all that is told: it is weighed beside those that share one."""
        yield from self.ties(at)
        for sighting in self._seen(at):
            yield from keys(sighting)
            yield from (("initial", folded(name.given)[:1]) for name in sighting.names)

    def are_tied(self, one: int, other: int) -> bool:
        """Whether two of one name share a body, a unit or a post, or an organisation without a doubt."""
        shared = self._shared(one, other)
        if not shared or self.differ(one, other):
            return False
        if not all(tie.startswith("organisation:") for tie in shared):
            return True
        return not any(r.is_doubt or r.is_veto for r in self._of(one, other).reasons)

    def are_on_one_body(self, one: int, other: int) -> bool:
        """Whether two groups of one family name share a body."""
        return any(map(_is_body, self._shared(one, other))) and not self.differ(one, other)

    def are_alike(self, one: int, other: int) -> bool:
        """Whether two groups are one person by all that is told of them, without a doubt, or may be for they share a body."""
        if self._meet(one, other):
            return False
        return self._of(one, other).verdict == "same" or self.are_on_one_body(one, other)

    def differ(self, one: int, other: int) -> bool:
        """Whether two groups are two people: one paper has both, their names do not agree, or they are of two councils."""
        return self._meet(one, other) or not self._agree(one, other) or self._are_of_two_councils(one, other)

    def clash(self, one: int, other: int) -> bool:
        """Whether two groups cannot be one person, though each be one with a third."""
        return self._meet(one, other) or bars(self._of(one, other))

    def _shared(self, one: int, other: int) -> set[str]:
        """What binds both; a board that a paper of no organisation names may be that of any."""
        some, others = self._binding[one], self._binding[other]
        return (some & others) | (self._unplaced[one] & others) | (some & self._unplaced[other])

    def _meet(self, one: int, other: int) -> bool:
        """Whether one paper has both, or each has an identifier."""
        both = [*self.groups[one], *self.groups[other]]
        return not self._papers[one].isdisjoint(self._papers[other]) or len({p.id for p in both if p.identified}) > 1

    def _are_of_two_councils(self, one: int, other: int) -> bool:
        """Whether papers of two councils speak of them, and nothing ties both but a body that each council may have."""
        homes = self._homes[one], self._homes[other]
        shared = self._shared(one, other)
        return all(homes) and homes[0].isdisjoint(homes[1]) and not any(map(is_placed, shared))

    def _agree(self, one: int, other: int) -> bool:
        """Whether all names of two groups can be one person's."""
        return all(_compatible(a, b) for a, b in product(self._names[one], self._names[other]))

    def _of(self, one: int, other: int) -> Weighed:
        pair = min(one, other), max(one, other)
        if pair not in self._weighed:
            self._weighed[pair] = weigh_people(*map(self._seen, pair))
        return self._weighed[pair]

    def _seen(self, at: int) -> tuple[Sighting, ...]:
        if at not in self._sightings:
            self._sightings[at] = over_time(s for p in self.groups[at] for s in p.sightings)
        return self._sightings[at]


@lru_cache(1 << 14)
def _compatible(some: tuple[PersonName, ...], others: tuple[PersonName, ...]) -> bool:
    return all(compatible(a, b) for a, b in product(some, others))


Pairwise = Callable[[_Scale, int, int], bool]


def _together(
    scale: _Scale, keys_of_group: Callable[[_Scale, int], Iterable[Key]], are_one: Pairwise, are_two: Pairwise
) -> list[list[Local]]:
    """The groups that share a key, those put together that are one, perhaps by way of others, where no two of them are two.

    Whom two groups could be that cannot be one themselves, is neither.
    """
    near: dict[int, set[int]] = {at: set() for at in range(len(scale.groups))}
    for a, b in sharing(keys_of_group(scale, at) for at in near):
        if are_one(scale, a, b):
            near[a].add(b)
            near[b].add(a)
    found: list[list[int]] = []
    for some in _linked(near, near):
        if two := {(a, b) for a, b in combinations(sorted(some), 2) if are_two(scale, a, b)}:
            between = {at for at in some if not two.isdisjoint(combinations(sorted(near[at]), 2))}
            parts = _linked({at: near[at] - between for at in some if at not in between}, some)
            found += [[at] for at in sorted(between)]
            found += chain.from_iterable(
                [part] if two.isdisjoint(combinations(sorted(part), 2)) else [[at] for at in part] for part in parts
            )
        else:
            found.append(some)
    return [sorted((p for at in some for p in scale.groups[at]), key=lambda p: p.id) for some in found]


def _linked(near: Mapping[int, Collection[int]], among: Iterable[int]) -> list[list[int]]:
    """The places that are near one another, perhaps by way of others."""
    places = [at for at in among if at in near]
    return _connected(places, lambda at: {(min(at, b), max(at, b)) for b in near[at]})


T = TypeVar("T")


def _connected(groups: Sequence[T], shared: Callable[[T], Collection[Hashable]]) -> list[list[T]]:
    """The groups, those together that something shared connects, perhaps by way of others."""
    leader = {at: at for at in range(len(groups))}
    first: dict[Hashable, int] = {}
    for at, group in enumerate(groups):
        for thing in shared(group):
            _link(leader, first.setdefault(thing, at), at)
    found: dict[int, list[T]] = {}
    for at, group in enumerate(groups):
        found.setdefault(_top(leader, at), []).append(group)
    return list(found.values())


def _top(leader: Mapping[int, int], at: int) -> int:
    while leader[at] != at:
        at = leader[at]
    return at


def _link(leader: dict[int, int], one: int, other: int) -> None:
    low, high = sorted((_top(leader, one), _top(leader, other)))
    leader[high] = low
