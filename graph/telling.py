"""Which words of names tell whom or what is meant: those that few things bear, as names of places do."""

from functools import cache

from sederunt.graph.lexicon import pairs, words
from sederunt.graph.names import fold, folded_words

_LISTS = (
    "post_words post_qualifiers body_words organisation_words unit_words not_names attendance_roles topic_words heading_words"
    " common_words business_words parties place_words general_words"
)


@cache
def known_words() -> frozenset[str]:
    """Words that vocabularies know: those of posts, bodies, organisations, and what they deal with; folded."""
    return frozenset(word for name in _LISTS.split() for entry in words("loaders", name) for word in folded_words(entry))


@cache
def tells(word: str) -> bool:
    """Whether a word is one that few things bear: no vocabulary knows it."""
    plain = word in words("loaders", "context_fillers") or word in known_words()
    return len(word) > 2 and not plain and not any(map(str.isdigit, word))


@cache
def passing() -> frozenset[str]:
    """Words that tell of a sitting, a list or a part in a body, and of nothing that somebody does; folded."""
    lists = "context_fillers context_labels passing_words organisation_words organisation_acronyms body_words list_rows"
    return frozenset(
        word for name in lists.split() for entry in words("loaders", name) for word in [fold(entry)] if " " not in word
    )


def party(name: str) -> str:
    """The party that a folded name is that of, in one form; nothing if it is none."""
    return pairs("loaders", "parties").get(name, "") if len(name) > 1 else ""
