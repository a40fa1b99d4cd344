"""Dates as they are shown."""

from calendar import monthrange

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def day_span(date: str) -> tuple[str, str]:
    """The first and the last day of what may be a day, a month, a year, or from one of them to another: ``2019-06`` is all of June."""
    begins, _, ends = date.partition("/")
    if ends:
        return day_span(begins)[0], day_span(ends)[1]
    year, _, rest = date.partition("-")
    month, _, day = rest.partition("-")
    if day or not year.isdecimal():
        return date, date
    if not month:
        return f"{year}-01-01", f"{year}-12-31"
    last = monthrange(int(year), int(month))[1] if month.isdecimal() and 1 <= int(month) <= 12 else 28
    return f"{date}-01", f"{date}-{last}"


def days_of(spell: str) -> tuple[str, str]:
    """The first and the last day of a spell as an edge keeps it: ``2019-05-01/2021-12-31``; one that nobody tells is empty."""
    start, _, end = spell.partition("/")
    return start, end


def spoken(date: str) -> str:
    """An ISO date as British papers print it: ``2019-12-03`` gives ``3 December 2019``; what is no date stays as it is."""
    year, *rest = date.split("-")
    if not (year.isdecimal() and all(part.isdecimal() for part in rest)) or (rest and not 1 <= int(rest[0]) <= len(_MONTHS)):
        return date
    return " ".join([*(str(int(day)) for day in rest[1:2]), *(_MONTHS[int(month) - 1] for month in rest[:1]), year])


def printed_date(start: str, end: str = "") -> str:
    """A date in words: ``3 December 2019``, ``June 2019``, ``June–July 2005``; nothing for none."""
    parts = start[:10].split("-")
    if len(parts) != 3 or not all(part.isdigit() for part in parts) or not 1 <= int(parts[1]) <= 12:
        return start
    year, month, day = int(parts[0]), _MONTHS[int(parts[1]) - 1], int(parts[2])
    if not end or end == start:
        return spoken(start[:10])
    if (start[5:], end[5:]) == ("01-01", "12-31") and start[:4] == end[:4]:
        return str(year)
    if start[:7] == end[:7]:
        return f"{month} {year}" if day == 1 else f"{day} {month} {year}"
    return f"{month}–{printed_date(end[:8] + '01', end)}" if start[:4] == end[:4] else f"{month} {year}"
