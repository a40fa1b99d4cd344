"""What only a person can know of two sightings, though their names fit: it keeps the rules from joining them."""

import re
from collections.abc import Iterator, Set

from sederunt.graph.context_weights import BINDING
from sederunt.graph.names import PersonName, is_given_name, joined_up, spaced
from sederunt.graph.reasons import DOUBT, Reason
from sederunt.graph.sighting import Sighting

_AGES_APART = frozenset(["decades apart", "a life apart"])
_KIN = re.compile(
    r" (?:no relation|(?:his|her|whose) (?:father|mother|son|daughter|brother|sister|wife|husband|uncle|nephew|cousin)"
    r"|(?:son|daughter|wife|widow|husband|brother|sister|grandson|granddaughter|nephew|niece|father|mother) of) "
)
_ALIKE = frozenset(["topic", "post", "role"])
_LATER = _AGES_APART | {"years apart"}


def doubts(one: Sighting, other: Sighting, around: Set[str], named: Set[str]) -> Iterator[Reason]:
    """The doubts that remain.

    Args:
        one: a sighting.
        other: the other.
        around: the kinds of reasons that their contexts give.
        named: the kinds of reasons that their names give.

    """
    texts = (
        *_of_bearers(one, other, around, named),
        *_of_forms(one, other, around, named),
        *_of_meetings(one, other, around, named),
    )
    yield from (Reason(DOUBT, text) for text in texts)


def _of_bearers(one: Sighting, other: Sighting, around: Set[str], named: Set[str]) -> Iterator[str]:
    """Somebody else may bear the name."""
    dated = bool(one.first or other.first)
    if not around & (BINDING | _ALIKE) and "double name" not in named and named & {"initial", "no given name"}:
        yield "no given name is spelled out, and nothing is in common"
    elif not around & (BINDING | {"topic"}) and named & {"common name", "very common name"}:
        yield "a common name, and nothing in common"
    elif (around & {"other post"} or ("other party" in around and "area" not in around)) and not (
        "rare name" in named and dated
    ):
        yield "another line of work or party, and no day or no rare name that would tell"
    if "other post" in around and "near in time" in around and "rare name" not in named:
        yield "two posts at one time"
    if any(tells_of_kin(sighting.told) for sighting in (one, other)):
        yield "somebody's family is told of"
    if around & _AGES_APART:
        yield "so long apart that it may be another generation"
    if "one has a generation" in around and not around & {"area", "post"}:
        yield "one is told from a namesake of another age"
    if len(one.names) > 1 or len(other.names) > 1:
        yield "one name is that of several people"


def tells_of_kin(told: str) -> bool:
    """Whether words around a name tell of somebody's family."""
    return _KIN.search(told) is not None


_LONG = 6


def _of_forms(one: Sighting, other: Sighting, around: Set[str], named: Set[str]) -> Iterator[str]:
    """The names are not the same."""
    short = min(len(joined_up(n.family)) for s in (one, other) for n in s.names) if one.names and other.names else 0
    if "slip in family name" in named and named & {"initial", "no given name"} and short < _LONG:
        yield "no given name is spelled out, and the family names differ"
    if "slip in family name" in named and around & _LATER:
        yield "another spelling, and another time"
    if "short form" in named and around & _AGES_APART:
        yield "another form of the name, and another time"


def _of_meetings(one: Sighting, other: Sighting, around: Set[str], named: Set[str]) -> Iterator[str]:
    """Two people of one family name may have been there."""
    if "same meeting" not in around or "given" in named or "topic" in around:
        return
    left, right = (s.of("post", "group", "unit") | frozenset(filter(None, [s.role])) for s in (one, other))
    if (left - right and right - left) or one.is_elected != other.is_elected:
        yield "names that differ at one meeting, and something else is told of each"


def namesakes(sighting: Sighting, name: PersonName, other: PersonName) -> Iterator[Reason]:
    """The doubt that remains where another bearer of the family name is told of around a name, or the same name twice."""
    if not name.family or not other.given:
        return
    family = spaced(name.family)
    if family not in sighting.told:
        return
    own = {joined_up(n.given) for n in (name, other)}
    told = set(re.findall(rf" (\w+) {re.escape(family)}(?= )", sighting.told))
    rivals = {word for word in told - own if word[:1] in {given[:1] for given in own} and is_given_name(word)}
    whole = spaced(f"{name.given} {name.family}")
    if rivals and min(map(len, own)) == 1:
        yield Reason(DOUBT, f"{min(rivals).capitalize()} {name.family} is told of there too")
    elif name.full and len(re.findall(rf"\b{re.escape(whole)}\b", sighting.told)) > 1:
        yield Reason(DOUBT, "the name stands twice in one place")
