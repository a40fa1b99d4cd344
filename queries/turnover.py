"""Who joined and who left a body, year by year, from the spells of its members."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sederunt.queries.terms import SEEN, Spell, day_after


@dataclass(frozen=True, slots=True)
class Year:
    """A year of a body: how many sat on it at any time of it, and who came and who went, by name."""

    year: str
    members: int
    joined: tuple[str, ...]
    left: tuple[str, ...]


def years(spells: Sequence[Spell], since: str = "", until: str = "") -> list[Year]:
    """The years in which somebody joined or left, or was a member, between two dates; an empty one sets no bound.

    Who is only seen joined when first seen and left when last seen, save on the first and from the last day whose papers list members.
    """
    stays = _stays(spells)
    days = sorted(day for stay in stays for day in (stay.start, stay.end) if day)
    if not days:
        return []
    first, last = int((since or days[0])[:4]), int((until or days[-1])[:4])
    listed = _listing_days(stays)
    return [_year(str(year), stays, listed) for year in range(first, last + 1)]


@dataclass(frozen=True, slots=True)
class _Stay:
    person_id: str
    person: str
    start: str
    end: str
    seen: bool


def _stays(spells: Iterable[Spell]) -> list[_Stay]:
    """The time that each person was on a body without a break, whatever their roles."""
    mine: dict[str, list[Spell]] = {}
    for spell in sorted(spells, key=lambda spell: (spell.start, spell.end)):
        mine.setdefault(spell.person_id, []).append(spell)
    return [stay for own in mine.values() for stay in _joined_up(own)]


def _joined_up(own: Sequence[Spell]) -> list[_Stay]:
    if all(spell.how == SEEN for spell in own):
        return [_Stay(own[0].person_id, own[0].person, own[0].start, max(spell.end for spell in own), seen=True)]
    found: list[_Stay] = []
    for spell in (spell for spell in own if spell.how != SEEN and not spell.is_reversed):
        before = found[-1] if found else None
        if before and (not before.end or spell.start <= day_after(before.end)):
            end = max(before.end, spell.end) if before.end and spell.end else ""
            found[-1] = _Stay(before.person_id, before.person, before.start, end, seen=False)
        else:
            found.append(_Stay(spell.person_id, spell.person, spell.start, spell.end, seen=False))
    return found


def _listing_days(stays: Iterable[_Stay]) -> tuple[str, str]:
    """The first and the last day on which papers show many at once; others name one or two."""
    shown = Counter(day for stay in stays if stay.seen for day in {stay.start, stay.end})
    full = [day for day, number in shown.items() if 2 * number >= max(shown.values())]
    return min(full, default=""), max(full, default="")


def _year(year: str, stays: Iterable[_Stay], listed: tuple[str, str]) -> Year:
    first, last = listed
    here = [stay for stay in stays if stay.start[:4] <= year and (not stay.end or stay.end[:4] >= year)]
    joined = sorted(stay.person for stay in here if stay.start[:4] == year and not (stay.seen and stay.start <= first))
    left = sorted(stay.person for stay in here if stay.end[:4] == year and not (stay.seen and stay.end >= last))
    return Year(year, len({stay.person_id for stay in here}), tuple(joined), tuple(left))
