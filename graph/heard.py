"""Who is who once judgements are heard: they beat what the rules make of one paper, and of several."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from sederunt.graph.across import Local, join
from sederunt.graph.judged import Judged
from sederunt.graph.roster import FULL, TITLED, Entry, Individual, Roster


def heard_inside(roster: Roster, judged: Judged) -> Roster:
    """The roster of one paper with those parted who are said to be different people.

    Their other mentions, of which nothing is said, may mean either and are left open. A mention that was open goes to the one
    whom it is said to mean.
    """
    if not (judged.one and any(e.key in judged.one for e in _entries(roster))):
        return roster
    parts = {id(person): _parted(person, judged) for person in roster.people}
    heard = Roster([part for person in roster.people for part in parts[id(person)]])
    for e, fits in roster.open:
        _settle(heard, e, [part for person in fits for part in parts.get(id(person), [person])], judged)
    for person in roster.people:
        kept = {e.key for part in parts[id(person)] for e in part.entries}
        heard.open += [(e, parts[id(person)]) for e in person.entries if e.key not in kept]
    return heard


def _entries(roster: Roster) -> list[Entry]:
    return [*(e for person in roster.people for e in person.entries), *(e for e, _ in roster.open)]


def _parted(person: Individual, judged: Judged) -> list[Individual]:
    """The people whom somebody of a roster is in truth: each a group of mentions that are said to be one."""
    names = frozenset(e.key for e in person.entries)
    if person.identified or not judged.differ(names, names):
        return [person]
    groups: dict[str, list[Entry]] = {}
    for e in person.entries:
        if e.key in judged.one:
            groups.setdefault(min(judged.one[e.key]), []).append(e)
    return [_individual(groups[first]) for first in sorted(groups)]


def _individual(entries: list[Entry]) -> Individual:
    return Individual(entries, partial=not any(e.form in (FULL, TITLED) for e in entries))


def _settle(roster: Roster, e: Entry, fits: list[Individual], judged: Judged) -> None:
    """Give an open mention to the one whom it is said to mean, to somebody of their own if that is said of another paper's."""
    same = judged.one.get(e.key, frozenset())
    meant = [p for p in roster.people if not p.identified and any(other.key in same for other in p.entries)]
    if meant:
        meant[0].entries.append(e)
    elif len(same) > 1:
        roster.people.append(_individual([e]))
    else:
        roster.open.append((e, fits))


def who_is_who(people: Sequence[Local], judged: Judged) -> dict[str, str]:
    """For each person of a paper, the id of who they are: as ``join`` says, where no judgement says something else.

    Those are brought together first who are said to be one, unless they would bring others together who are said to be
    different. Then the groups that the rules make are joined, in the order of their smallest ids: without those members who
    would bring together people who are said to be different, or two people of one paper whom nobody says to be one.
    """
    final = join(people)
    if not (judged.one and any(name in judged.one for person in people for name in person.mentions)):
        return final
    heard = _Heard(people, judged)
    for names in sorted(map(sorted, {group for group in judged.one.values() if len(group) > 1})):
        heard.bring_together(names)
    for group in _groups(people, final):
        heard.follow(group)
    return heard.final(people)


def _groups(people: Iterable[Local], final: dict[str, str]) -> list[list[Local]]:
    """The people who are one by the rules, where they are several."""
    found: dict[str, dict[str, list[Local]]] = {}
    for person in people:
        found.setdefault(final[person.id], {}).setdefault(person.id, []).append(person)
    groups = [members for members in found.values() if len(members) > 1]
    ordered = sorted(groups, key=min)
    return [[person for name in sorted(members) for person in members[name]] for members in ordered]


@dataclass
class _Cluster:
    """People of papers who are one."""

    ids: set[str]
    names: set[str]
    """Of their mentions, those that judgements speak of."""
    paths: set[str]
    """Of the papers."""


class _Heard:
    """Who is one so far."""

    def __init__(self, people: Iterable[Local], judged: Judged) -> None:
        self._judged = judged
        self._of: dict[str, _Cluster] = {}
        self._by_name: dict[str, str] = {}
        for person in people:
            cluster = self._of.setdefault(person.id, _Cluster({person.id}, set(), set()))
            cluster.paths.add(person.path)
            cluster.names |= {name for name in person.mentions if name in judged.one}
            self._by_name |= dict.fromkeys(cluster.names, person.id)

    def bring_together(self, names: Iterable[str]) -> None:
        """Join those whose mentions are said to be one."""
        ids = sorted({self._by_name[name] for name in names if name in self._by_name})
        first: list[str] = []
        for one in ids:
            fits = (other for other in first if not self._differ(self._of[other], self._of[one]))
            other = next(fits, "")
            if other:
                self._join(other, one)
            else:
                first.append(one)

    def follow(self, group: list[Local]) -> None:
        """Join those whom the rules call one, without those who may not be."""
        between = self._in_the_way({person.id for person in group})
        if not between:
            first, *others = sorted({person.id for person in group})
            for one in others:
                self._join(first, one)
            return
        rest = [person for person in group if person.id not in between]
        for some in _groups(rest, join(rest)):
            self.follow(some)

    def final(self, people: Iterable[Local]) -> dict[str, str]:
        """The id of who everybody is: the smallest of all that are joined, or that of an identifier."""
        identified = {person.id for person in people if person.identified}
        return {i: min(cluster.ids, key=lambda name: (name not in identified, name)) for i, cluster in self._of.items()}

    def _in_the_way(self, ids: set[str]) -> set[str]:
        """Those of some people who cannot be one with another of them."""
        clusters = {id(self._of[i]): self._of[i] for i in sorted(ids)}
        if not any(cluster.names for cluster in clusters.values()):
            return set()
        pairs = combinations(clusters.values(), 2)
        return {i for one, other in pairs if self._clash(one, other) for i in ids & (one.ids | other.ids)}

    def _clash(self, one: _Cluster, other: _Cluster) -> bool:
        if not (one.names or other.names):
            return False
        return self._differ(one, other) or not one.paths.isdisjoint(other.paths)

    def _differ(self, one: _Cluster, other: _Cluster) -> bool:
        return one is not other and self._judged.differ(one.names, frozenset(other.names))

    def _join(self, one: str, other: str) -> None:
        whole, part = self._of[one], self._of[other]
        if whole is part:
            return
        whole.ids |= part.ids
        whole.names |= part.names
        whole.paths |= part.paths
        self._of |= dict.fromkeys(part.ids, whole)
