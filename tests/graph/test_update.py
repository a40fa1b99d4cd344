"""Loading and forgetting: what is stored is always the graph of the papers that are there, and only differences are written."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from threading import RLock

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sederunt.graph.build import build, papers_from
from sederunt.graph.errors import UnknownDocument
from sederunt.graph.model import Changes, Graph
from sederunt.graph.plugins import plugins
from sederunt.graph.resolve import resolve
from sederunt.graph.store import Store, Table, open_store, read_graph
from sederunt.graph.update import Outcome, forget, load

from tests.conftest import scaled
from tests.graph.conftest import Draft, a_paper, some_papers, unhurried

_LOOKED_UP = r"UNWIND \$ids AS id MATCH \(n:(\w+) \{id: id\}\) USING INDEX SEEK n:\1\(id\)"


class Shelf:
    """A store in memory that answers what ``read_graph`` asks, and counts how often it was changed."""

    address, engine = "shelf", "shelf"

    def __init__(self) -> None:
        self.nodes, self.edges, self.writes, self.settings = {}, {}, [], {}
        self.turn, self._one_at_a_time = 0, RLock()
        self.setting, self.set_setting = self.settings.get, self.settings.__setitem__

    def ask(self, cypher, parameters=None) -> Table:
        with self._one_at_a_time:
            if rows := self._near(cypher, parameters or {}):
                return Table(columns=("a", "b", "c", "d")[: rows[1]], rows=tuple(rows[0]))
            return self._whole(cypher)

    def _near(self, cypher, given):
        """What is around some ids."""
        if cypher.startswith("MATCH (m:Meeting) WHERE m.id STARTS WITH"):
            return [(i,) for i in self.nodes if i.startswith(given["beginning"])], 1
        if cypher == "MATCH (m:Meeting) RETURN m.id AS id LIMIT 1":
            return [(i,) for i in self.nodes if i.startswith("meeting:")][:1], 1
        if re.fullmatch(rf"{_LOOKED_UP} RETURN n AS node", cypher):
            found = (self.nodes[i] for i in given["ids"] if i in self.nodes)
            return [({"id": n.id, "_labels": [n.label], **_stored(n.properties)},) for n in found], 1
        if re.match(rf"{_LOOKED_UP} RETURN n.id AS id, n.claim", cypher):
            found = (self.nodes[i] for i in given["ids"])
            return [(n.id, *map(n.properties.get, ("claim", "subject", "object"))) for n in found], 4
        if found := re.match(r"UNWIND \$ids AS id MATCH \(n:\w+ \{id: id\}\)(<?)-\[r:([\w|]+)\]-", cypher):
            here = "end" if found[1] else "start"
            rows = [e for e in self.edges.values() if getattr(e, here) in given["ids"] and e.type in found[2].split("|")]
            told = [(e.type, e.start, _stored(e.properties), e.end) for e in rows]
            return (told, 4) if "RETURN type(r)" in cypher else ([row[1:] for row in told], 3)
        return None

    def _whole(self, cypher) -> Table:
        """All judgements, or the ids of a kind."""
        if found := re.fullmatch(r"MATCH \(n:(\w+)\) RETURN n AS node", cypher):
            told = ({"id": n.id, **_stored(n.properties)} for n in self.nodes.values() if n.label == found[1])
            return Table(columns=("node",), rows=tuple((own,) for own in told))
        label, type_ = re.fullmatch(r"MATCH \(n:(\w+)\)(?:-\[:(\w+)\]->\(\))? RETURN n\.id", cypher).groups()
        if type_ is None:
            return Table(columns=("id",), rows=tuple((n.id,) for n in self.nodes.values() if n.label == label))
        links = (e for e in self.edges.values() if e.type == type_ and self.nodes[e.start].label == label)
        return Table(columns=("id",), rows=tuple((e.start,) for e in links))

    def change(self, decide):
        self.turn += 1
        changes, told = decide(self)
        self.apply(changes)
        return told

    def apply(self, changes: Changes) -> None:
        with self._one_at_a_time:
            self._apply(changes)

    def _apply(self, changes):
        if changes:
            self.writes.append(changes)
        for edge in changes.drop_edges:
            del self.edges[edge.key]
        for node in changes.drop_nodes:
            del self.nodes[node.id]
        assert not self.nodes.keys() & {n.id for n in changes.new_nodes}
        assert not self.edges.keys() & {e.key for e in changes.new_edges}
        self.nodes |= {n.id: n for n in (*changes.put_nodes, *changes.new_nodes)}
        self.edges |= {e.key: e for e in (*changes.put_edges, *changes.new_edges)}


def _stored(properties):
    return {key: list(value) if isinstance(value, tuple) else value for key, value in properties.items()}


@contextmanager
def embedded() -> Iterator[Store]:
    with TemporaryDirectory() as folder, open_store(f"{folder}/test.graph", create=True) as store:
        yield store


@contextmanager
def shelf() -> Iterator[Shelf]:
    yield Shelf()


EMBEDDED = pytest.param(
    embedded, id="embedded", marks=pytest.mark.skipif(not plugins("sederunt.graph.engines"), reason="no engine is installed")
)
anywhere = pytest.mark.parametrize("opened", [pytest.param(shelf, id="memory"), EMBEDDED])


def graph_of(papers) -> Graph:
    return build(papers, resolve(papers))


def two_papers():
    d, e = Draft("a.txt"), Draft("sub/b.txt", date="2020-01-07")
    for x in (d, e):
        x.present("Ann Hale", "chair")
        x.present("Tom Reed")
        x.action("Write to schools", "TR", "All", "whoever can")
    e.name("Unit", "Day Care", within="Aldermoor Council")
    return d.paper, e.paper


@anywhere
def test_what_is_stored_is_the_graph_of_the_papers(opened):
    one, other = two_papers()
    with opened() as store:
        assert load(store, [one, other]) == Outcome(added=("a.txt", "sub/b.txt"))
        assert read_graph(store) == graph_of([other, one])
        assert papers_from(read_graph(store)) == [one, other]


@anywhere
def test_another_version_replaces_what_the_old_one_said(opened):
    one, other = two_papers()
    changed = one.model_copy(update={"statements": one.statements[:2], "sha256": "f" * 64})
    with opened() as store:
        load(store, [one, other])
        assert load(store, [changed, other]) == Outcome(changed=("a.txt",), unchanged=("sub/b.txt",))
        assert read_graph(store) == graph_of([changed, other])


@anywhere
def test_what_is_forgotten_leaves_no_trace(opened):
    one, other = two_papers()
    with opened() as store:
        load(store, [one])
        before = read_graph(store)
        load(store, [other])
        forget(store, "sub/b.txt")
        assert read_graph(store) == before
        forget(store, "a.txt")
        assert read_graph(store) == Graph()


@anywhere
def test_an_unknown_document_cannot_be_forgotten(opened):
    with opened() as store, pytest.raises(UnknownDocument, match=r"'nowhere\.txt'.*sederunt documents"):
        forget(store, "nowhere.txt")


def test_the_same_paper_again_writes_nothing():
    store, (one, other) = Shelf(), two_papers()
    load(store, [one, other])
    assert load(store, [one]) == Outcome(unchanged=("a.txt",))
    assert len(store.writes) == 1


def test_only_what_differs_is_written():
    store, (one, other) = Shelf(), two_papers()
    load(store, [one])
    load(store, [other])
    written = {n.id for n in (*store.writes[-1].put_nodes, *store.writes[-1].new_nodes)}
    assert not written & {s for s in store.nodes if s.startswith("document:a")}
    assert not store.writes[-1].drop_nodes


@unhurried
@given(some_papers(), st.randoms(use_true_random=False))
def test_any_order_of_loading_gives_the_same_store(papers, random):
    store = Shelf()
    for paper in random.sample(papers, len(papers)):
        load(store, [paper])
    assert read_graph(store) == graph_of(papers)
    written = len(store.writes)
    assert load(store, papers).unchanged == tuple(sorted(p.path for p in papers))
    assert len(store.writes) == written


@unhurried
@given(some_papers(), a_paper(paths=st.just("z.txt")))
def test_loading_and_forgetting_is_as_if_never_loaded(papers, passing):
    store = Shelf()
    load(store, papers)
    before = read_graph(store)
    load(store, [passing])
    forget(store, passing.path)
    assert read_graph(store) == before


@unhurried
@given(st.lists(a_paper(), min_size=1, max_size=6))
def test_any_sequence_of_versions_leaves_the_last_ones(versions):
    store = Shelf()
    for paper in versions:
        load(store, [paper])
    assert read_graph(store) == graph_of(list({p.path: p for p in versions}.values()))


@pytest.mark.skipif(not plugins("sederunt.graph.engines"), reason="no engine is installed")
@settings(max_examples=scaled(10), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(some_papers(size=3), a_paper(paths=st.just("z.txt")))
def test_the_embedded_engine_keeps_everything(papers, passing):
    with embedded() as store:
        load(store, papers)
        before = read_graph(store)
        assert before == graph_of(papers)
        load(store, [passing])
        forget(store, passing.path)
        assert read_graph(store) == before
