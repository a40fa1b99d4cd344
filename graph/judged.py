"""What judgements come to: which mentions are one person, which are different people, which mean nobody.

A later judgement beats an earlier one about the same mentions. Where several cannot all hold, because two mentions that are
different people would be joined through a third, the later one of those that join is heard first, and one that would then join
what is different is not heard. So what judgements come to hangs on the log alone, not on what is loaded.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations, permutations

from sederunt.graph.judgements import Judgement, Verb, standing

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Judged:
    """Judgements that count, by the lasting names of what they speak of."""

    one: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """For each mention, all that mean the same person, itself among them."""
    apart: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """For some mentions, all that mean other people."""
    nobody: frozenset[str] = _NONE
    """The mentions that mean nobody."""
    rejected: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """By path of a paper, the statements that it does not make."""
    forgotten: tuple[frozenset[str], ...] = ()
    """The digests of each person of whom nothing is kept, in the order of the log."""
    paths: Mapping[str, str] = field(default_factory=dict)
    """Of each mention, the path of its paper."""

    @cached_property
    def about(self) -> frozenset[str]:
        """The paths of the papers of whose mentions somebody decided something."""
        return frozenset(self.paths.values())

    def differ(self, some: Iterable[str], others: frozenset[str]) -> bool:
        """Whether mentions of the one kind and of the other are said to be different people."""
        return any(not self.apart.get(name, _NONE).isdisjoint(others) for name in some)

    def holds(self, judgement: Judgement) -> bool:
        """Whether what a judgement says is so, and no later one says otherwise of some of its mentions."""
        groups = [[s.name for s in group] for group in judgement.what]
        if judgement.verb == Verb.SAME:
            return len({self.one.get(name) for name in groups[0]}) == 1
        if judgement.verb == Verb.DIFFERENT:
            return all(self.apart.get(name, _NONE) >= set(others) for some, others in permutations(groups, 2) for name in some)
        return True

    def beside(self, mentions: Iterable[str]) -> set[str]:
        """The mentions that judgements bring together with these, or hold apart from them."""
        return {other for name in mentions for known in (self.one, self.apart) for other in known.get(name, _NONE)}

    def papers_unlike(self, other: "Judged") -> set[str]:
        """The papers of which other judgements say something else."""
        names = {n for n in self.paths.keys() | other.paths.keys() if self._about(n) != other._about(n)}
        paths = {p for p in self.rejected.keys() | other.rejected.keys() if self.rejected.get(p) != other.rejected.get(p)}
        return paths | {known.paths[n] for n in names for known in (self, other) if n in known.paths}

    def _about(self, name: str) -> tuple[frozenset[str], frozenset[str], bool]:
        return self.one.get(name, _NONE), self.apart.get(name, _NONE), name in self.nobody


NOTHING_JUDGED = Judged()


def judged_by(log: Sequence[Judgement]) -> Judged:
    """What the judgements of a log come to that nobody has taken back."""
    counting = standing(log)
    if not counting:
        return NOTHING_JUDGED
    about = [j for j in counting if j.verb in (Verb.SAME, Verb.DIFFERENT)]
    one, apart = _people(about)
    rejected: dict[str, set[str]] = {}
    for spoken in _of(counting, Verb.REJECT):
        for s in spoken.spoken:
            rejected.setdefault(s.path, set()).add(s.name)
    nobody = _of(counting, Verb.NOBODY)
    return Judged(
        one=one,
        apart=apart,
        nobody=frozenset(s.name for j in nobody for s in j.spoken),
        rejected={path: frozenset(names) for path, names in rejected.items()},
        forgotten=tuple(frozenset(s.name for s in j.spoken) for j in _of(counting, Verb.FORGET)),
        paths={s.name: s.path for j in (*about, *nobody) for s in j.spoken},
    )


def _of(log: Iterable[Judgement], verb: Verb) -> list[Judgement]:
    return [j for j in log if j.verb == verb]


def _people(log: Sequence[Judgement]) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Which mentions are one person, and which are others."""
    different = _different(log)
    people = {s.name: frozenset([s.name]) for j in log for s in j.spoken}
    for judgement in reversed(_of(log, Verb.SAME)):
        _join(people, different, sorted({s.name for s in judgement.spoken}))
    apart = {group: _others(people, different, group) for group in set(people.values())}
    return people, {name: apart[group] for name, group in people.items() if apart[group]}


def _different(log: Iterable[Judgement]) -> dict[str, set[str]]:
    """For each mention, those said to be other people, and not later the same."""
    found: dict[str, set[str]] = {}
    for judgement in log:
        groups = [{s.name for s in group} for group in judgement.what]
        if judgement.verb == Verb.SAME:
            for name in groups[0]:
                found.get(name, set()).difference_update(groups[0])
        for some, others in combinations(groups, 2):
            for name in some - others:
                found.setdefault(name, set()).update(others - some)
            for name in others - some:
                found.setdefault(name, set()).update(some - others)
    return found


def _join(people: dict[str, frozenset[str]], different: Mapping[str, set[str]], names: Iterable[str]) -> None:
    """Make one person of these mentions: of those that may not be one, each goes to the first that it may be one with."""
    parts: list[str] = []
    for name in names:
        others = _others(people, different, people[name])
        first = next((first for first in parts if people[first].isdisjoint(others)), "")
        if first:
            whole = people[first] | people[name]
            people.update(dict.fromkeys(whole, whole))
        else:
            parts.append(name)


def _others(people: Mapping[str, frozenset[str]], different: Mapping[str, set[str]], group: Iterable[str]) -> frozenset[str]:
    """All the mentions that are other people than these."""
    return _NONE.union(*(people[other] for name in group for other in different.get(name, ())))
