"""FollowTheMoney: people, organisations and what ties them together, an entity a line.

Source: followthemoney.tech, as OpenSanctions, OpenAleph and registers turned into it have it, entities inside others too. Families,
owners, addresses and whatever else is no structure are left out, and told.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from sederunt.graph.kinds import EDGES
from sederunt.graph.statement import Kind, Mention, Statement
from sederunt.loaders.document import Datum, Document
from sederunt.loaders.naming.seatroles import seat_role
from sederunt.loaders.naming.wording import is_body
from sederunt.loaders.records import Flaw, LeftOut, Records, every

_THINGS = ("Person", "Organization", "PublicBody", "Company", "LegalEntity", "Position")
_TIES = {
    "Membership": ("member", "organization"),
    "Directorship": ("director", "organization"),
    "Employment": ("employee", "employer"),
    "Occupancy": ("holder", "post"),
    "Representation": ("agent", "client"),
}
"""Kinds of ties, each with the properties that tell who, and to what."""


_PARTS = {"given_name": "firstName", "family_name": "lastName", "honorific": "title"}
_OVER = ("ended", "former", "past")


_LINKS = {"reports to": "REPORTS_TO", "heads": "HEADS"}
"""What an unknown link may be, by its role: Sederunt writes these."""
_CLASSES: dict[str, Kind] = {"body": "Body", "organisation": "Organisation", "unit": "Unit"}
"""What an organisation is, where Sederunt wrote it as its classification."""
_SEAT = "SITS_ON "
"""How Sederunt begins what it writes of the role of a seat."""
_KINDS: dict[str, Kind] = {"Person": "Person", "Position": "Post"}
"""What entities are that are no organisations; of those the name tells whether people meet in them."""


def accepts(document: Document) -> bool:
    """Whether a document holds entities of FollowTheMoney."""
    first = next(every(document.data), None)
    return first is not None and {"id", "schema", "properties"} <= first.fields.keys()


def read(document: Document, path: str) -> Iterator[Statement | Flaw]:
    """What its entities say; those that point to one in another file are joined to it by its identifier."""
    yield from _File(document).statements()


def _with_inner(entities: Iterable[Datum]) -> Iterator[Datum]:
    """Entities with those that stand inside them, whole, where others have an identifier."""
    for entity in entities:
        held = entity.fields.get("properties")
        if not held or not entity.of("id"):
            continue
        yield entity
        yield from _with_inner(item for values in held.fields.values() for item in values.items or (values,) if item.fields)


def _texts(entity: Datum, name: str) -> list[str]:
    """The values of a property; a nested entity stands for its identifier."""
    held = entity.fields["properties"].fields.get(name)
    return [] if held is None else [text for item in (held.items or (held,)) if (text := item.text or item.of("id"))]


def _one(entity: Datum, *names: str) -> str:
    return next((text for name in names for text in _texts(entity, name)), "")


class _File:
    """The entities of a file by their identifiers."""

    def __init__(self, document: Document) -> None:
        self.records = Records(document)
        self.left = LeftOut(self.records)
        self.entities = list(_with_inner(every(document.data)))
        self.known = {one.of("id"): one for one in self.entities if one.of("schema") in _THINGS}

    def statements(self) -> Iterator[Statement | Flaw]:
        """Everything that they say."""
        told: dict[str, Callable[[Datum], Iterator[Statement | Flaw]]] = dict.fromkeys(_THINGS, self._thing)
        told |= {schema: partial(self._tie, ends) for schema, ends in _TIES.items()} | {
            "Succession": self._succession,
            "UnknownLink": self._unknown,
            "Document": _nothing,
        }
        for entity in self.entities:
            if make := told.get(entity.of("schema")):
                yield from make(entity)
            else:
                self.left.note(f"entities of the kind {entity.of('schema')} are not read", entity)
        yield from self.left.told()

    def _mention(self, id_: str, otherwise: str) -> Mention:
        """Somebody or something by its identifier; what it is if the file does not tell is ``otherwise``, a schema."""
        entity = self.known.get(id_)
        schema, name = (entity.of("schema"), _one(entity, "name")) if entity else (otherwise, "")
        told = (_CLASSES[text] for text in (_texts(entity, "classification") if entity else ()) if text in _CLASSES)
        place: Kind = next(told, "Body" if is_body(name) else "Organisation")
        kind = _KINDS.get(schema, place)
        return self.records.mention(kind, name or id_, id_)

    def _thing(self, entity: Datum) -> Iterator[Statement]:
        """Its names, and of a post the organisation in which it is."""
        id_ = entity.of("id")
        thing = self._mention(id_, "")
        names = list(dict.fromkeys(name for kind in ("name", "alias", "previousName") for name in _texts(entity, kind)))
        if not names:
            self.left.note("no name is told of this entity", entity)
            return
        parts = {name: _one(entity, told) for name, told in _PARTS.items()}
        proof = entity.fields["properties"].fields.get("name", entity)
        seats = {"seats": _one(entity, "numberOfSeats")}
        kinds = {"kind": next((text for text in _texts(entity, "classification") if text not in _CLASSES), "")}
        more = parts if thing.kind == "Person" else seats if thing.kind == "Post" else kinds
        yield self.records.named(thing, proof, name=names[0], **more)
        for name in names[1:]:
            yield self.records.named(thing.model_copy(update={"text": name}), entity)
        for place in _texts(entity, "organization") if thing.kind == "Post" else ():
            yield self.records.linked(thing, "POST_IN", self._mention(place, "Organization"), entity)
        for whole in _texts(entity, "parent") if thing.kind in _CLASSES.values() else ():
            yield from self._between(thing, "PART_OF", self._mention(whole, "Organization"), entity)

    def _succession(self, entity: Datum) -> Iterator[Statement]:
        for old in _texts(entity, "predecessor"):
            for new in _texts(entity, "successor"):
                one, other = self._mention(old, "Organization"), self._mention(new, "Organization")
                yield from self._between(one, "REPLACED_BY", other, entity)

    def _unknown(self, entity: Datum) -> Iterator[Statement]:
        """A link whose role says what it is, and which can be between such things."""
        link = _LINKS.get(_one(entity, "role"), "")
        ends = [
            (self._mention(one, ""), self._mention(other, ""))
            for one in _texts(entity, "subject")
            for other in _texts(entity, "object")
        ]
        for one, other in ends:
            if link and one.kind in EDGES[link].starts and other.kind in EDGES[link].ends:
                yield self.records.linked(one, link, other, entity)
            else:
                self.left.note("what this entity ties together cannot be tied so", entity)

    def _between(self, one: Mention, link: str, other: Mention, entity: Datum) -> Iterator[Statement]:
        """What ties two organisations or bodies together; no organisation is part of a body."""
        if "Person" in (one.kind, other.kind) or (link == "PART_OF" and (one.kind, other.kind) == ("Organisation", "Body")):
            self.left.note("what this entity ties together cannot be tied so", entity)
        else:
            yield self.records.linked(one, link, other, entity)

    def _tie(self, ends: tuple[str, str], entity: Datum) -> Iterator[Statement | Flaw]:
        """A membership, directorship, employment or occupancy, of each of its people in each of its organisations."""
        told = [self._mention(id_, "Person") for id_ in _texts(entity, ends[0])]
        people = [one for one in told if one.kind == "Person"]
        schema = "Position" if ends[1] == "post" else "Organization"
        places = [self._mention(id_, schema) for id_ in _texts(entity, ends[1])]
        if len(people) < len(told):
            self.left.note(f"the {ends[0]} of this {entity.of('schema')} is no person", entity)
        if not told or not places:
            self.left.note(f"of this {entity.of('schema')} the {ends[1] if told else ends[0]} is not told", entity)
        for person in people:
            for place in places:
                yield from self._link(person, place, entity)

    def _link(self, person: Mention, place: Mention, entity: Datum) -> Iterator[Statement | Flaw]:
        time = yield from self.records.time(entity, _one(entity, "startDate"), _one(entity, "endDate"))
        if _one(entity, "status").casefold() in _OVER and not time["end"]:
            self.left.note(
                f"this {entity.of('schema')} is said to be over and not since when; it is kept without an end", entity
            )
        schema, role = entity.of("schema"), _one(entity, "role", "position", "summary")
        known = _one(entity, "recordId")
        seat = known.removeprefix(_SEAT) if known.startswith(_SEAT) else seat_role(role)
        title = role or ("Director" if schema == "Directorship" else "")
        if schema == "Representation":
            yield self.records.linked(person, "REPRESENTS", place, entity, **time)
        elif place.kind == "Post":
            yield self.records.linked(person, "HOLDS", place, entity, **time, area=_one(entity, "constituency"))
        elif place.kind == "Body":
            yield self.records.linked(person, "SITS_ON", place, entity, role=seat, role_text=role, **time)
        elif title and schema != "Membership":
            post = self.records.mention("Post", title, f"{place.key}#{title.casefold()}")
            yield self.records.linked(person, "HOLDS", post, entity, **time)
            yield self.records.linked(post, "POST_IN", place, entity)
        else:
            yield self.records.linked(person, "AFFILIATED_TO", place, entity, **time)


def _nothing(_: Datum) -> Iterator[Statement]:
    """Papers are no structure, and need not be told to be left out."""
    return iter(())
