"""Tables of posts: which column holds the post, its holder, the unit in which it is, and the post to which it reports.

Source: staff lists such as "Post | Name | Team | Reports to", "Name | Job title | Directorate | Line manager".
"""

from collections.abc import Sequence

from sederunt.graph.lexicon import pairs

STAFF = "staff"
"""The category of a section that is such a table."""


def staff_columns(cells: Sequence[str]) -> dict[str, int]:
    """At which place of the rows stands what (post, holder, unit, manager, seats), by the folded cells of their head.

    Empty where a row heads no such table.
    """
    found: dict[str, int] = {}
    for at, cell in enumerate(cells):
        if what := pairs("loaders", "staff_columns").get(cell, ""):
            found.setdefault(what, at)
    return found if "post" in found and {"unit", "manager"} & set(found) and len(found) > 2 else {}
