"""Sections as their paper means them: members on a letterhead who are no list of a meeting, people whom a star marks as away.

Source: letterheads that name the directors above the minutes of a committee; lists of those who serve, with "* absent" below them;
officers with their posts, a line each ("President: Ann Hale", "Coach: Ben Moss").
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from sederunt.graph.dates import find_dates
from sederunt.loaders.document import Block, Document, Shape
from sederunt.loaders.layout.chapters import CHAPTER, Chapter, chapters, governs
from sederunt.loaders.layout.listings import MARK
from sederunt.loaders.layout.sections import HEAD, TOPIC, Section
from sederunt.loaders.layout.unheaded import names_people
from sederunt.loaders.naming.entries import read_entry
from sederunt.loaders.naming.headings import ATTENDANCE, OF_A_MEETING, category_of

_TITLE = re.compile(r"(?:(?:draft|approved|unapproved|unconfirmed|confirmed|meeting)\s+)*minutes", re.IGNORECASE)
_LEGEND = re.compile(
    r"(?P<mark>[*†‡^]{1,2})\s*(?:[=:–-]\s*|(?:denotes|indicates|means|is|was)\s+)?(?P<meaning>[A-Za-z ]{4,30})\.?"
)
_AWAY = ("apologies", "absent")


def meant(sections: tuple[Section, ...], document: Document) -> tuple[Section, ...]:
    """The sections with the people of lists where they belong."""
    told = chapters(document)
    if told or governs(document):
        return tuple(_of_no_meeting(sections, told))
    lined = tuple(_with_notes_apart(tuple(_with_officers_apart(_below_letterhead(_of_meetings(sections))))))
    mark, meaning, line = _legend(document)
    return tuple(_without_starred(lined, mark, meaning, line)) if mark else lined


def _of_no_meeting(sections: tuple[Section, ...], told: tuple[Chapter, ...]) -> Iterator[Section]:
    """The sections of a page on governance: nobody is listed there as present, and what is said of each body is read by itself."""
    apart = {number for chapter in told for number in chapter.apart}
    for section in sections:
        kept = tuple(block for block in section.blocks if block.number not in apart)
        category = TOPIC if section.category in ATTENDANCE else section.category
        if section.heading is not None and section.heading.line_at(0) in apart:
            yield from [Section(category, blocks=kept)] if kept else ()
        else:
            yield replace(section, category=category, blocks=kept)
    yield from (Section(CHAPTER, heading=chapter.name, blocks=chapter.blocks) for chapter in told)


def _of_meetings(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections, without lists of those in attendance where no heading says that anybody attended: "Statutory officers" on a page."""
    listed = [section for section in sections if section.category in ATTENDANCE]
    if any(section.category != "in_attendance" or _SAID.search(section.title) for section in listed):
        return sections
    return tuple(replace(section, category=TOPIC) if section.category == "in_attendance" else section for section in sections)


_SAID = re.compile(r"\b(?:attend|present|invit|guest|visitor|here\b)", re.IGNORECASE)


def _below_letterhead(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections with those that a letterhead names behind the head of the minutes below it: they are no list of the meeting's."""
    at = next((at for at, section in enumerate(sections) if _TITLE.fullmatch(section.title.strip(" :"))), 0)
    above = sections[1:at]
    listed = any(section.category in OF_A_MEETING for section in sections[at + 1 :])
    dated = at and any(find_dates(span.text) for span in sections[at].spans)
    if not (above and listed and dated and all(section.category in ("members", "chair", HEAD, TOPIC) for section in above)):
        return sections
    return (sections[0], sections[at], *(replace(section, category=TOPIC) for section in above), *sections[at + 1 :])


def _with_officers_apart(sections: tuple[Section, ...]) -> Iterator[Section]:
    """Those in lines below an officer of a list ("President: Ann Hale") in the list to which the officer belongs."""
    current = ""
    for section in sections:
        if section.category not in ("chair", "clerk"):
            current = section.category if section.category in OF_A_MEETING else ""
        if current and section.category in ("chair", "clerk") and section.rest and any(map(_is_labelled, section.blocks)):
            yield replace(section, blocks=())
            yield Section(current, blocks=section.blocks)
        else:
            yield section


def _with_notes_apart(sections: tuple[Section, ...]) -> Iterator[Section]:
    """The sections, with marked notes that stand apart below people without marks in a part of their own: they are no more people."""
    for section in sections:
        at = _first_note(section)
        if at is None:
            yield section
            continue
        yield replace(section, blocks=section.blocks[:at])
        yield Section(TOPIC, blocks=section.blocks[at:])


def _first_note(section: Section) -> int | None:
    """Where the notes begin below the people of a section, if they do."""
    if section.category not in ATTENDANCE:
        return None
    at = next((at for at, block in enumerate(section.blocks) if MARK.match(block.span.text)), None)
    if at is None or not (section.rest or at) or not section.blocks[at].gap:
        return None
    notes = section.blocks[at : at + _LOOKED_AT]
    told = [block for block in notes if len(block.text.split()) >= _NOTE]
    return at if 2 * len(told) > len(notes) and 2 * sum(map(_lists_people, notes)) < len(notes) else None


def _lists_people(block: Block) -> bool:
    return names_people(block.span) > 0


_LOOKED_AT = 4
"""So many lines tell whether notes begin."""
_NOTE = 4
"""A note has so many words at least."""


def _is_labelled(block: Block) -> bool:
    """Whether a line gives a post and its holder: "Coach: Ben Moss"."""
    post, colon, name = block.text.partition(": ")
    return block.kind is Shape.LINE and bool(colon) and len(post) < 40 and read_entry(block.span) is not None and len(name) < 60


def _legend(document: Document) -> tuple[str, str, int]:
    """(mark, category, line) of what says that a mark means somebody was away ("* absent"); empty where none does."""
    for block in document.blocks:
        found = _LEGEND.fullmatch(block.text.strip("() "))
        if found and category_of(found["meaning"]) in _AWAY:
            return found["mark"], category_of(found["meaning"]), block.number
    return "", "", 0


def _without_starred(sections: tuple[Section, ...], mark: str, meaning: str, line: int) -> Iterator[Section]:
    """The sections, with those whom a mark says to be away in lists of their own behind the others."""
    for section in sections:
        if section.heading and section.heading.line_at(0) == line:
            yield replace(section, category=TOPIC)
            continue
        marked = [block for block in section.blocks if block.kind is Shape.LINE and block.text.endswith(mark)]
        if section.category not in ATTENDANCE or not marked:
            yield section
            continue
        yield replace(section, blocks=tuple(block for block in section.blocks if block not in marked))
        bare = (replace(block, cells=(block.span.part(0, len(block.text) - len(mark)),)) for block in marked)
        yield Section(meaning, blocks=tuple(bare))
