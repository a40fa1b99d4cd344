"""Whose e-mail address or telephone number it is; there is none to be seen unless contacts are asked for.

Source: contact lines and slides of contacts that print one person with an address.
"""

from collections.abc import Iterable

from sederunt.graph.names import fold
from sederunt.graph.statement import Statement
from sederunt.loaders.contacts import CONTACT
from sederunt.loaders.context.scene import PROSE, Scene, claim

STAGE = PROSE


def read(scene: Scene) -> Iterable[Statement]:
    """The contacts of a person who is the only one named beside them."""
    for _, sentence in scene.sentences():
        contacts = tuple(found[0] for found in CONTACT.finditer(sentence.text))
        named = [p for p in scene.people if f" {fold(p.label)} " in f" {fold(sentence.text)} "] if contacts else []
        if len(named) == 1:
            yield claim(None, named[0], span=sentence, contacts=contacts)
