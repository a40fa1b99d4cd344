"""Who held what from when to when: told, seen, with gaps; who came and who went. On both engines, of an invented board."""

import json

import pytest
from sederunt.cli.app import app
from sederunt.graph.update import load
from sederunt.queries.ask import ask
from sederunt.queries.chairs import chairs
from sederunt.queries.find import find
from sederunt.queries.terms import NOBODY, SEEN, TOLD, spells_of, with_gaps
from sederunt.queries.turnover import years
from typer.testing import CliRunner

from tests.engines.conftest import ENGINES, empty_store
from tests.graph.conftest import Draft

BOARD, PORT = "Tarn Harbour Board", "Tarn Port Company"


def returns():
    """A table of seats with their days, as a parliament might keep it: doubled, reversed and open-ended rows among them."""
    draft = Draft("seats.json", body="", date="")
    board = draft.named("Body", BOARD)
    for name, role, start, end in (
        ("Ann Hale", "chair", "2010", "2012-06-30"),
        ("Ben Moss", "chair", "2013-01-01", "2016-12-31"),
        ("Ann Hale", "chair", "2018-02-01", ""),
        ("Cara Finch", "member", "2011-05-02", "2014-05-01"),
        ("Cara Finch", "member", "2011-05-02", "2014-05-01"),
        ("Dai Rees", "member", "2015-01-01", "2014-01-01"),
    ):
        draft.say("SITS_ON", draft.named("Person", name, "data", key=name), board, role=role, start=start, end=end)
    return draft.paper


def minutes(date, chair, *others):
    draft = Draft(f"{date}.txt", body=PORT, date=date)
    draft.present(chair, "chair")
    for name in others:
        draft.present(name)
    return draft.paper


def papers():
    return [
        returns(),
        minutes("2015-03-01", "Eve Stone", "Fay Wood", "Gil Marsh"),
        minutes("2016-03-01", "Eve Stone", "Fay Wood", "Gil Marsh"),
        minutes("2017-03-01", "Fay Wood", "Hal Brook", "Gil Marsh"),
        minutes("2019-03-01", "Eve Stone", "Hal Brook", "Ivy Field"),
    ]


@pytest.fixture(scope="module", params=list(ENGINES))
def store(request, tmp_path_factory):
    with empty_store(request.param, tmp_path_factory.mktemp("terms")) as opened:
        load(opened, papers())
        yield opened


@pytest.mark.parametrize("stated", [False, True])
def test_the_chairs_of_all_bodies_are_those_of_each(store, stated):
    each = [spell for name in (BOARD, PORT) for spell in spells_of(store, find(store, name, ("Body",)).id, stated=stated)]
    assert chairs(store, stated=stated) == [spell for spell in each if spell.role == "chair"]


def told(store, name, role=""):
    spells = spells_of(store, find(store, name, ("Body", "Person")).id)
    return [(s.start, s.end, s.how, s.person) for s in with_gaps(spells) if role in ("", s.role)]


def test_told_terms_and_the_time_in_which_nobody_is_known(store):
    assert told(store, BOARD, "chair") == [
        ("2010-01-01", "2012-06-30", TOLD, "Ann Hale"),
        ("2012-07-01", "2012-12-31", NOBODY, ""),
        ("2013-01-01", "2016-12-31", TOLD, "Ben Moss"),
        ("2017-01-01", "2018-01-31", NOBODY, ""),
        ("2018-02-01", "", TOLD, "Ann Hale"),
    ]


def test_doubled_rows_are_one_spell_and_reversed_ones_stay_as_they_are(store):
    assert told(store, BOARD, "member") == [
        ("2011-05-02", "2014-05-01", TOLD, "Cara Finch"),
        ("2015-01-01", "2014-01-01", TOLD, "Dai Rees"),
    ]


def test_somebody_else_seen_in_the_chair_breaks_what_papers_show(store):
    assert told(store, PORT, "chair") == [
        ("2015-03-01", "2016-03-01", SEEN, "Eve Stone"),
        ("2016-03-02", "2017-02-28", NOBODY, ""),
        ("2017-03-01", "2017-03-01", SEEN, "Fay Wood"),
        ("2017-03-02", "2019-02-28", NOBODY, ""),
        ("2019-03-01", "2019-03-01", SEEN, "Eve Stone"),
    ]


def test_a_person_has_the_spells_that_others_break(store):
    chaired = [spell for spell in spells_of(store, find(store, "Eve Stone", ("Person",)).id) if spell.role == "chair"]
    assert [(spell.start, spell.end) for spell in chaired] == [("2015-03-01", "2016-03-01"), ("2019-03-01", "2019-03-01")]


def test_turnover_of_told_terms(store):
    found = years(spells_of(store, find(store, BOARD, ("Body",)).id), "2011", "2014")
    assert [(year.year, year.members, year.joined, year.left) for year in found] == [
        ("2011", 2, ("Cara Finch",), ()),
        ("2012", 2, (), ("Ann Hale",)),
        ("2013", 2, ("Ben Moss",), ()),
        ("2014", 2, (), ("Cara Finch",)),
    ]


def test_turnover_as_papers_show_it(store):
    found = years(spells_of(store, find(store, PORT, ("Body",)).id))
    assert [(year.year, year.joined, year.left) for year in found] == [
        ("2015", (), ()),
        ("2016", (), ()),
        ("2017", ("Hal Brook",), ("Fay Wood", "Gil Marsh")),
        ("2018", (), ()),
        ("2019", ("Ivy Field",), ()),
    ]


@pytest.mark.parametrize(
    ("day", "members"),
    [
        ("2009", []),
        ("2011-06-01", ["Ann Hale", "Cara Finch"]),
        ("2012-09", ["Cara Finch"]),
        ("2014-05-01", ["Ben Moss", "Cara Finch"]),
        ("2014-05-02", ["Ben Moss"]),
        ("2017", []),
        ("2026-01-01", ["Ann Hale"]),
    ],
)
def test_members_on_a_day(store, day, members):
    assert [row["person"] for row in _members(store, BOARD, day)] == members


@pytest.mark.parametrize(("day", "members"), [("2018", ["Eve Stone", "Hal Brook"]), ("2015-01", [])])
def test_members_on_a_day_between_the_papers_that_show_them(store, day, members):
    assert [row["person"] for row in _members(store, PORT, day)] == members


def _members(store, body, day):
    return ask(store, "members", {"body": body, "from": day, "to": day}).table.records()


def test_the_commands_print_what_the_graph_tells(tmp_path):
    with empty_store("embedded", tmp_path) as store:
        load(store, papers())
        address = store.address
    run = CliRunner().invoke
    rows = json.loads(
        run(app, ["--graph", address, "timeline", BOARD, "--role", "chair", "--on", "2017", "--format", "json"]).stdout
    )
    assert [(row["person"], row["how"]) for row in rows] == [(NOBODY, NOBODY)]
    card = json.loads(run(app, ["--graph", address, "body", PORT, "--on", "2017", "--format", "json"]).stdout)
    assert [row["person"] for row in card if row["part"] == "chairs" and row["how"] == SEEN] == ["Fay Wood"]
    gap = run(app, ["--graph", address, "timeline", BOARD, "--role", "chair", "--on", "2017"])
    assert (gap.exit_code, gap.stderr) == (1, f"Nothing tells who held what then around {BOARD}.\n")
    turned = run(app, ["--graph", address, "turnover", BOARD, "--to", "2011"]).stdout.splitlines()
    assert turned[1:] == [
        "year  members  joined  who joined",
        "2010        1       1  Ann Hale",
        "2011        2       1  Cara Finch",
    ]


def test_namesakes_are_two_members(tmp_path):
    draft = Draft("namesakes.json", body="", date="")
    board = draft.named("Body", BOARD)
    for key in ("1", "2"):
        draft.say("SITS_ON", draft.named("Person", "Ann Hale", "data", key=key), board, role="member", start="2010", end="2011")
    with empty_store("embedded", tmp_path) as store:
        load(store, [draft.paper])
        found = years(spells_of(store, find(store, BOARD, ("Body",)).id), "2010", "2010")
    assert [(year.members, year.joined) for year in found] == [(2, ("Ann Hale", "Ann Hale"))]
