"""What papers say goes from graph to graph as a file, a paper a line."""

import json

import pytest

from tests.engines.graphs import EXAMPLES, as_text, example_papers
from tests.exports.hostile import graph_of


@pytest.fixture
def halves(sederunt, tmp_path):
    """The files of two graphs, each of which has every second of the example papers."""
    papers = [EXAMPLES / paper.path for paper in example_papers()]
    files = []
    for half in (0, 1):
        graph, file = tmp_path / f"{half}.graph", tmp_path / f"{half}.jsonl"
        assert sederunt("load", *papers[half::2], "--root", EXAMPLES, on=graph).exit_code == 0
        assert sederunt("export", "statements", "-o", file, on=graph).exit_code == 0
        files.append(file)
    return files


def test_halves_put_together_are_the_graph_of_all_papers(sederunt, tmp_path, halves):
    together = tmp_path / "all.graph"
    done = sederunt("load", *halves, on=together)
    assert (done.exit_code, done.stderr.splitlines()[-1]) == (0, "12 papers read: 12 new.")
    assert sederunt("export", "json", on=together).stdout == as_text(graph_of(example_papers()))
    assert sederunt("load", *reversed(halves), on=together).stderr.splitlines()[-1] == "12 papers read: 12 unchanged."


def test_of_a_damaged_file_what_comes_before_is_loaded_and_the_next_file_too(sederunt, tmp_path, halves):
    lines = halves[0].read_text("utf-8").splitlines()
    halves[0].write_text("\n".join([*lines[:2], lines[2][:100], *lines[3:]]), encoding="utf-8")
    done = sederunt("load", *halves, on=tmp_path / "all.graph")
    assert done.exit_code == 1
    assert f"{halves[0]} is not a graph that 'sederunt export statements' wrote: line 3 is no paper." in done.stderr
    assert done.stderr.splitlines()[-1] == "8 papers read: 8 new."


def test_a_dry_run_tells_what_would_be_loaded(sederunt, tmp_path, halves):
    done = sederunt("load", halves[0], "--dry-run", "--format", "json", on=tmp_path / "none.graph")
    own = [json.loads(line)["paper"] for line in halves[0].read_text("utf-8").splitlines()]
    assert done.exit_code == 0
    assert len(json.loads(done.stdout)) == sum(len(paper["statements"]) for paper in own)
    assert not (tmp_path / "none.graph").exists()


@pytest.mark.parametrize("words", [["--view", "map"], ["--query", "boards"], ["--stated"]])
def test_a_part_of_what_papers_say_is_refused(sederunt, words):
    refused = sederunt("export", "statements", *words)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert refused.stderr == "statements is all that the papers say: it takes no --view, no --query and no --stated.\n"
