"""What somebody may try who is handed the prompt: refused or bounded, and the graph is as it was."""

import time
from collections.abc import Iterator

import pytest
from sederunt.graph.errors import EngineError, QueryError
from sederunt.graph.model import Changes
from sederunt.graph.store import Limits, Store, open_store, read_graph

from tests.engines.conftest import ENGINES
from tests.engines.graphs import as_text, board, putting
from tests.engines.test_guard import REFUSED

SECRET = "/home/clerk/papers"
LIMITS = Limits(rows=500, characters=1_000_000, seconds=1)
ONE_SENTENCE = r"^[^\n]*\.$"

WRITES = [
    "CALL { CREATE (:Person {id: 'x'}) RETURN 1 AS x } RETURN x",
    "CALL () { MATCH (p:Person) DETACH DELETE p } RETURN 1 AS x",
    "MATCH (p:Person) CALL (p) { WITH p SET p.name = 'x' RETURN 1 AS y } RETURN y",
    "RETURN EXISTS { MATCH (p:Person) WHERE EXISTS { CREATE (:Person) } } AS x",
    "MATCH (p:Person) WHERE COUNT { MERGE (:Person) } > 0 RETURN p",
    "RETURN [x IN COLLECT { MATCH (p:Person) REMOVE p.name RETURN p.id } | x] AS x",
    "MATCH (p:Person) FOREACH (x IN [p] | DETACH DELETE x)",
    "MATCH (p:Person) RETURN p NEXT DELETE p",
    "MATCH (p:Person) LET x = 1 DELETE p",
    "MATCH (p:Person) RETURN p; MATCH (p) DETACH DELETE p;",
    "RETURN 1 AS x; DROP CONSTRAINT sederunt_person_id",
    "BEGIN",
    ":use system",
    "COMMIT; MATCH (n) DETACH DELETE n",
    "START n = node(*) RETURN n",
    "DROP INDEX sederunt_name_key IF EXISTS",
    "CREATE CONSTRAINT FOR (p:Person) REQUIRE p.name IS UNIQUE",
    "DROP DATABASE neo4j",
    "CREATE USER eve SET PASSWORD 'password1'",
    "SHOW TRANSACTIONS YIELD transactionId AS t TERMINATE TRANSACTIONS t",
    "SHOW SETTINGS",
    "EXPLAIN CREATE (:Person)",
    "PROFILE MATCH (p:Person) DELETE p",
    "CYPHER 25 MATCH (n) RETURN n",
    "CYPHER planner=dp MATCH (n) DETACH DELETE n",
    "USE graph.byName('system') RETURN 1 AS x",
    "CALL { USE system SHOW USERS } RETURN 1 AS x",
    "CALL db.index.fulltext.queryNodes('x', 'y') YIELD node RETURN node",
    "CALL dbms.setConfigValue('db.transaction.timeout', '0')",
    "MATCH (p:Person) CALL { WITH p CALL apoc.refactor.rename.label('Person', 'X') YIELD total RETURN total } RETURN total",
    "CALL apoc.load.json('http://localhost/') YIELD value RETURN value",
    "CALL apoc.systemdb.execute('SHOW USERS') YIELD row RETURN row",
    "RETURN EXISTS { CALL db.labels() } AS x",
    "RETURN gds.util.asNode(0) AS x",
    "RETURN db.nameFromElementId('x') AS x",
    "RETURN graph.names() AS x",
    "WITH 'file:///etc/passwd' AS f CALL { WITH f LOAD CSV FROM f AS l RETURN l } RETURN l",
    "LOAD CSV WITH HEADERS FROM 'http://169.254.169.254/' AS l RETURN l",
    "RETURN COLLECT { LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l } AS x",
    "USING PERIODIC COMMIT LOAD CSV FROM 'x' AS l CREATE (:Person)",
]
HIDDEN = [
    "MATCH (p) /*/ RETURN p /*/ DELETE p RETURN 1 AS x",
    "MATCH (p) //\u2028 DELETE p\nDELETE p",
    "MATCH (p) /* /* */ DELETE p */ RETURN p",
    "MATCH (p) RETURN p /* */ ; /* */ CREATE (:Person)",
    "\\u0043REATE (:Person)",
    "MATCH (p:Person) \\u0044ELETE p",
    "CR\u200bEATE (:Person)",
    "\ufeffMATCH (p:Person) DELETE p",
    "MATCH\u00a0(p:Person)\u00a0DELETE\u00a0p",
    "MATCH (p:Person)\u3000SET\u2003p.name = 1",
    "\u202eMATCH (p:Person) RETURN p",
    "ＣＲＥＡＴＥ (:Person)",
    "CRE\u0410TE (:Person)",
    "M\u0130RGE (:Person)",
    "MERGE\x0b(:Person)",
    "MATCH (p:Person)\x1cDELETE\x1dp",
    "MATCH (p:Person) RETURN `p` `DELETE` p",
    "MATCH (p:Person) RETURN p.`name``) DETACH DELETE p //`x",
    "MATCH (p:Person {name: 'x\\\\'}) DETACH DELETE p //'}) RETURN p",
    'RETURN "\\" AS x CREATE (:Person) //" AS y DELETE y',
    "RETURN $`x``` CREATE (:Person)",
    "RETURN $`x` DELETE x",
]
OTHER_LANGUAGES = [
    "SELECT FROM Setting",
    "SELECT expand(classes) FROM metadata:schema",
    "DELETE FROM Setting",
    "UPDATE Setting SET value = 'x'",
    "INSERT INTO Setting SET key = 'x'",
    "TRAVERSE out() FROM Person",
    "ALTER DATABASE `arcadedb.command.timeout` 0",
    "IMPORT DATABASE file:///etc/passwd",
    "BACKUP DATABASE",
    "g.V().drop()",
    "{sql} DELETE FROM Person",
    "sql: DELETE FROM Person",
    "RETURN sql('DELETE FROM Person') AS x",
    "RETURN cypher('MATCH (n) DELETE n') AS x",
    "MATCH (n) RETURN n UNION SELECT FROM Setting",
    "() => java.lang.System.exit(1)",
]
TOO_MUCH = [
    "RETURN " + "(" * 5_000 + "1" + ")" * 5_000 + " AS x",
    "RETURN " + "[" * 5_000 + "]" * 5_000 + " AS x",
    "RETURN " + "+".join(["1"] * 20_000) + " AS x",
    "RETURN " + "NOT " * 5_000 + "true AS x",
    "RETURN [1]" + "[0]" * 5_000 + " AS x",
    "RETURN {a: 1}" + ".a" * 5_000 + " AS x",
    "CALL { " * 500 + "RETURN 1 AS x" + " }" * 500 + " RETURN x",
    " UNION ".join(["RETURN 1 AS x"] * 1_000),
    "RETURN '" + "x" * 1_000_000 + "' AS x",
    "RETURN 1 AS x" + " " * 1_000_000,
    "/*" * 40_000,
    "RETURN " + "1" * 50_000 + "a AS x",
    "'" + "\\" * 50_001,
    "RETURN '\ud83d' AS x",
]

WAYS_TO_THE_SETTINGS = [
    "MATCH (s:Setting) RETURN s",
    "MATCH (s:`Setting`) RETURN s",
    "MATCH (s IS Setting) RETURN s",
    "MATCH (s:!Person) RETURN s",
    "MATCH (s:!!Setting) RETURN s",
    "MATCH (s:%) RETURN s",
    "MATCH (s:Setting|Person) RETURN s",
    "MATCH (s:(Setting|Person)|Body) RETURN s",
    "MATCH (s WHERE s:Setting) RETURN s",
    "MATCH (s) WHERE s.key = 'root' RETURN s",
    "MATCH (s {key: 'root'}) RETURN s",
    "OPTIONAL MATCH (s:Setting) RETURN s.value AS x",
    "MATCH (s) RETURN collect(properties(s)) AS x",
    "MATCH (p:Person), (s) RETURN p, s",
    "MATCH (s)-[*0..1]-(t) RETURN s",
    "MATCH (s)-[*0..0]-() RETURN s.value AS x",
    "MATCH p = (s:Setting)-[:SITS_ON*0..]->() RETURN p",
    "MATCH (p:Person)-[*0..1]-(s:Setting) RETURN s",
    "MATCH (s)-[:SITS_ON]->{0,1}(t) RETURN t",
    "MATCH (s)-->*(t) RETURN s",
    "MATCH (a) ((x)-[]-(y)){0,1} (b) RETURN a, b",
    "MATCH p = shortestPath((s)-[*0..1]-(t)) RETURN p",
    "MATCH p = allShortestPaths((s:Setting)-[*0..1]-(t)) RETURN p",
    "MATCH ANY SHORTEST (s)-->*(t) RETURN s",
    "RETURN [(s:Setting)-[*0..0]-() | s.value] AS x",
    "RETURN [p = (s)-[*0..0]-() | nodes(p)] AS x",
    "RETURN COLLECT { MATCH (s:Setting) RETURN s.value } AS x",
    "RETURN COLLECT { MATCH (s)-[*0..0]-() RETURN s.value } AS x",
    "CALL { MATCH (s) RETURN s } RETURN s.value AS x",
    "MATCH (s) USING SCAN s:Setting RETURN s",
    "MATCH (s:Setting) USING INDEX s:Setting(key) WHERE s.key = 'root' RETURN s",
    "MATCH (s:Setting) WHERE s.value STARTS WITH '/home' RETURN 1 AS x UNION MATCH (s) RETURN s.value AS x",
    "MATCH (s:$('Setting')) RETURN s",
    "UNWIND range(0, 9) AS n MATCH (s) WHERE id(s) = n RETURN s.value AS x",
    "MATCH (s) WHERE elementId(s) IS NOT NULL RETURN s {.*} AS x",
]

BOMBS = [
    "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(*) AS x",
    "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN a, b",
    "MATCH (a), (b), (c), (d), (e), (f), (g), (h), (i) WHERE a.x + b.x = c.x + d.x RETURN count(*) AS x",
    "MATCH p = (a)-[*1..40]-(b), q = (c)-[*1..40]-(d), r = (e)-[*1..40]-(f) RETURN count(*) AS x",
    "UNWIND range(1, 30000000) AS x RETURN collect(x) AS x",
    "UNWIND range(1, 3000000) AS x RETURN toString(x) + 'x' AS y ORDER BY y DESC",
    "RETURN range(1, 1000000000000) AS x",
    "RETURN size(range(1, 1000000000000)) AS x",
    "UNWIND range(1, 1000000000000) AS x RETURN x",
    "UNWIND range(1, 100000) AS x RETURN reduce(s = 'abc', y IN range(1, 15) | s + s) AS x",
    "RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' =~ '(a+)+b' AS x",
    "RETURN 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' =~ '(a|a?)+$' AS x",
    "WITH 1 AS a " * 500 + "RETURN a",
    "UNWIND [1, 2] AS a " + " ".join(f"UNWIND [1, 2] AS a{n}" for n in range(60)) + " RETURN count(*) AS x",
]


@pytest.fixture(scope="module", params=list(ENGINES))
def attacked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A graph that must be the same when all is over."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        address = ENGINES[request.param](tmp_path_factory.mktemp("attacked"), monkeypatch)
        with open_store(address, create=True) as store:
            store.apply(putting(board()))
            store.set_setting("root", SECRET)
            yield store
            assert as_text(read_graph(store)) == as_text(board())
            assert store.setting("root") == SECRET
            store.apply(Changes(drop_nodes=board().nodes, drop_edges=board().edges))
            assert store.ask("MATCH (n) RETURN count(n) AS n").rows == ((0,),)


@pytest.mark.parametrize("cypher", [*REFUSED, *WRITES, *HIDDEN, *OTHER_LANGUAGES, *TOO_MUCH], ids=lambda cypher: cypher[:60])
def test_what_is_no_question_is_refused(attacked: Store, cypher: str) -> None:
    start = time.process_time()
    with pytest.raises(QueryError, match=ONE_SENTENCE) as refused:
        attacked.ask(cypher, limits=LIMITS)
    assert len(str(refused.value)) < 300
    assert time.process_time() - start < 5


@pytest.mark.parametrize("cypher", WAYS_TO_THE_SETTINGS)
def test_no_way_leads_to_the_settings(attacked: Store, cypher: str) -> None:
    try:
        found = attacked.ask(cypher, limits=LIMITS)
    except QueryError as error:
        assert SECRET not in str(error)
    else:
        assert SECRET not in str(found)
        assert "Setting" not in str(found.rows)


@pytest.mark.parametrize("cypher", BOMBS, ids=lambda cypher: cypher[:60])
def test_what_would_never_end_is_stopped(attacked: Store, cypher: str) -> None:
    start = time.monotonic()
    try:
        found = attacked.ask(cypher, limits=LIMITS)
    except (QueryError, EngineError) as error:
        assert "\n" not in str(error)
    else:
        assert len(str(found)) < 2_000_000
    assert time.monotonic() - start < 15


VALUES = [
    "'}) DETACH DELETE n //",
    "x' OR 1 = 1 OR 'x' = '",
    "`) CREATE (:Person) //",
    "\\u0027}) DETACH DELETE n //",
    "$name",
    "#12:0",
    "(#12:0)-[#13:0]->(#14:0)",
    "\x00\x1b[2J\u202e",
]


@pytest.mark.parametrize("value", VALUES)
def test_values_of_parameters_are_values(attacked: Store, value: str) -> None:
    asked = "MATCH (p:Person) WHERE p.name = $name OR p.name = $`odd name` RETURN p"
    assert attacked.ask(asked, {"name": value, "odd name": value}).rows == ()
    assert attacked.ask("RETURN $name AS x, [$name] AS y, {z: $name} AS z", {"name": value}).rows == (
        (value, [value], {"z": value}),
    )
