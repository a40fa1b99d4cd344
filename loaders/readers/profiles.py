"""Who sits on a board whose members are introduced one after the other, with what the paragraphs below them say.

Source: directors and trustees in annual reports and on pages of charities: a name, "Chair of the Board (appointed May 2020)" or "Trustee
and Chair of the Audit Committee" below it, then "Ann is a partner in Hale Quirke LLP. She chairs the Pay Committee."
"""

import re
from collections.abc import Iterable, Iterator

from sederunt.graph.kinds import BODY
from sederunt.graph.names import parse_person
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.elsewhere import ENDS, OFFICE, held_elsewhere, is_elsewhere
from sederunt.loaders.context.introducing import Page
from sederunt.loaders.context.scene import LISTS, Scene, claim, names_thing, of_this_body, person, sent_by, thing, title_claims
from sederunt.loaders.document import Span
from sederunt.loaders.layout.chapters import heads_executives
from sederunt.loaders.layout.profiles import ASIDE, Profile
from sederunt.loaders.naming.roles import OFFICERS
from sederunt.loaders.naming.titles import read_title
from sederunt.loaders.naming.wording import ends_in_post_word, is_body, is_post
from sederunt.loaders.sentences.phrases import find_names

STAGE = LISTS

_BESIDE = re.compile(r"\s*(?:[,;/]|\band\b|&)\s*", re.IGNORECASE)
_OFFICER = re.compile(r"(?:(?:vice|deputy)[- ]?)?(?:chair|president|convener)(?:man|woman|person)?\b", re.IGNORECASE)
_SENT = re.compile(r"\b(?:nominated|appointed|elected|sent) by (?:the )?(?P<by>[A-Z][^(),;]*)")
_IS = re.compile(
    r"\b(?P<verb>is|was|remains|(?:serves|acts) as|chairs|(?:sits|serves) on)\s+(?:(?:also|currently|now|both|presently)\s+)*"
)
_STOP = re.compile(r"[.;:]|,?\s+(?:having|where|who|which|with|until|since|from|after|before|when)\b")
_NEXT = re.compile(
    r"\s*(?:,\s*(?:and\s+)?|\s+and\s+)(?:(?:is|was)\s+)?(?:also\s+)?(?:as\s+)?(?=(?:an?|the|chairs?|vice|deputy|trustee|member|governor|director)\b)",
    re.IGNORECASE,
)
_SITS = {"chairs": "chair", "sits on": "member", "serves on": "member"}
_ARTICLE = re.compile(r"^(?:an?|the|our|its)\s+", re.IGNORECASE)
_IN = re.compile(r"\s+(?:of|on|at|in|for|with|to)\s+(?:the\s+|our\s+|its\s+)?(?=[A-Z])")
_OF = re.compile(r"\s(?:of|in|for)\s")
_AT = re.compile(r"\s(?:at|in)\s")
_PAST = re.compile(r"(?:former|retired|past|previous|ex-)", re.IGNORECASE)
_UNTIL = re.compile(r",?\s+until\s+(?:\w+\s+)?(?P<year>(?:19|20)\d\d)\b")


def read(scene: Scene) -> Iterable[Statement]:
    """The seats, offices and posts of the people introduced so."""
    page, body = Page(scene.body), scene.body if scene.body is not None and scene.body.kind == BODY else None
    for group in scene.profiles:
        for block in group.above:
            if introduced := page.introduced(block):
                body = introduced
                yield names_thing(body, block.span)
            elif heads_executives(block.text):
                body = None
        for profile in group.people:
            yield from _person(profile, body)


def _person(profile: Profile, body: Mention | None) -> Iterator[Statement]:
    entry = profile.entry
    who = person(entry.name, "members", honorific=entry.honorific, initials=entry.initials)
    yield claim(None, who, span=entry.span)
    texts = [piece for span in profile.titles for piece in _pieces(ASIDE.sub("", span.text).strip())]
    titles = [of_this_body(read_title(text), body) for text in texts]
    own = entry.role or next((title.role for title in titles if title.role in OFFICERS), "")
    if body is not None:
        text = next((title.text for title in titles if title.role == own and own), entry.role_text)
        yield claim("SITS_ON", who, body, span=profile.span, role=own if own in OFFICERS else "member", role_text=text)
    for title in titles:
        yield from title_claims(who, title, profile.span, "members")
    for span in profile.titles:
        if sent := _SENT.search(span.text):
            yield from sent_by(who, sent["by"].strip(), profile.span, body)
    subject = _subject(entry.name)
    for sentence in (sentence for span in profile.told for sentence in span.sentences()):
        if subject.search(sentence.text):
            yield from _told(who, sentence)


def _pieces(title: str) -> list[str]:
    """The offices and posts of a title of several: "Vice Chair and Chair of the Audit Committee"."""
    for mark in _BESIDE.finditer(title):
        left, right = title[: mark.start()].strip(), title[mark.end() :].strip()
        apart = _OFFICER.match(right) or _OFFICER.fullmatch(left)
        if left and right and apart and (is_post(left) or _OFFICER.match(left)):
            return [left, *_pieces(right)]
    return [title]


def _subject(name: str) -> re.Pattern[str]:
    """How a sentence begins that is about somebody."""
    known = parse_person(name)
    own = "|".join(re.escape(word) for word in {name, known.given, known.family} if len(word) > 1)
    return re.compile(
        rf"^(?:An?\s[^,]+,\s+)?(?:He|She|They|he|she|they|(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Cllr|Councillor|Sir|Dame)\.?\s+)?(?:{own}))\b"
    )


def _told(who: Mention, sentence: Span) -> Iterator[Statement]:
    """What a sentence says that somebody is, or was until a year, in an organisation or on a body."""
    text = sentence.text
    for found in _IS.finditer(text):
        stop = _STOP.search(text, found.end())
        said = text[found.end() : stop.start() if stop else len(text)]
        until = _UNTIL.match(text, stop.start()) if stop else None
        if found["verb"] == "was" and until is None:
            continue
        if role := _SITS.get(found["verb"]):
            yield from _seat(who, said, role, sentence)
        for piece in () if role else _NEXT.split(said):
            for one in _held(who, piece, sentence):
                ended = until is not None and one.link in ("HOLDS", "SITS_ON")
                yield one.model_copy(update={"values": {**one.values, "end": until["year"]}}) if ended and until else one


def _seat(who: Mention, said: str, role: str, span: Span) -> Iterator[Statement]:
    """A seat on each of the bodies behind "chairs the" or "sits on the"."""
    for phrase in find_names(said):
        if phrase.kind == BODY and " " in phrase.text:
            body = thing("Body", phrase.text)
            yield names_thing(body, span)
            yield claim("SITS_ON", who, body, span=span, role=role, confidence=0.85)


def _held(who: Mention, piece: str, span: Span) -> Iterator[Statement]:
    """What somebody is by words such as "a partner in Hale Quirke LLP"."""
    for mark in _IN.finditer(piece):
        role = _ARTICLE.sub("", piece[: mark.start()])
        end = ENDS.search(piece, mark.end())
        where = re.split(r"[,.;:()]", piece[mark.end() : end.start() if end else len(piece)])[0].strip()
        known = is_elsewhere(where) or (is_body(where) and " " in where)
        if not known or _AT.search(where) or _PAST.match(role):
            continue
        last = role.rsplit(" and ", 1)[-1]
        if re.fullmatch(OFFICE, role, re.IGNORECASE):
            yield from held_elsewhere(who, role, where, f"{role} of {where}", span)
        elif ends_in_post_word(re.split(_OF, last)[0]) and not is_body(where):
            yield from title_claims(who, read_title(f"{last}, {where}"), span, "prose")
        return
