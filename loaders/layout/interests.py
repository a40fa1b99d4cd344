"""Registers in which members tell their interests: their lines say what somebody is elsewhere, and tell of no staff."""

import re

from sederunt.loaders.document import Document

_REGISTER = re.compile(
    r"\b(?:register|declarations?|notification|disclosure)s?\s+of\s+(?:[\w’'&]+\s+){0,5}?interests?\b|\binterests?\s+register\b",
    re.IGNORECASE,
)
_HEAD = 3
"""The title of such a register stands within so many lines."""
_LONGEST = 160


def is_register(document: Document) -> bool:
    """Whether the head of a paper says that it is a register of interests."""
    head = [document.title, *(block.text for block in document.blocks[:_HEAD])]
    return any(_REGISTER.search(line) for line in head if len(line) < _LONGEST)
