"""Who sits on a body, listed on a page without a meeting: under the body's name, under "Members", below a sentence that says so.

Source: terms of reference ("Group membership:", then names with their posts), pages on a commission ("Chair: …", "Vice-Chair: …", a
name a line, "Vacancy"), pages of committees with a heading and a list for each, governors by category, a cabinet by portfolio, councillors
by party, officers and committee of a society, members in a table with their terms of office.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sederunt.graph.lexicon import words
from sederunt.graph.names import fold
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.introducing import Page, is_prose, keeps_open, says_by_what_right, speaks_of_members
from sederunt.loaders.context.scene import LISTS, Scene, claim, names_thing, person, sent_by, thing, title_claims
from sederunt.loaders.document import Block
from sederunt.loaders.layout.chapters import heads_executives
from sederunt.loaders.layout.listings import DEPUTY, MARK, Listing, Seat, is_titled, listings
from sederunt.loaders.layout.seattables import Seated
from sederunt.loaders.layout.unit_parts import inner_heading
from sederunt.loaders.naming.headings import ATTENDANCE, category_of
from sederunt.loaders.naming.roles import OFFICERS, chairs_governors
from sederunt.loaders.naming.titles import read_title
from sederunt.loaders.naming.wording import is_body, is_class_of_members, is_post, organisation_kind
from sederunt.loaders.sentences.relations import office_of
from sederunt.loaders.tenures import beside_name, in_rows

STAGE = LISTS

_OF_MEETINGS = frozenset(ATTENDANCE) - {"members", "chair", "clerk"}
_NUMBER = re.compile(r"^\(?\d{1,2}(?:\.\d{1,2})*[.)]?\s+")
_HEADING = 6
"""A heading has no more words."""
_MOST = 0.8
"""So many of the others in a list have an office or a post where an organisation stands in the place of one."""
_FEWEST = 3
"""A list under a heading that does not speak of members needs so many names."""


def read(scene: Scene) -> Iterable[Statement]:
    """The members of the bodies whose members are listed, with their offices and what else is printed beside them."""
    if scene.meeting is not None or scene.document.slides:
        return
    yield from _Walk(scene).statements()


class _Walk:
    """A way down a page: which body the last heading or sentence named, and whether the list at hand is said to be of it."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.page = Page(scene.body)
        self.last = self.headed = scene.body
        self.terms = in_rows(scene.document.blocks)
        self.open = self.told = self.staff = False

    def statements(self) -> Iterator[Statement]:
        """What the lists of the page say."""
        tables = {row: tuple(map(_seat, people)) for row, people in self.scene.seated.items()}
        for listing in listings(self.scene.untabled, tables):
            named = self._pass(listing)
            if listing.seats and listing.seats[0].placed and not self.open:
                self.last = self.headed
            if listing.seats and self.last is not None and self._is_of(listing):
                if named is not None and self.last != self.scene.body:
                    yield named
                for seat in listing.seats:
                    yield from _sent(seat) if _is_sent(seat, listing) else self._member(seat, self.last)
                self.told = self.open
            else:
                for seat in listing.seats:
                    yield from _named(seat) if seat.placed or self._is_staff(listing) else ()

    def _pass(self, listing: Listing) -> Statement | None:
        """Take note of the lines above a list; the naming of the body, where one of them names it."""
        named = None
        for block in listing.above:
            self.staff = _heads_staff(block.span.text, below=self.staff and not speaks_of_members(block.text))
            marked = MARK.match(block.span.text) is not None
            if (self.scene.governs or self.scene.profiles) and heads_executives(block.text):
                self.last = thing("Body", name) if is_body(name := _NUMBER.sub("", block.text).rstrip(": ")) else None
                self.open = self.told = self.last is not None
                self.staff = False
                named = names_thing(self.last, block.span) if self.last is not None else None
            elif body := self.page.introduced(block):
                self.last, self.open, self.told, self.staff = body, True, speaks_of_members(block.text), False
                self.headed = self.headed if _is_sentence(block) else body
                named = names_thing(body, block.span)
            elif (
                (not marked or _NUMBER.match(block.span.text))
                and _heads_others(block.span.text)
                and not speaks_of_members(block.text)
            ):
                self.open = False
            elif not marked and speaks_of_members(block.text):
                self.last = self.last if self.open else self.headed
                self.open = self.told = True
            elif is_prose(block) and not marked:
                self.told = False
            elif not marked and not keeps_open(block):
                self.open = self.told = False
        return named

    def _member(self, seat: Seat, body: Mention) -> Iterator[Statement]:
        own = next((office for title in seat.entry.titles if (office := chairs_governors(title, body.label))), "")
        seat = replace(seat, office=own) if own and seat.office == "member" and seat.placed else seat
        role_text = seat.entry.role_text if seat.office in (*OFFICERS, "secretary") else ""
        if seat.office != DEPUTY and not _serves(seat):
            span = seat.entry.span
            days = {**self.terms.get(span, {}), **beside_name(span.text)}
            start, end = days.get("start", ""), days.get("end", "")
            yield claim("SITS_ON", _who(seat), body, span=span, role=seat.office, role_text=role_text, start=start, end=end)
        yield from _named(seat, body)

    def _is_of(self, listing: Listing) -> bool:
        """Whether a list is one of members of the body named last: it is said, or it has offices, or there are several sure names."""
        if listing.seats[0].placed:
            return not any(_heads_others(block.span.text) for block in listing.above)
        offices = [seat.office for seat in listing.seats if seat.office != "member"]
        if self._is_staff(listing):
            return False
        if not self.open:
            return len(offices) == len(listing.seats) and not _is_signature(listing)
        sure = sum(is_titled(seat.entry) for seat in listing.seats)
        return self.told or bool(offices) or (len(listing.seats) >= _FEWEST and sure >= len(listing.seats) / 2)

    def _is_staff(self, listing: Listing) -> bool:
        """Whether a list under a heading of officers or of who reports to somebody has a post for most, and no office of a body."""
        offices = any(seat.office != "member" for seat in listing.seats)
        return self.staff and not offices and sum(map(_holds_post, listing.seats)) > len(listing.seats) / 2


def _holds_post(seat: Seat) -> bool:
    return any(map(is_post, seat.entry.titles))


def _heads_others(text: str) -> bool:
    """Whether a line heads people who are no members: "Officer support", "3. In attendance"."""
    return category_of(_NUMBER.sub("", text)) in _OF_MEETINGS


def _heads_staff(text: str, *, below: bool) -> bool:
    """Whether a line heads those who work for a body, or who report to somebody: "Officers", "Heads of service"; ``below``: one did above."""
    others = _heads_others(text) and not says_by_what_right(text)
    return others or inner_heading(text) == "posts" or _REPORTING.search(text) is not None or below


_REPORTING = re.compile(r"\breport(?:s|ing)?\s+(?:directly\s+)?to\b[^.]*:?$", re.IGNORECASE)


def _is_signature(listing: Listing) -> bool:
    """Whether a lone name with an office stands below a paragraph: who wrote it, and whose office it is, is not told."""
    return len(listing.seats) == 1 and not listing.seats[0].behind and bool(listing.above) and is_prose(listing.above[-1])


def _is_sentence(block: Block) -> bool:
    """Whether a line that leads to a list is a sentence, whose body is only that list's: "The new panel is made up of the following:"."""
    return len(block.text.split()) > _HEADING and block.text.endswith((":", "."))


def _seat(seated: Seated) -> Seat:
    """The seat of somebody in a table of seats; who only comes in another's place has none on the body."""
    role = seated.entry.role or next((role for role in (read_title(title).role for title in seated.entry.titles) if role), "")
    office = DEPUTY if seated.deputy else office_of(role) or _KEPT.get(role, "member")
    return Seat(seated.entry, office, place=seated.place, placed=True)


_KEPT = {"observer": "observer", "deputy": DEPUTY}
"""What somebody is at a body by a role that is no office of it."""


def _is_sent(seat: Seat, listing: Listing) -> bool:
    """Whether somebody sits for an organisation that stands in a row where the rows of others have an office or a post."""
    if not seat.entry.sender:
        return False
    others = [other for other in listing.seats if not other.entry.sender]
    told = [other for other in others if other.office != "member" or _holds_post(other)]
    return len(told) > 1 and len(told) >= _MOST * len(others)


def _sent(seat: Seat) -> Iterator[Statement]:
    """Somebody with the council on which they sit, or the organisation for which they speak: "Fenwick District Council | Jo Wren"."""
    where, who, span = seat.entry.sender, _who(seat), seat.entry.span
    council = organisation_kind(where) == "council"
    there = thing("Body" if council else "Organisation", where, "members")
    yield names_thing(there, span)
    if council:
        yield claim("SITS_ON", who, there, span=span, role="member", confidence=0.85)
    else:
        yield claim("REPRESENTS", who, there, span=span, confidence=0.85)


def _named(seat: Seat, body: Mention | None = None) -> Iterator[Statement]:
    """Somebody with what is printed beside the name."""
    who, span = _who(seat), seat.entry.span
    if seat.placed:
        yield claim(None, who, span=span)
    for title in [
        told for told in map(read_title, filter(_is_title, seat.entry.titles)) if told.post or told.office or told.role
    ]:
        at_place = bool(seat.place and title.post and not title.places) and _has_posts(seat.place, body)
        yield from title_claims(who, replace(title, places=(seat.place,)) if at_place else title, span, "members")
    if seat.place and not _is_class(seat.place):
        yield from sent_by(who, seat.place, span, body)


def _has_posts(place: str, body: Mention | None) -> bool:
    """Whether the post beside a sender is one there: not by what right somebody sits, nor the body itself."""
    return not (_is_class(place) or fold(place) in _CLASSES or (body is not None and fold(place) == fold(body.label)))


def _serves(seat: Seat) -> bool:
    """Whether somebody among the members is there only to serve them: the company secretary, the auditor."""
    titles = {fold(title) for title in seat.entry.titles}
    return seat.office == "member" and not seat.placed and bool(titles) and titles <= _SERVANTS


_SERVANTS = frozenset(
    "accountant|accountants|auditor|auditors|bankers|chartered accountants|company secretary|external auditor|independent auditor"
    "|independent examiner|internal auditor|solicitor to the board|solicitors".split("|")
)


def _is_class(place: str) -> bool:
    """Whether a column of senders says only by what right somebody sits: "Parents", "Ex officio"."""
    bare = fold(place)
    return is_class_of_members(place) or says_by_what_right(place) or bool({bare, bare.removesuffix("s")} & _CLASSES - {_SENDS})


_SENDS = "local authority"
"""What a class of members is called after, and who sends them."""
_CLASSES = words("loaders", "member_classes") | {"board", "governing board", "governing body", "member", "trust board"}


def _who(seat: Seat) -> Mention:
    return person(seat.entry.name, "members", honorific=seat.entry.honorific, initials=seat.entry.initials)


def _is_title(text: str) -> bool:
    return not re.search(r"\b(?:who|which|whose)\b", text)
