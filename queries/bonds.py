"""What ties together the papers that speak of a person, and what two people have in common."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sederunt.graph.build import listed
from sederunt.graph.claims import document_id, path_of
from sederunt.graph.nearby import Nearby
from sederunt.queries.sayings import Saying


@dataclass(frozen=True)
class Bond:
    """Something that several papers have in common."""

    how: str
    """``identifier``; ``tie``: the papers tie the person to it; ``name``: they name it, whoever belongs to it."""
    what: str
    """Its name."""
    papers: tuple[str, ...]
    """The paths of those that have it."""


def bonds(near: Nearby, sayings: Iterable[Saying]) -> list[Bond]:
    """What two papers or more that speak of one person have in common.

    What papers merely name is told only where nothing stronger ties them together.
    """
    known = [saying.voice for saying in sayings]
    identified = tuple(sorted({voice.path for voice in known if voice.known.identified}))
    found = [Bond("identifier", "", identified)] if len(identified) > 1 else []
    found += _shared("tie", near, ((voice.path, voice.known.ties) for voice in known))
    documents = near.some(map(document_id, sorted({voice.path for voice in known})))
    for bond in _shared("name", near, ((path_of(d.id), listed(d.properties.get("world"))) for d in documents)):
        if not are_tied(bond.papers, found):
            found.append(bond)
    return found


def _shared(how: str, near: Nearby, told: Iterable[tuple[str, Iterable[str]]]) -> list[Bond]:
    papers: dict[str, set[str]] = {}
    for path, things in told:
        for thing in things:
            papers.setdefault(thing, set()).add(path)
    common = {thing: tuple(sorted(paths)) for thing, paths in papers.items() if len(paths) > 1}
    called = names_of(near, common)
    found = {(name, common[thing]) for thing, name in called.items()}
    return [Bond(how, name, paths) for name, paths in sorted(found, key=lambda pair: (-len(pair[1]), pair))]


def names_of(near: Nearby, ties: Iterable[str]) -> Mapping[str, str]:
    """The names of what a person is tied to, by id; what a post is about stands for the post, and has none."""
    return {
        node.id: str(node.properties["name"]) for node in near.some(t for t in sorted(ties) if not t.startswith("subject:"))
    }


def are_tied(papers: Iterable[str], found: Iterable[Bond]) -> bool:
    """Whether bonds tie these papers together, perhaps by way of others."""
    wanted, links = set(papers), [set(bond.papers) for bond in found]
    reached = {min(wanted)}
    while more := [link for link in links if link & reached and not link <= reached]:
        reached |= set().union(*more)
    return wanted <= reached
