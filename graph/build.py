"""From papers and the identity of what they mention to the graph: pure, and the same whatever the order of the papers.

The same code builds a whole graph and a part of one: the nodes of some things, and the edges that begin at some things.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from sederunt.graph.across import keys_of
from sederunt.graph.claims import Claim, claims_of, document_id, document_node, in_document, meant, papers_from, statement_node
from sederunt.graph.edges import Link, edge_of, links_of
from sederunt.graph.identity import Identity, Known, kept, known_by
from sederunt.graph.implied import with_implied, with_sittings
from sederunt.graph.kinds import ACTION, MEETING, NAME, PERSON
from sederunt.graph.model import Edge, Graph, Node, Value
from sederunt.graph.names import fold
from sederunt.graph.nodes import Shown, meeting_status, shown_things, structure_forms, thing_node
from sederunt.graph.statement import Paper
from sederunt.graph.structures import telling_of

__all__ = ["build", "papers_from"]

People = Mapping[tuple[str, str], Sequence[Known]]
"""By path of a paper and id: how that paper knows a person."""
Told = Mapping[tuple[str, str], Sequence[str]]
"""By path of a paper and id: what that paper tells of how a body, organisation or unit is called."""


@dataclass(frozen=True)
class Scope:
    """A part of a graph, with what has to be known of the rest.

    Every claim that speaks of a thing of the part must be at hand.
    """

    shown: Collection[str]
    """The things whose nodes and names are built."""
    starts: Collection[str]
    """The things whose edges are built, that is, those that begin there."""
    people: People
    """How papers know the people of this part."""
    sittings: Mapping[str, str]
    """The body of each meeting of this part, where a paper tells it."""
    held: Mapping[str, str] = field(default_factory=dict)
    """The body of each meeting outside this part that was held."""
    names: Mapping[str, str] = field(default_factory=dict)
    """The names of bodies outside this part."""
    told: Told = field(default_factory=dict)
    """What papers tell of how the bodies, organisations and units of this part are called."""


def build(papers: Sequence[Paper], identity: Identity) -> Graph:
    """The graph of these papers."""
    ordered = sorted(papers, key=lambda p: p.path)
    claims = claims_of(ordered, identity)
    everything = meant(claims)
    things = build_things(claims, Scope(everything, everything, identity.people, identity.sittings, told=identity.told))
    record = build_record(ordered, claims, identity)
    return Graph.of([*record.nodes, *things.nodes], [*record.edges, *things.edges])


def build_record(papers: Iterable[Paper], claims: Sequence[Claim], identity: Identity) -> Graph:
    """The documents of papers with all their statements, and what they speak of."""
    documents = [document_node(paper, identity.worlds.get(paper.path, ())) for paper in papers]
    edges = [*map(in_document, claims), *mentions(claims, identity.people, identity.told)]
    return Graph(nodes=(*documents, *map(statement_node, claims)), edges=tuple(edges))


def build_things(claims: Sequence[Claim], scope: Scope) -> Graph:
    """The nodes of things, their names, and the edges that begin at them."""
    things = shown_things(claims)
    links = _stated_links(claims, things, scope)
    held = dict(scope.held) | _held(links, things)
    nodes = _thing_nodes([things[i] for i in scope.shown if i in things], links, scope.names)
    names, naming = _names(nodes, claims, scope)
    edges = [*map(edge_of, with_implied(links, held)), *(e for e in _records(claims) if e.start in scope.starts)]
    return Graph(nodes=(*nodes, *names), edges=(*edges, *naming))


def sittings_now(claims: Sequence[Claim], scope: Scope) -> dict[str, str]:
    """The body of each meeting of a part that was held."""
    things = shown_things(claims)
    return _held(_stated_links(claims, things, scope), things)


def _stated_links(claims: Sequence[Claim], things: Mapping[str, Shown], scope: Scope) -> list[Link]:
    """The links that claims make from the things of a part, and whose sittings its meetings were."""
    leading = (claim for claim in claims if any(name in scope.starts for name in claim.subject.ids))
    links = [link for link in links_of(leading) if link.start in scope.starts]
    meetings = {i: thing for i, thing in things.items() if thing.label == MEETING and i in scope.starts}
    return with_sittings(links, meetings, scope.sittings, scope.shown | scope.names.keys())


def _held(links: Iterable[Link], things: Mapping[str, Shown]) -> dict[str, str]:
    """The body of each meeting that was held."""
    bodies = {link.start: link.end for link in links if link.type == "MEETING_OF"}
    return {i: body for i, body in bodies.items() if meeting_status(things[i]) == "held"}


def _thing_nodes(things: Sequence[Shown], links: Iterable[Link], known: Mapping[str, str]) -> list[Node]:
    """The nodes of things; bodies first, since meetings are called after them."""
    named = [thing_node(thing, {}) for thing in things if thing.label != MEETING]
    names = dict(known) | {n.id: str(n.properties["name"]) for n in named}
    bodies = {link.start: names[link.end] for link in links if link.type == "MEETING_OF"}
    return [*named, *(thing_node(thing, bodies) for thing in things if thing.label == MEETING)]


def _names(nodes: Iterable[Node], claims: Iterable[Claim], scope: Scope) -> tuple[list[Node], list[Edge]]:
    """The forms by which people, structures and posts are looked up, each with a statement that prints it."""
    blocks: dict[str, set[str]] = {}
    for (_, name), known in scope.people.items():
        blocks.setdefault(name, set()).update(key for person in known for key in keys_of(person))
    for (_, name), told in scope.told.items():
        blocks.setdefault(name, set()).update(keys_told(told))
    pairs = {(key, n.id) for n in nodes if n.label not in (MEETING, ACTION) for key in _keys(n) | blocks.get(n.id, set())}
    proof = first_printed(claims)
    edges = [
        Edge(type="NAMES", start=name_id(key), end=end, properties={"statements": (proof.get((key, end)) or proof[("", end)],)})
        for key, end in pairs
    ]
    return [Node(id=name_id(key), label=NAME, properties={"key": key}) for key in {key for key, _ in pairs}], edges


def keys_told(told: Iterable[str]) -> set[str]:
    """The names, with a mark before them that no name has, by which what was told of a thing is found."""
    return {key_of_id(name) for text in told for name in telling_of(text).ids}


def key_of_id(name: str) -> str:
    """The name by which what is told of the thing with an id is found."""
    return f"= {name}"


def name_id(key: str) -> str:
    """The id of the node of a name."""
    return f"name:{key}"


_folded = lru_cache(maxsize=1 << 16)(fold)


def first_printed(claims: Iterable[Claim]) -> dict[tuple[str, str], str]:
    """For each form of a thing, and for the thing itself under "", the first statement that speaks of it so."""
    found: dict[tuple[str, str], str] = {}
    for claim in sorted(claims, key=lambda c: (c.order, c.id)):
        for mention, meaning in claim.mentions:
            for end in meaning.ids:
                for key in {"", *map(_folded, (mention.text, mention.label, mention.initials))}:
                    found.setdefault((key, end), claim.id)
    return found


def _keys(node: Node) -> set[str]:
    own = node.properties
    texts = [own["name"], *listed(own["aliases"]), *listed(own.get("initials", ()))]
    if node.label == PERSON:
        texts += [f"{own.get('given_name', '')} {own.get('family_name', '')}", own.get("family_name", "")]
    return {key for text in texts if (key := fold(str(text)))}


def listed(value: object) -> tuple[str, ...]:
    """A property that is a list; nothing if there is none."""
    return tuple(map(str, value)) if isinstance(value, tuple) else ()


def mentions(claims: Iterable[Claim], people: People, told: Told) -> list[Edge]:
    """What each document speaks of: how many mentions, in which statements, how it knows a person and what it tells of a thing."""
    counts: Counter[tuple[str, str]] = Counter()
    seen = {(claim.paper.path, m, name) for claim in claims for m, meaning in claim.mentions for name in meaning.ids}
    counts.update((path, name) for path, _, name in seen)
    places: dict[tuple[str, str], dict[str, None]] = {}
    for claim in sorted(claims, key=lambda c: c.place):
        for _, meaning in claim.mentions:
            for name in (*meaning.ids, *meaning.candidates):
                places.setdefault((claim.paper.path, name), {})[claim.id] = None
    return [
        Edge(
            type="MENTIONS",
            start=document_id(path),
            end=name,
            properties={"count": count, "statements": tuple(places[path, name]), **_known(path, name, people, told)},
        )
        for (path, name), count in counts.items()
    ]


def _known(path: str, name: str, people: People, told: Told) -> dict[str, Value]:
    said = tuple(told.get((path, name), ()))
    return kept(people.get((path, name), ())) | ({"told": said} if said else {})


def known_in(mentioned: Edge) -> tuple[Known, ...]:
    """How a document knows the person whom an edge says that it mentions; nothing where it is no person."""
    return known_by(listed(mentioned.properties.get("mentions")), str(mentioned.properties.get("known", "")))


def _records(claims: Iterable[Claim]) -> list[Edge]:
    """Which papers are the minutes of which meetings."""
    own = {
        (name, document_id(claim.paper.path))
        for claim in claims
        for mention, meaning in claim.mentions
        if mention.kind == MEETING and mention.section == "this"
        for name in meaning.ids
    }
    return [Edge(type="RECORDED_IN", start=start, end=end, properties={}) for start, end in own]


def is_steady(node: Node, proofs: Mapping[str, Claim], before: Shown | None, after: Shown | None) -> bool:
    """Whether the node of a body, organisation or unit and its names stay, whatever some papers said of it and say now.

    It is so if they tell nothing but forms that other papers print, and no earlier than those.

    Args:
        node: as it is stored.
        proofs: by the id of each of its names, the claim of another paper that proves it.
        before: what the papers said of it.
        after: what they say now.

    """
    old, new, others = before or Shown(node.id), after or Shown(node.id), shown_things(proofs.values())[node.id]
    if any(value not in (None, "") for c in (*old.namings, *new.namings) for value in c.statement.values.values()):
        return False
    forms = set(structure_forms(new))
    if not forms <= {node.properties["name"], *listed(node.properties["aliases"])}:
        return False
    if not set(structure_forms(old)) <= {*forms, *structure_forms(others)}:
        return False
    found = first_printed([*proofs.values(), *(claim for _, claim in new.mentions)])
    return all((found.get((key.partition(":")[2], node.id)) or found["", node.id]) == c.id for key, c in proofs.items())
