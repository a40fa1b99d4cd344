"""The example papers, asked on both engines: the same answers, row by row, in the same order."""

import shlex

import pytest
from sederunt.graph.errors import SederuntError
from sederunt.graph.kinds import ACTION, BODY, DOCUMENT, MEETING, ORGANISATION, PERSON, POST, UNIT
from sederunt.queries.ask import ask
from sederunt.queries.catalogue import names, saved
from sederunt.queries.chart import chart
from sederunt.queries.find import find, find_all, find_document

from tests.engines.conftest import empty_store
from tests.engines.graphs import example_graph, putting

STRUCTURE = (BODY, ORGANISATION, UNIT, POST)
ANYTHING = (PERSON, *STRUCTURE, MEETING)


@pytest.fixture(scope="module")
def graph():
    return example_graph()


@pytest.fixture(scope="module")
def both(tmp_path_factory):
    folder = tmp_path_factory.mktemp("examples")
    with empty_store("embedded", folder) as embedded, empty_store("neo4j", folder) as served:
        for store in (embedded, served):
            store.apply(putting(example_graph()))
        yield embedded, served


def told(look_up, store, *given):
    """What a look-up finds, or the sentence that says why it does not."""
    try:
        return look_up(store, *given)
    except SederuntError as error:
        return str(error)


def same(both, look_up, *given):
    """What a look-up finds on both engines."""
    one, other = (told(look_up, store, *given) for store in both)
    assert one == other, given
    return one


@pytest.mark.parametrize("name", names())
def test_the_example_of_a_saved_query_has_the_same_answer(both, name):
    query, *values = shlex.split(saved(name).example)
    one, other = (ask(store, query, dict(value.split("=", 1) for value in values)) for store in both)
    assert one.table == other.table
    assert one or name in {"disputed", "told-terms"}  # in the example papers nothing is disputed, and no term is told


@pytest.mark.parametrize("stated", [False, True])
def test_the_charts_of_everything_are_the_same(both, graph, stated):
    branches = [
        same(both, lambda store, id_: chart(store, id_, stated=stated), node.id)
        for node in graph.nodes
        if node.label in (ORGANISATION, UNIT, BODY)
    ]
    assert sum(bool(branch.children) for branch in branches) > 10


def test_everything_is_found_by_its_name(both, graph):
    forms = {n.properties["name"]: n for n in graph.nodes if n.label in ANYTHING}
    found = {form: same(both, find_all, form, ANYTHING) for form in forms}
    assert all(forms[form].id in {thing.id for thing in things} for form, things in found.items())


def test_parts_of_names_and_typos_find_the_same(both, graph):
    people = [str(n.properties["name"]) for n in graph.nodes if n.label == PERSON]
    parts = sorted({name.split()[-1] for name in people[::4]} | {name[:-2] + name[-1] for name in people[::4]})
    found = [same(both, find, part, ANYTHING) for part in [*parts, "no such name", "board", "head"]]
    assert 0 < sum(isinstance(thing, str) for thing in found) < len(found)


def test_documents_are_found_the_same(both, graph):
    papers = [n for n in graph.nodes if n.label == DOCUMENT]
    forms = [str(n.properties[key]) for n in papers for key in ("path", "title", "name")]
    found = [same(both, find_document, form) for form in [*forms, "nowhere.txt"]]
    assert {paper.id for paper in found[:-1] if not isinstance(paper, str)} == {n.id for n in papers}


def test_ids_find_what_has_them(both, graph):
    ids = [n.id for n in graph.nodes if n.label in (*ANYTHING, ACTION)][::5]
    assert [same(both, find, id_, (*ANYTHING, ACTION)).id for id_ in ids] == ids
