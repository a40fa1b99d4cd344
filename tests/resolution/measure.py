"""How well pairs of mentions are told: ``python -m tests.resolution.measure [FILE…]``, else the open pairs.

``pairs.csv`` are the pairs on which the rules were made and weighed; ``set_aside.csv`` are for measuring alone: whoever changes a
rule because of one of them moves it over.
"""

import csv
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from sederunt.graph.weigh import weigh
from sederunt.loaders.sightings import read_sighting

OPEN, SET_ASIDE = (Path(__file__).parent / name for name in ("pairs.csv", "set_aside.csv"))


@dataclass(frozen=True)
class Figures:
    """How many pairs of each truth got each verdict."""

    counts: Counter[tuple[str, str]]

    @property
    def precision(self) -> float:
        """Of the pairs that were called the same, how many are."""
        same = self.counts["same", "same"]
        return same / max(1, same + self.counts["different", "same"])

    @property
    def recall(self) -> float:
        """Of the pairs that are the same, how many were called so."""
        return self.counts["same", "same"] / max(1, self._true)

    @property
    def lost(self) -> float:
        """Of the pairs that are the same, how many were called different."""
        return self.counts["same", "different"] / max(1, self._true)

    @property
    def asked(self) -> float:
        """Of all pairs, how many are to be asked about."""
        return (self.counts["same", "ask"] + self.counts["different", "ask"]) / max(1, self.counts.total())

    @property
    def _true(self) -> int:
        return sum(count for (truth, _), count in self.counts.items() if truth == "same")

    def __str__(self) -> str:
        return (
            f"{self.counts.total()} pairs: precision {self.precision:.3f}, recall {self.recall:.3f}, "
            f"to ask {self.asked:.3f}, lost {self.lost:.3f}"
        )


def measured(file: Path) -> Figures:
    """The figures of a file of labelled pairs."""
    with file.open(encoding="utf-8", newline="") as rows:
        return Figures(Counter((row["truth"], _verdict(row)) for row in csv.DictReader(rows)))


def _verdict(row: dict[str, str]) -> str:
    left, right = (read_sighting(row[f"{side}_name"], row[f"{side}_context"]) for side in ("left", "right"))
    return weigh(left, right).verdict


if __name__ == "__main__":
    for given in sys.argv[1:] or [OPEN]:
        print(given, measured(Path(given)))
