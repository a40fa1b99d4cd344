"""What the example papers answer on each engine, against facts that were written down by reading them; and docs/questions.md.

``python tests/queries/test_questions.py --write`` writes docs/questions.md anew.
"""

import io
import shlex
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import yaml
from sederunt.cli.tables import Part, as_table
from sederunt.graph.store import Store, open_store
from sederunt.queries.ask import ask
from sederunt.queries.catalogue import SavedQuery, catalogue, names

sys.path.insert(0, str(Path(__file__).parents[2]))  # for --write
from tests.engines.conftest import empty_store
from tests.engines.graphs import example_graph, putting

PAGE = Path(__file__).parents[2] / "docs" / "questions.md"
SHOWN = 3
HEAD = f"""# Questions

Every saved query: what it asks, what it has to be told, what each row says, and what the papers in `examples/` answer to its example
(the first {SHOWN} rows, with their evidence; ids are left out). `sederunt queries` lists them, `sederunt queries NAME` shows the Cypher of one.

`from` and `to` go by the days that a source tells, and else by the first and the last paper that show a seat, whatever others show between.
The commands look at each paper and break a seat for one where somebody else is seen in it; to a saved query such seats can be told as `lapsed`.

An answer has no more rows than its query says, the first in their order, and says so where there are more; `--limit` gives more, or fewer.
What goes through much of the graph is stopped after so many seconds. The commands that ask these queries keep to the same bounds.

This page is written by `python tests/queries/test_questions.py --write`.
"""
QUESTIONS: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "questions.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=["embedded", "neo4j"])
def loaded(request, tmp_path_factory):
    with empty_store(request.param, tmp_path_factory.mktemp("examples")) as store:
        store.apply(putting(example_graph()))
        yield store


def test_every_query_has_a_question():
    assert {question["query"] for question in QUESTIONS} == set(names())


def marked(question: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(reason=question["differs"], raises=AssertionError)] if "differs" in question else []
    return pytest.param(question, id=question["query"], marks=marks)


@pytest.mark.parametrize("question", [marked(question) for question in QUESTIONS])
def test_the_papers_answer_as_a_reader_would(loaded, question):
    found = ask(loaded, question["query"], question.get("values", {})).table.records()
    only = question.get("only", {}).items()
    rows = [[record[name] for name in question["columns"]] for record in found if only <= record.items()]
    if question.get("among"):
        rows = [row for row in rows if row in question["rows"]]
    assert sorted(rows, key=str) == sorted(question["rows"], key=str)


def page(store: Store) -> str:
    """All saved queries with the answers to their examples."""
    return "\n".join(
        [
            HEAD,
            *(f"- [{query.title}](#{query.name})" for query in catalogue()),
            "",
            *(section(store, query) for query in catalogue()),
        ]
    )


def section(store: Store, query: SavedQuery) -> str:
    return "\n".join([*described(query), *answered(store, query), ""])


def described(query: SavedQuery) -> Iterator[str]:
    yield from (f"## {query.name}", "", f"**{query.title}.** {query.question}", "")
    for parameter in query.parameters:
        need = "" if parameter.required else ", may be left out"
        yield f"- `{parameter.name}` ({parameter.type.replace('|', ' or ')}{need}): {parameter.meaning}"
    yield from ([""] if query.parameters else [])
    meanings: dict[str, list[str]] = {}
    for column in query.columns:
        meanings.setdefault(column.meaning, []).append(f"`{column.name}`")
    bound = f", in at most {query.bound.seconds:g} seconds" if query.bound.seconds else ""
    yield "Columns: " + "; ".join(f"{', '.join(named)} – {meaning}" for meaning, named in meanings.items()) + "."
    yield ""
    yield f"At most {query.bound.rows} rows{bound}."
    yield ""


def answered(store: Store, query: SavedQuery) -> Iterator[str]:
    name, *values = shlex.split(query.example)
    whole = Part.of(ask(store, name, dict(value.split("=", 1) for value in values)))
    first = Part("", whole.columns, whole.rows[:SHOWN])
    yield from ("```console", f"$ sederunt ask {query.example}", *as_table(first, evidence=True))
    more = len(whole.rows) - len(first.rows)
    yield from ([f"… and {more} more"] if more else [])
    yield "```"


def test_the_page_is_what_the_queries_are_and_answer(loaded):
    assert page(loaded).splitlines() == PAGE.read_text(encoding="utf-8").splitlines(), (
        "python tests/queries/test_questions.py --write"
    )


if __name__ == "__main__":
    with TemporaryDirectory() as folder, open_store(Path(folder) / "examples.graph", create=True) as opened:
        opened.apply(putting(example_graph()))
        with redirect_stdout(io.StringIO()):
            now = page(opened)
    if sys.argv[1:] == ["--write"]:
        PAGE.write_text(now, encoding="utf-8")
    else:
        sys.stdout.write(now)
