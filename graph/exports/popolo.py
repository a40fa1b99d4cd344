"""Popolo JSON: people, organisations, posts, memberships and meetings, which load reads as data.

What stands as ``id`` is kept by ``load``: an identifier that data had, else the id in the graph. The id of a membership begins with the type
of its link. Bodies and units are organisations, told apart by their ids and their classification.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TextIO
from urllib.parse import quote

from sederunt.graph.exchange import grouped
from sederunt.graph.kinds import BODY, MEETING, ORGANISATION, PERSON, POST, UNIT
from sederunt.graph.lasting import Part, best, day, paper_of, part, proof
from sederunt.graph.model import AnyGraph, Edge, Node

_PLACES = (BODY, ORGANISATION, UNIT)
_MEMBERSHIPS = ("SITS_ON", "HOLDS", "REPRESENTS", "AFFILIATED_TO")
_LINKS = (*_MEMBERSHIPS, "PART_OF", "POST_IN", "MEETING_OF", "ATTENDED")
_REPRESENTATIVE = "representative"
_GLOBAL = re.compile(r"[\w.+-]+[:/][^#]+|Q\d+|[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}")
"""An identifier that means the same in every file."""

Row = dict[str, Any]


def write(graph: AnyGraph, out: TextIO) -> None:
    """Write the lists of Popolo, a row a line."""
    told = _Told(part(graph, (PERSON, *_PLACES, POST, MEETING), _LINKS, _GLOBAL, bare=("ATTENDED",)))
    lists: tuple[tuple[str, Iterable[Row]], ...] = (
        ("persons", map(told.person, told.nodes(PERSON))),
        ("organizations", map(told.organisation, told.nodes(*_PLACES))),
        ("posts", map(told.post, told.nodes(POST))),
        ("memberships", map(told.membership, sorted(told.memberships(), key=told.membership_id))),
        ("areas", ({"id": _area(name), "name": name} for name in told.areas())),
        ("events", told.events()),
    )
    for at, (name, rows) in enumerate(lists):
        out.write(f'{"," if at else "{"}\n"{name}": [')
        comma = ""
        for row in rows:
            out.write(f"{comma}\n{json.dumps(_filled(row), ensure_ascii=False)}")
            comma = ","
        out.write("\n]")
    out.write("\n}\n")


class _Told:
    """The rows of a graph."""

    def __init__(self, graph: Part) -> None:
        self._by_label = grouped(graph.nodes, lambda node: node.label)
        self._links = grouped(graph.edges, lambda edge: edge.type)
        self._ids, self._papers = graph.ids, graph.papers
        self._parents, self._seats = best(self._of("PART_OF")), best(self._of("POST_IN"))
        self._parties = _once((str(node.properties["name"]), self._ids[node.id]) for node in self.nodes(*_PLACES))

    def nodes(self, *labels: str) -> list[Node]:
        """The things of these kinds, by their identifiers."""
        found = (node for label in labels for node in self._by_label.get(label, ()))
        return sorted(found, key=lambda node: self._ids[node.id])

    def _of(self, type_: str) -> Iterable[Edge]:
        return self._links.get(type_, ())

    def person(self, node: Node) -> Row:
        own = node.properties
        return {
            "id": self._ids[node.id],
            "name": own["name"],
            "honorific_prefix": own.get("honorific"),
            "given_name": own.get("given_name"),
            "family_name": own.get("family_name"),
            "other_names": _names(node),
        }

    def organisation(self, node: Node) -> Row:
        part = self._parents.get(node.id)
        return {
            "id": self._ids[node.id],
            "name": node.properties["name"],
            "classification": node.properties.get("kind", node.label.lower()),
            "parent_id": part and self._ids[part.end],
            "other_names": _names(node),
            "sources": self._sources(part),
        }

    def post(self, node: Node) -> Row:
        place = self._seats.get(node.id)
        return {
            "id": self._ids[node.id],
            "label": node.properties["name"],
            "role": node.properties["name"],
            "organization_id": place and self._ids[place.end],
            "other_labels": _names(node),
            "sources": self._sources(place),
        }

    def memberships(self) -> Iterator[Edge]:
        """The links that are memberships; who speaks for a body would be taken for a member of it."""
        for type_ in _MEMBERSHIPS:
            for edge in self._of(type_):
                if type_ != "REPRESENTS" or not edge.end.startswith("body:"):
                    yield edge

    def membership(self, edge: Edge) -> Row:
        own, place, is_post = edge.properties, self._seats.get(edge.end), edge.type == "HOLDS"
        organisation = place and place.end if is_post else edge.end
        role = own.get("role_text") or own.get("role") if edge.type == "SITS_ON" else None
        return {
            "id": self.membership_id(edge),
            "person_id": self._ids[edge.start],
            "organization_id": organisation and self._ids[organisation],
            "post_id": self._ids[edge.end] if is_post else None,
            "role": _REPRESENTATIVE if edge.type == "REPRESENTS" else role,
            "on_behalf_of_id": self._parties.get(str(own.get("on_behalf_of", ""))),
            "area_id": _area(str(own["area"])) if own.get("area") else None,
            "start_date": day(own.get("start")),
            "end_date": day(own.get("end")),
            "sources": self._sources(edge),
        }

    def membership_id(self, edge: Edge) -> str:
        """The identifier of a membership: its kind, its ends and its role."""
        parts = (edge.type, self._ids[edge.start], self._ids[edge.end], str(edge.properties.get("role", "")))
        return " ".join(part.replace("%", "%25").replace(" ", "%20") for part in parts).rstrip()

    def areas(self) -> list[str]:
        """The names of the areas that memberships are for."""
        return sorted({str(edge.properties["area"]) for edge in self.memberships() if edge.properties.get("area")})

    def events(self) -> Iterator[Row]:
        """The meetings of which the day and the body are known."""
        bodies = best(self._of("MEETING_OF"))
        there = grouped(self._of("ATTENDED"), lambda edge: edge.end)
        names = {node.id: node.properties["name"] for node in self.nodes(PERSON)}
        for node in self.nodes(MEETING):
            own, body = node.properties, bodies.get(node.id)
            if body and len(day(own.get("date", ""))) == len("1998-05-07") and "date_end" not in own:
                yield {
                    "id": self._ids[node.id],
                    "name": own["name"],
                    "organization_id": self._ids[body.end],
                    "start_date": own["date"],
                    "location": own.get("venue"),
                    "status": own["status"],
                    "attendees": [
                        _filled({"id": self._ids[e.start], "name": names.get(e.start), "role": e.properties.get("role")})
                        for e in sorted(there.get(node.id, ()), key=lambda e: self._ids[e.start])
                    ],
                    "sources": self._sources(body),
                }

    def _sources(self, edge: Edge | None) -> list[Row]:
        if edge is None:
            return []
        paper = paper_of(edge, self._papers)
        return [_filled({"url": quote(str(paper.properties["path"])) if paper else None, "note": proof(edge)})]


def _names(node: Node) -> list[Row]:
    aliases = node.properties["aliases"]
    return [{"name": alias} for alias in aliases] if isinstance(aliases, tuple) else []


def _area(name: str) -> str:
    return f"area:{quote(name)}"


def _once(pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """What is named once only, by its name."""
    found = grouped(pairs, lambda pair: pair[0])
    return {name: same[0][1] for name, same in found.items() if len(same) == 1}


def _filled(row: Row) -> Row:
    return {name: value for name, value in row.items() if value not in (None, "", [])}
