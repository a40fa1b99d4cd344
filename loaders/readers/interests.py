"""What those who declare an interest are elsewhere: their seats on other bodies, their offices and posts in organisations.

Source: items of minutes on declarations: "Cllr Hale declared an interest in item 5 as a trustee of the Alder Charity", "Cllr Moss Personal
interest in item 4 (Clerk's Report) as Secretary, Alder Watch and Committee Member of the Pier Trust", "Councillor Dee declared an
interest as the Council's representative on the Alder Pier Board".
"""

import re
from collections.abc import Iterable, Iterator

from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.scene import PROSE, Scene, claim, names_thing, person, thing, title_claims
from sederunt.loaders.document import Span
from sederunt.loaders.naming.titles import read_title
from sederunt.loaders.naming.wording import is_body, is_generic, is_organisation, names_organisation
from sederunt.loaders.sentences.said import people_in

STAGE = PROSE

_DECLARES = re.compile(
    r"^(?P<who>[A-Z].{2,120}?)\s*[:–-]?\s+(?:(?:also|each|both|had|has|have|then|further|subsequently)\s+)*"
    r"(?:declar\w+|disclosed|register(?:ed|s)|[Nn]on-|(?:[Oo]ther\s+)?(?:[Pp]ersonal|[Pp]rejudicial|[Pp]ecuniary|[Dd]isclosable)\b).*?\b[Ii]nterests?\b"
)
_OFFICE = (
    r"(?:(?:committee|board|council|co-opted|appointed|ordinary|founder|life|honorary|vice|deputy|joint|co|parent|foundation|non-executive)[ -])*"
    r"(?:chair(?:man|woman|person)?|convener|convenor|president|secretary|treasurer|trustee|member|governor|director|representative|nominee)s?"
)
_AS = re.compile(
    rf"\b(?:as|and)\s+(?:(?:an?|the|one of the|its|(?:the\s+)?[A-Z]?[a-z]+(?:\s[A-Z][a-z]+)*[’']s?)\s+)?(?P<role>{_OFFICE})"
    r"(?:\s+(?:of|on|to|for|with|at)\s+(?:the\s+)?|,\s+(?:the\s+)?)(?P<where>[A-Z][^.,;:()]*)",
    re.IGNORECASE,
)
_ENDS = re.compile(
    rf"\s+(?:and|&)\s+(?:(?:an?|the|as|is|was)\s+)?(?:{_OFFICE}\b|(?-i:[a-z])|(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Cr)\b)|\s+(?:who|which|that|in|so|but|because|since|where|as|left|took|would|will|is|was|are|were|has|had)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"(?:,|;|\band)\s+(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Cr)\.?\s+[A-Z]")
"""Somebody else, of whom the rest is said."""
_SENT = re.compile(r"representatives?|nominees?", re.IGNORECASE)


def read(scene: Scene) -> Iterable[Statement]:
    """The seats, offices and posts that declarations of interest tell."""
    for _, sentence in scene.prose() if scene.meeting is not None else ():
        declared = _DECLARES.match(sentence.text)
        if declared is None:
            continue
        people = people_in(sentence.part(*declared.span("who")))
        for role, where, printed in _offices(sentence.text, declared.end()) if people else ():
            for entry in people:
                yield from _claims(person(entry.name, "prose", honorific=entry.honorific), role, where, printed, sentence)


def _offices(text: str, start: int) -> Iterator[tuple[str, str, str]]:
    """(office, where, both as printed) for each that stands behind "as" in a declaration."""
    while (found := _AS.search(text, start)) and not _ANOTHER.search(text, start, found.start()):
        end = _ENDS.search(found["where"])
        where = found["where"][: end.start()] if end else found["where"]
        start = found.start("where") + len(where)
        role = found["role"].removesuffix("s")
        if (
            where[0].isupper()
            and not is_generic(where)
            and (is_body(where) or is_organisation(where) or names_organisation(where))
        ):
            yield role, where, role + text[found.end("role") : start]


def _claims(who: Mention, role: str, where: str, printed: str, span: Span) -> Iterator[Statement]:
    title = read_title(printed)
    if not _SENT.search(role) and not (role.lower().endswith("member") and not title.office):
        yield from title_claims(who, title, span, "prose")
    elif is_body(where):
        body = thing("Body", where)
        yield names_thing(body, span)
        yield claim("SITS_ON", who, body, span=span, role="member", role_text=role, confidence=0.85)
    elif _SENT.search(role) or " " in role:
        whole = thing("Organisation", where)
        yield names_thing(whole, span)
        yield claim("REPRESENTS", who, whole, span=span, confidence=0.8)
