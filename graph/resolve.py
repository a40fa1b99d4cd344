"""What every mention of every paper means: first inside its own paper, then across papers."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

from sederunt.graph.across import Local, known
from sederunt.graph.claims import Claim
from sederunt.graph.heard import heard_inside, who_is_who
from sederunt.graph.identity import UNRESOLVED, Cluster, Identity, Known, Misfit, Resolution, chosen, resolved
from sederunt.graph.joining import join_things
from sederunt.graph.judged import NOTHING_JUDGED, Judged
from sederunt.graph.kinds import ACTION, MEETING, PERSON, POST, PRESENCE
from sederunt.graph.meetings import Day, body_in, day_of, meeting_id, split_days
from sederunt.graph.names import PersonName, fold
from sederunt.graph.owners import Officers, by_office, by_post, by_thing, is_role, looks_like_person, officers
from sederunt.graph.roster import CAPITALS, Entry, Roster, draw_up, entry, identified
from sederunt.graph.seen import subject
from sederunt.graph.statement import Mention, Paper, digest, mention_id, statement_name
from sederunt.graph.structures import Telling
from sederunt.graph.things import STRUCTURE, Things, name_key, read_things

_LISTS = frozenset({"present", "apologies", "absent", "members"})
_LISTED = frozenset({*PRESENCE, "SITS_ON"})
_AT_MEETING = frozenset({*PRESENCE, "LED"})
_TIES = frozenset({"SITS_ON", "REPRESENTS", "AFFILIATED_TO", "HOLDS"})


@dataclass
class Reading:
    """One paper read by itself: its things, its people, and what its mentions mean as far as it tells."""

    paper: Paper
    things: Things
    roster: Roster
    meant: dict[Mention, Resolution] = field(default_factory=dict)

    @cached_property
    def people(self) -> tuple[Known, ...]:
        """Its people with what it links them to."""
        ties = _ties_of(self)
        return tuple(known(p, self.paper.path, ties.get(f"person:{p.key}", ())) for p in self.roster.people)

    @cached_property
    def world(self) -> tuple[str, ...]:
        """The bodies and organisations that it names and that other papers may name too."""
        return tuple(sorted({i for meaning in self.meant.values() for i in meaning.ids if _is_known_abroad(i)}))

    @property
    def locals(self) -> list[Local]:
        """Its people, to be compared with those of other papers."""
        return [Local(person, self.paper.path, self.paper.date, self.world) for person in self.people]

    @cached_property
    def meetings(self) -> list[tuple[str, str, Mention]]:
        """Path, id of the body and mention of each meeting."""
        named = {self.things.root(m.label) for m in self.paper.mentions if m.kind in STRUCTURE}
        return [(self.paper.path, self._body_of(m, named), m) for m in self.paper.mentions if m.kind == MEETING]

    def _body_of(self, meeting: Mention, named: Collection[str]) -> str:
        """The body of a meeting; of one that no other paper can mean and whose body its own does not name, as that has it."""
        known = meeting.date or (self.things.root(meeting.body) if meeting.body else self.things.own) in named
        return self.things.body_of(meeting) if known else self.things.printed(meeting)

    @cached_property
    def told(self) -> Mapping[str, tuple[Telling, ...]]:
        """What it tells of how things are called, by the ids of the things."""
        found: dict[str, list[Telling]] = {}
        for telling in sorted(self.things.tellings):
            found.setdefault(self.things.final(telling.subject), []).append(telling)
        return {name: tuple(told) for name, told in found.items()}


def resolve(papers: Sequence[Paper], judged: Judged = NOTHING_JUDGED) -> Identity:
    """What the mentions of these papers mean; the order of the papers makes no difference."""
    drafts = [(paper, draft(paper, judged)) for paper in sorted(papers, key=lambda p: p.path)]
    joined = join_things((telling for _, things in drafts for telling in things.tellings), judged)
    readings = [read_paper(paper, judged, replace(things, joined=joined)) for paper, things in drafts]
    split = split_days(sitting for reading in readings for sitting in reading.meetings)
    return settle(readings, who_is_who([person for reading in readings for person in reading.locals], judged), split, judged)


def settle(
    readings: Sequence[Reading], final: Mapping[str, str], split: Mapping[Day, frozenset[str]], judged: Judged = NOTHING_JUDGED
) -> Identity:
    """What the mentions of papers mean, once it is known who is who across papers and which days had two sittings.

    Args:
        readings: the papers, each read by itself.
        final: for the id of each person in their own paper, the id of who they are.
        split: the times of those days on which a body met more than once.
        judged: what people decided, as the papers were read with it.

    """
    resolutions = {
        (reading.paper.path, mention): _settled(meaning, final)
        for reading in readings
        for mention, meaning in (reading.meant | _sittings(reading, split)).items()
    }
    misfits = tuple(m for reading in readings for m in _misfits(reading, final))
    people: dict[tuple[str, str], tuple[Known, ...]] = {}
    for path, person in sorted(((r.paper.path, p) for r in readings for p in r.people), key=lambda pair: pair[1].id):
        people[path, final[person.id]] = (*people.get((path, final[person.id]), ()), person)
    worlds = {r.paper.path: r.world for r in readings}
    told = {(r.paper.path, name): tuple(t.text for t in said) for r in readings for name, said in r.told.items()}
    clusters, sittings = _clusters(readings, final), _bodies(readings, split)
    return Identity(resolutions, clusters, misfits, sittings, people, worlds, judged.rejected, told)


def draft(paper: Paper, judged: Judged = NOTHING_JUDGED) -> Things:
    """The things of one paper, as it alone knows them, with those of which people decided something."""
    kept = _without(paper, judged.rejected.get(paper.path, frozenset()))
    things = read_things(kept)
    if paper.path not in judged.about:
        return things
    named = ((mention_id(paper.path, m), m) for m in kept.mentions if m.kind in STRUCTURE and not m.key)
    said = {Telling("said", things.alone(m), name, things.home) for name, m in named if name in judged.one}
    return replace(things, tellings=things.tellings | {t for t in said if t.one})


def read_paper(paper: Paper, judged: Judged = NOTHING_JUDGED, known: Things | None = None) -> Reading:
    """What the mentions of one paper mean, all but its meetings; people have the ids that they would have in it alone.

    Args:
        paper: the paper.
        judged: what people decided.
        known: its things, with which of them are one with those of other papers; left out: as it alone knows them.

    """
    kept = _without(paper, judged.rejected.get(paper.path, frozenset()))
    things, mentions, rows = known or read_things(kept), kept.mentions, _rows(kept)
    asked = [m for m in mentions if _is_named(m, things)]
    keys = _keys(paper.path, asked)
    if kept is not paper:
        # As they were with what is rejected, so that other judgements hold on.
        keys |= _keys(paper.path, [m for m in paper.mentions if _is_named(m, read_things(paper))])
    nobody = {m: UNRESOLVED for m in asked if keys[m] in judged.nobody}
    asked = [m for m in asked if m not in nobody]
    roster = draw_up(entry(m, keys[m], rows.get(m, frozenset())) for m in asked if not m.key)
    roster.people += identified(((m, keys[m]) for m in asked if m.key), _told_names(kept))
    roster = heard_inside(roster, judged)
    reading = Reading(kept, things, roster, nobody | _people(roster))
    _add_things(reading, mentions)
    _add_others(reading, mentions)
    return reading


def _without(paper: Paper, rejected: frozenset[str]) -> Paper:
    """A paper without the statements of these lasting names."""
    if not rejected:
        return paper
    return paper.saying(s for s in paper.statements if statement_name(paper.path, s) not in rejected)


def _told_names(paper: Paper) -> dict[Mention, PersonName]:
    """The names of people whom data tells with their parts."""
    told = (s for s in paper.statements if s.link is None and s.subject.kind == PERSON and s.values.get("family_name"))
    return {s.subject: PersonName(given=str(s.values.get("given_name", "")), family=str(s.values["family_name"])) for s in told}


def _is_named(mention: Mention, things: Things) -> bool:
    """Whether a mention gives somebody's name, so that it belongs to the roster."""
    if mention.kind == PERSON:
        return not is_role(mention.label)
    known = things.kind(mention.label) or name_key(mention.label) in things.posts
    return mention.kind == "Owner" and not known and looks_like_person(mention)


def _keys(path: str, mentions: Iterable[Mention]) -> dict[Mention, str]:
    """The lasting names of mentions; where one printed form holds two names ("A and B Hale"), the name tells them apart."""
    names = {m: mention_id(path, m) for m in mentions}
    sharing: dict[str, set[str]] = {}
    for m, name in names.items():
        sharing.setdefault(name, set()).add(fold(m.label))
    return {m: name if m.key or len(sharing[name]) == 1 else digest(name, fold(m.label)) for m, name in names.items()}


def _rows(paper: Paper) -> dict[Mention, frozenset[str]]:
    """The lists in which each mention of a person is a row: a section, the meeting or body that the list belongs to, and which of its runs of rows."""
    lists: dict[str, dict[Mention, int]] = {}
    for s in paper.statements:
        if s.subject.section in _LISTS and s.link in _LISTED and s.object is not None:
            whose = s.object
            name = digest(s.subject.section, whose.kind, name_key(whose.body or whose.label), whose.date, whose.time)
            lists.setdefault(name, {}).setdefault(s.subject, s.evidence.line or 0)
    rows: dict[Mention, set[str]] = {}
    for name, lines in lists.items():
        for mention, run in _runs(lines).items():
            rows.setdefault(mention, set()).add(digest(name, str(run)))
    return {mention: frozenset(names) for mention, names in rows.items()}


def _runs(lines: Mapping[Mention, int]) -> dict[Mention, int]:
    """Which run of rows each row belongs to: whoever was there is told in several lists, and the same person may stand in two of them."""
    starts = [0]
    for line, following in pairwise(sorted(set(lines.values()))):
        if following - line > _NEXT_ROW:
            starts.append(following)
    return {mention: bisect_right(starts, line) for mention, line in lines.items()}


_NEXT_ROW = 2
"""The next row of a list stands no farther below: a line may be empty, but no heading stands between."""


def _people(roster: Roster) -> dict[Mention, Resolution]:
    meant = {e.mention: resolved(f"person:{person.key}") for person in roster.people for e in person.entries}
    for e, fits in roster.open:
        meant[e.mention] = chosen(tuple(sorted(f"person:{p.key}" for p in fits)))
    return meant


def _add_things(reading: Reading, mentions: Iterable[Mention]) -> None:
    for m in mentions:
        if m.kind == POST:
            reading.meant[m] = resolved(reading.things.post(m))
        elif m.kind == ACTION:
            reading.meant[m] = resolved(f"action:{digest(reading.paper.path, m.text, str(m.ordinal))}")
        elif m.kind not in (PERSON, MEETING, "Owner"):
            reading.meant[m] = chosen(reading.things.ids(m))


def _add_others(reading: Reading, mentions: Iterable[Mention]) -> None:
    """People meant by an office, and whoever has to act."""
    known = officers(reading.paper.statements, reading.things, reading.meant)
    holders = _holders(reading)
    for m in mentions:
        if m.kind in (PERSON, "Owner") and m not in reading.meant:
            reading.meant[m] = _other(reading, m, known, holders)


def _other(reading: Reading, m: Mention, known: Officers, holders: Mapping[str, frozenset[str]]) -> Resolution:
    answers = [by_office(m.label, reading.things, known)]
    if m.kind == "Owner":
        answers += [_by_name(reading, m), by_thing(m.label, reading.things), by_post(m.label, reading.things, holders)]
    return next((a for a in answers if a != UNRESOLVED), UNRESOLVED)


def _by_name(reading: Reading, m: Mention) -> Resolution:
    """Who of the roster has to act; initials that are also the name of a thing are a person's only where they are printed."""
    asked: Entry = entry(m, "", frozenset())
    fits = reading.roster.find(asked) if not is_role(m.label) else []
    if asked.form == CAPITALS and reading.things.kind(m.label):
        fits = [p for p in fits if m.label.casefold() in p.printed]
    return chosen(tuple(sorted(f"person:{p.key}" for p in fits)))


def _holders(reading: Reading) -> dict[str, frozenset[str]]:
    """The people known to hold each post."""
    found: dict[str, set[str]] = {}
    for s in reading.paper.statements:
        if s.link == "HOLDS" and s.object is not None:
            found.setdefault(reading.things.post(s.object), set()).update(reading.meant.get(s.subject, UNRESOLVED).ids)
    return {post: frozenset(people) for post, people in found.items()}


def _sittings(reading: Reading, split: Mapping[Day, frozenset[str]]) -> dict[Mention, Resolution]:
    return {m: resolved(meeting_id(path, body, m, split)) for path, body, m in reading.meetings}


def _bodies(readings: Iterable[Reading], split: Mapping[Day, frozenset[str]]) -> dict[str, str]:
    """The body of each meeting; of one without a date, which no other paper can mean, only if its own paper names the body."""
    named = {r.paper.path: {i for meaning in r.meant.values() for i in meaning.ids} for r in readings}
    return {
        meeting_id(path, body, m, split): body
        for reading in readings
        for path, body, m in reading.meetings
        if body and (m.date or body in named[path])
    }


def _ties_of(reading: Reading) -> dict[str, set[str]]:
    """What a paper links each of its people to."""
    context: dict[str, set[str]] = {}
    for s in reading.paper.statements:
        ids = reading.meant.get(s.subject, UNRESOLVED).ids
        if s.object is not None and len(ids) == 1 and s.subject.kind == PERSON:
            context.setdefault(ids[0], set()).update(_ties(reading, s.link or "", s.object))
        elif s.link == "ASSIGNED_TO" and s.object is not None:
            for name in reading.meant.get(s.object, UNRESOLVED).ids:
                context.setdefault(name, set()).update(_own_body(reading))
    return context


def _is_known_abroad(name: str) -> bool:
    """Whether an id is that of a body or an organisation which other papers may name, with more than a word to its name."""
    kind, _, rest = name.partition(":")
    return kind in ("body", "organisation") and "-" in rest and "/" not in rest


def _own_body(reading: Reading) -> list[str]:
    return list(filter(None, [reading.things.body_of(Mention(kind="Meeting", text=""))]))


def _ties(reading: Reading, link: str, other: Mention) -> list[str]:
    """The bodies, organisations, units and placed posts that a link ties a person to."""
    if link in _AT_MEETING and other.kind == MEETING:
        return [body] if (body := reading.things.body_of(other)) else []
    if link not in _TIES:
        return []
    place = reading.things.named(other.within) if other.within else ""
    about = subject(other.label) if other.kind == POST else ""
    return [*reading.meant.get(other, UNRESOLVED).ids, *filter(None, [place, about])]


def _settled(meaning: Resolution, final: Mapping[str, str]) -> Resolution:
    """A meaning with the people of one paper replaced by who they are among all papers."""
    ids = tuple(dict.fromkeys(final.get(i, i) for i in meaning.ids))
    candidates = tuple(sorted({final.get(i, i) for i in meaning.candidates}))
    same = (ids, candidates) == (meaning.ids, meaning.candidates)
    return meaning if same else meaning.model_copy(update={"ids": ids, "candidates": candidates})


def _clusters(readings: Iterable[Reading], final: Mapping[str, str]) -> tuple[Cluster, ...]:
    members: dict[str, list[tuple[str, str]]] = {}
    for reading in readings:
        for person in reading.roster.people:
            names = members.setdefault(final[f"person:{person.key}"], [])
            names += [(reading.paper.path, e.key) for e in person.entries]
    return tuple(Cluster(id=i, mentions=tuple(sorted(set(members[i])))) for i in sorted(members))


def _misfits(reading: Reading, final: Mapping[str, str]) -> list[Misfit]:
    return [
        Misfit(person=final[f"person:{p.key}"], path=reading.paper.path, name=e.mention.label, initials=e.mention.initials)
        for p in reading.roster.people
        for e in p.entries
        if e.mention.initials and p.computed() and not p.printed & {form.casefold() for form in p.computed()}
    ]


@dataclass(frozen=True)
class Moves:
    """What the mentions of papers that stay as they are come to mean, because of what other papers say now or no longer."""

    people: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """By path and the id that somebody had: the id that they have."""
    days: Collection[Day] = ()
    """The days whose meetings were looked at, with the times of those on which a body met more than once under ``split``."""
    split: Mapping[Day, frozenset[str]] = field(default_factory=dict)

    def of(self, claim: Claim) -> Claim:
        """The claim with what its mentions mean now."""
        other = claim.statement.object
        subject_ = self._moved(claim.paper.path, claim.statement.subject, claim.subject)
        object_ = self._moved(claim.paper.path, other, claim.object) if other else claim.object
        same = subject_ == claim.subject and object_ == claim.object
        return claim if same else replace(claim, subject=subject_, object=object_)

    def _moved(self, path: str, mention: Mention, meaning: Resolution) -> Resolution:
        if mention.kind == MEETING and mention.date:
            return resolved(*(self._sitting(path, mention, name) for name in meaning.ids))
        names = {name: self.people.get((path, name), name) for name in (*meaning.ids, *meaning.candidates)}
        return _settled(meaning, names) if any(old != new for old, new in names.items()) else meaning

    def _sitting(self, path: str, mention: Mention, name: str) -> str:
        return meeting_id(path, body_in(name), mention, self.split) if day_of(name) in self.days else name


def sittings_of(claims: Iterable[Claim]) -> list[tuple[str, str, Mention]]:
    """Path, id of the body and mention of each meeting with a date that claims speak of."""
    return [
        (claim.paper.path, body_in(name), mention)
        for claim in claims
        for mention, meaning in claim.mentions
        if mention.kind == MEETING and mention.date
        for name in meaning.ids
    ]
