"""Who is given a seat on the body itself, as its own minutes say it: elections, co-options, successions.

Source: "Ann Hale proposed Ben Moss as Treasurer, seconded by Cat Dunn", "Vice Chair: Ben Moss (proposed Ann Hale)", "that Mr Moss be
co-opted", "Cat should succeed Walter as Vice-Chair", "the Board had appointed Mr Moss as a voting member".
"""

import re
from collections.abc import Iterator, Sequence

from sederunt.graph.kinds import PERSON
from sederunt.graph.statement import Mention
from sederunt.loaders.context.asides import Seat, who_is
from sederunt.loaders.context.parties import Party
from sederunt.loaders.document import Span
from sederunt.loaders.sentences.relations import office_of
from sederunt.loaders.sentences.said import people_in

_ROLE = r"(?P<role>[A-Za-z-]+(?:[ ][A-Za-z]+)?)"
_ENDS = r"(?=[.,;)]|\s+(?:and|for|seconded|second|when|from|with|in|until)\b|$)"
_PROPOSES = re.compile(r"\b(?:propose[sd]|nominate[sd])\s+(?:that\s+)?$")
_FOR = re.compile(rf"\s+(?:(?:as|for|be|to be|elected|appointed|the|position of)\s+)+{_ROLE}{_ENDS}")
_SUCCEEDS = re.compile(
    r"\s+(?:(?:should|will|would|shall|is|was|elected|appointed|chosen|agreed|to|be)\s+)*(?:succeed|replac)(?:e|s|es|ed)?\s+"
)
_AS = re.compile(rf"\s+as\s+(?:the\s+)?{_ROLE}{_ENDS}")
_CO_OPTED = re.compile(
    r"\s+(?:be|was|were|is|has been|had been|have been)\s+(?:(?:\w+ly|then)\s+)?co-?opted"
    r"(?:\s+(?:on|in)?to\s+the\s+(?:\w+\s+)?(?:council|board|committee|governing body))?"
    r"(?=[.,;)]|\s+(?:as|to fill|for|and|with)\b|$)",
    re.IGNORECASE,
)
_SEAT = (
    r"an?\s+(?:(?:new|voting|non-voting|co-opted|lay|independent|parent|staff|full|ordinary)\s+)*"
    r"(?:member|trustee|governor|councillor)s?(?=[.,;)]|\s+(?:in place|in succession|for|and|to|from|of the (?:board|council|committee|forum|group))\b|$)"
)
_GIVES = re.compile(r"\b(?:appoint|elect|co-?opt)(?:ed|s)?\s+$", re.IGNORECASE)
_GIVEN = re.compile(rf"\s+as\s+{_SEAT}", re.IGNORECASE)
_WAS_GIVEN = re.compile(
    rf"\s+(?:was|were|be|is|has been|had been)\s+(?:(?:\w+ly)\s+)*(?:re-?)?(?:appointed|elected|co-?opted)\s+(?:as\s+|to be\s+)*{_SEAT}",
    re.IGNORECASE,
)
_ELECTED = re.compile(
    rf"^(?:\W*|\(?[a-z0-9]{{1,2}}[.)]\s+)(?:(?:[Rr]e-?)?[Ee]lection of (?:an? |the )?)?{_ROLE}\s*(?::|\s[–-])\s*(?P<name>[A-Z][^(),;:–]+?)\s*[(,–-]*\s*"
    r"(?:proposed|prop\b|nominated|elected|re-elected)",
)
"""A line of a list of elections: "Vice Chair: Ben Moss (proposed Ann Hale"."""


def seats_given(sentence: Span, parties: Sequence[Party], own: Mention) -> Iterator[Seat]:
    """The seats on the paper's own body that a sentence gives."""
    text = sentence.text
    if line := _ELECTED.match(text):
        role = _office(line["role"])
        yield from (Seat(who_is(entry), own, role) for entry in people_in(sentence.part(*line.span("name")))[:1] if role)
    people = [party for party in parties if party.kind == PERSON and party.mention is not None]
    for at, party in enumerate(people):
        following = people[at + 1] if at + 1 < len(people) else None
        yield from _given(text, party, following, own)


def _given(text: str, party: Party, following: Party | None, own: Mention) -> Iterator[Seat]:
    lead, rest = text[: party.start], text[party.end :]
    who = party.mention
    if who is None:
        return
    proposed = _FOR.match(rest) if _PROPOSES.search(lead) and "second" in text else None
    if proposed and (role := _office(proposed["role"])):
        yield Seat(who, own, role)
    elif _CO_OPTED.match(rest) or (_GIVES.search(lead) and _GIVEN.match(rest)) or _WAS_GIVEN.match(rest):
        yield Seat(who, own, "member")
    elif following is not None and following.mention and _SUCCEEDS.fullmatch(text[party.end : following.start]):
        office = _AS.match(text[following.end :])
        if office and (role := _office(office["role"])):
            yield Seat(who, own, role)
            yield Seat(following.mention, own, role)


def _office(text: str) -> str:
    """The office that a word means; a treasurer sits on the body as a member."""
    return "member" if text.lower().split()[-1] == "treasurer" else office_of(text.lower())
