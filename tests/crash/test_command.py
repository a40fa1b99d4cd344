"""What `sederunt load` says when it is cut short, and that it can be given again."""

import json
import subprocess
import sys
import time

import pytest
from sederunt.cli.app import app
from sederunt.graph import update
from sederunt.graph.engines import neo4j
from sederunt.loaders import workers
from typer.testing import CliRunner

from tests.crash.worker import PEOPLE

NAMES = [f"{number:02}.txt" for number in range(8)]


@pytest.fixture
def papers(tmp_path):
    """A folder of minutes."""
    folder = tmp_path / "papers"
    folder.mkdir()
    for number, name in enumerate(NAMES):
        present = "\n".join(PEOPLE[(number + at) % len(PEOPLE)] for at in range(4))
        text = f"Vale Schools Forum\n\nDate: {number + 1} March 2019\n\nPresent:\n{present}\n"
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def sederunt(address, *words):
    return CliRunner().invoke(app, ["--graph", str(address), *map(str, words)])


def check_all_can_be_loaded(address, papers):
    done = sederunt(address, "load", papers)
    assert (done.exit_code, done.stderr.splitlines()[-1].partition(":")[0]) == (0, "8 papers read")
    documents = json.loads(sederunt(address, "documents", "--format", "json").stdout)
    assert [document["path"] for document in documents] == NAMES
    assert "all was as it should be" in sederunt(address, "rebuild").stderr


def test_it_may_be_killed(anew, papers):
    address = anew()
    command = [sys.executable, "-c", "from sederunt.cli.app import main; main()", "--graph", str(address), "load", str(papers)]
    for seconds in (0.6, 1.0):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(seconds)
        process.kill()
        process.wait()
    check_all_can_be_loaded(address, papers)


def test_a_server_that_goes_away_is_one_sentence(mortal, papers, monkeypatch):
    read = workers.read_paper

    def last(file, *given, **more):
        if file.name == NAMES[5]:
            mortal.kill()
        return read(file, *given, **more)

    address = mortal.server.address
    with monkeypatch.context() as patched:
        patched.setattr(workers, "read_paper", last)
        patched.setattr(update, "_STATEMENTS", 1)
        patched.setattr(neo4j, "_PATIENCE", 1.0)
        cut = sederunt(address, "load", papers)
    mortal.start_again()
    assert cut.exit_code == 3
    # The fifth may be being written while the sixth is read.
    assert [line.partition(" ")[0] for line in cut.stdout.splitlines()] in (NAMES[:4], NAMES[:5])
    assert len(cut.stderr.splitlines()) == 1
    assert cut.stderr.startswith(f"No Neo4j answers at {address} (")
    check_all_can_be_loaded(address, papers)
