"""How kinds and roles look: colours that everybody can tell apart (Okabe and Ito's), each with a shape of its own."""

from dataclasses import dataclass

from sederunt.graph.kinds import BODY, ORGANISATION, PERSON, POST, UNIT


@dataclass(frozen=True, slots=True)
class Style:
    """How one kind looks in a picture and its legend."""

    plural: str
    colour: str
    shape: str
    """The name that vis-network has for it."""
    glyph: str


KINDS = {
    PERSON: Style("People", "#0072b2", "dot", "●"),
    BODY: Style("Bodies", "#d55e00", "square", "■"),
    ORGANISATION: Style("Organisations", "#009e73", "hexagon", "⬢"),
    UNIT: Style("Units", "#cc79a7", "triangle", "▲"),
    POST: Style("Posts", "#e69f00", "diamond", "◆"),
}
ROLES = {
    "chair": Style("Chair", "#d55e00", "diamond", "◆"),
    "vice-chair": Style("Vice-chair", "#cc79a7", "triangle", "▲"),
    "secretary": Style("Secretary", "#009e73", "square", "■"),
    "member": Style("Member", "#0072b2", "dot", "●"),
    "observer": Style("Observer", "#e69f00", "hexagon", "⬢"),
}
OTHER = Style("Other", "#000000", "dot", "●")
