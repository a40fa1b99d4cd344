"""What is found in documents that were made from known organisations: ``python -m tests.formats.measure [variant] [seeds] [-m]``.

With -m, what is missed and what is invented is listed.
"""

import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from random import Random
from typing import Any

from sederunt.graph.build import build
from sederunt.graph.resolve import resolve
from sederunt.loaders.load import read_paper

from tests.accuracy.scoring import exported, score
from tests.formats.orgs import gold, organisation
from tests.formats.variants import VARIANTS

SECTIONS = ("reporting lines", "posts held", "chart seats", "edges with true evidence")
SEEDS = 15
HELD = 0.97
"""What F1 of holders and of seats must reach."""


def written(name: str, seed: int, folder: Path) -> tuple[Path, dict[str, Any]]:
    """A document of a variant, and what is in it."""
    variant = VARIANTS[name]
    org = organisation(seed, variant.wish)
    path = folder / f"{name}-{seed}{variant.suffix}"
    path.write_bytes(variant.write(org, Random(f"{name} {seed}")))
    return path, gold(org, path.name)


def tallies(name: str, seed: int, folder: Path) -> dict[str, Any]:
    """What the measure says of one document."""
    path, facts = written(name, seed, folder)
    paper = read_paper(path, path.name).paper
    graph = exported(build([paper], resolve([paper])))
    return score().score_document(facts, graph, score().document_text(path))


def figures(name: str, seeds: Iterable[int], folder: Path, *, listed: bool = False) -> dict[str, float]:
    """F1 of each section over some documents of a variant."""
    total: dict[str, Any] = defaultdict(score().Tally)
    for seed in seeds:
        found = tallies(name, seed, folder)
        for section in SECTIONS:
            if section in found:
                tally, sum_ = found[section], total[section]
                sum_.tp, sum_.fp, sum_.fn = sum_.tp + tally.tp, sum_.fp + tally.fp, sum_.fn + tally.fn
                if listed and section in SECTIONS:
                    lines = [f"missed {one}" for one in tally.missed] + [f"invented {one}" for one in tally.extra]
                    sys.stdout.writelines(f"  {seed} {section} {line}\n" for line in lines)
    return {section: total[section].prf[2] or 0.0 for section in SECTIONS}


def main(words: list[str]) -> None:
    """Print the figures of the variants that are asked for."""
    listed = "-m" in words
    asked = [word for word in words if not word.startswith("-") and not word.isdecimal()]
    seeds = range(int(next((word for word in words if word.isdecimal()), SEEDS)))
    sys.stdout.write(f"{'':28}{'lines':>8}{'held':>8}{'seats':>8}{'proof':>8}\n")
    with tempfile.TemporaryDirectory() as folder:
        for name in VARIANTS:
            if asked and not any(name.startswith(one) for one in asked):
                continue
            found = figures(name, seeds, Path(folder), listed=listed)
            reached = (
                found["reporting lines"] >= VARIANTS[name].floor and min(found["posts held"], found["chart seats"]) >= HELD
            )
            told = "".join(f"{found[section]:8.3f}" for section in SECTIONS)
            sys.stdout.write(f"{name:28}{told}{'' if reached else '  <'}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
