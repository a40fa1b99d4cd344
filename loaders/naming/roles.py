"""The part in a meeting that a printed word means: "Chair", "acting Chairperson", "Clinical Chair", "Board Vice Chair"."""

import re
from functools import cache

from sederunt.graph.lexicon import pairs, words
from sederunt.graph.names import fold

OFFICERS = ("chair", "vice-chair")


def meeting_role(text: str) -> str:
    """The part in a meeting that a bracket or title means (``chair``, ``minutes``, …), or an empty string.

    Words that say how an office is held ("interim") or where every office is ("board") may stand before it.
    """
    folded = "chair" if text == "Ch" else fold(text)  # "CH" may be somebody's initials
    role = _roles().get(folded, "")
    front, _, rest = folded.partition(" ")
    while not role and rest and front in words("loaders", "office_qualifiers"):
        role = office if (office := _roles().get(rest, "")) in OFFICERS else ""
        front, _, rest = rest.partition(" ")
    return role or _beside_class(text)


def _beside_class(text: str) -> str:
    """The office in "Parent/Chair", where a stroke parts it from the class of members that somebody is of."""
    pieces = [fold(piece) for piece in text.split("/")]
    offices = [_roles().get(piece, "") for piece in pieces]
    sort = next((piece for piece, office in zip(pieces, offices, strict=True) if not office), "")
    found = next((office for office in offices if office in OFFICERS), "")
    return found if len(pieces) == 2 and sort in words("loaders", "member_classes") else ""


def is_clerk(post: str) -> bool:
    """Whether a post is that of the clerk of a small council, who takes its minutes."""
    return fold(post) in words("loaders", "clerk_posts")


def own_office(title: str, body: str) -> str:
    """``chair``, ``vice-chair`` or ``secretary`` where a title begins with words of a body's name: "Hale Board Secretary"."""
    found = _OFFICE_BEHIND.fullmatch(fold(title))
    if found is None or not (_within(found["front"], fold(body)) or found["front"] == _letters(body)):
        return ""
    return "secretary" if found["office"] == "secretary" else _roles()[found["office"]]


def presides(title: str, body: str) -> str:
    """``chair`` or ``vice-chair`` where a title is that of the president of a board or council that has one: "Board President"."""
    found = _PRESIDENT.fullmatch(fold(title))
    if found is None or not (_LED_BY_PRESIDENT.search(fold(body)) or (found["of"] and _within(found["of"], fold(body)))):
        return ""
    return "vice-chair" if found["vice"] else "chair"


def chairs_governors(title: str, body: str) -> str:
    """``chair`` or ``vice-chair`` where a title is an office of the governors, and the body is theirs: "Chair of Governors"."""
    found = _OF_GOVERNORS.fullmatch(fold(title))
    return _roles().get(found["office"], "") if found and _GOVERNORS.search(fold(body)) else ""


_OF_GOVERNORS = re.compile(r"(?P<office>.+?) of (?:the )?(?:governors|governing (?:board|body)|trustees)")
_GOVERNORS = re.compile(r"\b(?:governing (?:board|body)|governors|trustees|corporation)\b")


_PRESIDENT = re.compile(r"(?:(?P<of>board|council) )?(?P<vice>(?:vice|deputy)[ -])?president")
_LED_BY_PRESIDENT = re.compile(
    r"\bboard of (?:education|directors|trustees)\b|\bschool (?:board|committee)\b|\b(?:city|village|library) (?:council|board)\b"
)
"""Bodies whose members choose one of them for their president."""


_OFFICE_BEHIND = re.compile(
    r"(?P<front>.+?) (?P<office>(?:(?:vice|deputy) )?(?:chair(?:man|woman|person)?|convener|convenor)|secretary)"
)


def _within(phrase: str, name: str) -> bool:
    return f" {phrase} " in f" {name} "


def _letters(name: str) -> str:
    """The first letters of a name's words: ``hb`` for "Hale Board"."""
    return "".join(word[0] for word in fold(name).split() if word not in ("and", "for", "of", "on", "the"))


@cache
def _roles() -> dict[str, str]:
    return {fold(phrase): role for phrase, role in pairs("loaders", "attendance_roles").items()}
