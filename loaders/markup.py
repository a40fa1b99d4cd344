"""What marks of a text made for a page say: hashes in front of headings, a title between two rules."""

import re
from dataclasses import replace

from sederunt.graph.dates import find_dates
from sederunt.loaders.document import Block, Shape


def unhashed(block: Block) -> tuple[Block, int]:
    """A heading that was printed behind hashes, without them, and how many there were; none for any other block."""
    if block.kind is Shape.ROW and len(block.cells) == 2 and not block.cells[0].text.strip("#"):
        return replace(block, kind=Shape.LINE, cells=block.cells[1:], gap=True), len(block.cells[0].text)
    hashes = _HASHES.match(block.text) if block.kind is Shape.LINE else None
    if hashes is None:
        return block, 0
    return replace(block, cells=(block.span.part(hashes.end(), len(block.text)),), gap=True), len(hashes["hashes"])


_HASHES = re.compile(r"(?P<hashes>#{1,6})\s+(?=\S)")


def without_front_matter(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks of a page without what stands between two rules at its beginning: it speaks of the page, not of the meeting,
    but for a title that says whose minutes of when they are.
    """
    rules = [at for at, block in enumerate(blocks[:30]) if block.text.strip() == "---"]
    if len(rules) < 2 or rules[0]:
        return blocks
    titles = ((block, _TITLE.match(block.text)) for block in blocks[1 : rules[1]])
    dated = (
        block.apart([block.span.part(said.end(), len(block.text.rstrip("\"'")))], gaps=True)
        for block, said in titles
        if said and find_dates(block.text)
    )
    return (*next(dated, []), *blocks[rules[1] + 1 :])


_TITLE = re.compile(r"title:\s*[\"']?(?=.*\b(?:minutes|notes|meeting)\b)", re.IGNORECASE)
