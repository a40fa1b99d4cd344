"""Staff lists and structure notes: a post, a dash and its holder on each line, indented under those they report to.

Source: structure notes with a heading for each unit, lines such as "Head of Service – Ann Hale", "Adviser x 4 – Ben Moss, one post
vacant", "Manager – vacant", "Officer – Cat Dunn (acting)", and "reports to: Director of …" under a post.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sederunt.graph.names import fold
from sederunt.graph.statement import Basis, Mention, Statement
from sederunt.loaders.document import Block, Shape, Span, joined
from sederunt.loaders.people import looks_like_person
from sederunt.loaders.scene import LISTS, Scene, claim, person, thing
from sederunt.loaders.seats import is_vacant, split_acting, split_seats
from sederunt.loaders.wording import is_body, is_post

STAGE = LISTS

_LINE = re.compile(r"^(?P<post>[^:–—]{3,90}?)\s*(?:\s[–—-]\s|:\s)\s*(?P<holders>.+)$")
_MARK = re.compile(r"^[•·▪●○◦*–—-]\s+")
_REPORTS = re.compile(r"^\(?(?:reports?|reporting|responsible|accountable)\s+to\s*:?\s*(?P<manager>[^()]+)\)?$", re.IGNORECASE)
_COUNTED = re.compile(r"\s*\((?P<seats>\d{1,2})(?:\s*(?:posts?|x|seats?))?\)$", re.IGNORECASE)
_FOR_NOW = re.compile(r"\((?:acting|interim|currently|covered by|at present)\s*:?\s+(?P<who>[^()]+)\)", re.IGNORECASE)
_ACTING = re.compile(r"\s*\((?:acting|interim)[^()]*\)", re.IGNORECASE)
_HEADS = re.compile(
    r"^(?:(?:acting|interim|executive|corporate|assistant|deputy|strategic)\s+)*(?:directors?|heads?|managers?|principal|chief|lead)\b",
    re.IGNORECASE,
)
_HEADS_LAST = re.compile(r"\b(?:director|head|headteacher|manager|principal|lead|leader|chief)$", re.IGNORECASE)
_DEPUTY = re.compile(r"^(?:deputy|assistant|pa\b|personal assistant)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Seat:
    """A line of a staff list."""

    span: Span
    post: Mention
    holders: tuple[str, ...]
    level: int
    seats: int = 1
    vacant: bool = False
    acting: bool = False
    manager: str = ""
    manager_span: Span | None = None


def read(scene: Scene) -> Iterable[Statement]:
    """Posts, holders, vacancies, units and lines of reporting of a staff list."""
    if scene.meeting is not None or scene.document.slides:
        return
    if sum(_seat(block, "") is not None for block in scene.document.blocks) < 4:
        return
    units = list(_units(scene.document.blocks))
    by_title = {fold(seat.post.label): seat.post for _, seats in units for seat in seats}
    for heading, seats in units:
        yield from _unit(heading, seats, by_title)
    yield from _nested([heading for heading, _ in units if heading is not None])


def _units(blocks: tuple[Block, ...]) -> Iterator[tuple[Span | None, list[Seat]]]:
    """(heading, the seats under it) for each unit."""
    heading: Span | None = None
    seats: list[Seat] = []
    last: Seat | None = None
    for block in blocks:
        last = seats[-1] if seats and seats[-1].span.line_at(len(seats[-1].span.text)) == block.number - 1 else None
        seat = _seat(block, _unit_name(heading.text) if heading else "")
        reports = _REPORTS.match(_MARK.sub("", block.text))
        if seat is not None:
            seats.append(seat)
        elif reports and seats and seats[-1] is last:
            seats[-1] = replace(
                seats[-1], manager=reports["manager"].strip(" ."), manager_span=joined([seats[-1].span, block.span])
            )
        elif _is_heading(block):
            if seats:
                yield heading, seats
            heading, seats = block.span, []
    if seats:
        yield heading, seats


def _nested(headings: list[Span]) -> Iterator[Statement]:
    """That the units of a list are parts of the one in whose name it is printed: its first heading, the only one in capitals."""
    if not headings or not headings[0].text.isupper() or any(heading.text.isupper() for heading in headings[1:]):
        return
    whole = thing("Unit", _unit_name(headings[0].text), "staff")
    for heading in headings[1:]:
        unit = thing("Unit", _unit_name(heading.text), "staff")
        yield claim("PART_OF", unit, whole, span=heading, basis="inferred", confidence=0.7)


def _is_heading(block: Block) -> bool:
    text = block.text
    return (
        block.kind is Shape.LINE
        and len(text.split()) <= 9
        and text[-1] not in ".:;"
        and text[0].isupper()
        and _indent(block) == 0
        and not re.search(r"\d|\b(?:list|notes?|contacts?)\b", text, re.IGNORECASE)
    )


def _unit_name(heading: str) -> str:
    return re.sub(r"\s*\([^)]*\)$|\s*:\s.*$", "", heading)


def _indent(block: Block) -> int:
    raw = block.lines[-1].raw.expandtabs(4)
    return len(raw) - len(raw.lstrip())


def _seat(block: Block, unit: str) -> Seat | None:
    if block.kind is Shape.ROW:
        return None
    found = _LINE.match(_MARK.sub("", block.text))
    if not found or not is_post(found["post"]) or is_body(found["post"]):
        return None
    holders, vacant = _holders(found["holders"])
    if not holders and not vacant:
        return None
    counted = _COUNTED.search(found["post"])
    title, seats = split_seats(_COUNTED.sub("", found["post"]))
    title, acting = split_acting(title)
    seats = int(counted["seats"]) if counted else seats
    post = Mention(kind="Post", text=found["post"], section="staff", name=title if title != found["post"] else "", within=unit)
    acting = acting or bool(_ACTING.search(found["holders"]))
    level = _indent(block) + 2 * bool(_MARK.match(block.text))
    return Seat(block.span, post, tuple(holders), level, seats, vacant, acting)


def _holders(text: str) -> tuple[list[str], bool]:
    """(names, whether the line says that a seat is vacant)."""
    pieces = [re.sub(r"\s*\([^()]*\)", "", piece).strip(" .;") for piece in re.split(r",\s*|;\s*|\s+and\s+(?=[A-Z])", text)]
    vacant = any(
        is_vacant(piece) or re.search(r"\bvacan(?:t|cy|cies)\b|\bto be (?:confirmed|appointed)\b", piece, re.IGNORECASE)
        for piece in pieces
    )
    pieces += [found["who"].strip() for found in _FOR_NOW.finditer(text)]
    return [piece for piece in pieces if looks_like_person(piece)], vacant


def _unit(heading: Span | None, seats: list[Seat], by_title: dict[str, Mention]) -> Iterator[Statement]:
    unit = thing("Unit", _unit_name(heading.text), "staff") if heading else None
    if unit and heading:
        yield claim(None, unit, span=heading, confidence=0.85)
    head = _head(unit, seats) if unit else None
    for at, seat in enumerate(seats):
        outranks = head is not None and fold(head.manager) == fold(
            seat.post.label
        )  # whom the unit's head reports to is not in it
        yield from _claims(seat, None if outranks else unit)
        yield from _reporting(seats, at, by_title)
    if unit and head is not None:
        yield claim("HEADS", head.post, unit, span=head.span, basis="inferred", confidence=0.8)
        manager = by_title.get(fold(head.manager))
        if manager is not None and manager.within and manager.within != head.post.within:
            above = thing("Unit", manager.within, "staff")
            yield claim("PART_OF", unit, above, span=head.manager_span or head.span, basis="inferred", confidence=0.75)


def _claims(seat: Seat, unit: Mention | None) -> Iterator[Statement]:
    # "vacant" holds for the post as a whole only where nobody is in it
    yield claim(None, seat.post, span=seat.span, seats=seat.seats, vacant=True if seat.vacant and not seat.holders else None)
    if unit:
        yield claim("POST_IN", seat.post, unit, span=seat.span, confidence=0.85)
    for name in seat.holders:
        yield claim("HOLDS", person(name, "holders"), seat.post, span=seat.span, acting=seat.acting)


def _reporting(seats: list[Seat], at: int, by_title: dict[str, Mention]) -> Iterator[Statement]:
    """Whom a post reports to: the one printed, else the nearest post above that is indented less."""
    seat = seats[at]
    manager, basis = by_title.get(fold(seat.manager)), "stated"
    if not seat.manager:
        above = next((other for other in reversed(seats[:at]) if other.level < seat.level), None)
        if (
            above is None
            and at
            and seats[0].level == seat.level
            and _HEADS.match(seats[0].post.label)
            and not _DEPUTY.match(seats[0].post.label)
        ):
            above = seats[0]
        manager, basis = (above.post if above else None), "inferred"
    if manager is not None and manager != seat.post:
        proof = seat.manager_span or seat.span
        settled: Basis = "stated" if basis == "stated" else "inferred"
        yield claim("REPORTS_TO", seat.post, manager, span=proof, basis=settled, confidence=0.95 if basis == "stated" else 0.75)


def _head(unit: Mention, seats: list[Seat]) -> Seat | None:
    """The seat that runs the unit: the first whose title is a head's and holds the unit's name, or that stands above all others."""
    wanted = set(fold(unit.label).split())
    for seat in seats:
        title = fold(seat.post.label)
        if (
            (_HEADS.match(seat.post.label) or (_HEADS_LAST.search(seat.post.label) and title.startswith(fold(unit.label))))
            and not _DEPUTY.match(seat.post.label)
            and len(wanted & set(title.split())) >= len(wanted) / 2
        ):
            return seat
    return None
