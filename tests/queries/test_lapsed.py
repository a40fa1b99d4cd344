"""Somebody seen in a chair before and after a time does not count then, where another is seen in it between. On both engines."""

import json

import pytest
from sederunt.cli.app import app
from sederunt.graph.update import load
from sederunt.queries.find import find
from sederunt.queries.lapsed import lapsed
from typer.testing import CliRunner

from tests.engines.conftest import ENGINES, empty_store
from tests.graph.conftest import Draft

PORT, FLEET = "Tarn Port Company", "Tarn Fleet Committee"


def minutes(body, date, chair, *others):
    draft = Draft(f"{body} {date}.txt", body=body, date=date)
    draft.present(chair, "chair", key=chair)
    for name in others:
        draft.present(name, key=name)
    return draft.paper


PAPERS = [
    minutes(PORT, "2015-03-01", "Eve Stone", "Gil Marsh"),
    minutes(PORT, "2017-03-01", "Fay Wood", "Gil Marsh"),
    minutes(PORT, "2019-03-01", "Eve Stone", "Gil Marsh"),
    *(minutes(FLEET, f"{year}-05-01", "Ida Rook", "Eve Stone", "Fay Wood", "Gil Marsh") for year in (2015, 2017, 2018, 2019)),
]


@pytest.fixture(scope="module", params=list(ENGINES))
def address(request, tmp_path_factory):
    with empty_store(request.param, tmp_path_factory.mktemp("lapsed")) as store:
        load(store, PAPERS)
        port = find(store, PORT, ("Body",)).id
        eve = f"{find(store, 'Eve Stone', ('Person',)).id} {port}"
        assert lapsed(store, "2018", "2018") == [eve]
        assert lapsed(store, "2018", "2018", bodies=[find(store, FLEET, ("Body",)).id]) == [eve]
        assert lapsed(store, "2018", "2018", bodies=[port]) == [eve]
        assert lapsed(store, "2015", "2016") == []
        assert lapsed(store, "", "") == []
        where = store.address
        if "://" in where:
            yield where
            return
    yield where


def told(address, *command):
    result = CliRunner().invoke(app, ["--graph", address, *command, "--format", "json"])
    return json.loads(result.stdout)


def test_overlap_then_leaves_out_who_did_not_chair_then(address):
    assert {row["person"] for row in told(address, "overlap", "--on", "2018")} == {"Gil Marsh"}
    assert {row["person"] for row in told(address, "overlap", "--on", "2019")} == {"Eve Stone", "Gil Marsh"}
    assert {row["person"] for row in told(address, "overlap")} == {"Eve Stone", "Fay Wood", "Gil Marsh"}


def test_boards_then_leave_out_who_did_not_chair_then(address):
    assert {row["person"] for row in told(address, "boards", "--on", "2018")} == {"Gil Marsh"}
    assert {row["boards"] for row in told(address, "boards", "--on", "2019")} == {2}


def test_brokers_then_leave_out_who_did_not_chair_then(address):
    assert {row["person"] for row in told(address, "brokers", "--on", "2018")} == {"Gil Marsh"}
