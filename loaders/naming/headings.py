"""Headings of minutes: what says who was there, labels of the head, and the heads of tables."""

import re
from functools import cache, lru_cache

from sederunt.graph.lexicon import pairs, words
from sederunt.graph.names import fold, folded_words, plain
from sederunt.loaders.document import Span

ATTENDANCE = tuple(
    "present apologies absent not_present in_attendance observers invited substitutes members clerk chair".split()
)
"""The categories of headings over people."""

LISTS = tuple(category for category in ATTENDANCE if category not in ("chair", "clerk"))
"""The categories of headings that several people stand under."""

OF_A_MEETING = ("present", "apologies", "in_attendance", "absent", "not_present")
"""The categories of headings that only the paper of a meeting has."""

LABELS = ("venue", "date", "time", "body")
"""The categories of labels in the head of minutes."""


Heading = tuple[str, Span, Span | None]
"""The category of a heading, its words, and the rest of its line."""


@cache
def _headings() -> dict[str, str]:
    return {fold(phrase): category for phrase, category in pairs("loaders", "heading_words").items()}


@cache
def _fillers() -> frozenset[str]:
    """Words that may stand in a heading of people beside the telling one: "Board members", "Officers also present"."""
    return words("loaders", "heading_fillers")


@lru_cache(2**12)
def is_in_heading(word: str) -> bool:
    """Whether a word that is printed with a capital is one of those that headings of people are made of."""
    return word[0].isupper() and not _telling().isdisjoint(folded_words(word))


@cache
def _telling() -> frozenset[str]:
    """All the words that headings of people are made of."""
    return _fillers() | {word for phrase in _headings() for word in phrase.split()}


def read_heading(span: Span) -> tuple[str, Span, Span | None] | None:
    """(category, heading, the rest of the line or None), or None where the line is no such heading.

    Source: "Present:", "Apologies for absence: A, B", "MEMBERS and OFFICERS", "Board Members", "Also in attendance", "Date: 3 May".
    """
    mark = _MARK.match(span.text)
    return (mark and _read_heading(span.part(mark.end(), len(span.text)))) or _read_heading(span)


def _read_heading(span: Span) -> tuple[str, Span, Span | None] | None:
    text = span.text.split("\n")[0]
    colon = _COLON.match(text)
    if colon:
        phrase = colon[0].rstrip(" :;–-*_")
        if category := category_of(phrase) or _of_some(phrase) or _of_body(phrase):
            rest = span.part(colon.end(), len(span.text))
            return category, span.part(0, len(phrase)), rest if rest else None
        return None
    stop = _STOP.match(text)
    if stop and (category := category_of(stop[0].strip(" ."))) in OF_A_MEETING:
        return category, span.part(0, stop.end()), span.part(stop.end(), len(span.text))
    if (
        text
        and len(text.split()) <= 7
        and text[-1] not in ".,;"
        and (category := category_of(text) or (_of_some(text) if text.isupper() else ""))
    ):
        return category, span, None
    return None


_MARK = re.compile(r"(?:[-–*•·▪●]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)\s+")
_COLON = re.compile(r"[^:]{2,60}?\s*:(?:\*\*|__)?(?:-|\s|$)|[^:]{2,40}?(?:\s+[–-]|\s*;)\s+")
_STOP = re.compile(r"[A-Z][^:.;,]{3,44}\.\s+(?=[A-Z])")
"""A heading that a full stop ends, with those under it on its line: "Attendance. A. Hale, B. Moss"."""

_ASIDE = re.compile(r"\([^)]*\)|\d+")
_ON_MEMBERS = re.compile(r"membership\s+(?:sub-?)?(?:committee|panel|group|board|working group|working party)$", re.IGNORECASE)
"""A body whose matter is membership."""


_DEPUTY = re.compile(r"deputy (?!members|attendees|representatives)(?:\w+ )*\w+[^s]")
"""A post: "Deputy Supervisor", and no heading of those who stand in for others."""


@lru_cache(2**14)
def category_of(phrase: str) -> str:
    """The category of a heading, or an empty string. Words in brackets and counts are left out of account."""
    bare = _RECEIVED.sub(r"\1", fold(_ASIDE.sub(" ", plain(phrase)).replace("/", " ")))
    if found := _headings().get(bare) or _of_part(_ASIDE.sub(" ", phrase)):
        return found
    tokens = bare.split()
    if not _telling().issuperset(tokens) or any(told.fullmatch(bare) for told in (_ON_MEMBERS, _DEPUTY, _CHOSEN)):
        return ""
    known = [
        (at, size) for at in range(len(tokens)) for size in (4, 3, 2, 1) if " ".join(tokens[at : at + size]) in _headings()
    ]
    if not known or len(tokens) > 7:
        return ""
    covered = {at + step for at, size in known for step in range(size)}
    if not all(at in covered or token in _fillers() for at, token in enumerate(tokens)):
        return ""
    categories = {_headings()[" ".join(tokens[at : at + size])] for at, size in known}
    title = (tokens[0] in ("minutes", "minute", "notes") and len(categories) > 1) or tokens[-2:] in _TITLES
    public = tokens[-2:] in _OPEN and "meeting" in tokens
    if title or public or (tokens[-1] in ("meeting", "meetings") and categories <= {"members", "body"}):
        return ""  # "Minutes of the Board of Trustees" and "Trustees' meeting" are titles

    both = categories == {"chair", "clerk"} and not _MINUTING.isdisjoint(tokens)  # "Chair and Minute Taker"
    return "chair" if both else next((c for c in _BY_WEIGHT if c in categories), "")


_RECEIVED = re.compile(
    r"^(?:to )?(?:receive|accept|note|record)(?: and (?:accept|approve|note|consider))? (?:any )?(apolog(?:y|ies)(?: for absence)?)$"
)
"""An item by what is to be done in it: "To receive and accept apologies for absence"."""
_CHOSEN = re.compile(r".*\bfollowing\b.*\b(?:was|were|are)\s+(?:\w+ly\s+)?(?:re ?)?(?:elected|appointed|nominated)\b.*")
"""Over those who were given an office, and need not be there."""
_MINUTING = frozenset(["minute", "minutes", "note", "notes"])
_TITLES = (["meeting", "notes"], ["meeting", "minutes"])
_OPEN = (["in", "public"], ["in", "private"])
_WHY = re.compile(
    r"(?<!\s)\s+(?:(?:at|by|on|with)\s+(?:the\s+)?(?:\w+\s+)?(?:request|invitation|behalf|permission)|(?:via|by|over|through|on)\s+(?:tele|video|zoom|teams|ms|microsoft|skype|phone|conference|webex)\w*|for\s+(?:all|part|items?|agenda|specific)|in\s+an?\s+\w+\s+capacity"
    r"|to\s+(?:advise|present|assist|support|answer|observe|speak)|(?:of|to)\s+the\s+(?:\w+\s+)?(?:meeting|board|council|committee|senate|assembly|court|forum|panel|parish|town)$"
    r"|with(?:out)?\s+(?:\w+\s+)?(?:representation|proxy|proxies|substitutes?|reason|explanation))\b.*",
    re.IGNORECASE,
)
"""Why, or for what, those under a heading came: "In attendance at the request of the Chair", "Guests of the Senate"."""

_COME = ("present", "absent", "in_attendance", "observers", "invited")

_THERE = re.compile(r"[^\d:;()]+\s(?P<told>present|absent|in attendance)", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:is|are|was|were|be|being|been|who|that|not|no|none|nobody|quorum|number|total)\b", re.IGNORECASE)


def _of_some(phrase: str) -> str:
    """The category of a label that ends in the telling word and says before it of whom: "Council Employees Present"."""
    found = _THERE.fullmatch(phrase)
    whom = phrase[: found.start("told")].split() if found else []
    if found is None or len(whom) > 9 or _TOLD.search(phrase) or not whom[-1].rstrip(",").lower().endswith(("s", "staff")):
        return ""
    return "in_attendance" if _OFFICERS.search(phrase) else category_of(found["told"])


def _of_body(phrase: str) -> str:
    """The category of a label of the members of a body that it names: "Harbour Board Members"."""
    told = phrase.split()
    named = 2 < len(told) < 7 and all(word[0].isupper() for word in told) and fold(told[-1]) == "members"
    return (
        category
        if named and fold(told[0]) not in _OF_OTHER_TIMES and (category := category_of(" ".join(told[-2:]))) == "members"
        else ""
    )


_OF_OTHER_TIMES = ("former", "past", "new", "outgoing", "incoming", "previous", "retiring")
_OFFICERS = re.compile(r"\b(?:staff|employees|officers|officials|guests|visitors)\b", re.IGNORECASE)


def _of_part(phrase: str) -> str:
    """The category of a heading in two languages, of which one is known, or of one that says why people came."""
    halves = phrase.split(" / ") if len(phrase.split()) <= 9 else []
    why = _WHY.search(phrase)
    parts = halves if len(halves) == 2 else [phrase[: why.start()]] if why else []
    return next((found for part in reversed(parts) if (found := category_of(part)) in (*OF_A_MEETING, *_COME)), "")


_BY_WEIGHT = (
    "apologies",
    "not_present",
    "absent",
    "substitutes",
    "observers",
    "invited",
    "in_attendance",
    "present",
    "members",
    "clerk",
    "chair",
)
"""Of several categories in one heading the first tells: "Members in attendance", "Apologies from members"."""


_PEOPLE_COLUMNS = frozenset(
    [
        "name",
        "names",
        "participant",
        "participants",
        "attendee",
        "attendees",
        "member",
        "members",
        "title",
        "organisation",
        "organization",
        "agency",
        "role",
        "roles",
        "post",
        "job",
        "representing",
        "represents",
        "position",
        "designation",
        "sector",
        "ward",
        "party",
        "attended",
        "attendance",
        "status",
        "initials",
        "initial",
        "and",
        "present",
        "apology",
        "apologies",
        "absent",
        "deputy",
        "or",
    ]
)


def heads_bodies(cells: list[str]) -> bool:
    """Whether a row heads a table of bodies and who sits on them: "Panel / Chaired by / Members"."""
    thing = cells[0].split()[-1:] if cells else []
    named = bool(thing) and (thing[0] in words("loaders", "listed_things") or cells[0] in ("name of body", "outside bodies"))
    staffed = thing[:1] and thing[0] in pairs("loaders", "unit_ranks") and any(_RUN.search(cell) for cell in cells[1:])
    seated = any(category_of(cell) in ("chair", "members", "clerk") for cell in cells[1:])
    return named and not staffed and len(cells[0].split()) <= 3 and seated


_RUN = re.compile(r"\b(?:manager|head|leader|director)\b")
"""Who runs a team, in the head of a column; a body has a chair."""


_NAMED = ("name", "names", "participant", "participants", "attendee", "attendees")


def heads_lines_of_people(text: str) -> bool:
    """Whether a line is what is left of such a row: "Name Organisation", "Participant Representing"."""
    tokens = fold(text).split()
    return 1 < len(tokens) < 7 and tokens[0] in _NAMED and heads_people(tokens)


def names_column(cells: list[str]) -> bool:
    """Whether a row begins with a heading over names, whatever its other columns are."""
    return len(cells) > 1 and cells[0] in _NAMED and all(0 < len(cell.split()) <= 4 for cell in cells)


def heads_people(cells: list[str]) -> bool:
    """Whether a row heads a table of people: "Name / Title & Organisation / Present / Apology"."""
    tokens = [token for cell in cells for token in cell.split()]
    named = any(token in (*_NAMED, "member", "members", "present") for token in tokens)
    return named and sum(map(bool, cells)) > 1 and set(tokens) <= _PEOPLE_COLUMNS


def heads_members(cells: list[str]) -> bool:
    """Whether a row heads a table of members, with columns that a table of those at a meeting has not: "Name / Employer / Term ends"."""
    known = pairs("loaders", "member_columns")
    named = sum(map(bool, cells)) > 1 and any(cell in _NAMED or cell in ("member", "members") for cell in cells)
    return named and all(cell in known or _PEOPLE_COLUMNS.issuperset(cell.split()) for cell in cells)


_RESOLUTION = re.compile(
    r"^(?:(?:resolution|ordinance|motion|by-?law)\s+(?:no\.?\s*|number\s+)?#?\d[\w./-]*[.:]?$|(?:moved|motion(?: made)?)(?: by\b|:)|on (?:a )?motion (?:of|by)\b)",
    re.IGNORECASE,
)


_COUNTED = re.compile(r"^(?:[IVX]{1,5}|[A-Z])\.\s+")
_SHOUTED = re.compile(
    r"[A-Z’'&/-]{2,}(?: [A-Z’'&/-]+){1,7}:\s+(?:[A-Z][a-z]+|It)(?:\s[a-z]+)*\s(?:was|were|is|are|had|has|have)\s"
)
"""A title in capitals with what is said under it on its line: "VOTES OF SYMPATHY: Votes of sympathy were passed"."""


def opens_business(text: str) -> bool:
    """Whether a line has only words of the titles of first items: "Welcome and Introductions", "Police Report:".

    So does one that numbers a resolution, says who moved it, or is the head of a table of items whose marks were lost.
    """
    tokens = folded_words(_COUNTED.sub("", text).replace("’s", "").replace("'s", ""))
    if tokens[:1] in (["item"], ["agenda"], ["no"]) and 1 < len(tokens) <= 8 and _COLUMN_WORDS.issuperset(tokens):
        return True
    if _SHOUTED.match(text):
        return True
    known = words("loaders", "business_words")
    plain_line = 0 < len(tokens) <= 8 and text[:1].isupper() and text[-1] not in ".,;"
    return _RESOLUTION.match(text) is not None or (
        plain_line
        and any(f"{token} *" in known for token in tokens)
        and all(token in known or f"{token} *" in known for token in tokens)
    )


_COLUMN_WORDS = frozenset(
    "no number item ref minute discussion action actions lead owner by who when due"
    " whom date agenda summary notes points key responsible raised status deadline comments progress update completed"
    " target timescale page person officer reference agreed assigned to description task review for"
    " under topic topics presenter presenters presented presenting speaker speakers moderator facilitator led introduced minutes mins duration paper".split()
)


def heads_items(cells: list[str]) -> bool:
    """Whether a row heads a table of items or actions: "No. / Item / Action / Lead"."""
    return sum(map(bool, cells)) > 1 and all(set(cell.split()) <= _COLUMN_WORDS for cell in cells)
