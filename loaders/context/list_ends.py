"""Where a list of people ends, and prose begins."""

import re

from sederunt.graph.lexicon import words
from sederunt.loaders.document import Block
from sederunt.loaders.naming.people import BRACKET
from sederunt.loaders.naming.roll import read_roll
from sederunt.loaders.naming.runs import split_people

SENTENCE = re.compile(r"\.$|\b(?:were|was|had|have|has|sent|noted|received|accepted|welcomed|gave|given)\b")
"""A verb or a full stop, as a sentence has them and no list of people."""


def ends_list(block: Block) -> bool:
    """Prose ends a list: a long line that ends as a sentence does, or somebody who does something."""
    text = block.span.text
    long = len(text.split()) > 14
    if (long or text.endswith(".")) and any(map(_is_verb, text.split()[1:7])):
        return True
    if text.endswith(".") and _COMES.search(text):
        return True
    told = BRACKET.sub("", text).split()[2:_TELLING]
    if (
        len(told) > 5
        and not re.search(r"[\d:\[]", text)
        and any(_is_verb(word) and word not in _COMING for word in told)
        and len(split_people(block.span)) < 2
    ):
        return True
    people = len(split_people(block.span)) if long else 0
    listing = (
        people > 2
        or text.count(", ") > 5
        or (long and len(read_roll(block.span)) > 2)
        or (people > 1 and not SENTENCE.search(text.rstrip(".")))
    )
    return long and text.endswith(".") and not listing


_COMES = re.compile(r"\b(?:attend|shall)\b")
"""A verb of sentences on who comes to meetings: "Ann Hale of Wick Council and Ben Moss attend as advisers."."""
_TELLING = 14
"""So many words of a line tell whether it says what somebody did."""
_COMING = frozenset("attended joined left chaired represented has was will sent mentioned".split())
"""Verbs that say beside a name how somebody came, and end no list."""


def _is_verb(word: str) -> bool:
    """Whether a word is a verb of saying or doing, as of what is past or as of what is now ("proposes", "opens")."""
    verbs = words("loaders", "verbs")
    return word in verbs or (word.endswith("s") and not {word[:-1] + "d", word[:-1] + "ed"}.isdisjoint(verbs))
