"""Organisations and units named in running text.

Source: "the School Effectiveness team", "Policy Unit", "Ofsted", "DfE".
"""

import re
from collections.abc import Iterable, Iterator

from sederunt.graph.kinds import ORGANISATION, UNIT
from sederunt.graph.lexicon import words
from sederunt.graph.names import fold
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.scene import NAMES, Scene, names_thing, thing
from sederunt.loaders.document import Span
from sederunt.loaders.layout.unit_parts import inner_heading
from sederunt.loaders.naming.wording import is_generic, is_post, several
from sederunt.loaders.sentences.phrases import find_names

STAGE = NAMES

_OFFICE = re.compile(r"\b(?P<post>[A-Z][\w’'-]+)\s+(?:of|for)\s+$")
_PARTS = re.compile(r"\b(?:departments|directorates|divisions|teams|units|sections|branches|faculties)\s*:\s*$")
_SECOND = re.compile(r"\b(?:Deputy|Assistant|Acting|Interim)\s+\w+$")
"""Who stands in for somebody whose office is called as its holder is: "Deputy Ombudsman"."""
_ACRONYM = re.compile(r"(?<![\w’'&/.-])[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?![\w’'&-])")


def read(scene: Scene) -> Iterable[Statement]:
    """Namings of units and organisations."""
    named = list(_in_sentences(scene))
    told = set(_shorter([*([scene.body] if scene.body else []), *(mention for mention, _ in named)]))
    for mention, span in named:
        if fold(mention.label) not in told and len(fold(mention.label)) > 1:
            told.add(fold(mention.label))
            yield names_thing(mention, span)


def _shorter(named: list[Mention]) -> Iterator[str]:
    """The folded names that only say what sort of thing it is, where another ends in them: "Parish Council" of Fenwick's."""
    for mention in named:
        tokens = fold(mention.label).split()
        for size in (2, 3):
            if len(tokens) > size and is_generic(" ".join(tokens[-size:])):
                yield " ".join(tokens[-size:])


def _in_sentences(scene: Scene) -> Iterator[tuple[Mention, Span]]:
    for _, sentence in scene.prose():
        if not sentence.text.isupper():
            for mention in (*_named(sentence.text), *_known_acronyms(sentence.text)):
                yield mention, sentence


def _named(text: str) -> Iterator[Mention]:
    for phrase in find_names(text):
        office = _OFFICE.search(text[: phrase.start])
        several_parts = "," in phrase.text and _PARTS.search(text[: phrase.start])
        if (
            phrase.kind == UNIT
            and not several_parts
            and not _is_other(phrase.text, text[phrase.end :])
            and not (office and is_post(office["post"]))
        ):  # "Director of Social Services" is a post
            yield thing("Unit", phrase.text)
        elif phrase.kind == ORGANISATION and not _SECOND.search(phrase.text):
            yield from (thing("Organisation", name) for name in several(phrase.text))


def _is_other(name: str, behind: str) -> bool:
    """Whether words that end as a unit's name does are a class of posts, or a part of a law: "Heads of Service", "Deputy Section 151"."""
    return bool(inner_heading(name)) or re.match(r"\s\d", behind) is not None


def _known_acronyms(text: str) -> Iterator[Mention]:
    for match in _ACRONYM.finditer(text):
        law = re.match(r"\s+(?:[Aa]ct|[Bb]ill|[Rr]egulations|[Cc]ode)\b", text[match.end() :])
        known = match[0] in words("loaders", "organisation_acronyms") - words("loaders", "loose_acronyms")
        if (known or _worked_with(text[: match.start()], match[0])) and not law:
            yield thing("Organisation", match[0])


def _worked_with(before: str, acronym: str) -> bool:
    """Whether an unknown acronym stands where only an organisation can: "to liaise with MGA"."""
    return (
        len(acronym) > 2
        and acronym.isupper()
        and bool(re.search(r"\b(?:liais|meet|met|work|link|consult|partner)\w*\s+with\s+(?:the\s+)?$", before))
    )
