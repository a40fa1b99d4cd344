"""Any sequence of loading, new versions, forgetting and rebuilding gives exactly the graph of the papers that are left."""

from io import StringIO

from hypothesis import given
from hypothesis import strategies as st
from sederunt.graph.build import build
from sederunt.graph.exports.json import write
from sederunt.graph.resolve import resolve
from sederunt.graph.store import read_graph
from sederunt.graph.update import forget, load, rebuild

from tests.graph.conftest import a_paper, unhurried
from tests.graph.test_update import Shelf

PATHS = [f"{letter}.txt" for letter in "abcdefghijkl"]


@st.composite
def steps(draw, paths=PATHS, longest=14):
    """What is done to a graph: papers that are brought in, alone or several at once, and paths that are forgotten."""
    some = st.lists(a_paper(paths=st.sampled_from(paths)), min_size=1, max_size=3)
    step = st.one_of(some, some, st.sampled_from(paths), st.just("rebuild"))
    return draw(st.lists(step, max_size=longest))


def take(store, papers, step):
    """Do a step; returns the papers that are in the graph then."""
    if step == "rebuild":
        assert rebuild(store) == 0
    elif isinstance(step, list):
        load(store, step)
        papers = papers | {paper.path: paper for paper in step}
    elif step in papers:
        forget(store, step)
        papers = {path: paper for path, paper in papers.items() if path != step}
    return papers


def exported(graph) -> str:
    out = StringIO()
    write(graph, out)
    return out.getvalue()


def whole(papers) -> str:
    kept = list(papers.values())
    return exported(build(kept, resolve(kept)))


@unhurried
@given(steps())
def test_any_sequence_gives_the_graph_of_the_papers_that_are_left(some_steps):
    store, papers = Shelf(), {}
    for step in some_steps:
        papers = take(store, papers, step)
        assert exported(read_graph(store)) == whole(papers)


@unhurried
@given(steps(paths=PATHS[:4]), steps(paths=PATHS[4:]), st.randoms(use_true_random=False))
def test_what_comes_and_goes_in_between_leaves_no_trace(stay, go, random):
    store, papers = Shelf(), {}
    todo = [(step, random.random()) for step in stay], [(step, random.random()) for step in go]
    for step, _ in sorted([*todo[0], *todo[1]], key=lambda pair: pair[1]):
        papers = take(store, papers, step)
    for path in PATHS[4:]:
        papers = take(store, papers, path)
    assert exported(read_graph(store)) == whole(papers)
