"""What resolution decides: for each mention of each paper, which things it means."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from sederunt.graph.model import Record
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

    def of(self, path: str, mention: Mention) -> Resolution:
        """What a mention of a paper means."""
        return self.resolutions.get((path, mention), UNRESOLVED)
