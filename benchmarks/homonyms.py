"""Real homonyms: the legislators and committee members of Open States, put together without their identifiers.

``python benchmarks/homonyms.py FOLDER [STATE…]``, a folder of Open States. Each file of a person, and each row of a committee, is a
mention of which only the name and the context are looked at: state, chamber, party, committee. The identifiers tell afterwards how
many pairs of mentions were rightly put together.
"""

import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import yaml
from sederunt.graph.clusters import clusters
from sederunt.graph.names import fold, parse_person
from sederunt.graph.sighting import Sighting

_LOWER, _UPPER = "house", "senate"
_MEMBERS = {_LOWER: "representative", _UPPER: "senator"}
_CHAMBERS = {"lower": _LOWER, "upper": _UPPER, "legislature": ""}


def mentions(folder: Path, states: Sequence[str]) -> Iterator[tuple[str, Sighting]]:
    """Each mention with the identifier of who it is; those without one are left out."""
    for file in sorted(file for file in folder.rglob("*.yml") if not states or file.relative_to(folder).parts[0] in states):
        data = yaml.load(file.read_bytes(), yaml.CSafeLoader)
        state = file.relative_to(folder).parts[0]
        if isinstance(data, dict) and data.get("id", "").startswith("ocd-person/"):
            yield data["id"], _person(data, state)
        elif isinstance(data, dict):
            chamber = _CHAMBERS.get(data.get("chamber", ""), "")
            for row in data.get("members") or ():
                if row.get("person_id"):
                    yield row["person_id"], _sighting(row["name"], state, chamber, ("body", f"{state} {fold(data['name'])}"))


def _person(data: dict, state: str) -> Sighting:
    sits = (data.get("roles") or [{}])[-1].get("type", "")
    parties = [("party", fold(party["name"])) for party in (data.get("party") or ())[-1:]]
    return _sighting(data["name"], state, _CHAMBERS.get(sits, sits), *parties)


def _sighting(name: str, state: str, chamber: str, *around: tuple[str, str]) -> Sighting:
    found = {("state", state), *around}
    if chamber in (_LOWER, _UPPER, ""):
        found.add(("organisation", f"{state} legislature"))
    if chamber:
        found |= {("body", f"{state} {chamber}"), ("post", _MEMBERS.get(chamber, chamber))}
    return Sighting(name, names=(parse_person(name),), around=frozenset(found))


def pairs(groups: Sequence[Sequence[object]]) -> int:
    """How many pairs groups have."""
    return sum(len(group) * (len(group) - 1) // 2 for group in groups)


def main() -> None:
    """Print precision and recall over pairs of mentions."""
    folder, *states = sys.argv[1:]
    known = list(mentions(Path(folder), states))
    start = time.perf_counter()
    found = clusters([sighting for _, sighting in known])
    took = time.perf_counter() - start
    truth: dict[str, list[int]] = {}
    for at, (identifier, _) in enumerate(known):
        truth.setdefault(identifier, []).append(at)
    groups = [[known[at][0] for at in group] for group in found.groups]
    right = sum(pairs([[0] * count for count in Counter(group).values()]) for group in groups)
    made, told = pairs(groups), pairs(list(truth.values()))
    print(
        f"{len(known):,} mentions of {len(truth):,} people in {len(groups):,} groups; {found.compared:,} pairs compared in {took:.1f} s"
    )
    print(f"precision {right / made:.4f}, recall {right / told:.4f}; {len(found.asked):,} pairs to ask")


if __name__ == "__main__":
    main()
