"""What each paper says of a person, in few words, with the line that says most."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sederunt.graph.build import listed
from sederunt.graph.claims import Claim, document_id
from sederunt.graph.deciding import Voice, voices
from sederunt.graph.kinds import PERSON
from sederunt.graph.nearby import Nearby

_TELLING = ("HOLDS", "SITS_ON", "REPRESENTS", "AFFILIATED_TO", "ATTENDED", "SENT_APOLOGIES", "ABSENT_FROM", "LED")
"""What claims say of people, what tells most of who they are first."""
_WAYS = {"SENT_APOLOGIES": "apologies to", "ABSENT_FROM": "absent from", "REPRESENTS": "for", "AFFILIATED_TO": "of"}
_PLAIN_ROLES = frozenset(["", "attendee", "member"])


@dataclass(frozen=True)
class Saying:
    """What one paper says of a person."""

    voice: Voice
    title: str
    """Of the paper."""
    date: str
    printed: tuple[str, ...]
    """The names by which it calls them, the longest first."""
    says: tuple[str, ...]
    """Posts, seats and meetings, what tells most first."""
    quote: str
    source: str
    basis: str
    confidence: float
    world: tuple[str, ...] = ()
    """The bodies and organisations that the paper names."""


def sayings(near: Nearby, person: str) -> list[Saying]:
    """What each paper says of a person, by date; where a paper knows them as several people, of each of these.

    Raises:
        UnknownName: nobody in the graph has this id.

    """
    claims: dict[str, list[Claim]] = {}
    for claim in near.about([person]):
        claims.setdefault(claim.paper.path, []).append(claim)
    ends = {i for some in claims.values() for c in some if c.subject.ids == (person,) for i in c.object.ids}
    names = {node.id: str(node.properties["name"]) for node in near.some(ends)}
    worlds = {node.id: listed(node.properties.get("world", ())) for node in near.some(map(document_id, claims))}
    found = [
        replace(_saying(voice, claims[voice.path], person, names), world=worlds[document_id(voice.path)])
        for voice in voices(near, person)
        if voice.path in claims
    ]
    return sorted(found, key=lambda s: (s.date, s.voice.path, s.voice.known.id))


def _saying(voice: Voice, claims: Iterable[Claim], person: str, names: Mapping[str, str]) -> Saying:
    ordered = sorted(claims, key=lambda c: (_rank(c, person), c.place))
    printed = {m.label for c in ordered for m, meaning in c.mentions if m.kind == PERSON and meaning.ids == (person,)}
    said = (_said(claim, names) for claim in ordered if claim.subject.ids == (person,) and claim.statement.object)
    return saying(voice, ordered[0], printed, _fullest(dict.fromkeys(filter(None, said))))


def saying(voice: Voice, best: Claim, printed: Iterable[str], says: tuple[str, ...]) -> Saying:
    """What a paper says by some names and in few words, with the line of the claim that says most."""
    return Saying(
        voice=voice,
        title=best.paper.title or best.paper.path,
        date=best.paper.date,
        printed=tuple(sorted(printed, key=lambda text: (-len(text), text))),
        says=says,
        quote=best.statement.evidence.quote,
        source=f"{best.paper.title}, {best.statement.evidence.locator}",
        basis="inferred" if best.inferred else "stated",
        confidence=best.statement.confidence,
    )


def _fullest(said: Iterable[str]) -> tuple[str, ...]:
    """What is said, without that which is said elsewhere with its place."""
    texts = list(said)
    return tuple(text for text in texts if not any(other.startswith(f"{text}, ") for other in texts))


def _rank(claim: Claim, person: str) -> int:
    """How much a claim tells of who somebody is; the less the more."""
    link = claim.statement.link
    return _TELLING.index(link) if link in _TELLING and claim.subject.ids == (person,) else len(_TELLING)


def _said(claim: Claim, names: Mapping[str, str]) -> str:
    """What a claim says of its subject."""
    said, link = claim.statement, claim.statement.link or ""
    what = next((names[name] for name in claim.object.ids if name in names), said.object.label if said.object else "")
    role = str(said.values.get("role", ""))
    if link == "HOLDS" and said.object:
        acting = " (acting)" if said.values.get("acting") else ""
        return ", ".join(filter(None, (f"{what}{acting}", said.object.within)))
    if link == "SITS_ON":
        return f"{role or 'member'} of {what}"
    if link == "ATTENDED":
        return f"at {what}" if role in _PLAIN_ROLES else f"{role} at {what}"
    return f"{_WAYS[link]} {what}" if link in _WAYS else ""
