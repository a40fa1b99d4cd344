"""What a reader sees: the document, its sections, and what earlier readers found (whose meeting it is, who was there)."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from typing import Any

from sederunt.graph.kinds import BODY, MEETING, ORGANISATION, PERSON, UNIT
from sederunt.graph.lexicon import words
from sederunt.graph.names import fold, given_forms, initials, joined_up, parse_person, split_honorific
from sederunt.graph.statement import Basis, Kind, Mention, Statement
from sederunt.loaders.document import Block, Document, Shape, Span
from sederunt.loaders.layout.chapters import CHAPTER, Chapter, governs
from sederunt.loaders.layout.matrices import Matrix, matrices
from sederunt.loaders.layout.member_columns import Columns, member_columns
from sederunt.loaders.layout.profiles import Profiles, profiles
from sederunt.loaders.layout.seattables import Seated, seated
from sederunt.loaders.layout.sections import Section
from sederunt.loaders.layout.stafftable import STAFF
from sederunt.loaders.naming.headings import ATTENDANCE, category_of
from sederunt.loaders.naming.roles import OFFICERS, own_office, presides
from sederunt.loaders.naming.seats import split_acting
from sederunt.loaders.naming.titles import Title
from sederunt.loaders.naming.wording import (
    body_kind,
    is_body,
    is_class_of_members,
    is_generic,
    is_organisation,
    is_part,
    is_unit,
    names_organisation,
    organisation_kind,
)
from sederunt.loaders.sentences.telling import rules, tells

HEAD, LISTS, SAID, NAMES, PROSE, WHOLE = range(6)
"""The stages of reading; a reader sees what the stages before its own have found."""

THIS, PLANNED, MENTIONED = "this", "planned", "mentioned"
"""Sections of mentions of meetings: the one whose minutes the paper is, one to come, one spoken of."""

TOLD_PRESENT, TOLD_AWAY = "told present", "told away"
"""Sections of mentions of people whom a sentence, and no list, tells to have been there or away."""


@dataclass(frozen=True)
class Scene:
    """The stage that readers work on."""

    document: Document
    sections: tuple[Section, ...]
    found: tuple[Statement, ...] = field(default=())
    before: tuple[Statement, ...] = field(default=())
    """What the earlier parts of the same file say, where it holds the minutes of several meetings."""

    @cached_property
    def meeting(self) -> Mention | None:
        """The meeting whose minutes this paper is."""
        return next((s.subject for s in self.found if s.subject.kind == MEETING and s.subject.section == THIS), None)

    @cached_property
    def body(self) -> Mention | None:
        """The body whose paper this is; a part of a file that names none is of the body of the part before it."""
        return next((s.subject for s in self.told if s.subject.kind == BODY and s.subject.section == "head"), None)

    @cached_property
    def seated(self) -> Mapping[int, tuple[Seated, ...]]:
        """Who is named in each row of a page's tables of seats, by the numbers of the rows; none in minutes and decks."""
        return {} if self.meeting is not None or self.document.slides else seated(self.document.blocks)

    @cached_property
    def matrices(self) -> tuple[Matrix, ...]:
        """The tables of people by the bodies on which they sit; none in minutes."""
        return () if self.meeting is not None else tuple(matrices(self.document.blocks))

    @cached_property
    def profiles(self) -> tuple[Profiles, ...]:
        """The people of boards who are introduced one after the other; none in minutes and decks."""
        return () if self.meeting is not None or self.document.slides else tuple(profiles(self.document.blocks))

    @cached_property
    def crossed(self) -> frozenset[int]:
        """The numbers of the lines of these tables, of which nothing else is to be read."""
        tables = [*(table.numbers for table in self.matrices), *(table.numbers for table in self.member_columns)]
        return frozenset[int]().union(*tables)

    @cached_property
    def member_columns(self) -> tuple[Columns, ...]:
        """The tables with a body over each column."""
        return tuple(member_columns(self.document.blocks))

    @cached_property
    def chapters(self) -> tuple[Chapter, ...]:
        """What a page on governance says of each of its bodies."""
        told = (section for section in self.sections if section.category == CHAPTER)
        return tuple(Chapter(section.heading, section.blocks) for section in told if section.heading is not None)

    @cached_property
    def governs(self) -> bool:
        """Whether the paper tells how an organisation is governed, and is of no meeting."""
        return bool(self.chapters) or governs(self.document)

    @property
    def told(self) -> tuple[Statement, ...]:
        """What this part says, then what the parts before it do."""
        return (*self.found, *self.before)

    @property
    def date(self) -> str:
        """The date of the meeting, ISO; empty if there is none."""
        return self.meeting.date if self.meeting else ""

    @cached_property
    def people(self) -> tuple[Mention, ...]:
        """The people found so far, each printed form once, those who were there first."""
        seen: dict[tuple[str, int], Mention] = {}
        mentions = [m for s in self.told for m in (s.subject, s.object) if m is not None and m.kind == PERSON]
        for mention in sorted(mentions, key=lambda m: _PRESENCE.get(m.section, 9)):
            seen.setdefault((fold(mention.label), mention.ordinal), mention)
        return tuple(seen.values())

    @cached_property
    def known_names(self) -> frozenset[str]:
        """The folded names of the people found so far."""
        return frozenset(fold(person.label) for person in self.people)

    @cached_property
    def known_initials(self) -> frozenset[str]:
        """The initials of the people found so far, in capitals: as printed beside them, and as their names make them."""
        forms = (form for p in self.people for form in (*initials(parse_person(p.label)), p.initials, p.label))
        return frozenset(form.upper() for form in forms if form and " " not in form)

    @cached_property
    def given_names(self) -> frozenset[str]:
        """The folded given names of the people found so far."""
        return frozenset(fold(parse_person(p.label).given) for p in self.people if parse_person(p.label).full)

    @cached_property
    def given_keys(self) -> frozenset[str]:
        """The given names of the people found so far as ``joined_up`` gives them; no initials."""
        return frozenset(joined_up(given) for given in self.given_names if len(given) > 1)

    def is_first_name(self, word: str) -> bool:
        """Whether somebody found so far can be called by this given name: it is theirs, or short for it."""
        return not given_forms(joined_up(word)).isdisjoint(self.given_keys)

    @cached_property
    def holders(self) -> frozenset[str]:
        """The folded names of those of whom it was found that they hold a post."""
        return frozenset(fold(s.subject.label) for s in self.found if s.link == "HOLDS")

    @cached_property
    def units(self) -> frozenset[str]:
        """The folded names of the units found so far."""
        return frozenset(fold(s.subject.label) for s in self.told if s.subject.kind == UNIT)

    @cached_property
    def bodies(self) -> tuple[Mention, ...]:
        """The bodies found so far, each once."""
        mentions = [m for s in self.told for m in (s.subject, s.object) if m is not None and m.kind == BODY]
        return tuple({fold(m.label): m for m in reversed(mentions)}.values())

    @cached_property
    def untabled(self) -> tuple[Block, ...]:
        """The blocks that are no rows of a table of posts, of which only the posts are read, and in no chapter on a body."""
        tabled = {block.number for section in self.sections if section.category == STAFF for block in section.blocks}
        apart = tabled.union(*(chapter.apart for chapter in self.chapters))
        introduced = frozenset[int]().union(*(group.numbers for group in self.profiles))
        return tuple(block for block in self.document.blocks if block.number not in apart | self.crossed | introduced)

    def sentences(self) -> Iterable[tuple[Section, Span]]:
        """Every sentence of the paper with its section, headings included; the rows of a table of posts that is a file are none."""
        listed = (CHAPTER, STAFF) if self.document.format in _TABLES else (CHAPTER,)
        for section in self.sections:
            if section.category in listed:
                continue
            if section.heading and not (section.blocks and section.heading.places == section.blocks[0].span.places):
                yield section, section.heading
            for span in section.spans:
                for sentence in span.sentences() if span.line_at(0) not in self.crossed else ():
                    yield section, sentence

    def prose(self) -> Iterable[tuple[Section, Span]]:
        """The sentences of running text: not the lists of people, and not the boxes of slides, which are no sentences."""
        return ((section, sentence) for section, sentence in self.sentences() if self.is_prose(section, sentence))

    def is_prose(self, section: Section, sentence: Span) -> bool:
        """Whether a sentence of a section is running text."""
        listed = section.category in ATTENDANCE and (self.meeting is not None or section.category == "members")
        told = not listed or tells(sentence.text) or (self.meeting is None and rules(sentence.text))
        return bool(told) and not (self.document.slides and _boxed(section, sentence))


_TABLES = ("csv", "xlsx")
"""The formats of files that are tables."""


def _boxed(slide: Section, sentence: Span) -> bool:
    return sentence is slide.heading or not any(block.kind is Shape.BULLET for block in slide.blocks)


_PRESENCE = {
    "present": 0,
    TOLD_PRESENT: 0,
    "apologies": 1,
    TOLD_AWAY: 1,
    "members": 2,
    "presenters": 2,
    "holders": 2,
    "absent": 3,
    "contacts": 4,
}


def claim(
    link: str | None,
    subject: Mention,
    object: Mention | None = None,
    *,
    span: Span,
    basis: Basis = "stated",
    confidence: float = 0.95,
    **values: Any,
) -> Statement:
    """A statement proved by a span; values that are empty are left out."""
    kept = {key: value for key, value in values.items() if value not in ("", None, ())}
    return Statement(
        link=link, subject=subject, object=object, values=kept, evidence=span.evidence(), basis=basis, confidence=confidence
    )


def person(text: str, section: str, **more: Any) -> Mention:
    """A mention of a person; the full stop of a sentence that a name ends is not of it."""
    return Mention(kind="Person", text=re.sub(r"(?<=[a-z]{3})\.$", "", text), section=section, **more)


def thing(kind: Kind, text: str, section: str = "prose", *, name: str = "", within: str = "") -> Mention:
    """A mention of a body, organisation, unit or post; a name all in capitals is known by its form in title case."""
    text = " ".join(text.split()).strip(" ,;:.")
    name = name or (titled(text) if text.isupper() and " " in text else "")
    return Mention(kind=kind, text=text, section=section, name=name, within=within)


_SMALL = frozenset(["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"])


def titled(text: str) -> str:
    """A name printed in capitals, in title case: ``KENT AND SUSSEX FORUM`` gives ``Kent and Sussex Forum``."""
    parts = [word.lower() if at and word.lower() in _SMALL else word.capitalize() for at, word in enumerate(text.split())]
    return " ".join(part.replace("’S", "’s") for part in parts)


def names_thing(mention: Mention, span: Span, **values: Any) -> Statement:
    """The naming of a body or an organisation, with its kind."""
    kind = (
        body_kind(mention.label)
        if mention.kind == BODY
        else organisation_kind(mention.label)
        if mention.kind == ORGANISATION
        else ""
    )
    return claim(None, mention, span=span, kind=kind, **values)


def of_this_body(title: Title, body: Mention | None) -> Title:
    """The chair "of the Forum" in the forum's own minutes is the chair of the meeting, and so is the "Forum Chair"."""
    if body is None or title.role:
        return title
    if title.office and f" {fold(title.body)} " in f" {fold(body.label)} ":
        return replace(title, role="minutes" if title.office == "secretary" else title.office, body=body.label)
    if office := presides(title.text, body.label):
        return replace(title, office=office, body=body.label)
    own = "" if title.office else own_office(title.text, body.label)
    return (
        replace(title, role=own if own in OFFICERS else "", office=own, body=body.label, post="", places=()) if own else title
    )


def title_claims(who: Mention, title: Title, span: Span, section: str, senders: Collection[str] = ()) -> Iterable[Statement]:
    """What a title beside a name says: a post held and where, an organisation spoken for, an office of another body.

    ``senders`` are words beside names that are known to be organisations whatever they say.
    """
    if _SAYS.search(title.text) or _NO_MORE.match(title.text):
        return
    unnamed = body_kind(title.body) == "governing body" and not title.role  # "Chair of Governors": of some school
    if title.office and not unnamed:
        body = thing("Body", title.body, section)
        yield names_thing(body, span)
        yield claim("SITS_ON", who, body, span=span, role=title.office, role_text=title.text)
    if title.office and (unnamed or title.office == "secretary"):
        yield claim("HOLDS", who, thing("Post", title.text, section), span=span)
    if title.post:
        yield from post_claims(who, replace(title, places=()) if title.speaks else title, span, section)
    elif title.office or (title.role and not title.whole and not all(map(is_organisation, title.places))):
        return
    sent_by = [place for place in title.places if (title.speaks or not title.post) and (place in senders or _can_send(place))]
    for place in title.places if title.whole else sent_by:
        as_what = bool(title.whole) and place[0].islower() and not is_unit(place)  # "agent, Fenwick Group"
        structure = thing("Organisation", title.whole, section) if as_what else _structure(place, title.whole, section)
        yield from _places(structure, "" if as_what else title.whole, span, section)
        yield claim("REPRESENTS", who, structure, span=span, confidence=0.85)


_NO_MORE = re.compile(r"(?:former|late|retired|ex)[ -]", re.IGNORECASE)
"""What begins the title that somebody held once."""
_SAYS = re.compile(r"\s(?:is|are|was|were|has|have|will|reports?)\s")
"""What no title says of itself: "The Office is headed by the Secretary"."""


def sent_by(who: Mention, place: str, span: Span, body: Mention | None) -> Iterable[Statement]:
    """That somebody speaks for what a column of senders names, unless it is the body that meets."""
    own = body is not None and fold(place) == fold(body.label)
    if not own and place[0].isupper() and len(place.split()) < 12 and not (is_generic(place) and not is_organisation(place)):
        structure = _structure(place, "", "members")
        yield names_thing(structure, span)
        yield claim("REPRESENTS", who, structure, span=span, confidence=0.85)


def _can_send(place: str) -> bool:
    """Whether a phrase beside a name can be an organisation: a word says so, or it is printed as a name of several words is."""
    if any(split_honorific(piece)[0] for piece in re.split(r",\s*|\s+(?:and|&)\s+", place)):
        return False  # names of people that ran on
    if re.search(r"\d{2}|:|^\W|^[A-Z]\.?\s[A-Z]", place):
        return False
    tokens = [token for token in place.split() if token[0].isalpha() and token not in _SMALL]
    named = len(tokens) > 1 and all(token[0].isupper() for token in tokens)
    telling = is_organisation(place) or is_unit(place)
    return (telling or (named and not is_generic(place) and not _is_address(place))) and not _opens_heading(place)


def _is_address(place: str) -> bool:
    """Whether capitalised words are a road and no organisation: "Harbour Road"."""
    return fold(place.rsplit(maxsplit=1)[-1]) in words("loaders", "road_words")


def _opens_heading(place: str) -> bool:
    """Whether a phrase is a heading that ran on, or opens with one of several words: "Action Required Person Responsible"."""
    tokens = place.split()
    if fold(tokens[0]) in words("loaders", "heading_openers"):
        return True
    return bool(category_of(place)) or any(category_of(" ".join(tokens[:size])) for size in range(2, min(5, len(tokens))))


def _structure(place: str, whole: str, section: str) -> Mention:
    """What a title names as a place: a part of an organisation, a body or an organisation."""
    part = (is_part(place) and (bool(whole) or is_generic(place))) or organisation_kind(whole) == "university"
    if (whole or is_generic(place)) and not names_organisation(place):
        part = part or bool(whole) or is_unit(place)
    kind: Kind = "Unit" if part else "Body" if is_body(place) and not is_organisation(place) else "Organisation"
    return thing(kind, place, section)


def _places(structure: Mention, whole: str, span: Span, section: str) -> Iterable[Statement]:
    yield names_thing(structure, span)
    if whole:
        organisation = thing("Organisation", whole, section)
        yield names_thing(organisation, span)
        yield claim("PART_OF", structure, organisation, span=span, confidence=0.85)


def post_claims(who: Mention, title: Title, span: Span, section: str) -> Iterable[Statement]:
    """That somebody holds a post, once for each place in which it is."""
    if is_class_of_members(title.post):
        return
    name, acting = split_acting(title.post)
    for place in title.places or ("",):
        post = thing("Post", title.post, section, within=place)
        post = post.model_copy(update={"name": name}) if acting else post
        yield claim("HOLDS", who, post, span=span, confidence=0.85, acting=acting or title.acting)
        if place:
            structure = _structure(place, title.whole, section)
            yield from _places(structure, title.whole, span, section)
            yield claim("POST_IN", post, structure, span=span)


@cache
def _corrections() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(words('loaders', 'correction_words')))})\b", re.IGNORECASE)


def is_correction(text: str) -> bool:
    """Whether a sentence puts earlier minutes right, so that it tells nothing of who is at this meeting."""
    return bool(_corrections().search(text))
