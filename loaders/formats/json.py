"""JSON: every value with its place in the file, so that a row can be quoted; one value, or one on each line."""

import re
from json import JSONDecodeError, JSONDecoder

from sederunt.graph.errors import PaperError
from sederunt.loaders.document import Datum, Document
from sederunt.loaders.files.datafile import data_document
from sederunt.loaders.files.encoding import decoded

SUFFIXES = (".json", ".jsonl", ".ndjson")

_DEEPEST = 100
_TEXTS = JSONDecoder()
_SPACE = re.compile(r"[ \t\n\r]*")
_WORD = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null")


def read(data: bytes, name: str) -> Document:
    """The document in a JSON file, or in one of JSON lines.

    Raises:
        PaperError: it is binary, or no JSON.
    """
    text = decoded(data, name).removeprefix("\ufeff")
    try:
        return data_document("json", text, _values(text))
    except (JSONDecodeError, RecursionError) as error:
        where = f", line {error.lineno}" if isinstance(error, JSONDecodeError) else ""
        why = error.msg if isinstance(error, JSONDecodeError) else "lists in lists without end"
        raise PaperError(f"{name}{where}: this is not JSON ({why}); export the data again.") from error


def _values(text: str) -> Datum:
    """The one value of a file; of several, one after the other, the list of them."""
    found: list[Datum] = []
    at = _skip(text, 0)
    while at < len(text):
        value, at = _value(text, at, 0)
        found.append(value)
        at = _skip(text, at)
    return found[0] if len(found) == 1 else Datum(found, 0, len(text))


def _skip(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at


def _value(text: str, at: int, depth: int) -> tuple[Datum, int]:
    if depth > _DEEPEST:
        raise JSONDecodeError("lists in lists without end", text, at)
    mark = text[at : at + 1]
    if mark == '"':
        words, end = _TEXTS.raw_decode(text, at)
        return Datum(words, at + 1, end - 1), end
    if mark == "{":
        return _mapping(text, at, depth)
    if mark == "[":
        return _list(text, at, depth)
    if (word := _WORD.match(text, at)) is None:
        raise JSONDecodeError("a value was expected", text, at)
    return Datum("" if word[0] == "null" else word[0], at, word.end()), word.end()


def _mapping(text: str, start: int, depth: int) -> tuple[Datum, int]:
    found: dict[str, Datum] = {}
    at = _skip(text, start + 1)
    while text[at : at + 1] != "}":
        if text[at : at + 1] != '"':
            raise JSONDecodeError("a name in quotes was expected", text, at)
        name, at = _TEXTS.raw_decode(text, at)
        at = _skip(text, at)
        if text[at : at + 1] != ":":
            raise JSONDecodeError("a colon was expected", text, at)
        found[name], at = _value(text, _skip(text, at + 1), depth + 1)
        at = _next(text, at, "}")
    return Datum(found, start, at + 1), at + 1


def _list(text: str, start: int, depth: int) -> tuple[Datum, int]:
    found: list[Datum] = []
    at = _skip(text, start + 1)
    while text[at : at + 1] != "]":
        value, at = _value(text, at, depth + 1)
        found.append(value)
        at = _next(text, at, "]")
    return Datum(found, start, at + 1), at + 1


def _next(text: str, at: int, closing: str) -> int:
    """Where the next value begins, or the end of all."""
    at = _skip(text, at)
    mark = text[at : at + 1]
    if mark == ",":
        return _skip(text, at + 1)
    if mark != closing:
        raise JSONDecodeError(f"a comma or {closing} was expected", text, at)
    return at
