"""Bringing papers into a stored graph, and taking them out again."""

from collections.abc import Iterable, Mapping

from sederunt.graph.build import build
from sederunt.graph.claims import papers_from
from sederunt.graph.errors import UnknownDocument
from sederunt.graph.model import Graph, Record, difference
from sederunt.graph.resolve import resolve
from sederunt.graph.statement import Paper
from sederunt.graph.store import Store, read_graph


class Outcome(Record):
    """What a load did, as paths of papers."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()


def load(store: Store, papers: Iterable[Paper]) -> Outcome:
    """Bring papers into the graph: another version of a paper replaces it, the same one changes nothing.

    Raises:
        EngineError: the engine cannot be reached, or refused.

    """
    stored = read_graph(store)
    old = _by_path(papers_from(stored))
    given = _by_path(papers)
    outcome = Outcome(
        added=tuple(sorted(given.keys() - old.keys())),
        changed=tuple(sorted(path for path in given.keys() & old.keys() if given[path] != old[path])),
        unchanged=tuple(sorted(path for path in given.keys() & old.keys() if given[path] == old[path])),
    )
    if outcome.added or outcome.changed:
        _replace(store, stored, old | given)
    return outcome


def forget(store: Store, path: str) -> None:
    """Take a paper out: what is left is the graph that there would be had it never been loaded.

    Raises:
        UnknownDocument: no such paper is in the graph.
        EngineError: the engine cannot be reached, or refused.

    """
    stored = read_graph(store)
    old = _by_path(papers_from(stored))
    if path not in old:
        raise UnknownDocument(f"No document {path!r} is in the graph: `sederunt documents` lists those that are.")
    _replace(store, stored, {name: paper for name, paper in old.items() if name != path})


def _by_path(papers: Iterable[Paper]) -> dict[str, Paper]:
    return {paper.path: paper for paper in papers}


def _replace(store: Store, stored: Graph, papers: Mapping[str, Paper]) -> None:
    """Make the stored graph the graph of these papers, changing only what differs."""
    kept = list(papers.values())
    changes = difference(stored, build(kept, resolve(kept)))
    if changes:
        store.apply(changes)
