"""Who sits on which of several bodies by a table that has a row for each person and a column for each body, or that counts to how
many meetings of one body people came.

Source: committee memberships of councils, boards and schools (ticks and offices in the cells); annual reports ("Board 5/6, Audit
Committee 3/3"; "Trustee | Meetings attended | Out of a possible" below a sentence that names the body).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sederunt.graph.names import fold
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.committees import COMMITTEES, bodies_named, body_called
from sederunt.loaders.context.introducing import Page
from sederunt.loaders.context.scene import LISTS, Scene, claim, names_thing, of_this_body, person, thing, title_claims
from sederunt.loaders.document import Block, Span
from sederunt.loaders.layout.matrices import NONE, Matrix, Row
from sederunt.loaders.naming.titles import read_title
from sederunt.loaders.naming.wording import is_body
from sederunt.loaders.sentences.relations import office_of

STAGE = LISTS

_MEETINGS_OF = re.compile(
    r"\b(?:meetings? of|attend(?:ed|ance at|ance of)|membership of|members of|serv(?:e|ed) on)\s+(?:meetings of\s+)?(?:the|our|its)\s+(?P<name>[^.,;:()]+)",
    re.IGNORECASE,
)
_MEETINGS = re.compile(r"\b(?:[Aa]t|of)\s+(?:the\s+|its\s+|our\s+)?(?P<name>[^.,;:()]+?)\s+meetings?\b")
_SUBJECT = re.compile(
    r"^(?:The|Our|Its)\s+(?P<name>[^.,;:()]+?)\s+(?:is|was|were|are|has|have|had|met|meets|comprises?|consists?|held)\b"
)
_BODY_IN = re.compile(
    r"^(?P<name>(?:[\w’'&-]+,?\s+){0,7}?(?:committees?|sub-committee|board|panel|body|council|group|forum|trustees|governors)"
    r"(?:\s+of\s+(?:the\s+)?(?:trustees|directors|governors|management|[A-Z][\w’'-]*(?:\s+(?:of\s+)?[A-Z][\w’'-]*)*))?)\b",
    re.IGNORECASE,
)
_SAID = re.compile(r"\b(?:attendance|attended|meetings?|membership)\b", re.IGNORECASE)
"""What no name of a body has."""
_NEAR = 4
"""The body of a table that only counts stands in so many lines above it."""


def read(scene: Scene) -> Iterable[Statement]:
    """The seats that the marks in such tables say, and what stands beside the names."""
    known = bodies_named(scene) if any(matrix.bodies for matrix in scene.matrices) else {}
    for matrix in scene.matrices:
        yield from _seats(matrix, _named(scene, matrix, known))


def _seats(matrix: Matrix, bodies: dict[int, Mention]) -> Iterator[Statement]:
    first = next(iter(bodies.values()), None)
    for at, body in bodies.items():
        span = matrix.bodies[at] if at in matrix.bodies else _lead(matrix)
        yield names_thing(body, span, confidence=0.85)
    for row in matrix.rows:
        yield from _person(row, bodies, first)


def _lead(matrix: Matrix) -> Span:
    """The line above a table that names its body."""
    return next(block.span for block in reversed(matrix.above) if _told_in(block))


def _person(row: Row, bodies: dict[int, Mention], first: Mention | None) -> Iterator[Statement]:
    entry = row.entry
    who = person(entry.name, "members", honorific=entry.honorific, initials=entry.initials)
    yield claim(None, who, span=entry.span)
    held = {_at(at, bodies): mark for at, mark in row.marks.items() if mark not in ("", NONE)}
    own = office_of(entry.role) or next((office for title in entry.titles if (office := office_of(read_title(title).role))), "")
    for at, body in bodies.items():
        mark = held.get(at, "")
        role = own if mark == "member" and own and body is first else mark
        if role:
            text = entry.role_text if role == own else ""
            yield claim(
                "SITS_ON",
                who,
                body,
                span=entry.span,
                role=role,
                role_text=text,
                basis="inferred" if row.counted and role == "member" else "stated",
                confidence=0.85,
            )
    for title in entry.titles:
        yield from title_claims(who, of_this_body(read_title(title), first), entry.span, "members")


def _at(at: int, bodies: dict[int, Mention]) -> int:
    """The column of the body for which a mark counts; that of the only one where the table has no columns of bodies."""
    return at if at in bodies or _ALONE not in bodies else _ALONE


_ALONE = -1
"""Stands for the column of a body that is named above its table."""


def _named(scene: Scene, matrix: Matrix, known: Mapping[str, Mention]) -> dict[int, Mention]:
    """The body of each column, called as the paper has ``known`` ones; of a table that only counts, the one that is told above."""
    if matrix.bodies:
        committees = any(COMMITTEES.search(text) for text in (*_around(scene, matrix), *known))
        return {at: body_called(span.text, known, scene.body, committees=committees) for at, span in matrix.bodies.items()}
    lead = next((block for block in reversed(matrix.above[-_NEAR:]) if _told_in(block)), None)
    if lead is None:
        return {}
    page, told = Page(scene.body), _told_in(lead)
    for block in scene.document.blocks:
        if block.number < lead.number:
            page.note(block.text)
    return {_ALONE: page.called(told) if len(told.split()) == 1 else _known(told, page.named)}


def _around(scene: Scene, matrix: Matrix) -> list[str]:
    return [
        scene.document.title,
        *(block.text for block in matrix.above[-_NEAR:]),
        *(span.text for span in matrix.bodies.values()),
    ]


def _known(name: str, bodies: Sequence[Mention]) -> Mention:
    """The body of a name that the page has printed with a longer one, else one of that name."""
    longer = [body for body in bodies if f" {fold(body.label)}".endswith(f" {fold(name)}")]
    return longer[-1] if longer else thing("Body", name)


def _told_in(block: Block) -> str:
    """The body whose meetings a line above a table speaks of, or whose name it is; empty where it names none."""
    sentences = [sentence.text for sentence in reversed(block.span.sentences())]
    for pattern in (_MEETINGS_OF, _MEETINGS, _SUBJECT):
        for sentence in sentences:
            found = pattern.search(sentence)
            named = _BODY_IN.match(found["name"]) if found else None
            if named:
                return named["name"]
    bare = block.text.strip(" :")
    return bare if len(bare.split()) < 8 and is_body(bare) and not _SAID.search(bare) else ""
