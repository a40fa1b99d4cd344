"""The record inside the graph: statements as nodes, from which the papers can be restored exactly."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sederunt.graph.identity import Identity, Resolution, resolved
from sederunt.graph.kinds import DOCUMENT, STATEMENT
from sederunt.graph.model import Edge, Graph, Node, Value
from sederunt.graph.statement import Mention, Paper, Statement, digest


@dataclass(frozen=True)
class Claim:
    """A statement of a paper with its id and what its mentions mean."""

    id: str
    paper: Paper
    place: int
    """Which statement of its paper it is, from 0."""
    statement: Statement
    raw: str
    """The statement whole, as JSON."""
    subject: Resolution
    object: Resolution

    @property
    def order(self) -> tuple[str, str, int, int]:
        """Where the claim stands among those of all papers: by date, then path, line and place."""
        return (self.paper.date, self.paper.path, self.statement.evidence.line or 0, self.place)

    @property
    def inferred(self) -> bool:
        """Whether the paper implies rather than says it."""
        return self.statement.basis == "inferred" or self.subject.inferred or self.object.inferred

    @property
    def status(self) -> str:
        """``resolved``, ``open`` or ``unresolved``: the worse of its two mentions."""
        found = {self.subject.status, self.object.status}
        return next((s for s in ("unresolved", "open") if s in found), "resolved")

    def mentions(self) -> list[tuple[Mention, Resolution]]:
        """Its mentions with what they mean."""
        other = self.statement.object
        return [(self.statement.subject, self.subject), *([(other, self.object)] if other is not None else [])]


def document_id(path: str) -> str:
    """The id of the document at a path."""
    return f"document:{path}"


def claims_of(papers: Iterable[Paper], identity: Identity) -> list[Claim]:
    """All claims of the papers; the same claim made twice in one place is two."""
    return [claim for paper in papers for claim in _claims(paper, identity)]


def _claims(paper: Paper, identity: Identity) -> list[Claim]:
    seen: Counter[str] = Counter()
    found = []
    for place, statement in enumerate(paper.statements):
        raw = _raw(statement)
        other = statement.object
        subject = identity.of(paper.path, statement.subject)
        object_ = resolved() if other is None else identity.of(paper.path, other)
        name = f"statement:{digest(paper.path, raw, str(seen[raw]))}"
        seen[raw] += 1
        found.append(Claim(name, paper, place, statement, raw, subject, object_))
    return found


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _raw(statement: Statement) -> str:
    return _compact(statement.model_dump(mode="json", exclude_defaults=True))


def statement_node(claim: Claim) -> Node:
    """The node of a claim; its property ``claim`` holds the statement whole, with its place among those of its paper."""
    said = claim.statement
    evidence = said.evidence
    properties: dict[str, Value | None] = {
        "quote": evidence.quote,
        "locator": evidence.locator,
        "line": evidence.line,
        "page": evidence.page,
        "slide": evidence.slide,
        "subject": next(iter(claim.subject.ids), ""),
        "link": said.link,
        "object": next(iter(claim.object.ids), None),
        "subject_text": said.subject.text or None,
        "object_text": (said.object.text if said.object else "") or None,
        "value": _compact(said.values) if said.values else None,
        "date": claim.paper.date or None,
        "basis": said.basis,
        "confidence": said.confidence,
        "status": claim.status,
        "candidates": tuple(sorted({*claim.subject.candidates, *claim.object.candidates})),
        "claim": f"[{claim.place},{claim.raw}]",
    }
    return Node(id=claim.id, label=STATEMENT, properties={k: v for k, v in properties.items() if v is not None})


def document_node(paper: Paper) -> Node:
    """The node of a paper."""
    properties: dict[str, Value] = {
        "name": paper.title or stem(paper.path),
        "aliases": (),
        "path": paper.path,
        "title": paper.title,
        "format": paper.format,
        "sha256": paper.sha256,
    }
    return Node(
        id=document_id(paper.path), label=DOCUMENT, properties=properties | ({"date": paper.date} if paper.date else {})
    )


def stem(path: str) -> str:
    """The name of a file without its folders and its ending."""
    return path.rpartition("/")[2].rpartition(".")[0] or path.rpartition("/")[2]


def papers_from(graph: Graph) -> list[Paper]:
    """The papers of which a graph was built, exactly as they were, by path."""
    said = {n.id: n for n in graph.nodes if n.label == STATEMENT}
    inside: dict[str, list[Node]] = {}
    for edge in graph.edges:
        if edge.type == "IN_DOCUMENT" and edge.start in said:
            inside.setdefault(edge.end, []).append(said[edge.start])
    documents = [n for n in graph.nodes if n.label == DOCUMENT]
    return sorted((_paper(n, inside.get(n.id, ())) for n in documents), key=lambda p: p.path)


def _paper(node: Node, statements: Sequence[Node]) -> Paper:
    placed = sorted((json.loads(str(n.properties["claim"])) for n in statements), key=lambda pair: int(pair[0]))
    facts = {key: str(node.properties.get(key, "")) for key in ("path", "title", "format", "sha256", "date")}
    return Paper(**facts, statements=tuple(Statement.model_validate(raw) for _, raw in placed))


def in_document(claim: Claim) -> Edge:
    """The edge from a claim to its document."""
    return Edge(type="IN_DOCUMENT", start=claim.id, end=document_id(claim.paper.path), properties={})
