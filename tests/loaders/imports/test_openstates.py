"""Legislators and committees as Open States keeps them; the people are invented."""

from sederunt.loaders.formats import yaml
from sederunt.loaders.load import read_document

PERSON = """id: ocd-person/00000000-0000-0000-0000-000000000001
name: Ann R. Hale
given_name: Ann
family_name: Hale
email: ann.hale@state.example
party:
- name: Harbour
roles:
- type: lower
  jurisdiction: ocd-jurisdiction/country:us/state:me/government
  district: '12'
  start_date: 2014-12-03
  end_date: '2018-12-05'
- type: mayor
  jurisdiction: ocd-jurisdiction/country:us/state:me/place:fern_hill/government
  end_date: '2020-01-31'
other_names:
- name: A. Hale
"""
COMMITTEE = """id: ocd-organization/00000000-0000-0000-0000-000000000002
jurisdiction: ocd-jurisdiction/country:us/state:me/government
classification: committee
name: Ports and Piers
chamber: lower
members:
- name: Ann Hale
  role: ranking member
  person_id: ocd-person/00000000-0000-0000-0000-000000000001
- name: Ben Moss
  role: co-vice chair
"""


def reading(text):
    return read_document(yaml.read(text.encode(), "x.yml"), "x.yml", "0" * 64)


def told(text):
    said = reading(text).paper.statements
    return [(s.subject.label, s.link, s.object.label if s.object else None, s.values) for s in said]


def test_a_person_has_seats_offices_names_and_a_party():
    assert told(PERSON) == [
        ("Ann R. Hale", None, None, {"name": "Ann R. Hale", "given_name": "Ann", "family_name": "Hale"}),
        ("A. Hale", None, None, {}),
        ("Ann R. Hale", "AFFILIATED_TO", "Harbour", {}),
        (
            "Ann R. Hale",
            "SITS_ON",
            "Maine legislature, lower chamber",
            {
                "role": "member",
                "role_text": "lower",
                "on_behalf_of": "Harbour",
                "start": "2014-12-03",
                "end": "2018-12-05",
                "area": "12",
            },
        ),
        ("Ann R. Hale", "HOLDS", "Mayor", {"end": "2020-01-31"}),
        ("Mayor", "POST_IN", "Fern Hill, Maine", {}),
    ]


def test_a_committee_has_its_chamber_and_members():
    assert told(COMMITTEE) == [
        ("Ports and Piers", None, None, {"name": "Ports and Piers", "kind": "committee"}),
        ("Ports and Piers", "PART_OF", "Maine legislature, lower chamber", {}),
        ("Ann Hale", "SITS_ON", "Ports and Piers", {"role": "member", "role_text": "ranking member"}),
        ("Ben Moss", "SITS_ON", "Ports and Piers", {"role": "vice-chair", "role_text": "co-vice chair"}),
    ]


def test_the_towns_of_a_state_have_the_names_that_are_printed():
    rows = "- name: St. Anne-by-Sea\n  id: ocd-jurisdiction/country:us/state:me/place:saint_anne_by_sea/government\n"
    assert told(rows) == [("St. Anne-by-Sea", None, None, {"name": "St. Anne-by-Sea, Maine"})]


def test_what_has_no_name_or_kind_is_told():
    nameless = COMMITTEE.replace("name: Ben Moss\n  role:", "role:")
    assert reading(nameless).warnings == ("x.yml, line 10: no name is told of this member, who is left out.",)
    kindless = PERSON.replace("type: mayor\n  jurisdiction", "jurisdiction")
    assert reading(kindless).warnings == ("x.yml, lines 14–15: what kind of role this is, is not told; it is left out.",)
    assert "no name is told of ocd-person/" in reading(PERSON.replace("name: Ann R. Hale\n", "", 1)).warnings[0]
