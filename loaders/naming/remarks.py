"""What a remark beside a name says of somebody's coming: for a part, in whose place, or that they did not come."""

import re
from dataclasses import dataclass
from functools import cache

from sederunt.graph.lexicon import pairs
from sederunt.graph.names import folded_words
from sederunt.loaders.naming.headings import category_of

PART, STAND_IN, INSTEAD, AWAY = "part", "stand-in", "instead", "away"

_CLOCK = re.compile(r"\d|noon$|midday$|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half)$")
_STATUS = re.compile(
    r"^(?P<status>[A-Za-z' ]+?)(?:\s*[(,;:–-]\s*(?P<rest>.+?)\)?|\s+(?P<part>(?:until|from|for|by|via|as)\s.+))?$"
)


@dataclass(frozen=True, slots=True)
class Remark:
    """The kind of a remark, and whom it names where it names somebody."""

    kind: str
    who: str = ""


def read_remark(text: str) -> Remark | None:
    """What a remark says, or None where a text is none.

    Source: "(for item 5 only)", "(until 3.15 pm)", "by telephone", "(deputising for Ann Hale)", "(substitute: Ben Moss)", "(maternity leave)".
    """
    tokens = folded_words(text)
    shown = tuple("#" if at and _CLOCK.match(token) else token for at, token in enumerate(tokens))
    for size in range(min(4, len(tokens)), 0, -1):
        kind = _remarks().get(shown[:size])
        if kind is None or (kind == INSTEAD and not re.search(r":|\bby\b", text)) or (kind == AWAY and len(tokens) > size + 2):
            continue
        who = re.sub(rf"^(?:[\w-]+\W+){{{size}}}", "", text) if kind in (STAND_IN, INSTEAD) else ""
        if kind != STAND_IN or who:
            return Remark(kind, who)
    return None


@cache
def _remarks() -> dict[tuple[str, ...], str]:
    return {tuple(re.findall(r"[a-z0-9]+|#", phrase)): kind for phrase, kind in pairs("loaders", "remarks").items()}


def read_status(text: str) -> tuple[str, str]:
    """(``present``, ``apologies`` or ``absent``, what is said beside it): ``"Present (until item 6)"``; two empty strings for no such word."""
    found = _STATUS.match(text.strip())
    category = category_of(found["status"]) if found else ""
    if not found or category not in ("present", "apologies", "absent"):
        return "", ""
    return category, (found["rest"] or found["part"] or "").strip()
