"""What is said of a meeting other than the paper's own: its date, its time, its place, and whose it is."""

import re
from collections.abc import Iterator

from sederunt.graph.dates import PrintedDate, find_times
from sederunt.graph.kinds import BODY
from sederunt.graph.names import fold
from sederunt.graph.statement import Basis, Mention, Statement
from sederunt.loaders.context.parties import is_own
from sederunt.loaders.context.scene import MENTIONED, PLANNED, Scene, claim, names_thing, thing
from sederunt.loaders.document import Span
from sederunt.loaders.naming.venues import place_after
from sederunt.loaders.naming.wording import is_body
from sederunt.loaders.sentences.phrases import find_names

_NEXT = re.compile(
    r"\b(?:next|future|forthcoming|upcoming|further)\b.{0,40}\b(?:meetings?|agm|egm|(?:conference )?calls?)\b|^(?:date of )?donm\b|\bmeeting dates\b|\bdates? of (?:the )?meetings?\b|^next (?:time|one|get-together|gathering)\b",
    re.IGNORECASE,
)
_LAST = re.compile(
    r"\b(?:minutes|notes|actions|record)\b(?:\s+\w+){0,3}?\s+(?:(?:of|from)\s+)?(?:the\s+)?(?:last|previous)?\s*meetings?\b"
    r"|\b(?:last|previous)\s+meeting\b|\b(?:agenda|items?|topics?|business)\s+(?:items?\s+)?for\b|\b(?:minutes|notes|actions)\s+(?:of|from)\s+(?=\d)",
    re.IGNORECASE,
)
VENUE = re.compile(
    r"\b[Vv](?:enue|ENUE)(?:\s+of)?\s*:?\s*(?P<label>[^.;]+)|\b(?:at|in)\s+(?:the\s+)?(?P<venue>[A-Z][^.;:]*?)(?=[.;:]|\s+(?:at|from|on|for\s+the)\s|$)"
    r"|\b(?P<same>same\s+(?:place|venue|room|hall|location))\b"
)


PAST = re.compile(r"\b(?:minutes?|last|previous|held|met|was|were|took|had|dated|reported)\b", re.IGNORECASE)
COMING = re.compile(r"\b(?:next|future|forthcoming|will|further|to be held|is on|are on)\b", re.IGNORECASE)


def sitting(
    body: Mention | None, date: PrintedDate | None, span: Span, section: str, *, venue: Span | None = None, times: str = ""
) -> Iterator[Statement]:
    """The claims about one meeting.

    Args:
        body: whose it is, if that is known.
        date: its date, if one is printed.
        span: the words to quote.
        section: ``PLANNED`` or ``MENTIONED``.
        venue: the words that name its place.
        times: a text in which its time stands.

    """
    clock = find_times(times)
    meeting = Mention(
        kind="Meeting",
        text=date.text if date else "",
        section=section,
        body=body.label if body else "",
        date=date.start if date else "",
        time=clock.start,
    )
    basis: Basis = "inferred" if date and date.yearless else "stated"
    yield claim(
        None,
        meeting,
        span=span,
        basis=basis,
        status="planned" if section == PLANNED else "held",
        date=meeting.date,
        date_text=meeting.text,
        start_time=clock.start,
        end_time=clock.end,
    )
    if venue:
        yield claim(None, meeting, span=venue, venue=venue.text, confidence=0.85)
    if body:
        yield names_thing(body, span, confidence=0.8)
        yield claim("MEETING_OF", meeting, body, span=span, basis=basis, confidence=0.85)


def place_in(around: Span) -> Span | None:
    """Where a meeting is to be, as the words behind its date say."""
    own = VENUE.search(around.text)
    for group in ("venue", "same", "label"):
        if own and own[group]:
            return around.part(*own.span(group))
    return place_after(around)


def body_before(scene: Scene, text: str) -> Mention | None:
    """The body that the words in front of a date name last; the paper's own where they name none, or only its sort."""
    named = [phrase.text for phrase in find_names(text) if phrase.kind == BODY]
    if not named:
        return scene.body
    return known_body(scene, named[-1])


def known_body(scene: Scene, name: str, near: str = "") -> Mention | None:
    """The body that a name means: one that is known whose name ends in it, else a new one if the name is long enough.

    Args:
        scene: the paper.
        name: the name, or the last words of it.
        near: what was said before; a body of which it speaks comes first.

    """
    spoken = [body for body in reversed(scene.bodies) if near and fold(body.label) in fold(near)]
    for body in (*spoken, *([scene.body] if scene.body else []), *reversed(scene.bodies)):
        if f" {fold(body.label)}".endswith(f" {fold(name)}"):
            return body
    ours = (len(name.split()) == 1 and fold(name) not in _OTHERS) or (scene.body is not None and is_own(name, scene.body))
    return scene.body if ours or not (is_body(name) or fold(name) in _OTHERS) else thing("Body", name)


_OTHERS = frozenset(["board", "cabinet", "council", "executive", "senate"])
"""Names of one word that are another body's where this one has another name; "the Committee" is this one's."""


def section_of(scene: Scene, date: PrintedDate, lead: str) -> str:
    """Whether a meeting on this date was still to come when the paper's own was held; without that the words before it tell."""
    later = date.start > scene.date if scene.date else bool(COMING.search(lead)) or not PAST.search(lead)
    return PLANNED if later else MENTIONED


def is_plan(title: str) -> bool:
    """Whether a heading stands over meetings to come."""
    return bool(_NEXT.search(title)) and not _LAST.search(title)


_CALENDAR = re.compile(
    r"\b(?:calendar|schedule|timetable|programme|list|dates)\s+(?:of|for|for all)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,3}?meetings\b"
    r"|\bmeetings?\s+(?:calendar|schedule|timetable|dates)\b",
    re.IGNORECASE,
)


def is_calendar(title: str) -> bool:
    """Whether a line of the head says that a paper lists the days of meetings."""
    return len(title) < 120 and bool(_CALENDAR.search(title))
