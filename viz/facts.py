"""From the rows of an answer to the edges of a picture, each with every line that proves it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sederunt.graph.sittings import spoken
from sederunt.graph.store import Store
from sederunt.queries.ask import run
from sederunt.queries.find import documents
from sederunt.viz.picture import Edge, Evidence

Row = Mapping[str, Any]
Key = tuple[str, str, str, str]
"""What tells one link from another: start, type, end and role."""

LABELS = {
    "HOLDS": "holds the post",
    "POST_IN": "is a post in",
    "REPORTS_TO": "reports to",
    "HEADS": "heads",
    "PART_OF": "is part of",
    "REPRESENTS": "speaks for",
    "AFFILIATED_TO": "belongs to",
    "REPLACED_BY": "was replaced by",
}
ROLES = {
    "chair": "chair of",
    "vice-chair": "vice-chair of",
    "secretary": "secretary of",
    "member": "member of",
    "observer": "observer on",
}


PROVED_WHOLE = 2_000
"""With more links than this, each has one line of proof: all lines of all would make a page that no mail takes."""
_SHORTLY = "Each fact has the one line that proves it best; a page around one name has them all."


def edges(store: Store, rows: Sequence[Row]) -> tuple[Edge, ...]:
    """The edges that rows tell of, in their order, with what the papers say for each.

    Args:
        store: the graph.
        rows: with the columns of the saved query ``around``.

    """
    starts = list(dict.fromkeys(row["start_id"] for row in rows))
    cited = _cited(run(store, "evidence", things=starts).table.records()) if rows else {}
    return tuple(edge(row, cited.get(_key(row), ())) for row in rows)


def proofs(store: Store, rows: Sequence[Row]) -> tuple[tuple[Edge, ...], tuple[str, ...]]:
    """The edges that rows tell of, each with all lines or, of many, with the one that proves it best; and what to say of that."""
    return (edges(store, rows), ()) if len(rows) <= PROVED_WHOLE else (_shortly(store, rows), (_SHORTLY,))


def _shortly(store: Store, rows: Sequence[Row]) -> tuple[Edge, ...]:
    """The edges that rows tell of, each with the one line that its row carries: of very many, and soon told."""
    papers: dict[str, set[str]] = defaultdict(set)
    for paper in documents(store):
        papers[paper.title].add(paper.path)
    return tuple(replace(edge(row, ()), evidence=(_split(row, papers),)) for row in rows)


def _split(row: Row, papers: Mapping[str, set[str]]) -> Evidence:
    """The line of a row; its source is taken apart where a paper has such a title, and where only one has it tells the file."""
    parts = row["source"].split(", ")
    for at in range(len(parts) - 1, 0, -1):
        title = ", ".join(parts[:at])
        if title in papers:
            (path, *others) = sorted(papers[title])
            return Evidence(row["quote"], title, "" if others else path, ", ".join(parts[at:]))
    return Evidence(row["quote"], row["source"], "", "")


def edge(row: Row, cited: Sequence[Row]) -> Edge:
    """The edge that a row tells of, with the lines that are cited for it."""
    return Edge(
        start=row["start_id"],
        link=row["link"],
        end=row["end_id"],
        label=_label(row),
        role=row["role"] or "",
        dates=_dates(row),
        basis=row["basis"],
        confidence=row["confidence"],
        evidence=proved(row, cited),
        further=max((each["support"] or 0 for each in cited), default=0),
        first=row["start_date"] or row["first_seen"] or "",
        last=row["end_date"] or row["last_seen"] or "",
    )


def _key(row: Row) -> Key:
    return (row["start_id"], row["link"], row["end_id"], row["role"] or "")


def _cited(rows: Iterable[Row]) -> dict[Key, list[Row]]:
    found = defaultdict(list)
    for row in rows:
        found[_key(row)].append(row)
    return found


def _line(row: Row) -> Evidence:
    return Evidence(row["quote"], row["document"], row["path"], row["place"])


def proved(row: Row, cited: Iterable[Row]) -> tuple[Evidence, ...]:
    """The line that the graph gives for a link, then the others that are cited; the same words at the same place once."""
    lines = list(dict.fromkeys(map(_line, cited)))
    best = [line for line in lines if line.source == row["source"] and line.quote == row["quote"]]
    first = best[:1] or [Evidence(row["quote"], row["source"], "", "")]
    return (*first, *(line for line in lines if line not in first))


def _label(row: Row) -> str:
    if row["link"] == "SITS_ON":
        return ROLES.get(row["role"], f"{row['role']} of")
    acting = " (acting)" if row["acting"] else ""
    return f"{LABELS[row['link']]}{acting}"


def _dates(row: Row) -> str:
    """What is printed, else when papers show it."""
    start, end = row["start_date"], row["end_date"]
    if start or end:
        return " ".join(f"{word} {spoken(date)}" for word, date in (("from", start), ("to", end)) if date)
    first, last = row["first_seen"], row["last_seen"]
    if not first:
        return ""
    return f"in papers of {spoken(first)}" + (f" to {spoken(last)}" if last and last != first else "")
