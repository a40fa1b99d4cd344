"""The saved queries: finding the files in ``cypher/`` and reading what stands at the head of each.

A head is made of comment lines: ``title``, ``question``, ``parameters`` and ``columns`` (a line each, indented), ``bound``, ``example``::

    // title: Members of a body
    // question: Who sits on this body, and in which role?
    // parameters:
    //   body (Body): the board, committee or group
    //   stated (flag, false): leave out what is only inferred
    // columns:
    //   person_id, person: who
    // bound: 10000 rows, 60 s
    // example: members body="Learning Partnership Group"

A parameter's type is ``text``, ``words``, ``ids``, ``number``, ``flag``, ``date``, or what a name must stand for (``Person|Post``); with
``list`` after it, it is everything that the name fits. ``ids`` come as a list and are told to Cypher as the keys of a map, which engines
look up. A parameter with a default may be left out.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from sederunt.graph.errors import QueryError
from sederunt.graph.store import Limits

EVIDENCE = ("quote", "source", "basis", "confidence")
"""The columns that prove a row."""


def proof(row: Mapping[str, Any]) -> tuple[Any, ...]:
    """What proves a row: its quote, source, basis and confidence."""
    return tuple(row[name] for name in EVIDENCE)


_FOLDER = Path(__file__).parent / "cypher"
_PARAMETER = re.compile(r"(?P<name>\w+) \((?P<type>[\w| ]+)(?:, (?P<default>[^)]*))?\): (?P<meaning>.+)")
_BOUND = re.compile(r"(?P<rows>[1-9]\d*) rows(?:, (?P<seconds>[1-9]\d*) s)?")
LONGEST = 50_000_000
"""About how many characters an answer may have: what is longer would need gigabytes here."""
_COLUMNS = re.compile(r"(?P<names>\w+(?:, \w+)*): (?P<meaning>.+)")


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something a query has to be told."""

    name: str
    type: str
    meaning: str
    required: bool
    default: Any = None


@dataclass(frozen=True, slots=True)
class Column:
    """Something that each row of an answer says."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """One question that has a file of its own."""

    name: str
    title: str
    question: str
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    bound: Limits
    """How much an answer is, at most, unless more is asked for."""
    example: str
    cypher: str

    def parameter(self, name: str) -> Parameter:
        """The parameter of this name.

        Raises:
            QueryError: the query has none of this name.

        """
        for parameter in self.parameters:
            if parameter.name == name:
                return parameter
        takes = ", ".join(p.name for p in self.parameters) or "none"
        raise QueryError(f"The query {self.name!r} has no parameter {name!r}; it takes: {takes}.")

    def takes(self, name: str) -> bool:
        """Whether it has a parameter of this name."""
        return any(p.name == name for p in self.parameters)


@cache
def names() -> tuple[str, ...]:
    """The names of all saved queries, in alphabetical order."""
    return tuple(sorted(file.stem for file in _FOLDER.glob("*.cypher")))


def catalogue() -> tuple[SavedQuery, ...]:
    """All saved queries, in the order of their names."""
    return tuple(saved(name) for name in names())


@cache
def saved(name: str) -> SavedQuery:
    """The saved query of this name.

    Raises:
        QueryError: there is none.

    """
    return parse(name, source(name))


def source(name: str) -> str:
    """The text of the file of a saved query.

    Raises:
        QueryError: there is none.

    """
    if name not in names():
        raise QueryError(f"There is no saved query {name!r}; {_closest(name)}`sederunt queries` lists them.")
    return (_FOLDER / f"{name}.cypher").read_text(encoding="utf-8").rstrip()


def parse(name: str, text: str) -> SavedQuery:
    """The saved query that a file holds.

    Raises:
        QueryError: its head is not as it should be.

    """
    head, cypher = _split(text)
    fields = _fields(head)
    missing = [field for field in ("title", "question", "columns", "bound", "example") if not fields.get(field)]
    if missing:
        raise QueryError(f"{name}.cypher: the head lacks {', '.join(missing)}.")
    return SavedQuery(
        name=name,
        title=fields["title"][0],
        question=fields["question"][0],
        parameters=tuple(_parameter(name, line) for line in fields.get("parameters", [])),
        columns=tuple(column for line in fields["columns"] for column in _columns(name, line)),
        bound=_bound(name, fields["bound"][0]),
        example=fields["example"][0],
        cypher=cypher,
    )


def _split(text: str) -> tuple[list[str], str]:
    lines = text.splitlines()
    body = next((at for at, line in enumerate(lines) if not line.startswith("//")), len(lines))
    return [line.removeprefix("//")[1:] for line in lines[:body]], "\n".join(lines[body:]).strip()


def _fields(head: list[str]) -> dict[str, list[str]]:
    fields: dict[str, list[str]] = {}
    field = ""
    for line in head:
        if line.startswith(" "):
            fields[field].append(line.strip())
            continue
        field, _, value = (part.strip() for part in line.partition(":"))
        fields[field] = [value] if value else []
    return fields


def _parameter(query: str, line: str) -> Parameter:
    found = _PARAMETER.fullmatch(line)
    if found is None:
        raise QueryError(f"{query}.cypher: not a parameter: {line!r}.")
    default = found["default"]
    return Parameter(
        found["name"], found["type"], found["meaning"], default is None, None if default is None else json.loads(default)
    )


def _columns(query: str, line: str) -> list[Column]:
    found = _COLUMNS.fullmatch(line)
    if found is None:
        raise QueryError(f"{query}.cypher: not a column: {line!r}.")
    return [Column(name, found["meaning"]) for name in found["names"].split(", ")]


def _bound(query: str, line: str) -> Limits:
    found = _BOUND.fullmatch(line)
    if found is None:
        raise QueryError(f"{query}.cypher: not a bound: {line!r}.")
    seconds = float(found["seconds"]) if found["seconds"] else None
    return Limits(rows=int(found["rows"]), characters=LONGEST, seconds=seconds)


def _closest(name: str) -> str:
    close = get_close_matches(name, names(), n=1)
    return f"did you mean {close[0]!r}? " if close else ""
