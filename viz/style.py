"""How kinds and roles look: colours that everybody can tell apart (Okabe and Ito's), each with a shape of its own."""

from dataclasses import dataclass

from sederunt.graph.kinds import BODY, ORGANISATION, PERSON, POST, UNIT


@dataclass(frozen=True, slots=True)
class Style:
    """How one kind looks in a picture and its legend."""

    plural: str
    hue: str
    """The name of its colour in the style sheet, which knows one for light and one for dark."""
    shape: str
    """The name that vis-network has for it."""
    glyph: str
    meaning: str = ""
    """What it says, where the word alone may mislead."""

    @property
    def colour(self) -> str:
        """In light."""
        return _HUES[self.hue]


_HUES = {
    "blue": "#0072b2",
    "vermilion": "#d55e00",
    "green": "#009e73",
    "purple": "#cc79a7",
    "orange": "#e69f00",
    "ink": "#1d1d1b",
    "rule": "#8d8a83",
}

KINDS = {
    PERSON: Style("People", "blue", "dot", "●"),
    BODY: Style("Bodies", "vermilion", "square", "■"),
    ORGANISATION: Style("Organisations", "green", "hexagon", "⬢"),
    UNIT: Style("Units", "purple", "triangle", "▲"),
    POST: Style("Posts", "orange", "diamond", "◆"),
}
ROLES = {
    "chair": Style("Chair", "vermilion", "diamond", "◆"),
    "vice-chair": Style("Vice-chair", "purple", "triangle", "▲"),
    "secretary": Style("Secretary", "green", "square", "■"),
    "member": Style("Member", "blue", "dot", "●"),
    "observer": Style("Observer", "orange", "hexagon", "⬢"),
}
TIMES = ROLES | {
    "post": Style("Post", "ink", "box", "▬"),
    "chaired": Style("Chaired a meeting", "vermilion", "diamond", "◆"),
    "present": Style("Was there", "blue", "dot", "●"),
    "in attendance": Style(
        "In attendance", "purple", "dot", "◉", "There beside the members: invited, observing or taking the minutes."
    ),
    "apologies": Style("Sent apologies", "orange", "dot", "◐"),
    "absent": Style("Was absent", "ink", "dot", "○"),
    "led an item": Style("Led an item", "green", "triangle", "▶"),
}
"""Seats and posts, and who was at meetings."""
OTHER = Style("Other", "ink", "dot", "●")

UNCHANGED = "unchanged"
CHANGES = {
    "new": Style("New", "green", "dot", "✚", "The newer papers are the first to show it."),
    "gone": Style("Gone", "vermilion", "square", "✖", "The newer papers do not show it any more."),
    "replaced": Style("Renamed or replaced", "purple", "triangle", "⇄", "A paper says that one came in place of the other."),
    "moved": Style("Moved", "blue", "diamond", "➜", "It stands under something else."),
    "manager": Style("Another manager", "orange", "hexagon", "▲", "It reports to another post."),
    "holder": Style("Another holder", "ink", "dot", "◐", "Somebody else is in the post."),
    UNCHANGED: Style("Unchanged", "rule", "dot", "○", "Both show it alike."),
}
"""What may become of a post or unit between two times."""
