"""The transcripts in README.md and on the pages of docs/ are what the program prints; ``python tests/test_readme.py --write`` puts them right.

In a block marked ``console`` each line ``$ sederunt …`` is run, one after another, in a folder that holds a copy of examples/.
A line ``…`` in an output stands for lines that are left out.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

HOME = Path(__file__).parents[1]
README = HOME / "README.md"
PAGES = (README, HOME / "docs" / "tutorial.md", *sorted((HOME / "docs" / "recipes").glob("*.md")))
REST = "…"

_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
_STEP = re.compile(r"^\$ (sederunt .*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


def transcript(text: str, folder: Path) -> str:
    """The text with the outputs of its commands as they are now."""
    shutil.copytree(HOME / "examples", folder / "examples")
    return _BLOCK.sub(lambda block: _STEP.sub(lambda step: replayed(step[1], step[2], folder), block[0]), text)


def replayed(command: str, expected: str, folder: Path) -> str:
    """A command and its output, shortened where the expected one is."""
    lines, wanted = printed(command, folder).splitlines(), expected.splitlines()
    blank = [""] if wanted[-1:] == [""] else []
    wanted = wanted[: len(wanted) - len(blank)]
    if REST in wanted and len(lines) >= len(wanted):
        before = wanted.index(REST)
        after = len(wanted) - before - 1
        lines = [*lines[:before], REST, *lines[len(lines) - after :]]
    return "\n".join([f"$ {command}", *lines, *blank, ""])


def printed(command: str, folder: Path) -> str:
    """What a command prints, on both of its outputs."""
    program = Path(sys.executable).with_name("sederunt")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SEDERUNT_")}
    run = subprocess.run(
        [program, *shlex.split(command)[1:]],
        cwd=folder,
        env=kept | {"PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    return run.stdout


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_transcript_is_what_the_program_prints(page, tmp_path):
    text = page.read_text(encoding="utf-8")
    assert transcript(text, tmp_path).splitlines() == text.splitlines(), "python tests/test_readme.py --write"


@pytest.mark.parametrize("file", ["LICENSE", "CHANGELOG.md", "CONTRIBUTING.md", "examples/README.md", "docs/boards.png"])
def test_the_papers_that_it_points_to_are_there(file):
    assert f"({file})" in README.read_text(encoding="utf-8")
    assert (HOME / file).is_file()


if __name__ == "__main__":
    for page in PAGES:
        with TemporaryDirectory() as made:
            now = transcript(page.read_text(encoding="utf-8"), Path(made))
        if sys.argv[1:] == ["--write"]:
            page.write_text(now, encoding="utf-8")
        else:
            sys.stdout.write(now)
