"""Cards of a staff page: a post with those who hold it, in a line of its own or in lines below one another.

Pages print the post above the name or the name above the post; which it is, is told by what most groups of lines begin with. Lines
that say whom a post reports to belong to the card above; lines that say anything else beside a card are passed over.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from sederunt.graph.lexicon import words
from sederunt.graph.names import folded_words, split_honorific
from sederunt.loaders.contacts import unmarked
from sederunt.loaders.document import Block, Shape, Span, joined
from sederunt.loaders.layout.holders import ACTING, Holder, holder, read_holders
from sederunt.loaders.layout.unit_parts import inner_heading, unlabelled
from sederunt.loaders.naming.entries import read_entry
from sederunt.loaders.naming.headings import category_of
from sederunt.loaders.naming.people import looks_like_person, surely_person
from sederunt.loaders.naming.seats import split_acting, split_counted
from sederunt.loaders.naming.titles import in_one_language, read_title
from sederunt.loaders.naming.wording import ends_in_post_word, is_body, is_post, names_organisation
from sederunt.loaders.sentences.relations import office_of

_MARK = re.compile(r"^(?:[•·▪●○◦*–—-]|o(?=\s+[A-Z])|#+)\s+")
_HUNG = re.compile(r"[\s|│┃+├└╰┣┗─━\\`_→↳⇒»=>•·▪●○◦*–—-]*")
"""What stands before the first word of a line: spaces, bullets, the lines of a tree."""
_SEAT = re.compile(r"^(?P<post>[^:–—|]{3,90}?)\s*(?:\s[–—-]\s|:\s|\s\|\s|\s*(?:\.\s?){4,}|\s*…+\s)\s*(?P<holders>.+)$")
_MANAGER = re.compile(
    r"^\(?(?:(?:reports?|reporting|responsible|accountable|answers?|answerable)\s+(?:directly\s+)?to|(?:line[ -])?managed by|line manager(?=:)"
    r"|(?:mae[’']n\s+|yn\s+)?(?:adrodd|atebol)\s+(?:yn\s+uniongyrchol\s+)?i(?:[’']r|(?=\s|:))|rheolwr llinell(?=:))"
    r"\s*:?\s*(?:the\s+)?(?P<manager>[^()]{3,80}(?:\([^()]*\))?)\)?$",
    re.IGNORECASE,
)
_IN_WELSH_TOO = re.compile(r"^(?:yn adrodd i|yn atebol i|rheolwr llinell)\s*/\s*", re.IGNORECASE)
_BESIDE = re.compile(
    r"^(?:deputy|assistant|adviser|reports?|works?|linked?|seconded|job share|shared|cover)\s+(?:to|with|from|by|for)\b",
    re.IGNORECASE,
)
_PICTURE = re.compile(
    r"^(?:(?:portrait|profile|head\s?shot)\s+)?(?:photo(?:graph)?|picture|image|portrait|headshot)(?:\s+of|:)\s+", re.IGNORECASE
)
_SEPARATED = re.compile(r"\s[–—-]\s|[:|\t]")
_IN_BRACKETS = re.compile(r"^(?P<post>[^()]{3,90}?)\s*\((?P<holders>[^()]+)\)$")
_UNIT_DASH = re.compile(r"^(?P<unit>[A-Z][^:()–—|]{2,60}?)(?:\s[–—-]|:)\s+(?P<rest>.*[,:–—(-].*)$")
_UNIT_BRACKET = re.compile(r"^(?P<unit>[A-Z][^():–—|]{2,60}?)\s*\((?P<rest>[^()]*[,:–—-][^()]*)\)$")
_BY = re.compile(r"\b(?:led|headed|managed|run|chaired|supported|overseen) by\b")
_ENDED = re.compile(r"[a-z]{4}\.\s+[A-Z]")
"""The end of a sentence, which is in no title."""
_MARKS = re.compile(r"[(),;:\d]")
_LED = re.compile(r"^(?:is\s+)?(?:led|headed|managed|run|overseen) by\s+(?:the\s+|our\s+|an?\s+)?")
_OF = re.compile(r"\s(?:of|to|for|at)\s")
_NUMBERED = re.compile(r"^\d{1,2}(?:\.\d+)*[.)]|^\d(?!\d?\s*x?\s)")
_CLASS = re.compile(r"\b(?:members|councillors|trustees|governors|commissioners|representatives|holders)$", re.IGNORECASE)
"""Several who sit somewhere by right, and hold no post."""
_PART = re.compile(
    r"^(?:office|department|division|directorate) of\b|\s(?:staff|team)$|[’']s office$|\sreporting to\s", re.IGNORECASE
)
_PAPER = re.compile(r"\b(?:report|accounts|statements?|strategy|handbook)(?:\s+(?:for|of|to|19|20)\b.*)?$", re.IGNORECASE)
"""What no post is: "Trustees' Annual Report for the year ended 31 March"."""
_FORMER = re.compile(r"(?:former|past|previous|retired|ex)\b", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\([^()]*\)")


class _Kind(StrEnum):
    POST, NAMES, SEAT, MANAGER, OTHER = "post", "names", "seat", "manager", "other"


@dataclass(frozen=True, slots=True)
class Card:
    """A post of a staff page, as printed, with its holders and the seats it has."""

    post: str
    span: Span
    """The words to quote."""
    holders: tuple[Holder, ...] = ()
    seats: int = 1
    vacant: bool = False
    acting: bool = False
    level: int = 0
    """How far it is indented."""
    lone: bool = False
    """Whether it is a line of its own, that holds the post and the name."""
    manager: str = ""
    manager_span: Span | None = None
    unit: str = ""
    """The unit that its line names before it."""

    @property
    def title(self) -> str:
        """The post without the number of its seats, and without what says that it is held for the time being."""
        return split_acting(split_counted(self.post)[0])[0]

    @property
    def filled(self) -> bool:
        """Whether the page says who holds it, or that nobody does."""
        return bool(self.holders) or self.vacant


@dataclass(frozen=True, slots=True)
class _Line:
    block: Block
    span: Span
    kind: _Kind
    posts: tuple[str, ...] = ()
    holders: tuple[Holder, ...] = ()
    vacant: bool = False
    manager: str = ""
    unit: str = ""


@dataclass
class _Open:
    """A card that is being read: its lines, the posts and the names among them so far."""

    lines: list[_Line] = field(default_factory=list)

    @property
    def posts(self) -> list[_Line]:
        """Its lines of posts."""
        return [line for line in self.lines if line.kind is _Kind.POST]

    @property
    def names(self) -> list[_Line]:
        """Its lines of names, or of vacancies."""
        return [line for line in self.lines if line.kind is _Kind.NAMES]


def read_cards(blocks: Iterable[Block]) -> list[Card | Block]:
    """The cards of a page in its order, and between them the blocks that are no part of any."""
    lines = [_line(block) for block in blocks]
    post_first = _post_first(lines)
    found: list[Card | Block] = []
    current = _Open()
    for line in lines:
        if current.lines and not _goes_on(line, current, post_first):
            found += _cards(current)
            current = _Open()
        if line.kind in (_Kind.POST, _Kind.NAMES):
            current.lines.append(line)
        elif line.kind is _Kind.SEAT:
            found += _seats(line)
        elif line.kind is _Kind.MANAGER and (current.lines or (found and isinstance(found[-1], Card))):
            found += _cards(current)
            current = _Open()
            found[-1] = _managed(found[-1], line)
        elif not current.lines:
            found.append(line.block)
    return [*found, *_cards(current)]


def _goes_on(line: _Line, current: _Open, post_first: bool) -> bool:
    """Whether a line is of the card that is being read, or one beside it that says nothing of who holds what."""
    if line.kind in (_Kind.SEAT, _Kind.OTHER):
        return line.kind is _Kind.OTHER and not line.block.gap and not inner_heading(line.block.text)
    if line.kind is _Kind.MANAGER:
        return True
    if post_first:
        return line.kind is _Kind.NAMES or (not current.names and not line.block.gap)
    return line.kind is _Kind.POST and bool(current.names)


def _post_first(lines: list[_Line]) -> bool:
    """Whether posts stand above their holders: so most groups of lines begin, or most stretches where each line stands apart."""
    for apart in (_Kind.OTHER, None):
        begins = [group[0] for group in _groups(lines, by_gaps=apart is not None) if len(set(group)) > 1]
        if begins:
            return begins.count(_Kind.POST) >= begins.count(_Kind.NAMES)
    return True


def _groups(lines: list[_Line], *, by_gaps: bool) -> Iterator[list[_Kind]]:
    group: list[_Kind] = []
    for line in lines:
        if (line.block.gap and (by_gaps or line.kind is _Kind.OTHER)) or line.kind is _Kind.SEAT:
            yield group
            group = []
        if line.kind in (_Kind.POST, _Kind.NAMES):
            group.append(line.kind)
    yield group


def _cards(current: _Open) -> list[Card | Block]:
    """The cards that some lines are: one for each post, with all who are named beside it; names without a post are none."""
    posts, names = current.posts, current.names
    if not posts or not current.lines:
        return [line.block for line in current.lines]
    holders = tuple(holder for line in names for holder in line.holders)
    vacant = any(line.vacant for line in names)
    whole = joined([line.span for line in sorted(current.lines, key=_place)]) if len(posts) == 1 or names else None
    told = in_one_language([line.posts[0] for line in posts])  # "Pennaeth Cyllid", and below it "Head of Finance"
    posts = [line for line in posts if line.posts[0] in told]
    return [_card(line, whole or line.span, holders, vacant) for line in posts]


_ARTICLE = re.compile(r"^The\s+(?=[A-Z])")
_OF_THOSE_LISTED = re.compile(r"\s*\((?:the\s+)?(?:(?:vice|deputy)[ -])?chair(?:man|woman|person)?\)$", re.IGNORECASE)
"""What a list of the seats of a body says of a post in it: "Director of Place (Chair)"."""


def _card(line: _Line, span: Span, holders: tuple[Holder, ...], vacant: bool, post: str = "") -> Card:
    """A card; a title in the plural has a seat for each holder, if it gives no number."""
    post = _OF_THOSE_LISTED.sub("", _ARTICLE.sub("", post or line.posts[0]))
    title, seats = split_counted(post)
    held = sum(not holder.acting for holder in holders) if title.endswith("s") and seats == 1 else 1
    return Card(
        post,
        span,
        holders,
        max(seats, held),
        vacant,
        split_acting(title)[1],
        indent(line.block),
        lone=line.kind is _Kind.SEAT,
        unit=line.unit,
    )


def _place(line: _Line) -> int:
    return line.block.number


def _seats(line: _Line) -> Iterator[Card]:
    """The cards of a line that holds posts and names."""
    return (_card(line, line.span, line.holders, line.vacant, post) for post in line.posts)


def _managed(card: Card | Block, line: _Line) -> Card | Block:
    return replace(card, manager=line.manager, manager_span=joined([card.span, line.span])) if isinstance(card, Card) else card


def indent(block: Block) -> int:
    """At which column its first word is printed."""
    raw = block.lines[-1].raw.expandtabs(4) if block.lines else ""
    mark = _HUNG.match(raw)
    return (mark.end() if mark else 0) + 2 * bool(block.text.startswith("o "))


def _line(block: Block) -> _Line:
    """What a line of a page is."""
    mark = _PICTURE.match(block.text) or _MARK.match(block.text)
    whole = block.span if block.kind is not Shape.ROW else block.whole
    span = whole.part(mark.end() if mark and block.kind is not Shape.ROW else 0, len(whole.text))
    text = unlabelled(unmarked(span.text))
    if block.kind is Shape.ROW:
        return _row(block, span)
    if found := _MANAGER.match(_IN_WELSH_TOO.sub("", text)):
        manager = in_one_language(found["manager"].strip(" .").split(" / "))
        return _Line(block, span, _Kind.MANAGER, manager=" / ".join(manager))
    if not text or len(text) > _LONGEST or _BESIDE.match(text):
        return _Line(block, span, _Kind.OTHER)
    read = (_post_then_holders, _unit_then_seat, _post_beside_name, _names, _name_then_post, _post)
    return next((line for how in read if (line := how(block, span, text))), _Line(block, span, _Kind.OTHER))


def _names(block: Block, span: Span, text: str) -> _Line | None:
    holders, vacant = read_holders(text)
    named = holders or (vacant and not is_title(text))
    return _Line(block, span, _Kind.NAMES, (), holders, vacant) if named else None


def _post(block: Block, span: Span, text: str) -> _Line | None:
    return _Line(block, span, _Kind.POST, (text,)) if is_title(text) and not inner_heading(text) else None


def _row(block: Block, span: Span) -> _Line:
    """A row of a table with a post in one cell and its holders in another."""
    cells = [unmarked(cell.text) for cell in block.cells if cell]
    posts = tuple(cell for cell in cells if is_title(cell))[:1]
    named = next(((holders, vacant) for cell in cells if any(read := read_holders(cell)) for holders, vacant in [read]), None)
    if not posts or named is None:
        return _Line(block, span, _Kind.OTHER)
    return _Line(block, span, _Kind.SEAT, posts, *named)


def _post_then_holders(block: Block, span: Span, text: str) -> _Line | None:
    """A line that holds a post and its holders: "Manager – Ann Hale", "Manager (vacant)"."""
    for seat in (_SEAT.match(text), _IN_BRACKETS.match(text)):
        holders, vacant = read_holders(seat["holders"]) if seat and is_title(seat["post"]) else ((), False)
        if seat and (holders or vacant):
            return _Line(block, span, _Kind.SEAT, (seat["post"],), holders, vacant)
    return None


def _post_beside_name(block: Block, span: Span, text: str) -> _Line | None:
    """A line that holds a post and a name with no mark between them: "Chief Executive Ann Hale"."""
    found = post_and_name(text)
    if found is None or not is_title(found[0]):
        return None
    return _Line(block, span, _Kind.SEAT, (found[0],), (holder(found[1], acting=False),))


def _unit_then_seat(block: Block, span: Span, text: str) -> _Line | None:
    """A line that names a unit before a post and its holder: "Waste – Head of Service: Ann Hale", "Waste (Manager: Ann Hale)"."""
    for found in (_UNIT_DASH.match(text), _UNIT_BRACKET.match(text)):
        rest = _LED.sub("", found["rest"]) if found else ""
        line = (_post_then_holders(block, span, rest) or _name_then_post(block, span, rest)) if rest else None
        if found and line and _can_be_unit(found["unit"]):
            return replace(line, unit=found["unit"])
    return None


def unit_and_holder(block: Block, post: str) -> Card | None:
    """The card of a line that gives a unit and who runs it, in a list whose heading gives the ``post``: "Planning: Ann Hale"."""
    found = _UNIT_HOLDER.match(unmarked(_MARK.sub("", block.span.text))) if post and block.kind is not Shape.ROW else None
    holders, vacant = read_holders(found["holders"]) if found else ((), False)
    if found is None or not (holders or vacant) or not _can_be_unit(found["unit"]):
        return None
    return replace(
        _card(_Line(block, block.span, _Kind.SEAT, (post,), holders, vacant), block.span, holders, vacant), unit=found["unit"]
    )


_UNIT_HOLDER = re.compile(r"^(?P<unit>[A-Z][^:()–—|]{2,60}?)(?:\s[–—-]|:)\s+(?P<holders>[^:]+)$")


def _can_be_unit(text: str) -> bool:
    told = category_of(text) or set(folded_words(text)) <= words("loaders", "page_words")
    return not (told or is_body(text) or is_post(text) or looks_like_person(text))


def _name_then_post(block: Block, span: Span, text: str) -> _Line | None:
    """A line that holds a name and a post: "Ann Hale, Manager"."""
    entry = read_entry(Span(text, span.places))
    if entry is None or not text.startswith((entry.name, f"{entry.honorific} {entry.name}")):
        return None
    posts = tuple(
        title.post for title in map(read_title, entry.titles) if title.post and is_title(title.post) and not title.places
    )
    if not posts or len(entry.titles) > 1 or not surely_person(f"{entry.honorific} {entry.name}".strip()):
        return None
    return _Line(block, span, _Kind.SEAT, posts, (Holder(entry.name, entry.honorific, bool(ACTING.search(text))),))


def is_title(text: str) -> bool:
    """Whether a line is the title of a post and nothing else: no name, no sentence, no office of a body."""
    bare = _BRACKETS.sub("", split_acting(split_counted(text)[0])[0])
    tokens = bare.split()
    if not tokens or len(tokens) > _MOST_WORDS or not (tokens[0][0].isupper() or tokens[0][0].isdigit()):
        return False
    if _named_first(bare) or _BY.search(bare) or _ENDED.search(bare):
        return False
    if re.search(r"[.;?!,–—-]$", text) or _SEPARATED.search(re.sub(r"\s[–—-]\s", ", ", text, count=1)) or _NUMBERED.match(text):
        return False
    head = _OF.split(bare)[0]
    if (
        not is_post(bare)
        or _CLASS.search(bare)
        or _PART.search(bare)
        or _PAPER.search(bare)
        or office_of(head.lower()) in ("chair", "vice-chair", "member")
    ):
        return False
    if all(split_honorific(bare)) or _BESIDE.match(text) or _MANAGER.match(text):
        return False
    named = is_body(bare) or names_organisation(bare) or office_of(bare.lower())
    first = re.split(r",\s|\sof\s", bare)[0]  # "Site Manager, Old Mill Museum" is a post, "Manager Museum" is none
    placed = (
        first != bare and ends_in_post_word(first) and not (_FORMER.match(first) or is_body(bare) or office_of(first.lower()))
    )
    return not (looks_like_person(bare) or (named and not placed and (head == bare or not is_post(head))))


def _named_first(text: str) -> bool:
    """Whether a line begins with a person, and says behind a mark what she is, or ends in one: "Chief Ann Hale"."""
    first, *more = re.split(r",\s|\s[–—-]\s", text)
    return bool(more and surely_person(first)) or bool(post_and_name(text))


def post_and_name(text: str) -> tuple[str, str] | None:
    """(post, name) of "Chief Executive Ann Hale", with nothing between them."""
    tokens = text.split()
    for size in (2, 3):
        head, tail = " ".join(tokens[:-size]), " ".join(tokens[-size:])
        titled = head and split_honorific(f"{head.split()[-1]} {tail}")[0]  # "Councillor Ann Hale" holds no post
        if (
            head
            and not (titled or _MARKS.search(head))
            and ends_in_post_word(head)
            and surely_person(tail)
            and not is_post(tail)
        ):
            return head, tail
    return None


_LONGEST = 200
"""A longer line is a paragraph, and no line of a card."""
_MOST_WORDS = 14
"""A title has at most so many words."""
