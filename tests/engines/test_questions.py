"""Questions: values come back in one form, and nothing that a question says can change the graph."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from sederunt.graph.errors import QueryError
from sederunt.graph.model import Graph
from sederunt.graph.store import Store, read_graph

from tests.engines.graphs import board, edge, node, putting

ANN = {
    "id": "person:1",
    "name": "Ann Oakley",
    "aliases": ["A. Oakley"],
    "initials": ["AO"],
    "partial": False,
    "_labels": ["Person"],
}
BODY = {"id": "body:1", "name": "Harbour Board", "aliases": [], "_labels": ["Body"]}
BO = {"id": "person:2", "name": "Bo Reed", "aliases": [], "initials": [], "partial": True, "_labels": ["Person"]}
CHAIR = {
    "role": "chair",
    "confidence": 1.0,
    "statements": ["s1", "s2"],
    "_type": "SITS_ON",
    "_start": "person:1",
    "_end": "body:1",
}
MEMBER = {"role": "member", "confidence": 0.5, "statements": ["s3"], "_type": "SITS_ON", "_start": "person:2", "_end": "body:1"}
MEETING = {
    "id": "meeting:1",
    "name": "Harbour Board 2011-06-30",
    "aliases": [],
    "date": "2011-06-30",
    "status": "held",
    "_labels": ["Meeting"],
}
MEETING_PATH = {"nodes": [BODY, MEETING], "relationships": [{"_type": "MEETING_OF", "_start": "meeting:1", "_end": "body:1"}]}
PATH = {"nodes": [ANN, BODY, BO], "relationships": [CHAIR, MEMBER]}
FROM_ANN_TO_BO = (
    "MATCH p = (:Person {id: 'person:1'})-[:SITS_ON {role: 'chair'}]->(:Body)<-[:SITS_ON]-(:Person {id: 'person:2'})"
)


@pytest.fixture
def harbour(store: Store) -> Iterator[Store]:
    store.apply(putting(board()))
    yield store


def only(store: Store, cypher: str, **parameters: Any) -> Any:
    """The one cell of an answer."""
    found = store.ask(cypher, parameters)
    assert (len(found.columns), len(found.rows)) == (1, 1)
    json.dumps(found.rows, allow_nan=False)
    return found.rows[0][0]


VALUES: list[tuple[str, Any]] = [
    ("MATCH (n:Body) RETURN n AS x", BODY),
    ("MATCH (n:Body) RETURN [n, 1] AS x", [BODY, 1]),
    ("MATCH (n:Body) RETURN {thing: n, day: date('2011-06-30')} AS x", {"thing": BODY, "day": "2011-06-30"}),
    ("MATCH (:Person)-[r:SITS_ON {role: 'chair'}]->() RETURN r AS x", CHAIR),
    ("MATCH (b)<-[r:SITS_ON {role: 'chair'}]-(:Person) RETURN r AS x", CHAIR),
    ("MATCH (:Person {id: 'person:2'})-[r:SITS_ON]->() RETURN collect(r) AS x", [MEMBER]),
    ("MATCH (n:Person {id: 'person:2'}) RETURN [(n)-[r:SITS_ON]->() | {link: r}] AS x", [{"link": MEMBER}]),
    (f"{FROM_ANN_TO_BO} RETURN p AS x", PATH),
    (f"{FROM_ANN_TO_BO} RETURN [p] AS x", [PATH]),
    (f"{FROM_ANN_TO_BO} RETURN {{way: p}} AS x", {"way": PATH}),
    (f"{FROM_ANN_TO_BO} RETURN nodes(p) AS x", PATH["nodes"]),
    (f"{FROM_ANN_TO_BO} RETURN relationships(p) AS x", PATH["relationships"]),
    ("MATCH p = (:Body) RETURN p AS x", {"nodes": [BODY], "relationships": []}),
    ("MATCH p /* way */ = // on\n /* and (on) */ (:Body) RETURN p AS x", {"nodes": [BODY], "relationships": []}),
    (f"{FROM_ANN_TO_BO} WITH collect(p) AS ways UNWIND ways AS way RETURN way AS x", PATH),
    ("MATCH (n:Body) RETURN [p = (n)<-[:MEETING_OF]-() | length(p)] AS x", [1]),
    ("MATCH (n:Body) RETURN [p = (n)<-[:MEETING_OF]-(:Meeting {date: '2011-06-30'}) | p] AS x", [MEETING_PATH]),
    (
        "MATCH (a:Post {id: 'post:1'}) MATCH (b:Person {id: 'person:2'}) MATCH p = shortestPath((a)-[*..3]-(b)) "
        "RETURN [n IN nodes(p) | n.id] AS x",
        ["post:1", "post:2", "person:2"],
    ),
    (
        "MATCH (:Person)-[r:SITS_ON {role: 'chair'}]->() RETURN [startNode(r).id, type(r), endNode(r).id] AS x",
        ["person:1", "SITS_ON", "body:1"],
    ),
    ("MATCH (n:Meeting) RETURN n.date AS x", "2011-06-30"),
    ("MATCH (n:Meeting) RETURN date(n.date) AS x", "2011-06-30"),
    ("MATCH (n:Meeting) RETURN date(n.date).year AS x", 2011),
    ("MATCH (n:Meeting) RETURN n.venue AS x", None),
    ("MATCH (n:Body) RETURN properties(n) AS x", {key: value for key, value in BODY.items() if key != "_labels"}),
    ("MATCH (n:Body) RETURN labels(n) AS x", ["Body"]),
    ("RETURN [1, 1.5, 'a', true, null, [], {}] AS x", [1, 1.5, "a", True, None, [], {}]),
    ("RETURN 9007199254740993 AS x", 9007199254740993),
    ("RETURN '(#1:0)-[#2:0]->(#3:0)' AS x", "(#1:0)-[#2:0]->(#3:0)"),
    ("RETURN [0.0 / 0.0, 1 / 0.0, datetime('2011-06-30T10:00:00Z').year] AS x", ["nan", "inf", 2011]),
    ("MATCH (n) RETURN count(n) AS x", 6),
    ("MATCH (n:Person) RETURN collect(n.initials) AS x", [["AO"], []]),
]


@pytest.mark.parametrize(("cypher", "value"), VALUES)
def test_values_have_one_form(harbour: Store, cypher: str, value: Any) -> None:
    assert only(harbour, cypher) == value


def test_relationships_far_from_the_first_rows_have_their_ends(store: Store) -> None:
    people = [node(f"person:{n:04}", name=str(n)) for n in range(1200)]
    seats = [edge(p.id, "SITS_ON", "body:1", role="member") for p in people]
    store.apply(putting(Graph.of([*people, node("body:1", name="B")], seats)))
    found = store.ask("MATCH (a:Person)-[r:SITS_ON]->(b) RETURN a.id AS id, r AS seat ORDER BY id")
    assert [row[0] for row in found.rows] == [row[1]["_start"] for row in found.rows] == [p.id for p in people]


@pytest.mark.parametrize("value", ["text", 'O\'Brien "Bob" $x {y}', 5, 2.5, True, None, ["a", "b"], [], {"k": ["v", 1]}])
def test_parameters(harbour: Store, value: Any) -> None:
    assert only(harbour, "RETURN $value AS x", value=value) == value


def test_parameters_are_values_and_never_cypher(harbour: Store) -> None:
    found = harbour.ask("MATCH (n:Person) WHERE n.name = $name RETURN n.id AS id", {"name": "' OR 1=1 //"})
    assert found.rows == ()


def test_a_missing_parameter_is_named(harbour: Store) -> None:
    with pytest.raises(QueryError, match="who"):
        harbour.ask("MATCH (n:Person {name: $who}) RETURN n.id AS id")


COLUMNS = [
    ("MATCH (n:Action) RETURN n.id AS id, n.due AS due", ("id", "due")),
    ("MATCH (n:Action) RETURN n.due AS due, n.id AS id ORDER BY id LIMIT 3", ("due", "id")),
    ("MATCH (n:Action) RETURN n.due, coalesce(n.item, 'a, (b')", ("n.due", "coalesce(n.item, 'a, (b')")),
    ("MATCH (n:Action) RETURN n.owner_text AS owner, count(*) AS number", ("owner", "number")),
    ("MATCH (n:Action) RETURN n.id AS id UNION MATCH (n:Unit) RETURN n.id AS id", ("id",)),
    ("MATCH (n:Action)-[r:ASSIGNED_TO]->(x) WITH x, count(r) AS c RETURN x.name AS name, c ORDER BY c, name", ("name", "c")),
    ("MATCH (n:Body) RETURN n.name AS name, n.id AS id", ("name", "id")),
    ("RETURN 2 AS b, 1 AS a, 3 AS c", ("b", "a", "c")),
]


@pytest.mark.parametrize(("cypher", "columns"), COLUMNS)
def test_columns_stand_in_the_order_of_the_query_with_or_without_rows(
    harbour: Store, cypher: str, columns: tuple[str, ...]
) -> None:
    assert harbour.ask(cypher).columns == columns


READS = [
    "MATCH (n:Person) RETURN n.id AS id",
    "MATCH (n:Person|Body {id: $id}) RETURN n.id AS id",
    "MATCH (a:Person)-[r:SITS_ON]->(b:Body) WHERE r.role = 'chair' RETURN a.id AS a, b.id AS b ORDER BY a, b",
    "MATCH (a:Person)-[r:SITS_ON|ATTENDED]->(b) RETURN type(r) AS type, count(*) AS number ORDER BY type",
    "MATCH (a:Person)-[:SITS_ON]->(b:Body)<-[:SITS_ON]-(c:Person) WHERE a.id < c.id RETURN a.id AS a, c.id AS c",
    "MATCH (a:Post)-[:REPORTS_TO*1..5]->(b:Post) RETURN a.id AS a, b.id AS b ORDER BY a, b",
    "MATCH (a:Person) OPTIONAL MATCH (a)-[r:HOLDS]->(p:Post) RETURN a.id AS a, p.name AS post ORDER BY a",
    "MATCH (a:Person) WHERE NOT (a)-[:HOLDS]->() RETURN a.id AS a",
    "MATCH (a:Person) WHERE EXISTS { (a)-[:ATTENDED]->(:Meeting) } RETURN a.id AS a",
    "MATCH (a:Person) RETURN a.id AS a, COUNT { (a)-[:SITS_ON]->() } AS seats ORDER BY a",
    "MATCH (a:Person)-[r:SITS_ON]->() WITH a, collect(r.role) AS roles WHERE size(roles) > 1 RETURN a.id AS a, roles",
    "MATCH (m:Meeting) WHERE m.date >= '2011-01-01' AND m.date < '2012-01-01' RETURN m.id AS id",
    "MATCH (m:Meeting) RETURN substring(m.date, 0, 4) AS year, count(*) AS meetings ORDER BY year",
    "MATCH (a:Person) WHERE toLower(a.name) CONTAINS 'oak' RETURN a.id AS id",
    "MATCH (a:Person) WHERE any(x IN a.initials WHERE x = 'AO') RETURN a.id AS id",
    "MATCH (a:Person) WHERE a.name =~ 'Ann.*' RETURN a.id AS id",
    "MATCH (a:Person) RETURN CASE WHEN a.partial THEN 'part' ELSE 'whole' END AS kind ORDER BY kind",
    "UNWIND $ids AS id MATCH (a:Person {id: id}) RETURN a.name AS name ORDER BY name",
    "CALL { MATCH (a:Person) RETURN a ORDER BY a.id LIMIT 1 } RETURN a.id AS id",
    "MATCH (a:Person {id: $id}) RETURN a {.id, .name} AS person",
    "MATCH (a:Person) RETURN max(a.name) AS last, min(a.name) AS first",
]


@pytest.mark.parametrize("cypher", READS)
def test_reading(harbour: Store, cypher: str) -> None:
    assert harbour.ask(cypher, {"id": "person:1", "ids": ["person:1", "person:2"]}).rows


@pytest.mark.parametrize("cypher", READS)
def test_reading_where_nothing_is(store: Store, cypher: str) -> None:
    assert len(store.ask(cypher, {"id": "person:1", "ids": ["person:1", "person:2"]}).rows) <= 1


WRITES = [
    "CREATE (:Person {id: 'person:9'})",
    "MATCH (n) DETACH DELETE n",
    "MATCH (n) DELETE n RETURN 1 AS x",
    "MATCH (n:Person) SET n.name = 'x' RETURN n.id AS id",
    "MATCH (n:Person) SET n:Body",
    "MATCH (n:Person) REMOVE n.name",
    "MERGE (n:Person {id: 'person:1'}) ON MATCH SET n.name = 'x' RETURN n",
    "MATCH (a:Person) MATCH (b:Body) CREATE (a)-[:SITS_ON]->(b)",
    "MATCH ()-[r]->() DELETE r",
    "FOREACH (x IN [1] | CREATE (:Person {id: 'person:9'}))",
    "MATCH (n:Person) CALL { WITH n SET n.name = 'x' } RETURN n.id AS id",
    "MATCH (n:Person) /* harmless */ sEt n.name = 'x'",
    "UNWIND [1] AS x WITH x CREATE (:Person {id: 'person:9'}) RETURN x",
    "CREATE INDEX some FOR (n:Person) ON (n.name)",
    "DROP CONSTRAINT some",
    "PROFILE CREATE (:Person {id: 'person:9'})",
]


@pytest.mark.parametrize("cypher", WRITES)
def test_writing_is_refused(harbour: Store, cypher: str) -> None:
    with pytest.raises(QueryError):
        harbour.ask(cypher)
    assert read_graph(harbour) == board()


def test_the_refusal_says_why(harbour: Store) -> None:
    with pytest.raises(QueryError, match=r"^Only queries that read are allowed here, [^\n]*\.$"):
        harbour.ask(WRITES[0])


@pytest.mark.parametrize(
    "cypher", ["LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line", "LOAD CSV FROM 'http://[::1]:9/x' AS x RETURN x"]
)
def test_a_query_reads_no_files(harbour: Store, cypher: str) -> None:
    with pytest.raises(QueryError):
        harbour.ask(cypher)


WRONG = [
    ("MATCH (n RETURN n", "line 1"),
    ("MATCH (n)\nRETRUN n", "line 2"),
    ("RETURN nobody", "nobody"),
    ("RETURN nofunction(1)", "nofunction"),
    ("RETURN 1 / 0", "zero"),
    ("RETURN date('2019-13-01')", "13"),
    ("RETURN 1 AS a; RETURN 2 AS b", ""),
    ("", ""),
    ("good morning", ""),
]


@pytest.mark.parametrize(("cypher", "why"), WRONG)
def test_a_wrong_query_is_explained_in_one_line(harbour: Store, cypher: str, why: str) -> None:
    with pytest.raises(QueryError) as caught:
        harbour.ask(cypher)
    said = str(caught.value)
    assert why in said
    assert said.endswith(".")
    assert "\n" not in said
    assert "Exception" not in said
