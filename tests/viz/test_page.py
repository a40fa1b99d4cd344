"""The text of a page, looked at without a browser."""

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from sederunt.viz.page import as_data, page, visible
from sederunt.viz.picture import COLUMNS, MAP

from tests.viz.pictures import HOSTILE, hostile, lone, wide_net

VIZ = Path(__file__).parents[2] / "viz"
MADE_AGAIN = "import sys; from tests.viz.pictures import wide_net, lone; from sederunt.viz.page import page; sys.stdout.write(page(wide_net()) + page(lone()))"


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_the_same_picture_gives_the_same_bytes_in_any_interpreter(seed):
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
    made = subprocess.run([sys.executable, "-c", MADE_AGAIN], env=environment, cwd=VIZ.parent, capture_output=True, check=True)
    assert made.stdout.decode() == page(wide_net()) + page(lone())


@pytest.mark.parametrize("picture", [lone(COLUMNS), lone(MAP)], ids=[COLUMNS, MAP])
def test_only_the_scripts_of_the_page_may_run(picture):
    text = page(picture)
    scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    digests = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts]
    allowed = " ".join(f"'sha256-{digest}'" for digest in digests)
    policy = re.search(r'Security-Policy" content="([^"]*)"', text)[1].replace("&#39;", "'")
    assert len(scripts) == (2 if picture.drawing == MAP else 1)
    assert f"script-src {allowed};" in policy
    assert policy.startswith("default-src 'none';")


@pytest.mark.parametrize("drawing", [COLUMNS, MAP])
def test_what_stands_in_papers_ends_no_element(drawing):
    text = page(hostile(drawing))
    assert text.count("</script>") == (3 if drawing == MAP else 2)
    assert "<img" not in text
    data = re.search(r'<script id="data" type="application/json">(.*?)</script>', text, re.DOTALL)[1]
    assert not set(data) & set("<>&\u2028\u2029")
    names = [name for _, _, name, *_ in json.loads(data)["nodes"]]
    assert names[: len(HOSTILE)] == [visible(each) for each in HOSTILE.values()]


def test_data_comes_back_as_it_was():
    value = {"a": ["</script>", "\u2028", "&amp;", "\\", '"', "é"], "b": (1, 0.5, None, True)}
    assert json.loads(as_data(value)) == {"a": value["a"], "b": [1, 0.5, None, True]}


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a\x00b", "a␀b"),
        ("\x1b[31m", "␛[31m"),
        ("a\tb\nc", "a\tb\nc"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("\ud800\x9b", "\ufffd\ufffd"),
    ],
)
def test_every_character_can_be_seen(text, seen):
    assert visible(text) == seen


@pytest.mark.parametrize(("picture", "most"), [(lone(COLUMNS), 60_000), (lone(MAP), 750_000), (wide_net(), 200_000)])
def test_a_page_is_small(picture, most):
    assert len(page(picture).encode()) < most


def test_vendored_files_have_their_version_and_licence():
    names = {file.name for file in (VIZ / "vendor").iterdir()}
    scripts = {name for name in names if name.endswith(".js")}
    assert scripts
    for name in scripts:
        version = re.search(r"\d+\.\d+\.\d+", name)[0]
        assert f"@version {version}" in (VIZ / "vendor" / name).read_text(encoding="utf-8")[:2_000]
        assert any(other.startswith(name.removesuffix(".min.js")) and "LICENSE" in other for other in names)


def test_a_picture_shows_itself_in_a_notebook():
    shown = lone()._repr_html_()
    assert shown.startswith('<iframe title="One" srcdoc="&lt;!DOCTYPE html&gt;')
    assert shown.count("<") == 2
