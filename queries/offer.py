"""Names that begin as somebody has begun to type them."""

from collections.abc import Iterable

from sederunt.graph.kinds import CONNECTED
from sederunt.graph.names import fold
from sederunt.graph.store import Store

MOST = 60

_BEGINNING = """
MATCH (n:Name)
WHERE n.key STARTS WITH $typed
MATCH (n)-[:NAMES]->(x:{})
RETURN DISTINCT x.name AS name
ORDER BY name"""
_DOCUMENTS = "MATCH (d:Document) RETURN d.path AS path ORDER BY path"


def offer_names(store: Store, beginning: str, labels: Iterable[str]) -> list[str]:
    """The names of things with one of these labels that begin so, or else those of which a word does; at most ``MOST``."""
    wanted, typed = list(labels), fold(beginning)
    if typed and set(wanted) <= set(CONNECTED):
        # By the index of folded names, which meetings and actions are not in.
        found = store.ask(_BEGINNING.format("|".join(wanted)), {"typed": typed})
        if begun := [name for (name,) in found.rows if fold(name).startswith(typed)]:
            return begun[:MOST]
    found = store.ask(f"MATCH (x:{'|'.join(wanted)}) RETURN DISTINCT x.name AS name ORDER BY name")
    names = [row[0] for row in found.rows]
    return ([name for name in names if fold(name).startswith(typed)] or [n for n in names if f" {typed}" in fold(n)])[:MOST]


def offer_documents(store: Store, beginning: str) -> list[str]:
    """The paths of documents that begin so, whatever the case; at most ``MOST``."""
    paths = [row[0] for row in store.ask(_DOCUMENTS).rows]
    return [path for path in paths if path.casefold().startswith(beginning.casefold())][:MOST]
