"""People and things that a source knows by identifiers: one identifier is one thing, and names alone never join two."""

from itertools import permutations

from sederunt.graph.build import build
from sederunt.graph.resolve import resolve

from tests.graph.conftest import Draft

BOARD = "Tarn Harbour Board"


def data(path, *people):
    """A file with people as (identifier, name, seat on the board)."""
    draft = Draft(path, body="", date="")
    for key, name, seat in people:
        given, family = name.rsplit(" ", 1)
        person = draft.named("Person", name, "data", key=key)
        draft.say(None, person, name=name, given_name=given, family_name=family)
        if seat:
            draft.say("SITS_ON", person, draft.named("Body", BOARD), role="member")
    return draft.paper


def minutes(path, *names):
    draft = Draft(path, body=BOARD)
    for name in names:
        draft.present(name)
    return draft.paper


def people(*papers):
    graph = build(papers, resolve(papers))
    assert all(build(list(order), resolve(list(order))) == graph for order in permutations(papers))
    return sorted((n.properties["name"], *sorted(n.properties["aliases"])) for n in graph.nodes if n.label == "Person")


def test_one_identifier_is_one_person_whatever_the_name():
    assert people(data("a.json", ("id:1", "Ann Hale", True)), data("b.json", ("id:1", "Anna Hale-Moss", False))) == [
        ("Anna Hale-Moss", "Ann Hale")
    ]


def test_two_identifiers_are_two_people_of_one_name():
    files = data("a.json", ("id:1", "Ann Hale", True)), data("b.json", ("id:2", "Ann Hale", True))
    assert people(*files) == [("Ann Hale",), ("Ann Hale",)]


def test_who_sat_with_the_same_board_in_minutes_is_the_one_of_the_data():
    assert people(data("a.json", ("id:1", "Ann Hale", True)), minutes("m.txt", "Ann Hale", "Ben Moss")) == [
        ("Ann Hale",),
        ("Ben Moss",),
    ]


def test_of_two_in_the_data_nobody_can_tell_whom_the_minutes_mean():
    files = data("a.json", ("id:1", "Ann Hale", True), ("id:2", "Ann Hale", True)), minutes("m.txt", "Ann Hale")
    assert people(*files) == [("Ann Hale",)] * 3


def test_terms_of_one_seat_are_kept_as_spells():
    draft = Draft("a.json", body="", date="")
    person, board = draft.named("Person", "Ann Hale", "data", key="id:1"), draft.named("Body", BOARD)
    for start, end in (("2010", "2014-05"), ("2019-01-07", "")):
        draft.say("SITS_ON", person, board, role="chair", start=start, end=end)
    paper = draft.paper
    edge = next(e for e in build([paper], resolve([paper])).edges if e.type == "SITS_ON")
    assert edge.properties["spells"] == ("2010-01-01/2014-05-31", "2019-01-07/")
    assert edge.properties["start"] == "2010"
    assert "end" not in edge.properties
