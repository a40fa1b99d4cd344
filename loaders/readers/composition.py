"""Of what posts and seats a body or a unit is made up: lists and tables of seats, and sentences that count them.

Source: terms of reference ("Two elected members", "Director of Public Health (Chair)" under "Membership"; tables of seats with their
number); structure pages ("The board consists of the following posts:", "a Policy Officer (Ann Hale) and two Administrators").
"""

import re
from collections.abc import Iterable, Iterator

from sederunt.graph.kinds import UNIT
from sederunt.graph.lexicon import pairs
from sederunt.graph.names import fold
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.parties import Told
from sederunt.loaders.context.scene import PROSE, Scene, claim, person
from sederunt.loaders.document import Block, Shape, Span
from sederunt.loaders.layout.cards import is_title
from sederunt.loaders.layout.holders import read_holders
from sederunt.loaders.layout.listings import MARK, bare_line
from sederunt.loaders.naming.entries import read_entry
from sederunt.loaders.naming.seats import split_counted
from sederunt.loaders.naming.wording import is_post
from sederunt.loaders.sentences.relations import office_of

STAGE = PROSE

_CONSISTS = re.compile(r"\b(?:compris\w+|consists?|includ\w+|made up|composed|the following|members)\b[^.]*:$", re.IGNORECASE)
_MADE_OF = re.compile(
    r"\b(?:compris\w+|consists? of|includes?|made up of|composed of|supported by|staffed by|assisted by|has|have|employs?)\b"
)
_COUNT = r"(?P<count>an?|the|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
_CAPITAL = r"[A-Z][\w’'./-]*"
_ITEM = re.compile(
    rf"\b{_COUNT}\s+(?P<title>{_CAPITAL}(?:\s+(?:(?:of|for|to|and|&)\s+(?:the\s+)?)?{_CAPITAL})*)(?:\s*\((?P<holders>[^()]*)\))?"
)
_ALL_REPORT = re.compile(
    r"\b(?:all|each|both)\s+of\s+whom\s+(?:reports?|are (?:accountable|responsible))\s+to\s+(?:the\s+)?(?P<manager>[A-Z][^.,;]+)"
)
_SEAT = re.compile(r"\b(?:members?|representatives?|reps?|seats?|appointees|nominees)\b", re.IGNORECASE)
_SAYS = re.compile(r"\b(?:is|are|was|were|will|shall|may|must|should|can|has|have)\b|[.;:?!]\s*\w")
_OFFICE = re.compile(r"^(?P<role>[A-Za-z]+(?:[ -][A-Za-z]+)?)\s*:\s*(?:[Tt]he\s+)?(?P<title>[A-Z][^:;.]+?)\s*$")
_SEATED = frozenset("seat seats role roles position positions post posts member members membership office".split())
_NUMBERED = frozenset("number no seats places total of".split())
_OF_THEM = re.compile(r",\s+(?:one|two|three|four|at least|of whom|including|each)\s.*$")
"""What a list of seats says of those counted: "Two head teachers, one primary and one secondary"."""
_IN_THE_CHAIR = re.compile(
    r"^(?:the|an?)\s+(?:(?:vice|deputy)[ -])?(?:chair(?:man|woman|person)?|convener),?\s+who\s+(?:shall|will|must|is|should)\s+(?:to\s+)?(?:be\s+)?(?=(?:the\s+)?[A-Z])",
    re.IGNORECASE,
)
"""What stands before the post that brings the chair with it: "the Chair, who shall be the Leader"."""
_FEWEST = 2


def read(scene: Scene) -> Iterable[Statement]:
    """The posts that such lists, tables and sentences name, with their seats, their holders and the unit that they are in."""
    if scene.meeting is not None or scene.document.slides:
        return
    known = {fold(s.subject.label) for s in scene.found if s.subject.kind == "Post"}
    yield from _tables(scene)
    yield from _labelled(scene)
    for seats in _lists(scene):
        if len(seats) >= _FEWEST:
            yield from (
                claim(None, post, span=span, seats=count) for post, span, count in seats if fold(post.label) not in known
            )
    yield from _sentences(scene, known)


def _labelled(scene: Scene) -> Iterator[Statement]:
    """The posts that stand behind an office of the paper's own body: "Chair: Director of Place"."""
    for block in scene.document.blocks if scene.body is not None else ():
        found = _OFFICE.match(block.span.text)
        if found and office_of(found["role"].lower()) in ("chair", "vice-chair", "secretary") and is_title(found["title"]):
            yield claim(None, _post(found["title"]), span=block.span, confidence=0.85)


def _tables(scene: Scene) -> Iterator[Statement]:
    """The seats of tables that have a column for their number."""
    at: tuple[int, int] | None = None
    for block in scene.document.blocks:
        if block.kind is not Shape.ROW:
            continue
        head = _columns(block)
        at = head or at
        if at is None or head or len(block.cells) <= max(at):
            continue
        title, number = re.sub(r"\s*\([^()]*\)", "", block.cells[at[0]].text), block.cells[at[1]].text.strip(" x")
        if title and number.isdecimal():
            yield claim(None, _post(title), span=block.whole, seats=int(number))


def _columns(row: Block) -> tuple[int, int] | None:
    """(the column of the seats, that of their number) where a row is the head of such a table."""
    heads = [fold(cell.text) for cell in row.cells]
    seats = next((at for at, head in enumerate(heads) if head in _SEATED), None)
    number = next(
        (at for at, head in enumerate(heads) if at != seats and head and set(head.split()) <= _NUMBERED | _SEATED), None
    )
    return (seats, number) if seats is not None and number is not None else None


def _lists(scene: Scene) -> Iterator[list[tuple[Mention, Span, int]]]:
    """The (post, words, seats) of each list of seats: under "Membership", or below a sentence that says of what something consists."""
    for section in scene.sections:
        listed = section.category == "members"
        found: list[tuple[Mention, Span, int]] = []
        for block in section.blocks:
            seat = _listed(block, marked=section.category != "members") if listed else None
            if seat is not None:
                found.append(seat)
            elif _CONSISTS.search(block.text) or not (listed and section.category == "members"):
                yield found
                found, listed = [], bool(_CONSISTS.search(block.text)) or section.category == "members"
        yield found


def _listed(block: Block, *, marked: bool) -> tuple[Mention, Span, int] | None:
    """The seat that an entry of a list is: a post, or so many members of a sort; None where it names somebody or says anything else."""
    if block.kind is Shape.ROW or (marked and not MARK.match(block.span.text)):
        return None
    span = bare_line(block)
    bare = re.sub(r"[;,]?\s+(?:and|or)$", "", re.sub(r"\s*\([^()]*\)", "", span.text).strip(" .;,"))
    text = _OF_THEM.sub("", _IN_THE_CHAIR.sub("", bare))
    title, count = _counted(text)
    if not title or len(text.split()) > 12 or _SAYS.search(text) or span.text.endswith(":") or read_entry(span) is not None:
        return None
    sort = (title != text and is_post(title)) or (_SEAT.search(title) and not (title == text and text.endswith("s")))
    return (_post(title), span, count) if is_title(title) or sort else None


def _counted(text: str) -> tuple[str, int]:
    """(title, seats) of "Two elected members", "3 x head teachers", "Up to four governors", "One representative of each college"."""
    bare = re.sub(r"^(?:up to|at least|a minimum of|a maximum of|the)\s+", "", text, flags=re.IGNORECASE)
    word, _, rest = bare.partition(" ")
    number = {"a": "1", "an": "1", "one": "1"}.get(word.lower()) or pairs("loaders", "numbers").get(word.lower(), word)
    if number.isdecimal() and rest:
        return re.sub(r"^(?:x|no\.?)\s+", "", rest), int(number)
    return split_counted(bare)


def _post(title: str) -> Mention:
    return Mention(kind="Post", text=title, section="seats")


def _sentences(scene: Scene, known: set[str]) -> Iterator[Statement]:
    told = Told(scene)
    for _, sentence in scene.prose():
        parties = told.parties(sentence)
        verb = _MADE_OF.search(sentence.text)
        if verb is None:
            continue
        whole = next((p.mention for p in parties if p.end <= verb.start() and p.mention and p.kind == UNIT), None)
        items = [
            found for found in _ITEM.finditer(sentence.text, verb.end()) if _counts(found) and not told.is_class(found["title"])
        ]
        manager = _ALL_REPORT.search(sentence.text)
        for found in items:
            if manager is None or found.start() < manager.start():
                yield from _item(found, sentence, whole, manager["manager"] if manager else "", known)


def _counts(found: re.Match[str]) -> bool:
    """Whether words are a post with the number of its seats; of "the Deans" the number is not told."""
    return is_title(found["title"]) and not (found["count"].lower() == "the" and found["title"].endswith("s"))


def _item(found: re.Match[str], sentence: Span, whole: Mention | None, manager: str, known: set[str]) -> Iterator[Statement]:
    post = _post(found["title"])
    seats = _counted(f"{found['count']} x")[1] if found["count"].lower() != "the" else 1
    holders, vacant = read_holders(re.sub(r",[^,]*\btime$", "", found["holders"] or ""))
    if fold(post.label) not in known or seats > 1:
        yield claim(None, post, span=sentence, seats=seats, vacant=True if vacant and not holders else None, confidence=0.8)
    for holder in holders:
        yield claim("HOLDS", person(holder.name, "holders", honorific=holder.honorific), post, span=sentence, confidence=0.85)
    if whole is not None:
        yield claim("POST_IN", post, whole, span=sentence, confidence=0.8)
    if manager and is_title(manager):
        yield claim("REPORTS_TO", post, _post(manager), span=sentence, confidence=0.85)
