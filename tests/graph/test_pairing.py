"""Of which pairs of people a person has to be asked, and in which order."""

import pytest
from sederunt.graph.deciding import Signed, separate
from sederunt.graph.everybody import Somebody, everybody
from sederunt.graph.judged import NOTHING_JUDGED, judged_by
from sederunt.graph.judging import judge
from sederunt.graph.logbook import read_log
from sederunt.graph.names import parse_person
from sederunt.graph.pairing import left_open, pairs_to_ask
from sederunt.graph.sighting import Sighting
from sederunt.graph.update import load

from tests.engines.conftest import ENGINES, empty_store
from tests.graph.conftest import Draft


def somebody(id_, name, place="", statements=1, paper="", *, identified=False):
    around = frozenset([("place", place), ("body", f"{place} board")]) if place else frozenset()
    return Somebody(
        id=id_,
        name=name,
        papers=frozenset([paper or f"{id_}.txt"]),
        mentions=frozenset([f"m-{id_}"]),
        ties=frozenset(),
        identified=identified,
        statements=statements,
        sightings=(Sighting(name, names=(parse_person(name),), around=around),),
    )


def asked(*people, open_between=frozenset()):
    return [(p.one.id, p.other.id) for p in pairs_to_ask(people, NOTHING_JUDGED, open_between)]


def test_whom_the_rules_cannot_tell_comes_first_and_then_on_whom_most_hangs():
    sure = [somebody("a", "Orla Wraxley", "tarn", statements=9), somebody("b", "Orla Wraxley", "tarn", statements=9)]
    unsure = [
        somebody(i, "Osric Penhalion", place, n) for i, place, n in (("c", "tarn", 2), ("d", "dunmoor", 5), ("e", "carrick", 3))
    ]
    assert asked(*sure, *unsure) == [("d", "e"), ("c", "d"), ("c", "e"), ("a", "b")]


def test_names_that_cannot_be_one_are_not_asked_about():
    assert asked(somebody("a", "Orla Wraxley"), somebody("b", "Tegan Wraxley"), somebody("c", "Orla Penhalion")) == []


def test_two_identifiers_are_two_people():
    known = [somebody(i, "Orla Wraxley", identified=True) for i in "ab"]
    assert asked(*known) == []
    assert asked(known[0], somebody("c", "Orla Wraxley")) == [("a", "c")]


def test_two_in_one_paper_are_two_unless_it_left_open_whom_it_means():
    people = [somebody(i, "Orla Wraxley", paper="one.txt") for i in "ab"]
    assert asked(*people) == []
    assert asked(*people, open_between=frozenset([frozenset("abc")])) == [("a", "b")]
    assert asked(*people, open_between=frozenset([frozenset("ac")])) == []


@pytest.fixture(params=list(ENGINES))
def store(request, tmp_path):
    with empty_store(request.param, tmp_path) as opened:
        yield opened


def test_what_is_judged_is_not_asked_again(store):
    drafts = [Draft(f"{at}.txt", body=body) for at, body in enumerate(("Tarn Forum", "Dun Trust"))]
    for draft in drafts:
        draft.present("Orla Wraxley")
    load(store, [draft.paper for draft in drafts])
    people = everybody(store)
    (pair,) = pairs_to_ask(people, NOTHING_JUDGED, left_open(store))
    ids = [pair.one.id, pair.other.id]
    judge(store, lambda graph, log: separate(graph, log, ids, Signed(who="clerk", day="2026-11-23")))
    assert pairs_to_ask(everybody(store), judged_by(read_log(store))) == []


def test_between_whom_a_paper_left_open_who_is_meant(store):
    draft = Draft()
    for name in ("Ann Hale", "Ann Moss"):
        draft.present(name)
    draft.action("Write to schools", "Ann")
    load(store, [draft.paper])
    people = {person.name: person.id for person in everybody(store)}
    assert left_open(store) == {frozenset(people.values())}
