"""What follows from a chart together with the names in the rest of the paper: what the directorates belong to, who runs what.

Source: decks and staff lists of one council, which print its name on the title and never draw it on the chart; decks whose later
slides speak of the units that the directors' titles on the chart name.
"""

from collections.abc import Iterable

from sederunt.graph.kinds import ORGANISATION, UNIT
from sederunt.graph.names import fold
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.scene import PROSE, Scene
from sederunt.loaders.naming.seats import unit_of
from sederunt.loaders.naming.wording import is_unit

STAGE = PROSE


def read(scene: Scene) -> Iterable[Statement]:
    """That a post runs the unit its title names, and that the units at the top of the charts are parts of the paper's council."""
    yield from _headed(scene)
    yield from _of_the_only_one(scene)
    councils = {
        fold(s.subject.label): s for s in scene.found if s.subject.kind == ORGANISATION and s.values.get("kind") == "council"
    }
    if len(councils) != 1 or scene.meeting is not None:
        return
    council = next(iter(councils.values()))
    above = _directorate(scene)
    for unit in [*_tops(scene), *([above.subject] if above else [])]:
        beside = above is None or fold(unit.label).split()[-1] == fold(above.subject.label).split()[-1]  # both are directorates
        whole = council if beside or above is None else above
        yield Statement(
            link="PART_OF", subject=unit, object=whole.subject, evidence=whole.evidence, basis="inferred", confidence=0.6
        )


def _of_the_only_one(scene: Scene) -> Iterable[Statement]:
    """That the units of a page that names one organisation and no other are parts of it."""
    named = {fold(m.label): s for s in scene.found for m in (s.subject, s.object) if m is not None and m.kind == ORGANISATION}
    named = {name: s for name, s in named.items() if not any(f" {name} " in f" {other} " for other in named if other != name)}
    if len(named) != 1 or scene.meeting is not None or scene.document.slides:
        return
    whole = next(iter(named.values()))
    organisation = whole.subject if whole.subject.kind == ORGANISATION else whole.object
    nested = {fold(s.subject.label) for s in scene.found if s.link == "PART_OF"}
    units = {fold(s.subject.label): s for s in scene.found if s.subject.kind == UNIT and s.link is None}
    if organisation is None or is_unit(organisation.label) or organisation.label.startswith("Office of "):
        return
    for name, said in units.items():
        if name not in nested:
            yield Statement(
                link="PART_OF",
                subject=said.subject,
                object=organisation,
                evidence=said.evidence,
                basis="inferred",
                confidence=0.55,
            )


def _directorate(scene: Scene) -> Statement | None:
    """The naming of the directorate in a line of its own under the council's name, where the paper of one of its parts has one."""
    lines = {fold(block.text): block.number for block in scene.document.blocks[:4] if is_unit(block.text)}
    return next((s for s in scene.found if s.subject.kind == UNIT and s.link is None and fold(s.subject.label) in lines), None)


def _headed(scene: Scene) -> Iterable[Statement]:
    units = {fold(s.subject.label): s.subject for s in scene.found if s.subject.kind == UNIT and not s.subject.within}
    headed = {fold(s.object.label) for s in scene.found if s.link == "HEADS" and s.object is not None}
    for seat in [s for s in scene.found if s.link == "POST_IN" and s.subject.section in ("chart", "staff")]:
        unit = units.get(fold(unit_of(seat.subject.label)))
        if unit is None or seat.object is None or fold(unit.label) in headed | {fold(seat.object.label)}:
            continue
        for link, start, end in (("HEADS", seat.subject, unit), ("PART_OF", unit, seat.object)):
            yield Statement(link=link, subject=start, object=end, evidence=seat.evidence, basis="inferred", confidence=0.7)


def _tops(scene: Scene) -> list[Mention]:
    """The units that have a head and are part of no other."""
    nested = {fold(s.subject.label) for s in scene.found if s.link == "PART_OF"}
    headed = {
        fold(s.object.label): s.object
        for s in scene.found
        if s.link == "HEADS" and s.object is not None and s.object.kind == UNIT
    }
    return [unit for name, unit in sorted(headed.items()) if name not in nested]
