"""Pairs of mentions in a CSV file, to be told whether each is one person."""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from sederunt.graph.errors import PaperError, QueryError
from sederunt.graph.weigh import Weighed, weigh
from sederunt.loaders.files.encoding import decoded
from sederunt.loaders.sightings import read_sighting

WANTED = ("left_name", "left_context", "right_name", "right_context")
ADDED = ("verdict", "score", "reasons")
Row = Sequence[str]


def read_pairs(path: Path) -> tuple[list[str], list[list[str]]]:
    """The header of a CSV file of pairs, and its rows, which may be shorter or longer than it.

    Raises:
        QueryError: there is no such file, it is no CSV, or it lacks a column that is wanted.

    """
    try:
        text = decoded(path.read_bytes(), path.name)
    except OSError as error:
        raise QueryError(f"{path} cannot be read: {error.strerror}.") from None
    except PaperError as error:
        raise QueryError(str(error)) from None
    header, *rows = _rows(text, path) or [[]]
    names = [name.strip().casefold() for name in header]
    missing = [name for name in WANTED if name not in names]
    if missing:
        raise QueryError(f"{path}: there is no column {' or '.join(missing)}; the first line must name {', '.join(WANTED)}.")
    return header, rows


def _rows(text: str, path: Path) -> list[list[str]]:
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    try:
        return [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True) if row]
    except csv.Error as error:
        raise QueryError(f"{path} is no CSV file: {error}.") from None


def compared(header: Row, rows: Sequence[Row]) -> Iterator[list[str]]:
    """The header and the rows with what was decided of each: the columns ``verdict``, ``score`` and ``reasons`` behind their own."""
    yield [*header, *ADDED]
    names = [name.strip().casefold() for name in header]
    at = [names.index(name) for name in WANTED]
    for row in rows:
        cells = [*row, *[""] * (len(header) - len(row))]
        left, left_context, right, right_context = (cells[place] for place in at)
        found = weigh(read_sighting(left, left_context), read_sighting(right, right_context))
        yield [*cells, *_told(found)]


def _told(found: Weighed) -> tuple[str, str, str]:
    texts = dict.fromkeys(reason.text.replace(";", ",") for reason in found.reasons)
    return found.verdict, f"{found.score:.3f}", "; ".join(texts)
