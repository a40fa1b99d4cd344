"""Bodies named in running text.

Source: "the Safeguarding Board", "Working group reports to Schools Forum", "chair of the safeguarding group", "23 Area Boards".
"""

import re
from collections.abc import Iterable, Iterator

from sederunt.graph.kinds import BODY
from sederunt.graph.lexicon import words
from sederunt.graph.names import fold, folded_words
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.parties import is_own, own_places
from sederunt.loaders.context.scene import LISTS, Scene, names_thing, thing
from sederunt.loaders.document import Span
from sederunt.loaders.naming.wording import body_kind, ends_in_post_word, is_body, is_generic
from sederunt.loaders.sentences.phrases import find_names

STAGE = LISTS

_LOWER_HEAD = r"(?:board|committee|sub-committee|forum|panel|group|task group|working group|steering group|reference group)"
_OFFICE_OF = re.compile(
    rf"\b(?:[Cc]hair|[Vv]ice-?\s?[Cc]hair|[Mm]embers?)\s+of\s+(?:the\s+)?(?P<body>[a-z][\w’'-]*(?:\s+[\w’'-]+){{0,3}}?\s+{_LOWER_HEAD})\b"
)
_OPENING = re.compile(rf"^(?P<body>[A-Z][\w’'-]+(?:\s+[a-z][\w’'-]+){{0,3}}?\s+{_LOWER_HEAD})\b(?!s)")


def read(scene: Scene) -> Iterable[Statement]:
    """Namings of bodies."""
    told: set[str] = set()
    for _, sentence in scene.prose():
        for body, start in _named(sentence, scene):
            if fold(body.label) not in told:
                told.add(fold(body.label))
                yield names_thing(body, sentence, number=_count(sentence.text[:start], body.label))
    yield from _lone(scene, told)


def _lone(scene: Scene, told: set[str]) -> Iterator[Statement]:
    """The naming of "the Board" in a paper that names no board in full: those who meet under another name may mean themselves."""
    own = body_kind(scene.body.label) if scene.body else ""
    if scene.meeting and not own.endswith(("committee", "group")):
        return
    labels = {scene.body.label if scene.body else "", *(body.label for body in scene.bodies), *told}
    named = {token for label in labels for token in folded_words(label)}
    for _, sentence in scene.prose():
        for found in _LONE.finditer(sentence.text):
            if fold(found["body"]) not in named:
                named.add(fold(found["body"]))
                if not _in_full(scene, found["body"]):
                    yield names_thing(thing("Body", found["body"]), sentence)


def _in_full(scene: Scene, word: str) -> bool:
    """Whether a paper prints somewhere a name that ends in a word: "Fenwick Council", "WEST FENWICK COUNCIL"."""
    longer = re.compile(rf"\b(?!(?:The|THE)\s)[A-Z][\w’'.-]*\s+(?:{word}|{word.upper()})\b")
    return any(longer.search(block.text) for block in scene.document.blocks)


_LONE = re.compile(r"\b[Tt]he\s+(?P<body>Board|Council)\b(?![’'](?!s)|\s+(?:and\s+)?[A-Z])")


def _count(before: str, name: str) -> int | None:
    """How many bodies of a sort a sentence speaks of: "23 Area Boards"; not the number of an item, as in "2.3 Pier Committee"."""
    found = re.search(r"(?<![\d.])(\d{1,3})\s+(?:new\s+)?$", before)
    return int(found[1]) if found and name.endswith("s") else None


def _named(sentence: Span, scene: Scene) -> list[tuple[Mention, int]]:
    """(mention, where it starts) of each body in a sentence."""
    own = own_places(scene.body, sentence.text)
    found = [(sentence.text[start:end], start, end) for start, end in own]
    for phrase in find_names(sentence.text):
        taken = any(start < phrase.end and phrase.start < end for start, end in own)
        if phrase.kind == BODY and not taken and not _is_sort(sentence.text[: phrase.start], phrase.text):
            found.append((phrase.text, phrase.start, phrase.end))
    for pattern in (_OFFICE_OF, _OPENING):
        for match in pattern.finditer(sentence.text):
            start, end = match.span("body")
            fits = _is_name(match["body"], opening=pattern is _OPENING)
            if fits and not any(a < end and start < b for _, a, b in found):
                found.append((match["body"], start, end))
    return [
        (scene.body if scene.body is not None and is_own(text, scene.body) else thing("Body", text), start)
        for text, start, _ in sorted(found, key=lambda item: item[1])
        if fold(text) not in scene.units
    ]


def _is_sort(before: str, name: str) -> bool:
    """Whether a sentence says what sort of body something is: "is a Joint Committee of both councils"."""
    whose = re.search(r"\b(?:[Yy]our|[Aa]ny|[Ee]ach|[Ee]very|[Aa]nother)\s$", before)  # "Find out more about your Area Board"
    head, _, place = name.partition(" of ")
    held = len(place.split()) > 2 and is_body(place) and ends_in_post_word(head)  # "Chief Executive of Fenwick Housing Group"
    return bool(whose) or held or (bool(re.search(r"\b(?:is|as|be|from)\s+an?\s$", before)) and is_generic(name))


def _is_name(name: str, *, opening: bool) -> bool:
    tokens = name.split()
    if len(tokens) < 2:
        return False
    if opening:
        return not any(fold(token) in _common() or token in words("loaders", "verbs") for token in tokens[:-1])
    return not (len(tokens) == 2 and fold(tokens[0]) in _common())


def _common() -> frozenset[str]:
    return words("loaders", "common_words")
