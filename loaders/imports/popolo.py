"""Popolo: people, organisations, posts, memberships and events in one file, or a file for each.

Source: popoloproject.com, as parliaments' open data and monitoring projects write it. Rows may be nested in the person or the
organisation that they belong to; a membership may name several people at once.
"""

import re
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Mapping

from sederunt.graph.statement import Kind, Mention, Statement
from sederunt.graph.things import is_plain, name_key
from sederunt.loaders.document import Datum, Document
from sederunt.loaders.naming.seatroles import seat_role
from sederunt.loaders.naming.wording import is_body
from sederunt.loaders.records import Flaw, Records, every
from sederunt.loaders.terms import told

_LISTS = ("persons", "organizations", "memberships", "posts")
_BODIES = re.compile(
    r"legislat|parliament|assembly|chamber|committee|commission|council|board|panel|group|delegation|caucus", re.IGNORECASE
)
_PARTIES = re.compile(r"party|faction|fraction|list", re.IGNORECASE)
_GLOBAL = re.compile(r"[\w.+-]+[:/].+|Q\d+|[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}")
"""An identifier that no other file uses for something else."""


def accepts(document: Document) -> bool:
    """Whether a document holds lists of Popolo, or one kind of its rows."""
    data = document.data
    return data is not None and (any(data.at(name) for name in _LISTS) or _kind_of_rows(data) != "")


def read(document: Document, path: str) -> Iterator[Statement | Flaw]:
    """What the rows say; ``path`` is where the file is, for identifiers that are good in it alone."""
    if document.data is not None:
        yield from _File(document, document.data, path).statements()


def _kind_of_rows(data: Datum) -> str:
    """Which list a file is that has one kind of rows and no name for it."""
    first = next(every(data)).fields if next(every(data), None) else {}
    if "person_id" in first and ("organization_id" in first or "post_id" in first):
        return "memberships"
    if "id" in first and "name" in first and ("memberships" in first or "classification" in first):
        return "organizations" if "classification" in first else "persons"
    return ""


class _File:
    """A Popolo file: its rows by their identifiers."""

    def __init__(self, document: Document, data: Datum, path: str) -> None:
        self.records = Records(document)
        self.path = path
        alone = _kind_of_rows(data)
        self.rows: dict[str, list[Datum]] = {
            name: list(every(data) if name == alone else data.at(name)) for name in (*_LISTS, "areas", "events")
        }
        self.people = _by_id(self.rows["persons"])
        self.organisations = _by_id(self.rows["organizations"])
        self.posts = _by_id(self.rows["posts"]) | {
            id_: post for row in self.rows["organizations"] for id_, post in _by_id(row.at("posts")).items()
        }
        self.areas, self.events = _by_id(self.rows["areas"]), _by_id(self.rows["events"])
        self.names = Counter(name_key(row.of("name")) for row in self.rows["organizations"] if row.of("name"))

    def statements(self) -> Iterator[Statement | Flaw]:
        """Everything that its rows say."""
        for row in self.rows["persons"]:
            yield from self._person(row)
        for row in self.rows["organizations"]:
            yield from self._organisation(row)
        for id_ in self.posts:
            yield from self._post(id_)
        for row in self.rows["events"]:
            yield from self._sitting(row)
        for row in self.rows["memberships"]:
            yield from self._membership(row, row.of("organization_id"))
        for row in self.rows["persons"]:
            for seat in row.at("memberships"):
                yield from self._membership(seat, seat.of("organization_id"), row.of("id"))
        for row in self.rows["organizations"]:
            for seat in row.at("memberships"):
                yield from self._membership(seat, row.of("id"))

    def _key(self, id_: str) -> str:
        return id_ if not id_ or _GLOBAL.fullmatch(id_) else f"{self.path}#{id_}"

    def _someone(self, id_: str, printed: str = "") -> Mention:
        row = self.people.get(id_)
        return self.records.mention("Person", row.of("name") if row else printed or id_, self._key(id_))

    def _person(self, row: Datum) -> Iterator[Statement]:
        if not row.of("name"):
            return
        person = self.records.mention("Person", row.of("name"), self._key(row.of("id")))
        parts = {
            "given_name": row.of("given_name"),
            "family_name": row.of("family_name"),
            "honorific": row.of("honorific_prefix"),
        }
        yield self.records.named(person, row.fields["name"], name=row.of("name"), **parts)
        for other in row.at("other_names"):
            if other.of("name") and row.of("id"):
                yield self.records.named(
                    self.records.mention("Person", other.of("name"), self._key(row.of("id"))), other.fields["name"]
                )

    def _place(self, id_: str, printed: str = "") -> Mention:
        """The body or organisation of an identifier.

        One that stands on its own, by a name that means something elsewhere, goes by it, so that papers may speak of it too.
        """
        row = self.organisations.get(id_)
        name = (row.of("name") if row else "") or printed or id_
        kind = _sort(name, row)
        alone = (
            row is not None
            and not row.of("parent_id")
            and self.names[name_key(name)] == 1
            and not is_plain(kind, name_key(name))
        )
        return self.records.mention(kind, name, "" if alone else self._key(id_))

    def _organisation(self, row: Datum) -> Iterator[Statement]:
        if not row.of("name"):
            return
        place = self._place(row.of("id"), row.of("name"))
        yield self.records.named(place, row.fields["name"], kind=row.of("classification").casefold())
        for other in row.at("other_names"):
            if other.of("name") and place.key:
                yield self.records.named(place.model_copy(update={"text": other.of("name")}), other.fields["name"])
        if parent := row.of("parent_id"):
            yield self.records.linked(place, "PART_OF", self._place(parent), row.fields["name"], row.fields["parent_id"])

    def _seat(self, id_: str) -> Mention:
        row = self.posts.get(id_)
        title = (row.of("label", "role", "name") if row else "") or id_
        return self.records.mention("Post", title, self._key(id_))

    def _post(self, id_: str) -> Iterator[Statement]:
        row = self.posts[id_]
        title = next((row.fields[name] for name in ("label", "role", "name") if row.of(name)), None)
        if title is not None and row.of("organization_id"):
            place = self._place(row.of("organization_id"))
            yield self.records.linked(self._seat(id_), "POST_IN", place, title, row.fields["organization_id"])

    def _membership(self, row: Datum, organisation: str, person: str = "") -> Iterator[Statement | Flaw]:
        """A membership: a seat on a body, a post, or what somebody belongs to; of each of its people if it names several."""
        people = [person] if person else _ids(row, "person_id")
        time = yield from self._time(row)
        for id_ in people:
            yield from self._links(self._someone(id_, row.of("label")), row, organisation, time)

    def _links(self, who: Mention, row: Datum, organisation: str, time: Mapping[str, str]) -> Iterator[Statement]:
        proof = (row, *(row.fields[name] for name in ("role", "start_date") if name in row.fields))
        area = self._name(self.areas, row, "area_id", "area")
        if post := row.of("post_id"):
            yield self.records.linked(who, "HOLDS", self._seat(post), *proof, **time, area=area)
            organisation = organisation or (self.posts[post].of("organization_id") if post in self.posts else "")
        party = row.of("on_behalf_of_id")
        if organisation:
            place = self._place(organisation, row.of("organization_name"))
            if place.kind == "Body":
                more = {"area": area, "on_behalf_of": self._place(party).label if party else ""}
                yield self.records.linked(
                    who, "SITS_ON", place, *proof, role=seat_role(row.of("role")), role_text=row.of("role"), **time, **more
                )
            elif not post:
                yield self.records.linked(who, "AFFILIATED_TO", place, *proof, **time)
        if party:
            yield self.records.linked(who, "AFFILIATED_TO", self._place(party), *proof, **time)

    def _time(self, row: Datum) -> Generator[Flaw, None, dict[str, str]]:
        """When a row begins and ends: as it says, else with the term of office that it names."""
        term = self.events.get(row.of("legislative_period_id"))
        start, end = (row.of(day) or (term.of(day) if term else "") for day in ("start_date", "end_date"))
        return (yield from self.records.time(row, start, end))

    def _sitting(self, row: Datum) -> Iterator[Statement]:
        """An event on one day that is of a body: a meeting, with those who came; others are terms of office."""
        place = self._place(row.of("organization_id")) if row.of("organization_id") else None
        days = {told(row.of(name)) for name in ("start_date", "end_date") if row.of(name)}
        day = next(iter(days), None) if len(days) == 1 else None
        if place is None or place.kind != "Body" or not day or len(day) != len("1998-05-07"):
            return
        meeting = self.records.mention("Meeting", row.of("start_date"), section=row.of("id"), body=place.label, date=day)
        status = "cancelled" if row.of("status").startswith("cancel") else "held"
        yield self.records.named(meeting, row, date=day, status=status, venue=row.of("location"))
        yield self.records.linked(meeting, "MEETING_OF", place, row)
        for attendee in row.at("attendees"):
            if id_ := attendee.of("id", "person_id") or attendee.text:
                yield self.records.linked(self._someone(id_, attendee.of("name")), "ATTENDED", meeting, row)

    def _name(self, known: Mapping[str, Datum], row: Datum, by_id: str, nested: str) -> str:
        found = known.get(row.of(by_id)) or row.fields.get(nested)
        return (found.of("name", "identifier") or found.text) if found else ""


def _by_id(rows: Iterable[Datum]) -> dict[str, Datum]:
    return {row.of("id"): row for row in rows if row.of("id")}


def _ids(row: Datum, name: str) -> list[str]:
    found = row.fields.get(name)
    return [] if found is None else [found.text] if found.text else [item.text for item in found.items if item.text]


def _sort(name: str, row: Datum | None) -> Kind:
    """What an organisation is: what its classification says, else its name."""
    said = row.of("classification") if row else ""
    if _PARTIES.search(said):
        return "Organisation"
    if _BODIES.search(said):
        return "Body"
    return "Organisation" if said else "Body" if is_body(name) or not row else "Organisation"
