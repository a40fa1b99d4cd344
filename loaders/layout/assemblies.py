"""The boxes of a drawn chart that name bodies: "Audit Committee (Chair: Ann Hale)"; and whether a chart is one of bodies.

Source: governance structures of trusts, partnerships and councils: a board, its committees, their groups, a council above.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from sederunt.loaders.document import Block, Chart, Span
from sederunt.loaders.naming.people import BRACKET
from sederunt.loaders.naming.wording import is_body, is_organisation, is_post, names_organisation

_FEWEST = 3
_SHARE = 0.6
"""So many of the boxes of a chart of bodies name a body or an organisation."""
_LONGEST = 12
_MOST_LINES = 6
_PLAIN = frozenset(["board", "cabinet", "council", "court", "executive", "full council", "senate", "the board", "the council"])


@dataclass(frozen=True, slots=True)
class Box:
    """A box that names a body or an organisation: its words, and what else stands in it."""

    kind: Literal["Body", "Organisation"]
    name: str
    span: Span
    rest: str


@lru_cache(maxsize=64)  # asked before the reader comes, as for other charts
def read_bodies(chart: Chart) -> Mapping[int, Box]:
    """The boxes of a chart of bodies that name one, by their numbers; none of any other chart."""
    boxes = {block.number: box for block in chart.boxes if (box := _box(block)) is not None}
    bodies = sum(box.kind == "Body" for box in boxes.values())
    tied = {number for tie in chart.ties for number in (tie.lower, tie.upper)}
    shown = bodies >= _FEWEST and len(boxes) >= _SHARE * len(chart.boxes) and len(tied & boxes.keys()) >= _FEWEST
    return boxes if shown else {}


def _box(block: Block) -> Box | None:
    lines = [line.strip() for line in block.text.split("\n") if line.strip()]
    for size in range(min(len(lines), _MOST_LINES), 0, -1):
        whole = " ".join(lines[:size])
        bare, _, label = BRACKET.sub("", whole).partition(":")
        name = bare.strip(" –-")
        if kind := _kind(name):
            beside = [*(found[0] for found in BRACKET.finditer(whole)), label, *lines[size:]]
            return Box(kind, name, block.span, " ".join(" ".join(beside).split()))
    return None


def _kind(name: str) -> Literal["Body", "Organisation", ""]:
    if not 0 < len(name.split()) <= _LONGEST or is_post(name) or not name[0].isupper() or name.endswith((".", "?")):
        return ""
    if is_body(name) or name.lower() in _PLAIN:
        return "Body"
    return "Organisation" if names_organisation(name) and is_organisation(name) else ""
