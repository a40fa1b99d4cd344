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
    assert query.cypher == "RETURN 1 AS one"


@pytest.mark.parametrize("missing", ["title", "question", "columns", "example"])
def test_a_head_that_lacks_something_is_refused(missing):
    with pytest.raises(QueryError, match=f"lacks {missing}"):
        parse("t", HEAD.replace(f"// {missing}", "// other"))


def test_a_head_with_a_bad_line_is_refused():
    with pytest.raises(QueryError, match="not a parameter: 'body Body'"):
        parse("t", HEAD.replace("body (Body): the board", "body Body"))


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
    for parameter in query.parameters:
        assert f"${parameter.name}" in query.cypher
    if name not in NO_FACTS:
        assert {column.name for column in query.columns} >= set(EVIDENCE)


def test_there_are_enough():
    assert len(catalogue()) >= 24
