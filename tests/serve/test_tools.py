"""The tools for language models, through the client that their makers publish."""

from concurrent.futures import ThreadPoolExecutor

import anyio
import pytest
from mcp.client import Client
from sederunt.graph.store import open_store
from sederunt.queries.catalogue import EVIDENCE, catalogue

PEOPLE = {"person": "Ann Hale"}


@pytest.fixture
def told(server):
    """What comes of some calls, each the name of a tool and its arguments; without any, the tools."""

    def ask(*calls):
        async def asked():
            async with Client(f"http://127.0.0.1:{server.port}/mcp") as client:
                if not calls:
                    return (await client.list_tools()).tools
                return [await client.call_tool(name, arguments) for name, arguments in calls]

        with ThreadPoolExecutor(1) as thread:  # a browser that is open has a loop of its own in this one
            return thread.submit(anyio.run, asked).result()

    return ask


def test_every_saved_query_is_a_tool(told):
    tools = {tool.name: tool for tool in told()}
    assert set(tools) == {"names", *(query.name for query in catalogue())}
    for query in catalogue():
        tool = tools[query.name]
        assert tool.title == query.title
        assert tool.description.startswith(query.question)
        assert tool.annotations.read_only_hint
        assert tool.input_schema["required"] == [p.name for p in query.parameters if p.required]
        assert set(tool.input_schema["properties"]) == {"limit", *(p.name for p in query.parameters)}


def test_each_row_has_its_quote_and_source(told, server):
    [answer] = told(("person-boards", PEOPLE))
    rows = answer.structured_content["rows"]
    assert not answer.is_error
    assert rows
    assert all(set(EVIDENCE) < set(row) and row["quote"] and row["source"] for row in rows)
    with open_store(server.graph) as store:
        assert {row["quote"] for row in rows} <= {
            row[0] for row in store.ask("MATCH (:Person {name: 'Ann Hale'})-[r:SITS_ON]->() RETURN r.quote AS quote").rows
        }


def test_what_is_wrong_is_said_to_the_model(told):
    several, unknown, wrong, nothing, less, none = told(
        ("person", {"person": "Hale"}),
        ("person", {"person": "Nobody"}),
        ("person", {"who": "Ann Hale"}),
        ("names", {"name": "Nobody knows it"}),
        ("boards", {"limit": 1}),
        ("boards", {"limit": 501}),
    )
    assert [answer.is_error for answer in (several, unknown, wrong, nothing, less, none)] == [
        True,
        True,
        True,
        True,
        False,
        True,
    ]
    assert "may be any of 2" in several.content[0].text
    assert "There is no person called 'Nobody'" in unknown.content[0].text
    assert "has no parameter 'who'" in wrong.content[0].text
    assert less.structured_content["cut"] is True


def test_names_lead_to_ids_that_every_tool_takes(told):
    [found] = told(("names", {"name": "Hale"}))
    things = found.structured_content["names"]
    assert len(things) == 2
    answers = told(*(("person", {"person": thing["id"]}) for thing in things))
    assert [answer.structured_content["rows"][0]["person"] for answer in answers] == [thing["name"] for thing in things]
