"""What each paper says of a body, an organisation or a unit, in few words, with the line that says most."""

from collections.abc import Iterable, Mapping

from sederunt.graph.bodies import namings
from sederunt.graph.build import listed
from sederunt.graph.claims import Claim, path_of
from sederunt.graph.deciding import Voice
from sederunt.graph.identity import Known
from sederunt.graph.nearby import Nearby
from sederunt.graph.sittings import spoken
from sederunt.graph.structures import telling_of
from sederunt.queries.sayings import Saying, saying

_OF_IT = {
    "PART_OF": "part of {}",
    "REPORTS_TO": "reports to {}",
    "REPLACED_BY": "replaced by {}",
}
_OF_OTHERS = {
    "PART_OF": "{} is part of it",
    "REPORTS_TO": "{} reports to it",
    "REPLACED_BY": "came in the place of {}",
}
_PEOPLE = frozenset({"SITS_ON", "REPRESENTS", "AFFILIATED_TO", "ATTENDED"})
_NAMED = 3


def spoken_of(near: Nearby, thing: str) -> list[Saying]:
    """What each paper says of a body, organisation or unit, by date.

    Raises:
        UnknownName: nothing in the graph has this id.

    """
    claims: dict[str, list[Claim]] = {}
    for claim in near.about([thing]):
        claims.setdefault(claim.paper.path, []).append(claim)
    meetings = {i for some in claims.values() for c in some if c.statement.link == "MEETING_OF" for i in c.subject.ids}
    there: dict[str, list[Claim]] = {}
    for claim in near.about(sorted(meetings)):
        there.setdefault(claim.paper.path, []).append(claim)
    spoken_ = [claim for known in (claims, there) for some in known.values() for claim in some]
    names = {n.id: str(n.properties["name"]) for n in near.some(i for c in spoken_ for i in _ends(c))}
    homes = {path_of(e.start): _homes(listed(e.properties.get("told"))) for e in near.mentions([thing])}
    known = {voice.path: voice for voice in namings(near, thing)}
    found = [
        _saying(
            known.get(path, _unnamed(path)), some, thing, names, (*homes[path], *_members([*some, *there.get(path, ())], names))
        )
        for path, some in claims.items()
    ]
    return sorted(found, key=lambda s: (s.date, s.voice.path))


def _unnamed(path: str) -> Voice:
    """How a paper knows a thing that it names nowhere."""
    return Voice(path=path, known=Known(mentions=("",)), mentions=())


def _ends(claim: Claim) -> tuple[str, ...]:
    return (*claim.subject.ids, *claim.object.ids)


def _homes(told: Iterable[str]) -> list[str]:
    """The organisations whose papers call the body theirs."""
    homes = [telling.home.replace("-", " ").title() for telling in map(telling_of, told) if telling.sort == "of"]
    return [f"in the papers of {home}" for home in homes]


def _saying(voice: Voice, claims: Iterable[Claim], thing: str, names: Mapping[str, str], around: Iterable[str]) -> Saying:
    ordered = sorted(claims, key=lambda c: (_rank(c, thing), c.place))
    printed = {m.label for c in ordered for m, meaning in c.mentions if thing in meaning.ids}
    says = dict.fromkeys(filter(None, (_said(c, thing, names) for c in ordered)))
    return saying(voice, ordered[0], filter(None, printed), (*says, *around, *_meetings(ordered, thing)))


def _rank(claim: Claim, thing: str) -> int:
    """How much a claim tells of what a thing is; the less the more."""
    link = claim.statement.link
    if link in _OF_IT:
        return 0
    printed = any(m.label and thing in meaning.ids for m, meaning in claim.mentions)
    return (2 if printed else 3) if link else 1


def _said(claim: Claim, thing: str, names: Mapping[str, str]) -> str:
    """What a claim says of a thing and another."""
    link = claim.statement.link or ""
    if thing in claim.subject.ids and link in _OF_IT:
        return _OF_IT[link].format(next((names[i] for i in claim.object.ids if i in names), "something"))
    if thing in claim.object.ids and link in _OF_OTHERS:
        return _OF_OTHERS[link].format(next((names[i] for i in claim.subject.ids if i in names), "something"))
    return ""


def _members(claims: Iterable[Claim], names: Mapping[str, str]) -> list[str]:
    """The people whom a paper connects with a thing or its meetings, some of them by name."""
    who = (i for c in claims if c.statement.link in _PEOPLE for i in c.subject.ids if i in names)
    people = list(dict.fromkeys(names[i] for i in who))
    more = f" and {len(people) - _NAMED} more" if len(people) > _NAMED else ""
    return [f"with {', '.join(people[:_NAMED])}{more}"] if people else []


def _meetings(claims: Iterable[Claim], thing: str) -> list[str]:
    days = {c.statement.subject.date for c in claims if c.statement.link == "MEETING_OF" and thing in c.object.ids} - {""}
    return [f"met on {spoken(day)}" for day in sorted(days)[:_NAMED]]
