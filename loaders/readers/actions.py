"""What somebody was asked to do, and by whom it is to be done.

Source: tables with a column of owners; names in the margin or alone in the cell below a paragraph; labels ("ACTION – …", "Action: Ann");
lists headed "Actions"; sentences ("Ann to write to …", "AH & BM will follow up"). Recaps of old actions ("Action 2 – …" under matters
arising) are no new ones.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sederunt.graph.dates import find_dates
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.actors import Actors
from sederunt.loaders.context.ballots import opens_list
from sederunt.loaders.context.scene import PROSE, Scene, claim
from sederunt.loaders.document import Shape, Span
from sederunt.loaders.duties.duty import Duty, signed
from sederunt.loaders.duties.sections import below_list, head_above, head_below, section_duties, told_once
from sederunt.loaders.layout.sections import Section
from sederunt.loaders.layout.stafftable import STAFF
from sederunt.loaders.naming.headings import ATTENDANCE, LABELS
from sederunt.loaders.naming.people import looks_like_person
from sederunt.loaders.naming.runs import split_names

STAGE = PROSE

_BY = re.compile(
    r"\b(?:by|before|no later than)\s+(?=(?:the\s+)?(?:end|\d|mon|tue|wed|thu|fri|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))",
    re.IGNORECASE,
)


def read(scene: Scene) -> Iterable[Statement]:
    """The actions of this meeting with their owners."""
    if scene.document.slides:
        return
    actors = Actors(scene)
    for duty in told_once(actors, [duty for duty in _told(actors) if _is_duty(duty)]):
        yield from _claims(actors, duty)


def _of_here(duty: Duty) -> bool:
    """Whether what should be done is of this meeting itself: its minutes are to be taken, or those present are listed under a number."""
    pieces = split_names(Span(duty.text.rstrip(" ."), ((0, 1),)))
    listed = len(pieces) > 1 and all(looks_like_person(piece.text) for piece in pieces)
    return listed or _MINUTES.search(duty.text) is not None


_MINUTES = re.compile(
    r"\b(?:agreed|offered|volunteered|asked) to (?:take|record|write) (?:the )?(?:minutes|notes)(?: of the meeting)?\.?$"
)


def _is_duty(duty: Duty) -> bool:
    return not (signed(duty.text) or opens_list(duty.text) or _of_here(duty))


def _told(actors: Actors) -> Iterator[Duty]:
    kinds: tuple[str, ...] = ()
    ended: tuple[str, ...] = ()
    for section in actors.scene.sections:
        ended = section.columns if section.blocks and not any(block.kind is Shape.ROW for block in section.blocks) else ended
        above = () if section.columns and section.columns == ended else head_above(section, kinds)
        kinds = head_below(section, above)
        seats = section.category == "members" and actors.scene.meeting is None
        listed = section.category == STAFF or (section.category in ATTENDANCE and (seats or not section.number))
        told = below_list(section) if listed and actors.scene.meeting else section
        if told and (told is not section or not listed) and (section.category not in LABELS or section.blocks):
            yield from (replace(duty, item=_item(told)) for duty in section_duties(actors, told, above))


def _item(section: Section) -> str:
    return " ".join(filter(None, (section.number, section.title))).strip()[:120]


def _claims(actors: Actors, duty: Duty) -> Iterator[Statement]:
    scene = actors.scene
    action = Mention(kind="Action", text=duty.text, section="actions")
    yield claim(
        None,
        action,
        span=duty.span,
        text=duty.text,
        owner_text=", ".join(duty.owners),
        due=_date(scene, duty.due) or _due(scene, duty.text),
        item=duty.item,
        status="closed" if re.match(r"clos|complet|done|discharg", duty.status, re.IGNORECASE) else "open",
    )
    if scene.meeting:
        yield claim("ARISING_FROM", action, scene.meeting, span=duty.span)
    for owner in duty.owners:
        yield claim(
            "ASSIGNED_TO",
            action,
            actors.owner(owner),
            span=duty.owner_span or duty.span,
            confidence=0.9,
        )


def _date(scene: Scene, text: str) -> str:
    dates = find_dates(text, near=scene.date)
    return (dates[0].end or dates[0].start) if dates else ""


def _due(scene: Scene, text: str) -> str:
    found = _BY.search(text)
    dates = find_dates(text[found.end() :], near=scene.date) if found else []
    return (dates[0].end or dates[0].start) if dates and dates[0].at < 12 else ""
