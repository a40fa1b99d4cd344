"""Names of parts of an organisation, of bodies and of posts that are printed in small letters: "the intake and assessment team".

Only pages about an organisation print them so as names; in minutes the same words may mean anybody's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from sederunt.graph.lexicon import words
from sederunt.graph.statement import Kind
from sederunt.loaders.naming.wording import ends_in_post_word, is_body, is_unit

_BEFORE = r"(?:(?:\b(?:[Tt]he|[Oo]ur|[Ii]ts|[Aa]n?)|\w[’']s)\s+)"
_HEADS = r"(?:team|department|directorate|division|unit|section|branch|board|committee|sub-committee|cabinet|executive|panel|forum|council)"
_BEHIND = (
    r"\b(?![’'-]|\s+(?:of|meetings?|members?|leaders?|managers?|structure|papers?|chairs?|directors?|staff|officers?|heads?)\b)"
)
_OURS = re.compile(r"\b[Oo]ur\s+(?P<name>board|cabinet)\b(?!\s+(?:members?|meetings?|papers?|of)\b|[’'-])")


@dataclass(frozen=True, slots=True)
class Small:
    """A name in small letters: what kind of thing it names, and where it stands."""

    kind: Kind
    text: str
    start: int
    end: int


@lru_cache(1024)
def small_names(text: str) -> tuple[Small, ...]:
    """The units, bodies and posts that a sentence names in small letters behind an article, in its order."""
    ours = (Small("Body", found["name"], *found.span("name")) for found in _OURS.finditer(text))
    return tuple(sorted((*ours, *_structures(text), *_posts(text)), key=_place))


def _place(name: Small) -> int:
    return name.start


@cache
def _word() -> str:
    """The pattern of a word that may stand in such a name: no verb, and none that only joins sentences."""
    stops = words("loaders", "verbs") | words("loaders", "small_stops")
    return rf"(?!(?:{'|'.join(sorted(map(re.escape, stops)))})\b)[a-z][\w’'-]*"


@cache
def _structure() -> re.Pattern[str]:
    return re.compile(rf"{_BEFORE}(?P<name>{_word()}(?:(?:,|,?\s+and|\s+&)?\s+{_word()}){{0,5}}?\s+{_HEADS}){_BEHIND}")


@cache
def _run() -> re.Pattern[str]:
    return re.compile(rf"{_BEFORE}(?P<run>{_word()}(?:,?\s+(?:(?:and|of|for)\s+)?{_word()}){{0,7}})")


def _structures(text: str) -> Iterator[Small]:
    for found in _structure().finditer(text):
        name = found["name"]
        if set(name.replace(",", "").split()[:-1]) <= words("loaders", "small_qualifiers") | {"and", "&"}:
            continue
        kind: Kind | None = "Body" if is_body(name) else "Unit" if is_unit(name) else None
        if kind is not None:
            yield Small(kind, name, *found.span("name"))


def _posts(text: str) -> Iterator[Small]:
    for found in _run().finditer(text):
        name = _title(found["run"])
        if name:
            yield Small("Post", name, found.start("run"), found.start("run") + len(name))


def _title(run: str) -> str:
    """The title of a post with which some words begin, of two words at least: "chief executive", "head of collections"."""
    link = re.search(r"\s(?:of|for)\s", run)
    tokens = re.split(r",|\sand\s", run[: link.start()] if link else run)[0].split()
    size = next((size for size in range(min(len(tokens), 4), 0, -1) if ends_in_post_word(" ".join(tokens[:size]))), 0)
    head = " ".join(tokens[:size])
    if link and head == run[: link.start()]:
        return run if size else ""
    return head if size > 1 and not set(tokens[: size - 1]) <= words("loaders", "small_qualifiers") else ""
