"""The graph that follows from papers: every node, every edge, and what proves it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sederunt.graph.build import build, papers_from
from sederunt.graph.kinds import EDGES, NODES
from sederunt.graph.model import Graph
from sederunt.graph.resolve import resolve
from sederunt.graph.sittings import day_span, printed_date
from sederunt.graph.statement import Mention

from tests.graph.conftest import BOARD, Draft, by_name, edges, nodes, pairs, some_papers, unhurried


def graph_of(*drafts: Draft) -> Graph:
    papers = [d.paper for d in drafts]
    return build(papers, resolve(papers))


def test_a_person_has_the_fullest_name_and_every_other_form():
    d = Draft()
    d.present("Andrew Hale", initials="AJH")
    for form in ("Andy", "AH", "Mr Hale", "Andy Hale", "Mr Andrew J Hale"):
        d.person(form)
    person = by_name(graph_of(d), "Andrew J Hale")
    assert person.properties == {
        "name": "Andrew J Hale",
        "aliases": ("Andrew Hale", "Andy", "Andy Hale", "Mr Hale"),
        "honorific": "Mr",
        "initials": ("AH", "AJH"),
        "given_name": "Andrew",
        "family_name": "Hale",
        "partial": False,
    }


def test_offices_are_no_aliases():
    d = Draft()
    d.present("Ann Hale", "chair")
    d.person("the Chair")
    assert by_name(graph_of(d), "Ann Hale").properties["aliases"] == ()


@pytest.mark.parametrize("form", ["DT", "Lowri"])
def test_a_person_known_by_a_short_form_is_partial(form):
    d = Draft()
    d.person(form)
    assert by_name(graph_of(d), form).properties["partial"] is True


@pytest.mark.parametrize("mention", [{"text": "Mrs Hale"}, {"text": "Hale", "honorific": "Mrs"}])
def test_a_title_with_a_surname_is_no_partial_person(mention):
    d = Draft()
    d.person(**mention)
    found = by_name(graph_of(d), "Mrs Hale").properties
    assert (found["partial"], found["honorific"], found["family_name"]) == (False, "Mrs", "Hale")


def test_a_name_with_the_surname_first_is_turned_round():
    d = Draft()
    d.person("HALE Ann")
    assert by_name(graph_of(d), "Ann HALE").properties["aliases"] == ("HALE Ann",)


def test_a_body_has_its_short_forms_its_kind_and_its_number():
    d = Draft()
    d.name("Body", "the Board", values={"kind": "board"})
    d.name("Body", f"{BOARD} (ALPB)", values={"number": 23})
    found = by_name(graph_of(d), BOARD).properties
    assert found == {"name": BOARD, "aliases": ("ALPB", "the Board"), "kind": "board", "number": 23}


def test_a_post_has_seats_and_is_vacant_only_where_said():
    d = Draft()
    d.name("Post", "Area Officer", values={"seats": 4}, within="Aldermoor Council")
    d.name("Post", "Area Officer", values={"vacant": True}, within="Aldermoor Council")
    d.name("Post", "Governor", values={"vacant": False})
    graph = graph_of(d)
    assert by_name(graph, "Area Officer").properties == {"name": "Area Officer", "aliases": (), "seats": 4, "vacant": True}
    assert by_name(graph, "Governor").properties == {"name": "Governor", "aliases": (), "seats": 1}


def test_of_seats_and_vacancies_the_last_paper_counts():
    old, new = Draft("a.txt", date="2018-03-31"), Draft("b.txt", date="2019-03-31")
    for draft, seats in ((old, 4), (new, 3)):
        draft.name("Post", "Area Officer", values={"seats": seats}, within="Aldermoor Council")
    old.name("Post", "Warden", values={"vacant": True}, within="Aldermoor Council")
    new.say("HOLDS", new.person("Ann Hale"), new.named("Post", "Warden", within="Aldermoor Council"))
    old.say("HOLDS", old.person("Ben Moss"), old.named("Post", "Porter", within="Aldermoor Council"))
    new.name("Post", "Porter", values={"vacant": True}, within="Aldermoor Council")
    graph = graph_of(new, old)
    assert by_name(graph, "Area Officer").properties["seats"] == 3
    assert "vacant" not in by_name(graph, "Warden").properties
    assert by_name(graph, "Porter").properties["vacant"]


def test_a_meeting_is_called_after_its_body_and_date():
    d = Draft()
    d.say(None, d.meeting, venue="Town Hall", start_time="10:00", end_time="12:00", date_text="Tuesday 3rd December")
    assert by_name(graph_of(d), f"{BOARD}, 3 December 2019").properties == {
        "name": f"{BOARD}, 3 December 2019",
        "aliases": (),
        "date": "2019-12-03",
        "date_text": "Tuesday 3rd December",
        "start_time": "10:00",
        "end_time": "12:00",
        "venue": "Town Hall",
        "status": "held",
    }


@pytest.mark.parametrize(
    ("date", "span", "words"),
    [
        ("2019-12-03", ("2019-12-03", "2019-12-03"), "3 December 2019"),
        ("2020-02", ("2020-02-01", "2020-02-29"), "February 2020"),
        ("2020", ("2020-01-01", "2020-12-31"), "2020"),
        ("", ("", ""), ""),
        ("soon", ("soon", "soon"), "soon"),
    ],
)
def test_dates_in_words(date, span, words):
    assert day_span(date) == span
    assert printed_date(*span) == words


def test_a_span_of_months_in_words():
    assert printed_date("2005-06-01", "2005-07-31") == "June–July 2005"


def test_a_month_closes_with_its_last_day():
    d = Draft(date="2020-02")
    found = by_name(graph_of(d), f"{BOARD}, February 2020").properties
    assert (found["date"], found["date_end"]) == ("2020-02-01", "2020-02-29")


@pytest.mark.parametrize(
    ("said", "status"),
    [(("planned", "cancelled"), "cancelled"), (("cancelled", "held", "planned"), "held"), (("planned",), "planned")],
)
def test_held_wins_over_cancelled_over_planned(said, status):
    drafts = [Draft(f"{n}.txt", body="", date="2019-01-01") for n in range(len(said))]
    for d, word in zip(drafts, said, strict=True):
        d.name("Meeting", "3 December", "planned", body=BOARD, date="2019-12-03", values={"status": word})
    assert nodes(graph_of(*drafts), "Meeting")[0].properties["status"] == status


def test_minutes_of_a_planned_meeting_show_that_it_was_held():
    d, e = Draft("a.txt", date="2019-10-01"), Draft("b.txt")
    d.name("Meeting", "3 December", "planned", body=BOARD, date="2019-12-03", values={"status": "planned"})
    assert by_name(graph_of(d, e), f"{BOARD}, 3 December 2019").properties["status"] == "held"
    assert by_name(graph_of(d), f"{BOARD}, 3 December 2019").properties["status"] == "planned"


def test_a_meeting_belongs_to_the_body_printed_with_it():
    d = Draft()
    d.name("Meeting", "7 January", "planned", body=BOARD, date="2020-01-07")
    d.name("Meeting", "8 January", "planned", body="Fenwick Area Forum", date="2020-01-08")
    graph = graph_of(d)
    assert pairs(graph, "MEETING_OF") == {(f"{BOARD}, {day}", BOARD) for day in ("3 December 2019", "7 January 2020")}
    assert [e.properties["basis"] for e in edges(graph, "MEETING_OF")] == ["stated", "inferred"]
    assert by_name(graph, "Meeting, 8 January 2020")


def test_an_action_keeps_its_owner_as_printed():
    d = Draft()
    d.action("Write to schools", "whoever can", "Ann Hale")
    graph = graph_of(d)
    found = by_name(graph, "Write to schools").properties
    assert (found["text"], found["owner_text"], found["status"]) == ("Write to schools", "whoever can, Ann Hale", "open")
    assert pairs(graph, "ASSIGNED_TO") == {("Write to schools", "Ann Hale")}


def test_what_did_not_resolve_gives_no_edge_but_keeps_its_statement():
    d = Draft()
    people = [d.present("Ann Hale"), d.present("Alan Hope")]
    d.say("LED", d.named("Person", "AH", "leads"), d.meeting, item="Budget")
    d.say("LED", d.named("Person", "the Chair", "leads"), d.meeting, item="Welcome")
    graph = graph_of(d)
    assert not edges(graph, "LED")
    open_, unresolved = (n.properties for n in sorted(nodes(graph, "Statement"), key=lambda n: n.properties["line"])[-2:])
    ids = {i for p in people for i in resolve([d.paper]).of(d.path, p).ids}
    assert (open_["status"], set(open_["candidates"]), open_["subject"]) == ("open", ids, "")
    assert (unresolved["status"], unresolved["candidates"]) == ("unresolved", ())


def test_evidence_of_an_edge_is_that_of_its_best_statement():
    drafts = [Draft("a.txt", date="2019-10-01"), Draft("b.txt", date="2019-11-01", title="Notes 1 November")]
    for d, basis, confidence in zip(drafts, ("inferred", "stated"), (0.99, 0.8), strict=True):
        forum = d.named("Body", "Fenwick Area Forum")
        d.say("REPORTS_TO", forum, d.named("Body", "Aldermoor Learning Trust Board"), basis=basis, confidence=confidence)
    edge = edges(graph_of(*drafts), "REPORTS_TO")[0]
    assert edge.properties["quote"] == "words of line 2"
    assert edge.properties["source"] == "Notes 1 November, line 2"
    assert (edge.properties["basis"], edge.properties["confidence"]) == ("stated", 0.99)
    assert (edge.properties["first_seen"], edge.properties["last_seen"]) == ("2019-10-01", "2019-11-01")
    assert len(edge.properties["statements"]) == 2


def test_somebody_listed_and_named_as_chair_attended_as_chair():
    d = Draft()
    row = d.present("Ann Hale")
    d.say("ATTENDED", row, d.meeting, role="chair", role_text="in the Chair", basis="inferred")
    found = edges(graph_of(d), "ATTENDED")[0].properties
    assert (found["role"], found["role_text"], found["basis"]) == ("chair", "in the Chair", "stated")


def test_acting_is_kept_whichever_statement_is_best():
    d = Draft()
    ann, post = d.named("Person", "Ann Hale", "holders"), d.named("Post", "Director")
    d.say("HOLDS", ann, post)
    d.say("HOLDS", ann, post, acting=True, confidence=0.5)
    assert edges(graph_of(d), "HOLDS")[0].properties["acting"] is True


@pytest.mark.parametrize("role", ["", "attendee"])
def test_who_was_there_is_a_member_by_inference(role):
    drafts = [Draft(f"{n}.txt", date=f"2019-0{n}-01") for n in range(1, 5)]
    for d in drafts:
        d.present("Ann Hale", role)
    edge = edges(graph_of(*drafts), "SITS_ON")[0]
    said = {n.id: n.properties["date"] for n in nodes(graph_of(*drafts), "Statement")}
    assert (edge.properties["role"], edge.properties["basis"], edge.properties["support"]) == ("member", "inferred", 2)
    assert [said[i] for i in edge.properties["statements"]] == ["2019-01-01", "2019-04-01"]


@pytest.mark.parametrize("role", ["invited", "in attendance", "observer", "deputy", "minutes"])
def test_who_was_there_otherwise_is_no_member(role):
    d = Draft()
    d.present("Ann Hale", role)
    assert not edges(graph_of(d), "SITS_ON")


def test_apologies_show_membership_and_standing_in_does_not():
    d = Draft()
    d.apologies("Ann Hale")
    d.say("ATTENDED", d.named("Person", "Tom Reed", "present"), d.meeting, standing_for="Ann Hale")
    assert pairs(graph_of(d), "SITS_ON") == {("Ann Hale", BOARD)}


def test_who_will_come_to_a_planned_meeting_is_no_member_by_it():
    d = Draft()
    d.say(None, d.meeting, status="planned")
    d.present("Ann Hale")
    assert not edges(graph_of(d), "SITS_ON")


def test_beside_an_officers_seat_there_is_none_as_a_member():
    d, e = Draft("a.txt"), Draft("b.txt", date="2020-01-07")
    ann = d.present("Ann Hale", "chair")
    d.sits(ann, BOARD, "member")
    e.present("Ann Hale")
    assert [(x.properties["role"], x.properties["basis"]) for x in edges(graph_of(d, e), "SITS_ON")] == [("chair", "inferred")]
    d.sits(ann, BOARD, "chair")
    assert [(x.properties["role"], x.properties["basis"]) for x in edges(graph_of(d, e), "SITS_ON")] == [("chair", "stated")]


def test_a_head_has_a_seat_where_it_heads_unless_the_paper_places_it():
    d = Draft()
    posts = [d.named("Post", title) for title in ("Head of Care", "Director of Care")]
    care = d.named("Unit", "Adult Care")
    for post in posts:
        d.say("HEADS", post, care)
    d.say("POST_IN", posts[1], d.named("Organisation", "Aldermoor Council"))
    graph = graph_of(d)
    assert pairs(graph, "POST_IN") == {("Head of Care", "Adult Care"), ("Director of Care", "Aldermoor Council")}
    assert {e.properties["basis"] for e in edges(graph, "POST_IN")} == {"inferred", "stated"}


def test_a_group_has_to_act_by_inference():
    d = Draft()
    for name, area in (("Ann Hale", "West"), ("Tom Reed", "Mid")):
        d.sits(d.present(name), f"{area} Quadrant Meeting", "chair")
    d.action("Discuss trust", "Quadrant Chairs")
    found = edges(graph_of(d), "ASSIGNED_TO")
    assert [e.properties["basis"] for e in found] == ["inferred", "inferred"]
    assert "Quadrant Chairs" not in str([n.properties["aliases"] for n in nodes(graph_of(d), "Person")])


def test_things_are_looked_up_by_every_form():
    d = Draft()
    d.present("Siân O’Dowd", initials="SOD")
    d.person("Siân")
    graph = graph_of(d)
    person = by_name(graph, "Siân O’Dowd").id
    assert {e.start for e in edges(graph, "NAMES") if e.end == person} == {
        "name:sian",
        "name:sian odowd",
        "name:odowd",
        "name:? odowd",
        "name:sod",
    }


def test_bookkeeping():
    d = Draft("sub/minutes.txt")
    d.present("Ann Hale")
    d.person("Ann")
    graph = graph_of(d)
    ann, meeting = by_name(graph, "Ann Hale").id, nodes(graph, "Meeting")[0].id
    counts = {e.end: e.properties["count"] for e in edges(graph, "MENTIONS")}
    assert (counts[ann], counts[meeting]) == (2, 1)
    assert [(e.start, e.end) for e in edges(graph, "RECORDED_IN")] == [(meeting, "document:sub/minutes.txt")]
    assert len(edges(graph, "IN_DOCUMENT")) == len(d.statements)


def test_a_paper_without_a_title_goes_by_its_file():
    d = Draft("sub/notes of 3.12.txt")
    paper = d.paper.model_copy(update={"title": ""})
    graph = build([paper], resolve([paper]))
    assert by_name(graph, "notes of 3.12").properties["title"] == ""
    assert edges(graph, "MEETING_OF")[0].properties["source"] == "notes of 3.12, line 1"


def test_a_kind_that_a_link_cannot_join_gives_no_edge():
    d = Draft()
    d.say("AFFILIATED_TO", d.named("Person", "Ann Hale"), d.named("Body", BOARD))
    assert not edges(graph_of(d), "AFFILIATED_TO")


def test_the_same_claim_twice_is_kept_twice():
    d = Draft()
    d.person("Ann Hale")
    d.statements.append(d.statements[-1])
    graph = graph_of(d)
    assert len(nodes(graph, "Statement")) == 3
    assert papers_from(graph) == [d.paper]


def test_values_come_back_with_their_types():
    d = Draft()
    d.say(None, Mention(kind="Post", text="Officer"), seats=1, vacant=True, share=0.5, whole=1.0, tags=("a", "b"), note='ä\n"')
    restored = papers_from(graph_of(d))[0].statements[-1].values
    assert restored == d.statements[-1].values
    assert [type(v) for v in restored.values()] == [type(v) for v in sorted_values(d.statements[-1].values)]


def sorted_values(values):
    return [values[key] for key in sorted(values)]


@unhurried
@given(some_papers(), st.randoms(use_true_random=False))
def test_any_order_of_papers_gives_the_same_graph(papers, random):
    shuffled = random.sample(papers, len(papers))
    assert build(papers, resolve(papers)).model_dump_json() == build(shuffled, resolve(shuffled)).model_dump_json()


@unhurried
@given(some_papers())
def test_the_papers_can_be_restored_exactly(papers):
    assert papers_from(build(papers, resolve(papers))) == sorted(papers, key=lambda p: p.path)


@unhurried
@given(some_papers())
def test_a_graph_keeps_its_contract(papers):
    graph = build(papers, resolve(papers))
    labels = {n.id: n.label for n in graph.nodes}
    assert len(labels) == len(graph.nodes)
    assert len({e.key for e in graph.edges}) == len(graph.edges)
    for node in graph.nodes:
        _check_properties(node.properties, NODES[node.label])
        assert node.id.startswith(f"{NODES[node.label].prefix}:")
    for edge in graph.edges:
        kind = EDGES[edge.type]
        _check_properties(edge.properties, kind)
        assert labels[edge.start] in kind.starts
        assert labels[edge.end] in kind.ends
        assert edge.start != edge.end


def _check_properties(properties, kind):
    assert set(kind.always) <= set(properties) <= set(kind.properties) | set(kind.always)
    assert not [k for k, v in properties.items() if v is None or (v == "" and k not in kind.always)]


@unhurried
@given(some_papers())
def test_no_edge_and_no_thing_without_a_statement_that_exists(papers):
    graph = build(papers, resolve(papers))
    said = {n.id: json.loads(n.properties["claim"])[1]["evidence"]["quote"] for n in nodes(graph, "Statement")}
    for edge in graph.edges:
        if not EDGES[edge.type].bookkeeping:
            cited = edge.properties["statements"]
            assert cited
            assert len(set(cited)) == len(cited)
            assert edge.properties["quote"] == said[cited[0]]
            assert set(cited) <= set(said)
    mentioned = {e.end for e in edges(graph, "MENTIONS")}
    assert {n.id for n in graph.nodes if n.label not in ("Document", "Statement", "Name")} == mentioned


@unhurried
@given(some_papers())
def test_an_officer_has_no_second_seat_as_a_member(papers):
    seats: dict[tuple[str, str], set[str]] = {}
    for edge in edges(build(papers, resolve(papers)), "SITS_ON"):
        seats.setdefault((edge.start, edge.end), set()).add(edge.properties["role"])
    assert not [roles for roles in seats.values() if "member" in roles and roles & {"chair", "vice-chair", "secretary"}]
