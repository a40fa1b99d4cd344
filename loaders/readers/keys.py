"""Keys to the initials by which a paper calls people.

Source: "Key" or "Initials" at the end of notes: "AKH Ann K. Hale, Head of Works", "BM = Ben Moss", a line each.
"""

from collections.abc import Iterable

from sederunt.graph.statement import Statement
from sederunt.loaders.context.scene import LISTS, Scene, claim, person, title_claims
from sederunt.loaders.naming.headings import ATTENDANCE
from sederunt.loaders.naming.letters import read_key
from sederunt.loaders.naming.titles import read_title

STAGE = LISTS

_FEWEST = 2
"""So many lines at least make a key."""


def read(scene: Scene) -> Iterable[Statement]:
    """The naming of each person in a key, with what it says of them."""
    spans = (block.whole for section in scene.sections if section.category not in ATTENDANCE for block in section.blocks)
    found = [entry for entry in map(read_key, spans) if entry is not None]
    for entry in found if len(found) >= _FEWEST else ():
        who = person(entry.name, "prose", honorific=entry.honorific, initials=entry.initials)
        yield claim(None, who, span=entry.span)
        for title in map(read_title, entry.titles):
            yield from title_claims(who, title, entry.span, "prose")
