"""Who holds which post, as sentences of minutes and of pages about people say it.

Source: "Ann Hale is the Director of Place", "The Head of Housing is Ben Moss", "Cat Dunn joined us in 2019 as Finance Manager",
"Dan Eames has been appointed Registrar", "please contact the company secretary, Eve Frost".
"""

import re
from collections.abc import Iterable, Iterator

from sederunt.graph.names import fold, split_honorific
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.scene import PROSE, Scene, of_this_body, title_claims
from sederunt.loaders.document import Span
from sederunt.loaders.layout.cards import is_title
from sederunt.loaders.naming.titles import read_title
from sederunt.loaders.naming.wording import OWNED, ends_in_post_word

STAGE = PROSE

_CAPITAL = r"[A-Z][\w’'/-]*"
_SMALL_TITLE = r"(?:[a-z][a-z-]+\s+){0,3}[a-z][a-z-]+(?:\s+(?:of|for|to)\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+(?:and\s+|&\s+)?[A-Z][\w’'-]*){0,4}|\s+(?:of|for)\s+[a-z-]+)?"
_TITLE = rf"(?P<title>{_CAPITAL}(?:\s+(?:(?:of|for|and|to|&)\s+(?:the\s+)?)?{_CAPITAL}){{0,8}}|{_SMALL_TITLE})"
_IS = re.compile(
    r"^(?:,[^,.]{3,90},)?\s+(?:(?:joined|joins|works|worked|serves|acts)\b[^.;]{0,60}?\s+as\s+|(?:is|has been|was|will be|became|becomes|will become|took up|took over)"
    r"(?:\s+(?:currently|now|recently|appointed|promoted|made|named|as|to|the (?:role|post|position) of))*\s+)"
    rf"(?:(?:the|our|its|a|an)\s+)?(?:new\s+|current\s+)?{_TITLE}(?=[,.;]|\s+[a-z(]|$)"
)
_FORMER = re.compile(r"\b(?:former|formerly|previous|previously|retired|until|past)\b", re.IGNORECASE)
_PAST = re.compile(r"\bworked\b|\bwas\b(?!\s+(?:\w+\s+)?(?:appointed|promoted|made|named))")
_IS_NAMED = re.compile(
    rf"(?:\b(?:[Tt]he|[Oo]ur|[Ii]ts|[Aa]n?)|(?<=\w)[’']s)\s+(?:new\s+|current\s+|existing\s+)?{OWNED}{_TITLE}(?:,\s+who\b[^.;]{{3,90}},|\s+of\s+the\s+[A-Z]\w+)?"
    r"(?:\s+(?:is|will be)(?:\s+\w+(?:\s+and\s+is)?\s+currently|\s+currently)?\s+|,\s+|\s+\()$"
)


def read(scene: Scene) -> Iterable[Statement]:
    """The posts that sentences give to people named elsewhere on the page or in them."""
    if scene.document.slides or not scene.people:
        return
    known = {name: who for who in scene.people for name in (who.text, who.label) if " " in name}
    names = re.compile("|".join(rf"\b{re.escape(name)}\b" for name in sorted(known, key=len, reverse=True)) or r"(?!)")
    for _, sentence in scene.prose():
        for found in names.finditer(sentence.text):
            yield from _posted(known[found[0]], sentence, found, scene.body)


def _posted(who: Mention, sentence: Span, found: re.Match[str], body: Mention | None) -> Iterator[Statement]:
    before = _IS_NAMED.search(_without_honorific(sentence.text[max(0, found.start() - _FAR) : found.start()], found[0]))
    behind = _IS.match(sentence.text[found.end() : found.end() + _FAR])
    for told in (before, behind):
        a_sort = told is not None and re.search(r"\ban?\s+[a-z][^A-Z]*$", told[0])
        title = _post(told["title"]) if told and not a_sort and not (_FORMER.search(told[0]) or _PAST.search(told[0])) else ""
        if title and fold(title) not in fold(who.label):
            yield from title_claims(who, of_this_body(read_title(title), body), sentence, "prose")


def _without_honorific(before: str, name: str) -> str:
    """What stands before a name, without the honorific that belongs to it."""
    last = before.rsplit(maxsplit=1)[-1] if before.split() else ""
    return before[: before.rindex(last)] if last and split_honorific(f"{last} {name}")[0] else before


_FAR = 200
"""A post stands no farther from the name of who holds it."""


def _post(words: str) -> str:
    """The title that some words are, small letters or capitals; empty where they are none."""
    words = re.sub(r"\s(?:of|for|to|in)$", "", words)
    head = re.split(r"\s(?:of|for|to|in)\s", words)[0]
    small = words[0].islower() and " " in words and ends_in_post_word(head) and is_title(words[0].upper() + words[1:])
    return words if small or (words[0].isupper() and is_title(words)) else ""
