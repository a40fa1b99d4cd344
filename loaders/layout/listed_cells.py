"""Rows of which each cell holds a list of people, a line each: the lists one after the other, as if no table held them.

Source: "Present: | A Name", "B Name" in a cell below each other; a table without borders that sets "Present" with those under it beside
"Apologies" with those; a row of such headings over a row with all the names.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sederunt.loaders.document import Block, Shape, Span
from sederunt.loaders.naming.headings import LISTS, read_heading
from sederunt.loaders.naming.people import looks_like_person

_BESIDE = re.compile(r"[(\[][^()\[\]]*(?:[)\]]|$)|,.*|\s[–—-]\s.*")
"""What stands beside a name in its line."""


def opened(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with such rows as lines, in the order in which they are read; others stay as they are."""
    found: list[Block] = []
    for block in blocks:
        cells = [cell for cell in block.cells if cell]
        stacked = block.kind is Shape.ROW and any("\n" in cell.text for cell in cells)
        heads = _heads_of(found[-1], cells) if found and stacked else []
        if heads:
            above = found.pop()
            pieces = [piece for head, cell in zip(heads, cells, strict=True) for piece in (head, *_lines(cell))]
            found += _as_lines(replace(block, lines=(*above.lines, *block.lines), gap=above.gap), pieces)
        elif stacked and (_is_labelled(cells) or _are_lists(cells)):
            found += _as_lines(block, [line for cell in cells for line in _lines(cell)])
        else:
            found.append(block)
    return tuple(found)


def _lines(cell: Span) -> list[Span]:
    return [cell.part(*line.span()) for line in re.finditer(r"[^\n]+", cell.text)]


def _as_lines(block: Block, pieces: Sequence[Span]) -> Iterator[Block]:
    for line in block.apart(pieces, gaps=False):
        yield replace(line, kind=Shape.LINE, gap=line.gap or _is_heading(line.span))


def _heads_of(above: Block, cells: Sequence[Span]) -> list[Span]:
    """The headings in the row above, where it has one for the list in each of these cells."""
    heads = [cell for cell in above.cells if cell]
    over = above.kind is Shape.ROW and len(heads) == len(cells) > 1 and all(map(_is_heading, heads))
    return heads if over and all(map(_names_people, cells)) else []


def _is_labelled(cells: Sequence[Span]) -> bool:
    """Whether the first cell is the heading of those in the others."""
    return len(cells) > 1 and _is_heading(cells[0]) and all(map(_names_people, cells[1:]))


def _are_lists(cells: Sequence[Span]) -> bool:
    """Whether several cells begin with a heading over people, each with its list below it."""
    lists = [lines for lines in map(_lines, cells) if _is_heading(lines[0])]
    return len(lists) > 1 and all(_names_people(line) for _, *lines in lists for line in lines[:1])


def _is_heading(span: Span) -> bool:
    heading = read_heading(span)
    return heading is not None and heading[0] in LISTS and heading[2] is None and "\n" not in span.text


def _names_people(cell: Span) -> bool:
    """Whether most lines of a cell begin with a name."""
    lines = _lines(cell)
    return 2 * sum(looks_like_person(_BESIDE.sub("", line.text).strip(" ;.")) for line in lines) >= len(lines)
