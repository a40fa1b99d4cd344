"""Serve a graph to many readers at once and print what they waited, beside asking the store alone in one thread.

python benchmarks/serving.py [GRAPH] [READERS] [SECONDS]      the graph of examples/, 200 readers and 60 seconds if none is given

Each reader asks one thing after another without a pause, of a fixed mix: saved queries, names, searches, pages. Before and after, one
thread asks the same saved queries of the store itself. Look-ups of the command line, each a process of its own, are timed alone and
through the server.
"""

import os
import statistics
import subprocess
import sys
import threading
from collections import Counter
from http.client import HTTPConnection, HTTPException
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from urllib.parse import quote

sys.path.insert(0, str(Path(__file__).parents[1]))

PROGRAM = [sys.executable, "-c", "from sederunt.cli.app import main; main()"]
PEOPLE = "MATCH (p:Person)-[:SITS_ON]->(:Body) RETURN p.id AS id, p.name AS name, count(*) AS n ORDER BY n DESC, id LIMIT 20"
LOOK_UPS = 5


def mix(people: list[tuple[str, str]]) -> list[str]:
    """What readers ask: for each of the people a page of theirs, three questions, a name and a search; now and then a page for all."""
    asked = ["/", "/view/boards", "/view/structure", "/api/queries/several-boards", "/docs"]
    for id_, name in people:
        asked += [f"/api/queries/{query}?person={quote(id_)}" for query in ("person", "person-boards", "person-meetings")]
        asked += [f"/view/around?name={quote(id_)}", f"/api/names?name={quote(name)}", f"/find?words={quote(name)}"]
    return asked


class Reader(threading.Thread):
    """Somebody who asks until the time is over."""

    def __init__(self, number: int, port: int, paths: list[str], end: float) -> None:
        super().__init__(daemon=True)
        self._port, self._end = port, end
        self._paths = islice(cycle(paths), number % len(paths), None)
        self.waited: list[float] = []
        self.statuses = Counter[str]()

    def run(self) -> None:
        line = HTTPConnection("127.0.0.1", self._port, timeout=120)
        while perf_counter() < self._end:
            began = perf_counter()
            try:
                line.request("GET", next(self._paths))
                reply = line.getresponse()
                reply.read()
                self.statuses[str(reply.status)] += 1
            except (OSError, HTTPException) as error:
                self.statuses[type(error).__name__] += 1
                line.close()
            self.waited.append(perf_counter() - began)


def alone(graph: Path) -> tuple[list[tuple[str, str]], float]:
    """Whom readers ask about, and how many answers of saved queries the store gives in a second to one thread."""
    from sederunt.graph.store import open_store
    from sederunt.queries.ask import run

    with open_store(graph) as store:
        people = [(row[0], row[1]) for row in store.ask(PEOPLE).rows]
        began, number = perf_counter(), 0
        while perf_counter() - began < 5:
            for id_, _ in people:
                for query in ("person", "person-boards", "person-meetings"):
                    run(store, query, person=id_)
                    number += 1
        return people, number / (perf_counter() - began)


def look_up(graph: Path, name: str) -> float:
    """The median time of a look-up, each a process of its own."""
    times = []
    for _ in range(LOOK_UPS):
        began = perf_counter()
        subprocess.run([*PROGRAM, "--graph", str(graph), "who", name], check=True, capture_output=True)
        times.append(perf_counter() - began)
    return statistics.median(times)


def memory(process: int) -> float:
    """The most megabytes that a process and those that it began ever had in memory."""
    tasks = Path(f"/proc/{process}/task/{process}/children")
    if not tasks.exists():
        return 0.0
    own = next(line for line in Path(f"/proc/{process}/status").read_text().splitlines() if line.startswith("VmHWM"))
    return int(own.split()[1]) / 1024 + sum(memory(int(child)) for child in tasks.read_text().split())


def load(readers: int, seconds: float, port: int, paths: list[str]) -> list[Reader]:
    end = perf_counter() + seconds
    all_ = [Reader(number, port, paths, end) for number in range(readers)]
    for reader in all_:
        reader.start()
    for reader in all_:
        reader.join()
    return all_


def report(readers: list[Reader], seconds: float) -> None:
    waited = sorted(time for reader in readers for time in reader.waited)
    statuses = sum((reader.statuses for reader in readers), Counter[str]())
    at = {part: waited[min(int(len(waited) * part), len(waited) - 1)] for part in (0.5, 0.95, 0.99)}
    print(f"{len(readers)} readers for {seconds:.0f} s: {len(waited)} answers, {len(waited) / seconds:.0f} a second")
    print(f"  waited: median {at[0.5]:.2f} s, 95 % {at[0.95]:.2f} s, 99 % {at[0.99]:.2f} s, longest {waited[-1]:.2f} s")
    print(f"  statuses: {dict(statuses)}; errors: {len(waited) - statuses['200']}")


def examples(folder: Path) -> Path:
    from sederunt.graph.store import open_store

    from tests.engines.graphs import example_graph, putting

    with open_store(folder / "examples.graph", create=True) as store:
        store.apply(putting(example_graph()))
    return folder / "examples.graph"


def main() -> None:
    with TemporaryDirectory() as folder:
        graph = Path(sys.argv[1]) if len(sys.argv) > 1 else examples(Path(folder))
        readers = int(sys.argv[2]) if len(sys.argv) > 2 else 200
        seconds = float(sys.argv[3]) if len(sys.argv) > 3 else 60.0
        people, before = alone(graph)
        cold = look_up(graph, people[0][0])
        command = [*PROGRAM, "--graph", str(graph), "serve", "--port", "0"]
        server = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8", env={**os.environ}
        )
        assert server.stdout
        port = int(server.stdout.readline().strip().rstrip("/").rpartition(":")[2])
        try:
            through = look_up(graph, people[0][0])
            one = load(1, min(seconds, 10), port, mix(people))
            many = load(readers, seconds, port, mix(people))
            most = memory(server.pid)
        finally:
            server.terminate()
            server.wait()
        _, after = alone(graph)
    print(f"The store alone, one thread, saved queries only: {before:.0f} answers a second before, {after:.0f} after")
    report(one, min(seconds, 10))
    report(many, seconds)
    print(f"Most memory of the server: {most:.0f} MB")
    print(f"sederunt who, a process each, median of {LOOK_UPS}: {cold:.2f} s alone, {through:.2f} s through the server")


if __name__ == "__main__":
    main()
