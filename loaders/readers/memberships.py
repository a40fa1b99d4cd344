"""Who sits on a body, as a sentence on a page about an organisation says it, that names its members one after the other.

Source: "The executive board consists of Ann Hale (chair), Ben Moss and Cat Dunn"; "the Management Team (MT), which comprises the Chief
Executive Ann Hale and the Director of Finance Ben Moss".
"""

import re
from collections.abc import Iterable, Iterator

from sederunt.graph.kinds import BODY, PERSON
from sederunt.graph.names import fold
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.parties import Told
from sederunt.loaders.context.scene import PROSE, Scene, claim
from sederunt.loaders.document import Span
from sederunt.loaders.sentences.relations import office_of

STAGE = PROSE

_MADE_OF = re.compile(
    r"\b(?:compris\w+|consists? of|is made up of|is composed of|members (?:are|currently|of the \w+ are)|includes?|including|membership is)\b"
)
_OURS = re.compile(
    r"^(?:the|our|its)?\s*(?:(?:current|voting|full|core|other|permanent|standing)\s+)*members(?:hip)?\b(?!\s+(?:of|on)\s+(?:the\s+)?(?-i:[A-Z]{2,}))",
    re.IGNORECASE,
)
"""The beginning of a sentence on the members of the body that the page is of: "Voting members are Ann Hale and Ben Moss."."""
_OFFICE = re.compile(r"^\s*\((?:the\s+)?(?P<role>[A-Za-z -]+)\)")
_FEWEST = 2


def read(scene: Scene) -> Iterable[Statement]:
    """That those whom such sentences name sit on the body that they are about."""
    if scene.meeting is not None or scene.document.slides:
        return
    told = Told(scene)
    seated = {_pair(s) for s in scene.found if s.link == "SITS_ON"}
    for _, sentence in scene.prose():
        for said in _members(sentence, told, scene.body):
            if _pair(said) not in seated:
                yield said


def _pair(said: Statement) -> tuple[str, str]:
    return fold(said.subject.label), fold(said.object.label) if said.object else ""


def _members(sentence: Span, told: Told, own: Mention | None) -> Iterator[Statement]:
    parties = told.parties(sentence)
    verb = _MADE_OF.search(sentence.text)
    if verb is None:
        return
    bodies = [p.mention for p in parties if p.mention is not None and p.kind == BODY and p.end <= verb.start()]
    if own is not None and own.kind == BODY and _OURS.match(sentence.text):
        bodies = bodies or [own]
    people = [p for p in parties if p.mention is not None and p.kind == PERSON and p.start >= verb.end()]
    if not bodies or len(people) < _FEWEST:
        return
    for party in people:
        office = _OFFICE.match(sentence.text[party.end :])
        role = (office_of(office["role"].strip().lower()) if office else "") or "member"
        if party.mention is not None:
            yield claim("SITS_ON", party.mention, bodies[-1], span=sentence, role=role, confidence=0.85)
