"""Papers that do not agree on who was at a meeting: both sides are kept and marked, in whatever order the papers come."""

from itertools import permutations

import pytest
from sederunt.graph.build import build
from sederunt.graph.resolve import resolve
from sederunt.graph.statement import Mention
from sederunt.graph.store import read_graph
from sederunt.graph.update import forget, load

from tests.graph.conftest import BOARD, Draft
from tests.graph.test_update import Shelf

DAY = "2019-12-03"


def minutes(path="minutes.txt", *, present=(), away=()):
    draft = Draft(path, date=DAY)
    for name in present:
        draft.present(name)
    for name in away:
        draft.apologies(name)
    return draft.paper


def later(link, name, **values):
    """The minutes of the next meeting, which put those of the first right."""
    draft = Draft("later.txt", date="2020-01-07")
    draft.present("Ben Moss")
    first = Mention(kind="Meeting", text="", section="mentioned", body=BOARD, date=DAY)
    draft.say(link, draft.named("Person", name, "told present"), first, confidence=0.8, **values)
    return draft.paper


def told(graph, name="Ann Hale"):
    """(link, disputed, correction, how many statements) for what is told of one person at the first meeting."""
    people = {n.id for n in graph.nodes if n.properties.get("name") == name}
    return {
        (e.type, e.properties.get("disputed", False), e.properties.get("correction", False), len(e.properties["statements"]))
        for e in graph.edges
        if e.start in people and e.end.endswith(DAY) and e.type in ("ATTENDED", "SENT_APOLOGIES", "ABSENT_FROM")
    }


def built(*papers):
    """What is told, after it is seen to be the same whatever the order, built at once or loaded one by one."""
    found = [told(build(order, resolve(order))) for order in permutations(papers)]
    for order in permutations(papers):
        store = Shelf()
        for paper in order:
            load(store, [paper])
        found.append(told(read_graph(store)))
    assert all(each == found[0] for each in found)
    return found[0]


def test_papers_that_agree_are_not_disputed():
    assert built(minutes(present=["Ann Hale"]), minutes("draft.txt", present=["Ann Hale"])) == {("ATTENDED", False, False, 2)}


def test_a_draft_and_the_approved_minutes_that_differ_are_both_kept_and_marked():
    found = built(minutes(present=["Ann Hale"]), minutes("draft.txt", away=["Ann Hale"]))
    assert found == {("ATTENDED", True, False, 1), ("SENT_APOLOGIES", True, False, 1)}


def test_others_at_the_meeting_are_not_marked():
    papers = [minutes(present=["Ann Hale", "Cy Dunn"]), minutes("draft.txt", present=["Cy Dunn"], away=["Ann Hale"])]
    assert told(build(papers, resolve(papers)), "Cy Dunn") == {("ATTENDED", False, False, 2)}


def test_a_correction_adds_and_marks_what_it_contradicts():
    found = built(minutes(present=["Ben Moss"], away=["Ann Hale"]), later("ATTENDED", "Ann Hale", correction=True))
    assert found == {("ATTENDED", True, True, 1), ("SENT_APOLOGIES", True, False, 1)}


def test_what_a_correction_strikes_out_is_kept_with_both_statements():
    found = built(minutes(present=["Ben Moss"], away=["Ann Hale"]), later("SENT_APOLOGIES", "Ann Hale", struck=True))
    assert found == {("SENT_APOLOGIES", True, False, 2)}


def test_striking_out_what_no_paper_says_makes_no_link():
    assert built(later("SENT_APOLOGIES", "Ann Hale", struck=True)) == set()


@pytest.mark.parametrize("gone", ["draft.txt", "later.txt"])
def test_the_mark_goes_with_the_paper_that_disagreed(gone):
    store = Shelf()
    other = minutes("draft.txt", away=["Ann Hale"]) if gone == "draft.txt" else later("ATTENDED", "Ann Hale", struck=True)
    load(store, [minutes(present=["Ann Hale", "Ben Moss"]), other])
    assert {disputed for _, disputed, *_ in told(read_graph(store))} == {True}
    forget(store, gone)
    assert told(read_graph(store)) == {("ATTENDED", False, False, 1)}
