"""The edges between things: claims with the same ends put together, and what follows from them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from sederunt.graph.claims import Claim, stem
from sederunt.graph.kinds import EDGES, NODES
from sederunt.graph.model import Edge, Value

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
OFFICERS = ("chair", "vice-chair", "secretary")
_USUAL_ROLE = {"SITS_ON": "member", "ATTENDED": "attendee"}
_SITTING = {"chair": "chair", "vice-chair": "vice-chair", "attendee": "member", "member": "member", "": "member"}
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
    """The links that claims make, those with the same key put together."""
    found: dict[tuple[str, str, str, str], list[Link]] = {}
    for claim in claims:
        for link in _links(claim):
            found.setdefault(link.key, []).append(link)
    return [_together(found[key]) for key in sorted(found)]


def _links(claim: Claim) -> list[Link]:
    said = claim.statement
    if said.link is None or said.link not in EDGES or EDGES[said.link].bookkeeping:
        return []
    pairs = [(a, b) for a in claim.subject.ids for b in claim.object.ids if a != b and _may_join(said.link, a, b)]
    return [Link(said.link, a, b, _own_values(said.link, said.values), (claim,)) for a, b in pairs]


def _label(name: str) -> str:
    return _LABELS[name.partition(":")[0]]


def _may_join(link: str, start: str, end: str) -> bool:
    return _label(start) in EDGES[link].starts and _label(end) in EDGES[link].ends


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
    return replace(ordered[0], values=values, claims=_once(c for link in ordered for c in link.claims))


def _once(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple({claim.id: claim for claim in claims}.values())


def _merit(link: Link) -> tuple[int, bool, float, tuple[str, str, int, int], str]:
    claim = link.claims[0]
    rank = _RANK.index(link.role) if link.role in _RANK else len(_RANK)
    return (rank, claim.inferred, -claim.statement.confidence, claim.order, claim.id)


def with_implied(links: list[Link], held: frozenset[str]) -> list[Link]:
    """The links and what follows from them: membership from sittings that were ``held``, and where a head's seat is."""
    seated = _with_memberships(links, held)
    placed = {link.start for link in seated if link.type == "POST_IN"}
    heads = [link for link in seated if link.type == "HEADS" and link.start not in placed]
    return seated + [replace(link, type="POST_IN", values={}, implied=True) for link in heads]


def _with_memberships(links: list[Link], held: frozenset[str]) -> list[Link]:
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


def _sittings(links: Iterable[Link], held: frozenset[str]) -> dict[tuple[str, str], dict[str, list[Claim]]]:
    """For each person and body: the claims that show a seat, by the role that they show."""
    bodies = {link.start: link.end for link in links if link.type == "MEETING_OF"}
    shown: dict[tuple[str, str], dict[str, list[Claim]]] = {}
    for link in links:
        if link.type not in ("ATTENDED", "SENT_APOLOGIES") or link.end not in held or link.end not in bodies:
            continue
        if link.role in _SITTING and "standing_for" not in link.values:
            roles = shown.setdefault((link.start, bodies[link.end]), {})
            roles.setdefault(_SITTING[link.role], []).append(link.claims[0])
    return shown


def _seats(stated: list[Link], shown: Mapping[str, list[Claim]], pair: tuple[str, str]) -> list[Link]:
    """The seats of one person on one body; beside an officer's there is no second one as a member."""
    has = {link.role for link in stated}
    offices = [role for role in shown if role in OFFICERS and role not in has]
    officers = [link for link in stated if link.role in OFFICERS] + [_implied(pair, role, shown[role]) for role in offices]
    others = [link for link in stated if link.role not in OFFICERS]
    if officers:
        return officers + [link for link in others if link.role != "member"]
    return others or [_implied(pair, "member", shown["member"])]


def _implied(pair: tuple[str, str], role: str, claims: list[Claim]) -> Link:
    """A seat that the first and the last of these claims show, the rest being counted."""
    ordered = sorted(claims, key=lambda c: (c.order, c.id))
    cited = _once((ordered[0], ordered[-1]))
    return Link("SITS_ON", *pair, {"role": role}, cited, implied=True, support=len(ordered) - len(cited))


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
