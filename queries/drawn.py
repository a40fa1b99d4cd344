"""A structure at one time, from rows of ``structure-times``: as sources tell it, else as the last papers up to then draw it."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from sederunt.graph.sittings import day_span, days_of
from sederunt.queries.terms import touch

Row = Mapping[str, Any]
_HOLDS, _NAMED = "HOLDS", "POST_IN"


def drawn_days(rows: Iterable[Row], among: Collection[str] = ()) -> list[str]:
    """The days, of some if there are any, on which papers draw a good part of something; others name a post or two in passing."""
    days = (day for row in rows for day in {row["first_seen"], row["last_seen"]} - {None})
    seen = Counter(day for day in days if not among or day in among)
    return sorted(day for day, number in seen.items() if 4 * number >= max(seen.values()))


def is_told_on(row: Row, day: str) -> bool:
    """Whether a source tells that it was so on a day, or at some time of a month or year."""
    return any(touch(days_of(spell), day, day) for spell in row["spells"] or ())


def is_seen_on(row: Row, days: Iterable[str]) -> bool:
    """Whether papers show it on one of these days, or before and after it."""
    return bool(row["first_seen"]) and any(row["first_seen"] <= day <= row["last_seen"] for day in days)


def on(rows: Sequence[Row], day: str) -> list[Row]:
    """What was so on a day: below each thing, and in each post, what the last paper up to then draws there, and others since.

    Lists of people that name their posts draw nothing. Lines that nobody dates hold at any time. What was moved stands where it was shown last.
    """
    told = [row for row in rows if is_told_on(row, day)]
    undated = [row for row in rows if not row["spells"] and not row["first_seen"] and row["link"] != _HOLDS]
    last = day_span(day)[1]
    seen = [row for row in rows if not row["spells"] and row["first_seen"] and row["first_seen"] <= last]
    drawing = {day for row in seen if row["link"] not in (_HOLDS, _NAMED) for day in (row["first_seen"], row["last_seen"])}
    groups = groupby(sorted(seen, key=_place), key=_place)
    shown = [row for place, group in groups for row in _since_drawn(list(group), day, () if place[1] else drawing)]
    return [*told, *undated, *(row for row in shown if not _was_moved(row, shown))]


def _place(row: Row) -> tuple[str, bool]:
    """Where a line leads: the thing above, or the seat of a holder."""
    return row["high_id"], row["link"] == _HOLDS


def _since_drawn(rows: Sequence[Row], day: str, drawing: Collection[str]) -> Iterator[Row]:
    """What papers show in a place since one drew it last, on one of some days if there are any."""
    days = [drawn for drawn in drawn_days(rows, drawing) if drawn <= day_span(day)[0]]
    since = max(days, default="")
    return (row for row in rows if row["last_seen"] >= since)


def _was_moved(row: Row, rows: Iterable[Row]) -> bool:
    """Whether the same stands elsewhere in papers that are all later."""
    return row["link"] != _HOLDS and any(
        (other["low_id"], other["link"]) == (row["low_id"], row["link"]) and other["first_seen"] > row["last_seen"]
        for other in rows
    )
