"""Why two people (or bodies) are one in the graph, or two: what the papers say, what it weighs, and what decided."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import chain
from typing import Annotated

import typer
from sederunt.cli.completion import names
from sederunt.cli.judging import ANY, listing, of_one_kind
from sederunt.cli.reasons import VERDICTS, reasons_part, told
from sederunt.cli.session import Session, table
from sederunt.cli.tables import Part, write
from sederunt.cli.why_things import of_one_thing, of_two_things
from sederunt.graph.beside import weigh_people
from sederunt.graph.claims import document_id
from sederunt.graph.deciding import about
from sederunt.graph.errors import UnknownName
from sederunt.graph.everybody import everybody
from sederunt.graph.judgements import Judgement, Verb, standing
from sederunt.graph.kinds import PERSON
from sederunt.graph.logbook import read_log
from sederunt.graph.names import fold
from sederunt.graph.nearby import Nearby
from sederunt.graph.seen import seen
from sederunt.graph.store import Store
from sederunt.graph.things import STRUCTURE
from sederunt.graph.weigh import Weighed
from sederunt.queries.bonds import are_tied, bonds, names_of
from sederunt.queries.find import Thing, find_all
from sederunt.queries.sayings import Saying, sayings

_HOW = {
    "identifier": "have one identifier for the person",
    "tie": "tie the person to {}",
    "name": "name {}",
}


@table
def why(
    session: Session,
    one: Annotated[str, typer.Argument(metavar="A", help="A person, body, organisation or unit.", autocompletion=names(*ANY))],
    other: Annotated[
        str,
        typer.Argument(
            metavar="[B]",
            help="Another; left out: why A is one, or the two of that name are two.",
            autocompletion=names(*ANY),
        ),
    ] = "",
) -> None:
    """Why two people, or two bodies, are one in the graph, or two."""
    with session.open() as store:
        first, second = _meant(store, one, other or one)
        of_one, of_two = (_of_one, _of_two) if first.label == PERSON else (of_one_thing, of_two_things)
        parts = of_one(store, first) if first == second else of_two(store, first, second)
    title = first.name if first == second else f"{first.name} and {second.name}"
    write(replace(session, evidence=True), parts, title=title)


def _meant(store: Store, one: str, other: str) -> tuple[Thing, Thing]:
    """What is meant: a name given once or twice that just two people, or two bodies, bear means these two."""
    if fold(one) == fold(other):
        for labels in ((PERSON,), STRUCTURE):
            with suppress(UnknownName):
                if len(fits := find_all(store, one, labels, _TWO + 1)) == _TWO:
                    return fits[0], fits[1]
                break
    first, second = of_one_kind(store, one, other)
    return first, second


_TWO = 2


# Two people ------------------------------------------------------------------------


def _of_two(store: Store, one: Thing, other: Thing) -> list[Part]:
    near, log = Nearby(store), read_log(store)
    said = [sayings(near, one.id), sayings(near, other.id)]
    people = {person.id: person for person in everybody(store, [one.id, other.id])}
    sightings = [people[thing.id].sightings if thing.id in people else () for thing in (one, other)]
    weighed = weigh_people(*sightings)
    called = names_of(near, chain.from_iterable(s.voice.known.ties for each in said for s in each))
    judged = _about_both(log, *said)
    return [
        _papers(zip((one, other), said, strict=True)),
        reasons_part(weighed, called, "Reasons"),
        listing(log, judged, "Judgements"),
        _standing(
            ("rules", _verdict(weighed)),
            ("graph", _kept_apart(judged, said, weighed)),
            ("to change it", _to_join(store, one, other, judged)),
        ),
    ]


def _about_both(log: Sequence[Judgement], one: Iterable[Saying], other: Iterable[Saying]) -> list[Judgement]:
    """The judgements that speak of both people and count."""
    both = [{j.number for j in about(log, [s.voice for s in said])} for said in (one, other)]
    return [j for j in standing(log) if j.number in both[0] & both[1] and j.verb in (Verb.SAME, Verb.DIFFERENT)]


def _verdict(weighed: Weighed) -> str:
    return f"{VERDICTS[weighed.verdict]} ({weighed.score:.0%} likely to be one)"


def _kept_apart(judged: Sequence[Judgement], said: Sequence[Sequence[Saying]], weighed: Weighed) -> str:
    """What keeps two people apart."""
    if kept := next((j for j in reversed(judged) if j.verb == Verb.DIFFERENT), None):
        return f"two people, by judgement {kept.number}"
    known = [[s.voice for s in each] for each in said]
    ties = [{tie for voice in each for tie in voice.known.ties} for each in known]
    if all(any(voice.known.identified for voice in each) for each in known):
        return "two people: each has an identifier"
    if paths := {voice.path for voice in known[0]} & {voice.path for voice in known[1]}:
        return f"two people, as {min(paths)} has both"
    if weighed.verdict == "same":
        return "two people: somebody else fits one of them as well, and these two cannot be one"
    if not ties[0] & ties[1]:
        return "two people: no paper ties one of them to a body, organisation, unit or post to which another ties the other"
    return "two people: they have something in common, but their names are not alike enough, or fit others too"


def _to_join(store: Store, one: Thing, other: Thing, judged: Sequence[Judgement]) -> str:
    if kept := next((j for j in reversed(judged) if j.verb == Verb.DIFFERENT), None):
        return f"sederunt undo {kept.number}"
    return f"sederunt merge {_word(store, one)} {_word(store, other)}"


def _word(store: Store, person: Thing) -> str:
    """What to type for a person: the name where it is nobody else's, else the id."""
    return f'"{person.name}"' if len(find_all(store, person.name, ("Person",))) == 1 else person.id


# One person ------------------------------------------------------------------------


def _of_one(store: Store, person: Thing) -> list[Part]:
    near, log = Nearby(store), read_log(store)
    said = sayings(near, person.id)
    called = names_of(near, (tie for s in said for tie in s.voice.known.ties))
    found = bonds(near, said)
    judged = [j for j in standing(log) if j in about(log, [s.voice for s in said])]
    joined = [j for j in judged if j.verb == Verb.SAME]
    common = tuple((len(b.papers), _HOW[b.how].format(b.what)) for b in found)
    tied = are_tied((s.voice.path for s in said), (b for b in found if b.how != "name"))
    return [
        _papers([(person, said)]),
        Part("What its papers have in common", ("papers", "what_they_do"), common),
        _against_the_others(said, called),
        listing(log, judged, "Judgements"),
        _standing(
            ("graph", _joined_by(joined, tied, len(said))),
            ("to change it", f"sederunt separate {_word(store, person)}" if len(said) > 1 else ""),
        ),
    ]


def _joined_by(judged: Sequence[Judgement], tied: bool, papers: int) -> str:
    if judged:
        return f"one person, by {' and '.join(f'judgement {j.number}' for j in judged)}"
    if papers == 1:
        return "one person, of whom one paper speaks"
    return "one person: the same name, with something in common" if tied else "one person: the reasons leave no doubt"


@dataclass(frozen=True)
class _Row:
    """How a paper fits those that also speak of a person."""

    saying: Saying
    weighed: Weighed


def _against_the_others(said: Sequence[Saying], called: Mapping[str, str]) -> Part:
    """How well what each paper says fits what the others do, the worst first: where somebody else slipped in, it shows here."""
    sightings = [seen(s.voice.known, s.date, s.world) for s in said]
    others = ([s for at, some in enumerate(sightings) if at != own for s in some] for own in range(len(said)))
    rows = [_Row(s, weigh_people(own, rest)) for s, own, rest in zip(said, sightings, others, strict=True) if own and rest]
    cells = (
        (r.saying.date, r.saying.title, round(r.weighed.score, 2), [told(reason, called) for reason in r.weighed.reasons])
        for r in sorted(rows, key=lambda r: (r.weighed.score, r.saying.date, r.saying.voice.path))
    )
    return Part("How each paper fits the others", ("date", "paper", "likely", "reasons"), tuple(cells))


# Both ------------------------------------------------------------------------------


def _papers(people: Iterable[tuple[Thing, Iterable[Saying]]]) -> Part:
    columns = ("person_id", "person", "date", "printed", "says", "document_id", "quote", "source", "basis", "confidence")
    rows = (
        (
            t.id,
            t.name,
            s.date,
            list(s.printed),
            list(s.says),
            document_id(s.voice.path),
            s.quote,
            s.source,
            s.basis,
            s.confidence,
        )
        for t, said in people
        for s in said
    )
    return Part("What each paper says", columns, tuple(rows))


def _standing(*rows: tuple[str, str]) -> Part:
    return Part("How it stands", ("what", "says"), tuple(row for row in rows if row[1]))
