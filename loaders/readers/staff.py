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
from sederunt.loaders.contacts import unmarked
from sederunt.loaders.context.scene import LISTS, Scene, claim, person, thing
from sederunt.loaders.document import Block, Shape, Span
from sederunt.loaders.layout.cards import Card, indent, is_title, read_cards
from sederunt.loaders.layout.stafftable import STAFF
from sederunt.loaders.layout.unit_parts import inner_heading, listed_units, sort_and_name
from sederunt.loaders.naming.headings import ATTENDANCE, category_of
from sederunt.loaders.naming.headship import is_head, rank, ranks_above, runs
from sederunt.loaders.naming.people import looks_like_person
from sederunt.loaders.naming.seats import unit_of
from sederunt.loaders.naming.wording import body_kind, is_body, is_unit, names_organisation

STAGE = LISTS

_FEWEST = 3
"""So many filled posts make a staff page of a paper; of fewer, only who holds which post is said."""


_PLAIN, _LINES, _ABOVE = 7, 8, -1
"""How deep headings without a level stand, and lines that name a unit with its post: below all headings that have one;
no card is indented less than an entry of a list of units, and so the next ones are its own."""


@dataclass
class Unit:
    """The cards under a heading; ``mention`` is the unit that it names, None where it names none."""

    heading: Span | None = None
    mention: Mention | None = None
    depth: tuple[int, int, int] = (0, 0, 0)
    """How deep it stands on its page: by the level of its heading, how far it is indented, whether it follows without a gap."""
    own: bool = False
    """Whether it is named in the line of its own post."""
    listed: bool = False
    """Whether it is an entry of a list of the parts of the unit above."""
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
    headed = sum(1 for unit in units if unit.mention and any(card.filled for card in unit.cards))
    listed = len(filled) >= _FEWEST or sum(bool(card.unit) for card in filled) > 1 or (scene.body is None and headed > 1)
    if not listed:
        units = [Unit(cards=filled, posts=[_post(card, "") for card in filled])]
    for unit in units:
        _tell_apart(unit)
    told = {
        fold(form): post for unit in units for card, post in zip(unit.cards, unit.posts, strict=True) for form in _forms(card)
    }
    flat = not any(card.manager for card in filled) and all(card.lone for card in filled)
    for unit in units:
        yield from _unit(unit, told, {unit.name for unit in units if unit.name}, flat=flat)
    yield from _nested(units)


def _units(scene: Scene) -> list[Unit]:
    """The units of a page in its order, the first of which may have no name; headings without a card are left out."""
    silent = _of_meetings(scene) if scene.body is not None else frozenset[int]()
    tabled = {block.number for section in scene.sections if section.category == STAFF for block in section.blocks}
    blocks = [block for block in scene.document.blocks if block.number not in tabled]
    parts = read_cards(block for block in blocks if scene.body is None or block.kind is not Shape.ROW)
    walk = _Walk(scene.body, frozenset(block.number for block in blocks if block.gap))
    run = {fold(unit_of(part.title)) for part in parts if isinstance(part, Card)}
    for part in parts:
        if isinstance(part, Card) and part.span.line_at(0) in silent and not part.span.text.startswith(part.post):
            continue
        if isinstance(part, Card):
            walk.card(part)
        elif not walk.inner(part) and _is_heading(part, named=fold(part.text) in run):
            walk.head(_headed(part, scene.body, first=not any(unit.cards for unit in walk.units)))
    return [unit for unit in walk.units if unit.cards or unit.listed or (unit.mention and is_unit(unit.name))]


class _Walk:
    """A way down a page: the units so far, that to which the next card belongs, and whether its parts are being listed."""

    def __init__(self, body: Mention | None, apart: frozenset[int]) -> None:
        self.body, self.apart = body, apart
        self.current = self.within = Unit()
        self.units = [self.current]
        self.listed, self.begun = "", False

    def head(self, unit: Unit) -> None:
        """Take a heading; one that is repeated below its cards, as what hides them again, heads nothing."""
        if unit.name and unit.name == self.current.name:
            return
        self.current, self.listed = unit, ""
        self.units.append(unit)

    def inner(self, block: Block) -> bool:
        """Take a heading of a list inside the unit, or an entry of a list of its parts; whether it was one."""
        base = self.within if self.current.own or self.current.listed else self.current
        if base.mention is None or not (self.body is None or is_unit(base.name)):
            return False
        rest, heads = block.text.partition(":")[2].strip(), inner_heading(block.text)
        self.current = base if heads else self.current
        told = heads or self.listed
        names = listed_units(block, rest, first=self.begun) if told == "units" and (rest or not heads) else []
        self.listed = heads or ("units" if names else self.listed and "posts")
        self.begun = heads == "units" and not rest
        found = [Unit(block.span, thing("Unit", name, "staff"), (_LINES, _ABOVE, 0), listed=True) for name in names]
        self.units += found
        if found and not rest:
            self.within, self.current = base, found[-1]
        return bool(heads or names)

    def card(self, card: Card) -> None:
        """Take a card."""
        if not card.filled and _is_furniture(card.post) and re.search(r"s\b", card.post):
            self.head(Unit(card.span))
            return
        apart = self.current.listed and card.span.line_at(0) in self.apart
        if apart or (self.current.own and not card.unit and card.level <= self.current.depth[1]):
            self.current = self.within
        unit = self.current
        if card.unit:
            depth = _own_depth(card, self.apart, listed=bool(self.listed))
            unit = Unit(card.span, thing("Unit", card.unit, "staff"), depth, own=True)
            self.within = self.within if self.current.own else self.current
            self.current = unit
            self.units.append(unit)
        unit.cards.append(card)
        unit.posts.append(_post(card, unit.name))


def _own_depth(card: Card, apart: frozenset[int], *, listed: bool) -> tuple[int, int, int]:
    """How deep a unit stands that is named in the line of its post: as a heading does, where the line stands apart, has no bullet and is
    not ``listed`` as a part of the unit above.
    """
    return (_PLAIN, 0, 1) if card.span.line_at(0) in apart and not (card.level or listed) else (_LINES, card.level, 0)


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


def _headed(block: Block, body: Mention | None, *, first: bool) -> Unit:
    name = _unit_name(block.text)
    marks = re.match(r"\s*(#+)", block.lines[-1].raw) if block.lines else None
    named = not (is_body(name) or _is_furniture(name) or (first and names_organisation(name)))
    named = named and (
        body is None or body_kind(body.label) == "executive" or is_unit(name)
    )  # a body's paper has other headings
    depth = (len(marks[1]), 0, 0) if marks else (_PLAIN, indent(block), 0 if block.gap else 2)
    return Unit(block.span, thing("Unit", name, "staff") if named else None, depth)


def _is_heading(block: Block, *, named: bool) -> bool:
    """Whether a line heads the posts below it; ``named``: it is what somebody on the page is the head of, and so no person."""
    text = block.text
    return (
        block.kind is Shape.LINE
        and len(text.split()) <= 9
        and text[-1] not in ".:;,?!"
        and unmarked(text) == text
        and text[0].isupper()
        and block.span.text == text
        and (named or not looks_like_person(re.split(r",\s|\s[–—-]\s|\s\(", text)[0]))
        and not (is_title(text) or category_of(text) in ATTENDANCE)
        and (_is_furniture(text.partition(":")[2]) or sort_and_name(text) != "")
        and not re.search(r"\d|[@>|©]|\b(?:list|notes?|contacts?)\b", text, re.IGNORECASE)
    )


def _is_furniture(name: str) -> bool:
    """Whether a heading speaks of the page or of people at large: "Our people", "Management structure", "Contact us"."""
    told = set(folded_words(name)) - words("loaders", "page_words")
    return not told or (told == {"corporate"} and fold(name).split()[-1] in _PAGES)


_PAGES = ("structure", "chart", "organogram", "staff", "directory", "team")


_SHOWS = re.compile(r"^(?:show|hide|expand|collapse|open|close|toggle)\s+(?=[A-Z])", re.IGNORECASE)
"""What a page that folds its parts prints before their names."""


def _unit_name(heading: str) -> str:
    """The heading without what it says of the page: "Place directorate: who's who", "Structure of the Waste Service"."""
    heading = _SHOWS.sub("", heading)
    name, _, _behind = re.sub(r"\s*\([^)]*\)$", "", sort_and_name(heading) or _of_page(heading)).partition(":")
    bare, _, aside = name.partition(" – ") if " – " in name else name.partition(" - ")
    if aside and names_organisation(bare):
        return re.sub(r"\s+(?:structure|chart|staff|team structure|organisation chart)$", "", aside)
    return re.sub(r"\s+staff$", "", bare if not aside or _is_furniture(aside) else name)


def _of_page(heading: str) -> str:
    """What a heading says that a page is of: "Who's who at the Harbour Office", "Management structure of Place"; else all of it."""
    for link in re.finditer(r"\s(?:of|in|at|for)\s+(?:the\s+)?", heading):
        before = heading[: link.start()]
        if _is_furniture(before) and fold(before) not in ("office", "directorate", "department"):
            return heading[link.end() :]
    return heading


def _unit(unit: Unit, told: dict[str, Mention], places: set[str], *, flat: bool) -> Iterator[Statement]:
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
        if manager is not None and manager.within in places - {unit.name}:
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


def _head(unit: Unit) -> int | None:
    """Which card is of the post that runs the unit: the first of a head whose title holds words of the unit's name."""
    return next((at for at, card in enumerate(unit.cards) if runs(card.title, unit.name, first=at == 0)), None)


def _nested(units: list[Unit]) -> Iterator[Statement]:
    """That units of a page are parts of one: of that under whose heading theirs stand, or in whose name the page is printed."""
    named = [unit for unit in units if unit.mention]
    whole = _whole([unit for unit in named if unit.cards])
    depths = _depths(named)
    above: list[tuple[tuple[int, ...], Unit]] = []
    for unit, depth in zip(named, depths, strict=True):
        while above and above[-1][0] >= depth:
            above.pop()
        inner = bool(above) and above[-1][0][:2] < depth[:2]
        parent = whole if whole and whole is not unit and unit.cards and not inner else above[-1][1] if above else None
        if unit.mention and parent and parent.mention and unit.heading and parent.name != unit.name:
            yield claim("PART_OF", unit.mention, parent.mention, span=unit.heading, basis="inferred", confidence=0.7)
        above.append((depth, unit))


def _depths(units: list[Unit]) -> list[tuple[int, ...]]:
    """How deep each unit stands; where no layout tells, a heading with no post of its own stands over those that follow, and a
    director's unit over those of heads of service.
    """
    told = [unit.depth for unit in units]
    gaps = [depth[2] for depth in told if depth[0] == _PLAIN]
    if gaps.count(0) < 2 or not gaps or gaps[0]:
        told = [(*depth[:2], depth[2] % 2) for depth in told]
    if len(set(told)) > 1 and any(level < _PLAIN or column for level, column, _ in told):
        return list(told)
    empty = [not unit.cards for unit in units]
    if any(empty) and not all(empty):
        return [(*depth, not bare) for depth, bare in zip(told, empty, strict=True)]
    if len(set(told)) > 1:
        return list(told)
    return [(*depth, at) for depth, at in zip(told, _ranks(units), strict=True)]


def _ranks(units: list[Unit]) -> list[int]:
    """How high the head of each unit stands, where several are run by directors and others by heads below them,
    or the first by one above all others; else all alike.
    """
    heads = [unit.cards[at].title if (at := _head(unit)) is not None else "" for unit in units]
    found = [rank(title) for title in heads]
    sorts = [fold(unit.name).split()[-1] for unit in units]
    top = found[0] if len(found) > 1 else None
    over = top is not None and all(at is not None and at > top for at in found[1:])
    titled = over and is_unit(units[0].name) and sorts.count(sorts[0]) == 1  # "Planning Service" over its three teams
    if not titled and (found.count(0) < 2 or found[0] != 0):
        return [0] * len(units)
    filled: list[int] = []
    for at in found:
        filled.append(at if at is not None else max(filled[-1], 1))
    return filled


def _whole(units: list[Unit]) -> Unit | None:
    """The unit in whose name a page is printed: its first heading, where it says so, or where it is the only one in capitals."""
    if not units or units[0].heading is None:
        return None
    first, others = units[0].heading.text, [unit.heading.text for unit in units[1:] if unit.heading]
    shouted = first.isupper() and not any(map(str.isupper, others))
    titled = first != units[0].name and _is_furniture(first.removeprefix(units[0].name))
    return units[0] if shouted or titled else None
