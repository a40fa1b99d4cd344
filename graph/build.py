"""From papers and the identity of what they mention to the graph: pure, and the same whatever the order of the papers."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sederunt.graph.claims import Claim, claims_of, document_id, document_node, in_document, papers_from, statement_node
from sederunt.graph.edges import Link, edge_of, links_of
from sederunt.graph.identity import Identity
from sederunt.graph.implied import with_implied, with_sittings
from sederunt.graph.kinds import ACTION, MEETING, NAME, PERSON
from sederunt.graph.model import Edge, Graph, Node
from sederunt.graph.names import fold
from sederunt.graph.nodes import Shown, meeting_status, shown_things, thing_node
from sederunt.graph.statement import Paper

__all__ = ["build", "papers_from"]


def build(papers: Sequence[Paper], identity: Identity) -> Graph:
    """The graph of these papers."""
    ordered = sorted(papers, key=lambda p: p.path)
    claims = claims_of(ordered, identity)
    things = shown_things(claims)
    links = with_implied(with_sittings(links_of(claims), things, identity.sittings), _held(things))
    nodes = _thing_nodes(things, links)
    names, naming = _names(nodes, claims)
    bookkeeping = [*map(in_document, claims), *_mentions(claims), *_records(claims), *naming]
    record = [*map(document_node, ordered), *map(statement_node, claims)]
    return Graph.of([*record, *nodes, *names], [*map(edge_of, links), *bookkeeping])


def _held(things: Mapping[str, Shown]) -> frozenset[str]:
    return frozenset(i for i, thing in things.items() if thing.label == MEETING and meeting_status(thing) == "held")


def _thing_nodes(things: Mapping[str, Shown], links: Iterable[Link]) -> list[Node]:
    """The nodes of things; bodies first, since meetings are called after them."""
    named = {i: thing_node(thing, {}) for i, thing in things.items() if thing.label != MEETING}
    bodies = {link.start: str(named[link.end].properties["name"]) for link in links if link.type == "MEETING_OF"}
    return [*named.values(), *(thing_node(thing, bodies) for thing in things.values() if thing.label == MEETING)]


def _names(nodes: Iterable[Node], claims: Iterable[Claim]) -> tuple[list[Node], list[Edge]]:
    """The forms by which people, structures and posts are looked up, each with a statement that prints it."""
    pairs = {(key, n.id) for n in nodes if n.label not in (MEETING, ACTION) for key in _keys(n)}
    proof = _printed(claims)
    edges = [
        Edge(
            type="NAMES", start=f"name:{key}", end=end, properties={"statements": (proof.get((key, end)) or proof[("", end)],)}
        )
        for key, end in pairs
    ]
    return [Node(id=f"name:{key}", label=NAME, properties={"key": key}) for key in {key for key, _ in pairs}], edges


def _printed(claims: Iterable[Claim]) -> dict[tuple[str, str], str]:
    """For each form of a thing, and for the thing itself under "", the first statement that speaks of it so."""
    found: dict[tuple[str, str], tuple[tuple[str, str, int, int], str]] = {}
    for claim in claims:
        for mention, meaning in claim.mentions():
            for end in meaning.ids:
                for key in ("", *map(fold, (mention.text, mention.label, mention.initials))):
                    first = found.get((key, end))
                    if first is None or (claim.order, claim.id) < first:
                        found[(key, end)] = (claim.order, claim.id)
    return {form: statement for form, (_, statement) in found.items()}


def _keys(node: Node) -> set[str]:
    own = node.properties
    texts = [own["name"], *_listed(own["aliases"]), *_listed(own.get("initials", ()))]
    if node.label == PERSON:
        texts += [f"{own.get('given_name', '')} {own.get('family_name', '')}", own.get("family_name", "")]
    return {key for text in texts if (key := fold(str(text)))}


def _listed(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, tuple) else ()


def _mentions(claims: Iterable[Claim]) -> list[Edge]:
    """How many mentions of each thing a document has."""
    seen = {(claim.paper.path, m, name) for claim in claims for m, meaning in claim.mentions() for name in meaning.ids}
    counts = Counter((path, name) for path, _, name in seen)
    return [
        Edge(type="MENTIONS", start=document_id(path), end=name, properties={"count": count})
        for (path, name), count in counts.items()
    ]


def _records(claims: Iterable[Claim]) -> list[Edge]:
    """Which papers are the minutes of which meetings."""
    own = {
        (name, document_id(claim.paper.path))
        for claim in claims
        for mention, meaning in claim.mentions()
        if mention.kind == MEETING and mention.section == "this"
        for name in meaning.ids
    }
    return [Edge(type="RECORDED_IN", start=start, end=end, properties={}) for start, end in own]
