"""Popolo files of an invented harbour: rows as statements, with the row's own words."""

import json

import pytest
from sederunt.graph.errors import PaperError
from sederunt.loaders.formats import json as form
from sederunt.loaders.load import read_document

HARBOUR = {
    "persons": [
        {"id": "1", "name": "Ann Hale", "given_name": "Ann", "family_name": "Hale", "email": "ann@harbour.example"},
        {"id": "2", "name": "Ben Moss", "other_names": [{"name": "Benjamin Moss"}]},
        {"id": "3", "name": "Cara Finch"},
    ],
    "organizations": [
        {"id": "o1", "name": "Tarn Harbour Board", "classification": "board"},
        {"id": "o2", "name": "Works Committee", "classification": "committee", "parent_id": "o1"},
        {"id": "p1", "name": "Harbour Party", "classification": "party"},
    ],
    "posts": [{"id": "h", "label": "Harbour Master", "organization_id": "o1"}],
    "areas": [{"id": "a", "name": "North Quay"}],
    "events": [{"id": "t1", "name": "First term", "start_date": "2006-05-01", "end_date": "2010-04-30"}],
    "memberships": [
        {"person_id": "1", "organization_id": "o1", "role": "Chairman", "start_date": "2010", "end_date": "2014-05",
         "on_behalf_of_id": "p1", "area_id": "a"},
        {"person_id": ["1", "3"], "organization_id": "o2", "role": "ex officio"},
        {"person_id": "3", "post_id": "h", "start_date": "2011-03-02"},
        {"person_id": "2", "organization_id": "o1", "role": "Vice-Chairman", "legislative_period_id": "t1"},
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def said():
    return statements(HARBOUR)


def statements(data, name="harbour.json"):
    return read_document(form.read(json.dumps(data, indent=1).encode(), name), name, "0" * 64).paper.statements


def links(said, link):
    return [(s.subject.label, s.object.label, s.values) for s in said if s.link == link]


def test_a_seat_has_its_role_time_area_and_party(said):
    assert links(said, "SITS_ON")[0] == (
        "Ann Hale",
        "Tarn Harbour Board",
        {
            "role": "chair",
            "role_text": "Chairman",
            "start": "2010",
            "end": "2014-05",
            "area": "North Quay",
            "on_behalf_of": "Harbour Party",
        },
    )


def test_a_row_may_name_several_people(said):
    on_works = [
        (who, values["role"], values["role_text"]) for who, body, values in links(said, "SITS_ON") if body == "Works Committee"
    ]
    assert on_works == [("Ann Hale", "member", "ex officio"), ("Cara Finch", "member", "ex officio")]


def test_a_post_is_held_and_stands_in_its_organisation(said):
    assert links(said, "HOLDS") == [("Cara Finch", "Harbour Master", {"start": "2011-03-02"})]
    assert links(said, "POST_IN") == [("Harbour Master", "Tarn Harbour Board", {})]


def test_a_term_of_office_gives_the_time(said):
    assert [values for who, _, values in links(said, "SITS_ON") if who == "Ben Moss"] == [
        {"role": "vice-chair", "role_text": "Vice-Chairman", "start": "2006-05-01", "end": "2010-04-30"}
    ]


def test_parts_and_parties_are_told(said):
    assert links(said, "PART_OF") == [("Works Committee", "Tarn Harbour Board", {})]
    assert ("Ann Hale", "Harbour Party") in [pair[:2] for pair in links(said, "AFFILIATED_TO")]


def test_rows_are_quoted_in_their_own_words_and_hold_no_contact_data(said):
    seat = next(s for s in said if s.link == "SITS_ON")
    assert '"role": "Chairman"' in seat.evidence.quote
    assert seat.evidence.locator.startswith("lines ")
    assert not any("@" in s.model_dump_json() for s in said)


def test_memberships_may_stand_inside_the_person():
    nested = {
        "persons": [{"id": "1", "name": "Ann Hale", "memberships": [{"organization_id": "o1", "role": "member"}]}],
        "organizations": [{"id": "o1", "name": "Tarn Harbour Board"}],
    }
    assert [pair[:2] for pair in links(statements(nested), "SITS_ON")] == [("Ann Hale", "Tarn Harbour Board")]


def test_a_file_of_memberships_alone_is_read():
    rows = [{"person_id": "ann-hale", "organization_id": "works", "label": "Ann Hale", "organization_name": "Works Committee"}]
    assert [pair[:2] for pair in links(statements(rows), "SITS_ON")] == [("Ann Hale", "Works Committee")]


def test_data_of_no_known_kind_says_so():
    with pytest.raises(PaperError, match=r"x\.json: this is no data of a kind that is known"):
        read_document(form.read(b'{"weather": "fine"}', "x.json"), "x.json", "0" * 64)


def test_an_event_of_a_body_on_one_day_is_its_meeting():
    sittings = [
        {"id": "e", "organization_id": "o2", "start_date": "1999-03-09T10:30:00", "attendees": [{"id": "3"}]},
        {"id": "t", "organization_id": "o2", "start_date": "1999-03-09", "end_date": "2003-05-01"},
    ]
    found = statements(HARBOUR | {"events": sittings})
    assert links(found, "MEETING_OF") == [("1999-03-09T10:30:00", "Works Committee", {})]
    assert links(found, "ATTENDED") == [("Cara Finch", "1999-03-09T10:30:00", {})]
    assert [s.values["date"] for s in found if s.subject.kind == "Meeting" and not s.link] == ["1999-03-09"]


def test_dates_are_put_right_and_what_is_none_is_told():
    row = {"person_id": "1", "organization_id": "o1", "start_date": "1999-06-08T00:00:00", "end_date": "some day"}
    data = json.dumps(HARBOUR | {"memberships": [row]}, indent=1).encode()
    reading = read_document(form.read(data, "harbour.json"), "harbour.json", "0" * 64)
    assert [values["start"] for *_, values in links(reading.paper.statements, "SITS_ON")] == ["1999-06-08"]
    assert "“some day” is no date that can be read" in reading.warnings[0]


def test_contact_data_is_in_no_name_identifier_or_quote():
    seat = {
        "person_id": "ann@pier.example",
        "organization_id": "o1",
        "contact_details": [{"type": "voice", "value": "555-0147-22"}],
    }
    rows = {
        "persons": [{"id": "ann@pier.example", "name": "Ann Hale", "email": "ann@pier.example"}],
        "organizations": [{"id": "o1", "name": "Pier Committee", "classification": "committee"}],
        "memberships": [seat],
    }
    paper = read_document(form.read(json.dumps(rows).encode(), "x.json"), "x.json", "0" * 64).paper
    assert {s.subject.key for s in paper.statements if s.subject.kind == "Person"} != {""}
    assert len({s.subject.key for s in paper.statements if s.subject.kind == "Person"}) == 1
    assert not any(told in paper.model_dump_json() for told in ("@", "0147"))


def warnings(data):
    reading = read_document(form.read(json.dumps(data, indent=1).encode(), "x.json"), "x.json", "0" * 64)
    return [warning.split(": ", 1)[1] for warning in reading.warnings]


def test_rows_that_a_membership_holds_whole_are_read():
    seat = {
        "role": "Chair",
        "person": {"id": "7", "name": "Eve Tarn"},
        "organization": {"id": "o9", "name": "Lock Committee", "classification": "committee"},
        "post": {
            "id": "k",
            "label": "Keeper of the Lock",
            "organization": {"name": "Tarn Navigation", "classification": "company"},
        },
    }
    said = statements({"memberships": [seat, {**seat, "role": "member", "person": {"name": "Fay Dale"}}]})
    assert links(said, "SITS_ON") == [
        ("Eve Tarn", "Lock Committee", {"role": "chair", "role_text": "Chair"}),
        ("Fay Dale", "Lock Committee", {"role": "member", "role_text": "member"}),
    ]
    assert [pair[:2] for pair in links(said, "HOLDS")] == [
        ("Eve Tarn", "Keeper of the Lock"),
        ("Fay Dale", "Keeper of the Lock"),
    ]
    assert len({s.subject.key for s in said if s.subject.text == "Eve Tarn"}) == 1


def test_a_name_is_put_together_of_its_parts_and_a_seat_has_the_area_of_its_post():
    rows = {
        "persons": [
            {
                "id": "n/1",
                "other_names": [
                    {"given_name": "Fay", "family_name": "Moss"},
                    {"note": "Main", "given_name": "Fay", "family_name": "Dale"},
                ],
            }
        ],
        "posts": [{"id": "n/p", "label": "Member for Tarn", "organization_id": "n/o", "area": {"name": "Tarn"}}],
        "organizations": [{"id": "n/o", "name": "Lake Assembly", "classification": "chamber"}],
        "memberships": [{"person_id": "n/1", "post_id": "n/p", "start_date": "2001-06-08"}],
    }
    assert links(statements(rows), "SITS_ON") == [
        ("Fay Dale", "Lake Assembly", {"role": "member", "start": "2001-06-08", "area": "Tarn"})
    ]


def test_the_rows_of_a_servers_answer_are_read():
    rows = {"total": 1, "page": 1, "result": [{"id": "1", "name": "Ann Hale", "given_name": "Ann"}]}
    assert [s.subject.text for s in statements(rows)] == ["Ann Hale"]


def test_what_is_not_understood_is_told_in_a_sentence_each():
    rows = {
        "persons": [{"id": "1", "name": "Ann Hale"}, {"id": "2", "birth_date": "1960"}],
        "organizations": [{"id": "o1", "name": "Lock Committee", "classification": "committee"}],
        "memberships": [
            {"person_id": "1", "organization_id": "o1", "legislative_period_id": "term/9"},
            {"person_id": "1", "organization_id": "gone"},
            {"person_id": "8", "organization_id": "o1"},
            {"person_id": "9", "organization_id": "o1"},
            {"person_id": "1", "role": "member"},
            {"organization_id": "o1", "member": {"@type": "Organization", "id": "o2"}},
        ],
        "motions": [{"text": "That the lock be kept."}],
    }
    assert sorted(warnings(rows)) == [
        "neither an organisation nor a post is told of this membership.",
        "no name is told of this person.",
        "no person is told whose membership this is.",
        "the organisation of this membership is in no list of the file and goes by its identifier.",
        "the person of this membership is in no list of the file (so in 2 rows, of which this is the first).",
        "the term of office of this membership is in no list of the file, so that it has no dates.",
        "what stands under “motions” is not read.",
    ]


def test_a_role_in_an_organisation_is_a_post_and_a_group_is_represented():
    rows = {
        "persons": [{"id": "1", "name": "Ann Hale"}],
        "organizations": [
            {"id": "m", "name": "Ministry of Tides", "classification": "ministry"},
            {"id": "c", "name": "Lock Committee", "classification": "committee"},
            {"id": "g", "name": "Group of the Quays", "classification": "parliamentary group"},
        ],
        "memberships": [
            {"person_id": "1", "organization_id": "m", "role": "Permanent Secretary", "start_date": "2019"},
            {"person_id": "1", "organization_id": "c", "on_behalf_of_id": "g"},
            {"person_id": "1", "organization_id": "c", "on_behalf_of_id": "Harbour"},
        ],
    }
    said = statements(rows)
    assert links(said, "HOLDS") == [("Ann Hale", "Permanent Secretary", {"start": "2019"})]
    assert [pair[:2] for pair in links(said, "POST_IN")] == [("Permanent Secretary", "Ministry of Tides")]
    assert [pair[:2] for pair in links(said, "REPRESENTS")] == [("Ann Hale", "Group of the Quays")]
    assert [pair[:2] for pair in links(said, "AFFILIATED_TO")] == [("Ann Hale", "Harbour")]
