"""The boxes of a drawn chart, read: a post with its holders, a unit, a person alone; and whether the chart is one of an organisation.

Source: charts in slides, Word files and PDFs, whose boxes print a post and a name below each other, either first, each wrapped or not.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from sederunt.loaders.document import Block, Chart, Document, Shape, Span
from sederunt.loaders.layout.assemblies import read_bodies
from sederunt.loaders.layout.boxes import read_box
from sederunt.loaders.layout.cards import Card, read_cards
from sederunt.loaders.layout.holders import Holder, read_holders
from sederunt.loaders.naming.seats import split_counted

_MOST_LINES = 6
"""A box of more lines is no post: it is prose, or a list."""
_MOST_LISTED = 20
"""A box of more lines is no list of posts either."""
_SHARE = 0.6
"""At least so many boxes of an organisation's chart are posts, people or units."""
_MOST_UPPERS = 0.8
"""So many entries with others under them are posts or units, in a list that is a structure."""
_GUESSED = 0.7
"""Ties surer than this were drawn; of a chart that is only guessed from where its boxes lie, most must be posts."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A box of an organisation's chart: ``card`` its post, or ``unit`` the unit that it names, or neither: a person, or words."""

    span: Span
    card: Card | None = None
    unit: str = ""
    people: tuple[Holder, ...] = ()
    more: tuple[Card, ...] = ()
    """Other posts that stand in it, which hang under the same one."""

    @property
    def told(self) -> bool:
        """Whether it is understood."""
        return bool(self.card or self.unit or self.people)


@lru_cache(maxsize=64)  # whether a chart is a structure is asked before its reader comes: the charts of one paper
def read_seats(chart: Chart) -> tuple[Seat, ...]:
    """Its boxes, each read by itself, in their order."""
    return tuple(_seat(box.span) for box in chart.boxes)


def is_structure(chart: Chart) -> bool:
    """Whether a chart shows posts, and not the steps of a process or the parts of a project."""
    seats = read_seats(chart)
    told, posts = sum(seat.told for seat in seats), sum(seat.card is not None for seat in seats)
    drawn = any(tie.confidence > _GUESSED for tie in chart.ties)
    if posts < 2 or told < _SHARE * len(seats) or not (drawn or posts >= _SHARE * len(seats)):
        return False
    return not chart.listed or _hangs_from_posts(chart, seats)


def tell_posts(texts: Sequence[str]) -> bool:
    """Whether most of these are posts with who is in them, each by itself, so that they are read so though nothing joins them."""
    if len(texts) < 2:
        return False
    read = [_seat(Span(text, ((0, 1),))) for text in texts]
    return sum(seat.card is not None and seat.card.filled and "\n" in seat.span.text for seat in read) >= max(
        2, _SHARE * len(read)
    )


def _hangs_from_posts(chart: Chart, seats: Sequence[Seat]) -> bool:
    """Whether the entries of a list hang under posts and units, and not under labels: where posts are filled, those above are too."""
    at = {box.number: seat for box, seat in zip(chart.boxes, seats, strict=True)}
    filled = [seat.card.filled for seat in seats if seat.card is not None]
    must = 2 * sum(filled) > len(filled)
    uppers = [at[number] for number in {tie.upper for tie in chart.ties}]
    good = [seat for seat in uppers if seat.unit or (seat.card is not None and (seat.card.filled or not must))]
    return len(good) >= _MOST_UPPERS * len(uppers)


def charted(document: Document) -> Document:
    """The document without charts that show no organisation, and with the boxes of the others in their charts alone."""
    if not document.charts:
        return document
    kept = tuple(chart for chart in document.charts if is_structure(chart) or read_bodies(chart))
    boxes = {box.number for chart in kept for box in chart.boxes}
    return replace(document, charts=kept, blocks=tuple(block for block in document.blocks if block.number not in boxes))


def _seat(span: Span) -> Seat:
    if several := _several(span):
        return Seat(span, several[0], more=several[1:])
    if span.text.count("\n") >= _MOST_LINES:
        return Seat(span)
    read = read_box(span)
    if isinstance(read, Card):
        return Seat(span, read)
    people = read_holders(", ".join(span.text.split("\n")))[0]
    return Seat(span, unit=read or "", people=people if not read else ())


def _several(span: Span) -> tuple[Card, ...]:
    """The posts of a box that is a list of several, each with its holder or the number of its seats; none where it is not."""
    edges = [-1, *(at for at, char in enumerate(span.text) if char == "\n"), len(span.text)]
    lines = [span.part(start + 1, end) for start, end in pairwise(edges)]
    if not 1 < len(lines) <= _MOST_LISTED:
        return ()
    parts = read_cards(Block(Shape.LINE, (), (line,)) for line in lines)
    cards = tuple(part for part in parts if isinstance(part, Card))
    over = [part.text for part in parts if not isinstance(part, Card)]
    told = sum(len(card.span.text.split()) for card in cards) + sum(len(text.split()) for text in over)
    counted = all(card.filled or split_counted(card.post)[0] != card.post for card in cards)
    headed = not over or (over == [lines[0].text] and len(over[0].split()) < _MOST_LINES)
    return cards if len(cards) > 1 and counted and headed and told == len(span.text.split()) else ()
