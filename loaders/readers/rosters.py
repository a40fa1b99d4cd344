"""Who sits on a body, listed on a page without a meeting: under the body's name, under "Members", below a sentence that says so.

Source: terms of reference ("Group membership:", then names with their posts), pages on a commission ("Chair: …", "Vice-Chair: …", a
name a line, "Vacancy"), pages of committees with a heading and a list for each, governors by category, a cabinet by portfolio, councillors
by party, officers and committee of a society, members in a table with their terms of office.
"""

import re
from collections.abc import Iterable, Iterator

from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.introducing import Page, is_prose, keeps_open, speaks_of_members
from sederunt.loaders.context.scene import LISTS, Scene, claim, names_thing, person, title_claims
from sederunt.loaders.document import Block
from sederunt.loaders.layout.listings import MARK, Listing, Seat, is_titled, listings
from sederunt.loaders.naming.headings import ATTENDANCE, category_of
from sederunt.loaders.naming.roles import OFFICERS
from sederunt.loaders.naming.titles import read_title

STAGE = LISTS

_OF_MEETINGS = frozenset(ATTENDANCE) - {"members", "chair", "clerk"}
_NUMBER = re.compile(r"^\(?\d{1,2}(?:\.\d{1,2})*[.)]?\s+")
_HEADING = 6
"""A heading has no more words."""
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
        self.open = self.told = False

    def statements(self) -> Iterator[Statement]:
        """What the lists of the page say."""
        for listing in listings(self.scene.untabled):
            named = self._pass(listing)
            if listing.seats and self.last is not None and self._is_of(listing):
                if named is not None and self.last != self.scene.body:
                    yield named
                yield from _members(listing, self.last)
                self.told = self.open

    def _pass(self, listing: Listing) -> Statement | None:
        """Take note of the lines above a list; the naming of the body, where one of them names it."""
        named = None
        for block in listing.above:
            marked = MARK.match(block.span.text) is not None
            if body := self.page.introduced(block):
                self.last, self.open, self.told = body, True, speaks_of_members(block.text)
                self.headed = self.headed if _is_sentence(block) else body
                named = names_thing(body, block.span)
            elif (not marked or _NUMBER.match(block.span.text)) and _heads_others(block.span.text):
                self.open = False
            elif not marked and speaks_of_members(block.text):
                self.last = self.last if self.open else self.headed
                self.open = self.told = True
            elif is_prose(block) and not marked:
                self.told = False
            elif not marked and not keeps_open(block):
                self.open = self.told = False
        return named

    def _is_of(self, listing: Listing) -> bool:
        """Whether a list is one of members of the body named last: it is said, or it has offices, or there are several sure names."""
        offices = [seat.office for seat in listing.seats if seat.office != "member"]
        if not self.open:
            return len(offices) == len(listing.seats) and not _is_signature(listing)
        sure = sum(is_titled(seat.entry) for seat in listing.seats)
        return self.told or bool(offices) or (len(listing.seats) >= _FEWEST and sure >= len(listing.seats) / 2)


def _heads_others(text: str) -> bool:
    """Whether a line heads people who are no members: "Officer support", "3. In attendance"."""
    return category_of(_NUMBER.sub("", text)) in _OF_MEETINGS


def _is_signature(listing: Listing) -> bool:
    """Whether a lone name with an office stands below a paragraph: who wrote it, and whose office it is, is not told."""
    return len(listing.seats) == 1 and not listing.seats[0].behind and bool(listing.above) and is_prose(listing.above[-1])


def _is_sentence(block: Block) -> bool:
    """Whether a line that leads to a list is a sentence, whose body is only that list's: "The new panel is made up of the following:"."""
    return len(block.text.split()) > _HEADING and block.text.endswith((":", "."))


def _members(listing: Listing, body: Mention) -> Iterator[Statement]:
    for seat in listing.seats:
        yield from _member(seat, body)


def _member(seat: Seat, body: Mention) -> Iterator[Statement]:
    entry = seat.entry
    who = person(entry.name, "members", honorific=entry.honorific, initials=entry.initials)
    role_text = entry.role_text if seat.office in (*OFFICERS, "secretary") else ""
    yield claim("SITS_ON", who, body, span=entry.span, role=seat.office, role_text=role_text)
    for title in [told for told in map(read_title, filter(_is_title, entry.titles)) if told.post or told.office or told.role]:
        yield from title_claims(who, title, entry.span, "members")


def _is_title(text: str) -> bool:
    return not re.search(r"\b(?:who|which|whose)\b", text)
