"""People and committees of legislatures as Open States keeps them, a file for each, and the towns of a state in one.

Source: github.com/openstates/people, ``data/<state>/{legislature,committees,executive,municipalities,retired}/*.yml`` and
``data/<state>/municipalities.yml``.
"""

from collections.abc import Iterator
from functools import lru_cache

from sederunt.graph.lexicon import pairs
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.document import Datum, Document
from sederunt.loaders.naming.seatroles import seat_role
from sederunt.loaders.records import Flaw, LeftOut, Records, every

_PERSON, _ORGANISATION, _JURISDICTION = "ocd-person/", "ocd-organization/", "ocd-jurisdiction/"
_CHAMBERS = ("upper", "lower", "legislature")


def accepts(document: Document) -> bool:
    """Whether a document is a person or a committee of Open States, or its list of towns."""
    first = next(every(document.data), None)
    known = (_JURISDICTION,) if first is not document.data else (_PERSON, _ORGANISATION)
    return first is not None and first.of("id").startswith(known)


def read(document: Document, path: str) -> Iterator[Statement | Flaw]:
    """What the file says of its person with their seats and offices, of its committee with its members, or of its towns."""
    data, records = document.data, Records(document)
    if data is not None and (data.items or data.of("name")):
        says = _towns if data.items else _person if data.of("id").startswith(_PERSON) else _committee
        yield from says(records, data)
        yield from _left_out(records, data)
    elif data is not None:
        yield Flaw(records.evidence(data).locator, f"no name is told of {data.of('id')}; nothing was read of it.")


def _left_out(records: Records, data: Datum) -> Iterator[Flaw]:
    """What cannot be read of roles and members."""
    left = LeftOut(records)
    for row in data.at("roles"):
        if not row.of("type"):
            left.note("what kind of role this is, is not told; it is left out", row)
    for row in data.at("members"):
        if not row.of("name"):
            left.note("no name is told of this member, who is left out", row)
    yield from left.told()


def _towns(records: Records, data: Datum) -> Iterator[Statement]:
    for row in data.items:
        if row.of("name") and row.of("id"):
            state = _place(row.of("id")).rpartition(", ")[2]
            yield records.named(
                records.mention("Organisation", row.of("name"), row.of("id")), row, name=f"{row.of('name')}, {state}"
            )


def _person(records: Records, data: Datum) -> Iterator[Statement | Flaw]:
    person = records.mention("Person", data.of("name"), data.of("id"))
    names = {part: data.of(part) for part in ("given_name", "family_name")}
    yield records.named(person, data.fields["name"], name=data.of("name"), **names)
    for other in data.at("other_names"):
        if other.of("name"):
            yield records.named(records.mention("Person", other.of("name"), data.of("id")), other)
    for party in data.at("party"):
        if party.of("name"):
            yield records.linked(person, "AFFILIATED_TO", records.mention("Organisation", party.of("name")), party)
    parties = " / ".join(party.of("name") for party in data.at("party") if not party.of("end_date"))
    for role in data.at("roles"):
        yield from _role(records, person, role, parties)


def _role(records: Records, person: Mention, role: Datum, party: str) -> Iterator[Statement | Flaw]:
    """A seat in a chamber, or an office."""
    kind, where = role.of("type"), role.of("jurisdiction")
    days = yield from records.time(role, role.of("start_date"), role.of("end_date"))
    time = days | {"area": role.of("district")}
    if kind in _CHAMBERS:
        body = _chamber(records, kind, where)
        yield records.linked(person, "SITS_ON", body, role, role="member", role_text=kind, on_behalf_of=party, **time)
    elif kind:
        post = records.mention(
            "Post", kind, f"{where}#{kind}", name=kind.replace("lt_", "lieutenant ").replace("_", " ").capitalize()
        )
        yield records.linked(person, "HOLDS", post, role, **time)
        yield records.linked(post, "POST_IN", records.mention("Organisation", _place(where), where), role)


def _chamber(records: Records, kind: str, where: str) -> Mention:
    name = f"{_place(where)} legislature" + ("" if kind == "legislature" else f", {kind} chamber")
    return records.mention("Body", kind, f"{where}#{kind}", name=name)


@lru_cache(2**10)
def _place(jurisdiction: str) -> str:
    """The place of a jurisdiction in words: ``ocd-jurisdiction/country:us/state:me/place:bath/government`` is Bath, Maine."""
    pieces = dict(piece.split(":", 1) for piece in jurisdiction.split("/") if ":" in piece)
    state = pieces.get("state") or pieces.get("district") or pieces.get("territory") or ""
    wide = pairs("loaders", "us_states").get(state, state or "United States")
    near = next((name for sort, name in pieces.items() if sort in ("place", "county", "parish")), "")
    return f"{near.replace('_', ' ').title()}, {wide}" if near else wide


def _committee(records: Records, data: Datum) -> Iterator[Statement]:
    body = records.mention("Body", data.of("name"), data.of("id"))
    yield records.named(body, data.fields["name"], name=data.of("name"), kind=data.of("classification"))
    for other in data.at("other_names"):
        if other.of("name"):
            yield records.named(records.mention("Body", other.of("name"), data.of("id")), other)
    if parent := data.of("parent"):
        yield records.linked(body, "PART_OF", records.mention("Body", parent, parent), data.fields["parent"])
    elif data.of("chamber"):
        yield records.linked(
            body, "PART_OF", _chamber(records, data.of("chamber"), data.of("jurisdiction")), data.fields["chamber"]
        )
    for row in data.at("members"):
        if row.of("name"):
            member = records.mention("Person", row.of("name"), row.of("person_id"))
            yield records.linked(member, "SITS_ON", body, row, role=seat_role(row.of("role")), role_text=row.of("role"))
