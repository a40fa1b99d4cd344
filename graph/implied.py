"""Links that follow from what papers say: whose sitting a meeting was, who sits on what, where a head's seat is."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace

from sederunt.graph.claims import Claim
from sederunt.graph.edges import Link, once
from sederunt.graph.nodes import Shown
from sederunt.graph.sittings import days_of

_SITTING = {"chair": "chair", "vice-chair": "vice-chair", "attendee": "member", "member": "member", "": "member"}
OFFICERS = ("chair", "vice-chair", "secretary")


def with_sittings(
    links: list[Link], meetings: Mapping[str, Shown], bodies: Mapping[str, str], named: Container[str]
) -> list[Link]:
    """The links, and for each meeting that no claim gives to a body: the body that is printed with it, if it is ``named``."""
    given = {link.start for link in links if link.type == "MEETING_OF"}
    missing = [(i, bodies[i]) for i in sorted(meetings) if i in bodies and i not in given and bodies[i] in named]
    return links + [Link("MEETING_OF", i, body, {}, (_first(meetings[i]),), implied=True) for i, body in missing]


def _first(meeting: Shown) -> Claim:
    """The first claim that prints the body beside the meeting."""
    return next((claim for mention, claim in meeting.mentions if mention.body), meeting.mentions[0][1])


def with_implied(links: list[Link], held: Mapping[str, str]) -> list[Link]:
    """The links and what follows from them: membership from sittings, and where a head's seat is.

    Args:
        links: all links that begin at some things.
        held: the body of each meeting that was held.

    """
    seated = _with_memberships(links, held)
    placed = {link.start for link in seated if link.type == "POST_IN"}
    heads = [link for link in seated if link.type == "HEADS" and link.start not in placed]
    return seated + [replace(link, type="POST_IN", values={}, implied=True) for link in heads]


def _with_memberships(links: list[Link], held: Mapping[str, str]) -> list[Link]:
    stated: dict[tuple[str, str], list[Link]] = {}
    for link in links:
        if link.type == "SITS_ON":
            stated.setdefault((link.start, link.end), []).append(link)
    shown = _sittings(links, held)
    settled = [
        seat
        for pair in sorted(stated.keys() | shown.keys())
        for seat in _seats(stated.get(pair, []), shown.get(pair, {}), pair)
    ]
    return [link for link in links if link.type != "SITS_ON"] + settled


def _sittings(links: Iterable[Link], held: Mapping[str, str]) -> dict[tuple[str, str], dict[str, list[Claim]]]:
    """For each person and body: the claims that show a seat, by the role that they show."""
    shown: dict[tuple[str, str], dict[str, list[Claim]]] = {}
    for link in links:
        if link.type not in ("ATTENDED", "SENT_APOLOGIES") or link.end not in held:
            continue
        if link.role in _SITTING and "standing_for" not in link.values:
            roles = shown.setdefault((link.start, held[link.end]), {})
            roles.setdefault(_SITTING[link.role], []).append(link.claims[0])
    return shown


def _seats(stated: list[Link], shown: Mapping[str, list[Claim]], pair: tuple[str, str]) -> list[Link]:
    """The seats of one person on one body; beside an officer's there is a second one as a member only where it tells more."""
    has = {link.role for link in stated}
    offices = [role for role in shown if role in OFFICERS and role not in has]
    officers = [link for link in stated if link.role in OFFICERS] + [_implied(pair, role, shown[role]) for role in offices]
    others = [link for link in stated if link.role not in OFFICERS]
    if officers:
        return officers + [link for link in others if link.role != "member" or _tells_more(link, officers)]
    return others or [_implied(pair, "member", shown["member"])]


def _tells_more(seat: Link, officers: Iterable[Link]) -> bool:
    """Whether a source tells that somebody was a member when none tells them to have been an officer, or tells it in rows at odds."""
    told = [spell for link in officers for spell in _spells(link)]
    rows = [c for c in seat.claims if c.statement.values.get("start") or c.statement.values.get("end")]
    return len(rows) > 1 or any(
        (end and end < start) or not any(begin <= start and (not last or (end and end <= last)) for begin, last in told)
        for start, end in _spells(seat)
    )


def _spells(link: Link) -> list[tuple[str, str]]:
    """The first and the last day of each spell that is told; of one that nobody tells, nothing."""
    spells = link.values.get("spells", ())
    return list(map(days_of, spells)) if isinstance(spells, tuple) else []


def _implied(pair: tuple[str, str], role: str, claims: list[Claim]) -> Link:
    """A seat that the first and the last of these claims show, the rest being counted."""
    ordered = sorted(claims, key=lambda c: (c.order, c.id))
    cited = once((ordered[0], ordered[-1]))
    return Link("SITS_ON", *pair, {"role": role}, cited, implied=True, support=len(ordered) - len(cited))
