"""Plain text: what is left of Word tables (a cell per line, or a row per line with tags inside) and of slide decks.

Source: minutes whose tables were dumped one cell per line; tables dumped one row per line, cells apart by tabs, with HTML inside;
decks hard-wrapped with the slide's number glued to its title, bullets joined by `` - `` and every ``&`` lost.
"""

import re
from itertools import pairwise

from sederunt.loaders.document import Block, Document, Line, Shape, Span, joined
from sederunt.loaders.files.encoding import decoded
from sederunt.loaders.layout.lines import paragraphs, printed_span

SUFFIXES = (".txt", ".md", ".text")

_BULLET = re.compile(r"-(?:\s+|$)")
_INNER_BULLET = re.compile(r"\s-(?=\s|$)")
_SLIDE = re.compile(r"\d+(?![\d.):,/]|\s*$|\s+\w)")


def read(data: bytes, name: str) -> Document:
    """The document in a text file.

    Raises:
        PaperError: the file is binary.
    """
    lines = [Line(number, raw) for number, raw in enumerate(decoded(data, name).splitlines(keepends=True), 1)]
    starts = _slide_starts(lines)
    blocks, trailing = _slides(lines, starts) if starts else paragraphs(lines)
    return Document("text", _title(blocks), tuple(blocks), tuple(trailing))


def _title(blocks: list[Block]) -> str:
    """The first line that says something, for people to know the paper by."""
    first = next((block.span.text for block in blocks if any(c.isalpha() for c in block.span.text)), "")
    return first.removeprefix("Title:").strip()[:120]


def _slide_starts(lines: list[Line]) -> list[int]:
    """The indexes of the lines that begin slide 1, 2, 3 …; empty if this is no deck."""
    starts: list[int] = []
    for at, line in enumerate(lines):
        if (found := _SLIDE.match(line.raw)) and found[0] == str(len(starts) + 1):
            starts.append(at)
    return starts if len(starts) >= 3 and starts[0] <= 5 else []


def _slides(lines: list[Line], starts: list[int]) -> tuple[list[Block], list[Line]]:
    blocks = paragraphs(lines[: starts[0]])[0]
    spare = list[Line]() if blocks else list(lines[: starts[0]])
    ends = [*starts[1:], len(lines)]
    for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1):
        slide, spare = _slide(lines[start:end], number, spare)
        blocks += slide
    return blocks, spare


def _slide(lines: list[Line], number: int, spare: list[Line]) -> tuple[list[Block], list[Line]]:
    """The blocks of one slide, and the blank lines after its last."""
    blocks: list[Block] = []
    group: list[tuple[Line, str]] = []
    blanks = list(spare)
    bulleted = (
        any(_BULLET.match(line.raw) for line in lines[1:]) or _BULLET.match(lines[0].raw.lstrip("0123456789")) is not None
    )
    for at, line in enumerate(lines):
        words = line.raw.removeprefix(str(number)) if at == 0 else line.raw
        if not words.strip() and at:
            blanks.append(line)
            continue
        begins = at == 0 or not bulleted or _BULLET.match(words) is not None
        if begins and group:
            blocks += _slide_blocks(group, number, blocks, bulleted=bulleted)
            group = []
        group += [(blank, "") for blank in blanks]
        blanks = []
        group.append((line, words))
    return blocks + _slide_blocks(group, number, blocks, bulleted=bulleted), blanks


def _slide_blocks(group: list[tuple[Line, str]], slide: int, before: list[Block], *, bulleted: bool) -> list[Block]:
    spans = [printed_span(words, line.number, slide) for line, words in group if words.strip()]
    whole = joined(spans) if spans else Span("", ((0, group[0][0].number),), slide)
    lines = tuple(line for line, _ in group)
    if not before and not _BULLET.match(whole.text):
        return [Block(Shape.TITLE, lines, (whole,), slide=slide)]
    if not bulleted:
        return [Block(Shape.BOX, lines, (whole,), slide=slide)]
    pieces = _split_bullets(whole)
    first = Block(Shape.BULLET, lines, (pieces[0],), slide=slide)
    return [first, *(Block(Shape.BULLET, (), (piece,), slide=slide) for piece in pieces[1:])]


def _split_bullets(whole: Span) -> list[Span]:
    """The bullets that were joined into one line by `` - ``."""
    cuts = [0, *(m.start() + 1 for m in _INNER_BULLET.finditer(whole.text)), len(whole.text)]
    pieces = [whole.part(start, end) for start, end in pairwise(cuts)]
    bare = [piece.part(len(mark[0]), len(piece.text)) if (mark := _BULLET.match(piece.text)) else piece for piece in pieces]
    return [piece for piece in bare if piece] or [whole.part(0, 0)]
