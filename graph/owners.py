"""People meant by what they are, not by name: "the Chair", "Quadrant Chairs", "All", "Headteacher"; and owners of actions."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from sederunt.graph.identity import UNRESOLVED, Resolution, chosen, resolved
from sederunt.graph.kinds import BODY, MEETING, UNIT
from sederunt.graph.names import is_given_name, is_initials, parse_person
from sederunt.graph.statement import Mention, Statement
from sederunt.graph.things import STRUCTURE, Things, is_plain, name_key

_CHAIR = r"(?:(?P<second>vice|deputy)[ -]?)?chair(?:man|woman|person)?"
_OFFICER = re.compile(
    rf"(?:(?:the|mr|madam|acting|interim) )*(?:{_CHAIR}|(?P<clerk>clerk|secretary|minute[ -]taker))(?: of (?P<body>.+))?"
)
_OFFICERS = re.compile(r"(?:all |the )*(?P<front>.*?) ?\b(?:(?P<second>vice|deputy)[ -]?)?chairs(?: of (?P<body>.+))?")
_EVERYBODY = re.compile(r"(?:all|everyone|everybody|all (?:members|present|attendees)|(?:all )?(?:(?P<whose>\w+) )?members)")


@dataclass(frozen=True)
class Officers:
    """The officers whom the statements of a paper show: role and body to people."""

    at_meetings: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Role to those who had it at the meetings that the paper is minutes of."""
    of_bodies: Mapping[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    """Role and key of the body to those who are stated to have it."""


def officers(statements: Iterable[Statement], things: Things, people: Mapping[Mention, Resolution]) -> Officers:
    """The officers of a paper; only people who are known for certain count."""
    meetings: dict[str, set[str]] = {}
    bodies: dict[tuple[str, str], set[str]] = {}
    for s in statements:
        role, other = str(s.values.get("role", "")), s.object
        ids = people.get(s.subject, UNRESOLVED).ids
        if not role or other is None or len(ids) != 1:
            continue
        if s.link == "ATTENDED" and other.kind == MEETING and other.section == "this":
            meetings.setdefault(role, set()).update(ids)
        elif s.link == "SITS_ON":
            bodies.setdefault((role, things.root(other.label)), set()).update(ids)
    return Officers({k: frozenset(v) for k, v in meetings.items()}, {k: frozenset(v) for k, v in bodies.items()})


@lru_cache(maxsize=1 << 16)
def is_role(text: str) -> bool:
    """Whether a text names people by an office ("the Chair", "Vice Chairs", "Clerk") or all together ("All")."""
    plain = _plain(text)
    return any(pattern.fullmatch(plain) for pattern in (_OFFICER, _OFFICERS, _EVERYBODY))


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).strip(" .:;")


def looks_like_person(mention: Mention) -> bool:
    """Whether whoever has to act is printed like a person: initials, a title, or a known given name."""
    text = mention.label
    if is_role(text) or _is_general(text):
        return False
    name = parse_person(text)
    if name.family and _is_general(name.family):
        return False
    return (
        is_initials(text) or bool(name.honorific) or is_given_name(name.given) or (bool(name.family) and len(name.given) == 1)
    )


def _is_general(text: str) -> bool:
    return any(is_plain(kind, name_key(text)) for kind in STRUCTURE)


def by_office(text: str, things: Things, known: Officers) -> Resolution:
    """Whom an office or a group of officers means; unresolved if it is no such text or the paper does not say."""
    plain = _plain(text)
    if one := _OFFICER.fullmatch(plain):
        return chosen(tuple(sorted(_holders(one, things, known))))
    if several := _OFFICERS.fullmatch(plain):
        ids = _group(several, known)
        return resolved(*sorted(ids), inferred=True) if ids else UNRESOLVED
    return UNRESOLVED


def _holders(found: re.Match[str], things: Things, known: Officers) -> frozenset[str]:
    clerks = ("secretary", "minutes") if found["clerk"] == "secretary" else ("minutes", "secretary")
    roles = clerks if found["clerk"] else ("vice-chair",) if found["second"] else ("chair",)
    body = things.root(found["body"]) if found["body"] else things.own
    for role in roles:
        at_meeting = known.at_meetings.get(role, frozenset()) if body == things.own else frozenset()
        if ids := at_meeting or known.of_bodies.get((role, body), frozenset()):
            return ids
    return frozenset()


def _group(found: re.Match[str], known: Officers) -> set[str]:
    role = "vice-chair" if found["second"] else "chair"
    wanted = {_single(word) for part in (found["front"], found["body"] or "") for word in name_key(part).split() if part}
    named = [(body, ids) for (has, body), ids in known.of_bodies.items() if has == role]
    return {person for body, ids in named if wanted <= {_single(word) for word in body.split()} for person in ids}


def _single(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 3 else word


def by_thing(text: str, things: Things) -> Resolution:
    """The body or unit that a text names, "All" being the body whose meeting it is; unresolved if there is none."""
    everybody = _EVERYBODY.fullmatch(_plain(text))
    if everybody and (everybody["whose"] or "all") in ("all", *things.own.split()):
        return chosen(tuple(filter(None, [things.body_of(Mention(kind="Meeting", text=""))])))
    kind = things.kind(text)
    return resolved(things.named(text)) if kind in (BODY, UNIT) else UNRESOLVED


def by_post(text: str, things: Things, holders: Mapping[str, frozenset[str]]) -> Resolution:
    """The only holder of a post that the paper names, or the post itself."""
    posts = things.posts.get(name_key(text), frozenset())
    people = {person for post in posts for person in holders.get(post, frozenset())}
    if len(people) == 1:
        return resolved(*people, inferred=True)
    return chosen(tuple(sorted(people if len(posts) > 1 and people else posts)))
