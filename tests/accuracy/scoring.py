"""Papers with the facts that a careful reader finds in them, and how they are scored: read, resolved and built in process."""

import importlib.util
import json
import os
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from io import StringIO
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml
from sederunt.graph.build import build
from sederunt.graph.exports.json import write
from sederunt.graph.model import Graph
from sederunt.graph.resolve import resolve
from sederunt.graph.statement import Paper
from sederunt.loaders.load import read_paper

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
EVIDENCE = "edges with true evidence"


@dataclass(frozen=True)
class Case:
    """A paper and the file that says what is in it."""

    slug: str
    paper: Path
    gold: Path


def examples() -> list[Case]:
    golds = sorted((ROOT / "tests" / "examples").glob("*.yaml"))
    return [Case(f"examples/{gold.stem}", ROOT / "examples" / f"{gold.stem}.txt", gold) for gold in golds]


def corpus() -> list[Case]:
    golds = sorted((ROOT / "tests" / "documents").glob("*/gold.yaml"))
    return [Case(f"documents/{gold.parent.name}", gold.with_name("paper.txt"), gold) for gold in golds]


def seeds() -> list[Case]:
    golds = sorted((SHARED / "eval" / "gold").glob("*.yaml"))
    found = []
    for gold in golds:
        paper = next((SHARED / "seeds").glob(f"{gold.stem}_*"), None)
        if paper is not None:
            found.append(Case(f"seeds/{gold.stem}", paper, gold))
    return found


def cases() -> dict[str, Case]:
    return {case.slug: case for case in (*examples(), *corpus(), *seeds())}


def missing(what: Path) -> None:
    """Fail where tests must be complete, skip elsewhere."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"What this test needs is missing: {what}.")
    pytest.skip(f"needs {what}, which is not there")


@cache
def score() -> ModuleType:
    """The script that scores, which stands beside the repository and not in it."""
    path = SHARED / "eval" / "score.py"
    if not path.is_file():
        missing(path)
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def read(paper: Path) -> Paper:
    name = paper.relative_to(ROOT.parent).as_posix() if paper.is_relative_to(ROOT.parent) else paper.name
    return read_paper(paper, name).paper


def exported(graph: Graph) -> dict[str, Any]:
    """A graph as ``sederunt export json`` gives it."""
    out = StringIO()
    write(graph, out)
    return json.loads(out.getvalue())


@cache
def tallies(case: Case) -> dict[str, Any]:
    return against(yaml.safe_load(case.gold.read_text(encoding="utf-8")), case.paper, read(case.paper))


def against(gold: dict[str, Any], file: Path, paper: Paper) -> dict[str, Any]:
    """What the measure says, section by section, of a paper as it was read from a file, beside what is in it."""
    return score().score_document(gold, exported(build([paper], resolve([paper]))), score().document_text(file))


def figures(case: Case) -> tuple[float, float]:
    """(F1 of all facts, F1 of the evidence) of a paper."""
    every = score().Tally()
    found = defaultdict(score().Tally, tallies(case))
    for section, tally in found.items():
        if section not in score().APART:
            every.tp, every.fp, every.fn = every.tp + tally.tp, every.fp + tally.fp, every.fn + tally.fn
    return every.prf[2] or 0.0, found[EVIDENCE].prf[2] or 0.0
