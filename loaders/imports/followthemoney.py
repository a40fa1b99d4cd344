"""FollowTheMoney: people, organisations and what ties them together, an entity a line.

Source: followthemoney.tech, as OpenSanctions, OpenAleph and registers turned into it have it. Families, owners and addresses are left out.
"""

from collections.abc import Callable, Iterator
from functools import partial

from sederunt.graph.statement import Kind, Mention, Statement
from sederunt.loaders.document import Datum, Document
from sederunt.loaders.naming.seatroles import seat_role
from sederunt.loaders.naming.wording import is_body
from sederunt.loaders.records import Flaw, Records, every

_THINGS = ("Person", "Organization", "PublicBody", "Company", "LegalEntity", "Position")
_TIES = {
    "Membership": ("member", "organization"),
    "Directorship": ("director", "organization"),
    "Employment": ("employee", "employer"),
    "Occupancy": ("holder", "post"),
}
"""Kinds of ties, each with the properties that tell who, and to what."""


_KINDS: dict[str, Kind] = {"Person": "Person", "Position": "Post"}
"""What entities are that are no organisations; of those the name tells whether people meet in them."""


def accepts(document: Document) -> bool:
    """Whether a document holds entities of FollowTheMoney."""
    first = next(every(document.data), None)
    return first is not None and {"id", "schema", "properties"} <= first.fields.keys()


def read(document: Document, path: str) -> Iterator[Statement | Flaw]:
    """What its entities say; those that point to one in another file are joined to it by its identifier."""
    yield from _File(document).statements()


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
        self.entities = [one for one in every(document.data) if one.of("id") and one.fields.get("properties")]
        self.known = {one.of("id"): one for one in self.entities if one.of("schema") in _THINGS}

    def statements(self) -> Iterator[Statement | Flaw]:
        """Everything that they say."""
        told: dict[str, Callable[[Datum], Iterator[Statement | Flaw]]] = dict.fromkeys(_THINGS, self._thing)
        told |= {schema: partial(self._tie, ends) for schema, ends in _TIES.items()}
        for entity in self.entities:
            if make := told.get(entity.of("schema")):
                yield from make(entity)

    def _mention(self, id_: str, otherwise: str) -> Mention:
        """Somebody or something by its identifier; what it is if the file does not tell is ``otherwise``, a schema."""
        entity = self.known.get(id_)
        schema, name = (entity.of("schema"), _one(entity, "name")) if entity else (otherwise, "")
        kind = _KINDS.get(schema, "Body" if is_body(name) else "Organisation")
        return self.records.mention(kind, name or id_, id_)

    def _thing(self, entity: Datum) -> Iterator[Statement]:
        """Its names, and of a post the organisation in which it is."""
        id_ = entity.of("id")
        thing = self._mention(id_, "")
        names = list(dict.fromkeys(name for kind in ("name", "alias", "previousName") for name in _texts(entity, kind)))
        if not names:
            return
        parts = {"given_name": _one(entity, "firstName"), "family_name": _one(entity, "lastName")}
        proof = entity.fields["properties"].fields.get("name", entity)
        yield self.records.named(thing, proof, name=names[0], **(parts if thing.kind == "Person" else {}))
        for name in names[1:]:
            yield self.records.named(thing.model_copy(update={"text": name}), entity)
        for place in _texts(entity, "organization") if thing.kind == "Post" else ():
            yield self.records.linked(thing, "POST_IN", self._mention(place, "Organization"), entity)

    def _tie(self, ends: tuple[str, str], entity: Datum) -> Iterator[Statement | Flaw]:
        """A membership, directorship, employment or occupancy, of each of its people in each of its organisations."""
        people = (self._mention(id_, "Person") for id_ in _texts(entity, ends[0]))
        schema = "Position" if ends[1] == "post" else "Organization"
        places = [self._mention(id_, schema) for id_ in _texts(entity, ends[1])]
        for person in people:
            for place in places if person.kind == "Person" else ():
                yield from self._link(person, place, entity)

    def _link(self, person: Mention, place: Mention, entity: Datum) -> Iterator[Statement | Flaw]:
        time = yield from self.records.time(entity, _one(entity, "startDate"), _one(entity, "endDate"))
        schema, role = entity.of("schema"), _one(entity, "role", "position", "summary")
        title = role or ("Director" if schema == "Directorship" else "")
        if place.kind == "Post":
            yield self.records.linked(person, "HOLDS", place, entity, **time)
        elif place.kind == "Body":
            yield self.records.linked(person, "SITS_ON", place, entity, role=seat_role(role), role_text=role, **time)
        elif title and schema != "Membership":
            post = self.records.mention("Post", title, f"{place.key}#{title.casefold()}")
            yield self.records.linked(person, "HOLDS", post, entity, **time)
            yield self.records.linked(post, "POST_IN", place, entity)
        else:
            yield self.records.linked(person, "AFFILIATED_TO", place, entity, **time)
