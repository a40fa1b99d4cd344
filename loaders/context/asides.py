"""Who holds a seat on a body by the asides of sentences: brackets behind a body's name, and words beside a person's.

Source: "Audit Committee, 5 May (Convener: Ms Hale)", "(Cllr A. Moss, Chair)", "the Working Party (Cllrs Hale (lead), Moss)", "the
Finance Committee, which Ben Moss chairs", "with Ann Hale as convener and Ben Moss as members", "Membership was confirmed as …".
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sederunt.graph.kinds import BODY, PERSON
from sederunt.graph.statement import Mention
from sederunt.loaders.context.introducing import chooses
from sederunt.loaders.context.parties import Party
from sederunt.loaders.context.scene import person
from sederunt.loaders.document import Span
from sederunt.loaders.naming.entry import Entry
from sederunt.loaders.naming.roles import OFFICERS
from sederunt.loaders.sentences.relations import office_of
from sederunt.loaders.sentences.said import people_in

_LABEL = re.compile(
    r"(?:\(|;\s*|\s[–—-]\s*)(?:[Tt]he\s+)?(?P<role>[A-Za-z-]+(?:\s[A-Za-z]+)?)(?:\s+of\s+the\s+[A-Z]\w+)?\s*[:,–-]\s*(?=[A-Z])"
)
"""An office with its holder behind it, in a bracket or behind a dash: "(Convener: ", "; Vice-Chair: ", " - Chair, "."""
_HOLDER = re.compile(r"[^;():,]+")
_OFFICE_OF = re.compile(
    r"\(\s*(?:(?:also|currently|and)\s+)*(?:the\s+)?(?P<role>[A-Za-z-]+(?:\s[A-Za-z]+)?)\s+(?:of|to)\s+(?:the\s+)?$"
)
"""An office in a bracket beside a person, with its body behind it: "(also Chair of the "."""
_HELD = re.compile(r"\s*,\s*(?:the\s+)?(?P<role>[A-Za-z-]+(?:\s[A-Za-z]+)?)(?=[),;])")
"""An office behind its holder: ", Chairman)", ", Committee Chair,"."""
_WHICH = re.compile(r",?\s+(?:which|that)\s+$")
_CHAIRS = re.compile(r"\s+(?:(?:now|currently|also)\s+)?(?:chairs|convenes|chaired)\b")
_OF_WHICH = re.compile(r",?\s+(?:of|to)\s+which\s+$")
_IS = re.compile(r"\s+(?:is|was|is now|is currently)\s+(?:the\s+)?(?P<role>[a-zA-Z-]+(?:\s[a-zA-Z]+)?)(?=[,.;)]|$)")
_ITS = re.compile(
    r"(?:\s*[,(]\s*|\s+)(?:(?:\w+ed|given|led)\s+by\s+)?(?:its|whose)\s+(?P<role>[A-Za-z-]+(?:\s[a-zA-Z]+)?),?\s+$"
)
"""An office of the body named before, right before its holder: "presented by its Chair, Ann Hale"."""
_HOLDS = re.compile(
    r"(?:\s+of\s+(?:the\s+)?[A-Z][^,.;]{2,60}?)?,?\s+(?:is|serves as|acts as|sits as)\s+(?:also\s+)?(?:its|an?)\s+"
    r"(?:\w+\s+)?(?P<role>chair\w*|conven[eo]r|secretary|clerk|(?:vice|deputy)[ -]chair\w*|member)(?=[,.;)]|\s+and\b|$)"
)
"""What somebody is of the body that the sentence before was about: "Ben Moss is its secretary", "the surgeon, Ann Hale, is a member"."""
_TO_CHAIR = re.compile(r"\s+(?:to|will|would|agreed to)\s+(?:chair|convene)(?=[.,;)]|\s+it\b|$)")
_UNNAMED = re.compile(r"\ban?\s+(?:[\w-]+\s+){0,3}(?:group|panel|committee|party|team|forum|board)\b", re.IGNORECASE)
"""A body without a name, which stands nearer than the one named before it: "agreed to a working group (A, B; C to chair)"."""
_AS = re.compile(
    r"\s+(?:(?:reported|presented|spoke|introduced|gave)\b[^.;:]*?\s+|be(?:ing)?\s+(?:appointed\s+)?)?"
    r"(?:in\s+(?:his|her|their)\s+(?:capacity|role)\s+)?as\s+(?:an?\s+|the\s+|its\s+)?"
    r"(?P<role>[A-Za-z-]+(?:\s[a-zA-Z]+)?)(?=\s+and\b|[.,;)]|$)"
)
"""What somebody is said to be at a body named before: "as convenor", "presented the report in his capacity as Chair"."""
_GIVES = re.compile(r"\b(?:re-?)?(?:appoint|elect|nominat|co-?opt)(?:ed|e|s|es|ing)?\s+$", re.IGNORECASE)
_GIVES_TOO = re.compile(
    r"\b(?:appoint|elect|nominat|co-?opt)(?:ed|e)?\s[^.;:]*\s(?:on|to|onto)\s+(?:the\s+)?[A-Z][^.;:]*?,?\s+and\s+$",
    re.IGNORECASE,
)
"""What stands before the second of two who are each put on a body: "appointed Ann Hale to the Pier Panel and "."""
_TO = re.compile(
    r"\s+(?:as\s+(?:an?\s+|its\s+)?(?:\w+\s+)?(?:members?|representatives?)\s+)?(?:on|in|to|onto|of)\s+(?:the\s+)?"
)
_LEAD = re.compile(r"\s*\((?P<role>[A-Za-z -]+)\)")
_MEMBERS = re.compile(
    r"\b[Mm]embers(?:hip)?\s+(?:of\s+the\s+\w+\s+)?(?:(?:is|are|was|were|will be|be|comprises?|consists? of|confirmed|agreed|as|now|currently)\s+)+(?:[a-z]+:)?\s*$"
)
_GLUE = re.compile(r"(?:[\s,;&.()]|\band\b|\bwith\b|\bplus\b|\bthe\b|\b(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Messrs)\b\.?)*")


class Seat(NamedTuple):
    """Somebody's seat on a body, by an aside."""

    who: Mention
    body: Mention
    role: str


def seats_in(sentence: Span, parties: Sequence[Party], topic: Mention | None) -> Iterator[Seat]:
    """The seats that the asides of a sentence tell; ``topic`` is the body that the sentence before was about, if it stands beside it."""
    text = sentence.text
    yield from _labelled(sentence, parties, topic)
    for at, party in enumerate(parties):
        if party.kind == PERSON and party.mention is not None:
            body, between = _named(text, parties[:at])
            body = body or topic
            role = _role(text, party, between)
            if body is not None and role:
                whole = _together(text, parties[: at + 1]) if role == "member" else [party.mention]
                yield from (Seat(who, body, role) for who in whole)
    for at, party in enumerate(parties):
        if party.kind == BODY:
            yield from _bracketed(sentence, party, parties)
            yield from _office_of(text, party, parties[:at])
            yield from _sent(text, party, parties[:at])
    yield from _listed(text, parties, topic)


def _together(text: str, parties: Sequence[Party]) -> list[Mention]:
    """The people of a run of names that ends with the last of some parties: "Ann Hale, Ben Moss and Cat Dunn"."""
    found: list[Mention] = []
    start = parties[-1].end
    for party in reversed(parties):
        if party.kind != PERSON or party.mention is None or not _GLUE.fullmatch(text[party.end : start]):
            break
        if found and re.search(r"\bwith\b", text[party.end : start]):
            break
        found.append(party.mention)
        start = party.start
    return found


def _named(text: str, before: Sequence[Party]) -> tuple[Mention | None, int]:
    """(the body named last, where its name ends) before a person."""
    last = next((party for party in reversed(before) if party.kind == BODY), None)
    return (last.mention, last.end) if last else (None, 0)


def _role(text: str, who: Party, named: int) -> str:
    """The office that the words around a person say."""
    lead, rest = text[named : who.start], text[who.end :]
    held = _HELD.match(rest)
    if held and (lead.rstrip().endswith("(") or held["role"].lower().startswith("committee ")):
        return _office(held["role"])
    if (_WHICH.fullmatch(lead) or lead.strip() == "(") and _CHAIRS.match(rest):
        return "chair"
    of_it = _HOLDS if not named else _IS if _OF_WHICH.fullmatch(lead) else None
    if of_it and (is_ := of_it.match(rest)):
        return _office(is_["role"])
    if _TO_CHAIR.match(rest):
        return "" if _UNNAMED.search(lead) else "chair"
    if its := _ITS.fullmatch(lead):
        return _office(its["role"])
    said = _AS.match(rest)
    return _office(said["role"]) if said else ""


def _labelled(sentence: Span, parties: Sequence[Party], topic: Mention | None) -> Iterator[Seat]:
    """Those behind an office: "(Convener: Ms Hale)"."""
    text = sentence.text
    for label in _LABEL.finditer(text):
        body = _named(text, [p for p in parties if p.end <= label.start()])[0] or topic
        name = _HOLDER.match(text, label.end())
        office = _office(label["role"])
        open_ended = text.count("(", 0, name.end() if name else 0) > text.count(")")
        if body is None or name is None or not office or open_ended:
            continue
        for entry in people_in(sentence.part(*name.span()))[:1]:
            yield Seat(who_is(entry), body, office)


def who_is(entry: Entry) -> Mention:
    """The person whom an entry of a list names, in running text."""
    return person(entry.name, "prose", honorific=entry.honorific, initials=entry.initials)


def _office_of(text: str, body: Party, before: Sequence[Party]) -> Iterator[Seat]:
    """Whoever stands before a bracket such as "(also Chair of the Harbour Partnership)"."""
    office = _OFFICE_OF.search(text[: body.start])
    who = before[-1] if before else None
    role = _office(office["role"]) if office else ""
    if role in OFFICERS and who and who.mention and body.mention and who.kind == PERSON:
        yield Seat(who.mention, body.mention, role)


def _sent(text: str, body: Party, before: Sequence[Party]) -> Iterator[Seat]:
    """Whom somebody puts on a body: "the Board appointed Ann Hale and Ben Moss to the Harbour Panel"."""
    run = _together(text, before) if before else []
    first = before[len(before) - len(run)] if run else None
    given = first and (_GIVES.search(text[: first.start]) or _GIVES_TOO.search(text[: first.start]))
    if given and body.mention and _TO.fullmatch(text[before[-1].end : body.start]):
        yield from (Seat(who, body.mention, "member") for who in run)


def _office(text: str) -> str:
    """The office that a word means; it may be "Committee Chair", or "lead" of a group."""
    words = text.lower()
    if words in ("lead", "leader"):
        return "chair"
    return office_of(words) or office_of(words.removesuffix("s"))


def _bracketed(sentence: Span, body: Party, parties: Sequence[Party]) -> Iterator[Seat]:
    """Those whose names a bracket behind a body's name holds, or that follow it behind a colon, and nothing else."""
    text = sentence.text
    opened = re.match(r"\s*(?P<mark>[(:]|(?<=\s)[–—-](?=\s))\s*", text[body.end :])
    if opened is None or body.mention is None or chooses(text[: body.start]):
        return
    start = body.end + opened.end()
    end = _closing(text, start) if opened["mark"] == "(" else len(text)
    found = list(_members(text[:end], start, parties, body.mention))
    yield from found or _whole(sentence.part(start, end), body.mention)


def _whole(names: Span, body: Mention) -> Iterator[Seat]:
    """Those whom a list names that holds nothing else."""
    people = people_in(names)
    if len(people) >= _FEWEST:
        for entry in people:
            beside = re.search(rf"{re.escape(entry.name)}\s*\((?P<role>[A-Za-z -]+)\)", names.text)
            role = _office(beside["role"]) if beside else ""
            yield Seat(who_is(entry), body, role if role in OFFICERS else "member")


def _closing(text: str, start: int) -> int:
    """Where the bracket is closed that is open at ``start``; ``start`` itself if it is not."""
    depth = 1
    for at in range(start, len(text)):
        depth += (text[at] == "(") - (text[at] == ")")
        if not depth:
            return at
    return start


def _listed(text: str, parties: Sequence[Party], topic: Mention | None) -> Iterator[Seat]:
    """Those behind "Membership was confirmed as"."""
    found = next((p for p in parties if p.kind == PERSON and _MEMBERS.search(text[: p.start])), None)
    if found is not None:
        body = _named(text, [p for p in parties if p.start < found.start])[0] or topic
        if body is not None:
            yield from _members(text, found.start, parties, body)


def _members(text: str, start: int, parties: Sequence[Party], body: Mention) -> Iterator[Seat]:
    """The people, two or more, of a run of names that begins at ``start``; a bracket beside one may give an office."""
    found: list[Seat] = []
    at = start
    for party in (p for p in parties if start <= p.start < len(text)):
        if party.kind != PERSON or party.mention is None or not _GLUE.fullmatch(text[at : party.start]):
            break
        office = _LEAD.match(text[party.end :])
        role = _office(office["role"]) if office else ""
        found.append(Seat(party.mention, body, role if role in OFFICERS else "member"))
        at = party.end + (office.end() if office else 0)
    if len(found) >= _FEWEST:
        yield from found


_FEWEST = 2
