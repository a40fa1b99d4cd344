"""The head of minutes: whose meeting it was, when, where.

Source: heads of minutes with and without labels: a body's name, a date, a time and a place on lines of their own; "Minutes of the
meeting of the … held at … on …"; tables of labels (Date, Time, Venue).
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from sederunt.graph.dates import PrintedDate, PrintedTimes, find_dates, find_times
from sederunt.graph.lexicon import words
from sederunt.graph.names import fold, plain
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.about import subject
from sederunt.loaders.context.scene import HEAD, PLANNED, THIS, Scene, claim, names_thing, thing, titled
from sederunt.loaders.context.sittings import is_calendar, sitting
from sederunt.loaders.context.whose import council, own_body, spoken_of
from sederunt.loaders.document import Span
from sederunt.loaders.layout.marks import MARKED
from sederunt.loaders.layout.sections import ITEM, Section
from sederunt.loaders.layout.stafftable import STAFF
from sederunt.loaders.layout.unheaded import names_people
from sederunt.loaders.naming.headings import ATTENDANCE, OF_A_MEETING, category_of
from sederunt.loaders.naming.venues import place_near, place_told
from sederunt.loaders.naming.wording import is_body, names_organisation

STAGE = HEAD

_OPENED = re.compile(
    r"\bmeeting\b.*\b(?:called to order|convened|was held|opened|commenced)\b|\bcalled\b.*\bto order\b", re.IGNORECASE
)
_LONGEST = 400
"""What matters in a line of the head stands within so many characters."""

_MINUTES = re.compile(
    r"\b(?:minutes|notes|action notes|record|present|attend|report\s+of\s+(?:the\s+)?(?:\S+\s+)?meeting\b)", re.IGNORECASE
)


_TITLE = re.compile(r"^(?:draft\s+)?(?:minutes|notes)\b|\b(?:minutes|notes)$", re.IGNORECASE)


def read(scene: Scene) -> Iterable[Statement]:
    """The paper's own body and meeting."""
    if scene.document.slides:
        return
    spans = _head_spans(scene.sections)
    minutes = (
        not scene.governs
        and not (_date(scene.sections, spans) is None and scene.matrices)
        and subject(scene.document.blocks) is None
        and _is_minutes(scene.sections, [*spans, *(s.heading for s in scene.sections[:3] if s.heading)])
    )
    agenda = not minutes and _is_agenda(scene.sections, spans)
    listed = not minutes and any(is_calendar(span.text) for span in spans[:3])
    body = (
        None
        if scene.chapters
        else own_body(() if listed else scene.sections, spans[:2] if listed else [span for span in spans if not _is_roll(span)])
        or (council(spans) if minutes or agenda or _is_register(scene.sections) else None)
    )
    if body is None and minutes and not scene.body:
        body = spoken_of(scene.sections)
    if body:
        yield names_thing(*body)
    elif scene.body and minutes:
        body = scene.body, next(iter(spans), scene.document.blocks[0].span)
    for span in spans[:3]:
        for name in span.text.split(" / "):
            named = name.isupper() and names_organisation(titled(name)) and not is_body(name)
            if (
                named
                and (not body or fold(name) != fold(body[0].text))
                and not re.search(r"\b(?:minutes|meeting)\b", name, re.IGNORECASE)
                and not (body and (_in_celtic(name) or fold(body[0].text).startswith(f"{fold(name)} of ")))
            ):
                yield names_thing(thing("Organisation", name, "head"), span)
    if agenda:
        yield from _called(scene.sections, spans, body)
    if minutes:
        yield from _meeting(scene.sections, spans, body)


def _in_celtic(name: str) -> bool:
    """Whether a name begins as those in Welsh and Irish do: beside an English one, the same council's."""
    return plain(fold(name)).split()[0] in words("loaders", "organisation_openers")


def _is_roll(span: Span) -> bool:
    """Whether a line lists the members of a body that it names: "Works Committee: Cllrs Hale, Moss and Dunn"."""
    label = _ROLL.match(span.text)
    return label is not None and bool(label["title"] or names_people(span.part(label.end(), len(span.text))) > 1)


_ROLL = re.compile(r"[A-Z][^:.]{3,80}?(?::|\s[–-])\s+(?=(?P<title>(?:Cllrs|Councillors|Crs)\b)?)(?=[A-Z])")


def _is_register(sections: tuple[Section, ...]) -> bool:
    """Whether the paper marks who was at several meetings: it is not the paper of one."""
    return any(section.category == MARKED for section in sections)


def _head_spans(sections: tuple[Section, ...]) -> list[Span]:
    """The lines above the first item, labels and headings included, attendance lists left out."""
    spans: list[Span] = []
    for section in sections:
        if section.category == STAFF:
            continue
        if section.category == ITEM or (section.category in ATTENDANCE and spans):
            break
        if section.heading and section.category not in ATTENDANCE:
            spans.append(section.heading)
        spans += section.spans
    return [span.part(0, _whole_words(span.text)) for span in spans[:30]]


def _whole_words(text: str) -> int:
    """Where to cut a line that is too long, between two words: half a year is another year."""
    return len(text) if len(text) <= _LONGEST else text.rfind(" ", 0, _LONGEST) % _LONGEST


def _is_minutes(sections: tuple[Section, ...], spans: list[Span]) -> bool:
    """Whether the paper reports a meeting: somebody is listed as present or absent, or its head says so."""
    terms = any(
        re.search(
            r"terms of reference|constitution|membership list|staff list|^(?:current |list of )?(?:membership|composition) of\b",
            span.text,
            re.IGNORECASE,
        )
        for span in spans
    )
    if terms or _is_register(sections) or _is_agenda(sections, spans) or _is_letter(sections, spans):
        return False
    listing = any(section.category == "members" and _OF_MEMBERSHIP.match(section.title) for section in sections)
    if listing and not _date(sections, spans) and not any(map(_reports, spans[:6])):
        return False
    listed = [section for section in sections if section.category in ("present", "apologies", "absent")]
    dated = _date(sections, spans) or any(_TITLE.search(span.text) for span in spans[:3])
    if any(category_of(section.title) or section.rest for section in listed) or (listed and dated):
        return True  # people without a heading, and tables of them, are on pages of organisations too
    there = [section.title for section in sections if section.category == "in_attendance"]
    if any(_MINUTES.search(words) for words in (*there, *(span.text for span in spans if there))):
        return True  # "The Secretariat" heads a page on an organisation too
    printed = _date(sections, spans)
    own = printed is not None and _is_own(*printed)  # the day of the last change to a page is no meeting's
    return own and any(_MINUTES.search(span.text) for span in spans)


def _is_agenda(sections: tuple[Section, ...], spans: list[Span]) -> bool:
    """Whether a paper calls a meeting that is still to come: it says so, and tells of nobody that they were there."""
    there = any(s.category in OF_A_MEETING and s.spans and s.category != "apologies" for s in sections)
    lines = [
        *spans,
        *(span for section in sections[:6] for span in (*([section.heading] if section.heading else []), *section.spans[:4])),
    ]
    return not there and not any(_TITLE.search(span.text) for span in spans[:4]) and any(_AGENDA.search(x.text) for x in lines)


_AGENDA = re.compile(
    r"^(?:[\w’'-]+\s+){0,6}agenda$|^agenda\b|\byou are (?:hereby )?(?:summoned|invited)\b|\bnotice is hereby given\b|^notice of (?:\w+ ){0,2}meeting\b",
    re.IGNORECASE,
)


def _is_letter(sections: tuple[Section, ...], spans: list[Span]) -> bool:
    """Whether a paper is a letter, whose date is the day on which it was written."""
    return not any(s.category == "present" for s in sections) and any(_LETTER.match(span.text) for span in spans[:8])


_LETTER = re.compile(r"(?:from|to|subject)\s*:\s|dear\s", re.IGNORECASE)


_OF_MEMBERSHIP = re.compile(
    r"\W*(?:\d+\W+)?(?:(?:current|committee|board|group)\s+)?(?:membership|composition)\b", re.IGNORECASE
)
"""A heading over those who sit on a body, whoever came to some meeting."""


def _reports(span: Span) -> bool:
    return bool(re.search(r"\b(?:minutes|notes|meeting)\b", span.text, re.IGNORECASE))


def _meeting(sections: tuple[Section, ...], spans: list[Span], body: tuple[Mention, Span] | None) -> Iterable[Statement]:
    dated = _date(sections, spans)
    times = _times(sections, spans)
    venue = _venue(sections, spans, body[1] if body else None)
    listing = next((s.heading for s in sections if s.category in OF_A_MEETING and s.heading), None)
    proof = dated[1] if dated else body[1] if body else listing
    if proof is None:
        return
    date = dated[0] if dated else None
    meeting = Mention(
        kind="Meeting",
        text=date.text if date else "",
        section=THIS,
        body=body[0].label if body else "",
        date=date.start if date else "",
        time=times[0].start if times else "",
    )
    yield claim(
        None, meeting, span=proof, status="held", date=meeting.date, date_end=date.end if date else "", date_text=meeting.text
    )
    if times:
        yield claim(None, meeting, span=times[1], start_time=times[0].start, end_time=times[0].end)
    if venue:
        yield claim(None, meeting, span=venue, venue=venue.text)
    if body:
        yield claim("MEETING_OF", meeting, body[0], span=body[1])


def _called(sections: tuple[Section, ...], spans: list[Span], body: tuple[Mention, Span] | None) -> Iterable[Statement]:
    """The meeting that an agenda calls."""
    dated = _date(sections, spans)
    if dated is None or (
        find_times(dated[1].text).start == "" and not re.search(r"meeting|agenda", dated[1].text, re.IGNORECASE)
    ):
        return
    times = _times(sections, spans)
    yield from sitting(
        body[0] if body else None,
        dated[0],
        dated[1],
        PLANNED,
        venue=_venue(sections, spans, body[1] if body else None),
        times=times[1].text if times else "",
    )


def _labelled(sections: tuple[Section, ...], category: str) -> list[Span]:
    """What stands behind a label: the rest of its line, else the first lines under it."""
    spans: list[Span] = []
    for section in sections:
        if section.category == ITEM:
            break
        if section.category == category and not (section.rest and section.rest.text[0] in "\"'"):  # not a page's metadata
            spans += section.spans[:2]
    return spans


def _opened(sections: tuple[Section, ...]) -> Iterable[Span]:
    """The sentences that say when a meeting was opened, for papers whose head does not."""
    return (x for s in sections for span in s.spans for x in span.sentences() if _OPENED.search(x.text))


_OF_OTHERS = re.compile(
    r"(?:\b(?:approved|agreed|adopted|ratified|confirmed|published|posted|circulated|issued|signed|printed|updated|revised|amended|prepared)"
    r"(?:\s*:|\s+(?:on|at|by|in|for|the|its|their|date|this|meeting|of|council|board|committee|next|last))*"
    r"|\b(?:next|previous|future)\s+(?:\w+\s+)?meeting\b[^.;]*)[\s:(–-]*$",
    re.IGNORECASE,
)
"""What in front of a date says that it is of something else: of the paper's approval, of another meeting."""


def _date(sections: tuple[Section, ...], spans: list[Span]) -> tuple[PrintedDate, Span] | None:
    """The date of the meeting: one that no word in front gives to something else, if there is any."""
    found = (
        (date, span)
        for span in [*_labelled(sections, "date"), *spans, *_opened(sections)]
        for date in _from_first_day(span.text)
        if not date.end
    )
    other: tuple[PrintedDate, Span] | None = None
    for date, span in found:
        if _is_own(date, span):
            return date, span
        other = other or (date, span)
    return other


def _from_first_day(text: str) -> Iterator[PrintedDate]:
    """The dates of a line; a meeting of two or three days is on the first: "22-23 October 2018"."""
    for date in find_dates(text):
        first = _DAY_BEFORE.search(text[: date.at])
        days = int(date.start[8:]) - int(first["day"]) if first else 0
        if first and 0 < days < 5:
            at = first.start("day")
            text_of_both = text[at : date.at + len(date.text)]
            yield date.model_copy(update={"start": f"{date.start[:8]}{int(first['day']):02d}", "text": text_of_both, "at": at})
        else:
            yield date


_DAY_BEFORE = re.compile(
    r"(?<![\w.:/-])(?<!\bno )(?<!\bno\. )(?<!\bmeeting )(?<!\bitem )(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\s*(?:[-–]|to|and|&)\s*$",
    re.IGNORECASE,
)
"""The first of several days before the last, which has the month."""


def _is_own(date: PrintedDate, span: Span) -> bool:
    return not _OF_OTHERS.search(span.text[: date.at])


def _times(sections: tuple[Section, ...], spans: list[Span]) -> tuple[PrintedTimes, Span] | None:
    for span in [*_labelled(sections, "time"), *_labelled(sections, "date"), *spans, *_opened(sections)]:
        times = find_times(span.text)
        told = len(span.text) < 60 or re.search(r"\bheld\b|\bmeeting of\b", span.text) or _OPENED.search(span.text)
        if times.start and (told or find_dates(span.text)):
            return times, span
    return None


def _venue(sections: tuple[Section, ...], spans: list[Span], body: Span | None) -> Span | None:
    labelled = _labelled(sections, "venue")
    if labelled:
        return labelled[0]
    if told := place_told(spans):
        return told
    dated = next((at for at, span in enumerate(spans) if find_dates(span.text)), None)
    near = place_near(spans, dated, body) if dated is not None else None
    return near or place_told(islice(_opened(sections), 3))
