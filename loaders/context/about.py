"""Whom a page is about, where it is about one person: the name with an honorific as its heading.

Source: pages on councillors and members of boards.
"""

from collections.abc import Sequence

from sederunt.graph.names import fold
from sederunt.graph.statement import Mention
from sederunt.loaders.context.scene import person
from sederunt.loaders.document import Block
from sederunt.loaders.naming.entries import read_entry
from sederunt.loaders.naming.people import surely_person

_FIRST = 4
"""The name stands in one of the first lines."""
_LONGEST = 8


def subject(blocks: Sequence[Block]) -> Mention | None:
    """The one person whom a page is about; None where its heading is no name."""
    for block in blocks[:_FIRST]:
        entry = read_entry(block.span) if block.level and len(block.text.split()) < _LONGEST else None
        if entry is None or not entry.honorific or fold(entry.name) not in fold(block.text):
            continue
        if surely_person(f"{entry.honorific} {entry.name}"):
            return person(entry.name, "members", honorific=entry.honorific)
    return None
