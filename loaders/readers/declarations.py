"""What members are elsewhere, as registers of their interests list it: below the name of each, or in the columns of a table.

Source: councils' registers of members' interests ("Trustee, Alder Charity" under "Membership of outside bodies"), schools' and trusts'
tables of business interests ("Director, Dunn Design Ltd; Governor at Alder School").
"""

import re
from collections.abc import Iterable, Iterator

from sederunt.graph.names import split_honorific
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.elsewhere import OFFICE, held_elsewhere, is_elsewhere
from sederunt.loaders.context.scene import LISTS, Scene, claim, person, title_claims
from sederunt.loaders.document import Block, Shape, Span
from sederunt.loaders.layout.interests import is_register
from sederunt.loaders.layout.listings import bare_line
from sederunt.loaders.layout.matrices import columns_beside, person_in
from sederunt.loaders.naming.people import BRACKET, surely_person
from sederunt.loaders.naming.titles import read_title
from sederunt.loaders.naming.wording import ends_in_post_word

STAGE = LISTS

_COLUMN = re.compile(
    r"\b(?:interests?|directorships?|employment|employer|trusteeships?|appointments?|establishments?|institutions?|outside bodies|organisations?|memberships?|governance roles)\b"
)
_NAMED = re.compile(
    r"^(?:(?:full\s+)?name(?:\s+of\s+(?:the\s+)?(?:member|councillor|governor|trustee|director))?|member|councillor)\s*:\s*",
    re.IGNORECASE,
)
_APART = re.compile(r"\s*(?:[;\n•]|\.\s+(?=[A-Z]))\s*")
_ROLE_FIRST = re.compile(
    r"^(?:an?\s+|the\s+)?(?P<role>[A-Za-z][\w’'& -]{2,50}?)(?:\s+(?:of|at|for|in|with|on)\s+(?:the\s+)?|,\s+(?:the\s+)?|\s+[–-]\s+|:\s+)(?P<where>[A-Z][^;]*)$"
)
_ROLE_LAST = re.compile(
    r"^(?P<where>[A-Z][^;:]*?)\s*(?:\s[–-]\s|,\s|\(|:\s)(?:an?\s+|the\s+)?(?P<role>[A-Za-z][\w’'& -]{2,50}?)\)?$"
)
_PAST = re.compile(r"\b(?:former|previous|until|retired|ended|resigned)\b", re.IGNORECASE)
_LONGEST = 160


def read(scene: Scene) -> Iterable[Statement]:
    """The offices and posts elsewhere of those whose interests a register tells."""
    if scene.meeting is not None or scene.document.slides or not is_register(scene.document):
        return
    who: Mention | None = None
    columns: tuple[int, tuple[int, ...]] | None = None
    for block in scene.document.blocks:
        if block.kind is Shape.ROW and (found := columns_beside(block.cells, _COLUMN.search)):
            columns = found
        elif block.kind is Shape.ROW and columns and len(block.cells) > columns[0]:
            yield from _row(block, columns)
        elif named := _person(block.span):
            who = named
            yield claim(None, who, span=block.span)
        elif who is not None and len(block.text) < _LONGEST:
            yield from _told(who, block.cells[-1] if block.kind is Shape.ROW else bare_line(block), block.span)


def _row(block: Block, columns: tuple[int, tuple[int, ...]]) -> Iterator[Statement]:
    entry = person_in(block.cells[columns[0]])
    if entry is None:
        return
    who = person(entry.name, "members", honorific=entry.honorific)
    for at in columns[1]:
        if at < len(block.cells):
            yield from _told(who, block.cells[at], block.whole)


def _person(span: Span) -> Mention | None:
    """Whom a line that is a heading over interests names."""
    label = _NAMED.match(span.text)
    rest = span.part(label.end() if label else 0, len(span.text))
    entry = person_in(rest) if len(rest.text.split()) < 8 else None
    titled = bool(label or split_honorific(rest.text)[0])
    if entry is None or entry.titles or not (titled or surely_person(BRACKET.sub("", rest.text).strip())):
        return None
    return person(entry.name, "members", honorific=entry.honorific, initials=entry.initials)


def _told(who: Mention, cell: Span, quote: Span) -> Iterator[Statement]:
    """What a cell or a line lists of somebody."""
    for piece in _APART.split(cell.text):
        for pattern in (_ROLE_FIRST, _ROLE_LAST):
            found = pattern.match(piece.strip(" .")) if not _PAST.search(piece) else None
            said = list(_held(who, found["role"], BRACKET.sub("", found["where"]).strip(" .,"), quote)) if found else []
            if said:
                yield from said
                break


def _held(who: Mention, role: str, where: str, span: Span) -> Iterator[Statement]:
    if not is_elsewhere(where):
        return
    if re.fullmatch(OFFICE, role, re.IGNORECASE):
        yield from held_elsewhere(who, role, where, f"{role} of {where}", span)
    elif ends_in_post_word(role):
        yield from title_claims(who, read_title(f"{role}, {where}"), span, "members")
