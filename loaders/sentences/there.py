"""Sentences among the names of a list that tell who else was there, or was not.

Source: "Present: Cllrs Hale, Moss and Dunn. County Councillor Ann Vale was in attendance with 14 members of the public.", a line such
as "District Cllrs Hale and Moss were present" below those present.
"""

import re
from collections.abc import Iterator

from sederunt.loaders.document import Span
from sederunt.loaders.sentences.said import told

_TELLS = re.compile(
    r"\b(?:was|were)\s+(?:also\s+)?(?:present|in attendance|absent)\b|\balso (?:present|in attendance)\b[^.:;]*?\b(?:was|were)\s",
    re.IGNORECASE,
)


def tells_who_came(text: str) -> bool:
    """Whether words say of people that they were there, or were not, as a sentence does."""
    return _TELLS.search(text) is not None


def without_told(span: Span) -> Iterator[Span]:
    """The pieces of a span of a list without the sentences in it that tell who came, which are read as sentences."""
    if not tells_who_came(span.text):
        yield span
        return
    start = at = 0
    for sentence in span.sentences():
        begin = span.text.find(sentence.text, at)
        at = begin + len(sentence.text)
        if tells_who_came(sentence.text) and any(told(sentence, "said_of_presence")):
            yield from filter(None, (span.part(start, begin),))
            start = at
    yield from filter(None, (span.part(start, len(span.text)),))
