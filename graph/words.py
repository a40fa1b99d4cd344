"""The words and signs of a query, and going through them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sederunt.graph.errors import QueryError

_TOKEN = re.compile(
    r"""(?P<space>\s+|//[^\r\n]*|/\*.*?\*/)
      | (?P<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
      | (?P<quoted>`(?:[^`]|``)*`)
      | (?P<parameter>\$(?:\w+|`(?:[^`]|``)*`))
      | (?P<number>0x[0-9a-f]+|0o[0-7]+|\d+(?:\.\d+)?(?:e[+-]?\d+)?(?![\w]))
      | (?P<word>[^\W\d]\w*)
      | (?P<sign><=|>=|<>|=~|\.\.|::|\|\||/(?!\*)|[-+*%^=<>(){}\[\],.:;|&!])""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_EFFORT = 60
"""How often a token may be looked at, on the average, before a query is called too tangled."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign of a query, and where it stands."""

    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a query: its kind, what it is called (if anything), where it stands, and its own parts."""

    kind: str
    name: str
    start: int
    end: int
    parts: tuple["Part", ...] = ()

    def walk(self) -> Iterator["Part"]:
        """The part and everything in it, in the order of the text."""
        yield self
        for part in self.parts:
            yield from part.walk()

    def find(self, *kinds: str) -> Iterator["Part"]:
        """Everything in it of these kinds."""
        return (part for part in self.walk() if part.kind in kinds)

    def of(self, *kinds: str) -> tuple["Part", ...]:
        """Its own parts of these kinds."""
        return tuple(part for part in self.parts if part.kind in kinds)


def tokens_of(cypher: str) -> list[Token]:
    """The words and signs of a query; the last one is its end.

    Raises:
        QueryError: a sign that no query holds.

    """
    tokens, at = [], 0
    while at < len(cypher):
        found = _TOKEN.match(cypher, at)
        if found is None:
            raise _wrong(cypher, at, cypher[at])
        if found.lastgroup != "space":
            tokens.append(Token(found.lastgroup or "", found[0], at, found.end()))
        at = found.end()
    return [*tokens, Token("end", "", at, at)]


def without_comments(cypher: str) -> str:
    """The same text, of the same length and lines, with blanks for comments."""

    def blank(found: re.Match[str]) -> str:
        is_comment = found.lastgroup == "space" and found[0].startswith("/")
        return re.sub(r"[^\r\n]", " ", found[0]) if is_comment else found[0]

    return _TOKEN.sub(blank, cypher)


def _wrong(cypher: str, at: int, text: str) -> QueryError:
    line, column = cypher.count("\n", 0, at) + 1, at - cypher.rfind("\n", 0, at)
    what = f"{text!r} is not understood here" if text else "the query ends too soon"
    return QueryError(f"The query cannot be run: line {line}, column {column}: {what}.")


class Reader:
    """Goes through the tokens."""

    def __init__(self, cypher: str, tokens: list[Token]) -> None:
        self._cypher, self._tokens = cypher, tokens
        self._at = self._steps = 0
        self._bars = True
        """Whether | may join labels: within a comprehension it ends the test."""

    def _see(self, *texts: str, ahead: int = 0) -> bool:
        token = self._tokens[min(self._at + ahead, len(self._tokens) - 1)]
        return token.kind in ("word", "sign") and token.text.upper() in texts

    def _next(self) -> Token:
        self._steps += 1
        if self._steps > _EFFORT * len(self._tokens):
            raise RecursionError
        token = self._tokens[self._at]
        self._at = min(self._at + 1, len(self._tokens) - 1)
        return token

    def _take(self, *texts: str) -> bool:
        """Go past these words, if they all stand here."""
        if all(self._see(text, ahead=n) for n, text in enumerate(texts)):
            for _ in texts:
                self._next()
            return True
        return False

    def _need(self, *texts: str) -> None:
        for text in texts:
            if not self._take(text):
                raise self._fail()

    def _kind(self, ahead: int = 0) -> str:
        return self._tokens[min(self._at + ahead, len(self._tokens) - 1)].kind

    def _here(self) -> int:
        return self._tokens[self._at].start

    def _fail(self) -> QueryError:
        token = self._tokens[self._at]
        return _wrong(self._cypher, token.start, token.text)

    def _part(self, kind: str, start: int, *parts: Part | None, name: str = "") -> Part:
        end = self._tokens[self._at - 1].end if self._at else start
        return Part(kind, name, start, end, tuple(part for part in parts if part is not None))

    def _name(self) -> str:
        if self._kind() not in ("word", "quoted"):
            raise self._fail()
        token = self._next()
        return token.text[1:-1].replace("``", "`") if token.kind == "quoted" else token.text
