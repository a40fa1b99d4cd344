"""Pages about one person: the bodies on which they sit, in lists under a heading that says so.

Source: pages on councillors as ModernGov and others make them: the name as the heading, "Committee appointments" over a list of
bodies, each with an office in brackets where the person has one.
"""

import re
from collections.abc import Iterable, Iterator

from sederunt.graph.lexicon import words
from sederunt.graph.names import fold
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.about import subject
from sederunt.loaders.context.scene import LISTS, Scene, claim, names_thing, thing
from sederunt.loaders.document import Block, Shape
from sederunt.loaders.naming.people import BRACKET
from sederunt.loaders.naming.roles import meeting_role
from sederunt.loaders.naming.wording import is_body

STAGE = LISTS

_SEATS = re.compile(
    r"(?:current\s+|other\s+)?(?:(?:council|committee|board|panel|internal)s?\s+(?:and\s+\w+\s+)?)(?:appointments?|memberships?|positions?)\W*"
    r"|(?:membership|member)\s+of(?:\s+the)?(?:\s+following)?(?:\s+committees)?\W*|(?:sits|serves)\s+on\W*|committees\W*",
    re.IGNORECASE,
)
_OFFICES = frozenset(["chair", "vice-chair"])


def read(scene: Scene) -> Iterable[Statement]:
    """The seats of whom the page is about."""
    who = subject(scene.untabled)
    if who is None:
        return
    under = False
    for block in scene.untabled:
        if block.kind is not Shape.LINE or _SEATS.fullmatch(block.text):
            under = block.kind is Shape.LINE
        elif under and (seat := _seat(block)):
            yield from _claims(who, *seat, block)
        elif block.level or len(block.text.split()) > 1:
            under = False


def _seat(block: Block) -> tuple[Mention, str] | None:
    """(body, office) that an entry of such a list names."""
    brackets = [meeting_role(found) for found in BRACKET.findall(block.text)]
    name = BRACKET.sub("", block.text).strip(" .,;")
    if not (is_body(name) or fold(name) in words("loaders", "plain_bodies")):
        return None
    return thing("Body", name, "members"), next((role for role in brackets if role in _OFFICES), "member")


def _claims(who: Mention, body: Mention, role: str, block: Block) -> Iterator[Statement]:
    yield names_thing(body, block.span)
    yield claim("SITS_ON", who, body, span=block.span, role=role, confidence=0.9)
