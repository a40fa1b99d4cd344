"""CSV for neo4j-admin database import, a folder: everything, very fast.

A file for each kind of node and of link, each with its header. ``finish.cypher``, to be run
once the database is there, makes ids unique and puts in the empty lists, for which CSV has no form. A list of one empty text becomes an
empty list.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import chain, groupby
from pathlib import Path
from typing import Any

from sederunt.graph.kinds import EDGES, FLAG, FRACTION, LIST, NODES, NUMBER, TEXT
from sederunt.graph.model import AnyGraph, Edge, Node, Value, in_order
from sederunt.graph.portable import as_text, form_of, unique_ids

_TYPES = {NUMBER: ":long", FRACTION: ":double", FLAG: ":boolean", LIST: ":string[]"}
_BETWEEN = ("\x1f", "\x1e", "\x1d", "\x1c", ";", "|", "¦", "\ue000")
"""What may stand between the items of a list: the first that is in none."""
Columns = Mapping[str, Callable[[Any], str]]
"""The first columns of a file, each with what it has of a node or edge."""
_FINISH = "finish.cypher"


def write_files(graph: AnyGraph, folder: Path) -> str:
    """Write the files; what comes back are the commands that import them, to be given in the folder."""
    canonical = in_order(graph)
    names, between = _surveyed(canonical)
    groups: list[str] = []
    for label, nodes in groupby(canonical.nodes, lambda node: node.label):
        _write(folder / f"{label}.csv", {"id:ID": lambda node: node.id}, names[label], nodes, between)
        groups.append(f"--nodes={label}={label}.csv")
    for type_, edges in groupby(canonical.edges, lambda edge: edge.type):
        ends: Columns = {":START_ID": lambda edge: edge.start, ":END_ID": lambda edge: edge.end}
        _write(folder / f"{type_}.csv", ends, names[type_], edges, between)
        groups.append(f"--relationships={type_}={type_}.csv")
    (folder / _FINISH).write_text("".join(f"{statement};\n" for statement in _finish()), encoding="utf-8", newline="\n")
    options = f"--id-type=string --multiline-fields=true --array-delimiter=U+{ord(between):04X}"
    return f"neo4j-admin database import full {' '.join(groups)} {options} neo4j\ncypher-shell -f {_FINISH}\n"


def _surveyed(graph: AnyGraph) -> tuple[Mapping[str, Collection[str]], str]:
    """The properties that each kind of node and of link has, and what may stand between the items of all lists."""
    names: dict[str, set[str]] = defaultdict(set)
    taken: set[str] = set()
    told: Iterable[Node | Edge] = chain(graph.nodes, graph.edges)
    for one in told:
        names[one.label if isinstance(one, Node) else one.type].update(one.properties)
        for value in one.properties.values():
            if isinstance(value, tuple):
                taken.update(*value)
    return names, next(between for between in _BETWEEN if between not in taken)


def _write(file: Path, ids: Columns, known: Collection[str], records: Iterable[Node | Edge], between: str) -> None:
    """Write the records of a file; ``ids`` are its first columns, what is ``known`` of them the others."""
    names = sorted(known)
    with file.open("w", encoding="utf-8", newline="") as out:
        out.write(",".join([*ids, *(f"{name}{_TYPES.get(form_of(name), '')}" for name in names)]) + "\n")
        for record in records:
            cells = (_cell(name, record.properties.get(name), between) for name in names)
            out.write(",".join([*(_quoted(told(record)) for told in ids.values()), *cells]) + "\n")


def _cell(name: str, value: Value | None, between: str) -> str:
    """A value as it stands in a file; what is missing is empty, and empty text is quoted."""
    if value is None or value == ():
        return ""
    if form_of(name) not in (TEXT, LIST):
        return as_text(value)
    return _quoted(between.join(value) if isinstance(value, tuple) else str(value))


def _quoted(text: str) -> str:
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _finish() -> Iterator[str]:
    """What is left to do in the database: ids are unique, and a list that is always there is empty where it is missing."""
    yield from unique_ids()
    for label, kind in NODES.items():
        yield from (_emptied(f"(r:{label})", name) for name in kind.always if kind.properties[name] == LIST)
    for type_, link in EDGES.items():
        yield from (_emptied(f"()-[r:{type_}]->()", name) for name in link.always if link.properties[name] == LIST)


def _emptied(pattern: str, name: str) -> str:
    return f"MATCH {pattern} WHERE r.{name} IS NULL SET r.{name} = []"
