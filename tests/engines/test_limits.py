"""How much a query may ask for: rows, characters and seconds."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sederunt.graph.errors import QueryError
from sederunt.graph.store import UNLIMITED, Limits, Store, open_store

from tests.engines.graphs import board, putting

TEN = "UNWIND range(1, 10) AS n RETURN n ORDER BY n"
ENDLESS = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN count(*) AS c"


@pytest.mark.parametrize(
    ("limits", "rows", "cut"),
    [
        (UNLIMITED, 10, False),
        (Limits(rows=3), 3, True),
        (Limits(rows=10), 10, False),
        (Limits(rows=11), 10, False),
        (Limits(characters=1), 1, True),
        (Limits(characters=10_000, seconds=60), 10, False),
    ],
)
def test_rows_are_cut(store: Store, limits: Limits, rows: int, cut: bool) -> None:
    found = store.ask(TEN, limits=limits)
    assert found.rows == tuple((n,) for n in range(1, rows + 1))
    assert found.cut is cut


def test_what_is_cut_is_not_worked_out(store: Store) -> None:
    start = time.monotonic()
    found = store.ask("UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN a, b", limits=Limits(rows=5))
    assert (len(found.rows), found.cut) == (5, True)
    assert time.monotonic() - start < 10


def test_edges_and_paths_are_whole_where_rows_are_cut(store: Store) -> None:
    store.apply(putting(board()))
    [[path]] = store.ask("MATCH p = (:Person)-[:SITS_ON]->(:Body) RETURN p", limits=Limits(rows=1)).rows
    assert [edge["_type"] for edge in path["relationships"]] == ["SITS_ON"]


def test_a_query_is_stopped_and_the_next_is_answered(store: Store) -> None:
    start = time.monotonic()
    with pytest.raises(QueryError, match=r"^The query was stopped because it took too long: ask for less, .*\.$"):
        store.ask(ENDLESS, limits=Limits(seconds=0.5))
    assert time.monotonic() - start < 10
    assert store.ask(TEN).rows[0] == (1,)


def test_a_limit_holds_for_one_query_only(store: Store) -> None:
    store.ask(TEN, limits=Limits(seconds=0.1))
    slow = "UNWIND range(1, 3000) AS a UNWIND range(1, 1000) AS b RETURN count(*) AS c"
    assert store.ask(slow).rows == ((3_000_000,),)


def test_a_process_that_was_ended_leaves_no_limit_behind(tmp_path: Path) -> None:
    pytest.importorskip("arcadedb")
    graph = tmp_path / "x.graph"
    open_store(graph, create=True).close()
    code = f"""
import os, threading
from sederunt.graph.store import Limits, open_store
store = open_store({str(graph)!r})
threading.Timer(0.3, os._exit, (7,)).start()
store.ask({ENDLESS!r}, limits=Limits(seconds=5))
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 7
    settings = graph / "configuration.json"
    assert json.loads(settings.read_text("utf-8"))["configuration"]["command.timeout"] == 5000
    open_store(graph).close()
    assert json.loads(settings.read_text("utf-8"))["configuration"]["command.timeout"] == 0


def test_an_answer_that_was_cut_holds_no_memory(store: Store) -> None:
    many = "UNWIND range(1, 200000) AS n RETURN 'some words that take room ' + n AS words ORDER BY words"
    for _ in range(8):
        assert store.ask(many, limits=Limits(rows=1)).cut
