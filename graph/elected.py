"""Who is elected: the titles that voters give, told in one place for papers, graphs and pairs of mentions."""

from functools import cache

from sederunt.graph.lexicon import pairs
from sederunt.graph.names import folded_words


@cache
def chosen() -> frozenset[str]:
    """Words of offices to which people are chosen, by voters or by others, and which are no job; folded."""
    return frozenset(pairs("graph", "elected"))


@cache
def _told(*where: str) -> frozenset[str]:
    return frozenset(word for word, place in pairs("graph", "elected").items() if place in where)


def elected_titles() -> frozenset[str]:
    """Those of them that tell, before a name, that somebody is elected; folded."""
    return _told("anywhere", "first")


def names_elected(text: str) -> bool:
    """Whether a printed name, or a part of what stands beside it, tells that somebody is elected."""
    words = folded_words(text)
    if "elected member" in " ".join(words) or not _told("anywhere").isdisjoint(words):
        return True
    return (words[:1] != [] and words[0] in _told("first")) or any(
        token.casefold() in _told("capitals") for token in text.split() if token.isupper()
    )
