"""GraphML, for Gephi, yEd, igraph, NetworkX and others: everything, which load takes back.

Lists are JSON; characters that XML cannot hold are written as ``graph.xmlform`` says.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from sederunt.graph.kinds import FLAG, FRACTION, NUMBER
from sederunt.graph.model import AnyGraph, Edge, Graph, Node, Value, in_order
from sederunt.graph.portable import as_text, edge_id, form_of, shown, used
from sederunt.graph.xmlform import HEAD, Element, attributes, graph_in, text, told

SUFFIX = ".graphml"

_SPACE = "http://graphml.graphdrawing.org/xmlns"
_TYPES = {NUMBER: "long", FRACTION: "double", FLAG: "boolean"}
_KIND, _LABEL = "type", "label"
"""What is told of each beside its properties: its kind, and what to write beside it."""


def write(graph: AnyGraph, out: TextIO) -> None:
    """Write a graph, a node or an edge a line."""
    canonical = in_order(graph)
    out.write(f"{HEAD}<graphml{attributes(xmlns=_SPACE)}>\n")
    for sort, names in (("node", used(canonical.nodes)), ("edge", used(canonical.edges))):
        for name in (_KIND, _LABEL, *names):
            told_as = {
                "id": _key(sort, name),
                "for_": sort,
                "attr.name": name,
                "attr.type": _TYPES.get(form_of(name), "string"),
            }
            out.write(f"<key{attributes(**told_as)}/>\n")
    out.write(f"<graph{attributes(edgedefault='directed')}>\n")
    for node in canonical.nodes:
        out.write(f"<node{attributes(id=node.id)}>{_data('node', node, node.label)}</node>\n")
    for edge in canonical.edges:
        ends = attributes(id=edge_id(edge), source=edge.start, target=edge.end)
        out.write(f"<edge{ends}>{_data('edge', edge, edge.type)}</edge>\n")
    out.write("</graph>\n</graphml>\n")


def read(source: str | Path) -> Graph:
    """The graph that ``write`` wrote.

    Raises:
        PaperError: it is not such a graph, its papers could not be restored from it whole, or the file cannot be read.

    """
    return graph_in(source, "graphml", _told_of)


def _told_of(name: str, element: Element) -> tuple[str, dict[str, str]]:
    data = {told(one.get("key")): told(one.text) for one in element}
    kind = data[_key(name, _KIND)]
    names = (key.partition(".")[2] for key in data)
    return kind, {key: data[_key(name, key)] for key in names if key not in (_KIND, _LABEL)}


def _key(sort: str, name: str) -> str:
    return f"{sort}.{name}"


def _data(sort: str, thing: Node | Edge, kind: str) -> str:
    pairs: Iterable[tuple[str, Value]] = ((_KIND, kind), (_LABEL, shown(thing)), *sorted(thing.properties.items()))
    return "".join(f'<data key="{sort}.{name}">{text(as_text(value))}</data>' for name, value in pairs)
