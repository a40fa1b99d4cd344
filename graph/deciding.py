"""From what somebody decides about people to the judgement that says so, of the mentions as they stand in the graph."""

from collections.abc import Iterable, Sequence

from sederunt.graph.build import known_in, listed
from sederunt.graph.claims import Claim, document_id, path_of
from sederunt.graph.errors import QueryError, UnknownName
from sederunt.graph.forgotten import Blotter, key_of, tag
from sederunt.graph.identity import Known
from sederunt.graph.judged import Judged, judged_by
from sederunt.graph.judgements import Judgement, Spoken, Verb, noted, standing, taken_back
from sederunt.graph.model import Record
from sederunt.graph.names import fold
from sederunt.graph.nearby import Nearby
from sederunt.graph.resolve import read_paper
from sederunt.graph.statement import digest, mention_id, statement_name
from sederunt.graph.store import Readable


class Signed(Record):
    """Who decided, when, and why."""

    who: str
    day: str
    why: str = ""

    def judgement(self, verb: Verb, *groups: Iterable[Spoken], undone: int = 0) -> Judgement:
        """The judgement that says so."""
        what = tuple(tuple(group) for group in groups)
        return Judgement(verb=verb, what=what, undone=undone, who=self.who, day=self.day, why=self.why)


class Voice(Record):
    """How one paper knows somebody: all their mentions there, the one that tells most first."""

    path: str
    known: Known
    mentions: tuple[Spoken, ...]

    def telling(self, judged: Judged) -> list[Spoken]:
        """The mentions of which a judgement has to speak: the one that tells most, and those that earlier ones spoke of."""
        return [m for at, m in enumerate(self.mentions) if not at or m.name in judged.one]


def voices(near: Nearby, person: str) -> list[Voice]:
    """How the papers know a person, by path.

    Raises:
        UnknownName: nobody in the graph has this id.

    """
    edges = sorted(near.mentions([person]), key=lambda e: e.start)
    if not edges:
        raise UnknownName(f"There is nobody {person!r} in the graph any more.")
    printed: dict[str, str] = {}
    for claim in near.about([person]):
        printed |= _printed(claim)
    return [_voice(path_of(e.start), known, printed) for e in edges for known in known_in(e)]


def _printed(claim: Claim) -> dict[str, str]:
    """The printed forms of the people of a claim, by the lasting names of the mentions."""
    found: dict[str, str] = {}
    for mention, _ in claim.mentions:
        name = mention_id(claim.paper.path, mention)
        found |= {name: mention.label, digest(name, fold(mention.label)): mention.label}
    return found


def _voice(path: str, known: Known, printed: dict[str, str]) -> Voice:
    mentions = (Spoken(path=path, name=name, printed=printed.get(name, "")) for name in known.mentions)
    return Voice(path=path, known=known, mentions=tuple(sorted(mentions, key=lambda m: (-len(m.printed), m.name))))


def merge(graph: Readable, log: Sequence[Judgement], pair: tuple[str, str], signed: Signed, *, force: bool) -> list[Judgement]:
    """The judgement that two people are one.

    Raises:
        QueryError: they are one already; or they are two rows of one list, or one reports to the other, and ``force`` is not given.

    """
    near = Nearby(graph)
    if pair[0] == pair[1]:
        raise QueryError("Both names mean the same person in this graph already.")
    one, other = (voices(near, person) for person in pair)
    if not force:
        _refuse_two_rows(near, log, one, other)
        _refuse_two_seats(near, pair)
        _refuse_reporting(near, pair)
    judged = judged_by(log)
    return noted(log, [signed.judgement(Verb.SAME, (m for voice in (*one, *other) for m in voice.telling(judged)))])


def _refuse_two_rows(near: Nearby, log: Sequence[Judgement], one: Iterable[Voice], other: Iterable[Voice]) -> None:
    """Refuse to make one person of two rows of one list."""
    rows, judged = _by_path(one), judged_by(log)
    others = {path: names for path, names in _by_path(other).items() if path in rows}
    for path, claims in near.papers(others).items():
        people = read_paper(near.paper(path, claims), judged).roster.people
        entries = [e for person in people for e in person.entries]
        lists = [{name for e in entries if e.key in names for name in e.lists} for names in (rows[path], others[path])]
        if lists[0] & lists[1]:
            raise QueryError(
                f"{path} has both in one list, so that they are two people there; with --force they are one all the same."
            )


def _refuse_two_seats(near: Nearby, pair: tuple[str, str]) -> None:
    """Refuse to make one person of two whom one paper shows at one meeting under different names."""
    one, other = ({_seat(c): fold(c.statement.subject.label) for c in near.about([i]) if _was_there(c, i)} for i in pair)
    for path, meeting in sorted(one.keys() & other.keys()):
        if one[path, meeting] != other[path, meeting]:
            raise QueryError(
                f"{path} shows both at one meeting, so that they are two people there; with --force they are one all the same."
            )


def _was_there(claim: Claim, person: str) -> bool:
    return claim.statement.link == "ATTENDED" and claim.subject.ids == (person,) and len(claim.object.ids) == 1


def _seat(claim: Claim) -> tuple[str, str]:
    return claim.paper.path, claim.object.ids[0]


def _by_path(voices_: Iterable[Voice]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for voice in voices_:
        found.setdefault(voice.path, set()).update(m.name for m in voice.mentions)
    return found


def _refuse_reporting(near: Nearby, pair: tuple[str, str]) -> None:
    """Refuse to make one person of two of whom one reports to the other."""
    posts = [{e.end for e in near.edges_from([person], "HOLDS")} for person in pair]
    for own, others in (posts, posts[::-1]):
        for line in near.edges_from(own, "REPORTS_TO"):
            if line.end in others:
                below, above = (near.some([end])[0].properties["name"] for end in (line.start, line.end))
                raise QueryError(
                    f"One of them is {below}, who reports to the other, {above}; "
                    "if somebody was the one and then the other, --force makes them one person."
                )


def separate(graph: Readable, log: Sequence[Judgement], people: Sequence[str], signed: Signed) -> list[Judgement]:
    """The judgement that two people are not one; or of one person, that what each paper says is of somebody else.

    Where one paper alone speaks of that person, each of its mentions is of somebody else.

    Raises:
        QueryError: there is nothing to separate.

    """
    near, judged = Nearby(graph), judged_by(log)
    known = [voices(near, person) for person in dict.fromkeys(people)]
    if len(known) > 1:
        told = [[m for voice in voices_ for m in voice.telling(judged)] for voices_ in known]
        return noted(log, [signed.judgement(Verb.DIFFERENT, *told)])
    if len(people) > 1:
        raise QueryError("Both names mean one person in this graph: `sederunt separate` with that name alone takes them apart.")
    groups = _apart(known[0], judged)
    if len(groups) < 2:
        raise QueryError("There is nothing to separate: this is one mention, or one identifier.")
    return noted(log, [signed.judgement(Verb.DIFFERENT, *groups)])


def _apart(known: Sequence[Voice], judged: Judged) -> list[list[Spoken]]:
    """The mentions of a person, those together that stay one: those of each paper, or where there is one paper each alone."""
    if len(known) == 1:
        return [[mention] for mention in known[0].mentions]
    groups: dict[str, list[Spoken]] = {}
    for voice in known:
        groups.setdefault(voice.known.id, []).extend(voice.telling(judged))
    return list(groups.values())


def nobody(graph: Readable, log: Sequence[Judgement], person: str, signed: Signed) -> list[Judgement]:
    """The judgement that what was taken for a person is none.

    Raises:
        UnknownName: nobody in the graph has this id.

    """
    return noted(log, [signed.judgement(Verb.NOBODY, (m for voice in voices(Nearby(graph), person) for m in voice.mentions))])


def forget(graph: Readable, log: Sequence[Judgement], person: str, signed: Signed) -> list[Judgement]:
    """The judgement that nothing is kept of a person; it knows them by digests only.

    Raises:
        UnknownName: nobody in the graph has this id.

    """
    near = Nearby(graph)
    known = voices(near, person)
    papers = {document_id(voice.path) for voice in known}
    # Under whatever names the papers that come call a board: those that this graph has for one, and those of each paper by itself.
    alone = [read_paper(near.paper(path, claims)) for path, claims in near.papers([voice.path for voice in known]).items()]
    names = {name for voice in known for name in voice.known.mentions}
    people = [*(voice.known for voice in known), *(p for r in alone for p in r.people if not names.isdisjoint(p.mentions))]
    places = {tie for one in people for tie in one.ties if tie.startswith(("body:", "organisation:"))}
    world = {i for n in near.some(papers) for i in listed(n.properties.get("world"))} | {i for r in alone for i in r.world}
    places = places or world
    full = {form for voice in known for form in _full_forms(voice)}
    tags = {tag(form, tie) for form in full for tie in places | papers}
    tags |= {tag(m.printed, tie) for voice in known for m in voice.mentions if " " in key_of(m.printed) for tie in papers}
    digests = sorted(tags | {m.name for voice in known for m in voice.mentions})
    why = Blotter(frozenset(tags), papers).without(signed.why)
    spoken = [Spoken(path="", name=one) for one in digests]
    return noted(log, [signed.model_copy(update={"why": why}).judgement(Verb.FORGET, spoken)])


def _full_forms(voice: Voice) -> set[str]:
    """The forms of a full name under which somebody may stand in other papers."""
    printed = {fold(m.printed) for m in voice.mentions}
    told = {f"{n.given} {n.family}" for n in voice.known.names if n.full}
    told |= {f"{n.family} {n.given}" for n in voice.known.names if n.full}
    told |= {f"{n.given} {n.middle} {n.family}" for n in voice.known.names if n.full}
    return {form for form in printed | told if " " in key_of(form)}


def reject(graph: Readable, log: Sequence[Judgement], statement: str, signed: Signed) -> list[Judgement]:
    """The judgement that a paper does not say what was read from it: the statement with this id.

    Raises:
        UnknownName: there is no such statement.
        QueryError: it is rejected already.

    """
    near = Nearby(graph)
    within = {e.start: e.end for e in near.edges_from([statement], "IN_DOCUMENT")}
    if not within:
        raise UnknownName(
            f"There is no statement {statement!r} in the graph: `sederunt show DOCUMENT LINE` tells what was read."
        )
    (claim,) = near.claims_in(within)
    path, said = claim.paper.path, claim.statement
    name = statement_name(path, said)
    if name in judged_by(log).rejected.get(path, frozenset()):
        raise QueryError("This statement is rejected already: `sederunt judgements` lists what was decided.")
    return noted(log, [signed.judgement(Verb.REJECT, [Spoken(path=path, name=name, printed=said.evidence.quote)])])


def undo(log: Sequence[Judgement], number: int, signed: Signed) -> list[Judgement]:
    """The judgement that an earlier one counts no more; with number 0, the last of those that do.

    Raises:
        QueryError: there is no such judgement, or it does not count any more.

    """
    counting = [j.number for j in standing(log)]
    if not number and not counting:
        raise QueryError("There is no judgement to be taken back.")
    wanted = number or counting[-1]
    if not 1 <= wanted <= len(log):
        raise QueryError(f"There is no judgement {wanted}: `sederunt judgements` lists them.")
    if wanted in taken_back(log):
        raise QueryError(f"Judgement {wanted} is taken back already.")
    return noted(log, [signed.judgement(Verb.UNDO, undone=wanted)])


def about(log: Iterable[Judgement], voices_: Iterable[Voice]) -> list[Judgement]:
    """The judgements of a log that speak of one of these mentions, those that were taken back among them."""
    names = {m.name for voice in voices_ for m in voice.mentions}
    return [j for j in log if not names.isdisjoint(s.name for s in j.spoken)]
