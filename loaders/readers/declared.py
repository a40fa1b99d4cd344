"""Abbreviations that a paper declares beside the name of a body, an organisation or a unit.

Source: "the Health and Wellbeing Board (HWB)", "Local Access Forum (hereafter “the LAF”)", in sentences and in lines of the head.
"""

import re
from collections.abc import Iterable, Iterator

from sederunt.graph.names import fold
from sederunt.graph.statement import Mention, Statement
from sederunt.graph.things import acronyms, name_key
from sederunt.loaders.context.parties import own_places
from sederunt.loaders.context.scene import WHOLE, Scene, names_thing, thing
from sederunt.loaders.document import Span
from sederunt.loaders.sentences.phrases import find_names

STAGE = WHOLE

_BRACKET = re.compile(
    r"^\s?\((?:(?:the|hereafter|hereinafter|known as|referred to as|called|abbreviated to|or)\s+){0,3}[“\"‘']?(?:the\s+)?(?P<short>[A-Z][A-Za-z&]{2,7})[”\"’']?\)",
)


def read(scene: Scene) -> Iterable[Statement]:
    """The naming of each thing with the abbreviation that stands behind its name."""
    told: set[str] = set()
    for _, sentence in scene.sentences():
        for mention, end in _named(scene, sentence) if "(" in sentence.text else ():
            found = _BRACKET.match(sentence.text[end:])
            if found and fold(found["short"]) in acronyms(name_key(mention.label).split()) and found["short"] not in told:
                told.add(found["short"])
                printed = sentence.text[: end + found.end()][-found.end() - len(mention.text) :]
                whole = f"{mention.label} ({found['short']})"
                yield names_thing(thing(mention.kind, printed, name=whole if printed != whole else ""), sentence)


def _named(scene: Scene, sentence: Span) -> Iterator[tuple[Mention, int]]:
    """What a sentence names, with the place where each name ends."""
    own = own_places(scene.body, sentence.text)
    for start, end in own:
        if scene.body is not None:
            yield scene.body.model_copy(update={"text": sentence.text[start:end], "name": scene.body.label}), end
    for phrase in find_names(sentence.text):
        if not any(start < phrase.end and phrase.start < end for start, end in own):
            yield thing(phrase.kind, phrase.text), phrase.end
