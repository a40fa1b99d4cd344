"""Reasons for and against two people being one, in words for people."""

import re
from collections.abc import Iterable, Mapping

from sederunt.cli.tables import Part
from sederunt.graph.reasons import Reason
from sederunt.graph.seen import key_of
from sederunt.graph.weigh import Verdict, Weighed

COLUMNS = ("speaks", "how_much", "reason", "weight")
_STRONG, _CLEAR, _LITTLE = 1.5, 0.6, 0.15
VERDICTS: Mapping[Verdict, str] = {"same": "one person", "different": "two people", "ask": "somebody has to be asked"}


def reasons_part(weighed: Weighed, names: Mapping[str, str], heading: str = "") -> Part:
    """The reasons as a table.

    Args:
        weighed: what came of the comparison.
        names: of the things that the reasons speak of, by id.
        heading: of the table.

    """
    rows = (
        (side(r), how_much(r), told(r, names), None if r.is_veto or r.is_doubt else r.weight) for r in in_order(weighed.reasons)
    )
    return Part(heading, COLUMNS, tuple(rows))


def in_order(reasons: Iterable[Reason]) -> list[Reason]:
    """What decides first, then what speaks for it, then what speaks against it; each from the strongest on."""
    return sorted(reasons, key=lambda r: (not r.is_veto, not r.is_doubt, r.weight < 0, -abs(r.weight)))


def side(reason: Reason) -> str:
    """Whether it speaks for or against one person."""
    return "against" if reason.is_veto or reason.weight < 0 else "unsure" if reason.is_doubt else "for"


def how_much(reason: Reason) -> str:
    """How much it weighs."""
    if reason.is_veto or reason.is_doubt:
        return "rules it out" if reason.is_veto else "only a person can tell"
    weight = abs(reason.weight)
    return "strongly" if weight >= _STRONG else "clearly" if weight >= _CLEAR else "a little" if weight >= _LITTLE else "hardly"


def told(reason: Reason, names: Mapping[str, str]) -> str:
    """What it says, things called as the papers call them."""
    called = {key_of(tie): name for tie, name in sorted(names.items(), reverse=True)}
    longest_first = "|".join(re.escape(key) for key in sorted(called, key=len, reverse=True))
    text = re.sub(rf"(?<!\w)(?:{longest_first})(?!\w)", lambda key: called[key[0]], reason.text) if called else reason.text
    head = _HEADS.get(reason.kind, "")
    return head + (text.title().replace(" And ", " and ") if reason.kind in _PLACES else _QUOTED_WORD.sub(_raised, text))


_HEADS = {
    "other place": "elsewhere: ",
    "other area": "another ward or district: ",
    "other state": "another state: ",
    "other party": "another party: ",
    "other post": "another line of work: ",
}
"""What stands before the two things that clash."""
_PLACES = frozenset(["other place", "other area", "other state"])
_QUOTED_WORD = re.compile("“[a-z]")


def _raised(word: re.Match[str]) -> str:
    return word[0].upper()
