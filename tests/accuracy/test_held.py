"""The papers held back are the ones that were frozen; nothing here reads or scores them."""

from hashlib import sha256
from pathlib import Path

HELD = Path(__file__).parents[1] / "held"
FROZEN = dict(line.split("  ", 1)[::-1] for line in (HELD / "frozen.sha256").read_text(encoding="utf-8").splitlines())


def test_the_papers_and_facts_held_back_are_those_that_were_frozen():
    beside = {"README.md", "frozen.sha256", *(f"{Path(name).parent}/layout.md" for name in FROZEN)}
    there = {path.relative_to(HELD).as_posix() for path in HELD.rglob("*") if path.is_file()}
    assert there == {*FROZEN, *beside}


def test_none_of_them_was_changed():
    assert {name: sha256((HELD / name).read_bytes()).hexdigest() for name in FROZEN} == FROZEN


def test_there_are_twenty_of_them_each_with_its_facts():
    folders = {Path(name).parent.as_posix() for name in FROZEN}
    assert len(folders) == 20
    assert set(FROZEN) == {f"{folder}/{kind}" for folder in folders for kind in ("paper.txt", "gold.yaml")}
    assert list(FROZEN) == sorted(FROZEN)
