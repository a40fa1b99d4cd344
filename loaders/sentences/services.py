"""Service boxes whose texts ran into one another: where one name ends and the next begins is guessed from the words alone."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sederunt.graph.lexicon import words
from sederunt.graph.names import fold
from sederunt.loaders.document import Span, joined

_TOKEN = re.compile(r"\([^)]*\)|,|\S+?(?=,|\s|$)")


def split_services(boxes: Sequence[Span]) -> Iterator[tuple[Span, str]]:
    """(the lines that hold it, name) of each service in boxes that follow one another.

    A name ends after a word that names of services end with ("Services", "Team", "Unit", "Development"), before a word that begins
    them ("Directorate"), and never inside brackets or after a small word.
    """
    for group in _adjacent(boxes):
        whole = joined(list(group))
        start = 0
        for end in (*_cuts(whole.text), len(whole.text)):
            piece = whole.part(start, end)
            name = piece.text.strip(" ,")
            if name and any(c.isalpha() for c in name):
                yield piece, name
            start = end


def _adjacent(boxes: Sequence[Span]) -> Iterator[list[Span]]:
    group: list[Span] = []
    for box in boxes:
        if group and box.places[0][1] != group[-1].places[-1][1] + 1:
            yield group
            group = []
        group.append(box)
    if group:
        yield group


def _cuts(text: str) -> Iterator[int]:
    """The offsets at which a new name begins."""
    tokens = list(_TOKEN.finditer(text))
    size = 0
    for before, token in pairwise(tokens):
        size += 1
        if _begins(before[0], token[0], size):
            yield token.start()
            size = 0


def _begins(before: str, word: str, size: int) -> bool:
    if not word[0].isupper() or before.endswith(",") or before == "," or fold(before) in _SMALL:
        return False
    if fold(word) in words("loaders", "service_starts"):
        return True
    if before.endswith(")"):
        return fold(word) not in words("loaders", "service_ends")
    return size >= 2 and fold(before) in words("loaders", "service_ends") and fold(word) not in words("loaders", "service_ends")


_SMALL = frozenset(["of", "and", "for", "the", "with", "to", "in", "on", "at", "by"])
