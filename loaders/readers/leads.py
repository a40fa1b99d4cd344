"""Who presented or led an item.

Source: headings that end in a name ("Home Education; Ann", "Governors – Ben Moss", "Young carers (Edwin Hale)"); agendas on a slide
whose bullets end in the presenters' names; sentences in which somebody presents, introduces or updates.
"""

import re
from collections.abc import Iterable, Iterator

from sederunt.graph.names import fold, is_initials
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.document import Document, Shape, Span
from sederunt.loaders.headings import ATTENDANCE, LABELS
from sederunt.loaders.outline import ITEM, Section
from sederunt.loaders.people import surely_person
from sederunt.loaders.scene import PROSE, THIS, Scene, claim, person, title_claims
from sederunt.loaders.titles import read_title

STAGE = PROSE

_TAIL = re.compile(r"^(?P<topic>.{3,}?)(?:\s*;\s*|\s+[–—-]\s+|\s*\()(?P<who>[^();]{2,60})\)?\s*$")
_PRESENTS = re.compile(
    r"^(?P<who>[A-Z][\w’'.-]*(?:\s+(?:and\s+|&\s+)?[A-Z][\w’'.-]*){0,5})\s+(?:then\s+|also\s+|briefly\s+)?"
    r"(?P<verb>presented|introduced|ran through|talked through|went through|took \w+(?: \w+){0,4} through|shared (?:the|an?)\b|updated|tabled|spoke to|set out|explained (?:the|a|his|her|their)\b"
    r"|gave (?:an?|the)(?: \w+){0,2} (?:presentation|update|overview|report|briefing|demonstration|summary)|delivered|provided (?:an?|the)(?: \w+){0,2} (?:update|overview|report|summary)"
    r"|reported (?:on|back)|fed back|led (?:a|the) discussion)\b",
    re.IGNORECASE,
)
_AGENDA = re.compile(r"\b(?:agenda|programme|running order|items)\b", re.IGNORECASE)


def read(scene: Scene) -> Iterable[Statement]:
    """Who led which item of this meeting, or of the one whose agenda a deck shows."""
    if scene.document.slides:
        yield from _agenda_slides(scene)
    elif scene.meeting is not None:
        yield from _minutes(scene, scene.meeting)


def _minutes(scene: Scene, meeting: Mention) -> Iterator[Statement]:
    for section in scene.sections:
        if section.category in ATTENDANCE or section.category in LABELS:
            continue
        for who in _in_heading(scene, section):
            yield _led(who, meeting, section, section.heading or section.spans[0], 0.9)
        for span in section.spans:
            for sentence in span.sentences():
                for name in _presenting(scene, sentence):
                    yield _led(name, meeting, section, sentence, 0.75)


def _led(name: str, meeting: Mention, section: Section, span: Span, confidence: float) -> Statement:
    item = re.sub(r"\s*[;(].*$|\s+[–—-]\s+[^–—-]*$", "", section.title).strip() or section.title
    return claim("LED", person(name, "leads"), meeting, span=span, confidence=confidence, item=item[:120])


def _in_heading(scene: Scene, section: Section) -> list[str]:
    found = _TAIL.match(section.title) if section.category == ITEM or len(section.title) < 100 else None
    if not found:
        return []
    names = [name.strip() for name in re.split(r"\s*(?:,|/|&|\band\b)\s*", found["who"]) if name.strip()]
    return names if names and all(_is_person(name, scene) for name in names) else []


def _presenting(scene: Scene, sentence: Span) -> list[str]:
    found = _PRESENTS.match(sentence.text)
    if not found:
        return []
    names = re.split(r"\s+(?:and|&)\s+", found["who"])
    return names if all(_is_person(name, scene) for name in names) else []


def _is_person(text: str, scene: Scene) -> bool:
    if fold(text) in scene.known_names or fold(text) in scene.given_names or surely_person(text):
        return True
    if is_initials(text) and len(text) <= 4:
        return True
    return " " not in text and text[:1].isupper() and scene.is_first_name(text)


def _agenda_slides(scene: Scene) -> Iterator[Statement]:
    """A slide headed "Agenda": each bullet is a topic that ends in the names of those who speak to it."""
    for slide in scene.sections:
        if not _AGENDA.search(slide.title):
            continue
        led = [
            (topic, names, block.span)
            for block in slide.blocks
            if block.kind is Shape.BULLET
            for topic, names in _topic(block.span)
        ]
        if not led or slide.heading is None:
            continue
        meeting = _agenda_meeting(scene.document, slide)
        yield claim(None, meeting, span=slide.heading, basis="inferred", confidence=0.6, status="planned")
        for topic, names, span in led:
            for name, title in names:
                who = person(name, "presenters")
                yield claim("LED", who, meeting, span=span, item=topic, confidence=0.9)
                if title:
                    yield from title_claims(who, read_title(title), span, "presenters")


def _agenda_meeting(document: Document, slide: Section) -> Mention:
    return Mention(kind="Meeting", text=document.title if not slide.blocks else slide.title, section=THIS)


def _topic(span: Span) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """(topic, [(name, title)]) of a bullet such as "Early years Ann Hale/Ben Moss (Interim Director)"."""
    text = span.text
    bracket = re.search(r"\s*\(([^()]*)\)\s*$", text)
    title = bracket[1] if bracket else ""
    bare = text[: bracket.start()] if bracket else text
    pieces = re.split(r"\s*(?:/|&|\band\b)\s*", bare)
    names: list[str] = []
    while len(pieces) > 1 and surely_person(pieces[-1]):
        names.insert(0, pieces.pop())
    words = re.split(r"\s+", pieces[-1])
    for size in (3, 2):
        tail = " ".join(words[-size:])
        if len(words) > size and surely_person(tail):
            names.insert(0, tail)
            topic = pieces[-1][: pieces[-1].rfind(words[-size])].strip(" –-:,")
            yield topic, [(name, title) for name in names]
            return
