"""Staff pages, staff lists and structure notes: posts, their holders, the units in which they are, and whom they report to.

Source: structure notes with a heading for each unit and lines such as "Head of Service – Ann Hale" or "Adviser x 4 – Ben Moss, one
post vacant"; who's-who pages with a post above a name or a name above a post; "reports to: Director of …" under either.
"""

import re
from collections.abc import Iterable, Iterator

from sederunt.graph.names import fold
from sederunt.graph.statement import Basis, Mention, Statement
from sederunt.loaders.context.scene import LISTS, Scene, claim, names_thing, person, thing
from sederunt.loaders.context.units import Unit, head_of, nesting, place_of, post_of, units_of
from sederunt.loaders.layout.cards import Card, is_title
from sederunt.loaders.layout.interests import is_register
from sederunt.loaders.naming.headship import is_head, ranks_above
from sederunt.loaders.naming.people import looks_like_person

STAGE = LISTS

_FEWEST = 3
"""So many filled posts make a staff page of a paper; of fewer, only who holds which post is said."""


def read(scene: Scene) -> Iterable[Statement]:
    """Posts, holders, vacancies, units and lines of reporting of a staff page."""
    if scene.meeting is not None or scene.document.slides or is_register(scene.document):
        return
    units = units_of(scene)
    filled = [card for unit in units for card in unit.cards if card.filled]
    headed = sum(1 for unit in units if unit.mention and any(card.filled for card in unit.cards))
    listed = len(filled) >= _FEWEST or sum(bool(card.unit) for card in filled) > 1 or (scene.body is None and headed > 1)
    if not listed:
        units = [Unit(cards=filled, posts=[post_of(card, "") for card in filled])]
    for unit in units:
        _tell_apart(unit)
    told = {
        fold(form): post for unit in units for card, post in zip(unit.cards, unit.posts, strict=True) for form in _forms(card)
    }
    flat = not any(card.manager for card in filled) and all(card.lone for card in filled)
    for unit in units:
        yield from _unit(unit, told, {unit.name for unit in units if unit.name}, flat=flat)
    yield from _nested(units)


def _tell_apart(unit: Unit) -> None:
    """Posts of one title below different ones, in no unit, are different posts: each is of that below which it stands."""
    titles = [fold(card.title) for card in unit.cards]
    for at, card in enumerate(unit.cards):
        above = _above(unit, at)
        if unit.mention is None and titles.count(titles[at]) > 1 and above is not None and not card.manager:
            unit.posts[at] = unit.posts[at].model_copy(update={"within": unit.cards[above].title})


def _above(unit: Unit, at: int) -> int | None:
    """The nearest card above one that is indented less."""
    return next((up for up in reversed(range(at)) if unit.cards[up].level < unit.cards[at].level), None)


def _forms(card: Card) -> Iterator[str]:
    """By what a post is meant on its page: its title, and the names of those who hold it."""
    yield from (card.post, card.title)
    for holder in card.holders:
        yield holder.name


def _unit(unit: Unit, told: dict[str, Mention], places: set[str], *, flat: bool) -> Iterator[Statement]:
    if unit.mention and unit.heading:
        yield claim(None, unit.mention, span=unit.heading, confidence=0.85)
    at_head = head_of(unit)
    head = unit.cards[at_head] if at_head is not None else None
    for at, (card, post) in enumerate(zip(unit.cards, unit.posts, strict=True)):
        above = head is not None and fold(head.manager) == fold(card.post)  # whom the unit's head reports to is not in it
        yield from _claims(card, post, None if above else unit.mention)
        yield from _reporting(unit, at, told, flat=flat)
    if unit.mention and head is not None and at_head is not None:
        yield claim("HEADS", unit.posts[at_head], unit.mention, span=head.span, basis="inferred", confidence=0.8)
        manager = _manager(head, told)
        if manager is not None and manager.within in places - {unit.name}:
            whole = thing("Unit", manager.within, "staff")
            yield claim("PART_OF", unit.mention, whole, span=head.manager_span or head.span, basis="inferred", confidence=0.75)


def _claims(card: Card, post: Mention, unit: Mention | None) -> Iterator[Statement]:
    # "vacant" holds for the post as a whole only where nobody is in it
    yield claim(None, post, span=card.span, seats=card.seats, vacant=True if card.vacant and not card.holders else None)
    _, place = place_of(card)
    if place and place == post.within:
        whole = thing("Organisation", place, "staff")
        yield names_thing(whole, card.span)
        yield claim("POST_IN", post, whole, span=card.span, confidence=0.85)
    elif unit:
        yield claim("POST_IN", post, unit, span=card.span, confidence=0.85)
    for holder in card.holders:
        who = person(holder.name, "holders", honorific=holder.honorific)
        yield claim("HOLDS", who, post, span=card.span, acting=card.acting or holder.acting)


def _reporting(unit: Unit, at: int, told: dict[str, Mention], *, flat: bool) -> Iterator[Statement]:
    """Whom a post reports to: the one printed, else the nearest post above that is indented less."""
    card, post = unit.cards[at], unit.posts[at]
    manager, basis = _manager(card, told), "stated"
    if not card.manager:
        above = _above(unit, at)
        if above is None and at and flat and _leads(unit.cards[0], card):
            above = 0
        manager, basis = (unit.posts[above] if above is not None else None), "inferred"
    if manager is not None and manager != post:
        settled: Basis = "stated" if basis == "stated" else "inferred"
        proof = card.manager_span or card.span
        yield claim("REPORTS_TO", post, manager, span=proof, basis=settled, confidence=0.95 if basis == "stated" else 0.75)


def _leads(first: Card, card: Card) -> bool:
    """Whether the first of cards of which no layout tells more is of whom the others report to: it has the higher title."""
    return first.level == card.level and is_head(first.title) and ranks_above(first.title, card.title)


def _manager(card: Card, told: dict[str, Mention]) -> Mention | None:
    """The post that a card reports to, which may be printed with its holder behind a comma, or by the holder's name alone."""
    title, _, rest = card.manager.partition(",")
    for form in (
        card.manager,
        title,
        re.sub(r"\s*\([^()]*\)$", "", card.manager),
        re.sub(r"^(?:Dr|Mr|Mrs|Ms|Prof\w*)\.?\s", "", title),
    ):
        if form and fold(form) in told:
            return told[fold(form)]
    bare = title if rest and looks_like_person(rest.strip()) else card.manager
    return thing("Post", bare, "staff") if bare and is_title(bare) else None


def _nested(units: list[Unit]) -> Iterator[Statement]:
    """That units of a page are parts of others."""
    for unit, whole in nesting(units):
        if unit.mention and whole.mention and unit.heading:
            yield claim("PART_OF", unit.mention, whole.mention, span=unit.heading, basis="inferred", confidence=0.7)
