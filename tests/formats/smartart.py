"""Diagrams as office programs keep them: points and links, with the layout that says what they show, and the picture that repeats them."""

from random import Random

from tests.formats.opc import NAMESPACES, Slide, paragraphs
from tests.formats.orgs import Org
from tests.formats.printing import Manner

_DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
_KEPT = "http://schemas.microsoft.com/office/2007/relationships/diagramDrawing"
LAYOUTS = {
    "orgchart": ("urn:microsoft.com/office/officeart/2005/8/layout/orgChart1", "hierarchy"),
    "hierarchy": ("urn:microsoft.com/office/officeart/2005/8/layout/hierarchy2", "hierarchy"),
    "horizontal": ("urn:microsoft.com/office/officeart/2009/3/layout/HorizontalOrganizationChart#3", ""),
    "titled": ("urn:microsoft.com/office/officeart/2008/layout/NameandTitleOrganizationalChart", "hierarchy"),
    "halfcircle": ("urn:microsoft.com/office/officeart/2008/layout/HalfCircleOrganizationChart", "hierarchy"),
    "list": ("urn:microsoft.com/office/officeart/2005/8/layout/default", "list"),
    "process": ("urn:microsoft.com/office/officeart/2005/8/layout/process1", "process"),
}


class _Points:
    """The points and links of a diagram while it is written."""

    def __init__(self, layout: str) -> None:
        kind, category = LAYOUTS[layout]
        self.rows = [f'<dgm:pt modelId="0" type="doc"><dgm:prSet loTypeId="{kind}" csCatId="mainScheme1"/></dgm:pt>']
        self.links: list[str] = []
        self.count, self.category, self.kind = 0, category, kind
        self.children: dict[int, int] = {}
        self.words: list[str] = []

    def add(self, words: str, above: int, *, assistant: bool = False, title: str = "") -> int:
        """A point below another, with its two points of passing over; gives its id."""
        at, parent, sibling, shown = (self.count + step for step in (1, 2, 3, 4))
        self.count += 4
        kind = ' type="asst"' if assistant else ""
        told = '<dgm:prSet custT="1"/>' if words else '<dgm:prSet phldrT="[Text]" phldr="1"/>'
        self.rows.append(f'<dgm:pt modelId="{at}"{kind}>{told}<dgm:spPr/>{_text(words)}</dgm:pt>')
        self.rows.append(f'<dgm:pt modelId="{parent}" type="parTrans" cxnId="{900 + at}">{_text("")}</dgm:pt>')
        self.rows.append(f'<dgm:pt modelId="{sibling}" type="sibTrans" cxnId="{900 + at}">{_text(title)}</dgm:pt>')
        self.rows.append(f'<dgm:pt modelId="{shown}" type="pres"><dgm:prSet presAssocID="{at}" presName="rootText"/></dgm:pt>')
        order = self.children.get(above, 0)
        self.children[above] = order + 1
        self.links.append(
            f'<dgm:cxn modelId="{900 + at}" srcId="{above}" destId="{at}" srcOrd="{order}" destOrd="0" parTransId="{parent}" sibTransId="{sibling}"/>'
        )
        self.links.append(
            f'<dgm:cxn modelId="{5000 + at}" type="presOf" srcId="{at}" destId="{shown}" srcOrd="0" destOrd="0"/>'
        )
        self.words += [words, title]
        return at

    def data(self, rng: Random) -> str:
        """The part; links stand in it in no order."""
        rng.shuffle(self.links)
        rows = self.rows[:1] + rng.sample(self.rows[1:], len(self.rows) - 1)
        return f"<dgm:dataModel {NAMESPACES}><dgm:ptLst>{''.join(rows)}</dgm:ptLst><dgm:cxnLst>{''.join(self.links)}</dgm:cxnLst></dgm:dataModel>"

    def layout(self) -> str:
        """The part that says how it is drawn."""
        category = f'<dgm:cat type="{self.category}" pri="1000"/>' if self.category else ""
        return f'<dgm:layoutDef {NAMESPACES} uniqueId="{self.kind}"><dgm:catLst>{category}</dgm:catLst></dgm:layoutDef>'

    def picture(self) -> str:
        """The drawing that programs keep beside it."""
        shapes = "".join(
            f'<dsp:sp modelId="x{at}"><dsp:txBody><a:bodyPr/>{paragraphs(words)}</dsp:txBody></dsp:sp>'
            for at, words in enumerate(self.words)
            if words
        )
        space = "http://schemas.microsoft.com/office/drawing/2008/diagram"
        return f'<dsp:drawing {NAMESPACES} xmlns:dsp="{space}"><dsp:spTree>{shapes}</dsp:spTree></dsp:drawing>'


def _text(words: str) -> str:
    inner = paragraphs(words) if words else '<a:p><a:endParaRPr lang="en-GB"/></a:p>'
    return f"<dgm:t><a:bodyPr/><a:lstStyle/>{inner}</dgm:t>"


def _pointed(org: Org, rng: Random, layout: str, holes: bool, units: bool) -> _Points:
    points, manner = _Points(layout), Manner(rng, more=holes)
    ids: dict[int | None, int] = {None: 0}
    for at, post in enumerate(org.posts):
        above = ids[post.above]
        if units and at in org.units:
            above = points.add(org.units[at], above)
        if holes and post.level and rng.random() < 0.2:
            above = points.add("" if rng.random() < 0.5 else "[Text]", above)
        boxes = manner.boxes(post)
        for number, words in enumerate(boxes):
            pair = (words, "")
            if layout == "titled" and any(post.seats):
                pair = manner.name(post.seats[number]), manner.title(post, post.seats[number])
            ids[at] = points.add(pair[0], above, assistant=post.assistant, title=pair[1])
    return points


def parts(
    org: Org, rng: Random, layout: str = "orgchart", *, holes: bool = False, units: bool = False
) -> dict[str, tuple[str, str, str]]:
    """The parts of a chart, for a slide or a Word file; numbers of the files do not match."""
    return _written(_pointed(org, rng, layout, holes, units), rng)


def decoy(rng: Random, layout: str = "list") -> dict[str, tuple[str, str, str]]:
    """A diagram that is no chart."""
    points = _Points(layout)
    for words in rng.sample(("Listen", "Plan together", "Invest to save", "Fair funding", "Act early", "Learn and share"), 4):
        points.add(words, 0)
    return _written(points, rng, 40)


def _written(points: _Points, rng: Random, first: int = 0) -> dict[str, tuple[str, str, str]]:
    number = first + rng.randint(1, 9)
    folder, kept = "diagrams", number + 2
    return {
        f"dm{first}": ("diagramData", f"{folder}/data{number}.xml", points.data(rng)),
        f"lo{first}": ("diagramLayout", f"{folder}/layout{number + 1}.xml", points.layout()),
        f"dr{first}": (_KEPT, f"{folder}/drawing{kept}.xml", points.picture()),
    }


def reference(first: int = 0) -> str:
    """The words by which a page refers to such parts."""
    return (
        f'<a:graphic><a:graphicData uri="{_DIAGRAM}"><dgm:relIds r:dm="{{{{dm{first}}}}}" r:lo="{{{{lo{first}}}}}" r:qs="x" r:cs="y"/>'
        f"<!-- {{{{dr{first}}}}} --></a:graphicData></a:graphic>"
    )


def frame(first: int = 0) -> str:
    """The frame of a diagram on a slide."""
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{4 + first}" name="Diagram {first}"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>'
        f'<p:xfrm><a:off x="0" y="0"/><a:ext cx="9000000" cy="5000000"/></p:xfrm>{reference(first)}</p:graphicFrame>'
    )


def slide(
    org: Org, rng: Random, layout: str = "orgchart", *, holes: bool = False, units: bool = False, title: str = "Structure"
) -> Slide:
    """A slide with the chart."""
    return Slide(frame(), title, parts(org, rng, layout, holes=holes, units=units))


def decoy_slide(rng: Random) -> Slide:
    """A slide with a list and a process."""
    return Slide(frame(40), "How we work", decoy(rng, rng.choice(("list", "process"))))
