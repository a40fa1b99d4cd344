"""Structures made by hand, for what papers seldom draw."""

import random

from sederunt.queries.tree import Hanging, Line, Seat, Structure, hanging
from sederunt.viz.outline import nodes, notes, outline
from sederunt.viz.picture import TREE, Edge, Evidence, Mark, Picture
from sederunt.viz.style import CHANGES

from tests.viz.pictures import HOSTILE

PROOF = (Evidence("a line", "Chart", "chart.txt", "slide 1"),)
WORDS = ("Highways", "and Environmental Crime", "Safeguarding", "Learning Disability Commissioning", "Older People", "Revenues")


def drawn(found, hung, people=(), *, asked=(), marks=(), title="A structure"):
    """The page of a structure; ``people`` are pairs of a name and the id of a post."""
    inside = {*hung.uppers, *(unit for unit, post in hung.heads.items() if post in hung.uppers)}
    lines = sorted(line for line in found.lines if {line.low, line.high} <= inside)
    edges = [Edge(line.low, line.link, line.high, "hangs on", "", "", line.basis, 0.9, PROOF) for line in lines]
    edges += [Edge(f"person:{name}", "HOLDS", post, "holds the post", "", "", "stated", 0.9, PROOF) for name, post in people]
    outlined = outline(found, hung, edges, marks)
    names = {f"person:{name}": name for name, _ in people}
    return Picture(
        drawing=TREE,
        title=title,
        subject=title,
        nodes=nodes(found, outlined, names, notes(found, hung, lines)),
        edges=tuple(edges),
        asked=tuple(asked),
        outline=outlined,
    )


def great(posts=150):
    """Many posts on six levels, each with a holder or vacant, some with names that need several lines."""
    things = {"organisation:o": ("Organisation", "The Council")}
    found, people = Structure(things), []
    for number in range(posts):
        id_, above = f"post:{number:03}", f"post:{(number - 1) // 3:03}"
        things[id_] = ("Post", f"Head of {WORDS[number % 6]} {number} " + "and its Several Partners " * (number % 4))
        found.lines.add(_line(id_, "REPORTS_TO", above) if number else _line(id_, "POST_IN", "organisation:o"))
        found.seats[id_] = Seat(seats=1 + number % 3, vacant=number % 7 == 0)
        if number % 7:
            people += [(f"Person {number} " + "of the Long Name " * (number % 5), id_)]
    return drawn(found, hanging(found, "organisation:o", things), people, asked=("organisation:o",))


def _line(low, link, high, basis="stated"):
    return Line(low, link, high, basis, "a line", "Chart, slide 1")


def structure(*lines):
    """A structure of lines alone: what is written small is a post, else a unit."""
    ends = {end for low, _, high in lines for end in (low, high)}
    return Structure({end: ("Post" if end.islower() else "Unit", end) for end in ends}, {_line(*line) for line in lines})


def at_random(seed):
    """A structure with whatever lines may be drawn, circles and several parents among them."""
    dice = random.Random(seed)
    posts, units = ([f"{letter}{number}" for number in range(dice.randint(1, 9))] for letter in "pU")
    links = [
        *(("REPORTS_TO", one, other) for one in posts for other in posts),
        *(("POST_IN", one, other) for one in posts for other in units),
        *(("HEADS", one, other) for one in posts for other in units),
        *(("PART_OF", one, other) for one in units for other in units),
    ]
    chosen = dice.sample(links, min(len(links), dice.randint(1, 24)))
    return structure(*((low, link, high) for link, low, high in chosen if low != high))


def below(found, asked):
    """The ids of what is under something, and of the thing itself."""
    reached = [asked]
    for each in reached:
        under = [line.low for line in found.lines if line.high == each]
        run = [line.high for line in found.lines if line.low == each and line.link == "HEADS"]
        reached += [end for end in dict.fromkeys(under + run) if end not in reached]
    return set(reached)


def two_levels():
    """A head and what is directly under it."""
    lines = [(f"p{number}", "POST_IN", "Board") for number in range(7)]
    found = structure(*lines)
    return drawn(found, hanging(found, "Board", found.things), [("Ann Hale", "p1"), ("Bryn Rees", "p3")], asked=("Board",))


def hostile_tree():
    """A structure in which every field holds text that has harmed pages."""
    texts = list(HOSTILE.values())
    found = Structure({f"post:{at}": ("Post", text) for at, text in enumerate(texts)})
    found.things |= {f"unit:{at}": (text[:50], text) for at, text in enumerate(texts)}
    found.lines = {Line(f"post:{at}", "POST_IN", f"unit:{at}", "stated", text, text) for at, text in enumerate(texts)}
    found.lines |= {
        Line(f"post:{at}", "REPORTS_TO", f"post:{at - 1}", "inferred", text, text) for at, text in enumerate(texts) if at
    }
    proof = [Evidence(text, text, text, text) for text in texts]
    edges = [
        Edge(line.low, line.link, line.high, line.quote, "", line.quote, line.basis, 0.5, (*proof,), further=2)
        for line in sorted(found.lines)
    ]
    edges += [
        Edge(f"person:{at}", "HOLDS", f"post:{at}", text, "", text, "stated", 0.5, (*proof,)) for at, text in enumerate(texts)
    ]
    marks = [Mark(f"post:{at}", sort, text, at) for at, (text, sort) in enumerate(zip(texts, [*CHANGES] * 9, strict=False))]
    hung = hanging(found)
    outlined = outline(found, Hanging("", hung.heads, dict.fromkeys(found.things, texts[0]), hung.uppers), edges, marks)
    people = {f"person:{at}": text for at, text in enumerate(texts)}
    told = dict.fromkeys(found.things, texts[1])
    return Picture(
        TREE, texts[0], texts[1], nodes(found, outlined, people, told), tuple(edges), (), tuple(texts), outline=outlined
    )
