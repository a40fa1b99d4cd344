"""Units and bodies that pages about an organisation print in small letters: "The intake team receives …", "our executive board".

Source: pages on how an organisation is run, in whose sentences only its own name has capitals.
"""

from collections.abc import Iterable

from sederunt.graph.kinds import POST
from sederunt.graph.names import fold
from sederunt.graph.statement import Statement
from sederunt.loaders.context.scene import NAMES, Scene, names_thing, thing
from sederunt.loaders.naming.small import small_names

STAGE = NAMES


def read(scene: Scene) -> Iterable[Statement]:
    """Namings of the units and the bodies that no earlier reader has found."""
    if scene.meeting is not None or scene.document.slides:
        return
    told = {fold(body.label) for body in scene.bodies} | scene.units
    for _, sentence in scene.prose():
        for name in small_names(sentence.text):
            if name.kind != POST and fold(name.text) not in told:
                told.add(fold(name.text))
                yield names_thing(thing(name.kind, name.text), sentence)
