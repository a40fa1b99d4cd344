"""Lists of people on a page that is of no meeting: who is listed, with what office or title, and what is printed over each list.

Source: "Chair: Ann Hale", "Region 4 – Ben Moss", "Ann Hale – Treasurer", a post over each name or below it, tables with a column for
names, several people run on in a line behind what they have in common, names in capitals with their posts wrapped below.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sederunt.graph.lexicon import words
from sederunt.graph.names import fold, split_honorific
from sederunt.loaders.document import Block, Shape, Span
from sederunt.loaders.layout.holders import says_vacant
from sederunt.loaders.naming.entries import read_entry
from sederunt.loaders.naming.entry import Entry
from sederunt.loaders.naming.headings import category_of
from sederunt.loaders.naming.people import BRACKET, looks_like_person, surely_person
from sederunt.loaders.naming.runs import TIER, split_people, split_plural
from sederunt.loaders.naming.seats import counts_seats, is_vacant
from sederunt.loaders.naming.wording import is_body, is_generic, is_organisation, is_post, names_organisation
from sederunt.loaders.sentences.relations import office_of

MARK = re.compile(r"^(?:[•·▪●○◦*–—-]|\(?[a-z0-9]{1,2}[.)])\s+")
BULLETED = re.compile(r"[•·▪●○◦*–—-]\s")
_LABEL = re.compile(r"^(?P<label>[A-Z][^:]{1,90}?)(?:\s*:\s*|\s*[–—]\s*|\s+-\s+)(?=[A-ZÀ-Þ])")
_HEADING = re.compile(r"^[A-Z][^:]{1,90}?(?::|\s[–—-](?=\s))\s*(?=[A-ZÀ-Þ])")
_TWO_WORDS = re.compile(r"^(?P<label>[A-Za-z]+[ -][A-Za-z]+)\s+(?=[A-Z])")
_ONE_WORD = re.compile(r"^(?P<label>[A-Za-z]+)\s+(?=[A-Z])")
_TO_WHOM = re.compile(r"(?<=clerk|etary)\s+to\s+.*$")
"""Whose clerk somebody is: "Clerk to the Council: Ann Hale"."""
_REACHED = re.compile(r"^(?:tel|telephone|phone|mobile|e-?mail)\b(?:\s+(?:no|number))?\s*[.:]", re.IGNORECASE)
"""A line that only says how somebody can be reached."""
_COUNTED = re.compile(r"^[A-Z][^().:]{2,40}\(\d{1,2}(?:\s+(?:seats?|members?|places?))?\)\s*:?\s*(?=[A-Z])")
"""What stands before the people of a party or a class: "Independents (2 seats)"."""
DEPUTY = "deputy"
"""The office of those who come in a member's place, and have no seat."""
_LONGEST = 300
_LONGEST_RUN = 1500
_TITLE = 30
"""What is said below a name has at most so many words."""
_MOST = 0.7
"""So many of the pieces of a run of people are names at least."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody in a list, with an office of a body; ``behind`` where the name stands behind a label or below a post."""

    entry: Entry
    office: str
    behind: bool = False
    place: str = ""
    """Whom they sit for, where a column of a table says so."""
    placed: bool = False
    """Whether they are named in a table whose columns tell of seats."""


@dataclass(frozen=True, slots=True)
class Listing:
    """People listed together, and the blocks between the list before and this."""

    above: tuple[Block, ...]
    seats: tuple[Seat, ...]


def listings(blocks: Sequence[Block], tables: Mapping[int, Sequence[Seat]]) -> Iterator[Listing]:
    """The lists of a page, in its order; last what stands below them, with nobody in it.

    Args:
        blocks: those of the page.
        tables: the seats in each row of tables whose columns tell of them, by the numbers of the rows.
    """
    above: list[Block] = []
    seats: list[Seat] = []
    titles: list[Block] = []
    last: Block | None = None
    blocks = [piece for block in blocks if not _REACHED.match(block.text) for piece in _apart(block)]
    for at, block in enumerate(blocks):
        here = () if block.number in tables else _seats(block)
        if block.number in tables:
            seats += tables[block.number]
            titles, last = [], block
        elif here:
            seats += [_under(here[0], titles)] if titles and len(here) == 1 else here
            titles, last = [], block
        elif seats and not titles and (_tells_of(block, seats[-1].entry) or _is_next(block, last, seats[-1])):
            continue
        elif seats and not titles and not _begins_anew(block, blocks[at + 1 : at + 2], seats):
            seats[-1] = _longer(seats[-1], block)
        elif is_vacant(bare_line(block).text) or (seats and _is_seat(block, seats)):
            titles = []
        elif _over_name(block, blocks[at + 1 : at + 3]):
            titles.append(block)
        else:
            if seats:
                yield Listing(tuple(above), tuple(seats))
                above, seats = [], []
            above += [*titles, block]
            titles = []
    yield Listing((*above, *titles), tuple(seats))


def _apart(block: Block) -> list[Block]:
    """A line, or its heading and the people run on behind it: "Audit Committee: Ann Hale, Ben Moss and Cat Dunn"."""
    if block.kind is Shape.ROW or len(block.text) > _LONGEST_RUN or not (label := _HEADING.match(block.span.text)):
        return [block]
    rest = block.span.part(label.end(), len(block.span.text))
    if len(_run(rest)) < 2:
        return [block]
    return block.apart([block.span.part(0, label.end()), rest], gaps=False)


def bare_line(block: Block) -> Span:
    """A line without the mark of a list before it."""
    mark = MARK.match(block.span.text)
    return block.span.part(mark.end() if mark else 0, len(block.span.text))


def _seats(block: Block) -> list[Seat]:
    """The people that a line or a row names."""
    if block.kind is Shape.ROW:
        return _row(block)
    span = bare_line(block)
    if len(span.text) > _LONGEST_RUN or span.text.endswith(":"):
        return []
    if counted := _COUNTED.match(span.text):
        rest = span.part(counted.end(), len(span.text))
        return _run(rest) or _line(rest)
    return _run(span) or (_line(span) if len(span.text) <= _LONGEST else [])


def _run(span: Span) -> list[Seat]:
    """Several people run on in a line, and nothing else."""
    office = _labelled_office(span.text)
    listed = span.part(office[1], len(span.text))
    _, named = split_plural(listed)
    pieces = split_people(named)
    if not pieces or (len(pieces) < 2 and office[0] != "member") or not named.text.startswith(pieces[0].text[:4]):
        return []
    if len(pieces) == 2 and office[0] == "" and _is_sender(span, pieces):
        return []
    entries = [read_entry(piece) for piece in pieces]
    found = [_seat(entry, office[0]) for entry in entries if entry and _named(entry) and not _says(entry)]
    return found if len(found) >= max(len(pieces) * _MOST, 1 + (office[0] != "member")) else []


def _is_sender(span: Span, pieces: Sequence[Span]) -> bool:
    """Whether the second of two pieces is what the first is from, and nobody: "Ann Hale, Fenwick Repair Cafe"."""
    first, second = (BRACKET.sub("", piece.text).strip(" ,.") for piece in pieces)
    apart = span.text[span.text.find(pieces[0].text) + len(pieces[0].text) :].lstrip().startswith(",")
    sure = surely_person(first) or bool(split_honorific(first)[0])
    return apart and sure and not (surely_person(second) or split_honorific(second)[0])


def _labelled_office(text: str) -> tuple[str, int]:
    """(the office with which a line begins, where what it says of it begins); ("", 0) if there is none."""
    for pattern in (_LABEL, _TWO_WORDS, _ONE_WORD):
        found = pattern.match(text)
        if found and (office := office_of(_TO_WHOM.sub("", BRACKET.sub("", found["label"]).strip().lower()))):
            return office, found.end()
    return "", 0


def _line(span: Span) -> list[Seat]:
    """The one that a line names, before or behind a title."""
    office, at = _labelled_office(span.text)
    label = _LABEL.match(span.text)
    if office:
        entry = read_entry(span.part(at, len(span.text)))
        return [_seat(entry, office)] if entry and _named(entry) and not _says(entry) else []
    if label and not _is_name(label["label"]):
        rest = span.part(label.end(), len(span.text))
        entry = read_entry(rest)
        first = entry and rest.text.startswith((entry.name, honoured(entry)))
        if entry is None or not first or not _named(entry) or _says(entry) or is_body(label["label"]):
            return []
        beside = [found[0] for found in BRACKET.finditer(label["label"]) if office_of(found[1].lower())]
        titled = entry.of_group(BRACKET.sub("", label["label"]) if beside else label["label"])
        titled = replace(titled.with_more(" ".join(beside), span), span=span)
        return [Seat(titled, office_of(titled.role) or "member", behind=True)]
    entry = read_entry(span)
    if entry is None or not _named(entry) or _says(entry) or is_post(entry.name):
        return []
    if span.text.rstrip(" .;,").endswith(f"({honoured(entry)})"):
        return [replace(_seat(entry, ""), behind=True)]
    first = TIER.sub("", span.text.lstrip("([ ")).startswith((honoured(entry), entry.name))
    return [_seat(entry, "")] if first else []


def _row(block: Block) -> list[Seat]:
    """The one whom a row of a table names, in a cell of its own."""
    cells = [cell for cell in block.cells if cell]
    named = [at for at, cell in enumerate(cells) if _is_name(cell.text) and not _is_head(cell.text)]
    at = named[0] if len(named) == 1 and not any(is_body(cell.text) for cell in cells) else None
    entry = read_entry(cells[at]) if at is not None else None
    if at is None or entry is None or (not surely_person(BRACKET.sub("", cells[at].text).strip()) and len(cells) < 2):
        return []
    for cell in (*cells[:at], *cells[at + 1 :]):
        bare = BRACKET.sub("", cell.text).strip()
        if not bare or fold(bare) in words("loaders", "member_classes"):
            entry = entry.with_more(cell.text, cell)  # "Parent (Chair)"
        elif is_post(cell.text) or office_of(bare.lower()):
            entry = entry.with_more(bare, cell)
        elif not entry.sender and names_organisation(bare) and not is_generic(bare):
            entry = replace(entry, sender=bare)
    return [_seat(replace(entry, span=block.whole), "")]


def _is_head(text: str) -> bool:
    return bool(category_of(text)) or is_body(text)


def _is_name(text: str) -> bool:
    bare = BRACKET.sub("", text).strip(" ,.")
    return surely_person(bare) or looks_like_person(bare)


def _seat(entry: Entry, office: str) -> Seat:
    return Seat(entry, office_of(entry.role) or office or "member")


def _named(entry: Entry) -> bool:
    return _is_name(honoured(entry))


def _says(entry: Entry) -> bool:
    """Whether what stands behind a name is a sentence that goes on, and no title."""
    behind = [title.split() for title in entry.titles]
    telling = words("loaders", "verbs") | _TELLING
    return any(tokens and tokens[0].lower() in telling and not is_post(" ".join(tokens[:3])) for tokens in behind) or any(
        len(tokens) > 30 or not _COMES.isdisjoint(tokens) for tokens in behind
    )


_COMES = frozenset("attend attends act acts serve serves shall".split())
"""Verbs of sentences on who comes to meetings: "Ann Hale of Wick Council and Ben Moss attend as advisers"."""
_TELLING = frozenset("is are was were will has have had who which also and said says".split())


def _under(seat: Seat, titles: Sequence[Block]) -> Seat:
    """The seat of somebody whose posts or offices stand in the lines above the name."""
    entry, office = seat.entry, seat.office
    for text in (bare_line(title).text.rstrip(": ") for title in titles):
        entry = replace(entry.of_group(text), span=seat.entry.span)
        office = office_of(text.lower()) or office_of(entry.role) or office
    return Seat(entry, office, behind=True)


def _longer(seat: Seat, block: Block) -> Seat:
    """The seat with what a line below the name says."""
    text = bare_line(block).text
    said = len(text.split()) <= _TITLE and (is_post(text) or office_of(text.lower()))
    entry = replace(seat.entry.with_more(text, seat.entry.span), span=seat.entry.span) if said else seat.entry
    return replace(seat, entry=entry, office=office_of(entry.role) or seat.office)


def _begins_anew(block: Block, following: Sequence[Block], seats: Sequence[Seat]) -> bool:
    """Whether a line below people is no more of what is said of the last of them."""
    text = block.text
    if block.kind is Shape.ROW or text.endswith(":") or block.gap or _is_seat(block, seats):
        return True
    if all(seat.entry.name.isupper() for seat in seats):
        return text.isupper() and len(text.split()) > 1
    if _is_title(block):
        return _over_name(block, following) and seats[0].behind
    if is_post(text) and not text.endswith(".") and len(text.split()) <= _TITLE:
        return False
    return len(text.split()) > 8 or (text[-1] not in ".;," and text[0].isupper() and not _goes_on(seats[-1]))


def _is_next(block: Block, last: Block | None, seat: Seat) -> bool:
    """Whether a line below somebody of whom all is told is the next of a list with marks, in which nobody is named."""
    marks = [one.span.text[0] for one in (block, last) if one is not None and BULLETED.match(one.span.text)]
    told = bool(seat.entry.titles or seat.entry.role)
    text = bare_line(block).text
    unfilled = is_post(text) or names_organisation(text) or is_organisation(text.split(" – ")[0])
    return (
        len(marks) == 2
        and marks[0] == marks[1]
        and told
        and unfilled
        and not text.endswith((".", ":"))
        and len(text.split()) <= _TITLE
    )


def _is_seat(block: Block, seats: Sequence[Seat]) -> bool:
    """Whether a line below people is of seats that nobody is named for."""
    told = bool(seats[-1].entry.titles or seats[-1].entry.role) and not seats[-1].behind
    empty = counts_seats(block.text, told=told) or says_vacant(block.text)
    return block.kind is not Shape.ROW and not block.text.endswith((".", ":")) and empty


def _tells_of(block: Block, entry: Entry) -> bool:
    """Whether a paragraph below somebody is about them: "Mary joined in 2019.", "She has been a governor since 2015."."""
    first, *rest = block.text.split()
    named = first.removesuffix("’s").removesuffix("'s") in ("He", "She", "They", "His", "Her", entry.name.split()[0])
    return block.kind is Shape.LINE and named and len(rest) > 3 and block.text.endswith(".")


def _goes_on(seat: Seat) -> bool:
    return bool(re.search(r"(?:,|&|\b(?:and|of|for|the))$", seat.entry.span.text))


def _over_name(block: Block, following: Sequence[Block]) -> bool:
    """Whether a line is the post or the office of the one named in the next line, or in the one after it."""
    if not _is_title(block) or not following or following[0].gap:
        return False
    return len(_seats(following[0])) == 1 or _over_name(following[0], following[1:])


def _is_title(block: Block) -> bool:
    """Whether a line is a post or an office, and no class of members."""
    text = BRACKET.sub("", bare_line(block).text).strip(" :")
    if block.kind is not Shape.LINE or not 0 < len(text.split()) <= 14 or text.endswith(".") or _class(text):
        return False
    if split_honorific(text)[0]:
        return False
    return bool(is_post(text) or office_of(text.lower())) and category_of(text) in ("", "chair", "clerk") and not is_body(text)


def _class(text: str) -> bool:
    return any(found[0].lower().endswith("s") for found in OF_MEMBERS.finditer(text))


OF_MEMBERS = re.compile(
    r"\b(?:members?|membership|composition|councillors|trustees|governors|commissioners|directors|representatives|appointees|delegates"
    r"|nominees|officers|office[ -]?(?:bearers|holders))\b",
    re.IGNORECASE,
)
"""What says of a heading that those below sit on something."""


def honoured(entry: Entry) -> str:
    """The name of an entry with its honorific."""
    return f"{entry.honorific} {entry.name}".strip()


def is_titled(entry: Entry) -> bool:
    """Whether somebody is surely a person."""
    return surely_person(honoured(entry)) or bool(split_honorific(honoured(entry))[0])
