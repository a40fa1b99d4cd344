"""Committees that a table calls by a word or two: "Audit and Risk" for the Audit and Risk Committee, "Board" for the Board of Directors."""

import re
from collections.abc import Mapping

from sederunt.graph.kinds import BODY
from sederunt.graph.names import fold
from sederunt.graph.statement import Mention
from sederunt.loaders.context.scene import Scene, thing
from sederunt.loaders.naming.wording import body_kind, is_body
from sederunt.loaders.sentences.phrases import find_names

COMMITTEES = re.compile(r"\b(?:sub-?)?committees?\b", re.IGNORECASE)
_FULL = re.compile(r"(?:full|main)\s+", re.IGNORECASE)
_PLAIN = frozenset(["board", "cabinet", "corporation", "council", "court", "executive", "senate", "trustees"])


def bodies_named(scene: Scene) -> dict[str, Mention]:
    """The bodies that a paper names, by their folded names; what stands in two cells is no one name."""
    cells = (cell.text for block in scene.document.blocks for cell in block.cells)
    named = (name.text for text in cells for name in find_names(text) if name.kind == BODY)
    return {fold(text): thing("Body", text) for text in named if body_kind(text) != "meeting"}


def body_called(text: str, known: Mapping[str, Mention], own: Mention | None, *, committees: bool) -> Mention:
    """The body that a table calls by a word or two: one that the paper names in full, else the committee for which they are short.

    Args:
        text: the words in the table.
        known: the bodies that the paper names, by their folded names.
        own: that of the paper.
        committees: whether what stands around the table says that such are committees.

    """
    name = _FULL.sub("", text)
    key = fold(name)
    if key in known:
        return known[key]
    longest = len(key.split()) + 2
    longer = [body for folded, body in known.items() if folded.startswith(f"{key} ") and len(folded.split()) <= longest]
    if longer:
        return longer[0]
    if is_body(name) or key in _PLAIN:
        ended = [body for folded, body in known.items() if folded.endswith(f" {key}") or folded.startswith(f"{key} of ")]
        ours = own if own is not None and f" {key} " in f" {fold(own.label)} " else None
        return ours or (ended[0] if len(ended) == 1 else thing("Body", name))
    return thing("Body", text, name=f"{name} Committee" if committees and not name.isupper() else "")
