"""Two processes that load into one graph at once."""

import pytest
from sederunt.graph.store import open_store, read_graph

from tests.crash.loads import PAPERS, check, finish, start, until, whole
from tests.engines.server import empty_server


def test_on_the_embedded_engine_one_is_told_to_wait(tmp_path):
    pytest.importorskip("arcadedb")
    graph = tmp_path / "two.graph"
    first = start(graph, PAPERS, "--stay", 3)
    until(first, "closing")
    lines, status = finish(start(graph))
    assert status == 3
    assert lines[-1] == (
        f"error Another process has the graph at {graph} open: wait until it is done, or end it, and try again."
    )
    assert finish(first)[1] == 0
    check(graph, [])


@pytest.mark.parametrize("killed", [False, True])
def test_on_neo4j_both_end_in_the_graph_of_all_papers(monkeypatch, killed):
    address = empty_server(monkeypatch).address
    first, second = start(address, range(9)), start(address, range(11, 2, -1))
    if killed:
        until(first, "done")
        first.kill()
    told, others = finish(first), finish(second)
    assert (told[1], others[1]) == (-9 if killed else 0, 0)
    if not killed:
        with open_store(address) as store:
            assert read_graph(store) == whole()
    check(address, [*told[0], *others[0]])
