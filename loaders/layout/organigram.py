"""The boxes of a drawn chart, read: a post with its holders, a unit, a person alone; and whether the chart is one of an organisation.

Source: charts in slides, Word files and PDFs, whose boxes print a post and a name below each other, either first, each wrapped or not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from sederunt.loaders.document import Block, Chart, Document, Shape, Span, joined
from sederunt.loaders.layout.cards import Card, Holder, read_cards, read_holders
from sederunt.loaders.naming.wording import is_body, is_unit

_MOST_LINES = 6
"""A box of more lines is no post: it is prose, or a list."""
_SHARE = 0.6
"""At least so many boxes of an organisation's chart are posts, people or units."""
_GUESSED = 0.7
"""Ties surer than this were drawn; of a chart that is only guessed from where its boxes lie, most must be posts."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A box of an organisation's chart: ``card`` its post, or ``unit`` the unit that it names, or neither: a person, or words."""

    span: Span
    card: Card | None = None
    unit: str = ""
    people: tuple[Holder, ...] = ()

    @property
    def told(self) -> bool:
        """Whether it is understood."""
        return bool(self.card or self.unit or self.people)


def read_seats(chart: Chart) -> tuple[Seat, ...]:
    """Its boxes, each read by itself, in their order."""
    return tuple(_seat(box.span) for box in chart.boxes)


def is_structure(chart: Chart) -> bool:
    """Whether a chart shows posts, and not the steps of a process or the parts of a project."""
    seats = read_seats(chart)
    told, posts = sum(seat.told for seat in seats), sum(seat.card is not None for seat in seats)
    drawn = any(tie.confidence > _GUESSED for tie in chart.ties)
    return bool(chart.ties) and posts > 1 and told >= _SHARE * len(seats) and (drawn or posts >= _SHARE * len(seats))


def charted(document: Document) -> Document:
    """The document without charts that show no organisation, and with the boxes of the others in their charts alone."""
    if not document.charts:
        return document
    kept = tuple(chart for chart in document.charts if is_structure(chart))
    boxes = {box.number for chart in kept for box in chart.boxes}
    return replace(document, charts=kept, blocks=tuple(block for block in document.blocks if block.number not in boxes))


def _seat(span: Span) -> Seat:
    lines = _lines(span)
    if len(lines) > _MOST_LINES:
        return Seat(span)
    readings = [_read(span, grouped) for grouped in _grouped(lines)]
    return max(readings, key=_worth)[1]


def _lines(span: Span) -> list[Span]:
    edges = [-1, *(at for at, char in enumerate(span.text) if char == "\n"), len(span.text)]
    return [span.part(start + 1, end) for start, end in pairwise(edges)]


def _grouped(lines: Sequence[Span]) -> Iterator[list[Span]]:
    """The lines in all the ways in which some may go on in the next; as they stand first."""
    for many in reversed(range(len(lines))):
        for cuts in combinations(range(1, len(lines)), many):
            edges = [0, *cuts, len(lines)]
            yield [joined(list(lines[start:end])) for start, end in pairwise(edges)]


def _read(span: Span, lines: Sequence[Span]) -> tuple[int, Seat]:
    """A box read line by line, with how many of the lines were understood less those that were not."""
    parts = read_cards(Block(Shape.LINE, (), (line,)) for line in lines)
    cards = [part for part in parts if isinstance(part, Card)]
    spare = sum(isinstance(part, Block) for part in parts)
    if len(cards) == 1:
        return 10 - spare, Seat(span, replace(cards[0], span=span))
    if cards:
        return 0, Seat(span, replace(cards[0], span=span))
    named = [read_holders(line.text)[0] for line in lines]
    if len(lines) == 1 and named[0]:
        return 5, Seat(span, people=named[0])
    if len(lines) == 1 and _can_be_unit(lines[0].text):
        return 4, Seat(span, unit=lines[0].text)
    return -spare, Seat(span)


def _can_be_unit(text: str) -> bool:
    return is_unit(text) and not is_body(text) and not text.endswith((".", ":", "?"))


def _worth(reading: tuple[int, Seat]) -> tuple[int, int]:
    """How much a reading of a box explains: a post with its holder more than a post alone."""
    worth, seat = reading
    return worth, sum(map(bool, (seat.card and seat.card.filled,)))
