"""Which bodies, organisations and units of several papers are one, though papers call them by other names.

Equal names are one id before anything is compared. What else is known comes from what single papers tell (``Telling``): that a name
is short for another (an abbreviation that is declared, or that the paper uses so itself), whose body it is the paper of, that it
knows of several things which a short form may mean, and what it means by mentions of which people decided something. What people
decided is heard first, and no rule joins what they say is different. Nothing depends on the order in which the papers tell it, and
what has no id in common, and of which nothing is decided together, does not touch.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Literal, NamedTuple, TypeVar

from sederunt.graph.judged import NOTHING_JUDGED, Judged
from sederunt.graph.structures import Telling, contrary, foreign, fullness, homed, in_front, is_usual, opposed, place_of

Verdict = Literal["same", "different", "ask"]
K = TypeVar("K")
V = TypeVar("V")

_SAID = "somebody decided so"


class Compared(NamedTuple):
    """What came of comparing two things that may be one, with the reason."""

    one: str
    other: str
    verdict: Verdict
    reason: str


class Voice(NamedTuple):
    """What one paper calls by one name, of which somebody decided something."""

    path: str
    name: str
    """The id that it has by the paper alone."""


@dataclass(frozen=True)
class Joined:
    """Which things are one."""

    final: Mapping[str, str] = field(default_factory=dict)
    """For the id that a paper by itself gives a thing: the id of what it is."""
    homes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """For short forms: the organisations of what they are short for."""
    placed: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """For a name, by place: the id of what is called so with the place in front, and is meant by it in the papers of that place; where
    there is one place only, and few have such a name, also in papers that tell none."""
    voiced: Mapping[Voice, str] = field(default_factory=dict)
    """The ids of what people decided of, whatever others mean by that name."""
    compared: tuple[Compared, ...] = ()

    def of(self, name: str, home: str, path: str = "", place: str = "") -> str:
        """The id of the thing that the paper at a path calls by this id; ``home`` and ``place`` are its own, if it tells them."""
        if voiced := self.voiced.get(Voice(path, name)):
            return voiced
        if home and (placed := self.final.get(homed(name, home))):
            return placed
        if home and foreign([home], self.homes.get(name, frozenset())):
            return name
        places = self.placed.get(name, _NOWHERE)
        alone = len(places) == 1 and not (home or place or is_usual(name))
        meant = next(iter(places.values())) if alone else places.get(place, name)
        return self.final.get(meant, meant)

    def tells(self, name: str) -> tuple[str, frozenset[str], Mapping[str, str]]:
        """All that hangs on an id."""
        return self.final.get(name, ""), self.homes.get(name, frozenset()), self.placed.get(name, _NOWHERE)

    def meant_by(self, name: str) -> set[str]:
        """The ids of all that papers may mean by an id."""
        return {self.final.get(one, one) for one in (name, *self.placed.get(name, _NOWHERE).values())}


_NOWHERE: Mapping[str, str] = {}
NOTHING_JOINED = Joined()


def join_things(tellings: Iterable[Telling], judged: Judged = NOTHING_JUDGED) -> Joined:
    """Which things are one, from what papers tell and people decided."""
    told = sorted(set(tellings))
    return _Joining(told, judged).joined() if told else NOTHING_JOINED


class _Joining:
    """Things on the way to being put together."""

    def __init__(self, told: Collection[Telling], judged: Judged) -> None:
        own = [t for t in told if t.sort == "of"]
        self.judged = judged
        self.homes = _gathered((t.one, t.home) for t in own)
        self.split = {name for name, homes in self.homes.items() if opposed(homes, homes)}
        self.shorts = _gathered((t.one, self._long(t)) for t in told if t.sort == "short")
        self.local = _gathered((homed(t.one, t.home), self._long(t)) for t in told if t.sort == "short" and t.home)
        self.apart = _gathered((t.one, t.other) for t in told if t.sort == "apart")
        self.fronts = sorted((t.one, t.home, t.other) for t in told if t.sort == "front")
        self.voices = _Voices([t for t in told if t.sort == "said"], judged)
        self.printed = {name for t in told for name in self._printed(t)}
        self.group: dict[str, set[str]] = {}
        self.places = {homed(t.one, t.home): {t.home} for t in own}
        self.compared: list[Compared] = []

    def joined(self) -> Joined:
        """What comes of it."""
        self._hear()
        for name in sorted(self.homes):
            self._placed(name)
        for short in sorted(self.shorts, key=fullness):
            self._short(short)
        for short in sorted(self.local.keys() - self.group.keys()):
            if len(longs := self._different(self.local[short])) == 1:
                self._link(short, longs[0], "short for it in a paper of that organisation")
        placed = self._in_places()
        final = {name: self._final_of(group) for name, group in self.group.items()}
        abroad = {name: self._homes_of(name) for name in self.shorts.keys() & final.keys()}
        return Joined(
            {name: meant for name, meant in final.items() if name != meant or "/" in name},
            {name: homes for name, homes in abroad.items() if homes},
            placed,
            {voice: final[name] for name, voice in self.voices.of.items()},
            tuple(self.compared),
        )

    def _hear(self) -> None:
        """Bring together what people say is one, and with each thing all that goes by its name, unless that names several now."""
        for group in self.voices.groups():
            first: list[str] = []
            for one in group:
                other = next((other for other in first if not self._differ(other, one)), "")
                if other:
                    self._link(other, one, _SAID)
                else:
                    first.append(one)
        for name, voices in sorted(_gathered((self._node(voice), voice) for voice in self.voices.of).items()):
            clashing = {v for pair in combinations(sorted(voices), 2) if self._differ(*pair) for v in pair}
            for voice in sorted(voices - clashing):
                self._link(name, voice, "one name")

    def _node(self, voice: str) -> str:
        """The id under which other papers speak of what a voice calls so."""
        name, home = self.voices.of[voice].name, self.voices.homes[voice]
        return homed(name, home) if home and name in self.split else name

    def _placed(self, name: str) -> None:
        """Put a body under the organisation whose it is; where those of several papers cannot be one, under each."""
        homes = sorted(self.homes[name])
        for home in homes:
            like = next(h for h in homes if h == home or not set(place_of(h)).isdisjoint(place_of(home)))
            self._link(homed(name, home), homed(name, like) if name in self.split else name, "one name")
            for longer in sorted(in_front(name, home)):
                self._link(longer, homed(name, home), "the organisation stands in front")
        for one, other in ((a, b) for a in homes for b in homes if a < b and contrary(a, b)):
            if self._of(homed(name, one)) is not self._of(homed(name, other)):
                self._note(homed(name, one), homed(name, other), "different", f"one is of {one}, one of {other}")

    def _short(self, short: str) -> None:
        """Put a short form, or that of each organisation, to what it is short for, where that is one thing."""
        homes = self.homes.get(short, set())
        if short not in self.split:
            self._meant(short, homes, self._different(self.shorts[short]))
            return
        for home in sorted(homes):
            self._meant(homed(short, home), {home}, self._different(self.shorts[short]))

    def _meant(self, short: str, homes: set[str], longs: Sequence[str]) -> None:
        fits = [long for long in longs if not foreign(homes, self._homes_of(long))]
        for long in longs:
            if long not in fits:
                self._note(short, long, "different", "of other organisations")
        decided = [long for long in fits if self._differ(short, long)]
        for long in decided:
            self._note(short, long, "different", _SAID)
        fits = [long for long in fits if long not in decided]
        if any(self._of(short) is self._of(long) for long in fits):
            return
        fits = [long for long in fits if homes & self._homes_of(long)] or fits
        # Of several, that one is not meant does not tell that another is.
        if len(fits) == 1 and not decided and not self._are_apart(short, fits[0]):
            self._link(short, fits[0], "short for it")
            return
        reason = (
            "is short for several"
            if len(fits) + len(decided) > 1
            else "stands in a paper that knows several for which it may be short"
        )
        for long in fits:
            self._note(short, long, "ask", reason)

    def _in_places(self) -> dict[str, dict[str, str]]:
        """What names mean in the papers of a place, where something bears the name with the place in front, and nothing else is told."""
        found: dict[str, dict[str, str]] = {}
        for name, place, longer in self.fronts:
            if self._of(name) is self._of(longer):
                continue
            if self._differ(name, longer):
                self._note(name, longer, "different", _SAID)
                continue
            if len(self._of(name) - self.voices.of.keys()) == 1 and not self._are_apart(name, longer):
                found.setdefault(name, {})[place] = longer
                self._note(name, longer, "same", f"in papers of {place.title()}")
            self._note(name, longer, "ask", f"may be that of {place.title()}")
        return found

    @staticmethod
    def _printed(t: Telling) -> set[str]:
        return {t.other} if t.sort == "front" else {name for name in (t.one, t.other if t.sort != "said" else "") if name}

    def _long(self, t: Telling) -> str:
        return homed(t.other, t.home) if t.home and t.other in self.split else t.other

    def _different(self, names: Iterable[str]) -> list[str]:
        """One name of each of the things that bear these names."""
        return sorted({id(self._of(name)): name for name in sorted(names, reverse=True)}.values())

    def _of(self, name: str) -> set[str]:
        return self.group.setdefault(name, {name})

    def _homes_of(self, name: str) -> frozenset[str]:
        return frozenset().union(*(self.places.get(other, ()) for other in self._of(name)))

    def _are_apart(self, one: str, other: str) -> bool:
        pairs = ((self._of(one), self._of(other)), (self._of(other), self._of(one)))
        return any(not self.apart.get(name, set()).isdisjoint(others) for some, others in pairs for name in some)

    def _differ(self, one: str, other: str) -> bool:
        """Whether people say that two things are not one."""
        some, others = self._of(one), self._of(other)
        return some is not others and self.judged.differ(self.voices.spoken(some), self.voices.spoken(others))

    def _link(self, one: str, other: str, reason: str) -> None:
        whole, part = self._of(one), self._of(other)
        if whole is part:
            return
        if self._differ(one, other):
            self._note(one, other, "different", _SAID)
            return
        whole |= part
        self.group.update(dict.fromkeys(part, whole))
        self._note(one, other, "same", reason)

    def _note(self, one: str, other: str, verdict: Verdict, reason: str) -> None:
        self.compared.append(Compared(one, other, verdict, reason))

    def _final_of(self, group: Collection[str]) -> str:
        """The fullest of the names that papers print; where there are namesakes, that with its organisation."""
        plain = [name for name in group if name not in self.voices.of]
        named = [name for name in plain if name in self.printed - self.split] or [name for name in plain if "/" in name]
        return min(named or plain or group, key=fullness)


class _Voices:
    """What papers call so of which people decided something; each has an id of its own, for where its name means something else."""

    def __init__(self, said: Iterable[Telling], judged: Judged) -> None:
        mentions = _gathered((Voice(judged.paths.get(t.other, ""), t.one), t.other) for t in said)
        self._mentions = {homed(voice.name, min(names)): frozenset(names) for voice, names in mentions.items()}
        self.of = {homed(voice.name, min(names)): voice for voice, names in mentions.items()}
        """By id."""
        by_mention = {(t.one, t.other): t.home for t in said}
        self.homes = {name: by_mention[voice.name, min(self._mentions[name])] for name, voice in self.of.items()}
        """The organisation that the paper is of."""
        self._judged = judged

    def groups(self) -> list[list[str]]:
        """Those that are said to be one; of different kinds nothing can be."""
        found: dict[tuple[str, str], set[str]] = {}
        for name, mentions in self._mentions.items():
            for mention in mentions & self._judged.one.keys():
                found.setdefault((name.partition(":")[0], min(self._judged.one[mention])), set()).add(name)
        return [sorted(found[key]) for key in sorted(found)]

    def spoken(self, names: Iterable[str]) -> frozenset[str]:
        """The mentions that people spoke of, of all these."""
        return frozenset().union(*(self._mentions[name] for name in names if name in self._mentions))


def _gathered(pairs: Iterable[tuple[K, V]]) -> dict[K, set[V]]:
    found: dict[K, set[V]] = {}
    for name, other in pairs:
        found.setdefault(name, set()).add(other)
    return found
