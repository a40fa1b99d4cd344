"""Lines that say the same in two languages: "Pennaeth Cyllid / Head of Finance", "Y Cynghorydd Ann Hale / Councillor Ann Hale"."""

import re
from dataclasses import replace

from sederunt.graph.lexicon import words
from sederunt.graph.names import fold, folded_words, plain, split_honorific
from sederunt.loaders.document import Block, Shape
from sederunt.loaders.naming.people import looks_like_person
from sederunt.loaders.naming.titles import in_one_language
from sederunt.loaders.naming.wording import is_body

_BETWEEN = " / "
_LONGEST = 160
_MORE = re.compile(r"[:;|(),\t\d]|\s[–—-]\s|\.$")
"""Marks of a line that says more than one thing."""


def said_once(block: Block) -> Block:
    """The block with the English half alone, where it is a post, a body or somebody's name in two languages, and nothing else."""
    halves = block.text.split(_BETWEEN) if block.kind is not Shape.ROW and len(block.text) < _LONGEST else []
    if len(halves) != 2 or _MORE.search(block.text) or not _same(*halves):
        return block
    span = block.span
    return replace(block, cells=(span.part(span.text.index(_BETWEEN) + len(_BETWEEN), len(span.text)),))


def _same(first: str, second: str) -> bool:
    """Whether the halves of a line are one post, one body, or one person, in two languages."""
    if is_body(second) and len(first.split()) > 1 and is_body(first.split(maxsplit=1)[0]):
        return True
    (title, name), (other, again) = split_honorific(first), split_honorific(second)
    if title and other and fold(name) == fold(again) and looks_like_person(again):
        return True
    opening = folded_words(plain(first))[:1]
    return bool(set(opening) & words("loaders", "celtic_posts")) and in_one_language([first, second]) == [second]
