"""Gephi opens what is written for it, without a complaint, and shows what the graph tells."""

from datetime import UTC, datetime

import pytest
from sederunt.graph.model import Edge, Graph
from sederunt.graph.xmlform import told
from sederunt.viz.style import KINDS

from tests.engines.graphs import everything
from tests.exports.conftest import written
from tests.exports.gephi import Opened, opened
from tests.exports.hostile import graph_of, hostile


def shown(name, graph, folder) -> Opened:
    file = folder / f"graph.{name}"
    file.write_text(written(name, graph), encoding="utf-8", newline="")
    found = opened(file)
    assert found.issues == []
    return found


@pytest.mark.parametrize("name", ["gexf", "graphml"])
def test_it_shows_everything_whatever_the_text(name, tmp_path):
    whole = graph_of([hostile(0, "'<a>&amp;\r\n\x00 👩‍👩‍👧‍👦 \u2028")])
    found = shown(name, whole, tmp_path)
    assert {told(id_): row["type"] for id_, row in found.nodes.items()} == {n.id: n.label for n in whole.nodes}
    assert {told(id_): told(row["Label"]) for id_, row in found.nodes.items() if "name" in row} == {
        n.id: n.properties["name"] for n in whole.nodes if "name" in n.properties
    }
    ends = [tuple(map(told, pair)) for pair in found.ends.values()]
    if name == "graphml":  # of which Gephi keeps one edge between the same two
        assert sorted(ends) == sorted({(e.start, e.end) for e in whole.edges})
    else:
        assert sorted(ends) == sorted((e.start, e.end) for e in whole.edges)
        quotes = sorted(str(e.properties["quote"]) for e in whole.edges if "quote" in e.properties)
        assert sorted(told(row["quote"]) for row in found.edges.values() if "quote" in row) == quotes


def day(moment):
    return moment if "Infinity" in moment else datetime.fromtimestamp(float(moment) / 1000, UTC).date().isoformat()


TIMES = {
    "a": ({"start": "2018", "end": "2019-02"}, "2018-01-01 2019-02-28"),
    "b": ({"start": "2018-01-05"}, "2018-01-05 Infinity"),
    "c": ({"end": "2020-02"}, "-Infinity 2020-02-29"),
    "d": ({"first_seen": "2017-03", "last_seen": "2017-04-02", "end": "2017-05"}, "2017-03-01 2017-05-31"),
    "e": ({"start": "2019", "end": "2018"}, ""),
    "f": ({"start": "soon", "end": "2019-13"}, ""),
}


def test_colours_kinds_and_times(tmp_path):
    seats = [Edge("SITS_ON", "person:1", "body:2", {"role": role, **told}) for role, (told, _) in TIMES.items()]
    other = [edge for edge in everything().edges if edge.type != "SITS_ON"]
    found = shown("gexf", Graph.of(everything().nodes, [*other, *seats]), tmp_path)
    assert {kind: found.colours[f"{kind.lower()}:2"] for kind in KINDS} == {kind: style.colour for kind, style in KINDS.items()}
    assert len(found.edges) == len(other) + len(seats)
    rows = {row["role"]: row.get("Interval", "") for row in found.edges.values() if row["type"] == "SITS_ON"}
    times = {role: " ".join(map(day, shown.strip("<[]>").split(", "))) if shown else "" for role, shown in rows.items()}
    assert times == {role: expected for role, (_, expected) in TIMES.items()}
