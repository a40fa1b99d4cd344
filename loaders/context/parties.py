"""Who and what a sentence speaks of: the bodies, units, organisations, posts and people in it, in their order.

Short forms count: "the Board" for the paper's own or the last one named so, "It" for what the sentence before was about, initials in
capitals that the paper has declared ("Local Access Forum (LAF)").
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from sederunt.graph.kinds import BODY, ORGANISATION, PERSON, POST, UNIT
from sederunt.graph.lexicon import pairs, words
from sederunt.graph.names import fold, initials, parse_person, split_honorific
from sederunt.graph.statement import Mention
from sederunt.loaders.context.scene import Scene, person, thing
from sederunt.loaders.document import Span
from sederunt.loaders.naming.people import looks_like_person, surely_person
from sederunt.loaders.naming.runs import split_plural
from sederunt.loaders.naming.small import small_names
from sederunt.loaders.naming.wording import is_body, is_post
from sederunt.loaders.sentences.phrases import Phrase, find_names, find_runs
from sederunt.loaders.sentences.relations import office_of

_IT = re.compile(r"^It(?:s|\b(?!\s+(?:was|is|has been)\s+(?:\w+ly\s+)?\w+ed\s+that))\b")
_TO_IT = re.compile(
    r"\b(?:to|into|of|leads|chairs|convenes|heads|clerks)\s+(?P<it>it)\b(?=\s*(?:[.,;:]|$|(?:and|at|after|each|every|on|in)\b))"
)
"""What the sentence before was about, or what was named before in this, behind what it says: "The Grants Panel reports to it."."""
_SHORT = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Ii]ts)\s+(?:new\s+)?(?P<word>[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?)\b(?!\s+(?:of|for|on)\s+[A-Z]|\s+[A-Z])"
)
_SMALL = re.compile(
    r"(?:^|\b[Tt]h(?:e|is)\s+)(?P<name>(?:[Ww]orking|[Ss]teering|[Tt]ask|[Pp]roject|[Ss]ub)?[ -]?(?:group|party|committee|panel|board|forum|partnership|network))\b(?!\s+[A-Z]|-)",
    re.MULTILINE,
)
_DECLARED = re.compile(r"^\s*\((?:the\s+|hereafter\s+|known as\s+)?[“\"‘']?(?P<short>[A-Z][A-Za-z&]{1,7})[”\"’']?\)")
_SEVERAL = re.compile(
    r"\b(?:[Bb]oth|[Aa]ll|[Tt]he(?:se|\s+\w+)?|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|\d{1,2})\s+(?:\w+\s+)?(?P<what>[a-z-]+s)\b"
)


@dataclass(frozen=True, slots=True)
class Party:
    """Something that a sentence speaks of, with its place; ``several`` are the words for things told elsewhere ("three panels")."""

    mention: Mention | None
    start: int
    end: int
    several: str = ""

    @property
    def kind(self) -> str:
        """The kind of thing; empty of several that are told elsewhere."""
        return self.mention.kind if self.mention else ""


@dataclass
class Told:
    """What a paper has told so far: by what short names its bodies go, and what the last sentence was about."""

    scene: Scene
    named: list[Mention] = field(default_factory=list)
    before: tuple[Mention, ...] = ()
    topic: Mention | None = None
    posts: list[Mention] = field(default_factory=list)

    @cached_property
    def short(self) -> dict[str, Mention]:
        """The short names that the paper declares, each with the thing that has it."""
        found: dict[str, Mention] = {}
        for _, sentence in self.scene.prose():
            for phrase in find_names(sentence.text):
                if declared := _DECLARED.match(sentence.text[phrase.end :]):
                    found.setdefault(declared["short"], self.mention(phrase))
        return found

    def mention(self, phrase: Phrase) -> Mention:
        """The mention of a named thing: the paper's own body where the name is its own."""
        own = self.scene.body
        if own is not None and phrase.kind == BODY and is_own(phrase.text, own):
            return own
        return thing(phrase.kind, phrase.text)

    def parties(self, sentence: Span) -> list[Party]:
        """Whatever the sentence speaks of, in its order."""
        text = sentence.text
        found = _own(text, self.scene.body)
        _add(found, [Party(self.mention(p), p.start, p.end) for p in find_names(text) if not _in_title(text, p)])
        self.before = tuple(self.named)
        self.named += [p.mention for p in found if p.mention is not None]
        _add(found, self._short_forms(text, tuple(found)))
        if self.scene.meeting is None:
            _add(found, [Party(thing(n.kind, n.text), n.start, n.end) for n in small_names(text)])
        for run in find_runs(text):
            for part in _between(run, found):
                _add(found, self._posts_and_people(text, part))
        _add(found, [Party(None, m.start(), m.end(), m[0]) for m in _SEVERAL.finditer(text) if _is_class(m["what"])])
        found = _to_their_bodies(text, sorted(found, key=lambda party: party.start))
        self.posts += [p.mention for p in found if p.mention is not None and p.kind == POST]
        about = next((p.mention for p in found if p.kind in (BODY, UNIT, ORGANISATION)), None)
        self.topic = about or self.topic
        return found

    def several(self, party: Party) -> tuple[Mention, ...]:
        """The things that "Both committees" means: those of that sort that were named last before it."""
        count, what = party.several.lower().split()[0], fold(party.several.split()[-1].removesuffix("s"))
        sort = {fold(m.label): m for m in self.before if f" {what}" in f" {fold(m.label)}" and m is not self.scene.body}
        size = 2 if count == "both" else pairs("loaders", "numbers").get(count, count)
        return tuple(sort.values())[-int(size) :] if str(size).isdecimal() else tuple(sort.values())

    def _short_forms(self, text: str, named: tuple[Party, ...]) -> Iterable[Party]:
        it = _IT.match(text)
        if self.topic is not None and it:
            yield Party(self.topic, 0, it.end())
        for found in _TO_IT.finditer(text):
            if meant := _told_last(text[: found.start()], named, began=it is not None) or self.topic:
                yield Party(meant, found.start("it"), found.end())
        for found in _SMALL.finditer(text):
            meant = (
                self._called(found["name"].lower(), _until(found.start(), named))
                if fold(found["name"]) in words("loaders", "small_heads")
                else None
            )
            if meant is not None:
                yield Party(meant, found.start(), found.end())
        for found in re.finditer(r"(?:\b[Tt]he\s+)?\b(?P<short>[A-Z][A-Za-z&]{1,7})\b", text):
            if found["short"] in self.short:
                yield Party(self.short[found["short"]], found.start("short"), found.end())
        for found in _SHORT.finditer(text):
            meant = self._called(found["word"].lower(), _until(found.start(), named))
            if meant is not None:
                yield Party(meant, found.start(), found.end())

    def _called(self, word: str, here: tuple[Mention, ...]) -> Mention | None:
        """What "the Board" means: the paper's own board, else the one named last before it, ``here`` in the sentence or earlier."""
        own = [self.scene.body] if self.scene.body is not None else []
        meant = [
            m for m in (*own, *reversed((*self.before, *here)), *self.named) if f" {_stem(m.label)}".endswith(f" {fold(word)}")
        ]
        others = [m for m in self.scene.bodies if f" {_stem(m.label)}".endswith(f" {fold(word)}")]
        return meant[0] if meant else others[0] if len(others) == 1 else None

    def _posts_and_people(self, text: str, run: tuple[int, int]) -> Iterable[Party]:
        title, names = split_plural(Span(text[run[0] : run[1]], ((0, 1),)))
        start = run[1] - len(names.text)
        parting = r",\s+(?:and\s+)?(?:the\s+)?|\s+(?:and|&)\s+" if title else r",\s+(?:and\s+)?(?:the\s+)?|\s+and\s+the\s+"
        for at, name in _pieces(names.text, parting):
            if title:
                yield Party(person(name, "prose", honorific=title), start + at, start + at + len(name))
            else:
                yield from self._post_or_person(name, start + at)

    def _post_or_person(self, name: str, at: int) -> Iterable[Party]:
        bare = re.sub(
            r"(?:\s+(?:of|for|at|in|to|and|the))+\s*$", "", re.sub(r"^(?:\d+(?:\.\d+)*\s+)?(?:The\s+(?=\w))?", "", name)
        )
        bare = re.sub(r"^\s*(?:and|&)\s+(?=[A-Z])", "", bare)
        if not is_post(bare) or self._is_person(bare):
            bare = _without_openers(bare)
        at += name.find(bare)
        halves = list(_pieces(bare, r"\s+(?:and|&)\s+"))
        sent = list(_pieces(bare, r"\s+(?:of|from)\s+(?:the\s+)?"))[:1]
        people = next((pieces for pieces in (halves, [(0, bare)], sent) if all(self._is_person(one) for _, one in pieces)), [])
        if people:
            yield from (Party(person(one, "prose"), at + begin, at + begin + len(one)) for begin, one in people)
        elif is_post(bare) and not is_body(bare) and office_of(bare.lower()) in ("", "secretary"):
            yield Party(self._post(bare), at, at + len(bare))

    def _post(self, title: str) -> Mention:
        """A post; "the Secretary" is the Secretary to the Board who was named before."""
        known = next((m for m in reversed(self.posts) if m.label.startswith((f"{title} to ", f"{title} of "))), None)
        held = [m for m in self._titled if m.label.startswith(f"{title} (")]
        return known or (held[0] if len(held) == 1 else thing("Post", title, "chart"))

    @cached_property
    def _titled(self) -> tuple[Mention, ...]:
        """The posts found so far, each once."""
        found = {s.object.label: s.object for s in self.scene.found if s.link == "HOLDS" and s.object is not None}
        return tuple(found.values())

    def holder(self, party: Party) -> Party:
        """The party, or, where it is a post that one person is said to hold, that person in its place."""
        held = self._held.get(fold(party.mention.label), ()) if party.mention and party.kind == POST else ()
        return replace(party, mention=next(iter(held))) if len(held) == 1 else party

    def is_class(self, title: str) -> bool:
        """Whether a title stands for several that the paper tells apart: "a Corporate Director" where there is one for Place."""
        return any(other.startswith(f"{fold(title).removesuffix('s')} ") for other in self._held)

    def posts_of(self, parties: tuple[Party, ...]) -> tuple[Mention, ...]:
        """The post that each person among some parties is said to hold, where it is one."""
        names = {fold(p.mention.label) for p in parties if p.mention is not None and p.kind == PERSON}
        found = [s for s in self.scene.found if s.link == "HOLDS" and fold(s.subject.label) in names and s.object is not None]
        posts = {fold(s.object.label): s.object for s in found if s.object is not None}
        return tuple(posts.values()) if len(posts) == 1 else ()

    @cached_property
    def _held(self) -> dict[str, tuple[Mention, ...]]:
        """Who holds a post of each title, each person once."""
        found: dict[str, dict[str, Mention]] = {}
        for said in self.scene.found:
            if said.link == "HOLDS" and said.object is not None:
                found.setdefault(fold(said.object.label), {})[fold(said.subject.label)] = said.subject
        return {title: tuple(who.values()) for title, who in found.items()}

    def _is_person(self, name: str) -> bool:
        known = fold(name) in self.scene.known_names | self.scene.given_names or name in self._initials
        return known or surely_person(name) or (_titled(name) and looks_like_person(name))

    @cached_property
    def _initials(self) -> frozenset[str]:
        return frozenset(
            form for who in self.scene.people for form in (who.initials, *initials(parse_person(who.label))) if form
        )


def _until(at: int, named: tuple[Party, ...]) -> tuple[Mention, ...]:
    """What a sentence names before a place in it."""
    return tuple(party.mention for party in named if party.end <= at and party.mention is not None)


def _told_last(front: str, named: tuple[Party, ...], *, began: bool) -> Mention | None:
    """What "it" means behind words that say something of what they named last: "is a committee of the Board and reports to it".

    Args:
        front: the words in front of it.
        named: what the sentence names.
        began: whether the sentence began with another "It".
    """
    here = [p for p in named if p.end <= len(front) and p.kind in (BODY, ORGANISATION)]
    if not here or (len(here) < 2 and not began):
        return None
    subject = len(here) > 1 and _BESIDE.fullmatch(front[here[-2].end : here[-1].start]) is not None
    return None if subject else here[-1].mention


_BESIDE = re.compile(r"\s*(?:,|,?\s*(?:and|&))\s+(?:the\s+)?")
"""What stands between two things of which a sentence says the same."""


def _pieces(text: str, parting: str) -> Iterable[tuple[int, str]]:
    """(where it starts, the piece) for each piece of a text."""
    at = 0
    for gap in re.finditer(parting, text):
        yield at, text[at : gap.start()]
        at = gap.end()
    yield at, text[at:]


def is_own(name: str, own: Mention) -> bool:
    """Whether a name is that of the paper's own body, or "Forum meeting" in a paper of some forum."""
    said, known = without_meeting(name), without_meeting(own.label)
    if said in (known, known.removeprefix("full ")) or known.startswith(
        tuple(f"{said} {link} " for link in ("for", "of", "in", "on"))
    ):
        return True
    if len(said.split()) > 2 and known.endswith(f" {said}") and not re.search(r"[’']s\s", own.label):
        return True  # "Audit and Risk Committee" of "Fenwick Audit and Risk Committee"
    if re.fullmatch(r"(?:joint|municipal) \w+", said) and set(said.split()) <= set(known.split()):
        return True
    if re.fullmatch(r"(?:icb|trust|public|nhs) board", said) and known in ("board", "board of directors"):
        return True
    bare = said.removeprefix("full ")
    return (bare != fold(name) or " " not in bare) and known.split()[-1:] == bare.split()


def without_meeting(name: str) -> str:
    """The folded name of a body without "meeting" behind it."""
    return re.sub(r"(?<=\w) meetings?$", "", fold(name))


def own_places(own: Mention | None, text: str) -> list[tuple[int, int]]:
    """Where the paper's own body stands under its whole name, which may hold words that are in no other's."""
    if own is None or "/" in own.label or len(own.label.split()) < 2 or own.label.lower() not in text.lower():
        return []
    places = [found.span() for found in re.finditer(rf"(?<!\w){re.escape(own.label)}(?!\w)", text, re.IGNORECASE)]
    longer = [name for name in (find_names(text) if places else ()) if len(name.text) > len(own.label)]
    return [(start, end) for start, end in places if not any(n.start < end and start < n.end for n in longer)]


def _own(text: str, own: Mention | None) -> list[Party]:
    return [Party(own, start, end) for start, end in own_places(own, text)]


def _add(found: list[Party], more: Iterable[Party]) -> None:
    found += [party for party in more if not any(p.start < party.end and party.start < p.end for p in found)]


def _between(run: tuple[int, int], found: list[Party]) -> list[tuple[int, int]]:
    """The parts of a run of capitalised words that no name has taken."""
    parts, at = [], run[0]
    for party in sorted((p for p in found if run[0] <= p.start < run[1]), key=lambda p: p.start):
        parts.append((at, party.start))
        at = party.end
    return [(start, end) for start, end in (*parts, (at, run[1])) if end - start > 1]


def _in_title(text: str, phrase: Phrase) -> bool:
    """Whether a unit's name is part of a post's: "Director of Social Services"."""
    office = re.search(r"\b(?P<post>[A-Z][\w’'-]+)\s+(?:of|for)\s+$", text[: phrase.start])
    return phrase.kind == UNIT and office is not None and is_post(office["post"])


def _stem(label: str) -> str:
    """The name of a body without what it is on or for."""
    return fold(re.split(r"\s+(?:on|of|for|in)\s+", label)[0])


def _titled(name: str) -> bool:
    return bool(split_honorific(name)[0])


def _without_openers(name: str) -> str:
    tokens = name.split()
    while tokens and (tokens[0].lower() in words("loaders", "name_openers") and not split_honorific(name)[0]):
        tokens = tokens[1:]
    return name[name.find(tokens[0]) :] if tokens else ""


def _is_class(word: str) -> bool:
    return word.removesuffix("s") in words("loaders", "listed_things")


def _to_their_bodies(text: str, found: list[Party]) -> list[Party]:
    """The parties with "Secretary to the Commission" as one."""
    kept: list[Party] = []
    for party in found:
        before = kept[-1] if kept else None
        if (
            before
            and before.kind == POST
            and party.kind == BODY
            and re.fullmatch(
                r"\s+to\s+the\s+", text[before.end : party.start + 4 * (text[party.start : party.start + 4].lower() == "the ")]
            )
        ):
            kept[-1] = Party(thing("Post", text[before.start : party.end], "chart"), before.start, party.end)
        else:
            kept.append(party)
    return kept


def holders(parties: list[Party]) -> list[Mention]:
    """The people among some parties."""
    return [p.mention for p in parties if p.mention is not None and p.kind == PERSON]
