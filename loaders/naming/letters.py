"""People called by their initials alone: in lists of who was there, and in the keys that tell who they are.

Source: "Present: AKH (chair), BM, CO'D, JMcF", "Apologies: RV", one line or a line each; keys such as "AKH Ann K. Hale, Head of
Works", "BM = Ben Moss", "CO'D – Cara O'Dowd, Some Contractors Ltd".
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from sederunt.graph.lexicon import words
from sederunt.graph.names import are_post_nominals, initials, parse_person
from sederunt.loaders.document import Span
from sederunt.loaders.naming.entries import read_entry
from sederunt.loaders.naming.entry import Entry
from sederunt.loaders.naming.people import surely_person
from sederunt.loaders.naming.runs import split_names

_LETTERS = r"(?=(?:[^A-Z]*[A-Z]){2})[A-Z](?:[A-Z]|['’.-]|[a-z](?=[A-Z])){1,6}[a-z]?"
_CALLED = re.compile(rf"(?P<letters>{_LETTERS})(?P<said>\s*(?:[(\[]|[–—-]\s).*)?")
_SEVERAL = re.compile(r"[A-Z]{2,4}(?:\s+[A-Z]{2,4})+")
_KEY = re.compile(rf"(?P<letters>{_LETTERS})\s*[=:–—-]?\s+(?=\S)")
_FEWEST = 3
"""So many initials make a list of people."""


def lettered(spans: Sequence[Span], *, sure: bool) -> list[Entry]:
    """Those whom the first lines of a list call by initials alone; none where these may be letters of something else.

    Args:
        spans: the lines of the list.
        sure: whether the paper calls people so in another list: then one will do.
    """
    read = list(takewhile(bool, map(_called, spans)))
    found = [entry for line in read for entry in line]
    known = sum(entry.name in words("loaders", "organisation_acronyms") for entry in found)
    return found if len(found) >= (1 if sure else _FEWEST) and known * 2 <= len(found) else []


def _called(span: Span) -> list[Entry]:
    """The people of a line of initials; none where anything else stands in it."""
    pieces = (
        [span.part(*word.span()) for word in re.finditer(r"\S+", span.text)]
        if _SEVERAL.fullmatch(span.text)
        else split_names(span)
    )
    called = [_CALLED.fullmatch(piece.text) for piece in pieces]
    found = [_entry(letters, piece) for letters, piece in zip(called, pieces, strict=True)]
    short = [letters["letters"] for letters in called if letters]
    honours = not all(called) and sum(not are_post_nominals(letters) for letters in short) < _FEWEST
    return [] if honours or None in found else [entry for entry in found if entry is not None]


def _entry(letters: re.Match[str] | None, piece: Span) -> Entry | None:
    """Whom letters call, or somebody with a whole name among those who are called so: "Dr Ann Hale (AH), BM, CD, RV"."""
    if letters is not None:
        return Entry(letters["letters"].rstrip("."), piece).with_more(letters["said"] or "", piece)
    entry = read_entry(piece)
    return entry if entry is not None and surely_person(f"{entry.honorific} {entry.name}".strip()) else None


def read_key(span: Span) -> Entry | None:
    """Whom a line of a key names, with the initials that stand first in it; None where they are not of the name behind them."""
    key = _KEY.match(span.text)
    entry = read_entry(span.part(key.end(), len(span.text))) if key else None
    if key is None or entry is None or entry.initials:
        return None
    bare = re.sub(r"[^A-Z]", "", key["letters"])
    fits = span.text[key.end() :].startswith(entry.honorific or entry.name) and bare in initials(parse_person(entry.name))
    return Entry(entry.name, span, entry.honorific, key["letters"], titles=entry.titles) if fits else None
