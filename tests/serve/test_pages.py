"""The pages in a real browser, and what is in them without one."""

import re
import time
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote

import pytest
from sederunt.graph.errors import QueryError
from sederunt.graph.model import Graph, difference
from sederunt.graph.store import STOPPED, open_store
from sederunt.serve.pages import Kept

from tests.engines.graphs import edge, node
from tests.serve.conftest import asking, started
from tests.viz.test_browser import serious

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\u2028\u202e\"'`{{7*7}}&amp;"
TOKEN = "a-token-of-two-dozen-signs"


@pytest.fixture(scope="module")
def shown(examples, copied):
    """The example papers, served."""
    server = started(copied(examples))
    yield server
    assert server.end()[0] == 0


@pytest.fixture
def browse(chromium):
    """Open an address; afterwards no page may have asked another server, failed, or said anything."""
    made, faults = [], []

    def opened(address):
        context = chromium.new_context(viewport={"width": 1280, "height": 800})
        made.append(context)
        page = context.new_page()
        home = re.match(r"http://[^/]+/", address)[0]
        page.on("request", lambda request: request.url.startswith((home, "data:")) or faults.append(f"asked {request.url}"))
        page.on("pageerror", lambda error: faults.append(f"error: {error}"))
        page.on("console", lambda message: faults.append(f"{message.type}: {message.text}"))
        page.on("dialog", lambda dialog: (faults.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.goto(address)
        return page

    yield opened
    for context in made:
        context.close()
    assert faults == []


def test_from_the_first_page_to_a_person_and_back(shown, browse):
    page = browse(shown.address)
    assert serious(page) == []
    page.get_by_label("Search").fill("Catrin Bevan")
    page.get_by_role("button", name="Find").click()
    page.wait_for_url("**/find?words=Catrin+Bevan")
    assert serious(page) == []
    assert page.locator("q").count() > 2
    page.get_by_role("listitem").filter(has_text="Catrin Bevan").get_by_role("link", name="around").first.click()
    page.wait_for_load_state()
    assert page.locator("h1").inner_text() == "Around Catrin Bevan"
    page.locator("#search").fill("Tarnhithe Secondary Heads Forum")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Its own page").click()
    page.wait_for_load_state()
    assert page.locator("h1").inner_text() == "Around Tarnhithe Secondary Heads Forum"
    page.get_by_role("link", name="All pages").click()
    page.wait_for_load_state()
    assert page.url == shown.address


def test_every_page_of_the_index_is_there(shown):
    _, _, index = shown.get("/")
    led = re.findall(r'href="(/[^"]*)"', index)
    assert len(led) > 25
    for path in led:
        assert shown.get(path.replace("&amp;", "&"))[0] == 200


def test_a_name_that_fits_several_things_leads_to_each(shown):
    status, _, text = shown.get("/view/around?name=forum")
    assert status == 409
    led = re.findall(r'<li><a href="([^"]*)"', text)
    assert len(led) > 1
    assert {shown.get(path)[0] for path in led} <= {200, 404}
    assert "Which one?" not in "".join(shown.get(path)[2] for path in led)


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("/view/around?name=Nobody", 404, "There is no"),
        ("/view/nonsense", 404, "There is no kind of page"),
        ("/view/around", 400, "is about 1 name, not 0"),
        ("/find?words=nothingofthekind", 200, "Nothing in the papers"),
        ("/view/structure?name=Tarnhithe+Council&changes=2017", 400, "changes wants two dates"),
        ("/view/around?name=Catrin+Bevan&changes=2017&changes=2019", 400, "shows no changes"),
        ("/view/structure?name=Chief+Executive&changes=2017&changes=2019", 200, "what changed"),
        ("/nowhere", 404, "There is nothing here"),
    ],
)
def test_what_is_not_there_is_said_on_a_page(shown, path, status, told):
    found = shown.get(path, Accept="text/html")
    assert (found[0], told in found[2].replace("&#39;", "'")) == (status, True)


def test_a_token_is_asked_for_once(council, copied, browse):
    server = started(copied(council), "--token", SEDERUNT_TOKEN=TOKEN)
    page = browse(server.address)
    assert page.url == f"http://127.0.0.1:{server.port}/"
    assert page.get_by_label("Search").is_visible()
    page.context.clear_cookies()
    assert server.end()[0] == 0


def hostile():
    return Graph.of(
        [
            node("person:1", name=HOSTILE, aliases=(), initials=(), partial=False),
            node("person:2", name=f"Bo {HOSTILE}", aliases=(), initials=(), partial=False),
            node("body:1", name=f"Board {HOSTILE}", aliases=()),
        ],
        [
            edge("person:1", "SITS_ON", "body:1", role="chair", quote=HOSTILE, source=HOSTILE, basis="stated", confidence=1.0),
            edge("person:2", "SITS_ON", "body:1", role="member", quote=HOSTILE, source=HOSTILE, basis="stated", confidence=1.0),
        ],
    )


def test_hostile_names_are_text(tmp_path, browse):
    with open_store(tmp_path / "x.graph", create=True) as store:
        store.apply(difference(Graph(), hostile()))
    server = started(tmp_path / "x.graph")
    for path in ("find?words=script", f"find?words={quote(HOSTILE)}", "view/map", "view/around?name=body:1"):
        page = browse(server.address + path)
        assert page.locator("img").count() == 0
        assert page.locator("body *", has_text="alert(1)").count() > 0
    told = server.get(f"/view/around?name={quote(HOSTILE)}{quote(HOSTILE)}", Accept="text/html")
    assert told[0] == 404
    assert "<script" not in told[2]
    assert "&lt;script&gt;" in told[2]
    assert server.end()[0] == 0


def test_pages_are_kept_while_there_is_room():
    kept, made = Kept(10), []
    for key in ("a", "b", "a", "c", "a", "b"):
        assert kept((key,), lambda key=key: made.append(key) or key.encode() * 4) == key.encode() * 4
    assert made == ["a", "b", "c", "b"]


def test_a_page_that_many_want_at_once_is_made_once():
    kept, made = Kept(100), []

    def make():
        time.sleep(0.2)
        made.append(1)
        return b"page"

    with ThreadPoolExecutor(8) as threads:
        assert set(threads.map(lambda _: kept(("a",), make), range(8))) == {b"page"}
    assert made == [1]


def test_a_page_that_cannot_be_made_is_tried_again():
    kept = Kept(100)
    with pytest.raises(ZeroDivisionError):
        kept(("a",), lambda: bytes(1 // 0))
    assert kept.get(("a",)) is None
    assert kept(("a",), lambda: b"page") == kept.get(("a",)) == b"page"


def test_of_a_graph_on_a_server_no_page_is_kept(council_store):
    class Elsewhere:
        address = "neo4j://elsewhere"

        def __getattr__(self, name):
            return getattr(council_store, name)

    with asking(Elsewhere()) as client:
        assert client.get("/view/boards").content == client.get("/view/boards").content


def test_what_cannot_be_looked_through_in_time_still_finds_names(client, monkeypatch):
    def stopped(*_):
        raise QueryError(STOPPED)

    monkeypatch.setattr("sederunt.serve.pages.ask", stopped)
    page = client.get("/find", params={"words": "Ann Hale"})
    assert page.status_code == 200
    assert "There was no time to look for these words" in page.text
    assert "/view/around?name=person" in page.text


def test_the_first_page_of_a_large_graph_lists_no_names(client, monkeypatch):
    monkeypatch.setattr("sederunt.serve.pages._LISTED", 3)
    page = client.get("/").text
    assert page.count('<a href="/view/') == 3
    assert "/view/boards" in page


def test_of_a_large_graph_the_page_of_all_structures_draws_a_part(client, monkeypatch):
    monkeypatch.setattr("sederunt.serve.pages._DRAWN", 5)
    monkeypatch.setattr("sederunt.viz.views.structure.PART", 4)
    page = client.get("/view/structure", params={"stated": "true"})
    assert (page.status_code, "Drawn are the largest structures" in page.text) == (200, True)


def test_the_lines_of_a_large_graph_are_searched_when_that_is_wanted(client, monkeypatch):
    monkeypatch.setattr("sederunt.serve.pages._LISTED", 3)
    page = client.get("/find", params={"words": "Ann Hale"}).text
    assert "<h2>Names</h2>" in page
    assert "<h2>In the papers</h2>" not in page
    assert '<a href="/find?words=Ann+Hale&amp;lines=true">' in page
    assert "Nothing bears such a name" in client.get("/find", params={"words": "zebedee"}).text
    page = client.get("/find", params={"words": "Ann Hale", "lines": "true"}).text
    assert "<h2>In the papers</h2>" in page
    assert "lines=true" not in page


def test_where_a_name_fits_more_than_are_told_the_page_says_so(client, monkeypatch):
    monkeypatch.setattr("sederunt.serve.pages.TOLD", 2)
    assert "fits many things, of which 2 are here" in client.get("/view/around", params={"name": "Hale"}).text
