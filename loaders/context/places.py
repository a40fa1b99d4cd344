"""Names of places, which may look like the names of people."""

import re
from functools import cache

from sederunt.graph.lexicon import pairs, words
from sederunt.graph.names import fold, is_given_name, split_honorific
from sederunt.loaders.naming.wording import is_post

_COURTESY = frozenset("mr mrs ms miss mx dr cllr councillor prof professor rev revd reverend".split())
_NEUTRAL = frozenset(("has", "was", "will"))
"""Verbs that tell of things as well as of people."""
_AT_PLACE = re.compile(r"\b(?:[Aa]t|in|to|near|along|on|opposite|around|outside|of)\s$")
_BEHIND = re.compile(r"\s+(?P<word>[A-Za-z]+)\b(?P<rest>(?:\s+(?:(?:of|and|for|the|&)\s+)*[A-Z][\w’'-]*)*)")


_FIRM = re.compile(
    r"\s+(?:&|and)\s+(?:Sons?|Daughters?|Partners?|Co|Company|Associates|Brothers|Bros)\b|,?\s+\(?(?:solicitors|architects|surveyors|accountants|auditors|builders|contractors|estate agents)\b"
)
"""What stands behind the name of a firm: "Hale & Sons", "Moss Vale, solicitors"."""


def names_place(text: str, start: int, end: int) -> bool:
    """Whether words that can be somebody's name are that of a place, a building, a company or a thing, or a part of one.

    Source: "the Grace Darling appeal", "Holly Bush Lane", "Lord Street"; but "Mrs Lane", and "Albert Hall said".
    """
    honorific, bare = split_honorific(text[start:end])
    courteous = fold(honorific.split()[-1]) in _COURTESY or honorific.lower().strip(" .") in _COURTESY if honorific else False
    behind = _BEHIND.match(text, end)
    last = fold(bare.split()[-1]) if bare else ""
    if not courteous and _AT_NAME.search(text[max(0, start - 12) : start]):
        return True
    if not honorific and (
        _FIRM.match(text, end) or _is_thing(text, start, end) or (start and behind is not None and _goes_on(behind))
    ):
        return True
    acts = behind is not None and behind["word"] in words("loaders", "verbs") - _NEUTRAL
    if behind is not None and not acts and _makes_place(behind["word"], behind["rest"]):
        entry = start == 0 and text.rstrip()[-1] not in ".;:"  # a line that is no sentence may list a name and who sends it
        return not entry and not is_post(f"{behind['word']}{behind['rest']}")
    if last not in _places() or (courteous and len(bare.split()) == 1):
        return False
    if last in words("graph", "common_surnames") and not _AT_PLACE.search(text[max(0, start - 12) : start]):
        return False
    return not (last in words("loaders", "surnames_too") and (courteous or acts))


def _is_thing(text: str, start: int, end: int) -> bool:
    """Whether what stands around a name without a title makes it a thing's ("the Lloyd George room", "Hale Parish Council"), or a sentence of tenders a firm's."""
    tokens = fold(text[start:end]).split()
    if _BEFORE_THINGS.search(text[max(0, start - 12) : start]) or (tokens[-1] in _TIERS and text[end:].startswith(" Council")):
        return True
    return tokens[0] in words("graph", "common_surnames") and bool(_BOUGHT.search(text))


_BEFORE_THINGS = re.compile(r"\b(?:[Tt]he|a|an|this|our|their|its|each|every|any|St\.?|Saint)\s$")
_AT_NAME = re.compile(
    r"\b(?:[Aa]t|in|across|near|around|within|outside|opposite|along|adjoining|adjacent to|M\.?V|F\.?V|S\.?S|HMS|HMAS|HMNZS|USS|RNLB|RRS)\s$",
    re.IGNORECASE,
)
_BOUGHT = re.compile(
    r"\b(?:tender(?:s|ed)?|bids?|bidders?|quotes?|quotations?|contract|contracts|contractors?|invoices?|suppliers?|insurers?)\b",
    re.IGNORECASE,
)
"""Words of sentences in which firms are named; a first name that is oftener a family name begins a firm's in them: "Taylor Moss", "Clark Hale"."""


def _goes_on(behind: re.Match[str]) -> bool:
    """Whether a capitalised word right behind a name is neither a post nor another's name, so that all are the name of something: "Tony Gee Surfacing"."""
    word = behind["word"]
    if not behind[0].startswith(f" {word}") or behind.string.startswith(":", behind.end()):
        return False  # another column, or a label
    another = is_given_name(word) or bool(split_honorific(f"{word} X")[0]) or fold(word) in words("loaders", "common_words")
    return word.istitle() and not another and not is_post(f"{word}{behind['rest']}")


_TIERS = frozenset("parish town community borough district county city".split())
"""What stands between a place and "Council"."""


@cache
def _places() -> frozenset[str]:
    return words("loaders", "place_words")


@cache
def _taking() -> frozenset[str]:
    """The words of places and organisations that take up a name before them."""
    return _places() | words("loaders", "organisation_words")


def _makes_place(word: str, rest: str) -> bool:
    """Whether a word right behind a name, or the capitals that go on from it, take the name up into that of something else."""
    if word[0].islower():
        return pairs("loaders", "place_words").get(word) == "small"
    return any(each.lower() in _taking() for each in (word, *rest.split()))
