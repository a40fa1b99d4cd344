"""The chart of a structure: a tree for people, Mermaid, Graphviz, or JSON."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

import typer
from sederunt.cli.completion import names
from sederunt.cli.pager import paged
from sederunt.cli.session import Session, facts
from sederunt.cli.tables import as_json
from sederunt.cli.text import safe
from sederunt.queries.chart import chart as assembled
from sederunt.queries.find import find
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
    name: Annotated[str, typer.Argument(help="An organisation, unit, post or body.", autocompletion=names(*_HEADS))],
    drawing: Annotated[Drawing, typer.Option("--format", help="How to print the chart.")] = Drawing.TREE,
) -> None:
    """The structure under and above an organisation, unit or post, as a tree."""
    with session.open() as store:
        found = find(store, name, _HEADS)
        tree = assembled(store, found.id, stated=session.stated)
    lines = [as_json(tree.record())[:-1]] if drawing is Drawing.JSON else _DRAWN[drawing](tree, evidence=session.evidence)
    with paged():
        for line in lines:
            typer.echo(line)


def tree(branch: Branch, *, evidence: bool = False) -> Iterator[str]:
    """The branches under one another, each on a line of its own."""
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


def mermaid(branch: Branch, *, evidence: bool = False) -> Iterator[str]:
    """A Mermaid flowchart; lines that are only inferred are dashed."""
    yield "flowchart TD"
    numbers = _numbered(branch)
    for number, label in numbers.values():
        yield f'  n{number}["{_mermaid_text(label)}"]'
    for above, below in _pairs(branch):
        arrow = "-.->" if _inferred(below) else "-->"
        yield f"  n{numbers[above.id][0]} {arrow} n{numbers[below.id][0]}"


def dot(branch: Branch, *, evidence: bool = False) -> Iterator[str]:
    """A Graphviz graph; lines that are only inferred are dashed, and tell their quote if evidence is wanted."""
    yield "digraph chart {"
    yield "  node [shape=box];"
    numbers = _numbered(branch)
    for number, label in numbers.values():
        yield f"  n{number} [label={_dot_text(label)}];"
    for above, below in _pairs(branch):
        style = ["style=dashed"] * _inferred(below)
        tip = [f"tooltip={_dot_text(safe(below.line.quote))}"] if evidence and below.line else []
        options = f" [{', '.join(style + tip)}]" if style or tip else ""
        yield f"  n{numbers[above.id][0]} -> n{numbers[below.id][0]}{options};"
    yield "}"


def _numbered(branch: Branch) -> dict[str, tuple[int, str]]:
    numbers: dict[str, tuple[int, str]] = {}
    for above, each in ((None, branch), *_pairs(branch)):
        numbers.setdefault(each.id, (len(numbers), _label(each, above)))
    return numbers


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
