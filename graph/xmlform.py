"""Nodes and edges in forms of XML: text that XML can hold, and elements read one by one.

Characters that XML cannot hold are written as office programs write them: ``_x0007_``; an underscore that looks like the beginning of one
is ``_x005F_``.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import TypeAlias

from lxml import etree
from sederunt.graph.model import Graph
from sederunt.graph.portable import from_text, reading, restored

_HELD_BACK = re.compile('[&<>"\t\n\r]|[^\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|_(?=x[0-9A-F]{4})')
_WRITTEN = re.compile("_x([0-9A-F]{4})_")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}

Element: TypeAlias = etree._Element

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def text(value: str) -> str:
    """A text as it may stand between tags, and in quotation marks within one."""
    return _HELD_BACK.sub(_held, value)


def _held(found: re.Match[str]) -> str:
    return _ENTITIES.get(found[0]) or f"_x{ord(found[0]):04X}_"


def attributes(**values: str) -> str:
    """Attributes as they stand in a tag, with a space before each; an underscore at the end of a name is left out."""
    return "".join(f' {name.rstrip("_")}="{text(value)}"' for name, value in values.items())


def told(value: str | None) -> str:
    """The text that ``text`` wrote."""
    return _WRITTEN.sub(lambda found: chr(int(found[1], 16)), value or "")


def elements(source: str | Path, root: str, *names: str) -> Iterator[tuple[str, Element]]:
    """The elements of these names, each whole, as they come; none is kept.

    Raises:
        ValueError: what everything stands in is no ``root``.
        SyntaxError: it is not XML.
        OSError: the file cannot be read.

    """
    with source.open("rb") if isinstance(source, Path) else BytesIO(source.encode()) as file:
        # Entities stay as they are: a file may not make itself longer than it is, nor fetch anything.
        found = etree.iterparse(file, resolve_entities=False, no_network=True, huge_tree=True, remove_comments=True)
        for _, element in found:
            name = etree.QName(element).localname
            if name in names:
                yield name, element
                _forget(element)
    if found.root is None or etree.QName(found.root).localname != root:
        raise ValueError("it is XML of another kind")


def graph_in(source: str | Path, form: str, told_of: Callable[[str, Element], tuple[str, Mapping[str, str]]]) -> Graph:
    """The graph that stands in XML.

    Args:
        source: the text itself, or the path of a file that holds it.
        form: the word of the export, which is the name of what everything stands in as well.
        told_of: given ``node`` or ``edge`` and the element, its kind, and its properties as text.

    Raises:
        PaperError: it is no such graph, its papers could not be restored from it whole, or the file cannot be read.

    """
    nodes, edges = [], []
    with reading(source, form):
        for name, element in elements(source, form, "node", "edge"):
            kind, values = told_of(name, element)
            properties = {key: from_text(key, value) for key, value in values.items()}
            if name == "node":
                nodes.append({"id": told(element.get("id")), "label": kind, "properties": properties})
            else:
                ends = {"start": told(element.get("source")), "end": told(element.get("target"))}
                edges.append({"type": kind, **ends, "properties": properties})
        return restored(nodes, edges)


def _forget(element: Element) -> None:
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
