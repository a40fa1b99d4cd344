"""Labels that were dumped before all that they label: "Present: Apologies: In attendance: A Name, B Name C Name D Name, E Name".

Source: tables of two columns, labels at the left and people at the right, whose columns were read one after the other, in one line
or a line each.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sederunt.graph.dates import find_dates, find_times
from sederunt.loaders.document import Block, Shape, Span
from sederunt.loaders.naming.headings import ATTENDANCE, LABELS, OF_A_MEETING, category_of, is_in_heading, read_heading
from sederunt.loaders.naming.roll import read_roll

_WORD = re.compile(r"\S+")
_JOINED = re.compile(r"(?:[,;&]|\band|\bagus|\ba)\s*$")
_BRACKET = re.compile(r"\s*\([^()]*\)")
_OPEN = re.compile(r"\b(?:and|of|the|for|in|from|by|at|to|a|an)$", re.IGNORECASE)
_TOLD = re.compile(
    r"(?<=\s)(?:\d{1,3}[.:]?\s+[A-Z]|(?!(?:and|of|the|for|to|de|van|in|from|with|on|by|at|behalf|agus|y)\b)[a-z]{2,})"
)
"""Where a list of people ends: an item begins, or a sentence."""
_LONGEST = 4000
"""No list of those who were there is longer."""


def matched(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with each label of such a column in front of what it labels; labels that cannot be matched stay where they are."""
    apart = [piece for block in blocks for piece in _of_line(block)]
    return tuple(_of_lines(apart))


# In one line -----------------------------------------------------------------------------------------------------------------


def _of_line(block: Block) -> list[Block]:
    if block.kind is not Shape.LINE:
        return [block]
    labels = _run(block.span.text)
    listed, people = _groups(block.span, labels[-1][1]) if labels else ([], 0)
    if not labels or len(listed) < len(labels) or (len(listed) > len(labels) and len(listed) == people):
        return [block]  # people who run on without marks, and nothing says where a list ends
    spans = [block.span.part(0, labels[0][0])]
    for at, (start, end) in enumerate(listed):
        spans += [block.span.part(*labels[at])] if at < len(labels) else []
        spans.append(block.span.part(start, end))
    spans.append(block.span.part(listed[-1][1], len(block.text)))
    return block.apart([span for span in spans if span], gaps=True)


def _run(text: str) -> list[tuple[int, int]]:
    """Where labels of different lists follow one another, two at least; the longest such run."""
    words = list(_WORD.finditer(text, 0, _LONGEST))
    if sum(is_in_heading(word[0]) for word in words) < 2:
        return []
    best, run, at = list[tuple[int, int]](), list[tuple[int, int]](), 0
    while at < len(words):
        size = _label_size(text, words, at)
        run = [*run, (words[at].start(), words[at + size - 1].end())] if size else []
        if len(run) > len(best):
            best = run
        at += size or 1
    categories = [category_of(text[start:end].rstrip(":")) for start, end in best]
    whole = len(best) > 1 and len(set(categories)) == len(categories) and any(c in OF_A_MEETING for c in categories)
    forms = {(text[start:end].isupper(), text[end - 1] == ":") for start, end in best}
    return best if whole and len(forms) == 1 else []


def _label_size(text: str, words: Sequence[re.Match[str]], at: int) -> int:
    """How many words the label of a list has that begins here; 0 if none does."""
    if not words[at][0][0].isupper() or not any(is_in_heading(word[0]) for word in words[at : at + 5]):
        return 0
    for size in range(min(5, len(words) - at), 0, -1):
        phrase = text[words[at].start() : words[at + size - 1].end()]
        category = "" if ":" in phrase[:-1] or _OPEN.search(phrase) else category_of(phrase.rstrip(":"))
        told = category in OF_A_MEETING or (category in ATTENDANCE and (size > 1 or phrase[-1] == ":"))
        if told and not _are_two(phrase):
            return size
    return 0


def _are_two(phrase: str) -> bool:
    """Whether a phrase is two labels one after the other, "Present Apologies", and not one: "Members present"."""
    words = phrase.rstrip(":").split()
    halves = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
    telling = (*OF_A_MEETING, "chair")
    return any(
        right[0].isupper() and not left.split()[-1].islower() and category_of(left) in telling and category_of(right) in telling
        for left, right in halves
    )


def _groups(span: Span, start: int) -> tuple[list[tuple[int, int]], int]:
    """Where the lists begin and end that follow the labels, and how many people are in all of them.

    People joined by commas, semicolons or "and" are in one list.
    """
    told = _TOLD.search(span.text, start)
    end = min(told.start() if told else len(span.text), start + _LONGEST)
    places: list[tuple[int, int]] = []
    at = start
    for entry in read_roll(span.part(start, end)):
        found = span.text.find(entry.name, at, end)
        if found >= 0:
            begin = span.text.rfind(entry.honorific, at, found) if entry.honorific else found
            places.append((found if begin < 0 else begin, found + len(entry.name)))
            at = found + len(entry.name)
    if places and (bracket := _BRACKET.match(span.text, at)):
        places[-1] = (places[-1][0], bracket.end())
    cuts = [b for (_, a), (b, _) in pairwise(places) if not _JOINED.search(span.text[a:b])]
    starts = [places[0][0], *cuts] if places else []
    return list(pairwise([*starts, places[-1][1]])) if places else [], len(places)


# A line each -----------------------------------------------------------------------------------------------------------------


def _of_lines(blocks: Sequence[Block]) -> Iterator[Block]:
    at = 0
    while at < len(blocks):
        end = at
        while end < min(len(blocks), at + _MOST) and _label(blocks[end]):
            end += 1
        values = _values(blocks, end) if end - at > 1 else []
        pairs = _zipped(blocks[at:end], values)
        for label, value in pairs:
            yield replace(label, gap=True)
            yield from value
        at = end + sum(len(value) for _, value in pairs) if pairs else at + 1  # further groups stand below the last label
        if not pairs:
            yield blocks[at - 1]


_MOST = 12
"""So many labels at most stand one after another."""


def _label(block: Block) -> str:
    """The category of a line that is a label and no more."""
    heading = read_heading(block.span) if block.kind is Shape.LINE else None
    return heading[0] if heading and heading[2] is None and heading[0] in (*ATTENDANCE, *LABELS) else ""


def _values(blocks: Sequence[Block], start: int) -> list[list[Block]]:
    """The groups of lines, apart by blank lines, that follow the labels."""
    groups: list[list[Block]] = []
    for block in blocks[start : start + 80]:
        if block.kind is not Shape.LINE or read_heading(block.span) or _TOLD.search(f" {block.text[:6]}"):
            break
        if block.gap or not groups:
            groups.append([])
        groups[-1].append(block)
    return groups


def _zipped(labels: Sequence[Block], groups: list[list[Block]]) -> list[tuple[Block, list[Block]]]:
    categories = [_label(label) for label in labels]
    if len(labels) < 2 or len(set(categories)) < len(labels) or not any(c in OF_A_MEETING for c in categories):
        return []
    if len(groups) < len(labels):
        return []
    kept = groups[: len(labels)]
    fits = all(
        _fits(category, " ".join(block.text for block in group)) for category, group in zip(categories, kept, strict=True)
    )
    return list(zip(labels, kept, strict=True)) if fits else []


def _fits(category: str, text: str) -> bool:
    """Whether words can be what a label labels."""
    if category == "date":
        return bool(find_dates(text))
    if category == "time":
        return bool(find_times(text).start)
    return category in LABELS or bool(read_roll(Span(text, ((0, 0),))))
