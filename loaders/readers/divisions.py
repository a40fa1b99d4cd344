"""The parts into which an organisation is divided, where a list below a sentence, or the sentence itself, names them.

Source: "The Council is divided into four directorates:" with a name on each bullet below, in capitals or in small letters; "There are
two divisions: Scheduled Care and Unscheduled Care"; "The Bureau has three teams:".
"""

import re
from collections.abc import Iterable, Iterator

from sederunt.graph.kinds import ORGANISATION, UNIT
from sederunt.graph.names import fold
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.scene import PROSE, Scene, claim, names_thing, thing
from sederunt.loaders.document import Block, Shape, Span
from sederunt.loaders.layout.listings import MARK, bare_line
from sederunt.loaders.naming.people import surely_person
from sederunt.loaders.naming.wording import ends_in_post_word, is_body
from sederunt.loaders.sentences.phrases import find_names

STAGE = PROSE

_PARTS = (
    r"(?:directorates|departments|divisions|teams|units|sections|faculties|branches|bureaux|(?:service|business|operational|policy)\s+(?:areas|groups|units)"
    r"|(?:care|clinical|professional|core)\s+(?:groups|divisions|services))"
)
_COUNT = r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|the following|several)"
_DIVIDED = re.compile(
    rf"\b(?:divided|organi[sz]ed|grouped|split|structured|arranged|made up|consists?|compris\w+|has|have|there are|includ\w+|supported by|run by|oversees|manages|leads|runs)\b"
    rf"[^.:]*?\b{_COUNT}(?:\s+[a-z-]+){{0,3}}?\s+{_PARTS}\b[^.:]*:$|\b(?:[Tt]he|[Oo]ur)(?:\s+[a-z-]+){{0,2}}\s+{_PARTS}\s+are\s*:$",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\s*\([^()]*\)?.*$|\s+[–-]\s.*$|,\s+(?:led|headed|managed|which|who)\b.*$")
_OF = re.compile(r"\s(?:of|for)\s|,")
_BETWEEN = re.compile(r";\s*(?:and\s+)?|,\s*(?:and\s+)?|\s+and\s+(?=[^,;]*$)")
_SAYS = re.compile(r"[:?!]|\.\s|\b(?:is|are|was|to|will|we|our|which|who)\b")
_ENDED = re.compile(r"[.:?!]$|\b(?:is|are|will|we|our)\b(?![^()]*\))")
_HEAD = re.compile(r"\s(?:team|department|directorate|division|unit|section|branch)$")
_MOST = 10


def read(scene: Scene) -> Iterable[Statement]:
    """The units that such lists name, as parts of the organisation or the unit that the sentence speaks of."""
    if scene.meeting is not None or scene.document.slides:
        return
    whole: Mention | None = None
    listed = marked = False
    for block in scene.document.blocks:
        yield from _inline(block, scene)
        last = next(iter(reversed(block.span.sentences())), block.span).text
        mark = bool(MARK.match(block.span.text))
        if _DIVIDED.search(last):
            listed, marked, whole = True, False, _whole(last, scene)
        elif listed and block.kind is not Shape.ROW and (mark or not (marked or _ENDED.search(block.text))):
            marked = marked or mark
            if name := _part(block):
                yield from _claims(_known(name, scene), block.span, whole)
        else:
            listed = False


def _inline(block: Block, scene: Scene) -> Iterator[Statement]:
    """The parts that the sentence itself names: "It has four departments: Collections, Learning and Visitor Services"."""
    for sentence in block.span.sentences():
        colon = sentence.text.find(": ")
        if colon < 0 or not _DIVIDED.search(sentence.text[: colon + 1]):
            continue
        parts = [part.strip(" .") for part in _BETWEEN.split(sentence.text[colon + 1 :])]
        if len(parts) > 1 and all(0 < len(part.split()) <= _MOST and not _SAYS.search(part) for part in parts):
            for part in parts:
                yield from _claims(_known(part, scene), sentence, _whole(sentence.text[:colon], scene))


def _known(name: str, scene: Scene) -> str:
    """The name under which the paper speaks of a part: "learning department" where the list only says "Learning"."""
    longer = (s.subject.text for s in scene.found if s.subject.kind == UNIT and s.link is None)
    return next((text for text in longer if _HEAD.sub("", fold(text)) == fold(name) != fold(text)), name)


def _whole(sentence: str, scene: Scene) -> Mention | None:
    """What is divided: the last organisation or unit that the sentence names, else the only organisation of the paper."""
    named = [found for found in find_names(sentence) if found.kind in (ORGANISATION, UNIT)]
    if named:
        return thing(named[-1].kind, named[-1].text)
    owners = {fold(s.subject.label): s.subject for s in scene.found if s.link is None and s.subject.kind == ORGANISATION}
    short = re.search(r"\b[Tt]he\s+(?P<word>Council|University|Trust|College|Authority|Board|Office|Agency)\b", sentence)
    meant = [owner for name, owner in owners.items() if short and short["word"].lower() in name.split()]
    return meant[0] if len(meant) == 1 else None


def _part(block: Block) -> str:
    """The unit that an entry of such a list names; what a bracket or a comma says behind it is left off. Empty where it names none."""
    text = _BEHIND.sub("", bare_line(block).text)
    text = re.sub(r"[;,]?\s+and$", "", text.strip(" .;")).removeprefix("the ")
    odd = not text or len(text.split()) > _MOST or _SAYS.search(text)
    return "" if odd or is_body(text) or ends_in_post_word(_OF.split(text)[0]) or surely_person(text) else text


def _claims(name: str, span: Span, whole: Mention | None) -> Iterator[Statement]:
    unit = thing("Unit", name, "parts")
    yield names_thing(unit, span)
    if whole is not None and fold(whole.label) != fold(name):
        yield claim("PART_OF", unit, whole, span=span, confidence=0.85)
