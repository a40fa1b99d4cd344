"""Who is given which post, as minutes and notices say it: "that Ann Hale be appointed Town Historian", "appoints Ben Moss as Treasurer",
"noted the appointment of Eve Frost as Bursar".

Source: resolutions of town boards and councils, minutes of annual meetings ("Cat Dunn be Footpaths Officer, and Dan Eames continue as
Tree Warden"). Offices of a body itself (chair, member) are read with its members.
"""

import re
from collections.abc import Iterable, Iterator

from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.scene import PROSE, Scene, title_claims
from sederunt.loaders.context.tenure import with_tenure
from sederunt.loaders.document import Span
from sederunt.loaders.layout.cards import is_title
from sederunt.loaders.naming.titles import read_title
from sederunt.loaders.naming.wording import ends_in_post_word
from sederunt.loaders.sentences.relations import office_of

STAGE = PROSE

_BE = r"(?:was|were|be|is|are|has been|had been|being|will be|shall be)"
_CAPITAL = r"[A-Z][\w’'/-]*"
_TITLE = (
    rf"(?P<title>{_CAPITAL}(?:\s+(?:(?:of|for|and|to|&)\s+(?:the\s+)?)?{_CAPITAL}){{0,7}}|[a-z][a-z-]+(?:\s+[a-z][a-z-]+){{0,3}}?)"
    r"(?=[.,;()]|\s+(?:for|and|until|to|with|effective|at|in|from|by|who|on|nem|without|of)\b|\s+\d|$)"
)
_AN = r"(?:the\s+|our\s+|its\s+|an?\s+)?(?:new\s+)?"
_GIVEN = re.compile(
    rf"\s*(?:\([^()]*\)\s*)?,?\s*(?:{_BE}(?:,?\s+and\s+(?:s?he\s+|they\s+)?(?:hereby\s+)?(?:is|be|are))?,?\s+)?"
    r"(?:(?:then|duly|unanimously|hereby|formally|[a-z]+ed\s+and|declared|therefore),?\s+)*(?:re-?)?(?:elected|appointed|named|designated|confirmed)\s+"
    rf"(?:(?:unopposed|as|to\s+be|to\s+serve\s+as|to\s+act\s+as|to\s+the\s+(?:office|position|role|post)\s+of)\s+)*{_AN}{_TITLE}"
)
"""Behind who is given a post: "Ann Hale be and hereby is appointed Town Historian"."""
_KEPT = re.compile(
    rf"\s+(?:to\s+|will\s+|shall\s+)?(?:continues?|remains?|be)\s+(?:(?:in\s+(?:her|his|their)\s+role\s+)?as\s+)?{_AN}{_TITLE}"
)
_AS = re.compile(rf"\s*(?:\([^()]*\)\s*)?,?\s+(?:to\s+(?:serve|act|be)\s+)?as\s+{_AN}{_TITLE}")
_APPOINTS = re.compile(
    r"\b(?:re-?)?(?:appoint(?:s|ed|ing)?|designat(?:es?|ed|ing)|elect(?:s|ed)?|confirm(?:s|ed)?|nam(?:e|es|ed)|employ(?:s|ed)?|hir(?:e|es|ed))\s+$"
    r"|\b(?:re-?)?(?:appointment|promotion|election)\s+of\s+$",
    re.IGNORECASE,
)
_ALSO = re.compile(r"(?:,|,?\s+and)\s+$")
_DECIDES = re.compile(r"\b(?:resolved|agreed|that|motion|moved|approved|appoint\w*)\b", re.IGNORECASE)
_HONOUR = re.compile(r"(?:honorary\s+)?(?:fellow|freeman|alderman|patron)\b", re.IGNORECASE)
_FAR = 160


def read(scene: Scene) -> Iterable[Statement]:
    """The posts that sentences give to people who are named in them."""
    if scene.document.slides or not scene.people:
        return
    known = {name: who for who in scene.people for name in (who.text, who.label) if " " in name}
    saying = [
        sentence
        for _, sentence in scene.prose()
        if _SAYS.search(sentence.text) and any(name in sentence.text for name in known)
    ]
    if saying:
        names = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in sorted(known, key=len, reverse=True)))
        for sentence in saying:
            yield from with_tenure(_given(sentence, [(known[found[0]], found) for found in names.finditer(sentence.text)]))


_SAYS = re.compile(r"\b(?:appoint|elect|named?\b|designat|confirm|continue|remain|employ|hire|that)", re.IGNORECASE)


def _given(sentence: Span, people: list[tuple[Mention, re.Match[str]]]) -> Iterator[Statement]:
    text = sentence.text
    goes_on = False  # whether the person before was given a post, and so is the one behind "and"
    for who, found in people:
        lead, rest = text[: found.start()], text[found.end() : found.end() + _FAR]
        told = _GIVEN.match(rest)
        if told is None and (_APPOINTS.search(lead) or (goes_on and _ALSO.search(lead))):
            told = _AS.match(rest)
        if told is None and (goes_on or _DECIDES.search(lead)):
            told = _KEPT.match(rest)
        title = _post(told["title"]) if told else ""
        goes_on = bool(title)
        if title:
            yield from title_claims(who, read_title(title), sentence, "prose")


def _post(words: str) -> str:
    """The title that some words are; empty where they are none, or an office of a body."""
    if office_of(words.lower()) or _HONOUR.match(words):
        return ""
    if words[0].isupper():
        return words if is_title(words) else ""
    return words if " " in words and ends_in_post_word(words) and is_title(words[0].upper() + words[1:]) else ""
