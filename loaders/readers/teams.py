"""Tables with a row for each unit: who runs it, under the title that heads a column, and who else is in it.

Source: contact lists and structure pages with the columns "Team | Manager | Members", "Service | Head of Service | Deputy | Telephone".
"""

from collections.abc import Iterable, Iterator, Mapping

from sederunt.graph.lexicon import pairs
from sederunt.graph.names import fold
from sederunt.graph.statement import Statement
from sederunt.loaders.context.scene import LISTS, Scene, claim, names_thing, person, thing
from sederunt.loaders.document import Block, Shape
from sederunt.loaders.layout.cards import is_title
from sederunt.loaders.layout.holders import read_holders
from sederunt.loaders.layout.stafftable import staff_columns
from sederunt.loaders.naming.headship import leads_some
from sederunt.loaders.naming.people import looks_like_person

STAGE = LISTS

_STAFF = frozenset(["members", "staff", "team members", "members of staff", "officers", "team", "people", "colleagues"])
"""Heads of columns of those who are in a unit."""


def read(scene: Scene) -> Iterable[Statement]:
    """The units of such tables, their managers, and those who belong to them."""
    columns: Mapping[int, str] = {}
    for block in scene.document.blocks if scene.meeting is None and not scene.document.slides else ():
        if block.kind is not Shape.ROW:
            columns = {}
        elif heads := _columns(block):
            columns = heads
        elif columns and block.cells[0] and not looks_like_person(block.cells[0].text):
            yield from _unit(block, columns)


def _columns(block: Block) -> dict[int, str]:
    """The places of a row that heads such a table, with the title or the empty word for staff that each has; else nothing."""
    cells = [cell.text.strip(" :") for cell in block.cells]
    sort = fold(cells[0]).removesuffix(" name").removesuffix("s").split()[-1:]
    if not sort or sort[0] not in pairs("loaders", "unit_ranks") or staff_columns([fold(cell) for cell in cells]):
        return {}
    found = {at: "" for at, cell in enumerate(cells) if at and fold(cell) in _STAFF}
    found |= {at: cell for at, cell in enumerate(cells) if at and at not in found and is_title(cell)}
    return found if any(title and leads_some(title) for title in found.values()) else {}


def _unit(block: Block, columns: Mapping[int, str]) -> Iterator[Statement]:
    unit = thing("Unit", block.cells[0].text, "staff")
    yield names_thing(unit, block.whole)
    for at, title in columns.items():
        holders, vacant = read_holders(block.cells[at].text) if at < len(block.cells) and block.cells[at] else ((), False)
        people = [person(one.name, "holders", honorific=one.honorific) for one in holders]
        if not title:
            yield from (claim("AFFILIATED_TO", who, unit, span=block.whole, confidence=0.8) for who in people)
        elif people or vacant:
            post = thing("Post", title, "staff", within=unit.text)
            yield claim(None, post, span=block.whole, vacant=True if vacant and not people else None)
            yield claim("POST_IN", post, unit, span=block.whole)
            yield from (
                claim("HOLDS", who, post, span=block.whole, acting=one.acting) for one, who in zip(holders, people, strict=True)
            )
            if leads_some(title):
                yield claim("HEADS", post, unit, span=block.whole, basis="inferred", confidence=0.8)
