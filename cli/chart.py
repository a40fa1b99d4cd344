"""The chart of a structure: a tree for people, Mermaid, Graphviz, or JSON."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Annotated

import typer
from sederunt.cli.completion import documents, names
from sederunt.cli.pager import paged
from sederunt.cli.session import NOTHING, Session, facts
from sederunt.cli.tables import as_json
from sederunt.cli.text import safe, say
from sederunt.graph.errors import QueryError
from sederunt.queries.ask import date_of
from sederunt.queries.chart import chart as assembled
from sederunt.queries.chart import charts
from sederunt.queries.find import find, find_document
from sederunt.queries.tree import Branch

_HEADS = ("Organisation", "Unit", "Post", "Body")


class Drawing(StrEnum):
    """How a chart is printed."""

    TREE = "tree"
    MERMAID = "mermaid"
    DOT = "dot"
    JSON = "json"


@facts
def chart(
    session: Session,
    name: Annotated[
        str, typer.Argument(help="An organisation, unit, post or body; all charts without one.", autocompletion=names(*_HEADS))
    ] = "",
    document: Annotated[
        str, typer.Option("--document", metavar="DOCUMENT", help="Only the charts of one document.", autocompletion=documents)
    ] = "",
    drawing: Annotated[Drawing, typer.Option("--format", help="How to print the chart.")] = Drawing.TREE,
) -> None:
    """The structure under and above an organisation, unit or post, as a tree; without a name every chart that the papers give."""
    if name and document:
        raise QueryError("Give a name or --document, not both: a chart under a name is put together from all papers.")
    if session.on and not name:
        raise QueryError("Give a name with --on: only what is around one thing can be put together for a day.")
    day = date_of("--on", session.on) if session.on else ""
    with session.open() as store:
        if name:
            trees: tuple[Branch, ...] = (assembled(store, find(store, name, _HEADS).id, stated=session.stated, day=day),)
        else:
            wanted = find_document(store, document).id if document else ""
            trees = charts(store, document=wanted, stated=session.stated)
    if not trees:
        say(f"No chart was read from {document}." if document else "No chart is loaded.")
        raise typer.Exit(NOTHING)
    if drawing is Drawing.JSON:
        records = [tree.record() for tree in trees]
        lines: Iterable[str] = [as_json(records[0] if name else records)[:-1]]
    else:
        lines = _DRAWN[drawing](trees, evidence=session.evidence)
    with paged():
        for line in lines:
            typer.echo(line)


def tree(trees: Sequence[Branch], *, evidence: bool = False) -> Iterator[str]:
    """The branches under one another, each on a line of its own; a blank line before another tree."""
    for number, branch in enumerate(trees):
        yield from [""] * (number > 0)
        yield _label(branch, None)
        yield from _proof(branch, "", evidence=evidence)
        yield from _twigs(branch, "", evidence=evidence)


def _twigs(branch: Branch, indent: str, *, evidence: bool) -> Iterator[str]:
    for at, child in enumerate(branch.children, 1):
        last = at == len(branch.children)
        yield f"{indent}{'└─ ' if last else '├─ '}{_label(child, branch)}"
        below = indent + ("   " if last else "│  ")
        yield from _proof(child, below, evidence=evidence)
        yield from _twigs(child, below, evidence=evidence)


def _proof(branch: Branch, indent: str, *, evidence: bool) -> Iterator[str]:
    if evidence and branch.line:
        yield f"{indent}  “{safe(branch.line.quote)}” — {safe(branch.line.source)} ({branch.line.basis})"


def _label(branch: Branch, above: Branch | None) -> str:
    """Post, unit (unless the branch above has said it), seats and holders."""
    unit = None if branch.post and above and branch.unit == above.unit else branch.unit
    parts = [part for part in (branch.post, unit) if part]
    notes = [f"{branch.seat.seats} seats"] * (branch.seat.seats > 1) + ["vacant"] * branch.seat.vacant
    holders = ", ".join(branch.seat.holders) + (" (acting)" if branch.seat.acting else "")
    text = " — ".join(parts) + (f" ({', '.join(notes)})" if notes else "") + (f": {holders}" if branch.seat.holders else "")
    return safe(text)


def mermaid(trees: Sequence[Branch], *, evidence: bool = False) -> Iterator[str]:
    """A Mermaid flowchart; lines that are only inferred are dashed."""
    yield "flowchart TD"
    numbers = _numbered(trees)
    for number, label in numbers.values():
        yield f'  n{number}["{_mermaid_text(label)}"]'
    for above, below in _all_pairs(trees):
        arrow = "-.->" if _inferred(below) else "-->"
        yield f"  n{numbers[above.id][0]} {arrow} n{numbers[below.id][0]}"


def dot(trees: Sequence[Branch], *, evidence: bool = False) -> Iterator[str]:
    """A Graphviz graph; lines that are only inferred are dashed, and tell their quote if evidence is wanted."""
    yield "digraph chart {"
    yield "  node [shape=box];"
    numbers = _numbered(trees)
    for number, label in numbers.values():
        yield f"  n{number} [label={_dot_text(label)}];"
    for above, below in _all_pairs(trees):
        style = ["style=dashed"] * _inferred(below)
        tip = [f"tooltip={_dot_text(safe(below.line.quote))}"] if evidence and below.line else []
        options = f" [{', '.join(style + tip)}]" if style or tip else ""
        yield f"  n{numbers[above.id][0]} -> n{numbers[below.id][0]}{options};"
    yield "}"


def _numbered(trees: Sequence[Branch]) -> dict[str, tuple[int, str]]:
    numbers: dict[str, tuple[int, str]] = {}
    tops: list[tuple[Branch | None, Branch]] = [(None, tree) for tree in trees]
    for above, each in (*tops, *_all_pairs(trees)):
        numbers.setdefault(each.id, (len(numbers), _label(each, above)))
    return numbers


def _all_pairs(trees: Sequence[Branch]) -> Iterator[tuple[Branch, Branch]]:
    for tree in trees:
        yield from _pairs(tree)


def _pairs(branch: Branch) -> Iterator[tuple[Branch, Branch]]:
    for child in branch.children:
        yield branch, child
        yield from _pairs(child)


def _inferred(branch: Branch) -> bool:
    return branch.line is not None and branch.line.basis == "inferred"


def _mermaid_text(text: str) -> str:
    escaped = {"&": "#amp;", '"': "#quot;", "<": "#lt;", ">": "#gt;", "#": "#35;", "`": "#96;", "[": "#91;", "]": "#93;"}
    return "".join(escaped.get(character, character) for character in text)


def _dot_text(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


_DRAWN = {Drawing.TREE: tree, Drawing.MERMAID: mermaid, Drawing.DOT: dot}
