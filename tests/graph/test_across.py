"""Who is who across papers, by names printed in other forms; and that no order of loading makes a difference."""

import random

import pytest
from sederunt.graph.across import LARGEST_KIN, Local, join
from sederunt.graph.build import build
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
        block = f"{given.casefold()} wraxley"
        return Local(
            f"person:{at:04d}", f"{at}.txt", (name,), frozenset([f"body:b-{at // 2}"]), frozenset(), block, "? wraxley"
        )

    few = [bearer(at, "Janet" if at % 2 else "J") for at in range(2)]
    many = [bearer(at, f"J{'abcdefgh'[at % 8]}{at}") for at in range(2, LARGEST_KIN + 2)]
    assert len(set(join(few).values())) == 1
    assert len(set(join([*few, *many]).values())) == len(few) + len(many)


def twelve_papers():
    """Papers of two bodies over years in which the same people, and namesakes of them, stand in many forms."""
    forms = ["Janet Wraxley", "J Wraxley", "Jan Wraxley", "John Moss", "Jack Moss", "J Moss", "Ann Hale", "A Hale", "Mrs Hale"]
    rng = random.Random(5)
    return [
        minutes(f"p{at}", *rng.sample(forms, 4), body=rng.choice([BOARD, OTHER]), date=f"20{10 + at}-05-0{1 + at % 9}")
        for at in range(12)
    ]


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
