"""Charts as they were drawn: posts with their holders and seats, units, and who reports to whom by the lines between the boxes.

Source: diagrams and connectors of slides and Word files, boxes and lines on pages of PDF, bullets that hang under one another.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sederunt.graph.names import fold
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.scene import LISTS, Scene, claim, person, thing
from sederunt.loaders.document import Chart, Tie
from sederunt.loaders.layout.cards import Card
from sederunt.loaders.layout.organigram import Seat, is_structure, read_seats

STAGE = LISTS


@dataclass(frozen=True)
class _Tree:
    """A chart with its boxes read: the mention of each that is a post or a unit, and the tie by which each hangs."""

    seats: Sequence[Seat]
    above: Mapping[int, tuple[int, Tie]]
    """The box above each, by their places, with the tie; dotted lines are not among them."""

    def manager(self, at: int) -> tuple[int, Tie] | None:
        """The nearest post above a box, with the tie that leads out of the box."""
        first = self.above.get(at)
        seen = {at}
        step = first
        while step is not None and step[0] not in seen and self.seats[step[0]].card is None:
            seen.add(step[0])
            step = self.above.get(step[0])
        return None if first is None or step is None or step[0] in seen else (step[0], first[1])

    def unit(self, at: int) -> int | None:
        """The unit right above a box, or above that."""
        seen, step = {at}, self.above.get(at)
        while step is not None and step[0] not in seen and not self.seats[step[0]].unit and self.seats[at].unit:
            seen.add(step[0])
            step = self.above.get(step[0])
        return step[0] if step is not None and self.seats[step[0]].unit else None


def read(scene: Scene) -> Iterable[Statement]:
    """Posts, holders, vacancies, units and lines of reporting of the charts of a paper; a chart that stands twice is read once."""
    seen: set[tuple[str, ...]] = set()
    for chart in filter(is_structure, scene.document.charts):
        words = tuple(sorted(fold(box.text) for box in chart.boxes))
        if words not in seen:
            seen.add(words)
            yield from _claims(_tree(chart))


def _tree(chart: Chart) -> _Tree:
    at = {box.number: place for place, box in enumerate(chart.boxes)}
    above = {at[tie.lower]: (at[tie.upper], tie) for tie in reversed(chart.ties) if not tie.dotted}
    seats = list(read_seats(chart))
    for place, seat in enumerate(tuple(seats)):
        for card in seat.more:
            above |= {len(seats): above[place]} if place in above else {}
            seats.append(Seat(card.span, card))
    return _Tree(seats, above)


def _claims(tree: _Tree) -> Iterator[Statement]:
    posts = _posts(tree)
    for mention, places in _by_post(posts).items():
        yield from _post(mention, [tree.seats[at] for at in places])
    units = {at: thing("Unit", seat.unit, "chart") for at, seat in enumerate(tree.seats) if seat.unit}
    for at, unit in units.items():
        yield claim(None, unit, span=tree.seats[at].span, basis="inferred", confidence=0.8)
    for at, seat in enumerate(tree.seats):
        within = tree.unit(at)
        if within is not None and at in posts:
            yield claim("POST_IN", posts[at], units[within], span=seat.span, basis="inferred", confidence=0.8)
        elif within is not None and at in units:
            yield claim("PART_OF", units[at], units[within], span=seat.span, basis="inferred", confidence=0.8)
        manager = tree.manager(at) if at in posts else None
        if manager is not None and posts[manager[0]] != posts[at]:
            tie = manager[1]
            yield claim("REPORTS_TO", posts[at], posts[manager[0]], span=seat.span, basis=tie.basis, confidence=tie.confidence)


def _posts(tree: _Tree) -> dict[int, Mention]:
    """The posts of a chart by the places of their boxes; those of one title that hang under different boxes are different posts."""
    cards = {at: seat.card for at, seat in enumerate(tree.seats) if seat.card is not None}
    managers = {at: tree.manager(at) for at in cards}
    over: dict[str, set[int | None]] = {}
    for at, card in cards.items():
        over.setdefault(fold(card.title), set()).add(managed[0] if (managed := managers[at]) else None)
    found: dict[int, Mention] = {}
    for at, card in cards.items():
        managed = managers[at]
        apart = len(over[fold(card.title)]) > 1 and managed is not None
        found[at] = _mention(card, cards[managed[0]].title if apart and managed is not None else "")
    return found


def _mention(card: Card, within: str) -> Mention:
    return Mention(
        kind="Post", text=card.post, section="chart", name=card.title if card.title != card.post else "", within=within
    )


def _by_post(posts: Mapping[int, Mention]) -> dict[Mention, list[int]]:
    found: dict[Mention, list[int]] = {}
    for at, mention in posts.items():
        found.setdefault(mention, []).append(at)
    return found


def _post(post: Mention, seats: Sequence[Seat]) -> Iterator[Statement]:
    """What the boxes of one post say: each is a seat, filled or not."""
    cards = [seat.card for seat in seats if seat.card is not None]
    held = any(card.holders for card in cards)
    vacant = True if any(card.vacant for card in cards) and not held else None
    yield claim(None, post, span=seats[0].span, seats=sum(card.seats for card in cards), vacant=vacant)
    for seat, card in zip(seats, cards, strict=True):
        for holder in card.holders:
            who = person(holder.name, "holders", honorific=holder.honorific)
            yield claim("HOLDS", who, post, span=seat.span, acting=card.acting or holder.acting)
