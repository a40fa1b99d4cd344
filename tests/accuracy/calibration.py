"""How sure readers say they are, beside how often they are right.

python -m tests.accuracy.calibration examples|documents|seeds|held [WORD]      the last: only papers whose names have the word in them

A fact is what ``score.py`` counts; its confidence is that of the edge that states it, or for a person, thing or meeting the greatest
of the statements that speak of it. The facts of one kind of edge are found by leaving out all its edges but those of one confidence.
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import yaml
from sederunt.graph.build import build
from sederunt.graph.resolve import resolve

from tests.accuracy.scoring import ROOT, Case, corpus, examples, exported, read, score, seeds

SURE, WANTED = 0.9, 0.95
"""Of the facts that are given with so much confidence or more, at least so many are to be right."""

SECTIONS = {
    "ATTENDED": ("attendance", "attendance roles"),
    "SENT_APOLOGIES": ("attendance",),
    "ABSENT_FROM": ("attendance",),
    "SITS_ON": ("membership", "officers of bodies"),
    "HOLDS": ("posts held",),
    "POST_IN": ("posts placed",),
    "REPRESENTS": ("speaks for",),
    "AFFILIATED_TO": ("speaks for",),
    "PART_OF": ("units nested", "links between bodies"),
    "REPORTS_TO": ("links between bodies", "reporting lines"),
    "REPLACED_BY": ("links between bodies",),
    "HEADS": ("heads of units",),
    "MEETING_OF": ("meeting details",),
    "ASSIGNED_TO": ("actions and owners",),
    "LED": ("items led",),
}
"""The kinds of edges that state facts, and where these are scored."""
NODES = {"Person": "people", "Body": "bodies and structures", "Unit": "bodies and structures", "Meeting": "meetings"}

Exported = dict[str, Any]
Row = tuple[str, float, int, int]
"""(kind, confidence, facts that are right, facts)."""


def held() -> list[Case]:
    """The papers set aside, to be looked at once."""
    golds = sorted((ROOT / "tests" / "held").glob("*/gold.yaml"))
    return [Case(f"held/{gold.parent.name}", gold.with_name("paper.txt"), gold) for gold in golds]


SETS: dict[str, Callable[[], list[Case]]] = {"examples": examples, "documents": corpus, "seeds": seeds, "held": held}


def facts(case: Case) -> Iterator[Row]:
    """What a paper gives, kind by kind and confidence by confidence."""
    paper = read(case.paper)
    graph = exported(build([paper], resolve([paper])))
    gold = yaml.safe_load(case.gold.read_text(encoding="utf-8"))

    def found(edges: list[Exported]) -> dict[str, Any]:
        return score().score_document(gold, {"nodes": graph["nodes"], "edges": edges}, None)

    yield from _edges(graph, found)
    yield from _nodes(graph, found(graph["edges"]))


def _edges(graph: Exported, found: Callable[[list[Exported]], dict[str, Any]]) -> Iterator[Row]:
    for kind, sections in SECTIONS.items():
        others = [edge for edge in graph["edges"] if edge["type"] != kind]
        own = [edge for edge in graph["edges"] if edge["type"] == kind]
        right, wrong = _counts(found(others), sections) if own else (0, 0)
        for level in sorted({edge["properties"]["confidence"] for edge in own}):
            some = [edge for edge in own if edge["properties"]["confidence"] == level]
            more_right, more_wrong = _counts(found([*others, *some]), sections)
            yield kind, level, max(more_right - right, 0), max(more_right - right, 0) + max(more_wrong - wrong, 0)


def _counts(tallies: dict[str, Any], sections: Iterable[str]) -> tuple[int, int]:
    there = [tallies[section] for section in sections if section in tallies]
    return sum(tally.tp for tally in there), sum(tally.fp for tally in there)


def _nodes(graph: Exported, tallies: dict[str, Any]) -> Iterator[Row]:
    sure = _confidences(graph)
    for node in graph["nodes"]:
        kind = node["labels"][0]
        if kind in NODES and node["id"] in sure:
            yield kind, sure[node["id"]], int(not _is_extra(node, tallies[NODES[kind]].extra)), 1


def _is_extra(node: Exported, extra: list[str]) -> bool:
    properties = node["properties"]
    name = f"?{properties.get('date')} " if node["labels"] == ["Meeting"] else f"{node['labels'][0]} {properties['name']}"
    return any(each == name or f"[{node['id']}]" in each or (name[0] == "?" and each.startswith(name)) for each in extra)


def _confidences(graph: Exported) -> dict[str, float]:
    """The greatest confidence of the statements that speak of each node."""
    sure: dict[str, float] = defaultdict(float)
    for node in graph["nodes"]:
        if node["labels"] == ["Statement"]:
            said = node["properties"]
            for end in filter(None, (said.get("subject"), said.get("object"))):
                sure[end] = max(sure[end], said["confidence"])
    return sure


def table(rows: Iterable[Row]) -> list[Row]:
    """The rows of all papers added up: each kind at each confidence, and then everything at each."""
    sums: dict[tuple[str, float], tuple[int, int]] = defaultdict(lambda: (0, 0))
    for kind, level, right, number in rows:
        for key in ((kind, level), ("everything", level)):
            sums[key] = sums[key][0] + right, sums[key][1] + number
    ordered = sorted(sums.items(), key=lambda item: (item[0][0] == "everything", item[0]))
    return [(kind, level, right, number) for (kind, level), (right, number) in ordered if number]


def main() -> None:
    """Print the table of a set of papers, and whether those who are sure may be."""
    if len(sys.argv) < 2 or sys.argv[1] not in SETS:
        raise SystemExit(f"Say whose confidence is asked for: {', '.join(SETS)}.")
    cases = [case for case in SETS[sys.argv[1]]() if "".join(sys.argv[2:3]) in case.slug]
    rows = table(row for case in cases for row in facts(case))
    for kind, level, right, number in rows:
        print(f"{kind:16} said {level:.2f}  right {right / number:.3f}  ({right} of {number})")
    sure = [row for row in rows if row[0] == "everything" and row[1] >= SURE]
    right, number = sum(row[2] for row in sure), sum(row[3] for row in sure)
    print(f"Of {number} facts given with {SURE} or more, {right / max(number, 1):.3f} are right; wanted {WANTED}.")


if __name__ == "__main__":
    main()
