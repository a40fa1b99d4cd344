"""Tables of the seats of a body, whose columns say who sits for whom, and who comes in their place.

Source: terms of reference with "Organisation | Member | Deputy", "Role | Name | Representing | Substitute", "Agency | Representative |
Post | Alternate", the post of each in the name's cell or in a column beside it; cells of several names; an organisation that stands
once for several rows.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from sederunt.graph.lexicon import pairs
from sederunt.graph.names import fold
from sederunt.loaders.document import Block, Shape, Span
from sederunt.loaders.naming.entries import read_entry
from sederunt.loaders.naming.entry import Entry
from sederunt.loaders.naming.people import BRACKET
from sederunt.loaders.naming.runs import split_people
from sederunt.loaders.naming.seats import is_vacant
from sederunt.loaders.naming.wording import is_organisation, is_post, is_unit

_RULE = re.compile(r"[\s:|=–—-]*")
"""What stands in each cell of the line under the head of a table."""
_DEPUTY = re.compile(
    r"\b(?:deput(?:y|ies)|substitutes?|alternates?|reserves?|prox(?:y|ies)|stand ins?|understud(?:y|ies))\b(?!\s(?:chair|conven|director|head))"
)
"""What the head of a column has over those who come in the place of others."""
_LONGEST_HEAD = 50
_SPREAD = 3


@dataclass(frozen=True, slots=True)
class Seated:
    """Somebody in such a table: whom they sit for (empty if not told), and whether they only come in a member's place."""

    entry: Entry
    place: str
    deputy: bool


def seated(blocks: Sequence[Block]) -> dict[int, tuple[Seated, ...]]:
    """Who is named in each row of such tables, by the numbers of the rows; nobody in their heads."""
    found: dict[int, tuple[Seated, ...]] = {}
    columns: tuple[str, ...] = ()
    place = ""
    for block in blocks:
        if block.kind is not Shape.ROW:
            columns = ()
        elif head := _columns(block):
            columns, place = head, ""
            found[block.number] = ()
        elif columns and len(block.cells) <= len(columns):
            place = _place(block, columns) or place
            found[block.number] = () if _is_rule(block) else tuple(_row(block, columns, place))
    return found


def _is_rule(block: Block) -> bool:
    return all(_RULE.fullmatch(cell.text) for cell in block.cells)


def _columns(row: Block) -> tuple[str, ...]:
    """What stands in each column (person, deputy, place, post, nothing) below a row that heads such a table; empty if it heads none."""
    heads = [_head(cell.text) for cell in row.cells]
    count = Counter(heads)
    beside = count["place"] + count["deputy"] if count["person"] else count["deputy"] and count["place"] + count["post"]
    return tuple(heads) if beside and "" not in heads else ()


def _head(text: str) -> str:
    bare = fold(BRACKET.sub("", text)).strip()
    if not text:
        return "nothing"
    known = pairs("loaders", "member_columns").get(bare, "")
    if known or not bare or len(bare) > _LONGEST_HEAD:
        return known
    return "deputy" if _DEPUTY.search(bare) and len(bare.split()) <= _SPREAD else ""


def _place(block: Block, columns: Sequence[str]) -> str:
    """The organisation in a row's cell for it."""
    cells = [cell.text for cell, what in zip(block.cells, columns, strict=False) if what == "place" and cell]
    bare = BRACKET.sub("", cells[0]).strip(" ,;.") if cells else ""
    first = bare.split(",")[0]
    return first if is_organisation(first) else bare


def _row(block: Block, columns: Sequence[str], place: str) -> Iterator[Seated]:
    """The people of a row, each with what stands in the columns of posts that are told of them."""
    beside = _beside(block, columns)
    for at, (cell, what) in enumerate(zip(block.cells, columns, strict=False)):
        if cell and what in ("person", "deputy"):
            people = _people(cell)
            for entry in people:
                more = beside.get(at, ()) if len(people) == 1 else ()
                told = reduce(lambda one, text: one.with_more(text, one.span), more, entry)
                yield Seated(replace(told, span=block.whole), place, what == "deputy")


def _beside(block: Block, columns: Sequence[str]) -> Mapping[int, tuple[str, ...]]:
    """What the columns of posts say, by the column of those of whom it is told: that before them, or the first."""
    told: dict[int, tuple[str, ...]] = {}
    people = [at for at, what in enumerate(columns) if what in ("person", "deputy")]
    for at, (cell, what) in enumerate(zip(block.cells, columns, strict=False)):
        if what == "post" and cell and not is_vacant(cell.text):
            whose = next((one for one in reversed(people) if one < at), people[0])
            told[whose] = (*told.get(whose, ()), *(piece.strip() for piece in cell.text.split(";") if piece.strip()))
    return told


def _people(cell: Span) -> list[Entry]:
    """Those whom a cell names; nobody where it says that the seat is vacant, or names a post alone."""
    if is_vacant(cell.text):
        return []
    pieces = split_people(cell)
    entries = [entry for piece in (pieces if len(pieces) > 1 else [cell]) if (entry := read_entry(piece)) is not None]
    return [entry for entry in entries if not (is_post(entry.name) or is_unit(entry.name) or is_organisation(entry.name))]
