"""When the meeting began and ended, as sentences say.

Source: "The meeting closed at 4.15 pm.", "Meeting ended: 19:40", "The Chair opened the meeting at 10.03 am", "the Board rose at ten
minutes past four"; the words stand in ``opening_words.txt`` and ``closing_words.txt``.
"""

import re
from collections.abc import Iterable
from functools import cache

from sederunt.graph.dates import find_times, not_before
from sederunt.graph.lexicon import words
from sederunt.graph.statement import Statement
from sederunt.loaders.context.scene import PROSE, THIS, Scene, claim
from sederunt.loaders.document import Span, joined
from sederunt.loaders.naming.wording import is_body

STAGE = PROSE

_MEETING = re.compile(
    r"\b(?:meetings?|agm|session|business|proceedings|cyfarfod|cruinniú|chruinniú|time|(?:end|close) of)\b", re.IGNORECASE
)
_PAUSE = re.compile(r"\badjourned\b", re.IGNORECASE)
_OTHER = re.compile(r"\b(?:next|last|previous|future|will)\b", re.IGNORECASE)
_FURTHEST = 45
"""The time stands within so many characters of what it is the time of."""


def read(scene: Scene) -> Iterable[Statement]:
    """The beginning of this meeting, unless its head tells it, and its end: the last that is told, for a meeting has parts."""
    if scene.meeting is None:
        return
    sentences = [sentence for _, sentence in scene.prose() if _of_meeting(sentence.text)]
    start = next(
        (str(s.values["start_time"]) for s in scene.found if s.subject.section == THIS and "start_time" in s.values), ""
    )
    for sentence, time in [] if start else _times(sentences, _said("opening_words"))[:1]:
        yield claim(None, scene.meeting, span=sentence, start_time=time)
        start = time
    sentences += _labels(scene)
    for sentence, time in (_times(sentences, _said("closing_words")) or _times(sentences, _PAUSE))[-1:]:
        yield claim(None, scene.meeting, span=sentence, end_time=not_before(time, start))


def _labels(scene: Scene) -> list[Span]:
    """The labels of the head that tell a time, each with what stands behind it: "Finish time: 9.15 pm"."""
    labelled = (section for section in scene.sections if section.category == "time" and section.heading and section.spans)
    return [joined([section.heading, section.spans[0]]) for section in labelled if section.heading]


def _of_meeting(text: str) -> bool:
    """Whether a sentence speaks of this meeting, or of a body that rises."""
    subject = re.match(r"(?:The\s+)?[A-Z]\w+(?:\s+\w+){0,4}?(?=\s+(?:rose|adjourned|closed|commenced|concluded))", text)
    bare = _said("closing_words").match(text) or _said("opening_words").match(text)
    short = bare is not None and len(text.split()) <= 5
    return not _OTHER.search(text) and bool(_MEETING.search(text) or short or (subject and is_body(subject[0])))


@cache
def _said(name: str) -> re.Pattern[str]:
    """The words of a list; what is done in closed session is not the end of it."""
    return re.compile(
        rf"\b(?:{'|'.join(sorted(words('loaders', name), key=len, reverse=True))})(?=\b|at\b)(?!\s+session)", re.IGNORECASE
    )


def _times(sentences: list[Span], said: re.Pattern[str]) -> list[tuple[Span, str]]:
    """The sentences that tell a time behind these words, each with it."""
    told = ((s, found) for s in sentences for found in list(said.finditer(s.text))[-1:])
    timed = ((s, find_times(s.text[found.end() : found.end() + _FURTHEST]).start) for s, found in told)
    return [(s, time) for s, time in timed if time]
