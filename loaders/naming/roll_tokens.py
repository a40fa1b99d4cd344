"""The words and marks of a roll: what each is, and the title and the council that those behind a title in the plural share."""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from sederunt.graph.lexicon import pairs
from sederunt.graph.names import split_honorific
from sederunt.loaders.naming.runs import council_before, shared_title

_PIECE = r"[(\[][^()\[\]]*[)\]]|\s[–—-]+(?=\s)|[;•|\n\t]|[,:()\[\]]|[^\s,;:•|()\[\]]+"


class Mark(IntEnum):
    """What a token is."""

    WORD = 0
    JOIN = 1
    STOP = 2
    BRACKET = 3
    PLURAL = 4


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a mark or a bracket, and where it stands."""

    text: str
    start: int
    end: int
    mark: Mark


def shared_titles(tokens: list[Token], shared: str) -> list[str]:
    """The title that a name at each token has from a plural in front of it: "Councillors A, B and C"."""
    titles = []
    for token in tokens:
        if token.mark is Mark.PLURAL:
            shared = shared_title(token.text)
        elif token.text in (";", "\n"):
            shared = ""
        titles.append(shared)
    return titles


def is_sender(tokens: list[Token], at: int) -> bool:
    """Whether the letters of a council stand alone before a title in the plural: "Ben Moss, FHC Cllrs Dunn and Vale"."""
    return at >= 0 and _COUNCIL.fullmatch(tokens[at].text) is not None and (not at or ends_piece(tokens[at - 1]))


_COUNCIL = re.compile(r"[A-Z]{1,5}C")


def senders_of(tokens: list[Token]) -> list[str]:
    """The council that stands before the title that a name at each token shares with others."""
    sender, senders = "", []
    for at, token in enumerate(tokens):
        if token.mark is Mark.PLURAL:
            sender = council_before(f"{tokens[at - 1].text} {token.text}") if is_sender(tokens, at - 1) else ""
        elif token.text in (";", "\n") or (sender and token.text in (",", "and", "&") and _is_titled(tokens, at + 1)):
            sender = ""
        senders.append(sender)
    return senders


def _is_titled(tokens: list[Token], at: int) -> bool:
    """Whether the name that begins at a token has a title of its own."""
    return bool(split_honorific(" ".join(token.text for token in tokens[at : at + 3]))[0])


def tokens_of(text: str) -> list[Token]:
    """The words and marks of a text; a title in the plural of two words ("Council Members") is one."""
    return [Token(m[0], m.start(), m.end(), _mark(m[0])) for m in _pattern().finditer(text)]


@cache
def _pattern() -> re.Pattern[str]:
    plurals = (title for title in pairs("loaders", "plural_titles") if " " in title and shared_title(title))
    whole = "|".join(rf"{title.title()}\b|{title.capitalize()}\b" for title in plurals)
    return re.compile(rf"(?:{whole})|{_PIECE}")


def _mark(text: str) -> Mark:
    if text[0] in "([" and len(text) > 1:
        return Mark.BRACKET
    if text.strip()[:1] in ("", *";•|\n\t,:–—-()[]"):
        return Mark.STOP
    if shared_title(text):
        return Mark.PLURAL
    if text.rstrip(".") in ("Esq", "Esquire", "Also", "Plus"):
        return Mark.STOP
    return Mark.JOIN if text in ("a", "ac") or text.lower() in ("and", "&", "agus", "a/and") else Mark.WORD


def ends_piece(token: Token | None) -> bool:
    """Whether a token stands at the end of a piece of the roll: a mark, a joining word, a title in the plural, or none at all."""
    return token is None or token.mark in (Mark.STOP, Mark.JOIN, Mark.PLURAL)
