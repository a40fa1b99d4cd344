"""Who was elected to which office of the paper's own body, as lists and headings of elections tell it."""

from collections.abc import Iterable

from sederunt.graph.kinds import BODY
from sederunt.graph.statement import Statement
from sederunt.loaders.context.asides import who_is
from sederunt.loaders.context.ballots import elected
from sederunt.loaders.context.scene import PROSE, Scene, claim, title_claims
from sederunt.loaders.context.tenure import with_tenure
from sederunt.loaders.naming.titles import read_title

STAGE = PROSE


def read(scene: Scene) -> Iterable[Statement]:
    """The seats of those who were elected, and their posts."""
    if scene.meeting is None or scene.body is None or scene.body.kind != BODY:
        return
    for won in (won for section in scene.sections for won in elected(section)):
        who = who_is(won.who)
        yield from with_tenure([claim("SITS_ON", who, scene.body, span=won.span, role=won.role, confidence=0.85)])
        if won.post:
            yield from title_claims(who, read_title(won.post), won.span, "prose")
