"""What is found in documents whose facts are known, section by section."""

import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sederunt.loaders.load import read_paper

from tests.accuracy.scoring import against, score

Written = tuple[int, Path, dict[str, Any]]
"""The seed of a document, where it stands, and what is in it."""


def f1(documents: Iterable[Written], sections: Iterable[str], *, listed: bool = False) -> dict[str, float]:
    """F1 of each section over some documents; ``listed``: what is missed and what is invented is printed."""
    wanted = tuple(sections)
    total: dict[str, Any] = defaultdict(score().Tally)
    for seed, path, facts in documents:
        found = against(facts, path, read_paper(path, path.name).paper)
        for section in filter(found.__contains__, wanted):
            tally, sum_ = found[section], total[section]
            sum_.tp, sum_.fp, sum_.fn = sum_.tp + tally.tp, sum_.fp + tally.fp, sum_.fn + tally.fn
            if listed:
                lines = [f"missed {one}" for one in tally.missed] + [f"invented {one}" for one in tally.extra]
                sys.stdout.writelines(f"  {seed} {section} {line}\n" for line in lines)
    return {section: total[section].prf[2] or 0.0 for section in wanted}
