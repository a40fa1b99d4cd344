"""What a user typed is let through only if it is understood and only reads, whatever the engine would have made of it."""

import time

import pytest
from sederunt.graph.cypher import parse
from sederunt.graph.errors import QueryError
from sederunt.graph.guard import read_only, without_settings
from sederunt.graph.shapes import put_right

REFUSED = [
    "MATCH (n) // harmless\r CREATE (:Person)",
    "MATCH (n) /* RETURN n */ DELETE n",
    "MATCH (n) RETURN n; CREATE (:Person)",
    "MATCH (n) RETURN n UNION CREATE (:Person) RETURN 1 AS n",
    "MATCH (n) WITH n MERGE (n)-[:X]->(n) RETURN n",
    "MATCH (n) WHERE EXISTS { MATCH (n) SET n.x = 1 } RETURN n",
    "RETURN COLLECT { CREATE (n) RETURN n } AS x",
    "UNWIND [1] AS x CALL (x) { CREATE (:Person) } RETURN x",
    "UNWIND [1] AS x CALL { WITH x CREATE (:Person) } IN TRANSACTIONS OF 1 ROW RETURN x",
    "MATCH (n) CALL { WITH n RETURN 1 AS x } IN CONCURRENT TRANSACTIONS RETURN x",
    "RETURN 'a\\u0027 AS x CREATE (:Person) //'",
    "MATCH (n) RETURN `n\\u0060`",
    "MATCH CREATE (:Person) RETURN 1 AS x",
    "MATCH x = CREATE (:Person) RETURN 1 AS x",
    "RETURN EXISTS { DELETE (n) } AS x",
    "MATCH (n) USING INDEX n:X(y) LOAD CSV FROM 'x' AS l RETURN l",
    "MATCH (n) USING INDEX n:X(y) FOREACH (x IN [1] | CREATE (:Person)) RETURN 1 AS x",
    "MATCH (n) USING SCAN n:X SET n.y = 1 RETURN n",
    "INSERT (:Person)",
    "USE system MATCH (n) RETURN n",
    "SHOW USERS",
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b'",
    "TERMINATE TRANSACTIONS 'x'",
    "EXPLAIN MATCH (n) RETURN n",
    "CYPHER runtime=slotted CREATE (:Person)",
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "WITH 1 AS x LOAD CSV WITH HEADERS FROM 'http://x' AS line RETURN line",
    "CALL dbms.security.listUsers()",
    "CALL db.labels() YIELD label RETURN label",
    "CALL apoc.cypher.doIt('CREATE (n)', {}) YIELD value RETURN value",
    "MATCH (n) OPTIONAL CALL apoc.create.node(['X'], {}) YIELD node RETURN node",
    "RETURN apoc.cypher.runFirstColumnSingle('MATCH (n) DELETE n', {}) AS x",
    "RETURN `apoc`.`cypher`.`run`('x') AS x",
    "RETURN file() AS x",
    "MATCH (n) RETURN n 'x'",
    "RETURN 'unfinished",
    "RETURN `unfinished",
    "MATCH (n) /* unfinished",
    "RETURN \x00",
    "",
    ";",
]


@pytest.mark.parametrize("cypher", REFUSED)
@pytest.mark.parametrize("check", [read_only, without_settings, put_right])
def test_what_is_not_only_reading_is_refused(check, cypher: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(QueryError, match=r"^[^\n]*\.$"):
        check(cypher)


READ = [
    "MATCH (n:Unit|Body) WHERE n.name = 'CREATE (x) DELETE y' RETURN n.`set` AS `delete`",
    'MATCH (n {name: "it\'s; MERGE"}) RETURN n',
    "match (create)-[delete:SITS_ON]->(set) return create.id as merge, delete.role as remove order by merge",
    "MATCH (a)-[:X*1..3]->(b)<-[r]-(c), (d)--(e)-->(f) WHERE (a)-->(b) AND NOT (b)<--(c) RETURN *",
    "MATCH (a:Person WHERE a.x > 1)-[r:X WHERE r.y < 2]->{1,3}(b) RETURN a",
    "MATCH SHORTEST 1 (a:Person)-[:X]-+(b:Body) RETURN a",
    "MATCH (a) ((x)-[:X]->(y)){1,2} (b) RETURN a",
    "UNWIND $list AS x WITH DISTINCT x, 1 AS one ORDER BY x DESC SKIP 1 LIMIT $n WHERE x > 0xFF RETURN x UNION ALL RETURN 1e3 AS x",
    "RETURN CASE WHEN 1 < 2 <= 3 THEN -1 ELSE +2 END AS a, CASE 1 WHEN 1, 2 THEN 'x' END AS b, [1, 2][0..1] AS c, {a: [1]}.a[0] AS d",
    "MATCH (n) RETURN n {.*, .id, x: 1, n}, [x IN n.l WHERE x > 1 | x + 1], [p = (n)-->(m) WHERE m.x | m], [(n)-->() | 1] AS y",
    "RETURN reduce(s = 0, x IN [1] | s + x) AS r, all(x IN [] WHERE x) AS a, 1 IS NOT NULL AS n, 'a' IS :: STRING AS s, 2 ^ 3 % 2 AS m",
    "MATCH (n) WHERE n:Person OR n:Body&!Unit RETURN EXISTS { (n)-->() } AS e, COUNT { MATCH (n)-->() RETURN 1 } AS c",
    "MATCH (n:X)-->(m) USING INDEX SEEK n:X(y, z) USING JOIN ON n, m USING SCAN m:Y WHERE n.y = 1 RETURN n",
    "MATCH p = allShortestPaths((a)-[*..3]-(b)) RETURN p",
    "MATCH (n) CALL { WITH n MATCH (n)-->(m) RETURN count(m) AS c } CALL (n) { RETURN n.id AS id } RETURN c, id;",
]


@pytest.mark.parametrize("cypher", READ)
def test_what_only_reads_is_understood(cypher: str) -> None:
    read_only(cypher)


def test_comments_never_reach_an_engine() -> None:
    written = "MATCH (n) // one\n/* two\n*/ RETURN n.id AS id, '// no /* comment' AS x"
    assert parse(written).text == "MATCH (n)       \n      \n   RETURN n.id AS id, '// no /* comment' AS x"


@pytest.mark.parametrize("sign", ["(", "[", "{", "NOT ", "CASE WHEN ", "(a {x: ", "[x IN ", "EXISTS { MATCH (n) WHERE "])
def test_endless_nesting_is_refused_soon(sign: str) -> None:
    start = time.process_time()
    with pytest.raises(QueryError):
        read_only("MATCH (n) WHERE " + sign * 3000)
    assert time.process_time() - start < 5


def test_a_usual_query_is_read_in_no_time() -> None:
    cypher = "MATCH (p:Person {id: $id})-[r:SITS_ON]->(b:Body) WHERE r.role = 'chair' RETURN b.name AS body, r.quote AS quote ORDER BY body"
    start = time.process_time()
    for n in range(100):
        read_only(f"{cypher} LIMIT {n}")
    assert (time.process_time() - start) / 100 < 0.02
