"""Names that begin as somebody has begun to type them."""

from collections.abc import Iterable, Iterator
from itertools import islice

from sederunt.graph.exchange import batches
from sederunt.graph.names import fold
from sederunt.graph.store import Store

MOST = 60
_READ = 2_000
"""Of each kind so many names that begin so are read, and the first of them offered; there may be hundreds of thousands."""
_HEAP = 300
"""So many names are read at a time where a later word begins so."""

_ANY = """
MATCH (x:{label})
RETURN DISTINCT x.name AS name
LIMIT {most}"""
_BEGINNING = """
MATCH (n:Name)
WHERE n.key STARTS WITH $typed
MATCH (n)-[:NAMES]->(x:{label})
RETURN DISTINCT x.name AS name
LIMIT {most}"""
_CALLED = """
UNWIND $keys AS key
MATCH (:Name {{key: key}})-[:NAMES]->(x:{labels})
RETURN DISTINCT x.name AS name
ORDER BY name"""
_DOCUMENTS = "MATCH (d:Document) RETURN d.path AS path ORDER BY path"


def offer_names(store: Store, beginning: str, labels: Iterable[str]) -> list[str]:
    """The names of things with one of these labels that begin so, or else those of which a word does; at most ``MOST``.

    The labels are of what is found by its folded name, which meetings and actions are not.
    """
    wanted, typed = list(labels), fold(beginning)
    # One kind at a time: for several the embedded engine goes through all names.
    cypher = _BEGINNING if typed else _ANY
    found = [store.ask(cypher.format(label=label, most=_READ), {"typed": typed}).rows for label in wanted]
    begun = sorted({name for rows in found for (name,) in rows if fold(name).startswith(typed)})
    return begun[:MOST] or sorted(islice(_with_word(store, typed, "|".join(wanted)), MOST))


def _with_word(store: Store, typed: str, labels: str) -> Iterator[str]:
    """The names of which a word but the first begins so, read as they are wanted."""
    if not typed:
        return
    offered = set()
    keys = sorted(key for key in store.names_with(f"{typed}*".split()) if f" {typed}" in key)
    for some in batches(keys, _HEAP):
        for (name,) in store.ask(_CALLED.format(labels=labels), {"keys": some}).rows:
            if f" {typed}" in fold(name) and name not in offered:
                offered.add(name)
                yield name


def offer_documents(store: Store, beginning: str) -> list[str]:
    """The paths of documents that begin so, whatever the case; at most ``MOST``."""
    paths = [row[0] for row in store.ask(_DOCUMENTS).rows]
    return [path for path in paths if path.casefold().startswith(beginning.casefold())][:MOST]
