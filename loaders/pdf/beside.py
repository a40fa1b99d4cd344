"""Lists of people that a page prints side by side: where they stand.

Source: "Present" over a column of names at the left, "Apologies" and "In attendance" over columns at the right of it; "Members present"
over two columns of names.
"""

from collections.abc import Sequence
from itertools import pairwise

from sederunt.loaders.document import Span
from sederunt.loaders.layout.unheaded import names_people
from sederunt.loaders.naming.headings import ATTENDANCE, LISTS, read_heading
from sederunt.loaders.pdf.pages import Word
from sederunt.loaders.pdf.words import segments

_STEP = 1.8
"""From the foot of a line to that of the next are fewer heights of a letter where nothing sets them apart."""
_FEWEST = 3

Rows = Sequence[Sequence[Word]]


def columns_of(rows: Rows, start: int, space: float) -> tuple[int, list[list[Word]]]:
    """(where they end, the words of each) of the lists of which the headings stand in a line; ``start`` and none where that is no such line."""
    heads = segments(rows[start], space)
    headed = all(map(_heads_people, heads))
    shared = start > 0 and _heads_people(rows[start - 1]) and all(map(_names_one, heads))
    if len(heads) < 2 or not (headed or shared):
        return start, []
    until = len(rows) if headed else next((at for at in range(start + 1, len(rows)) if _is_apart(rows, at)), len(rows))
    found = (_cut(rows[:until], start, before[-1].right, after[0].left, space) for before, after in pairwise(heads))
    ends, edges = zip(*found, strict=True)
    end = min(ends)
    if headed and end - start < _FEWEST:
        return start, []
    bounds = list(pairwise((float("-inf"), *edges, float("inf"))))
    words = [word for row in rows[start:end] for word in row]
    return end, [[word for word in words if left < word.middle[0] <= right] for left, right in bounds]


def lists_people(lines: Rows) -> bool:
    """Whether lines are a heading over people and somebody below it."""
    return len(lines) > 1 and _heads_people(lines[0]) and _names_one(lines[1])


def _is_apart(rows: Rows, at: int) -> bool:
    """Whether a line stands apart from the one above it, or is a heading."""
    return rows[at][0].bottom - rows[at - 1][0].bottom >= _STEP * rows[at][0].height or _heads_people(rows[at], LISTS)


def _names_one(part: Sequence[Word]) -> bool:
    return names_people(Span(" ".join(word.text for word in part), ((0, 0),))) == 1


def _heads_people(part: Sequence[Word], sorts: Sequence[str] = ATTENDANCE) -> bool:
    heading = read_heading(Span(" ".join(word.text for word in part), ((0, 0),)))
    return heading is not None and heading[0] in sorts and heading[2] is None


def _cut(rows: Rows, start: int, left: float, right: float, space: float) -> tuple[int, float]:
    """(the line at which they end, the edge between them) of two lists whose headings end and begin there."""
    begins = {word.left - 1 for row in rows[start:] for word in row if left < word.left - 1 < right}
    return max((_end(rows, start, edge, space), edge) for edge in begins)


def _end(rows: Rows, start: int, edge: float, space: float) -> int:
    """Where the lists end that this edge parts: at words across it, or below the last on the right, where the left one has a gap."""
    clear = start
    while clear < len(rows) and all(part[-1].right <= edge or part[0].left >= edge for part in segments(rows[clear], space)):
        clear += 1
    last = max(at for at in range(start, clear) if rows[at][-1].left >= edge)
    while last + 1 < clear and not _is_apart(rows, last + 1):
        last += 1
    return last + 1
