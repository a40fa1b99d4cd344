"""The smallest query of each shape that the embedded engine, left alone, answers wrong: right here, or refused with a sentence."""

import pytest
from sederunt.graph.errors import QueryError
from sederunt.graph.shapes import put_right
from sederunt.graph.store import Store

from tests.engines.graphs import board, putting

PUT_RIGHT = [
    # No rows: a node with a label is looked up by what an UNWIND after a MATCH gives.
    ("MATCH (b:Body) UNWIND ['person:1'] AS x MATCH (p:Person {id: x}) RETURN p.name AS name", [("Ann Oakley",)]),
    ("MATCH (:Person)-[r:SITS_ON]->() UNWIND r.statements AS s WITH s WHERE s > 's1' RETURN s ORDER BY s", [("s2",), ("s3",)]),
    # Rows lost: a test whose variables are not seen is made at the first node, before they are there.
    ("MATCH p = (a:Person)-[:HOLDS]->(b) WHERE all(x IN nodes(p) WHERE x.id <> 'x') OR a.name = 'x' RETURN a.id AS id", [("person:2",)]),
    ("MATCH (a:Person)-[r:SITS_ON]->(b) WHERE r.statements[0..1] = ['s3'] XOR a.name = 'x' RETURN a.id AS id", [("person:2",)]),
    ("MATCH (a:Post)-[r:REPORTS_TO]->(b) WHERE any(x IN [1] WHERE b.seats = x) OR a.seats = 1 RETURN a.id AS id", [("post:2",)]),
    ("MATCH (a:Post)-[r:REPORTS_TO]->(b) WHERE isEmpty(b.aliases) OR a.seats = 1 RETURN a.id AS id", [("post:2",)]),
    ("MATCH (a:Post)-[r:REPORTS_TO]->(b) WHERE NOT EXISTS { (b)-[:REPORTS_TO]->() } OR a.seats = 1 RETURN a.id AS id", [("post:2",)]),
    ("CALL { MATCH (a:Post)-[r:REPORTS_TO]->(b) WHERE any(x IN [1] WHERE b.seats = x) OR a.seats = 1 RETURN a } RETURN a.id AS id", [("post:2",)]),
]  # fmt: skip

REFUSED = [
    # No rows.
    ("MATCH ()-[r:SITS_ON]->() MATCH (s:Statement {id: r.statements[0]}) RETURN s.id AS id", r"WHERE x\.id = …"),
    ("MATCH ()-[r:SITS_ON]->() MATCH (s:Statement {id: head(r.statements)}) RETURN s.id AS id", r"WHERE x\.id = …"),
    # A value that is worked out row by row and not group by group.
    ("MATCH (p:Person)-[r:SITS_ON]->() RETURN p.id AS id, 'chair' IN collect(r.role) AS chairs", r"collect\(…\) AS value"),
    ("MATCH (p:Person)-[r:SITS_ON]->() RETURN p.id AS id, max(r.role) IS NULL AS none", r"max\(…\) AS value"),
    ("MATCH (p:Person)-[r:SITS_ON]->() RETURN p.id AS id, count(r) > 1 AND true AS many", r"count\(…\) AS value"),
    ("MATCH (p:Person)-[r:SITS_ON]->() WITH p, NOT count(r) > 1 AS one RETURN p.id AS id, one", r"count\(…\) AS value"),
    # The path is searched first and tested afterwards.
    (
        "MATCH (a:Post), (b:Person) MATCH p = shortestPath((a)-[*..3]-(b)) WHERE none(n IN nodes(p) WHERE n:Body) RETURN 1 AS x",
        "name the relationship types",
    ),
    (
        "MATCH (a:Body), (b:Person) MATCH p = shortestPath((a)-[*..3]-(b)) WHERE length(p) > 1 RETURN 1 AS x",
        "relationship types",
    ),
    (
        "MATCH (a:Body), (b:Person) MATCH shortestPath((a)-[r*..3]-(b)) WHERE all(x IN r WHERE x.role = 'y') RETURN 1 AS x",
        "relationship types",
    ),
    # Ordered by what had the name before.
    ("UNWIND [1, 2] AS x WITH 0 AS x, 3 - x AS y RETURN DISTINCT x AS o, y AS x ORDER BY o, x", "choose a name"),
    # A test made too early, where a WITH cannot stand between the pattern and its test.
    (
        "MATCH (z:Body) OPTIONAL MATCH (a:Post)-[r:REPORTS_TO]->(b) WHERE any(x IN [1] WHERE b.seats = x) OR a.seats = 1 RETURN b",
        "OPTIONAL MATCH",
    ),
    (
        "MATCH (z:Body) WHERE EXISTS { MATCH (a:Post)-->(b) WHERE any(x IN [1] WHERE b.seats = x) XOR a.seats = 9 } RETURN z",
        "EXISTS",
    ),
]

WELL_WRITTEN = [
    "MATCH (p:Person)-[r:SITS_ON]->() WITH p, count(r) AS seats WHERE seats > 1 AND true RETURN p.id AS id",
    "MATCH (p:Person)-[r:SITS_ON]->() RETURN p.id AS id, count(r) + 1 AS more, size(collect(r.role)) AS roles ORDER BY id",
    "UNWIND ['person:1'] AS x MATCH (p:Person {id: x}) RETURN p.id AS id",
    "MATCH (p:Person) WITH p UNWIND p.aliases AS x RETURN x",
    "MATCH (p:Person) WHERE any(x IN p.aliases WHERE x > 'A') RETURN p.id AS id",
    "MATCH (p:Person) OPTIONAL MATCH (p)-[r:SITS_ON]->(b) WHERE any(x IN r.statements WHERE x > 's1') RETURN b.id AS id",
    "MATCH (a:Body), (b:Person) WHERE a.id > b.id MATCH p = shortestPath((a)-[:SITS_ON*..3]-(b)) RETURN length(p) AS far",
]


@pytest.mark.parametrize(("cypher", "rows"), PUT_RIGHT)
def test_a_query_is_put_right(store: Store, cypher: str, rows: list[tuple[str, ...]]) -> None:
    store.apply(putting(board()))
    assert list(store.ask(cypher).rows) == rows


@pytest.mark.parametrize(("cypher", "advice"), REFUSED)
def test_what_cannot_be_put_right_is_refused_with_advice(cypher: str, advice: str) -> None:
    with pytest.raises(QueryError, match=rf"^The embedded engine cannot [^\n]*{advice}[^\n]*\.$"):
        put_right(cypher)


@pytest.mark.parametrize("cypher", WELL_WRITTEN)
def test_what_is_well_written_is_let_through(store: Store, cypher: str) -> None:
    store.apply(putting(board()))
    store.ask(cypher)
    put_right(cypher)
