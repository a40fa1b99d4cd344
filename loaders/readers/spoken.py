"""Meetings that sentences speak of: those whose minutes were agreed, those that others held, those that are to come.

Source: "the minutes of the meetings held on 28 June and 8 July 2005 were agreed", "the Committee will meet again on 2 September",
"the meeting of the Planning Committee on 19 November will begin at 6.30 pm", "Steering Board: 09.10.14".
"""

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sederunt.graph.dates import PrintedDate, find_dates
from sederunt.graph.statement import Statement
from sederunt.loaders.context.scene import PLANNED, PROSE, Scene
from sederunt.loaders.context.sittings import COMING, PAST, body_before, is_plan, known_body, place_in, section_of, sitting
from sederunt.loaders.document import Span
from sederunt.loaders.naming.wording import is_body
from sederunt.loaders.sentences.business import meets_then
from sederunt.loaders.sentences.phrases import find_names

STAGE = PROSE

_SORT = r"(?:last|previous|next|first|further|following|earlier|above|special|extraordinary|ordinary|annual|general|regular|monthly|quarterly|inaugural|recent|final)"
_HOLDS = r"(?:\s+(?:held|which\s+(?:was|took\s+place)|took\s+place|(?:will|would)\s+(?:be|take\s+place)|is|are|be|was|scheduled|arranged|planned|dated|again|next|due|to\s+be|held|for|of|on|from|remotely|virtually|online))+"
_HELD = f"(?:{_HOLDS})?"
_MEETING = re.compile(
    r"(?:"
    rf"\b(?:minutes?|notes|record|actions|proceedings|cofnodion|miontuairiscí)\b(?:(?:(?!\bwith\b)(?:[^.;]|\bNo\.))*?(?:meetings?\b(?:\s+(?:no\.?\s*)?\d+)?,?{_HELD}|{_HOLDS}))?"
    rf"|\b(?:the|its|their|our|a|{_SORT})\s+(?:{_SORT}\s+)*(?:meetings?|session|sederunt|agm|egm|forum){_HELD}"
    rf"|\b{_SORT}\s+(?:[\w’'-]+\s+){{0,5}}?(?:meetings?|forum|agm|egm|session){_HELD}"
    rf"|\bdonm\b|\bmeetings?\s+of\s+(?:the\s+)?[^.;:]*?{_HELD}"
    rf"|\b(?:[A-Z][\w’'&-]*\s+(?:and\s+|of\s+|for\s+)*){{1,8}}[Mm]eetings?{_HELD}"
    r"|^next\s+(?:time|one|get-together|gathering)(?=\s*[:–-])|\b(?:will|to)\s+(?:next\s+)?meet(?:\s+(?:again|next|on|in))*|\b(?:last|next|next\s+meets?|had)\s+met\s+on|\b(?:committee|board|forum|group|council|panel)\s+(?:meets|met)(?:\s+(?:again|next|last|for\s+the\s+(?:first|last)\s+time))*\s+on"
    r")[\s:,(–-]*(?:(?:on|at|for)\s+)?(?:the\s+)?(?:\d{1,2}(?:st|nd|rd|th)?(?:,|\s+and|\s+&)\s+)*$",
    re.IGNORECASE,
)
"""What stands before the date of a meeting."""
_AFTER = re.compile(r"\s+(?:[\w’'-]+\s+)?meetings?\b|\s+minutes\b")
_JOIN = re.compile(r"[\s,;&]*(?:and|to|&|a|agus)?\s*(?:\(\d+\))?[\s,;&]*(?:and\s+)?(?:on\s+)?(?:the\s+)?", re.IGNORECASE)
_NOT_OURS = re.compile(
    r"\b(?:(?<!next )(?<!last )(?<!previous )public|site|team|staff|parents?|residents?|family|consultation)\s+meetings?\b|\bmeetings?\s+(?:with|between)\b",
    re.IGNORECASE,
)
_OPENED = re.compile(
    r"\b(?:opened|closed|adjourned|ended)\s+the\s+(?:meeting|session)\b|\bmeeting\s+(?:was\s+)?(?:opened|closed|ended)\b",
    re.IGNORECASE,
)
"""What stands before a day of this meeting, where it had several."""
_REPORTED = re.compile(r"\b(?:report(?:ed|s)?|feedback|update[ds]?|fed back|attended|been to)\b", re.IGNORECASE)
_OF = re.compile(rf"\b{_SORT}\s+(?P<of>(?:[\w’'-]+\s+){{0,5}}?[\w’'-]+)\s+meetings?\b", re.IGNORECASE)
"""The sort of body in "the next Board meeting"."""
_TELLING = re.compile(
    rf"{COMING.pattern}|\b(?:agreed|approved|adopted|ratified|appointed|endorsed)\b.{{0,40}}?\b(?:at|by)\b|\bminutes\b|\bmet\b|\bmeetings?\s+(?:held\s+)?on\b",
    re.IGNORECASE,
)
"""What a sentence of a paper that is not of a meeting has in it where it speaks of one."""
_MINUTES = re.compile(r"\b(?:minutes?|notes)\b", re.IGNORECASE)
_LONGEST = 700


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date of a meeting in a sentence, with the words that say so, and how far what is said of it goes."""

    date: PrintedDate
    lead: str
    upto: int


def read(scene: Scene) -> Iterable[Statement]:
    """Other meetings of this body and those of others, where a sentence dates them."""
    said: list[str] = []
    for section, sentence in scene.sentences():
        said = [*said[-3:], sentence.text] if scene.meeting or _TELLING.search(sentence.text) else []
        if said and not is_plan(section.title):
            yield from _spoken_of(scene, sentence.part(0, _LONGEST), " ".join(said[:-1]))


def _spoken_of(scene: Scene, sentence: Span, before: str) -> Iterator[Statement]:
    for told in _dated(scene, sentence.text):
        if told.date.start == scene.date:
            continue
        where = section_of(scene, told.date, told.lead)
        around = sentence.part(told.date.at, told.upto)
        lead = f"{before} {told.lead}" if _REPORTED.search(told.lead) else told.lead
        lead = _of_minutes(lead)
        sort = _OF.search(lead)
        of = sort["of"] if sort and is_body(sort["of"]) else meets_then(lead)
        body = known_body(scene, of, before) if of else body_before(scene, lead)
        place = place_in(around) if where == PLANNED else None
        yield from sitting(body, told.date, sentence, where, venue=place, times=around.text if where == PLANNED else "")


def _of_minutes(lead: str) -> str:
    """The words that can name whose minutes are meant; who agreed them is this body, by whatever name."""
    minutes = _MINUTES.search(lead)
    if minutes is None:
        return lead
    named = [name for name in find_names(lead[: minutes.start()]) if minutes.start() - name.end < 3]
    return " ".join([*(name.text for name in named), lead[minutes.start() :]])


def _dated(scene: Scene, text: str) -> Iterator[_Dated]:
    """The dates of meetings in a sentence; those that are joined to one are so too."""
    dates = [date for date in _dates(text, scene.date) if not date.end]
    lead = ""
    for at, date in enumerate(dates):
        start = dates[at - 1].at + len(dates[at - 1].text) if at else 0
        before = text[start : date.at]
        upto = dates[at + 1].at if at + 1 < len(dates) else len(text)
        behind = text[date.at + len(date.text) : upto]
        if at and lead and _JOIN.fullmatch(before):
            yield _Dated(date, lead, len(text))
            continue
        meant = (_MEETING.search(text[: date.at]) or _AFTER.match(behind) or meets_then(before)) and not (
            _NOT_OURS.search(before) or _OPENED.search(before)
        )
        lead = before if meant else ""
        if meant:
            joined = at + 1 < len(dates) and _JOIN.fullmatch(behind)
            yield _Dated(date, lead, len(text) if joined else upto)


def _dates(text: str, day: str) -> list[PrintedDate]:
    """The dates of a text; one without a year has that of the next in its list, or is the nearest that the words allow."""
    later, earlier = (
        {date.at: date for date in find_dates(text, near)} for near in (day, day and f"{int(day[:4]) - 1}{day[4:]}")
    )
    both = earlier | later  # a 29 February is not in every year
    found = [_nearest(text[:at], day, later.get(at, date), earlier.get(at, date)) for at, date in sorted(both.items())]
    for at in range(len(found) - 2, -1, -1):
        date, following = found[at], found[at + 1]
        if date.yearless and not following.yearless and _JOIN.fullmatch(text[date.at + len(date.text) : following.at]):
            found[at] = date.model_copy(update={"start": following.start[:4] + date.start[4:], "yearless": False})
    return found


def _nearest(lead: str, day: str, later: PrintedDate, earlier: PrintedDate) -> PrintedDate:
    """Which of two days a date without a year means: what its words say, else the one that is nearer."""
    if not later.yearless or COMING.search(lead):
        return later
    if PAST.search(lead):
        return earlier
    here, *others = (datetime.date.fromisoformat(text) for text in (day, later.start, earlier.start))
    return later if abs(others[0] - here) <= abs(here - others[1]) else earlier
