"""FollowTheMoney, an entity a line: people, organisations, positions and ties, which load reads as data.

Values are as FollowTheMoney would clean them. An ``id`` is the identifier that data had, else that of the graph with what FollowTheMoney
allows in one. Of an organisation ``classification`` says first whether it is a body, an organisation or a unit; of a membership
``recordId`` is its kind and the role by which several are told apart. ``summary`` is the quote, ``description`` where it stands, ``proof`` the paper.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import TextIO

from sederunt.graph.exchange import grouped
from sederunt.graph.kinds import BODY, DOCUMENT, ORGANISATION, PERSON, POST, UNIT
from sederunt.graph.lasting import Part, day, paper_of, part
from sederunt.graph.model import AnyGraph, Edge, Node
from sederunt.graph.statement import digest

_TIES = {
    "SITS_ON": ("Membership", "member", "organization"),
    "AFFILIATED_TO": ("Membership", "member", "organization"),
    "HOLDS": ("Occupancy", "holder", "post"),
    "REPRESENTS": ("Representation", "agent", "client"),
    "REPLACED_BY": ("Succession", "predecessor", "successor"),
    "REPORTS_TO": ("UnknownLink", "subject", "object"),
    "HEADS": ("UnknownLink", "subject", "object"),
}
"""What each link is, and what it calls its ends."""
_SCHEMAS = {PERSON: "Person", BODY: "Organization", ORGANISATION: "Organization", UNIT: "Organization", POST: "Position"}
_ROLES = {"REPORTS_TO": "reports to", "HEADS": "heads"}
_ID = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?")
_LONGEST, _CUT = 200, 150
"""How long an id may be, and how much of a longer one is kept."""

Entity = dict[str, object]
Values = dict[str, Iterable[object]]


def write(graph: AnyGraph, out: TextIO) -> None:
    """Write the entities: things, papers, then ties."""
    told = _Told(part(graph, {*_SCHEMAS, DOCUMENT}, {*_TIES, "PART_OF", "POST_IN"}, _ID))
    for entities in (told.things(), told.documents(), told.ties()):
        out.writelines(f"{json.dumps(entity, ensure_ascii=False)}\n" for entity in entities)


class _Told:
    """The entities of a graph."""

    def __init__(self, graph: Part) -> None:
        self._papers = graph.papers
        self._links = grouped(graph.edges, lambda edge: edge.type)
        self._wholes = grouped(self._links.get("PART_OF", ()), lambda edge: edge.start)
        self._places = grouped(self._links.get("POST_IN", ()), lambda edge: edge.start)
        self._ids = {id_: _valid(key) for id_, key in graph.ids.items()}
        self._nodes = sorted(graph.nodes, key=lambda node: self._ids[node.id])

    def things(self) -> Iterator[Entity]:
        """People, organisations and positions."""
        for node in self._nodes:
            if node.label in _SCHEMAS:
                yield self._entity(node.id, _SCHEMAS[node.label], _named(node) | self._more(node))

    def _more(self, node: Node) -> Values:
        own = node.properties
        if node.label == PERSON:
            parts = {"title": "honorific", "firstName": "given_name", "lastName": "family_name"}
            return {name: [own.get(part)] for name, part in parts.items()}
        if node.label == POST:
            return {"organization": self._ends(self._places.get(node.id, ())), "numberOfSeats": [own.get("seats")]}
        classes = [node.label.lower(), own.get("kind")]
        return {"classification": classes, "parent": self._ends(self._wholes.get(node.id, ()))}

    def documents(self) -> Iterator[Entity]:
        """The papers."""
        for node in self._nodes:
            if node.label == DOCUMENT:
                own = node.properties
                values: Values = {"fileName": [own["path"]], "title": [own.get("title")], "date": [own.get("date")]}
                yield self._entity(node.id, "Document", values)

    def ties(self) -> Iterator[Entity]:
        """The links that FollowTheMoney has a word for; posts have no successors there."""
        edges = (edge for type_ in _TIES for edge in self._links.get(type_, ()))
        for edge in sorted(edges, key=self._tie_id):
            if edge.type != "REPLACED_BY" or not any(end.startswith("post:") for end in (edge.start, edge.end)):
                yield self._tie(edge)

    def _tie_id(self, edge: Edge) -> str:
        return f"link-{digest(edge.type, self._ids[edge.start], self._ids[edge.end], _clean(edge.key[-1]))}"

    def _tie(self, edge: Edge) -> Entity:
        schema, start, end = _TIES[edge.type]
        own, paper = edge.properties, paper_of(edge, self._papers)
        role = own.get("role_text") or own.get("role") if edge.type == "SITS_ON" else _ROLES.get(edge.type)
        ends = [self._ids[edge.start], self._ids[edge.end]]
        values: Values = {
            start: ends[:1],
            end: ends[1:],
            "role": [role],
            "recordId": [f"{edge.type} {edge.key[-1]}"] if edge.type == "SITS_ON" else [],
            "constituency": [own.get("area")] if schema == "Occupancy" else [],
            "startDate": [own.get("start")],
            "endDate": [own.get("end")],
            "summary": [own.get("quote")],
            "description": [own.get("source")],
            "proof": [self._ids[paper.id]] if paper else [],
        }
        return {"id": self._tie_id(edge), "schema": schema, "properties": _cleaned(values)}

    def _ends(self, edges: Iterable[Edge]) -> list[str]:
        return sorted(self._ids[edge.end] for edge in edges)

    def _entity(self, id_: str, schema: str, values: Values) -> Entity:
        return {"id": self._ids[id_], "schema": schema, "properties": _cleaned(values)}


def _named(node: Node) -> Values:
    aliases = node.properties.get("aliases", ())
    name = node.properties["name"]
    return {"name": [name if _clean(name) else node.id], "alias": aliases if isinstance(aliases, tuple) else ()}


def _cleaned(values: Values) -> dict[str, list[str]]:
    """The values as FollowTheMoney keeps them: no empty ones, no date that is none."""
    found = {
        name: [text for value in some if (text := _clean(value)) and (not name.lower().endswith("date") or day(text))]
        for name, some in sorted(values.items())
    }
    return {name: list(dict.fromkeys(texts)) for name, texts in found.items() if texts}


def _clean(value: object) -> str:
    """A text without characters that are no writing, and with one space between words."""
    text = unicodedata.normalize("NFC", str(value if value is not None else ""))
    return " ".join(
        "".join(" " if c.isspace() else c for c in text if c.isspace() or unicodedata.category(c)[0] != "C").split()
    )


def _valid(id_: str) -> str:
    """An id with nothing in it but what FollowTheMoney allows; one that has to be changed ends with a digest of it."""
    plain = re.sub(r"[^0-9a-zA-Z.-]", "-", id_.replace(":", "-", 1))
    fits = plain == id_.replace(":", "-", 1) and _ID.fullmatch(plain) and len(plain) <= _LONGEST
    return plain if fits else f"{plain[:_CUT].strip('-.') or 'x'}-{digest(id_)}"
