"""Turtle in the words of the W3C organization ontology (ORG): people, organisations, posts, memberships.

A link is there twice: as ORG has it, such as ``org:postIn``, and, so that it can be proved and dated, as a resource: an ``org:Membership``, an
``org:ChangeEvent``, else an ``rdf:Statement``. Each is ``prov:wasDerivedFrom`` the quote. That a post heads an organisation, for which ORG
has no word, is a statement of ``org:headOf``; whoever holds the post is said to be the head.
"""

import re
from collections.abc import Iterator
from importlib import import_module
from typing import TextIO
from urllib.parse import quote

from sederunt.graph.exchange import grouped, label_of
from sederunt.graph.kinds import BODY, DOCUMENT, ORGANISATION, PERSON, POST, UNIT
from sederunt.graph.lasting import Part, day, paper_of, part
from sederunt.graph.model import AnyGraph, Edge, Node
from sederunt.graph.portable import edge_id

_URN = "urn:sederunt:"
_WEB = re.compile(r"https?://[^\s<>\"{}|\\^`#%]+")
"""What data may have as an identifier that is an address on the web: it is kept."""
_PREFIXES = {
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_CLASSES = {
    PERSON: "foaf:Person",
    BODY: "org:Organization",
    ORGANISATION: "org:FormalOrganization",
    UNIT: "org:OrganizationalUnit",
    POST: "org:Post",
    DOCUMENT: "foaf:Document",
}
_PARTS = {"given_name": "foaf:givenName", "family_name": "foaf:familyName", "honorific": "foaf:title"}
_REPRESENTATIVE, _HEAD = "representative", "head"
_DATES = {
    4: ("time:inXSDgYear", "xsd:gYear"),
    7: ("time:inXSDgYearMonth", "xsd:gYearMonth"),
    10: ("time:inXSDDate", "xsd:date"),
}
_PLAIN = {"HOLDS": "org:holds", "POST_IN": "org:postIn", "REPORTS_TO": "org:reportsTo", "AFFILIATED_TO": "org:memberOf"}
_TOLD = {*_PLAIN, "SITS_ON", "REPRESENTS", "PART_OF", "HEADS", "REPLACED_BY"}
"""The links for which ORG has a word."""
_INVERSE = {"org:holds": "org:heldBy"}

Pair = tuple[str, str]
"""A predicate and an object, as Turtle."""


def write(graph: AnyGraph, out: TextIO) -> None:
    """Write what ORG has words for, a resource after the other."""
    told = _Told(part(graph, _CLASSES, _TOLD, _WEB))
    out.writelines(f"@prefix {name}: <{address}> .\n" for name, address in _PREFIXES.items())
    for subject, pairs in told.resources():
        out.write(f"\n{subject} " + " ;\n    ".join(f"{predicate} {object_}" for predicate, object_ in pairs) + " .\n")


class _Told:
    """The resources of a graph."""

    def __init__(self, graph: Part) -> None:
        self._literal = import_module("rdflib").Literal
        self._nodes = graph.nodes
        self._links = [edge for edge in graph.edges if _is_told(edge)]
        self._papers, self._ids = graph.papers, graph.ids
        self._roles: set[str] = set()
        self._kinds: set[str] = set()

    def resources(self) -> Iterator[tuple[str, list[Pair]]]:
        """Every resource with what is said of it."""
        said = self._said()
        for node in self._nodes:
            yield self._iri(node.id), [("a", _CLASSES[node.label]), *self._own(node), *said.get(node.id, ())]
        for edge in self._links:
            yield self._link(edge), [*self._statement(edge), ("prov:wasDerivedFrom", self._evidence(edge))]
        for name in sorted(self._roles):
            yield _urn("role", name), [("a", "org:Role"), ("skos:prefLabel", self._text(name))]
        for name in sorted(self._kinds):
            yield _urn("kind", name), [("a", "skos:Concept"), ("skos:prefLabel", self._text(name))]

    def _own(self, node: Node) -> Iterator[Pair]:
        own, aliases = node.properties, node.properties.get("aliases", ())
        if node.label == DOCUMENT:
            yield from (("dcterms:identifier", self._text(own["path"])), ("dcterms:title", self._text(own["title"])))
            if own.get("date"):
                yield "dcterms:date", self._text(own["date"])
            return
        yield ("foaf:name" if node.label == PERSON else "skos:prefLabel"), self._text(own["name"])
        yield from (("skos:altLabel", self._text(alias)) for alias in (aliases if isinstance(aliases, tuple) else ()))
        if node.label == PERSON:
            yield from ((word, self._text(own[name])) for name, word in _PARTS.items() if name in own)
        elif "kind" in own:
            self._kinds.add(str(own["kind"]))
            yield "org:classification", _urn("kind", str(own["kind"]))

    def _said(self) -> dict[str, list[Pair]]:
        """What the links say of each thing, as ORG has it."""
        holders = grouped((e for e in self._links if e.type == "HOLDS"), lambda edge: edge.end)
        pairs: list[tuple[str, Pair]] = []
        for edge in self._links:
            predicate = _predicate(edge)
            if edge.type == "HEADS":
                pairs += [(held.start, (predicate, self._iri(edge.end))) for held in holders.get(edge.start, ())]
                pairs.append((edge.start, ("org:role", self._role(_HEAD))))
            elif predicate:
                pairs.append((edge.start, (predicate, self._iri(edge.end))))
                pairs += [(edge.end, (_INVERSE[predicate], self._iri(edge.start)))] if predicate in _INVERSE else []
        return {id_: sorted({pair for _, pair in some}) for id_, some in grouped(pairs, lambda pair: pair[0]).items()}

    def _statement(self, edge: Edge) -> Iterator[Pair]:
        """What the link itself is."""
        start, end = self._iri(edge.start), self._iri(edge.end)
        if edge.type in ("SITS_ON", "REPRESENTS"):
            yield from (("a", "org:Membership"), ("org:member", start), ("org:organization", end))
            role = _REPRESENTATIVE if edge.type == "REPRESENTS" else str(edge.properties.get("role") or "member")
            yield "org:role", self._role(role)
            if edge.properties.get("role_text"):
                yield "skos:prefLabel", self._text(edge.properties["role_text"])
            yield from self._during(edge)
        elif edge.type == "REPLACED_BY":
            yield from (("a", "org:ChangeEvent"), ("org:originalOrganization", start), ("org:resultingOrganization", end))
        else:
            yield from (
                ("a", "rdf:Statement"),
                ("rdf:subject", start),
                ("rdf:predicate", _predicate(edge)),
                ("rdf:object", end),
            )
            if days := _days(edge):
                yield "dcterms:valid", self._text("/".join(days))

    def _during(self, edge: Edge) -> Iterator[Pair]:
        ends = zip(("time:hasBeginning", "time:hasEnd"), _days(edge), strict=False)
        moments = "".join(f" ; {word} [ a time:Instant ; {self._moment(moment)} ]" for word, moment in ends if moment)
        if moments:
            yield "org:memberDuring", f"[ a time:Interval{moments} ]"

    def _moment(self, moment: str) -> str:
        word, type_ = _DATES[len(moment)]
        return f'{word} "{moment}"^^{type_}'

    def _evidence(self, edge: Edge) -> str:
        own, paper = edge.properties, paper_of(edge, self._papers)
        said = (
            f"prov:value {self._text(own.get('quote', ''))} ; dcterms:bibliographicCitation {self._text(own.get('source', ''))}"
        )
        return f"[ a prov:Entity ; {said}{f' ; prov:wasQuotedFrom {self._iri(paper.id)}' if paper else ''} ]"

    def _role(self, name: str) -> str:
        self._roles.add(name)
        return _urn("role", name)

    def _link(self, edge: Edge) -> str:
        return _urn("link", edge_id(edge))

    def _iri(self, id_: str) -> str:
        told = self._ids[id_]
        if told == id_:
            prefix, _, rest = id_.partition(":")
            return f"<{rest}>" if _WEB.fullmatch(rest) else _urn(prefix, rest)
        return f"<{told}>"

    def _text(self, value: object) -> str:
        return str(self._literal(str(value)).n3())


def _is_told(edge: Edge) -> bool:
    """Whether ORG has a word for a link; posts have no change events there."""
    return not (edge.type == "REPLACED_BY" and POST in (label_of(edge.start), label_of(edge.end)))


def _predicate(edge: Edge) -> str:
    """The word that ORG has for a link; empty: it is no property there."""
    if edge.type == "PART_OF":
        is_unit_of = (label_of(edge.start), label_of(edge.end)) == (UNIT, ORGANISATION)
        return "org:unitOf" if is_unit_of else "org:subOrganizationOf"
    return "org:headOf" if edge.type == "HEADS" else _PLAIN.get(edge.type, "")


def _days(edge: Edge) -> tuple[str, ...]:
    """When a link began and ended; nothing where neither is told."""
    days = tuple(day(edge.properties.get(name, "")) for name in ("start", "end"))
    return days if any(days) else ()


def _urn(sort: str, rest: str) -> str:
    return f"<{_URN}{sort}:{quote(rest, safe=':/')}>"
