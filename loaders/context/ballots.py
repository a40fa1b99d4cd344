"""Who was elected to what, where minutes list it or tell it under a heading that names the office.

Source: minutes of annual meetings: "Election of officers" or "The following were elected:" over "Chair – Ann Hale", "Treasurer: Ben
Moss (proposed Cat Dunn)", "Committee members – Cat Dunn, Dan Eames" or rows of such; "Election of Chair" over "Ann Hale was proposed by
Ben Moss, seconded by Cat Dunn and duly elected".
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sederunt.loaders.document import Block, Shape, Span
from sederunt.loaders.layout.cards import is_title
from sederunt.loaders.layout.sections import ITEM, TOPIC, Section
from sederunt.loaders.naming.entry import Entry
from sederunt.loaders.naming.wording import ends_in_post_word
from sederunt.loaders.sentences.relations import office_of
from sederunt.loaders.sentences.said import people_in

_HEADS = re.compile(
    r"(?:\b(?:re-?)?(?:elections?|appointments?)(?:\s*(?:/|and|&)\s*\w+)?\s+of|\bto\s+(?:re-?)?(?:elect|appoint))\s+(?:(?:the|an?|new)\s+)*"
    r"(?P<what>[A-Za-z][\w /&-]*?)(?=\s+(?:for|in|to|from|until)\b|$|[,.;:(–—]|\s-\s)",
    re.IGNORECASE,
)
_OFFICERS = re.compile(
    r"(?:(?:honorary|hon\.?|elected|new)\s+)?(?:officers|office[ -]?bearers|officials)(?:\s+(?:for\s+)?[\d/–-]+)?",
    re.IGNORECASE,
)
"""The title of an item under which offices stand with those who have them."""
_LEADS = re.compile(
    r"\bfollowing\b[^.;:]*\b(?:re-?)?(?:elected|appointed|nominated|returned)\b[^.;:]*:\W*$"
    r"|\b(?:re-?)?(?:elected|appointed|returned)\b[^.;:]*\bas follows\b[^.;:]*:?\W*$",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"\boutside\b|\bexternal\b|\brepresentati|\bdelegates?\b|\bauditors?\b", re.IGNORECASE)
_SEVERAL = re.compile(
    r"\b(?:officers?|office[ -]?bearers?|officials|committee|trustees|directors|executive|council|board|and|&)\b|/",
    re.IGNORECASE,
)
_LINE = re.compile(
    r"^(?:[•·▪●○◦*–—-]\s+|\(?[a-z0-9]{1,2}[.)]\s+)?(?P<office>[A-Z][\w .’'/&-]*?)\s*(?::|\s[–—-]|\t)\s*(?P<names>\S.*)$"
)
_ASIDE = re.compile(
    r"\s*(?:\(|[,;–—-]?\s*\b(?:prop(?:osed)?|nominated|seconded|sec|(?:re-?)?elected|(?:re-?)?appointed|unopposed|continu\w+)\b)"
)
_MEMBERS = re.compile(
    r"(?:(?:ordinary|elected|other|general|new|co-opted)\s+)*(?:(?:management\s+|executive\s+)?(?:committee|council|board|executive)\s+)?members?",
    re.IGNORECASE,
)
"""Members of the body itself; "Committee" alone is a body of its own."""
_TWO = re.compile(r"([A-Z]\w+)\s?(?:/|\s(?:and|&)\s)\s?[A-Z]\w+")
"""Two offices that one person has: "Secretary/Treasurer"."""
_HONORARY = re.compile(r"^(?:Hon\.?|Honorary)\s+", re.IGNORECASE)
_IS_ELECTED = re.compile(
    r"\s*(?:\([^()]*\)\s*)?,?\s*(?:(?:was|were|is|be|been|has|had|having|then|being)\s+)*"
    r"(?:(?:proposed|nominated)\b[^.;]*?(?:,|\band\b)\s+(?:(?:was|were|be)\s+)?)?"
    r"(?:(?:duly|then|unanimously|therefore|declared|being|was|\w+ly)\s+)*(?:re-?)?(?:elected|appointed|returned)"
    r"(?!\s+(?:as|to be|to the|to act)\b)(?=\W|$)"
)
_BY = re.compile(r"\b(?:by|seconder|proposer):?\s+(?:[A-Z][\w.’'-]*\s+){0,5}(?:(?:and|&)\s+)?$")


class Won(NamedTuple):
    """Somebody who was elected: the office on the body (a treasurer's is that of a member), and the post where it is more than that."""

    who: Entry
    role: str
    post: str
    span: Span


def opens_list(text: str) -> bool:
    """Whether a line says that those below it were elected."""
    return _LEADS.search(text) is not None and not _ELSEWHERE.search(text)


def elected(section: Section) -> Iterator[Won]:
    """Those who were elected by what a section says."""
    headed = _HEADS.search(section.title)
    what = headed["what"] if headed and not _ELSEWHERE.search(section.title) else ""
    several = _SEVERAL.search(what) is not None
    single = "" if several else office_of(what.strip().lower())
    of_officers = section.category in (ITEM, TOPIC) and _OFFICERS.fullmatch(section.title.strip(" .:")) is not None
    listed, above = opens_list(f"{section.title}:") or several or of_officers, ""
    for block in section.blocks:
        line = _line(block, above) if listed else None
        if line:
            yield from _won(line)
        elif single:
            yield from _in_sentences(block.span, single)
        above = block.text if any(_seat(block.text)) else ""
        listed = opens_list(block.text) or (listed and (line is not None or bool(above)))


class _Line(NamedTuple):
    """A line of a list: an office, who was elected to it, and what proves it."""

    office: str
    names: Span
    told: Span


def _line(block: Block, above: str) -> _Line | None:
    """What a block says as a line of such a list; ``above`` is the office on the line before, where nothing else stands there."""
    if block.kind is Shape.ROW:
        office, *held = (cell for cell in block.cells if cell)
        return _Line(office.text.rstrip(" :"), held[0], block.whole) if held else None
    if found := _LINE.match(block.span.text):
        return _Line(
            found["office"], block.span.part(*found.span("names")), block.span.part(found.start("office"), found.end())
        )
    return _Line(above, block.span, block.span) if above else None


def _won(line: _Line) -> Iterator[Won]:
    role, post = _seat(line.office)
    if role and not _ELSEWHERE.search(line.office):
        aside = _ASIDE.search(line.names.text)
        names = line.names.part(0, aside.start()) if aside else line.names
        yield from (Won(entry, role, post, line.told) for entry in people_in(names))


def _seat(office: str) -> tuple[str, str]:
    """(office of the body, post) that some words mean: a post that is no office is that of a member."""
    bare = _HONORARY.sub("", office)
    if role := office_of(bare.lower()):
        return role, ""
    if two := _TWO.fullmatch(bare):
        return _seat(two[1])
    if _MEMBERS.fullmatch(office):
        return "member", ""
    return ("member", office) if is_title(bare) and ends_in_post_word(bare) else ("", "")


def _in_sentences(span: Span, role: str) -> Iterator[Won]:
    for sentence in span.sentences():
        found = re.search(r"\b(?:re-?)?(?:elected|appointed|returned)\b", sentence.text)
        names = _NAME.finditer(sentence.text) if found else ()
        for name in names:
            if _IS_ELECTED.match(sentence.text, name.end()) and not _BY.search(sentence.text[: name.start()]):
                yield from (Won(entry, role, "", sentence) for entry in people_in(sentence.part(*name.span()))[:1])
                return


_NAME = re.compile(r"\b[A-Z][\w’'.-]*(?:\s+(?:(?:de|van|von|der|la)\s+)?[A-Z][\w’'-]*){0,4}")
