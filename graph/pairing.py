"""The pairs of people of a graph of whom nobody but a person can tell whether they are one, what matters most first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from sederunt.graph.beside import weigh_people
from sederunt.graph.clusters import keys, sharing
from sederunt.graph.everybody import Somebody
from sederunt.graph.judged import Judged
from sederunt.graph.store import Readable
from sederunt.graph.weigh import SAME, Weighed

_OPEN = "MATCH (s:Statement) WHERE s.status = 'open' RETURN DISTINCT s.candidates AS candidates"
Open = frozenset[frozenset[str]]
"""The people between whom papers left open who is meant."""


@dataclass(frozen=True)
class Pair:
    """Two people who may be one."""

    one: Somebody
    other: Somebody
    weighed: Weighed

    @property
    def moves(self) -> int:
        """How many statements would be somebody else's if they were one."""
        return min(self.one.statements, self.other.statements)


def pairs_to_ask(people: Sequence[Somebody], judged: Judged, open_between: Open = frozenset()) -> list[Pair]:
    """The pairs about which a person should be asked.

    First those of whom the rules cannot tell, then those who surely look like one and are not joined all the same; of each, those
    on whom most hangs first, and of these those nearest to the cut. Left out are those about whom it is judged, those with an
    identifier each, and those in one paper, unless that left open which of them it means.

    Args:
        people: of the graph.
        judged: what people decided.
        open_between: between whom papers left open who is meant.

    """
    found = [
        Pair(a, b, weigh_people(a.sightings, b.sightings)) for a, b in _close(people) if _is_open(a, b, judged, open_between)
    ]
    asked = (pair for pair in found if pair.weighed.verdict != "different")
    return sorted(asked, key=_order)


def _order(pair: Pair) -> tuple[bool, int, float, str, str]:
    return pair.weighed.verdict != "ask", -pair.moves, abs(pair.weighed.score - SAME), pair.one.id, pair.other.id


def _close(people: Sequence[Somebody]) -> Iterator[tuple[Somebody, Somebody]]:
    """The pairs that share a key."""
    pairs = sharing(chain.from_iterable(map(keys, person.sightings)) for person in people)
    return ((people[a], people[b]) for a, b in pairs)


def _is_open(one: Somebody, other: Somebody, judged: Judged, open_between: Open) -> bool:
    if (one.identified and other.identified) or judged.differ(one.mentions, other.mentions):
        return False
    return one.papers.isdisjoint(other.papers) or any({one.id, other.id} <= some for some in open_between)


def left_open(graph: Readable) -> Open:
    """The people of a graph between whom papers left open who is meant."""
    return frozenset(frozenset(candidates) for (candidates,) in graph.ask(_OPEN).rows)
