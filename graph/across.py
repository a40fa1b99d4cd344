"""Who is who across papers: for now the same full name with something in common, and only where no doubt is left.

Nothing depends on the order of papers: people are compared within a block (one folded name), and joined where what they
have in common connects them and all their names agree.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from sederunt.graph.names import PersonName, fold
from sederunt.graph.roster import Individual, compatible, folded, titles


@dataclass(frozen=True)
class Local:
    """A person as one paper knows them, with the bodies, organisations, units and posts that the paper links them to."""

    id: str
    path: str
    names: tuple[PersonName, ...]
    context: frozenset[str]

    @property
    def block(self) -> str:
        """The name under which they are compared; empty for those whom only their own paper knows."""
        return max(map(_known_as, self.names), default="")

    @property
    def binding(self) -> frozenset[str]:
        """What must be shared to be the same: with no given name spelled out, nothing less than a body."""
        spelled = any(len(folded(n.given)) > 1 for n in self.names)
        return self.context if spelled else frozenset(c for c in self.context if c.startswith("body:"))


def local(person: Individual, path: str, context: Iterable[str]) -> Local:
    """The person of one paper, to be compared with those of others."""
    names = () if person.partial else tuple(sorted(set(person.names), key=str))
    return Local(f"person:{person.key}", path, names, frozenset(context))


def _known_as(name: PersonName) -> str:
    return f"{fold(name.given) or ' '.join(sorted(titles(name)))} {fold(name.family)}"


def join(people: Iterable[Local]) -> dict[str, str]:
    """For each person of a paper: the id of the person they are, the smallest of all that are joined."""
    blocks: dict[str, list[Local]] = {}
    ids: dict[str, str] = {}
    for person in sorted(people, key=lambda p: p.id):
        ids[person.id] = person.id
        if person.block:
            blocks.setdefault(person.block, []).append(person)
    for block in blocks.values():
        for group in _groups(block):
            ids |= {person.id: min(p.id for p in group) for person in group}
    return ids


def _groups(block: list[Local]) -> list[list[Local]]:
    """The people of a block who are one; of two in one paper nobody can tell which of them another paper means."""
    counts: dict[str, int] = {}
    for person in block:
        counts[person.path] = counts.get(person.path, 0) + 1
    alone = [p for p in block if counts[p.path] == 1]
    return [group for group in _connected(alone) if _agree(group)]


def _agree(group: list[Local]) -> bool:
    return all(compatible(a, b) for one, other in combinations(group, 2) for a in one.names for b in other.names)


def _connected(people: list[Local]) -> list[list[Local]]:
    """The groups that shared bodies, organisations, units and posts connect."""
    leader = {p.id: p.id for p in people}
    shared: dict[str, str] = {}
    for person in people:
        for thing in sorted(person.binding):
            _link(leader, shared.setdefault(thing, person.id), person.id)
    groups: dict[str, list[Local]] = {}
    for person in people:
        groups.setdefault(_top(leader, person.id), []).append(person)
    return list(groups.values())


def _top(leader: Mapping[str, str], person: str) -> str:
    while leader[person] != person:
        person = leader[person]
    return person


def _link(leader: dict[str, str], one: str, other: str) -> None:
    first, second = sorted((_top(leader, one), _top(leader, other)))
    leader[second] = first
