"""What resolution decides: for each mention of each paper, which things it means."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from sederunt.graph.model import Record, Value
from sederunt.graph.names import PersonName
from sederunt.graph.statement import Mention

Status = Literal["resolved", "open", "unresolved", "rejected"]


class Resolution(Record):
    """What a mention means: one thing, several (a group of people), or none.

    ``open``: the ``candidates`` fit and none was chosen. ``rejected``: somebody judged that the paper does not say what was read.
    ``inferred``: the things are implied ("Quadrant Chairs"), not printed.
    """

    ids: tuple[str, ...] = ()
    status: Status = "resolved"
    candidates: tuple[str, ...] = ()
    inferred: bool = False


UNRESOLVED = Resolution(status="unresolved")
REJECTED = Resolution(status="rejected")


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
    def told(self) -> list[object]:
        """Names and ties as they are kept in a graph; nothing where there is neither name nor identifier."""
        names = [[n.honorific, n.given, n.middle, n.family] for n in self.names]
        return [names, self.ties, *([True] if self.identified else [])] if names or self.identified else []

    @classmethod
    def of(cls, mentions: Iterable[str], told: Sequence[Any]) -> "Known":
        """The person whose mentions and names and ties these are."""
        names, ties, *identified = told or ([], [])
        parts = ("honorific", "given", "middle", "family")
        known = tuple(PersonName(**dict(zip(parts, n, strict=True))) for n in names)
        return cls(mentions=tuple(mentions), names=known, ties=tuple(ties), identified=bool(identified))


def kept(people: Sequence[Known]) -> dict[str, Value]:
    """How a paper knows somebody, as it is kept in a graph: ``mentions``, and as JSON whatever else there is.

    They are several where by the paper alone they would be several people, and something else told that they are one.
    """
    if not people:
        return {}
    mentions = tuple(sorted(name for person in people for name in person.mentions))
    told = people[0].told if len(people) == 1 else {" ".join(p.mentions): p.told for p in people}
    found: dict[str, Value] = {"mentions": mentions}
    return found | ({"known": json.dumps(told, ensure_ascii=False, separators=(",", ":"))} if told else {})


def known_by(mentions: tuple[str, ...], known: str) -> tuple[Known, ...]:
    """How a paper knows somebody, from what was ``kept``."""
    told = json.loads(known) if known else []
    if isinstance(told, dict):
        return tuple(Known.of(names.split(), one) for names, one in told.items())
    return (Known.of(mentions, told),) if mentions else ()


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
    people: Mapping[tuple[str, str], tuple[Known, ...]] = field(default_factory=dict)
    """The people of each paper, by its path and who they are; several where only by other papers or a judgement they are one."""
    worlds: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """For the path of each paper, the bodies and organisations that it names and that others may name too."""

    rejected: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """For the path of a paper, the lasting names of those of its statements that it does not make."""
    told: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    """By path of a paper and id of a thing: what it tells of how that is called, as ``Telling.text`` has it."""

    def of(self, path: str, mention: Mention) -> Resolution:
        """What a mention of a paper means."""
        return self.resolutions.get((path, mention), UNRESOLVED)
