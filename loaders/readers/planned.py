"""Meetings to come.

Source: "Date of next meeting: …" with a date behind, below, or in a list; tables of future dates with a body over each column,
dumped a cell per line.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sederunt.graph.dates import find_dates, find_times
from sederunt.graph.names import fold
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.scene import PLANNED, PROSE, Scene, names_thing, thing
from sederunt.loaders.context.sittings import VENUE, body_before, is_plan, place_in, sitting
from sederunt.loaders.document import Block, Shape, Span
from sederunt.loaders.duties.stacked import stacked_head
from sederunt.loaders.layout.sections import Section
from sederunt.loaders.naming.wording import is_body

STAGE = PROSE


def read(scene: Scene) -> Iterable[Statement]:
    """Meetings to come, of this body and of others, under a heading that says so or in a list that a line announces."""
    for section in scene.sections:
        if is_plan(section.title):
            yield from _announced(scene, section)
        else:
            yield from _below_a_line(scene, section)


def _below_a_line(scene: Scene, section: Section) -> Iterator[Statement]:
    """The dates in the lines below one that says no more than "Next meeting", under whatever heading it stands."""
    listing = False
    for span in section.spans:
        dates = find_dates(span.text, scene.date)
        listing = (listing and bool(dates)) or (len(span.text) < _SHORT and not dates and is_plan(span.text))
        if listing and dates:
            yield from _dated(scene, span, scene.body, None)


_SHORT = 50
"""A line of more characters is no heading."""


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
        found = list(sitting(scene.body, None, section.heading, PLANNED, venue=_venue_below(section)))
    yield from found


def _spans(section: Section) -> list[Span]:
    inside = {cell.places for block in section.blocks for cell in block.cells}
    heading = [section.heading] if section.heading and section.heading.places not in inside else []
    ends = next((at for at in range(len(section.blocks)) if stacked_head(section.blocks[at:])), len(section.blocks))
    told = replace(section, blocks=section.blocks[:ends])  # below it stand tasks, whose days are no meetings
    return [*heading, *(piece for span in told.spans for piece in span.sentences())]


def _venue_below(section: Section) -> Span | None:
    for span in _spans(section):
        found = VENUE.search(span.text)
        if found and found["label"]:
            return span.part(*found.span("label"))
    return None


def _dated(scene: Scene, span: Span, body: Mention | None, venue: Span | None) -> Iterator[Statement]:
    dates = [date for date in find_dates(span.text, scene.date) if not date.end and date.start > scene.date]
    if _ENDED.search(span.text) or ((event := _EVENT.match(span.text)) and not _NEXT_MEETS.search(event[0])):
        return
    told = scene.body
    for at, date in enumerate(dates):
        end = dates[at + 1].at if at + 1 < len(dates) else len(span.text)
        start = dates[at - 1].at + len(dates[at - 1].text) if at else 0
        around = span.part(date.at, end)
        if at == 0 or any(map(str.isalpha, span.text[start : date.at])):
            told = body_before(scene, span.text[start : date.at])  # what stands before the first of several dates holds for all
        named = told if body is scene.body else body
        times = around.text if find_times(around.text).start else span.text
        yield from sitting(named, date, span, PLANNED, venue=place_in(around) or venue, times=times)


_ENDED = re.compile(r"\b(?:closed|ended|concluded|finished|adjourned)\b")
_EVENT = re.compile(r"(?:The|A|An|Our)\s[^.;]{3,60}?\s(?:is|are|was|will|takes?)\s")
_NEXT_MEETS = re.compile(r"\b(?:meetings?|agm|egm|calls?|sessions?|next|dates?)\b", re.IGNORECASE)
"""A sentence about something else under such a heading: "The fair is on 22 June"."""


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
