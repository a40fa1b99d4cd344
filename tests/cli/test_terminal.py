"""What a person at a terminal meets: Tab offers names, and what is longer than the screen comes by pages."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(sys.executable).parent / "sederunt"
BASH = """
eval "$(_SEDERUNT_COMPLETE=source_bash sederunt)"
COMP_WORDS=(sederunt "$@") COMP_CWORD=$#
_sederunt_completion sederunt
printf '%s\\n' "${COMPREPLY[@]}"
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither Bash nor such terminals")


def offered(graph, *words):
    """What Bash offers at the end of these words, after `sederunt`."""
    path = os.pathsep.join((str(PROGRAM.parent), os.environ["PATH"]))
    result = subprocess.run(
        ["bash", "--norc", "-c", BASH, "bash", *words],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PATH": path, "SEDERUNT_GRAPH": str(graph)},
        check=True,
    )
    assert result.stderr == ""
    return result.stdout.split("\n")[:-1]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (["who", "jo"], ["José\\ Núñez"]),
        (["who", "NUN"], ["José\\ Núñez"]),
        (["who", '"jos'], ["José Núñez"]),
        (["who", "José\\ N"], ["José\\ Núñez"]),
        (["who", "zzz"], [""]),
        (["queries", "several"], ["several-boards"]),
        (["att"], ["attendance"]),
    ],
)
def test_tab_offers(graph, words, names):
    assert offered(graph, *words) == names


def test_tab_looks_in_the_graph_that_is_named(graph, tmp_path):
    assert offered(tmp_path / "none.graph", "who", "jo") == [""]
    assert offered(tmp_path / "none.graph", "--graph", str(graph), "who", "jo") == ["José\\ Núñez"]
    assert offered(tmp_path / "none.graph", "who", "--graph", str(graph), "jo") == ["José\\ Núñez"]


def at_a_terminal(graph, lines, *words, keys=b"", **environment):
    """What a command shows on a terminal of so many lines, where somebody presses these keys."""
    import pty  # noqa: PLC0415 - not everywhere

    ours, theirs = pty.openpty()
    clean = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "LESS", "PAGER", "TERM")}
    given = {"SEDERUNT_GRAPH": str(graph), "LINES": str(lines), "COLUMNS": "100", "TERM": "xterm"}
    process = subprocess.Popen([PROGRAM, *words], stdin=theirs, stdout=theirs, stderr=theirs, env=clean | given | environment)
    os.close(theirs)
    os.write(ours, keys)
    shown = bytearray()
    try:
        while some := os.read(ours, 4096):
            shown += some
    except OSError:  # the other end is closed
        pass
    os.close(ours)
    assert process.wait() == 0
    return shown.decode()


def test_what_is_longer_than_the_terminal_goes_through_the_pager(graph, tmp_path):
    pages = tmp_path / "pages"
    shown = at_a_terminal(graph, 10, "schema", PAGER=f"cat > {pages}")
    assert shown == ""
    assert "Organisation" in pages.read_text("utf-8")
    assert "\x1b[1m" in pages.read_text("utf-8")


def test_what_fits_on_the_terminal_does_not(graph, tmp_path):
    pages = tmp_path / "pages"
    shown = at_a_terminal(graph, 1000, "schema", PAGER=f"cat > {pages}")
    assert "Organisation" in shown
    assert not pages.exists()


def test_no_page_and_no_colour_away_from_a_terminal(graph):
    clean = {**os.environ, "SEDERUNT_GRAPH": str(graph), "LINES": "5", "PAGER": "false"}
    result = subprocess.run([PROGRAM, "schema"], capture_output=True, encoding="utf-8", env=clean, check=True)
    assert "Organisation" in result.stdout
    assert "\x1b" not in result.stdout


def test_colour_may_be_refused(graph):
    assert "\x1b" in at_a_terminal(graph, 1000, "status")
    assert "\x1b" not in at_a_terminal(graph, 1000, "status", NO_COLOR="1")


def test_less_shows_colours_and_ends(graph):
    if shutil.which("less") is None:
        pytest.skip("less is not installed")
    shown = at_a_terminal(graph, 10, "status", keys=b"q", PAGER="less")
    assert "\x1b[1m" in shown
