import json

from sederunt.graph.kinds import EDGES, STORED
from sederunt.graph.store import open_store
from sederunt.queries.catalogue import names


def test_ask_runs_a_saved_query(sederunt):
    result = sederunt("ask", "members", "body=Forum", "stated=true")
    assert result.stdout.splitlines()[:3] == [
        "Members of a body",
        "person       role        role text  first seen  last seen",
        "Ann Hale     chair       Chair      2019-01-15  2019-01-15",
    ]


def test_ask_takes_the_usual_options(sederunt):
    assert (
        sederunt("ask", "members", "body=Forum", "--stated").stdout
        == sederunt("ask", "members", "body=Forum", "stated=true").stdout
    )


def test_ask_without_rows_is_done(sederunt):
    result = sederunt("ask", "members", "body=Silent Group", "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)) == (0, [])


def test_queries_lists_all_and_shows_one(sederunt):
    assert [record["query"] for record in json.loads(sederunt("queries", "--format", "json").stdout)] == list(names())
    assert sederunt("queries", "members").stdout.startswith("// title: Members of a body\n")


def test_cypher_takes_values_as_json_or_text(sederunt):
    query = "MATCH (p:Person) WHERE p.name IN $names OR p.name = $name RETURN p.name AS name ORDER BY name"
    found = sederunt("cypher", query, 'names=["Ann Hale"]', "name=Bryn Rees", "--format", "json")
    assert json.loads(found.stdout) == [{"name": "Ann Hale"}, {"name": "Bryn Rees"}]


def test_cypher_reads_standard_input(sederunt):
    assert sederunt("cypher", "-", "--format", "csv", input="RETURN 1 AS one").stdout == "one\n1\n"


def test_cypher_gives_nodes_and_edges_whole(sederunt):
    query = "MATCH (p:Person {id: 'person:bryn-rees'})-[r:REPRESENTS]->(o) RETURN p AS who, r AS link"
    [row] = json.loads(sederunt("cypher", query, "--format", "json").stdout)
    assert (row["who"]["_labels"], row["who"]["name"]) == (["Person"], "Bryn Rees")
    assert (row["link"]["_type"], row["link"]["_end"]) == ("REPRESENTS", "organisation:oakfield-school")


def test_cypher_without_rows_is_done(sederunt):
    assert sederunt("cypher", "MATCH (n:Person {id: 'nobody'}) RETURN n.name AS name").exit_code == 0


def test_cypher_writes_nothing(sederunt, graph):
    assert sederunt("cypher", "MATCH (n) DETACH DELETE n").exit_code == 2
    with open_store(graph) as store:
        assert store.ask("MATCH (p:Person) RETURN count(p) AS n").rows == ((7,),)


def test_cypher_says_what_it_cuts(sederunt):
    every = "MATCH (p:Person) RETURN p.name AS name ORDER BY name"
    cut = sederunt("cypher", every, "--limit", 2, "--format", "json")
    assert (cut.exit_code, len(json.loads(cut.stdout))) == (0, 2)
    assert cut.stderr == "There is more: only the first 2 rows are here; ask for less, or for more rows with --limit.\n"
    assert sederunt("cypher", every, "--limit", 7).stderr == ""


def test_cypher_stops_what_takes_too_long(sederunt):
    endless = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN count(*) AS c"
    stopped = sederunt("cypher", endless, "--timeout", 0.2)
    assert (stopped.exit_code, stopped.stdout) == (2, "")
    assert (
        stopped.stderr == "The query was stopped because it took too long: ask for less, or give it more time with --timeout.\n"
    )


def test_cypher_writes_what_is_ones_own(sederunt, papers, tmp_path):
    target = tmp_path / "own.graph"
    assert sederunt("load", papers, on=target).exit_code == 0
    before = sederunt("export", "json", on=target).stdout
    note = "MATCH (p:Person) WHERE p.name CONTAINS 'Hale' CREATE (n:Note {text: $text})-[:ABOUT]->(p)"
    made = sederunt("cypher", "--write", note, "text=Ask her", on=target)
    assert (made.exit_code, made.stdout, made.stderr) == (0, "", "Done.\n")
    refused = sederunt("cypher", "--write", "MATCH (p:Person) SET p.name = 'x'", on=target)
    assert refused.exit_code == 2
    assert "p may not be changed" in refused.stderr
    for words in (("rebuild",), ("load", papers), ("status",), ("documents",), ("forget", "2019/forum.txt"), ("load", papers)):
        assert sederunt(*words, on=target).exit_code == 0
    assert sederunt("export", "json", on=target).stdout == before
    found = sederunt("cypher", "MATCH (n:Note) RETURN n", "--format", "json", on=target)
    assert json.loads(found.stdout) == [{"n": {"text": "Ask her", "_labels": ["Note"]}}]


def test_status_counts_things_and_links(sederunt):
    records = json.loads(sederunt("status", "--format", "json").stdout)
    assert next(r["number"] for r in records if r["kind"] == "Person") == 7
    assert next(r["value"] for r in records if r["what"] == "engine").startswith("ArcadeDB")


def test_schema_needs_no_graph(sederunt, tmp_path):
    result = sederunt("schema", "--format", "json", on=tmp_path / "none.graph")
    assert result.exit_code == 0
    assert len(json.loads(result.stdout)) == len(STORED) + len(EDGES)
