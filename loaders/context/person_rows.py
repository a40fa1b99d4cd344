"""Somebody in a row of a table: one cell names the person, the others say more, each by the name of its column where it has one.

Source: tables of name and post with marks under "Present" and "Apologies"; "Name | Organisation | Role | Term ends"; "Name | Affiliation |
Independent? | Voting?".
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from sederunt.graph.lexicon import pairs
from sederunt.graph.names import fold, is_initials
from sederunt.loaders.document import Block, Span
from sederunt.loaders.layout.marks import bare_mark, is_mark, meaning_of
from sederunt.loaders.naming.entries import read_entry
from sederunt.loaders.naming.entry import Entry
from sederunt.loaders.naming.headings import category_of
from sederunt.loaders.naming.people import BRACKET, looks_like_person, surely_person
from sederunt.loaders.naming.remarks import read_status
from sederunt.loaders.naming.roles import OFFICERS, meeting_role
from sederunt.loaders.naming.wording import is_organisation, is_post

_MARKED = re.compile(r"^(?:present|attended|attendance|status|apolog|absent|in attendance)")
_NO = frozenset(("n", "no", "-", "–", "—", "0"))
_SILENT = frozenset(["end", "nothing", "start", "term"])
"""Columns that say nothing of posts and organisations."""
_VOID = frozenset(("yes", "no", "none", "n a", "na", "not applicable", "nil", "tbc", "self", "y", "n"))
"""What stands in a cell that says nothing, or answers a question at the head of its column."""
_STATES = ("present", "apologies", "absent")


def read_row(block: Block, columns: tuple[str, ...]) -> Entry | None:
    """The one whom a row names in one of its cells; marks under "Present" or "Apologies" say whether they came."""
    marks = {at for at, name in enumerate(columns) if _MARKED.search(name)}
    filled = [cell for cell in block.cells if cell]
    if not columns and len(filled) > 1 and is_mark(filled[-1].text):
        marks, (status, part) = {len(block.cells) - 1}, _meant(filled[-1].text)
    else:
        status, part = _marked(block, columns, marks)
    places = [at for at, cell in enumerate(block.cells) if cell and at not in marks and not _says_nothing(at, cell, columns)]
    named = next((at for at in places if _names(block.cells[at])), None)
    entry = read_entry(block.cells[named]) if named is not None else None
    if entry is None:
        return None
    others = [at for at in places if at != named]
    for text in _posts_with_places([block.cells[at].text for at in others]):
        entry = entry.with_more(text, entry.span)
    sender = next((block.cells[at].text for at in others if _column(at, columns) == "place"), "")
    return replace(entry, span=block.whole, status=status, part=entry.part or part, sender=_whole(sender))


def _names(cell: Span) -> bool:
    bare = BRACKET.sub("", cell.text).strip(" ,;.").rstrip("*†‡")
    return looks_like_person(bare) or surely_person(bare)


def _whole(sender: str) -> str:
    """Whom somebody comes from, without the part of it or the place that stands behind a comma: "Fenwick Council, Social Care"."""
    bare = BRACKET.sub("", sender).strip(" ,;.")
    first = bare.split(",")[0]
    return first if is_organisation(first) else bare


def _column(at: int, columns: Sequence[str]) -> str:
    """What stands in the column at a place: ``place``, ``nothing``, or what its cells say themselves."""
    return pairs("loaders", "member_columns").get(columns[at], "") if at < len(columns) else ""


def _says_nothing(at: int, cell: Span, columns: Sequence[str]) -> bool:
    return _column(at, columns) in _SILENT or fold(cell.text) in _VOID


def _posts_with_places(texts: list[str]) -> list[str]:
    """The texts of a row's other cells; a post and the organisation in the cell beside it are one title, but for the chair of those listed."""
    posts = [text for text in texts if is_post(text)]
    places = [text for text in texts if text not in posts and is_organisation(text) and not is_initials(text.strip("()"))]
    if len(posts) == 1 and len(places) == 1 and meeting_role(posts[0]) not in OFFICERS:
        return [f"{posts[0]}, {places[0]}", *(text for text in texts if text not in (*posts, *places))]
    return texts


def _marked(block: Block, columns: tuple[str, ...], marks: set[int]) -> tuple[str, str]:
    """(category, remark) from the cells under "Present", "Apologies" and the like; empty where the row has no such cell."""
    for at in sorted(marks):
        text = block.cells[at].text.strip() if at < len(block.cells) else ""
        own, beside = (own, "") if (own := category_of(text)) in _STATES else read_status(text)
        if own:
            return own, beside
        if not text or (len(marks) > 1 and bare_mark(text) in _NO):
            continue
        heading = category_of(columns[at])
        if is_mark(text) and len(marks) == 1 and heading not in ("apologies", "absent"):
            return _meant(text)
        if heading in _STATES and bare_mark(text) not in _NO:
            return heading, text if len(text) > 3 else ""
    return "", ""


def _meant(text: str) -> tuple[str, str]:
    """(category, nothing) of a mark beside a name; a cross alone may mean either, and is believed to mean that somebody came."""
    meaning = meaning_of(text)
    return (meaning, "") if meaning in _STATES and bare_mark(text) != "x" else ("", "")
