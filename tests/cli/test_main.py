"""The program as it is started from a shell: exit statuses, streams, speed of its help."""

import os
import subprocess
import sys
from importlib import import_module

import pytest
from sederunt.cli.app import COMMANDS
from sederunt.graph.store import open_store

HEAVY = ("pydantic", "arcadedb", "neo4j", "rapidfuzz", "nameparser", "networkx", "rich", "sederunt.graph", "sederunt.queries")


def start(*words, **environment):
    clean = {name: value for name, value in os.environ.items() if not name.startswith("SEDERUNT")}
    code = "from sederunt.cli.app import main; main()"
    command = [sys.executable, "-c", code, *map(str, words)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=clean | environment, check=False)


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["whoo"], 2, "No such command 'whoo'"),
        (["who"], 2, "Missing argument"),
        (["who", "a", "b"], 2, "unexpected extra argument"),
        (["who", "a", "--nope"], 2, "No such option: --nope"),
        (["who", "a", "--format", "xml"], 2, "Invalid value for '--format'"),
        (["--graph", "no/such.graph", "who", "a"], 3, "no/such.graph"),
    ],
)
def test_wrong_usage_is_one_sentence(words, status, told):
    result = start(*words)
    assert (result.returncode, result.stdout) == (status, "")
    assert told in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_the_graph_is_given_before_after_or_by_the_environment(graph):
    for words, environment in (
        (["--graph", graph, "status"], {}),
        (["status", "--graph", graph], {}),
        (["status"], {"SEDERUNT_GRAPH": str(graph)}),
        (["--graph", "other", "status", "--graph", graph], {"SEDERUNT_GRAPH": "third"}),
    ):
        result = start(*words, **environment)
        assert (result.returncode, result.stderr) == (0, "")


def test_a_graph_that_is_open_elsewhere_is_told(graph):
    with open_store(graph):
        result = start("--graph", graph, "status")
    assert result.returncode == 3
    assert len(result.stderr.splitlines()) == 1


def test_results_are_utf8_whatever_the_locale(graph):
    result = start("--graph", graph, "who", "Núñez", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert (result.returncode, "José Núñez" in result.stdout) == (0, True)


def test_a_reader_that_goes_away_is_no_error(graph):
    code = "from sederunt.cli.app import main; main()"
    command = [sys.executable, "-c", code, "--graph", str(graph), "export", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        running.stdout.close()
        told = running.stderr.read()
        assert (running.wait(), told) == (0, b"")


def test_help_imports_nothing_heavy():
    code = "import sys; sys.argv = ['sederunt', '--help']\nfrom sederunt.cli.app import main\ntry: main()\nexcept SystemExit: pass\nprint('\\n'.join(sys.modules), file=sys.stderr)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert "Commands:" in result.stdout
    assert not set(HEAVY) & set(result.stderr.splitlines())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name):
    result = start(name, "--help")
    assert (result.returncode, result.stderr) == (0, "")
    assert f"sederunt {name} " in result.stdout or f"-c {name} " in result.stdout


def test_without_a_command_help_is_shown():
    assert "Commands:" in start().stdout
    assert start("--version").stdout.startswith("sederunt ")


def test_a_fault_of_ours_is_no_traceback(monkeypatch, capsys):
    app = import_module("sederunt.cli.app")
    monkeypatch.setattr(app, "app", lambda **_: 1 / 0)
    with pytest.raises(SystemExit, match="1"):
        app.main()
    assert capsys.readouterr().err.startswith("Something went wrong inside sederunt: ZeroDivisionError")
