"""Rows as a table for people, as JSON, or as CSV."""

import csv
import io
import json
import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import typer
from sederunt.cli.pager import paged
from sederunt.cli.session import Format, Session
from sederunt.cli.text import is_terminal, padded, safe, say, width, wrapped
from sederunt.queries.ask import Answer
from sederunt.queries.catalogue import EVIDENCE

_PIPED_WIDTH = 100
_NARROWEST = 12
MOST = 10_000
"""So many rows a table has at most that no saved query bounds."""
_GAP = "  "
_FORMULAS = tuple("=+-@\t\r\n＝＋－＠")
"""What a formula may begin with: spreadsheets take wide signs for the usual ones."""


@dataclass(frozen=True, slots=True)
class Part:
    """A table with its heading."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    cut: bool = False
    """Whether there was more than an answer may have."""

    @classmethod
    def of(cls, answer: "Answer", heading: str = "") -> "Part":
        """An answer as a table."""
        return cls(heading, answer.table.columns, answer.table.rows, answer.table.cut)

    @classmethod
    def first(cls, heading: str, columns: tuple[str, ...], rows: Sequence[tuple[Any, ...]]) -> "Part":
        """A table of no more rows than one may have."""
        return cls(heading, columns, tuple(rows[:MOST]), len(rows) > MOST)

    def records(self) -> list[dict[str, Any]]:
        """One mapping for each row."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def write(session: Session, parts: Sequence[Part], *, title: str = "", whole: bool = False, more: str = "") -> None:
    """Print tables as the session wants them, and say where there is more.

    Args:
        session: which format, and whether with evidence.
        parts: with headings; for JSON and CSV several become one, with the heading in the column ``part``.
        title: what stands over a table for people.
        whole: keep columns that a table for people leaves out: ids, evidence, and what is empty in every row.
        more: how to get what is left out.

    """
    with paged():
        _write(session, parts, title, whole=whole)
    for part in parts:
        if part.cut:
            of = f" of {part.heading!r}" if part.heading else ""
            say(f"There is more{of}: only the first {len(part.rows)} rows are here; {more or 'ask for less'}.")


def _write(session: Session, parts: Sequence[Part], title: str, *, whole: bool) -> None:
    if session.format is Format.TABLE:
        if title:
            typer.echo(styled(safe(title), bold=True) + "\n" * any(part.heading for part in parts))
        _write_tables(parts, evidence=session.evidence, whole=whole)
        return
    together = parts[0] if len(parts) == 1 else _joined(parts)
    typer.echo(as_json(together.records()) if session.format is Format.JSON else as_csv(together), nl=False)


def _joined(parts: Sequence[Part]) -> Part:
    columns = tuple(dict.fromkeys(("part", *(column for part in parts for column in part.columns))))
    records = [{"part": part.heading.lower()} | record for part in parts for record in part.records()]
    return Part("", columns, tuple(tuple(record.get(column) for column in columns) for record in records))


# For programs ----------------------------------------------------------------------


def as_json(value: Any) -> str:
    """A value as JSON, nothing in which steers a terminal."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return "".join(c if c == "\n" or safe(c) == c else json.dumps(c)[1:-1] for c in text) + "\n"


def as_csv(part: Part) -> str:
    """A table as CSV in which no cell is a formula: text that a spreadsheet would take for one gets an apostrophe before it."""
    text = "".join(map(_csv_line, (part.columns, *part.rows)))
    return "".join(c if c in "\n" else safe(c) for c in text) if is_terminal() else text


def _csv_line(row: Iterable[Any]) -> str:
    out = io.StringIO(newline="")
    # With both signs in its line end, a lone \r in a cell is quoted too and cannot begin a row.
    csv.writer(out, lineterminator="\r\n").writerow([_harmless(_csv_cell(cell)) for cell in row])
    return out.getvalue().removesuffix("\r\n") + "\n"


def _csv_cell(cell: Any) -> Any:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, list | tuple) and all(isinstance(item, str) for item in cell):
        return "; ".join(cell)
    return json.dumps(cell, ensure_ascii=False) if isinstance(cell, list | tuple | Mapping) else cell


def _harmless(cell: Any) -> Any:
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in _FORMULAS else cell


# For people ----------------------------------------------------------------------


def _write_tables(parts: Sequence[Part], *, evidence: bool, whole: bool) -> None:
    filled = [part for part in parts if part.rows]
    for number, part in enumerate(filled):
        if number:
            typer.echo()
        if part.heading:
            typer.echo(styled(part.heading, bold=True))
        for line in as_table(part, evidence=evidence, whole=whole):
            typer.echo(line)


def as_table(part: Part, *, evidence: bool = False, whole: bool = False) -> Iterable[str]:
    """The lines of a table: a head, the rows, and under each its evidence if that is wanted."""
    shown = [at for at in range(len(part.columns)) if whole or _is_shown(part, at)]
    cells = [[_cell(row[at], whole=whole) for at in shown] for row in part.rows]
    names = [safe(part.columns[at] if whole else part.columns[at].replace("_", " ")) for at in shown]
    widths = _widths([names, *cells])
    right = [all(_is_number(row[at]) for row in part.rows) and bool(part.rows) for at in shown]
    yield from (styled(line, bold=True) for line in _lines(names, widths, right))
    for record, row in zip(part.records(), cells, strict=True):
        yield from _lines(row, widths, right)
        for kind in ("", "other_") if evidence else ():
            if record.get(f"{kind}quote"):
                yield from _proof(record, kind)


def _is_shown(part: Part, at: int) -> bool:
    name = part.columns[at]
    if name.endswith("_id") or name.removeprefix("other_") in EVIDENCE:
        return False
    return any(row[at] not in (None, "", False, [], ()) for row in part.rows)


def _is_number(cell: Any) -> bool:
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def _cell(cell: Any, *, whole: bool) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool) and not whole:
        return "yes" if cell else ""
    text = _csv_cell(cell)
    return f"{text:.2f}" if isinstance(text, float) and not whole else safe(str(text))


def _widths(rows: list[list[str]]) -> list[int]:
    """The width of each column; in a terminal, the widest give way until the table fits."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    spare = room() - len(_GAP) * (len(widths) - 1) - sum(widths) if is_terminal() else 0
    while spare < 0 and widths and max(widths) > _NARROWEST:
        widths[widths.index(max(widths))] -= 1
        spare += 1
    return widths


def room() -> int:
    """How many columns a line may have."""
    return shutil.get_terminal_size((_PIPED_WIDTH, 24)).columns if is_terminal() else _PIPED_WIDTH


def _lines(cells: list[str], widths: list[int], right: list[bool]) -> Iterable[str]:
    columns = [wrapped(cell, room) if width(cell) > room else [cell] for cell, room in zip(cells, widths, strict=True)]
    for at in range(max(map(len, columns), default=0)):
        pieces = [column[at] if at < len(column) else "" for column in columns]
        row = (padded(piece, room, right=flag) for piece, room, flag in zip(pieces, widths, right, strict=True))
        yield _GAP.join(row).rstrip()


def _proof(record: Mapping[str, Any], kind: str) -> Iterable[str]:
    """The evidence of a row, or of the ``other_`` thing that it speaks of."""
    quote, source, *rest = (record.get(f"{kind}{name}") for name in EVIDENCE)
    grounds = ", ".join(_cell(value, whole=True) for value in rest if value is not None)
    text = f"“{safe(str(quote))}” — {safe(str(source or ''))}" + (f" ({grounds})" if grounds else "")
    yield from (styled(f"    {line}", dim=True) for line in wrapped(text, min(room(), _PIPED_WIDTH) - 4))


def styled(text: str, *, bold: bool = False, dim: bool = False) -> str:
    """A text with its colours, where there are any."""
    plain = not is_terminal() or "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
    return text if plain or not (text and (bold or dim)) else typer.style(text, bold=bold or None, dim=dim or None)
