"""What papers say, a paper a line: written of a graph in memory and of a stored one, read back one by one."""

from io import StringIO

import pytest
from hypothesis import given
from sederunt.graph.errors import PaperError
from sederunt.graph.exports.statements import papers, write
from sederunt.graph.store import Stored, open_store
from sederunt.graph.update import load

from tests.engines.graphs import example_papers
from tests.exports.conftest import shuffled, written
from tests.exports.hostile import HOSTILE, TEXTS, graph_of, hostile


def read(text, folder):
    file = folder / "statements.jsonl"
    file.write_text(text, encoding="utf-8", newline="")
    return list(papers(file))


def test_the_example_papers_are_as_they_were(tmp_path):
    whole = graph_of(example_papers())
    assert read(written("statements", whole), tmp_path) == sorted(example_papers(), key=lambda paper: paper.path)
    assert written("statements", shuffled(whole)) == written("statements", whole)


def test_a_stored_graph_gives_the_same_a_paper_at_a_time(tmp_path):
    whole = [hostile(number, text) for number, text in enumerate(HOSTILE)]
    out, asked = StringIO(), []
    with open_store(tmp_path / "some.graph", create=True) as store:
        load(store, whole)

        class Watched:
            def ask(self, cypher, parameters=None):
                table = store.ask(cypher, parameters)
                asked.append(len(table.rows))
                return table

        write(Stored(Watched()), out)
    assert out.getvalue() == written("statements", graph_of(whole))
    assert max(asked) <= max(len(paper.statements) for paper in whole)


@given(TEXTS)
def test_no_text_is_lost(tmp_path_factory, text):
    one = hostile(0, text)
    assert read(written("statements", graph_of([one])), tmp_path_factory.mktemp("one")) == [one]


@pytest.mark.parametrize("damage", ["{", '{"paper": {}}', "[]", '{"paper": {"path": "\\ud800"}}', ""])
def test_a_damaged_line_is_told_after_the_papers_before_it(tmp_path, damage):
    one, other = hostile(0, "one"), hostile(1, "other")
    first, second = written("statements", graph_of([one, other])).splitlines()
    file = tmp_path / "statements.jsonl"
    file.write_text(f"{first}\n{damage}\n{second}\n", encoding="utf-8")
    found = papers(file)
    assert next(found) == one
    with pytest.raises(PaperError, match=r"is not a graph that 'sederunt export statements' wrote: line 2 is no paper\.$"):
        next(found)
