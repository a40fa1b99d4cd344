"""Queries that no engine stops, or that end the engine, through the program as it is started from a shell."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sederunt.graph.store import open_store, read_graph

from tests.engines.graphs import board, putting

SHELL = [sys.executable, "-c", "from sederunt.cli.app import main; main()"]


def shell(address: str, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [*SHELL, "--graph", address, "cypher", *words]
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", check=False, timeout=60, env={**os.environ, **environment}
    )


def test_what_no_engine_stops_ends_with_the_program(address: str) -> None:
    with open_store(address, create=True) as store:
        store.apply(putting(board()))
    start = time.monotonic()
    endless = "RETURN reduce(s = 0, x IN range(1, 3000000) | s + reduce(t = 0, y IN range(1, 12) | t + y)) AS x"
    result = shell(address, "--timeout", "0.1", endless)
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.startswith("The query was stopped because it took too long")
    assert len(result.stderr.splitlines()) == 1
    assert time.monotonic() - start < 20
    with open_store(address) as store:
        assert read_graph(store) == board()


@pytest.mark.parametrize(
    "cypher",
    [
        *(f"RETURN reduce(s = '{'ab' * n}', x IN range(1, 60) | s + s) AS x" for n in (1, 2, 3, 5)),
        "UNWIND range(1, 5000000) AS x RETURN collect([x, x, x]) AS x",
        "RETURN [x IN range(1, 6000000) | [x, x, x]] AS x",
    ],
)
def test_what_wants_more_memory_than_there_is(tmp_path: Path, cypher: str) -> None:
    pytest.importorskip("arcadedb")
    with open_store(tmp_path / "x.graph", create=True) as store:
        store.apply(putting(board()))
    result = shell(str(tmp_path / "x.graph"), cypher, SEDERUNT_MEMORY="150m")
    assert result.returncode in (2, 3)
    assert len(result.stderr.splitlines()) == 1
    with open_store(tmp_path / "x.graph") as store:
        assert read_graph(store) == board()


@pytest.mark.parametrize(
    ("code", "status", "told"),
    [
        ("os.abort()", 3, "The engine broke down over this query, most likely for want of memory"),
        ("os.kill(os.getpid(), 9)", 3, "The engine broke down over this query"),
        ("print('done', file=sys.stderr); sys.exit(1)", 1, "done"),
    ],
)
def test_the_end_of_a_query_is_told_whatever_it_is(code: str, status: int, told: str) -> None:
    code = f"import os, sys; from sederunt.cli.watch import apart; print(1); apart(); os.write(1, b'2'); {code}"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    assert (result.returncode, result.stdout.split()) == (status, ["1", "2"])
    assert result.stderr.startswith(told)
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_query_can_be_broken_off(tmp_path: Path, number: int, status: int) -> None:
    pytest.importorskip("arcadedb")
    graph = str(tmp_path / "x.graph")
    open_store(graph, create=True).close()
    endless = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN count(*) AS c"
    running = subprocess.Popen([*SHELL, "--graph", graph, "cypher", endless], stderr=subprocess.PIPE, encoding="utf-8")
    time.sleep(1.5)
    running.send_signal(number)
    assert running.communicate(timeout=20)[1] == "Stopped.\n"
    assert running.returncode == status
    with open_store(graph) as store:
        assert store.ask("MATCH (n) RETURN count(n) AS n").rows == ((0,),)
