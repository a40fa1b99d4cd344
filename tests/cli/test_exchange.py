"""A graph that is exported from one engine and loaded into the other is the same graph, to the byte."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from sederunt.graph.kinds import EDGES, NODES
from sederunt.graph.store import open_store
from sederunt.graph.update import load

from tests.engines.conftest import ENGINES
from tests.engines.graphs import EXAMPLES, as_text, everything, example_papers, putting
from tests.exports.hostile import HOSTILE, graph_of, hostile

BACK = [("embedded", "neo4j"), ("neo4j", "embedded")]


class Addresses(dict):
    """The address on each engine that is asked for: a server is emptied only for who wants it."""

    def __init__(self, *given):
        super().__init__()
        self._given = given

    def __missing__(self, engine):
        self[engine] = ENGINES[engine](*self._given)
        return self[engine]


@pytest.fixture
def addresses(tmp_path, monkeypatch):
    """Where there is no graph yet, on each engine."""
    return Addresses(tmp_path, monkeypatch)


@pytest.fixture
def exported(sederunt, tmp_path):
    """The bytes that a graph is exported to, and the file that holds them."""

    def export(on) -> Path:
        file = tmp_path / "exported" / f"{len(list(tmp_path.glob('exported/*')))}.json"
        file.parent.mkdir(exist_ok=True)
        assert sederunt("export", "json", "-o", file, on=on).exit_code == 0
        return file

    return export


@pytest.mark.parametrize(("source", "target"), BACK)
def test_the_example_papers_are_the_same_there_and_back(sederunt, addresses, exported, source, target):
    one, other = addresses[source], addresses[target]
    assert sederunt("load", EXAMPLES, on=one).exit_code == 0
    file = exported(one)
    assert file.read_text("utf-8") == as_text(graph_of(example_papers()))
    assert sederunt("load", file, on=other).exit_code == 0
    assert exported(other).read_bytes() == file.read_bytes()
    gone = example_papers()[3].path
    assert sederunt("forget", gone, on=other).exit_code == 0
    assert exported(other).read_text("utf-8") == as_text(graph_of([p for p in example_papers() if p.path != gone]))
    assert sederunt("load", file, on=other).stderr.splitlines()[-1] == "12 papers read: 1 new, 11 unchanged."
    assert exported(other).read_bytes() == file.read_bytes()


@pytest.mark.parametrize(("source", "target"), BACK)
def test_hostile_text_of_every_kind_is_the_same_there_and_back(sederunt, addresses, exported, source, target):
    papers = [hostile(number, text) for number, text in enumerate(HOSTILE)]
    whole = graph_of(papers)
    assert {n.label for n in whole.nodes} == set(NODES)
    assert {e.type for e in whole.edges} == set(EDGES)
    with open_store(addresses[source], create=True) as store:
        load(store, papers)
    file = exported(addresses[source])
    assert file.read_text("utf-8") == as_text(whole)
    assert sederunt("load", file, on=addresses[target]).exit_code == 0
    assert exported(addresses[target]).read_bytes() == file.read_bytes()


@pytest.mark.parametrize("engine", list(ENGINES))
@pytest.mark.parametrize("text", [text[:2_000] for text in HOSTILE])
def test_every_property_of_the_model_is_exported_as_it_was_put_in(addresses, exported, engine, text):
    with open_store(addresses[engine], create=True) as store:
        store.apply(putting(everything(text)))
    assert exported(addresses[engine]).read_text("utf-8") == as_text(everything(text))


DAMAGE = {
    "cut off": (lambda text: text[: len(text) // 2], r"line \d+: "),
    "another kind": (lambda text: text.replace('["Person"]', '["Judge"]'), "there is no kind 'Judge'"),
    "other statements": (lambda text: text.replace('\\"subject\\":', '\\"about\\":'), "another version may have written it"),
    "no statements": (lambda text: text.replace('"claim": ', '"said": '), r"\('claim' is missing\)"),
    "no edges": (lambda text: text[: text.index('"edges"')] + '"edges": []}', "stands in no document"),
    "another path": (lambda text: text.replace('"path": "', '"path": "x/'), "another id than its path gives"),
    "half a character": (lambda text: text.replace("Ann Hale", r"Ann \\ud800Hale"), "it is not UTF-8"),
}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "other.json is empty; nothing to read."),
        (
            b'{"type": "FeatureCollection"}',
            "this is no data of a kind that is known",
        ),
        (b"[1, 2]", "this is no data of a kind that is known"),
        (b"\xff\x00\xfe", "other.json"),
    ],
)
def test_json_that_is_no_graph_is_told_in_one_sentence(sederunt, addresses, tmp_path, data, said):
    file = tmp_path / "other.json"
    file.write_bytes(data)
    result = sederunt("load", file, on=addresses["embedded"])
    sentence, tally = result.stderr.splitlines()
    assert (result.exit_code, result.stdout, tally) == (1, "", "0 papers read.")
    assert said in sentence


@pytest.mark.parametrize("damage", list(DAMAGE))
def test_what_is_no_export_of_this_version_is_told_in_one_sentence(sederunt, addresses, exported, papers, tmp_path, damage):
    change, said = DAMAGE[damage]
    target = addresses["embedded"]
    sederunt("load", papers, on=target)
    before = exported(target).read_bytes()
    damaged = change(before.decode())
    assert damaged != before.decode()
    file = tmp_path / "damaged.json"
    file.write_bytes(damaged if isinstance(damaged, bytes) else damaged.encode())
    result = sederunt("load", file, on=target)
    sentence, tally = result.stderr.splitlines()
    assert (result.exit_code, result.stdout, tally) == (1, "", "0 papers read.")
    assert re.fullmatch(rf"{file} is not a graph that 'sederunt export json' wrote: .*{said}.*\.", sentence)
    assert exported(target).read_bytes() == before


def test_an_export_with_a_byte_order_mark_is_read(sederunt, addresses, exported, papers, tmp_path):
    sederunt("load", papers, on=addresses["embedded"])
    file = exported(addresses["embedded"])
    again = tmp_path / "marked.json"
    again.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert sederunt("load", again, on=tmp_path / "again.graph").exit_code == 0
    assert exported(tmp_path / "again.graph").read_bytes() == file.read_bytes()


def test_graphs_of_the_halves_of_the_papers_are_put_together(sederunt, addresses, exported, tmp_path):
    files = sorted(file for file in EXAMPLES.iterdir() if file.is_file() and file.stem != "README")
    halves = []
    for number in range(2):
        half = tmp_path / f"half-{number}.graph"
        assert sederunt("load", *files[number::2], "--root", EXAMPLES, on=half).exit_code == 0
        halves.append(exported(half))
    assert sederunt("load", *files, "--root", EXAMPLES, on=addresses["embedded"]).exit_code == 0
    together = tmp_path / "together.graph"
    assert sederunt("load", *halves, on=together).exit_code == 0
    assert exported(together).read_bytes() == exported(addresses["embedded"]).read_bytes()


HOST = """
import sys
import time
from pathlib import Path
from sederunt.cli import app, loading

def meet(*given):
    begun.touch()
    while not other.exists():
        time.sleep(0.01)
    return read(*given)

_, begun, other, *sys.argv[1:] = map(str, sys.argv)
begun, other, read, loading._gain = Path(begun), Path(other), loading._gain, meet
app.main()
"""
"""The command, which goes on from its first paper when another has begun to read too."""


@pytest.mark.parametrize("engine", list(ENGINES))
def test_what_two_processes_read_at_once_is_put_together(sederunt, addresses, exported, tmp_path, engine):
    files = sorted(file for file in EXAMPLES.iterdir() if file.is_file() and file.stem != "README")
    graphs, marks = [tmp_path / "north.graph", tmp_path / "south.graph"], [tmp_path / "north", tmp_path / "south"]
    hosts = []
    for at, graph in enumerate(graphs):
        words = [marks[at], marks[1 - at], "--graph", graph, "load", *files[at::2], "--root", EXAMPLES]
        command = [sys.executable, "-c", HOST, *map(str, words)]
        hosts.append(subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True))
    told = [process.communicate(timeout=120)[1] for process in hosts]
    assert [line.splitlines()[-1] for line in told] == ["6 papers read: 6 new."] * 2
    whole = tmp_path / "whole.graph"
    assert sederunt("load", *files, "--root", EXAMPLES, on=whole).exit_code == 0
    said = [mark.with_suffix(".jsonl") for mark in marks]
    for graph, file in zip(graphs, said, strict=True):
        assert sederunt("export", "statements", "-o", file, on=graph).exit_code == 0
    assert sederunt("load", *said, on=addresses[engine]).exit_code == 0
    assert exported(addresses[engine]).read_bytes() == exported(whole).read_bytes()
