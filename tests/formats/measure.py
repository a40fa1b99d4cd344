"""What is found in documents that were made from known organisations: ``python -m tests.formats.measure [variant] [seeds] [-m]``.

With -m, what is missed and what is invented is listed.
"""

import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from random import Random
from typing import Any

from tests.formats.found import f1
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


def figures(name: str, seeds: Iterable[int], folder: Path, *, listed: bool = False) -> dict[str, float]:
    """F1 of each section over some documents of a variant."""
    return f1(((seed, *written(name, seed, folder)) for seed in seeds), SECTIONS, listed=listed)


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
