"""Who holds a post, as a staff page prints it beside the post: one name or several, for the time being, or nobody."""

import re
from dataclasses import dataclass

from sederunt.graph.names import split_honorific, without_post_nominals
from sederunt.loaders.naming.people import looks_like_person, surely_person
from sederunt.loaders.naming.seats import is_vacant

_FOR_NOW = re.compile(
    r"\((?:[^()]*[;,]\s*)?(?:acting|interim|currently|(?:(?:mat(?:ernity)?|paternity|sickness|leave)\.?\s+)?cover(?:ed)?(?:\s+by)?|at present)\s*:?\s+(?P<who>[^();]+)\)",
    re.IGNORECASE,
)
_COVERED = re.compile(
    r"^(?:interim|acting|temporary|cover(?:ed)?|currently)\b[\w\s]{0,24}?(?::|\bby\b)\s*(?P<who>.+)$", re.IGNORECASE
)
ACTING = re.compile(r"\s*\((?:acting|interim)[^()]*\)", re.IGNORECASE)
_NOBODY = re.compile(
    r"\bvacan(?:t|cy|cies)\b|\bto be (?:confirmed|appointed|advised|recruited)\b|\brecruit(?:ing|ment)\b|^(?:post\s+)?(?:tbc|tba|unfilled)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r",\s*|;\s*|\s+(?:and|&)\s+(?=[A-Z])|\s+/\s+")
_FOR_THE_TIME = re.compile(r",\s*(?:acting|interim)$", re.IGNORECASE)
_BESIDE = re.compile(
    r",\s*(?:acting|interim|part[ -]time|job[ -]?share|(?:on )?secondment|(?:on )?maternity leave)$", re.IGNORECASE
)
"""What is said behind a name of how the post is held, and names nobody."""
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_MOST_WORDS = 14
"""What stands beside the names has no more words."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who holds a post; ``acting`` for the time being."""

    name: str
    honorific: str = ""
    acting: bool = False


def says_vacant(text: str) -> bool:
    """Whether a line says somewhere that nobody holds a post: "Director of Planning (vacant)"."""
    return bool(_NOBODY.search(text))


def read_holders(text: str) -> tuple[tuple[Holder, ...], bool]:
    """(those whom a text names where a holder would stand, whether it says that a seat is vacant)."""
    covered = _COVERED.match(text)
    acting = bool(covered or ACTING.search(text) or _FOR_THE_TIME.search(text))
    bare = _BESIDE.sub("", covered["who"] if covered else text)
    pieces = [piece.strip(" .;–-") for piece in _BETWEEN.split(_BRACKETS.sub("", bare)) if piece.strip(" .;–-")]
    empty = [piece for piece in pieces if is_vacant(piece) or _NOBODY.search(piece)]
    named = [piece for piece in pieces if piece not in empty]
    if not all(looks_like_person(piece) for piece in named) or len(text.split()) > _MOST_WORDS + 8 * len(named):
        return (), False
    more = [who for found in _FOR_NOW.finditer(text) if surely_person(who := found["who"].strip())]
    holders = [holder(piece, acting and not more) for piece in named] + [holder(who, True) for who in more]
    return tuple(holders), bool(empty)


def holder(text: str, acting: bool) -> Holder:
    """Whom a name means."""
    honorific, name = split_honorific(text)
    return Holder(without_post_nominals(name) or name, honorific, acting)
