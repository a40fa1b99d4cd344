"""All the kinds of document with a structure in it: each makes the bytes of a file from an organisation that a seed gives."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from random import Random

from tests.formats import charted, drawing, listing, smartart, word
from tests.formats.listing import HEADS, Heads
from tests.formats.opc import Slide, deck, paragraphs, placeholder
from tests.formats.orgs import Org, Wish
from tests.formats.printing import Manner

_PLAIN = Wish(doubles=False)
_FEW = Wish(most=12, widest=3)
_NO_PAIRS = Wish(doubles=False, most=14)


@dataclass(frozen=True)
class Variant:
    """A kind of document: how its file is named, what the organisation may have, and how it is written."""

    suffix: str
    wish: Wish
    write: Callable[[Org, Random], bytes]
    floor: float = 0.98
    """What F1 of its reporting lines must reach."""


def _around(slide: Slide, rng: Random) -> list[Slide]:
    """A slide among others."""
    opening = Slide(placeholder(3, "subTitle", paragraphs("For the away day")), "Where we are going")
    aims = Slide(placeholder(3, "body", paragraphs("Listen to residents\nSpend less on travel\nMend what we have"), 1), "Aims")
    return rng.choice(([slide], [opening, slide], [opening, aims, slide, smartart.decoy_slide(rng)]))


def _smart(layout: str, org: Org, rng: Random, *, holes: bool = False, units: bool = False, strict: bool = False) -> bytes:
    return deck(_around(smartart.slide(org, rng, layout, holes=holes, units=units), rng), strict=strict)


def _smart_twice(org: Org, rng: Random) -> bytes:
    state = rng.getstate()
    first = smartart.slide(org, rng)
    rng.setstate(state)
    again = smartart.slide(org, rng)
    names = {name: (kind, path.replace("diagrams/", "diagrams/x"), text) for name, (kind, path, text) in again.parts.items()}
    notes = "\n".join(f"{post.title}: {holder.printed}" for post in org.posts for holder in post.seats if holder)
    return deck([first, Slide(again.shapes, "As before", names, hidden=True), Slide("", "Questions", notes=notes)])


def _sketched(org: Org, rng: Random, **how: bool) -> tuple[drawing.Sketch, Manner]:
    manner = Manner(rng, order="post" if how.pop("strips", False) else "", more=how.pop("more", False))
    return drawing.sketch(org, manner, rng=rng, **how), manner


def _glued(
    org: Org,
    rng: Random,
    *,
    preset: str = "",
    free: float = 0.0,
    group: bool = False,
    dots: bool = False,
    strict: bool = False,
    **how: bool,
) -> bytes:
    strips = how.get("strips", False)
    made, _ = _sketched(org, rng, **how)
    boxes, lines = (
        drawing.boxed(_mixed(made.boxes, rng), strips=strips),
        drawing.glued(made, rng, preset=preset, free=free, strips=strips),
    )
    if dots:
        lines += drawing.dotted(made, rng)
    shapes = drawing.grouped(boxes, lines, rng) if group else lines + boxes
    return deck(_around(Slide(shapes, rng.choice(("Structure", "", "Management team"))), rng), strict=strict)


def _shaped(org: Org, rng: Random) -> bytes:
    """Boxes of other shapes, which number their sides in other ways, with words beside the chart and more lines in the boxes."""
    made, _ = _sketched(org, rng, more=True)
    preset = rng.choice(("ellipse", "round2SameRect", "roundRect", "flowChartAlternateProcess"))
    sites = drawing.SITES.get(preset, (0, 1, 2, 3))
    shapes = drawing.boxed(_mixed(made.boxes, rng), preset=preset) + drawing.glued(made, rng, sites=sites)
    return deck(_around(Slide(shapes + drawing.captions(made, rng), "Structure"), rng))


def _captioned(org: Org, rng: Random) -> bytes:
    made, _ = _sketched(org, rng, more=True)
    shapes = drawing.boxed(_mixed(made.boxes, rng)) + drawing.buses(made, rng, kind="") + drawing.captions(made, rng)
    return deck(_around(Slide(shapes, "Structure"), rng))


def _mixed(boxes: list[drawing.Box], rng: Random) -> list[drawing.Box]:
    """Boxes in the order in which somebody drew them."""
    return rng.sample(boxes, len(boxes))


def _unglued(
    ways: Callable[[drawing.Sketch, Random], str], org: Org, rng: Random, *, group: bool = False, **how: bool
) -> bytes:
    made, _ = _sketched(org, rng, **how)
    boxes, lines = drawing.boxed(_mixed(made.boxes, rng)), ways(made, rng)
    return deck(_around(Slide(drawing.grouped(boxes, lines, rng) if group else boxes + lines, "Structure"), rng))


def _placed(org: Org, rng: Random, **how: bool) -> bytes:
    made, _ = _sketched(org, rng, **how)
    return deck(_around(Slide(drawing.boxed(_mixed(made.boxes, rng)), "Structure"), rng))


def _in_places(org: Org, rng: Random) -> bytes:
    """Boxes that stand where the layout keeps places for them, joined by glued connectors."""
    made, _ = _sketched(org, rng)
    shapes = "".join(
        placeholder(box.key, "body", paragraphs(box.words), 20 + at) if at % 2 else drawing.boxed([box])
        for at, box in enumerate(made.boxes)
    )
    layout = "".join(
        placeholder(
            box.key, "body", paragraphs("Click to add text"), 20 + at, drawing.where(box.x, box.y, drawing.WIDE, drawing.HIGH)
        )
        for at, box in enumerate(made.boxes)
    )
    return deck([Slide(shapes + drawing.glued(made, rng), "Structure", layout=layout)])


def _bullets(mark: str, org: Org, rng: Random, *, split: bool = False, strict: bool = False) -> bytes:
    return deck(_around(listing.bulleted(org, rng, mark, split=split), rng), strict=strict)


def _slide_table(org: Org, rng: Random, *, merged: bool = False, by: str = "title", strict: bool = False) -> bytes:
    heads = rng.choice([one for one in HEADS if one.unit] if merged else HEADS)
    return deck(_around(listing.tabled(org, rng, heads, by=by, merged=merged), rng), strict=strict)


def _section_table(org: Org, rng: Random) -> bytes:
    return deck(_around(listing.sectioned(org, rng, rng.choice([one for one in HEADS if not one.unit])), rng))


_IDS = (
    Heads("Job title", "Name", "Reports to", id="Post ID"),
    Heads("Post title", "Post holder", "Reports to (post no)", unit="Directorate", id="Post no"),
    Heads("Role", "Name", "Manager ID", unit="Team", id="ID"),
    Heads("Position", "Employee name", "Line manager ID", unit="Department", id="Position ID"),
    Heads("Job Title", "Name", "Reports to post", id="Post Number", email="Email"),
    Heads("Post", "Postholder", "Reporting to", id="Ref", seats="No. of posts"),
)
_TITLES = (
    "Staff list",
    "Staffing establishment at 1 April 2025",
    "{o}",
    "Published under the transparency code",
    "Senior staff",
)


def _sheet(org: Org, rng: Random, *, by: str = "title", surname_first: bool = False, decoy: bool = False) -> bytes:
    heads = rng.choice(_IDS if by == "id" else HEADS)
    above = [words.format(o=org.name.title()) for words in rng.sample(_TITLES, rng.choice((0, 1, 2)))]
    lines = [listing.header(heads), *listing.rows(org, rng, heads, by=by, surname_first=surname_first)]
    return listing.sheet(lines, above, rng, decoy=decoy)


def _csv(
    org: Org, rng: Random, *, by: str = "title", mark: str = ",", encoding: str = "utf-8", surname_first: bool = False
) -> bytes:
    heads = rng.choice(_IDS if by == "id" else HEADS)
    above = [words.format(o=org.name.title()) for words in rng.sample(_TITLES, rng.choice((0, 0, 1)))]
    lines = [listing.header(heads), *listing.rows(org, rng, heads, by=by, surname_first=surname_first)]
    return listing.separated(lines, above, mark, encoding)


def _word_drawn(
    ways: Callable[[drawing.Sketch, Random], str], org: Org, rng: Random, *, canvas: bool = True, strict: bool = False
) -> bytes:
    made, _ = _sketched(org, rng)
    return word.drawing(made, ways(made, rng), canvas=canvas, strict=strict)


def _word_anchored(org: Org, rng: Random) -> bytes:
    made, _ = _sketched(org, rng)
    return word.anchored(made, drawing.edges(made, rng, "straight"))


def _word_table(org: Org, rng: Random, *, merged: bool = False, by: str = "title", strict: bool = False) -> bytes:
    heads = rng.choice([one for one in HEADS if one.unit] if merged else HEADS)
    return word.tabled(org, rng, heads, by=by, merged=merged, strict=strict)


_NAMED = Wish(doubles=True, vacancies=False, seats=False)

VARIANTS: dict[str, Variant] = {
    "pptx-smartart": Variant(".pptx", Wish(), partial(_smart, "orgchart")),
    "pptx-smartart-hierarchy": Variant(".pptx", Wish(unheld=0.3), partial(_smart, "hierarchy")),
    "pptx-smartart-horizontal": Variant(".pptx", Wish(), partial(_smart, "horizontal")),
    "pptx-smartart-halfcircle": Variant(".pptx", Wish(), partial(_smart, "halfcircle", strict=True)),
    "pptx-smartart-titled": Variant(".pptx", Wish(), partial(_smart, "titled")),
    "pptx-smartart-holes": Variant(".pptx", Wish(), partial(_smart, "orgchart", holes=True)),
    "pptx-smartart-assistants": Variant(".pptx", Wish(assistants=True), partial(_smart, "orgchart")),
    "pptx-smartart-units": Variant(".pptx", Wish(), partial(_smart, "orgchart", units=True)),
    "pptx-smartart-twice": Variant(".pptx", Wish(), _smart_twice),
    "pptx-glued": Variant(".pptx", Wish(), _glued),
    "pptx-glued-bare": Variant(".pptx", Wish(unheld=1.0), _glued),
    "pptx-glued-sideways": Variant(".pptx", Wish(), partial(_glued, sideways=True)),
    "pptx-glued-hanging": Variant(".pptx", Wish(), partial(_glued, hanging=True)),
    "pptx-glued-groups": Variant(".pptx", Wish(), partial(_glued, group=True)),
    "pptx-glued-dotted": Variant(".pptx", Wish(), partial(_glued, dots=True)),
    "pptx-glued-free": Variant(".pptx", Wish(), partial(_glued, free=0.4), 0.95),
    "pptx-glued-strips": Variant(".pptx", Wish(), partial(_glued, strips=True)),
    "pptx-glued-places": Variant(".pptx", Wish(), _in_places),
    "pptx-glued-strict": Variant(".pptx", Wish(assistants=True), partial(_glued, strict=True)),
    "pptx-glued-shapes": Variant(".pptx", Wish(), _shaped),
    "pptx-bus-captions": Variant(".pptx", Wish(), _captioned, 0.93),
    "pptx-lines": Variant(".pptx", Wish(), partial(_unglued, drawing.edges), 0.93),
    "pptx-lines-hanging": Variant(".pptx", Wish(), partial(_unglued, drawing.edges, hanging=True), 0.93),
    "pptx-lines-groups": Variant(".pptx", Wish(), partial(_unglued, drawing.edges, group=True), 0.93),
    "pptx-bus": Variant(".pptx", Wish(), partial(_unglued, drawing.buses), 0.93),
    "pptx-bus-mixed": Variant(".pptx", Wish(), partial(_unglued, partial(drawing.buses, kind="")), 0.93),
    "pptx-bus-hanging": Variant(".pptx", Wish(), partial(_unglued, drawing.buses, hanging=True), 0.93),
    "pptx-bus-sideways": Variant(".pptx", Wish(), partial(_unglued, drawing.buses, sideways=True), 0.93),
    "pptx-arrows": Variant(".pptx", _FEW, partial(_unglued, drawing.arrows), 0.93),
    "pptx-placed": Variant(".pptx", Wish(unheld=0.2), _placed, 0.80),
    "pptx-placed-hanging": Variant(".pptx", Wish(), partial(_placed, hanging=True), 0.80),
    "pptx-bullets": Variant(".pptx", _NO_PAIRS, partial(_bullets, " – ")),
    "pptx-bullets-colon": Variant(".pptx", Wish(), partial(_bullets, ": ", strict=True)),
    "pptx-bullets-brackets": Variant(".pptx", Wish(), partial(_bullets, "()", split=True)),
    "pptx-bullets-comma": Variant(".pptx", Wish(), partial(_bullets, ", ")),
    "pptx-table": Variant(".pptx", _PLAIN, _slide_table),
    "pptx-table-merged": Variant(".pptx", _PLAIN, partial(_slide_table, merged=True, strict=True)),
    "pptx-table-by-name": Variant(".pptx", _NAMED, partial(_slide_table, by="name")),
    "pptx-table-sections": Variant(".pptx", _PLAIN, _section_table),
    "xlsx": Variant(".xlsx", _PLAIN, _sheet),
    "xlsx-by-name": Variant(".xlsx", _NAMED, partial(_sheet, by="name", decoy=True)),
    "xlsx-by-both": Variant(".xlsx", _NAMED, partial(_sheet, by="both")),
    "xlsx-by-id": Variant(".xlsx", Wish(), partial(_sheet, by="id")),
    "xlsx-surname": Variant(".xlsx", _PLAIN, partial(_sheet, surname_first=True)),
    "xlsx-surname-by-name": Variant(".xlsx", _NAMED, partial(_sheet, by="surname", surname_first=True)),
    "csv": Variant(".csv", _PLAIN, _csv),
    "csv-semicolon": Variant(".csv", _PLAIN, partial(_csv, mark=";", encoding="utf-8-sig")),
    "csv-by-id": Variant(".csv", Wish(), partial(_csv, by="id")),
    "csv-surname": Variant(".csv", _NAMED, partial(_csv, by="surname", surname_first=True)),
    "docx-smartart": Variant(".docx", Wish(assistants=True), word.diagram),
    "docx-smartart-titled": Variant(".docx", Wish(), partial(word.diagram, layout="titled", strict=True)),
    "docx-glued": Variant(".docx", Wish(), partial(_word_drawn, partial(drawing.glued, preset="straightConnector1"))),
    "docx-glued-group": Variant(".docx", Wish(), partial(_word_drawn, drawing.glued, canvas=False, strict=True)),
    "docx-lines": Variant(".docx", Wish(), partial(_word_drawn, partial(drawing.edges, kind="straight")), 0.93),
    "docx-anchored": Variant(".docx", Wish(), _word_anchored, 0.93),
    "docx-list": Variant(".docx", Wish(), partial(word.listed, mark=" – ")),
    "docx-list-indented": Variant(".docx", Wish(), partial(word.listed, mark=": ", numbered=False)),
    "docx-table": Variant(".docx", _PLAIN, _word_table),
    "docx-table-merged": Variant(".docx", _PLAIN, partial(_word_table, merged=True, strict=True)),
    "docx-table-by-name": Variant(".docx", _NAMED, partial(_word_table, by="name")),
    "pdf-edges": Variant(".pdf", Wish(), partial(charted.page, line="edge"), 0.93),
    "pdf-elbows-filled": Variant(".pdf", Wish(), partial(charted.page, box="f", line="elbow"), 0.93),
    "pdf-bus": Variant(".pdf", Wish(unheld=0.2), charted.page, 0.93),
    "pdf-bus-round": Variant(".pdf", Wish(), partial(charted.page, box="round"), 0.93),
    "pdf-bus-pages": Variant(".pdf", Wish(), partial(charted.page, box="B", opened=True), 0.93),
    "pdf-bus-spilt": Variant(".pdf", Wish(), partial(charted.page, spilt=True), 0.93),
    "pdf-slivers": Variant(".pdf", Wish(), partial(charted.page, box="f", line="sliver"), 0.93),
    "pdf-hanging": Variant(".pdf", Wish(), partial(charted.page, hanging=True), 0.93),
    "pdf-sideways": Variant(".pdf", Wish(), partial(charted.page, sideways=True), 0.93),
    "pdf-sideways-elbows": Variant(".pdf", Wish(), partial(charted.page, box="f", line="elbow", sideways=True), 0.93),
    "pdf-placed": Variant(".pdf", Wish(unheld=0.2), partial(charted.page, line=""), 0.80),
    "pdf-placed-hanging": Variant(".pdf", Wish(), partial(charted.page, line="", hanging=True), 0.80),
}
