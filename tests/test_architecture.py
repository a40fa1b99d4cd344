"""The rules of the house that no tool checks; ``python tests/test_architecture.py`` prints the longest files and functions."""

import ast
import sys
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

HOME = Path(__file__).parents[1]
ROOMS = ("graph", "loaders", "queries", "viz", "serve", "cli")
LONGEST_FILE, LONGEST_FUNCTION = 400, 50  # lines that a file and a function may have

SETUPTOOLS = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]


def sources() -> list[Path]:
    return sorted(file for room in ROOMS for file in (HOME / room).rglob("*.py"))


def vocabularies() -> list[Path]:
    return sorted(file for room in ROOMS for file in (HOME / room).glob("vocabulary/*.txt"))


def name_of(file: Path) -> str:
    return file.relative_to(HOME).as_posix()


def files_by_length() -> list[tuple[int, str]]:
    return sorted(((len(f.read_text(encoding="utf-8").splitlines()), name_of(f)) for f in sources()), reverse=True)


def functions_by_length() -> list[tuple[int, str]]:
    return sorted(((length, where) for file in sources() for length, where in functions(file)), reverse=True)


def functions(file: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield (node.end_lineno or 0) - node.lineno + 1, f"{name_of(file)}:{node.lineno} {node.name}"


def test_files_are_short():
    assert [found for found in files_by_length() if found[0] > LONGEST_FILE] == []


def test_functions_are_short():
    assert [found for found in functions_by_length() if found[0] > LONGEST_FUNCTION] == []


@pytest.mark.parametrize("file", vocabularies(), ids=name_of)
def test_vocabulary_is_sorted_without_duplicates(file):
    lines = file.read_text(encoding="utf-8").splitlines()
    entries = [line.split("\t")[0] for line in lines if not line.startswith("#")]
    head = next(at for at, line in enumerate(lines) if not line.startswith("#"))
    assert head > 0, "it begins with what it is for"
    assert len(entries) == len(lines) - head, "comments stand at the top"
    assert entries == sorted(entries, key=lambda entry: (entry.casefold(), entry))
    assert len(set(entries)) == len(entries)
    assert all(entry and entry == entry.strip() for entry in entries)


def test_every_package_is_in_the_wheel():
    folders = {f.parent for f in sources() if f.name == "__init__.py"}
    assert set(SETUPTOOLS["packages"]) == {f"sederunt.{name_of(folder).replace('/', '.')}" for folder in folders}
    assert {f.parent for f in sources()} == folders
    assert SETUPTOOLS["package-dir"] == {f"sederunt.{room}": room for room in ROOMS}


def test_every_file_of_data_is_in_the_wheel():
    patterns = [
        f"{SETUPTOOLS['package-dir'][package]}/{pattern}"
        for package, wanted in SETUPTOOLS["package-data"].items()
        for pattern in wanted
    ]
    data = [f for room in ROOMS for f in (HOME / room).rglob("*") if f.is_file() and f.suffix not in (".py", ".pyc")]
    assert data
    assert [name_of(f) for f in data if not any(fnmatch(name_of(f), pattern) for pattern in patterns)] == []


def test_each_room_can_be_checked_for_types():
    links = HOME / ".typing" / "sederunt"
    assert {link.name: link.resolve() for link in links.iterdir()} == {room: (HOME / room).resolve() for room in ROOMS}


if __name__ == "__main__":
    for title, found in (("Files", files_by_length()), ("Functions", functions_by_length())):
        lines = [f"{length:6} {where}" for length, where in found[:5]]
        sys.stdout.write("\n".join([title, *lines, ""]))
