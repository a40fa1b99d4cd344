"""Whom a judgement lets be forgotten no saved query tells of."""

import shlex

import pytest
from sederunt.graph.deciding import Signed, forget
from sederunt.graph.errors import SederuntError
from sederunt.graph.judging import judge
from sederunt.queries.ask import ask
from sederunt.queries.catalogue import names, saved

from tests.engines.conftest import empty_store
from tests.engines.graphs import example_graph, putting

NAME = "Imran Chaudhry"
_BEARERS = "MATCH (p:Person {name: $name}) RETURN p.id AS id ORDER BY id"


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with empty_store("embedded", tmp_path_factory.mktemp("forgotten")) as opened:
        opened.apply(putting(example_graph()))
        while bearers := opened.ask(_BEARERS, {"name": NAME}).rows:
            judge(opened, lambda graph, log, who=bearers[0][0]: forget(graph, log, who, Signed(who="clerk", day="2026-11-23")))
        yield opened


@pytest.mark.parametrize("name", names())
def test_no_saved_query_tells_of_who_is_forgotten(store, name):
    query, *values = shlex.split(saved(name).example)
    try:
        answer = ask(store, query, dict(value.split("=", 1) for value in values))
    except SederuntError:
        assert NAME in saved(name).example  # which asks for that very person
    else:
        assert "Chaudhry" not in str(answer.table)
        assert "chaudhry" not in str(answer.table)
