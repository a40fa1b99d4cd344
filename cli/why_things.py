"""Why two bodies, organisations or units are one in the graph, or two: what papers say, what the rules made of it, what people decided."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sederunt.cli.judging import listing, several_of
from sederunt.cli.pairs import said_of
from sederunt.cli.tables import Part
from sederunt.graph.claims import document_id
from sederunt.graph.deciding import about
from sederunt.graph.doubtful import joined_in
from sederunt.graph.joining import Compared, Joined
from sederunt.graph.judged import Judged, judged_by
from sederunt.graph.judgements import Judgement, Verb, standing
from sederunt.graph.logbook import read_log
from sederunt.graph.nearby import Nearby
from sederunt.graph.store import Store
from sederunt.queries.find import Thing, find_all
from sederunt.queries.sayings import Saying

_RULES = ("one", "other", "verdict", "reason")


@dataclass(frozen=True)
class _Known:
    """All that a graph tells of which things are one."""

    log: Sequence[Judgement]
    judged: Judged
    joined: Joined

    def between(self, *ids: str) -> list[Compared]:
        """What was compared of these things, each on one side; of one, what it is made of."""
        ends = ((c, sorted(self.joined.final.get(name, name) for name in (c.one, c.other))) for c in self.joined.compared)
        wanted = sorted(ids) if len(ids) > 1 else [*ids, *ids]
        one = ids[0] if len(ids) == 1 else ""
        return [c for c, both in ends if both == wanted or (c.verdict == "same" and one in both)]

    def about(self, *said: Iterable[Saying]) -> list[Judgement]:
        """The judgements that speak of all these and count."""
        numbers = [{j.number for j in about(self.log, [s.voice for s in some])} for some in said]
        counting = (j for j in standing(self.log) if j.verb in (Verb.SAME, Verb.DIFFERENT))
        return [j for j in counting if all(j.number in some for some in numbers)]

    def rules(self, compared: Iterable[Compared]) -> Part:
        """What was compared, as a table."""
        rows = ((self._word(c.one), self._word(c.other), c.verdict, c.reason) for c in compared)
        return Part("What the names came to", _RULES, tuple(dict.fromkeys(row for row in rows if row[0] != row[1])))

    def _word(self, name: str) -> str:
        """A name as papers have it, with whose it is: an organisation's, or one paper's."""
        *homes, own = name.partition(":")[2].split("/")
        whose = ", ".join(self.judged.paths.get(home, home.replace("-", " ")) for home in homes)
        return f"{own.replace('-', ' ')}{f' ({whose})' if whose else ''}"


def _known(store: Store) -> _Known:
    log = read_log(store)
    judged = judged_by(log)
    return _Known(log, judged, joined_in(store, judged))


def of_two_things(store: Store, one: Thing, other: Thing) -> list[Part]:
    """Why two things are two."""
    near, known = Nearby(store), _known(store)
    said = [said_of(near, thing.id) for thing in (one, other)]
    compared, judged = known.between(one.id, other.id), known.about(*said)
    kept = next((j for j in reversed(judged) if j.verb == Verb.DIFFERENT), None)
    merge = f"sederunt merge {_word(store, one)} {_word(store, other)}" if one.label == other.label else ""
    return [
        _papers(zip((one, other), said, strict=True)),
        known.rules(compared),
        listing(known.log, judged, "Judgements"),
        _standing(
            graph=_kept_apart(one, other, kept, compared, known.joined.final),
            change=f"sederunt undo {kept.number}" if kept else merge,
        ),
    ]


def _kept_apart(
    one: Thing, other: Thing, kept: Judgement | None, compared: Sequence[Compared], final: Mapping[str, str]
) -> str:
    """What keeps two things apart."""
    if one.label != other.label:
        return f"two: {one.name} is known as {one.label.lower()}, {other.name} as {other.label.lower()}"
    two = f"two {several_of(one.label)}"
    if kept:
        return f"{two}, by judgement {kept.number}"
    if told := next((c for c in compared if c.verdict == "different"), None):
        return f"{two}: {told.reason}"
    if told := next((c for c in compared if c.verdict == "ask"), None):
        short = one if final.get(told.one, told.one) == one.id else other
        return f"{two} until somebody decides: {short.name} {told.reason}"
    return f"{two}: no paper tells that the one name means the other"


def of_one_thing(store: Store, thing: Thing) -> list[Part]:
    """Why a thing is one."""
    near, known = Nearby(store), _known(store)
    said = said_of(near, thing.id)
    compared, judged = known.between(thing.id), known.about(said)
    joined = [j for j in judged if j.verb == Verb.SAME]
    return [
        _papers([(thing, said)]),
        known.rules(compared),
        listing(known.log, judged, "Judgements"),
        _standing(
            graph=_joined_by(thing, joined, compared, len(said)),
            change=f"sederunt separate {_word(store, thing)}" if len(said) > 1 or len(compared) > 1 else "",
        ),
    ]


def _joined_by(thing: Thing, judged: Sequence[Judgement], compared: Sequence[Compared], papers: int) -> str:
    one = f"one {thing.label.lower()}"
    if judged:
        return f"{one}, by {' and '.join(f'judgement {j.number}' for j in judged)}"
    if papers == 1:
        return f"{one}, which one paper names"
    reasons = dict.fromkeys(c.reason for c in compared if c.verdict == "same" and c.reason != "one name")
    return f"{one}: {'; '.join(reasons) or 'one name'}"


def _papers(things: Iterable[tuple[Thing, Iterable[Saying]]]) -> Part:
    columns = ("id", "name", "date", "printed", "says", "document_id", "quote", "source", "basis", "confidence")
    rows = (
        (t.id, t.name, s.date, [*s.printed], [*s.says], document_id(s.voice.path), s.quote, s.source, s.basis, s.confidence)
        for t, said in things
        for s in said
    )
    return Part("What each paper says", columns, tuple(rows))


def _word(store: Store, thing: Thing) -> str:
    """What to type for a thing: the name where it is nothing else's, else the id."""
    return f'"{thing.name}"' if len(find_all(store, thing.name, (thing.label,))) == 1 else thing.id


def _standing(*, graph: str, change: str) -> Part:
    rows = (("graph", graph), ("to change it", change))
    return Part("How it stands", ("what", "says"), tuple(row for row in rows if row[1]))
