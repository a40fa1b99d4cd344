"""Whatever kills a load, no paper that was told of is lost, no half paper is there, and the next load completes."""

import os
import sys
import time
from collections import Counter
from random import Random

import pytest
from sederunt.graph.build import build
from sederunt.graph.claims import papers_from
from sederunt.graph.resolve import resolve
from sederunt.graph.store import open_store, read_graph
from sederunt.graph.update import forget, load

from tests.crash.loads import PAPERS, check, finish, start, told_of, until, whole
from tests.crash.worker import paper

SOAK = os.environ.get("HYPOTHESIS_PROFILE") == "soak"
KILLS = int(os.environ.get("SEDERUNT_KILLS", "40" if SOAK else "4"))
SEED = os.environ.get("SEDERUNT_SEED", str(time.time()) if SOAK else "kills")


def moment(random, steps, seconds):
    """When to kill, as a number of lines and seconds after them: by time, or soon after any step however short."""
    return random.choice([(0, seconds * random.random()), (random.randrange(steps), seconds / steps * random.random())])


def killed_after(address, number, seconds):
    """What a load told until it was killed, some time after so many lines."""
    process = start(address)
    lines = [process.stdout.readline().strip() for _ in range(number)]
    time.sleep(seconds)
    process.kill()
    rest, _ = finish(process)
    return list(filter(None, [*lines, *rest]))


@pytest.mark.soak
def test_a_load_may_be_killed_at_any_moment(anew, capsys):
    for _ in range(2):  # the first is slower
        address = anew()
        began = time.monotonic()
        steps, status = finish(start(address))
        seconds = time.monotonic() - began
        assert (steps[-1], status) == ("closed", 0)
        check(address, steps)
    random, moments = Random(SEED), Counter()
    while sum(moments.values()) < KILLS:
        address = anew()
        lines = killed_after(address, *moment(random, len(steps), seconds))
        if lines[-1:] == ["closed"]:
            seconds *= 0.8  # it was all done before the kill, which does not count
            continue
        moments[lines[-1].split()[0] if lines else "starting"] += 1
        check(address, lines)
    if SOAK:
        with capsys.disabled():
            table = "".join(f"  {moment:10}{count:4}\n" for moment, count in moments.most_common())
            sys.stdout.write(f"\nKilled on {anew.engine}, what it told last (seed {SEED}):\n{table}")


def test_a_load_that_was_killed_can_be_followed_by_anything(anew):
    address = anew()
    process = start(address)
    lines = until(process, "done") + until(process, "writing")
    process.kill()
    finish(process)
    (first, *_) = sorted(told_of(lines))
    with open_store(address) as store:
        forget(store, first)
        load(store, [paper(len(PAPERS))])
        kept = papers_from(stored := read_graph(store))
        assert stored == build(kept, resolve(kept))
        assert first not in {p.path for p in kept}
        load(store, map(paper, PAPERS))
        assert read_graph(store) == whole(range(len(PAPERS) + 1))


def test_of_a_making_that_was_killed_nothing_is_left(tmp_path):
    graph = tmp_path / "new.graph"
    for pause in (0.05, 0.1, 0.2, 0.3):
        process = start(graph)
        until(process, "opening")
        time.sleep(pause)
        process.kill()
        finish(process)
        assert [p for p in tmp_path.iterdir() if p != graph and not p.name.startswith(".half-made-")] == []
    check(graph, [])
    assert list(tmp_path.iterdir()) == [graph]
