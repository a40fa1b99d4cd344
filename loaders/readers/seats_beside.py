"""On which committees those in a table sit, as a column of it lists them.

Source: registers of governors and trustees ("Committees: Resources (Chair), Standards"), lists of councillors with their committees.
"""

import re
from collections.abc import Iterable, Iterator

from sederunt.graph.names import fold
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.committees import bodies_named, body_called
from sederunt.loaders.context.scene import LISTS, Scene, claim, names_thing, person
from sederunt.loaders.document import Block, Shape
from sederunt.loaders.layout.matrices import columns_beside, is_stem, person_in
from sederunt.loaders.naming.people import BRACKET
from sederunt.loaders.sentences.relations import office_of

STAGE = LISTS

_HEAD = re.compile(
    r"(?:sub-?)?committees?(?: (?:memberships?|served on|roles?|positions?|and panels|attended))?|member(?:ship)? of(?: which)? (?:the )?committees?"
    r"|committees? (?:of which|on which).*|(?:board )?committee membership|seats on committees"
)
_APART = re.compile(r"\s*(?:[;\n•]|,(?![^()]*\)))\s*")
_OFFICE = re.compile(
    r"^(?P<role>[A-Za-z][A-Za-z -]{2,14}?)\s+(?:of|to|,)\s+(?:the\s+)?|\s*(?:\s[–-]\s|:)\s*(?P<behind>[A-Za-z][A-Za-z -]{2,14})$"
)
_LONGEST = 40


def read(scene: Scene) -> Iterable[Statement]:
    """The seats that such columns tell."""
    if scene.meeting is not None or scene.document.slides:
        return
    columns: tuple[int, int] | None = None
    known: dict[str, Mention] = {}
    for block in scene.document.blocks:
        if block.kind is not Shape.ROW:
            columns = columns if len(block.text) < _LONGEST else None
        elif head := columns_beside(block.cells, _HEAD.fullmatch):
            people, (listed, *_) = head
            columns, known = (people, listed), known or bodies_named(scene)
        elif columns and len(block.cells) > max(columns):
            yield from _row(block, columns, known, scene.body)


def _row(block: Block, columns: tuple[int, int], known: dict[str, Mention], own: Mention | None) -> Iterator[Statement]:
    entry = person_in(block.cells[columns[0]])
    if entry is None:
        return
    who = person(entry.name, "members", honorific=entry.honorific, initials=entry.initials)
    for piece in _APART.split(block.cells[columns[1]].text):
        name, role = _seat(piece)
        if is_stem(name) and fold(name) not in ("none", "all", "n a", "nil", "vacant", "ex officio"):
            body = body_called(name, known, own, committees=True)
            yield names_thing(body, block.whole, confidence=0.85)
            yield claim("SITS_ON", who, body, span=block.whole, role=role, confidence=0.85)


def _seat(piece: str) -> tuple[str, str]:
    """(the committee, what somebody is on it) of "Resources (Chair)", "Chair of Resources", "Resources - Chair"."""
    offices = [office for found in BRACKET.finditer(piece) if (office := office_of(found[1].lower()))]
    bare = BRACKET.sub("", piece).strip(" .")
    said = _OFFICE.search(bare)
    office = office_of((said["role"] or said["behind"]).lower()) if said else ""
    if said and office:
        return (bare[: said.start()] + bare[said.end() :]).strip(), office
    return bare, next(iter(offices), "member")
