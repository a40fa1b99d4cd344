"""The folded names of a graph among which one is to be looked for: never all of them, for there may be hundreds of thousands.

What is given back holds every name that fits by a rule, and others too. Names are found by their words, which both engines keep an
index of, by their beginning, or whole.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property

from sederunt.graph.store import Store

SMALL = frozenset(("the", "and"))
"""Words that papers and people leave out."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789 "
"""What folded names are made of."""
_HEAD = 10
"""So many letters a name must begin with to be looked for by its beginning, where a typo is further on."""
_MOST_INITIALS = 10
_MOST_NEAR = 3_000

_BEGINNING = """
MATCH (n:Name)
WHERE n.key STARTS WITH $beginning
WITH n.key AS key
WHERE all(part IN $parts WHERE key CONTAINS part)
RETURN key AS key"""
_WHOLE = """
MATCH (n:Name)
WHERE n.key IN $keys
RETURN n.key AS key"""


def bare(text: str) -> list[str]:
    """The words of a folded name without the small ones; these where it has no other."""
    words = text.split()
    return [word for word in words if word not in SMALL] or words


class Fuller:
    """The keys that a folded name may stand for; they are looked for when they are first wanted."""

    def __init__(self, store: Store, name: str) -> None:
        self._store, self._name = store, name
        self._words = [word for word in bare(name) if len(word) > 1]

    def whole(self) -> Iterator[set[str]]:
        """Those that it may be but for small words."""
        yield self._with_words if self._words else self._with_initials

    def in_part(self) -> Iterator[set[str]]:
        """Those of which it may be a part, then those of which it may be the initials."""
        yield self._with_words
        yield self._with_initials

    @cached_property
    def _with_words(self) -> set[str]:
        return with_words(self._store, self._words)

    @cached_property
    def _with_initials(self) -> set[str]:
        letters = initials_in(self._name)
        if not letters:
            return set()
        others = [f" {letter}" for letter in letters[1:]]
        return _beginning(self._store, letters[0], others) | _beginning(self._store, f"the {letters[0]}", others)


def with_words(store: Store, words: Iterable[str]) -> set[str]:
    """The keys in which all of these words stand; none where there are no words."""
    wanted = sorted(set(words))
    return {key for key in store.names_with(wanted) if set(wanted) <= set(key.split())} if wanted else set()


def initials_in(name: str) -> str:
    """The letters of a folded name that may be initials, one word or single letters; empty where it is none such."""
    letters = name.replace(" ", "")
    return letters if 1 < len(letters) <= _MOST_INITIALS and len(name.split()) in (1, len(letters)) else ""


def misspelt(store: Store, name: str) -> set[str]:
    """The keys that may be a folded name but for one letter too many, too few, wrong, or two exchanged."""
    head = name[:_HEAD]
    whole = {key for (key,) in store.ask(_WHOLE, {"keys": sorted(_slips(name, len(head)))}).rows}
    return whole | (_beginning(store, head) if len(name) > len(head) else set())


def _slips(name: str, upto: int) -> set[str]:
    """What a name is with one typo before a place."""
    places = range(upto)
    fewer = {name[:at] + name[at + 1 :] for at in places}
    wrong = {name[:at] + letter + name[at + 1 :] for at in places for letter in _LETTERS}
    more = {name[:at] + letter + name[at:] for at in range(upto + 1) for letter in _LETTERS}
    exchanged = {name[:at] + name[at + 1 : at + 2] + name[at] + name[at + 2 :] for at in places}
    return fewer | wrong | more | exchanged


def alike(store: Store, name: str) -> list[str]:
    """Some keys that begin as a folded name does or have a word of it: those to be named where nothing fits."""
    found = _beginning(store, name[:4]) if name else set()
    for word in sorted(set(bare(name))):
        found |= with_words(store, [word])
    return sorted(found)[:_MOST_NEAR]


def _beginning(store: Store, beginning: str, parts: Iterable[str] = ()) -> set[str]:
    """The keys that begin so and have all of these parts in them."""
    return {key for (key,) in store.ask(_BEGINNING, {"beginning": beginning, "parts": list(parts)}).rows}
