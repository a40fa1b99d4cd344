"""Two people of a graph side by side: whether they are one, by all that every paper tells of each."""

from collections.abc import Callable, Iterable, Sequence
from itertools import product

from sederunt.graph.clusters import CLASHES
from sederunt.graph.context_weights import BINDING
from sederunt.graph.names import joined_up
from sederunt.graph.reasons import DOUBT, Reason
from sederunt.graph.sighting import Sighting
from sederunt.graph.weigh import SAME, Weighed, weigh

_LITTLE = 0.01


def weigh_people(one: Sequence[Sighting], other: Sequence[Sighting]) -> Weighed:
    """Whether two people are one, each by all their sightings.

    The two sightings that are likest tell how likely it is; but where any others cannot be of one person the two are not, and where
    others clash, the rules do not dare, or nothing but the names is in common, somebody has to be asked.
    """
    weighed = (_with_doubt(a, b) for a, b in product(one, other))
    found = sorted(weighed, key=lambda w: (-w.score, [r.text for r in w.reasons]))
    if not found:
        return weigh(Sighting(""), Sighting(""))
    best, *rest = found
    vetoes = _new(best, rest, lambda r: r.is_veto)
    if vetoes:
        return Weighed("different", min(w.score for w in found), (*vetoes, *best.reasons))
    # What clashes in two sightings that are one all the same was weighed there: another paper of the same person makes it no worse.
    clashes = _new(best, (w for w in rest if w.verdict != "same"), lambda r: r.kind in CLASHES)
    if best.verdict == "same" and clashes:
        doubt = Reason(DOUBT, "other papers tell of two")
        return Weighed("ask", min(best.score, SAME - _LITTLE), (doubt, *best.reasons, *clashes))
    return Weighed(best.verdict, best.score, (*best.reasons, *clashes))


def _with_doubt(one: Sighting, other: Sighting) -> Weighed:
    """What comes of a comparison; of two papers that have too little in common but the name nobody can be sure."""
    weighed = weigh(one, other)
    kinds = {r.kind for r in weighed.reasons}
    text = ""
    if (BINDING | _TELLING).isdisjoint(kinds) if "rare name" in kinds else BINDING.isdisjoint(kinds - {"acronym"}):
        text = "nothing but the name is in common"
    elif "initial" in kinds and kinds.isdisjoint(_BODIES) and not (_is_spelled(one) or _is_spelled(other)):
        text = "only an initial, and no body in common"
    if weighed.verdict != "same" or not text:
        return weighed
    return Weighed("ask", min(weighed.score, SAME - _LITTLE), (Reason(DOUBT, text), *weighed.reasons))


_TELLING = frozenset(["topic again"])
"""What is enough in common beside a name that few have: two words of what both deal with."""
_BODIES = frozenset(["body", "plain body"])


def _is_spelled(sighting: Sighting) -> bool:
    """Whether a given name is spelled out."""
    return any(len(joined_up(name.given)) > 1 for name in sighting.names)


def _new(best: Weighed, rest: Iterable[Weighed], wanted: Callable[[Reason], bool]) -> tuple[Reason, ...]:
    known = set(best.reasons)
    return tuple(dict.fromkeys(r for w in rest for r in w.reasons if wanted(r) and r not in known))
