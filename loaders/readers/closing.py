"""When the meeting ended, as its last lines say.

Source: "The meeting closed at 4.15 pm.", "Meeting ended: 19:40".
"""

import re
from collections.abc import Iterable

from sederunt.graph.dates import find_times
from sederunt.graph.statement import Statement
from sederunt.loaders.scene import PROSE, Scene, claim

STAGE = PROSE

_CLOSED = re.compile(
    r"\bmeeting\s+(?:was\s+)?(?:closed|ended|finished|concluded|terminated|adjourned|declared closed)\b|\b(?:close|end) of meeting\b",
    re.IGNORECASE,
)


def read(scene: Scene) -> Iterable[Statement]:
    """The end of this meeting."""
    if scene.meeting is None:
        return
    for _, sentence in scene.prose():
        found = _CLOSED.search(sentence.text)
        times = find_times(sentence.text[found.end() :]) if found else None
        if times and times.start:
            yield claim(None, scene.meeting, span=sentence, end_time=times.start)
            return
