"""Rows that are put in order here stand as the engine would have put them."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sederunt.graph.store import Store, Table
from sederunt.queries.ask import ask
from sederunt.queries.catalogue import names, saved
from sederunt.queries.ordered import gathers, in_order, without_order

from tests.engines.conftest import ENGINES, empty_store

TEXT = st.one_of(st.none(), st.sampled_from(["", "a", "A", "ab", "a b", "é", "Éa", "ß", "z", "–", "10", "9"]))
NUMBER = st.one_of(st.none(), st.integers(-3, 3), st.sampled_from([0.5, -0.5, 2.0]))
ROWS = st.lists(st.tuples(TEXT, NUMBER, TEXT), max_size=12)
KEYS = [
    "a, b, c",
    "b DESC, a, c",
    "coalesce(b, 0), a DESC, c, b",
    "coalesce(a, '') DESC, b, c DESC, a",
    "coalesce(c, 'b'), b, a, c",
]


@pytest.fixture(scope="module", params=list(ENGINES))
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with empty_store(request.param, tmp_path_factory.mktemp("order")) as store:
        yield store


@given(rows=ROWS, keys=st.sampled_from(KEYS))
def test_the_order_is_that_of_the_engine(engine, rows, keys):
    cypher = f"UNWIND $rows AS row RETURN row.a AS a, row.b AS b, row.c AS c\nORDER BY {keys}"
    given = {"rows": [dict(zip("abc", row, strict=True)) for row in rows]}
    found = engine.ask(without_order(cypher), given)
    assert in_order(cypher, found).rows == engine.ask(cypher, given).rows


@pytest.mark.parametrize(
    "ending",
    [
        "ORDER BY s.line",
        "ORDER BY a, coalesce(s.line, 0)",
        "ORDER BY CASE a WHEN 'chair' THEN 0 ELSE 1 END, a",
        "ORDER BY a\nLIMIT 5",
        "ORDER BY toLower(a)",
        "",
    ],
)
def test_another_order_is_left_to_the_engine(ending):
    assert without_order(f"MATCH (s:Statement) RETURN s.a AS a {ending}") is None


@pytest.mark.parametrize("cells", [("1", 1), (1, True), ([1], [2]), (None, {"a": 1})])
def test_what_cannot_be_compared_here_is_left_to_the_engine(cells):
    table = Table(columns=("a",), rows=tuple((cell,) for cell in cells))
    assert in_order("RETURN x AS a ORDER BY a", table) is None


def test_what_is_no_column_is_left_to_the_engine():
    assert in_order("RETURN x AS a ORDER BY b", Table(columns=("a",), rows=((1,), (2,)))) is None


class Told:
    """A graph that gives some rows, and remembers what it was asked."""

    address = engine = "told"

    def __init__(self, cut):
        self.asked, self.cut = [], cut

    def ask(self, cypher, parameters=None, limits=None):
        self.asked.append(cypher)
        table = Table(
            columns=("start_name", "start_id", "link", "role", "end_name", "end_id"),
            rows=(("b", "2", "x", "", "z", "3"), ("a", "1", "x", "", "z", "3")),
        )
        return table if "ORDER BY" in cypher else table.model_copy(update={"cut": self.cut})


def test_the_engine_makes_the_order_only_of_what_is_cut():
    whole, cut = Told(cut=False), Told(cut=True)
    assert ask(whole, "links").table.rows == (("a", "1", "x", "", "z", "3"), ("b", "2", "x", "", "z", "3"))
    assert ask(cut, "links").table.rows == (("b", "2", "x", "", "z", "3"), ("a", "1", "x", "", "z", "3"))
    assert ["ORDER BY" in cypher for cypher in whole.asked] == [False]
    assert ["ORDER BY" in cypher for cypher in cut.asked] == [False, True]
    assert all("LIMIT 10001" in cypher for cypher in cut.asked)


def test_what_gathers_is_asked_once():
    assert {"counts", "overlap", "several-boards"} <= {name for name in names() if gathers(saved(name).cypher)}
    assert not gathers(saved("links").cypher)
