"""People who are introduced one after the other: a name on a line, below it what somebody is on a board, then some sentences.

Source: the directors or trustees in annual reports and on pages "Our board": "Ann Hale", "Vice Chair and Chair of the Audit Committee",
"Ann joined the Board in 2020. She is …".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sederunt.graph.names import split_honorific
from sederunt.loaders.document import Block, Shape, Span, joined
from sederunt.loaders.naming.entries import read_entry
from sederunt.loaders.naming.entry import Entry
from sederunt.loaders.naming.people import BRACKET, looks_like_person, surely_person
from sederunt.loaders.naming.titles import read_title
from sederunt.loaders.naming.wording import is_body, is_organisation, is_post, is_unit

_LONGEST = 16
"""A title has no more words."""
_NAME = 8
_TOLD = 7
"""A sentence about somebody has so many words at least."""
_FEWEST = 2
_SEAT = re.compile(
    r"\b(?:(?:vice|deputy)[- ]?)?(?:chair|president|convener)(?:man|woman|person)?\b"
    r"|\b(?:trustee|governor|commissioner|non-executive|independent director|(?:board|lay|independent|elected|co-opted|appointed|staff|public) (?:member|director|governor))\b",
    re.IGNORECASE,
)
"""What a title says of a seat on a board."""
_LABELLED = re.compile(
    r"^(?:date (?:of )?(?:appoint\w+|joined)|(?:re-?)?appointed|elected|joined|term|tenure|skills|experience|background|committees?|other (?:roles|appointments|directorships|positions)"
    r"|external (?:appointments|roles|positions)|interests|declarations?|attendance|e-?mail|tel|telephone|qualifications|independent|key skills)\b",
    re.IGNORECASE,
)
"""A line below a title that says something else of somebody."""
ASIDE = re.compile(
    r"\s*[,–-]?\s*\((?:re-?)?(?:appointed|joined|elected|from|since|until|to|resigned|retired|stepped down|left|term|co-opted|nominated|served)\b[^()]*\)",
    re.IGNORECASE,
)
"""What a title says of how long somebody is in the seat, or by whom they were sent."""


@dataclass(frozen=True, slots=True)
class Profile:
    """Somebody with what is printed below the name: titles, and paragraphs about them."""

    entry: Entry
    titles: tuple[Span, ...]
    told: tuple[Span, ...]

    @property
    def span(self) -> Span:
        """The name with the titles, to be quoted."""
        return joined([self.entry.span, *self.titles])


@dataclass(frozen=True, slots=True)
class Profiles:
    """People introduced one after the other, the lines above them, and the numbers of the lines with names and titles."""

    above: tuple[Block, ...]
    people: tuple[Profile, ...]
    numbers: frozenset[int]


def profiles(blocks: Sequence[Block]) -> Iterator[Profiles]:
    """The people of a board who are introduced so; last what stands below them, with nobody in it."""
    above: list[Block] = []
    people: list[Profile] = []
    numbers: set[int] = set()
    at = 0
    while at < len(blocks):
        found = _profile(blocks, at)
        if found is not None:
            person, end = found
            people.append(person)
            numbers |= {block.number for block in blocks[at : end - len(person.told)]}
            at = end
            continue
        if people:
            yield from _told(above, people, numbers)
            above, people, numbers = ([] if _is_board(people) else above), [], set()
        above.append(blocks[at])
        at += 1
    yield from _told(above, people, numbers)


def _told(above: Sequence[Block], people: Sequence[Profile], numbers: set[int]) -> Iterator[Profiles]:
    if _is_board(people):
        yield Profiles(tuple(above), tuple(people), frozenset(numbers))


def _is_board(people: Sequence[Profile]) -> bool:
    """Whether people introduced one after the other are a board: some have seats, and something is told of some."""
    seats = sum(any(_SEAT.search(title.text) for title in one.titles) for one in people)
    return len(people) >= _FEWEST and seats > 0 and any(one.told for one in people)


def _profile(blocks: Sequence[Block], at: int) -> tuple[Profile, int] | None:
    """Somebody whose name a line is, with what stands below it, and where that ends."""
    entry = _named(blocks[at])
    if entry is None:
        return None
    end = at + 1
    while end < len(blocks) and end - at <= _FEWEST and _is_title(blocks[end]):
        end += 1
    titles = blocks[at + 1 : end]
    if not titles:
        return None
    start = end
    while end < len(blocks) and _tells(blocks[end], entry):
        end += 1
    return Profile(entry, tuple(block.span for block in titles), tuple(block.span for block in blocks[start:end])), end


def _named(block: Block) -> Entry | None:
    """Whom a line names that has nothing but a name."""
    text = block.text
    if block.kind is not Shape.LINE or len(text.split()) > _NAME or text[-1:] in (".", ":", ";"):
        return None
    bare = split_honorific(BRACKET.sub("", text).strip(" ,"))[1]
    if (
        is_post(bare)
        or is_body(bare)
        or is_organisation(bare)
        or is_unit(bare)
        or not (surely_person(bare) or looks_like_person(bare))
    ):
        return None
    entry = read_entry(block.span)
    return entry if entry is not None and not entry.titles and entry.name in text else None


def _is_title(block: Block) -> bool:
    """Whether a line says what somebody is."""
    text = ASIDE.sub("", block.text).strip()
    if block.kind is not Shape.LINE or not 0 < len(text.split()) <= _LONGEST or text[-1] in ".:" or _LABELLED.match(text):
        return False
    if _named(block) is not None:
        return False
    title = read_title(text)
    return bool(title.post or title.office or title.role or _SEAT.search(text))


def _tells(block: Block, entry: Entry) -> bool:
    """Whether a block is a paragraph about somebody, or a labelled line below a name."""
    text = block.text
    about = text.split(maxsplit=1)[0].removesuffix("’s") in ("He", "She", "They", *entry.name.split()) if text else False
    told = len(text.split()) >= (_FEWEST if about else _TOLD) and text.endswith((".", ".”", ".)"))
    return block.kind is not Shape.ROW and not block.level and (told or _LABELLED.match(text) is not None)
