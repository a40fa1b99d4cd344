"""Entities of FollowTheMoney; the people and firms are invented."""

import json

from sederunt.loaders.formats import json as form
from sederunt.loaders.load import read_document


def entity(id_, schema, **properties):
    return {"id": id_, "schema": schema, "properties": {name: [value] for name, value in properties.items()}}


ENTITIES = [
    entity("p1", "Person", name="Ann Hale", firstName="Ann", lastName="Hale", email="ann@tarn.example"),
    entity("p2", "Person", name="Ben Moss", alias="Benjamin Moss"),
    entity("b1", "PublicBody", name="Tarn Harbour Board"),
    entity("c1", "Company", name="Tarn Dredging Ltd"),
    entity("q1", "Position", name="Harbour Master of Tarn", organization="b1"),
    entity("m1", "Membership", member="p1", organization="b1", role="Vice-chair", startDate="2014-03", endDate="2018-05-31"),
    entity("d1", "Directorship", director="p1", organization="c1", startDate="2011"),
    entity("e1", "Employment", employee="p2", employer="c1", role="Surveyor"),
    entity("o1", "Occupancy", holder="p2", post="q1", startDate="2019-01-07"),
    entity("f1", "Family", person="p1", relative="p2", relationship="cousin"),
]


def reading(entities):
    text = "\n".join(json.dumps(one) for one in entities)
    return read_document(form.read(text.encode(), "tarn.ftm.json"), "tarn.ftm.json", "0" * 64)


def read():
    return reading(ENTITIES).paper.statements


def test_ties_are_seats_posts_and_affiliations():
    assert [(s.subject.label, s.link, s.object.label, s.values) for s in read() if s.link] == [
        ("Harbour Master of Tarn", "POST_IN", "Tarn Harbour Board", {}),
        ("Ann Hale", "SITS_ON", "Tarn Harbour Board", {"role": "vice-chair", "role_text": "Vice-chair", "start": "2014-03", "end": "2018-05-31"}),
        ("Ann Hale", "HOLDS", "Director", {"start": "2011"}),
        ("Director", "POST_IN", "Tarn Dredging Ltd", {}),
        ("Ben Moss", "HOLDS", "Surveyor", {}),
        ("Surveyor", "POST_IN", "Tarn Dredging Ltd", {}),
        ("Ben Moss", "HOLDS", "Harbour Master of Tarn", {"start": "2019-01-07"}),
    ]  # fmt: skip


def test_identifiers_are_keys_and_other_names_are_kept():
    assert [(s.subject.key, s.subject.text) for s in read() if not s.link and s.subject.kind == "Person"] == [
        ("p1", "Ann Hale"), ("p2", "Ben Moss"), ("p2", "Benjamin Moss"),
    ]  # fmt: skip


def test_lines_are_quoted_and_hold_no_contact_data():
    said = read()
    seat = next(s for s in said if s.link == "SITS_ON")
    assert seat.evidence.locator == "line 6"
    assert '"startDate": ["2014-03"]' in seat.evidence.quote
    assert not any("@" in s.model_dump_json() for s in said)


def test_entities_inside_others_are_read():
    post = entity("q1", "Position", name="Harbour Master of Tarn", numberOfSeats="2")
    term = {"id": "o1", "schema": "Occupancy", "properties": {"holder": ["p2"], "post": [post], "status": ["current"]}}
    person = {"id": "p2", "schema": "Person", "properties": {"name": ["Ben Moss"], "positionOccupancies": [term]}}
    said = reading([person]).paper.statements
    assert [(s.subject.label, s.link, s.object and s.object.label, s.values.get("seats")) for s in said] == [
        ("Ben Moss", None, None, None),
        ("Ben Moss", "HOLDS", "Harbour Master of Tarn", None),
        ("Harbour Master of Tarn", None, None, "2"),
    ]


def test_organisations_have_parents_and_successors():
    said = reading([
        entity("b1", "PublicBody", name="Tarn Harbour Authority"),
        entity("b2", "PublicBody", name="Tarn Pilots Agency", parent="b1"),
        entity("s1", "Succession", predecessor="b2", successor="b1", date="2019"),
    ]).paper.statements  # fmt: skip
    assert [(s.subject.label, s.link, s.object.label) for s in said if s.link] == [
        ("Tarn Pilots Agency", "PART_OF", "Tarn Harbour Authority"),
        ("Tarn Pilots Agency", "REPLACED_BY", "Tarn Harbour Authority"),
    ]


def test_what_is_left_out_is_told_in_a_sentence_each():
    found = reading([
        *ENTITIES,
        entity("f2", "Family", person="p2", relative="p1"),
        entity("d2", "Directorship", director="c1", organization="b1"),
        entity("m2", "Membership", member="p1"),
        entity("o2", "Occupancy", holder="p1", post="q1", status="ended"),
    ])  # fmt: skip
    assert [warning.removeprefix("tarn.ftm.json, ") for warning in found.warnings] == [
        "line 10: entities of the kind Family are not read (so in 2 rows, of which this is the first).",
        "line 12: the director of this Directorship is no person.",
        "line 13: of this Membership the organization is not told.",
        "line 14: this Occupancy is said to be over and not since when; it is kept without an end.",
    ]
