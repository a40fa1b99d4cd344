"""The API: what the command line answers, as JSON, and what is wrong in one sentence."""

import json
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from sederunt.cli.app import app as program
from sederunt.queries.catalogue import catalogue, saved
from sederunt.serve.settings import Settings
from typer.testing import CliRunner

from tests.conftest import scaled
from tests.serve.conftest import asking

EXAMPLES = {query.name: [word.partition("=") for word in shlex.split(query.example)[1:]] for query in catalogue()}

ANSWERED = set()


def address(name):
    return f"/api/queries/{name}"


@pytest.fixture(scope="module")
def example_client(examples_store):
    with asking(examples_store) as client:
        yield client


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_rows_are_those_of_the_command_line(example_client, examples_store, name, monkeypatch):
    given = [(key, value) for key, _, value in EXAMPLES[name]]
    reply = example_client.get(address(name), params=given)
    monkeypatch.setattr("sederunt.cli.session.open_store", lambda *_, **__: Lent(examples_store))
    told = CliRunner().invoke(program, ["ask", name, *(f"{key}={value}" for key, value in given), "--format", "json"])
    assert reply.json() == {"rows": json.loads(told.stdout), "cut": False}
    ANSWERED.update([name] if reply.json()["rows"] else [])


def test_nearly_all_examples_have_rows():
    assert len(ANSWERED) > len(EXAMPLES) - 5


class Lent:
    """A store that whoever is done with it leaves open."""

    def __init__(self, store):
        self._store = store

    def __getattr__(self, name):
        return getattr(self._store, name)

    def __enter__(self):
        return self._store

    def __exit__(self, *_):
        pass


def test_rows_are_cut_and_that_is_told(client, council_store):
    whole = client.get(address("boards")).json()
    assert len(whole["rows"]) > 2
    assert client.get(address("boards"), params={"limit": 2}).json() == {"rows": whole["rows"][:2], "cut": True}
    with asking(council_store, Settings(rows=3)) as other:
        assert other.get(address("boards")).json() == {"rows": whole["rows"][:3], "cut": True}
        assert other.get(address("boards"), params={"limit": 4}).status_code == 400
    with asking(council_store, Settings(characters=10)) as other:
        assert other.get(address("boards")).json() == {"rows": whole["rows"][:1], "cut": True}


@pytest.mark.parametrize(
    ("path", "status", "told"),
    [
        ("members", 400, "The query 'members' needs body=…"),
        ("members?body=", 400, "body wants a value."),
        ("members?body=Nobody+knows+it", 404, "There is no body called 'Nobody knows it' in the graph"),
        ("boards?stated=1", 400, "stated wants true or false, not '1'."),
        ("boards?from=yesterday", 400, "from wants a date such as 2019, 2019-06 or 2019-06-30, not 'yesterday'."),
        ("boards?from=%D9%A2%D9%A0%D9%A1%D9%A9", 400, "from wants a date"),
        ("boards?form=2019", 400, "The query 'boards' has no parameter 'form'"),
        ("boards?from=2019&from=2020", 400, "from is given twice, and takes one value."),
        ("several-boards?at_least=-1", 400, "at_least wants a whole number up to 1000000, not '-1'."),
        ("several-boards?at_least=1000001", 400, "at_least wants a whole number up to 1000000, not '1000001'."),
        ("overlap?bodies=", 400, "bodies wants a value."),
        ("boards?limit=0", 400, "limit wants a whole number from 1 to 10000."),
        ("boards?limit=10001", 400, "limit wants a whole number from 1 to 10000."),
        ("nothing", 404, "There is nothing here: /docs tells what can be asked."),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(client, path, status, told):
    reply = client.get(address(path))
    assert reply.status_code == status
    assert list(reply.json()) == ["error"]
    assert reply.json()["error"].startswith(told)
    assert "\n" not in reply.json()["error"]


def test_candidates_are_told_where_a_name_fits_several(client):
    reply = client.get(address("person"), params={"person": "Hale"})
    several = reply.json()["candidates"]
    assert reply.status_code == 409
    assert len(several) > 1
    assert {candidate["kind"] for candidate in several} == {"person"}
    for candidate in several:
        rows = client.get(address("person"), params={"person": candidate["id"]}).json()["rows"]
        assert [row["person"] for row in rows] == [candidate["name"]]


def test_names_are_found(client):
    told = client.get("/api/names", params={"name": "Hale"}).json()["names"]
    assert {"id", "kind", "name"} == set(told[0])
    assert all("Hale" in thing["name"] for thing in told)
    assert client.get("/api/names", params={"name": "Nobody knows it"}).status_code == 404
    assert client.get("/api/names").status_code == 400


def test_every_query_is_listed_and_described(client):
    listed = {query["name"]: query["address"] for query in client.get("/api/queries").json()["queries"]}
    told = client.get("/openapi.json").json()
    assert listed == {query.name: address(query.name) for query in catalogue()}
    assert {f"{path}" for path in told["paths"]} == {*listed.values(), "/api/queries", "/api/names"}
    members = told["paths"][address("members")]["get"]
    assert members["description"].startswith(saved("members").question)
    assert {p["name"]: p["required"] for p in members["parameters"]}["body"] is True


def test_a_query_that_takes_too_long_is_stopped_and_the_next_is_answered(council_store, monkeypatch):
    slow = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN count(*) AS n"
    with asking(council_store, Settings(seconds=0.3)) as client:
        with monkeypatch.context() as patched:
            patched.setattr(
                "sederunt.queries.ask.saved", lambda _: saved("boards").__class__(**as_fields("boards", cypher=slow))
            )
            reply = client.get(address("boards"))
        assert reply.status_code == 503
        assert reply.json() == {"error": "The query was stopped because it took too long: ask for less."}
        assert client.get(address("boards")).status_code == 200


def as_fields(name, **changed):
    query = saved(name)
    return {field: getattr(query, field) for field in query.__slots__} | changed


def test_who_waits_too_long_in_too_long_a_row_is_sent_away(council_store):
    with asking(council_store, Settings(waiting=0)) as client:
        reply = client.get(address("boards"))
    assert reply.status_code == 503
    assert reply.headers["retry-after"] == "5"


def test_who_asks_of_something_does_not_wait_for_who_asks_of_everything(council_store):
    with asking(council_store, Settings(waiting=9)) as client:
        assert client.get(address("boards")).status_code == 503
        assert client.get(address("person"), params={"person": "Ann Hale"}).status_code == 200


@pytest.mark.parametrize(
    ("seconds", "patience", "total"), [(10, 150, 30), (60, 150, 60), (3600, 9000, 3600), (0.3, 150, 0.9), (50, 20, 50)]
)
def test_no_query_of_an_answer_begins_so_late_that_all_would_be_given_up(seconds, patience, total):
    assert Settings(seconds=seconds, patience=patience).total == pytest.approx(total)


def test_every_answer_is_as_openapi_says(server, tmp_path):
    """What a generator makes of the description, right and wrong; no answer is one that is not described."""
    program = Path(sys.executable).with_name("schemathesis")
    how = f"--phases coverage,fuzzing --max-examples {scaled(3)} --workers 2 --no-color".split()
    command = [program, "run", f"http://127.0.0.1:{server.port}/openapi.json", *how, "--generation-deterministic"]
    told = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, encoding="utf-8", timeout=600)
    assert told.returncode == 0, told.stdout[-5_000:]
    assert f"Tested: {len(catalogue()) + 2}" in told.stdout
