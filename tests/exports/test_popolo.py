"""Popolo: as its specification has it, and the same when it is loaded as data and exported again."""

import json
import re
from collections import Counter

import pytest
from hypothesis import given, settings
from sederunt.graph.model import Edge, Graph

from tests.conftest import scaled
from tests.engines.graphs import board, everything, example_graph, node
from tests.exports.again import loaded, rows, twice
from tests.exports.conftest import shuffled, written
from tests.exports.hostile import HOSTILE, graph_of, hostile
from tests.graph.conftest import some_papers

TEXT, DAY = "text", "day"
NAMES, SOURCES = {"name": TEXT}, {"url": TEXT, "note": TEXT}
FIELDS = {
    "persons": {"id": TEXT, "name": TEXT, "honorific_prefix": TEXT, "given_name": TEXT, "family_name": TEXT, "other_names": NAMES},
    "organizations": {"id": TEXT, "name": TEXT, "classification": TEXT, "parent_id": TEXT, "other_names": NAMES, "sources": SOURCES},
    "posts": {"id": TEXT, "label": TEXT, "role": TEXT, "organization_id": TEXT, "other_labels": NAMES, "sources": SOURCES},
    "memberships": {
        "id": TEXT, "person_id": TEXT, "organization_id": TEXT, "post_id": TEXT, "role": TEXT, "on_behalf_of_id": TEXT,
        "area_id": TEXT, "start_date": DAY, "end_date": DAY, "sources": SOURCES,
    },
    "areas": {"id": TEXT, "name": TEXT},
    "events": {
        "id": TEXT, "name": TEXT, "organization_id": TEXT, "start_date": DAY, "location": TEXT, "status": TEXT,
        "attendees": {"id": TEXT, "name": TEXT, "role": TEXT}, "sources": SOURCES,
    },
}  # fmt: skip
"""What the specification has of each class, of what is written; of an attendee, the role is our own."""
LISTS = ["persons", "organizations", "posts", "memberships", "areas", "events"]
DATE = re.compile(r"\d{4}(-\d\d){0,2}")  # as the schemas of Popolo want dates
TOLD = json.loads(written("popolo", example_graph()))


def test_the_example_papers_are_the_same_when_loaded_and_exported_again():
    first, second = twice("popolo", example_graph())
    assert rows(first, "sources") == rows(second, "sources")
    assert twice("popolo", loaded(first))[1] == written("popolo", loaded(second))


@pytest.mark.parametrize("text", [text[:200] for text in HOSTILE if text.isprintable()])
def test_text_is_the_same_when_loaded_and_exported_again(text):
    first, second = twice("popolo", graph_of([hostile(0, text)]))
    assert rows(first, "sources") == rows(second, "sources")


@settings(max_examples=scaled(30))
@given(some_papers().filter(bool))
def test_any_graph_is_the_same_when_loaded_and_exported_again(papers):
    # But for meetings of one day of two bodies whose names may mean one another, which become one.
    first, second = twice("popolo", graph_of(papers))
    assert rows(first, "sources", "events") == rows(second, "sources", "events")


def test_rows_keep_to_the_specification():
    check(written("popolo", example_graph()))
    assert {"Imran Chaudhry", "Tarnhithe Learning Partnership Group"} <= {r["name"] for n in LISTS[:2] for r in TOLD[n]}


@pytest.mark.parametrize("graph", [board(), everything(), everything("2019-05"), everything("2019-02-31"), Graph()])
def test_whatever_there_is_keeps_to_the_specification(graph):
    check(written("popolo", graph))


def check(text):
    """Each row has no fields but those of the specification, each of its type, and the pattern of a date where it is one."""
    told = json.loads(text)
    assert list(told) == LISTS
    for name in LISTS:
        for row in told[name]:
            assert row.keys() <= FIELDS[name].keys(), row
            for field, value in row.items():
                check_value(FIELDS[name][field], value)


def check_value(kind, value):
    if isinstance(kind, dict):
        assert isinstance(value, list)
        assert value
        for item in value:
            assert item.keys() <= kind.keys()
            assert all(isinstance(one, str) and one for one in item.values())
    else:
        assert isinstance(value, str)
        assert value
        assert kind != DAY or DATE.fullmatch(value)


def test_ids_are_unique_and_what_is_pointed_to_is_there():
    ids = Counter(row["id"] for name in LISTS for row in TOLD[name])
    assert set(ids.values()) == {1}
    pointing = ("person_id", "organization_id", "post_id", "parent_id", "on_behalf_of_id", "area_id")
    pointed = [row[name] for rows_ in TOLD.values() for row in rows_ for name in pointing if name in row]
    pointed += [one["id"] for event in TOLD["events"] for one in event.get("attendees", ())]
    assert pointed
    assert set(pointed) <= set(ids)


def test_a_row_is_proved_by_words_of_a_paper():
    seat = next(row for row in TOLD["memberships"] if row["id"].startswith("SITS_ON person:034b5ea168a51508 "))
    (source,) = seat["sources"]
    assert source["note"].startswith("“")
    assert re.search(r"” — Tarnhithe .*, line", source["note"])
    assert source["url"].endswith(".txt")
    assert "/" not in source["url"]


def test_identifiers_that_data_had_are_kept():
    data = {
        "persons": [{"id": "Q42", "name": "Ann Hale"}],
        "organizations": [{"id": "gov.example/org/7", "name": "Works Committee", "classification": "committee", "parent_id": "x:1"},
                          {"id": "x:1", "name": "Harbour Board", "classification": "board"}],
        "memberships": [{"person_id": "Q42", "organization_id": "gov.example/org/7", "role": "Convenor", "start_date": "2019"}],
    }  # fmt: skip
    told = json.loads(written("popolo", loaded(json.dumps(data))))
    assert [row["id"] for row in told["persons"]] == ["Q42"]
    assert {"gov.example/org/7"} <= {row["id"] for row in told["organizations"]}
    (seat,) = told["memberships"]
    assert (seat["person_id"], seat["organization_id"], seat["role"], seat["start_date"]) == (
        "Q42",
        "gov.example/org/7",
        "Convenor",
        "2019",
    )


def test_a_seat_has_its_time_area_and_party_and_what_is_no_date_is_left_out():
    told = {"role": "chair", "area": "North Quay", "on_behalf_of": "Harbour Party", "start": "2019-05", "end": "soon"}
    graph = Graph.of(
        [
            node("person:1", name="Ann", aliases=()),
            node("body:1", name="Board", aliases=()),
            node("organisation:1", name="Harbour Party", aliases=()),
        ],
        [
            Edge("SITS_ON", "person:1", "body:1", told),
        ],
    )
    told = json.loads(written("popolo", graph))
    (seat,) = told["memberships"]
    assert seat["on_behalf_of_id"] == "organisation:1"
    assert told["areas"] == [{"id": seat["area_id"], "name": "North Quay"}]
    assert (seat["start_date"], "end_date" in seat) == ("2019-05", False)
    assert "url" not in seat["sources"][0]


def test_equal_graphs_give_equal_bytes():
    for graph in (example_graph(), everything("x"), board(), Graph()):
        assert written("popolo", shuffled(graph)) == written("popolo", graph)
    assert rows(written("popolo", Graph())) == {name: [] for name in LISTS}
