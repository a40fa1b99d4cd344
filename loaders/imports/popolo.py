"""Popolo: people, organisations, posts, memberships and events in one file, or a file for each.

Source: popoloproject.com, as parliaments' open data and monitoring projects write it. Rows may be nested in the person or the
organisation that they belong to, or hold these whole; a membership may name several people at once; lists may be the result of a
query. What cannot be understood of a row is told.
"""

import re
from collections import Counter
from collections.abc import Generator, Iterable, Iterator, Mapping
from urllib.parse import unquote

from sederunt.graph.statement import Kind, Mention, Statement
from sederunt.graph.things import is_plain, name_key
from sederunt.loaders.document import Datum, Document
from sederunt.loaders.naming.seatroles import seat_role
from sederunt.loaders.naming.wording import is_body
from sederunt.loaders.records import Flaw, LeftOut, Records, every
from sederunt.loaders.tables import is_name
from sederunt.loaders.terms import told

_LISTS = ("persons", "organizations", "memberships", "posts")
_READ = (*_LISTS, "areas", "events")
_RESULTS = ("result", "results", "items", "objects")
"""Under which of these names an answer of a server has its rows."""
_ENDS = {"person": "persons", "organization": "organizations", "post": "posts", "on_behalf_of": "organizations"}
"""What a membership ties together: its name there, and the list in which it stands."""
_OF_PEOPLE = frozenset({"memberships", "given_name", "family_name", "other_names", "birth_date", "honorific_prefix"})
_BODIES = re.compile(
    r"legislat|parliament|assembly|chamber|committee|commission|council|board|panel|group|delegation|caucus", re.IGNORECASE
)
_KINDS: dict[str, Kind] = {"body": "Body", "organisation": "Organisation", "unit": "Unit"}
_PARTIES = re.compile(r"party|faction|fraction|list", re.IGNORECASE)
_GIVEN, _FAMILY = ("given_name", "given_names", "first_name"), ("family_name", "surname", "last_name")
_GLOBAL = re.compile(r"[\w.+-]+[:/].+|Q\d+|[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}")
"""An identifier that no other file uses for something else."""
_OURS = re.compile(r"(?P<kind>body|organisation|unit):.+", re.DOTALL)
"""The identifier of a place that Sederunt gave, in an export."""
_LINK = re.compile(r"(?P<link>SITS_ON|HOLDS|REPRESENTS|AFFILIATED_TO) [^ ]+ [^ ]+(?: (?P<role>[^ ]+))?")
"""The identifier of a membership that Sederunt gave."""


def accepts(document: Document) -> bool:
    """Whether a document holds lists of Popolo, or one kind of its rows."""
    data = document.data and _of_server(document.data)
    return data is not None and (any(data.at(name) for name in _LISTS) or _kind_of_rows(data) != "")


def read(document: Document, path: str) -> Iterator[Statement | Flaw]:
    """What the rows say; ``path`` is where the file is, for identifiers that are good in it alone."""
    if document.data is not None:
        yield from _File(document, _of_server(document.data), path).statements()


def _kind_of_rows(data: Datum) -> str:
    """Which list a file is that has one kind of rows and no name for it."""
    first = next(every(data)).fields if next(every(data), None) else {}
    if "person_id" in first and ("organization_id" in first or "post_id" in first):
        return "memberships"
    if "id" not in first or ("name" not in first and "label" not in first):
        return ""
    if "label" in first:
        return "posts" if "organization_id" in first else ""
    if "start_date" in first:
        return "events"
    return "organizations" if "classification" in first else "persons" if _OF_PEOPLE & first.keys() else ""


def _of_server(data: Datum) -> Datum:
    """The rows in the answer of a server; other data as it is."""
    return next((data.fields[name] for name in _RESULTS if data.at(name)), data)


class _File:
    """A Popolo file: its rows by their identifiers."""

    def __init__(self, document: Document, data: Datum, path: str) -> None:
        self.records = Records(document)
        self.left = LeftOut(self.records)
        self.path = path
        alone = _kind_of_rows(data)
        self.rows: dict[str, list[Datum]] = {name: list(every(data) if name == alone else data.at(name)) for name in _READ}
        self._unfold()
        self.people = _by_id(self.rows["persons"])
        self.organisations = _by_id(self.rows["organizations"])
        self.posts = _by_id(self.rows["posts"]) | {
            id_: post for row in self.rows["organizations"] for id_, post in _by_id(row.at("posts")).items()
        }
        self.areas, self.events = _by_id(self.rows["areas"]), _by_id(self.rows["events"])
        for name, held in data.fields.items() if not alone else ():
            for row in held.items if name not in _READ else ():
                self.left.note(f"what stands under “{name}” is not read", row)
        self.names = Counter(name_key(row.of("name")) for row in self.rows["organizations"] if row.of("name"))

    def _unfold(self) -> None:
        """Rows that stand whole in a membership are put where those stand to which others point."""
        known = {(name, row.of("id", "name")) for name in _LISTS for row in self.rows[name]}
        rows = [seat for name in _LISTS for one in self.rows[name] for seat in (one, *one.at("memberships"))]
        for end, name, row in ((end, name, row) for row in rows for end, name in _ENDS.items()):
            held = row.fields.get(end)
            if held and held.of("name", "label") and (name, held.of("id", "name")) not in known:
                known.add((name, held.of("id", "name")))
                self.rows[name].append(held)

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
        yield from self._memberships()
        yield from self.left.told()

    def _memberships(self) -> Iterator[Statement | Flaw]:
        for row in self.rows["memberships"]:
            yield from self._membership(row, _end(row, "organization"))
        for row in self.rows["persons"]:
            for seat in row.at("memberships"):
                yield from self._membership(seat, _end(seat, "organization"), row.of("id", "name"))
        for row in self.rows["organizations"]:
            for seat in row.at("memberships"):
                yield from self._membership(seat, row.of("id", "name"))

    def _key(self, id_: str) -> str:
        return id_ if not id_ or _GLOBAL.fullmatch(id_) else f"{self.path}#{id_}"

    def _someone(self, id_: str, printed: str = "") -> Mention:
        row = self.people.get(id_)
        return self.records.mention("Person", (_name(row) if row else printed) or id_, self._key(row.of("id") if row else id_))

    def _person(self, row: Datum) -> Iterator[Statement]:
        name = _name(row)
        if not name:
            self.left.note("no name is told of this person", row)
            return
        main = row if row.of("name") else _main(row)
        person = self.records.mention("Person", name, self._key(row.of("id")))
        parts = {
            "given_name": main.of(*_GIVEN),
            "family_name": main.of(*_FAMILY),
            "honorific": main.of("honorific_prefix"),
        }
        yield self.records.named(person, row.fields["name"] if row.of("name") else main, name=name, **parts)
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
            and not _OURS.fullmatch(id_)
            and not row.of("parent_id")
            and self.names[name_key(name)] == 1
            and not is_plain(kind, name_key(name))
        )
        return self.records.mention(kind, name, "" if alone else self._key(row.of("id") if row else id_))

    def _organisation(self, row: Datum) -> Iterator[Statement]:
        if not row.of("name"):
            return
        place = self._place(row.of("id", "name"), row.of("name"))
        yield self.records.named(place, row.fields["name"], kind=row.of("classification").casefold())
        for other in row.at("other_names"):
            if other.of("name") and place.key:
                yield self.records.named(place.model_copy(update={"text": other.of("name")}), other.fields["name"])
        if parent := row.of("parent_id"):
            yield self.records.linked(place, "PART_OF", self._place(parent), row.fields["name"], row.fields["parent_id"])

    def _seat(self, id_: str) -> Mention:
        row = self.posts.get(id_)
        title = (row.of("label", "role", "name") if row else "") or id_
        return self.records.mention("Post", title, self._key((row.of("id") if row else "") or id_))

    def _post(self, id_: str) -> Iterator[Statement]:
        row = self.posts[id_]
        title = next((row.fields[name] for name in ("label", "role", "name") if row.of(name)), None)
        if title is not None and (place_id := _end(row, "organization")):
            named = row.fields["organization_id"] if row.of("organization_id") else row.fields["organization"]
            yield self.records.linked(self._seat(id_), "POST_IN", self._place(place_id), title, named)
        if title is not None and row.of("id"):
            yield self.records.named(self._seat(id_), title)
            for other in row.at("other_labels"):
                if other.of("name"):
                    named_so = self._seat(id_).model_copy(update={"text": other.of("name")})
                    yield self.records.named(named_so, other.fields["name"])

    def _membership(self, row: Datum, organisation: str, person: str = "") -> Iterator[Statement | Flaw]:
        """A membership: a seat on a body, a post, or what somebody belongs to; of each of its people if it names several."""
        people = [person] if person else _ids(row, "person_id") or list(filter(None, [_end(row, "person")]))
        if not people:
            self.left.note("no person is told whose membership this is", row)
        if not organisation and not _end(row, "post"):
            self.left.note("neither an organisation nor a post is told of this membership", row)
        time = yield from self._time(row)
        name = row.of("person_name") or (row.of("label") if is_name(row.of("label")) else "")
        for id_ in people:
            if id_ in self.people or name or _GLOBAL.fullmatch(id_):
                yield from self._links(self._someone(id_, name), row, organisation, time)
            else:
                self.left.note("the person of this membership is in no list of the file", row)

    def _links(self, who: Mention, row: Datum, organisation: str, time: Mapping[str, str]) -> Iterator[Statement]:
        if ours := _LINK.fullmatch(row.of("id")):
            yield self._link(who, row, time, ours["link"], unquote(ours["role"] or ""))
            return
        proof = (row, *(row.fields[name] for name in ("role", "start_date") if name in row.fields))
        post, party = _end(row, "post"), _end(row, "on_behalf_of")
        seat = self.posts.get(post)
        area = self._name(self.areas, row, "area_id", "area") or (
            self._name(self.areas, seat, "area_id", "area") if seat else ""
        )
        if post:
            yield self.records.linked(who, "HOLDS", self._seat(post), *proof, **time, area=area)
            organisation = organisation or (_end(seat, "organization") if seat else "")
        if organisation:
            if (
                organisation not in self.organisations
                and not row.of("organization_name")
                and not _GLOBAL.fullmatch(organisation)
            ):
                self.left.note("the organisation of this membership is in no list of the file and goes by its identifier", row)
            place = self._place(organisation, row.of("organization_name"))
            if place.kind == "Body":
                more = {"area": area, "on_behalf_of": self._place(party).label if party else ""}
                yield self.records.linked(
                    who, "SITS_ON", place, *proof, role=seat_role(row.of("role")), role_text=row.of("role"), **time, **more
                )
            elif not post:
                yield from self._belongs(who, row.of("role"), place, proof, time)
        if party:
            group = (
                self._place(party)
                if party in self.organisations
                else self.records.mention("Organisation", party, self._key(party))
            )
            yield self.records.linked(who, "REPRESENTS" if group.kind == "Body" else "AFFILIATED_TO", group, *proof, **time)

    def _link(self, who: Mention, row: Datum, time: Mapping[str, str], link: str, role: str) -> Statement:
        """The one link that a membership is of which Sederunt wrote what it is."""
        proof = (row, *(row.fields[name] for name in ("role", "start_date") if name in row.fields))
        area = self._name(self.areas, row, "area_id", "area")
        if link == "HOLDS":
            return self.records.linked(who, link, self._seat(_end(row, "post")), *proof, **time, area=area)
        place, party = self._place(_end(row, "organization")), _end(row, "on_behalf_of")
        more = {"role": role, "role_text": row.of("role"), "area": area} if link == "SITS_ON" else {}
        if link == "SITS_ON" and party:
            more["on_behalf_of"] = self._place(party).label
        return self.records.linked(who, link, place, *proof, **time, **more)

    def _belongs(
        self, who: Mention, role: str, place: Mention, proof: tuple[Datum, ...], time: Mapping[str, str]
    ) -> Iterator[Statement]:
        """What somebody is in an organisation where nobody has a seat: the holder of a post, or no more than a member."""
        if not role or "member" in role.casefold():
            yield self.records.linked(who, "AFFILIATED_TO", place, *proof, **time)
            return
        key = f"{place.key}#{role.casefold()}" if place.key else ""
        post = self.records.mention("Post", role, key, within=place.text)
        yield self.records.linked(who, "HOLDS", post, *proof, **time)
        yield self.records.linked(post, "POST_IN", place, *proof)

    def _time(self, row: Datum) -> Generator[Flaw, None, dict[str, str]]:
        """When a row begins and ends: as it says, else with the term of office that it names."""
        period = row.of("legislative_period_id")
        term = self.events.get(period)
        if period and not term and not row.of("start_date", "end_date"):
            self.left.note("the term of office of this membership is in no list of the file, so that it has no dates", row)
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
        said = row.of("status")
        status = "cancelled" if said.startswith("cancel") else "planned" if said == "planned" else "held"
        yield self.records.named(meeting, row, date=day, status=status, venue=row.of("location"))
        yield self.records.linked(meeting, "MEETING_OF", place, row)
        for attendee in row.at("attendees"):
            if id_ := attendee.of("id", "person_id") or attendee.text:
                who = self._someone(id_, attendee.of("name"))
                yield self.records.linked(who, "ATTENDED", meeting, row, role=attendee.of("role"))

    def _name(self, known: Mapping[str, Datum], row: Datum, by_id: str, nested: str) -> str:
        found = known.get(row.of(by_id)) or row.fields.get(nested)
        return (found.of("name", "identifier") or found.text) if found else ""


def _by_id(rows: Iterable[Datum]) -> dict[str, Datum]:
    return {row.of("id", "name", "label"): row for row in rows if row.of("id", "name", "label")}


def _end(row: Datum, end: str) -> str:
    """The identifier of the person, organisation or post that a row names or holds whole; its name where it has none."""
    held = row.fields.get(end)
    return row.of(f"{end}_id") or (held.of("id", "name", "label") if held else "")


def _name(person: Datum) -> str:
    """The name of a person; put together of its parts where it is not told whole."""
    main = _main(person)
    parts = " ".join(filter(None, (main.of(*_GIVEN), main.of(*_FAMILY))))
    return person.of("name") or main.of("name") or parts


def _main(person: Datum) -> Datum:
    """Of the names of a person the one that is said to be the main one, else the first; the person's own where there is none."""
    names = person.at("other_names")
    return next((one for one in names if one.of("note").casefold() == "main"), next(iter(names), person))


def _ids(row: Datum, name: str) -> list[str]:
    found = row.fields.get(name)
    return [] if found is None else [found.text] if found.text else [item.text for item in found.items if item.text]


def _sort(name: str, row: Datum | None) -> Kind:
    """What an organisation is: what its identifier says, if Sederunt gave it, or its classification, else its name."""
    if row and (ours := _OURS.fullmatch(row.of("id"))):
        return _KINDS[ours["kind"]]
    said = row.of("classification") if row else ""
    if _PARTIES.search(said):
        return "Organisation"
    if _BODIES.search(said):
        return "Body"
    return "Organisation" if said else "Body" if is_body(name) or not row else "Organisation"
