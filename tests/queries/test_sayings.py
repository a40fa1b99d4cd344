"""What the papers of a stored graph say of people, and what these have in common."""

import pytest
from sederunt.graph.everybody import everybody
from sederunt.graph.nearby import Nearby
from sederunt.graph.update import load
from sederunt.queries.bonds import Bond, bonds
from sederunt.queries.find import find
from sederunt.queries.sayings import sayings

from tests.engines.conftest import ENGINES, empty_store
from tests.graph.conftest import Draft

FORUM, PANEL = "Fenwick Harbour Forum", "Carrick Library Panel"


@pytest.fixture(scope="module", params=list(ENGINES))
def store(request, tmp_path_factory):
    with empty_store(request.param, tmp_path_factory.mktemp("sayings")) as opened:
        load(opened, papers())
        yield opened


def papers():
    first, second = Draft("a.txt", body=FORUM, date="2018-01-09"), Draft("b.txt", body=FORUM, date="2019-02-05")
    for draft in (first, second):
        who = draft.present("Orla Wraxley", "chair")
        draft.sits(who, FORUM, "chair")
    post = second.named("Post", "Harbour Master", within="Fenwick Port Company")
    second.say("HOLDS", second.named("Person", "Orla Wraxley"), post, acting=True)
    third = Draft("c.txt", body=PANEL, date="2019-02-05")
    third.apologies("Cllr Osric Penn")
    third.present("Tegan Hale")
    named = Draft("d.txt", body="", date="2020")
    named.person("Tegan Hale")
    named.name("Body", PANEL)
    seat = named.named("Person", "Osric Penn", "members")
    named.say("SITS_ON", seat, named.named("Body", "Dun Mill Trust"), role="member", area="Mill Ward")
    return [draft.paper for draft in (first, second, third, named)]


def said(store, name):
    return sayings(Nearby(store), find(store, name, ("Person",)).id)


def test_each_paper_says_posts_seats_and_meetings_by_date(store):
    early, late = said(store, "orla wraxley")
    assert (early.voice.path, early.date, early.printed) == ("a.txt", "2018-01-09", ("Orla Wraxley",))
    assert early.says == (f"chair of {FORUM}", f"chair at {FORUM}, 9 January 2018")
    assert late.says[0] == "Harbour Master (acting), Fenwick Port Company"
    assert (late.quote, late.source) == ("words of line 4", "Minutes 2019-02-05, line 4")


def test_what_papers_have_in_common(store):
    assert bonds(Nearby(store), said(store, "orla wraxley")) == [Bond("tie", FORUM, ("a.txt", "b.txt"))]
    assert bonds(Nearby(store), said(store, "tegan hale")) == [Bond("name", PANEL, ("c.txt", "d.txt"))]


def test_everybody_with_all_that_can_be_compared(store):
    people = {(p.name, p.papers): p for p in everybody(store)}
    orla = people["Orla Wraxley", frozenset(["a.txt", "b.txt"])]
    assert (orla.statements, orla.identified, len(orla.mentions)) == (5, False, 3)
    assert {thing for s in orla.sightings for thing in s.around if thing[0] != "post"} == {
        ("body", "fenwick harbour forum"),
        ("acronym", "fenwick harbour forum"),
        ("place", "fenwick"),
        ("organisation", "fenwick port company"),
    }
    member = people["Osric Penn", frozenset(["c.txt", "d.txt"])]
    assert all(("area", "mill ward") in s.around for s in member.sightings)
    assert [p.id for p in everybody(store, [member.id])] == [member.id]
