"""Who sat in which chamber when: what Sederunt answers of Open States, against a count from the files alone.

``python benchmarks/terms.py FOLDER STATE…``, of a copy of Open States' ``data`` and states such as ``ak vt``. The states are loaded into
graphs of their own; the count of this page reads YAML and compares dates, and uses nothing of Sederunt. It prints what differs.
"""

import json
import re
import subprocess
import sys
from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import yaml

DAYS = ("1999-03-01", "2011-06-01", "2015-01-15", "2019-12-31", "2024-02-01")
CHANGED = ("2013-01-01", "2019-01-31")
ALWAYS = "9999-12-31"


class Seat(NamedTuple):
    name: str
    person: str
    start: str
    end: str

    @property
    def first(self) -> str:
        return (self.start + "-01-01")[:10] if self.start else ""

    @property
    def last(self) -> str:
        year, month, day = (*self.end.split("-"), "", "")[:3]
        return f"{year}-{month or 12}-{day or monthrange(int(year), int(month or 12))[1]}" if year else ALWAYS

    def covers(self, day: str) -> bool:
        return self.first <= day <= self.last


def seats(folder: Path) -> Iterator[tuple[str, Seat]]:
    """Each seat in a chamber of a state, or office of it, whose days are told, with its kind."""
    for file in sorted(folder.rglob("*.yml")):
        person = yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)
        if not isinstance(person, dict) or not str(person.get("id")).startswith("ocd-person/"):
            continue
        for role in person.get("roles") or ():
            days = str(role.get("start_date") or ""), str(role.get("end_date") or "")
            if any(days) and str(role.get("jurisdiction")).endswith(f"state:{folder.name}/government"):
                yield role["type"], Seat(person["name"], person["id"], *days)


def asked(graph: Path, *words: str) -> list[dict[str, str]]:
    command = [Path(sys.executable).with_name("sederunt"), "--graph", graph, *words, "--format", "json"]
    answer = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    return json.loads(answer or "[]")


def questions(graph: Path, body: str, found: list[Seat]) -> Iterator[tuple[str, list[str], list[str]]]:
    """Each question of a chamber, with the answer of the count and that of Sederunt."""
    for day in DAYS:
        card = asked(graph, "body", body, "--on", day)
        members = {row["person"] for row in card if row["part"] == "members"}
        yield f"{body} on {day}", sorted({seat.name for seat in found if seat.covers(day)}), sorted(members)
    before, after = ({seat.person: seat.name for seat in found if seat.covers(day)} for day in CHANGED)
    changes = asked(graph, "changes", body, *CHANGED)
    for what, one, other in (("joined", after, before), ("left", before, after)):
        names = sorted(row["name"] for row in changes if row["change"] == what)
        yield f"{body}: who {what}", sorted(one[person] for person in one.keys() - other.keys()), names


def of_state(folder: Path, state: str) -> Iterator[tuple[str, list[str], list[str]]]:
    """The questions of a state, loaded into a graph of its own."""
    kinds: dict[str, list[Seat]] = defaultdict(list)
    for kind, seat in seats(folder / state):
        kinds[kind].append(seat)
    with TemporaryDirectory() as made:
        graph = Path(made) / "terms.graph"
        command = [Path(sys.executable).with_name("sederunt"), "--graph", graph, "load", "--root", folder, folder / state]
        subprocess.run(command, check=True, capture_output=True)
        odd = Counter(row["oddity"] for row in asked(graph, "check"))
        backwards = {(kind, *seat[1:]) for kind, found in kinds.items() for seat in found if seat.last < seat.first}
        yield f"{state}: rows that end before they begin", [str(len(backwards))], [str(odd["ends before it begins"])]
        for body in (row["name"] for row in asked(graph, "cypher", "MATCH (b:Body) RETURN b.name AS name ORDER BY name")):
            if chamber := re.search(r" legislature(?:, (upper|lower) chamber)?$", body):
                yield from questions(graph, body, kinds[chamber[1] or "legislature"])


def main() -> None:
    if len(sys.argv) < 3:
        print(__doc__)
        return
    asks = [question for state in sys.argv[2:] for question in of_state(Path(sys.argv[1]), state)]
    for question, counted, answered in asks:
        if counted != answered:
            print(
                f"{question}: only counted {sorted({*counted} - {*answered})}, only answered {sorted({*answered} - {*counted})}"
            )
    print(f"{sum(counted == answered for _, counted, answered in asks)} of {len(asks)} questions are answered as counted")


if __name__ == "__main__":
    main()
