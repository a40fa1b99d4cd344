"""Open States: people, committees, memberships and offices, counted in the files by this page alone, and in the graph of them.

``python benchmarks/counts.py FOLDER GRAPH``, the folder of which the graph was loaded. Every difference is listed. Counting the files
uses nothing of Sederunt. A person is counted once, however many files have the identifier; so is a membership, however many rows of
a committee name the person. A member of whom there is no file is some person of that name, whom the graph may keep apart. Each row of
a seat or an office is counted, as it is a statement of its own.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

Pair = tuple[str, str]


def data_of(folder: Path) -> Iterator[tuple[str, Any]]:
    for file in sorted(file for file in folder.rglob("*") if file.suffix in (".yml", ".yaml")):
        yield file.relative_to(folder).as_posix(), yaml.load(file.read_bytes(), yaml.CBaseLoader)


class Files:
    """What the files say: each thing by its identifier."""

    def __init__(self, folder: Path) -> None:
        self.names: dict[str, str] = {}
        self.ids: dict[str, str] = {}
        """The identifier in each file."""
        self.offices = Counter[str]()
        """How many seats and offices the files tell of each person."""
        self.listed: list[tuple[str, str, str]] = []
        """The identifier and the name of each member, and the committee."""
        self.towns = 0
        for path, data in data_of(folder):
            if isinstance(data, list):
                self.towns += len(data)
            else:
                self._note(path, data)
        self.rows = Counter[Pair]((one if one in self.names else name, body) for one, name, body in self.listed)
        """Each member, by identifier or else by name, on each committee: how many rows say so."""

    def _note(self, path: str, data: dict[str, Any]) -> None:
        id_ = data["id"]
        self.names[id_] = data["name"]
        self.ids[path] = id_
        self.listed += [(row.get("person_id", ""), row["name"], id_) for row in data.get("members") or []]
        self.offices[id_] += len(data.get("roles") or [])

    def of(self, kind: str) -> set[str]:
        return {id_ for id_ in self.names if id_.startswith(f"ocd-{kind}/")}


class Loaded:
    """What the graph says of the same files."""

    def __init__(self, files: Files, address: str) -> None:
        from sederunt.graph.store import open_store

        with open_store(address) as store:
            named = store.ask(
                "MATCH (s:Statement)-[:IN_DOCUMENT]->(d:Document) WHERE s.link IS NULL RETURN d.path, s.subject"
            ).rows
            names = store.ask("MATCH (n) WHERE n:Person OR n:Body RETURN n.id, n.name").rows
            seats = store.ask("MATCH (p:Person)-[:SITS_ON]->(b:Body) RETURN p.id, b.id").rows
            told = store.ask("MATCH (s:Statement) WHERE s.link IN ['SITS_ON', 'HOLDS'] RETURN s.subject, s.object").rows
        self.names = dict(names)
        self.nodes = {files.ids[path]: subject for path, subject in named if path in files.ids}
        known = {node: id_ for id_, node in self.nodes.items()}
        committees = {self.nodes.get(id_) for id_ in files.of("organization")}
        self.offices = Counter(person for person, place in told if place not in committees)
        self.members = {(known.get(who) or self.names[who], known[body]) for who, body in seats if body in committees}


def differences(files: Files, graph: Loaded) -> Iterator[str]:
    """A line for each thing that the files say and the graph does not, or the other way round."""
    for id_ in sorted(files.names):
        node = graph.nodes.get(id_, "")
        if graph.names.get(node) != files.names[id_]:
            yield f"{id_}: called {files.names[id_]!r} in the file, {graph.names.get(node)!r} in the graph"
    shared = Counter(graph.nodes.values())
    yield from (f"{node}: one thing of {number} identifiers" for node, number in sorted(shared.items()) if number > 1)
    for id_ in sorted(files.of("person")):
        one, other = files.offices[id_], graph.offices[graph.nodes.get(id_, "")]
        if one != other:
            yield f"{id_}: {one} seats and offices in the files, {other} in the graph"
    yield from (f"{who} on {body}: only in the files" for who, body in sorted(files.rows.keys() - graph.members))
    yield from (f"{who} on {body}: only in the graph" for who, body in sorted(graph.members - files.rows.keys()))


def counts(files: Files, graph: Loaded) -> Iterable[tuple[str, int, int]]:
    people, committees = files.of("person"), files.of("organization")
    yield "people", len(people), len({graph.nodes[id_] for id_ in people if id_ in graph.nodes})
    yield "committees", len(committees), len({graph.nodes[id_] for id_ in committees if id_ in graph.nodes})
    yield "memberships", len(files.rows), len(graph.members)
    yield "seats and offices", files.offices.total(), graph.offices.total()


def main() -> None:
    if len(sys.argv) != 3:
        print(__doc__)
        return
    folder, address = Path(sys.argv[1]), sys.argv[2]
    files = Files(folder)
    graph = Loaded(files, address)
    alone = sum(not one for one, _, _ in files.listed)
    gone = len({one for one, _, _ in files.listed if one} - files.names.keys())
    print(f"{len(files.ids)} files of {len(files.names)} things; {files.towns} towns in lists.")
    print(f"{len(files.listed)} rows of members, {len(files.listed) - len(files.rows)} of them doubled,", end=" ")
    print(f"{alone} without an identifier; identifiers of {gone} people are in no file.")
    for what, here, there in counts(files, graph):
        print(f"{what}: {here} in the files, {there} in the graph")
    print(*(list(differences(files, graph)) or ["No difference."]), sep="\n")


if __name__ == "__main__":
    main()
