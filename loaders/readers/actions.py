"""What somebody was asked to do, and by whom it is to be done.

Source: tables with a column of owners; a name alone in the cell below a paragraph; "ACTION – …", "Action: Ann Hale to …",
"ACTION: Ann"; "Ann to write to …", "AH & BM to follow up", "Ben will circulate …". Recaps of old actions ("Action 2 – …" under
matters arising, the owner's column empty) are no new ones.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sederunt.graph.dates import find_dates
from sederunt.graph.names import fold, is_initials, parse_person, same_given, split_honorific
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.document import Block, Shape, Span
from sederunt.loaders.headings import ATTENDANCE, LABELS
from sederunt.loaders.outline import Section
from sederunt.loaders.people import looks_like_person
from sederunt.loaders.scene import PROSE, Scene, claim
from sederunt.loaders.titles import meeting_role

STAGE = PROSE

_LABEL = re.compile(
    r"^\W*(?:agreed\s+)?actions?(?:\s+(?:point|required|agreed))?\s*(?P<number>\d{0,3})\s*(?:[:–—-]+|\bby\b)\s*", re.IGNORECASE
)
_MODAL = re.compile(
    r"\s+(?P<modal>[Tt]o|will|has agreed to|agreed to|undertook to|is to|are to)\s+"
    r"(?!(?:be|the|a|an|this|that|his|her|have|also be)\b)(?=[a-z]+\b)"
)
_CLAUSE = re.compile(r"[.;:!?–—,)-]\s+|\b(?:and|that|then|meeting)\s+")
_REACH = 100
"""So many characters in front of "to" or "will" can name who has to act."""
_JOIN = re.compile(r"\s*(?:,|;|/|&|\band\b|\+)\s*")
_EARLIER = re.compile(r"\b(?:matters? arising|previous|last meeting|actions? from|minutes of)\b", re.IGNORECASE)
_BY = re.compile(
    r"\b(?:by|before|no later than)\s+(?=(?:the\s+)?(?:end|\d|mon|tue|wed|thu|fri|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))",
    re.IGNORECASE,
)
_GROUP = re.compile(r"(?:[A-Z][\w’'-]*\s+){1,3}(?:Chairs|Leads|Heads|Members|Governors|Officers|Partners)")
_GROUPS = frozenset(("all", "all members", "members", "all present", "everyone", "all to note", "board members", "all schools"))


@dataclass(frozen=True, slots=True)
class Duty:
    """An action as it stands in the paper: the words to quote, what has to be done, and the owners as printed."""

    span: Span
    text: str
    owners: tuple[str, ...]
    owner_span: Span | None = None
    due: str = ""
    status: str = ""


def read(scene: Scene) -> Iterable[Statement]:
    """The actions of this meeting with their owners."""
    if scene.meeting is None and not any("terms of reference" in b.text.lower() for b in scene.document.blocks[:6]):
        return
    told: dict[str, int] = {}
    for section in scene.sections:
        if section.category in ATTENDANCE or section.category in LABELS:
            continue
        for duty in _duties(scene, section):
            ordinal = told.get(duty.text, 0)
            if ordinal:
                continue
            told[duty.text] = 1
            yield from _claims(scene, section, duty)


def _claims(scene: Scene, section: Section, duty: Duty) -> Iterator[Statement]:
    action = Mention(kind="Action", text=duty.text, section="actions")
    yield claim(
        None,
        action,
        span=duty.span,
        text=duty.text,
        owner_text=", ".join(duty.owners),
        due=_date(scene, duty.due) or _due(scene, duty.text),
        item=" ".join(filter(None, (section.number, section.title))).strip()[:120],
        status="closed" if re.match(r"clos|complet|done|discharg", duty.status, re.IGNORECASE) else "open",
    )
    if scene.meeting:
        yield claim("ARISING_FROM", action, scene.meeting, span=duty.span)
    for owner in duty.owners:
        yield claim(
            "ASSIGNED_TO",
            action,
            Mention(kind="Owner", text=owner, section="actions"),
            span=duty.owner_span or duty.span,
            confidence=0.9,
        )


def _date(scene: Scene, text: str) -> str:
    dates = find_dates(text, near=scene.date)
    return (dates[0].end or dates[0].start) if dates else ""


def _due(scene: Scene, text: str) -> str:
    found = _BY.search(text)
    dates = find_dates(text[found.end() :], near=scene.date) if found else []
    return (dates[0].end or dates[0].start) if dates and dates[0].at < 12 else ""


def _duties(scene: Scene, section: Section) -> Iterator[Duty]:
    owner_column = _owner_column(section.columns)
    for at, block in enumerate(section.blocks):
        if block.kind is Shape.ROW and owner_column is not None:
            yield from _row(scene, section, block, owner_column)
            continue
        if block.kind is Shape.ROW and (marked := _margin(scene, block)) is not None:
            yield marked
            continue
        following = section.blocks[at + 1] if at + 1 < len(section.blocks) else None
        owners = _owner_cell(scene, following)
        for span in block.cells:
            yield from _paragraph(scene, section, span, owners, following.span if following and owners else None)
    for span in filter(
        None, (section.heading if not section.blocks or section.heading is not section.blocks[0].span else None, section.rest)
    ):
        yield from _paragraph(scene, section, span, (), None)


def _margin(scene: Scene, block: Block) -> Duty | None:
    """A paragraph with its owners in the margin beside it."""
    filled = [cell for cell in block.cells if cell]
    if len(filled) < 2 or len(filled[-1].text.split()) > 4 or len(filled[-2].text.split()) < 4:
        return None
    owners = _owners(filled[-1].text)
    if not owners or not all(_is_somebody(owner, scene) for owner in owners):
        return None
    return _owned(list(filled[-2].sentences()), owners, filled[-1])


def _owner_column(columns: tuple[str, ...]) -> int | None:
    """Which column names the owners: one headed so, else the one headed "Action" beside the items."""
    for wanted in (r"owner|lead|responsible|\bwho|assigned|by whom|officer|person", r"action"):
        found = next((at for at, name in enumerate(columns) if re.search(wanted, name)), None)
        if found is not None:
            return found
    return None


def _row(scene: Scene, section: Section, block: Block, column: int) -> Iterator[Duty]:
    """A table row: who stands in the owners' column owns what the row calls an action, else its last sentence that asks for something."""
    cell = block.cells[column] if column < len(block.cells) else None
    owners = _owners(cell.text.replace("\n", ", ")) if cell else ()
    task = next((i for i, name in enumerate(section.columns) if i != column and re.search(r"\b(?:action|task)", name)), None)
    if task is not None and task < len(block.cells) and block.cells[task]:
        yield _logged(block, section.columns, task, owners, cell)
        return
    words = [sentence for i, other in enumerate(block.cells) if i != column and other for sentence in other.sentences()]
    if owners and cell is not None:
        yield _owned(words, owners, cell)
        return
    for sentence in words:
        yield from _sentence(scene, section, sentence)


def _logged(block: Block, columns: tuple[str, ...], task: int, owners: tuple[str, ...], cell: Span | None) -> Duty:
    """A row of a log of actions, which has a column for what is to be done."""
    at = {name: block.cells[i].text for i, name in enumerate(columns) if i < len(block.cells)}
    due = next((text for name, text in at.items() if re.search(r"due|deadline|when|target|timescale|by$", name)), "")
    status = next((text for name, text in at.items() if name == "status"), "")
    return Duty(block.cells[task], block.cells[task].text, owners, cell, due=due, status=status)


def _owned(words: list[Span], owners: tuple[str, ...], cell: Span) -> Duty:
    labelled = [s for s in words if _LABEL.match(s.text)]
    asked = [s for s in words if _MODAL.search(s.text)]
    best = (labelled or asked or words or [cell])[-1]
    return Duty(best, _without_label(best.text), owners, cell if cell is not best else None)


def _without_label(text: str) -> str:
    return _LABEL.sub("", text).strip()


def _owner_cell(scene: Scene, block: Block | None) -> tuple[str, ...]:
    """The owners in a cell that holds nothing but names of people who are in this paper."""
    if block is None or block.kind is Shape.ROW or len(block.text.split()) > 6:
        return ()
    text = re.sub(r"^actions?\s*:\s*", "", block.text, flags=re.IGNORECASE)
    owners = _owners(text)
    if text == block.text and all(
        meeting_role(owner) for owner in owners
    ):  # "Chair" below the minutes is where the chair signs
        return ()
    return owners if owners and all(_is_somebody(owner, scene) for owner in owners) and text[-1] not in ".?" else ()


def _owners(text: str) -> tuple[str, ...]:
    return tuple(piece for piece in (part.strip(" .:–-") for part in _JOIN.split(text)) if piece)


def _paragraph(scene: Scene, section: Section, span: Span, owners: tuple[str, ...], cell: Span | None) -> Iterator[Duty]:
    if _owner_cell_text(scene, span):
        return
    duties = [duty for sentence in span.sentences() for duty in _sentence(scene, section, sentence)]
    if owners and cell and not any(set(map(fold, owners)) & set(map(fold, duty.owners)) for duty in duties):
        sentence = list(span.sentences())[-1]
        duties = [duty for duty in duties if duty.span != sentence]
        duties.append(Duty(sentence, _without_label(sentence.text), owners, cell))
    yield from duties


def _owner_cell_text(scene: Scene, span: Span) -> bool:
    text = re.sub(r"^actions?\s*:\s*", "", span.text, flags=re.IGNORECASE)
    return len(text.split()) <= 4 and all(_is_somebody(owner, scene) for owner in _owners(text))


def _sentence(scene: Scene, section: Section, sentence: Span) -> Iterator[Duty]:
    label = _LABEL.match(sentence.text)
    if label and label["number"] and _EARLIER.search(section.title):
        return
    text = sentence.text[label.end() :] if label else sentence.text
    for modal in _MODAL.finditer(text):
        start, owners = _subject(scene, text, modal)
        if owners:
            yield Duty(sentence, text[start:].strip(), owners)
            return
    if label and text.strip() and not label["number"]:
        yield Duty(sentence, text.strip(), ())


def _subject(scene: Scene, text: str, modal: re.Match[str]) -> tuple[int, tuple[str, ...]]:
    """Where the phrase begins that says who has to act, and who they are; nobody where it is no phrase of people.

    In front of "to" it must begin a clause: "Ann to write", but not "important for Ann to write".
    """
    end, window = modal.start(), max(0, modal.start() - _REACH)
    starts = [0] if window == 0 else []
    starts += [
        cut.end() for cut in _CLAUSE.finditer(text, window, end) if modal["modal"].lower() != "to" or not cut[0][0].isalpha()
    ]
    for start in starts:
        owners = _acting(scene, text[start:end]) if len(text[start:end].split()) <= 10 else ()
        if owners:
            return start, owners
    return 0, ()


def _acting(scene: Scene, who: str) -> tuple[str, ...]:
    """The owners in front of "to" or "will"; empty unless each of them is somebody."""
    bare = re.sub(r"^[Tt]he\s+(?=[A-Z])", "", who)
    owners = _owners(bare)
    if bare != who and is_initials(owners[0]):
        return ()  # "the SIP will" is a thing
    return owners if owners and all(_is_somebody(owner, scene) for owner in owners) else ()


def _is_somebody(text: str, scene: Scene) -> bool:
    """Whether a phrase stands for people of this paper: a name, a first name, initials, the chair, all, or the holder of a post."""
    if fold(text) in _GROUPS or fold(text) in ("chair", "the chair", "clerk", "the clerk", "vice chair", "secretary"):
        return True
    if fold(text) in scene.known_names or (is_initials(text) and len(text) <= 4):
        return True
    honorific, bare = split_honorific(text)
    if honorific or " " in text:
        return looks_like_person(text) or fold(text) in _posts(scene) or bool(_GROUP.fullmatch(text))
    return _is_given(bare, scene)


def _is_given(word: str, scene: Scene) -> bool:
    if fold(word) in scene.given_names:
        return True
    return word[:1].isupper() and any(
        same_given(word, parse_person(p.label).given) for p in scene.people if len(parse_person(p.label).given) > 2
    )


def _posts(scene: Scene) -> frozenset[str]:
    return frozenset(fold(s.object.label) for s in scene.found if s.link == "HOLDS" and s.object is not None)
