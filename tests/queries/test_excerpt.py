"""A part of the graph, as it stands there: what an answer names, or what is asked for by its ids."""

import pytest
from sederunt.graph.model import Graph
from sederunt.queries.ask import ask
from sederunt.queries.catalogue import names, saved
from sederunt.queries.excerpt import excerpt, named_in

ANN, FORUM = "person:ann-hale", "body:vale-schools-forum"


def test_links_come_with_their_ends_and_only_those_that_were_wanted(store, council):
    found = excerpt(store, ["person:eve-hale"], [("SITS_ON", ANN, FORUM, "chair"), ("SITS_ON", ANN, FORUM, "member")])
    assert {node.id for node in found.nodes} == {"person:eve-hale", ANN, FORUM}
    assert [edge.key for edge in found.edges] == [("SITS_ON", ANN, FORUM, "chair")]
    assert is_part(found, council)


def test_without_a_role_every_link_of_the_kind_is_wanted(store, council):
    found = excerpt(store, [], [("SITS_ON", ANN, FORUM, ""), ("LED", "person:dev-patel", "meeting:forum/2019-01-15", "")])
    assert [edge.key[0] for edge in found.edges] == ["LED", "SITS_ON"]
    assert is_part(found, council)


def test_what_is_not_there_is_left_out(store):
    assert excerpt(store, ["person:nobody"], [("HOLDS", "person:nobody", "post:none", "")]) == Graph()


@pytest.mark.parametrize("query", names())
def test_what_any_answer_names_is_a_part_of_the_graph(store, council, query):
    wanted = [parameter for parameter in saved(query).parameters if parameter.required]
    answer = ask(store, query, {one.name: named(one) for one in wanted})
    found = named_in(store, answer)
    assert is_part(found, council)
    assert all({edge.start, edge.end} <= {node.id for node in found.nodes} for edge in found.edges)


def named(parameter):
    """Something that a parameter may be; who else is asked about is somebody else."""
    kind = parameter.type.partition("|")[0].partition(" ")[0]
    return "Cara O'Dowd" if parameter.name in ("other", "to") else NAMES[kind]


NAMES = {
    "Person": "Ann Hale",
    "Body": FORUM,
    "Organisation": "Marlow Vale Council",
    "Post": "Director of Education",
    "Meeting": "meeting:forum/2019-01-15",
    "Document": "Forum minutes",
    "words": "places",
}


def is_part(found, council):
    whole = Graph.of(council.nodes, council.edges)
    return (
        {n.id for n in found.nodes} <= {n.id for n in whole.nodes}
        and all(next(e for e in whole.edges if e.key == edge.key) == edge for edge in found.edges)
        and all(next(n for n in whole.nodes if n.id == node.id) == node for node in found.nodes)
    )
