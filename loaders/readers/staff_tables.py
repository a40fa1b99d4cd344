"""Posts in tables whose columns are named: who holds each, in which unit it is, to which post it reports, how many seats it has.

Source: staff lists such as "Post | Name | Team | Reports to", also where the rows of a team leave its cell empty or stand under a row
with its name alone; managers are given by title, by name, by both, or by the number of their post.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sederunt.graph.names import fold
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.scene import LISTS, Scene, claim, person, thing
from sederunt.loaders.document import Block, Shape
from sederunt.loaders.layout.cards import is_title
from sederunt.loaders.layout.holders import Holder, read_holders
from sederunt.loaders.layout.sections import Section
from sederunt.loaders.layout.stafftable import STAFF, UNIT, staff_columns
from sederunt.loaders.naming.headship import leads_all, runs
from sederunt.loaders.naming.people import BRACKET, looks_like_person, surely_person
from sederunt.loaders.naming.seats import split_acting, split_counted, without_share
from sederunt.loaders.naming.wording import is_post

STAGE = LISTS

_SWAPPED = re.compile(r"(?P<family>[^\W\d][^,;()]*),\s+(?P<given>[^,;()]+?)(?P<more>\s*\([^()]*\))?")
_NONE = re.compile(r"[\s\-–—=:.]*|n/?[ad]|none|xx|not applicable", re.IGNORECASE)
"""What stands in a cell that says nothing."""
_GONE = re.compile(r"\W*(?:post\s+)?(?:eliminated|deleted|disestablished|removed)\b.*", re.IGNORECASE)
"""What stands in the place of a holder where there is no such post any more."""
_NO_POST = "0"
"""The number of the post, in returns of departments, of somebody who is paid but is in none."""
_LETTERS = re.compile(r"(?:\s+[A-Z]{2,5})+$")
"""Letters behind a name in a column of names: what sort of appointment it is."""
_PARTS = re.compile(r"\s*[()]\s*|\s+[–—/-]\s+|,\s+|:\s+")
_THINGS = ("post", "holder", "given", "family", "manager", "seats", "id", "address")


@dataclass(frozen=True, slots=True)
class _Row:
    """What a row says of a post: ``title`` without what says that it is held for the time being; ``manager`` as printed."""

    block: Block
    post: str
    title: str
    seats: int
    holders: tuple[Holder, ...]
    vacant: bool
    acting: bool
    units: tuple[str, ...]
    """The units in which it is, the narrowest first."""
    manager: str
    id: str
    address: str

    @property
    def unit(self) -> str:
        """The narrowest unit in which it is; empty where none is told."""
        return self.units[0] if self.units else ""


def read(scene: Scene) -> Iterable[Statement]:
    """The posts of such tables, with their holders, units and managers."""
    if scene.meeting is not None:
        return
    rows = [row for section in scene.sections if section.category == STAFF for row in _rows(section)]
    above = _managers(rows)
    posts = _posts(rows, above)
    for mention, places in _by_post(posts).items():
        yield from _post(mention, [rows[at] for at in places])
    for at, row in enumerate(rows):
        yield from _reporting(row, posts[at], posts.get(above.get(at, -1)))
    yield from _nested(rows)
    yield from _heads(rows, posts, above)


def _nested(rows: Sequence[_Row]) -> Iterator[Statement]:
    """Which units are parts of which, by the columns in which they stand beside each other."""
    seen: set[tuple[str, str]] = set()
    for row in rows:
        for pair in pairwise(row.units):
            if pair not in seen:
                seen.add(pair)
                part, whole = (thing("Unit", name, "staff") for name in pair)
                yield claim("PART_OF", part, whole, span=row.block.whole, basis="inferred", confidence=0.8)


def _heads(rows: Sequence[_Row], posts: Mapping[int, Mention], above: Mapping[int, int]) -> Iterator[Statement]:
    """Which posts run the units of their rows, and of which units those are parts to whose posts these report."""
    seen, headed = set[str](), set[str]()
    for at, row in enumerate(rows):
        first = row.unit not in seen
        seen.add(row.unit)
        if not row.unit or row.unit in headed or not runs(row.title, row.unit, first=first):
            continue
        headed.add(row.unit)
        part, whole = thing("Unit", row.unit, "staff"), rows[above[at]].unit if at in above else ""
        yield claim("HEADS", posts[at], part, span=row.block.whole, basis="inferred", confidence=0.8)
        if whole and len(row.units) < 2 and fold(whole) != fold(row.unit) and not leads_all(rows[above[at]].title):
            yield claim("PART_OF", part, thing("Unit", whole, "staff"), span=row.block.whole, basis="inferred", confidence=0.7)


def _rows(section: Section) -> Iterator[_Row]:
    columns = staff_columns(section.columns)
    told = [(block, _cells(block, columns)) for block in section.blocks]
    swapped = _is_swapped([cells["holder"] for _, cells in told])
    units = _places(section.blocks, columns)
    for (block, cells), within in zip(told, units, strict=True):
        if block.kind is Shape.ROW and cells["post"] and not _GONE.fullmatch(cells["holder"]):
            row = _row(block, cells, within, swapped=swapped)
            if row.id != _NO_POST and (row.id or row.holders or is_title(row.title) or is_post(row.title)):
                yield row


def _cells(block: Block, columns: Mapping[str, int]) -> dict[str, str]:
    """What a row says of each thing for which there is a column; empty where its cell is."""
    return {what: _cell(block, columns[what]) if what in columns else "" for what in _THINGS}


def _cell(block: Block, at: int) -> str:
    text = block.cells[at].text.strip(" \"“”'") if at < len(block.cells) else ""
    return "" if _NONE.fullmatch(text) else " ".join(_in_one_line(text).split())


def _in_one_line(text: str) -> str:
    """A cell in which several stand on lines of their own with a mark between them: "Ann Hale" over "Ben Moss"."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    return "; ".join(lines) if len(lines) > 1 and all(surely_person(line) for line in lines) else text


def _places(blocks: Sequence[Block], columns: Mapping[str, int]) -> list[tuple[str, ...]]:
    """The units of the rows, the narrowest first."""
    told = [_units(blocks, columns[what]) for what in columns if what.startswith(UNIT)] or [_units(blocks, None)]
    narrow = sorted(told, key=lambda column: len(set(column)))[::-1]  # of equals the last first: to the right it gets narrower
    one_each = all(_is_within(lower, upper) for lower, upper in pairwise(narrow))
    kept = zip(*(narrow if one_each else told[:1]), strict=True)
    return [tuple(dict.fromkeys(filter(None, within))) for within in kept]


def _is_within(narrow: Sequence[str], wide: Sequence[str]) -> bool:
    """Whether each unit of a column always stands beside the same one of another."""
    over: dict[str, str] = {}
    return all(not part or not whole or over.setdefault(part, whole) == whole for part, whole in zip(narrow, wide, strict=True))


def _units(blocks: Sequence[Block], at: int | None) -> list[str]:
    """The units of the rows: that of their cell, of the row above it where only the first row of each unit names it, of the row over them."""
    cells = ["" if at is None else _cell(block, at) for block in blocks]
    once = len(set(filter(None, cells))) == len([cell for cell in cells if cell]) < len(cells)
    found: list[str] = []
    last = ""
    for block, cell in zip(blocks, cells, strict=True):
        alone = block.kind is Shape.LINE
        last = block.text if alone and at is None else cell or (last if once or at is None else "")
        found.append(last)
    return found


def _row(block: Block, cells: Mapping[str, str], units: tuple[str, ...], *, swapped: bool) -> _Row:
    post, seats = split_counted(without_share(cells["post"]))
    if number := re.fullmatch(r"(\d{1,3})(?:\.\d+)?", cells["seats"]):
        seats = max(1, int(number[1]))
    name = cells["holder"] or f"{cells['given']} {cells['family']}".strip()
    name = _turned(without_share(name)) if swapped else name
    holders, vacant = read_holders(name)
    if not holders and not vacant:
        holders = read_holders(_LETTERS.sub("", name))[0]
    title, acting = split_acting(post)
    known = fold(cells["id"]), cells["address"].lower()
    return _Row(block, post, title, seats, holders, vacant, acting, units, cells["manager"], *known)


# Family names first ------------------------------------------------------------------------------------------------------------


def _is_swapped(names: Sequence[str]) -> bool:
    """Whether a column of names gives the family name first, as most of its cells do: "Hale, Ann"."""
    filled = [name for name in names if name and not read_holders(name)[1]]
    turned = [name for name in filled if _SWAPPED.fullmatch(name) and looks_like_person(re.sub(r"\s*\(.*", "", _turned(name)))]
    return 2 * len(turned) > len(filled)


def _turned(text: str) -> str:
    """Names with the given name first: "Hale, Ann (acting); Moss, Ben" as "Ann Hale (acting); Ben Moss"."""
    return "; ".join(
        f"{found['given']} {found['family']}{found['more'] or ''}"
        if (found := _SWAPPED.fullmatch(name.strip()))
        else name.strip()
        for name in _BETWEEN.split(text)
    )


_BETWEEN = re.compile(r";|\s/\s")


# Managers ----------------------------------------------------------------------------------------------------------------------


def _managers(rows: Sequence[_Row]) -> dict[int, int]:
    """The row of each row's manager, where one of the rows is meant."""
    known: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        for form in dict.fromkeys(
            [row.id, row.address, fold(row.post), fold(row.title), *(fold(one.name) for one in row.holders)]
        ):
            known.setdefault(form, []).append(at)
    known.pop("", None)
    return {at: above for at, row in enumerate(rows) if row.manager and (above := _manager(rows, known, at)) is not None}


def _manager(rows: Sequence[_Row], known: Mapping[str, Sequence[int]], at: int) -> int | None:
    """The row that is meant: by all that is printed, else by what all its parts can mean, which tells two of one title apart."""
    row = rows[at]
    forms = [
        fold(row.manager),
        fold(split_acting(row.manager)[0]),
        fold(_turned(row.manager)),
        fold(_turned(BRACKET.sub("", row.manager).strip())),
        row.manager.lower(),
    ]
    parts = [fold(part) for part in _PARTS.split(row.manager) if part]
    readings = [known.get(form, ()) for form in forms]
    meant = [set(places) for part in parts if (places := known.get(part, ()))]
    readings += [sorted(set.intersection(*meant))] if meant else []
    readings += [sorted(places) for places in meant]
    found = next((places for places in readings if set(places) - {at}), ())
    others = [one for one in found if one != at and fold(rows[one].title) != "" and not _one_post(rows[one], row)]
    same = [one for one in others if rows[one].unit == row.unit]
    return min(same or others, key=lambda one: (one > at, abs(at - one)), default=None)


def _one_post(one: _Row, other: _Row) -> bool:
    return (fold(one.title), one.unit, one.manager) == (fold(other.title), other.unit, other.manager)


# Posts -------------------------------------------------------------------------------------------------------------------------


def _posts(rows: Sequence[_Row], above: Mapping[int, int]) -> dict[int, Mention]:
    """The post of each row; posts of one title in one unit that report to different posts are different ones."""
    over: dict[tuple[str, str], set[str]] = {}
    for at, row in enumerate(rows):
        over.setdefault((fold(row.title), row.unit), set()).add(_over(rows, above, at))
    return {
        at: Mention(
            kind="Post",
            text=row.post,
            section="staff",
            name=row.title if row.title != row.post else "",
            within=row.unit if len(over[fold(row.title), row.unit]) == 1 else _over(rows, above, at) or row.unit,
        )
        for at, row in enumerate(rows)
    }


def _over(rows: Sequence[_Row], above: Mapping[int, int], at: int) -> str:
    return rows[above[at]].title if at in above else rows[at].manager


def _by_post(posts: Mapping[int, Mention]) -> dict[Mention, list[int]]:
    found: dict[Mention, list[int]] = {}
    bare: dict[tuple[str, str], Mention] = {}
    for at, mention in posts.items():
        known = bare.setdefault((fold(mention.label), mention.within), mention)
        found.setdefault(known, []).append(at)
    return found


def _post(post: Mention, rows: Sequence[_Row]) -> Iterator[Statement]:
    """What the rows of one post say: each is a seat, but for those with the number of another, which share its seat."""
    seats = list({row.id or str(at): row.seats for at, row in enumerate(rows)}.values())
    held = any(row.holders for row in rows)
    first = rows[0]
    vacant = True if any(row.vacant for row in rows) and not held else None
    yield claim(None, post, span=first.block.whole, seats=sum(seats), vacant=vacant)
    for row in rows:
        for holder in row.holders:
            who = person(holder.name, "holders", honorific=holder.honorific)
            yield claim("HOLDS", who, post, span=row.block.whole, acting=row.acting or holder.acting)
    if first.unit:
        part = thing("Unit", first.unit, "staff")
        yield claim(None, part, span=first.block.whole)
        yield claim("POST_IN", post, part, span=first.block.whole)


def _reporting(row: _Row, post: Mention, manager: Mention | None) -> Iterator[Statement]:
    """That a post reports to that of another row, or to one that only its cell names."""
    if manager is None and row.manager and is_title(row.manager) and not looks_like_person(row.manager):
        above = split_acting(split_counted(row.manager)[0])[0]
        manager = thing("Post", above, "staff") if fold(above) != fold(post.label) else None
    if manager is not None and manager != post:
        yield claim("REPORTS_TO", post, manager, span=row.block.whole)
