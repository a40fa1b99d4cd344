"""FollowTheMoney: valid against its own schema, value by value, and the same when it is loaded as data and exported again."""

import json
import re

import pytest
from followthemoney import model
from followthemoney.types import registry
from hypothesis import given, settings
from sederunt.graph.model import Graph

from tests.conftest import scaled
from tests.engines.graphs import board, everything, example_graph
from tests.exports.again import loaded, twice, without
from tests.exports.conftest import shuffled, written
from tests.exports.hostile import HOSTILE, TEXTS, graph_of, hostile
from tests.graph.conftest import some_papers

OF_PAPERS = ("summary", "description", "proof")
"""What tells where something was read."""


def entities(text):
    return [json.loads(line) for line in text.splitlines()]


def structure(text):
    """The entities but for papers, and for where they were read."""
    return [without(one, *OF_PAPERS) for one in entities(text) if one["schema"] != "Document"]


def check(text):
    """Let FollowTheMoney judge each entity and each value, and whether what is pointed to is there and may be."""
    told = entities(text)
    schemas = {one["id"]: model.get(one["schema"]) for one in told}
    assert len(schemas) == len(told)
    for one in told:
        schema = schemas[one["id"]]
        schema.validate(one)
        assert registry.entity.validate(one["id"])
        assert len(one["id"]) <= registry.entity.max_length
        for name, values in one["properties"].items():
            kind = schema.properties[name].type
            assert all(kind.validate(value) for value in values), (name, values)
            assert all(kind.max_length >= len(value) for value in values)
            if kind != registry.name:  # whose quotation marks it takes off
                assert values == [kind.clean(value) for value in values]
            if kind == registry.entity:
                assert all(schemas[value].is_a(schema.properties[name].range) for value in values)
        assert model.get_proxy(one).to_dict()["properties"].keys() == one["properties"].keys()


def test_the_example_papers_are_valid_and_the_same_when_loaded_and_exported_again():
    first, second = twice("followthemoney", example_graph())
    check(first)
    check(second)
    assert structure(first) == structure(second)
    assert {one["schema"] for one in entities(first)} == {
        "Person", "Organization", "Position", "Document", "Membership", "Occupancy", "Representation", "Succession", "UnknownLink"
    }  # fmt: skip


@pytest.mark.parametrize(
    "graph", [everything(), board(), everything("soon\x00"), everything("2019-02-31"), everything("2019-05"), Graph()]
)
def test_whatever_there_is_is_valid(graph):
    check(written("followthemoney", graph))


@settings(max_examples=scaled(25))
@given(TEXTS)
def test_any_text_is_valid(text):
    check(written("followthemoney", graph_of([hostile(0, text)])))


@pytest.mark.parametrize("text", [text[:200] for text in HOSTILE if text.isprintable()])
def test_text_is_the_same_when_loaded_and_exported_again(text):
    first, second = twice("followthemoney", graph_of([hostile(0, text)]))
    assert structure(first) == structure(second)


@settings(max_examples=scaled(30))
@given(some_papers().filter(bool))
def test_any_graph_is_the_same_when_loaded_and_exported_again(papers):
    first, second = twice("followthemoney", graph_of(papers))
    check(first)
    assert structure(first) == structure(second)


def test_a_tie_is_proved_by_words_of_a_paper():
    told = {one["id"]: one for one in entities(written("followthemoney", example_graph()))}
    ties = [one["properties"] for id_, one in told.items() if id_.startswith("link-")]
    assert all(tie["summary"] and re.search(r", (slide|line|lines)", tie["description"][0]) for tie in ties)
    assert {told[tie["proof"][0]]["schema"] for tie in ties} == {"Document"}


def test_identifiers_that_data_had_are_kept():
    rows = [
        {"id": "NK-abc", "schema": "Person", "properties": {"name": ["Ann Hale"], "title": ["Dr"]}},
        {"id": "gb-org-7", "schema": "Organization", "properties": {"name": ["Works Committee"]}},
        {
            "id": "m",
            "schema": "Membership",
            "properties": {"member": ["NK-abc"], "organization": ["gb-org-7"], "role": ["Convenor"]},
        },
    ]
    again = structure(written("followthemoney", loaded("\n".join(map(json.dumps, rows)), "data.jsonl")))
    assert [one["id"] for one in again if one["schema"] in ("Person", "Organization")] == ["NK-abc", "gb-org-7"]
    (tie,) = (one["properties"] for one in again if one["schema"] == "Membership")
    assert (tie["member"], tie["organization"], tie["role"]) == (["NK-abc"], ["gb-org-7"], ["Convenor"])
    assert next(one for one in again if one["id"] == "NK-abc")["properties"]["title"] == ["Dr"]


def test_equal_graphs_give_equal_bytes():
    for graph in (example_graph(), everything("x")):
        assert written("followthemoney", shuffled(graph)) == written("followthemoney", graph)
