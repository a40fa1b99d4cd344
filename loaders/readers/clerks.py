"""The secretary of those who met, and who took the minutes where the paper does not say: the only one there as clerk or secretary.

Source: "Ann Hale, Town Clerk", "Ben Moss (Board Secretary)", "Rita Vale, Clerk to the Forum" in a list of those in attendance.
"""

import re
from collections.abc import Iterable, Iterator

from sederunt.graph.kinds import PRESENCE
from sederunt.graph.lexicon import words
from sederunt.graph.names import fold, folded_words
from sederunt.graph.statement import Statement
from sederunt.loaders.context.scene import PROSE, Scene
from sederunt.loaders.naming.roles import own_office

STAGE = PROSE

_CLERK = re.compile(r"(?:[\w’']+ ){0,2}clerk(?: and .+| (?:to|of) (?:the )?(?P<whom>.+))?")


def read(scene: Scene) -> Iterable[Statement]:
    """The part of the clerk in this meeting, unless somebody is said to have taken the minutes; the secretary's seat on the body."""
    there = [s for s in scene.found if s.link == "ATTENDED" and s.object == scene.meeting]
    yield from _secretaries(scene)
    if scene.meeting is None or any(s.values.get("role") == "minutes" for s in there):
        return
    serving = {fold(s.subject.label) for s in scene.found if _serves(s, scene.body.label if scene.body else "")}
    found = {fold(s.subject.label): s for s in there if s.values.get("role") in ("", "attendee", "in attendance", None)}
    clerks = [s for name, s in found.items() if name in serving]
    if len(clerks) == 1:
        yield clerks[0].model_copy(
            update={"values": {**clerks[0].values, "role": "minutes"}, "basis": "inferred", "confidence": 0.6}
        )


def _secretaries(scene: Scene) -> Iterator[Statement]:
    """Those at the meeting, or away from it, who are printed as the body's secretary."""
    if scene.body is None:
        return
    listed = {fold(s.subject.label) for s in scene.found if s.link in PRESENCE and s.object == scene.meeting}
    seen: set[str] = set()
    for said in scene.found:
        who, title = fold(said.subject.label), _title(said)
        if title and who in listed and who not in seen and is_secretary(title, scene.body.label):
            seen.add(who)
            seat = {"role": "secretary", "role_text": title}
            yield said.model_copy(update={"link": "SITS_ON", "object": scene.body, "values": seat, "confidence": 0.85})


def _title(said: Statement) -> str:
    """The post that a statement says somebody holds, or what is printed as his part in a meeting."""
    if said.link == "HOLDS" and said.object is not None:
        return said.object.label
    return str(said.values.get("role_text", "")) if said.link in PRESENCE else ""


def is_secretary(title: str, body: str) -> bool:
    """Whether a title is that of a body's own secretary, and of no organisation's: "Registrar and Secretary to the Board"."""
    return any(_is_own_secretary(piece, body) for piece in _PIECES.split(title))


def _is_own_secretary(post: str, body: str) -> bool:
    text = fold(post)
    if text in _PLAIN or own_office(post, body) == "secretary":
        return True
    whom = _SECRETARY_TO.fullmatch(text)
    return whom is not None and (whom["whom"].split()[-1] in _SERVED or f" {whom['whom']} " in f" {fold(body)} ")


_PIECES = re.compile(r"\s+(?:and|&)\s+|\s*/\s*")
_PLAIN = frozenset(["secretary", "hon secretary", "honorary secretary"])
_SECRETARY_TO = re.compile(r"(?:hon |honorary )?secretary (?:to|of) (?:the )?(?P<whom>.+)")


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
