"""Tables whose rows are people and whose columns are bodies: who sits on which, or to how many of their meetings somebody came.

Source: committee memberships of a council's year (ticks, "Chair", "VC"), attendance in annual reports ("5/6" below each committee),
tables of "Trustee | Meetings attended | Out of a possible" below the name of the body.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce

from sederunt.graph.lexicon import pairs, words
from sederunt.graph.names import fold
from sederunt.loaders.document import Block, Shape, Span
from sederunt.loaders.layout.marks import under
from sederunt.loaders.naming.entries import read_entry
from sederunt.loaders.naming.entry import Entry
from sederunt.loaders.naming.people import BRACKET, looks_like_person, surely_person
from sederunt.loaders.naming.seats import is_vacant
from sederunt.loaders.naming.wording import is_body, is_organisation, is_post, is_unit
from sederunt.loaders.sentences.relations import office_of

PERSON, POST, BODY, MORE, COUNT, OTHER = "person", "post", "body", "more", "count", "other"
NONE = "none"
"""The mark of who has no seat."""

_COUNTED = re.compile(
    r"(?P<came>\d{1,2})\s*(?:/|\bof\b|\bout of\b|\()\s*(?P<held>\d{1,2})\)?\s*(?:\(?\d{1,3}\s?%\)?)?", re.IGNORECASE
)
_NUMBER = re.compile(r"\d{1,3}(?:\.\d+)?\s?%?")
_STARS = re.compile(r"[*†‡#^]+$|(?<=\d)[¹²³]+$")
_NOTE = re.compile(r"(?<=[a-z)])\s?[\d*†‡¹²³⁴]{1,2}$")
"""The mark of a note behind a name."""
_PLAIN = frozenset(
    [
        "board",
        "cabinet",
        "corporation",
        "council",
        "court",
        "executive",
        "full board",
        "full council",
        "governing body",
        "main board",
        "senate",
        "trustees",
    ]
)
_ABOUT = re.compile(r"\b(?:committees?|sub-?committees?|attend(?:ed|ance)|boards?|working groups|panels)\b", re.IGNORECASE)
_TALLY = re.compile(r"\b(?:total|overall|percent|percentage|all meetings)\b|%", re.IGNORECASE)
_BESIDE = re.compile(
    r"\([^()]*\)|\b(?:no\.?|number) of\b|\b(?:meetings?|attended|attendances?|possible|eligible)\b|\d+", re.IGNORECASE
)
_LONGEST = 6
"""The name of a committee at the head of a column has no more words."""
_SAMPLE = 40
"""So many rows tell whether a table is such a one."""
_SURE = 0.9
_FEWEST = 2
_DEEPEST = 8
"""No row is the head of a table that stands farther below the begin of its rows."""


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody in such a table, with the mark that stands in the column of each body that has one for them."""

    entry: Entry
    marks: Mapping[int, str] = field(default_factory=dict)
    """By the column: ``chair``, ``vice-chair``, ``secretary``, ``observer``, ``member`` or ``none``."""
    counted: bool = False
    """Whether its marks count meetings."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """A table of people by bodies; one without bodies is of the body that is named above it."""

    above: tuple[Block, ...]
    """The lines above it, up to another table."""
    bodies: Mapping[int, Span]
    rows: tuple[Row, ...]
    numbers: frozenset[int]
    """The numbers of its lines."""


def matrices(blocks: Sequence[Block]) -> Iterator[Matrix]:
    """The tables of a document that are such."""
    at = last = begun = 0
    while at < len(blocks):
        if blocks[at].kind is not Shape.ROW or blocks[at].gap:
            begun = at
        heads = blocks[at].kind is Shape.ROW and len(blocks[at].cells) > 1 and at - begun <= _DEEPEST
        table = _table(blocks, at) if heads else None
        if table is None:
            at += 1
            continue
        matrix, end = table
        yield replace(matrix, above=tuple(blocks[last:at]))
        at = last = begun = end


def _table(blocks: Sequence[Block], at: int) -> tuple[Matrix, int] | None:
    """The table that a row heads, and where it ends."""
    if not any(_known(cell.text) in (PERSON, BODY, COUNT) for cell in blocks[at].cells):
        return None
    rows, _ = _rows(blocks[: at + _SAMPLE], at + 1)
    second = bool(rows) and _is_second_head(rows[0])
    head = _spread(blocks[at], rows[0]) if second else _with_corner(blocks[at], rows)
    above = [block.text for block in blocks[max(0, at - 4) : at]]
    kinds = _columns(head, counts=second, told=any(map(_ABOUT.search, above)))
    if PERSON not in kinds or not _is_marked(_people(head, rows, kinds), kinds):
        return None
    rows, end = _rows(blocks, at + 1)
    bodies = {n: _name(cell) for n, (cell, kind) in enumerate(zip(head.cells, kinds, strict=True)) if kind == BODY}
    return Matrix((), bodies, _people(head, rows, kinds), frozenset(block.number for block in blocks[at:end])), end


def _rows(blocks: Sequence[Block], at: int) -> tuple[list[Block], int]:
    """The rows below a head, and where they end; a lone short line between rows heads a class of people."""
    found: list[Block] = []
    end = at
    while end < len(blocks):
        block = blocks[end]
        if block.kind is Shape.ROW:
            found.append(block)
        elif not (end + 1 < len(blocks) and blocks[end + 1].kind is Shape.ROW and _heads_class(block)):
            break
        end += 1
    return found, end


def _in_place(head: Block, row: Block) -> Block:
    """A row in columns of spaces with an empty cell where it has none."""
    return under(head, row) if row.lines and head.lines and len(row.cells) < len(head.cells) else row


def _heads_class(block: Block) -> bool:
    return len(block.text.split()) <= _LONGEST and not block.level and not block.gap


def _spread(head: Block, second: Block) -> Block:
    """A head whose bodies each stand over several columns that are counted below, with each body over the first of its columns."""
    if len(head.cells) == len(second.cells):
        cells = [
            upper or lower if _known(lower.text) != COUNT else upper
            for upper, lower in zip(head.cells, second.cells, strict=True)
        ]
        return replace(head, cells=tuple(cells))
    names = [cell for cell in head.cells if cell and _known(cell.text) not in (PERSON, POST)]
    counted = [at for at, cell in enumerate(second.cells) if _known(cell.text) == COUNT]
    if not names or len(counted) % len(names):
        return head
    first = dict(zip(counted[:: len(counted) // len(names)], names, strict=True))
    nothing = head.cells[0].part(0, 0)
    return replace(head, cells=tuple(first.get(at, nothing if at in counted else cell) for at, cell in enumerate(second.cells)))


def _with_corner(head: Block, rows: Sequence[Block]) -> Block:
    """A head that has nothing over the names, with an empty cell there."""
    wide = [row for row in rows if len(row.cells) > len(head.cells)]
    short = len(wide) >= _FEWEST and not any(_known(cell.text) == PERSON for cell in head.cells)
    return replace(head, cells=(head.cells[0].part(0, 0), *head.cells)) if short else head


def _known(text: str) -> str:
    """What the label of a column says that stands in it; empty where it is no label."""
    bare = fold(BRACKET.sub("", text)).strip()
    label = pairs("loaders", "member_columns").get(bare, "")
    if label in (PERSON, POST):
        return label
    if bare in _PEOPLE or pairs("loaders", "staff_columns").get(bare) == "holder":
        return PERSON
    if bare and words("loaders", "count_columns").issuperset(bare.split()):
        return COUNT
    if _TALLY.search(text):
        return OTHER
    return BODY if bare in _PLAIN or is_body(bare) else OTHER if label or bare in pairs("loaders", "term_columns") else ""


_PEOPLE = frozenset(
    "cllr commissioner commissioners councillor councillors director directors governor governors trustee".split()
)


def _columns(head: Block, *, counts: bool, told: bool) -> list[str]:
    """What stands in each column; ``counts``: a second head below says that it counts meetings; ``told``: the lines above speak of bodies."""
    kinds = [_known(cell.text) for cell in head.cells]
    if PERSON not in kinds and kinds and not head.cells[0]:
        kinds[0] = PERSON
    bodies = kinds.count(BODY) + sum(map(_counts_of, head.cells))
    stems = bodies > 0 or told
    found: list[str] = []
    for cell, kind in zip(head.cells, kinds, strict=True):
        if not cell and found and found[-1] == BODY and counts:
            found.append(MORE)
        elif kind:
            found.append(OTHER if kind == PERSON and PERSON in found else kind)
        else:
            found.append(BODY if _counts_of(cell) or (stems and is_stem(cell.text)) else OTHER)
    return found


def _counts_of(cell: Span) -> bool:
    """Whether the head of a column counts the meetings of a body that it names: "Board meetings attended (of 6)"."""
    bare = _name(cell).text
    return bare != cell.text and _known(bare) == BODY


def _name(cell: Span) -> Span:
    """The name of the body at the head of a column, without what says that meetings are counted."""
    kept = _BESIDE.sub(lambda found: " " * len(found[0]), cell.text)
    bare = kept.strip(" -–:/,")
    start = kept.find(bare) if bare else 0
    return cell.part(start, start + len(bare)) if bare else cell


def is_stem(text: str) -> bool:
    """Whether words can be what a table calls a committee: "Finance & General Purposes"."""
    bare = text.strip()
    return (
        bool(bare) and bare[0].isupper() and len(bare.split()) <= _LONGEST and not looks_like_person(bare) and not is_post(bare)
    )


def _is_second_head(row: Block) -> bool:
    filled = [cell.text for cell in row.cells if cell]
    return len(filled) > 1 and all(_known(text) in (COUNT, PERSON, POST) for text in filled)


def _crosses(rows: Sequence[Block]) -> bool:
    """Whether a cross says that somebody has no seat, as ticks beside it say that others have one."""
    cells = {cell.text.strip() for row in rows for cell in row.cells}
    return not cells.isdisjoint("✓✔√☑") and not cells.isdisjoint(("x", "X", "×"))


def _people(head: Block, rows: Sequence[Block], kinds: Sequence[str]) -> tuple[Row, ...]:
    """Who is named in the rows; a row that names nobody is passed over."""
    crosses = _crosses(rows)
    placed = [row for row in (_in_place(head, row) for row in rows) if len(row.cells) <= len(kinds)]
    return tuple(_row(row, entry, kinds, crosses=crosses) for row in placed if (entry := _entry(row, kinds)))


def _entry(row: Block, kinds: Sequence[str]) -> Entry | None:
    cells = dict(zip(kinds, row.cells, strict=False)) if row.cells else {}
    entry = person_in(cells[PERSON]) if PERSON in cells else None
    if entry is None:
        return None
    posts = [cell for cell, kind in zip(row.cells, kinds, strict=False) if kind == POST and cell]
    told = reduce(lambda one, cell: one.with_more(cell.text, cell), posts, entry)
    return replace(told, span=row.whole)


def columns_beside(cells: Sequence[Span], tells: Callable[[str], object]) -> tuple[int, tuple[int, ...]] | None:
    """(the column of people, those beside it whose folded heads tell what is looked for) of a row that heads such a table."""
    folded = [fold(BRACKET.sub("", cell.text)).strip() for cell in cells]
    people = [at for at, text in enumerate(folded) if pairs("loaders", "member_columns").get(text) == PERSON]
    told = tuple(at for at, text in enumerate(folded) if at not in people and tells(text))
    return (people[0], told) if people and told else None


def person_in(cell: Span) -> Entry | None:
    """Whom a cell below the head of a column of people names; nobody where it says that a seat is vacant, or names a thing."""
    entry = read_entry(cell.part(0, len(_NOTE.sub("", cell.text)))) if cell and not is_vacant(cell.text) else None
    return None if entry is None or (_names_thing(entry.name) and not surely_person(entry.name)) else entry


def _names_thing(name: str) -> bool:
    return is_post(name) or is_unit(name) or is_organisation(name) or is_body(name)


def _row(row: Block, entry: Entry, kinds: Sequence[str], *, crosses: bool) -> Row:
    marks: dict[int, str] = {}
    counted = False
    body = -1
    for at, (cell, kind) in enumerate(zip(row.cells, kinds, strict=False)):
        body = at if kind == BODY else body
        if kind in (BODY, MORE, COUNT):
            mark, count = _mark(cell.text, crosses=crosses)
            counted = counted or count
            if kind != COUNT and (mark or cell):
                marks[body] = mark if marks.get(body, NONE) == NONE else marks[body]
            elif cell:
                marks.setdefault(at, mark)
    return Row(entry, marks, counted)


def _mark(text: str, *, crosses: bool) -> tuple[str, bool]:
    """(what a cell says, whether it counts meetings); the former is empty where a cell is empty or says something else."""
    bare = _STARS.sub("", text.strip()).strip() or text.strip()
    if count := _COUNTED.match(bare):
        role = office_of(bare[count.end() :].strip(" ()–-,").lower())
        return (role or ("member" if int(count["held"]) else NONE)), True
    if _NUMBER.fullmatch(bare):
        return ("member" if bare != "0" else NONE), bare != "1"
    if bare in ("x", "X", "×") and crosses:
        return NONE, False
    known = pairs("loaders", "seat_marks").get(bare.lower(), "")
    return known or office_of(bare.strip(" ✓✔√()").lower()), False


def _is_marked(people: Sequence[Row], kinds: Sequence[str]) -> bool:
    """Whether people stand in such a table, and nearly all that stands beside them is marks."""
    marks = [mark for row in people for mark in row.marks.values()]
    bodies = kinds.count(BODY)
    enough = bodies > 1 or (any(row.counted for row in people) and (bodies == 1 or COUNT in kinds))
    sure = sum(map(bool, marks)) >= _SURE * len(marks)
    return enough and len(people) >= _FEWEST and sum(mark not in ("", NONE) for mark in marks) >= _FEWEST and sure
