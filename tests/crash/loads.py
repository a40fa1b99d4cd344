"""Loads in processes of their own, and what must be true of a graph whatever ended them."""

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

from sederunt.graph.build import build
from sederunt.graph.claims import papers_from
from sederunt.graph.model import Changes, Graph
from sederunt.graph.resolve import resolve
from sederunt.graph.store import open_store, read_graph
from sederunt.graph.update import load

from tests.crash.worker import paper

ROOT = Path(__file__).parents[2]
PAPERS = range(12)


def start(address, numbers=PAPERS, *options):
    """Start a process that loads the papers."""
    paths = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    worker = Path(__file__).with_name("worker.py")
    return subprocess.Popen(
        [sys.executable, worker, str(address), ",".join(map(str, numbers)), *map(str, options)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": paths},
    )


def until(process, word):
    """What a process told until it told this word."""
    lines = [process.stdout.readline().strip()]
    while lines[-1].split()[:1] != [word]:
        assert lines[-1], f"it ended before {word}: {lines[:-1]} {process.stderr.read()}"
        lines.append(process.stdout.readline().strip())
    return lines


def finish(process):
    """What a process told until it ended, and its exit status; it writes nothing on standard error."""
    out, err = process.communicate(timeout=120)
    assert err == ""
    return out.splitlines(), process.returncode


def told_of(lines):
    """The papers of which a load told that they are in the graph."""
    return {path for line in lines if line.startswith("done ") for path in line.split()[1:]}


@cache
def whole(numbers=PAPERS):
    """The graph of these papers as one load makes it."""
    papers = [paper(number) for number in numbers]
    return build(papers, resolve(papers))


def check(address, lines):
    """The graph is that of some whole papers, among them all that were told of; the next load completes."""
    with open_store(address, create=True) as store:
        # In a turn of its own: what a server is still writing of a dead load ends first.
        stored: Graph = store.change(lambda graph: (Changes(), read_graph(graph)))
        kept = papers_from(stored)
        assert told_of(lines) <= {p.path for p in kept}
        assert kept == [paper(int(p.path[:3])) for p in kept]
        assert stored == build(kept, resolve(kept))
        load(store, map(paper, PAPERS))
        assert read_graph(store) == whole()
