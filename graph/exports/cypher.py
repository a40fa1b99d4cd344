"""Cypher, a script that makes the graph in an empty database: everything.

Constraints come first, then nodes, then links, so many in each statement. Run it with ``cypher-shell -f graph.cypher``; Sederunt opens what
it makes as a graph of its own. A second run stops at the constraints, so that nothing is there twice.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any, TextIO

from sederunt.graph.exchange import batches, by_pattern, rows_of
from sederunt.graph.model import AnyGraph, Edge, Value, in_order
from sederunt.graph.portable import unique_ids

_ROWS, _HELD = 500, 5_000
_ESCAPED = re.compile(r'[\\"\x00-\x1f\x7f]')
_NAMED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def write(graph: AnyGraph, out: TextIO) -> None:
    """Write the statements, each row of them on a line."""
    canonical = in_order(graph)
    out.write("// For an empty database: cypher-shell -f FILE\n")
    out.writelines(f"{statement};\n" for statement in unique_ids())
    for label, nodes in groupby(canonical.nodes, lambda node: node.label):
        for of_one_kind in batches(nodes, _ROWS):
            _write_rows(rows_of(of_one_kind), f"CREATE (n:{label}) SET n = row", out)
    for some in batches(canonical.edges, _HELD):
        for (type_, start, end), edges in sorted(by_pattern(some).items()):
            for batch in batches(edges, _ROWS):
                made = f"CREATE (a)-[r:{type_}]->(b) SET r = row.own"
                _write_rows(
                    map(_row, batch), f"MATCH (a:{start} {{id: row.start}}) MATCH (b:{end} {{id: row.end}}) {made}", out
                )


def _row(edge: Edge) -> dict[str, Any]:
    return {"start": edge.start, "end": edge.end, "own": edge.properties}


def _write_rows(rows: Iterable[dict[str, Any]], what: str, out: TextIO) -> None:
    out.write("UNWIND [\n")
    out.write(",\n".join(map(_literal, rows)))
    out.write(f"\n] AS row {what};\n")


def _literal(value: Value | dict[str, Any] | Sequence[str]) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"`{name}`: {_literal(own)}" for name, own in sorted(value.items())) + "}"
    if isinstance(value, tuple):
        return f"[{', '.join(map(_literal, value))}]"
    if isinstance(value, str):
        return '"' + _ESCAPED.sub(lambda found: _NAMED.get(found[0], f"\\u{ord(found[0]):04x}"), value) + '"'
    return str(value).lower() if isinstance(value, bool) else str(value)
