"""A disk that is full: it is said, and nothing is lost."""

import shutil

import pytest

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
    disk = small_disk(16)
    graph = disk / "full.graph"
    lines, status = finish(start(graph, FEW))
    assert status == 0
    fill(disk, 40_000)
    said, status = finish(start(graph))
    assert status == 3
    full = f"error The disk that holds the graph at {graph} is full, and nothing was written: make room and try again."
    assert said[-1] == full
    other, status = finish(start(disk / "other.graph"))
    assert (other[-1], status) == (full.replace("full.graph", "other.graph"), 3)
    assert sorted(p.name for p in disk.iterdir()) == ["filler", "full.graph"]
    (disk / "filler").unlink()
    check(graph, [*lines, *said])


@pytest.mark.usefixtures("embedded")
def test_of_a_file_that_may_not_grow(tmp_path):
    graph = tmp_path / "bounded.graph"
    lines, _ = finish(start(graph, FEW))
    largest = max(file.stat().st_size for file in graph.rglob("*") if file.is_file())
    said, status = finish(start(graph, PAPERS, "--limit", largest + 1000))
    assert (said[-1], status) == ("", 3)
    check(graph, [*lines, *said])


def test_of_a_server(small_disk, mortal):
    disk = small_disk(64)
    server = mortal(disk)
    address = server.server.address
    lines, status = finish(start(address, FEW))
    assert status == 0
    fill(disk, 10_000)
    said, status = finish(start(address, range(100)))
    assert (said[-1], status) == ("", 3)
    server.kill()
    (disk / "filler").unlink()
    server.start_again()
    check(address, [*lines, *said])
