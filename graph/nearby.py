"""What is around some nodes of a stored graph: the papers that stand there, and what speaks of a thing."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from sederunt.graph.build import listed
from sederunt.graph.claims import Claim, claim_of, document_id, header, path_of
from sederunt.graph.edges import label_of
from sederunt.graph.exchange import grouped
from sederunt.graph.kinds import EDGES, MEETING
from sederunt.graph.meetings import day_of
from sederunt.graph.model import Changes, Edge, Node
from sederunt.graph.statement import Paper
from sederunt.graph.store import SOUGHT, Readable, own_properties

_NODES = f"UNWIND $ids AS id MATCH (n:{{label}} {{{{id: id}}}}) {SOUGHT} RETURN n AS node"
_FROM = (
    f"UNWIND $ids AS id MATCH (n:{{label}} {{{{id: id}}}})-[r:{{type}}]->(b) {SOUGHT} "
    "RETURN type(r) AS type, n.id AS start, properties(r) AS edge, b.id AS end"
)
_TO = (
    f"UNWIND $ids AS id MATCH (n:{{label}} {{{{id: id}}}})<-[r:{{type}}]-(a) {SOUGHT} "
    "RETURN type(r) AS type, a.id AS start, properties(r) AS edge, n.id AS end"
)
_ANY = "|".join(EDGES)
"""Named, because a user may have joined what stands here to things of their own."""
_SAID = (
    f"UNWIND $ids AS id MATCH (n:{{label}} {{{{id: id}}}}) {SOUGHT} "
    "RETURN n.id AS id, n.claim AS claim, n.subject AS subject, n.object AS object"
)
_MET = "MATCH (m:Meeting) RETURN m.id AS id LIMIT 1"
_BEGINNING = "MATCH (m:Meeting) WHERE m.id STARTS WITH $beginning RETURN m.id AS id"


@dataclass
class Nearby:
    """What has been looked up in a stored graph so far; no node is asked for twice."""

    graph: Readable
    pending: Changes = field(default_factory=Changes)
    """What counts as done, whether the graph holds it yet or not."""
    nodes: dict[str, Node | None] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)
    """By id of the statement."""
    spoken: dict[str, list[Edge]] = field(default_factory=dict)
    """By id of the thing: the edges by which documents mention it."""

    def __post_init__(self) -> None:
        coming = (*self.pending.new_nodes, *self.pending.put_nodes)
        self.nodes |= {n.id: n for n in coming} | dict.fromkeys(n.id for n in self.pending.drop_nodes)

    def papers(self, paths: Iterable[str]) -> dict[str, list[Claim]]:
        """All claims of the papers at these paths, those that there are, in their order."""
        documents = [node.id for node in self.some(map(document_id, paths))]
        within = {e.start: e.end for e in self.edges_to(documents, "IN_DOCUMENT")}
        found: dict[str, list[Claim]] = {path_of(name): [] for name in documents}
        for claim in self.claims_in(within):
            found[claim.paper.path].append(claim)
        return {path: sorted(claims, key=lambda c: c.place) for path, claims in found.items()}

    def paper(self, path: str, claims: Iterable[Claim]) -> Paper:
        """A paper as it was loaded."""
        return header(self.some([document_id(path)])[0]).model_copy(update={"statements": tuple(c.statement for c in claims)})

    def about(self, things: Iterable[str]) -> list[Claim]:
        """Every claim that speaks of one of these things, or may."""
        return self.claims_in({name: e.start for e in self.mentions(things) for name in listed(e.properties["statements"])})

    def mentions(self, things: Iterable[str]) -> list[Edge]:
        """The edges by which documents mention these things."""
        wanted = list(dict.fromkeys(things))
        missing = {name: list[Edge]() for name in wanted if name not in self.spoken}
        for edge in self.edges_to(missing, "MENTIONS"):
            missing[edge.end].append(edge)
        self.spoken |= missing
        return [edge for name in wanted for edge in self.spoken[name]]

    def some(self, ids: Iterable[str]) -> list[Node]:
        """The nodes with these ids, those that there are."""
        wanted = list(dict.fromkeys(ids))
        missing = [name for name in wanted if name not in self.nodes]
        self.nodes |= dict.fromkeys(missing)
        for (own,) in self._ask(_NODES, missing):
            self.nodes[own["id"]] = Node(id=own["id"], label=label_of(own["id"]), properties=own_properties(own))
        return [node for name in wanted if (node := self.nodes[name])]

    def edges_from(self, ids: Iterable[str], type_: str = "") -> list[Edge]:
        """The edges that begin at these nodes, all or those of one type."""
        return self._edges(_FROM, set(ids), type_, self._beginning)

    def edges_to(self, ids: Iterable[str], type_: str) -> list[Edge]:
        """The edges of one type that end at these nodes."""
        return self._edges(_TO, set(ids), type_, self._ending)

    def sittings(self, body: str, date: str = "") -> list[str]:
        """The meetings whose ids say that they are sittings of a body, all or those of one day."""
        beginning = f"meeting:{body.partition(':')[2]}/{date}"
        stored = self.graph.ask(_BEGINNING, {"beginning": beginning}).rows if self._met else ()
        found = {name for (name,) in stored if self.nodes.get(name, name)} | {
            i for i in self._meetings if i.startswith(beginning)
        }
        return [name for name in sorted(found) if day_of(name) == (body, date or day_of(name)[1])]

    def claims_in(self, within: Mapping[str, str]) -> list[Claim]:
        """Claims, each with the id of the document in which it stands."""
        papers = {node.id: header(node) for node in self.some(within.values())}
        missing = [name for name in within if name not in self.claims]
        pending = [node for name in missing if (node := self.nodes.get(name))]
        rows = [(n.id, *(n.properties.get(own) for own in ("claim", "subject", "object"))) for n in pending]
        for row in (*rows, *self._ask(_SAID, set(missing) - {n.id for n in pending})):
            self.claims[row[0]] = claim_of((row[0], row[1], row[2], row[3]), papers[within[row[0]]])
        return [self.claims[name] for name in within]

    @cached_property
    def _met(self) -> bool:
        """Whether there is any meeting: data of thousands of bodies has none."""
        return bool(self.graph.ask(_MET).rows)

    @cached_property
    def _meetings(self) -> list[str]:
        """The meetings that are coming."""
        return [n.id for n in self.pending.new_nodes if n.label == MEETING]

    @cached_property
    def _coming(self) -> tuple[Edge, ...]:
        return (*self.pending.new_edges, *self.pending.put_edges)

    @cached_property
    def _beginning(self) -> dict[str, list[Edge]]:
        return grouped(self._coming, lambda e: e.start)

    @cached_property
    def _ending(self) -> dict[str, list[Edge]]:
        return grouped(self._coming, lambda e: e.end)

    @cached_property
    def _settled(self) -> set[tuple[str, str, str, str]]:
        """The edges of which not the graph tells whether they are there, and what they say."""
        return {e.key for e in (*self._coming, *self.pending.drop_edges)}

    def _edges(self, cypher: str, ids: set[str], type_: str, coming: Mapping[str, list[Edge]]) -> list[Edge]:
        found = (
            Edge(type=row[0], start=row[1], end=row[3], properties=own_properties(row[2]))
            for row in self._ask(cypher, ids, type_)
        )
        more = (e for name in ids for e in coming.get(name, ()) if type_ in ("", e.type))
        return [*(e for e in found if e.key not in self._settled), *more]

    def _ask(self, cypher: str, ids: Iterable[str], type_: str = "") -> Iterator[tuple[Any, ...]]:
        by_label: dict[str, list[str]] = {}
        for name in sorted(set(ids)):
            by_label.setdefault(label_of(name), []).append(name)
        for label, some in by_label.items():
            yield from self.graph.ask(cypher.format(label=label, type=type_ or _ANY), {"ids": some}).rows
