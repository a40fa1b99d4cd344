"""Who sits on a body by a sentence that names several people: "The members of the Board are A, B and C", "A and B were appointed to …".

Source: news of appointments ("Appointed to the Pier Committee were Cllrs A (Lib) and B (Con)"), terms of reference in sentences, minutes
that appoint ("that Cllrs A, B and C be appointed to the Finance Committee").
"""

import re
from collections.abc import Iterable, Iterator

from sederunt.graph.kinds import BODY
from sederunt.graph.names import split_honorific
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.introducing import Page
from sederunt.loaders.context.scene import PROSE, Scene, claim, names_thing, person, thing
from sederunt.loaders.context.tenure import with_tenure
from sederunt.loaders.document import Span
from sederunt.loaders.layout.listings import MARK
from sederunt.loaders.naming.entries import read_entry
from sederunt.loaders.naming.entry import Entry
from sederunt.loaders.naming.people import BRACKET, looks_like_person, surely_person
from sederunt.loaders.naming.runs import cut_outside_brackets, split_plural
from sederunt.loaders.sentences.phrases import find_names
from sederunt.loaders.sentences.relations import office_of

STAGE = PROSE

_TELLS = re.compile(
    r"\b(?:members?|trustees|governors|councillors|appointed|elected|nominated|co-opted|compris\w+|consist\w*|composed|made up"
    r"|form|formed|set up|establish\w*|create|created)\b",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"^(?:\s*\([^()]*\))?(?:\s+(?:of|for|at)\s+(?:[A-Z][\w’'-]*\s*){1,6}?)?\s*"
    r"(?:(?:was|were|is|be|has been|had been|will be|would be)\s+(?:\w+ly\s+)?(?:set up|formed|established|created|constituted)(?=[\s,:])\s*)?"
    r"(?:,|:|(?:,?\s*(?:now|currently|will|therefore)\s+)?\b(?:are|is|were|was|be|compris\w+|consist(?:s|ing)? of|composed of|made up of|includes?))"
    r"(?:\s*(?::|,|consisting of|comprising(?: of)?|the following|currently|now|as follows|of|(?:is|are)?\s*(?:made up|composed) of|(?:\w+\s+)?members)\b:?)*\s*(?=[A-ZÀ-Þ])"
)
"""What stands between a body and those who sit on it."""
_FORMS = re.compile(
    r"\b(?:form|set up|establish|create|constitute|appoint|elect)(?:s|ed|ing)?\s+(?:(?:an?|its|the|new)\s+)*$", re.IGNORECASE
)
_OF = re.compile(r"\s+of\s+(?=[A-ZÀ-Þ])")
"""What stands between a body that is set up and those who sit on it: "to form a Pier Committee of A, B and C"."""
_CHOSEN = re.compile(
    r"\s+(?:was|were|is|be|has been)\s+(?:(?:duly|then|hereby|unanimously)\s+)*(?:re-?)?(?:elected|appointed)\b"
    r"(?:\s+(?:en bloc|as follows|unanimously|unopposed))*\s*:\s*"
)
"""What stands between a body whose members were chosen and their names: "The Committee was elected en bloc: A, B and C"."""
_PUT = re.compile(
    r"\s+(?:(?:was|were|is|are|be|been|being|has|have|had|will|would|should|both|all|also|each|duly|then|unanimously|re-?)\s*)*"
    r"(?:re-)?(?:appointed|elected|nominated|co-opted|chosen|named|selected|sit|sits|serve|serves|join|joins|joined)\s+"
    r"(?:(?:to|onto|on|as|the|members?|of|serve|sit|represent|\w+[’']s|representatives?|a|its)\s+)*$"
)
"""What stands between people and the body on which they are put."""
_ENDS = re.compile(
    r"\s(?:while|whilst|who|whose|which|with|that|it|this|these|was|were|is|are|be|has|have|had|will|shall|for|to|in|at|on|by|as|until|following|including|but|from)\b"
    r"|[.:]\s|\s[–—]\s|\sbe\b"
)
_PARTING = r"[,;]\s*(?:and\s+|&\s+)?|\s+(?:and|&)\s+"
_BESIDE = re.compile(r",?\s+(?:as well as|alongside|together with|along with|plus)\s+(?=[A-Z])")
_MEMBERS_OF = re.compile(
    r"^(?:[\d.]+\s+)?(?:(?:appointments?|elections?|nominations?|members?(?:hip)?)\s+(?:of\s+members\s+)?(?:of|to|on)\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
_SENT = re.compile(r"\s+from\s+(?:the\s+)?(?:[A-Z][\w’'-]*\s*){1,4}(?=,|\sand\b|\salongside\b|[.;]|$)")
_WHOSE = re.compile(r"^(?:[A-Z][\w-]*\s+){0,2}[A-Z][\w-]*[’']s\s+(?=[A-Z])|^Independent\s+(?=[A-Z])")
"""A party before a name: "Labour's Ann Hale"."""
_CLAUSE = re.compile(r"(?:[.;:]|\b(?:that|while|whilst|but|and then|agreed|resolved|where|when))\s+", re.IGNORECASE)
_MOST = 0.7
"""So many of the pieces of what can be a list of people are names at least."""


def read(scene: Scene) -> Iterable[Statement]:
    """The members that sentences list."""
    if scene.document.slides:
        return
    page = Page(scene.body)
    under = ""
    for section, sentence in scene.prose():
        if _TELLS.search(sentence.text) and len(sentence.text) < 1500:
            yield from with_tenure(_told(sentence, page, (under, section.title)))
        page.note(sentence.text)
        under = sentence.text


def _told(sentence: Span, page: Page, above: Iterable[str]) -> Iterator[Statement]:
    """What a sentence tells, which may speak of the body that a line ``above`` names, the nearest first, without naming it."""
    text = sentence.text
    named = page.bodies_in(text)
    put = [] if named else _before(f"{text.rstrip('. ')} ")
    there = next(filter(None, map(_headed, above)), None) if put else None
    if there is not None:
        yield from (_seat(entry, there, sentence) for entry in put)
    for start, end, body in named:
        if text[end:].startswith(("’s ", "'s ")):
            continue  # "the Board's representative on the Forum" sits on the forum
        people = _behind(text[:start], text[end:], page) or _before(text[:start])
        if people:
            yield names_thing(body, sentence)
            yield from (_seat(entry, body, sentence) for entry in people)


def _headed(title: str) -> Mention | None:
    """The body that is all a heading or a line names, so that "Cllrs Hale and Moss were appointed." below speaks of it."""
    bare = _MEMBERS_OF.sub("", title).strip(" .:")
    phrases = find_names(bare)
    return thing("Body", bare) if len(phrases) == 1 and phrases[0].kind == BODY and phrases[0].text == bare else None


def _behind(front: str, rest: str, page: Page) -> list[Entry]:
    """The people told behind a body: "The members of the Board are A, B and C"."""
    chosen = _CHOSEN.match(rest) or (_FORMS.search(front) and _OF.match(rest))
    if chosen:
        return people_listed(rest[chosen.end() :])
    then = _THEN.match(rest)
    led = page.leads(front) or (then is not None and re.search(r"compris|consist|made up|composed|members", then[0]))
    found = people_listed(rest[then.end() :]) if then and led else []
    return found if len(found) > 1 or (found and then and re.search(r"\b(?:is|was)\b", then[0])) else []


def _before(front: str) -> list[Entry]:
    """The people told in front of a body: "A and B were appointed to the"."""
    put = _PUT.search(front)
    if put is None:
        return []
    mark = MARK.match(front)
    clauses = [mark.end() if mark else 0, *(found.end() for found in _CLAUSE.finditer(front, 0, put.start()))]
    return people_listed(front[clauses[-1] : put.start()], whole=True)


def people_listed(text: str, *, whole: bool = False) -> list[Entry]:
    """The people with whom some words begin, or of whom they are the ``whole``; none where too much else is among them."""
    text = _SENT.sub("", _BESIDE.sub(", ", text))
    masked = BRACKET.sub(lambda found: "x" * len(found[0]), text)
    end = _ENDS.search(masked)
    if whole and end:
        return []
    listed = text[: end.start()] if end else text
    title, rest = split_plural(Span(listed.strip(" .,"), ((0, 1),)))
    pieces = [piece.text.strip(" .") for piece in cut_outside_brackets(rest, _PARTING) if piece.text.strip(" .")]
    found = [entry for piece in pieces if (entry := _person(piece, title)) is not None]
    return found if found and len(found) >= len(pieces) * (1 if whole else _MOST) else []


def _person(piece: str, title: str) -> Entry | None:
    bare = _WHOSE.sub("", re.sub(r"^(?:both|the)\s+", "", piece))
    name = BRACKET.sub("", bare).strip()
    if title and re.fullmatch(r"(?:[A-Z]\.?\s?)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?", name) and not split_honorific(name)[0]:
        own = read_entry(Span(f"{title} {bare}", ((0, 1),))) if looks_like_person(f"{title} {name}") else None
        led = own or Entry(name, Span(bare, ((0, 1),)))
        return Entry(name, led.span, honorific=title, role=led.role, role_text=led.role_text)
    entry = (
        read_entry(Span(bare, ((0, 1),)))
        if surely_person(name) or (looks_like_person(name) and len(name.split()) < 4)
        else None
    )
    return entry if entry is not None and entry.name in name else None


def _seat(entry: Entry, body: Mention, sentence: Span) -> Statement:
    who = person(entry.name, "prose", honorific=entry.honorific)
    return claim("SITS_ON", who, body, span=sentence, role=office_of(entry.role) or "member", confidence=0.85)
