"""Whether two sightings are of one person: a sum of log-odds, each term with its reason, and what forbids it.

The names must be able to be one person's at all; what they share weighs more the rarer it is. The context then tells: a body, an
organisation, a post, a ward in common speak for it; two places, wards, parties or posts at one time against it. What cannot be
(two rows of one list, a man's and a woman's title) is a veto: no sum outweighs it. What only a person can know is a doubt.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product
from math import exp
from typing import Literal

from sederunt.graph.lexicon import words
from sederunt.graph.name_weights import compared_generations, compared_letters, compared_names
from sederunt.graph.likeness import folded
from sederunt.graph.names import PersonName, folded_words, joined_up
from sederunt.graph.reasons import DOUBT, PRIOR, VETO, Reason
from sederunt.graph.sighting import Sighting

Verdict = Literal["same", "different", "ask"]
SAME, DIFFERENT = 0.85, 0.25
"""From which probability on, and up to which, nobody has to be asked."""
_NEVER, _EVEN = 0.01, 0.5
_NEAR, _YEARS, _DECADES, _LIFE = 1.5, 8, 18, 35
"""Years from which on two dates are of one time no more, and how far apart they then are."""


@dataclass(frozen=True)
class Weighed:
    """What came of a comparison: ``score`` is the probability, 0 to 1, that both are one person."""

    verdict: Verdict
    score: float
    reasons: tuple[Reason, ...]


def weigh(one: Sighting, other: Sighting) -> Weighed:
    """Whether two sightings are of one person."""
    for sighting in (one, other):
        if not sighting.printed:
            return Weighed("ask", _EVEN, (Reason(DOUBT, "a name is missing"),))
        if sighting.nobody:
            return Weighed("different", _NEVER, (Reason(VETO, f"“{sighting.printed}” names {sighting.nobody}"),))
    around = list(_context(one, other))
    return _decided([*max(_by_names(one, other, around), key=_merit), *around])


def _merit(reasons: list[Reason]) -> tuple[bool, float]:
    return (not any(r.is_veto for r in reasons), sum(r.weight for r in reasons))


def _decided(reasons: list[Reason]) -> Weighed:
    ordered = tuple(sorted(reasons, key=lambda r: (not r.is_veto, not r.is_doubt, -abs(r.weight))))
    if any(r.is_veto for r in reasons):
        return Weighed("different", _NEVER, ordered)
    score = 1 / (1 + exp(-PRIOR - sum(r.weight for r in reasons)))
    if any(r.is_doubt for r in reasons):
        score = min(score, SAME - 0.01)
    verdict: Verdict = "same" if score >= SAME else "different" if score <= DIFFERENT else "ask"
    return Weighed(verdict, score, ordered)


def _by_names(one: Sighting, other: Sighting, around: list[Reason]) -> Iterator[list[Reason]]:
    """The reasons that the names give, for each of the people that each side can name."""
    shared = {r.kind for r in around} & _BINDING
    for a, b in ((one, other), (other, one)):
        if a.letters:
            yield [*_by_letters(a, b, bound=bool(shared))]
            return
    may_have_changed = bool(shared) and (one.renamed or other.renamed or _goes_on(one.of("post"), other.of("post")))
    for x, y in product(one.names, other.names):
        found = compared_names(x, y, shared=bool(shared), may_have_changed=may_have_changed)
        kinds = {r.kind for r in found}
        found += _named_whole(one, x, y, kinds) + _named_whole(other, y, x, kinds)
        yield [r for r in found if not (r.is_doubt and _CLEAR & {r.kind for r in found})] + list(_doubts(one, other, around, kinds))


_WHOLE, _FORMER = "named whole", "former name"
_CLEAR = frozenset([_WHOLE, _FORMER])
"""Reasons that leave no doubt about a name."""


def _by_letters(a: Sighting, b: Sighting, *, bound: bool) -> Iterator[Reason]:
    reason = compared_letters(a.letters, b.letters, b.names)
    if not b.letters and a.letters in b.told:
        yield Reason(_WHOLE, f"{a.letters.upper()} stands beside the name")
    else:
        yield reason
        if any(_stands_in(name, a.told) for name in b.names):
            yield Reason(_WHOLE, "the other name stands there too")
        elif not bound:
            yield Reason(DOUBT, "initials alone, and nothing in common")


def _named_whole(sighting: Sighting, name: PersonName, other: PersonName, kinds: Collection[str]) -> list[Reason]:
    """What it tells that around a shorter name the whole other name stands: it is meant, or another bearer of the family name."""
    if not other.full or len(joined_up(other.given)) < 2:
        return []
    if sighting.renamed and joined_up(name.given) == joined_up(other.given) and folded(other.family) != folded(name.family):
        told = sighting.told.issuperset(folded_words(other.family))
        return [Reason(_FORMER, f"{other.family} is told as another name")] if told else []
    if not _stands_in(other, sighting.told):
        return []
    if not name.family or not name.given:
        return [Reason(_WHOLE, "the other name stands there too")] if not name.family else []
    return [Reason(DOUBT, "both names stand in one place")] if "initial" in kinds else []


def _stands_in(name: PersonName, told: frozenset[str]) -> bool:
    return bool(name.full) and told.issuperset(folded_words(f"{name.given} {name.family}"))


def _doubts(one: Sighting, other: Sighting, around: Iterable[Reason], kinds: Collection[str]) -> Iterator[Reason]:
    """What only a person can know, though the names fit."""
    found = {r.kind for r in around}
    shared = found & _BINDING
    if kinds & {"initial", "no given name"} and not shared:
        yield Reason(DOUBT, "no given name is spelled out, and nothing is in common")
    elif kinds & {"common name", "very common name"} and not shared:
        yield Reason(DOUBT, "a common name, and nothing in common")
    elif "rare name" not in kinds and found & {"other post", "other party"}:
        yield Reason(DOUBT, "a name that others bear, and another line of work or party")
    if "same meeting" in found and not kinds & {"given"}:
        left = [s.of("post", "group", "unit") | frozenset(filter(None, [s.role])) for s in (one, other)]
        if (left[0] - left[1] and left[1] - left[0]) or one.is_elected != other.is_elected:
            yield Reason(DOUBT, "names that differ at one meeting, and something else is told of each")
    if "one has a generation" in found and not found & {"area", "post"}:
        yield Reason(DOUBT, "one is told from a namesake of another age")


_BINDING = frozenset(["body", "organisation", "unit", "post", "area", "place", "acronym", "same meeting"])
"""What binds two sightings together: anything that few share."""


def _context(one: Sighting, other: Sighting) -> Iterator[Reason]:
    yield from compared_generations(one.generation, other.generation)
    shared = list(_shared(one, other))
    yield from shared
    bound = bool({r.kind for r in shared} & _BINDING)
    apart = _years_apart(one, other)
    near = apart is not None and apart <= _NEAR
    clashes = list(_clashes(one, other, bound=bound, near=near))
    yield from clashes
    if one.around and other.around and not bound:
        yield Reason("nothing shared", "nothing around the names is the same")
    if apart is not None:
        yield from _distance(apart, bound=bound)
    if bound and one.is_day and (one.first, one.last) == (other.first, other.last):
        yield from _at_one_meeting(one, other, clashes)


def _shared(one: Sighting, other: Sighting) -> Iterator[Reason]:
    both = one.around & other.around
    covered: set[str] = set()
    for sort in ("body", "organisation", "unit", "area", "state", "party", "post", "plain body"):
        for key in sorted(key for each, key in both if each == sort):
            if sort == "post":
                yield Reason("post" if _telling(key) else "plain post", f"both {key}")
            elif not set(key.split()) <= covered:
                yield Reason(sort, f"both {'on' if 'body' in sort else 'of'} {key}")
            covered |= set(key.split())
    places = sorted(key for sort, key in both if sort == "place" and key not in covered)
    yield from (Reason("place" if at == 0 else "place again", f"“{key}” stands by both") for at, key in enumerate(places[:_PLACES]))
    letters = _letters_shared(one, other) | _letters_shared(other, one)
    if letters and not covered:
        yield Reason("acronym", f"{min(letters).upper()} stands by both")
    if one.role and one.role == other.role and both:
        yield Reason("role", f"both as {one.role}")


_PLACES = 3
"""How many words that stand by both names count, however many there are."""


def _letters_shared(one: Sighting, other: Sighting) -> frozenset[str]:
    """The acronyms by one name that stand by the other too, or for something there."""
    return one.of("acronym") & other.of("acronym", "initials")


def _telling(title: str) -> frozenset[str]:
    """The beginnings of the words that tell what a post is about: a planner's is planning."""
    return frozenset(word[:_STEM] for word in title.split() if word not in words("graph", "plain_posts"))


_STEM = 5


def _clashes(one: Sighting, other: Sighting, *, bound: bool, near: bool) -> Iterator[Reason]:
    places = one.of("place"), other.of("place")
    if all(places) and not bound:
        yield Reason("other place", f"{min(places[0])} and {min(places[1])}")
    yield from _others(one, other, "area", near=near)
    yield from _others(one, other, "party", near=near)
    if all(states := (one.of("state"), other.of("state"))) and not states[0] & states[1]:
        yield Reason("other state", f"{min(states[0])} and {min(states[1])}")
    posts = one.of("post"), other.of("post")
    if all(posts) and not _akin(*posts):
        text = f"{min(posts[0])} and {min(posts[1])}"
        yield Reason("other post", text)
        if near:
            yield Reason(DOUBT, "two posts at one time")
    elif bound and one.is_elected != other.is_elected and any(map(_telling, posts[one.is_elected])):
        yield Reason("elected or employed", "one is elected, one in a post")
        if near:
            yield Reason(DOUBT, "elected and employed at one time")


def _akin(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether any two of the titles are of one line of work, or one side tells of none."""
    lines = [list(filter(None, map(_telling, titles))) for titles in (one, other)]
    return not all(lines) or any(a & b for a, b in product(*lines))


def _goes_on(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two of the titles are of one line of work, or the same."""
    return any(a == b or _telling(a) & _telling(b) for a, b in product(one, other))


def _others(one: Sighting, other: Sighting, sort: str, *, near: bool) -> Iterator[Reason]:
    a, b = one.of(sort), other.of(sort)
    if a and b and not a & b:
        text = f"{min(a)} and {min(b)}"
        yield Reason(VETO, f"{text} at one time") if near else Reason(f"other {sort}", text)


def _years_apart(one: Sighting, other: Sighting) -> float | None:
    """How many years lie between two sightings; None where one has no date."""
    if not (one.first and other.first):
        return None
    early, late = sorted(((one.first, one.last), (other.first, other.last)))
    return max(0, (_day(late[0]) - _day(early[1])).days) / 365.25


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return date(int(text[:4]), 1, 1)


def _distance(apart: float, *, bound: bool) -> Iterator[Reason]:
    text = f"{apart:.0f} years apart"
    if apart > _LIFE:
        yield Reason("a life apart", text)
    elif apart > _DECADES:
        yield Reason("decades apart", text)
    elif apart > _YEARS:
        yield Reason("years apart", text)
    elif apart <= _NEAR and bound:
        yield Reason("near in time", "at one time")


def _at_one_meeting(one: Sighting, other: Sighting, clashes: list[Reason]) -> Iterator[Reason]:
    """What it tells that both are of one day and one body or place: who is in two lists is one, two rows of one list are two."""
    if one.beside and other.beside and one.beside != other.beside:
        yield Reason(VETO, f"{one.beside} and {other.beside} beside the names")
    elif one.number and other.number and one.number != other.number:
        yield Reason(VETO, f"rows {one.number} and {other.number} of one list")
    elif one.row and one.row == other.row and one.row != "actions":
        yield Reason(VETO, f"two rows of one list ({one.row})")
    elif one.row != other.row and {one.row, other.row} & _AWAY and "actions" not in (one.row, other.row):
        yield Reason(DOUBT, f"{one.row or 'there'} and {other.row or 'there'} at one meeting")
    elif (groups := (one.of("group"), other.of("group"))) and all(groups) and not groups[0] & groups[1]:
        yield Reason(DOUBT, f"among the {min(groups[0])} and the {min(groups[1])} at one meeting")
    elif (one.role and other.role and one.role != other.role) or any(r.kind.startswith(("other", "elected")) for r in clashes):
        yield Reason(DOUBT, "two parts at one meeting")
    else:
        yield Reason("same meeting", "at one meeting")


_AWAY = frozenset(["apologies", "absent", "noes"])
"""Rows of those who were not where the others were."""
