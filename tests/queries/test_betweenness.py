import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sederunt.queries.betweenness import betweenness

PLENTY = 10**9
graphs = st.sets(st.tuples(st.integers(0, 12), st.integers(13, 25)), min_size=1, max_size=40).map(
    lambda links: sorted((f"person:{one}", f"body:{other}") for one, other in links)
)


def exact(links):
    graph = nx.Graph()
    graph.add_edges_from(links)
    return nx.betweenness_centrality(graph)


@given(graphs)
def test_it_is_what_networkx_finds(links):
    assert betweenness(links, PLENTY) == pytest.approx(exact(links))


def test_links_are_read_in_either_order():
    links = [("a", "b"), ("c", "b"), ("c", "d"), ("a", "e")]
    assert betweenness(links, PLENTY) == pytest.approx(exact(links))
    assert betweenness([(b, a) for a, b in reversed(links)], PLENTY) == betweenness(links, PLENTY)


@pytest.mark.parametrize("links", [[], [("a", "b")]])
def test_two_nodes_have_nothing_between_them(links):
    assert set(betweenness(links, PLENTY).values()) <= {0.0}


def test_an_estimate_is_near_what_it_estimates_and_is_the_same_each_time():
    links = sorted(nx.barabasi_albert_graph(400, 2, seed=4).edges)
    links = [(str(a), str(b)) for a, b in links]
    whole, part = exact(links), betweenness(links, len(links) * 100)
    assert part == betweenness(links, len(links) * 100)
    assert part != whole
    greatest = max(whole, key=whole.__getitem__)
    assert max(part, key=part.__getitem__) == greatest
    assert part[greatest] == pytest.approx(whole[greatest], rel=0.25)


def test_where_hardly_any_link_may_be_passed_it_counts_from_one_node():
    links = [("a", "b"), ("b", "c"), ("c", "d")]
    found = betweenness(links, 1)
    assert set(found) == {"a", "b", "c", "d"}
    assert any(found.values())
