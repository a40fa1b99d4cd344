"""A person as one place shows them: the name as printed, and what is said around it. It is what ``weigh`` compares."""

from dataclasses import dataclass

from sederunt.graph.names import PersonName

SORTS = (
    "body",
    "plain body",
    "organisation",
    "unit",
    "place",
    "area",
    "state",
    "party",
    "post",
    "group",
    "acronym",
    "initials",
)
"""What the things around a name can be. A ``plain body`` may be anybody's ("audit committee"); a ``place`` is a word of a name; a ``group`` a class of members
("parent governors"), a ``kind`` a place with the kind of
organisation that is there, the ``initials`` are those of the other things, which an ``acronym`` may mean."""


@dataclass(frozen=True)
class Sighting:
    """A printed name with its context; nothing in it hangs on other places."""

    printed: str
    """The name as it stands there."""
    names: tuple[PersonName, ...] = ()
    """The people that it can name: several where it names several ("Cllrs Hale and Moss")."""
    letters: tuple[str, ...] = ()
    """The initials, in small letters, where nothing else is printed: of each of those who are named."""
    nobody: str = ""
    """What it names instead of a person ("a post", "an organisation"), or nothing."""
    office: str = ""
    """The part in a body or a meeting that it names instead of a person ("the Chair")."""
    generation: str = ""
    """What tells father and son apart: ``younger``, ``older``, ``second``, ``third``."""
    around: frozenset[tuple[str, str]] = frozenset()
    """The things around it: sort and key."""
    role: str = ""
    """The part in a body or a meeting: chair, vice-chair, minutes, …"""
    row: str = ""
    """The kind of list in which the name is a row: present, apologies, absent, actions, ayes, …"""
    beside: str = ""
    """The initials printed beside the name."""
    number: str = ""
    """The number of its row."""
    first: str = ""
    last: str = ""
    """The first and the last day that the place tells of, as ISO text; empty where it has no date."""
    told: str = ""
    """The words around the name, folded, between spaces."""
    elected: bool = False
    """Whether a title there is that of somebody whom voters chose."""
    renamed: bool = False
    """Whether the words around it tell of another time or name ("formerly", "née")."""

    @property
    def is_elected(self) -> bool:
        """Whether it shows somebody whom voters chose."""
        return self.elected or bool(self.of("party", "area"))

    def of(self, *sorts: str) -> frozenset[str]:
        """The keys of the things of these sorts."""
        return frozenset(key for sort, key in self.around if sort in sorts)

    @property
    def is_day(self) -> bool:
        """Whether its date is one day."""
        return bool(self.first) and self.first == self.last
