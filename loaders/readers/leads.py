"""Who presented or led an item.

Source: headings that end in a name, and sentences in which somebody presents, introduces or reports (``loaders.duties.leading``); agendas on a
slide whose bullets end in the presenters' names.
"""

import re
from collections.abc import Iterable, Iterator

from sederunt.graph.lexicon import words
from sederunt.graph.names import fold, folded_words
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.actors import Actors
from sederunt.loaders.context.scene import PROSE, THIS, Scene, claim, person, title_claims
from sederunt.loaders.document import Document, Shape, Span
from sederunt.loaders.duties.clauses import meant_by_pronoun
from sederunt.loaders.duties.leading import announced, announces, in_title, labelled, leading, speaks_first
from sederunt.loaders.duties.rows import column_kind
from sederunt.loaders.duties.sections import below_list
from sederunt.loaders.layout.sections import ITEM, TOPIC, Section
from sederunt.loaders.naming.headings import ATTENDANCE, LABELS
from sederunt.loaders.naming.people import surely_person
from sederunt.loaders.naming.titles import read_title

STAGE = PROSE

_BEFOREHAND = re.compile(r"\b(?:met|(?:been|was|were) (?:sent|circulated|tabled|published))\b")
"""What a first sentence says of what went before, so that the second is the one that opens the item: "The Committee met in May."."""
_REPORT = re.compile(r"\b(?:reports?|updates?|briefing|round[- ]?up)\b", re.IGNORECASE)
_AGENDA = re.compile(r"\b(?:agenda|programme|running order|items)\b", re.IGNORECASE)


def read(scene: Scene) -> Iterable[Statement]:
    """Who led which item of this meeting, or of the one whose agenda a deck shows."""
    if scene.document.slides:
        yield from _agenda_slides(scene)
    elif scene.meeting is not None:
        yield from _minutes(scene, scene.meeting)


def _minutes(scene: Scene, meeting: Mention) -> Iterator[Statement]:
    actors = Actors(scene)
    for whole in scene.sections:
        section = below_list(whole) if whole.category in ATTENDANCE and not whole.number else whole
        if section is None or section.category in LABELS:
            continue
        for name, span, confidence in (*_behind_title(actors, section), *_in_text(actors, section)):
            yield claim("LED", actors.speaker(name), meeting, span=span, confidence=confidence, item=_item(section.title))
        for name, span, item in _in_column(actors, section):
            yield claim("LED", actors.speaker(name), meeting, span=span, confidence=0.85, item=_item(item))


def _in_column(actors: Actors, section: Section) -> Iterator[tuple[str, Span, str]]:
    """(name, the row, the item) of those in the column of presenters of an agenda: "3 | Budget | AH"."""
    kinds = [column_kind(name) for name in section.columns]
    if "presenter" not in kinds:
        return
    at = kinds.index("presenter")
    for row in section.blocks:
        if row.kind is not Shape.ROW or len(row.cells) <= at or not row.cells[at]:
            continue
        item = max((cell.text for cell in row.cells if cell is not row.cells[at]), key=len)
        named = actors.people(row.cells[at].text) if _opens(item) and not fold(row.cells[at].text).startswith("all") else ()
        yield from ((name, row.span, item) for name in named)


def _item(title: str) -> str:
    return (re.sub(r"\s*[;(].*$|\s+[–—-]\s+[^–—-]*$", "", title).strip() or title)[:120]


def _behind_title(actors: Actors, section: Section) -> Iterator[tuple[str, Span, float]]:
    if section.heading:
        yield from ((name, section.heading, 0.9) for name in in_title(actors, section.title))


def _in_text(actors: Actors, section: Section) -> Iterator[tuple[str, Span, float]]:
    """(name, the sentence, how sure) of those who lead in the text of a section."""
    title = section.title if section.category in (ITEM, TOPIC) else ""
    for span in _told_heading(section):
        opening = _opens(title)
        yield from ((name, span, 0.7) for name in leading(actors, span, opening=opening))
    listed = False
    titled = section.blocks[0].cells[0] if section.blocks and section.blocks[0].kind is Shape.ROW else None
    for span in section.spans:
        presenters = announced(actors, span.text) if listed else ()
        yield from ((name, span, 0.85) for name in presenters)
        listed = announces(span.text) or (listed and (bool(presenters) or len(span.text) < 3))
        for name in labelled(actors, span.text):
            yield name, span, 0.9
        yield from _led(actors, span, title)
        heads = span is titled and span.text.endswith(section.title)
        if not (heads or len(span.text.split()) < 2):
            title = span.text if _heads(span.text) else ""


def _led(actors: Actors, span: Span, title: str) -> Iterator[tuple[str, Span, float]]:
    """Those who lead in a paragraph; ``title`` is that of the item that it begins, or empty."""
    earlier: list[Span] = []
    for at, sentence in enumerate(span.sentences()):
        opening, report = _opens(title), bool(_REPORT.search(title))
        meant = meant_by_pronoun(actors, sentence, earlier)
        names = leading(actors, sentence, opening=opening, report=report, before=meant)
        if not names and opening and report and not at:
            names = speaks_first(actors, sentence.text)
        yield from ((name, sentence, 0.6 if opening else 0.75) for name in names)
        earlier.append(sentence)
        if not at and _runs_in(sentence.text):
            title = sentence.text.rstrip(".")  # "Roof. Ann reported …"
        elif at or not _BEFOREHAND.search(sentence.text) or actors.mentions(sentence.text):
            title = ""


def _opens(title: str) -> bool:
    """Whether somebody can lead the item of this title; nobody does without one."""
    return bool(title) and not _procedural(title)


def _runs_in(text: str) -> bool:
    """Whether the first sentence of a paragraph is its title."""
    tokens = folded_words(text)
    told = words("loaders", "verbs") | {"is", "was", "are", "were", "has", "had", "none", "nil"}
    return len(tokens) < 5 and text.endswith(".") and told.isdisjoint(tokens)


def _heads(text: str) -> bool:
    """Whether a line of its own, not marked, is the title of what follows: "Finance Report"."""
    return len(text.split()) < 7 and text[:1].isupper() and text[-1:] not in ".,;?!"


def _told_heading(section: Section) -> tuple[Span, ...]:
    """The heading where it is a sentence, such as "AH introduced this item"."""
    first = section.blocks[0].span if section.blocks else None
    told = section.heading if section.heading and section.heading is not first and len(section.title.split()) > 3 else None
    return (told,) if told else ()


def _procedural(title: str) -> bool:
    return bool(set(folded_words(title)) & words("loaders", "procedural_items"))


def _agenda_slides(scene: Scene) -> Iterator[Statement]:
    """A slide headed "Agenda": each bullet is a topic that ends in the names of those who speak to it."""
    for slide in scene.sections:
        if not _AGENDA.search(slide.title):
            continue
        led = [
            (topic, names, block.span)
            for block in slide.blocks
            if block.kind is Shape.BULLET
            for topic, names in _topic(block.span)
        ]
        if not led or slide.heading is None:
            continue
        meeting = _agenda_meeting(scene.document, slide)
        yield claim(None, meeting, span=slide.heading, basis="inferred", confidence=0.6, status="planned")
        for topic, names, span in led:
            for name, title in names:
                who = person(name, "presenters")
                yield claim("LED", who, meeting, span=span, item=topic, confidence=0.9)
                if title:
                    yield from title_claims(who, read_title(title), span, "presenters")


def _agenda_meeting(document: Document, slide: Section) -> Mention:
    return Mention(kind="Meeting", text=document.title if not slide.blocks else slide.title, section=THIS)


def _topic(span: Span) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """(topic, [(name, title)]) of a bullet such as "Early years Ann Hale/Ben Moss (Interim Director)"."""
    text = span.text
    bracket = re.search(r"\s*\(([^()]*)\)\s*$", text)
    title = bracket[1] if bracket else ""
    bare = text[: bracket.start()] if bracket else text
    pieces = re.split(r"\s*(?:/|&|\band\b)\s*", bare)
    names: list[str] = []
    while len(pieces) > 1 and surely_person(pieces[-1]):
        names.insert(0, pieces.pop())
    words = re.split(r"\s+", pieces[-1])
    for size in (3, 2):
        tail = " ".join(words[-size:])
        if len(words) > size and surely_person(tail):
            names.insert(0, tail)
            topic = pieces[-1][: pieces[-1].rfind(words[-size])].strip(" –-:,")
            yield topic, [(name, title) for name in names]
            return
