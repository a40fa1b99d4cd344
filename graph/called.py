"""Which things are one once papers come and go, and the stored papers that have to be read anew for it."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sederunt.graph.build import key_of_id, listed, name_id
from sederunt.graph.claims import document_id, path_of
from sederunt.graph.joining import Joined, join_things
from sederunt.graph.judged import Judged
from sederunt.graph.model import Edge
from sederunt.graph.nearby import Nearby
from sederunt.graph.structures import Telling, telling_of, unplaced
from sederunt.graph.things import Things


@dataclass(frozen=True)
class Called:
    """How things are called when all is done."""

    joined: Joined
    papers: frozenset[str]
    """The paths of the stored papers in which something means another thing than before."""


def told_in(mentioned: Edge) -> tuple[str, ...]:
    """What a document tells of how a thing is called, from the edge that says that it mentions it."""
    return listed(mentioned.properties.get("told"))


@dataclass(frozen=True)
class Change:
    """What happens to a stored graph."""

    gone: Sequence[Edge]
    """By what the papers that go mention things."""
    touched: Collection[str]
    """The paths of the papers that come and go."""
    was: Judged
    """What people had decided."""
    judged: Judged
    """What they have decided when all is done."""


def called_now(near: Nearby, drafts: Sequence[Things], change: Change) -> Called:
    """Which things of coming papers are one, with each other and with those of stored papers that have to do with them.

    Args:
        near: the stored graph.
        drafts: the things of the papers that come, as each by itself knows them.
        change: what else happens.

    """
    coming = {t for things in drafts for t in things.tellings}
    before = {telling_of(text) for e in change.gone for text in told_in(e)}
    names = {name for things in drafts for name in things.locals()} | _ids(coming | before)
    asked, heard, staying = set[str](), set[str](), set[Telling]()
    while (new := names - asked) | (said := _said_with(coming | before, change.judged) - heard):
        asked |= new
        heard |= said
        for path, told in (*_telling(near, new), *_spoken(near, said, change.judged)):
            before |= told
            staying |= told if path not in change.touched else set()
            names |= _ids(told)
    now, then = join_things(coming | staying, change.judged), join_things(before, change.was)
    other = {form for name in asked if now.tells(name) != then.tells(name) for form in (name, unplaced(name))}
    papers = _speaking(near, other | {meant for name in other for meant in then.meant_by(name)})
    papers |= {v.path for v in now.voiced.keys() | then.voiced.keys() if now.voiced.get(v) != then.voiced.get(v)}
    return Called(now, frozenset(papers - set(change.touched)))


def _ids(told: Iterable[Telling]) -> set[str]:
    return {name for t in told for name in t.ids}


def _said_with(told: Iterable[Telling], judged: Judged) -> set[str]:
    """The mentions that are said to be one with those of which something is told here."""
    return {name for t in told if t.sort == "said" for name in judged.one.get(t.other, ())}


def _spoken(near: Nearby, mentions: Collection[str], judged: Judged) -> list[tuple[str, set[Telling]]]:
    """What stored papers mean by these mentions, by their paths."""
    documents = {document_id(judged.paths[name]) for name in mentions}
    edges = ((path_of(e.start), {telling_of(text) for text in told_in(e)}) for e in near.edges_from(documents, "MENTIONS"))
    return [(path, {t for t in told if t.sort == "said" and t.other in mentions}) for path, told in edges]


def _telling(near: Nearby, names: Iterable[str]) -> list[tuple[str, set[Telling]]]:
    """What stored papers tell of the things of which something is told under these ids, by their paths."""
    found = near.edges_from([name_id(key_of_id(name)) for name in names], "NAMES")
    edges = near.mentions({e.end for e in found})
    return [(path_of(e.start), {telling_of(text) for text in told}) for e in edges if (told := told_in(e))]


def _speaking(near: Nearby, names: Iterable[str]) -> set[str]:
    """The paths of the stored papers that speak of these things or of their meetings."""
    things = sorted(names)
    bodies = [name for name in things if name.startswith("body:")]
    meetings = [meeting for body in bodies for meeting in near.sittings(body)]
    return {path_of(e.start) for e in near.mentions([*things, *meetings])}
