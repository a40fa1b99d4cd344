"""A structure as the rows of a tree: which lines each row may hang on, who is in it, and what is said of it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sederunt.graph.kinds import POST
from sederunt.queries.tree import RANK, Hanging, Line, Seat, Structure
from sederunt.viz.facts import LABELS
from sederunt.viz.picture import Edge, Entry, Held, Mark, Node, Outline, Place

LINES = tuple(RANK)
"""The types of the lines of a structure."""

_Ends = tuple[str, str, str]


def outline(found: Structure, hanging: Hanging, edges: Sequence[Edge], marks: Sequence[Mark] = ()) -> Outline:
    """The rows of a structure.

    Args:
        found: its things, lines and seats.
        hanging: where each row may stand.
        edges: those of the picture.
        marks: what has become of its things.

    """
    numbers = {(edge.start, edge.link, edge.end): number for number, edge in enumerate(edges)}
    rows = sorted(hanging.uppers, key=lambda at: place(found, at))
    return Outline(
        root=hanging.root,
        entries=tuple(_entry(found, hanging, at) for at in rows),
        places=tuple(_places(hanging, numbers)),
        heads=tuple(sorted((unit, post) for unit, post in hanging.heads.items() if post in hanging.uppers)),
        held=tuple(_held(edges, hanging.uppers)),
        marks=tuple(marks),
        compared=bool(marks),
    )


def place(found: Structure, at: str) -> tuple[bool, str, str]:
    """What rows under the same row are ordered by: posts first, then by name."""
    kind, name = found.things[at]
    return (kind != POST, name, at)


def _entry(found: Structure, hanging: Hanging, at: str) -> Entry:
    if found.things[at][0] != POST:
        return Entry(at)
    seat = found.seats.get(at, Seat())
    return Entry(at, hanging.units.get(at, ""), seat.seats, seat.vacant)


def _places(hanging: Hanging, numbers: Mapping[_Ends, int]) -> Iterable[Place]:
    for low, uppers in sorted(hanging.uppers.items()):
        for line, high in uppers:
            number = numbers.get((line.low, line.link, line.high))
            if number is not None:
                yield Place(low, high, number, RANK[line.link])


def _held(edges: Sequence[Edge], posts: Mapping[str, Any]) -> Iterable[Held]:
    for number, edge in enumerate(edges):
        if edge.link == "HOLDS" and edge.end in posts:
            yield Held(edge.end, number, "(acting)" in edge.label)


def notes(found: Structure, hanging: Hanging, lines: Iterable[Line]) -> dict[str, str]:
    """What else a row hangs on, beside that under which it stands first: a few words for each row that hangs on several."""
    first = {low: uppers[0][1] for low, uppers in hanging.uppers.items() if uppers}
    told: dict[str, list[str]] = {}
    for line in sorted(lines, key=lambda line: (RANK[line.link], line)):
        low, high = (hanging.heads.get(end, end) for end in (line.low, line.high))
        if low in first and high not in (low, first[low]):
            words = f"{LABELS[line.link]} {found.things[line.high][1]}"
            told.setdefault(low, []).append(words if low == line.low else f"its unit {words}")
    return {low: f"also {' and '.join(dict.fromkeys(words))}" for low, words in told.items()}


def packed(outline: Outline, at: Mapping[str, int]) -> dict[str, Any]:
    """An outline as ``unfold.js`` takes it, nodes by their numbers."""
    return {
        "root": at.get(outline.root, -1),
        "entries": [[at[row.node], row.unit, row.seats, int(row.vacant)] for row in outline.entries],
        "places": [[at[each.low], at[each.high], each.edge, each.rank] for each in outline.places],
        "heads": [[at[unit], at[post]] for unit, post in outline.heads if unit in at],
        "held": [[at[each.post], each.edge, int(each.acting)] for each in outline.held],
        "marks": [[at[mark.node], mark.sort, mark.text, mark.edge] for mark in outline.marks],
        "compared": outline.compared,
    }


def people(edges: Iterable[Edge]) -> list[str]:
    """The ids of those who are in posts, in the order of the edges."""
    return list(dict.fromkeys(edge.start for edge in edges if edge.link == "HOLDS"))


def nodes(found: Structure, outlined: Outline, names: Mapping[str, str], told: Mapping[str, str]) -> tuple[Node, ...]:
    """The rows and who is in them as nodes, then units that share a row with a post.

    Args:
        found: the structure.
        outlined: its rows.
        names: of the people in it, by their ids.
        told: what else there is to say of each row.

    """
    rows = [entry.node for entry in outlined.entries]
    drawn = [Node(at, *found.things[at], (0, row), told.get(at, "")) for row, at in enumerate(rows)]
    shared = [Node(unit, *found.things[unit]) for unit, _ in outlined.heads]
    holders = [Node(id_, "Person", name, (1, row)) for row, (id_, name) in enumerate(names.items())]
    return (*drawn, *shared, *holders)
