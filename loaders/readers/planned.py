"""Meetings to come, and earlier ones spoken of.

Source: "Date of next meeting: …" with a date behind, below, or in a list; tables of future dates with a body over each column,
dumped a cell per line; "the next meeting on 8 March"; "the minutes of the meeting held on 27 June 2019 were agreed".
"""

import re
from collections.abc import Iterable, Iterator

from sederunt.graph.dates import PrintedDate, find_dates, find_times
from sederunt.graph.names import fold
from sederunt.graph.statement import Basis, Mention, Statement
from sederunt.loaders.document import Block, Shape, Span
from sederunt.loaders.outline import Section
from sederunt.loaders.places import place_after
from sederunt.loaders.scene import MENTIONED, PLANNED, PROSE, Scene, claim, names_thing, thing
from sederunt.loaders.titles import is_body

STAGE = PROSE

_NEXT = re.compile(
    r"\b(?:next|future|forthcoming|upcoming|further)\b.{0,40}\bmeetings?\b|\bmeeting dates\b|\bdates? of (?:the )?meetings?\b",
    re.IGNORECASE,
)
_COMING = re.compile(
    r"\b(?:next|first)\s+(?P<of>[\w’' ]{0,50}?)\s*(?:meeting|forum)\b|\bwill\s+(?:next\s+)?meet\s+(?:again|next)?\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:minutes|notes|actions|record)\b(?:\s+\w+){0,3}?\s+(?:(?:of|from)\s+)?(?:the\s+)?(?:last|previous)?\s*meetings?(?:\s+\w+){0,2}?|\b(?:last|previous)\s+meeting\b"
    r"|\b(?:minutes|notes|actions)\s+(?:of|from)\s+(?=\d)",
    re.IGNORECASE,
)
_VENUE = re.compile(
    r"\b[Vv](?:enue|ENUE)(?:\s+of)?\s*:?\s*(?P<label>[^.;]+)|\b(?:at|in)\s+(?:the\s+)?(?P<venue>[A-Z][^.;:]*?)(?=[.;:]|\s+(?:at|from|on)\s|$)"
)


def read(scene: Scene) -> Iterable[Statement]:
    """Planned and earlier meetings of this body and of others."""
    for section in scene.sections:
        if _NEXT.search(section.title) and not _HELD.search(section.title):
            yield from _announced(scene, section)
    for section, sentence in scene.sentences():
        yield from _spoken_of(scene, section, sentence)


def _announced(scene: Scene, section: Section) -> Iterator[Statement]:
    """What stands under a heading about meetings to come."""
    found = list(_columns(scene, section.blocks)) or [
        statement for span in _spans(section) for statement in _dated(scene, span, scene.body, _venue_below(section))
    ]
    if (
        not found
        and scene.body
        and scene.meeting
        and section.heading
        and not any(find_dates(s.text, scene.date) for s in _spans(section))
    ):
        found = list(_meeting(scene.body, None, section.heading, PLANNED, _venue_below(section)))
    yield from found


def _spans(section: Section) -> list[Span]:
    inside = {cell.places for block in section.blocks for cell in block.cells}
    heading = [section.heading] if section.heading and section.heading.places not in inside else []
    return [*heading, *(piece for span in section.spans for piece in span.sentences())]


def _venue_below(section: Section) -> Span | None:
    for span in _spans(section):
        found = _VENUE.search(span.text)
        if found and found["label"]:
            return span.part(*found.span("label"))
    return None


def _dated(scene: Scene, span: Span, body: Mention | None, venue: Span | None) -> Iterator[Statement]:
    dates = [date for date in find_dates(span.text, scene.date) if not date.end and date.start > scene.date]
    for at, date in enumerate(dates):
        end = dates[at + 1].at if at + 1 < len(dates) else len(span.text)
        around = span.part(date.at, end)
        own = _VENUE.search(around.text)
        place = around.part(*own.span("venue")) if own and own["venue"] else venue or place_after(around)
        yield from _meeting(body, date, span, PLANNED, place, times=around.text if len(dates) > 1 else span.text)


def _meeting(
    body: Mention | None, date: PrintedDate | None, span: Span, section: str, venue: Span | None = None, times: str = ""
) -> Iterator[Statement]:
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
    status = "planned" if section == PLANNED else "held"
    yield claim(
        None,
        meeting,
        span=span,
        basis=basis,
        status=status,
        date=meeting.date,
        date_text=meeting.text,
        start_time=clock.start,
        end_time=clock.end,
    )
    if venue:
        yield claim(None, meeting, span=venue, venue=venue.text, confidence=0.85)
    if body:
        yield claim("MEETING_OF", meeting, body, span=span, basis=basis, confidence=0.85)


def _columns(scene: Scene, blocks: tuple[Block, ...]) -> Iterator[Statement]:
    """A table of dates, a body over each column; as rows, or dumped a cell per line with a blank line after each row."""
    rows = _rows(blocks)
    header = next((row for row in rows if len(row) > 1 and all(_is_heading(cell.text) for cell in row)), None)
    if header is None:
        return
    bodies = [_column_body(scene, cell) for cell in header]
    for body, cell in zip(bodies, header, strict=True):
        if body is not None and body is not scene.body:
            yield names_thing(body, cell, confidence=0.8)
    for row in rows[rows.index(header) + 1 :]:
        for cell, body in zip(row, bodies, strict=False):
            yield from _dated(scene, cell, body, None)


def _rows(blocks: tuple[Block, ...]) -> list[list[Span]]:
    rows: list[list[Span]] = []
    for block in blocks:
        if block.kind is Shape.ROW:
            rows.append([cell for cell in block.cells if cell])
        elif block.gap or not rows:
            rows.append([block.span])
        else:
            rows[-1].append(block.span)
    return rows


def _is_heading(text: str) -> bool:
    names_body = is_body(text) or re.search(r"\w\s+meetings?$", text, re.IGNORECASE) is not None
    return names_body and len(text.split()) <= 6 and not find_dates(text, "2000-01-01")


def _column_body(scene: Scene, cell: Span) -> Mention | None:
    name = re.sub(r"\s+(?:meetings?|dates?)$", "", cell.text, flags=re.IGNORECASE)
    if scene.body and fold(scene.body.label).endswith(fold(name)):
        return scene.body
    return thing("Body", cell.text, "planned")


def _spoken_of(scene: Scene, section: Section, sentence: Span) -> Iterator[Statement]:
    """A sentence that dates the next meeting, or names the date of the last."""
    held = _HELD.search(sentence.text)
    if held and scene.body and scene.meeting:
        a_year_ago = f"{int(scene.date[:4]) - 1}{scene.date[4:]}" if scene.date else ""
        dates = [
            d
            for d in find_dates(sentence.text, a_year_ago)
            if not d.end and 0 <= d.at - held.end() < 30 and d.start < scene.date
        ]
        if dates:
            yield from _meeting(scene.body, dates[0], sentence, MENTIONED)
        return
    coming = _COMING.search(sentence.text)
    if not coming or (_NEXT.search(section.title) and not _HELD.search(section.title)):
        return
    dates = [d for d in find_dates(sentence.text, scene.date) if not d.end and 0 <= d.at - coming.end() < 40]
    body = _whose(scene, section, (coming["of"] or "").strip())
    if dates and body:
        yield from _meeting(body, dates[0], sentence, PLANNED, times=sentence.text)


def _whose(scene: Scene, section: Section, of: str) -> Mention | None:
    """The body whose next meeting it is: the one named, else the one last spoken of that ends in the same word, else this one."""
    if not of or not is_body(of):
        return scene.body
    spoken = [span.text for span in section.spans]
    near = [b for b in scene.bodies if fold(b.label).endswith(fold(of)) and any(fold(b.label) in fold(text) for text in spoken)]
    if near:
        return near[-1]
    if scene.body and fold(scene.body.label).endswith(fold(of)):
        return scene.body
    return thing("Body", of) if len(of.split()) > 1 else scene.body
