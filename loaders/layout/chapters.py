"""The parts of a page on how an organisation is governed, each on one body: its name, and below it labels with who sits on it.

Source: governance handbooks and the governance sections of annual reports: "3.1 Audit Committee", then "Chair: …", "Members: …",
"Reports to: …" on lines, in the rows of a table, or with what they label on the lines below.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sederunt.graph.lexicon import pairs, words
from sederunt.graph.names import fold
from sederunt.loaders.document import Block, Document, Shape, Span
from sederunt.loaders.layout.listings import MARK
from sederunt.loaders.layout.unheaded import names_people
from sederunt.loaders.naming.headings import ATTENDANCE, category_of
from sederunt.loaders.naming.people import BRACKET, looks_like_person
from sederunt.loaders.naming.wording import is_body, is_post
from sederunt.loaders.sentences.relations import office_of

CHAPTER = "chapter"
"""The category of a section that is what a page on governance says of one body."""

SEATS = ("chair", "vice-chair", "secretary", "member")
"""The labels behind which people stand who sit on the body."""
POST = "post"
"""A label that is a post of one who sits on the body: "Honorary Treasurer: Ann Hale"."""
RUN = "run"
"""No label: people who run on right below the name, in a line that may say more."""
COME = "attending"
"""The label behind which people stand who only come to its meetings."""

_TITLE = re.compile(
    r"\b(?:minutes?|agenda|notes? (?:of|from)|record of|meeting (?:of|held|notes)|terms of reference|apologies|cofnodion)\b",
    re.IGNORECASE,
)
_REPORT = re.compile(
    r"\b(?:annual report|annual review|financial statements|report and accounts|annual accounts|report of the (?:trustees|directors|board)"
    r"|trustees[’']? report|governance (?:\w+ )?(?:handbook|manual|report|statement|structure|arrangements|framework|section|guide|page|directory)"
    r"|(?:structure|management),? (?:governance|and governance)|(?:our|corporate|about our) governance|governance and (?:management|structure|leadership|administration)"
    r"|governance, (?:structure|management)|how we are governed|who governs us|committee (?:structure|handbook|directory)|board and committees"
    r"|committees? of (?:the )?(?:board|council|court|governors|corporation|trust|trustees|authority)|(?:board|council|our|standing) committees)\b|^governance$",
    re.IGNORECASE,
)
"""What the head of such a page says of it."""
_NUMBER = re.compile(
    r"^(?:(?:section|part|chapter|appendix|annex)\s+)?(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[A-Za-z]|[ivx]+)[.):]|\d{1,2}(?:\.\d{1,2})*)\s+",
    re.IGNORECASE,
)
_LABEL = re.compile(r"^(?P<label>[A-Z][^:–|.]{1,48}?)\s*(?::|\s[–—-](?=\s))\s*")
_CALLED = re.compile(
    r"^(?:name(?: of (?:the )?(?:committee|body|group|board))?|committee|board|panel|group|body)(?: name)?\s*:\s*",
    re.IGNORECASE,
)
_MANY = re.compile(r"\b(?:committees|panels|groups|boards|bodies|sub-?committees)$", re.IGNORECASE)
_EXECUTIVE = re.compile(
    r"(?:(?:our|the)\s+)?(?:(?:executive|senior|management|leadership|corporate|key|principal|chief|senior staff)\s+)+"
    r"(?:team|group|officers?|management|managers|leadership|staff|personnel|directors|executives?|leaders)(?:\s+(?:team|personnel|group))?\s*:?$",
    re.IGNORECASE,
)
"""A heading over those who run an organisation: on a page on its governance they hold posts, and nothing says that they are a body."""
_HEAD = 12
"""So many lines are the head of a paper."""
_LONGEST = 10
"""A body's name has no more words."""


@dataclass(frozen=True, slots=True)
class Field:
    """A label of a body with what stands behind it and below it."""

    kind: str
    label: Span
    values: tuple[Block, ...]

    @property
    def numbers(self) -> frozenset[int]:
        """The numbers of its lines."""
        return frozenset((self.label.line_at(0), *(block.number for block in self.values)))

    @property
    def inline(self) -> bool:
        """Whether what it labels begins on its own line."""
        return bool(self.values) and self.values[0].span.line_at(0) == self.label.line_at(0)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A body's name with the lines of its labels below it, up to the next heading."""

    name: Span
    blocks: tuple[Block, ...]

    @property
    def fields(self) -> tuple[Field, ...]:
        """Its labels, in the order of the page."""
        return tuple(_fields(self.blocks))

    @property
    def apart(self) -> frozenset[int]:
        """The numbers of the lines of which nothing else is to be read: those with people, and a body's name below its label."""
        told = [
            field
            for field in self.fields
            if field.kind in (*SEATS, POST, COME) or (field.kind == "reports_to" and not field.inline)
        ]
        return frozenset(number for field in told for number in field.numbers)


def governs(document: Document) -> bool:
    """Whether a paper's head says that it tells how an organisation is governed, and is of no meeting."""
    head = [block.text for block in document.blocks[:_HEAD] if len(block.text) < 160]
    return not any(map(_TITLE.search, head)) and any(_REPORT.search(_NUMBER.sub("", line)) for line in head)


def heads_executives(text: str) -> bool:
    """Whether a line heads those who run an organisation: "Executive team", "5. Senior management"."""
    return _EXECUTIVE.match(_NUMBER.sub("", text)) is not None


def chapters(document: Document) -> tuple[Chapter, ...]:
    """The parts of a page that is on several bodies; none in the paper of a meeting."""
    if document.slides or any(_TITLE.search(block.text) for block in document.blocks[:_HEAD]):
        return ()
    found = tuple(one for one in _cut(document.blocks) if any(field.kind in (*SEATS, RUN) for field in one.fields))
    return found if len({fold(one.name.text) for one in found}) > (not governs(document)) else ()


def _cut(blocks: Sequence[Block]) -> Iterator[Chapter]:
    """Each body's name with what stands up to the next heading."""
    names = {
        at: name
        for at, block in enumerate(blocks)
        if (name := _body(block, blocks[at + 1 : at + 2])) and not _is_upper(blocks, at)
    }
    starts = [at for at, block in enumerate(blocks) if at in names or _heads(block, blocks[at + 1 : at + 2])]
    for start, end in pairwise([*starts, len(blocks)]):
        if start in names:
            told = {number for field in _fields(blocks[start + 1 : end]) for number in field.numbers}
            yield Chapter(names[start], tuple(block for block in blocks[start + 1 : end] if block.number in told))


def _is_upper(blocks: Sequence[Block], at: int) -> bool:
    """Whether a body's name stands below the label of what another reports to."""
    above = _label(blocks[at - 1].span) if (at and not _opens(blocks[at + 1 : at + 2])) or (at and not blocks[at].gap) else None
    return above is not None and above[2] is None and above[0] == "reports_to"


def _bare(block: Block) -> Span:
    """A heading without its number and its mark."""
    text = block.text
    found = _NUMBER.match(text) or MARK.match(text)
    return block.span.part(found.end() if found else 0, len(text.rstrip(" :")))


def _body(block: Block, following: Sequence[Block]) -> Span | None:
    """The name of a body that is a heading, without what stands in brackets behind it."""
    if block.kind is Shape.ROW and len([cell for cell in block.cells if cell]) > 1:
        return None
    span = _bare(block)
    called = _CALLED.match(span.text)
    span = span.part(called.end() if called else 0, len(span.text))
    text = BRACKET.sub("", span.text).strip()
    tokens = text.split()
    if not 0 < len(tokens) <= _LONGEST or not text[0].isupper() or text[-1] in ".,;" or _MANY.search(text) or ":" in text:
        return None
    if block.text[0] in "•·▪●○◦*–—-" or not (is_body(text) or _is_plain(text) or (called and not is_post(text))):
        return None
    if (
        is_post(text)
        or (tokens[-1].islower() and not block.level and not _opens(following))
        or (looks_like_person(text) and not is_body(text))
    ):
        return None
    named = category_of(text) not in ("members", "chair", "clerk")
    return span.part(0, len(text)) if named and span.text.startswith(text) else None


def _opens(following: Sequence[Block]) -> bool:
    """Whether a label stands in the next line."""
    return any(_label(block.span) is not None for block in following)


def _is_plain(text: str) -> bool:
    return (fold(text).removeprefix("the ") in words("loaders", "plain_bodies") and not text.isupper()) or fold(text) in (
        "board",
        "council",
        "senate",
    )


def _heads(block: Block, following: Sequence[Block]) -> bool:
    """Whether a line is a heading of anything: numbered, marked as one, or short after a gap, and no label."""
    text = _bare(block).text
    if block.kind is Shape.ROW or not text or len(text.split()) > _LONGEST or text[-1] in ".,;" or not text[0].isupper():
        return False
    if _label(block.span) is not None or names_people(block.span) or ":" in text.rstrip(":"):
        return False
    return bool(block.level or _NUMBER.match(block.text) or (block.gap and following and not MARK.match(block.text)))


def _fields(blocks: Sequence[Block]) -> Iterator[Field]:
    current: Field | None = None
    for block in blocks:
        found = _row_label(block) if block.kind is Shape.ROW else _label(_unmarked(block))
        if found is not None:
            yield from [current] if current else ()
            kind, label, rest = found
            current = Field(kind, label, (replace(block, kind=Shape.LINE, cells=(rest,)),) if rest else ())
        elif current and _goes_on(current, block):
            current = replace(current, values=(*current.values, block))
        elif current:
            yield current
            current = None
        elif block is blocks[0] and (run := _run(block)):
            yield Field(RUN, run, (replace(block, cells=(run,)),))
    yield from [current] if current else ()


def _run(block: Block) -> Span | None:
    """The people with whom what stands right below a body's name begins: "Ann Hale (Chair), Ben Moss. The Committee met twice."."""
    first = block.span.sentences()[0] if block.kind is Shape.LINE and block.text else None
    bare = first.part(0, len(first.text.rstrip("."))) if first else None
    return bare if bare and names_people(bare) > 1 else None


def _unmarked(block: Block) -> Span:
    mark = MARK.match(block.span.text) or _DETAILS.match(block.span.text)
    return block.span.part(mark.end() if mark else 0, len(block.span.text))


_DETAILS = re.compile(r"(?:committee|panel|board|group|forum) details\s*:\s*(?=[A-Z])", re.IGNORECASE)
"""What stands before a label on pages that run all on: "Committee details: Membership: Ann Hale (Chair)"."""


def _goes_on(field: Field, block: Block) -> bool:
    """Whether a line belongs to the label above it: the first below a bare one, more people, the end of a line that was broken."""
    if not field.values:
        return True
    last = field.values[-1].text
    if re.search(r"(?:,|;|&|\b(?:and|of|the|for))$", last):
        return True
    told = block.text.endswith(".") and len(block.text.split()) > 6
    return (
        not told
        and (field.kind in SEATS[2:] or not block.gap)
        and (names_people(block.span) > 0 or field.kind == "other" or not block.gap)
    )


def _row_label(row: Block) -> tuple[str, Span, Span | None] | None:
    """The label that the first cell of a row is, with what the second says."""
    cells = [cell for cell in row.cells if cell]
    kind = label_kind(cells[0].text) if cells else ""
    return (kind, cells[0], cells[1] if len(cells) > 1 else None) if kind and len(cells) < 3 else None


def _label(span: Span) -> tuple[str, Span, Span | None] | None:
    """(what a label is of, its words, what stands behind it on its line), or None."""
    found = _LABEL.match(span.text)
    rest = span.part(found.end(), len(span.text)) if found else None
    kind = label_kind(found["label"]) if found else ""
    if found and rest and not kind and is_post(found["label"]) and names_people(rest) == 1:
        kind = POST
    if found and kind:
        return kind, span.part(0, found.end("label")), span.part(found.end(), len(span.text)) or None
    bare = span.text.rstrip(": ")
    alone = bare and len(bare.split()) < 6 and bare[0].isupper() and bare[-1].isalpha() and not _BOARD_OF.match(bare)
    kind = label_kind(bare) if alone else ""
    return (kind, span, None) if kind else None


_BOARD_OF = re.compile(r"(?:the\s+)?(?:board|council|court) of\s", re.IGNORECASE)
"""How the name of a body begins that is no label over people on another: "Board of Directors"."""


def label_kind(label: str) -> str:
    """What stands behind a label; empty if it is none."""
    bare = BRACKET.sub("", label).strip(" :*_").replace("’", "'")
    if heads_executives(bare):
        return ""
    known = pairs("loaders", "seat_labels").get(bare.lower())
    if known or (office := office_of(bare.lower())):
        return known or office
    category = category_of(bare)
    meant = {"members": "member", "chair": "chair", "clerk": "secretary"}.get(category)
    return meant or (COME if category in ATTENDANCE else "other" if category else "")
