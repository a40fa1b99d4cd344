"""Who is forgotten is nowhere: in no statement, quote, name or judgement, and in no paper that comes later."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sederunt.graph.build import build
from sederunt.graph.deciding import forget as forget_person
from sederunt.graph.forgotten import cleansed
from sederunt.graph.judged import judged_by
from sederunt.graph.judgements import added, written
from sederunt.graph.judging import judge
from sederunt.graph.logbook import read_log
from sederunt.graph.resolve import resolve
from sederunt.graph.store import read_graph
from sederunt.graph.update import forget, load, rebuild

from tests.conftest import scaled
from tests.engines.graphs import example_papers
from tests.graph.conftest import Draft, by_name, nodes
from tests.graph.test_judged_random import History, steps
from tests.graph.test_judging import CLERK, back, ids_of, joined, person, stored
from tests.graph.test_update import Shelf
from tests.graph.test_update_random import exported


def minutes(path="a.txt", date="2019-12-03", **more):
    """Minutes that name Ann Hale in every way in which somebody can be named."""
    draft = Draft(path, date=date, title=f"Report of Mrs Ann Hale, {date}", **more)
    draft.present("Ann Hale", "chair", initials="AH")
    draft.present("Tom Reed")
    draft.action("Ann Hale and Tom Reed to write to schools", "AH", "TR")
    draft.action("AH to bring Ann Hale’s plan", "Ann")
    draft.person("Mrs Hale")
    return draft


def quoted(draft, *quotes):
    """The paper with these quotes, in order, as far as they go."""
    said = draft.statements
    words = [*quotes, *(s.evidence.quote for s in said[len(quotes) :])]
    pairs = zip(said, words, strict=True)
    return draft.paper.saying(s.model_copy(update={"evidence": s.evidence.model_copy(update={"quote": w})}) for s, w in pairs)


def gone(store, name="Ann Hale"):
    return judge(store, lambda graph, log: forget_person(graph, log, person(store, name), CLERK))


def everything(store):
    return exported(read_graph(store)) + written(read_log(store)) + str([*store.nodes, *store.nodes.values()])


def test_who_is_forgotten_stays_so_by_whatever_name_a_paper_calls_the_board():
    declaring = Draft("a.txt", body="Local Access Forum")
    declaring.name("Body", "Local Access Forum (LAF)")
    short, later = (Draft(f"{path}.txt", body="LAF", date=f"2020-0{at}-01") for at, path in enumerate("bc", 1))
    for draft in (short, later):
        draft.present("Ann Hale")
    store = stored([declaring.paper, short.paper])
    gone(store)
    load(store, [later.paper])
    assert "Hale" not in everything(store)


def test_nothing_is_left_of_who_is_forgotten():
    store = stored([minutes().paper])
    gone(store)
    assert "Hale" not in everything(store)
    assert "hale" not in everything(store)
    (action,) = [n for n in nodes(read_graph(store), "Action") if "schools" in n.properties["name"]]
    assert action.properties["name"] == "and Tom Reed to write to schools"
    assert by_name(read_graph(store), "Tom Reed")
    assert rebuild(store) == 0


def test_a_quote_of_others_is_cut_to_one_piece_without_the_name():
    paper = quoted(minutes(), "The Board, Ann Hale in the chair, met", "Ann Hale", "Present: HALE, Ann; Tom Reed (TR)")
    store = stored([paper])
    gone(store)
    quotes = {n.properties["quote"] for n in nodes(read_graph(store), "Statement")}
    assert {"in the chair, met", "Tom Reed (TR"} <= quotes
    assert "Ann" not in str(quotes)


def test_who_is_forgotten_stays_so_in_versions_and_papers_to_come():
    store = stored([minutes().paper])
    gone(store)
    before = exported(read_graph(store))
    load(store, [minutes().paper])
    assert exported(read_graph(store)) == before
    longer = minutes()
    longer.present("Lowri Pugh")
    longer.person("Ann Hale", "contacts")
    other = Draft("b.txt", date="2020-01-07")
    other.present("Cllr Ann Hale")
    other.present("Bryn Rees")
    load(store, [longer.paper, other.paper])
    assert "Hale" not in everything(store)
    assert ids_of(store, "Lowri Pugh")
    assert ids_of(store, "Bryn Rees")


def test_another_of_that_name_elsewhere_is_kept():
    store = stored([minutes().paper])
    gone(store)
    other = Draft("b.txt", body="Carrick Library Panel")
    other.present("Ann Hale")
    load(store, [other.paper])
    assert ids_of(store, "Ann Hale")


@pytest.mark.parametrize("name", ["Ann Hale-Penn", "Joan-Ann Hale"])
def test_another_with_a_longer_name_is_kept(name):
    draft = minutes()
    draft.present(name)
    store = stored([draft.paper])
    gone(store)
    assert ids_of(store, name)


def test_a_log_is_heard_in_a_graph_that_has_the_papers():
    store, other = stored([minutes().paper]), stored([minutes().paper, minutes("b.txt", "2020-01-07").paper])
    gone(store)
    judge(other, lambda _, log: added(log, read_log(store)))
    assert "Hale" not in everything(other)
    assert rebuild(other) == 0


def test_it_is_the_same_whether_the_papers_come_before_or_after():
    papers = [minutes().paper, minutes("b.txt", "2020-01-07").paper]
    store, other = stored(papers), Shelf()
    gone(store)
    judge(other, lambda _, log: added(log, read_log(store)))
    for paper in reversed(papers):
        load(other, [paper])
    assert exported(read_graph(other)) == exported(read_graph(store))
    forget(store, "a.txt")
    forget(other, "a.txt")
    assert exported(read_graph(other)) == exported(read_graph(store))


def test_judgements_of_before_lose_the_name():
    draft = Draft("b.txt", body="Carrick Library Panel")
    draft.present("Anna Hale-Penn")
    store = stored([minutes().paper, draft.paper])
    joined(store, person(store, "Ann Hale"), person(store, "Anna Hale-Penn"))
    judge(store, lambda graph, log: [read_log(store)[0].model_copy(update={"number": 2, "why": "Ann Hale, so she said"})])
    gone(store, "Anna Hale-Penn")
    assert "Hale" not in everything(store)
    assert len(read_log(store)) == 3


def test_taken_back_the_papers_have_to_be_loaded_again():
    store = stored([minutes().paper])
    before = exported(read_graph(store))
    gone(store)
    back(store)
    assert "Ann Hale" not in everything(store)
    load(store, [minutes().paper])
    assert exported(read_graph(store)) == before


@pytest.mark.parametrize("name", ["Imran Chaudhry", "Niamh Corrigan", "Catrin Bevan"])
def test_of_the_example_papers_nothing_is_left_that_names_somebody(name):
    papers = example_papers()
    store, other = stored(papers), Shelf()
    while bearers := ids_of(store, name):
        judge(store, lambda graph, log, who=bearers[0]: forget_person(graph, log, who, CLERK))
    for word in (name, name.casefold(), name.split()[1]):
        assert word not in everything(store)
    assert rebuild(store) == 0
    judge(other, lambda _, log: added(log, read_log(store)))
    load(other, papers)
    assert exported(read_graph(other)) == exported(read_graph(store))


@settings(max_examples=scaled(25), deadline=None)
@given(steps(longest=8), st.randoms(use_true_random=False))
def test_whenever_people_are_forgotten_the_graph_is_that_of_papers_without_them(some_steps, random):
    history = History()
    for step in some_steps:
        if isinstance(step, tuple) and step[0] == "undo":
            people = [name for name in sorted(history.store.nodes) if name.startswith("person:")]
            if people:
                who = random.choice(people)
                judge(history.store, lambda graph, log, who=who: forget_person(graph, log, who, CLERK))
        else:
            history.take(step)
        judged = judged_by(read_log(history.store))
        papers = [cleansed(paper, judged) for paper in history.papers.values()]
        assert exported(read_graph(history.store)) == exported(build(papers, resolve(papers, judged)))
