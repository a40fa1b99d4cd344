"""The units of a staff page with their posts, and which of them stand in which.

Source: structure notes with a heading for each unit, pages that fold a part for each directorate ("Service: Planning" under "Place
directorate"), lists of teams below a service, lines that name a unit with who runs it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from sederunt.graph.lexicon import pairs, words
from sederunt.graph.names import fold, folded_words
from sederunt.graph.statement import Mention
from sederunt.loaders.contacts import unmarked
from sederunt.loaders.context.scene import Scene, thing
from sederunt.loaders.document import Block, Shape, Span
from sederunt.loaders.layout.cards import Card, indent, is_title, read_cards, unit_and_holder
from sederunt.loaders.layout.unit_parts import heading_post, inner_heading, listed_units, sort_and_name
from sederunt.loaders.naming.headings import ATTENDANCE, category_of
from sederunt.loaders.naming.headship import leads_all, leads_some, rank, runs
from sederunt.loaders.naming.people import looks_like_person
from sederunt.loaders.naming.seats import unit_of
from sederunt.loaders.naming.titles import read_title
from sederunt.loaders.naming.wording import body_kind, is_body, is_generic, is_unit, names_organisation

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


def units_of(scene: Scene) -> list[Unit]:
    """The units of a page in its order, the first of which may have no name; headings without a card are left out."""
    silent = _of_meetings(scene) if scene.body is not None else frozenset[int]()
    blocks = list(scene.untabled)
    parts = read_cards(block for block in blocks if scene.body is None or block.kind is not Shape.ROW)
    walk = _Walk(scene.body, frozenset(block.number for block in blocks if block.gap))
    run = {fold(unit_of(part.title)) for part in parts if isinstance(part, Card)}
    duties = _duties([part for part in parts if isinstance(part, Block)], walk.apart)
    for part in parts:
        if isinstance(part, Card) and part.span.line_at(0) in silent and not part.span.text.startswith(part.post):
            continue
        if isinstance(part, Card):
            walk.card(part)
        elif not walk.inner(part) and part.number not in duties and _is_heading(part, named=fold(part.text) in run):
            walk.head(_headed(part, scene.body, first=not any(unit.cards for unit in walk.units)))
    held = {unit.name for unit in walk.units if unit.cards}
    named = (unit for unit in walk.units if unit.cards or unit.listed or (unit.mention and is_unit(unit.name)))
    return [unit for unit in named if unit.cards or unit.listed or unit.name not in held]  # in a list of contents


_CHARGED = re.compile(
    r"\b(?:responsib\w+|accountab\w+|lead(?:s|ing)?|cover(?:s|ing)?|oversees?|manages?|remit|portfolio|looks? after|duties)\b.*:$",
    re.IGNORECASE,
)


def _duties(blocks: Sequence[Block], apart: frozenset[int]) -> frozenset[int]:
    """The entries of lists of what somebody is there for, which head nothing: those under "Owen is responsible for:"."""
    found: set[int] = set()
    listing = False
    for above, block in pairwise(blocks):
        begins = bool(_CHARGED.search(above.text)) and len(above.text.split()) > 2
        listing = not block.level and (begins or (listing and block.number not in apart and block.number == above.number + 1))
        found |= {block.number} if listing else set()
    return frozenset(found)


class _Walk:
    """A way down a page: the units so far, that to which the next card belongs, and whether its parts are being listed."""

    def __init__(self, body: Mention | None, apart: frozenset[int]) -> None:
        self.body, self.apart = body, apart
        self.current = self.within = Unit()
        self.units = [self.current]
        self.listed, self.begun = "", False
        self.title = ""

    def head(self, unit: Unit) -> None:
        """Take a heading; one that is repeated below its cards, as what hides them again, heads nothing."""
        if unit.name and unit.name == self.current.name:
            return
        self.current, self.listed = unit, ""
        self.units.append(unit)

    def inner(self, block: Block) -> bool:
        """Take a heading of a list inside the unit, or an entry of a list of its parts or of those who run them; whether it was one."""
        base = self.within if self.current.own or self.current.listed else self.current
        staff = _is_of_staff(self.body)
        if sort_and_name(block.text) or not (staff or is_unit(base.name)):
            return False
        heads = inner_heading(block.text)
        rest = block.text.partition(":")[2].strip() if heads else ""
        if base.mention is None and not (staff and (heads == "posts" or rest or self.listed == "posts")):
            return False
        self.current = base if heads else self.current
        told = heads or self.listed
        names = listed_units(block, rest, first=self.begun) if told == "units" and (rest or not heads) else []
        self.title = heading_post(block.text) if heads else self.title
        self.listed = heads or ("units" if names else self.listed and "posts")
        self.begun = heads == "units" and not rest
        found = [Unit(block.span, thing("Unit", name, "staff"), (_LINES, _ABOVE, 0), listed=True) for name in names]
        self.units += found
        if found and not rest:
            self.within, self.current = base, found[-1]
        run = unit_and_holder(block, self.title) if self.listed == "posts" and not heads else None
        if run is not None:
            self.card(run)
        return bool(heads or names or run)

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
            beside = self.current.own and len(self.current.cards) == 1 and self.current.cards[0].level == card.level
            beside = beside and card.span.line_at(0) not in self.apart
            depth = self.current.depth if beside else _own_depth(card, self.apart, listed=bool(self.listed))
            unit = Unit(card.span, thing("Unit", card.unit, "staff"), depth, own=True, listed=bool(self.listed))
            self.within = self.within if self.current.own else self.current
            self.current = unit
            self.units.append(unit)
        unit.cards.append(card)
        unit.posts.append(post_of(card, unit.name))


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


def place_of(card: Card) -> tuple[str, str]:
    """(the post, the organisation in which it is) of a card whose title names both: "Head of Works, Fenwick Council"; else nothing."""
    title = read_title(card.title)
    place = title.places[0] if len(title.places) == 1 and title.post and not title.speaks and not title.whole else ""
    apart = card.title.endswith(f", {place}") and names_organisation(place) and not is_generic(place)
    return (title.post, place) if place and apart else ("", "")


def post_of(card: Card, unit: str) -> Mention:
    """The post of a card in a unit, or, in none, in the organisation that its title names."""
    post, place = place_of(card)
    if place and not unit:
        return Mention(kind="Post", text=post, section="staff", within=place)
    return Mention(
        kind="Post", text=card.post, section="staff", name=card.title if card.title != card.post else "", within=unit
    )


def _headed(block: Block, body: Mention | None, *, first: bool) -> Unit:
    name = _unit_name(block.text)
    marks = re.match(r"\s*(#+)", block.lines[-1].raw) if block.lines else None
    named = not (is_body(name) or _is_furniture(name) or (first and names_organisation(name)))
    named = named and (_is_of_staff(body) or is_unit(name))
    depth = (len(marks[1]), 0, 0) if marks else (_PLAIN, indent(block), 0 if block.gap else 2)
    return Unit(block.span, thing("Unit", name, "staff") if named else None, depth)


def _is_of_staff(body: Mention | None) -> bool:
    """Whether the headings of a page can be units by any name: those of a body's paper are others, but for a management team's."""
    return body is None or body_kind(body.label) == "executive"


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
    name, _, behind = re.sub(r"\s*\([^()]*\)$", "", sort_and_name(heading) or _of_page(heading)).partition(":")
    if behind and _is_furniture(name):  # "Contact our staff: Waste Service"
        return behind.strip()
    bare, _, aside = name.partition(" – ") if " – " in name else name.partition(" - ")
    if aside and (names_organisation(bare) or _is_furniture(bare)):
        return re.sub(r"\s+(?:structure|chart|staff|team structure|organisation chart)$", "", aside)
    return re.sub(r"\s+staff$", "", bare if not aside or _is_furniture(aside) else name)


def _of_page(heading: str) -> str:
    """What a heading says that a page is of: "Who's who at the Harbour Office", "Management structure of Place"; else all of it."""
    for link in re.finditer(r"\s(?:of|in|at|for)\s+(?:the\s+)?", heading):
        before = heading[: link.start()]
        if _is_furniture(before) and fold(before) not in ("office", "directorate", "department"):
            return heading[link.end() :]
    return heading


def head_of(unit: Unit) -> int | None:
    """Which card is of the post that runs the unit: the first of a head whose title holds words of the unit's name."""
    if unit.own and leads_some(unit.cards[0].title):
        return 0
    return next((at for at, card in enumerate(unit.cards) if runs(card.title, unit.name, first=at == 0)), None)


def nesting(units: list[Unit]) -> Iterator[tuple[Unit, Unit]]:
    """(unit, the unit of which it is a part) for those of a page: that under whose heading it stands, or in whose name the page is printed."""
    named = [unit for unit in units if unit.mention]
    whole = _whole([unit for unit in named if unit.cards])
    above: list[tuple[tuple[int, ...], Unit]] = []
    for unit, depth in zip(named, _depths(named), strict=True):
        while above and above[-1][0] >= depth:
            above.pop()
        inner = bool(above) and above[-1][0][:2] < depth[:2]
        parent = whole if whole and whole is not unit and unit.cards and not inner else above[-1][1] if above else None
        if parent is not None and parent.name != unit.name:
            yield unit, parent
        above.append((depth, unit))


def _depths(units: list[Unit]) -> list[tuple[int, ...]]:
    """How deep each unit stands; where no layout tells it of headings, what sorts of units they name does, else a heading with no post
    of its own stands over those that follow, and a director's unit over those of heads of service.
    """
    told: list[tuple[int, ...]] = [(_LINES, _ABOVE, 0) if unit.own and unit.listed else unit.depth for unit in units]
    gaps = [depth[2] for depth in told if depth[0] == _PLAIN]
    if gaps.count(0) < 2 or not gaps or gaps[0]:
        told = [(*depth[:2], depth[2] % 2) for depth in told]
    heads = [at for at, depth in enumerate(told) if depth[0] < _LINES and not units[at].own]
    if len({told[at][:2] for at in heads}) > 1:
        return told
    headed = [units[at] for at in heads]
    empty = [not unit.cards for unit in headed]
    how = _sorts(headed)
    if not any(how) and len({told[at] for at in heads}) > 1:
        return told
    if not any(how):
        how = [int(not bare) for bare in empty] if any(empty) and not all(empty) else _ranks(headed)
    for at, deep in zip(heads, how, strict=True):
        told[at] = (*told[at][:2], deep)
    return told


def _sorts(units: list[Unit]) -> list[int]:
    """How deep each heading stands by the sort of unit that it names, where the first names a higher one than others: "Service: Planning",
    "Planning Service" or "Planning" below "Place Directorate"; else all alike.
    """
    sorts = [_sort(unit) for unit in units]
    known = [at for at in sorts if at is not None]
    if len(set(known)) < 2 or sorts[0] is None or min(known) < sorts[0] or sorts[0] > _LARGE:
        return [0] * len(units)
    return [
        at if at is not None else sorts[0] if _led_high(unit) else sorts[0] + 1 for unit, at in zip(units, sorts, strict=True)
    ]


_LARGE = 1
"""Only directorates, departments and the like have headings of other units below theirs."""


def _sort(unit: Unit) -> int | None:
    """How high units of its sort stand, as its heading names it: 0 directorates; None where it names none."""
    text = unmarked(unit.heading.text) if unit.heading else ""
    label = fold(text.partition(":")[0]) if sort_and_name(text) else ""
    ranks = pairs("loaders", "unit_ranks")
    tokens = fold(unit.name).split()
    found = next(
        (ranks[word] for word in (label, tokens[-1], *(tokens[:1] if tokens[1:2] == ["of"] else ())) if word in ranks), ""
    )
    return int(found) if found else None


def _led_high(unit: Unit) -> bool:
    """Whether a unit is run by a director, or by one above all others."""
    title = unit.cards[at].title if (at := head_of(unit)) is not None else ""
    return rank(title) == 0 or leads_all(title)


def _ranks(units: list[Unit]) -> list[int]:
    """How high the head of each unit stands, where several are run by directors and others by heads below them,
    or the first by one above all others; else all alike.
    """
    heads = [unit.cards[at].title if (at := head_of(unit)) is not None else "" for unit in units]
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
