"""Ask every saved query, warm, of the same council in ever larger graphs, and print how the time of each grows.

python benchmarks/growth.py [ENGINE [NUMBER …]]      embedded or neo4j, and numbers of councils (benchmarks/country.py); 2 and 8
                                                     if none is given, 400 is the whole country

Beside the country stand minutes with actions (benchmarks/updates.py), as many meetings. A query that is told of a thing is asked of
the one in the first council that has the most links, whose answer is the same in every graph: where its time grows all the same, the
query looks through the graph. Those that are told of nothing are of the whole graph. A time is the best of three; where the machine
has other work, that of this process tells more than the clock, though not of a server.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any, NamedTuple

import pytest
from sederunt.cli.tables import MOST
from sederunt.graph.build import build
from sederunt.graph.errors import SederuntError
from sederunt.graph.model import Graph
from sederunt.graph.resolve import resolve
from sederunt.graph.store import Store, open_store
from sederunt.loaders.load import read_paper
from sederunt.queries.ask import ask
from sederunt.queries.brokers import brokers
from sederunt.queries.catalogue import Parameter, SavedQuery, catalogue
from sederunt.queries.chairs import chairs
from sederunt.queries.find import find, find_all
from sederunt.queries.lapsed import lapsed
from sederunt.queries.oddities import oddities
from sederunt.queries.terms import with_gaps
from sederunt.viz.view import drawn

sys.path.insert(0, str(Path(__file__).parents[1]))
from benchmarks.country import SITTINGS, write
from benchmarks.lookups import fill
from benchmarks.updates import SITTINGS as OF_ONE_BODY
from benchmarks.updates import papers
from tests.engines.server import empty_server

TIMES = 3
FIRST = ("document:council-000.json", "document:0000/000.txt")
_SPOKEN_OF = """
UNWIND $ids AS id
MATCH (d:Document {id: id})-[:MENTIONS]->(x:Person|Body|Organisation|Unit|Post|Meeting|Action)
WHERE d.id STARTS WITH 'document:council' OR x.id STARTS WITH 'action:'
WITH x
MATCH (x)-[r]-(:Person|Body|Organisation|Unit|Post|Meeting|Action)
RETURN x.id AS id, count(r) AS links
ORDER BY links DESC, id"""
PLAIN = ("flag", "date", "number", "text", "ids")


class Asked(NamedTuple):
    """A query, how many rows its answer has (-1: there was none), and the best time by the clock and of work in this process."""

    name: str
    whole: bool
    rows: int
    seconds: float
    work: float


def made(number: int, folder: Path) -> Graph:
    """The graph of so many councils, with minutes of as many meetings of bodies elsewhere."""
    write(folder, number)
    said = [read_paper(file, file.name).paper for file in sorted(folder.glob("*.json"))]
    minutes = list(papers(max(SITTINGS * number // OF_ONE_BODY, 1) * OF_ONE_BODY))
    every = [*said, *minutes]
    return build(every, resolve(every))


def of_first(store: Store) -> dict[str, list[str]]:
    """The ids of each kind that the first council and the first minutes speak of, those with the most links first."""
    found: dict[str, list[str]] = {"Document": list(FIRST)}
    for name, _ in store.ask(_SPOKEN_OF, {"ids": list(FIRST)}).rows:
        found.setdefault(name.partition(":")[0].capitalize(), []).append(name)
    return found


def value(parameter: Parameter, ids: Mapping[str, list[str]], at: int) -> Any:
    kind, _, many = parameter.type.partition(" ")
    if kind == "words":
        return "write paper"
    thing = next(ids[each] for each in kind.split("|") if each in ids)[at]
    return [thing] if many else thing


def questions(ids: Mapping[str, list[str]]) -> Iterator[tuple[str, SavedQuery, dict[str, Any]]]:
    """Each query with what it must be told, and again with each thing that it may be told."""
    for query in catalogue():
        must = {p.name: value(p, ids, at) for at, p in enumerate(q for q in query.parameters if q.required)}
        yield query.name, query, must
        for other in query.parameters:
            if not other.required and other.type not in PLAIN:
                yield f"{query.name} {other.name}=", query, must | {other.name: value(other, ids, 0)}


def asked(store: Store, ids: Mapping[str, list[str]]) -> list[Asked]:
    return [
        best(name, not values or "words" in values, partial(rows_of, store, query.name, values))
        for name, query, values in questions(ids)
    ]


def rows_of(store: Store, name: str, values: Mapping[str, Any]) -> int:
    return len(ask(store, name, values).table.rows)


def best(name: str, whole: bool, asking: Callable[[], int]) -> Asked:
    """The best times of an answer; what takes a second is asked once."""
    clocks, works, rows = [float("inf")], [float("inf")], -1
    while len(clocks) <= TIMES and not (clocks[1:] and max(clocks[1:]) > 1):
        began, worked = perf_counter(), process_time()
        with suppress(SederuntError):
            rows = asking()
        clocks.append(perf_counter() - began)
        works.append(process_time() - worked)
    return Asked(name, whole, rows, min(clocks), min(works))


def named(store: Store, ids: Mapping[str, list[str]]) -> list[Asked]:
    """Finding somebody by the whole name, by a part of it, and by one with a typo."""
    name = find(store, ids["Person"][0], ("Person",)).name
    words = name.split()
    texts = {"whole name": name, "part of a name": f"{words[0]} {words[-1]}", "typo": name.replace(words[-1][1], "", 1)}
    return [best(f"find: {what}", False, partial(found, store, text)) for what, text in texts.items()]


def found(store: Store, text: str) -> int:
    return len(find_all(store, text, ("Person",)))


def put_together(store: Store) -> list[Asked]:
    """What commands find in the whole graph by several questions."""
    answers = {
        "check": lambda: oddities(store),
        "gaps: chairs": lambda: list(with_gaps(chairs(store))),
        "brokers": lambda: brokers(store, MOST)[0],
        "lapsed in 2019": lambda: lapsed(store, "2019", "2019"),
        "structures: a part": lambda: drawn(store, "structure", [], most=1_000).edges,
    }
    return [best(name, True, lambda answer=answer: len(answer())) for name, answer in answers.items()]


def main() -> None:
    engine, numbers = sys.argv[1] if sys.argv[1:] else "embedded", [int(each) for each in sys.argv[2:]] or [2, 8]
    results: list[list[Asked]] = []
    for number in numbers:
        with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as environment:
            began = perf_counter()
            graph = made(number, Path(folder, "papers"))
            built = perf_counter()
            address = str(Path(folder, "country.graph")) if engine == "embedded" else empty_server(environment).address
            with open_store(address, create=True) as store:
                fill(store, graph)
                sizes = f"{len(graph.nodes)} nodes, {len(graph.edges)} edges"
                print(
                    f"{engine}, {number} councils: {sizes}; built {built - began:.0f} s, written {perf_counter() - built:.0f} s",
                    flush=True,
                )
                ids = of_first(store)
                results.append([*named(store, ids), *asked(store, ids), *put_together(store)])
    show(numbers, results)


def show(numbers: list[int], results: list[list[Asked]]) -> None:
    for whole, title in ((False, "of one thing"), (True, "of the whole graph")):
        print(f"\n{title:26}" + "".join(f"{f'{number} councils':>25}" for number in numbers) + "    growth of work")
        print(f"{'':26}" + f"{'rows':>7}{'ms':>9}{'of work':>9}" * len(numbers))
        for row in zip(*results, strict=True):
            if row[0].whole is whole:
                cells = "".join(f"{one.rows:>7}{one.seconds * 1000:9.1f}{one.work * 1000:9.1f}" for one in row)
                print(f"{row[0].name:26}{cells}{row[-1].work / row[0].work:9.1f}")


if __name__ == "__main__":
    main()
