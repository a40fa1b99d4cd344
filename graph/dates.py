"""Dates and times as papers print them, strictly: what is not a date is not read as one."""

import re
from calendar import monthrange
from functools import lru_cache

from sederunt.graph.model import Record

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan ionawr eanair eanáir",
            "february feb chwefror feabhra",
            "march mar mawrth márta marta",
            "april apr ebrill aibreán aibrean",
            "may mai bealtaine",
            "june jun mehefin meitheamh",
            "july jul gorffennaf iúil iuil",
            "august aug awst lúnasa lunasa",
            "september sept sep medi meán fómhair",
            "october oct hydref deireadh fómhair",
            "november nov tachwedd samhain",
            "december dec rhagfyr nollaig",
        ),
        1,
    )
    for name in names.split()
    if name not in ("fómhair", "deireadh", "meán")
}
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")(?![^\W\d_])\.?"
_DAY = r"(?P<day>[0-3]?\d)\s*(?:(?:st|nd|rd|th|ain|fed|eg|af|il|ydd|ú)\b\.?)?"
_WEEKDAY = (
    r"(?:(?<![^\W\d_])(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|weds?|thurs?|fri|sat|sun)\b\.?"
    r"|dydd\s+\w+|(?:dé|de)\s+\w+),?\s*|(?<![\w#]))(?:the\s+)?"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_TENTHS = "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split()
_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split()
_ORDINALS = {
    name: day
    for day, names in enumerate(
        (
            *((unit,) for unit in (*_UNITS, *_TENTHS, "twentieth")),
            *((f"twenty-{unit}", f"twenty {unit}") for unit in _UNITS),
            ("thirtieth",),
            ("thirty-first", "thirty first"),
        ),
        1,
    )
    for name in names
}
_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_WEEKDAY}{_DAY}\s*(?:day\s+)?(?:of\s+)?{_MONTH},?\s*(?:{_YEAR}\b|[’']?(?P<short>\d\d)(?=\s*(?:$|[);]|,(?!\s*\d{4}))))?",
        rf"{_WEEKDAY}{_MONTH}\s+(?:the\s+)?{_DAY}(?:\s?[-–]\s?[0-3]?\d)?(?!\d),?\s*(?:{_YEAR}\b|[’'](?P<short>\d\d)\b)?",
        rf"{_WEEKDAY}(?P<worded>{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})\s+(?:(?:day\s+)?of\s+)?{_MONTH},?\s*(?:{_YEAR}\b)?",
        rf"\b(?P<day>[0-3]?\d)-{_MONTH}-(?:{_YEAR}|(?P<short>\d\d))\b",
        r"\b(?P<year>(?:19|20)\d\d)[/-](?P<month>\d\d)[/-](?P<day>\d\d)\b",
        r"(?<![\d./-])(?P<day>[0-3]?\d)(?:[.-]|\s?/\s?)(?P<month>[0-3]?\d)(?:[.-]|\s?/\s?)(?P<year>(?:19|20)?\d\d)(?!\d|[./-]\d)",
        rf"\b(?P<first>{'|'.join(_MONTHS)})\s*/\s*{_MONTH}\s+{_YEAR}\b",
        rf"\b{_MONTH}\s+{_YEAR}\b",
    )
)
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11)}
_SEASON = re.compile(r"\b(?P<season>spring|summer|autumn)\s+(?:term\s+)?(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?<![\d.:·/])(?<!\d-\d\d-)(?P<hour>[01]?\d|2[0-3])(?:(?:\s*[.:·]\s*|[hH](?=\d\d\b)|-(?=(?:1[3-9]|[2-5]\d)\s?[ap]\.?m\b))(?P<minute>[0-5]\d))?\s*(?P<half>in the (?:morning|afternoon|evening)\b|[ap]\.?\s?m\b\.?|[ir]\.\s?n\.|y\.?[bhp]\b\.?|yr hwyr|y prynhawn|y bore|tráthnóna|ar maidin|noon\b|midday\b|hrs?\b|hours\b)?"
    r"(?![\d/]|\.\d|\s*(?:January|February|March|April|May|June|July|August|September|October|November|December))",
    re.IGNORECASE,
)
_MILITARY = re.compile(r"\b([01]\d|2[0-3])([0-5]\d)(?=(?:\s*(?:-|–|to)\s*\d{4})?\s*(?:hrs?|hours|h)\b)")
_BARE_NOON = re.compile(r"(?<!\d)(?<!\d )\b(?:noon|midday)\b", re.IGNORECASE)
_AFTERNOON = ("pm", "intheafternoon", "intheevening", "yrhwyr", "yprynhawn", "in", "yh", "yp", "tráthnóna")
_MORNING = ("am", "inthemorning", "rn", "yb", "ybore", "armaidin")
_DIGIT = re.compile(r"\d")
_BEGINNINGS = "|".join(sorted({name[:3] for name in (*_MONTHS, *_SEASONS)}))
_MAY_BE = re.compile(rf"\d\s?[./-]\s?\d|{_BEGINNINGS}", re.IGNORECASE)
"""What every date has beside a digit: numbers that belong together, or the beginning of a month or a season."""
_RANGE = re.compile(r"\s*(?:-|–|—|to|until|till|and)\s*", re.IGNORECASE)


class PrintedDate(Record):
    """A date found in a text: ISO ``start``, ISO ``end`` where it is less precise than a day, the printed words and their place."""

    start: str
    end: str = ""
    text: str
    at: int
    yearless: bool = False


class PrintedTimes(Record):
    """Times found in a text, ``14:30``; empty where not printed."""

    start: str = ""
    end: str = ""


def find_dates(text: str, near: str = "") -> list[PrintedDate]:
    """The dates in a text, in its order.

    Args:
        text: any text.
        near: an ISO date; a date printed without its year is taken to be the first such day on or after it. Without it, dates
            that have no year are left out.

    """
    return list(_dates_in(text, near)) if _DIGIT.search(text) and _MAY_BE.search(text) else []


@lru_cache(2**10)
def _dates_in(text: str, near: str) -> tuple[PrintedDate, ...]:
    found: list[PrintedDate] = []
    taken: list[tuple[int, int]] = []
    for form in (*_FORMS, _SEASON):
        for match in form.finditer(text):
            span = match.span()
            if any(span[0] < end and start < span[1] for start, end in taken):
                continue
            date = _date(match, near)
            if date is not None:
                found.append(date)
                taken.append(span)
    return tuple(sorted(found, key=lambda d: d.at))


def _date(match: re.Match[str], near: str) -> PrintedDate | None:
    parts = match.groupdict()
    printed = re.sub(r"^the\s+", "", match[0].strip(" ,."))
    at = match.start() + match[0].index(printed)
    year = _year(parts.get("year") or parts.get("short"))
    if parts.get("season"):
        low, high = _SEASONS[parts["season"].lower()]
        return PrintedDate(
            start=f"{year}-{low:02d}-01", end=f"{year}-{high:02d}-{monthrange(year, high)[1]}", text=printed, at=at
        )
    month = _month(parts["month"])
    if parts.get("worded"):
        parts["day"] = str(_ORDINALS[parts["worded"].lower()])
    if month > 12 and int(parts["day"]) <= 12:
        month, parts["day"] = int(parts["day"]), str(month)  # as Americans write it
    if not 1 <= month <= 12:
        return None
    if not parts.get("day"):
        first = _month(parts["first"]) if parts.get("first") else month
        return PrintedDate(
            start=f"{year}-{first:02d}-01", end=f"{year}-{month:02d}-{monthrange(year, month)[1]}", text=printed, at=at
        )
    return _full_date(year, month, int(parts["day"]), near, printed, at)


def _full_date(year: int, month: int, day: int, near: str, printed: str, at: int) -> PrintedDate | None:
    yearless = not year
    if yearless:
        if not near:
            return None
        year = int(near[:4]) + (f"{month:02d}-{day:02d}" < near[5:10])
    if not 1 <= day <= monthrange(year, month)[1]:
        return None
    return PrintedDate(start=f"{year}-{month:02d}-{day:02d}", text=printed, at=at, yearless=yearless)


def _year(text: str | None) -> int:
    if not text:
        return 0
    return int(text) if len(text) == 4 else 2000 + int(text) if int(text) < 70 else 1900 + int(text)


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _MONTHS[text.lower().rstrip(".")]


def find_times(text: str) -> PrintedTimes:
    """The first time or range of times in a text. A bare number counts only with am, pm, minutes or as one end of a range."""
    text = _BARE_NOON.sub("12 noon", _MILITARY.sub(r"\1:\2", text))
    matches = [m for m in _CLOCK.finditer(text) if m["minute"] or m["half"]]
    if not matches:
        return PrintedTimes(start=_in_words(text))
    first = matches[0]
    start = _bare_start(text, first) or first
    if start is not first:
        return PrintedTimes(start=_clock(start, _shared_half(start, first)), end=_clock(first, ""))
    second = next((m for m in matches[1:] if _RANGE.fullmatch(text[first.end() : m.start()])), None)
    if second is None:
        return PrintedTimes(start=_clock(first, ""))
    half = first["half"] or _shared_half(first, second)
    start_time = _clock(first, half)
    return PrintedTimes(
        start=start_time, end=_clock(second, "") if second["half"] else not_before(_clock(second, ""), start_time)
    )


def not_before(time: str, start: str) -> str:
    """A time printed without its half of the day, in the afternoon where it would else be before ``start``: both ``14:30``, or empty."""
    later = f"{int(time[:2]) + 12:02d}{time[2:]}" if time and int(time[:2]) < 12 else time
    return later if start and time < start < later else time


def _bare_start(text: str, first: re.Match[str]) -> re.Match[str] | None:
    """The bare hour before ``first`` in "2 - 4pm"."""
    before = [m for m in _CLOCK.finditer(text, 0, first.start()) if _RANGE.fullmatch(text[m.end() : first.start()])]
    return before[-1] if before else None


def _shared_half(first: re.Match[str], second: re.Match[str]) -> str:
    """The ``pm`` of "2 - 4pm" holds for both; that of "11 - 1.30pm" does not."""
    half = second["half"] or ""
    return half if int(first["hour"]) <= int(second["hour"]) and int(second["hour"]) != 12 else ""


def _clock(match: re.Match[str], half: str | None) -> str:
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    mark = re.sub(r"[\s.]", "", (match["half"] or half or "")).lower()
    if mark in _AFTERNOON and hour < 12:
        hour += 12
    elif mark in _MORNING and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute:02d}"


_NUMBERS = dict(zip("one two three four five six seven eight nine ten eleven twelve".split(), range(1, 13), strict=True))
_PARTS = {"quarter": 15, "a quarter": 15, "half": 30, "twenty": 20, "twenty-five": 25, "twenty five": 25}
_AFTER = {"fifteen": 15, "thirty": 30, "forty five": 45}
_WORDED = re.compile(
    rf"\b(?:(?P<part>(?:a )?quarter|half|twenty[- ]five|twenty|{'|'.join(_NUMBERS)}|[125]?[05](?= past| minutes))(?: minutes)? (?P<way>past|to) )?"
    rf"(?P<hour>{'|'.join(_NUMBERS)}|1[0-2]|[1-9])\b(?: (?P<after>fifteen|thirty|forty[- ]five)\b)?(?P<clock> o['’]clock)?(?P<day> in the (?:morning|afternoon|evening)|\s+[ap]\.?m\.?)?|\b(?P<noon>noon|midday)\b",
    re.IGNORECASE,
)


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _NUMBERS.get(text.lower(), 0)


def _in_words(text: str) -> str:
    """The first time that a text tells in words: "half past two", "eight o'clock in the evening", "noon"; empty if none.

    Without a part of the day the hours from one to seven are those after noon: nobody meets at night.
    """
    for found in _WORDED.finditer(text):
        if found["noon"]:
            return "12:00"
        day = (found["day"] or "").lower()
        if not (found["way"] or found["clock"] or day):
            continue
        hour, part = _number(found["hour"]), (found["part"] or "").lower()
        minutes = (_PARTS.get(part) or _number(part)) * (-1 if (found["way"] or "").lower() == "to" else 1)
        minutes = minutes or _AFTER.get((found["after"] or "").lower().replace("-", " "), 0)
        moment = hour % 12 * 60 + minutes
        late = bool(re.search("afternoon|evening|p", day)) or (moment < 8 * 60 and not day)
        moment += 12 * 60 * late
        return f"{moment // 60 % 24:02d}:{moment % 60:02d}"
    return ""
