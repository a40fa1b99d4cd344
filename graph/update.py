"""Bringing papers into a stored graph, and taking them out again, by looking only at what they touch.

A graph is what ``build`` makes of its papers. What a paper says reaches other papers in three ways: people who are compared under
one name may become one or several, a day may turn out to have had two sittings, and things, edges and names gather what many
papers say. So an update looks up who bears the names of the people of its papers, which meetings were on their days, and every
statement that speaks of what they speak of; it builds that part anew, and writes what differs.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial, reduce
from typing import NamedTuple

from sederunt.graph.ahead import one_after_another
from sederunt.graph.build import (
    Scope,
    build,
    build_record,
    build_things,
    is_steady,
    keys_told,
    known_in,
    listed,
    mentions,
    name_id,
    sittings_now,
)
from sederunt.graph.called import Change, called_now, told_in
from sederunt.graph.claims import (
    Claim,
    claims_of,
    dated_meetings,
    document_id,
    in_document,
    linked,
    may_mean,
    meant,
    papers_from,
    path_of,
    speaks_of,
    statement_node,
)
from sederunt.graph.compared import compared
from sederunt.graph.edges import label_of
from sederunt.graph.errors import UnknownDocument
from sederunt.graph.forgotten import cleansed
from sederunt.graph.heard import who_is_who
from sederunt.graph.identity import Known
from sederunt.graph.judged import Judged, judged_by
from sederunt.graph.kinds import BODY, MEETING, NAME, PERSON
from sederunt.graph.logbook import read_log
from sederunt.graph.meetings import body_in, split_days
from sederunt.graph.model import Changes, Graph, Node, Record, difference
from sederunt.graph.nearby import Nearby
from sederunt.graph.nodes import renamed, shown_things
from sederunt.graph.resolve import Moves, Reading, draft, read_paper, resolve, settle, sittings_of
from sederunt.graph.statement import Paper
from sederunt.graph.store import Readable, Store, read_graph
from sederunt.graph.things import STRUCTURE

_RULES = ("rules", "10")
"""To be raised when the same papers give another graph than before: a graph made by other rules is rebuilt before it is changed."""
_STATEMENTS = 5_000
"""About how many statements one transaction holds; a paper is never divided."""


class Outcome(Record):
    """What a load did, as paths of papers."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()

    def __add__(self, other: "Outcome") -> "Outcome":
        own = ((getattr(self, name), getattr(other, name)) for name in type(self).model_fields)
        return Outcome(**dict(zip(type(self).model_fields, (tuple(sorted({*a, *b})) for a, b in own), strict=True)))


def load(store: Store, papers: Iterable[Paper]) -> Outcome:
    """Bring papers into the graph: another version of a paper replaces it, the same one changes nothing.

    Raises:
        EngineError: the engine cannot be reached, or refused.

    """
    return reduce(Outcome.__add__, loading(store, papers), Outcome())


def loading(store: Store, papers: Iterable[Paper]) -> Iterator[Outcome]:
    """Bring papers in as ``load`` does, some whole papers in a transaction; after each the graph is that of the papers so far.

    Raises:
        EngineError: the engine cannot be reached, or refused; what was told of before is in the graph.

    """
    follow_rules(store)
    yield from one_after_another(store, (partial(_bring, given=some) for some in _portions(papers)))


def forget(store: Store, path: str) -> None:
    """Take a paper out: what is left is the graph that there would be had it never been loaded.

    Raises:
        UnknownDocument: no such paper is in the graph.
        EngineError: the engine cannot be reached, or refused.

    """
    follow_rules(store)
    store.change(partial(_take_out, path=path))


def rebuild(store: Store) -> int:
    """Make everything that is derived anew from the statements; returns how many nodes and edges were not as they should be.

    Raises:
        EngineError: the engine cannot be reached, or refused.

    """
    number = store.change(_made_anew)
    store.set_setting(*_RULES)
    return number


def _made_anew(graph: Readable) -> tuple[Changes, int]:
    stored = read_graph(graph)
    papers = papers_from(stored)
    changes = difference(stored, build(papers, resolve(papers, judged_by(read_log(graph)))))
    return changes, len(changes)


def follows_rules(store: Store) -> bool:
    """Whether a graph is what this version makes of its papers; else the next load rebuilds it."""
    return store.setting(_RULES[0]) == _RULES[1]


def follow_rules(store: Store) -> None:
    """Rebuild a graph that other rules made."""
    if not follows_rules(store):
        rebuild(store)


def _portions(papers: Iterable[Paper]) -> Iterator[dict[str, Paper]]:
    some: dict[str, Paper] = {}
    number = 0
    for paper in papers:
        some[paper.path] = paper
        number += len(paper.statements)
        if number >= _STATEMENTS:
            yield some
            some, number = {}, 0
    if some:
        yield some


def _take_out(graph: Readable, path: str) -> tuple[Changes, None]:
    near = Nearby(graph)
    old = near.papers([path])
    if path not in old:
        raise UnknownDocument(f"No document {path!r} is in the graph: `sederunt documents` lists those that are.")
    judged = judged_by(read_log(graph))
    return changes_of(near, old, (), Decided(judged, judged)), None


def _bring(graph: Readable, pending: Changes, given: Mapping[str, Paper]) -> tuple[Changes, Outcome]:
    near, judged = Nearby(graph, pending), judged_by(read_log(graph))
    given = {path: cleansed(paper, judged) for path, paper in given.items()}
    old = near.papers(given)
    same = {path for path in old if near.paper(path, old[path]) == given[path]}
    outcome = Outcome(
        added=tuple(sorted(given.keys() - old.keys())),
        changed=tuple(sorted(old.keys() - same)),
        unchanged=tuple(sorted(same)),
    )
    fresh = [given[path] for path in (*outcome.added, *outcome.changed)]
    changed = {path: old[path] for path in outcome.changed}
    return changes_of(near, changed, fresh, Decided(judged, judged)) if fresh else Changes(), outcome


class Decided(NamedTuple):
    """What people decided."""

    was: Judged
    """As it counted before."""
    judged: Judged
    """As it counts when all is done."""


def changes_of(near: Nearby, old: Mapping[str, list[Claim]], papers: Sequence[Paper], decided: Decided) -> Changes:
    """What has to be written when papers come and others are replaced or go.

    Args:
        near: the stored graph.
        old: the claims of the papers that are replaced or go, by path.
        papers: those that come.
        decided: what people decided, before and when all is done.

    """
    update = _Update(near, old, papers, decided)
    if not update.parted:
        return update.changes()
    # Whom other papers made one in a paper, that paper alone can tell apart again.
    more = near.papers(update.parted)
    again = [*papers, *(near.paper(path, claims) for path, claims in more.items())]
    return changes_of(near, {**old, **more}, again, decided)


def _of(label: str, ids: Iterable[str]) -> list[str]:
    return [name for name in ids if label_of(name) == label]


class _Update:
    """What changes when papers come into a graph (``papers``) and others are replaced or go (their claims, by path, in ``old``)."""

    def __init__(self, near: Nearby, old: Mapping[str, list[Claim]], papers: Sequence[Paper], decided: Decided) -> None:
        self.near, judged = near, decided.judged
        self.touched = {*old, *(paper.path for paper in papers)}
        self.before = [claim for claims in old.values() for claim in claims]
        self.old_documents = [document_id(path) for path in old]
        self.old_mentions = near.edges_from(self.old_documents, "MENTIONS")
        self.told_before = {e.end for e in self.old_mentions if told_in(e)}
        self.papers = sorted(papers, key=lambda p: p.path)
        drafts = [draft(paper, judged) for paper in self.papers]
        called = called_now(near, drafts, Change(self.old_mentions, self.touched, decided.was, judged))
        readings = [
            read_paper(paper, judged, replace(things, joined=called.joined))
            for paper, things in zip(self.papers, drafts, strict=True)
        ]
        final, people = self._who_is_who(readings, judged)
        days = {(body, m.date) for r in readings for _, body, m in r.meetings if body and m.date}
        days |= {(body, m.date) for _, body, m in sittings_of(self.before)}
        at = [name for day in days for name in self.near.sittings(*day)]
        split = split_days([*(s for r in readings for s in r.meetings), *sittings_of(self._elsewhere(at))])
        self.parted = {path for (path, _), ids in people.items() if len(ids) > 1} | called.papers
        """The papers in which somebody is several people now, or something is called otherwise, so that they have to be read anew."""
        self.moves = Moves({key: min(ids) for key, ids in people.items() if ids != {key[1]}}, days, split)
        self.identity = settle(readings, final, split, judged)
        self.after = claims_of(self.papers, self.identity)
        self.moved = self._moved(at)
        self.shifts = {(old.paper.path, i) for old, new in self.moved.values() for i in may_mean(old) ^ may_mean(new)}
        """By path of a paper that stays: the things of which it spoke and does not now, or does now and did not."""

    def changes(self) -> Changes:
        """What has to be written."""
        things, starts = self._reach()
        claims = self._now({*things, *starts})
        scope = self._scope(claims, things, starts)
        built = build_things(claims, scope)
        stored, kept = self._stored(things, starts, built), self._renamed(built, things)
        kept += self._names_of_others(stored, built, things)
        stored = Graph(nodes=(*stored.nodes, *self.near.some(n.id for n in kept)), edges=stored.edges)
        return difference(stored, self._made(claims, scope, built, kept))

    def _who_is_who(
        self, readings: Iterable[Reading], judged: Judged
    ) -> tuple[dict[str, str], dict[tuple[str, str], set[str]]]:
        """Who the people of the coming papers are, and who those of other papers are now, by path and id before."""
        fresh = [person for reading in readings for person in reading.locals]
        gone = [known for e in self.old_mentions for known in known_in(e)]
        rivals = compared(self.near, fresh, gone, judged, self.touched)
        final = who_is_who([*fresh, *(person for _, person in rivals)], judged)
        now: dict[tuple[str, str], set[str]] = {}
        for e, person in rivals:
            now.setdefault((person.path, e.end), set()).add(final[person.id])
        return final, now

    def _elsewhere(self, things: Iterable[str]) -> list[Claim]:
        """The stored claims of other papers that speak of these things, or may."""
        return [claim for claim in self.near.about(things) if claim.paper.path not in self.touched]

    def _moved(self, meetings: Iterable[str]) -> dict[str, tuple[Claim, Claim]]:
        """The claims of other papers that mean something else now: before and after, by id."""
        found = self._elsewhere([*(old for _, old in self.moves.people), *meetings])
        pairs = ((claim, self.moves.of(claim)) for claim in found)
        return {old.id: (old, new) for old, new in pairs if old is not new}

    def _now(self, things: Iterable[str]) -> list[Claim]:
        """Every claim that speaks of these things when all is done, and others."""
        stay = {claim.id: self.moves.of(claim) for claim in self._elsewhere(things)}
        return [*self.after, *(stay | {name: new for name, (_, new) in self.moved.items()}).values()]

    def _reach(self) -> tuple[set[str], set[str]]:
        """The things whose nodes, and those whose edges, may be other than before."""
        things = meant(self.before) | meant(self.after) | {name for _, name in self.shifts}
        things |= self._meetings_of_new_or_lost_bodies(_of(BODY, things))
        meetings = _of(MEETING, things)
        starts = linked([*self.before, *self.after, *(claim for pair in self.moved.values() for claim in pair)])
        steady = self._steady({i for i in things if label_of(i) in STRUCTURE} - starts - {i for _, i in self.shifts})
        return things - steady, starts | set(meetings) | self._attendees(meetings)

    def _steady(self, structures: set[str]) -> set[str]:
        """Bodies, organisations and units whose nodes stay, though all papers of a council may name it."""
        before, after = (shown_things(c for c in claims if speaks_of(c, structures)) for claims in (self.before, self.after))
        naming = [(e, listed(e.properties["statements"])[0]) for e in self.near.edges_to(structures, "NAMES")]
        standing = {e.start: e.end for e in self.near.edges_from((proof for _, proof in naming), "IN_DOCUMENT")}
        claims = {claim.id: claim for claim in self.near.claims_in(standing)}
        proofs: dict[str, dict[str, Claim]] = {}
        for edge, proof in naming:
            if claims[proof].paper.path not in self.touched:
                proofs.setdefault(edge.end, {})[edge.start] = claims[proof]
        gone = {edge.end for edge, proof in naming if claims[proof].paper.path in self.touched}
        nodes = self.near.some(proofs.keys() - gone)
        steady = {n.id for n in nodes if is_steady(n, proofs[n.id], before.get(n.id), after.get(n.id))}
        return {i for i in steady if i not in self.told_before and self._told_now.get(i, set()) <= proofs[i].keys()}

    @cached_property
    def _told_now(self) -> dict[str, set[str]]:
        """By id of a thing: the names under which is found what the coming papers tell of it."""
        found: dict[str, set[str]] = {}
        for (_, name), told in self.identity.told.items():
            found.setdefault(name, set()).update(map(name_id, keys_told(told)))
        return found

    def _meetings_of_new_or_lost_bodies(self, bodies: Sequence[str]) -> set[str]:
        before, after = {node.id for node in self.near.some(bodies)}, meant(self.after)
        doubtful = [body for body in bodies if (body in before) != (body in after)]
        staying = {e.end for e in self.near.mentions(doubtful) if path_of(e.start) not in self.touched}
        return {name for body in doubtful if body not in staying for name in self.near.sittings(body)}

    def _attendees(self, meetings: Sequence[str]) -> set[str]:
        """The people who were at meetings of which it is news whose sittings they were, or that they were held."""
        # Whoever was at one that is new, is known by the claims that come or mean something else.
        stored = [node.id for node in self.near.some(meetings)]
        if not stored:
            return set()
        claims = self._now(stored)
        now, before = sittings_now(claims, self._scope(claims, set(stored), set(stored))), self._held(stored)
        news = {name for name in stored if now.get(name) != before.get(name)}
        return set(_of(PERSON, linked(claim for claim in claims if not news.isdisjoint(claim.object.ids))))

    def _bodies(self, meetings: Iterable[str]) -> dict[str, str]:
        """The body of each meeting, as stored."""
        edges = self.near.edges_from(meetings, "MEETING_OF")
        return {e.start: e.end for e in sorted(edges, key=lambda e: e.key)}

    def _held(self, meetings: Sequence[str]) -> dict[str, str]:
        """The body of each meeting that was held, as stored."""
        bodies = self._bodies(meetings)
        return {n.id: bodies[n.id] for n in self.near.some(bodies) if n.properties["status"] == "held"}

    def _scope(self, claims: Sequence[Claim], things: set[str], starts: set[str]) -> Scope:
        """The part that is built, with what has to be known of the rest."""
        present = meant(claims)
        sittings = {name: body_in(name) for name in dated_meetings(claims)} | dict(self.identity.sittings)
        away = {i for c in claims if not starts.isdisjoint(c.subject.ids) for i in _of(MEETING, c.object.ids)} - things
        beyond = {*sittings.values(), *_of(BODY, present)} - things
        names = {node.id: str(node.properties["name"]) for node in self.near.some(beyond)}
        people, told = self._people(things), self._told(things)
        return Scope(things & present, starts, people, sittings, self._held(sorted(away)), names, told)

    def _told(self, things: Iterable[str]) -> dict[tuple[str, str], tuple[str, ...]]:
        """What papers tell of how the bodies, organisations and units among these things are called."""
        structures = [name for name in things if label_of(name) in STRUCTURE]
        stay = ((path_of(e.start), e) for e in self.near.mentions(sorted(structures)))
        return {(path, e.end): told_in(e) for path, e in stay if path not in self.touched and told_in(e)} | dict(
            self.identity.told
        )

    def _people(self, things: Iterable[str]) -> dict[tuple[str, str], tuple[Known, ...]]:
        """How papers know the people among these things."""
        found = dict(self.identity.people)
        for e in self.near.mentions(_of(PERSON, things)):
            if (path := path_of(e.start)) not in self.touched:
                key = path, self.moves.people.get((path, e.end), e.end)
                found[key] = tuple(sorted({*found.get(key, ()), *known_in(e)}, key=lambda known: known.id))
        return found

    def _stored(self, things: set[str], starts: set[str], built: Graph) -> Graph:
        """What the graph holds of all that is made anew."""
        naming = self.near.edges_to(things, "NAMES")
        spoken = [
            e for e in self.near.mentions(sorted({i for _, i in self.shifts})) if (path_of(e.start), e.end) in self.shifts
        ]
        said = [*(claim.id for claim in self.before), *self.moved]
        nodes = [*self.old_documents, *said, *things, *(e.start for e in naming), *(n.id for n in built.nodes)]
        edges = [*map(in_document, self.before), *self.old_mentions, *spoken, *naming, *self.near.edges_from(starts)]
        return Graph(nodes=tuple(self.near.some(nodes)), edges=tuple(edges))

    def _renamed(self, built: Graph, things: set[str]) -> list[Node]:
        """The meetings that are called anew because their bodies are."""
        now = {n.id: str(n.properties["name"]) for n in built.nodes if n.label == BODY}
        names = {n.id: now[n.id] for n in self.near.some(now) if n.properties["name"] != now[n.id]}
        bodies = self._bodies({e.start for e in self.near.edges_to(names, "MEETING_OF")} - things)
        return [renamed(n, names[bodies[n.id]]) for n in self.near.some(bodies) if bodies[n.id] in names]

    def _names_of_others(self, stored: Graph, built: Graph, things: set[str]) -> list[Node]:
        """The names that nothing of this part bears any more and something else does."""
        left = {n.id for n in stored.nodes if n.label == NAME} - {n.id for n in built.nodes}
        return self.near.some({e.start for e in self.near.edges_from(left, "NAMES") if e.end not in things})

    def _made(self, claims: Sequence[Claim], scope: Scope, built: Graph, kept: Iterable[Node]) -> Graph:
        """What the graph shall hold in its place."""
        record = build_record(self.papers, self.after, self.identity)
        said = [statement_node(new) for _, new in self.moved.values()]
        shifted = [claim for claim in claims if not self.shifts.isdisjoint((claim.paper.path, i) for i in may_mean(claim))]
        spoken = [e for e in mentions(shifted, scope.people, scope.told) if (path_of(e.start), e.end) in self.shifts]
        return Graph.of([*record.nodes, *said, *built.nodes, *kept], [*record.edges, *spoken, *built.edges])
