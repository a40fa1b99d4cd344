"""Any sequence of loading, forgetting, rebuilding and judging gives exactly the graph of the papers and judgements that are left."""

from hypothesis import given, settings
from hypothesis import strategies as st
from sederunt.graph.build import build, listed
from sederunt.graph.judged import judged_by
from sederunt.graph.judgements import Judgement, Spoken, Verb, noted
from sederunt.graph.logbook import read_log
from sederunt.graph.resolve import resolve
from sederunt.graph.statement import statement_name
from sederunt.graph.store import read_graph
from sederunt.graph.update import forget, judge, load, rebuild

from tests.conftest import scaled
from tests.graph.conftest import a_paper, unhurried
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
