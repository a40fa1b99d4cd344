"""Who holds an office of a body that is named elsewhere in the sentence, in the one before, or in the heading.

Source: "The Forum met twice under the chairmanship of Ann Hale", "its vice-chair is Ben Moss", "Mr Moss is its secretary", "presented
by its convener, Ms Dunn", "the panel's chair, Ann Hale", "Planning Board: Chairman Ben Moss reported", "Pay Panel, 6 May: Mrs Dunn
(chair) reported", "Ms Hale (Chair of the Sub-Panel) reported" under the sub-panel's name, "the report of the Chair, Ann Hale, on the Pay Panel".
"""

import re
from collections.abc import Iterator, Sequence

from sederunt.graph.kinds import BODY, PERSON
from sederunt.graph.names import fold
from sederunt.graph.statement import Mention
from sederunt.loaders.context.parties import Party
from sederunt.loaders.naming.roles import OFFICERS
from sederunt.loaders.sentences.relations import office_of

_ROLE = r"(?P<role>(?:[A-Za-z-]+\s){0,2}?[A-Za-z-]+)"
_SORT = r"(?P<sort>group|party|panel|committee|board|forum|partnership|network|council|sub-?committee|sub-?panel)"
_ITS = re.compile(
    rf"\b(?P<whose>its|whose|[Tt]he\s+{_SORT}[’']s)\s+(?:(?:new|current|first|then|independent|elected|interim)\s+)*{_ROLE}"
    r"(?:\s+(?:is|was|are|will be)(?:\s+(?:currently|now))?|,)?\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""An office in front of its holder: "its vice-chair is", "through its chair,", "the panel's chair,"."""
_REPORT_OF = re.compile(rf"\b(?:reports?|updates?|summary)\s+(?:of|from|by)\s+(?:the|its)\s+{_ROLE},\s+$", re.IGNORECASE)
_UNDER = re.compile(
    r"\bunder\s+the\s+(?:\w+\s+)?(?:chair(?:man|person|woman)?ship|convener?ship|convenorship|leadership|presidency|chair)\s+of\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_IS_ITS = re.compile(rf"\s+(?:is|was|acts as|serves as|remains)\s+(?:also\s+)?its\s+{_ROLE}(?=\s*(?:[.,;)]|$|and\b))")
_LEADS_IT = re.compile(r"\s+(?:currently\s+|now\s+)?(?:leads|chairs|convenes|chaired|convened)\s+it\b")
_LABELLED = re.compile(rf"[\s,(]*(?:(?=[\w ,]*\d)[\w ,]*)?\)?\s*(?::|\s[–—-])\s+(?:[Tt]he\s+)?(?:{_ROLE},?\s+)?(?:Rev|Sir)?$")
"""What stands between a body that heads a sentence and whoever reports: "Pay Panel, 6 May 2024: Chairman"."""
_BESIDE = re.compile(rf"\s*[,(]\s*(?:the\s+)?{_ROLE}(?:\s+of\s+the\s+{_SORT})?\s*[,)]", re.IGNORECASE)
_REPORTS_TO = re.compile(r"\b(?:reports?|reported|accountable|answers?)\s+(?:back\s+)?to\b")


def offices_told(
    text: str, parties: Sequence[Party], topic: Mention | None, own: Mention | None
) -> Iterator[tuple[Mention, Mention, str]]:
    """(person, body, office) for each office that a sentence tells so.

    Args:
        text: the sentence.
        parties: whom and what it speaks of.
        topic: the body that the sentence before, or the heading, is about.
        own: that of the paper.
    """
    for at, party in enumerate(parties):
        if party.kind != PERSON or party.mention is None:
            continue
        bodies = [p for p in parties[:at] if p.kind == BODY and p.mention is not None]
        body, role = _reporting(text, party, parties, own)
        if body is None:
            body, role = _office(text, party, bodies, topic)
        if body is None and len(bodies) < 2 and not any(p.kind == BODY and p.mention != own for p in parties[at:]):
            body, role = _heading(text, party, bodies, topic)
            role = role if role in OFFICERS else ""  # "The Clerk, Ms Hale," is not its clerk for that
        if body is not None and role:
            yield party.mention, body, role


def _reporting(text: str, who: Party, parties: Sequence[Party], own: Mention | None) -> tuple[Mention | None, str]:
    """The office of "the report of the Chair, Ann Hale" where the sentence names one body other than the paper's own."""
    told = _REPORT_OF.search(text[: who.start])
    others = {fold(p.mention.label): p.mention for p in parties if p.kind == BODY and p.mention and p.mention != own}
    role = office_of(told["role"].lower()) if told else ""
    return (next(iter(others.values())), role) if len(others) == 1 and role in OFFICERS else (None, "")


def _office(text: str, who: Party, bodies: list[Party], topic: Mention | None) -> tuple[Mention | None, str]:
    lead, rest = text[: who.start], text[who.end :]
    if its := _ITS.search(lead):
        return _whose(text, its.start(), bodies, topic, its["sort"]), office_of(its["role"].lower())
    if _UNDER.search(lead):
        return bodies[-1].mention if bodies else topic, "chair"
    if its := _IS_ITS.match(rest):
        return _whose(text, who.start, bodies, topic), office_of(its["role"].lower())
    if _LEADS_IT.match(rest):
        return _whose(text, who.start, bodies, topic), "chair"
    return None, ""


def _whose(text: str, at: int, bodies: list[Party], topic: Mention | None, sort: str | None = None) -> Mention | None:
    """Whose office it is: "the panel's", or that of the body that the sentence is about where it reports to another."""
    if sort:
        known = [*(p.mention for p in bodies if p.mention), *([topic] if topic else [])]
        return next((m for m in reversed(known) if fold(m.label).endswith(fold(sort))), None)
    if len(bodies) > 1 and (_REPORTS_TO.search(text[bodies[-2].end : bodies[-1].start]) or ". " in text[bodies[-1].end : at]):
        return bodies[-2].mention
    return bodies[-1].mention if bodies else topic


def _heading(text: str, who: Party, bodies: list[Party], topic: Mention | None) -> tuple[Mention | None, str]:
    """The office of whoever reports behind the name of a body, or below it."""
    lead, beside = text[: who.start].strip(_MARKS), _BESIDE.match(text[who.end :])
    held = beside["role"] if beside else _first_word(who)
    if len(bodies) == 1 and not text[: bodies[0].start].strip(_MARKS):
        label = _LABELLED.fullmatch(text[bodies[0].end : who.start])
        return bodies[0].mention, office_of(((label["role"] or held) if label else "").lower())
    if bodies or topic is None:
        return None, ""
    if beside and beside["sort"]:
        return (topic, office_of(held.lower())) if fold(topic.label).endswith(fold(beside["sort"])) else (None, "")
    if named := _BEFORE.fullmatch(lead):
        return topic, office_of(named["role"].lower())
    return (topic, office_of(held.lower())) if not lead else (None, "")


def _first_word(who: Party) -> str:
    """The office that is printed as a title: "Chairman Ben Moss"."""
    return who.mention.label.split()[0] if who.mention else ""


_MARKS = " •·▪●*–—-.0123456789()"
_BEFORE = re.compile(rf"(?:The\s+)?{_ROLE}(?:\s+of\s+the\s+{_SORT})?,?", re.IGNORECASE)
