"""Pages of everything, of a graph that is too large for them."""

import pytest
from sederunt.graph.kinds import BODY, PERSON
from sederunt.queries.ask import run
from sederunt.queries.chart import charts, everything
from sederunt.queries.find import Thing
from sederunt.queries.tree import hanging
from sederunt.viz import part
from sederunt.viz.view import drawn, view
from sederunt.viz.views import boards, structure


def test_of_too_many_things_the_map_has_the_nearest(examples, monkeypatch):
    monkeypatch.setattr(part, "PART", 12)
    whole, some = drawn(examples, "map", []), drawn(examples, "map", [], most=20)
    assert len(some.nodes) == 12
    assert {node.id for node in some.nodes} < {node.id for node in whole.nodes}
    assert set(some.edges) < set(whole.edges)
    assert some.notes[0].startswith("Drawn are the 12 nearest to Tarnhithe Council, of ")
    assert drawn(examples, "map", [], most=20) == some
    assert drawn(examples, "map", [], most=10_000) == whole


def test_the_part_is_that_around_the_names_that_are_given(examples, monkeypatch):
    monkeypatch.setattr(part, "PART", 8)
    picture = drawn(examples, "map", ["Ruth Ellingworth"], most=20)
    known = {node.id for node in picture.nodes}
    linked = {edge.end for edge in picture.edges} | {edge.start for edge in picture.edges}
    assert set(picture.asked) < known == linked
    assert "nearest to Ruth Ellingworth" in picture.notes[0]


def test_of_too_many_seats_the_page_has_those_on_most_boards(examples, monkeypatch):
    monkeypatch.setattr(boards, "PART", 9)
    whole, some = drawn(examples, "boards", []), drawn(examples, "boards", [], most=20)
    assert set(some.edges) < set(whole.edges)
    assert len({edge.start for edge in some.edges}) < len({edge.start for edge in whole.edges})
    assert some.notes[0].startswith("Drawn are only those who sit on most boards")
    assert not any(note.startswith("Drawn are") for note in whole.notes)


def within(branch):
    return {branch.id, *(id_ for child in branch.children for id_ in within(child))}


def test_of_too_large_structures_the_page_has_the_tops_of_the_largest(examples, monkeypatch):
    monkeypatch.setattr(structure, "PART", 6)
    whole, some = drawn(examples, "structure", []), drawn(examples, "structure", [], most=20)
    assert {node.id for node in some.nodes} < {node.id for node in whole.nodes}
    assert set(some.edges) < set(whole.edges)
    largest = within(charts(examples)[0])
    headed = {unit for unit, post in hanging(everything(examples)).heads.items() if post in largest}
    assert {row.node for row in some.outline.entries} <= largest | headed
    assert some.notes[0].startswith("Drawn are the largest structures")
    assert drawn(examples, "structure", [], most=10_000) == whole


@pytest.mark.parametrize("label", [PERSON, BODY])
def test_a_page_about_somebody_has_the_seats_that_a_look_at_all_of_them_finds(examples, label):
    rows = run(examples, "boards").table.records()
    pairs = {(row["person_id"], row["body_id"]) for row in rows}
    column = "person" if label == PERSON else "body"
    things = sorted({Thing(label, row[column], row[f"{column}_id"]) for row in rows})
    for named in [[thing] for thing in things] + [things[:2], things[-3:]]:
        _, bodies = boards._wanted(pairs, named)
        picture = view("boards").picture(examples, named)
        assert {(edge.start, edge.end) for edge in picture.edges} == {pair for pair in pairs if pair[1] in bodies}
