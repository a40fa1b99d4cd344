"""docs/exports.md says what each form cannot say; ``python -m tests.exports.test_docs --write`` finds out and writes it there."""

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from sederunt.cli.exporting import FORMATS
from sederunt.graph.kinds import EDGES, FLAG, FRACTION, LIST, NODES, NUMBER, TEXT, EdgeKind, NodeKind
from sederunt.graph.model import Edge, Graph, Node, Value

from tests.exports.conftest import written

PAGE = Path(__file__).parents[2] / "docs" / "exports.md"
LOSSY = ("followthemoney", "org", "popolo")
_LIST = re.compile(r"(?<=<!-- what is not told -->\n).*?(?=<!-- end -->)", re.DOTALL)

SAMPLES: dict[str, tuple[Value, Value]] = {
    TEXT: ("some text", "other text"),
    LIST: (("some text",), ("other text",)),
    NUMBER: (3, 4),
    FRACTION: (1.0, 0.5),
    FLAG: (True, False),
}
DAYS, MISSING = ("2019-05-01", "2019-06-01"), ("date_end",)
"""What is a day, and what there is only of a meeting whose day is not known."""


def sample(name: str, form: str, at: int) -> Value:
    """A value of a property; ``at`` 1 is another."""
    if name in ("date", "start", "end", "date_end"):
        return DAYS[at]
    if name == "statements":
        return (f"statement:{at + 1}",)
    return "Organisation 1" if name == "on_behalf_of" and not at else SAMPLES[form][at]


def filled(kind: NodeKind | EdgeKind) -> dict[str, Value]:
    return {name: sample(name, form, 0) for name, form in kind.properties.items() if name not in MISSING}


def thing(label: str, number: int) -> Node:
    own = filled(NODES[label])
    own |= {name: f"{label} {number}" for name in ("name", "path") if name in own}
    return Node(f"{label.lower()}:{number}", label, own)


def link(type_: str, start: str, end: str) -> Edge:
    return Edge(type_, f"{start.lower()}:1", f"{end.lower()}:2", filled(EDGES[type_]))


THINGS = [thing(label, number) for label in NODES for number in (1, 2)]
CONTEXT = [
    Edge("MEETING_OF", f"meeting:{at}", "body:2", filled(EDGES["MEETING_OF"])) for at in (1, 2)
] + [Edge("IN_DOCUMENT", f"statement:{at}", f"document:{at}", {}) for at in (1, 2)]  # fmt: skip


def told(form: str, nodes: Iterable[Node], edges: Iterable[Edge]) -> str:
    kept = {edge.key: edge for edge in [*CONTEXT, *edges]}
    nodes = list(nodes)
    ids = {node.id for node in nodes}
    return written(form, Graph.of(nodes, (edge for edge in kept.values() if {edge.start, edge.end} <= ids)))


def untold_of_nodes(form: str) -> Iterator[tuple[str, list[str] | None]]:
    """Of each kind of node the properties that are not told; None: the kind is not."""
    whole = told(form, THINGS, [])
    for label, kind in NODES.items():
        others = [node for node in THINGS if node.label != label]
        if told(form, others, []) == whole:
            yield label, None
            continue
        first, second = thing(label, 1), thing(label, 2)
        untold = [
            name
            for name, form_ in kind.properties.items()
            if told(form, [*others, second, changed(first, name, form_)], []) == whole
        ]
        yield label, None if len(untold) == len(kind.properties) else untold


def changed(node: Node, name: str, form: str) -> Node:
    return Node(node.id, node.label, node.properties | {name: sample(name, form, 1)})


def untold_of_edges(form: str) -> Iterator[tuple[str, list[str] | None, list[str]]]:
    """Of each kind of link the properties that are not told (None: the kind is not), and between what it is not told."""
    bare = told(form, THINGS, [])
    for type_, kind in EDGES.items():
        pairs = [(start, end) for start in kind.starts for end in kind.ends]
        said = [pair for pair in pairs if is_told(form, type_, pair, bare)]
        if not said:
            yield type_, None, []
            continue
        edge = link(type_, *said[0])
        whole = told(form, THINGS, [edge])
        untold = [
            name
            for name, form_ in kind.properties.items()
            if told(form, THINGS, [Edge(type_, edge.start, edge.end, edge.properties | {name: sample(name, form_, 1)})])
            == whole
        ]
        yield type_, untold, [f"{start} to {end}" for start, end in pairs if (start, end) not in said]


def is_told(form: str, type_: str, pair: tuple[str, str], bare: str) -> bool:
    edge = link(type_, *pair)
    if any(edge.key == one.key for one in CONTEXT):
        known = [one for one in CONTEXT if one.key != edge.key]
        return written(form, Graph.of(THINGS, known)) != bare
    return told(form, THINGS, [edge]) != bare


def lines(form: str) -> Iterator[str]:
    """What a form does not tell, a line for each kind that it tells in part."""
    nodes, edges = list(untold_of_nodes(form)), list(untold_of_edges(form))
    kinds = [f"`{name}`" for name, names in nodes if names is None]
    types = [f"`{name}`" for name, names, _ in edges if names is None]
    yield f"`{form}` does not tell of {', '.join(kinds)}; nor of {', '.join(types)}; nor"
    yield ""
    for label, names in nodes:
        if names:
            yield f"- of `{label}`: {', '.join(names)}"
    for properties, same in grouped((tuple(names), type_) for type_, names, _ in edges if names):
        yield f"- of {', '.join(f'`{type_}`' for type_ in same)}: {', '.join(properties)}"
    for type_, _, pairs in edges:
        if pairs:
            yield f"- `{type_}` from {', '.join(pairs)}"
    yield ""


def grouped(pairs: Iterable[tuple[tuple[str, ...], str]]) -> list[tuple[tuple[str, ...], list[str]]]:
    found: dict[tuple[str, ...], list[str]] = {}
    for properties, type_ in pairs:
        found.setdefault(properties, []).append(type_)
    return list(found.items())


def section() -> str:
    return "\n".join(line for form in LOSSY for line in lines(form)) + "\n"


def test_the_page_says_what_is_not_told():
    assert _LIST.findall(PAGE.read_text("utf-8")) == [section()]


@pytest.mark.parametrize("word", FORMATS)
def test_the_page_has_each_form(word):
    assert f"`{word}`" in PAGE.read_text("utf-8")


if __name__ == "__main__" and sys.argv[1:] == ["--write"]:
    PAGE.write_text(_LIST.sub(lambda _: section(), PAGE.read_text("utf-8")), "utf-8")
