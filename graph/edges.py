"""The edges between things: claims with the same ends put together."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from sederunt.graph.claims import Claim, stem
from sederunt.graph.kinds import EDGES, NODES
from sederunt.graph.model import Edge, Value
from sederunt.graph.sittings import day_span

_LABELS = {kind.prefix: label for label, kind in NODES.items()}
_RANK = (
    "chair",
    "vice-chair",
    "minutes",
    "secretary",
    "deputy",
    "invited",
    "observer",
    "in attendance",
    "member",
    "attendee",
    "",
)
_USUAL_ROLE = {"SITS_ON": "member", "ATTENDED": "attendee"}
_COUNTED = frozenset({"quote", "source", "statements", "support", "basis", "confidence", "first_seen", "last_seen"})


@dataclass(frozen=True)
class Link:
    """An edge to be: its type, ends and own values, with the claims that show it, best first."""

    type: str
    start: str
    end: str
    values: Mapping[str, Value]
    claims: tuple[Claim, ...]
    implied: bool = False
    """Whether it follows from claims that say something else."""
    support: int = 0

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What makes it one edge."""
        apart = EDGES[self.type].apart
        return (self.type, self.start, self.end, str(self.values.get(apart, "")) if apart else "")

    @property
    def role(self) -> str:
        """The role that it shows, if any."""
        return str(self.values.get("role", ""))


def links_of(claims: Iterable[Claim]) -> list[Link]:
    """The links that claims make, those with the same key put together, and those marked about which papers do not agree.

    Every claim about one person at one meeting must be among them.
    """
    found: dict[tuple[str, str, str, str], list[Link]] = {}
    struck: dict[tuple[str, str, str, str], list[Claim]] = {}
    for claim in claims:
        for link in _links(claim):
            if claim.statement.values.get(STRUCK):
                struck.setdefault(link.key, []).append(claim)
            else:
                found.setdefault(link.key, []).append(link)
    links = [_struck(_together(found[key]), struck.get(key, [])) for key in sorted(found)]
    return _disputed(links)


STRUCK = "struck"
"""The value of a claim that corrects earlier minutes: what they say of the link is wrong. It makes no link of its own."""
_PRESENCE = {"ATTENDED": True, "SENT_APOLOGIES": False, "ABSENT_FROM": False}
"""The links that tell whether somebody was at a meeting, and what they tell."""


def _struck(link: Link, by: list[Claim]) -> Link:
    """The link with the claims that strike it out, which are kept beside those that make it."""
    if not by:
        return link
    ordered = sorted(by, key=lambda claim: (claim.order, claim.id))
    return replace(link, values={**link.values, "disputed": True}, claims=(*link.claims, *once(ordered)))


def _disputed(links: list[Link]) -> list[Link]:
    """The links, marked where one says that somebody was at a meeting and another that they were not."""
    told: dict[tuple[str, str], set[bool]] = {}
    for link in links:
        if link.type in _PRESENCE:
            told.setdefault((link.start, link.end), set()).add(_PRESENCE[link.type])
    return [
        replace(link, values={**link.values, "disputed": True})
        if link.type in _PRESENCE and len(told[link.start, link.end]) > 1
        else link
        for link in links
    ]


def _links(claim: Claim) -> list[Link]:
    said = claim.statement
    if said.link is None or said.link not in EDGES or EDGES[said.link].bookkeeping:
        return []
    pairs = [(a, b) for a in claim.subject.ids for b in claim.object.ids if a != b and _may_join(said.link, a, b)]
    return [Link(said.link, a, b, _own_values(said.link, said.values), (claim,)) for a, b in pairs]


def label_of(name: str) -> str:
    """The label that an id tells."""
    return _LABELS[name.partition(":")[0]]


def _may_join(link: str, start: str, end: str) -> bool:
    return label_of(start) in EDGES[link].starts and label_of(end) in EDGES[link].ends


def _own_values(link: str, values: Mapping[str, Value]) -> dict[str, Value]:
    """The values that belong to an edge of this type, with its role filled in."""
    allowed = EDGES[link].properties.keys() - _COUNTED
    own = {key: value for key, value in values.items() if key in allowed and value != ""}
    return ({"role": _USUAL_ROLE.get(link, "")} if "role" in EDGES[link].always else {}) | own


def _together(links: list[Link]) -> Link:
    """One link of several with one key: the best comes first and its values win."""
    ordered = sorted(links, key=_merit)
    values: dict[str, Value] = {}
    for link in ordered:
        values = {**link.values, **values}
    terms = {(str(link.values.get("start", "")), str(link.values.get("end", ""))) for link in links}
    values = {key: value for key, value in values.items() if key not in ("start", "end")} | _time(terms - {("", "")})
    return replace(ordered[0], values=values, claims=once(c for link in ordered for c in link.claims))


def _time(terms: Collection[tuple[str, str]]) -> dict[str, Value]:
    """When a link held, as claims tell it: from its first start to its last end, and each spell of it from day to day.

    Of a spell, ``2019-05-01/2021-12-31``, a side that nobody tells is empty; so is the end of all where one spell has none.
    """
    if not terms:
        return {}
    starts, ends = zip(*terms, strict=True)
    told = {"start": min(filter(None, starts), default=""), "end": max(ends) if all(ends) else ""}
    spells = sorted(f"{start and day_span(start)[0]}/{end and day_span(end)[1]}" for start, end in terms)
    return {key: value for key, value in told.items() if value} | {"spells": tuple(spells)}


def once(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """These claims, each one once."""
    return tuple({claim.id: claim for claim in claims}.values())


def _merit(link: Link) -> tuple[int, bool, float, tuple[str, str, int, int], str]:
    claim = link.claims[0]
    rank = _RANK.index(link.role) if link.role in _RANK else len(_RANK)
    return (rank, claim.inferred, -claim.statement.confidence, claim.order, claim.id)


def edge_of(link: Link) -> Edge:
    """The edge that a link makes, with its evidence."""
    best = link.claims[0]
    dates = sorted({claim.paper.date for claim in link.claims if claim.paper.date})
    inferred = link.implied or all(claim.inferred for claim in link.claims)
    evidence: dict[str, Value] = {
        "quote": best.statement.evidence.quote,
        "source": f"{best.paper.title or stem(best.paper.path)}, {best.statement.evidence.locator}",
        "statements": tuple(claim.id for claim in link.claims),
        "basis": "inferred" if inferred else "stated",
        "confidence": max(claim.statement.confidence for claim in link.claims),
    }
    seen: dict[str, Value] = {"first_seen": dates[0], "last_seen": dates[-1]} if dates else {}
    counted: dict[str, Value] = {"support": link.support} if link.support else {}
    usual: dict[str, Value] = {"acting": False} if "acting" in EDGES[link.type].always else {}
    return Edge(
        type=link.type, start=link.start, end=link.end, properties={**usual, **link.values, **evidence, **seen, **counted}
    )
