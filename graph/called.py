"""Which things are one once papers come and go, and the stored papers that have to be read anew for it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sederunt.graph.build import key_of_id, listed, name_id
from sederunt.graph.claims import path_of
from sederunt.graph.model import Edge
from sederunt.graph.nearby import Nearby
from sederunt.graph.structures import Joined, Telling, join_things, telling_of, unplaced
from sederunt.graph.things import STRUCTURE, Things


@dataclass(frozen=True)
class Called:
    """How things are called when all is done."""

    joined: Joined
    papers: frozenset[str]
    """The paths of the stored papers in which something means another thing than before."""


def told_in(mentioned: Edge) -> tuple[str, ...]:
    """What a document tells of how a thing is called, from the edge that says that it mentions it."""
    return listed(mentioned.properties.get("told"))


def called_now(near: Nearby, drafts: Sequence[Things], gone: Iterable[Edge], touched: Collection[str]) -> Called:
    """Which things of coming papers are one, with each other and with those of stored papers that have to do with them.

    Args:
        near: the stored graph.
        drafts: the things of the papers that come, as each by itself knows them.
        gone: by what edges the papers that go mention things.
        touched: the paths of the papers that come and go.

    """
    coming = {t for things in drafts for t in things.tellings}
    before = {telling_of(text) for e in gone for text in told_in(e)}
    staying = set[Telling]()
    names = {things.local(root, kind) for things in drafts for root, kind in things.kinds.items() if kind in STRUCTURE}
    names |= {name for t in coming | before for name in t.ids}
    asked = set[str]()
    while new := names - asked:
        asked |= new
        for edge in _telling(near, new):
            told = {telling_of(text) for text in told_in(edge)}
            before |= told
            staying |= told if path_of(edge.start) not in touched else set()
            names |= {name for t in told for name in t.ids}
    now, then = join_things(coming | staying), join_things(before)
    other = {form for name in asked if now.tells(name) != then.tells(name) for form in (name, unplaced(name))}
    return Called(now, frozenset(_speaking(near, other | {then.final.get(name, name) for name in other}) - set(touched)))


def _telling(near: Nearby, names: Iterable[str]) -> list[Edge]:
    """The edges by which stored papers mention the things of which something is told under these ids."""
    found = near.edges_from([name_id(key_of_id(name)) for name in names], "NAMES")
    return [edge for edge in near.mentions({e.end for e in found}) if told_in(edge)]


def _speaking(near: Nearby, names: Iterable[str]) -> set[str]:
    """The paths of the stored papers that speak of these things or of their meetings."""
    things = sorted(names)
    bodies = [name for name in things if name.startswith("body:")]
    meetings = [meeting for body in bodies for meeting in near.sittings(body)]
    return {path_of(e.start) for e in near.mentions([*things, *meetings])}
