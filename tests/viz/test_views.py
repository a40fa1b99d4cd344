"""What the views draw of the invented council, the same on every engine, and of a crowd."""

import re
from pathlib import Path

import pytest
import yaml
from sederunt.graph.errors import AmbiguousName, QueryError, UnknownName
from sederunt.graph.kinds import CONNECTED
from sederunt.graph.model import Edge, Graph, Node, difference
from sederunt.graph.sittings import spoken
from sederunt.graph.store import open_store
from sederunt.graph.update import load
from sederunt.loaders.load import read_paper
from sederunt.queries.ask import ask
from sederunt.viz.facts import edge
from sederunt.viz.layout import overlapping
from sederunt.viz.network import model, size
from sederunt.viz.view import drawn, kinds, view

from tests.engines.conftest import empty_store

COUNCIL = Path(__file__).parents[1] / "queries" / "council.yaml"


# A module at a time, for the server has one database for all tests.
@pytest.fixture(scope="module", params=["embedded", "neo4j"])
def store(request, tmp_path_factory):
    written = yaml.safe_load(COUNCIL.read_text(encoding="utf-8"))
    with empty_store(request.param, tmp_path_factory.mktemp("council")) as opened:
        opened.apply(difference(Graph(), Graph(nodes=written["nodes"], edges=written["edges"])))
        yield opened


def column(picture, side):
    return [node.name for node in sorted(picture.nodes, key=lambda node: node.at or (9, 9)) if node.at and node.at[0] == side]


def words(picture):
    names = picture.names()
    return [f"{names[edge.start]} {edge.label} {names[edge.end]}" for edge in picture.edges]


def test_boards_of_everybody(store):
    picture = drawn(store, "boards", [])
    assert column(picture, 0) == ["Ann Hale", "Cara O’Dowd"]
    assert sorted(column(picture, 1)) == ["Early Years Board", "Inclusion & Access Panel", "Vale Schools Forum"]
    assert [node.name for node in picture.nodes if node.at is None] == ["Bryn Rees"]
    assert words(picture) == [
        "Ann Hale member of Early Years Board",
        "Ann Hale chair of Vale Schools Forum",
        "Bryn Rees member of Vale Schools Forum",
        "Cara O’Dowd chair of Early Years Board",
        "Cara O’Dowd member of Inclusion & Access Panel",
        "Cara O’Dowd vice-chair of Vale Schools Forum",
    ]
    assert picture.subject == "2 people link 3 bodies."


def test_a_fact_has_its_evidence_the_best_first(store):
    chair, inferred = drawn(store, "boards", []).edges[1:3]
    (best,) = chair.evidence
    assert (best.quote, best.document, best.path, best.place) == (
        "Mrs Ann Hale (Chair)",
        "Forum minutes",
        "forum/2019-01.txt",
        "line 3",
    )
    assert (chair.basis, chair.confidence, chair.dates, chair.further) == ("stated", 0.95, "in papers of 15 January 2019", 0)
    assert [line.quote for line in inferred.evidence] == ["Bryn Rees", "Mrs Ann Hale (Chair)"]
    assert (inferred.evidence[0].document, inferred.basis, inferred.further) == ("Forum minutes, line 9", "inferred", 2)
    assert inferred.dates == "in papers of 15 January 2019 to 14 May 2019"


def test_boards_that_are_stated(store):
    picture = drawn(store, "boards", [], stated=True)
    assert {edge.basis for edge in picture.edges} == {"stated"}
    assert "Inclusion & Access Panel" not in column(picture, 1)


def test_boards_of_a_person(store):
    picture = drawn(store, "boards", ["Ann Hale"])
    assert column(picture, 0) == ["Ann Hale", "Cara O’Dowd"]
    assert sorted(column(picture, 1)) == ["Early Years Board", "Vale Schools Forum"]
    assert len(picture.edges) == 5
    assert picture.title == "Boards: Ann Hale"


def test_boards_of_a_person_on_one_only(store):
    picture = drawn(store, "boards", ["Bryn Rees"])
    assert (column(picture, 0), column(picture, 1)) == (["Bryn Rees"], ["Vale Schools Forum"])
    assert len(picture.edges) == 3


def test_boards_that_share_people_with_a_body(store):
    picture = drawn(store, "boards", ["Inclusion and Access Panel"])
    assert column(picture, 0) == ["Cara O’Dowd"]
    assert len(column(picture, 1)) == 3


def test_around_a_person(store):
    picture = drawn(store, "around", ["Dev Patel"])
    assert words(picture) == [
        "Dev Patel holds the post (acting) Director of Education",
        "Director of Education heads Education",
        "Director of Education is a post in Education",
        "Director of Education reports to Chief Executive",
        "Head of Admissions reports to Director of Education",
    ]
    assert {node.name: node.at for node in picture.nodes}["Dev Patel"] == (0, 0)
    assert picture.notes == ()


def test_around_shows_links_among_what_is_furthest_out(store):
    picture = drawn(store, "around", ["Admissions"])
    assert "Adviser is a post in Education" in words(picture)
    assert "Director of Education heads Education" in words(picture)
    assert "Eve Hale" not in picture.names().values()


@pytest.mark.parametrize(
    ("kind", "names", "error", "message"),
    [
        ("pie", [], QueryError, r"There is no kind of page 'pie'; there are: around, boards, "),
        ("around", [], QueryError, r"A page of the kind 'around' is about 1 name, not 0\."),
        ("around", ["Ann Hale", "Cara O'Dowd"], QueryError, "not 2"),
        ("boards", ["Education"], UnknownName, "no person or body called 'Education'"),
        ("around", ["Nobody Atall"], UnknownName, "no person or body or organisation or unit or post"),
        ("around", ["Hale"], AmbiguousName, "may be any of 2"),
    ],
)
def test_what_cannot_be_drawn_is_told(store, kind, names, error, message):
    with pytest.raises(error, match=message):
        drawn(store, kind, names)


def test_every_kind_says_what_it_takes():
    assert kinds() == tuple(sorted(kinds()))
    for each in map(view, kinds()):
        assert 0 <= each.FEWEST <= each.MOST
        assert set(each.LABELS) <= set(CONNECTED)
        assert re.fullmatch(r"[A-Z].*\.", each.NOTHING)


@pytest.mark.parametrize(
    ("iso", "written"),
    [
        ("2019-06-30", "30 June 2019"),
        ("2019-06", "June 2019"),
        ("2019", "2019"),
        ("soon", "soon"),
        ("2019-13-01", "2019-13-01"),
    ],
)
def test_a_date_is_written_out(iso, written):
    assert spoken(iso) == written


# A crowd ------------------------------------------------------------------------------------

PROOF = {"quote": "q", "source": "Minutes, line 1", "basis": "stated", "confidence": 0.9, "statements": [], "role": "member"}


def thing(label, number):
    bare = {"aliases": [], "name": f"{label} Number {number}"}
    return Node(
        id=f"{label.lower()}:{number}",
        label=label,
        properties=bare | ({"initials": [], "partial": False} if label == "Person" else {}),
    )


def crowd(people, bodies, each):
    nodes = [thing("Person", number) for number in range(people)] + [thing("Body", number) for number in range(bodies)]
    pairs = sorted({(person, (person * step) % bodies) for person in range(people) for step in range(each)})
    edges = [Edge(type="SITS_ON", start=f"person:{one}", end=f"body:{other}", properties=PROOF) for one, other in pairs]
    return Graph(nodes=nodes, edges=edges)


@pytest.fixture
def crowded(tmp_path, request):
    with open_store(tmp_path / "crowd.graph", create=True) as store:
        store.apply(difference(Graph(), crowd(*request.param)))
        yield store


@pytest.mark.parametrize("crowded", [(400, 12, 3), (30, 400, 20), (3, 2, 1), (100, 3, 3)], indirect=True)
def test_a_map_draws_no_more_than_can_be_read_and_says_what_is_left_out(crowded):
    picture = drawn(crowded, "around", ["body:0"])
    met = len(crowded.ask("MATCH (:Body {id: 'body:0'})-[:SITS_ON*0..2]-(x) RETURN DISTINCT x.id AS id").rows)
    assert len(picture.nodes) == min(met, 150)
    told = sum(int(word) for note in picture.notes for word in note.split(":")[1].split(".")[0].split() if word.isdigit())
    assert told == met - len(picture.nodes)
    places = {node.id: node.at for node in picture.nodes}
    assert not overlapping(places, {node.id: size(node.name) for node in picture.nodes})
    inside = crowded.ask(
        "MATCH (a)-[r:SITS_ON]->(b) WHERE a.id IN $ids AND b.id IN $ids RETURN count(r) AS number", {"ids": sorted(places)}
    )
    assert len(picture.edges) == inside.rows[0][0]


def test_bodies_that_nobody_links_are_told(examples):
    assert drawn(examples, "boards", [], stated=True).notes == (
        "In the table, but not drawn, as nobody on it sits on another: Early Help Steering Group (1 person); "
        "North Locality Network (1 person); Pupils and Standards Committee (3 people); South Locality Network (1 person); "
        "Tarnhithe Children and Families Partnership Board (2 people); Tarnhithe Children’s Trust Board (1 person); "
        "Tarnhithe Locality Improvement Board (3 people); Tarnhithe Secondary Heads Forum (1 person).",
    )


@pytest.mark.parametrize("crowded", [(5, 2, 1), (0, 3, 1)], indirect=True)
def test_where_nobody_sits_on_several_there_is_nothing_to_draw(crowded):
    assert not drawn(crowded, "boards", [])


@pytest.mark.parametrize("crowded", [(5, 2, 2)], indirect=True)
def test_two_facts_between_the_same_two_are_two_lines(crowded):
    before = drawn(crowded, "around", ["body:0"])
    twice = before.edges[0]
    lines = model(type(before)(before.drawing, "", "", before.nodes, (twice, twice)))["edges"]
    assert [(line["from"], line["to"], line["id"]) for line in lines] == [
        (lines[0]["from"], lines[0]["to"], number) for number in (0, 1)
    ]
    assert lines[0]["smooth"] != lines[1]["smooth"]


def test_a_paper_without_a_title_is_told_of_by_its_file(tmp_path):
    seats = ["name,body", "Ann Hale,Harbour Board", "Ann Hale,Ferry Board"]
    (tmp_path / "seats.csv").write_text("\n".join(seats), encoding="utf-8")
    with empty_store("embedded", tmp_path) as store:
        load(store, [read_paper(tmp_path / "seats.csv", "seats.csv").paper])
        found = drawn(store, "boards", [])
        cited = ask(store, "evidence", {"things": [found.nodes[0].id]}).table.records()
    assert {(line.document, line.path) for edge in found.edges for line in edge.evidence} == {("seats", "seats.csv")}
    assert {row["source"] for row in cited} == {line.source for edge in found.edges for line in edge.evidence}


@pytest.mark.parametrize(
    ("told", "written"),
    [
        ({"start_date": "2019-03-01", "end_date": "2021-05"}, "from 1 March 2019 to May 2021"),
        ({"start_date": "2019-03-01"}, "from 1 March 2019"),
        ({"end_date": "2021"}, "to 2021"),
        ({"first_seen": "2019-03-01", "last_seen": "2019-03-01"}, "in papers of 1 March 2019"),
        ({"first_seen": "2019-03-01", "last_seen": "2020-04-02"}, "in papers of 1 March 2019 to 2 April 2020"),
        ({}, ""),
    ],
)
def test_an_edge_says_when_it_held(told, written):
    row = dict.fromkeys(("start_date", "end_date", "first_seen", "last_seen", "acting", "support")) | told
    row |= {
        "start_id": "person:1",
        "end_id": "body:1",
        "link": "SITS_ON",
        "role": "member",
        "basis": "stated",
        "confidence": 0.9,
    }
    assert edge(row | {"quote": "Ann Hale", "source": "Minutes, line 1"}, ()).dates == written
