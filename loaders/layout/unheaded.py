"""People listed under a heading that is no usual one, or under none: told by what stands there.

Source: "Durham County Councillors:" over names; a head of minutes whose next lines are names, without "Present".
"""

import re
from collections.abc import Sequence
from functools import cache

from sederunt.graph.dates import find_dates
from sederunt.graph.lexicon import pairs
from sederunt.graph.lexicon import words as vocabulary
from sederunt.graph.names import fold
from sederunt.loaders.document import Block, Span
from sederunt.loaders.naming.entries import read_entry
from sederunt.loaders.naming.headings import ATTENDANCE, LABELS, OF_A_MEETING, Heading, category_of, read_heading
from sederunt.loaders.naming.people import looks_like_person, surely_person
from sederunt.loaders.naming.runs import begins_entry, split_names, split_people, split_plural
from sederunt.loaders.naming.venues import is_place
from sederunt.loaders.naming.wording import is_body, names_organisation

_EMPLOYED = ("staff", "officials", "employees")
"""Who works for a body and is none of its members."""
_AWAY = ("apologies", "absent", "not_present", "members")
_COLON = re.compile(r"(?P<words>[^:]{3,60}?)\s*:\s*")
_MEETS = re.compile(r"\b(?:minutes?|meetings?|notes|held|cofnodion|cyfarfod|miontuairiscí|cruinniú)\b", re.IGNORECASE)
_TITLE = re.compile(r"^(?:minutes|notes)\b|\b(?:minutes|notes)$", re.IGNORECASE)
_TELLS = re.compile(r"\b(?:is|are|was|were|has|have|had|met|took|included|attended|presided)\b")
_FEWEST = 3
"""So many people at least make a list."""
_LONGEST_HEAD = 60
"""What stands farther down than so many lines is no head of a paper any more."""


@cache
def _groups() -> dict[str, str]:
    return pairs("loaders", "heading_groups")


def read_group_heading(block: Block, following: Block | None, current: str) -> tuple[str, Span, Span | None] | None:
    """(category, heading, rest) of a line such as "County Councillors:" in a list of people; None where it heads nobody.

    ``current`` is the category of the list in which it stands: those under a group of those who sent apologies sent them too.
    """
    text = block.span.text
    colon = _COLON.match(text)
    words = colon["words"] if colon else text
    last = fold(re.sub(r"\([^()]*\)|\W+$", " ", words)).split()[-1:]
    away = colon is not None and not vocabulary("loaders", "away_words").isdisjoint(fold(words).split())
    category = "apologies" if away else _groups().get(last[0]) if last else None
    one = colon is None and words.startswith(("A ", "An ", "One "))  # a seat for which nobody is named
    if (
        category is None
        or one
        or not words[0].isupper()
        or len(words.split()) > 7
        or names_people(block.span.part(0, len(words)))
    ):
        return None
    rest = block.span.part(colon.end(), len(text)) if colon else None
    under = rest or (following.span if following else None)
    headed = rest is None and following is not None and read_heading(following.span) is not None
    if under is None or headed or not (names_people(under) or _is_nobody(under.text)):
        return None
    works = current == "members" and last[0] in _EMPLOYED
    kept = current if (current in _AWAY and not works) or (category == "present" and current in ATTENDANCE) else category
    return kept, block.span.part(0, len(words)), rest or None


def any_heading(span: Span) -> Heading | None:
    """What ``read_heading`` tells, and a heading that ends in a full stop before people."""
    return read_heading(span) or _stopped_heading(span)


def _stopped_heading(span: Span) -> Heading | None:
    """(category, heading, rest) of a line whose heading ends in a full stop before people: "Present. Ann Hale, Ben Moss"."""
    stop = _STOP.match(span.text)
    category = category_of(stop["words"]) if stop else ""
    if stop is None or category not in ATTENDANCE:
        return None
    rest = span.part(stop.end(), len(span.text))
    return (category, span.part(0, stop.end("words")), rest) if begins_entry(rest) else None


_STOP = re.compile(r"(?P<words>[A-Z][a-zA-Z]*(?: [A-Za-z]+){0,4})\.\s+(?=[A-Z])")


def names_people(span: Span) -> int:
    """How many people a line names, as a line of a list of people does."""
    honorific, inner = split_plural(span)
    if honorific:
        return len(split_names(inner))
    pieces = split_people(span)
    if len(pieces) > 1:
        return len(pieces)
    entry = read_entry(span) if len(span.text.split()) <= 25 and not span.text.endswith(".") else None
    return int(entry is not None and (surely_person(f"{entry.honorific} {entry.name}".strip()) or bool(entry.initials)))


def counted_person(span: Span) -> bool:
    """Whether a line behind a number begins with the name of one person: "Lights – Mr Moss" does not."""
    told = not vocabulary("loaders", "verbs").isdisjoint(span.text.split()[1:7])
    entry = read_entry(span) if not told and names_people(span) else None
    return entry is not None and span.text.startswith(entry.honorific or entry.name) and not span.text.endswith(".")


def heads_meeting(blocks: Sequence[Block]) -> bool:
    """Whether these lines are the head of the paper of a meeting: one has its date, and one says that they met."""
    head = blocks[:_LONGEST_HEAD]
    return any(_MEETS.search(block.text) for block in head) and (
        any(find_dates(block.text) for block in head) or any(_TITLE.search(block.text) for block in head[:3])
    )


def heads_nobody(block: Block, following: Block) -> bool:
    """Whether words that could head a list are a body's name or a remark in the head of a paper, as what follows tells.

    Source: "BOARD OF DIRECTORS" over "Minutes of the meeting held on …", "Library Board of Trustees" over "Present: …".
    """
    text = following.span.text
    found = read_heading(following.span)
    if found is not None:
        return found[0] in (*LABELS, *OF_A_MEETING) and is_body(block.text)
    return (
        not block.text.rstrip().endswith(":")
        and not names_people(following.span)
        and bool(find_dates(text) or (_MEETS.search(text) and len(text) < 200))
    )


def _is_nobody(text: str) -> bool:
    return fold(text) in ("none", "nil", "no apologies", "n a", "")


def gathering(blocks: tuple[Block, ...], categories: frozenset[str]) -> tuple[int, int] | None:
    """Which of the lines of a head are those who were there, though no heading says so: from the first to behind the last.

    ``categories`` are those of the sections below: where they have a list of those present, none is looked for.
    """
    dated = [at for at, block in enumerate(blocks) if find_dates(block.text) and not names_people(block.span)]
    meets = heads_meeting([block for block in blocks if not names_people(block.span)]) or categories & {
        *OF_A_MEETING,
        "date",
        "time",
    }
    if "present" in categories or "members" in categories or not meets:
        return None
    signed = next((at for at, block in enumerate(blocks) if _SIGNED.search(block.text)), len(blocks))
    start = next((at for at in range(dated[0] + 1 if dated else 0, signed) if _lists(blocks[at])), None)
    if start is None:
        return None
    end, count = start, 0
    while end < len(blocks) and (_lists(blocks[end]) or _says_more(blocks, end)):
        count += names_people(blocks[end].span)
        end += 1
    return (start, end) if count >= _FEWEST else None


_SIGNED = re.compile(r"\b(?:respectfully submitted|signed as|signed by|minutes (?:were )?approved)\b", re.IGNORECASE)
"""What stands over the names at the end of minutes, of whoever signs them."""


def _lists(block: Block) -> bool:
    text = block.span.text
    told = text.endswith(".") and _TELLS.search(text)
    named = surely_person(text.split(",")[0])  # "Dr Ann Hale, Chair, Harbour Committee" is no body
    return not told and names_people(block.span) > 0 and (named or not (is_body(text) or is_place(text)))


def _says_more(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether a short line between people says more about the one above it."""
    text = blocks[at].text
    return not blocks[at].gap and len(text.split()) <= 8 and text[-1] not in ".:" and any(map(_lists, blocks[at + 1 : at + 2]))


def names_one(block: Block | None, category: str) -> bool:
    """Whether the line under a heading names somebody (under "body": is a line of its own)."""
    if block is None:
        return False
    return category == "body" or looks_like_person(re.sub(r"[(\[].*|,.*", "", block.span.text).strip())


def is_name(span: Span) -> bool:
    """Whether a text is a name, perhaps with something in brackets or behind a comma."""
    return looks_like_person(re.sub(r"[(\[,;].*", "", span.text, flags=re.DOTALL).strip())


def part_of_body(found: Heading | None, current: str, following: Block | None) -> Heading | None:
    """A heading; one for the body ("Board:", "Committee") in a list of people is over those of them who are its members."""
    if found is None or found[0] != "body" or current not in ATTENDANCE:
        return found
    under = found[2] or (following.span if following else None)
    named = under is not None and names_people(under)
    return (current if current in ("apologies", "absent") else "present", *found[1:]) if named else None


def says_of_sender(above: Sequence[Block], block: Block, following: Block | None) -> bool:
    """Whether a line such as "Apologies", right under an authority and over the next, only says that nobody came from it."""
    if not above or following is None or ":" in block.text:
        return False
    return above[-1].gap and not block.gap and following.gap and _sends(above[-1]) and _sends(following)


def _sends(block: Block) -> bool:
    return names_organisation(block.text) and not names_people(block.span)
