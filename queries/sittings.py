"""The meetings among which one is to be looked for by its name, that of its body with its date: those of bodies that may be meant."""

from collections.abc import Callable, Iterable, Iterator

from sederunt.graph.exchange import batches
from sederunt.graph.store import Store
from sederunt.queries.spelled import bare, misspelt, with_words

_MONTHS = frozenset("january february march april may june july august september october november december".split())

_HEAP = 300
"""The meetings of so many bodies are read at a time."""

_OF_BODIES = """
UNWIND $keys AS key
MATCH (:Name {key: key})-[:NAMES]->(b:Body)<-[:MEETING_OF]-(m:Meeting)
RETURN DISTINCT m.id AS id, m.name AS name, b.name AS body, coalesce(m.date, '') AS date
ORDER BY name, id, body"""
_ON_A_DAY = """
MATCH (m:Meeting)
WHERE coalesce(m.date, '') STARTS WITH $year
OPTIONAL MATCH (m)-[:MEETING_OF]->(b:Body)
RETURN m.id AS id, m.name AS name, coalesce(b.name, '') AS body, coalesce(m.date, '') AS date
ORDER BY name, id, body"""
_OF_NOBODY = """
MATCH (m:Meeting)
WHERE m.name STARTS WITH 'Meeting, '
RETURN m.id AS id, m.name AS name, '' AS body, coalesce(m.date, '') AS date
ORDER BY name, id"""

Sitting = tuple[str, str, str, str]
"""Of a meeting its id and name, the name of its body, and its date."""


def named_so(store: Store, name: str) -> Iterator[Sitting]:
    """The meetings that may be called by a folded name and no more: those of bodies of which it has all words."""
    return _named(store, name, lambda key: set(_told(key)) == set(_told(name)))


def named_in_part(store: Store, name: str) -> Iterator[Sitting]:
    """The meetings of which a folded name may be a part; of one without a word of a body, those of its year."""
    return _named(store, name, lambda _: True)


def _named(store: Store, name: str, meant: Callable[[str], bool]) -> Iterator[Sitting]:
    """The meetings of the bodies that are meant, read as they are wanted."""
    told = _told(name)
    words = [word for word in name.split() if len(word) > 1]
    if words and not told:
        yield from _rows(store, _ON_A_DAY, year=next((word for word in words if len(word) == 4 and word.isdigit()), ""))
        return
    bodies = sorted(key for key in with_words(store, told) if meant(key))
    for some in batches(bodies, _HEAP):
        yield from _of_bodies(store, some)
    yield from _of_nobody(store, told)


def _told(name: str) -> list[str]:
    """The words of a folded name that tell of a body."""
    return [word for word in bare(name) if len(word) > 1 and not _is_dated(word)]


def all_sittings(store: Store) -> list[Sitting]:
    """Every meeting."""
    return _rows(store, _ON_A_DAY, year="")


def misspelt_sittings(store: Store, name: str) -> list[Sitting]:
    """The meetings whose name may be a folded one but for one letter, in the name of the body or in the date."""
    words = name.split()
    dated = next((at for at, word in enumerate(words) if _is_dated(word)), len(words))
    bodies = {" ".join(words[:at]) for at in range(1, len(words))} | misspelt(store, " ".join(words[:dated]))
    return _of_bodies(store, bodies) + _of_nobody(store, words)


def _of_bodies(store: Store, keys: Iterable[str]) -> list[Sitting]:
    return _rows(store, _OF_BODIES, keys=sorted(keys))


def _of_nobody(store: Store, words: Iterable[str]) -> list[Sitting]:
    """Meetings of which no paper tells the body: they are called no more than that."""
    return _rows(store, _OF_NOBODY) if any(word.startswith("meet") for word in words) else []


def _rows(store: Store, cypher: str, **values: object) -> list[Sitting]:
    return [(id_, name, body, date) for id_, name, body, date in store.ask(cypher, values).rows]


def _is_dated(word: str) -> bool:
    return word.isdigit() or word in _MONTHS
