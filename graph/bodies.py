"""From what somebody decides about bodies, organisations and units to the judgement that says so, of the mentions in the graph."""

from collections.abc import Iterable, Sequence

from sederunt.graph.deciding import Signed, Voice
from sederunt.graph.errors import QueryError, UnknownName
from sederunt.graph.identity import Known
from sederunt.graph.judged import Judged, judged_by
from sederunt.graph.judgements import Judgement, Spoken, Verb, noted
from sederunt.graph.nearby import Nearby
from sederunt.graph.resolve import draft
from sederunt.graph.statement import Mention, mention_id
from sederunt.graph.store import Readable
from sederunt.graph.things import STRUCTURE, name_key

_BETWEEN = {
    "PART_OF": "is part of",
    "REPORTS_TO": "reports to",
    "REPLACED_BY": "was replaced by",
}
"""What papers say of two things that are not one."""


def namings(near: Nearby, thing: str) -> list[Voice]:
    """How the papers name a body, organisation or unit, by path: a mention of each name.

    Raises:
        UnknownName: nothing in the graph has this id.

    """
    found: dict[str, dict[str, Spoken]] = {}
    for claim in sorted(near.about([thing]), key=lambda c: (c.paper.path, c.place)):
        for mention, meaning in claim.mentions:
            if meaning.ids == (thing,) and _can_be_spoken_of(mention):
                path = claim.paper.path
                spoken = Spoken(path=path, name=mention_id(path, mention), printed=mention.label)
                found.setdefault(path, {}).setdefault(f"{name_key(mention.label)}|{name_key(mention.within)}", spoken)
    if not found and not near.some([thing]):
        raise UnknownName(f"There is no {thing!r} in the graph any more.")
    return [_voice(path, named.values()) for path, named in sorted(found.items())]


def _can_be_spoken_of(mention: Mention) -> bool:
    return mention.kind in STRUCTURE and not mention.key


def _voice(path: str, named: Iterable[Spoken]) -> Voice:
    ordered = tuple(sorted(named, key=lambda m: (-len(m.printed), m.name)))
    return Voice(path=path, known=Known(mentions=tuple(sorted(m.name for m in ordered))), mentions=ordered)


def _spoken(near: Nearby, thing: str) -> list[Spoken]:
    """The mentions of which a judgement about a thing has to speak.

    Raises:
        QueryError: there is none.

    """
    if found := [m for voice in namings(near, thing) for m in voice.mentions]:
        return found
    name = near.some([thing])[0].properties["name"]
    raise QueryError(f"{name} is known by an identifier, or only by its meetings, so that nothing can be decided of it.")


def merge_things(
    graph: Readable, log: Sequence[Judgement], pair: tuple[str, str], signed: Signed, *, force: bool
) -> list[Judgement]:
    """The judgement that two bodies, organisations or units are one, under whatever names papers know them.

    Raises:
        QueryError: they are one already; or papers say that one is part of the other, reports to it or replaced it, and ``force``
            is not given.

    """
    near = Nearby(graph)
    if pair[0] == pair[1]:
        raise QueryError("Both names mean the same thing in this graph already.")
    if not force:
        _refuse_linked(near, pair)
    told = [m for thing in pair for m in _spoken(near, thing)]
    return noted(log, [signed.judgement(Verb.SAME, told)])


def _refuse_linked(near: Nearby, pair: tuple[str, str]) -> None:
    """Refuse to make one of two things of which papers say something that can only be said of two."""
    for edge in sorted(near.edges_from(pair), key=lambda e: e.key):
        if edge.type in _BETWEEN and edge.end in pair and edge.start != edge.end:
            one, other = (near.some([end])[0].properties["name"] for end in (edge.start, edge.end))
            raise QueryError(
                f"{one} {_BETWEEN[edge.type]} {other}, as papers say ({edge.properties['source']}), so that they are two; "
                "with --force they are one all the same."
            )


def separate_things(graph: Readable, log: Sequence[Judgement], things: Sequence[str], signed: Signed) -> list[Judgement]:
    """The judgement that two bodies are not one; or of one: what papers call by one name is not what they call by another.

    Where all call it by one name, what each paper means is something else.

    Raises:
        QueryError: there is nothing to separate.

    """
    near = Nearby(graph)
    known = list(dict.fromkeys(things))
    if len(known) > 1:
        return noted(log, [signed.judgement(Verb.DIFFERENT, *(_spoken(near, thing) for thing in known))])
    if len(things) > 1:
        raise QueryError("Both names mean one thing in this graph: `sederunt separate` with that name alone takes it apart.")
    spoken = _spoken(near, known[0])
    groups = _by_name(near, spoken, judged_by(log))
    if len(groups) == 1:
        groups = [[m for m in spoken if m.path == path] for path in dict.fromkeys(m.path for m in spoken)]
    if len(groups) == 1:
        raise QueryError("There is nothing to separate: one paper alone speaks of it, by one name.")
    return noted(log, [signed.judgement(Verb.DIFFERENT, *groups)])


def _by_name(near: Nearby, spoken: Iterable[Spoken], judged: Judged) -> list[list[Spoken]]:
    """Mentions by the names that they would have if each paper were alone."""
    names = {m.name: m for m in spoken}
    found: dict[str, list[Spoken]] = {}
    for path, claims in near.papers({m.path for m in names.values()}).items():
        paper = near.paper(path, claims)
        things = draft(paper, judged)
        alone = {mention_id(path, m): things.alone(m) for m in paper.mentions if _can_be_spoken_of(m)}
        for name in sorted(names.keys() & alone.keys()):
            found.setdefault(alone[name], []).append(names[name])
    return [found[name] for name in sorted(found)]
