"""Somebody in a list, with what is printed beside the name: parts in the meeting, posts, letters, remarks."""

import re
from dataclasses import dataclass, replace

from sederunt.graph.dates import find_dates
from sederunt.graph.lexicon import pairs
from sederunt.graph.names import (
    initials,
    is_initials,
    office_held,
    parse_person,
    split_honorific,
    without_post_nominals,
)
from sederunt.loaders.document import Span
from sederunt.loaders.naming.people import (
    BRACKET,
    looks_like_person,
    names_another,
    ranked_name,
)
from sederunt.loaders.naming.remarks import INSTEAD, PART, STAND_IN, Remark, read_remark, read_status
from sederunt.loaders.naming.roles import OFFICERS, meeting_role
from sederunt.loaders.naming.runs import shared_post
from sederunt.loaders.naming.seats import counts_seats, split_counted
from sederunt.loaders.naming.titles import in_one_language
from sederunt.loaders.naming.wording import is_organisation, is_post

_IN_BRACKET = re.compile(
    r"\s*;\s*|(?<=[^\W\d])/(?=[^\W\d])|\s+/\s+|,\s+(?=(?:vice|deputy)?[\s-]*(?:chair|clerk|minutes)|(?:until|from|for|via|by)\b)"
)
LIST_MARK = re.compile(r"^(?:[-–—•·*▪●o]\s+|\(?\d{1,2}[.)]\s+|\(?[a-z]\)\s+)")
ARTICLE = re.compile(r"^(?:(?:Role|Post|Position|(?:Job )?[Tt]itle)\s*:\s*)?(?:[Tt]he\s+(?=[A-Z]))?")
_SENT_BY = re.compile(r"\b(?:representatives?|nominees?|delegates?)\s+(?:of|from|for)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody in a list, with what is printed beside the name."""

    name: str
    span: Span
    """The words to quote: the whole entry."""
    honorific: str = ""
    initials: str = ""
    role: str = ""
    role_text: str = ""
    titles: tuple[str, ...] = ()
    part: str = ""
    standing_for: str = ""
    status: str = ""
    """``present``, ``apologies`` or ``absent`` where the entry itself says so; empty where its heading does."""
    sender: str = ""
    """Whom somebody comes from, where the head of a column says that it tells this."""
    instead: str = ""
    """Who came in their place, with what is said of these."""

    def with_more(self, text: str, span: Span) -> "Entry":
        """This entry with another line that was printed below it."""
        more = with_brackets(text, replace(self, span=span))
        rest = BRACKET.sub(" ", text).strip(" ,;–-")
        return more if not rest else with_title(more, " ".join(rest.split()))

    def of_group(self, heading: str) -> "Entry":
        """This entry with what is printed in front of a group of people: whom they come from, or the post of the only one."""
        if role := meeting_role(heading):
            return replace(self, role=self.role or role, role_text=self.role_text or heading)
        heading = ARTICLE.sub("", LIST_MARK.sub("", shared_post(heading) or heading))
        if heading.lower() in pairs("loaders", "plural_titles"):
            return self  # "Trustees: Ann Hale, Ben Moss" are each one of them
        if (counts_seats(heading, told=False) or split_counted(heading)[1] > 1) and not _SENT_BY.search(heading):
            return self  # a class of members, with how many there are of them
        posts = [title for title in self.titles if is_post(title) and not is_organisation(title)]
        if len(posts) == 1 and len(self.titles) == 1 and is_organisation(heading):
            return replace(self, titles=(f"{posts[0]}, {heading}",))
        return replace(self, titles=(*self.titles, heading)) if is_post(heading) or is_organisation(heading) else self


def named_by(text: str, span: Span) -> Entry:
    """The bare entry for a name, its honorific or rank apart; a rank is a post as well."""
    rank, name = ("", "") if looks_like_person(text) else ranked_name(text)
    if rank:
        own, name = split_honorific(name)
        return with_title(Entry(without_post_nominals(name), span, honorific=own or rank), re.sub(r"\s*\d+$", "", rank))
    honorific, name = split_honorific(text)
    bare = without_post_nominals(name) or text
    letters = _letters_behind(name)
    entry = Entry(bare.removesuffix(f" {letters}"), span, honorific=honorific, initials=letters)
    office = office_held(honorific)
    return with_title(entry, office) if office else entry


def _letters_behind(name: str) -> str:
    """The initials that are printed behind a name without a mark ("Ann Hale AH"), or an empty string."""
    *words_, last = name.split()
    own = len(words_) > 1 and not words_[-1].isupper() and is_initials(last) and can_be_initials(last, name)
    return last if own and words_[-1][:1] in last else ""


def with_brackets(text: str, entry: Entry) -> Entry:
    """The entry with what the brackets of a text say of it."""
    for found in BRACKET.finditer(text):
        if names_another(found[1]):
            continue
        for piece in _IN_BRACKET.split(found[1]):
            entry = _bracket(piece.strip(), entry)
    tail = re.search(r"[)\]]\s*((?:for|until|from|to)\s+(?:item|part|minute|\d).*)$", text)
    return replace(entry, part=tail[1].strip(" .")) if tail and not entry.part else entry


def _bracket(text: str, entry: Entry) -> Entry:
    if not text:
        return entry
    if role := meeting_role(re.sub(r"^(?:the|and)\s+", "", text)):
        return replace(entry, role=entry.role or role, role_text=entry.role_text or text)
    led = _LETTERS_FIRST.match(text)
    if led and not entry.initials and is_initials(led[1]) and can_be_initials(led[1], entry.name):
        return _bracket(text[led.end() :], replace(entry, initials=led[1]))
    behind = _LETTERS_LAST.search(text)
    if behind and not entry.initials and is_initials(behind[1]) and can_be_initials(behind[1], entry.name):
        return _bracket(text[: behind.start()], replace(entry, initials=behind[1]))
    letters = is_initials(text) and (
        len(text) == 2 or can_be_initials(text, entry.name)
    )  # "(GOL)" beside Jen Hale is who sent her
    if letters and not is_post(text) and not entry.initials:
        return replace(entry, initials=text)
    return with_title(entry, text)


_LETTERS_FIRST = re.compile(r"([A-Z][A-Za-z]{1,3})(?:\s*(?:[,:;]|\s[–—-])\s+(?=\S)|\s?[–—-]\s?(?=[A-Z][a-z]))")
"""Initials in front of a post in a bracket: "Ann Hale (AH, Head of Works)"."""
_LETTERS_LAST = re.compile(r"(?<=\w)\s*(?:[,:;]|\s[–—-])\s*([A-Z][A-Za-z]{1,3})$")
"""Initials behind a post or a part in a bracket: "Ann Hale (Chair, AH)"."""


def with_title(entry: Entry, title: str) -> Entry:
    """The entry with a title, or with what the title turns out to mean: a part in the meeting, initials, a stand-in."""
    title = without_days(_BEHIND_STOP.sub("", title.strip(" ,;:.")))
    title = ARTICLE.sub("", title) if is_post(title) else title
    if " / " in title:
        for piece in in_one_language(title.split(" / ")):
            entry = with_title(entry, piece)
        return entry
    if not title or _OF_AN_ITEM.match(title) or title.lower() in pairs("loaders", "plural_titles"):
        return entry  # "Trustees Ann Hale and Ben Moss" are each one of them
    apart = _APART.split(title, maxsplit=1)
    halves = apart if len(apart) == 2 else _HALVES.split(title)
    if len(halves) == 2 and not meeting_role(title) and (halves == apart or any(map(_is_taken_on, halves))):
        return with_title(with_title(entry, halves[0]), halves[1])
    return _remarked(entry, title) or replace(entry, titles=(*entry.titles, title))


def without_days(title: str) -> str:
    """What stands beside a name without the days at its end: "Chair from 4 July 2023" is the chair; "retired May 2022" is nothing."""
    days = find_dates(title) if title[-1:].isdigit() else []
    lead = _DAY.search(title[: days[-1].at]) if days and title.endswith(days[-1].text) else None
    return without_days(title[: lead.start()].rstrip(" ,;")) if lead else title


BEGAN, ENDED = "appointed|elected|co-?opted|joined", "retired|resigned|stood down|stepped down|left|died|deceased"
"""Words in front of the day on which a seat or a post began, and of that on which it ended."""
_DAY = re.compile(
    rf"(?:^|,?\s+)(?:with effect from|from|since|until|till|up to|{BEGAN}|{ENDED})(?:\s+(?:on|in|from))?\s+$", re.IGNORECASE
)
_OF_AN_ITEM = re.compile(
    r"(?:Election|Appointment|Nomination|Adoption|Approval|Confirmation|Declarations?)s? of\b", re.IGNORECASE
)
"""How the title of an item begins that stands right behind a list of people."""
_BEHIND_STOP = re.compile(r"(?<=[a-z]{4})\.\s+(?:\d|[A-Z]).*$")
"""What a full stop parts from a title: another sentence, an item."""
_APART = re.compile(
    r"(?:[,;]\s*|\s+[–—-]\s+)(?=(?:[Rr]epresented|[Ss]ubstituted|[Rr]eplaced|[Dd]eputi[sz]ed(?: for)?|[Cc]overed) by\s)"
    r"|,?\s+(?:&|and)\s+(?:the\s+)?(?=(?:(?:Vice|Deputy)[\s-])?Chair(?:man|woman|person)?\s+of\s+(?:the\s+)?[A-Z])"
)
"""Between a title and who came instead, or the chair of a committee that goes with it: "Non-Executive and Chair of Audit & Risk"."""
_HALVES = re.compile(r"\s*/\s*|\s+(?:&|and)\s+")


def _is_taken_on(half: str) -> bool:
    """Whether words are a part in the meeting beside what somebody is: "Parent/Chair", "Harbour Master and minute taker"."""
    role = meeting_role(half)
    return role in OFFICERS or (role == "minutes" and half.lower().endswith("taker"))


def _remarked(entry: Entry, title: str) -> Entry | None:
    """The entry with what a text beside a name says of the meeting, or None where it is a title."""
    if (role := meeting_role(title)) and not entry.role:
        return replace(entry, role=role, role_text=title)
    stood_for = title.removeprefix("for ")
    remark = Remark(STAND_IN, stood_for) if stood_for != title and looks_like_person(stood_for) else read_remark(title)
    if remark is not None and remark.kind == STAND_IN:
        return replace(entry, role="deputy", role_text=title, standing_for=remark.who)
    if remark is not None and remark.kind == INSTEAD:
        return replace(entry, instead=remark.who)
    if remark is not None:
        return replace(entry, part=entry.part or title) if remark.kind == PART else entry
    status, rest = read_status(title)
    if status:
        return replace(entry, status=status, part=entry.part or rest)
    own = is_initials(title) and not entry.initials and len(title) <= 4 and can_be_initials(title, entry.name)
    return replace(entry, initials=title) if own else None


def can_be_initials(letters: str, name: str) -> bool:
    """Whether initials can be of a name: they begin as it does, and three or more end as its family name begins."""
    parsed = parse_person(name)
    own = name[:1] == letters[:1]
    if own and letters == "".join(filter(str.isupper, name)):
        return True  # "Mairi NicLeod (MNL)"
    ends = {form[-1] for form in initials(parsed)}
    return own and (sum(map(str.isupper, letters)) < 3 or not ends or letters.rstrip("abcdefghijklmnopqrstuvwxyz.")[-1] in ends)
