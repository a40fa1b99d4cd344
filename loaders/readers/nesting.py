"""What follows from a chart together with the names in the rest of the paper: what the directorates belong to, who runs what.

Source: decks and staff lists of one council, which print its name on the title and never draw it on the chart; decks whose later
slides speak of the units that the directors' titles on the chart name.
"""

import re
from collections.abc import Iterable

from sederunt.graph.kinds import ORGANISATION, UNIT
from sederunt.graph.lexicon import pairs
from sederunt.graph.names import fold
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.scene import PROSE, Scene
from sederunt.loaders.naming.headship import is_head
from sederunt.loaders.naming.seats import unit_of
from sederunt.loaders.naming.wording import is_unit, organisation_kind

STAGE = PROSE


def read(scene: Scene) -> Iterable[Statement]:
    """That a post runs the unit its title names, and that the units at the top of a page are parts of the organisation whose it is."""
    yield from _headed(scene)
    if scene.meeting is not None:
        return
    owner, alone = _owner(scene)
    if owner is None:
        return
    above = _directorate(scene)
    tops = [*_tops(scene), *([above] if above else [])]
    for unit, said in tops if alone else [top for top in tops if top[0].section in _OF_PAGES or top[1].link]:
        beside = above is None or fold(unit.label).split()[-1] == fold(above[0].label).split()[-1]  # both are directorates
        whole = owner if beside or above is None else above[0]
        if fold(unit.label) != fold(whole.label):
            yield Statement(
                link="PART_OF", subject=unit, object=whole, evidence=said.evidence, basis="inferred", confidence=0.6
            )


def _owner(scene: Scene) -> tuple[Mention | None, bool]:
    """The organisation whose page this is, the only one it names or the one that its first lines name, and whether it is the only one."""
    named: dict[str, tuple[Statement, Mention]] = {}
    for said in scene.found:
        for mention in (said.subject, said.object):
            if (
                mention is not None
                and mention.kind == ORGANISATION
                and not (is_unit(mention.label) or _CAREER.search(said.evidence.quote))
            ):
                named.setdefault(fold(mention.label), (said, mention))
    outer = [found for name, found in named.items() if not any(f" {name} " in f" {other} " for other in named if other != name)]
    if len(outer) == 1:
        return (None if outer[0][1].label.startswith("Office of ") else outer[0][1]), True
    councils = [mention for _, mention in named.values() if organisation_kind(mention.label) == "council"]
    if len(councils) == 1 and scene.document.slides:
        return councils[0], False
    first = {block.number: block.text for block in scene.document.blocks[:_FIRST]}
    for said, mention in sorted(outer, key=lambda found: found[0].evidence.line or 0):
        text = first.get(said.evidence.line or 0, "")
        if text and (len(text.split()) <= _SHORT or text.removeprefix("The ").startswith(mention.text)):
            return mention, False
    return None, False


_OF_PAGES = ("staff", "parts", "chart")
"""The sections of units that a page shows to be in its structure, where others are only spoken of."""
_CAREER = re.compile(
    r"\b(?:previously|formerly|prior to|years? (?:at|in|with|for)|joined|joining|worked|career|where (?:s?he|they)|(?:came|moved) from|(?:before|after) (?:that|this|joining|\w+ years))\b",
    re.IGNORECASE,
)
"""What is told of where somebody was before."""
_FIRST = 6
"""An organisation that a page is of is named in so many blocks at its top,"""
_SHORT = 14
"""in a line of no more words, or as the first words of a paragraph."""


def _directorate(scene: Scene) -> tuple[Mention, Statement] | None:
    """The directorate named in a line of its own under the council's name, where the paper of one of its parts has one."""
    lines = {fold(block.text): block.number for block in scene.document.blocks[:4] if is_unit(block.text)}
    first = scene.document.blocks[0].number if scene.document.blocks else 0
    named = (s for s in scene.found if s.subject.kind == UNIT and s.link is None)
    found = (s for s in named if fold(s.subject.label) in lines or s.evidence.line == first)
    return next(((s.subject, s) for s in found), None)


def _headed(scene: Scene) -> Iterable[Statement]:
    """That posts run the units that their titles name: "Director of Communities" the Communities Directorate."""
    units = {
        name: s.subject for s in scene.found if s.subject.kind == UNIT and not s.subject.within for name in _names(s.subject)
    }
    headed = {fold(s.object.label) for s in scene.found if s.link == "HEADS" and s.object is not None}
    placed = {s.subject: s for s in scene.found if s.link == "POST_IN"}
    held = {s.object: s for s in scene.found if s.link == "HOLDS" and s.object is not None}
    drawn = {post: said for post, said in placed.items() if post.section in ("chart", "staff")}
    for post, said in {**{post: held[post] for post in held if post not in placed}, **drawn}.items():
        unit = units.get(fold(unit_of(post.label)))
        whole = said.object if said.link == "POST_IN" else None
        if unit is None or fold(unit.label) in headed or (whole is not None and fold(whole.label) == fold(unit.label)):
            continue
        if whole is None and not is_head(post.label):
            continue
        parts = (("HEADS", post, unit), ("PART_OF", unit, whole) if whole else ("POST_IN", post, unit))
        for link, start, end in parts:
            yield Statement(link=link, subject=start, object=end, evidence=said.evidence, basis="inferred", confidence=0.7)


def _names(unit: Mention) -> tuple[str, ...]:
    """By what a unit is meant in the titles of those who run it: its name, and that without the sort of unit that it is."""
    bare, _, sort = fold(unit.label).rpartition(" ")
    return (fold(unit.label), bare) if bare and sort in pairs("loaders", "unit_ranks") else (fold(unit.label),)


def _tops(scene: Scene) -> list[tuple[Mention, Statement]]:
    """The units that are part of no other, with what names them; of decks only those that have a head."""
    nested = {fold(s.subject.label) for s in scene.found if s.link == "PART_OF"}
    named = {
        fold(unit.label): (unit, s)
        for s in reversed(scene.found)
        for unit in ([s.object] if s.link == "HEADS" else [] if s.link or scene.document.slides else [s.subject])
        if unit is not None and unit.kind == UNIT
    }
    return [found for name, found in sorted(named.items()) if name not in nested]
