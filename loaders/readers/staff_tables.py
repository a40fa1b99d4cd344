"""Posts in tables whose columns are named: who holds each, in which unit it is, to which post it reports, how many seats it has.

Source: staff lists such as "Post | Name | Team | Reports to", also where the rows of a team leave its cell empty.
"""

from collections.abc import Iterable, Iterator, Sequence

from sederunt.graph.names import fold
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.scene import LISTS, Scene, claim, person, thing
from sederunt.loaders.document import Block
from sederunt.loaders.layout.cards import is_title, read_holders
from sederunt.loaders.layout.outline import Section
from sederunt.loaders.layout.stafftable import STAFF, staff_columns
from sederunt.loaders.naming.headship import leads_all, runs
from sederunt.loaders.naming.people import looks_like_person
from sederunt.loaders.naming.seats import split_acting, split_counted

STAGE = LISTS


def read(scene: Scene) -> Iterable[Statement]:
    """The posts of such tables, with their holders, units and managers."""
    if scene.meeting is not None:
        return
    for section in scene.sections:
        if section.category == STAFF:
            yield from _table(section, staff_columns(section.columns))


def _table(section: Section, columns: dict[str, int]) -> Iterator[Statement]:
    rows = [(block, cells) for block in section.blocks if (cells := _cells(block, columns))["post"]]
    titles = {fold(form): cells["post"] for _, cells in rows for form in (cells["holder"], split_counted(cells["post"])[0])}
    units = _filled([cells["unit"] for _, cells in rows])
    for (block, cells), unit in zip(rows, units, strict=True):
        yield from _row(block, cells, unit, titles.get(fold(cells["manager"]), "") if cells["manager"] else "")
    yield from _heads([(block, cells, unit) for (block, cells), unit in zip(rows, units, strict=True) if unit], titles)


def _heads(rows: Sequence[tuple[Block, dict[str, str], str]], titles: dict[str, str]) -> Iterator[Statement]:
    """Which posts run the units of their rows, and of which units those are parts to whose posts these report."""
    places = {fold(split_counted(cells["post"])[0]): unit for _, cells, unit in rows}
    seen: set[str] = set()
    headed: set[str] = set()
    for block, cells, unit in rows:
        title = split_acting(split_counted(cells["post"])[0])[0]
        first = unit not in seen
        seen.add(unit)
        if unit in headed or not runs(title, unit, first=first):
            continue
        headed.add(unit)
        part = thing("Unit", unit, "staff")
        post = Mention(
            kind="Post",
            text=split_counted(cells["post"])[0],
            section="staff",
            name=title if title != cells["post"] else "",
            within=unit,
        )
        yield claim("HEADS", post, part, span=block.whole, basis="inferred", confidence=0.8)
        whole = places.get(fold(titles.get(fold(cells["manager"]), "") or cells["manager"]), "")
        if whole and fold(whole) != fold(unit) and not leads_all(cells["manager"]):
            yield claim("PART_OF", part, thing("Unit", whole, "staff"), span=block.whole, basis="inferred", confidence=0.7)


def _cells(block: Block, columns: dict[str, int]) -> dict[str, str]:
    """What a row says of each thing for which there is a column; empty where its cell is."""
    told = {what: block.cells[at].text.strip() if at < len(block.cells) else "" for what, at in columns.items()}
    return {what: "" if set(text := told.get(what, "")) <= set("-–— =:") else text for what in _THINGS}


_THINGS = ("post", "holder", "unit", "manager", "seats")


def _filled(units: Sequence[str]) -> list[str]:
    """The units of the rows; where only the first row of each unit names it, those below are of it too."""
    named = [unit for unit in units if unit]
    once = len(set(named)) == len(named) and len(named) < len(units) and bool(units and units[0])
    found: list[str] = []
    for unit in units:
        found.append(unit or (found[-1] if once and found else ""))
    return found


def _row(block: Block, row: dict[str, str], unit: str, manager: str) -> Iterator[Statement]:
    title, seats = split_counted(row["post"])
    if row["seats"].isdecimal():
        seats = int(row["seats"])
    holders, vacant = read_holders(row["holder"])
    bare, acting = split_acting(title)
    post = Mention(kind="Post", text=title, section="staff", name=bare if bare != title else "", within=unit)
    if not is_title(title) and not holders:
        return
    yield claim(None, post, span=block.whole, seats=seats, vacant=True if vacant and not holders else None)
    for holder in holders:
        who = person(holder.name, "holders", honorific=holder.honorific)
        yield claim("HOLDS", who, post, span=block.whole, acting=acting or holder.acting)
    if unit:
        part = thing("Unit", unit, "staff")
        yield claim(None, part, span=block.whole)
        yield claim("POST_IN", post, part, span=block.whole)
    if above := manager or (row["manager"] if is_title(row["manager"]) else ""):
        known = thing("Post", split_counted(above)[0], "staff")
        if fold(known.label) != fold(post.label) and not looks_like_person(above):
            yield claim("REPORTS_TO", post, known, span=block.whole)
