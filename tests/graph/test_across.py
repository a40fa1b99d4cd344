"""Who is who across papers, by names printed in other forms; and that no order of loading makes a difference."""

import random

import pytest
from sederunt.graph.across import LARGEST_KIN, Local, join
from sederunt.graph.build import build
from sederunt.graph.identity import Known
from sederunt.graph.judged import NOTHING_JUDGED
from sederunt.graph.names import parse_person
from sederunt.graph.resolve import resolve
from sederunt.graph.store import read_graph
from sederunt.graph.update import load

from tests.graph.conftest import BOARD, Draft, nodes
from tests.graph.test_update import Shelf
from tests.graph.test_update_random import exported

OTHER = "Tarn Harbour Board"


def minutes(name, *people, body=BOARD, date="2019-12-03"):
    draft = Draft(f"{name}.txt", body=body, date=date)
    for person in people:
        draft.present(person)
    return draft.paper


def people(*papers):
    """The names of each person, as the papers print them."""
    graph = build(papers, resolve(papers))
    return sorted(tuple(sorted((n.properties["name"], *n.properties["aliases"]))) for n in nodes(graph, "Person"))


@pytest.mark.parametrize("other", ["J Wraxley", "Jan Wraxley", "Janet M Wraxley", "Mrs J. Wraxley", "Wraxley, Janet"])
def test_another_form_of_a_name_on_one_body_is_one_person(other):
    assert len(people(minutes("a", "Janet Wraxley"), minutes("b", other))) == 1


@pytest.mark.parametrize("other", ["John Wraxley", "J Wroxley", "Mrs Wraxley", "Janet Wraxley-Pugh"])
def test_what_may_be_somebody_else_stays_apart(other):
    assert len(people(minutes("a", "Janet Wraxley"), minutes("b", other))) == 2


def test_another_form_on_another_body_stays_apart():
    assert len(people(minutes("a", "Janet Wraxley"), minutes("b", "J Wraxley", body=OTHER))) == 2


def test_initials_that_fit_two_of_a_body_are_nobodys():
    assert len(people(minutes("a", "Janet Wraxley", "John Wraxley"), minutes("b", "J Wraxley"))) == 3
    assert len(people(minutes("a", "Janet Wraxley"), minutes("b", "J Wraxley"), minutes("c", "John Wraxley"))) == 3


def test_two_rows_of_one_paper_stay_two_though_another_paper_would_join_them():
    assert len(people(minutes("a", "Janet Wraxley", "J Wraxley"), minutes("b", "Jan Wraxley"))) == 3


def test_a_form_is_joined_to_all_who_are_one_already():
    papers = minutes("a", "Janet Wraxley"), minutes("b", "Janet Wraxley"), minutes("c", "J Wraxley")
    assert people(*papers) == [("J Wraxley", "Janet Wraxley")]


def test_of_too_many_who_bear_one_family_name_nobody_is_compared_under_it():
    def bearer(at, given):
        name = parse_person(f"{given} Wraxley")
        return Local(Known(mentions=(f"{at:04d}",), names=(name,), ties=(f"body:b-{at // 2}",)), f"{at}.txt")

    few = [bearer(at, "Janet" if at % 2 else "J") for at in range(2)]
    many = [bearer(at, f"J{'abcdefgh'[at % 8]}{at}") for at in range(2, LARGEST_KIN + 2)]
    assert len(set(join(few).values())) == 1
    assert len(set(join([*few, *many]).values())) == len(few) + len(many)


def test_in_however_many_papers_of_a_body_one_name_is_one_person():
    name, ties = parse_person("Janet Wraxley"), ("body:tarn-harbour-board",)
    told = [
        Local(Known(mentions=(f"{at:04d}",), names=(name,), ties=ties), f"{at}.txt", world=(f"organisation:guest-{at}",))
        for at in range(LARGEST_KIN + 2)
    ]
    assert set(join(told).values()) == {"person:0000"}


def paper(path, name, body="", *, organisation="", place="", title="", date="2019-12-03"):
    """A paper that speaks of one person; ``place`` is an organisation that it names beside."""
    draft = Draft(path, body=body, date=date)
    who = draft.present(name) if body else draft.person(name)
    if place:
        draft.name("Organisation", place)
    if organisation:
        draft.say("AFFILIATED_TO", who, draft.named("Organisation", organisation))
    if title:
        draft.say("HOLDS", who, draft.named("Post", title))
    return draft.paper


TARN, DUN = "Tarn Council", "Dunmoor Council"


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        # two boards of one council: a rare name is one person's, a common one may be two people's
        ({"name": "Orla Wraxley", "body": "Audit Committee"}, {"name": "Orla Wraxley", "body": "Planning Committee"}, 1),
        ({"name": "O Wraxley", "body": "Audit Committee"}, {"name": "Orla Wraxley", "body": "Planning Committee"}, 1),
        ({"name": "John Smith", "body": "Audit Committee"}, {"name": "John Smith", "body": "Planning Committee"}, 2),
        ({"name": "John Smith", "body": "Audit Committee"}, {"name": "John Smith", "body": "Audit Committee"}, 1),
        # a staff list and minutes
        ({"name": "Orla Wraxley", "title": "Head of Drains", "organisation": TARN}, {"name": "Orla Wraxley", "body": OTHER}, 1),
        # father and son
        ({"name": "John A Moss", "body": "Audit Committee"}, {"name": "John B Moss", "body": "Audit Committee"}, 2),
        # two councils, each of which has such a committee
        ({"name": "John Smith", "body": "Audit Committee"}, {"name": "John Smith", "body": "Audit Committee", "place": DUN}, 2),
        ({"name": "Orla Wraxley", "body": "Audit Committee"}, {"name": "Orla Wraxley", "body": "Arts Forum", "place": DUN}, 2),
        # a party is nobody's place, and two posts in one large organisation may be two people's
        (
            {"name": "Jack Moss", "body": "Audit Committee", "organisation": "Labour"},
            {"name": "Jack Moss", "body": "Arts Forum", "organisation": "Labour", "place": DUN},
            2,
        ),
        (
            {"name": "Kate Brown", "organisation": TARN, "title": "Head of Storm Drains"},
            {"name": "Kate Brown", "organisation": TARN, "title": "Director of Public Libraries"},
            2,
        ),
    ],
)
def test_what_papers_tell_is_weighed(one, other, count):
    papers = [paper(path, **{"place": TARN} | told) for path, told in (("a.txt", one), ("b.txt", other))]
    assert len(people(*papers)) == count


def test_whom_two_could_be_who_are_not_one_is_joined_to_neither():
    here, there = ({"body": "Audit Committee", "place": place} for place in (TARN, DUN))
    papers = [paper("a.txt", "John Smith", **here), paper("b.txt", "John Smith", **there)]
    assert len(people(*papers, paper("c.txt", "John Smith", body="Audit Committee"))) == 3
    assert len(people(*papers, paper("d.txt", "John Smith", **here))) == 2


def twelve_papers():
    """Papers of two bodies over years in which the same people, and namesakes of them, stand in many forms."""
    forms = ["Janet Wraxley", "J Wraxley", "Jan Wraxley", "John Moss", "Jack Moss", "J Moss", "Ann Hale", "A Hale", "Mrs Hale"]
    rng = random.Random(5)
    found = []
    for at in range(12):
        draft = Draft(f"p{at}.txt", body=rng.choice([BOARD, OTHER, "Audit Committee"]), date=f"20{10 + at}-05-0{1 + at % 9}")
        for person in rng.sample(forms, 4):
            draft.present(person)
        if at % 3:
            draft.name("Organisation", rng.choice([TARN, DUN]))
        found.append(draft.paper)
    return found


def test_two_hundred_orders_of_twelve_papers_give_one_graph():
    papers, rng = twelve_papers(), random.Random(9)
    expected = exported(build(papers, resolve(papers, NOTHING_JUDGED)))
    assert len({n.id for n in nodes(build(papers, resolve(papers)), "Person")}) < sum(len(set(p.people)) for p in papers)
    for _ in range(200):
        store, left = Shelf(), rng.sample(papers, len(papers))
        while left:
            some = rng.randint(1, 4)
            load(store, left[:some])
            left = left[some:]
        assert exported(read_graph(store)) == expected
