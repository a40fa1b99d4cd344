"""What papers speak of, once they are in the graph: how many people, bodies and so on each of them names."""

from collections.abc import Iterable, Mapping

from sederunt.graph.claims import document_id
from sederunt.graph.store import Store

_NAMED = """
UNWIND $ids AS id
MATCH (d:Document {id: id}) USING INDEX SEEK d:Document(id)
MATCH (d)-[:MENTIONS]->(x)
RETURN d.path AS path, labels(x)[0] AS kind, count(x) AS number
ORDER BY path, kind"""
"""By the id, of which there is an index; by their paths, or unless it is told to, Neo4j looks at all documents for each."""


def contents(store: Store, paths: Iterable[str]) -> Mapping[str, Mapping[str, int]]:
    """For each paper that names anything, by its path: how many things of each kind; one that it names often counts once."""
    found: dict[str, dict[str, int]] = {}
    for path, kind, number in store.ask(_NAMED, {"ids": list(map(document_id, paths))}).rows:
        found.setdefault(path, {})[kind] = number
    return found
