"""Organisation charts that were flattened into lines: a slide of posts, one a line, the head first, then services run together.

Source: decks of restructurings whose boxes were dumped a line each, the lines between them lost. That the posts on a slide report to
its head follows from their standing together, so it is inferred; where one service ends and the next begins is guesswork.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sederunt.graph.names import fold
from sederunt.graph.statement import Mention, Statement
from sederunt.loaders.context.scene import LISTS, Scene, claim
from sederunt.loaders.document import Shape, Span, joined
from sederunt.loaders.layout.sections import Section
from sederunt.loaders.layout.stafftable import STAFF
from sederunt.loaders.naming.seats import split_acting, split_seats, unit_of
from sederunt.loaders.naming.wording import is_post
from sederunt.loaders.sentences.services import split_services

STAGE = LISTS

_POST = re.compile(
    r"^(?:(?:Acting|Interim|Deputy|Assistant|Associate|Corporate|Executive|Strategic|Group|County|City|Chief|Managing|Service|Joint|Senior|Principal|Programme|Area|Regional|Operations|General)\s+)*"
    r"(?:Directors?|Heads?|Chief Executive|Chief Officers?|Managers?|Chief [A-Z]\w+ Officer|Secretary|Treasurer|Solicitor|Commissioners?|Advisers?|Advisors?|Officers?|Lead)\b(?!\s*(?:’s|'s))"
)
_NOT_BOX = re.compile(r"^(?:appendix|annex|figure|slide|page|chart|proposed structure|under review)\b", re.IGNORECASE)
_WRAP = 38
"""Boxes wrap at about this many characters in a dump: a shorter line is whole."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A slide that is a chart: its head, the posts under it, and the boxes that are no posts."""

    head: Span
    posts: tuple[Span, ...]
    boxes: tuple[Span, ...]
    unit: str
    """The unit that the head's title names; empty if it names none."""


def read(scene: Scene) -> Iterable[Statement]:
    """Posts, seats, lines of reporting, units and their heads from the charts of a deck."""
    charts = [chart for section in scene.sections if scene.document.slides and (chart := _chart(section)) is not None]
    heads = {chart.head.text: _post(chart.head, chart)[0] for chart in charts}
    for chart in charts:
        yield from _claims(chart, heads)


def _chart(slide: Section) -> Chart | None:
    if slide.heading is None or slide.category == STAFF or any(block.kind is Shape.BULLET for block in slide.blocks):
        return None
    spans = [span for span in (slide.heading, *slide.spans) if not _NOT_BOX.match(span.text)]
    posts = _posts(spans)
    first = next((at for at, span in enumerate(spans) if posts and span.places[0] == posts[0].places[0]), len(spans))
    if len(posts) < 3 or first > 1 or (not _is_post_line(spans[0].text) and len(posts) < 4):
        return None
    lines = {line for post in posts for _, line in post.places}
    boxes = [span for span in spans if not {line for _, line in span.places} & lines]
    boxes = [box for box in boxes if box is not slide.heading]
    return Chart(posts[0], tuple(posts[1:]), tuple(boxes), unit_of(posts[0].text))


def _is_post_line(text: str) -> bool:
    counted = split_seats(text)[1] > 1 and is_post(text)
    return (counted or bool(_POST.match(text))) and not text.startswith("Directorate")


def _posts(spans: list[Span]) -> list[Span]:
    """The lines that name posts; a short line between two long posts belongs to the first."""
    posts: list[Span] = []
    for at, span in enumerate(spans):
        if _is_post_line(span.text):
            posts.append(span)
        elif posts and posts[-1].places[-1] == spans[at - 1].places[-1] and _goes_on(posts[-1].text, span.text, spans, at):
            posts[-1] = joined([posts[-1], span])
    return posts


def _goes_on(post: str, text: str, spans: list[Span], at: int) -> bool:
    following = spans[at + 1].text if at + 1 < len(spans) else ""
    return len(post) >= _WRAP and len(text.split()) == 1 and _is_post_line(following)


def _post(span: Span, chart: Chart) -> tuple[Mention, int, bool]:
    title, seats = split_seats(span.text)
    title, acting = split_acting(title)
    return (
        Mention(kind="Post", text=span.text, section="chart", name=title if title != span.text else "", within=_place(chart)),
        seats,
        acting,
    )


def _place(chart: Chart) -> str:
    """What the posts of a chart are in: the unit that its head runs, else the head's own title."""
    return chart.unit or chart.head.text


def _claims(chart: Chart, heads: dict[str, Mention]) -> Iterator[Statement]:
    top = heads[chart.head.text]
    yield claim(None, top, span=chart.head, confidence=0.9)
    unit = Mention(kind="Unit", text=chart.unit, section="chart") if chart.unit else None
    if unit:
        yield claim(None, unit, span=chart.head, basis="inferred", confidence=0.8)
        yield claim("HEADS", top, unit, span=chart.head, basis="inferred", confidence=0.8)
        yield claim("POST_IN", top, unit, span=chart.head, basis="inferred", confidence=0.8)
    for span in chart.posts:
        yield from _seat(span, chart, top, unit, heads)
    for span, name in split_services(chart.boxes):
        yield from _service(span, name, unit)


def _seat(span: Span, chart: Chart, top: Mention, unit: Mention | None, heads: dict[str, Mention]) -> Iterator[Statement]:
    post, seats, _ = _post(span, chart)
    others = [head for text, head in heads.items() if text != chart.head.text and _singular(post.label) in fold(text)]
    if seats > 1 and len(others) == seats:
        for other in others:
            yield claim("REPORTS_TO", other, top, span=span, basis="inferred", confidence=0.7)
        return
    yield claim(None, post, span=span, seats=seats, confidence=0.9)
    yield claim("REPORTS_TO", post, top, span=span, basis="inferred", confidence=0.7)
    if unit:
        yield claim("POST_IN", post, unit, span=span, basis="inferred", confidence=0.7)


def _singular(title: str) -> str:
    return re.sub(r"\b(director|head|manager|adviser|advisor|officer)s\b", r"\1", fold(title))


def _service(span: Span, name: str, unit: Mention | None) -> Iterator[Statement]:
    if unit is None:
        return
    service = Mention(kind="Unit", text=name, section="chart", within=unit.text)
    yield claim(None, service, span=span, basis="inferred", confidence=0.4)
    yield claim("PART_OF", service, unit, span=span, basis="inferred", confidence=0.4)
