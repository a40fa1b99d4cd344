"""Charts drawn with boxes and lines: where the boxes lie, and in which of many ways the lines between them are drawn."""

from dataclasses import dataclass, field
from random import Random

from tests.formats.opc import attribute, paragraphs
from tests.formats.orgs import Org
from tests.formats.printing import Manner

WIDE, HIGH, ACROSS, DOWN = 1_500_000, 620_000, 1_750_000, 1_250_000
"""The size of a box and how far the next one is, in EMU."""


Piece = tuple[tuple[float, float], tuple[float, float]]
"""From where to where a line goes."""


@dataclass
class Box:
    """A box: its words, its middle line and top, its id, and the box above it by place."""

    words: str
    above: int | None
    key: int
    x: float = 0.0
    y: float = 0.0
    assistant: bool = False

    @property
    def middle(self) -> float:
        return self.x + WIDE / 2


@dataclass
class Sketch:
    """A chart that is drawn: its boxes and the edges (upper, lower) that are lines."""

    boxes: list[Box] = field(default_factory=list)
    sideways: bool = False

    @property
    def edges(self) -> list[tuple[Box, Box]]:
        return [(self.boxes[box.above], box) for box in self.boxes if box.above is not None]


def sketch(org: Org, manner: Manner, *, sideways: bool = False, hanging: bool = False, rng: Random | None = None) -> Sketch:
    """The boxes of a chart, each in its place; ``hanging``: the posts at the foot of a branch stand below one another in a list."""
    made = Sketch(sideways=sideways)
    first: dict[int, int] = {}
    for at, post in enumerate(org.posts):
        for words in manner.boxes(post):
            above = None if post.above is None else first[post.above]
            made.boxes.append(Box(words, above, 10 + 3 * len(made.boxes), assistant=post.assistant))
            first.setdefault(at, len(made.boxes) - 1)
    below: dict[int, list[int]] = {}
    for number, box in enumerate(made.boxes):
        if box.above is not None:
            below.setdefault(box.above, []).append(number)
    _lay(made, 0, 0, [0.0], below, hanging)
    if sideways:
        for box in made.boxes:
            box.x, box.y = box.y * (WIDE + 500_000) / DOWN, box.x * (HIGH + 200_000) / ACROSS
    if rng is not None:  # nobody places boxes to the point
        for box in made.boxes:
            box.x, box.y = box.x + rng.uniform(-20_000, 20_000), box.y + rng.uniform(-15_000, 15_000)
    return made


def _lay(made: Sketch, at: int, depth: float, free: list[float], below: dict[int, list[int]], hanging: bool) -> None:
    """Lay a branch, leaves from the left to the right, each box over the middle of those below it."""
    children = below.get(at, [])
    box = made.boxes[at]
    box.y = 300_000 + depth * DOWN
    if hanging and depth and len(children) > 1 and not any(below.get(one) for one in children):
        box.x = free[0]
        for number, one in enumerate(children):
            made.boxes[one].x, made.boxes[one].y = free[0] + 300_000, box.y + (number + 1) * (HIGH + 180_000)
        free[0] += ACROSS + 350_000
        return
    for one in children:
        _lay(made, one, depth + 1, free, below, hanging)
    if children:
        box.x = (made.boxes[children[0]].x + made.boxes[children[-1]].x) / 2
    else:
        box.x = free[0]
        free[0] += ACROSS


# Shapes ------------------------------------------------------------------------------------------------------------------------


def where(x: float, y: float, wide: float, high: float, flips: str = "") -> str:
    """The element that says where a shape lies."""
    return f'<a:xfrm{flips}><a:off x="{int(x)}" y="{int(y)}"/><a:ext cx="{int(wide)}" cy="{int(high)}"/></a:xfrm>'


def shape(key: int, words: str, place: str, preset: str = "rect", line: str = "") -> str:
    """A box of a slide, with words or without."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{key}" name={attribute(f"Rectangle {key}")}/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
        f'<p:spPr>{place}<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom>{line}</p:spPr>'
        f"<p:txBody><a:bodyPr/>{paragraphs(words)}</p:txBody></p:sp>"
    )


def boxed(boxes: list[Box], *, strips: bool = False, preset: str = "rect") -> str:
    """The boxes; ``strips``: the title in a strip of its own over the name."""
    return "".join(_boxed(box, strips, preset) for box in boxes)


SITES = {"ellipse": (0, 2, 4, 6), "round2SameRect": (3, 2, 1, 0)}
"""How shapes number their top, left, bottom and right, where not as rectangles do."""


def captions(made: Sketch, rng: Random) -> str:
    """Words on the slide that are no boxes of the chart."""
    left, low = min(box.x for box in made.boxes), max(box.y for box in made.boxes) + HIGH
    words = (
        ("Key: dashed lines show matrix working", low + 500_000),
        ("Structure as at May", low + 900_000),
        ("Under review", low + 1_300_000),
    )
    return "".join(
        shape(6000 + number, text, where(left + 2_000_000 * number, y, 1_900_000, 300_000))
        for number, (text, y) in enumerate(rng.sample(words, 2))
    )


def _boxed(box: Box, strips: bool, preset: str) -> str:
    first, mark, rest = box.words.partition("\n")
    if not strips or not mark:
        return shape(box.key, box.words, where(box.x, box.y, WIDE, HIGH), preset)
    strip = shape(box.key, first, where(box.x, box.y, WIDE, HIGH * 0.45))
    return strip + shape(box.key + 1, rest, where(box.x, box.y + HIGH * 0.45, WIDE, HIGH * 0.55))


def connector(
    key: int,
    first: tuple[float, float],
    last: tuple[float, float],
    ends: tuple[tuple[int, int] | None, tuple[int, int] | None] = (None, None),
    *,
    preset: str = "bentConnector3",
    dash: str = "",
    turned: bool = True,
) -> str:
    """A connector from a point to another; ``ends`` are the (shape, site) to which it is glued."""
    x, y = min(first[0], last[0]), min(first[1], last[1])
    flips = (' flipH="1"' if last[0] < first[0] else "") + (' flipV="1"' if last[1] < first[1] else "")
    wide, high = abs(first[0] - last[0]), abs(first[1] - last[1])
    if preset == "bentConnector2":  # down, then to the right; or to the left, then up
        down = last[1] > first[1]
        flips = ' rot="16200000" flipH="1"' if down else ' rot="10800000"'
        if down:
            x, y, wide, high = x + (wide - high) / 2, y + (high - wide) / 2, high, wide
    elif preset == "bentConnector3" and turned:
        # One that leaves downwards is kept turned by a quarter, its width and height in each other's place about the middle.
        turn = "5400000" if last[1] > first[1] else "16200000"
        flip = ' flipV="1"' if (last[0] > first[0]) == (last[1] > first[1]) else ""
        x, y, wide, high, flips = x + (wide - high) / 2, y + (high - wide) / 2, high, wide, f' rot="{turn}"{flip}'
    glue = "".join(
        f'<a:{name} id="{end[0]}" idx="{end[1]}"/>' for name, end in zip(("stCxn", "endCxn"), ends, strict=True) if end
    )
    line = f'<a:ln w="12700"><a:prstDash val="{dash}"/></a:ln>' if dash else '<a:ln w="12700"/>'
    return (
        f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{key}" name="Connector {key}"/><p:cNvCxnSpPr>{glue}</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr>'
        f'<p:spPr>{where(x, y, wide, high, flips)}<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom>{line}</p:spPr></p:cxnSp>'
    )


def line(key: int, first: tuple[float, float], last: tuple[float, float], kind: str = "straight") -> str:
    """A line that is glued to nothing: a connector, a shape that is a line, or a free form."""
    x, y = min(first[0], last[0]), min(first[1], last[1])
    wide, high = abs(first[0] - last[0]), abs(first[1] - last[1])
    flips = ' flipH="1"' if (last[0] < first[0]) != (last[1] < first[1]) and wide and high else ""
    if kind == "straight":
        return connector(key, first, last, preset="straightConnector1")
    if kind == "shape":
        return shape(key, "", where(x, y, wide, high, flips), "line")
    corners = (("0", "0"), (str(int(wide)), str(int(high)))) if not flips else ((str(int(wide)), "0"), ("0", str(int(high))))
    path = "".join(
        f'<a:{step}><a:pt x="{px}" y="{py}"/></a:{step}>' for step, (px, py) in zip(("moveTo", "lnTo"), corners, strict=True)
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{key}" name="Freeform {key}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{where(x, y, wide, high)}'
        f'<a:custGeom><a:pathLst><a:path w="{int(wide)}" h="{int(high)}">{path}</a:path></a:pathLst></a:custGeom></p:spPr></p:sp>'
    )


# Ways of drawing the lines ---------------------------------------------------------------------------------------------------------


def _sites(made: Sketch, upper: Box, lower: Box) -> tuple[tuple[int, tuple[float, float]], tuple[int, tuple[float, float]]]:
    """(site, point) of the two ends of an edge."""
    if made.sideways:
        return (3, (upper.x + WIDE, upper.y + HIGH / 2)), (1, (lower.x, lower.y + HIGH / 2))
    beside = lower.y < upper.y + DOWN * 2 and lower.x == upper.x + 300_000
    if beside:  # one of a list that hangs
        return (2, (upper.x + 150_000, upper.y + HIGH)), (1, (lower.x, lower.y + HIGH / 2))
    return (2, (upper.middle, upper.y + HIGH)), (0, (lower.middle, lower.y))


def glued(
    made: Sketch,
    rng: Random,
    *,
    preset: str = "",
    either: bool = True,
    free: float = 0.0,
    strips: bool = False,
    sites: tuple[int, ...] = (0, 1, 2, 3),
) -> str:
    """Connectors glued to the boxes, drawn in either direction; of a share of them one end is free."""
    out = ""
    for number, (upper, lower) in enumerate(made.edges):
        (s1, p1), (s2, p2) = _sites(made, upper, lower)
        foot = upper.key + 1 if strips and "\n" in upper.words and s1 == 2 else upper.key
        ends: list[tuple[int, int] | None] = [(foot, sites[s1]), (lower.key, sites[s2])]
        if rng.random() < free:
            ends[rng.randrange(2)] = None
        points = [p1, p2]
        if either and rng.random() < 0.5:
            ends.reverse()
            points.reverse()
        how = preset or rng.choice(("bentConnector3", "straightConnector1"))
        if how == "bentConnector3" and s1 == 2 and s2 == 1:
            how = "bentConnector2"
        out += connector(1000 + number, points[0], points[1], (ends[0], ends[1]), preset=how, turned=not made.sideways)
    return out


def dotted(made: Sketch, rng: Random) -> str:
    """A dotted line between two boxes that are not joined."""
    pairs = [(a, b) for a in made.boxes for b in made.boxes if a.y < b.y and (b.above is None or made.boxes[b.above] is not a)]
    out = ""
    for number, (a, b) in enumerate(rng.sample(pairs, min(2, len(pairs)))):
        dash = rng.choice(("dash", "sysDot", "lgDash", "sysDash"))
        ends = ((a.key, 2), (b.key, 0))
        out += connector(3000 + number, (a.middle, a.y + HIGH), (b.middle, b.y), ends, preset="straightConnector1", dash=dash)
    return out


def edges(made: Sketch, rng: Random, kind: str = "") -> str:
    """A line for each edge, glued to nothing, its ends not quite at the boxes."""
    out = ""
    for number, (upper, lower) in enumerate(made.edges):
        (s1, p1), (s2, p2) = _sites(made, upper, lower)
        ends = [(x + rng.uniform(-8_000, 8_000), y + rng.uniform(-25_000, 25_000)) for x, y in (p1, p2)]
        if rng.random() < 0.5:
            ends.reverse()
        how = kind or rng.choice(("straight", "shape", "free", "bent"))
        if how == "bent":
            bent = "bentConnector2" if (s1, s2) == (2, 1) else "bentConnector3"
            out += connector(1000 + number, ends[0], ends[1], preset=bent, turned=not made.sideways)
        else:
            out += line(1000 + number, ends[0], ends[1], how)
    return out


def buses(made: Sketch, rng: Random, kind: str = "straight") -> str:
    """A trunk, a bar and drops below each box that has boxes below it."""
    lines = (
        line(1000 + number, first, last, kind or rng.choice(("straight", "shape", "free")))
        for number, (first, last) in enumerate(pieces(made))
    )
    return "".join(lines)


def straight(made: Sketch) -> list[Piece]:
    """A line from each box to each below it."""
    return [(first[1], last[1]) for first, last in (_sites(made, upper, lower) for upper, lower in made.edges)]


def pieces(made: Sketch) -> list[Piece]:
    """The pieces of all trunks, bars and drops."""
    below: dict[int, list[Box]] = {}
    for upper, lower in made.edges:
        below.setdefault(upper.key, []).append(lower)
    branch = _bus_sideways if made.sideways else _bus
    return [piece for upper in made.boxes if upper.key in below for piece in branch(upper, below[upper.key])]


def _bus(upper: Box, children: list[Box]) -> list[Piece]:
    foot = (upper.middle, upper.y + HIGH)
    if children[0].x == upper.x + 300_000 and len(children) > 1 and children[0].x == children[-1].x:
        trunk = upper.x + 150_000
        sides = [((trunk, box.y + HIGH / 2), (box.x, box.y + HIGH / 2)) for box in children]
        return [((trunk, upper.y + HIGH), (trunk, children[-1].y + HIGH / 2)), *sides]
    top = min(box.y for box in children)
    bar = (foot[1] + top) / 2
    if len(children) == 1:
        return [(foot, (children[0].middle, top))]
    ends = [box.middle for box in children] + [upper.middle]
    drops = [((box.middle, bar), (box.middle, box.y)) for box in children]
    return [(foot, (foot[0], bar)), ((min(ends), bar), (max(ends), bar)), *drops]


def _bus_sideways(upper: Box, children: list[Box]) -> list[Piece]:
    side = (upper.x + WIDE, upper.y + HIGH / 2)
    bar = (side[0] + children[0].x) / 2
    levels = [box.y + HIGH / 2 for box in children] + [side[1]]
    drops = [((bar, box.y + HIGH / 2), (box.x, box.y + HIGH / 2)) for box in children]
    return [(side, (bar, side[1])), ((bar, min(levels)), (bar, max(levels))), *drops]


def arrows(made: Sketch, rng: Random) -> str:
    """A block arrow from each box to the one below it; each post of these charts has few below it."""
    out = ""
    for number, (upper, lower) in enumerate(made.edges):
        (_, p1), (_, p2) = _sites(made, upper, lower)
        if abs(p1[0] - p2[0]) < 300_000:
            middle = (p1[0] + p2[0]) / 2
            out += shape(
                1000 + number, "", where(middle - 90_000, p1[1] + 20_000, 180_000, p2[1] - p1[1] - 40_000), "downArrow"
            )
        else:
            out += line(1000 + number, p1, p2, "straight")
    return out


def grouped(boxes: str, lines: str, rng: Random) -> str:
    """All in a group with units of its own, the boxes in a group inside it."""
    scale = rng.choice((0.5, 2.0, 1.3))
    inner = (
        '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="4000" name="Group"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
        '<a:xfrm><a:off x="100000" y="200000"/><a:ext cx="9000000" cy="6000000"/><a:chOff x="100000" y="200000"/><a:chExt cx="9000000" cy="6000000"/></a:xfrm></p:grpSpPr>'
        f"{boxes}</p:grpSp>"
    )
    return (
        '<p:grpSp><p:nvGrpSpPr><p:cNvPr id="4001" name="Group"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
        f'<a:xfrm><a:off x="50000" y="70000"/><a:ext cx="{int(9e6 * scale)}" cy="{int(6e6 * scale)}"/><a:chOff x="0" y="0"/><a:chExt cx="9000000" cy="6000000"/></a:xfrm></p:grpSpPr>'
        f"{inner}{lines}</p:grpSp>"
    )
