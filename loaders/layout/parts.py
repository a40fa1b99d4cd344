"""The parts of a file that holds the minutes of several meetings, one after the other: each begins with a head of its own.

Source: the minutes of an annual meeting and of the ordinary one that followed it; an adjourned meeting and the one that took it up
again; the minutes of all committees of a month in one file.
"""

import re
from dataclasses import replace
from itertools import pairwise

from sederunt.graph.dates import find_dates
from sederunt.loaders.document import Block, Document
from sederunt.loaders.naming.headings import LABELS, OF_A_MEETING, read_heading
from sederunt.loaders.naming.wording import is_body

_LONGEST_HEAD = 14
"""No head of minutes has more lines above those who were there."""

_NUMBERED = re.compile(r"^(?:item\s+)?(\d{1,3})[.)/:]\s*", re.IGNORECASE)
_ITEM = re.compile(r"^(?:item\s+)?\d{1,3}(?:[.)/:]|\s+(?!(?:st|nd|rd|th)\b)\D)", re.IGNORECASE)
_TITLE = re.compile(
    r"^(?:(?:draft|unapproved|unconfirmed|unadopted|confirmed|approved|public|open|joint|action)\s+)*(?:minutes?|notes?|record|proceedings|report)\b"
    r"|\b(?:minutes|meeting)$|\b(?:minutes|notes) of (?:a|an|the)\b|\bmeeting (?:of|held)\b",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"\b(?:closed|concluded|ended|finished|signed|close of|next|future|last|previous|chair(?:man|person)?:? [._…]{3,})\b",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\b(?:was|were|has|have|had|agreed|noted|approved|resolved|will|should)\b", re.IGNORECASE)


def parts(document: Document) -> tuple[Document, ...]:
    """The document cut where the minutes of another meeting begin; most documents are of one part."""
    blocks = document.blocks
    starts = [] if document.slides else _starts(blocks)
    cuts = [0, *starts, len(blocks)]
    return tuple(replace(document, blocks=blocks[start:end]) for start, end in pairwise(cuts))


def _starts(blocks: tuple[Block, ...]) -> list[int]:
    """Where a second head stands, a third …: a title, a date, and then those who were there."""
    lists = [at for at, block in enumerate(blocks) if _opens_attendance(block)]
    return [start for before, at in pairwise(lists) if (start := _head_above(blocks, before + 1, at))]


def _opens_attendance(block: Block) -> bool:
    found = read_heading(block.span.part(_number_ends(block), len(block.span.text)))
    return found is not None and found[0] in OF_A_MEETING


def _number_ends(block: Block) -> int:
    number = _NUMBERED.match(block.span.text)
    return number.end() if number and int(number[1]) <= 2 else 0


def _head_above(blocks: tuple[Block, ...], first: int, end: int) -> int:
    """The first line of the head that stands above a list of those present, not before ``first``; 0 if there is none."""
    start = end
    while start > max(first, end - _LONGEST_HEAD) and _is_head_line(blocks[start - 1]):
        start -= 1
    head = blocks[start:end]
    if not any(find_dates(block.text) for block in head):
        return 0
    titles = [at for at, block in enumerate(head) if _is_title(block)]
    return start + titles[0] if titles else 0


def _is_head_line(block: Block) -> bool:
    text = block.text
    if len(text) > 300 or _CLOSING.search(text) or (_ITEM.match(text) and not find_dates(text[:20])):
        return False
    labelled = read_heading(block.span)
    if labelled is not None:
        return labelled[0] in LABELS
    return not _TOLD.search(text) or _is_title(block)


def _is_title(block: Block) -> bool:
    """Whether a line names a meeting or a body, as the first line of a head does."""
    text = block.text.rstrip(" .")
    return is_body(text) or (_TITLE.search(text) is not None and not _TOLD.search(text))
