"""Whom a council sends to other bodies, in lists of them: who sits on a board elsewhere, who speaks with an association.

Source: "Representatives on outside bodies" over rows or lines of a body and those who go to it: "Pier Charity – Cllr Hale", "Cllrs Hale
and Moss: Fenwick Twinning Association"; "Appointment of representatives" over a sentence of such: "The following were appointed: Pier
Charity – Cllr Hale; Burial Joint Committee – Cllrs Moss and Dunn."
"""

import re
from collections.abc import Iterable, Iterator

from sederunt.graph.names import fold, split_honorific
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.scene import LISTS, Scene, claim, names_thing, person, thing, title_claims
from sederunt.loaders.document import Block, Shape, Span
from sederunt.loaders.layout.cards import is_title
from sederunt.loaders.naming.entries import read_entry
from sederunt.loaders.naming.people import BRACKET, looks_like_person, surely_person
from sederunt.loaders.naming.runs import split_names, split_plural
from sederunt.loaders.naming.titles import read_title
from sederunt.loaders.naming.wording import is_body, is_organisation, is_post, names_organisation

STAGE = LISTS

_OUTSIDE = re.compile(
    r"\b(?:outside|external|other|partner)\s+(?:bodies|organisations|organizations|groups)\b|\brepresent(?:atives?|ation)\s+(?:on|to)\b"
    r"|\b(?:appointment|election|nomination)s?\s+of\s+(?:council\s+)?representatives\b",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(r"\bfollowing\b[^.;:]*\b(?:appointed|elected|nominated)\b[^.;:]*:\s+", re.IGNORECASE)
_NEXT = re.compile(r"\s*;\s*")
_PARTS = re.compile(r"\s+[–—-]\s+|\s*:\s+")
_MARK = re.compile(r"^(?:[•·▪●○◦*–—-]|\(?[a-z0-9]{1,2}[.)])\s+")
_HEADING = 14
"""A line that heads such a list has at most so many words."""


def read(scene: Scene) -> Iterable[Statement]:
    """The seats of those who are sent, and for what associations they speak."""
    under = False
    for block in scene.document.blocks:
        heads = len(block.text.split()) <= _HEADING and block.kind is not Shape.ROW
        sent = _sent(block) if under else None
        if sent is not None:
            yield from _claims(*sent, block.whole if block.kind is Shape.ROW else block.span)
        elif under and (run := _run_on(block.span)):
            for halves in run:
                if found := _sent_to(halves):
                    yield from _claims(*found, block.span)
                elif len(halves) > 1 and is_title(halves[0].text):
                    for who in _people(halves[1]):
                        yield from title_claims(who, read_title(halves[0].text), block.span, "members")
        elif heads and _OUTSIDE.search(block.text):
            under = True
        elif block.kind is not Shape.ROW and not any(map(_people, _halves(block.span))):
            under = False


def _sent(block: Block) -> tuple[Span, list[Mention]] | None:
    """(where to, who) of a row or a line."""
    return _sent_to([cell for cell in block.cells if cell] if block.kind is Shape.ROW else _halves(block.span))


def _sent_to(cells: list[Span]) -> tuple[Span, list[Mention]] | None:
    for where, people in ((cells[0], cells[1]), (cells[1], cells[0])) if len(cells) > 1 else ():
        if _is_place(where.text) and (sent := _people(people)):
            return where, sent
    return None


def _run_on(span: Span) -> list[list[Span]]:
    """The halves of each piece of a sentence that lists who was sent where; of another none."""
    found = _FOLLOWING.search(span.text)
    if found is None:
        return []
    begins = [found.end(), *(mark.end() for mark in _NEXT.finditer(span.text, found.end()))]
    ends = [*(mark.start() for mark in _NEXT.finditer(span.text, found.end())), len(span.text)]
    return [_halves(span.part(begin, end)) for begin, end in zip(begins, ends, strict=True)]


def _halves(span: Span) -> list[Span]:
    mark = _MARK.match(span.text)
    start = mark.end() if mark else 0
    cut = _PARTS.search(span.text, start)
    return [span.part(start, cut.start()), span.part(cut.end(), len(span.text))] if cut else []


def _is_place(text: str) -> bool:
    """Whether words are the name of something to which people can be sent."""
    bare = BRACKET.sub("", text).strip(" .")
    if not (1 < len(bare.split()) < 12 and bare[0].isupper()) or surely_person(bare):
        return False
    return is_body(bare) or ((names_organisation(bare) or is_organisation(bare)) and not is_post(bare))


def _people(span: Span) -> list[Mention]:
    """The people whom words name, and nobody if they name anything else."""
    title, names = split_plural(span)
    found: list[Mention] = []
    for piece in split_names(names):
        entry = read_entry(piece)
        bare = BRACKET.sub("", piece.text).strip(" ,.")
        if entry is not None and entry.name in bare and (title or surely_person(bare) or split_honorific(bare)[0]):
            found.append(person(entry.name, "members", honorific=entry.honorific or title))
        elif title and looks_like_person(f"{title} {bare}") and len(bare.split()) < 4:
            found.append(person(bare, "members", honorific=title))
        else:
            return []
    return found


def _claims(where: Span, sent: list[Mention], span: Span) -> Iterator[Statement]:
    name = BRACKET.sub("", where.text).strip(" .")
    body = is_body(name) and not fold(name).endswith(("trust", "association", "society"))
    there = thing("Body" if body else "Organisation", name, "members")
    yield names_thing(there, where)
    for who in sent:
        if body:
            yield claim("SITS_ON", who, there, span=span, role="member", confidence=0.85)
        else:
            yield claim("REPRESENTS", who, there, span=span, confidence=0.85)
