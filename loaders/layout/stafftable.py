"""Tables of posts: which column holds the post, its holder, the unit in which it is, and the post to which it reports.

Source: staff lists such as "Post | Name | Team | Reports to", "Name | Job title | Directorate | Line manager"; lists and returns from
systems of personnel, where posts have numbers and managers are given by them: "Post ID | Surname | Forename | Role | Reports to (ID)".
"""

import re
from collections.abc import Mapping, Sequence

from sederunt.graph.lexicon import pairs
from sederunt.graph.names import folded_words
from sederunt.loaders.document import Block, Shape

STAFF = "staff"
"""The category of a section that is such a table."""

_BRACKET = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_NUMBERS = frozenset(["id", "ref", "reference", "code", "no", "number"])
_NUMBERED = frozenset(["post", "position", "employee", "staff", "job", "role", "unique", "payroll", "person", "personnel"])
_UPWARDS = frozenset(["report", "reports", "reporting", "manager", "supervisor", "managed"])
_ADDRESS = frozenset(["email", "mail"])
_OTHERS = frozenset(["cost", "salary", "team", "phone", "telephone", "of", "date", "grade", "area"])
"""With one of these, a column is about those who report, or about something else of a manager."""
_COURTESY = "title"
UNIT = "unit"
_LONGEST_HEAD = 60


def staff_columns(cells: Sequence[str]) -> dict[str, int]:
    """At which place of the rows stands what (post, holder, given, family, unit, manager, seats, id, address), by the folded cells of their head.

    Empty where a row heads no such table. More columns of units are "unit 2", "unit 3", in their order.
    """
    found: dict[str, int] = {}
    for at, cell in enumerate(cells):
        if what := _column(cell):
            found.setdefault(what if what != UNIT else _next_unit(found), at)
            if what == "post" and cells[found["post"]] == _COURTESY:
                found["post"] = at  # beside a column of posts, one of titles holds "Mr" and "Dr"
    if "post" not in found and "id" in found and {"holder", "family"} & set(found):
        return {}
    if (address := found.pop("manager address", None)) is not None and "address" in found:
        found.setdefault("manager", address)
    named = {"unit", "manager"} & set(found)
    return found if "post" in found and named and (len(found) > 2 or "manager" in found) else {}


def _next_unit(found: Mapping[str, int]) -> str:
    count = sum(one.startswith(UNIT) for one in found)
    return f"{UNIT} {count + 1}" if count else UNIT


def _column(cell: str) -> str:
    """What a column holds, by the folded words over it."""
    known = pairs("loaders", "staff_columns")
    bare = _BRACKET.sub("", cell).strip(" :*").removesuffix(" s")
    if len(cell) > _LONGEST_HEAD or not bare:
        return ""
    if what := known.get(cell.strip(" :*"), "") or known.get(bare, ""):
        return what
    told = folded_words(bare)
    if _UPWARDS & set(told):
        return "" if _OTHERS & set(told) else "manager address" if _ADDRESS & set(told) else "manager"
    if told and told[-1] in _NUMBERS and (len(told) == 1 or _NUMBERED & set(told)):
        return "id"
    return ""


def heads_rows(block: Block, following: Block | None) -> bool:
    """Whether a line that stands alone among the rows of such a table names the unit of those below it."""
    alone = block.kind is Shape.LINE and len(block.text) <= _LONGEST_HEAD and block.text[-1] not in ".;,?!"
    return alone and following is not None and following.kind is Shape.ROW and not block.level
