"""The sections of a paper: headings that say who was there, labels of the head, numbered items, topics."""

import re
from dataclasses import dataclass, field, replace

from sederunt.graph.dates import find_dates
from sederunt.graph.names import fold
from sederunt.loaders.document import Block, Document, Shape, Span
from sederunt.loaders.headings import ATTENDANCE, LABELS, category_of, heads_bodies, heads_people, read_heading
from sederunt.loaders.people import looks_like_person

HEAD, ITEM, TOPIC = "head", "item", "topic"

_NUMBER = re.compile(r"^(?:item\s+)?(\d{1,3})(?:/\d{2,4})?(?:\.0(?:(?=\s)|[.:])|[.):]|(?=\s|$))\s*(?=\D|$)", re.IGNORECASE)
_COLUMN_WORDS = frozenset(
    "no number item ref minute discussion action actions lead owner by who when due"
    " whom date agenda summary notes points key responsible raised status deadline comments progress update completed"
    " target timescale page person officer reference agreed assigned to description task review for".split()
)
_VOTE = re.compile(r"(?:voted |voting |votes )?(?:in favou?r|for|against|ayes?|nays?|noes|yeas?|abstain\w*)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it.

    ``category`` is one of the categories of ``heading_words.txt``, or ``head``, ``item`` (numbered) or ``topic``; ``rest`` is what
    stands on the heading's own line after it; ``columns`` are the headings of the table that it is a part of.
    """

    category: str
    heading: Span | None = None
    rest: Span | None = None
    number: str = ""
    blocks: tuple[Block, ...] = ()
    columns: tuple[str, ...] = field(default=())

    @property
    def title(self) -> str:
        """The words of the heading."""
        return self.heading.text if self.heading else ""

    @property
    def spans(self) -> list[Span]:
        """What it says: the rest of the heading's line, then the cells of its blocks that hold words."""
        return [*([self.rest] if self.rest else []), *(cell for block in self.blocks for cell in block.cells if cell)]


def outline(document: Document) -> tuple[Section, ...]:
    """The sections of a document, in its order; the first is its head. A deck has one section for each slide."""
    return _slides(document) if document.slides else _Outliner().run(document)


def _slides(document: Document) -> tuple[Section, ...]:
    sections: list[tuple[Section, list[Block]]] = [(Section(HEAD), [])]
    for block in document.blocks:
        if block.kind is Shape.TITLE:
            sections.append((Section(TOPIC, heading=block.span, number=str(block.slide)), []))
        else:
            sections[-1][1].append(block)
    return tuple(replace(section, blocks=tuple(blocks)) for section, blocks in sections)


class _Outliner:
    """Walks the blocks of minutes and decides at each whether a new section begins."""

    def __init__(self) -> None:
        self.sections = [Section(HEAD)]
        self.blocks: list[Block] = []
        """What stands under the last section so far, but for what it began with."""
        self.listed = self.itemised = False
        """Whether there was a heading over people, and whether anything stands under a numbered item."""
        self.last_number = 0
        self.columns: tuple[str, ...] = ()
        self.awaits_title = False

    def run(self, document: Document) -> tuple[Section, ...]:
        for at, block in enumerate(document.blocks):
            following = document.blocks[at + 1] if at + 1 < len(document.blocks) else None
            self._take(block, following)
        self._begin()
        return tuple(self.sections)

    def _begin(self, *sections: Section) -> None:
        """Close the last section and begin others."""
        if self.blocks:
            self.sections[-1] = replace(self.sections[-1], blocks=(*self.sections[-1].blocks, *self.blocks))
            self.blocks = []
        self.sections += sections
        self.listed = self.listed or any(section.category in ATTENDANCE for section in sections)
        self.itemised = self.itemised or any(section.category == ITEM and section.blocks for section in sections)

    def _take(self, block: Block, following: Block | None) -> None:
        if self._is_column_row(block) or self._is_label_row(block):
            return
        begun = self._item(block) or self._category(block, following) or self._topic(block, following)
        if begun:
            self._begin(replace(begun, columns=begun.columns or self.columns))
            return
        section = self.sections[-1]
        if self.awaits_title and block.kind is Shape.LINE:
            self.awaits_title = False
            self.sections[-1] = replace(section, heading=block.span)
            return
        self.blocks.append(block)
        self.itemised = self.itemised or section.category == ITEM

    def _is_label_row(self, block: Block) -> bool:
        """A row of labels with what they label: "Date: 3 May   Time: 2 pm   Venue: Town Hall"."""
        found = [read_heading(cell) for cell in block.cells if cell]
        labels = [label for label in found if label is not None and label[0] in LABELS and label[2]]
        if block.kind is not Shape.ROW or len(labels) < 2 or len(labels) < len(found):
            return False
        self._begin(*(Section(category, heading=heading, rest=rest) for category, heading, rest in labels))
        return True

    def _is_column_row(self, block: Block) -> bool:
        """A row such as "No. / Item / Action" gives the columns of the rows below it."""
        cells = [fold(cell.text) for cell in block.cells]
        if block.kind is Shape.ROW and heads_bodies(cells):
            self._begin(Section(TOPIC, heading=block.span, columns=tuple(cells)))
            return True
        if block.kind is Shape.ROW and heads_people(cells):
            named = next((found for cell in cells if (found := category_of(cell)) in ATTENDANCE), "present")
            category = "present" if named == "members" else named
            if self.sections[-1].category == "members":
                category = "members"  # the table of a membership, not of a meeting
            self._begin(Section(category, heading=block.span, columns=tuple(cells)))
            return True
        if (
            block.kind is not Shape.ROW
            or not all(set(cell.split()) <= _COLUMN_WORDS for cell in cells)
            or sum(map(bool, cells)) < 2
        ):
            return False
        self.columns = tuple(cells)
        self._begin(Section(TOPIC, heading=block.span, columns=self.columns))
        return True

    def _item(self, block: Block) -> Section | None:
        """A numbered item: its number goes on from the last one."""
        first = block.cells[0].text if block.kind is Shape.ROW else block.text
        found = _NUMBER.match(first) if first else None
        if not found or not self._goes_on(int(found[1])) or _starts_with_date(first):
            return None
        rest = first[found.end() :]
        if block.kind is Shape.ROW:
            return self._row_item(block, found[1])
        if len(rest) > 120 or (rest and not (rest[0].isupper() or rest[0].isdigit() or rest[0] in "‘“'\"")):
            return None
        self.last_number = int(found[1])
        self.awaits_title = not rest
        start = block.text.find(rest, found.end()) if rest else 0
        named = category_of(rest)
        category = named if named in ("apologies", "absent") or (named == "members" and not self.listed) else ITEM
        return Section(category, heading=block.span.part(start, len(block.span.text)) if rest else None, number=found[1])

    def _row_item(self, block: Block, number: str) -> Section | None:
        content = next((cell for cell in block.cells[1:] if cell), None)
        if content is None and not self.columns:
            return None
        self.last_number, self.awaits_title = int(number), False
        heading = next(iter(content.sentences()), None) if content else None
        return Section(ITEM, heading=heading, number=number, blocks=(block,))

    def _goes_on(self, number: int) -> bool:
        if number == 1 and not self.itemised:
            return True  # the items so far were the agenda
        if self.last_number:
            return self.last_number < number <= self.last_number + 3
        return self.listed or number == 1

    def _category(self, block: Block, following: Block | None) -> Section | None:
        """A heading of the attendance or a label of the head, alone or with its content behind it."""
        if self.last_number and block.kind is not Shape.ROW and not _short_heading(block):
            return None
        found = read_heading(block.span)
        if found is None or not self._counts(found, block, following):
            return None
        category, heading, rest = found
        if category in ("actions", "agenda"):
            return Section(TOPIC, heading=heading)
        if self.sections[-1].number and self.sections[-1].category in ("apologies", "absent"):
            category = self.sections[-1].category  # "School members" under "1. Apologies" divides those who sent them
        if category == "members" and self.sections[-1].category in ATTENDANCE and not (self.blocks or self.sections[-1].spans):
            category = self.sections[-1].category  # so does "Members:" right under "Apologies:"
        others = tuple(cell for cell in block.cells if cell and cell is not block.span)
        blocks = (replace(block, cells=others),) if others else ()
        self.awaits_title = False
        number = self.sections[-1].number if category in ("apologies", "absent") and self.last_number else ""
        return Section(category, heading=heading, rest=rest, blocks=blocks, number=number)

    def _counts(self, found: tuple[str, Span, Span | None], block: Block, following: Block | None) -> bool:
        """Whether words that can be a heading are one here."""
        category, _, rest = found
        filled = rest is not None or sum(map(bool, block.cells)) > 1
        if category in ("actions", "agenda"):
            return not filled and not self.last_number
        if self._in_items() and self._said_in_item(category):
            return False
        if category in ("chair", "clerk") and rest and self.sections[-1].category in ATTENDANCE and ":" not in block.text:
            return False  # "Secretary – Ann Hale" in a list of members is one of them
        if category == "clerk" and rest and not looks_like_person(re.sub(r"[(\[,;].*", "", rest.text).strip()):
            return False  # "Meeting notes – 12 October"
        if category in ("body", "chair", "clerk") and rest is None:
            return _names_one(following, category)  # "Minutes" is a title, and a heading only over who took them
        return filled or following is not None

    def _said_in_item(self, category: str) -> bool:
        """Whether such words under an item say who was elected, where something else is held, or how each voted."""
        voted = category in ATTENDANCE and any(_VOTE.match(block.text) for block in (*self.sections[-1].blocks, *self.blocks))
        return voted or category in (*LABELS, "chair")

    def _in_items(self) -> bool:
        return self.last_number > 0

    def _topic(self, block: Block, following: Block | None) -> Section | None:
        """A heading without a number: a short line of its own in capitals, or in title case outside lists of people."""
        if (
            block.kind is not Shape.LINE
            or self.awaits_title
            or (self.sections[-1].category in LABELS and not (self.sections[-1].spans or self.blocks))
        ):
            return None
        text = block.text
        if (
            len(text) > 70
            or text[-1] in ".;,?!"
            or ":" in text
            or not block.gap
            or _starts_with_date(text)
            or text[:1] in "•-–("
        ):
            return None
        shouted = (
            text.upper() == text
            and sum(c.isalpha() for c in text) > 3
            and len(self.sections) + len(self.sections[-1].blocks) + len(self.blocks) > 1
        )
        in_list = self.sections[-1].category in ATTENDANCE
        titled = (
            not in_list
            and len(self.sections) > 1
            and following is not None
            and following.gap
            and 2 <= len(text.split()) <= 8
            and text[0].isupper()
        )
        return Section(TOPIC, heading=block.span) if shouted or titled else None


def _names_one(block: Block | None, category: str) -> bool:
    """Whether the line under a heading names somebody (under "body": is a line of its own)."""
    if block is None:
        return False
    return category == "body" or looks_like_person(re.sub(r"[(\[].*|,.*", "", block.span.text).strip())


def _short_heading(block: Block) -> bool:
    return len(block.text) <= 60 or ":" in block.text[:40]


def _starts_with_date(text: str) -> bool:
    dates = find_dates(text[:40], near="2000-01-01")
    return bool(dates) and dates[0].at == 0
