"""The actions of a section: each of its blocks is read as the layout that it has."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import takewhile

from sederunt.graph.lexicon import pairs, words
from sederunt.graph.names import fold
from sederunt.loaders.context.actors import Actors
from sederunt.loaders.document import Block, Shape, Span
from sederunt.loaders.duties.clauses import starts_with_task
from sederunt.loaders.duties.duty import Duty, signed, split_due, tells_of_sitting
from sederunt.loaders.duties.labels import entry, is_honorific, read_label
from sederunt.loaders.duties.paragraphs import is_done, owned, paragraph
from sederunt.loaders.duties.rows import asks, head_kinds, kinds_of, loose_row, mended, table_row
from sederunt.loaders.duties.stacked import owners_above, stacked_head
from sederunt.loaders.layout.sections import HEAD, TOPIC, Section
from sederunt.loaders.naming.headings import category_of
from sederunt.loaders.naming.roles import meeting_role

_EARLIER = re.compile(
    r"\b(?:matters? arising|(?:previous|old|completed|closed)\b|last (?:meeting|notes|minutes)|actions? from|minutes of)\b",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\W|\d|[a-z]{1,3}[.)]\s")
_RESOLVED = re.compile(r"\b(?:agreed|resolved|recommended|decided)\W+that\W*$", re.IGNORECASE)


def below_list(section: Section) -> Section | None:
    """What is told below a list of people without a heading of its own, as a section; None where the list is all."""
    at = next(
        (
            at
            for at, block in enumerate(section.blocks)
            if _tells(block) and ((block.gap and (at or section.rest)) or _ASKED.match(block.text))
        ),
        None,
    )
    return None if at is None else replace(section, category=TOPIC, heading=None, rest=None, blocks=section.blocks[at:])


def _tells(block: Block) -> bool:
    told = block.text[-1:] == "." and _SENTENCE.search(block.text) is not None
    return block.kind is not Shape.ROW and (told or _ASKED.match(block.text) is not None)


_ASKED = re.compile(r"\W*actions?\b[^:–—]{0,20}(?::|\s[–—-])\s", re.IGNORECASE)


_SENTENCE = re.compile(r"(?:^|\s)[a-z]+ [a-z]+ [a-z]+\b|[a-z]\.\s+[A-Z]\w+ [a-z]+ ")


def head_above(section: Section, before: tuple[str, ...]) -> tuple[str, ...]:
    """What stands in the columns of the rows that a section begins with.

    Args:
        section: the section.
        before: what stands in those of the table that the section before ends in, which may go on: its numbers can look like items.
    """
    goes_on = bool(section.blocks) and section.blocks[0].kind is Shape.ROW
    return kinds_of(section.columns) or (before if goes_on else ())


def head_below(section: Section, above: tuple[str, ...]) -> tuple[str, ...]:
    """What stands in the columns of the table that a section ends in; empty if it ends in none."""
    last = list(takewhile(lambda block: block.kind is Shape.ROW, reversed(section.blocks)))
    found = next(filter(None, map(head_kinds, last)), ())
    return found or (above if len(last) == len(section.blocks) else ())


def section_duties(actors: Actors, section: Section, kinds: tuple[str, ...] = ()) -> Iterator[Duty]:
    """The actions in a section; ``kinds`` says what stands in the columns of the rows that it begins with."""
    recap = bool(_EARLIER.search(section.title))
    if heading := _own_heading(section):
        yield from (duty for duty in paragraph(actors, heading, recap=recap) if not _announces(duty.text))
    if section.rest:
        yield from paragraph(actors, section.rest, recap=recap)
    at, listing = 0, _heads_actions(section.title) and not recap
    while at < len(section.blocks):
        block = section.blocks[at]
        if head := head_kinds(block):
            kinds, at = head, at + 1
            continue
        if block.kind is Shape.ROW and kinds:
            rows = mended(kinds, list(takewhile(_is_row, section.blocks[at:])))
            yield from (duty for row in rows for duty in table_row(actors, kinds, row))
            at += len(list(takewhile(_is_row, section.blocks[at:])))
            continue
        if size := stacked_head(section.blocks[at:]):
            yield from owners_above(actors, section.blocks[at + size :])
            return
        following = section.blocks[at + 1] if at + 1 < len(section.blocks) else None
        if _begins_list(block) and not recap:
            listing, at = True, at + 1
            continue
        listing = listing and not (
            block.gap and at and not _LISTED.match(block.text) and not _begins_list(section.blocks[at - 1])
        )
        yield from _block(actors, section, at, following, listing=listing, recap=recap)
        at += 1


def _is_row(block: Block) -> bool:
    return block.kind is Shape.ROW and not head_kinds(block)


def _own_heading(section: Section) -> Span | None:
    """The heading where it is no part of the first block."""
    return section.heading if not section.blocks or section.heading is not section.blocks[0].span else None


def _announces(text: str) -> bool:
    """Whether a heading tells whose turn it is, and gives nobody a task: "Treasurer's report – Ann Hale to report"."""
    return any(pairs("loaders", "not_duties").get(found[1]) == "title" for found in re.finditer(r"\bto ([a-z]+)\b", text))


def _begins_list(block: Block) -> bool:
    """Whether a line heads a list of actions: "Actions:", "Actions agreed"."""
    return block.kind is not Shape.ROW and len(block.text.split()) <= 5 and _heads_actions(block.text)


def _heads_actions(text: str) -> bool:
    """Whether words head a list of actions, whichever they are: "Actions agreed", "New Action Items", "Remaining actions"."""
    bare = _WHICH.sub("", text.strip(" :–-*_"))
    return category_of(bare) == "actions" or fold(bare) in words("loaders", "duty_labels")


_WHICH = re.compile(
    r"^(?:new|remaining|outstanding|current|further|open|ongoing|agreed|re-?assigned|carried[- ]forward)\s+(?=\S)",
    re.IGNORECASE,
)


def _block(actors: Actors, section: Section, at: int, following: Block | None, *, listing: bool, recap: bool) -> Iterator[Duty]:
    block, before = section.blocks[at], section.blocks[at - 1] if at else None
    if block.kind is Shape.ROW and (marked := loose_row(actors, block, before)) is not None:
        yield from marked
        return
    if owner_cell(actors, block):
        return
    met = listing or actors.scene.meeting is not None
    owned_here = met and following is not None and section.category != HEAD and not tells_of_sitting(block.text)
    owners = owner_cell(actors, following) if following and owned_here else ()
    for span in block.cells:
        if not any(map(str.isalpha, span.text)) or (listing and is_done(span.text)):
            continue
        if listing and not read_label(actors, span.text):
            yield from (duty for duty in entry(actors, span) if duty.owners or starts_with_task(duty.text))
        elif owners and following and asks(actors, block.text):
            yield from owned(actors, list(span.sentences()), owners, following.span)
        else:
            yield from paragraph(actors, span, recap=recap, resolved=_is_resolved(section, at))


def _is_resolved(section: Section, at: int) -> bool:
    """Whether a block is an entry of what was resolved: below "RESOLVED that"."""
    if not _LISTED.match(section.blocks[at].text):
        return False
    opener = next((block.span for block in section.blocks[at - 1 :: -1] if at and not _LISTED.match(block.text)), None)
    words_ = opener or section.rest or section.heading
    return words_ is not None and _RESOLVED.search(words_.text) is not None


def owner_cell(actors: Actors, block: Block) -> tuple[str, ...]:
    """The owners in a line that holds nothing but names of people who are in this paper."""
    if block.kind is Shape.ROW or len(block.text.split()) > 6:
        return ()
    label = read_label(actors, block.text)
    text = split_due(label.rest or ", ".join(label.owners))[0] if label else block.text
    owners = actors.people(text) if not is_honorific(text) else ()
    if not label and all(meeting_role(owner) for owner in owners):  # "Chair" below the minutes is where the chair signs
        return ()
    return owners if text[-1:] not in ".?:" and not signed(text) else ()


def told_once(actors: Actors, duties: list[Duty]) -> list[Duty]:
    """Each action once: a summary at the end repeats what the items say."""
    kept: list[Duty] = []
    for duty in duties:
        again = next((at for at, other in enumerate(kept) if _repeats(actors, duty, other)), None)
        if again is None:
            kept.append(duty)
        else:
            kept[again] = replace(kept[again], owners=kept[again].owners or duty.owners, due=kept[again].due or duty.due)
    return kept


def _repeats(actors: Actors, duty: Duty, other: Duty) -> bool:
    """Whether two actions have the same owners and most of their words."""
    one, two = _telling(duty.text), _telling(other.text)
    if not (one and two) or len(one & two) < 0.75 * min(len(one), len(two)):
        return False
    return all(any(actors.same(mine, theirs) for theirs in other.owners) for mine in duty.owners)


@lru_cache(maxsize=4096)
def _telling(text: str) -> frozenset[str]:
    return frozenset(
        word for word in re.findall(r"[a-z0-9]{3,}", text.lower()) if word not in ("the", "and", "will", "for", "with")
    )
