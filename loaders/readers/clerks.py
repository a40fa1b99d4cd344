"""Who took the minutes where the paper does not say: the only one who was there as clerk or secretary of those who met.

Source: "Ann Hale, Town Clerk", "Ben Moss (Board Secretary)", "Rita Vale, Clerk to the Forum" in a list of those in attendance.
"""

import re
from collections.abc import Iterable

from sederunt.graph.lexicon import words
from sederunt.graph.names import fold, folded_words
from sederunt.graph.statement import Statement
from sederunt.loaders.scene import PROSE, Scene

STAGE = PROSE

_CLERK = re.compile(r"(?:[\w’']+ ){0,2}clerk(?: and .+| (?:to|of) (?:the )?(?P<whom>.+))?")


def read(scene: Scene) -> Iterable[Statement]:
    """The part of the clerk in this meeting, unless somebody is said to have taken the minutes."""
    there = [s for s in scene.found if s.link == "ATTENDED" and s.object == scene.meeting]
    if scene.meeting is None or any(s.values.get("role") == "minutes" for s in there):
        return
    serving = {fold(s.subject.label) for s in scene.found if _serves(s, scene.body.label if scene.body else "")}
    found = {fold(s.subject.label): s for s in there if s.values.get("role") in ("", "attendee", "in attendance", None)}
    clerks = [s for name, s in found.items() if name in serving]
    if len(clerks) == 1:
        yield clerks[0].model_copy(
            update={"values": {**clerks[0].values, "role": "minutes"}, "basis": "inferred", "confidence": 0.6}
        )


def _serves(told: Statement, body: str) -> bool:
    """Whether a statement says that somebody is the clerk or the secretary of those who meet."""
    if told.link == "SITS_ON":
        return told.values.get("role") == "secretary"
    return told.link == "HOLDS" and told.object is not None and is_minuting(told.object.label, body)


def is_minuting(post: str, body: str) -> bool:
    """Whether whoever holds a post takes the minutes of a body as a rule: a clerk, its secretary, an officer who serves committees."""
    text = fold(post)
    tokens = folded_words(post)
    if text in words("loaders", "minuting_posts"):
        return True
    if tokens[:1] and tokens[0] in _SECOND:
        return False
    if clerk := _CLERK.fullmatch(text):
        whom = clerk["whom"].split()[-1] if clerk["whom"] else ""
        return not whom or whom in _SERVED or whom in folded_words(body)
    return tokens[-1:] == ["secretary"] and len(tokens) == 2 and tokens[0] in words("loaders", "body_words") | _TOWNS


_SECOND = frozenset("assistant deputy trainee junior senior former".split())
_SERVED = frozenset("authority board council corporation governors meeting trustees".split())
_TOWNS = frozenset("town trust village parish community".split())
