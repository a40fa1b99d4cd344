"""Lists of people under a heading: who was there, who sent apologies, who is a member; their parts, posts and organisations.

Source: lists one person a line ("A Name (Chair), Headteacher, Some School"); a name, its initials and its post each in a cell of
their own, dumped a line each; tables of name and post, a row each; lists in one line, by commas, with a title in the plural before
them ("Councillors A. Name, B. Name and C. Name").
"""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace

from sederunt.graph.names import fold
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.lists import entries, shared_by
from sederunt.loaders.context.scene import LISTS, TOLD_PRESENT, Scene, claim, of_this_body, person, sent_by, title_claims
from sederunt.loaders.document import Shape
from sederunt.loaders.layout.sections import Section
from sederunt.loaders.naming.entries import read_entry
from sederunt.loaders.naming.entry import Entry
from sederunt.loaders.naming.headings import ATTENDANCE, category_of
from sederunt.loaders.naming.letters import lettered
from sederunt.loaders.naming.people import surely_person
from sederunt.loaders.naming.roles import OFFICERS, is_clerk
from sederunt.loaders.naming.senders import elected_for, senders, shortens, without_codes
from sederunt.loaders.naming.titles import Title, read_title
from sederunt.loaders.naming.wording import is_body, is_post, organisation_kind

STAGE = LISTS

_LINKS = {"apologies": "SENT_APOLOGIES", "absent": "ABSENT_FROM", "not_present": "ABSENT_FROM"}
_ROLES = {
    "in_attendance": "in attendance",
    "observers": "observer",
    "invited": "invited",
    "substitutes": "deputy",
    "clerk": "minutes",
    "chair": "chair",
}
_MENTION_SECTION = {"apologies": "apologies", "absent": "absent", "not_present": "absent"}


def read(scene: Scene) -> Iterable[Statement]:
    """Attendance, offices, posts and memberships from the lists under the paper's headings."""
    lists = list(_lists(scene))
    of_council = scene.body is not None and organisation_kind(scene.body.label) == "council"  # its members may sit for places
    sent = senders((entry, _titles(scene, entry)) for _, listed in lists for entry in listed if not of_council)
    for section, listed in lists:
        other = scene.meeting is None and _of_another(scene, section)
        counts: Counter[tuple[str, str]] = Counter()  # twice in one list is two people, in two lists it is one
        settled = scene.meeting is None or bool(scene.meeting.date and scene.body)
        whole = settled and _is_whole(section, listed)
        for entry in listed:
            kept = _MENTION_SECTION.get(
                entry.status or section.category, _there(section, entry) if scene.meeting else "members"
            )
            who = person(entry.name, kept, honorific=entry.honorific, initials=entry.initials, ordinal=counts[kept, entry.name])
            counts[kept, entry.name] += 1
            sure = whole and surely_person(f"{entry.honorific} {entry.name}".strip())
            for statement in _claims(scene, section, entry, who, sent):
                if other and statement.link == "SITS_ON" and statement.object == scene.body:
                    continue
                yield (
                    statement if sure or statement.confidence < _SURE else statement.model_copy(update={"confidence": _DOUBTED})
                )


def _there(section: Section, entry: Entry) -> str:
    """The list in which somebody is found who was there: a label of one office ("Clerk: Mrs A Hale") names whom another list may name."""
    labelled = section.category in ("chair", "clerk") and section.rest and not _behind_one(section, entry)
    return TOLD_PRESENT if labelled else "present"


_NO_MEMBERS = ("in_attendance", "clerk", "observers", "invited")
"""Lists of those who share no title with the members above them."""


def _lists(scene: Scene) -> Iterator[tuple[Section, list[Entry]]]:
    """The lists of people, each with the section that it is."""
    shared, called = "", False
    for section in (_without(_of_staff(section), scene.seated.keys() | scene.crossed) for section in scene.sections):
        if section.category in ATTENDANCE:
            shared = shared_by(section) or ("" if section.category in _NO_MEMBERS else shared)
            letters = lettered(section.spans, sure=called)
            called = called or bool(letters)
            yield section, letters or without_codes(list(_with_stand_ins(section, entries(section, shared))))


def _with_stand_ins(section: Section, listed: Iterable[Entry]) -> Iterator[Entry]:
    """Those who are listed, each of those away with whoever came instead: "Ann Hale, Dean, represented by Ben Moss"."""
    for entry in listed:
        yield entry
        at = entry.span.text.find(entry.instead) if entry.instead and section.category in _LINKS else -1
        if at >= 0 and (came := read_entry(entry.span.part(at, at + len(entry.instead)))):
            yield replace(came, span=entry.span, status="present", role="deputy", standing_for=entry.name)


def _without(section: Section, rows: Container[int]) -> Section:
    """The section without the rows of tables that are read by their columns."""
    return replace(section, blocks=tuple(block for block in section.blocks if block.number not in rows)) if rows else section


def _titles(scene: Scene, entry: Entry) -> tuple[Title, ...]:
    """What is printed beside a name, without letters that only stand for the post beside them."""
    titles = tuple(of_this_body(read_title(title), scene.body) for title in entry.titles)
    return tuple(title for title in titles if not (shortens(title, titles) or elected_for(title, entry)))


def _of_another(scene: Scene, section: Section) -> bool:
    """Whether the last line above a section that is a body's name is not that of the paper's own: its list is read with that line."""
    first = min((line for span in section.spans for _, line in span.places), default=0)
    own = fold(scene.body.label) if scene.body else ""
    lines = [block.text.rstrip(":") for block in scene.document.blocks if block.number < first and block.kind is Shape.LINE]
    names = lines[next((at for at, line in enumerate(lines) if own and own in fold(line)), len(lines)) :]
    above = next((name for name in reversed(names) if len(name) < _SHORT and _is_title(name)), "")
    return len(above.split()) > 1 and not {fold(above), own} & {""} and fold(above) not in own and own not in fold(above)


def _is_title(line: str) -> bool:
    """Whether a line is a body's name, its last word in capitals too: no other heading, and no sentence."""
    words = line.split()
    plain = len(words) > 1 and words[0][0].isupper() and words[-1][0].isupper() and line[-1].isalpha()
    return plain and is_body(line) and not category_of(line) and ":" not in line and "reference" not in line.lower()


_SHORT = 60
"""A line that heads a part of a paper has fewer characters."""

_SURE, _DOUBTED = 0.9, 0.85
"""What is said with so much confidence or more is said with less where the list, the name or the meeting leaves a doubt."""


def _is_whole(section: Section, listed: list[Entry]) -> bool:
    """Whether a list is under a heading and names somebody in nearly each of its lines: else it may be read wrongly."""
    lines = {line for span in section.spans for _, line in span.places}
    told = {line for entry in listed for _, line in entry.span.places}
    return section.heading is not None and len(told & lines) >= 0.8 * len(lines)


def _of_staff(section: Section) -> Section:
    """The section, with those under a heading for the clerk in attendance where several are listed with their posts."""
    if section.category != "clerk" or section.rest or len(section.blocks) < 3:
        return section
    listed = [read_entry(block.span) for block in section.blocks[:3]]
    staff = all(entry is not None and any(map(is_post, entry.titles)) for entry in listed)
    return replace(section, category="in_attendance") if staff else section


def _claims(scene: Scene, section: Section, entry: Entry, who: Mention, sent: frozenset[str]) -> Iterator[Statement]:
    role = entry.role or ("" if _behind_one(section, entry) else _role_of(section))
    titles = _titles(scene, entry)
    role = role or next((title.role for title in titles if title.role), "")
    role = role if role not in ("", "in attendance") or not any(is_clerk(title.post) for title in titles) else "minutes"
    role_text = entry.role_text or next((title.text for title in titles if title.role), "")
    if scene.meeting:
        link = _LINKS.get(entry.status or section.category, "ATTENDED")
        yield claim(
            link,
            who,
            scene.meeting,
            span=entry.span,
            role=_weightier(section, role) or ("attendee" if link == "ATTENDED" else ""),
            role_text=role_text,
            standing_for=entry.standing_for,
            part=entry.part,
        )
    else:
        yield claim(None, who, span=entry.span)
    yield from _membership(scene, section, entry, who, role)
    for title in titles:
        yield from title_claims(who, title, entry.span, who.section, sent)
    if entry.sender and not any(entry.sender in title.places and (title.speaks or not title.post) for title in titles):
        yield from sent_by(who, entry.sender, entry.span, scene.body)


def _weightier(section: Section, role: str) -> str:
    """The part in the meeting of whoever presided: a vice-chair who did so chaired it."""
    return "chair" if section.category == "chair" and role == "vice-chair" else role


def _behind_one(section: Section, entry: Entry) -> bool:
    """Whether a name stands in a line below the one whose label has its own name: "Minutes: Rita Vale", and then the others."""
    lines = set(section.rest.places) if section.rest and section.category in ("chair", "clerk") else set()
    return bool(lines) and not lines & set(entry.span.places)


def _role_of(section: Section) -> str:
    """The part in the meeting of those under a heading; named members of the public come to speak, and not to observe."""
    role = _ROLES.get(section.category, "")
    return role if role != "observer" or _OBSERVE.search(section.title) else "in attendance"


_OBSERVE = re.compile(r"observ|arsyl|sylwed|breathn|amhairc", re.IGNORECASE)


def _membership(scene: Scene, section: Section, entry: Entry, who: Mention, role: str) -> Iterator[Statement]:
    """A list of members says that they sit on the body; so does an office printed beside a name."""
    if scene.body is None or (scene.meeting is None and section.category == "chair"):
        return  # on a page such a list may stand under any body's name
    if not scene.meeting and role == "minutes":
        yield claim("SITS_ON", who, scene.body, span=entry.span, role="secretary", role_text=entry.role_text or role)
    elif role in OFFICERS and section.category not in ("in_attendance", "observers", "invited"):
        yield claim("SITS_ON", who, scene.body, span=entry.span, role=role, role_text=entry.role_text or role)
    elif role in ("", "attendee") and (
        _is_member(section, entry) or (section.category == "members" and _only_members(section))
    ):
        yield claim("SITS_ON", who, scene.body, span=entry.span, role="member")
    elif role in ("", "attendee") and section.category == "present" and _CLASS.fullmatch(section.title.strip(" :")):
        yield claim("SITS_ON", who, scene.body, span=entry.span, role="member", basis="inferred", confidence=0.8)


_CLASS = re.compile(r"(?:(?:elected|appointed|co-?opted|nominated|voting|lay)\s+)+members?(?:\s+present)?", re.IGNORECASE)
"""A heading among those present over members by the right by which they sit."""


def _is_member(section: Section, entry: Entry) -> bool:
    """Whether a name has "Board member", "Co-opted Member" or the like beside it, in a list of those who meet."""
    listed = section.category not in ("in_attendance", "observers", "invited", "clerk")
    return listed and any(_MEMBER.fullmatch(fold(title)) for title in entry.titles)


_MEMBER = re.compile(
    r"(?:(?:board|committee|council|forum|group|panel|partnership|voting|ordinary|elected|lay|independent|co opted|appointed|parish|"
    r"non executive|community council) )*member"
)


def _only_members(section: Section) -> bool:
    """Whether the heading speaks of members alone, not of "members and officers" together."""
    return not re.search(r"\b(?:and|&|officers?|attend|ward|county|district|of the executive)", section.title, re.IGNORECASE)
