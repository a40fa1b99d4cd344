"""Which body, organisation, unit or post a printed name means inside one paper."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from sederunt.graph.joining import NOTHING_JOINED, Joined
from sederunt.graph.kinds import BODY, MEETING, ORGANISATION, POST, UNIT
from sederunt.graph.lexicon import words
from sederunt.graph.names import slug
from sederunt.graph.statement import Mention, Paper, Statement, digest
from sederunt.graph.structures import Telling, front, has_front, is_of_place, place_of, without_front

STRUCTURE = (BODY, UNIT, ORGANISATION)
"""The kinds that share names, the likeliest first where the statements of a paper are evenly divided."""

_OF_BODIES = frozenset({"MEETING_OF", "SITS_ON"})
_MEETS = 1_000_000
_BRACKETS = re.compile(r"^(?P<name>.{6,}?)\s*\((?:the\s+)?[\"“‘']?(?P<short>[A-Z][a-z&]*[A-Z][A-Za-z&]*)[\"”’']?\)$")
_PLAIN = {BODY: "plain_bodies", ORGANISATION: "plain_organisations", UNIT: "plain_units"}
_SMALL = frozenset({"of", "and", "the", "for", "in", "on", "to"})


_SPELLINGS = {
    "co ordinating": "coordinating",
    "co ordination": "coordination",
    "ctte": "committee",
    "cttee": "committee",
    "cttees": "committees",
    "subcommittee": "sub committee",
    "subcommittees": "sub committees",
    "subcttee": "sub committee",
    "subgroup": "sub group",
    "subgroups": "sub groups",
    "well being": "wellbeing",
}
_SPELT = re.compile(rf"\b(?:{'|'.join(_SPELLINGS)})\b")
_SITTING = re.compile(r"(?<=\w) (board|committee|forum|group|panel|partnership) meetings?$")


@cache
def name_key(text: str) -> str:
    """The form by which names of things are equal.

    It is folded, without a leading "the" and without "and" (which dumps lose), and words that are spelled in several ways are
    spelled in one; a board's meeting is the board.
    """
    tokens = slug(declared(text)[0]).split("-")
    kept = [word for at, word in enumerate(tokens) if word != "and" and not (at == 0 and word == "the")]
    plain = " ".join(kept) or " ".join(tokens)
    return _SITTING.sub(r" \1", _SPELT.sub(lambda found: _SPELLINGS[found[0]], plain)) or f"x{digest(text)}"


def name_slug(text: str) -> str:
    """The part of an id that stands for a name."""
    return name_key(text).replace(" ", "-")


@cache
def paper_slug(path: str) -> str:
    """The part of an id that keeps a thing to its paper; no two papers share it."""
    return f"{slug(path)}-{digest(path)[:6]}"


@cache
def is_plain(kind: str, key: str) -> bool:
    """Whether a name of this kind tells nothing outside its own paper ("steering group", "the Council", "Finance")."""
    plain = words("graph", _PLAIN[kind])
    return all(word in plain or word in _SMALL for word in key.split())


@cache
def declared(text: str) -> tuple[str, str]:
    """A name and the abbreviation that it declares in brackets, or nothing: ``Kent Children's Trust (KCT)``."""
    found = _BRACKETS.match(text.strip())
    if found and found["short"][0] == found["name"].removeprefix("The ").removeprefix("the ")[0].upper():
        return found["name"], found["short"]
    return text, ""


@dataclass(frozen=True)
class Things:
    """The names of one paper: what kind each is, which short forms mean which, and what belongs to what."""

    path: str
    kinds: Mapping[str, str]
    roots: Mapping[str, str]
    above: Mapping[str, frozenset[str]]
    own: str = ""
    """The key of the body whose paper this is."""
    seats: Mapping[str, str] = field(default_factory=dict)
    """Of each title that the paper prints in one place only: that place. Elsewhere in the paper the title alone means that post."""
    posts: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The ids of the posts that bear a title."""
    home: str = ""
    """The organisation that the paper's head names, as in an id; empty where it names none, or several."""
    place: str = ""
    """The place of whose bodies the paper speaks, as in an id; empty where it tells none."""
    tellings: frozenset[Telling] = frozenset()
    """What the paper tells other papers of how bodies, organisations and units are called."""
    joined: Joined = NOTHING_JOINED
    """Which things are one for all papers."""

    def kind(self, text: str) -> str:
        """The kind of the thing that a name means, or nothing if the paper names no such thing."""
        return self.kinds.get(self.root(text), "")

    def root(self, text: str) -> str:
        """The key of the fullest form of a name."""
        key = name_key(text)
        return self.roots.get(key, key)

    def id(self, mention: Mention) -> str:
        """The id of the body, organisation or unit that a mention means."""
        if mention.key:
            return f"{mention.kind.lower()}:{digest('key', mention.key)}"
        root = self.root(mention.label)
        kind = self.kinds.get(root, mention.kind)
        return self._unit(root, mention.within) if kind == UNIT else self._named(kind, root)

    def ids(self, mention: Mention) -> tuple[str, ...]:
        """The ids that a mention can mean: of a unit that the paper has in several places, all of them."""
        if mention.key:
            return (self.id(mention),)
        root = self.root(mention.label)
        places = self.above.get(root, frozenset()) if self.kinds.get(root) == UNIT and not mention.within else frozenset()
        return tuple(sorted(self._unit(root, place) for place in places)) or (self.id(mention),)

    def named(self, text: str) -> str:
        """The id of the body, organisation or unit of this name, or nothing if the paper names no such thing."""
        root = self.root(text)
        kind = self.kinds.get(root)
        return "" if kind is None else self._unit(root, "") if kind == UNIT else self._named(kind, root)

    def post(self, mention: Mention) -> str:
        """The id of the post that a mention means."""
        if mention.key:
            return f"post:{digest('key', mention.key)}"
        within = mention.within or self.seats.get(name_key(mention.label), "")
        place = self._chain(self.root(within), ()) if within else (paper_slug(self.path),)
        return f"post:{'/'.join(place)}/{name_slug(mention.label)}"

    def body_of(self, meeting: Mention) -> str:
        """The id of the body whose sitting a mention of a meeting means; empty where the paper does not say."""
        root = self.root(meeting.body) if meeting.body else self.own
        return self._named(BODY, root) if root and self.kinds.get(root, BODY) == BODY else ""

    def printed(self, meeting: Mention) -> str:
        """The id that the body of a meeting would have if there were no other paper."""
        return replace(self, joined=NOTHING_JOINED).body_of(meeting)

    def _named(self, kind: str, root: str) -> str:
        return self.final(self.local(root, kind))

    def final(self, name: str) -> str:
        """The id of what has this id by the paper alone."""
        return self.joined.of(name, self.home, self.path, self.place)

    def alone(self, mention: Mention) -> str:
        """The one id that a mention would have if there were no other paper; nothing where the paper knows several, or an identifier."""
        names = () if mention.key else replace(self, joined=NOTHING_JOINED).ids(mention)
        return names[0] if len(names) == 1 else ""

    def locals(self) -> set[str]:
        """All ids that its names would have if there were no other paper."""
        alone = replace(self, joined=NOTHING_JOINED)
        placed = {alone._unit(root, place) for root, places in self.above.items() for place in places}
        return placed | {self.local(root, kind) for root, kind in self.kinds.items()}

    def local(self, root: str, kind: str) -> str:
        """The id that a key of a kind would have if there were no other paper."""
        home = f"{paper_slug(self.path)}/" if is_plain(kind, root) else ""
        return f"{kind.lower()}:{home}{root.replace(' ', '-')}"

    def _unit(self, root: str, within: str) -> str:
        above = self.root(within) if within else self._only_parent(root)
        if not above:
            return self._named(UNIT, root)
        return self.final(f"unit:{'/'.join((*self._chain(above, (root,)), root.replace(' ', '-')))}")

    def _chain(self, root: str, seen: tuple[str, ...]) -> tuple[str, ...]:
        above = self._only_parent(root)
        upper = self._chain(above, (*seen, root)) if above and above not in (*seen, root) else ()
        home = (paper_slug(self.path),) if not upper and is_plain(self.kinds.get(root, UNIT), root) else ()
        return (*upper, *home, root.replace(" ", "-"))

    def _only_parent(self, root: str) -> str:
        parents = self.above.get(root, frozenset())
        return next(iter(parents)) if len(parents) == 1 and self.kinds.get(root) == UNIT else ""


def read_things(paper: Paper) -> Things:
    """The bodies, organisations, units and posts that a paper names, but for those that it knows by identifiers."""
    mentions = [m for s in paper.statements for m in (s.subject, s.object) if m is not None and not m.key]
    own = _own_body(mentions)
    voted = _vote(paper.statements)
    roots, contested = _short_forms(voted, [m.label for m in mentions if m.kind in STRUCTURE], name_key(own) if own else "")
    kinds = {root: voted[root] for root in {roots.get(key, key) for key in voted}}
    above = _parents(paper, mentions, roots)
    things = Things(paper.path, kinds, roots, above, roots.get(name_key(own), name_key(own)) if own else "", _seats(mentions))
    things = replace(things, posts=_posts(things, mentions), home=_home(things, mentions))
    things = replace(things, place=_place(things, mentions))
    return replace(things, tellings=_tellings(things, paper, contested))


def _home(things: Things, mentions: Iterable[Mention]) -> str:
    """The one organisation that the head of a paper names above the body whose paper it is."""
    heads = _heads(things, mentions)
    named = [root for root in heads if things.kinds.get(root) == ORGANISATION and not is_plain(ORGANISATION, root)]
    return named[0].replace(" ", "-") if len(heads) == len(named) == 1 and things.kinds.get(things.own) == BODY else ""


def _place(things: Things, mentions: Iterable[Mention]) -> str:
    """The place in front of the body whose paper it is, or of the council that its head names.

    A paper of no body, as a staff list or a chart, is of the one place that it tells at all.
    """
    organisations = {root for root, kind in things.kinds.items() if kind == ORGANISATION}
    heads = _heads(things, mentions)
    bodies = [things.own] if things.own else [] if heads else [root for root, kind in things.kinds.items() if kind == BODY]
    councils = [root for root in (heads if things.own or heads else organisations) if root.split()[-1] in _GOVERNS]
    places = {front(things.local(root, BODY)) for root in bodies}
    places = (places | {"-".join(place_of(root.replace(" ", "-"))) for root in councils}) - {""}
    return "" if not places else min(places) if len(places) == 1 else SEVERAL


def _heads(things: Things, mentions: Iterable[Mention]) -> set[str]:
    """The organisations that the head of a paper names, but for its own body."""
    return {things.root(m.label) for m in mentions if m.kind == ORGANISATION and m.section == "head"} - {things.own}


SEVERAL = "?"
"""Stands for the place of a paper that tells several."""
_GOVERNS = frozenset({"authority", "borough", "corporation", "council"})


def _tellings(things: Things, paper: Paper, contested: Mapping[str, frozenset[str]]) -> frozenset[Telling]:
    """What a paper tells of names; ``contested`` are those that may be short for several others, with these."""
    named = {things.root(m.label) for m in paper.mentions if m.kind in STRUCTURE and not m.key}
    fit = {root: things.kinds[root] for root in named & things.kinds.keys() if _is_known_abroad(things, root)}
    places = {root.replace(" ", "-") for root, kind in things.kinds.items() if kind == ORGANISATION} | {things.home} - {""}
    own = [things.own] if things.home and fit.get(things.own) == BODY else []
    found = {Telling("of", things.local(root, BODY), "", things.home) for root in own}
    for short, root in things.roots.items():
        if root in fit and not is_plain(fit[root], short) and _is_short_abroad(short, root, fit[root], places):
            home = things.home if root == things.own else ""
            found.add(Telling("short", things.local(short, fit[root]), things.local(root, fit[root]), home))
    fronted = (without_front(things.local(root, BODY)) for root, kind in fit.items() if kind == BODY)
    found |= {t for t in fronted if t and not is_plain(BODY, t.one.partition(":")[2].replace("-", " "))}
    for short in contested.keys() & fit.keys():
        found |= {
            Telling("apart", things.local(short, fit[short]), things.local(other, fit[short])) for other in contested[short]
        }
    return frozenset(found)


def _is_known_abroad(things: Things, root: str) -> bool:
    """Whether other papers may name a thing too, and its id does not tell what it is part of."""
    kind = things.kinds[root]
    return not is_plain(kind, root) and not (kind == UNIT and things.above.get(root))


def _is_short_abroad(short: str, long: str, kind: str, places: Iterable[str]) -> bool:
    """Whether what a paper uses for short is no more than that: an acronym, or what stands behind the place or the organisation."""
    if " " not in short:
        return len(short) > 2 and not long.endswith(f" {short}")
    if long.endswith(f" {short}"):
        return kind == BODY and has_front(long.removesuffix(f" {short}"), places)
    return kind == ORGANISATION and is_of_place(short, long)


def _own_body(mentions: Iterable[Mention]) -> str:
    """The printed name of the body whose minutes these are: that of most of the paper's own meetings."""
    names = Counter(m.body for m in mentions if m.kind == MEETING and m.section == "this" and m.body)
    return min(names, key=lambda name: (-names[name], name)) if names else ""


def _vote(statements: Iterable[Statement]) -> dict[str, str]:
    """The kind of each name: what most statements take it for, but whatever meets or has members is a body."""
    votes: dict[str, Counter[str]] = {}
    for s in statements:
        for m in (s.subject, s.object):
            if m is None or m.key:
                continue
            if m.kind in STRUCTURE:
                votes.setdefault(name_key(m.label), Counter())[m.kind] += (
                    _MEETS if m is s.object and s.link in _OF_BODIES else 1
                )
            elif m.kind == MEETING and m.body:
                votes.setdefault(name_key(m.body), Counter())[BODY] += _MEETS
    return {key: min(found, key=lambda kind: (-found[kind], STRUCTURE.index(kind))) for key, found in votes.items()}


def _short_forms(kinds: Mapping[str, str], labels: Iterable[str], own: str) -> tuple[dict[str, str], dict[str, frozenset[str]]]:
    """For each name that is a short form of one other: the key of that other. And those that may be of several, with these."""
    contested: dict[str, frozenset[str]] = {}
    roots = {
        name_key(short): name_key(label) for label in sorted(set(labels)) if (short := declared(label)[1]) and name_key(label)
    }
    for key in sorted(kinds, key=lambda k: (-len(k.split()), -len(k), k)):
        if key not in roots and (longs := _long_forms(key, kinds, roots, own)):
            if len(longs) == 1:
                roots[key] = longs[0]
            else:
                contested[key] = frozenset(longs)
    return {key: _last(key, roots) for key in roots}, contested


def _long_forms(key: str, kinds: Mapping[str, str], roots: Mapping[str, str], own: str) -> list[str]:
    """The longer names that this is a short form of."""
    trimmed = {other for other in kinds if kinds[other] == kinds[key] != UNIT}
    fits = [other for other in kinds if other != key and _shortens(key, other, trimmed=other in trimmed)]
    fits += [other for other in kinds if other != key and kinds[other] == kinds[key] == BODY and _bag(other) == _bag(key)]
    if own != key and own.endswith(f" {key}") and (is_plain(BODY, key) or is_plain(ORGANISATION, key)):
        return [own]
    longer = sorted({_last(other, roots) for other in fits} - {key})
    return [own] if len(longer) > 1 and is_plain(kinds[key], key) and own in longer else longer


def _last(key: str, roots: Mapping[str, str]) -> str:
    seen = {key}
    while key in roots and roots[key] not in seen:
        key = roots[key]
        seen.add(key)
    return key


def _shortens(short: str, long: str, *, trimmed: bool) -> bool:
    """Whether one name is an acronym of another or, where ``trimmed`` forms count, the other with words left out."""
    some, all_ = short.split(), long.split()
    if len(some) == 1 and len(short) >= 3 and short in acronyms(all_):
        return True
    if not trimmed or some[-1] != all_[-1] or len(some) >= len(all_) or ("sub" in all_) > ("sub" in some):
        return False
    return _in_order(some, all_) or (len(some) == 2 and len(some[0]) >= 3 and _leads(some[0], all_[:-1]))


def _bag(key: str) -> frozenset[str]:
    """The words of a name in no order and no number, by which "Board of Trustees" and "Trustee Board" are one."""
    return frozenset("committee" if word == "cttee" else word.removesuffix("s") for word in key.split() if word not in _SMALL)


def _in_order(some: list[str], all_: list[str]) -> bool:
    rest = iter(all_)
    return all(word in rest for word in some)


def acronyms(tokens: list[str]) -> tuple[str, str]:
    """The initials of the words of a name, with and without those that only join them."""
    return "".join(w[0] for w in tokens), "".join(w[0] for w in tokens if w not in _SMALL)


def _leads(acronym: str, tokens: list[str]) -> bool:
    """Whether an acronym stands for neighbouring words of a name ("SLIS" in "Essex School-Led Improvement System Project")."""
    return any(acronym in form for form in acronyms(tokens))


def _parents(paper: Paper, mentions: Iterable[Mention], roots: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """What each unit is within, as printed beside it; else the one thing that a statement makes it part of."""
    printed = _above([(m.label, m.within) for m in mentions if m.kind == UNIT and m.within], roots)
    stated = [(s.subject.label, s.object.label) for s in paper.statements if s.object is not None and _nests(s)]
    return {key: found for key, found in _above(stated, roots).items() if len(found) == 1} | printed


def _nests(statement: Statement) -> bool:
    return (
        statement.link == "PART_OF"
        and statement.subject.kind == UNIT
        and not (statement.subject.within or statement.subject.key)
    )


def _above(pairs: Iterable[tuple[str, str]], roots: Mapping[str, str]) -> dict[str, frozenset[str]]:
    above: dict[str, set[str]] = {}
    for below, upper in pairs:
        one, other = (_last(name_key(name), roots) for name in (below, upper))
        if one != other:
            above.setdefault(one, set()).add(other)
    return {key: frozenset(found) for key, found in above.items()}


def _seats(mentions: Iterable[Mention]) -> dict[str, str]:
    """The place of each title that has one place in the paper and says more than a bare job ("Governor") does."""
    found: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.kind == POST and mention.within:
            found.setdefault(name_key(mention.label), set()).add(mention.within)
    return {title: min(places) for title, places in found.items() if len({name_key(p) for p in places}) == 1 and " " in title}


def _posts(things: Things, mentions: Iterable[Mention]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.kind == POST:
            found.setdefault(name_key(mention.label), set()).add(things.post(mention))
    return {key: frozenset(ids) for key, ids in found.items()}
