"""Charts of bodies as they were drawn: which committee reports to which by the lines between the boxes, and who chairs each.

Source: governance structures of trusts, partnerships and councils on slides, in Word files and on pages of PDF: "Trust Board" over
"Audit Committee (Chair: Ann Hale)", its groups below; the same as bullets that hang under one another.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.scene import LISTS, Scene, claim, names_thing, person, thing
from sederunt.loaders.document import Chart, Tie
from sederunt.loaders.layout.assemblies import Box, read_bodies
from sederunt.loaders.layout.matrices import person_in
from sederunt.loaders.sentences.relations import office_of

STAGE = LISTS

_CHAIR = re.compile(r"[(\s]*(?P<role>[A-Za-z][A-Za-z -]{3,16}?)(?:ed by)?\s*[:–-]?\s+(?P<name>(?:[A-Z][\w’'.-]*\s?){2,5})\)?$")


def read(scene: Scene) -> Iterable[Statement]:
    """The bodies of the charts of a paper, to what each reports, and their chairs."""
    for chart in scene.document.charts:
        yield from _claims(chart, read_bodies(chart))


def _claims(chart: Chart, boxes: Mapping[int, Box]) -> Iterator[Statement]:
    above = {tie.lower: tie for tie in reversed(chart.ties) if not tie.dotted}
    named = {number: thing(box.kind, box.name, "chart") for number, box in boxes.items()}
    for number, box in boxes.items():
        yield names_thing(named[number], box.span)
        yield from _chair(box, named[number])
        upper = _upper(number, above, boxes)
        if upper is not None and box.kind == "Body" and named[upper] != named[number]:
            tie = above[number]
            yield claim("REPORTS_TO", named[number], named[upper], span=box.span, basis=tie.basis, confidence=tie.confidence)


def _upper(number: int, above: Mapping[int, Tie], boxes: Mapping[int, Box]) -> int | None:
    """The nearest box above one that names a body or an organisation."""
    seen = {number}
    while (tie := above.get(number)) is not None and tie.upper not in seen:
        number = tie.upper
        seen.add(number)
        if number in boxes:
            return number
    return None


def _chair(box: Box, body: Mention) -> Iterator[Statement]:
    """Who holds an office of a body, where its box says so: "Chair: Ann Hale"."""
    found = _CHAIR.search(box.rest)
    role = office_of(found["role"].strip().lower()) if found else ""
    at = box.span.text.find(found["name"].strip()) if found and role else -1
    entry = person_in(box.span.part(at, at + len(found["name"].strip()))) if found and at >= 0 else None
    if entry is not None and found and box.kind == "Body":
        who = person(entry.name, "members", honorific=entry.honorific)
        yield claim("SITS_ON", who, body, span=box.span, role=role, role_text=found["role"].strip())
