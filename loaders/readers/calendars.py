"""Calendars of meetings: whose they are and when, a line or a row each, or a list of days under each name.

Source: "Calendar of meetings 2019/20" of councils and trusts; tables of Committee, Date, Time and Venue.
"""

import re
from collections.abc import Iterable, Iterator

from sederunt.graph.dates import find_dates
from sederunt.graph.lexicon import words
from sederunt.graph.names import fold
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.scene import PLANNED, PROSE, Scene, thing
from sederunt.loaders.context.sittings import is_calendar, sitting
from sederunt.loaders.document import Block, Shape
from sederunt.loaders.naming.headings import category_of
from sederunt.loaders.naming.wording import is_body, names_organisation

STAGE = PROSE

_YEAR = re.compile(r"\b(?P<year>(?:19|20)\d\d)(?P<next>\s?[/–-]\s?(?:20)?\d\d)?\b")


def read(scene: Scene) -> Iterable[Statement]:
    """The meetings of a paper that is a calendar of them, and of tables with a column for whose they are and one for when."""
    if scene.meeting is not None or scene.document.slides:
        return
    blocks = scene.document.blocks
    title = next((block.text for block in blocks[:4] if is_calendar(block.text)), "")
    if title:
        yield from _lines(scene, blocks, _near(title))
    else:
        yield from _tables(scene, blocks)


def _near(title: str) -> str:
    """The day from which days without a year are counted: a year that goes on into the next begins in spring."""
    year = _YEAR.search(title)
    return f"{year['year']}-{'04' if year['next'] else '01'}-01" if year else ""


def _lines(scene: Scene, blocks: Iterable[Block], near: str) -> Iterator[Statement]:
    heading = scene.body
    for block in blocks:
        dates = [date for date in find_dates(block.text, near) if not date.end]
        if not dates or is_calendar(block.text):
            heading = _named(scene, block.text) or heading
            continue
        cells = [cell for cell in block.cells if cell]
        own = _named(scene, block.text[: dates[0].at]) or next((b for cell in cells if (b := _named(scene, cell.text))), None)
        for date in dates:
            yield from sitting(own or heading, date, block.span, PLANNED, times=block.text)


def _tables(scene: Scene, blocks: Iterable[Block]) -> Iterator[Statement]:
    """Tables whose head has a column for bodies and one for days."""
    head: list[str] = []
    for block in blocks:
        cells = [fold(cell.text) for cell in block.cells]
        if block.kind is not Shape.ROW:
            head = []
        elif any(category_of(cell) == "date" for cell in cells) and any(map(_heads_bodies, cells)):
            head = cells
        elif 1 < len(cells) <= len(head):
            yield from _row(scene, head, block)


def _heads_bodies(cell: str) -> bool:
    return cell in ("committee", "meeting", "body", "board", "group", "panel", "committee name", "name of committee")


def _row(scene: Scene, head: list[str], block: Block) -> Iterator[Statement]:
    named = next(
        (_named(scene, cell.text) for title, cell in zip(head, block.cells, strict=False) if _heads_bodies(title)), None
    )
    venue = next((cell for title, cell in zip(head, block.cells, strict=False) if category_of(title) == "venue" and cell), None)
    if named is None:
        return
    for date in find_dates(block.text):
        if not date.end:
            yield from sitting(named, date, block.span, PLANNED, venue=venue, times=block.text)


def _named(scene: Scene, text: str) -> Mention | None:
    """The body that a line, a cell or what stands before a date names."""
    name = text.strip(" :–—-|\t,.*•")
    name = re.sub(r"\s+(?:meetings?|dates?)$", "", name, flags=re.IGNORECASE)
    if not name or len(name.split()) > 9:
        return None
    if scene.body and fold(scene.body.label).endswith(fold(name)):
        return scene.body
    known = is_body(name) or names_organisation(name) or fold(name) in words("loaders", "plain_bodies")
    lines = (block.text.strip() for block in scene.document.blocks[:3])
    whole = next((line for line in lines if fold(line).endswith(f" {fold(name)}") and len(line.split()) < 7), name)
    return thing("Body", whole, "planned") if known and name[0].isupper() else None
