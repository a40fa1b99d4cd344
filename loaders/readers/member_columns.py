"""Who sits on which body by a table with a body at the head of each column and its members below.

Source: councils' lists of committees and working parties for the year, a column each, the chair first or marked so.
"""

from collections.abc import Iterable, Iterator

from sederunt.graph.statement import Statement
from sederunt.loaders.context.scene import LISTS, Scene, claim, names_thing, of_this_body, person, thing, title_claims
from sederunt.loaders.layout.member_columns import Columns
from sederunt.loaders.naming.titles import read_title
from sederunt.loaders.sentences.relations import office_of

STAGE = LISTS


def read(scene: Scene) -> Iterable[Statement]:
    """The seats that such tables tell, also where they stand in minutes."""
    for table in scene.member_columns:
        yield from _seats(table)


def _seats(table: Columns) -> Iterator[Statement]:
    bodies = {at: thing("Body", cell.text, "members") for at, cell in table.bodies.items()}
    for at, body in bodies.items():
        yield names_thing(body, table.bodies[at])
    for at, entry in table.members:
        who = person(entry.name, "members", honorific=entry.honorific, initials=entry.initials)
        role = office_of(entry.role) or "member"
        yield claim("SITS_ON", who, bodies[at], span=entry.span, role=role, role_text=entry.role_text)
        for title in entry.titles:
            yield from title_claims(who, of_this_body(read_title(title), bodies[at]), entry.span, "members")
