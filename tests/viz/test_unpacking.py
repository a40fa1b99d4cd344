"""What stands deflated in a page: that it is unpacked, and what a page says where it cannot be."""

import re

import pytest
from sederunt.viz.page import page as written
from sederunt.viz.picture import COLUMNS, MAP

from tests.viz.conftest import data_of, inflated
from tests.viz.pictures import lone


@pytest.fixture
def opened(chromium, tmp_path):
    """Open the text of a page whatever becomes of it: the page and what went wrong in it."""
    contexts = []

    def go(text, *, script=""):
        file = tmp_path / "page.html"
        file.write_text(text, encoding="utf-8", newline="\n")
        contexts.append(context := chromium.new_context())
        if script:
            context.add_init_script(script)
        page, faults = context.new_page(), []
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.append(message.text))
        page.goto(file.as_uri())
        return page, faults

    yield go
    for context in contexts:
        context.close()


def told(page):
    page.locator("html:not(.scripted)").wait_for(state="attached")
    return page.locator("#unscripted").inner_text()


@pytest.mark.parametrize("drawing", [COLUMNS, MAP])
def test_a_browser_that_cannot_unpack_says_so_and_shows_the_table(opened, drawing):
    page, faults = opened(written(lone(drawing)), script="delete window.DecompressionStream")
    assert "cannot unpack the picture" in told(page)
    assert page.locator("#facts tbody tr").first.is_visible()
    assert not page.locator(".picture").is_visible()
    assert faults == []


@pytest.mark.parametrize("id_", ["data", "program"])
def test_a_damaged_file_says_so(opened, id_):
    text = re.sub(rf'(<script id="{id_}" type="text/plain">.{{40}}).{{8}}', r"\g<1>AAAAAAAA", written(lone(MAP)))
    page, faults = opened(text)
    assert "the file is damaged" in told(page)
    assert faults == []


def test_another_program_than_the_one_it_was_made_with_is_not_run(opened):
    text = written(lone(MAP))
    digest = re.findall(r"sha256-([^&']+)", text)[-1]
    page, faults = opened(text.replace(digest, "A" * 43 + "="))
    page.wait_for_timeout(500)
    assert page.evaluate("typeof vis") == "undefined"
    assert any("Content Security Policy" in fault for fault in faults)


def test_nothing_that_is_unpacked_is_left_in_the_page(visit):
    page = visit(lone(MAP))
    assert page.locator("script").count() == 4
    assert data_of(page.content()) == data_of(written(lone(MAP)))
    assert inflated(page.content(), "program") == inflated(written(lone(MAP)), "program")
