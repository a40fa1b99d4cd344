"""GEXF, for Gephi: everything, with colours and a timeline, which load takes back.

An edge begins and ends in the timeline as its ``start`` and ``end`` tell, else with the first and the last paper that show it; of a date
that is not precise to the day, on the first or the last day that it may mean. Lists are JSON; characters that XML cannot hold are
written as ``graph.xmlform`` says.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TextIO

from sederunt.graph.kinds import BODY, FLAG, FRACTION, NUMBER, ORGANISATION, PERSON, POST, UNIT
from sederunt.graph.lasting import day
from sederunt.graph.model import AnyGraph, Edge, Graph, Node, Value, in_order
from sederunt.graph.portable import as_text, edge_id, form_of, shown, used
from sederunt.graph.sittings import day_span
from sederunt.graph.xmlform import HEAD, Element, attributes, graph_in, text, told

SUFFIX = ".gexf"

_SPACES = {"xmlns": "http://gexf.net/1.3", "xmlns:viz": "http://gexf.net/1.3/viz"}
_TYPES = {NUMBER: "long", FRACTION: "double", FLAG: "boolean"}
_KIND = "type"
COLOURS = {
    PERSON: (0, 114, 178),
    BODY: (213, 94, 0),
    ORGANISATION: (0, 158, 115),
    UNIT: (204, 121, 167),
    POST: (230, 159, 0),
}
"""Those of the pages; what these do not draw is grey."""
_GREY = (141, 138, 131)


def write(graph: AnyGraph, out: TextIO) -> None:
    """Write a graph, a node or an edge a line."""
    canonical = in_order(graph)
    graph_ = {"defaultedgetype": "directed", "mode": "dynamic", "timeformat": "date", "timerepresentation": "interval"}
    out.write(f"{HEAD}<gexf{attributes(**_SPACES, version='1.3')}>\n<graph{attributes(**graph_)}>\n")
    _write_names("node", used(canonical.nodes), out)
    _write_names("edge", used(canonical.edges), out)
    out.write("<nodes>\n")
    for node in canonical.nodes:
        red, green, blue = map(str, COLOURS.get(node.label, _GREY))
        colour = f"<viz:color{attributes(r=red, g=green, b=blue)}/>"
        out.write(f"<node{attributes(id=node.id, label=shown(node))}>{_values(node, node.label)}{colour}</node>\n")
    out.write("</nodes>\n<edges>\n")
    last: tuple[str, ...] = ()
    for edge in canonical.edges:
        # Gephi draws several edges between the same ends where they are of different kinds.
        kind = edge.type if edge.key[:-1] != last else f"{edge.type} {edge.key[-1]}"
        last = edge.key[:-1]
        ends = {"id": edge_id(edge), "source": edge.start, "target": edge.end, "kind": kind, "label": shown(edge)}
        out.write(f"<edge{attributes(**ends, **_time(edge))}>{_values(edge, edge.type)}</edge>\n")
    out.write("</edges>\n</graph>\n</gexf>\n")


def read(source: str | Path) -> Graph:
    """The graph that ``write`` wrote.

    Raises:
        PaperError: it is not such a graph, its papers could not be restored from it whole, or the file cannot be read.

    """
    return graph_in(source, "gexf", _told_of)


def _told_of(_: str, element: Element) -> tuple[str, dict[str, str]]:
    values = {told(one.get("for")): told(one.get("value")) for one in element.iterfind("{*}attvalues/{*}attvalue")}
    return values.pop(_KIND), values


def _write_names(sort: str, names: Sequence[str], out: TextIO) -> None:
    out.write(f"<attributes{attributes(class_=sort, mode='static')}>\n")
    for name in (_KIND, *names):
        out.write(f"<attribute{attributes(id=name, title=name, type=_TYPES.get(form_of(name), 'string'))}/>\n")
    out.write("</attributes>\n")


def _values(thing: Node | Edge, kind: str) -> str:
    pairs: Iterable[tuple[str, Value]] = ((_KIND, kind), *sorted(thing.properties.items()))
    values = "".join(f'<attvalue for="{name}" value="{text(as_text(value))}"/>' for name, value in pairs)
    return f"<attvalues>{values}</attvalues>"


def _time(edge: Edge) -> dict[str, str]:
    """From when to when Gephi shows an edge; nothing where that is not known."""
    own = edge.properties
    first, last = (day(own.get(told) or own.get(seen)) for told, seen in (("start", "first_seen"), ("end", "last_seen")))
    start, end = day_span(first)[0], day_span(last)[1]
    if start and end and end < start:
        return {}  # which papers may say, and Gephi cannot draw
    return {name: moment for name, moment in (("start", start), ("end", end)) if moment}
