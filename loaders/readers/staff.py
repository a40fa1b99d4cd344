"""Staff pages, staff lists and structure notes: posts, their holders, the units in which they are, and whom they report to.

Source: structure notes with a heading for each unit and lines such as "Head of Service – Ann Hale" or "Adviser x 4 – Ben Moss, one
post vacant"; who's-who pages with a post above a name or a name above a post; "reports to: Director of …" under either.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sederunt.graph.lexicon import words
from sederunt.graph.names import fold, folded_words
from sederunt.graph.statement import Basis, Mention, Statement
from sederunt.loaders.context.scene import LISTS, Scene, claim, person, thing
from sederunt.loaders.document import Block, Shape, Span
from sederunt.loaders.layout.cards import Card, is_title, read_cards
from sederunt.loaders.layout.stafftable import STAFF
from sederunt.loaders.naming.headings import ATTENDANCE, category_of
from sederunt.loaders.naming.people import looks_like_person
from sederunt.loaders.naming.seats import unit_of
from sederunt.loaders.naming.wording import body_kind, is_body, is_unit, names_organisation

STAGE = LISTS

_HEADS = re.compile(
    r"^(?:(?:acting|interim|executive|corporate|assistant|deputy|strategic|service|group|associate)\s+)*(?:directors?|heads?|managers?|principal|chief|lead)\b",
    re.IGNORECASE,
)
_HEADS_LAST = re.compile(r"\b(?:director|head|headteacher|manager|principal|lead|leader|chief)$", re.IGNORECASE)
_DEPUTY = re.compile(r"^(?:deputy|pa\b|personal assistant|executive assistant|assistant to|secretary to)", re.IGNORECASE)
_FEWEST = 3
"""So many filled posts make a staff page of a paper; of fewer, only who holds which post is said."""


@dataclass
class Unit:
    """The cards under a heading; ``mention`` is the unit that it names, None where it names none."""

    heading: Span | None = None
    mention: Mention | None = None
    level: int = 0
    within: "Unit | None" = None
    """The unit under whose heading it is named in a line of its own post."""
    cards: list[Card] = field(default_factory=list)
    posts: list[Mention] = field(default_factory=list)
    """The posts of its cards, in the same order."""

    @property
    def name(self) -> str:
        """Its name; empty where there is none."""
        return self.mention.label if self.mention else ""


def read(scene: Scene) -> Iterable[Statement]:
    """Posts, holders, vacancies, units and lines of reporting of a staff page."""
    if scene.meeting is not None or scene.document.slides:
        return
    units = _units(scene)
    filled = [card for unit in units for card in unit.cards if card.filled]
    listed = len(filled) >= _FEWEST or sum(bool(card.unit) for card in filled) > 1
    if not listed:
        units = [Unit(cards=filled, posts=[_post(card, "") for card in filled])]
    told = {
        fold(form): post for unit in units for card, post in zip(unit.cards, unit.posts, strict=True) for form in _forms(card)
    }
    flat = not any(card.manager for card in filled) and all(card.lone for card in filled)
    for unit in units:
        yield from _unit(unit, told, flat=flat)
    yield from _nested(units)


def _units(scene: Scene) -> list[Unit]:
    """The units of a page in its order, the first of which may have no name; headings without a card are left out."""
    current = Unit()
    units = [current]
    silent = _of_meetings(scene) if scene.body is not None else frozenset[int]()
    tabled = {block.number for section in scene.sections if section.category == STAFF for block in section.blocks}
    blocks = [block for block in scene.document.blocks if block.number not in tabled]
    for part in read_cards(block for block in blocks if scene.body is None or block.kind is not Shape.ROW):
        if isinstance(part, Card):
            if part.span.line_at(0) in silent and not part.span.text.startswith(part.post):
                continue
            if not part.filled and part.post.endswith("s") and _is_furniture(part.post):
                current = Unit(part.span)
                units.append(current)
                continue
            unit = Unit(part.span, thing("Unit", part.unit, "staff"), within=current) if part.unit else current
            units += [unit] if part.unit else []
            unit.cards.append(part)
            unit.posts.append(_post(part, unit.name))
        elif _is_heading(part):
            current = _headed(part, scene.body, first=not any(unit.cards for unit in units))
            units.append(current)
    return [unit for unit in units if unit.cards or (unit.mention and is_unit(unit.name))]


def _of_meetings(scene: Scene) -> frozenset[int]:
    """The lines of lists of people that stand under a heading of a body's members, which are read elsewhere."""
    return frozenset(
        line
        for section in scene.sections
        if section.category in ATTENDANCE
        for span in section.spans
        for _, line in span.places
    )


def _post(card: Card, unit: str) -> Mention:
    return Mention(
        kind="Post", text=card.post, section="staff", name=card.title if card.title != card.post else "", within=unit
    )


def _forms(card: Card) -> Iterator[str]:
    """By what a post is meant on its page: its title, and the names of those who hold it."""
    yield from (card.post, card.title)
    for holder in card.holders:
        yield holder.name


def _headed(block: Block, body: Mention | None, *, first: bool) -> Unit:
    name = _unit_name(block.text)
    marks = re.match(r"\s*(#+)", block.lines[-1].raw) if block.lines else None
    named = not (is_body(name) or _is_furniture(name) or (first and names_organisation(name)))
    named = named and (
        body is None or body_kind(body.label) == "executive" or is_unit(name)
    )  # a body's paper has other headings
    return Unit(block.span, thing("Unit", name, "staff") if named else None, len(marks[1]) if marks else 0)


def _is_heading(block: Block) -> bool:
    text = block.text
    return (
        block.kind is Shape.LINE
        and len(text.split()) <= 9
        and text[-1] not in ".:;,?!"
        and text[0].isupper()
        and block.span.text == text
        and not (looks_like_person(re.split(r",\s|\s[–—-]\s", text)[0]) or is_title(text) or category_of(text) in ATTENDANCE)
        and _is_furniture(text.partition(":")[2])
        and not re.search(r"\d|[@>|©]|\b(?:list|notes?|contacts?)\b", text, re.IGNORECASE)
    )


def _is_furniture(name: str) -> bool:
    """Whether a heading speaks of the page or of people at large: "Our people", "Management structure", "Contact us"."""
    return set(folded_words(name)) <= words("loaders", "page_words")


def _unit_name(heading: str) -> str:
    """The heading without what it says of the page: "Place directorate: who's who", "Structure of the Waste Service"."""
    name = re.sub(
        r"^(?:\w+\s+)?(?:structure|organisation|chart|staff|team|people)\s+(?:of|in|at|for)\s+(?:the\s+)?",
        "",
        heading,
        flags=re.IGNORECASE,
    )
    name, _, _behind = re.sub(r"\s*\([^)]*\)$", "", name).partition(":")
    bare, _, aside = name.partition(" – ") if " – " in name else name.partition(" - ")
    if aside and names_organisation(bare):
        return re.sub(r"\s+(?:structure|chart|staff|team structure|organisation chart)$", "", aside)
    return bare if not aside or _is_furniture(aside) else name


def _unit(unit: Unit, told: dict[str, Mention], *, flat: bool) -> Iterator[Statement]:
    if unit.mention and unit.heading:
        yield claim(None, unit.mention, span=unit.heading, confidence=0.85)
    at_head = _head(unit)
    head = unit.cards[at_head] if at_head is not None else None
    for at, (card, post) in enumerate(zip(unit.cards, unit.posts, strict=True)):
        above = head is not None and fold(head.manager) == fold(card.post)  # whom the unit's head reports to is not in it
        yield from _claims(card, post, None if above else unit.mention)
        yield from _reporting(unit, at, told, flat=flat)
    if unit.mention and head is not None and at_head is not None:
        yield claim("HEADS", unit.posts[at_head], unit.mention, span=head.span, basis="inferred", confidence=0.8)
        manager = _manager(head, told)
        if manager is not None and manager.within and manager.within != unit.name:
            whole = thing("Unit", manager.within, "staff")
            yield claim("PART_OF", unit.mention, whole, span=head.manager_span or head.span, basis="inferred", confidence=0.75)


def _claims(card: Card, post: Mention, unit: Mention | None) -> Iterator[Statement]:
    # "vacant" holds for the post as a whole only where nobody is in it
    yield claim(None, post, span=card.span, seats=card.seats, vacant=True if card.vacant and not card.holders else None)
    if unit:
        yield claim("POST_IN", post, unit, span=card.span, confidence=0.85)
    for holder in card.holders:
        who = person(holder.name, "holders", honorific=holder.honorific)
        yield claim("HOLDS", who, post, span=card.span, acting=card.acting or holder.acting)


def _reporting(unit: Unit, at: int, told: dict[str, Mention], *, flat: bool) -> Iterator[Statement]:
    """Whom a post reports to: the one printed, else the nearest post above that is indented less."""
    card, post = unit.cards[at], unit.posts[at]
    manager, basis = _manager(card, told), "stated"
    if not card.manager:
        above = next((at for at in reversed(range(at)) if unit.cards[at].level < card.level), None)
        if above is None and at and flat and unit.cards[0].level == card.level and _is_head(unit.cards[0].title):
            above = 0
        manager, basis = (unit.posts[above] if above is not None else None), "inferred"
    if manager is not None and manager != post:
        settled: Basis = "stated" if basis == "stated" else "inferred"
        proof = card.manager_span or card.span
        yield claim("REPORTS_TO", post, manager, span=proof, basis=settled, confidence=0.95 if basis == "stated" else 0.75)


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


def _is_head(title: str) -> bool:
    return bool(_HEADS.match(title)) and not _DEPUTY.match(title) and not title.lower().startswith("assistant")


def _head(unit: Unit) -> int | None:
    """Which card is of the post that runs the unit: the first of a head whose title holds words of the unit's name."""
    wanted = _telling(unit.name)
    for at, card in enumerate(unit.cards):
        title = card.title
        if _DEPUTY.match(title) or not (
            _HEADS.match(title) or (_HEADS_LAST.search(title) and fold(title).startswith(fold(unit.name)))
        ):
            continue
        shared = wanted & _telling(title)
        plain = at == 0 and wanted and _is_of_any(title)
        if (len(shared) >= len(wanted) / 2 and wanted) or (shared and at == 0) or plain:
            return at
    return None


def _is_of_any(title: str) -> bool:
    """Whether a title says of no unit that it is its: "Corporate Director", "Head of Service"."""
    of = unit_of(title)
    return _telling(title) <= words("loaders", "page_words") | words("loaders", "post_qualifiers") and (not of or is_unit(of))


def _telling(name: str) -> frozenset[str]:
    """The words of a unit's name that no other unit need have."""
    return frozenset(folded_words(name)) - words("loaders", "unit_words") - _LINKS


_LINKS = frozenset(["and", "of", "the", "for", "to", "in", "a", "with"])


def _nested(units: list[Unit]) -> Iterator[Statement]:
    """That units of a page are parts of one: of that under whose heading theirs stand, or in whose name the page is printed.

    Where headings have no level, one with no post of its own stands over those that follow.
    """
    named = [unit for unit in units if unit.mention]
    whole = _whole([unit for unit in named if unit.cards])
    above: list[Unit] = []
    for unit in named:
        if unit.within is not None:
            if unit.mention and unit.within.mention and unit.heading and unit.within.name != unit.name:
                yield claim("PART_OF", unit.mention, unit.within.mention, span=unit.heading, confidence=0.8)
            continue
        while above and above[-1].level >= unit.level and (unit.level or not unit.cards):
            above.pop()
        parent = whole if whole and whole is not unit and unit.cards else above[-1] if above else None
        if unit.mention and parent and parent.mention and unit.heading and parent.name != unit.name:
            yield claim("PART_OF", unit.mention, parent.mention, span=unit.heading, basis="inferred", confidence=0.7)
        if unit.level or not unit.cards:
            above.append(unit)


def _whole(units: list[Unit]) -> Unit | None:
    """The unit in whose name a page is printed: its first heading, where it says so, or where it is the only one in capitals."""
    if not units or units[0].heading is None:
        return None
    first, others = units[0].heading.text, [unit.heading.text for unit in units[1:] if unit.heading]
    shouted = first.isupper() and not any(map(str.isupper, others))
    titled = first != units[0].name and _is_furniture(first.removeprefix(units[0].name))
    return units[0] if shouted or titled else None
