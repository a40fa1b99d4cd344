"""Forms that tell everything: what is read back is the graph, whatever stands in it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sederunt.graph.claims import papers_from
from sederunt.graph.errors import PaperError
from sederunt.graph.kinds import EDGES, NODES
from sederunt.graph.model import Graph
from sederunt.graph.portable import FORMS

from tests.conftest import scaled
from tests.engines.graphs import everything, example_graph
from tests.exports.conftest import form, shuffled, written
from tests.exports.hostile import HOSTILE, TEXTS, graph_of, hostile
from tests.graph.conftest import some_papers

LOSSLESS = st.sampled_from(["gexf", "graphml", "json", "networkx"])


def test_properties_of_one_name_have_one_form():
    kinds = (*NODES.values(), *EDGES.values())
    assert all(FORMS[name] == form for kind in kinds for name, form in kind.properties.items())


def test_the_example_papers_come_back(lossless, tmp_path):
    text = written(lossless, example_graph())
    assert form(lossless).read(text) == example_graph()
    file = tmp_path / "graph"
    file.write_text(text, encoding="utf-8", newline="")
    assert form(lossless).read(file) == example_graph()


def test_an_empty_graph(lossless):
    assert form(lossless).read(written(lossless, Graph())) == Graph()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_back(lossless, text):
    graph = graph_of([hostile(0, text)])
    assert form(lossless).read(written(lossless, graph)) == graph


@settings(max_examples=scaled(25))
@given(LOSSLESS, TEXTS)
def test_any_text_comes_back(name, text):
    graph = graph_of([hostile(0, text)])
    assert form(name).read(written(name, graph)) == graph


@given(LOSSLESS, some_papers())
def test_any_graph_comes_back(name, papers):
    graph = graph_of(papers)
    assert form(name).read(written(name, graph)) == graph


def test_equal_graphs_give_equal_bytes(lossless):
    for graph in (example_graph(), everything("x")):
        assert written(lossless, shuffled(graph)) == written(lossless, graph)


def test_every_line_tells_no_more_than_the_graph(lossless):
    assert "/root" not in written(lossless, example_graph())


WHOLE = {name: written(name, graph_of([hostile(0, "one\ntwo")])) for name in ("gexf", "graphml", "networkx")}


@given(st.data())
def test_what_is_damaged_is_refused_or_holds_papers(data):
    name = data.draw(st.sampled_from(sorted(WHOLE)))
    start, length = data.draw(st.integers(0, len(WHOLE[name]))), data.draw(st.integers(0, 200))
    put = data.draw(
        st.text(max_size=3) | st.sampled_from(['"', "}", "null", "<a/>", "</node>", "&x;", "1e999", "Person", "\x00"])
    )
    text = WHOLE[name][:start] + put + WHOLE[name][start + length :]
    try:
        papers = papers_from(form(name).read(text))
    except PaperError as error:
        assert "\n" not in str(error)
        assert str(error).startswith(f"The text is not a graph that 'sederunt export {name}' wrote: ")
    else:
        assert papers_from(graph_of(papers)) == papers


@pytest.mark.parametrize("name", ["gexf", "graphml"])
@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ("", "no element found"),
        ("<a>", "line 1: "),
        ("<a>\x00</a>", "Invalid character"),
        ("<a/>", "XML of another kind"),
        ('<a><node id="x"/></a>', "is missing"),
        ('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', "XML of another kind"),
        ('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a><node id="&x;"/></a>', ""),
    ],
)
def test_what_is_no_graph_is_refused_in_one_sentence(name, text, flaw):
    with pytest.raises(PaperError, match=f"^The text is not a graph that 'sederunt export {name}' wrote: ") as caught:
        form(name).read(text)
    assert flaw in str(caught.value), caught.value
    assert "\n" not in str(caught.value)
