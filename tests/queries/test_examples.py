"""The example at the head of each saved query, asked of the example papers."""

import shlex
from pathlib import Path

import pytest
from sederunt.graph.build import build
from sederunt.graph.model import Graph, difference
from sederunt.graph.resolve import resolve
from sederunt.graph.store import open_store
from sederunt.loaders.load import find_papers, read_paper
from sederunt.queries.ask import ask
from sederunt.queries.catalogue import names, saved

PAPERS = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    papers = [read_paper(file, file.name).paper for file in find_papers([PAPERS])]
    with open_store(tmp_path_factory.mktemp("examples") / "examples.graph", create=True) as store:
        store.apply(difference(Graph(), build(papers, resolve(papers))))
        yield store


@pytest.mark.parametrize("name", names())
def test_the_example_has_an_answer(loaded, name):
    query, *values = shlex.split(saved(name).example)
    assert ask(loaded, query, dict(value.split("=", 1) for value in values))
