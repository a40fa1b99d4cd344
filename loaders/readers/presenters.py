"""Names on slides: a presenter over her post, a contact line, a name with its post in brackets.

Source: decks in which a slide names who speaks (name, post and unit each in a bullet of its own), and closing slides of contacts
("Ann Hale, Planning Officer, 01632 960001"; "or write to Ben Moss, Policy Unit").
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sederunt.graph.statement import Statement
from sederunt.loaders.context.scene import LISTS, Scene, claim, person, thing, title_claims
from sederunt.loaders.document import Shape, Span, joined
from sederunt.loaders.layout.holders import read_holders
from sederunt.loaders.naming.people import BRACKET, surely_person
from sederunt.loaders.naming.seats import is_vacant
from sederunt.loaders.naming.titles import Title, read_title
from sederunt.loaders.naming.wording import is_body, is_organisation, is_post, is_unit

STAGE = LISTS

_LINE = re.compile(
    r"^(?P<name>[^,()0-9–]{4,40}?)\s*(?:,\s*|\s+[–-]\s+|\s*\()(?P<title>[^()0-9]{3,100}?)\)?[\s,–-]*(?P<phone>[\d(][\d\s()-]{7,})?$"
)
_REPORTS = re.compile(r",\s*(?:who\s+)?reports?(?:ing)?\s+to\s+(?:the\s+)?(?P<manager>[A-Z].+)$")
_WRITE = re.compile(
    r"\b(?:write to|contact|contacts?:|email|queries to|further information from)\s+(?P<name>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){1,2}),\s*(?P<title>[^,;0-9]+)"
)


def read(scene: Scene) -> Iterable[Statement]:
    """People named on slides with what they are."""
    if not scene.document.slides:
        return
    for slide in scene.sections:
        spans = [block.span for block in slide.blocks if block.kind in (Shape.BULLET, Shape.BOX) and block.span]
        below = _holders_below(spans)
        for post, holder in below:
            yield from _held(post, holder)
        at = len(spans) if below else 0
        while at < len(spans):
            used = _signature(spans, at)
            if used > 1:
                yield from _signed(spans[at : at + used])
            else:
                yield from _contact_line(spans[at])
            at += max(used, 1)


def _holders_below(spans: list[Span]) -> list[tuple[Span, Span]]:
    """(post, who is in it) of a slide on which each name, or that nobody is there, stands below a post."""
    told = [span for span in spans if _is_holder(span.text) or is_post(span.text)]
    pairs = list(zip(told[::2], told[1::2], strict=False))
    paired = all(not _is_holder(post.text) and _is_holder(holder.text) for post, holder in pairs)
    named = sum(not is_vacant(holder.text) for _, holder in pairs)
    return pairs if named > 1 and paired and len(told) % 2 == 0 and len(told) >= _MOSTLY * len(spans) else []


_MOSTLY = 0.8
"""So many of the lines of such a slide are posts and names."""


def _is_holder(text: str) -> bool:
    return is_vacant(text) or surely_person(BRACKET.sub("", text).strip())


def _held(post: Span, holder: Span) -> Iterator[Statement]:
    holders, _ = read_holders(holder.text)
    for one in holders:
        who, title = person(one.name, "presenters", honorific=one.honorific), read_title(post.text)
        yield from title_claims(who, replace(title, acting=title.acting or one.acting), joined([post, holder]), "presenters")


def _signature(spans: list[Span], at: int) -> int:
    """How many bullets from here make one signature: a name, then its post, then what the post is in."""
    if not surely_person(spans[at].text) or len(spans[at].text.split()) > 4:
        return 0
    used = 1
    while at + used < len(spans) and used < 3 and _says_what(spans[at + used].text, used):
        used += 1
    return used


def _says_what(text: str, used: int) -> bool:
    if len(text.split()) > 9 or surely_person(text) or text.endswith((".", "?")):
        return False
    return (
        is_post(text)
        if used == 1
        else (is_unit(text) or is_organisation(text) or text.istitle() or " and " in text) and not is_body(text)
    )


def _signed(spans: list[Span]) -> Iterator[Statement]:
    whole = joined(spans, " - ")
    who = person(spans[0].text, "presenters")
    title = read_title(spans[1].text)
    if len(spans) == 2:
        yield from title_claims(who, title, whole, "presenters")
        return
    last = spans[2].text
    if is_post(spans[1].text) and not _is_area(spans[1].text, last):
        yield from _in_unit(who.text, title, last, whole)
    else:
        yield from title_claims(who, Title(whole.text, post=f"{title.post}, {last}"), whole, "presenters")


def _is_area(post: str, last: str) -> bool:
    """Whether the third line says what an adviser advises on and not where a director is placed."""
    return bool(
        re.search(r"\b(?:advis[eo]r|consultant|officer|lead|inspector|teacher|coordinator|co-ordinator)\b", post, re.IGNORECASE)
    ) and not is_organisation(last)


def _in_unit(name: str, title: Title, unit_name: str, span: Span) -> Iterator[Statement]:
    who = person(name, "presenters")
    if is_organisation(unit_name):
        yield from title_claims(
            who, Title(title.text, post=title.post, places=(unit_name,), acting=title.acting), span, "presenters"
        )
        return
    unit = thing("Unit", unit_name, "presenters")
    post = thing("Post", title.post, "presenters", within=unit_name)
    yield claim(None, unit, span=span)
    yield claim("HOLDS", who, post, span=span, acting=title.acting)
    yield claim("POST_IN", post, unit, span=span)


def _line_of_report(title: Title, manager: re.Match[str] | None, span: Span) -> Iterator[Statement]:
    if manager and title.post:
        yield claim(
            "REPORTS_TO", thing("Post", title.post, "contacts"), thing("Post", manager["manager"], "contacts"), span=span
        )


def _contact_line(span: Span) -> Iterator[Statement]:
    for sentence in span.sentences():
        written = _WRITE.search(sentence.text)
        found = written or _LINE.match(sentence.text)
        if not found or not surely_person(found["name"].strip()):
            continue
        who = person(found["name"].strip(), "contacts")
        title = read_title(_REPORTS.sub("", found["title"]))
        yield from _line_of_report(title, _REPORTS.search(found["title"]), sentence)
        if is_unit(found["title"]) and not is_post(found["title"]):
            unit = thing("Unit", found["title"], "contacts")
            yield claim(None, unit, span=sentence)
            yield claim("AFFILIATED_TO", who, unit, span=sentence, confidence=0.85)
        elif title.post or title.places:
            yield from title_claims(who, title, sentence, "contacts")
