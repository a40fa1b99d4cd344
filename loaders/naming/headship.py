"""Which posts run which units, as their titles and the units' names tell."""

import re

from sederunt.graph.lexicon import words
from sederunt.graph.names import fold, folded_words
from sederunt.loaders.naming.seats import unit_of
from sederunt.loaders.naming.wording import is_unit

_HEADS = re.compile(
    r"^(?:(?:acting|interim|executive|corporate|assistant|deputy|strategic|service|group|associate|divisional|departmental|clinical|regional|managing|general|team|joint|co-?)[\s-]+)*"
    r"(?:directors?|heads?|managers?|leaders?|principal|chief|lead|dean)\b",
    re.IGNORECASE,
)
_HEADS_LAST = re.compile(
    r"\b(?:director|head|headteacher|manager|principal|lead|leader|chief|supervisor|superintendent)$", re.IGNORECASE
)
_DEPUTY = re.compile(r"^(?:deputy|pa\b|personal assistant|executive assistant|assistant to|secretary to)", re.IGNORECASE)
_LINKS = frozenset(["and", "of", "the", "for", "to", "in", "a", "with"])
_ALL = re.compile(
    r"(?:(?:acting|interim)\s+)?(?:(?:group\s+)?chief (?:executive|officer)|ceo|managing director|(?:town )?clerk|principal|vice-chancellor)\b",
    re.IGNORECASE,
)
_RANKS = (
    re.compile(
        r"^(?:(?:acting|interim)\s+)?(?:executive|corporate|strategic|group|clinical|divisional)?\s*directors?\b", re.IGNORECASE
    ),
    re.compile(r"^(?:(?:acting|interim)\s+)?(?:assistant|associate|service|deputy|area)\s+directors?\b", re.IGNORECASE),
    re.compile(
        r"^(?:(?:acting|interim)\s+)?(?:(?:group|assistant)\s+)?heads?\s+(?:of|for)\b|\bhead of service\b", re.IGNORECASE
    ),
    re.compile(r"\b(?:managers?|leaders?|leads?)\b", re.IGNORECASE),
)


def is_head(title: str) -> bool:
    """Whether a title is of somebody who runs something: "Director of Place", "Head of Service"; no deputy."""
    return bool(_HEADS.match(title)) and not _DEPUTY.match(title) and not title.lower().startswith("assistant")


def leads_some(title: str) -> bool:
    """Whether a title is of somebody who runs what is printed beside it: "Team Manager", "Headteacher", "Museum Manager"; no deputy."""
    return bool(_HEADS.match(title) or _HEADS_LAST.search(title)) and not _DEPUTY.match(title)


def leads_all(title: str) -> bool:
    """Whether a title is of somebody who leads a whole organisation, so that what reports to her is no part of her own office."""
    return bool(_ALL.match(title))


def runs(title: str, unit: str, *, first: bool) -> bool:
    """Whether who has this title runs the unit; ``first``: no other post of the unit stands above it."""
    whole = fold(title).startswith(fold(unit))
    if _DEPUTY.match(title) or not (_HEADS.match(title) or (_HEADS_LAST.search(title) and (whole or first))):
        return False
    wanted, told = _telling(unit), _telling(title)
    shared = wanted & told
    if not _HEADS.match(title) and not whole:
        return bool(shared) and told - _ROLES <= wanted
    return bool(wanted) and (len(shared) >= len(wanted) / 2 or (first and (bool(shared) or _is_of_any(title))))


_ROLES = frozenset(
    ["director", "head", "headteacher", "manager", "principal", "lead", "leader", "chief", "supervisor", "superintendent"]
)


def rank(title: str) -> int | None:
    """How high the head of a unit stands among heads: 0 a director, 1 an assistant director, 2 a head of service, 3 a manager."""
    return next((at for at, pattern in enumerate(_RANKS) if pattern.search(title)), None)


def ranks_above(title: str, other: str) -> bool:
    """Whether a head's title stands above another: "Director" above "Head of Waste", and no "Head of Housing" above it."""
    high, low = rank(title), rank(other)
    return (leads_all(title) and not leads_all(other)) or low is None or (high is not None and high < low)


def _is_of_any(title: str) -> bool:
    """Whether a title says of no unit that it is its: "Corporate Director", "Head of Service"."""
    of = unit_of(title)
    return _telling(title) <= words("loaders", "page_words") | words("loaders", "post_qualifiers") and (not of or is_unit(of))


def _telling(name: str) -> frozenset[str]:
    """The words of a unit's name that no other unit need have."""
    return frozenset(folded_words(name)) - words("loaders", "unit_words") - _LINKS
