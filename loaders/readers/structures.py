"""Organisations and units named in running text.

Source: "the School Effectiveness team", "Policy Unit", "Ofsted", "DfE".
"""

import re
from collections.abc import Iterable, Iterator

from sederunt.graph.lexicon import words
from sederunt.graph.names import fold
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.document import Span
from sederunt.loaders.people import surely_person
from sederunt.loaders.scene import NAMES, Scene, names_thing, thing
from sederunt.loaders.titles import is_body, is_organisation, is_post, is_unit, several

STAGE = NAMES

_CAP = r"[A-Z][\w’'&-]*"
_UNIT = re.compile(
    rf"(?<![\w’'])(?P<unit>(?:{_CAP}\s+(?:(?:of|and|for|&)\s+(?=[A-Z]))?){{1,6}}(?:[Tt]eams?|Unit|Directorate|Department|Division|Services?|Section|Branch|Bureau))(?![\w’'-])"
)
_ORGANISATION = re.compile(
    rf"(?<![\w’'])(?P<organisation>(?:(?:St\.?\s+)?{_CAP}\s+(?:(?:of|and|the|for|&)\s+){{0,2}}){{1,6}}(?:School|College|Academy|University|Hospital|Council|NHS Foundation Trust|NHS Trust|Diocese|Constabulary|Police|Federation|Association|Society|Foundation|Surgery|Trust|STC|Clinical Commissioning Group))(?![\w’'-])(?!\s+(?:[A-Z]|group|boards?|leaders?|forum|panel|committee))"
)
_LEADING = re.compile(
    r"^(?:The|At|In|For|From|To|And|With|By|Of|All|Our|When|If|On|As|An|A|That|This|Is|Visit|Resolved|Both)\s+"
)
_DOING = re.compile(r"^[A-Z][a-z]+ing\s+(?:(?:of|the)\s+)*")
_TITLE = re.compile(
    r"^(?:[A-Z][\w’'-]*\s+){0,4}?(?:Director|Head|Manager|Officer|Lead|Member|Leader|Headteacher|Principal|Governor|Chair|Review|AD|Secretary|Teacher|Adviser)s?\s+(?:(?:of|for|at|the|to)\s+)*"
)
_ACRONYM = re.compile(r"(?<![\w’'&/.-])[A-Z][A-Za-z]*[A-Z][A-Za-z]*(?![\w’'&-])")


def read(scene: Scene) -> Iterable[Statement]:
    """Namings of units and organisations."""
    told: set[str] = set()
    for mention, span in _in_sentences(scene):
        if fold(mention.label) not in told and len(fold(mention.label)) > 1:
            told.add(fold(mention.label))
            yield names_thing(mention, span)


def _in_sentences(scene: Scene) -> Iterator[tuple[Mention, Span]]:
    for _, sentence in scene.prose():
        if not sentence.text.isupper():
            for mention in (*_units(sentence.text), *_organisations(sentence.text), *_known_acronyms(sentence.text)):
                yield mention, sentence


def _units(text: str) -> Iterator[Mention]:
    for match in _UNIT.finditer(text):
        name = _bare(match["unit"])
        following = text[match.end() :].lstrip().split(" ")[0].strip(".,;:")
        if is_post(following) or _TITLE.match(match["unit"]):
            continue  # "Democratic Services Officer", "Director of Social Services" are posts
        if len(name.split()) > 1 and is_unit(name) and not is_body(name):
            yield thing("Unit", name)


def _organisations(text: str) -> Iterator[Mention]:
    for match in _ORGANISATION.finditer(text):
        for name in map(_bare, several(_bare(match["organisation"]))):
            if len(name.split()) > 1 and is_organisation(name) and not is_body(name) and not surely_person(name):
                yield thing("Organisation", name)


def _known_acronyms(text: str) -> Iterator[Mention]:
    for match in _ACRONYM.finditer(text):
        law = re.match(r"\s+(?:[Aa]ct|[Bb]ill|[Rr]egulations|[Cc]ode)\b", text[match.end() :])
        known = match[0] in words("loaders", "organisation_acronyms")
        if (known or _worked_with(text[: match.start()], match[0])) and not law:
            yield thing("Organisation", match[0])


def _worked_with(before: str, acronym: str) -> bool:
    """Whether an unknown acronym stands where only an organisation can: "to liaise with MGA"."""
    return (
        len(acronym) > 2
        and acronym.isupper()
        and bool(re.search(r"\b(?:liais|meet|met|work|link|consult|partner)\w*\s+with\s+(?:the\s+)?$", before))
    )


def _bare(name: str) -> str:
    """A name without the words before it that are none of it: small words, "Restructuring of", "Director of"."""
    while (shorter := _TITLE.sub("", _DOING.sub("", _LEADING.sub("", name)))) != name:
        name = shorter
    return name
