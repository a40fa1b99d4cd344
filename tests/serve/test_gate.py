"""Who is let in, and what every answer carries."""

import pytest
from sederunt.serve.gate import is_known
from sederunt.serve.settings import Settings

from tests.serve.conftest import asking

TOKEN = "a-token-of-two-dozen-signs"
PAGE = {"accept": "text/html,*/*"}


@pytest.fixture(scope="module")
def guarded(council_store):
    """The application that wants a token."""
    with asking(council_store, Settings(token=TOKEN)) as client:
        yield client


@pytest.fixture(autouse=True)
def without_cookies(request):
    yield
    if "guarded" in request.fixturenames:
        request.getfixturevalue("guarded").cookies.clear()


@pytest.mark.parametrize(
    "host",
    ["localhost", "localhost:8470", "LOCALHOST", "127.0.0.1", "127.0.0.1:1", "[::1]:8470", "192.0.2.7", "papers.example:80"],
)
def test_names_by_which_it_may_be_asked(host):
    assert is_known(host, frozenset({"papers.example"}))


@pytest.mark.parametrize(
    "host",
    [
        "",
        "evil.example",
        "evil.example:8470",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "evil.example@localhost",
        "localhost@evil.example",
        "localhost/x",
        "localhost evil.example",
        "x" * 300,
        "[::1",
        "2130706433",
        "0x7f.1",
    ],
)
def test_names_by_which_it_may_not(client, host):
    assert not is_known(host, frozenset({"papers.example"}))
    assert client.get("/", headers={"host": host.encode()}).status_code == 421


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:1", "https://127.0.0.1.evil.example:8470"])
def test_a_page_of_another_server_may_not_send_anything(client, origin):
    for path in ("/mcp", "/login", "/store"):
        assert client.post(path, headers={"origin": origin}).status_code == 403


@pytest.mark.parametrize("path", ["/", "/docs", "/find?words=x", "/view/boards", "/api/queries", "/openapi.json", "/nothing"])
def test_every_answer_is_fenced(client, path):
    reply = client.get(path, headers={"origin": "http://evil.example"})
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert reply.headers["referrer-policy"] == "no-referrer"
    assert reply.headers["x-frame-options"] == "DENY"
    assert "frame-ancestors 'none'" in reply.headers["content-security-policy"]
    assert not [name for name in reply.headers if name.startswith("access-control")]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
def test_pages_and_answers_can_be_got_and_nothing_else(client, method):
    for path in ("/", "/view/boards", "/api/queries/boards", "/openapi.json"):
        reply = client.request(method, path)
        assert reply.status_code == 405
        assert {"GET", "HEAD"} == set(reply.headers["allow"].split(", "))
    assert client.head("/api/queries/boards").status_code == 200


@pytest.mark.parametrize("path", ["/", "/view/boards", "/api/queries/boards", "/openapi.json", "/docs", "/mcp", "/nothing"])
@pytest.mark.parametrize(
    "shown",
    [
        {},
        {"authorization": "Bearer wrong"},
        {"authorization": f"Basic {TOKEN}"},
        {"authorization": f"Bearer {TOKEN[:-1]}"},
        {"authorization": b"Bearer \xff\xfe"},
        {"cookie": "sederunt_8470=wrong"},
        {"cookie": f"sederunt_8470={TOKEN}"},
        {"cookie": b"sederunt_8470=\xe9; \x01"},
    ],
)
def test_without_the_token_nobody_comes_in(guarded, path, shown):
    reply = guarded.get(path, headers=shown)
    assert reply.status_code == 401
    assert reply.headers["www-authenticate"] == "Bearer"
    assert list(reply.json()) == ["error"]
    assert guarded.post("/mcp", headers=shown, json={}).status_code == 401


def test_a_program_shows_the_token(guarded):
    assert guarded.get("/api/queries/boards", headers={"authorization": f"Bearer {TOKEN}"}).json()["rows"]


def test_a_browser_is_asked_for_the_token_and_keeps_that_it_had_it(guarded):
    asked = guarded.get("/view/boards?name=x&name=y", headers=PAGE)
    assert asked.status_code == 401
    assert '<form class="asking" action="/login" method="post">' in asked.text
    assert 'value="/view/boards?name=x&amp;name=y"' in asked.text
    wrong = guarded.post("/login", data={"token": "wrong", "next": "/docs"})
    assert wrong.status_code == 401
    assert "That is not the token." in wrong.text
    right = guarded.post("/login", data={"token": TOKEN, "next": "/docs"})
    assert (right.status_code, right.headers["location"]) == (303, "/docs")
    assert "HttpOnly" in right.headers["set-cookie"]
    assert TOKEN not in right.headers["set-cookie"]
    assert guarded.get("/docs").status_code == 200


def test_the_address_with_the_token_leads_to_one_without(guarded):
    reply = guarded.get(f"/view/boards?name=x&token={TOKEN}&name=y", headers=PAGE)
    assert (reply.status_code, reply.headers["location"]) == (303, "/view/boards?name=x&name=y")
    assert guarded.get("/docs").status_code == 200


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", ""])
def test_nobody_is_led_elsewhere(guarded, target):
    assert guarded.post("/login", data={"token": TOKEN, "next": target}).headers["location"] == "/"
    there = guarded.get(f"http://127.0.0.1:8470//evil.example/?token={TOKEN}", headers=PAGE)
    assert there.headers["location"] == "/evil.example/"


def test_a_form_that_is_no_form(guarded):
    assert guarded.post("/login", content=b"x" * 20_000).status_code == 413
    assert guarded.post("/login", content=b"\xff\x00=&&==").status_code == 401
