"""A document's lines, with what was read from each."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any

import typer
from sederunt.cli.completion import documents
from sederunt.cli.pager import paged
from sederunt.cli.place import document_file, root_of
from sederunt.cli.session import NOTHING, Format, Session, table
from sederunt.cli.tables import Part, write
from sederunt.cli.text import safe, say
from sederunt.graph.errors import PaperError
from sederunt.graph.store import Store
from sederunt.loaders.load import open_document
from sederunt.queries.ask import run
from sederunt.queries.find import Paper, find_document

_TOLD = ("subject", "link", "object", "value", "status", "basis", "confidence")
_COLUMNS = ("line", "locator", "text", *_TOLD)


@table
def show(
    session: Session,
    document: Annotated[str, typer.Argument(help="The path, file name or title of a document.", autocompletion=documents)],
    place: Annotated[str, typer.Argument(help="A line (42), or the beginning of a place (slide 6).")] = "",
) -> None:
    """A document's lines with what was read from each."""
    with session.open() as store:
        paper = find_document(store, document)
        claims = run(store, "statements", document=paper.id).table.records()
        lines = _lines(store, paper)
    rows = [row for row in _rows(claims, lines) if _is_at(row, place)]
    if session.format is Format.TABLE:
        with paged():
            for line in _told(rows):
                typer.echo(line)
    else:
        write(session, [Part("", _COLUMNS, tuple(tuple(row.get(name) for name in _COLUMNS) for row in rows))])
    if not rows:
        say(f"{paper.path} has nothing at {place!r}." if place else f"Nothing was read from {paper.path}.")
        raise typer.Exit(NOTHING)


def _lines(store: Store, paper: Paper) -> dict[int, str]:
    """The lines of the file by their numbers; none if it is gone, or not what was loaded."""
    file = document_file(paper.path, root_of(store) or Path())
    try:
        document, data = open_document(file)
    except PaperError:
        say(f"{file} cannot be read any more; here is what the graph keeps of it.")
        return {}
    if sha256(data).hexdigest() != paper.sha256:
        say(f"{file} has changed since it was loaded; here is what the graph keeps of it.")
        return {}
    return {line.number: " ".join(line.raw.split()) for line in document.lines}


def _rows(claims: list[dict[str, Any]], lines: Mapping[int, str]) -> Iterator[dict[str, Any]]:
    """The lines in order, each once for every claim that begins on it; then the claims that stand on no line."""
    at: dict[int | None, list[dict[str, Any]]] = {}
    for claim in claims:
        at.setdefault(claim["line"], []).append(claim)
    for number in sorted({*lines, *(line for line in at if line is not None)}):
        for claim in at.get(number, [{}]):
            yield {"line": number, "text": lines.get(number, claim.get("quote", "")), **claim}
    for claim in at.get(None, []):
        yield {"line": None, "text": claim["quote"], **claim}


def _is_at(row: Mapping[str, Any], place: str) -> bool:
    wanted = " ".join(place.lower().split())
    if not wanted:
        return bool(row["text"])
    if number := re.fullmatch(r"(?:line )?(\d+)", wanted):
        return bool(row["line"] == int(number[1]))
    locator = str(row.get("locator") or "").lower()
    return locator.startswith(wanted) and not locator[len(wanted) : len(wanted) + 1].isdigit()


def _told(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    before: object = ()
    for row in rows:
        here = (row["line"], row["text"] if row["line"] is None else "")
        if here != before:
            yield f"{row['line'] or '':>5}  {safe(row['text'])}"
        before = here
        if row.get("statement_id"):
            yield f"         → {safe(in_words(row))}"


def in_words(row: Mapping[str, Any]) -> str:
    """A claim as the query of statements gives it, in a line."""
    parts = [row["subject"] or "this", row["link"] or "is named", row["object"], _values(row["value"])]
    left_open = "" if row["status"] == "resolved" else f"; {row['status']}"
    return f"{' '.join(part for part in parts if part)} ({row['basis']}, {row['confidence']}{left_open})"


def _values(value: str | None) -> str:
    """What else a claim gives, such as ``[role chair]``."""
    if not value:
        return ""
    try:
        given = json.loads(value)
    except ValueError:
        given = value
    pairs = [f"{name.replace('_', ' ')} {cell}" for name, cell in given.items()] if isinstance(given, dict) else [str(given)]
    return f"[{', '.join(pairs)}]"
