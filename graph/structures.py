"""Which bodies, organisations and units of several papers are one, though papers call them by other names.

Equal names are one id before anything is compared. What else is known comes from what single papers tell, as ``Telling``s: that a
name is short for another (an abbreviation that is declared, or that the paper uses so itself), whose body it is the paper of, and
that it knows of several things which a short form may mean. Nothing depends on the order in which the papers tell it, and what has no
id in common does not touch.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal, NamedTuple

from sederunt.graph.lexicon import words

Verdict = Literal["same", "different", "ask"]

_SMALL = frozenset({"of", "and", "the", "for", "in", "on", "to"})
_WHOLE = frozenset(
    "academy agency association authority charity college commission company corporation council federation foundation partnership"
    " school society trust union university".split()
)
"""The last words of organisations that have committees of their own: what is of the one is not of another."""


class Telling(NamedTuple):
    """What one paper tells of how things are called.

    ``of``: ``one`` is the body whose paper it is, and ``home`` the organisation that the paper is of. ``short``: ``one`` is short for
    ``other``. ``apart``: ``one`` may mean ``other`` and something else. ``home`` is empty where the paper is of no organisation.
    """

    sort: Literal["of", "short", "apart"]
    one: str
    other: str = ""
    home: str = ""

    @property
    def text(self) -> str:
        """The telling as it is kept in a graph."""
        return "|".join(self)

    @property
    def subject(self) -> str:
        """The id of the thing of which the paper speaks, as far as the paper alone can tell."""
        return self.other if self.sort == "short" else self.one

    @property
    def ids(self) -> set[str]:
        """Every id that it speaks of, printed or not."""
        plain = {name for name in (self.one, self.other) if name}
        if not self.home:
            return plain
        placed = {homed(name, self.home) for name in plain}
        return plain | placed | (in_front(self.one, self.home) if self.sort == "of" else set())


def telling_of(text: str) -> Telling:
    """The telling that was kept as this text."""
    sort, *rest = text.split("|")
    return Telling(sort, *rest)  # type: ignore[arg-type]  # as it was written


def homed(name: str, home: str) -> str:
    """The id of a thing that is an organisation's, told from its namesakes."""
    kind, _, rest = name.partition(":")
    return f"{kind}:{home}/{rest}"


def unplaced(name: str) -> str:
    """The id of a thing, and of its namesakes, without the organisation whose it is."""
    kind, _, rest = name.partition(":")
    return f"{kind}:{rest.rpartition('/')[2]}"


def in_front(name: str, home: str) -> set[str]:
    """The ids under which a thing stands that is called with its organisation, or the place of that, in front."""
    kind, _, rest = name.partition(":")
    return {f"{kind}:{'-'.join((*front, rest))}" for front in (place_of(home), home.split("-")) if front}


@cache
def place_of(home: str) -> tuple[str, ...]:
    """The words of an organisation's name that tell which it is: ``tarnhithe`` of "Tarnhithe Borough Council"."""
    plain = words("graph", "plain_organisations")
    return tuple(word for word in home.split("-") if word not in plain and word not in _SMALL)


def contrary(one: str, other: str) -> bool:
    """Whether two organisations cannot be one: nothing that tells the one is in the name of the other."""
    places = set(place_of(one)), set(place_of(other))
    whole = all(home.split("-")[-1] in _WHOLE or "-of-" in home for home in (one, other))
    return whole and all(places) and places[0].isdisjoint(places[1])


def _opposed(some: Iterable[str], others: Collection[str]) -> bool:
    return any(contrary(a, b) for a in some for b in others)


class Compared(NamedTuple):
    """What came of comparing two things that may be one, with the reason."""

    one: str
    other: str
    verdict: Verdict
    reason: str


@dataclass(frozen=True)
class Joined:
    """Which things are one."""

    final: Mapping[str, str] = field(default_factory=dict)
    """For the id that a paper by itself gives a thing: the id of what it is."""
    homes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """For short forms: the organisations of what they are short for."""
    compared: tuple[Compared, ...] = ()

    def of(self, name: str, home: str) -> str:
        """The id of the thing that a paper calls by this id; ``home`` is the organisation that the paper is of, if it tells."""
        if home and (placed := self.final.get(homed(name, home))):
            return placed
        if home and _opposed([home], self.homes.get(name, frozenset())):
            return name
        return self.final.get(name, name)

    def tells(self, name: str) -> tuple[str, frozenset[str]]:
        """All that hangs on an id."""
        return self.final.get(name, ""), self.homes.get(name, frozenset())


NOTHING_JOINED = Joined()


def join_things(tellings: Iterable[Telling]) -> Joined:
    """Which things are one, from what papers tell."""
    told = sorted(set(tellings))
    return _Joining(told).joined() if told else NOTHING_JOINED


class _Joining:
    """Things on the way to being put together."""

    def __init__(self, told: Collection[Telling]) -> None:
        own = [t for t in told if t.sort == "of"]
        self.homes = _gathered((t.one, t.home) for t in own)
        self.split = {name for name, homes in self.homes.items() if _opposed(homes, homes)}
        self.shorts = _gathered((t.one, self._long(t)) for t in told if t.sort == "short")
        self.local = _gathered((homed(t.one, t.home), self._long(t)) for t in told if t.sort == "short" and t.home)
        self.apart = _gathered((t.one, t.other) for t in told if t.sort == "apart")
        self.printed = {name for t in told for name in (t.one, t.other) if name}
        self.group: dict[str, set[str]] = {}
        self.places = {homed(t.one, t.home): {t.home} for t in own}
        self.compared: list[Compared] = []

    def joined(self) -> Joined:
        """What comes of it."""
        for name in sorted(self.homes):
            self._placed(name)
        for short in sorted(self.shorts, key=_fullness):
            self._short(short)
        for short in sorted(self.local.keys() - self.group.keys()):
            if len(longs := self._different(self.local[short])) == 1:
                self._link(short, longs[0], "short for it in a paper of that organisation")
        final = {name: _final_of(group, self.printed - self.split) for name, group in self.group.items()}
        abroad = {name: self._homes_of(name) for name in self.shorts.keys() & final.keys()}
        return Joined(
            {name: meant for name, meant in final.items() if name != meant or "/" in name},
            {name: homes for name, homes in abroad.items() if homes},
            tuple(self.compared),
        )

    def _placed(self, name: str) -> None:
        """Put a body under the organisation whose it is; where those of several papers cannot be one, under each."""
        homes = sorted(self.homes[name])
        for home in homes:
            like = next(h for h in homes if h == home or not set(place_of(h)).isdisjoint(place_of(home)))
            self._link(homed(name, home), homed(name, like) if name in self.split else name, "one name")
            for longer in sorted(in_front(name, home)):
                self._link(longer, homed(name, home), "the organisation stands in front")
        for one, other in ((a, b) for a in homes for b in homes if a < b and contrary(a, b)):
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
        fits = [long for long in longs if not _opposed(homes, self._homes_of(long))]
        for long in longs:
            if long not in fits:
                self._note(short, long, "different", "of other organisations")
        fits = [long for long in fits if homes & self._homes_of(long)] or fits
        if len(fits) == 1 and not self._are_apart(short, fits[0]):
            self._link(short, fits[0], "short for it")
            return
        reason = "short for several" if len(fits) > 1 else "a paper knows several for which it may be short"
        for long in fits:
            self._note(short, long, "ask", reason)

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

    def _link(self, one: str, other: str, reason: str) -> None:
        whole, part = self._of(one), self._of(other)
        if whole is not part:
            whole |= part
            self.group.update(dict.fromkeys(part, whole))
            self._note(one, other, "same", reason)

    def _note(self, one: str, other: str, verdict: Verdict, reason: str) -> None:
        self.compared.append(Compared(one, other, verdict, reason))


def _gathered(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, other in pairs:
        found.setdefault(name, set()).add(other)
    return found


def _final_of(group: Collection[str], printed: Collection[str]) -> str:
    """The fullest of the names that papers print; where there are namesakes, that with its organisation."""
    named = [name for name in group if name in printed] or [name for name in group if "/" in name]
    return min(named or group, key=_fullness)


def _fullness(name: str) -> tuple[int, int, str]:
    """The order in which names are taken: those with the most words first."""
    rest = name.partition(":")[2].rpartition("/")[2]
    return (-len(rest.split("-")), -len(rest), name)


def has_front(front: str, places: Iterable[str]) -> bool:
    """Whether the words in front of a name are those of an organisation, whole or without what sort it is."""
    return any(front.split() in (place.split("-"), list(place_of(place))) for place in places)


def is_of_place(short: str, long: str) -> bool:
    """Whether two names of organisations differ only in what says of which sort they are: "Tarnhithe Borough Council"."""
    places = [place_of(name.replace(" ", "-")) for name in (short, long)]
    return bool(places[0]) and places[0] == places[1] and short.rpartition(" ")[2] == long.rpartition(" ")[2]
