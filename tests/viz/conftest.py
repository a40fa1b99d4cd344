"""Pages of the example papers, and a real browser to open them in."""

import base64
import json
import re
import time
import zlib
from collections import defaultdict
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Page
from pypdfium2 import PdfDocument
from sederunt.graph.store import open_store
from sederunt.viz.page import page
from sederunt.viz.view import drawn

from tests.engines.graphs import example_graph, putting

WIDE, NARROW = {"width": 1280, "height": 800}, {"width": 390, "height": 800}


@pytest.fixture(scope="session")
def examples(tmp_path_factory):
    """The graph of the example papers."""
    with open_store(tmp_path_factory.mktemp("examples") / "examples.graph", create=True) as store:
        store.apply(putting(example_graph()))
        yield store


@pytest.fixture(scope="session")
def boards(examples):
    """The picture of everybody's boards."""
    return drawn(examples, "boards", [])


@pytest.fixture(scope="session")
def around(examples):
    """The picture around one person."""
    return drawn(examples, "around", ["Catrin Bevan"])


@dataclass
class Visit:
    """A page in the browser, and what it did that no page may."""

    page: Page
    faults: list[str] = field(default_factory=list)

    def __post_init__(self):
        self._heard = {
            "pageerror": lambda error: self.faults.append(f"error: {error}"),
            "console": lambda message: self.faults.append(f"{message.type}: {message.text}"),
            "dialog": lambda dialog: (self.faults.append(f"dialog: {dialog.message}"), dialog.dismiss()),
        }

    def watch(self, address):
        self._heard["request"] = lambda request: (
            request.url.split("#")[0] == address or self.faults.append(f"asked for {request.url}")
        )
        for event, note in self._heard.items():
            self.page.on(event, note)

    def leave(self):
        """Leave nothing of it to the next: no page, no pointer over it, no ear."""
        self.page.goto("about:blank")
        self.page.mouse.move(-1, -1)
        for event, note in self._heard.items():
            self.page.remove_listener(event, note)


class Windows:
    """The windows of the browser: to open one is a second of its work, so that one that was left is taken again."""

    def __init__(self, browser):
        self._browser, self._left = browser, defaultdict(list)

    def new(self, size, prepare=None, **settings):
        """A window that was never seen."""
        context = self._browser.new_context(viewport=size, **settings)
        if prepare:
            prepare(context)
        return context.new_page()

    def take(self, size, **settings):
        """A window of these settings in which nothing is."""
        left = self._left[frozenset(settings.items())]
        page = left.pop() if left else self.new(size, **settings)
        page.set_viewport_size(size)
        return page

    def put(self, page, **settings):
        """Keep a window for the next who wants one of these settings."""
        self._left[frozenset(settings.items())].append(page)


@pytest.fixture(scope="session")
def windows(chromium):
    return Windows(chromium)


@pytest.fixture
def visit(windows, tmp_path):
    """Open a picture as a page; afterwards no request, error or dialog may have been seen."""
    made = []

    def opened(picture, *, hash_="", size=WIDE, prepare=None, **settings):
        file = tmp_path / f"{len(made)}.html"
        file.write_text(page(picture), encoding="utf-8", newline="\n")
        visit = Visit(windows.new(size, prepare, **settings) if prepare else windows.take(size, **settings))
        made.append((visit, prepare, settings))
        visit.watch(file.as_uri())
        visit.page.goto(file.as_uri() + hash_, wait_until="load")
        if settings.get("java_script_enabled", True):
            visit.page.locator("html.begun").wait_for(state="attached")
        return visit.page

    yield opened
    for each, prepared, settings in made:
        if prepared:
            each.page.context.close()
        else:
            each.leave()
            windows.put(each.page, **settings)
    assert [fault for each, *_ in made for fault in each.faults] == []


def inflated(text, id_="data"):
    """What an element of a page holds deflated, as text."""
    held = re.search(rf'<script id="{id_}" type="text/plain">([A-Za-z0-9+/=]*)</script>', text)[1]
    return zlib.decompress(base64.b64decode(held)).decode()


def data_of(text):
    """The facts that a page draws, as its script unpacks them."""
    return json.loads(inflated(text))


def sheets_of(pdf):
    """The text of each sheet of what was printed; PDFium has a sign of its own for a hyphen that ends a line."""
    with PdfDocument(pdf) as printed:
        return [sheet.get_textpage().get_text_range().replace("\ufffe", "-") for sheet in printed]


PATIENCE, REST = 20.0, 0.3  # seconds to wait, and for which what is at rest does not change


def until(page, expression, wanted):
    """Wait for a value in the page that is wanted; it is asked for from outside, as the page lets nobody evaluate text in it."""
    end = time.monotonic() + PATIENCE
    while not wanted(value := page.evaluate(expression)):
        assert time.monotonic() < end, f"it stays {value!r}"
        page.wait_for_timeout(50)
    return value


def settled(page, expression):
    """A value in the page once it has not changed for a while."""
    value, since = page.evaluate(expression), time.monotonic()
    end = since + PATIENCE
    while time.monotonic() - since < REST:
        page.wait_for_timeout(50)
        if (now := page.evaluate(expression)) != value:
            value, since = now, time.monotonic()
        assert since < end, "it never comes to rest"
    return value
