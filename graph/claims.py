"""The record inside the graph: statements as nodes, from which the papers can be restored exactly."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from sederunt.graph.identity import REJECTED, Identity, Resolution, resolved
from sederunt.graph.kinds import DOCUMENT, MEETING, STATEMENT
from sederunt.graph.model import AnyGraph, Edge, Node, Value
from sederunt.graph.statement import Mention, Paper, Statement, digest, statement_name

_DECODER = json.JSONDecoder()
_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


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

    @cached_property
    def order(self) -> tuple[str, str, int, int]:
        """Where the claim stands among those of all papers: by date, then path, line and place."""
        return (self.paper.date, self.paper.path, self.statement.evidence.line or 0, self.place)

    @cached_property
    def inferred(self) -> bool:
        """Whether the paper implies rather than says it."""
        return self.statement.basis == "inferred" or self.subject.inferred or self.object.inferred

    @property
    def status(self) -> str:
        """``resolved``, ``open``, ``unresolved`` or ``rejected``: the worse of its two mentions."""
        found = {self.subject.status, self.object.status}
        return next((s for s in ("rejected", "unresolved", "open") if s in found), "resolved")

    @cached_property
    def mentions(self) -> tuple[tuple[Mention, Resolution], ...]:
        """Its mentions with what they mean."""
        subject, other = self.statement.subject, self.statement.object
        return ((subject, self.subject),) if other is None else ((subject, self.subject), (other, self.object))


def document_id(path: str) -> str:
    """The id of the document at a path."""
    return f"document:{path}"


def path_of(document: str) -> str:
    """The path of the document with an id."""
    return document.partition(":")[2]


def meant(claims: Iterable[Claim]) -> set[str]:
    """The things that claims speak of for certain."""
    return {name for claim in claims for _, meaning in claim.mentions for name in meaning.ids}


def speaks_of(claim: Claim, things: set[str]) -> bool:
    """Whether a claim speaks of one of these things for certain."""
    return not (things.isdisjoint(claim.subject.ids) and things.isdisjoint(claim.object.ids))


def linked(claims: Iterable[Claim]) -> set[str]:
    """The things from which claims make a link."""
    return {name for claim in claims if claim.statement.link for name in claim.subject.ids}


def may_mean(claim: Claim) -> set[str]:
    """The things that a claim speaks of, or may."""
    return {name for _, meaning in claim.mentions for name in (*meaning.ids, *meaning.candidates)}


def dated_meetings(claims: Iterable[Claim]) -> set[str]:
    """The meetings of which claims tell the date."""
    return {i for c in claims for m, meaning in c.mentions if m.kind == MEETING and m.date for i in meaning.ids}


def claims_of(papers: Iterable[Paper], identity: Identity) -> list[Claim]:
    """All claims of the papers; the same claim made twice in one place is two."""
    return [claim for paper in papers for claim in _claims(paper, identity)]


def _claims(paper: Paper, identity: Identity) -> list[Claim]:
    seen: Counter[str] = Counter()
    rejected = identity.rejected.get(paper.path, frozenset())
    found = []
    for place, statement in enumerate(paper.statements):
        raw = _raw(statement)
        subject, object_ = _meanings(paper.path, statement, identity)
        if rejected and statement_name(paper.path, statement) in rejected:
            subject, object_ = REJECTED, REJECTED
        name = f"statement:{digest(paper.path, raw, str(seen[raw]))}"
        seen[raw] += 1
        found.append(Claim(name, paper, place, statement, raw, subject, object_))
    return found


def _meanings(path: str, statement: Statement, identity: Identity) -> tuple[Resolution, Resolution]:
    other = statement.object
    return identity.of(path, statement.subject), resolved() if other is None else identity.of(path, other)


def _compact(value: object) -> str:
    return _ENCODER.encode(value)


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
        "claim": f"[{claim.place},{claim.raw}{_told(claim)}]",
    }
    return Node(id=claim.id, label=STATEMENT, properties={k: v for k, v in properties.items() if v is not None})


def _told(claim: Claim) -> str:
    """What the mentions mean, where the ids of one subject and one object do not tell it all."""
    meanings = [claim.subject, claim.object]
    if all(m.status == "resolved" and len(m.ids) < 2 and not m.inferred for m in meanings):
        return ""
    return f",{_compact([m.model_dump(mode='json', exclude_defaults=True) for m in meanings])}"


def claim_of(row: tuple[str, str, str, str | None], paper: Paper) -> Claim:
    """The claim of which a statement was made.

    Args:
        row: the properties ``id``, ``claim``, ``subject`` and ``object`` of its node.
        paper: the paper that it stands in; its statements are not looked at.

    """
    name, text, *ends = row
    place = text[1 : text.index(",")]
    start = len(place) + 2
    said, end = _DECODER.raw_decode(text, start)
    if text[end] == ",":
        subject, object_ = (Resolution.model_validate(meaning) for meaning in json.loads(text[end + 1 : -1]))
    else:
        subject, object_ = (resolved(*filter(None, (end,))) for end in ends)
    return Claim(name, paper, int(place), Statement.model_validate(said), text[start:end], subject, object_)


def document_node(paper: Paper, world: tuple[str, ...]) -> Node:
    """The node of a paper; ``world`` is what it names that other papers may name too."""
    properties: dict[str, Value] = {
        "name": paper.title or stem(paper.path),
        "aliases": (),
        "path": paper.path,
        "title": paper.title,
        "format": paper.format,
        "sha256": paper.sha256,
        "world": world,
    }
    return Node(
        id=document_id(paper.path), label=DOCUMENT, properties=properties | ({"date": paper.date} if paper.date else {})
    )


def stem(path: str) -> str:
    """The name of a file without its folders and its ending."""
    return path.rpartition("/")[2].rpartition(".")[0] or path.rpartition("/")[2]


def papers_from(graph: AnyGraph) -> list[Paper]:
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
    return header(node).model_copy(update={"statements": tuple(Statement.model_validate(raw) for _, raw, *_ in placed)})


def header(node: Node) -> Paper:
    """The paper of which a document was made, without its statements."""
    path, title, format_, sha256, date = (
        str(node.properties.get(key, "")) for key in ("path", "title", "format", "sha256", "date")
    )
    return Paper(path=path, title=title, format=format_, sha256=sha256, date=date)


def in_document(claim: Claim) -> Edge:
    """The edge from a claim to its document."""
    return Edge(type="IN_DOCUMENT", start=claim.id, end=document_id(claim.paper.path), properties={})
