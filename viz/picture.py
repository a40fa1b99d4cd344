"""A picture: the things and links of an answer, with what proves each link, and where they are drawn."""

from dataclasses import dataclass
from html import escape
from importlib import import_module
from typing import Any

COLUMNS, MAP, PATHS, TIMES, TREE = "columns", "map", "paths", "times", "tree"
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

    @property
    def source(self) -> str:
        """The paper and the place, as answers have it."""
        return ", ".join(part for part in (self.document, self.place) if part)


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
class Place:
    """A line by which one row of a tree may hang on another."""

    low: str
    high: str
    edge: int
    """Its number among the edges of the picture."""
    rank: int
    """Lines of a higher rank count where a row has none of a lower."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a row of a tree says beside its name."""

    node: str
    unit: str = ""
    """Where a post is, or what it runs."""
    seats: int = 1
    vacant: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """Who is in a post of a tree: an edge by its number."""

    post: str
    edge: int
    acting: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """What has become of something between two papers."""

    node: str
    sort: str
    """A key of ``style.CHANGES``."""
    text: str
    edge: int | None = None
    """The edge that proves it, by its number."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What a tree needs beside nodes and edges; which row stands under which is told when it is known what is shown."""

    root: str
    """What everything hangs on; empty: there may be many trees."""
    entries: tuple[Entry, ...]
    """One for each row, in the order of rows that stand under the same."""
    places: tuple[Place, ...]
    """For each row the best first."""
    heads: tuple[tuple[str, str], ...]
    """Units that are no rows of their own, each with the post whose row it shares."""
    held: tuple[Held, ...]
    marks: tuple[Mark, ...] = ()
    compared: bool = False
    """Whether it shows two times, so that what is not marked has not changed."""


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
    outline: Outline | None = None
    """Of a tree."""

    def __bool__(self) -> bool:
        """Whether there is any line to draw."""
        drawn = {node.id for node in self.nodes if node.at}
        drawn |= {unit for unit, _ in self.outline.heads} if self.outline else set()
        return any(edge.start in drawn and edge.end in drawn for edge in self.edges)

    def _repr_html_(self) -> str:
        """The page in a frame of its own, as notebooks show it."""
        page: str = import_module("sederunt.viz.page").page(self)
        return f'<iframe title="{escape(self.title)}" srcdoc="{escape(page)}" width="100%" height="760" style="border: 0"></iframe>'

    def names(self) -> dict[str, str]:
        """The name of each node, by its id."""
        return {node.id: node.name for node in self.nodes}
