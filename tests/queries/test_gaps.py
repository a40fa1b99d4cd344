"""What does not fit and what is missing: of an invented port, whose papers and rows were made to contradict each other. On both engines."""

import pytest
from sederunt.cli.app import app
from sederunt.graph.update import load
from sederunt.queries.ask import ask
from sederunt.queries.oddities import oddities
from typer.testing import CliRunner

from tests.engines.conftest import ENGINES, empty_store
from tests.graph.conftest import Draft
from tests.queries.test_terms import BOARD, PORT, minutes, returns


def two_chairs():
    draft = Draft("chairs.json", body="", date="")
    quay = draft.named("Body", "Quay Users Panel")
    for name, start, end in (("Ann Hale", "2001", "2004"), ("Ben Moss", "2003-06", "2005"), ("Cara Finch", "2006", "")):
        draft.say("SITS_ON", draft.named("Person", name, "data", key=name), quay, role="chair", start=start, end=end)
    return draft.paper


def says_otherwise():
    draft = Draft("later.txt", body=PORT, date="2016-05-01")
    draft.present("Eve Stone", "chair")
    earlier = draft.named("Meeting", "1 March 2015", "prose", body=PORT, date="2015-03-01")
    draft.say("SENT_APOLOGIES", draft.named("Person", "Gil Marsh", "told away"), earlier)
    held = draft.named("Meeting", "7 January 2016", "prose", body=PORT, date="2016-01-07")
    draft.say("MEETING_OF", held, draft.named("Body", PORT))
    draft.say("REPORTS_TO", draft.named("Body", PORT), draft.named("Body", "Estuary Conservancy Board"))
    action = draft.named("Action", "mend the lamp", "actions")
    draft.say(None, action, text="mend the lamp")
    draft.say("ASSIGNED_TO", action, draft.named("Person", "Jo Kemp", "actions"))
    return draft.paper


@pytest.fixture(scope="module", params=list(ENGINES))
def store(request, tmp_path_factory):
    with empty_store(request.param, tmp_path_factory.mktemp("gaps")) as opened:
        load(opened, [returns(), two_chairs(), minutes("2015-03-01", "Eve Stone", "Gil Marsh"), says_otherwise()])
        yield opened


def test_what_cannot_be_is_told(store):
    disagreed = ("papers disagree on who was there", "Gil Marsh", f"{PORT}, 1 March 2015", "2015-03-01")
    overlap = "2001-01-01 to 2004-12-31; 2003-06-01 to 2005-12-31"
    assert [(odd.oddity, odd.person, odd.place, odd.days) for odd in oddities(store)] == [
        ("told more than once", "Cara Finch", BOARD, "2011-05-02 to 2014-05-01"),
        ("ends before it begins", "Dai Rees", BOARD, "2015-01-01 to 2014-01-01"),
        ("two in a seat for one", "Ann Hale, Ben Moss", "Quay Users Panel", overlap),
        disagreed,
        disagreed,
    ]


def rows(store, query, *columns):
    return [tuple(row[name] for name in columns) for row in ask(store, query).table.records()]


def test_minutes_that_are_not_loaded(store):
    assert rows(store, "missing-minutes", "body", "date", "status") == [(PORT, "2016-01-07", "held")]


def test_people_who_act_and_are_never_listed(store):
    assert rows(store, "unlisted-people", "person", "actions", "led") == [("Jo Kemp", 1, 0)]


def test_bodies_that_no_paper_shows(store):
    assert rows(store, "unseen-bodies", "body", "link", "other") == [("Estuary Conservancy Board", "REPORTS_TO", PORT)]


def test_the_commands(tmp_path):
    with empty_store("embedded", tmp_path) as store:
        load(store, [returns(), minutes("2015-03-01", "Eve Stone")])
    missing = CliRunner().invoke(app, ["--graph", store.address, "gaps", BOARD])
    assert (missing.exit_code, missing.stdout.splitlines()[0]) == (0, "Times without a known chair")
    assert missing.stdout.count("nobody known") == 4
    odd = CliRunner().invoke(app, ["--graph", store.address, "check"])
    assert (odd.exit_code, len(odd.stdout.splitlines())) == (0, 3)


def test_nothing_to_tell(tmp_path):
    with empty_store("embedded", tmp_path) as store:
        load(store, [minutes("2015-03-01", "Eve Stone")])
    told = [CliRunner().invoke(app, ["--graph", store.address, command]).stderr for command in ("check", "gaps")]
    assert told == ["Nothing in the graph contradicts itself.\n", "Nothing seems to be missing.\n"]
