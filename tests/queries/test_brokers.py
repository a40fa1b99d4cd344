"""Who links bodies that nobody else links. On both engines, of invented boards."""

import pytest
from sederunt.cli.app import app
from sederunt.graph.update import load
from sederunt.queries.brokers import brokers
from typer.testing import CliRunner

from tests.engines.conftest import ENGINES, empty_store
from tests.graph.conftest import Draft


def register():
    draft = Draft("seats.json", body="", date="")
    for name, body, role in (
        ("Ann Hale", "Quay Users Panel", "chair"),
        ("Ann Hale", "Tarn Harbour Board", "member"),
        ("Ann Hale", "Works Committee Tarn", "member"),
        ("Ben Moss", "Quay Users Panel", "member"),
        ("Ben Moss", "Tarn Harbour Board", "member"),
        ("Cara Finch", "Tarn Harbour Board", "secretary"),
        ("Cara Finch", "Estuary Forum", "secretary"),
        ("Dai Rees", "Estuary Forum", "member"),
    ):
        draft.say("SITS_ON", draft.named("Person", name, "data", key=name), draft.named("Body", body), role=role)
    draft.say("PART_OF", draft.named("Body", "Works Committee Tarn"), draft.named("Body", "Tarn Harbour Board"))
    return draft.paper


@pytest.fixture(scope="module", params=list(ENGINES))
def store(request, tmp_path_factory):
    with empty_store(request.param, tmp_path_factory.mktemp("brokers")) as opened:
        load(opened, [register()])
        yield opened


def test_the_pairs_that_hang_on_one_person(store):
    found = [(broker.person, broker.alone, len(broker.bodies)) for broker in brokers(store)[0]]
    assert found == [("Ann Hale", 1, 3), ("Ben Moss", 0, 2)]


def test_secretaries_count_when_asked_for(store):
    assert [(b.person, b.alone) for b in brokers(store, servants=True)[0]] == [
        ("Cara Finch", 1),
        ("Ann Hale", 1),
        ("Ben Moss", 0),
    ]


def test_the_filter_is_printed(tmp_path):
    with empty_store("embedded", tmp_path) as store:
        load(store, [register()])
    told = CliRunner().invoke(app, ["--graph", store.address, "brokers", "--servants"])
    assert told.exit_code == 0
    assert told.stderr == "Left out: seats that one meeting shows, pairs of a body and what it is part of.\n"
