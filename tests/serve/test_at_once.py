"""Many who ask at once get what each would get alone."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sederunt.graph.store import Limits
from sederunt.queries.ask import ask
from sederunt.queries.catalogue import catalogue

QUESTIONS = [query.name for query in catalogue() if not any(parameter.required for parameter in query.parameters)]


@pytest.mark.parametrize("limits", [Limits(), Limits(rows=5, seconds=30), Limits(characters=10_000_000, seconds=20)])
def test_a_store_is_read_by_many_threads_at_once(examples_store, limits):
    alone = {name: ask(examples_store, name, {}, limits).table for name in QUESTIONS}
    paths = "MATCH p = (:Person)-[r:SITS_ON]->(:Body) RETURN p, r ORDER BY r.statements[0] LIMIT 20"
    whole = examples_store.ask(paths)

    def work(number):
        name = QUESTIONS[number % len(QUESTIONS)]
        return ask(examples_store, name, {}, limits).table == alone[name] and (number % 7 or examples_store.ask(paths) == whole)

    with ThreadPoolExecutor(32) as threads:
        assert all(threads.map(work, range(160)))


def test_a_server_answers_many_at_once(server):
    paths = [f"/api/queries/{name}" for name in QUESTIONS] + [
        "/",
        "/find?words=ann",
        "/view/boards",
        "/view/around?name=Vale+Schools+Forum",
    ]
    alone = {path: server.get(path)[::2] for path in paths}
    assert {status for status, _ in alone.values()} == {200}
    with ThreadPoolExecutor(40) as threads:
        assert all(
            threads.map(
                lambda number: server.get(paths[number % len(paths)])[::2] == alone[paths[number % len(paths)]], range(200)
            )
        )
