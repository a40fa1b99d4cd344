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


STAYS = """
import time
from sederunt.cli import app, loading
from sederunt.graph import update

def stay(*given):
    tell(*given)
    time.sleep(60)

tell, loading._tell, update._STATEMENTS = loading._tell, stay, 1
app.main()
"""
"""The command with each paper in a transaction of its own, which stays when it has told of the first."""


def exported(address, file):
    assert sederunt(address, "export", "json", "-o", file).exit_code == 0
    return file.read_bytes()


def test_what_it_told_of_is_not_read_again(anew, papers, tmp_path):
    address = anew()
    assert sederunt(address, "load", papers).exit_code == 0
    whole = exported(address, tmp_path / "whole.json")
    address = anew()
    command = [sys.executable, "-c", STAYS, "--graph", str(address), "load", str(papers)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        told = process.stdout.readline().split(" ")[0]
        process.kill()
    done = sederunt(address, "load", papers)
    news = {line.split(" ")[0]: line.partition("(")[2].partition(")")[0] for line in done.stdout.splitlines()}
    assert told == NAMES[0]
    # The second may have been written while the first was told of.
    assert [news[name] for name in (told, *NAMES[2:])] == ["unchanged", *["new"] * 6]
    assert exported(address, tmp_path / "gone-on.json") == whole


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
