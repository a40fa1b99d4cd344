"""Whatever ends a load, no paper that was told of is lost, no half paper is there, and the next load completes."""

import os
import shutil
import subprocess
import sys
import time
from collections import Counter
from importlib.util import find_spec
from pathlib import Path
from random import Random

import pytest
from sederunt.graph.build import build
from sederunt.graph.claims import papers_from
from sederunt.graph.errors import EngineError
from sederunt.graph.resolve import resolve
from sederunt.graph.store import open_store, read_graph
from sederunt.graph.update import forget, load

from tests.crash.worker import paper

ROOT = Path(__file__).parents[2]
PAPERS = 24
SOAK = os.environ.get("HYPOTHESIS_PROFILE") == "soak"
KILLS = int(os.environ.get("SEDERUNT_KILLS", "60" if SOAK else "5"))
SEED = os.environ.get("SEDERUNT_SEED", str(time.time()) if SOAK else "kills")

BUILDS = ("arcadedb", "arcadedb_embedded")
pytestmark = pytest.mark.skipif(not any(map(find_spec, BUILDS)), reason="the embedded engine is not installed")


def start(graph, *more, number=PAPERS, limit=0):
    """Start a process that loads the papers; ``limit`` is how many bytes a file that it writes may have."""
    paths = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    return subprocess.Popen(
        [sys.executable, Path(__file__).with_name("worker.py"), str(graph), str(number), str(limit), *map(str, more)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": paths},
    )


def finish(process):
    """What a process told until it ended, and its exit status."""
    out, _ = process.communicate(timeout=120)
    return out.splitlines(), process.returncode


def told_of(lines):
    return {path for line in lines if line.startswith("done ") for path in line.split()[1:]}


def check(graph, lines):
    """The graph is that of some whole papers, among them all that were told of."""
    with open_store(graph) as store:
        stored = read_graph(store)
    kept = papers_from(stored)
    assert told_of(lines) <= {p.path for p in kept}
    assert kept == [paper(int(p.path[:3])) for p in kept]
    assert stored == build(kept, resolve(kept))


def check_the_next_load(graph):
    lines, status = finish(start(graph))
    assert (lines[-1], status) == ("closed", 0)
    check(graph, lines)
    assert len(told_of(lines)) == PAPERS


def killed_after(graph, number, seconds):
    """What a load told until it was killed, some time after so many lines."""
    process = start(graph)
    lines = [process.stdout.readline().strip() for _ in range(number)]
    time.sleep(seconds)
    process.kill()
    rest, _ = finish(process)
    return list(filter(None, [*lines, *rest]))


def test_a_load_may_be_killed_at_any_moment(tmp_path):
    whole, status = finish(start(tmp_path / "whole.graph"))
    assert status == 0
    random, moments = Random(SEED), Counter()
    for at in range(KILLS):
        graph = tmp_path / f"{at}.graph"
        lines = killed_after(graph, random.randrange(len(whole)), 0.08 * random.random() ** 2)
        moments[lines[-1].split()[0] if lines else "starting"] += 1
        if "looking" not in lines:
            forget_half_made(graph)
        else:
            check(graph, lines)
        check_the_next_load(graph)
        shutil.rmtree(graph)
    if SOAK:
        sys.stdout.write("".join(f"{moment:10}{count:4}\n" for moment, count in sorted(moments.items())))
    assert sum(moments.values()) == KILLS


def forget_half_made(graph):
    """A graph whose making was cut short holds nothing; the sentence says to delete it."""
    try:
        open_store(graph).close()
    except EngineError as error:
        assert str(error).count(". ") == 0
        shutil.rmtree(graph, ignore_errors=True)


def test_a_load_that_was_killed_can_be_followed_by_anything(tmp_path):
    graph = tmp_path / "killed.graph"
    lines = killed_after(graph, 14, 0.01)
    (first, *_) = sorted(told_of(lines))
    with open_store(graph) as store:
        forget(store, first)
        load(store, [paper(PAPERS)])
        kept = papers_from(stored := read_graph(store))
    assert stored == build(kept, resolve(kept))
    assert {first} & {p.path for p in kept} == set()
    check_the_next_load_adds_one(graph)


def check_the_next_load_adds_one(graph):
    lines, _ = finish(start(graph))
    assert len(told_of(lines)) == PAPERS
    with open_store(graph) as store:
        assert len(papers_from(read_graph(store))) == PAPERS + 1


@pytest.fixture
def small_disk(tmp_path):
    """A folder with room for sixteen megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", folder], capture_output=True, check=False)
    if made.returncode:
        pytest.skip("a small disk can only be made by root")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def test_a_full_disk_loses_nothing(small_disk):
    graph = small_disk / "full.graph"
    lines, status = finish(start(graph, number=3))
    assert status == 0
    (small_disk / "filler").write_bytes(b"\0" * (shutil.disk_usage(small_disk).free - 40_000))
    said, status = finish(start(graph))
    assert status == 3
    assert said[-1].startswith("error ")
    (small_disk / "filler").unlink()
    check(graph, [*lines, *said])


def test_a_file_that_may_not_grow_loses_nothing(tmp_path):
    graph = tmp_path / "bounded.graph"
    lines, _ = finish(start(graph, number=3))
    largest = max(file.stat().st_size for file in graph.rglob("*") if file.is_file())
    said, status = finish(start(graph, limit=largest + 1000))
    assert status != 0
    check(graph, [*lines, *said])
    check_the_next_load(graph)


def test_of_two_processes_one_is_told_to_wait(tmp_path):
    graph = tmp_path / "two.graph"
    first = start(graph, 3)
    while first.stdout.readline().strip() != "closing":
        pass
    lines, status = finish(start(graph))
    assert status == 3
    assert lines[-1] == (
        f"error Another process has the graph at {graph} open: wait until it is done, or end it, and try again."
    )
    assert finish(first)[1] == 0
    check_the_next_load(graph)
