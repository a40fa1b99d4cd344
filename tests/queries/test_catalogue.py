import pytest
from sederunt.graph.errors import QueryError
from sederunt.queries.catalogue import EVIDENCE, Parameter, catalogue, names, parse, saved

NO_FACTS = {"best-linked", "person", "counts", "link-counts", "documents", "find"}

HEAD = """// title: T
// question: Q?
// parameters:
//   body (Body): the board
//   at_least (number, 2): how many
// columns:
//   person_id, person: who
// bound: 200 rows, 60 s
// example: t body="B"
RETURN 1 AS one
"""


def test_a_head_is_read():
    query = parse("t", HEAD)
    assert query.parameters == (
        Parameter("body", "Body", "the board", required=True),
        Parameter("at_least", "number", "how many", required=False, default=2),
    )
    assert [column.name for column in query.columns] == ["person_id", "person"]
    assert (query.bound.rows, query.bound.seconds) == (200, 60)
    assert query.cypher == "RETURN 1 AS one"


@pytest.mark.parametrize("missing", ["title", "question", "columns", "bound", "example"])
def test_a_head_that_lacks_something_is_refused(missing):
    with pytest.raises(QueryError, match=f"lacks {missing}"):
        parse("t", HEAD.replace(f"// {missing}", "// other"))


def test_a_head_with_a_bad_line_is_refused():
    with pytest.raises(QueryError, match="not a parameter: 'body Body'"):
        parse("t", HEAD.replace("body (Body): the board", "body Body"))


@pytest.mark.parametrize("bound", ["many rows", "0 rows", "60 s", "200 rows, 0 s", ""])
def test_a_head_with_a_bad_bound_is_refused(bound):
    with pytest.raises(QueryError, match=r"not a bound|lacks bound"):
        parse("t", HEAD.replace("// bound: 200 rows, 60 s", f"// bound: {bound}".rstrip()))


def test_an_unknown_query_is_told_with_the_closest():
    with pytest.raises(QueryError, match="did you mean 'members'"):
        saved("member")


@pytest.mark.parametrize("name", names())
def test_every_query_keeps_the_house_rules(name):
    query = saved(name)
    assert query.example.split()[0] == name
    assert "ORDER BY" in query.cypher
    assert "id(" not in query.cypher.replace("_id(", "")
    assert query.question.endswith("?")
    assert query.bound.seconds or any(parameter.required for parameter in query.parameters)
    for parameter in query.parameters:
        assert f"${parameter.name}" in query.cypher
    if name not in NO_FACTS:
        assert {column.name for column in query.columns} >= set(EVIDENCE)


def test_there_are_enough():
    assert len(catalogue()) >= 24
