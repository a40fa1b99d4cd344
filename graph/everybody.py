"""The people of a stored graph, each with all that is needed to compare them with one another."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sederunt.graph.build import known_in, listed
from sederunt.graph.claims import path_of
from sederunt.graph.kinds import PERSON
from sederunt.graph.model import Edge
from sederunt.graph.seen import Thing, over_time, seen
from sederunt.graph.sighting import Sighting
from sederunt.graph.store import Readable, own_properties
from sederunt.graph.things import name_key

_MENTIONED = f"""
MATCH (d:Document)-[m:MENTIONS]->(p:{PERSON})
WHERE m.mentions IS NOT NULL AND ($all OR p.id IN $ids)
RETURN d.id AS document, coalesce(d.date, '') AS day, d.world AS world, p.id AS person, p.name AS name, properties(m) AS edge
ORDER BY person, document"""
_AREAS = f"""
MATCH (p:{PERSON})-[r:SITS_ON|HOLDS]->(:Body|Post)
WHERE r.area IS NOT NULL AND ($all OR p.id IN $ids)
RETURN DISTINCT p.id AS person, r.area AS area
ORDER BY person, area"""


@dataclass(frozen=True)
class Somebody:
    """A person of a graph, as they can be compared with others."""

    id: str
    name: str
    papers: frozenset[str]
    """The paths of the papers that mention them."""
    mentions: frozenset[str]
    """The lasting names of their mentions."""
    ties: frozenset[str]
    """What papers link them to."""
    identified: bool
    """Whether an identifier tells who they are."""
    statements: int
    """How many statements speak of them, or may."""
    sightings: tuple[Sighting, ...]


def everybody(graph: Readable, ids: Iterable[str] | None = None) -> list[Somebody]:
    """The people of a graph whom papers know by a name, all or those with these ids, by id.

    Args:
        graph: where they are.
        ids: of whom; left out: of everybody.

    """
    wanted = {"all": ids is None, "ids": [] if ids is None else sorted(ids)}
    areas: dict[str, list[Thing]] = {}
    for person, area in graph.ask(_AREAS, wanted).rows:
        areas.setdefault(person, []).append(("area", name_key(area)))
    mentioned: dict[tuple[str, str], list[_Mentioned]] = {}
    for document, day, world, person, name, edge in graph.ask(_MENTIONED, wanted).rows:
        found = Edge(type="MENTIONS", start=document, end=person, properties=own_properties(edge))
        mentioned.setdefault((person, name), []).append(_Mentioned(found, day, tuple(world or ())))
    return [_somebody(person, name, papers, areas.get(person, ())) for (person, name), papers in mentioned.items()]


@dataclass(frozen=True)
class _Mentioned:
    """A paper that mentions somebody."""

    edge: Edge
    day: str
    world: tuple[str, ...]


def _somebody(person: str, name: str, papers: Sequence[_Mentioned], areas: Sequence[Thing]) -> Somebody:
    known = [(paper, one) for paper in papers for one in known_in(paper.edge)]
    return Somebody(
        id=person,
        name=name,
        papers=frozenset(path_of(paper.edge.start) for paper, _ in known),
        mentions=frozenset(mention for _, one in known for mention in one.mentions),
        ties=frozenset(tie for _, one in known for tie in one.ties),
        identified=any(one.identified for _, one in known),
        statements=len({name for paper in papers for name in listed(paper.edge.properties["statements"])}),
        sightings=over_time(s for paper, one in known for s in seen(one, paper.day, paper.world, areas)),
    )
