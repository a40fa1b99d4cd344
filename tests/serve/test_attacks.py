"""Whatever is tried against a prompt, tried over HTTP: refused or a mere value, and the graph is as it was."""

import json
import time
from http.client import HTTPConnection

import pytest
from sederunt.graph.errors import EngineError, QueryError
from sederunt.graph.store import Limits, open_store, read_graph

from tests.engines.test_attacks import (
    BOMBS,
    HIDDEN,
    LIMITS,
    ONE_SENTENCE,
    OTHER_LANGUAGES,
    TOO_MUCH,
    VALUES,
    WAYS_TO_THE_SETTINGS,
    WRITES,
)
from tests.engines.test_guard import REFUSED
from tests.serve.conftest import started

NO_QUESTION = [*REFUSED, *WRITES, *HIDDEN, *OTHER_LANGUAGES, *TOO_MUCH]
SECRET = "/home/clerk/papers"
MCP = {"accept": "application/json, text/event-stream", "content-type": "application/json"}


@pytest.fixture(scope="module")
def attacked(council, copied):
    """A server over a graph that must be the same when all is over."""
    graph = copied(council)
    with open_store(graph) as store:
        store.set_setting("root", SECRET)
        before = read_graph(store)
    server = started(graph)
    yield server
    assert server.end()[0] == 0
    with open_store(graph) as store:
        assert read_graph(store) == before
        assert store.setting("root") == SECRET


@pytest.fixture(scope="module")
def through(attacked):
    """The same graph through the door for the command line."""
    with open_store(attacked.graph) as store:
        yield store


def sent(server, method, path, body=None, headers=None):
    """Status and text of an answer to a request that no library puts right."""
    line = HTTPConnection("127.0.0.1", server.port, timeout=60)
    try:
        line.request(method, path, body, headers or {})
        reply = line.getresponse()
        return reply.status, reply.read().decode()
    except (BrokenPipeError, ConnectionResetError):
        return 400, ""  # refused before all of it was sent
    finally:
        line.close()


def called(server, tool, arguments):
    """What a tool answers."""
    asked = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": tool, "arguments": arguments}}
    return sent(server, "POST", "/mcp", json.dumps(asked), MCP)


@pytest.mark.parametrize("cypher", [*NO_QUESTION, *WAYS_TO_THE_SETTINGS, *BOMBS], ids=lambda cypher: cypher[:60])
def test_no_cypher_is_taken_from_the_network(attacked, cypher):
    body = json.dumps({"cypher": cypher, "query": cypher, "parameters": {}})
    assert sent(attacked, "POST", "/store", body)[0] == 401
    assert sent(attacked, "POST", "/store", body, {"Authorization": "Bearer x"})[0] == 401
    assert sent(attacked, "POST", "/api/queries/boards", body)[0] == 405
    assert sent(attacked, "POST", "/mcp", body, MCP)[0] in (400, 413)
    status, told = called(attacked, cypher, {})
    assert status in (200, 400, 413)
    assert status != 200 or "error" in json.loads(told) or json.loads(told)["result"]["isError"]


PLACES = [("members", "body"), ("names", "name"), ("boards", "from"), ("boards", "stated"), ("find", "words")]
VALUES_TRIED = [*filter(None, NO_QUESTION), *WAYS_TO_THE_SETTINGS, *VALUES]


@pytest.mark.parametrize("number", range(len(VALUES_TRIED)), ids=lambda number: VALUES_TRIED[number][:60])
def test_a_value_is_a_value(attacked, number):
    """An attack in place of a name, a day, a flag or words, by turns."""
    value = VALUES_TRIED[number].encode("utf-8", "replace").decode()[:5_000]
    for tool, argument in {PLACES[number % 4], PLACES[4]}:
        status, told = called(attacked, tool, {argument: value})
        assert status == 200
        assert SECRET not in told
        answer = json.loads(told)["result"]
        assert (
            answer["isError"] or (tool, answer["structuredContent"]) == ("find", {"rows": [], "cut": False}) or tool == "names"
        )


@pytest.mark.parametrize("cypher", NO_QUESTION, ids=lambda cypher: cypher[:60])
def test_what_is_no_question_is_refused_at_the_door_too(through, cypher):
    with pytest.raises(QueryError, match=ONE_SENTENCE):
        through.ask(cypher, limits=LIMITS)


@pytest.mark.parametrize("cypher", WAYS_TO_THE_SETTINGS)
def test_no_way_leads_to_the_settings(through, cypher):
    try:
        found = through.ask(cypher, limits=LIMITS)
    except QueryError as error:
        assert SECRET not in str(error)
    else:
        assert SECRET not in str(found)


@pytest.mark.parametrize("cypher", BOMBS, ids=lambda cypher: cypher[:60])
def test_what_would_never_end_is_stopped_and_others_are_answered(attacked, through, cypher):
    start = time.monotonic()
    try:
        through.ask(cypher, limits=Limits(rows=500, characters=1_000_000, seconds=0.3))
    except (QueryError, EngineError) as error:
        assert "\n" not in str(error)
    assert time.monotonic() - start < 30
    assert attacked.get("/api/queries/boards")[0] == 200


@pytest.mark.parametrize(
    ("method", "path", "body", "headers", "status"),
    [
        ("POST", "/mcp", b"x" * 2_000_000, MCP, 413),
        ("POST", "/mcp", b'{"jsonrpc": "2.0", "id": 1, "method": "tools/list"}', {**MCP, "origin": "http://evil.example"}, 403),
        ("POST", "/mcp", b"[" * 100_000, MCP, 400),
        ("GET", "/mcp", None, MCP, 405),
        ("DELETE", "/mcp", None, MCP, 405),
        ("GET", "/../../etc/passwd", None, {}, 404),
        ("GET", "/view/..%2f..%2fetc%2fpasswd", None, {}, 404),
        ("GET", "/view/__init__", None, {}, 404),
        ("GET", "/view/around?name=" + "x" * 60_000, None, {}, 404),
        ("GET", "/find?words=" + "x+" * 30_000, None, {}, 200),
        ("GET", "/api/queries/members?body=%00%ff%fe", None, {}, 404),
        ("GET", "/" + "x" * 200_000, None, {}, 400),
        ("GET", "/", None, {"x": "y" * 200_000}, 400),
        ("GET", "/", None, {"host": "evil.example"}, 421),
        ("GET", "http://evil.example/", None, {"host": "evil.example"}, 421),
        ("CONNECT", "evil.example:80", None, {}, 404),
        ("GET", "/store", None, {"host": "evil.example"}, 421),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_is_no_request_of_ours(attacked, method, path, body, headers, status):
    assert sent(attacked, method, path, body, headers)[0] == status
    assert attacked.get("/api/queries/boards")[0] == 200
