"""A picture: the things and links of an answer, with what proves each link, and where they are drawn."""

from dataclasses import dataclass
from html import escape
from importlib import import_module
from typing import Any

COLUMNS, MAP, PATHS = "columns", "map", "paths"
"""How a picture may be drawn; the script of each is the file of this name."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One line of one paper."""

    quote: str
    document: str
    """The title of the paper."""
    path: str
    """Its file, relative to the root of the graph; empty where the graph does not tell."""
    place: str


@dataclass(frozen=True, slots=True)
class Node:
    """A person, body, organisation, unit or post."""

    id: str
    kind: str
    name: str
    at: tuple[int, int] | None = None
    """Where it is drawn: column and row, or x to the right and y downwards in pixels; None: named, but not drawn."""
    note: str = ""
    """What else there is to say of it, in a few words."""


@dataclass(frozen=True, slots=True)
class Edge:
    """One fact that links two nodes."""

    start: str
    link: str
    end: str
    label: str
    """How the fact reads between the names of its ends, such as ``chair of``."""
    role: str
    """Of a membership; else empty."""
    dates: str
    """As a reader is told them; empty: unknown."""
    basis: str
    """``stated`` or ``inferred``."""
    confidence: float
    evidence: tuple[Evidence, ...]
    """The best first."""
    further: int = 0
    """How many more lines it rests on that are not here."""
    first: str = ""
    """The first day of which it is known to hold, as ISO text of any precision; empty: unknown."""
    last: str = ""
    """The last such day."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What a page shows."""

    drawing: str
    """One of those above."""
    title: str
    subject: str
    """One sentence: what is shown."""
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    asked: tuple[str, ...] = ()
    """The ids of the things that it is about."""
    notes: tuple[str, ...] = ()
    """Sentences on what is left out."""
    plan: Any = None
    """What else its drawing has to know, as JSON; nodes and edges are numbers, as they stand here."""

    def __bool__(self) -> bool:
        """Whether there is any line to draw."""
        drawn = {node.id for node in self.nodes if node.at}
        return any(edge.start in drawn and edge.end in drawn for edge in self.edges)

    def _repr_html_(self) -> str:
        """The page in a frame of its own, as notebooks show it."""
        page: str = import_module("sederunt.viz.page").page(self)
        return f'<iframe title="{escape(self.title)}" srcdoc="{escape(page)}" width="100%" height="760" style="border: 0"></iframe>'

    def names(self) -> dict[str, str]:
        """The name of each node, by its id."""
        return {node.id: node.name for node in self.nodes}
