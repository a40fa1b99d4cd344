"""What resolution decides: for each mention of each paper, which things it means."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from sederunt.graph.model import Record
from sederunt.graph.names import PersonName
from sederunt.graph.statement import Mention

Status = Literal["resolved", "open", "unresolved"]


class Resolution(Record):
    """What a mention means: one thing, several (a group of people), or none.

    ``open``: the ``candidates`` fit and none was chosen. ``inferred``: the things are implied ("Quadrant Chairs"), not printed.
    """

    ids: tuple[str, ...] = ()
    status: Status = "resolved"
    candidates: tuple[str, ...] = ()
    inferred: bool = False


UNRESOLVED = Resolution(status="unresolved")


def resolved(*ids: str, inferred: bool = False) -> Resolution:
    """A mention that means these things."""
    return Resolution(ids=ids, inferred=inferred)


def chosen(ids: tuple[str, ...], *, inferred: bool = False) -> Resolution:
    """The only candidate; or all of them, left open; or nothing."""
    if len(ids) > 1:
        return Resolution(status="open", candidates=tuple(sorted(ids)))
    return resolved(*ids, inferred=inferred) if ids else UNRESOLVED


class Cluster(Record):
    """The mentions that mean one person, each as (path of its paper, lasting name of the mention)."""

    id: str
    mentions: tuple[tuple[str, str], ...]


class Known(Record):
    """A person as one paper knows them: all that is needed to compare them with the people of other papers."""

    mentions: tuple[str, ...]
    """The lasting names of their mentions, sorted."""
    names: tuple[PersonName, ...] = ()
    """Their names in full and with titles; none for those who are known by a short form only."""
    ties: tuple[str, ...] = ()
    """The bodies, organisations, units and posts that the paper links them to, and what their posts are about."""
    identified: bool = False
    """Whether an identifier tells who they are."""

    @property
    def id(self) -> str:
        """The id that they would have if there were no other paper."""
        return f"person:{self.mentions[0]}"

    @property
    def text(self) -> str:
        """Names and ties as they are kept in a graph."""
        names = [[n.honorific, n.given, n.middle, n.family] for n in self.names]
        return json.dumps([names, self.ties, *([True] if self.identified else [])], ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def of(cls, mentions: tuple[str, ...], text: str) -> "Known":
        """The person whose mentions and ``text`` these are; the text is empty where there are no names."""
        names, ties, *identified = json.loads(text) if text else ([], [])
        parts = ("honorific", "given", "middle", "family")
        known = tuple(PersonName(**dict(zip(parts, n, strict=True))) for n in names)
        return cls(mentions=mentions, names=known, ties=tuple(ties), identified=bool(identified))


class Misfit(Record):
    """Printed initials that cannot be those of the name they stand beside: a clerk's slip, kept and shown."""

    person: str
    path: str
    name: str
    initials: str


@dataclass(frozen=True)
class Identity:
    """Who and what is meant, for a set of papers."""

    resolutions: Mapping[tuple[str, Mention], Resolution] = field(default_factory=dict)
    clusters: tuple[Cluster, ...] = ()
    misfits: tuple[Misfit, ...] = ()
    sittings: Mapping[str, str] = field(default_factory=dict)
    """The id of the body of each meeting, where a paper tells it."""
    people: Mapping[tuple[str, str], Known] = field(default_factory=dict)
    """The people of each paper, by its path and who they are."""
    worlds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For the path of each paper, the bodies and organisations that it names and that others may name too."""

    def of(self, path: str, mention: Mention) -> Resolution:
        """What a mention of a paper means."""
        return self.resolutions.get((path, mention), UNRESOLVED)
