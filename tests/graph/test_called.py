"""Which bodies and organisations of several papers are one, and which stay two; and that no order of loading makes a difference."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sederunt.graph.bodies import separate_things
from sederunt.graph.build import build
from sederunt.graph.judged import judged_by
from sederunt.graph.judging import judge
from sederunt.graph.kinds import BODY, ORGANISATION, UNIT
from sederunt.graph.logbook import read_log
from sederunt.graph.resolve import resolve
from sederunt.graph.store import read_graph
from sederunt.graph.update import forget, load

from tests.conftest import scaled
from tests.graph.conftest import Draft, nodes, unhurried
from tests.graph.test_judging import CLERK
from tests.graph.test_update import Shelf
from tests.graph.test_update_random import exported, whole

WHOLE = "Health and Wellbeing Board"
TARN, LYDHAM = "Tarnhithe Borough Council", "Lydham Council"


def paper(path, body, *also, of="", date="2019-12-03", people=(), kind=BODY):
    """Minutes of a body, in whose head an organisation may stand, and which name other bodies or organisations."""
    draft = Draft(f"{path}.txt", body=body, date=date)
    if of:
        draft.name(ORGANISATION, of, "head")
    for name in also:
        draft.name(kind, name)
    for person in people:
        draft.present(person)
    return draft.paper


def called(*papers, label=BODY):
    """The forms of each body, as the papers print them."""
    graph = build(papers, resolve(papers))
    return sorted(tuple(sorted((n.properties["name"], *n.properties["aliases"]))) for n in nodes(graph, label))


def declaring(path, of="", body=WHOLE, short="HWB"):
    return paper(path, body, f"{body} ({short})", of=of)


@pytest.mark.parametrize(
    "other",
    [
        "Health & Wellbeing Board",
        "The Health and Wellbeing Board",
        "Health and Well-being Board",
        "Health and Wellbeing Board meeting",
    ],
)
def test_names_that_differ_in_nothing_that_tells_are_one(other):
    assert len(called(paper("a", WHOLE), paper("b", other))) == 1


@pytest.mark.parametrize("other", ["Licensing Subcommittee", "Licensing Sub Committee", "Licensing Sub-Cttee"])
def test_a_sub_committee_is_one_however_it_is_spelled(other):
    assert len(called(paper("a", "Licensing Sub-Committee"), paper("b", other))) == 1
    assert len(called(paper("a", "Licensing Committee"), paper("b", other))) == 2


def test_an_abbreviation_that_one_paper_declares_means_the_same_in_others():
    assert called(declaring("a"), paper("b", "HWB")) == [("HWB", WHOLE)]
    assert called(declaring("a", TARN), paper("b", "HWB")) == [("HWB", WHOLE)]
    assert called(declaring("a", TARN), paper("b", "HWB", of="Tarnhithe Council")) == [("HWB", WHOLE)]


def test_what_no_paper_declares_stays_apart():
    assert len(called(paper("a", WHOLE), paper("b", "HWB"))) == 2


def test_an_abbreviation_is_not_that_of_another_council():
    assert len(called(declaring("a", TARN), paper("b", "HWB", of=LYDHAM))) == 2
    assert len(called(declaring("a", TARN), paper("b", "HWB", of=LYDHAM), paper("c", "HWB", of=TARN))) == 2


def test_boards_of_one_name_of_two_councils_stay_two_with_their_abbreviations():
    papers = declaring("a", TARN), declaring("b", LYDHAM), paper("c", "HWB", of=TARN), paper("d", "HWB", of=LYDHAM)
    graph = build(papers, resolve(papers))
    met = {(e.start.rpartition("/")[2], e.end) for e in graph.edges if e.type == "MEETING_OF"}
    assert len(nodes(graph, BODY)) == len({end for _, end in met}) == 2


def test_an_abbreviation_that_two_bodies_have_stays_open():
    papers = declaring("a"), declaring("b", body="Harbour Works Board"), paper("c", "HWB")
    assert len(called(*papers)) == 3


def test_who_speaks_of_a_board_without_a_council_means_neither_of_two():
    papers = paper("a", WHOLE, of=TARN), paper("b", WHOLE, of=LYDHAM), paper("c", WHOLE)
    assert len(called(*papers)) == 3
    assert len(called(*papers[::2])) == 1


def people_of(*papers):
    return len(nodes(build(papers, resolve(papers)), "Person"))


def test_who_sits_on_a_board_of_one_of_two_councils_is_known_to_a_paper_of_neither():
    here, there = paper("a", WHOLE, of=TARN, people=["Janet Wraxley"]), paper("b", WHOLE, of=LYDHAM)
    assert people_of(here, there, paper("c", WHOLE, people=["J Wraxley"])) == 1
    assert people_of(here, paper("b", WHOLE, of=LYDHAM, people=["Janet Wraxley"])) == 2


def test_the_organisation_in_front_of_a_name_makes_no_other_body():
    alone = paper("a", "Locality Improvement Board", of=TARN)
    for other in ("Tarnhithe Locality Improvement Board", "Tarnhithe Borough Council Locality Improvement Board"):
        assert len(called(alone, paper("b", other, TARN, kind=ORGANISATION))) == 1
    assert len(called(alone, paper("b", "Lydham Locality Improvement Board"))) == 2
    assert len(called(alone, paper("b", "North Locality Improvement Board"))) == 2


def test_papers_of_a_place_leave_it_out_of_the_names_of_its_boards():
    whole = paper("a", "Tarnhithe Locality Improvement Board")
    of_place = paper("b", "Tarnhithe Schools Forum", "Locality Improvement Board")
    of_council = paper("c", "Children Committee", "Locality Improvement Board", of=TARN)
    staff = Draft("d.txt", body="")
    staff.name(ORGANISATION, TARN, "head")
    staff.name(BODY, "Locality Improvement Board")
    for other in (of_place, of_council, staff.paper, paper("e", "Locality Improvement Board")):
        assert ("Locality Improvement Board", "Tarnhithe Locality Improvement Board") in called(whole, other)


def test_boards_of_one_name_in_two_places_stay_two_and_a_paper_of_no_place_means_neither():
    papers = [
        paper("a", "Tarnhithe Schools Forum", date="2019-12-01"),
        paper("b", "Lydham Schools Forum", date="2019-12-02"),
        paper("c", "Tarnhithe Heads Group", "Schools Forum", date="2019-12-03"),
        paper("d", "Lydham Heads Group", "Schools Forum", date="2019-12-04"),
    ]
    forums = [forms for forms in called(*papers) if any("Forum" in form for form in forms)]
    assert forums == [("Lydham Schools Forum", "Schools Forum"), ("Schools Forum", "Tarnhithe Schools Forum")]
    assert len(called(*papers, paper("e", "Schools Forum", date="2019-12-05"))) == len(called(*papers)) + 1
    assert len(called(papers[0], papers[3])) == 3


@pytest.mark.parametrize("usual", ["Audit Committee", "Finance and Premises Committee", "Schools Forum"])
def test_a_name_that_boards_have_in_many_places_means_none_in_a_paper_that_tells_no_place(usual):
    assert len(called(paper("a", f"Tarnhithe {usual}"), paper("b", usual, date="2020-01-07"))) == 2
    assert len(called(paper("a", f"Tarnhithe {usual}"), paper("b", usual, of=TARN, date="2020-01-07"))) == 1


def test_what_somebody_said_is_another_board_is_not_that_of_the_place():
    papers = [paper("a", "Tarnhithe Schools Forum"), paper("c", "Tarnhithe Heads Group", "Schools Forum")]
    store = Shelf()
    load(store, papers)
    (forum,) = (n.id for n in nodes(read_graph(store), BODY) if "Forum" in n.properties["name"])
    judge(store, lambda graph, log: separate_things(graph, log, [forum], CLERK))
    load(store, [more := paper("d", "Tarnhithe Learning Group", "Schools Forum", date="2020-01-07")])
    assert sorted(n.properties["name"] for n in nodes(read_graph(store), BODY) if "Forum" in n.properties["name"]) == [
        "Schools Forum",
        "Tarnhithe Schools Forum",
    ]
    left = [*papers, more]
    assert exported(read_graph(store)) == exported(build(left, resolve(left, judged_by(read_log(store)))))


def test_a_short_form_without_the_place_means_the_same_elsewhere():
    both = paper("a", "Tarnhithe Schools Forum", "Schools Forum", of=TARN)
    assert len(called(both, paper("b", "Schools Forum"))) == 1
    assert len(called(both, paper("b", "Schools Forum", of=LYDHAM))) == 2


@pytest.mark.parametrize("body", ["Board", "Steering Group", "Executive"])
def test_a_plain_name_means_nothing_outside_its_paper(body):
    assert len(called(paper("a", body), paper("b", body))) == 2


def test_an_organisation_is_known_by_the_abbreviation_that_a_paper_declares():
    declared = paper("a", WHOLE, "Tarn Valley Housing Association (TVHA)", kind=ORGANISATION)
    assert called(declared, paper("b", WHOLE, "TVHA", kind=ORGANISATION), label=ORGANISATION) == [
        ("TVHA", "Tarn Valley Housing Association")
    ]


def test_a_unit_of_one_name_in_two_directorates_stays_two():
    def of(path, directorate):
        draft = Draft(path)
        draft.name(UNIT, "Health Safety", within=directorate)
        return draft.paper

    papers = of("a.txt", "Directorate Place"), of("b.txt", "Directorate People")
    assert len([n for n in nodes(build(papers, resolve(papers)), UNIT) if n.properties["name"] == "Health Safety"]) == 2


def test_people_who_meet_under_either_name_are_one():
    papers = declaring("a"), paper("b", WHOLE, people=["Janet Wraxley"]), paper("c", "HWB", people=["J Wraxley"])
    assert called(*papers, label="Person") == [("J Wraxley", "Janet Wraxley")]
    assert len(called(*papers[1:], label="Person")) == 2


def test_one_day_under_two_names_is_one_meeting():
    papers = declaring("a"), paper("b", "HWB")
    assert len(nodes(build(papers, resolve(papers)), "Meeting")) == 1


_NAMES = (
    WHOLE,
    "HWB",
    "Tarnhithe Health and Wellbeing Board",
    "Schools Forum",
    "Tarnhithe Schools Forum",
    "Harbour Works Board",
    "Board",
)
_SAID = (*_NAMES, f"{WHOLE} (HWB)", "Harbour Works Board (HWB)", "Tarnhithe Schools Forum (TSF)", "TSF", "Lydham Schools Forum")
_HEADS = ("", TARN, LYDHAM, "Tarnhithe Council")
_WHO = ("Janet Wraxley", "J Wraxley", "John Moss", "J Moss")


@st.composite
def a_paper(draw, path):
    pick = lambda some: draw(st.sampled_from(some))  # noqa: E731
    draft = Draft(path, body=pick(_NAMES), date=f"2019-12-0{draw(st.integers(1, 4))}")
    if of := pick(_HEADS):
        draft.name(ORGANISATION, of, "head")
    for name in draw(st.lists(st.sampled_from(_SAID), max_size=3)):
        draft.name(BODY, name)
    for name in draw(st.lists(st.sampled_from(_WHO), max_size=2, unique=True)):
        draft.present(name)
    if body := pick(("", *_NAMES)):
        meeting = draft.named("Meeting", "next", "planned", body=body, date=pick(("", "2019-12-01", "2020-01-05")))
        draft.say(None, meeting, status="planned")
    return draft.paper


@st.composite
def some_steps(draw):
    """Papers that come, alone or together, and such that go."""
    paths = st.sampled_from([f"{letter}.txt" for letter in "abcdefgh"])
    come = st.lists(paths.flatmap(a_paper), min_size=1, max_size=4)
    return draw(st.lists(st.one_of(come, come, paths), max_size=10))


@unhurried
@given(some_steps())
def test_any_sequence_gives_the_graph_of_the_papers_that_are_left(steps):
    store, papers = Shelf(), {}
    for step in steps:
        if isinstance(step, list):
            load(store, step)
            papers |= {one.path: one for one in step}
        elif step in papers:
            forget(store, step)
            del papers[step]
        assert exported(read_graph(store)) == whole(papers)


def test_papers_that_call_things_otherwise_give_one_graph_in_any_order():
    rng = random.Random(7)
    papers = [
        paper(
            f"p{at}",
            rng.choice(_NAMES),
            *rng.sample(_SAID, 2),
            of=rng.choice(_HEADS),
            date=f"2019-12-0{1 + at % 5}",
            people=rng.sample(_WHO, 2),
        )
        for at in range(12)
    ]
    expected = exported(build(papers, resolve(papers)))
    for _ in range(scaled(40)):
        store, left = Shelf(), rng.sample(papers, len(papers))
        while left:
            some = rng.randint(1, 4)
            load(store, left[:some])
            left = left[some:]
        assert exported(read_graph(store)) == expected
