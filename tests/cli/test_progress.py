"""How far a load is, as a terminal shows it."""

import io

import pytest
from sederunt.cli.progress import Progress


class Terminal(io.StringIO):
    def isatty(self):
        return True

    def line(self):
        """What stands in its last line."""
        return self.getvalue().rpartition("\x1b[K")[2]


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def files(tmp_path):
    """Three small files and a large one."""
    found = [tmp_path / f"{number}.txt" for number in range(4)]
    for number, file in enumerate(found):
        file.write_text("x" * (700 if number == 3 else 100), encoding="utf-8")
    return found


def test_it_tells_what_is_done_and_how_long_the_rest_will_take(files):
    out, clock = Terminal(), Clock()
    progress = Progress(files, out, clock)
    clock.now += 1
    progress.read()
    assert out.line() == "1 of 4 files read, 0 statements in the graph"
    clock.now += 59
    progress.keep(1234)
    assert out.line() == "1 of 4 files read, 1,234 statements in the graph, about 9 minutes left"
    progress.read()
    assert out.line().startswith("1 of 4")  # too soon after the last
    clock.now += 60
    progress.read()
    assert out.line() == "3 of 4 files read, 1,234 statements in the graph, about 5 minutes left"
    clock.now += 1
    progress.read()
    assert out.line() == "4 of 4 files read, 1,234 statements in the graph, less than a minute left"
    progress.clear()
    assert out.line() == ""


def test_nothing_is_shown_of_one_file_or_where_nobody_looks(files):
    out, pipe = Terminal(), io.StringIO()
    for progress in (Progress(files[:1], out), Progress(files, pipe)):
        progress.read()
        progress.keep(7)
        progress.clear()
    assert out.getvalue() == pipe.getvalue() == ""
