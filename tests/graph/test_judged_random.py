"""Any sequence of loading, forgetting, rebuilding and judging gives exactly the graph of the papers and judgements that are left."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st
from sederunt.graph.build import build, listed
from sederunt.graph.deciding import Signed, merge
from sederunt.graph.errors import QueryError
from sederunt.graph.judged import judged_by
from sederunt.graph.judgements import Judgement, Spoken, Verb, noted
from sederunt.graph.judging import judge
from sederunt.graph.logbook import read_log
from sederunt.graph.names import fold
from sederunt.graph.resolve import resolve
from sederunt.graph.statement import statement_name
from sederunt.graph.store import read_graph
from sederunt.graph.update import forget, load, rebuild

from tests.conftest import scaled
from tests.engines.graphs import example_papers
from tests.graph.conftest import a_paper, unhurried
from tests.graph.test_record import choices
from tests.graph.test_update import Shelf
from tests.graph.test_update_random import PATHS, exported

VERBS = ("same", "same", "different", "different", "not-a-person", "reject", "undo")


class History:
    """A store to which things are done, with the papers that are in it and all of which judgements may speak."""

    def __init__(self, store=None):
        self.store, self.papers, self.spoken, self.said = store or Shelf(), {}, {}, {}

    def load(self, papers):
        load(self.store, papers)
        self.papers |= {paper.path: paper for paper in papers}
        for edge in read_graph(self.store).edges:
            if edge.type == "MENTIONS":
                path = edge.start.partition(":")[2]
                self.spoken |= {name: Spoken(path=path, name=name) for name in listed(edge.properties.get("mentions"))}
        for paper in papers:
            for said in paper.statements:
                name = statement_name(paper.path, said)
                self.said[name] = Spoken(path=paper.path, name=name, printed=said.evidence.quote)

    def forget(self, path):
        if self.papers.pop(path, None):
            forget(self.store, path)

    def judge(self, verb, random):
        if judgement := self._drawn(verb, random):
            judge(self.store, lambda graph, log: [judgement])

    def _drawn(self, verb, random):
        spoken, said = sorted(self.spoken.values(), key=str), sorted(self.said.values(), key=str)
        log = read_log(self.store)
        number = len(log) + 1
        own = {"verb": verb, "number": number, "day": "2026-11-23", "who": "clerk", "why": f"reason {number}"}
        if verb == "undo":
            return Judgement(undone=random.choice(log).number, **own) if log else None
        if verb == "reject":
            return Judgement(what=((random.choice(said),),), **own) if said else None
        some = random.sample(spoken, min(len(spoken), random.choice((2, 2, 2, 3, 4))))
        if len(some) < 2:
            return None
        if verb == "different":
            at = random.randrange(1, len(some))
            groups = tuple((one,) for one in some) if random.random() < 0.5 else (tuple(some[:at]), tuple(some[at:]))
            return Judgement(what=groups, **own)
        return Judgement(what=(tuple(some),), **own)

    def take(self, step):
        if step == "rebuild":
            assert rebuild(self.store) == 0
        elif isinstance(step, list):
            self.load(step)
        elif isinstance(step, tuple):
            self.judge(*step)
        else:
            self.forget(step)

    def wrongly_one(self):
        """The people who have mentions that are said to be different people."""
        judged = judged_by(read_log(self.store))
        mentions = {}
        for edge in read_graph(self.store).edges:
            if edge.type == "MENTIONS":
                mentions.setdefault(edge.end, set()).update(listed(edge.properties.get("mentions")))
        return [name for name, own in mentions.items() if judged.differ(own, frozenset(own))]

    def whole(self):
        papers = list(self.papers.values())
        return exported(build(papers, resolve(papers, judged_by(read_log(self.store)))))


@st.composite
def steps(draw, paths=PATHS[:6], longest=14):
    some = st.lists(a_paper(paths=st.sampled_from(paths)), min_size=1, max_size=3)
    judging = st.tuples(st.sampled_from(VERBS), st.randoms(use_true_random=False))
    step = st.one_of(some, judging, judging, judging, st.sampled_from(paths), st.just("rebuild"))
    first = draw(st.lists(a_paper(paths=st.sampled_from(paths)), min_size=2, max_size=4))
    return [first, *draw(st.lists(step, max_size=longest))]


@unhurried
@given(steps())
def test_any_sequence_gives_the_graph_of_the_papers_and_judgements_that_are_left(some_steps):
    history = History()
    for step in some_steps:
        history.take(step)
        assert exported(read_graph(history.store)) == history.whole()
        assert not history.wrongly_one()


@settings(max_examples=scaled(5), deadline=None)
@given(st.lists(a_paper(paths=st.sampled_from(PATHS)), min_size=2, max_size=8), st.randoms(use_true_random=False))
def test_fifty_judgements_taken_back_leave_no_trace(papers, random):
    history = History()
    history.load(papers)
    before = exported(read_graph(history.store))
    for _ in range(50):
        history.judge(random.choice(VERBS[:-1]), random)
    for judgement in random.sample(log := read_log(history.store), len(log)):
        own = {"verb": Verb.UNDO, "undone": judgement.number, "day": "2026-11-23"}
        judge(history.store, lambda _, log, own=own: noted(log, [Judgement(**own)]))
    assert exported(read_graph(history.store)) == before
    assert rebuild(history.store) == 0


def said(graph, who):
    """What every statement says, in the end of whom; ``who`` tells of people who they are."""
    ends = (
        (n, (who.get(str(n.properties.get(end)), n.properties.get(end)) for end in ("subject", "object"))) for n in graph.nodes
    )
    own = ("link", "value", "status", "quote")
    return {n.id: (*both, *map(n.properties.get, own)) for n, both in ends if n.label == "Statement"}


def seats(graph, person):
    """The names under which each paper shows somebody at each meeting."""
    found = {}
    for n in graph.nodes:
        if n.properties.get("link") == "ATTENDED" and n.properties["subject"] == person:
            (path,) = [e.end for e in graph.edges if e.type == "IN_DOCUMENT" and e.start == n.id]
            found.setdefault((path, n.properties["object"]), set()).add(
                fold(json.loads(n.properties["claim"])[1]["subject"]["text"])
            )
    return found


def reports_to_self(graph, person):
    posts = {e.end for e in graph.edges if e.type == "HOLDS" and e.start == person}
    return any(e.type == "REPORTS_TO" and {e.start, e.end} <= posts for e in graph.edges)


@settings(max_examples=scaled(50), deadline=None)
@given(st.lists(a_paper(paths=st.sampled_from(PATHS[:4])), min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_a_merge_leaves_what_is_said_as_it_is_and_nobody_in_two_places(papers, random):
    history = History()
    history.load(papers)
    before = read_graph(history.store)
    people = [n.id for n in before.nodes if n.label == "Person"]
    if len(people) < 2:
        return
    pair = tuple(random.sample(people, 2))
    try:
        judge(history.store, lambda graph, log: merge(graph, log, pair, Signed(who="clerk", day="2026-11-23"), force=False))
    except QueryError as error:
        assert "--force" in str(error)
        return
    after = read_graph(history.store)
    (one,) = {n.id for n in after.nodes if n.label == "Person"} & {*pair}
    assert said(after, {one: "them"}) == said(before, dict.fromkeys(pair, "them"))
    crowded = [len(names) for person in pair for names in seats(before, person).values()]
    assert max(map(len, seats(after, one).values()), default=1) <= max(crowded, default=1)
    assert reports_to_self(after, one) <= any(reports_to_self(before, person) for person in pair)


@settings(max_examples=scaled(5), deadline=None)
@given(choices, st.randoms(use_true_random=False))
def test_example_papers_come_and_go_among_judgements(chosen, random):
    history = History()
    for number in chosen:
        paper = example_papers()[number]
        if paper.path in history.papers:
            history.forget(paper.path)
        else:
            history.load([paper])
        for _ in range(3):
            history.judge(random.choice(VERBS), random)
    assert exported(read_graph(history.store)) == history.whole()
