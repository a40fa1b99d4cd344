"""Whether two sightings are of one person: a sum of log-odds, each term with its reason, and what forbids it.

The names must be able to be one person's at all; what they share weighs more the rarer it is. The context then tells: a body, an
organisation, a post, a ward in common speak for it; two places, wards, parties or posts at one time against it. What cannot be
(two rows of one list, a man's and a woman's title) is a veto: no sum outweighs it. What only a person can know is a doubt.
"""

from collections.abc import Collection, Iterator, Set
from dataclasses import dataclass
from itertools import product
from math import exp
from typing import Literal

from sederunt.graph.context_weights import AWAY, BINDING, compared_contexts, keeps_post, on_one_day
from sederunt.graph.doubts import doubts, namesakes
from sederunt.graph.likeness import folded
from sederunt.graph.name_weights import compared_letters, compared_names
from sederunt.graph.names import PersonName, folded_words, joined_up, spaced
from sederunt.graph.reasons import DOUBT, PRIOR, VETO, WEIGHTS, Reason
from sederunt.graph.sighting import Sighting

Verdict = Literal["same", "different", "ask"]
SAME, DIFFERENT = 0.74, 0.3
"""From which probability on, and up to which, nobody has to be asked."""
_LITTLE, _NEVER, _EVEN = 0.01, 0.01, 0.5

_WHOLE, _FORMER = "named whole", "former name"
_CLEAR = frozenset([_WHOLE, _FORMER])
"""Reasons that leave no doubt about a name."""
_SLIPS = frozenset(["slip in family name", "half of a double name", "turned round"])
_SHORTER = frozenset(["initial", "no given name", "words of the name"])
_HARD = frozenset(["other state", "decades apart", "a life apart"])
"""What makes even a telling name that of two people."""
_AGAINST = frozenset(
    [
        *_HARD,
        *("other place", "other area", "other party", "other post", "elected or employed"),
        *("years apart", "slip in family name", "slip in given name"),
    ]
)
"""Without any of these nothing speaks against one person but how common the name is: somebody has to be asked."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What came of a comparison: ``score`` is the probability, 0 to 1, that both are one person."""

    verdict: Verdict
    score: float
    reasons: tuple[Reason, ...]
    """What decides first, then what weighs most."""


def weigh(one: Sighting, other: Sighting) -> Weighed:
    """Whether two sightings are of one person; which is given first makes no difference."""
    if not one.printed or not other.printed:
        return Weighed("ask", _EVEN, (Reason(DOUBT, "a name is missing"),))
    if nobody := [s for s in (one, other) if s.nobody]:
        return Weighed("different", _NEVER, tuple(Reason(VETO, f"“{s.printed}” names {s.nobody}") for s in nobody))
    if not (folded_words(one.printed) and folded_words(other.printed)):
        return Weighed("ask", _EVEN, (Reason(DOUBT, "a name in another script"),))
    if one.office or other.office:
        return _of_office(one, other)
    one, other = _in_order(one, other)
    around = list(compared_contexts(one, other))
    named = list(_by_names(one, other, {reason.kind for reason in around}))
    return _decided([*(named[0] if len(named) == 1 else max(named, key=_merit)), *around])


def _in_order(one: Sighting, other: Sighting) -> tuple[Sighting, Sighting]:
    a, b = ((s.printed, s.told, s.first) for s in (one, other))
    turned = b < a or (a == b and sorted(other.around) < sorted(one.around))
    return (other, one) if turned else (one, other)


def _of_office(one: Sighting, other: Sighting) -> Weighed:
    """Whether who is called by an office is whoever has it there: at one meeting it is, at no other it need be."""
    office = one.office or other.office
    person = other if one.office else one
    around = list(compared_contexts(one, other))
    has = {one.office or one.role, other.office or other.role} == {office} or f" {office} " in person.told
    if not has or BINDING.isdisjoint(r.kind for r in around):
        return Weighed(
            "different", _NEVER, (Reason(VETO, f"“{one.printed}” and “{other.printed}”: one names an office"), *around)
        )
    if on_one_day(one, other) and {one.row, other.row}.isdisjoint(AWAY):
        return Weighed("same", SAME, (Reason(_WHOLE, f"the {office} of that meeting"), *around))
    return Weighed("ask", _EVEN, (Reason(DOUBT, f"the {office} of another day, or of none"), *around))


def _merit(reasons: list[Reason]) -> tuple[bool, float]:
    return (not any(r.is_veto for r in reasons), sum(r.weight for r in reasons))


def _decided(reasons: list[Reason]) -> Weighed:
    ordered = tuple(sorted(reasons, key=lambda r: (_RANKS.get(r.kind, 0.0), r.text)))
    kinds = {r.kind for r in reasons}
    if VETO in kinds:
        return Weighed("different", _NEVER, ordered)
    score = 1 / (1 + exp(-PRIOR - sum(WEIGHTS.get(r.kind, 0.0) for r in reasons)))
    if DOUBT in kinds:
        score = min(score, SAME - _LITTLE)
    if not kinds & (_HARD if _is_telling(kinds) else _AGAINST):
        score = max(score, DIFFERENT + _LITTLE)
    verdict: Verdict = "same" if score >= SAME else "different" if score <= DIFFERENT else "ask"
    return Weighed(verdict, score, ordered)


_RANKS = {kind: -abs(weight) for kind, weight in WEIGHTS.items()} | {VETO: -2e9, DOUBT: -1e9}
"""In which order reasons are told."""


def _is_telling(kinds: Collection[str]) -> bool:
    """Whether the name is one that few bear, or not known whole: then another place or post does not make it that of two people."""
    if "rare name" in kinds:
        return "given" in kinds
    return "uncommon name" in kinds and not _SHORTER.isdisjoint(kinds)


def _by_names(one: Sighting, other: Sighting, around: Set[str]) -> Iterator[list[Reason]]:
    """The reasons that the names give, for each of the people that each side can name."""
    shared = BINDING.intersection(around)
    for a, b in ((one, other), (other, one)):
        if a.letters:
            met = [Reason("letters at a meeting", "initials at one meeting")] if "same meeting" in around else []
            yield [*_by_letters(a, b, bound=bool(shared)), *met]
            return
    may_have_changed = bool(shared) and (one.renamed or other.renamed or keeps_post(one, other))
    for x, y in product(one.names, other.names):
        found = list(compared_names(x, y, shared=bool(shared), may_have_changed=may_have_changed))
        kinds = {r.kind for r in found}
        found += [*_named_whole(one, x, y, kinds), *_named_whole(other, y, x, kinds)]
        found += [*namesakes(one, x, y), *namesakes(other, y, x)]
        if "given" in kinds and "body" in shared and not kinds & _SLIPS:
            found.append(Reason("whole name on one body", "the whole name on one body"))
        if "same meeting" in around and not kinds & {"given", "short form"}:
            found.append(Reason("names differ at one meeting", "the names differ at one meeting"))
        clear = not _CLEAR.isdisjoint(r.kind for r in found)
        clear = clear or bool("same meeting" in around and bool(x.family) != bool(y.family) and "given" in kinds)
        yield [*(r for r in found if not (clear and r.is_doubt)), *doubts(one, other, around, kinds)]


def _by_letters(a: Sighting, b: Sighting, *, bound: bool) -> Iterator[Reason]:
    if set(a.letters) & set(b.letters):
        yield Reason("letters", "the same initials")
    else:
        reasons = [compared_letters(one, other, b.names) for one in a.letters for other in b.letters or ("",)]
        yield min(reasons, key=lambda r: r.is_veto)
    if not b.letters and any(f" {letters} " in b.told for letters in a.letters):
        yield Reason(_WHOLE, "the initials stand beside the name")
    elif any(_stands_in(name, a.told) for name in b.names):
        yield Reason(_WHOLE, "the name stands beside the initials")
    elif not bound:
        yield Reason(DOUBT, "initials alone, and nothing in common")


def _named_whole(sighting: Sighting, name: PersonName, other: PersonName, kinds: Collection[str]) -> Iterator[Reason]:
    """What it tells that around a name the other stands too: it is meant, or it is another bearer of the family name."""
    if not other.full or len(joined_up(other.given)) < len("Al"):
        return
    if sighting.renamed and joined_up(name.given) == joined_up(other.given) and folded(other.family) != folded(name.family):
        if f" {spaced(other.family)} " in sighting.told:
            yield Reason(_FORMER, f"{other.family} is told as another name")
    elif not name.family and _stands_in(other, sighting.told):
        yield Reason(_WHOLE, "the other name stands there too")
    elif name.given and "initial" in kinds and _stands_in(other, sighting.told):
        twice = _stands_in(name, sighting.told)
        yield Reason(DOUBT, "both names stand in one place") if twice else Reason(_WHOLE, "the other name stands there too")


def _stands_in(name: PersonName, told: str) -> bool:
    return name.full and f" {spaced(f'{name.given} {name.family}')} " in told
