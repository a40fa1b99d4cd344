"""Tables of bodies and who sits on them: a row each, a column for the chair, one for the members, one for the secretary.

Source: pages on how a council or commission is organised ("Panel / Chaired by / Members / Secretary"), lists of committees agreed at
an annual meeting, lists of outside bodies.
"""

import re
from collections.abc import Iterable, Iterator

from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.scene import LISTS, Scene, claim, names_thing, person, thing
from sederunt.loaders.document import Block, Shape, Span
from sederunt.loaders.layout.stafftable import STAFF
from sederunt.loaders.naming.entries import read_entry
from sederunt.loaders.naming.headings import category_of, heads_bodies
from sederunt.loaders.naming.people import looks_like_person
from sederunt.loaders.naming.runs import split_names, split_plural
from sederunt.loaders.naming.seats import is_vacant
from sederunt.loaders.naming.wording import is_body, names_organisation

STAGE = LISTS

_OFFICES = {"chair": "chair", "clerk": "secretary", "members": "member"}


def read(scene: Scene) -> Iterable[Statement]:
    """The bodies of such tables, and their chairs, members and secretaries."""
    for section in scene.sections:
        if section.category == STAFF or not heads_bodies(list(section.columns)):
            continue
        body: Mention | None = None
        for block in section.blocks:
            if block.kind is not Shape.ROW:
                break
            if block.cells[0]:
                body = _body(block.cells[0].text)
                if body is not None:
                    yield names_thing(body, block.cells[0])
            if body is not None:
                yield from _seats(body, block, section.columns)


def _body(text: str) -> Mention | None:
    name = re.sub(r"\s*\([^()]*\)", "", text)
    return thing("Body", name) if is_body(name) or not names_organisation(name) else None


def _seats(body: Mention, block: Block, columns: tuple[str, ...]) -> Iterator[Statement]:
    for cell, column in zip(block.cells[1:], columns[1:], strict=False):
        office = "vice-chair" if re.match(r"(?:vice|deputy)\b", column) else _OFFICES.get(category_of(column), "")
        if cell and office:
            for who, role in _people(cell):
                yield claim("SITS_ON", who, body, span=block.whole, role=role or office)


def _people(cell: Span) -> Iterator[tuple[Mention, str]]:
    """(who, the office that a bracket gives) for each name in a cell."""
    title, names = split_plural(cell)
    for piece in (name for line in names.sentences() for name in split_names(line)):
        entry = read_entry(piece)
        if entry is not None and not is_vacant(piece.text):
            yield person(entry.name, "members", honorific=entry.honorific), _role(entry.role)
        elif title and not looks_like_person(piece.text):
            yield person(piece.text, "members", honorific=title), ""


def _role(role: str) -> str:
    return role if role in ("chair", "vice-chair") else ""
