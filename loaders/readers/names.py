"""People named in full in running text, and what a comma says of them.

Source: "a letter from Ann Hale", "link with Ben Moss, partnerships lead", "Mrs Moss thanked …".
"""

import re
from collections.abc import Iterable, Iterator

from sederunt.graph.lexicon import words
from sederunt.graph.names import fold, is_given_name, split_honorific
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.document import Span
from sederunt.loaders.people import looks_like_person, surely_person
from sederunt.loaders.scene import NAMES, Scene, claim, person, title_claims
from sederunt.loaders.titles import is_unit, read_title

STAGE = NAMES

_WORD = r"(?:(?:Mc|Mac|O[’'])[A-Z][a-zà-ÿ]+(?:-[A-Z][a-z]+)?|[A-Z][a-zà-ÿ]+(?:[’'-][A-Z][a-zà-ÿ]+)*|[A-Z]\.)"
_PARTICLE = r"(?:de|van|von|der|ap|ab|al|el|la)"
_HONORIFIC = r"(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllr|Councillor|Rev|Revd|Reverend|Sir|Dame|Lord|Lady|Baroness|Canon|Fr|Alderman|Inspector|Sergeant|Sgt)\.?"
_NAME = re.compile(
    rf"(?:{_HONORIFIC}\s+){{0,3}}{_WORD}(?:\s+(?:{_PARTICLE}\s+)?{_WORD}){{1,3}}|(?:{_HONORIFIC}\s+){{1,3}}{_WORD}"
)
_BEFORE = re.compile(r"\b[Tt]he\s+(?P<title>[A-Z][\w’'-]*(?:\s+(?:(?:of|for|and)\s+)?[A-Z][\w’'-]*){1,6}),\s$")
_IN_PLACE = re.compile(r"\b(?:in|across|near|around|within)\s$", re.IGNORECASE)
_APPOSITION = re.compile(r",\s+(?:the\s+|our\s+)?(?P<title>[^,.;:()]{3,60})(?=[,.;:]|$)|\s+\((?P<bracket>[^()]{3,60})\)")


def read(scene: Scene) -> Iterable[Statement]:
    """Namings of people in running text whose full names, or honorifics with family names, are printed."""
    seen: set[str] = set()
    for _, sentence in scene.prose():
        for found in _names(sentence, scene):
            who = _mention(found)
            if fold(found[0]) not in seen:
                seen.add(fold(found[0]))
                yield claim(None, who, span=sentence, confidence=0.85)
            if fold(who.label) not in scene.holders:
                yield from _apposition(who, sentence, found[1])
                yield from _post_before(who, sentence, found[1] - len(found[0]))


def _names(sentence: Span, scene: Scene) -> Iterator[tuple[str, int]]:
    """(printed name, where it ends) for each name in a sentence."""
    at = 0
    while match := _NAME.search(sentence.text, at):
        name = _longest(match[0], scene)
        if name and not _IN_PLACE.search(sentence.text[: match.start()]):
            start = match.start() + match[0].find(name)
            at = start + len(name)
            yield name, at
        else:
            at = match.start() + len(match[0].split()[0])


def _longest(phrase: str, scene: Scene) -> str:
    """The longest beginning or inner part of a phrase of capitalised words that is a name."""
    tokens = phrase.split()
    for start in range(len(tokens)):
        for end in range(len(tokens), start, -1):
            name = " ".join(tokens[start:end])
            if fold(name) in scene.known_names and end - start > 1:
                return name
            if _is_name(name):
                return name
    return ""


def _is_name(name: str) -> bool:
    honorific, bare = split_honorific(name)
    tokens = bare.split()
    if honorific.lower().rstrip(".") in ("councillors", "cllrs", "messrs", "drs"):
        return False
    if honorific:
        return bool(tokens) and looks_like_person(name)
    return (
        len(tokens) in (2, 3)
        and surely_person(name)
        and is_given_name(tokens[0])
        and fold(tokens[0]) not in words("loaders", "common_words")
    )


def _mention(found: tuple[str, int]) -> Mention:
    honorific, bare = split_honorific(found[0])
    return person(found[0], "prose", name=bare if honorific else "", honorific=honorific)


def _post_before(who: Mention, sentence: Span, start: int) -> Iterator[Statement]:
    """The post of "The Inclusion Manager, Ann Hale, will …"."""
    match = _BEFORE.search(sentence.text[:start])
    title = read_title(match["title"]) if match else None
    if match and title and title.post and len(title.post.split()) > 1:
        yield from title_claims(who, title, sentence, "prose")


def _apposition(who: Mention, sentence: Span, end: int) -> Iterator[Statement]:
    match = _APPOSITION.match(sentence.text, end)
    if not match:
        return
    text = (match["title"] or match["bracket"]).strip()
    title = read_title(text)
    if title.post and not re.search(r"\b(?:who|which|had|has|was|is|will|said|asked|and|to)\b", text):
        yield from title_claims(who, title, sentence.part(0, match.end()), "prose")
    elif title.office:
        yield from title_claims(who, title, sentence, "prose")
    elif is_unit(text) and text[0].isupper():
        unit = Mention(kind="Unit", text=text)
        yield claim(None, unit, span=sentence)
        yield claim("AFFILIATED_TO", who, unit, span=sentence, confidence=0.8)
