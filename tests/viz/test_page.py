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

from tests.viz.conftest import data_of, inflated
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
    program = [inflated(text, "program")] if picture.drawing == MAP else []
    scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL) + program
    digests = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts]
    allowed = " ".join(f"'sha256-{digest}'" for digest in digests)
    policy = re.search(r'Security-Policy" content="([^"]*)"', text)[1].replace("&#39;", "'")
    assert len(scripts) == (3 if picture.drawing == MAP else 2)
    assert ('id="program"' in text) == bool(program)
    assert f"script-src {allowed};" in policy
    assert policy.startswith("default-src 'none';")


@pytest.mark.parametrize("drawing", [COLUMNS, MAP])
def test_what_stands_in_papers_ends_no_element(drawing):
    text = page(hostile(drawing))
    assert text.count("</script>") == (4 if drawing == MAP else 3)
    assert "<img" not in text
    names = [name for _, _, name, *_ in data_of(text)["nodes"]]
    assert names[: len(HOSTILE)] == [visible(each) for each in HOSTILE.values()]


def test_what_is_packed_is_what_was_vendored_and_its_notice_can_be_read():
    text = page(lone(MAP))
    (vendored,) = [file.read_text(encoding="utf-8") for file in (VIZ / "vendor").glob("*.js")]
    assert inflated(text, "program") == re.sub(r"\n//# sourceMappingURL=.*", "", vendored)
    (notice,) = re.findall(r"<!--(.*?)-->", text, re.DOTALL)
    assert vendored.partition("*/")[0].removeprefix("/**") in notice
    assert "<!--" not in page(lone(COLUMNS))


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


@pytest.mark.parametrize(("picture", "most"), [(lone(COLUMNS), 60_000), (lone(MAP), 320_000), (wide_net(), 110_000)])
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
