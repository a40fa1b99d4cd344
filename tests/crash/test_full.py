"""A disk that is full: it is said, and nothing is lost."""

import shutil

import pytest
from sederunt.graph.errors import EngineError
from sederunt.graph.store import open_store

from tests.crash.loads import PAPERS, check, finish, start

FEW = range(3)


def fill(disk, spare):
    """Leave so many bytes free."""
    (disk / "filler").write_bytes(b"\0" * (shutil.disk_usage(disk).free - spare))


@pytest.fixture
def embedded():
    pytest.importorskip("arcadedb")


@pytest.mark.usefixtures("embedded")
def test_of_the_embedded_engine(small_disk):
    graph = small_disk / "full.graph"
    lines, status = finish(start(graph, FEW))
    assert status == 0
    fill(small_disk, 40_000)
    full = "error The disk that holds the graph at {} is full, and nothing was written: make room and try again."
    said, status = finish(start(graph))
    assert (said[-1], status) == (full.format(graph), 3)
    other, status = finish(start(small_disk / "other.graph"))
    assert (other[-1], status) == (full.format(small_disk / "other.graph"), 3)
    assert sorted(p.name for p in small_disk.iterdir()) == ["filler", "full.graph"]
    (small_disk / "filler").unlink()
    check(graph, [*lines, *said])


@pytest.mark.usefixtures("embedded")
def test_of_a_file_that_may_not_grow(tmp_path):
    graph = tmp_path / "bounded.graph"
    lines, _ = finish(start(graph, FEW))
    largest = max(file.stat().st_size for file in graph.rglob("*") if file.is_file())
    said, status = finish(start(graph, PAPERS, "--limit", largest + 1000))
    assert (said[-1], status) == (f"error Nothing was written to {graph}: File too large.", 3)
    check(graph, [*lines, *said])


def test_of_a_server(doomed, mortal):
    disk, _ = doomed
    if not disk.is_mount():
        pytest.skip("a small disk can only be made by root")
    address = mortal.server.address
    lines, status = finish(start(address, FEW))
    assert status == 0
    fill(disk, 10_000)
    said, status = finish(start(address, range(100)))
    full = f"error Neo4j at {address} cannot write its log: make room on its disk, start it again, and load again."
    assert (said[-1], status) == (full, 3)
    with pytest.raises(EngineError, match=r"^The database 'neo4j' at .* (has failed: see the log|is not available just now)"):
        open_store(address, create=True)
    mortal.kill()
    (disk / "filler").unlink()
    mortal.start_again()
    check(address, [*lines, *said])
