"""Questions about time, typed as people type them, on each engine: answers that were worked out by hand, in times.yaml."""

import json
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml
from sederunt.cli.app import app
from sederunt.graph.store import open_store
from sederunt.graph.update import load
from sederunt.loaders.load import find_papers, read_paper
from typer.testing import CliRunner

from tests.engines.conftest import ENGINES

HERE = Path(__file__).parent
PAPERS = {"assembly": HERE / "assembly", "examples": HERE.parents[1] / "examples"}
QUESTIONS: list[dict[str, Any]] = yaml.safe_load((HERE / "times.yaml").read_text(encoding="utf-8"))


# One graph at a time, for the server has one database for all tests.
@pytest.fixture(scope="module", params=[(of, engine) for of in PAPERS for engine in ENGINES], ids="-".join)
def loaded(request, tmp_path_factory):
    """Which files are in a graph, and its address."""
    of, engine = request.param
    with pytest.MonkeyPatch.context() as environment:
        address = ENGINES[engine](tmp_path_factory.mktemp("times"), environment)
        with open_store(address, create=True) as store:
            load(store, [read_paper(file, file.name).paper for file in find_papers([PAPERS[of]])])
        yield of, address


def answer(address: str, question: dict[str, Any]) -> list[list[Any]]:
    """The columns that a question names, of the rows that count."""
    given = CliRunner().invoke(app, ["--graph", address, *shlex.split(question["run"]), "--format", "json"])
    assert given.exit_code == question.get("exit", 0), given.output
    only = question.get("only", {}).items()
    rows = [row for row in json.loads(given.stdout) if only <= {key: str(cell) for key, cell in row.items()}.items()]
    return [[row[name] for name in question["columns"]] for row in rows if question.get("part") in (None, row.get("part"))]


def test_questions_are_answered_as_by_hand(loaded):
    of, address = loaded
    asked = [question for question in QUESTIONS if question["of"] == of]
    wrong = {q["ask"]: found for q in asked if sorted(found := answer(address, q), key=str) != sorted(q["rows"], key=str)}
    assert asked
    assert not wrong
