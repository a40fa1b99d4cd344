"""Whether words among the names of a list are a sentence, which is to be read as one."""

import re

from sederunt.graph.lexicon import words
from sederunt.loaders.sentences.there import tells_who_came

_SENTENCE = re.compile(r"\b(?:is|are|was|were|will|has|have|had)\b.*\.$")
_RULES = re.compile(r"\b(?:shall|may|must|acts|attends?|serves|provides?|supports?|appoints?|nominates?)\b.*\.$")
"""What a sentence has that says who is to sit on a body."""


def tells(text: str) -> bool:
    """Whether words in a list of people are a sentence: they end as one does, and somebody does something in them."""
    if _SENTENCE.search(text) or (text.endswith(".") and _DID.match(text)) or _DOES.match(text) or tells_who_came(text):
        return True
    said = _SUBJECT.match(text)
    return said is not None and text.endswith(".") and said["verb"] in words("loaders", "verbs")


_DOES = re.compile(
    r"(?:Minutes|Notes)\s(?:were\s)?(?:taken|recorded|prepared|written)\sby\s|"
    r"(?:The|It|This|They|Both|Each|All)\s(?:[\w’'-]+,?\s){0,16}?(?:reports?|meets?|advises?|elects?|replaces?|comprises?|consists?|oversees?)\s[^:;]*\.$"
)
_DID = re.compile(r"(?:[A-Z][\w’'.-]*\s+){2,5}[a-z]{3,}ed\s+[a-z]+\s")
_SUBJECT = re.compile(r"(?:[A-Z][\w’'.-]*\s+){2,5}(?P<verb>[a-z]+)\s+(?:[a-z]+\s)*?")


def rules(text: str) -> bool:
    """Whether words say who is to sit on a body, and end as a sentence does."""
    return _RULES.search(text) is not None
