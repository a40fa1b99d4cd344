"""Who is who across papers: the same name with something in common, and only where no doubt is left.

Nothing depends on the order of papers: people are compared within a block (one folded name), and joined where what they
have in common connects them and all their names agree. What counts, from strong to weak:

- a body, an organisation, a unit, a placed post, or a title that says what it is about;
- for a name that few people bear: papers that name the same body or organisation, unless each has a place of their own.

Then those of one family name are compared whose given names are printed in other forms ("J Hale", "Jan Hale", "Janet M Hale"):
they are one where a body connects them, all the names agree with each other, and no paper has two of them.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain, combinations

from sederunt.graph.identity import Known
from sederunt.graph.lexicon import words
from sederunt.graph.likeness import compatible, folded, titles
from sederunt.graph.names import PersonName, fold
from sederunt.graph.roster import Individual
from sederunt.graph.things import paper_slug


@dataclass(frozen=True)
class Local:
    """A person as one paper knows them, with the bodies, organisations, units and posts that the paper links them to."""

    id: str
    path: str
    names: tuple[PersonName, ...]
    ties: frozenset[str]
    world: frozenset[str]
    """The bodies and organisations that the paper names, whoever belongs to them."""
    block: str
    """The name under which they are compared; empty for those whom only their own paper knows."""
    kin: str
    """The family name under which they are compared with those whose given name has another form; empty for whom it is not done."""
    identified: bool = False
    """Whether an identifier tells who they are: two of them are one only if it is the same."""
    mentions: tuple[str, ...] = ()
    """The lasting names of their mentions."""

    @property
    def spelled(self) -> bool:
        """Whether a given name is spelled out."""
        return any(len(folded(n.given)) > 1 for n in self.names)

    @property
    def places(self) -> frozenset[str]:
        """Where the paper says that they work or for whom they speak."""
        return frozenset(tie for tie in self.ties if tie.startswith(("organisation:", "unit:")))


def known(person: Individual, path: str, ties: Iterable[str]) -> Known:
    """What a paper knows of one of its people, of which nothing may hang on other papers."""
    names = () if person.partial else tuple(sorted(set(person.names), key=str))
    mentions = tuple(sorted({e.key for e in person.entries}))
    abroad = tuple(sorted({t for t in ties if paper_slug(path) not in t}))
    return Known(mentions=mentions, names=names, ties=abroad, identified=person.identified)


def local(person: Known, path: str, world: Iterable[str]) -> Local:
    """The person of one paper, to be compared with those of others."""
    own, around = frozenset(person.ties), frozenset(world)
    return Local(
        person.id, path, person.names, own, around, block_of(person), _kin_of(person), person.identified, person.mentions
    )


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
    groups += [group for block in blocks.values() for group in _groups(block)]
    found = (group for kin in _by_kin(groups) for group in (_of_kin(kin) if 1 < len(kin) <= LARGEST_KIN else kin))
    ids = {p.id: p.id for block in blocks.values() for p in block}  # of two in one paper nobody is joined
    return ids | {p.id: min(group, key=lambda p: (not p.identified, p.id)).id for group in found for p in group}


LARGEST_KIN = 400
"""Among more groups of one family name nobody is compared under it: it would cost their square."""


def _by_kin(groups: Iterable[list[Local]]) -> list[list[list[Local]]]:
    """The groups, those together that have somebody of one family name."""
    return _connected(list(groups), lambda group: {p.kin for p in group} - {""})


def _of_kin(groups: list[list[Local]]) -> list[list[Local]]:
    """The groups of one family name, those put together that a body connects and whose names all agree."""

    def one(group: list[Local]) -> bool:
        return len({p.path for p in group}) == len({(p.path, p.id) for p in group}) and _agree(group)

    fit = [[p for p in range(len(groups)) if p != at and _agree([*groups[at], *groups[p]])] for at in range(len(groups))]
    marks = [
        {f"{body} {min(at, p)} {max(at, p)}" for p in fit[at] for body in _bodies(groups[at])} for at in range(len(groups))
    ]
    places = {id(group): marks[at] for at, group in enumerate(groups)}
    return _joined(groups, lambda group: places[id(group)], one)


def _bodies(group: list[Local]) -> set[str]:
    return {tie for p in group for tie in p.ties if tie.startswith("body:")}


def _groups(block: list[Local]) -> list[list[Local]]:
    """The people of a block who are one; of two in one paper nobody can tell which of them another paper means."""
    counts: dict[str, int] = {}
    for person in block:
        counts[person.path] = counts.get(person.path, 0) + 1
    alone = _by_id(p for p in block if counts[p.path] == 1)
    close = _joined(alone, _binding, _agree)
    return _joined(close, _around, lambda group: _agree(group) and _may_be_one(close, group)) if _is_rare(block) else close


def _by_id(people: Iterable[Local]) -> list[list[Local]]:
    """People, those together of whom several papers tell by one identifier."""
    found: dict[str, list[Local]] = {}
    for person in people:
        found.setdefault(person.id, []).append(person)
    return list(found.values())


def _is_rare(block: list[Local]) -> bool:
    return all(fold(n.family) not in words("graph", "common_surnames") for p in block for n in p.names) and block[0].spelled


def _binding(group: list[Local]) -> set[str]:
    """What must be shared to be the same: with no given name spelled out, nothing less than a body."""
    return {tie for p in group for tie in p.ties if p.spelled or tie.startswith("body:")}


def _around(group: list[Local]) -> set[str]:
    return {thing for p in group for thing in p.world}


def _agree(group: list[Local]) -> bool:
    if len({p.id for p in group if p.identified}) > 1:
        return False
    counts = Counter(p.names for p in group)
    pairs = chain(combinations(counts, 2), ((names, names) for names, count in counts.items() if count > 1))
    return all(compatible(a, b) for one, other in pairs for a in one for b in other)


def _may_be_one(close: list[list[Local]], group: list[Local]) -> bool:
    """Whether no more than one of the close groups within this one has places of its own."""
    inside = [g for g in close if g[0] in group]
    return sum(any(p.places for p in g) for g in inside) < 2


def _joined(
    groups: list[list[Local]], shared: Callable[[list[Local]], set[str]], one: Callable[[list[Local]], bool]
) -> list[list[Local]]:
    """The groups put together that something shared connects, where all of them can be ``one`` person; else as they were."""
    found: list[list[Local]] = []
    for connected in _connected(groups, shared):
        whole = sorted((p for group in connected for p in group), key=lambda p: p.id)
        found += [whole] if one(whole) else connected
    return found


def _connected(groups: list[list[Local]], shared: Callable[[list[Local]], set[str]]) -> list[list[list[Local]]]:
    leader = {at: at for at in range(len(groups))}
    first: dict[str, int] = {}
    for at, group in enumerate(groups):
        for thing in sorted(shared(group)):
            _link(leader, first.setdefault(thing, at), at)
    found: dict[int, list[list[Local]]] = {}
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
