"""Headings and labels of a unit's part of a structure page: "Directorate: Place", "Heads of service", "Name: Ann Hale"."""

import re

from sederunt.graph.lexicon import pairs, words
from sederunt.graph.names import fold, folded_words
from sederunt.loaders.document import Block, Shape
from sederunt.loaders.naming.people import surely_person
from sederunt.loaders.naming.wording import ends_in_post_word, is_body

_MARK = re.compile(r"^#+\s+")
_ROUND = re.compile(
    r"^(?:our|its|the|key|main)\s+|\s+(?:in|within|of|under|for)\s+(?:the|this|my|her|his|our)\s+\w+$|\s+(?:include|are|covered|provided)$"
)
_LABEL = re.compile(
    r"^(?:name|post\s?-?holder|(?:name of )?(?:post )?holder|held by|job title|job|post|position|role|title)\s*:\s*(?=[A-Z])",
    re.IGNORECASE,
)
_SORT = re.compile(
    r"^(?:directorate|department|division|service(?: area)?|section|branch|faculty|business unit|team|unit)\s*(?::|\s[–-])\s*(?P<name>[A-Z][^:]+)$",
    re.IGNORECASE,
)


def unlabelled(text: str) -> str:
    """A line of a card without what says that a name or a post is in it: "Name: Ann Hale", "Job title: Head of Waste"."""
    return _LABEL.sub("", text)


def sort_and_name(text: str) -> str:
    """The unit that a heading names behind the sort of units of which it is: "Directorate: Economy and Place"; else empty."""
    found = _SORT.match(_MARK.sub("", text))
    return found["name"] if found else ""


def inner_heading(text: str) -> str:
    """What stands in the list that a line heads inside a unit: ``units`` or ``posts``; empty where it is no such heading."""
    bare = fold(_MARK.sub("", text).partition(":")[0].strip())
    told = ""
    while bare != told:
        told, bare = bare, _ROUND.sub("", bare)
    return pairs("loaders", "inner_headings").get(bare, "")


def heading_post(text: str) -> str:
    """The post of each entry of a list that a heading of posts opens: "Head of Service" of "Our Heads of Service:"; else empty."""
    found = _POSTS.search(_MARK.sub("", text).partition(":")[0].strip())
    return f"{found['first'].capitalize()}{found['rest']}" if found and inner_heading(text) == "posts" else ""


_POSTS = re.compile(
    r"(?P<first>\b(?:head|manager|(?:service|assistant) (?:head|lead|manager|director)))s(?P<rest>(?: of [A-Z]\w+)?)$",
    re.IGNORECASE,
)


def listed_units(block: Block, text: str, *, first: bool) -> list[str]:
    """The units that an entry of such a list names, or that a ``text`` behind the heading does: "Finance", "Waste, Parks and Streets".

    A line without a bullet that stands apart is none, unless it is the ``first``.
    """
    bare = _BULLET.sub("", text or block.span.text).strip(" .;:")
    if (
        block.kind is Shape.ROW
        or not bare
        or _SAYS.search(bare)
        or (not text and not (first or _is_bullet(block) or not block.gap))
    ):
        return []
    names = [name.strip(" .;") for name in (_BETWEEN.split(bare) if text else [bare])]
    return names if all(map(_can_be_unit, names)) else []


_BULLET = re.compile(r"^(?:[•·▪●○◦*–—-]|o(?=\s+[A-Z]))\s+")
_BETWEEN = re.compile(r"\s*[,;]\s*(?:and\s+)?")
_SAYS = re.compile(r"[.:?!@\d|()]|\s[–—-]\s|\b(?:is|are|was|to|will|we|our|which|who|including|such)\b")
_MOST = 7


def _is_bullet(block: Block) -> bool:
    return block.kind is Shape.BULLET or _BULLET.match(block.span.text) is not None


def _can_be_unit(name: str) -> bool:
    post = ends_in_post_word(re.split(r"\s(?:of|for)\s|,", name)[0])
    of_page = set(folded_words(name)) <= words("loaders", "page_words")
    fits = bool(name) and name[0].isupper() and len(name.split()) <= _MOST
    return fits and not (of_page or post or is_body(name) or surely_person(name))
