"""Both engines are asked the same generated queries about the example papers, and must give the same rows in the same order."""

import json
import os
import time
from collections.abc import Iterator
from typing import Any

import pytest
from sederunt.graph.errors import QueryError
from sederunt.graph.store import Store

from tests.engines.conftest import empty_store
from tests.engines.filters import Samples
from tests.engines.generated import generate
from tests.engines.graphs import example_graph, putting

SOAK = os.environ.get("HYPOTHESIS_PROFILE") == "soak"
QUERIES = int(os.environ.get("SEDERUNT_QUERIES", "5000" if SOAK else "250"))
SEED = os.environ.get("SEDERUNT_SEED", str(time.time()) if SOAK else "queries")
EACH = 50
REFUSED = "The embedded engine cannot"


@pytest.fixture(scope="module")
def samples() -> Samples:
    return Samples(example_graph())


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Store]]:
    """The graph of the example papers on both engines."""
    folder = tmp_path_factory.mktemp("differential")
    with empty_store("embedded", folder) as embedded, empty_store("neo4j", folder) as served:
        for store in (embedded, served):
            store.apply(putting(example_graph()))
        yield embedded, served


def rounded(value: Any) -> Any:
    """A value whose fractions are cut to what any order of adding gives: an average may differ in its last digit."""
    if isinstance(value, float):
        return float(f"{value:.12g}")
    if isinstance(value, dict):
        return {key: rounded(item) for key, item in value.items()}
    return [rounded(item) for item in value] if isinstance(value, (list, tuple)) else value


def answer(store: Store, cypher: str) -> str:
    found = store.ask(cypher)
    return json.dumps([found.columns, rounded(found.rows)], ensure_ascii=False)


def differences(stores: tuple[Store, Store], samples: Samples, numbers: range) -> tuple[list[str], int, int]:
    """What the engines answer differently; how many answers had rows; how many queries the embedded engine refused."""
    embedded, served = stores
    found, full, refused = list[str](), 0, 0
    for number in numbers:
        cypher = generate(f"{SEED}:{number}", samples)
        expected = answer(served, cypher)
        full += not expected.endswith(", []]")
        try:
            given = answer(embedded, cypher)
        except QueryError as error:
            refused += 1
            given = expected if str(error).startswith(REFUSED) else str(error)
        if given != expected:
            found.append(f"SEDERUNT_SEED={SEED}, query {number}:\n{cypher}\nembedded {given[:300]}\nNeo4j    {expected[:300]}")
    return found, full, refused


@pytest.mark.hypothesis  # by which `make soak` finds it
@pytest.mark.parametrize("share", range(QUERIES // EACH))
def test_both_engines_give_the_same_rows(stores: tuple[Store, Store], samples: Samples, share: int) -> None:
    found, full, refused = differences(stores, samples, range(share * EACH, (share + 1) * EACH))
    assert not found, "\n\n".join(found)
    assert full >= EACH // 3, "the queries must find something"
    assert refused <= EACH // 3, "the queries must be answered"


def test_a_seed_gives_the_same_query_again(samples: Samples) -> None:
    assert [generate(f"{n}", samples) for n in range(50)] == [generate(f"{n}", samples) for n in range(50)]
