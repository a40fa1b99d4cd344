"""Papers on a restructuring: the unit that is restructured, and the units to come, which are the sub-headings.

Source: minutes with an item "Proposals for the … restructure" under which each new group or division has a heading of its own.
"""

import re
from collections.abc import Iterable, Iterator

from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.scene import HEAD, Scene, claim, names_thing, thing
from sederunt.loaders.document import Span
from sederunt.loaders.layout.sections import TOPIC
from sederunt.loaders.naming.wording import is_body, is_post

STAGE = HEAD

_RESTRUCTURE = re.compile(r"\b(?:restructur\w+|reorganisation|new structure|structure of|structures?)\b", re.IGNORECASE)
_NAME = r"[A-Z][\w’'&-]*(?:,?\s+(?:(?:and|of|for|&)\s+)?[A-Z][\w’'&-]*){0,6}"
_BECOMES = re.compile(
    rf"^(?:The\s+)?(?P<old>{_NAME})\s+(?:(?:is|was|will be|has been|are|were)\s+)?"
    rf"(?:(?P<moves>moves?|moved|transfers?|transferred|joins?|joined)(?:\s+(?:in)?to)?|replaced by|renamed(?: as)?|becomes?|became|merge[sd]? (?:into|with))\s+"
    rf"(?:the\s+)?(?:new\s+)?(?P<new>{_NAME})\.?$"
)
_OF_UNIT = re.compile(r"\b(?P<unit>[A-Z]{2,6}\d?)\s+(?:re)?structur", re.IGNORECASE)


def read(scene: Scene) -> Iterable[Statement]:
    """Namings of the units."""
    told: set[str] = set()
    for mention, span in (*_subheadings(scene), *_restructured(scene)):
        if mention.text not in told:
            told.add(mention.text)
            yield names_thing(mention, span)
    for section in scene.sections:
        for span in section.spans:
            yield from _moved(span)


def _moved(span: Span) -> Iterator[Statement]:
    """A line that says what became of a unit: "A is replaced by B", "A moves to B"."""
    found = _BECOMES.match(span.text)
    if not found or is_post(found["old"]) or is_body(found["old"]) or is_body(found["new"]):
        return
    old, new = thing("Unit", found["old"]), thing("Unit", found["new"])
    yield names_thing(old, span)
    yield names_thing(new, span)
    yield claim("PART_OF" if found["moves"] else "REPLACED_BY", old, new, span=span, confidence=0.85)


def _restructured(scene: Scene) -> Iterator[tuple[Mention, Span]]:
    for _, sentence in scene.sentences():
        found = _OF_UNIT.search(sentence.text)
        if found and found["unit"].isupper():
            yield thing("Unit", found["unit"]), sentence


def _subheadings(scene: Scene) -> Iterator[tuple[Mention, Span]]:
    """The short headings under the heading of a restructuring are its units."""
    inside = False
    for section in scene.sections:
        if section.number:
            inside = bool(_RESTRUCTURE.search(section.title)) and not scene.document.slides
            continue
        if section.category != TOPIC or section.title.isupper():
            inside = inside and not section.title.isupper()
            continue
        name = re.sub(r"^The\s+(?=[a-z])", "", section.title)
        if inside and section.heading and 1 < len(name.split()) <= 5 and not is_post(name):
            yield thing("Unit", section.title, "heading", name=name if name != section.title else ""), section.heading
