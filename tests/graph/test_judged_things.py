"""What people decide of bodies: which are one and which are not, whatever the rules make of their names."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sederunt.graph.bodies import merge_things, namings, separate_things
from sederunt.graph.build import build
from sederunt.graph.deciding import undo
from sederunt.graph.errors import QueryError
from sederunt.graph.judged import judged_by
from sederunt.graph.judgements import Spoken, Verb, noted
from sederunt.graph.judging import judge
from sederunt.graph.kinds import BODY, ORGANISATION, UNIT
from sederunt.graph.logbook import read_log
from sederunt.graph.nearby import Nearby
from sederunt.graph.resolve import resolve
from sederunt.graph.statement import mention_id
from sederunt.graph.store import read_graph
from sederunt.graph.things import STRUCTURE
from sederunt.graph.update import load, rebuild

from tests.conftest import scaled
from tests.graph.conftest import Draft, by_name, nodes, unhurried
from tests.graph.test_called import _SAID, LYDHAM, TARN, WHOLE, a_paper, declaring, paper
from tests.graph.test_judged_random import History
from tests.graph.test_judging import CLERK, stored
from tests.graph.test_update_random import exported


def bodies(store):
    return sorted(n.properties["name"] for n in nodes(read_graph(store), BODY))


def one(store, *names, force=False):
    ids = tuple(by_name(read_graph(store), name).id for name in names)
    judge(store, lambda graph, log: merge_things(graph, log, ids, CLERK, force=force))


def apart(store, *names):
    ids = [by_name(read_graph(store), name).id for name in names]
    judge(store, lambda graph, log: separate_things(graph, log, ids, CLERK))


def is_whole(store, *papers):
    """Whether a store holds what its papers and judgements give when all are taken together."""
    built = build(papers, resolve(papers, judged_by(read_log(store))))
    return rebuild(store) == 0 and exported(read_graph(store)) == exported(built)


def test_two_names_that_nothing_connects_are_one_if_somebody_says_so():
    papers = [paper("a", "Schools Forum", people=["Janet Wraxley"]), paper("b", "Heads Group", people=["J Wraxley"])]
    store = stored(papers)
    assert (len(bodies(store)), len(nodes(read_graph(store), "Person"))) == (2, 2)
    one(store, "Schools Forum", "Heads Group")
    assert bodies(store) == ["Schools Forum"]
    assert len(nodes(read_graph(store), "Person")) == 1
    assert is_whole(store, *papers)
    more = [paper("c", "Heads Group", date="2020-01-07")]
    load(store, more)
    assert bodies(store) == ["Schools Forum"]
    assert is_whole(store, *papers, *more)


def test_what_was_decided_is_taken_back():
    papers = [paper("a", "Schools Forum"), paper("b", "Heads Group")]
    store = stored(papers)
    before = exported(read_graph(store))
    one(store, "Schools Forum", "Heads Group")
    judge(store, lambda _, log: undo(log, 0, CLERK))
    assert exported(read_graph(store)) == before


def test_an_abbreviation_is_not_what_the_rules_think_if_somebody_says_so():
    papers = [declaring("a"), paper("b", "HWB"), paper("c", WHOLE)]
    store = stored(papers)
    assert bodies(store) == [WHOLE]
    apart(store, WHOLE)
    assert bodies(store) == ["HWB", WHOLE]
    assert is_whole(store, *papers)
    load(store, [again := paper("d", "HWB", date="2020-01-07")])
    assert bodies(store) == ["HWB", WHOLE]
    assert is_whole(store, *papers, again)


def test_boards_of_papers_that_name_no_organisation_are_one_if_somebody_says_so():
    papers = [paper("a", "Board", people=["Ann Hale"]), paper("b", "Board", people=["Tom Reed"])]
    store = stored(papers)
    ids = tuple(n.id for n in nodes(read_graph(store), BODY))
    judge(store, lambda graph, log: merge_things(graph, log, ids, CLERK, force=False))
    assert bodies(store) == ["Board"]
    assert is_whole(store, *papers)


def test_two_councils_have_one_board_if_somebody_says_so():
    papers = [paper("a", WHOLE, of=TARN), paper("b", WHOLE, of=LYDHAM)]
    store = stored(papers)
    ids = tuple(n.id for n in nodes(read_graph(store), BODY))
    assert len(ids) == 2
    judge(store, lambda graph, log: merge_things(graph, log, ids, CLERK, force=False))
    assert bodies(store) == [WHOLE]
    assert is_whole(store, *papers)


def test_a_judgement_waits_for_its_papers_in_any_order():
    papers = [paper("a", "Schools Forum"), paper("b", "Heads Group"), paper("c", "Heads Group", date="2020-01-07")]
    first = stored(papers)
    one(first, "Schools Forum", "Heads Group")
    log = read_log(first)
    for order in (papers, papers[::-1], [papers[1], papers[0], papers[2]]):
        store = stored([])
        judge(store, lambda graph, _: log)
        for each in order:
            load(store, [each])
        assert exported(read_graph(store)) == exported(read_graph(first))


def test_what_is_one_already_or_stands_in_one_paper_by_one_name_is_refused():
    store = stored([paper("a", "Schools Forum")])
    with pytest.raises(QueryError, match="nothing to separate"):
        apart(store, "Schools Forum")
    with pytest.raises(QueryError, match="same thing"):
        one(store, "Schools Forum", "Schools Forum")
    with pytest.raises(QueryError, match="with that name alone"):
        apart(store, "Schools Forum", "Schools Forum")


def test_bodies_of_one_name_that_nothing_tells_apart_are_as_many_as_papers_if_somebody_says_so():
    papers = [paper(name, "Schools Forum", date=f"2019-12-0{at}") for at, name in enumerate("abc", 1)]
    store = stored(papers)
    apart(store, "Schools Forum")
    assert bodies(store) == ["Schools Forum"] * 3
    assert is_whole(store, *papers)
    meetings = {e.start: e.end for e in read_graph(store).edges if e.type == "MEETING_OF"}
    assert len(set(meetings.values())) == 3
    load(store, [more := paper("d", "Schools Forum", date="2019-12-09")])
    assert len(bodies(store)) == 4
    assert is_whole(store, *papers, more)


def test_one_of_several_papers_means_something_else_if_somebody_says_so_and_what_comes_goes_with_the_others():
    papers = [paper(name, "Schools Forum", date=f"2019-12-0{at}") for at, name in enumerate("abc", 1)]
    store = stored(papers)
    apart(store, "Schools Forum")
    ids = sorted(n.id for n in nodes(read_graph(store), BODY))
    judge(store, lambda graph, log: merge_things(graph, log, (ids[0], ids[1]), CLERK, force=False))
    assert len(bodies(store)) == 2
    assert is_whole(store, *papers)


def test_two_that_differ_stay_two_though_a_paper_declares_that_one_is_short_for_the_other():
    papers = [paper("a", WHOLE), paper("b", "HWB")]
    store = stored(papers)
    apart(store, WHOLE, "HWB")
    load(store, [more := declaring("c")])
    assert bodies(store) == ["HWB", WHOLE]
    assert is_whole(store, *papers, more)


def test_what_reports_to_a_body_is_not_that_body_unless_it_is_said_with_force():
    draft = Draft("a.txt", body="Schools Forum")
    draft.say("REPORTS_TO", draft.named(BODY, "Heads Group"), draft.named(BODY, "Schools Forum"))
    store = stored([draft.paper])
    with pytest.raises(QueryError, match="Heads Group reports to Schools Forum, as papers say"):
        one(store, "Heads Group", "Schools Forum")
    one(store, "Heads Group", "Schools Forum", force=True)
    assert bodies(store) == ["Schools Forum"]
    assert is_whole(store, draft.paper)


def test_units_of_two_directorates_are_one_if_somebody_says_so():
    papers = []
    for path, directorate in (("a.txt", "Directorate Place"), ("b.txt", "Directorate People")):
        draft = Draft(path)
        draft.name(UNIT, "Health Safety", within=directorate)
        papers.append(draft.paper)
    store = stored(papers)
    ids = tuple(n.id for n in nodes(read_graph(store), UNIT) if n.properties["name"] == "Health Safety")
    judge(store, lambda graph, log: merge_things(graph, log, ids, CLERK, force=False))
    assert len([n for n in nodes(read_graph(store), UNIT) if n.properties["name"] == "Health Safety"]) == 1
    assert is_whole(store, *papers)


def test_things_of_two_kinds_are_not_one_whatever_a_log_says():
    papers = [paper("a", "Schools Forum"), paper("b", "Heads Group", "Harbour Trust", kind=ORGANISATION)]
    store = stored(papers)
    before = exported(read_graph(store))
    spoken = [
        m
        for name in ("Schools Forum", "Harbour Trust")
        for v in namings(Nearby(store), by_name(read_graph(store), name).id)
        for m in v.mentions
    ]
    judge(store, lambda _, log: noted(log, [CLERK.judgement(Verb.SAME, spoken)]))
    assert bodies(store) == ["Heads Group", "Schools Forum"]
    assert is_whole(store, *papers)
    judge(store, lambda _, log: undo(log, 0, CLERK))
    assert exported(read_graph(store)) == before


def test_what_an_identifier_tells_is_not_decided_of():
    draft = Draft("a.txt", body="Schools Forum")
    draft.name(BODY, "Harbour Board", key="x1")
    store = stored([draft.paper])
    with pytest.raises(QueryError, match="identifier"):
        one(store, "Harbour Board", "Schools Forum")


# Any sequence ----------------------------------------------------------------------

_SAYS = (*_SAID, "Harbour Trust", "Quay Office")
_KINDS = (BODY, BODY, BODY, UNIT, ORGANISATION)


@st.composite
def any_paper(draw, path):
    """Minutes that name bodies, units within others, what is part of what, and people."""
    pick = lambda some: draw(st.sampled_from(some))  # noqa: E731
    made = draw(a_paper(path))
    draft = Draft(path)
    draft.statements = list(made.statements)
    draft.date = made.date
    for _ in range(draw(st.integers(0, 2))):
        draft.name(pick(_KINDS), pick(_SAYS), "list")
    if draw(st.booleans()):
        draft.name(UNIT, pick(_SAYS), "chart", within=pick(_SAYS))
    if draw(st.booleans()):
        link = pick(("PART_OF", "REPORTS_TO", "REPLACED_BY"))
        draft.say(link, draft.named(BODY, pick(_SAYS), "told"), draft.named(BODY, pick(_SAYS), "told"))
    return draft.paper


class Decisions(History):
    """A store of which people decide which bodies, organisations and units are one, and who is who."""

    def load(self, papers):
        super().load(papers)
        for each in papers:
            for m in each.mentions:
                if m.kind in STRUCTURE:
                    name = mention_id(each.path, m)
                    self.spoken[name] = Spoken(path=each.path, name=name, printed=m.label)

    def decide(self, verb, random):
        """What a person decides of things that they see."""
        things = sorted((n.label, n.id) for n in read_graph(self.store).nodes if n.label in STRUCTURE)
        some = [i for _, i in random.sample(things, min(2, len(things)))]
        try:
            if verb == "merge" and len(some) == 2:
                pair = some[0], some[1]
                judge(self.store, lambda graph, log: merge_things(graph, log, pair, CLERK, force=random.random() < 0.5))
            elif some:
                judge(self.store, lambda graph, log: separate_things(graph, log, some[: random.randint(1, 2)], CLERK))
        except QueryError:
            pass

    def take(self, step):
        if isinstance(step, tuple) and step[0] in ("merge", "separate"):
            self.decide(*step)
        else:
            super().take(step)


_PATHS = tuple(f"{letter}.txt" for letter in "abcdef")


@st.composite
def histories(draw, longest=12):
    """Papers that come and go, with judgements about whatever they speak of."""
    come = st.lists(st.sampled_from(_PATHS).flatmap(any_paper), min_size=1, max_size=3)
    verbs = st.sampled_from(("same", "different", "merge", "separate", "reject", "undo", "undo"))
    judging = st.tuples(verbs, st.randoms(use_true_random=False))
    step = st.one_of(come, judging, judging, judging, st.sampled_from(_PATHS), st.just("rebuild"))
    return [draw(come), *draw(st.lists(step, max_size=longest))]


@unhurried
@given(histories())
def test_with_any_judgements_a_graph_is_what_its_papers_and_log_give(steps):
    history = Decisions()
    for step in steps:
        history.take(step)
        assert exported(read_graph(history.store)) == history.whole()


@settings(max_examples=scaled(5), deadline=None)
@given(st.lists(st.sampled_from(_PATHS).flatmap(any_paper), min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_forty_decisions_taken_back_leave_no_trace(papers, random):
    history = Decisions()
    history.load(papers)
    before = exported(read_graph(history.store))
    for _ in range(40):
        history.take((random.choice(("same", "different", "merge", "separate")), random))
    for judgement in random.sample(log := read_log(history.store), len(log)):
        judge(history.store, lambda _, log, number=judgement.number: undo(log, number, CLERK))
    assert exported(read_graph(history.store)) == before
    assert rebuild(history.store) == 0
