"""The people of stored papers with whom those of coming papers have to be compared."""

from collections.abc import Collection, Iterable, Sequence

from sederunt.graph.across import Local, keys_of
from sederunt.graph.build import known_in, listed, name_id
from sederunt.graph.claims import document_id, path_of
from sederunt.graph.edges import label_of
from sederunt.graph.identity import Known
from sederunt.graph.judged import Judged
from sederunt.graph.kinds import PERSON
from sederunt.graph.model import Edge
from sederunt.graph.nearby import Nearby


def compared(
    near: Nearby, fresh: Sequence[Local], gone: Sequence[Known], judged: Judged, touched: Collection[str]
) -> list[tuple[Edge, Local]]:
    """Everybody who may be one with somebody of these, as the papers that stay know them, each with the edge that says so.

    Those who bear one name are compared, and where judgements speak of one of them, everybody of whom these speak beside them
    and all who bear one name with those, and so on.

    Args:
        near: the stored graph.
        fresh: the people of the papers that come.
        gone: the people of the papers that go.
        judged: what people decided.
        touched: the paths of the papers that come and go.

    """
    found: dict[tuple[str, str], tuple[Edge, Sequence[Known]]] = {}
    names = {key for person in fresh for key in (person.block, person.kin)} | {key for known in gone for key in keys_of(known)}
    spoken = judged.beside([*(n for person in fresh for n in person.mentions), *(n for known in gone for n in known.mentions)])
    asked, heard = {""}, set[str]()
    while (names := names - asked) | (spoken := spoken - heard):
        asked |= names
        heard |= spoken
        edges = {(e.start, e.end): e for e in (*_bearing(near, names), *_spoken_of(near, spoken, judged))}
        staying = ((e, known_in(e)) for key, e in edges.items() if key not in found and path_of(e.start) not in touched)
        new = [(e, people) for e, people in staying if any(_is_asked_for(known, asked, heard) for known in people)]
        found |= {(e.start, e.end): (e, people) for e, people in new}
        names = {key for _, people in new for known in people for key in keys_of(known)}
        spoken = judged.beside(name for _, people in new for known in people for name in known.mentions)
    return _people(near, found.values())


def _is_asked_for(person: Known, blocks: set[str], mentions: set[str]) -> bool:
    return not (keys_of(person).isdisjoint(blocks) and mentions.isdisjoint(person.mentions))


def _bearing(near: Nearby, names: Iterable[str]) -> list[Edge]:
    """How stored papers know all those who bear one of these names."""
    return near.mentions({e.end for e in near.edges_from(map(name_id, names), "NAMES") if label_of(e.end) == PERSON})


def _spoken_of(near: Nearby, mentions: Collection[str], judged: Judged) -> list[Edge]:
    """How stored papers know those of whom these mentions are; those with an identifier have it in whatever paper they stand."""
    papers = near.edges_from({document_id(judged.paths[name]) for name in mentions}, "MENTIONS")
    return [*papers, *near.mentions([f"person:{name}" for name in sorted(mentions)])]


def _people(near: Nearby, found: Collection[tuple[Edge, Sequence[Known]]]) -> list[tuple[Edge, Local]]:
    papers = {n.id: n.properties for n in near.some(e.start for e, _ in found)}
    told = {name: (str(paper.get("date", "")), listed(paper.get("world", ()))) for name, paper in papers.items()}
    return [(e, Local(known, path_of(e.start), *told[e.start])) for e, people in found for known in people]
