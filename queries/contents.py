"""What papers speak of, once they are in the graph: how many people, bodies and so on each of them names."""

from collections.abc import Iterable, Mapping

from sederunt.graph.store import Store

_NAMED = """
UNWIND $paths AS path
MATCH (d:Document {path: path})-[:MENTIONS]->(x)
RETURN path AS path, labels(x)[0] AS kind, count(x) AS number
ORDER BY path, kind"""


def contents(store: Store, paths: Iterable[str]) -> Mapping[str, Mapping[str, int]]:
    """For each paper that names anything, by its path: how many things of each kind; one that it names often counts once."""
    found: dict[str, dict[str, int]] = {}
    for path, kind, number in store.ask(_NAMED, {"paths": list(paths)}).rows:
        found.setdefault(path, {})[kind] = number
    return found
