"""The sections of a paper: headings that say who was there, labels of the head, numbered items, topics."""

import re
from dataclasses import replace
from itertools import takewhile

from sederunt.graph.names import fold, is_initials
from sederunt.loaders.document import Block, Document, Shape, Span
from sederunt.loaders.layout.columns import by_column
from sederunt.loaders.layout.marks import MARKED, ends_in_mark, heads_marks, with_marks
from sederunt.loaders.layout.markup import without_front_matter
from sederunt.loaders.layout.numbering import PARTED, Number, number_of, numbers_page, run_in, starts_with_date, title_in
from sederunt.loaders.layout.sections import HEAD, ITEM, TOPIC, Section
from sederunt.loaders.layout.stafftable import STAFF, heads_rows, staff_columns
from sederunt.loaders.layout.unheaded import (
    any_heading,
    counted_person,
    gathering,
    heads_meeting,
    heads_nobody,
    is_name,
    names_one,
    names_people,
    part_of_body,
    read_group_heading,
    says_of_sender,
)
from sederunt.loaders.naming.entries import read_entry
from sederunt.loaders.naming.headings import (
    ATTENDANCE,
    LABELS,
    LISTS,
    OF_A_MEETING,
    Heading,
    category_of,
    heads_bodies,
    heads_items,
    heads_lines_of_people,
    heads_members,
    heads_people,
    names_column,
    opens_business,
    read_heading,
)
from sederunt.loaders.naming.people import looks_like_person

_ROLL = re.compile(r"\b(?:roll[ -]?call|sederunt)\b", re.IGNORECASE)
"""What those present stand under, whatever is said there before it names them."""
_FILLED = re.compile(
    r"\b(?:elections?|appointments?|office[ -]bearers|membership|(?:working|task|steering|sub)[ -]?(?:groups?|part(?:y|ies)|committees?)"
    r"|committees|groups|task and finish)\b|\b(?:committee|group|panel|board)$",
    re.IGNORECASE,
)
"""What an item is called under which seats on groups, or offices, are filled."""
_VOTE = re.compile(r"(?:voted |voting |votes )?(?:in favou?r|for|against|ayes?|nays?|noes|yeas?|abstain\w*)\b", re.IGNORECASE)


def outline(document: Document) -> tuple[Section, ...]:
    """The sections of a document, in its order; the first is its head. A deck has one section for each slide."""
    return _slides(document) if document.slides else _Outliner().run(document)


def _slides(document: Document) -> tuple[Section, ...]:
    sections: list[tuple[Section, list[Block]]] = [(Section(HEAD), [])]
    for block in document.blocks:
        if block.kind is Shape.TITLE:
            sections.append((Section(TOPIC, heading=block.span, number=str(block.slide)), []))
        elif staff_columns(cells := tuple(fold(cell.text) for cell in block.cells)):
            sections.append((Section(STAFF, heading=block.span, columns=cells), []))
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
        self.last: Number | None = None
        self.counted: Number | None = None
        """The number of the last item, and of the last person in lists that count them."""
        self.columns: tuple[str, ...] = ()
        self.awaits_title = False
        self.level = 0
        """That of the last heading, or of the list of people under which it stands."""

    def run(self, document: Document) -> tuple[Section, ...]:
        blocks = by_column(with_marks(without_front_matter(document.blocks)))
        for at, block in enumerate(blocks):
            following = blocks[at + 1] if at + 1 < len(blocks) else None
            self._take(block, following)
        self._begin()
        return _with_gathering(tuple(self.sections))

    def _begin(self, *sections: Section) -> None:
        """Close the last section and begin others."""
        if self.blocks:
            self.sections[-1] = replace(self.sections[-1], blocks=(*self.sections[-1].blocks, *self.blocks))
            self.blocks = []
        self.sections += sections
        self.listed = self.listed or any(section.category in ATTENDANCE for section in sections)
        self.itemised = self.itemised or any(section.category == ITEM and section.blocks for section in sections)

    def _take(self, block: Block, following: Block | None) -> None:
        if numbers_page(block.text):
            return  # it cuts a list of people in two
        if self._is_marked(block, following) or self._is_column_row(block) or self._is_label_row(block):
            return
        begun = self._item(block, following) or self._category(block, following) or self._topic(block, following)
        if begun:
            nested = self.sections[-1].category in ATTENDANCE and 0 < self.level < block.level
            self.level = self.level if nested else block.level
            self._begin(replace(begun, columns=begun.columns or self.columns))
            return
        section = self.sections[-1]
        if self.awaits_title and block.kind is Shape.LINE:
            self.awaits_title = False
            self.sections[-1] = replace(section, heading=block.span)
            return
        self.blocks.append(block)
        self.itemised = self.itemised or section.category == ITEM

    def _is_marked(self, block: Block, following: Block | None) -> bool:
        """A table that marks who was at which meeting: its head, its rows, and the headings between them."""
        if heads_marks(block) and following is not None and ends_in_mark(following):
            self._begin(Section(MARKED, blocks=(block,)))
            return True
        last, cells = self.sections[-1].category, [fold(cell.text) for cell in block.cells]
        if (columns := staff_columns(cells)) and ("manager" in columns or last not in ATTENDANCE):
            self._begin(Section(STAFF, heading=block.span, columns=tuple(cells)))
            return True
        marked = ends_in_mark(block) or (following is not None and ends_in_mark(following))
        inside = (last == MARKED and marked) or (last == STAFF and (block.kind is Shape.ROW or heads_rows(block, following)))
        self.blocks += [block] if inside else []
        return inside

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
        if block.kind is Shape.LINE and heads_lines_of_people(block.text):
            self._begin(Section("members" if self.sections[-1].category == "members" else "present", heading=block.span))
            return True
        begun = self.sections[-1].category in ATTENDANCE and not (self.blocks or self.sections[-1].spans)
        told = (begun and names_column(cells)) or (self.sections[-1].category == "members" and heads_members(cells))
        if block.kind is Shape.ROW and told:
            self._begin(replace(self.sections[-1], heading=block.span, columns=tuple(cells)))
            return True
        if block.kind is Shape.ROW and heads_people(cells):
            named = next((found for cell in cells if (found := category_of(cell)) in ATTENDANCE), "present")
            kept = "members" if self.sections[-1].category == "members" else "present"  # of a membership, or of a meeting
            category = kept if named == "members" or kept == "members" else named
            self._begin(Section(category, heading=block.span, columns=tuple(cells)))
            return True
        if block.kind is not Shape.ROW or not heads_items(cells):
            return False
        self.columns = tuple(cells)
        self._begin(Section(TOPIC, heading=block.span, columns=self.columns))
        return True

    def _item(self, block: Block, following: Block | None) -> Section | None:
        """A numbered item: its number goes on from the last one."""
        number = number_of(first) if (first := block.cells[0].text if block.kind is Shape.ROW else block.text) else None
        if not number or self._is_listed(block, number) or not self._goes_on(number) or starts_with_date(first):
            return None
        if block.kind is Shape.ROW:
            return self._row_list(block, number, following) or self._row_item(block, number)
        rest = first[number.end :]
        listing = self._numbered_list(block, number, following)
        title, said = run_in(block.span.part(number.end, len(block.span.text)))
        opens = not rest or rest[0].isupper() or rest[0].isdigit() or rest[0] in "‘“'\""
        if listing is None and (len(title.text) > 120 or not opens):
            return None
        self.last, self.awaits_title = number, not rest
        return listing or Section(ITEM, heading=title if rest else None, rest=said, number=number.text)

    def _is_listed(self, block: Block, number: Number) -> bool:
        """Whether a number counts the people of a list, and no items ("1. Ann Hale"), or is an initial ("V. HALE")."""
        section = self.sections[-1]
        if number.text.isalpha():
            word = block.text[len(number.text)] == " " and bool(category_of(block.text))  # "I LÁTHAIR"
            return word or (section.category in ATTENDANCE and looks_like_person(block.text))
        counts = number.follows(self.counted) if self.counted else False
        if block.kind is Shape.ROW or section.category not in LISTS or not (counts or (number.first and not self.itemised)):
            return False
        if not counted_person(block.span.part(number.end, len(block.span.text))):
            return False
        self.counted = number
        return True

    def _numbered_list(self, block: Block, number: Number, following: Block | None) -> Section | None:
        """A list of people under a number: "1. Present: Ann Hale", "2. Apologies", "1. Roll call" over names."""
        found = any_heading(block.span.part(number.end, len(block.span.text)))
        away = found and found[0] in ("apologies", "absent")
        over = (
            found and following and found[0] in OF_A_MEETING and (names_people(following.span) or _ROLL.search(found[1].text))
        )
        if not found or not (
            away or (not self.listed and found[0] in ATTENDANCE and (found[2] or found[0] == "members" or over))
        ):
            return None
        return Section(found[0], heading=found[1], rest=found[2], number=number.text)

    def _row_list(self, block: Block, number: Number, following: Block | None) -> Section | None:
        """A list of people in a row: "1. | Present: | Ann Hale, Ben Moss"."""
        cells = [cell for cell in block.cells[1:] if cell]
        found = read_heading(cells[0]) if cells else None
        over = following is not None and names_people(following.span) > 0
        filled = found and (found[2] or len(cells) > 1 or over)
        if not found or not filled or found[0] not in OF_A_MEETING or (self.listed and found[0] != "apologies"):
            return None
        self.last, self.awaits_title = number, False
        others = (replace(block, kind=Shape.LINE, cells=(cell,)) for cell in cells[1:])
        return Section(found[0], heading=found[1], rest=found[2], number=number.text, blocks=tuple(others))

    def _row_item(self, block: Block, number: Number) -> Section | None:
        content = next((cell for cell in block.cells[1:] if cell), None)
        if content is None and not self.columns:
            return None
        self.last, self.awaits_title = number, False
        first = block.cells[0]
        own = first.part(number.end, len(first.text)) if any(map(str.isalpha, first.text[number.end :])) else content
        heading = title_in(own) if own else None
        return Section(ITEM, heading=heading, number=number.text, blocks=(block,))

    def _goes_on(self, number: Number) -> bool:
        if number.first and not self.itemised:
            return True  # the items so far were the agenda
        if self.last:
            return number.follows(self.last)
        return self.listed or number.first

    def _category(self, block: Block, following: Block | None) -> Section | None:
        """A heading of the attendance or a label of the head, alone or with its content behind it."""
        if self.last and block.kind is not Shape.ROW and len(block.text) > 60 and ":" not in block.text[:40]:
            return None
        found = part_of_body(any_heading(block.span), self.sections[-1].category, following)
        if found is None or not self._counts(found, block, following):
            found = self._group(block, following)
        if found is None:
            opened = (
                self.sections[-1].category in LISTS and (self.blocks or self.sections[-1].spans) and opens_business(block.text)
            )
            return Section(TOPIC, heading=block.span) if opened else None
        category, heading, rest = found
        if category in ("actions", "agenda"):
            return Section(TOPIC, heading=heading)
        told = re.search(r"\b(?:absent|present|attend)", heading.text, re.IGNORECASE)
        if self.sections[-1].number and self.sections[-1].category in ("apologies", "absent") and not told:
            category = self.sections[-1].category  # "School members" under "1. Apologies" divides those who sent them
        if category == "members" and self.sections[-1].category in ATTENDANCE and not (self.blocks or self.sections[-1].spans):
            category = self.sections[-1].category  # so does "Members:" right under "Apologies:"
        others = tuple(cell for cell in block.cells if cell and cell is not block.span)
        blocks = (replace(block, cells=others),) if others else ()
        self.awaits_title = False
        number = self.sections[-1].number if category in ("apologies", "absent") and self.last else ""
        return Section(category, heading=heading, rest=rest, blocks=blocks, number=number)

    def _group(self, block: Block, following: Block | None) -> Heading | None:
        """A heading of a group of those present, or of those who sent apologies: only in such a list, or in a dated head."""
        current = self.sections[-1].category
        headed = current == HEAD and not self.last and heads_meeting(self.blocks)
        listing = current in ATTENDANCE and (self.last is None or self.sections[-1].number)
        return read_group_heading(block, following, current) if headed or listing else None

    def _counts(self, found: Heading, block: Block, following: Block | None) -> bool:
        """Whether words that can be a heading are one here."""
        category, _, rest = found
        filled = rest is not None or sum(map(bool, block.cells)) > 1
        if category in ("actions", "agenda"):
            return not filled and self.last is None
        sender = self.sections[-1].category in LISTS and says_of_sender(self.blocks, block, following)
        if sender or (self._in_items() and self._said_in_item(category)) or self._is_of_list(category, rest, block):
            return False
        if category in ("chair", "clerk") and filled and not rest:
            opened = self.sections[-1].category not in LISTS
            return opened and not self._in_items() and is_name(block.cells[-1])  # "Chair | Ann Hale" in a list is one of it
        if category in (("chair", "clerk") if block.level else ("body", "chair", "clerk")) and rest is None:
            title = ":" not in block.text and not block.gap and self._follows_name()
            return not title and names_one(following, category)  # "Minutes" is a heading only over who took them
        if filled or following is None:
            return filled
        over = 0 < block.level < following.level
        return over or self.listed or category not in ATTENDANCE or not heads_nobody(block, following)

    def _is_of_list(self, category: str, rest: Span | None, block: Block) -> bool:
        """Whether words are no heading, but part of an entry ("Secretary – Ann Hale", "AM" below a name) or of a title."""
        if category in LABELS and self.sections[-1].category in ATTENDANCE and not rest and is_initials(block.text):
            return True
        if category not in ("chair", "clerk") or not rest:
            return False
        if self.sections[-1].category in ATTENDANCE and ":" not in block.text:
            return True
        return category == "clerk" and not is_name(rest)  # "Meeting notes – 12 October"

    def _said_in_item(self, category: str) -> bool:
        """Whether such words under an item say who was elected, where something else is held, or how each voted."""
        voted = category in ATTENDANCE and any(_VOTE.match(block.text) for block in (*self.sections[-1].blocks, *self.blocks))
        filled = category in ("chair", "clerk", "members") and _FILLED.search(self.sections[-1].title)
        of_another = filled and (self.listed or category != "members")  # a group that the item is about, offices to be filled
        return bool(voted or of_another) or category in (*LABELS, "chair")

    def _follows_name(self) -> bool:
        """Whether the line above is somebody in a list, beneath whom stands what they are: "Ann Hale", "Chair", "Ben Moss"."""
        section = self.sections[-1]
        spans = [*section.spans, *(block.span for block in self.blocks)]
        named = section.category in (*OF_A_MEETING, "members") and spans and names_people(spans[0])
        return bool(named) and names_people(spans[-1]) > 0

    def _in_items(self) -> bool:
        return self.last is not None

    def _marked_heading(self, block: Block, following: Block | None) -> Section | None:
        """A heading by its marks: of a group, where it stands under that of a list of people and over some; none in a paper's head."""
        if len(self.sections) == 1:
            return None
        nested = self.sections[-1].category in ATTENDANCE and 0 < self.level < block.level
        listing = nested and following is not None and read_entry(following.span) is not None
        self.awaits_title = False
        return Section(self.sections[-1].category if listing else TOPIC, heading=block.span)

    def _topic(self, block: Block, following: Block | None) -> Section | None:
        """A heading without a number: by its marks, or a short line of its own in capitals, or in title case outside lists of people."""
        if block.level:
            return self._marked_heading(block, following)
        if (
            block.kind is not Shape.LINE
            or self.awaits_title
            or (self.sections[-1].category in LABELS and not (self.sections[-1].spans or self.blocks))
        ):
            return None
        text = block.text
        if (
            not text
            or len(text) > 70
            or text[-1] in ".;,?!"
            or ":" in text
            or not (block.gap or (PARTED.match(text) and text.isupper()))
            or starts_with_date(text)
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
            and (self._in_items() or not names_people(block.span))
        )
        begun = shouted or titled or (in_list and PARTED.match(text) and not names_people(block.span))
        return Section(TOPIC, heading=block.span) if begun else None


def _with_gathering(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections with those who were there as one of them, where the head, or what follows one of its labels, names them without a heading."""
    labelled = takewhile(lambda section: section.category in (HEAD, *LABELS), sections)
    categories = frozenset(section.category for section in sections)
    for at, section in enumerate(labelled):
        found = gathering(section.blocks, categories)
        if found is not None:
            before, end = replace(section, blocks=section.blocks[: found[0]]), found[1]
            there = Section("present", blocks=section.blocks[found[0] : end])
            behind = [Section(TOPIC, blocks=section.blocks[end:])] if end < len(section.blocks) else []
            return (*sections[:at], before, there, *behind, *sections[at + 1 :])
    return sections
