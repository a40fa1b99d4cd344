"""Looking things up by name, forgivingly: which thing of the graph a name stands for.

Tried in turn, until one of them fits something: an id; an id that a person had before; the folded name (case, accents,
honorifics and punctuation do not count); a part of a name (a surname, initials, a few of its words); a name with one typo. What
fits several is ambiguous.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import PurePosixPath

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA
from sederunt.graph.build import key_of_id
from sederunt.graph.claims import document_id
from sederunt.graph.errors import AmbiguousName, UnknownDocument, UnknownName
from sederunt.graph.exchange import batches, grouped
from sederunt.graph.kinds import ACTION, CONNECTED, DOCUMENT, MEETING, NODES, PERSON
from sederunt.graph.names import fold
from sederunt.graph.store import Store
from sederunt.queries.sittings import Sitting, all_sittings, misspelt_sittings, named_in_part, named_so
from sederunt.queries.spelled import Fuller, alike, bare, initials_in, misspelt

_ID = """
MATCH (x:{label} {{id: $id}})
RETURN x.id AS id, '{label}' AS label, x.name AS name"""
_OLDER = """
MATCH (:Document)-[m:MENTIONS]->(p:Person)
WHERE $key IN m.mentions
RETURN DISTINCT p.id AS id, 'Person' AS label, p.name AS name
ORDER BY id"""
_EXACT = """
MATCH (:Name {key: $key})-[:NAMES]->(x:Person|Body|Organisation|Unit|Post|Meeting|Action)
RETURN DISTINCT x.id AS id, labels(x)[0] AS label, x.name AS name
ORDER BY label, name, id"""
_NAMED = """
UNWIND $keys AS key
MATCH (:Name {key: key})-[:NAMES]->(x:Person|Body|Organisation|Unit|Post|Meeting|Action)
RETURN DISTINCT key AS key, x.id AS id, labels(x)[0] AS label, x.name AS name
ORDER BY key, label, name, id"""
_ALL = """
MATCH (n:Name)-[:NAMES]->(x:Person|Body|Organisation|Unit|Post|Meeting|Action)
RETURN DISTINCT n.key AS key, x.id AS id, labels(x)[0] AS label, x.name AS name
ORDER BY key, label, name, id"""
_NUMBER = "MATCH (n:Name) RETURN count(n) AS number"
_CONTEXT = """
UNWIND $ids AS wanted
MATCH (x:{label} {{id: wanted}}) USING INDEX SEEK x:{label}(id)
MATCH (x)-[:HOLDS|SITS_ON|POST_IN|PART_OF|MEETING_OF|ARISING_FROM]->(y:Body|Organisation|Unit|Post|Meeting)
RETURN DISTINCT x.id AS id, y.name AS name
ORDER BY id, name"""
_DOCUMENT = """
MATCH (d:Document {id: $id})
RETURN d.id AS id, d.path AS path, d.name AS title, d.date AS date, d.sha256 AS sha256"""
_DOCUMENTS = """
MATCH (d:Document)
RETURN d.id AS id, d.path AS path, d.name AS title, d.date AS date, d.sha256 AS sha256
ORDER BY path, id"""

_LABELS = {kind.prefix: label for label, kind in NODES.items() if label in (*CONNECTED, MEETING, ACTION)}
_SHOWN = 8
TOLD = 200
"""Of so many that fit a name programs are told; more are not counted."""
_HEAP = 300
"""So many names are read at a time."""
_FEW = 20_000
"""Among so many names the closest is looked for, where nothing fits; of more, among those that begin alike or share a word."""
_SHORTEST_TYPO = 4


@dataclass(frozen=True, slots=True, order=True)
class Thing:
    """A node that a name may stand for."""

    label: str
    name: str
    id: str

    @property
    def told(self) -> dict[str, str]:
        """What programs are told of it where a name fits several."""
        return {"id": self.id, "kind": self.label.lower(), "name": self.name}


@dataclass(frozen=True, slots=True)
class Paper:
    """A document of the graph."""

    id: str
    path: str
    title: str
    date: str | None
    sha256: str

    @property
    def told(self) -> dict[str, str]:
        """What programs are told of it where a name fits several."""
        return {"id": self.id, "kind": DOCUMENT.lower(), "name": self.path}


def find(store: Store, name: str, labels: Iterable[str]) -> Thing:
    """The one thing with one of these labels for which a name (or id) stands.

    Raises:
        UnknownName: nothing bears it; the message suggests the closest.
        AmbiguousName: several things fit; the message lists them.

    """
    fits = find_all(store, name, labels, TOLD + 1)
    if len(fits) > 1:
        raise AmbiguousName(_ambiguous(store, name, fits), tuple(thing.told for thing in fits[:TOLD]))
    return fits[0]


def find_all(store: Store, name: str, labels: Iterable[str], most: int | None = None) -> list[Thing]:
    """Everything with one of these labels for which a name may stand, by the first rule that fits anything.

    Where there is more than ``most`` it is so many of them: those called something that begins as the name does before others.

    Raises:
        UnknownName: nothing bears it; the message suggests the closest.

    """
    wanted = tuple(labels)
    fits = _candidates(store, name, wanted, most)
    if not fits:
        raise UnknownName(_unknown(store, name, wanted))
    return fits


def _candidates(store: Store, name: str, labels: tuple[str, ...], most: int | None) -> list[Thing]:
    for look_up in (_by_id, _by_older_id, _by_key):
        if exact := [thing for thing in look_up(store, name) if thing.label in labels]:
            return exact[:most]
    folded = fold(name)
    if not folded:
        return []
    keys = Fuller(store, folded)
    for fits, heaps, sittings in ((is_same, keys.whole(), named_so), (is_part, keys.in_part(), named_in_part)):
        found = chain.from_iterable(_bearers(store, some, folded, fits, labels) for some in heaps)
        meant = _meetings(sittings(store, folded), folded, fits) if MEETING in labels else ()
        if close := _some(chain(found, meant), most):
            return close
    return _with_a_typo(store, folded, labels, most) if len(folded) >= _SHORTEST_TYPO else []


def _with_a_typo(store: Store, folded: str, labels: tuple[str, ...], most: int | None) -> list[Thing]:
    found = _bearers(store, misspelt(store, folded), folded, is_typo, labels)
    meant = _meetings(misspelt_sittings(store, folded), folded, is_typo) if MEETING in labels else ()
    return _some(chain(found, meant), most)


def _some(things: Iterable[Thing], most: int | None) -> list[Thing]:
    """As many different things as are wanted, in order; what comes after is not asked for."""
    some: set[Thing] = set()
    for thing in things:
        if len(some) == most:
            break
        some.add(thing)
    return sorted(some)


def find_document(store: Store, name: str) -> Paper:
    """The document of this path, of this file name, or with this title.

    Raises:
        UnknownDocument: there is none.
        AmbiguousName: several documents fit.

    """
    wanted = name.replace("\\", "/").removeprefix("./")
    for id_ in (wanted, document_id(wanted)):
        if exact := store.ask(_DOCUMENT, {"id": id_}).rows:
            return Paper(*exact[0])
    papers = documents(store)
    for fits in (_is_path(wanted), _is_title(wanted)):
        found = [paper for paper in papers if fits(paper)]
        if len(found) == 1:
            return found[0]
        if found:
            several = _listed([paper.path for paper in found])
            raise AmbiguousName(f"{name!r} fits several documents: {several}.", tuple(paper.told for paper in found))
    close = _closest(wanted, [paper.path for paper in papers])
    raise UnknownDocument(
        f"There is no document {name!r} in the graph{_suggested(close)}; `sederunt documents` lists what is loaded."
    )


def documents(store: Store) -> list[Paper]:
    """Every document of the graph, by its path."""
    return [Paper(*row) for row in store.ask(_DOCUMENTS).rows]


def is_same(name: str, key: str) -> bool:
    """Whether a folded name is a folded key but for "the" and "and", which papers and people leave out."""
    return bare(name) == bare(key)


def is_part(name: str, key: str) -> bool:
    """Whether a folded name is a short form of a folded key.

    Each word stands for a word of the key, in their order; a single letter stands for a word that begins with it, but at least
    one whole word must be there, unless the name is the initials of the whole key.
    """
    words, parts = bare(name), bare(key)
    if not words or len(name) < 2:
        return False
    if _initials_of(name, parts):
        return True
    rest = iter(parts)
    return any(len(word) > 1 for word in words) and all(any(_stands_for(word, part) for part in rest) for word in words)


def is_typo(name: str, key: str) -> bool:
    """Whether a folded name is a folded key but for one letter too many, too few, wrong, or two exchanged."""
    return len(name) >= _SHORTEST_TYPO and OSA.distance(name, key, score_cutoff=1) == 1


def _by_id(store: Store, name: str) -> list[Thing]:
    if not re.fullmatch(r"[a-z]+:\S+", name):
        return []
    label = _LABELS.get(name.partition(":")[0])
    return [Thing(row[1], row[2], row[0]) for row in store.ask(_ID.format(label=label), {"id": name}).rows] if label else []


def _by_older_id(store: Store, name: str) -> list[Thing]:
    """What had an id when there were fewer papers, or other ones.

    Of people it was that of any of their mentions; of bodies and the like that of a name by which some papers call them.
    """
    kind, _, key = name.partition(":")
    if not key:
        return []
    query, wanted = (_OLDER, key) if kind == NODES[PERSON].prefix else (_EXACT, key_of_id(name))
    return [Thing(row[1], row[2], row[0]) for row in store.ask(query, {"key": wanted}).rows]


def _by_key(store: Store, name: str) -> list[Thing]:
    return [Thing(row[1], row[2], row[0]) for row in store.ask(_EXACT, {"key": fold(name)}).rows]


def _keys(store: Store, keys: Iterable[str], labels: tuple[str, ...]) -> list[tuple[str, Thing]]:
    """These folded names, each with whatever bears it."""
    rows = store.ask(_NAMED, {"keys": sorted(keys)}).rows
    return [(key, Thing(label, name, id_)) for key, id_, label, name in rows if label in labels]


def _bearers(
    store: Store, keys: Iterable[str], name: str, fits: Callable[[str, str], bool], labels: tuple[str, ...]
) -> Iterator[Thing]:
    """Whatever bears a folded name that fits, read as it is wanted; what begins as the name does comes first."""
    ranked = sorted(keys, key=lambda key: (not key.startswith(name), key))
    for some in batches((key for key in ranked if fits(name, key)), _HEAP):
        called = grouped(_keys(store, some, labels), lambda found: found[0])
        yield from (thing for key in some for _, thing in called.get(key, ()))


def _called(meetings: Iterable[Sitting]) -> Iterator[tuple[str, Thing]]:
    """Meetings go by the name of their body with the date, spelled out or in figures; they have no Name nodes."""
    for id_, name, body, date in meetings:
        for form in (name, f"{body} {date}"):
            yield fold(form), Thing(MEETING, name, id_)


def _meetings(meetings: Iterable[Sitting], name: str, fits: Callable[[str, str], bool]) -> Iterator[Thing]:
    return (thing for key, thing in _called(meetings) if fits(name, key))


def _stands_for(word: str, part: str) -> bool:
    return part == word or (len(word) == 1 and part.startswith(word))


def _initials_of(name: str, parts: list[str]) -> bool:
    letters = initials_in(name)
    return len(parts) > 1 and letters == "".join(part[0] for part in parts)


def _is_path(wanted: str) -> Callable[[Paper], bool]:
    return lambda paper: wanted in (paper.id, paper.path)


def _is_title(wanted: str) -> Callable[[Paper], bool]:
    folded = fold(wanted)
    return lambda paper: (
        paper.path.endswith(f"/{wanted}") or folded in (fold(paper.title), fold(PurePosixPath(paper.path).stem))
    )


def _ambiguous(store: Store, name: str, things: list[Thing]) -> str:
    context = _context(store, things[:_SHOWN])
    described = [_described(thing, context.get(thing.id, [])) for thing in things[:_SHOWN]]
    number = str(len(things)) if len(things) <= TOLD else f"more than {TOLD}"
    more = f" and {len(things) - _SHOWN if len(things) <= TOLD else 'many'} more" if len(things) > _SHOWN else ""
    return f"{name!r} may be any of {number}; give more of the name, or an id: {'; '.join(described)}{more}."


def _context(store: Store, things: Iterable[Thing]) -> dict[str, list[str]]:
    """Where each stands, by its id."""
    context: dict[str, list[str]] = {}
    for label, some in grouped(things, lambda thing: thing.label).items():
        for id_, where in store.ask(_CONTEXT.format(label=label), {"ids": [thing.id for thing in some]}).rows:
            context.setdefault(id_, []).append(where)
    return context


def _described(thing: Thing, context: list[str]) -> str:
    where = f", {context[0]}" if context else ""
    return f"{thing.name} ({thing.label.lower()}{where}; {thing.id})"


def _unknown(store: Store, name: str, labels: tuple[str, ...]) -> str:
    forms = {key: thing.name for key, thing in _forms(store, name, labels)}
    close = dict.fromkeys(forms[key] for key in _closest(fold(name), list(forms)))
    kinds = " or ".join(label.lower() for label in labels)
    return f"There is no {kinds} called {name!r} in the graph{_suggested(list(close)[:3])}."


def _forms(store: Store, name: str, labels: tuple[str, ...]) -> list[tuple[str, Thing]]:
    """What is called something like this, and by which folded name."""
    if store.ask(_NUMBER).rows[0][0] > _FEW:
        return _keys(store, alike(store, fold(name)), labels)
    keys = [(key, Thing(label, called, id_)) for key, id_, label, called in store.ask(_ALL).rows if label in labels]
    return keys + (list(_called(all_sittings(store))) if MEETING in labels else [])


def _closest(name: str, among: list[str]) -> list[str]:
    return [str(found[0]) for found in process.extract(name, among, scorer=fuzz.WRatio, limit=6, score_cutoff=60)][:3]


def _suggested(names: list[str]) -> str:
    return f"; the closest: {_listed(names)}" if names else ""


def _listed(names: list[str]) -> str:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return "; ".join(names[:_SHOWN]) + more
