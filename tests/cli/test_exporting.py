"""The graph in other forms: which there are, which part of it is written, and what comes back."""

import json

import pytest
from sederunt.cli.exporting import FORMATS
from sederunt.graph.store import open_store

from tests.engines.graphs import putting
from tests.exports.hostile import graph_of, hostile

BACK = {"json": ".json", "networkx": ".json", "graphml": ".graphml", "gexf": ".gexf", "statements": ".jsonl"}


@pytest.fixture
def part(sederunt):
    """The things and the links that a part of the council's graph has."""

    def export(*words):
        done = sederunt("export", "json", *words)
        assert (done.exit_code, done.stderr) == (0, "")
        found = json.loads(done.stdout)
        assert all("quote" in edge["properties"] for edge in found["edges"])
        return (
            {node["id"] for node in found["nodes"]},
            {(e["start"], e["type"], e["end"], e["properties"].get("role", "")) for e in found["edges"]},
        )

    return export


def test_help_says_of_each_form_what_it_is(sederunt):
    told = sederunt("export", "--help").stdout
    assert set(BACK) <= set(FORMATS)
    for word, what in FORMATS.items():
        assert f"  {word}" in told
        assert what in told
        assert 20 < len(what) < 110


def test_an_unknown_form_is_told_with_those_there_are(sederunt):
    result = sederunt("export", "xls")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"There is no export 'xls'; there is: {', '.join(FORMATS)}.\n"


@pytest.mark.parametrize("form", BACK)
def test_what_is_written_is_loaded_again(sederunt, tmp_path, form):
    first, second = tmp_path / "first.graph", tmp_path / "second.graph"
    papers = [hostile(0, "one\r\n\x00 two ; |"), hostile(1, "three")]
    with open_store(first, create=True) as store:
        store.change(lambda _: (putting(graph_of(papers)), None))
    file = tmp_path / f"graph{BACK[form]}"
    assert sederunt("export", form, "-o", file, on=first).exit_code == 0
    done = sederunt("load", file, on=second)
    assert (done.exit_code, done.stderr.splitlines()[-1]) == (0, "2 papers read: 2 new.")
    assert sederunt("export", "json", on=second).stdout == sederunt("export", "json", on=first).stdout
    assert sederunt("export", form, on=second).stdout == file.read_bytes().decode()


def test_what_another_program_wrote_is_told(sederunt, tmp_path):
    file = tmp_path / "other.graphml"
    file.write_text("<graphml><graph><node id='n0'/></graph></graphml>", encoding="utf-8")
    result = sederunt("load", file, on=tmp_path / "new.graph")
    assert result.exit_code == 1
    assert f"{file} is not a graph that 'sederunt export graphml' wrote: 'node.type' is missing." in result.stderr


def test_what_the_answer_to_a_question_names(part):
    things, links = part("--query", "members", "body=Forum")
    forum = "body:vale-schools-forum"
    assert things == {forum, "person:ann-hale", "person:bryn-rees", "person:cara-odowd"}
    assert links == {
        ("person:ann-hale", "SITS_ON", forum, "chair"),
        ("person:bryn-rees", "SITS_ON", forum, "member"),
        ("person:cara-odowd", "SITS_ON", forum, "vice-chair"),
    }
    things, links = part("--query", "members", "body=Forum", "--stated")
    assert {link[3] for link in links} == {"chair", "vice-chair"}
    assert "person:bryn-rees" not in things


def test_of_links_between_the_same_two_only_those_with_the_evidence_of_a_row(part):
    _, links = part("--query", "met", "one=Ann Hale", "other=Bryn Rees")
    assert {link[1] for link in links} == {"ATTENDED"}
    assert {link[2] for link in links} == {"meeting:forum/2019-01-15", "meeting:forum/2019-05-14"}
    _, links = part("--query", "path", "from=Bryn Rees", "to=Marlow Vale Council")
    assert all(one != other for one, _, other, _ in links)


def test_an_answer_without_rows_names_what_it_was_asked(part):
    assert part("--query", "members", "body=Silent Group") == ({"body:silent-group"}, set())


def test_what_a_page_shows(part):
    things, links = part("--view", "around", "Dev Patel")
    assert ("person:dev-patel", "HOLDS", "post:education/director-of-education", "") in links
    assert {end for link in links for end in (link[0], link[2])} <= things
    assert not any(thing.startswith(("statement:", "name:", "document:")) for thing in things)
    stated, known = part("--view", "map", "--stated")[1], part("--view", "map")[1]
    assert stated < known


def test_a_timeline_brings_who_came(part):
    _, links = part("--view", "timeline", "Forum")
    assert {"SITS_ON", "ATTENDED"} <= {link[1] for link in links}


def test_stated_leaves_out_of_everything_what_is_inferred(sederunt):
    found = json.loads(sederunt("export", "json", "--stated").stdout)
    assert {edge["properties"].get("basis") for edge in found["edges"]} == {"stated", None}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("Ann Hale",), "Names go with --view KIND, values with --query QUERY"),
        (("--view", "map", "--query", "members"), "--view and --query do not go together"),
        (("--view", "pie"), "There is no kind of page 'pie'"),
        (("--view", "around", "nobody at all"), "nobody at all"),
        (("--query", "nothing"), "There is no saved query 'nothing'"),
        (("--query", "members", "Forum"), "is not NAME=VALUE"),
        (("--query", "members", "--changes", "2018", "2019"), "--changes goes with --view structure"),
    ],
)
def test_what_cannot_be_meant_is_told(sederunt, words, said):
    result = sederunt("export", "json", *words)
    assert result.exit_code in (1, 2)
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_export_json_gives_the_whole_graph(sederunt, tmp_path, council):
    out = sederunt("export", "json", "-o", "-").stdout
    exported = json.loads(out)
    assert (len(exported["nodes"]), len(exported["edges"])) == (len(council["nodes"]), len(council["edges"]))
    told = sederunt("export", "json", "-o", tmp_path / "graph.json")
    assert (tmp_path / "graph.json").read_bytes().decode() == out
    assert told.stdout == ""
    assert "Written to" in told.stderr


def test_export_into_no_folder_is_told(sederunt, tmp_path):
    result = sederunt("export", "json", "-o", tmp_path / "no" / "graph.json")
    assert result.exit_code == 2
    assert "cannot be written: No such file or directory." in result.stderr


def test_what_is_a_folder_wants_one(sederunt, tmp_path):
    result = sederunt("export", "neo4j-csv")
    assert (result.exit_code, result.stdout, result.stderr) == (
        2,
        "",
        "neo4j-csv is a folder of files: say with -o FOLDER which.\n",
    )
    done = sederunt("export", "neo4j-csv", "-o", tmp_path / "new" / "files")
    assert (done.exit_code, done.stderr) == (0, f"Written to {tmp_path / 'new' / 'files'}; to be given in that folder:\n")
    assert done.stdout.startswith("neo4j-admin database import full --nodes=Action=Action.csv ")
    assert (tmp_path / "new" / "files" / "SITS_ON.csv").read_text("utf-8").startswith(":START_ID,:END_ID,basis,")
    (tmp_path / "file").write_text("x", encoding="utf-8")
    refused = sederunt("export", "neo4j-csv", "-o", tmp_path / "file")
    assert (refused.exit_code, refused.stderr) == (2, f"{tmp_path / 'file'} cannot be written: File exists.\n")
