"""A graph as JSON: stable, readable by other programs, and the same when read back."""

import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sederunt.graph.build import build
from sederunt.graph.claims import papers_from
from sederunt.graph.errors import PaperError
from sederunt.graph.exports.json import read, write
from sederunt.graph.model import Edge, Graph, Node
from sederunt.graph.resolve import resolve

from tests.graph.conftest import Draft

GRAPH = Graph.of(
    [
        Node(id="person:1", label="Person", properties={"name": "Zoë “Bo”\n👩‍👩‍👧\u2028", "aliases": (), "partial": False}),
        Node(id="body:1", label="Body", properties={"number": 23, "name": "Board", "aliases": ("A", "B")}),
    ],
    [
        Edge(type="SITS_ON", start="person:1", end="body:1", properties={"role": "member", "confidence": 1.0}),
        Edge(type="SITS_ON", start="person:1", end="body:1", properties={"role": "chair"}),
    ],
)

TEXT = """{"nodes": [
{"id": "body:1", "labels": ["Body"], "properties": {"aliases": ["A", "B"], "name": "Board", "number": 23}},
{"id": "person:1", "labels": ["Person"], "properties": {"aliases": [], "name": "Zoë “Bo”\\n👩‍👩‍👧\u2028", "partial": false}}
],
"edges": [
{"type": "SITS_ON", "start": "person:1", "end": "body:1", "properties": {"role": "chair"}},
{"type": "SITS_ON", "start": "person:1", "end": "body:1", "properties": {"confidence": 1.0, "role": "member"}}
]}
"""


def written(graph: Graph) -> str:
    out = StringIO()
    write(graph, out)
    return out.getvalue()


def test_one_node_or_edge_a_line() -> None:
    assert written(GRAPH) == TEXT


def test_other_programs_can_read_it() -> None:
    found = json.loads(written(GRAPH))
    assert [n["id"] for n in found["nodes"]] == ["body:1", "person:1"]
    assert set(found["edges"][0]) == {"type", "start", "end", "properties"}


def test_an_empty_graph() -> None:
    assert written(Graph()) == '{"nodes": [],\n"edges": []}\n'
    assert read(written(Graph())) == Graph()


def test_equal_graphs_give_equal_bytes() -> None:
    turned = Graph(
        nodes=tuple(
            Node(id=n.id, label=n.label, properties=dict(reversed(n.properties.items()))) for n in reversed(GRAPH.nodes)
        ),
        edges=tuple(reversed(GRAPH.edges)),
    )
    assert written(turned) == TEXT


def test_it_can_be_read_back(tmp_path: Path) -> None:
    assert read(TEXT) == GRAPH
    file = tmp_path / "graph.json"
    file.write_text(TEXT, encoding="utf-8")
    assert read(file) == GRAPH
    assert read(json.dumps(json.loads(TEXT), indent=4)) == GRAPH


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ('{"nodes": [\n}', "line 2: Expecting value"),
        ("", "line 1: Expecting value"),
        ("[]", "JSON of another shape"),
        ('{"nodes": []}', "'edges' is missing"),
        ('{"nodes": [{"id": "x", "labels": ["Cat"], "properties": {}}], "edges": []}', "there is no kind 'Cat'"),
        ('{"nodes": [{"id": "x", "labels": [], "properties": {}}], "edges": []}', "JSON of another shape"),
        ('{"nodes": [{"id": 5, "labels": ["Body"], "properties": {}}], "edges": []}', "id: Input should be a valid string"),
        ('{"nodes": [{"id": "x", "labels": ["Body"], "properties": {"name": null}}], "edges": []}', "properties.name"),
        ('{"nodes": [], "edges": [{"type": "LIKES", "start": "a", "end": "b", "properties": {}}]}', "there is no kind 'LIKES'"),
        ('{"nodes": [], "edges": [{"type": "HOLDS", "start": "a", "properties": {}}]}', "end: Field required"),
        ("[" * 100_000, "is not a graph"),
    ],
)
def test_what_is_no_graph_is_refused_in_one_sentence(text: str, flaw: str) -> None:
    with pytest.raises(PaperError, match=r"^The text is not a graph that 'sederunt export json' wrote: ") as caught:
        read(text)
    assert flaw in str(caught.value)
    assert "\n" not in str(caught.value)


def whole() -> str:
    draft = Draft()
    draft.present("Ann Hale", "chair")
    draft.action("Write to schools", "AH", "All")
    return written(build([draft.paper], resolve([draft.paper])))


WHOLE = whole()
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["Person", "[0,{}]", "HOLDS"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["id", "link", "claim"]), inner, max_size=2),
    max_leaves=4,
)


@given(
    st.integers(0, len(WHOLE)),
    st.integers(0, 200),
    st.text(max_size=3) | st.sampled_from(['"', "}", "null", "1e999", "\\ud800"]),
)
def test_a_damaged_export_is_refused_or_holds_papers(start: int, length: int, put: str) -> None:
    refused_or_built(WHOLE[:start] + put + WHOLE[start + length :])


@given(st.data())
def test_an_export_with_another_value_in_it_is_refused_or_holds_papers(data: st.DataObject) -> None:
    found = json.loads(WHOLE)
    holder, key = data.draw(st.sampled_from(list(places(found))))
    claim = holder[key] if key == "claim" else None
    if claim is not None and data.draw(st.booleans()):
        inner = json.loads(claim)
        holder, key, outer = *data.draw(st.sampled_from(list(places(inner)))), holder
        holder[key] = data.draw(VALUES)
        outer["claim"] = json.dumps(inner)
    else:
        holder[key] = data.draw(VALUES)
    refused_or_built(json.dumps(found))


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Everything in a JSON value, each as what holds it and the key there."""
    for key in value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        yield value, key
        yield from places(value[key])


def refused_or_built(text: str) -> None:
    try:
        papers = papers_from(read(text))
    except PaperError as error:
        assert "\n" not in str(error)
        assert str(error).startswith("The text is not a graph that ")
    else:
        graph = build(papers, resolve(papers))
        assert papers_from(graph) == papers


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(PaperError, match=r"none\.json cannot be read: No such file or directory\.$"):
        read(tmp_path / "none.json")
    (tmp_path / "latin.json").write_bytes(b'{"nodes": "\xe9"}')
    with pytest.raises(PaperError, match=r"latin\.json is not a graph"):
        read(tmp_path / "latin.json")
