"""What the settings of a page say of a meeting: its title, between two rules or above the page."""

import re
from itertools import takewhile

from sederunt.graph.dates import find_dates
from sederunt.loaders.document import Block


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
