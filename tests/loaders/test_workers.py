"""Papers that are read side by side are read as one by one."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import Future
from contextlib import closing
from pathlib import Path

import pytest
from sederunt.graph.errors import PaperError
from sederunt.loaders import workers
from sederunt.loaders.load import Reading, read_paper
from sederunt.loaders.workers import WORTHWHILE, WORTHWHILE_BYTES, is_worthwhile, read_papers

PAPER = "Ellerdyke Board\nMinutes of the meeting held on {day} May 2019\n\nPresent:\n\nAnn Hale (Chair)\nBen Moss\n\nApologies: Cy Pike\n"


@pytest.fixture
def folder(tmp_path):
    """Two dozen minutes, an empty file and one that is not there, each with its name."""
    for day in range(1, 25):
        (tmp_path / f"{day:02}.txt").write_text(PAPER.format(day=day), encoding="utf-8")
    (tmp_path / "03b.txt").touch()
    names = sorted([*os.listdir(tmp_path), "99.txt"])  # noqa: PTH208 - names are what is wanted
    return [(tmp_path / name, name) for name in names]


def told(readings):
    """What was read, errors as their words."""
    return [str(each) if isinstance(each, PaperError) else (each.paper, each.unread, each.warnings) for each in readings]


def test_side_by_side_is_as_one_by_one(folder):
    alone = told(read_papers(folder))
    assert told(read_papers(folder, cores=2)) == alone
    assert [each[0].path for each in alone if not isinstance(each, str)] == [f"{day:02}.txt" for day in range(1, 25)]
    assert [each for each in alone if isinstance(each, str)] == [alone[3], alone[25]]
    assert "empty" in alone[3]


def test_few_papers_are_read_in_this_process(folder):
    assert len(folder) < WORTHWHILE
    with closing(read_papers(folder)) as readings:
        assert isinstance(next(readings), Reading)
        assert multiprocessing.active_children() == []


def sized(folder, *sizes):
    """Files of these sizes, with their names."""
    files = [(folder / f"{number:03}.csv", f"{number:03}.csv") for number in range(len(sizes))]
    for (file, _), size in zip(files, sizes, strict=True):
        with file.open("wb") as opened:
            opened.truncate(size)
    return files


@pytest.mark.parametrize(
    ("sizes", "worthwhile"),
    [
        ([WORTHWHILE_BYTES - 1, 0], False),
        ([WORTHWHILE_BYTES, 0], True),
        ([WORTHWHILE_BYTES * 9], False),  # there is nothing to share out
        ([0] * (WORTHWHILE - 1), False),
        ([0] * WORTHWHILE, True),
    ],
)
def test_many_papers_or_large_ones_are_worth_processes(tmp_path, sizes, worthwhile):
    assert is_worthwhile(sized(tmp_path, *sizes)) is worthwhile


class Here:
    """A pool that reads at once, and knows how much of what it was given has not been asked for."""

    ahead, most = 0, 0

    def __init__(self, *_, **__):
        Here.ahead = Here.most = 0

    def submit(self, work, read, files):
        size = sum(file.stat().st_size for file, _ in files)
        Here.ahead += size
        Here.most = max(Here.most, Here.ahead)
        future = Future()
        future.set_result(work(read, files))
        asked = future.result

        def result():
            Here.ahead -= size
            return asked()

        future.result = result
        return future

    def shutdown(self, **_):
        pass


@pytest.mark.parametrize(
    ("sizes", "most"), [([300_000] * 200, 8_300_000), ([5_000] * 4000, 2 * 32 * 8 * 5_000), ([9_000_000] * 9, 3 * 9_000_000)]
)
def test_papers_are_read_no_farther_ahead_than_memory_allows(tmp_path, monkeypatch, sizes, most):
    monkeypatch.setattr(workers, "ProcessPoolExecutor", Here)
    monkeypatch.setattr(workers, "read_paper", lambda file, name, *, contacts: name)
    files = sized(tmp_path, *sizes)
    assert list(read_papers(files, cores=2)) == [name for _, name in files]
    assert most / 2 < Here.most <= most


def test_who_stops_leaves_no_process_behind(folder):
    with closing(read_papers(folder * 20, cores=2)) as readings:
        assert isinstance(next(readings), Reading)
        assert len(multiprocessing.active_children()) == 2
    assert multiprocessing.active_children() == []


KILLED = """
import multiprocessing, os, signal, sys
from pathlib import Path
from sederunt.loaders.workers import read_papers

if __name__ == "__main__":
    readings = read_papers([(Path(name), name) for name in sys.argv[1:]] * 200, cores=2)
    next(readings)
    print(*(process.pid for process in multiprocessing.active_children()), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_who_is_killed_leaves_no_process_behind(folder, tmp_path):
    script = tmp_path / "killed.py"
    script.write_text(KILLED, encoding="utf-8")
    ended = subprocess.run([sys.executable, script, folder[0][0]], stdout=subprocess.PIPE, text=True, check=False, timeout=60)
    pids = list(map(int, ended.stdout.split()))
    until = time.monotonic() + 30
    while (left := [pid for pid in pids if is_running(pid)]) and time.monotonic() < until:
        time.sleep(0.05)
    assert len(pids) == 2
    assert left == []


def is_running(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] != "Z"


def test_papers_are_read_on_when_the_system_ends_a_process(folder):
    many = folder * 20
    readings = read_papers(many, cores=2)
    first = next(readings)
    for process in multiprocessing.active_children():
        os.kill(process.pid, signal.SIGTERM)
    assert told([first, *readings]) == told(read_papers(folder)) * 20


def test_a_fault_in_reading_one_paper_costs_no_other(folder, monkeypatch):
    def read(file, name, *, contacts):
        return 1 // 0 if name == "05.txt" else read_paper(file, name, contacts=contacts)

    monkeypatch.setattr("sederunt.loaders.workers.read_paper", read)
    found = told(read_papers(folder))
    assert len(found) == len(folder)
    assert [each for each in found if isinstance(each, str) and "fault" in each] == [
        f"05.txt: a fault of Sederunt kept it from being read (ZeroDivisionError, test_workers.py line {read.__code__.co_firstlineno + 1});"
        " it is left out, please report it."
    ]
