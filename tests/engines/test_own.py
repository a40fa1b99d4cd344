"""What a user may add beside what was loaded, and that nothing else can be changed."""

from dataclasses import replace

import pytest
from sederunt.graph.errors import QueryError
from sederunt.graph.model import Changes
from sederunt.graph.own import own_changes
from sederunt.graph.store import Limits, Store, read_graph

from tests.engines.graphs import board, everything, putting

ALLOWED = [
    "CREATE (:Note {text: 'x'})",
    "CREATE (n:Note $own) RETURN n.text",
    "MATCH (p:Person {id: 'person:1'}) CREATE (n:Note {text: p.name})-[r:ABOUT {since: 2020}]->(p) RETURN n, r",
    "MATCH (a:Person {id: 'person:1'}), (b:Person {id: 'person:2'}) CREATE (a)-[:KNOWS]->(b)",
    "MERGE (n:Note {text: 'x'}) ON CREATE SET n.made = 1 ON MATCH SET n.seen = coalesce(n.seen, 0) + 1 RETURN n",
    "MATCH (p:Person {id: 'person:1'}) MERGE (n:Note {text: 'x'}) MERGE (p)<-[r:ABOUT]-(n) SET r.x = 1",
    "MATCH (n:Note) SET n.x = 1, n += {y: 2}, n.z = null REMOVE n.y RETURN n",
    "MATCH (n:Note)-[r:ABOUT]->(p:Person) SET r = properties(p) WITH n, r ORDER BY r.id LIMIT 1 DELETE r",
    "MATCH (n:Note|Memo) WITH n DETACH DELETE n",
    "UNWIND [1, 2] AS x CREATE (n:Note {x: x}) WITH n MATCH (b:Body) CREATE (n)-[:ABOUT]->(b)",
    "OPTIONAL MATCH (n:Nothing) SET n.x = 1",
    "MATCH (n:Note) WHERE EXISTS { (n:Note)-[:ABOUT]->(:Person) } SET n.x = size([(n:Note)-->(m) | m.name])",
    "MATCH (p:Person) WITH p AS q LIMIT 1 CREATE (:Note)-[:ABOUT]->(q);",
]

REFUSED = [
    # What the loader made, by its label or type.
    "CREATE (:Person {id: 'person:9'})",
    "CREATE (:Note:Person)",
    "CREATE (:person)",
    "CREATE (:`Person`)",
    "CREATE (:Setting {key: 'root', value: '/'})",
    "CREATE (:`Note~Person`)",
    "CREATE (:Note)-[:SITS_ON]->(:Note)",
    "CREATE (:Note)-[:sits_on]->(:Note)",
    "MATCH (p:Person), (b:Body) CREATE (p)-[:SITS_ON]->(b)",
    "MERGE (p:Person {id: 'person:1'}) SET p.name = 'x'",
    "MATCH (p:Person), (b:Body) MERGE (p)-[r:SITS_ON]->(b) SET r.role = 'chair'",
    "MATCH (p:Person) SET p.name = 'x'",
    "MATCH (p:Person) REMOVE p.name",
    "MATCH (p:Person) DETACH DELETE p",
    "MATCH (:Person)-[r:SITS_ON]->() DELETE r",
    "MATCH (s:Setting) SET s.value = '/'",
    "MATCH (s:Statement) DELETE s",
    # Labels of what is there.
    "MATCH (n:Note) SET n:Person",
    "MATCH (p:Person) SET p:Note",
    "MATCH (p:Person) REMOVE p:Person",
    "MATCH (n:Note) SET n IS Person",
    "MATCH (p:Person) CREATE (p:Note)",
    "MATCH (p:Person) MERGE (p:Note)",
    # What might be anything.
    "MATCH (n) DETACH DELETE n",
    "MATCH (n {id: 'person:1'}) SET n.x = 1",
    "MATCH (n:!Note) SET n.x = 1",
    "MATCH (n:Note|Person) SET n.x = 1",
    "MATCH (n:%) SET n.x = 1",
    "MATCH (n:Note|!Memo) SET n.x = 1",
    "MATCH (n:Note)-[r]->() DELETE r",
    "MATCH (n:Note)-[r:!ABOUT]->() DELETE r",
    "MATCH ()-[r:ABOUT*1..2]->() DELETE r",
    "MERGE (n) SET n.x = 1",
    "MERGE (n {id: 'person:1'}) ON MATCH SET n.x = 1",
    # A name that comes to stand for something else.
    "MATCH (n:Note) WITH 1 AS one MATCH (n) SET n.x = 1",
    "MATCH (n:Note) WITH 1 AS one MERGE (n)-[:ABOUT]->(:Note) SET n.x = 1",
    "MATCH (n:Note), (p:Person) WITH p AS n SET n.x = 1",
    "MATCH (n:Note), (p:Person) WITH p AS m SET m.x = 1",
    "MATCH (n:Note) WITH 1 AS one MATCH (n:Person) DETACH DELETE n",
    "MATCH (p:Person) WITH collect(p) AS all UNWIND all AS n DELETE n",
    "MATCH n = (:Person)-[:SITS_ON]->(:Body) DELETE n",
    "MATCH (n:Note) CALL { MATCH (n:Person) RETURN n } SET n.x = 1",
    "CALL { MATCH (p:Person) RETURN p AS n } SET n.x = 1",
    "OPTIONAL MATCH (n:Note) WITH coalesce(n, 1) AS one MATCH (p:Person) WITH p AS n DELETE n",
    "MATCH (p:Person) DELETE [p][0]",
    "MATCH (p:Person) SET (CASE WHEN true THEN p END).x = 1",
    "MATCH (p:Person) WITH {n: p} AS m SET m.n.x = 1",
    "MATCH (p:Person) FOREACH (n IN [p] | SET n.x = 1)",
    "MATCH (n:Note) FOREACH (p IN [1] | CREATE (:Person))",
    # Changes that hide.
    "MATCH (n:Note) CALL { MATCH (p:Person) DETACH DELETE p } RETURN 1 AS x",
    "UNWIND [1] AS x CALL (x) { CREATE (:Note) } IN TRANSACTIONS RETURN x",
    "CREATE (:Note) RETURN 1 AS x UNION MATCH (p:Person) DELETE p RETURN 1 AS x",
    "MATCH (n:Note) SET n.x = COUNT { CREATE (:Person) }",
    "CREATE (:Note {x: COLLECT { MATCH (p:Person) DELETE p RETURN 1 AS x }})",
    "CREATE (:Note) // \r MATCH (p:Person) DELETE p",
    "CREATE (:Note); MATCH (p:Person) DELETE p",
    # Half made things, and all else.
    "CREATE ()",
    "CREATE (n)",
    "CREATE (n {id: 'person:1'})",
    "CREATE (n)-[:ABOUT]->(:Note)",
    "MATCH (p:Person) CREATE (p)-[:ABOUT]->()",
    "MATCH (p:Person) CREATE (p {x: 1})-[:ABOUT]->(:Note)",
    "CREATE (:Note)-[]->(:Note)",
    "CREATE (:Note)-[:A|B]->(:Person)",
    "CREATE (:Note)-[:ABOUT*2]->(:Note)",
    "CREATE SHORTEST 1 (:Note)-[:ABOUT]->(:Note)",
    "CREATE ((:Note)-[:ABOUT]->(:Note)){2}",
    "MATCH (n:Note) SET n['x'] = 1",
    "CREATE CONSTRAINT x FOR (n:Note) REQUIRE n.id IS UNIQUE",
    "DROP CONSTRAINT sederunt_person_id",
    "DROP INDEX sederunt_name_key",
    "INSERT (:Note)",
    "LOAD CSV FROM 'file:///etc/passwd' AS line CREATE (:Note {text: line})",
    "CREATE (:Note {x: apoc.cypher.run('x')})",
    "MATCH (n:Note) CALL db.labels() YIELD label SET n.x = label",
    "CREATE (:Note {text: '\\u0027})'})",
    "CREATE (n:Note {n: 1}) SET m.x = 1",
    "SET",
    "MERGE",
    "DELETE",
    "CREATE (:Note) MERGE" + "(" * 3000,
]


@pytest.fixture
def loaded(store: Store) -> Store:
    store.apply(putting(everything()))
    store.set_setting("root", "/papers")
    store.write("MATCH (p:Person {id: 'person:1'}) CREATE (:Note {text: 'x'})-[:ABOUT]->(p)")
    return store


def test_what_is_allowed_is_done_and_leaves_the_rest(loaded: Store) -> None:
    for cypher in ALLOWED:
        loaded.write(cypher, {"own": {"text": "a ' \" ` {} CREATE (:Person)"}})
    assert read_graph(loaded) == everything()
    assert loaded.setting("root") == "/papers"


def test_what_is_not_is_refused_on_every_engine(loaded: Store) -> None:
    before = loaded.ask("MATCH (n) RETURN count(n) AS n").rows
    for cypher in REFUSED:
        with pytest.raises(QueryError, match=r"^[^\n]*\.$"):
            loaded.write(cypher)
    assert read_graph(loaded) == everything()
    assert loaded.setting("root") == "/papers"
    assert loaded.ask("MATCH (n) RETURN count(n) AS n").rows == before


@pytest.mark.parametrize("cypher", REFUSED)
def test_what_is_refused_never_reaches_an_engine(cypher: str) -> None:
    with pytest.raises(QueryError, match=r"^[^\n]*\.$"):
        own_changes(cypher)


def test_what_was_added_is_there(store: Store) -> None:
    store.apply(putting(board()))
    made = store.write(
        "MATCH (p:Person {id: 'person:1'}) CREATE (n:Note {text: $text})-[r:ABOUT {x: 1}]->(p) RETURN n, r", {"text": "hm"}
    )
    assert made.columns == ("n", "r")
    note, link = made.rows[0]
    assert note == {"text": "hm", "_labels": ["Note"]}
    assert link == {"x": 1, "_type": "ABOUT", "_start": None, "_end": "person:1"}
    assert store.ask("MATCH (n:Note)-[:ABOUT]->(p) RETURN n.text AS text, p.id AS id").rows == (("hm", "person:1"),)
    assert store.write("MATCH (n:Note) DETACH DELETE n").columns == ()
    assert store.ask("MATCH (n:Note) RETURN n").rows == ()


def test_a_change_is_made_whole_where_rows_are_left_out(store: Store) -> None:
    made = store.write("UNWIND range(1, 2000) AS x CREATE (n:Note {x: x}) RETURN x", limits=Limits(rows=3))
    assert (len(made.rows), made.cut) == (3, True)
    assert store.ask("MATCH (n:Note) RETURN count(n) AS n").rows == ((2000,),)


def test_a_change_that_takes_too_long_is_not_made(store: Store) -> None:
    endless = "CREATE (:Note) WITH 1 AS one UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN count(*) AS c"
    with pytest.raises(QueryError, match=r"^The query was stopped"):
        store.write(endless, limits=Limits(seconds=0.5))
    assert store.ask("MATCH (n:Note) RETURN count(n) AS n").rows == ((0,),)


def test_what_was_added_goes_only_with_what_it_was_joined_to(store: Store) -> None:
    graph = board()
    store.apply(putting(graph))
    store.write("MATCH (p:Person) CREATE (:Note {text: p.name})-[:ABOUT]->(p)")
    gone = tuple(node for node in graph.nodes if node.id == "person:2")
    kept = tuple(replace(node, properties={**node.properties, "name": "Anna"}) for node in graph.nodes if node.id == "person:1")
    edges = tuple(edge for edge in graph.edges if "person:2" in (edge.start, edge.end))
    store.apply(Changes(drop_nodes=gone, drop_edges=edges, put_nodes=kept))
    notes = store.ask(
        "MATCH (n:Note) OPTIONAL MATCH (n)-[:ABOUT]->(p) RETURN n.text AS text, p.name AS name ORDER BY text"
    ).rows
    assert notes == (("Ann Oakley", "Anna"), ("Bo Reed", None))
