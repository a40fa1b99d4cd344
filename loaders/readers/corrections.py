"""What a paper puts right in the minutes of an earlier meeting: who was there after all, who was not.

Source: "The minutes of 3 May were agreed, subject to one correction: apologies were noted in error for Ann Hale, who had been
there", "Ben Moss should have been recorded as present"; the wordings stand in ``said_of_earlier_minutes.txt``.
"""

import re
from collections.abc import Iterable, Iterator

from sederunt.graph.dates import find_dates
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.scene import MENTIONED, SAID, TOLD_AWAY, TOLD_PRESENT, Scene, claim, is_correction, person
from sederunt.loaders.document import Span
from sederunt.loaders.layout.sections import Section
from sederunt.loaders.sentences.said import Said, told

STAGE = SAID

_LINKS = {"present": "ATTENDED", "apologies": "SENT_APOLOGIES", "absent": "ABSENT_FROM"}
_WAS_THERE = re.compile(
    r"[,\s]*(?:and\s+)?(?:who|as\s+(?:he|she|they))\s+(?:was|were|had\s+been|has\s+been|had\s+stayed|stayed|attended|had\s+attended|did\s+attend)\b(?!\s+(?:absent|not|unable|away|on))"
)
_MINUTES = re.compile(r"\b(?:minutes?|notes|record|last meeting|previous meeting|cofnodion|miontuairiscí)\b", re.IGNORECASE)


def read(scene: Scene) -> Iterable[Statement]:
    """Statements about the dated earlier meeting whose minutes a sentence corrects; without a date it is not known which."""
    if scene.meeting is None:
        return
    near: Section | None = None
    date = ""
    for section, sentence in scene.sentences():
        if section is not near:
            near, date = section, _date(section.title, scene)
        date = _date(sentence.text, scene) or date
        if date and is_correction(sentence.text):
            meeting = Mention(
                kind="Meeting", text="", section=MENTIONED, body=scene.body.label if scene.body else "", date=date
            )
            for said in told(sentence, "said_of_earlier_minutes", scene.known_names | scene.known_initials):
                yield from _claims(said, sentence, meeting)


def _date(text: str, scene: Scene) -> str:
    """The date of the earlier meeting whose minutes a text speaks of."""
    if not (scene.date and _MINUTES.search(text)):
        return ""
    year_ago = f"{int(scene.date[:4]) - 1}{scene.date[4:]}"
    return next((d.start for d in find_dates(text, year_ago) if not d.end and d.start < scene.date), "")


def _claims(said: Said, sentence: Span, meeting: Mention) -> Iterator[Statement]:
    after_all = said.category == "apologies" and said.role == "strikes" and _WAS_THERE.match(sentence.text, said.end)
    for entry in said.people:
        for category, strikes in ((said.category, said.role == "strikes"), *([("present", False)] if after_all else [])):
            who = person(
                entry.name,
                TOLD_PRESENT if category == "present" else TOLD_AWAY,
                honorific=entry.honorific,
                initials=entry.initials,
            )
            values = {"struck": True} if strikes else {"correction": True}
            yield claim(_LINKS[category], who, meeting, span=sentence, confidence=0.8, basis="stated", **values)
