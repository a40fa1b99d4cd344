"""What a page says for itself: its settings, which may give a meeting's title, and the words of links behind what they belong to."""

import re
from dataclasses import replace
from itertools import takewhile

from sederunt.graph.dates import find_dates
from sederunt.loaders.document import Block, Span


def without_front_matter(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks of a page without what stands between two rules at its beginning: it speaks of the page, not of the meeting,
    but for a title that says whose minutes of when they are.
    """
    rules = [at for at, block in enumerate(blocks[:30]) if block.text.strip() == "---"]
    framed = len(rules) > 1 and not rules[0] and all(_SETTING.match(block.text) for block in blocks[1 : rules[1]])
    end = rules[1] + 1 if framed else _settings(blocks)
    title = next((found for block in blocks[:end] if (found := _titled(block))), None)
    labels = [block for block in blocks[:end] if _LABEL.match(block.text)]
    return (*([title] if title else []), *labels, *blocks[end:])


def _settings(blocks: tuple[Block, ...]) -> int:
    """How many lines at the beginning are settings without rules: three or more names in small letters, each with a colon."""
    count = sum(1 for _ in takewhile(lambda block: re.match(r"[a-z_]+:(?:\s|$)", block.text), blocks))
    return count if count > 2 else 0


def _titled(block: Block) -> Block | None:
    """The title that a setting gives, if it says when or whose minutes these are."""
    said = _TITLE.match(block.text)
    if said is None or not find_dates(block.text):
        return None
    return block.apart([block.span.part(said.end(), len(block.text.rstrip("\"'")))], gaps=True)[0]


_SETTING = re.compile(r"[\w -]{1,30}:|-\s|#")
_LABEL = re.compile(r"(?!Title)[A-Z][\w ]*:\s")
_TITLE = re.compile(r"title:\s*[\"']?", re.IGNORECASE)


def unlinked(block: Block) -> Block:
    """The block without the words of links that end its cells: "Town Hall. View directions", "Harbour Strategy pdf icon PDF 223 KB"."""
    if not _LINKED.search(block.whole.text):
        return block
    return replace(block, cells=tuple(_without_links(cell) for cell in block.cells))


def _without_links(cell: Span) -> Span:
    while (found := _LINK.search(cell.text)) and found.start():
        cell = cell.part(0, found.start())
    return cell


_LINKED = re.compile(r"\b(?:directions|map|[KM]B|window|tab|PDF|Word)\b", re.IGNORECASE)
_LINK = re.compile(
    r"(?:^|[\s.,;–-]+)(?:(?:pdf icon\s+)?PDF\s+\d+(?:\.\d+)?\s*[KM]B|\((?:PDF|Word|DOCX?|XLSX?)\b[^()]{0,30}\)|View\s+(?:directions|(?:on\s+)?(?:the\s+|a\s+)?map)"
    r"|\(?opens? in (?:a )?new (?:window|tab)\)?|\((?:Google\s+)?map\)|(?<=\.\s)(?:Google\s+)?Map)\s*$",
    re.IGNORECASE,
)
