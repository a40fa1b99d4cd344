"""The pairs of bodies, organisations and units of which nobody but a person can tell whether they are one, what matters most first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sederunt.graph.joining import Compared, Joined, join_things
from sederunt.graph.judged import Judged
from sederunt.graph.reasons import DOUBT, Reason
from sederunt.graph.store import Readable
from sederunt.graph.structures import telling_of

_TOLD = """
MATCH (:Document)-[m:MENTIONS]->(:Body|Organisation|Unit)
WHERE m.told IS NOT NULL
RETURN m.told AS told"""
_SPOKEN = """
MATCH (:Document)-[m:MENTIONS]->(x:Body|Organisation|Unit)
WHERE x.id IN $ids
RETURN x.id AS id, x.name AS name, m.statements AS statements"""


@dataclass(frozen=True)
class Something:
    """A body, organisation or unit of a graph."""

    id: str
    name: str
    statements: int
    """How many statements speak of it, or may."""
    ties: frozenset[str] = frozenset()


@dataclass(frozen=True)
class ThingPair:
    """Two things that may be one."""

    one: Something
    other: Something
    reasons: tuple[Reason, ...]

    @property
    def moves(self) -> int:
        """How many statements would be of something else if they were one."""
        return min(self.one.statements, self.other.statements)


def joined_in(graph: Readable, judged: Judged) -> Joined:
    """Which things of a whole graph are one, with all that was compared."""
    return join_things({telling_of(text) for (told,) in graph.ask(_TOLD).rows for text in told}, judged)


def things_to_ask(graph: Readable, judged: Judged) -> list[ThingPair]:
    """The pairs of things about which a person should be asked: those first on which most hangs."""
    joined = joined_in(graph, judged)
    asked: dict[tuple[str, str], Compared] = {}
    for compared in joined.compared:
        one, other = (joined.final.get(name, name) for name in compared[:2])
        if compared.verdict == "ask" and one != other:
            asked.setdefault((min(one, other), max(one, other)), compared)
    known = _known(graph, {name for pair in asked for name in pair})
    pairs = (
        ThingPair(known[one], known[other], (_reason(compared, joined, known),))
        for (one, other), compared in asked.items()
        if one in known and other in known
    )
    return sorted(pairs, key=lambda pair: (-pair.moves, pair.one.id, pair.other.id))


def _known(graph: Readable, ids: Iterable[str]) -> dict[str, Something]:
    """Those of some things that are in the graph, and not only a name of others."""
    wanted = sorted(ids)
    statements: dict[tuple[str, str], set[str]] = {}
    for id_, name, spoken in graph.ask(_SPOKEN, {"ids": wanted}).rows if wanted else ():
        statements.setdefault((id_, name), set()).update(spoken)
    return {id_: Something(id_, name, len(spoken)) for (id_, name), spoken in statements.items()}


def _reason(compared: Compared, joined: Joined, known: Mapping[str, Something]) -> Reason:
    """Why nobody but a person can tell."""
    short = joined.final.get(compared.one, compared.one)
    return Reason(DOUBT, f"{known[short].name if short in known else compared.one} {compared.reason}")
