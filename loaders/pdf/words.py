"""Words of a page that stand beside one another: lines, and the wide gaps that part them."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from sederunt.loaders.pdf.pages import Bounds, Word

WIDE = 0.85
"""A gap between words that is at least so many letters high may be one between columns."""
_LABELLED = 0.45
"""What follows a label in letters of another font begins no cell if no more than a blank parts them, in heights of a letter."""
_SMALL = frozenset(["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"])
"""No part of a word that was torn."""


def words_in_rows(words: Iterable[Word]) -> list[list[Word]]:
    """Words that stand beside one another, from the top; those of a line from the left."""
    found: list[list[Word]] = []
    level = height = 0.0
    for middle, _, word in sorted(((word.top + word.bottom) / 2, at, word) for at, word in enumerate(words)):
        own = word.bottom - word.top
        if found and middle - level < 0.5 * max(own, height):
            found[-1].append(word)
        else:
            found.append([word])
            level, height = middle, own
    return [sorted(row, key=lambda one: one.left) for row in found]


def usual_space(words: Sequence[Word]) -> float:
    """How wide a blank usually is, in heights of a letter."""
    gaps = [
        gap / after.height
        for before, after in pairwise(words)
        if abs(before.bottom - after.bottom) < 1 and 0 < (gap := after.left - before.right) < WIDE * after.height
    ]
    return median(gaps) if gaps else 0.3


def segments(row: Sequence[Word], space: float) -> list[list[Word]]:
    """The words of a line, cut at wide gaps and where cells begin; a line whose gaps are all alike was stretched to the margin."""
    gaps = [(after.left - before.right) / max(after.height, 1.0) for before, after in pairwise(row)]
    if not gaps:
        return [list(row)]
    narrow = min(gaps)
    even = len(gaps) > 3 and max(gaps) < 1.3 * narrow
    least = max(WIDE, 2.4 * space, 2.4 * narrow if narrow < WIDE else 0.0)
    found = [[row[0]]]
    for word, gap in zip(row[1:], gaps, strict=True):
        if begins_cell(found[-1][-1], word, gap) or (gap >= least and not even):
            found.append([word])
        else:
            found[-1].append(word)
    return found


def begins_cell(word: Word, following: Word, gap: float) -> bool:
    """Whether the second of two words, so many heights of a letter apart, was placed as the first of a cell."""
    return following.starts and gap > (_LABELLED if word.text[-1] == ":" else 0)


def around(places: Sequence[Bounds]) -> Bounds:
    """What holds all of these."""
    left, top, right, bottom = zip(*places, strict=True)
    return min(left), min(top), max(right), max(bottom)


def torn(above: Sequence[Word], row: Sequence[Word], edge: float) -> bool:
    """Whether a word wider than its cell was torn: alone, it fills its line to the ``edge``, and what follows begins as its rest does."""
    end, begun = above[-1].text[-1], row[0].text[0]
    alike = (end.islower() and begun.islower()) or (end.isdigit() and begun.isdigit())
    return len(above) == 1 and alike and above[0].right + 0.6 * above[0].height > edge and row[0].text not in _SMALL
