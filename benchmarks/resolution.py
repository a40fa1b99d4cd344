"""Who is who among many invented mentions: time, memory and what is right, in plain Python, with the extra ``scale`` and by Splink alone.

``python benchmarks/resolution.py [COUNT…]``, else 10,000, 100,000 and 1,000,000. Each measurement is a process of its own, whose
memory holds the mentions too; inventing them is not in the time. Splink alone is what its guide says: similar names, equal body, organisation and post,
trained on the same mentions, compared on one body or in one decade. Plain Python is measured up to where the extra takes over.
"""

import importlib.util
import logging
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from math import log
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from sederunt.graph.clusters import clusters
from sederunt.graph.scaled import MANY, scaled_clusters

from tests.resolution.invented import Mentions, invented, pairs

SIZES = (10_000, 100_000, 1_000_000)
Groups = Sequence[Sequence[int]]


def plain(mentions: Mentions) -> tuple[Groups, int]:
    found = clusters(mentions.sightings)
    return found.groups, found.compared


def scaled(mentions: Mentions) -> tuple[Groups, int]:
    found = scaled_clusters(mentions.sightings)
    return found.groups, found.compared


def splink(mentions: Mentions) -> tuple[Groups, int]:
    """Splink as its guide uses it."""
    import duckdb
    import pyarrow as pa
    import splink.comparison_library as compare
    from splink import Linker, SettingsCreator, block_on
    from splink.backends.duckdb import DuckDBAPI

    base = duckdb.connect(config={"memory_limit": "2GB"})
    rows = [_row(at, sighting) for at, sighting in enumerate(mentions.sightings)]
    names = ["unique_id", "given", "initial", "family", "middle", "body", "organisation", "post", "decade"]
    base.register("rows", pa.table([list(column) for column in zip(*rows, strict=True)], names=names))
    base.execute("create table mentions as select * from rows")
    del rows
    settings = SettingsCreator(
        link_type="dedupe_only",
        blocking_rules_to_generate_predictions=[block_on("family", "initial", "body"), block_on("family", "given", "decade")],
        comparisons=[
            compare.NameComparison("given"),
            compare.NameComparison("family").configure(term_frequency_adjustments=True),
            *(compare.ExactMatch(name) for name in ("middle", "body", "organisation", "post")),
        ],
        retain_matching_columns=False,
    )
    linker = Linker(DuckDBAPI(connection=base).register("mentions"), settings, log_level=logging.ERROR)
    linker.training.estimate_probability_two_random_records_match([block_on("given", "family", "body")], recall=0.6)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1)
    for rule in (block_on("family", "initial", "body"), block_on("given", "body", "decade")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    found = linker.inference.predict(threshold_match_probability=0.9)
    groups = linker.clustering.cluster_pairwise_predictions_at_threshold(found, threshold_match_probability=0.9)
    told = base.execute(f"select list(unique_id) from {groups.physical_name} group by cluster_id").fetchall()
    compared = base.execute(f"select count(*) from {found.physical_name}").fetchone()
    return [group for (group,) in told], compared[0] if compared else 0


def _row(at: int, sighting) -> tuple[object, ...]:
    name = sighting.names[0] if sighting.names else None
    given, family, middle = (name.given, name.family, name.middle) if name else ("", sighting.printed, "")
    things = (min(sighting.of(sort), default=None) for sort in ("body", "organisation", "post"))
    parts = (part.casefold() or None for part in (given, given[:1], family, middle))
    return (at, *parts, *things, sighting.first[:3])


WAYS: dict[str, Callable[[Mentions], tuple[Groups, int]]] = {"plain": plain, "scaled": scaled, "splink": splink}


def measure(way: str, count: int) -> None:
    """Print what one way comes to: seconds, work, MiB, pairs, precision and recall."""
    mentions = invented(count)
    clock, work = time.perf_counter(), time.process_time()
    groups, compared = WAYS[way](mentions)
    clock, work = time.perf_counter() - clock, time.process_time() - work
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    right = sum(pairs([[0] * n for n in Counter(mentions.people[at] for at in group).values()]) for group in groups)
    made, told = pairs(groups), pairs([[0] * n for n in Counter(mentions.people).values()])
    print(clock, work, memory, compared, right / max(1, made), right / told)


def main() -> None:
    ways = [way for way in WAYS if way == "plain" or importlib.util.find_spec("splink")]
    before: dict[str, tuple[int, float]] = {}
    for count in [int(each) for each in sys.argv[1:]] or SIZES:
        for way in ways if count <= MANY else ways[1:]:
            command = [sys.executable, __file__, "--one", way, str(count)]
            told = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[-1]
            clock, work, memory, compared, precision, recall = map(float, told.split())
            print(
                f"{count:>9,} {way:7}{clock:7.1f} s{work:7.1f} s of work{memory:7,.0f} MiB{compared:>12,.0f} pairs"
                f"  precision {precision:.4f}, recall {recall:.4f}{_growth(before.get(way), count, work)}",
                flush=True,
            )
            before[way] = (count, work)
    if ways == ["plain"]:
        print("The extra “scale” is not installed: nothing was measured with it.")


def _growth(before: tuple[int, float] | None, count: int, work: float) -> str:
    """How the work grew beside the number, and beside n·log n."""
    if before is None:
        return ""
    usual = count * log(count) / (before[0] * log(before[0]))
    return f"  ×{work / before[1]:.1f} for ×{count / before[0]:.0f} (n·log n: ×{usual:.1f})"


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        measure(sys.argv[2], int(sys.argv[3]))
    else:
        main()
