"""A printed name and the words around it, as a spreadsheet may hold them, read into what can be compared.

The words may be anything that a paper prints beside a name: a role, an organisation, a body, a date, a ward, a party, a sentence.
They are cut where marks and little words part them, and each piece is taken for what its words say that it is. Words that no
vocabulary knows are mostly names of places and organisations: they tell the most.
"""

import re
from collections.abc import Iterator
from functools import cache

from sederunt.graph.dates import find_dates
from sederunt.graph.lexicon import pairs, words
from sederunt.graph.names import PersonName, fold, folded_words, is_initials, parse_person, plain, split_honorific
from sederunt.graph.sighting import Sighting
from sederunt.graph.sittings import day_span
from sederunt.graph.things import name_key
from sederunt.loaders.naming.people import looks_like_person, surely_person
from sederunt.loaders.naming.roles import meeting_role
from sederunt.loaders.naming.wording import is_body, is_organisation, is_post, is_unit, names_organisation

_MARKS = re.compile(r"\s*[\[(](?P<inside>[^\])]*)[\])]|[*†‡#§]+|\s+\d{1,2}$|(?<=\w)\d$|^\d{1,3}[.)]\s+")
_GENERATION = re.compile(r"[\s,(]*\b(?:(?P<younger>jr|jnr|junior)|(?P<older>sr|snr|senior)|(?P<second>ii|2nd)|(?P<third>iii|3rd))\b[.)]*", re.IGNORECASE)
_JOINED = re.compile(r"\s*(?:/|&|\band\b|;)\s*")
_PARTS = re.compile(r"[;,|\n•·()\[\]:/=]|\s[–—-]\s|(?<=[A-Za-z]{2})\.(?:\s|$)")
_WITHIN = re.compile(r"\s(?:of|for|at|from|to|in|on|with|by|as|and|who|representing|was|is)\s(?:the\s|a\s|an\s)?")
_AREA = re.compile(
    r"(?P<before>[A-Z][\w’'&.-]*(?: (?:and |of |& )?[A-Z][\w’'&.-]*){0,3}) (?:[Ww]ard|[Dd]ivision|[Cc]onstituency|[Ee]lectorate|[Rr]iding)\b"
    r"|\b(?:[Ww]ard|[Dd]ivision|[Cc]onstituency|[Ee]lectorate|[Rr]iding)(?::| of| no\.?)? (?P<behind>[A-Z0-9][\w’'&.-]*(?: (?:and |of |& )?[A-Z][\w’'&.-]*){0,3})"
    r"|\b(?P<number>\d{1,3})(?:st|nd|rd|th)? (?:[A-Z]\w+ )?(?:[Dd]istrict|[Ww]ard)\b|\b[Dd]istrict (?P<numbered>\d{1,3})\b|\b[DRI][-–](?P<short>\d{1,3})",
)
_YEARS = re.compile(r"\b(?P<one>(?:18|19|20)\d\d)(?:\s*(?:[-–/]|to)\s*(?P<other>(?:(?:18|19|20)\d\d|\d\d)\b))?")
_SHORT = re.compile(r"\b(?P<day>[0-3]?\d)[/.](?P<month>[0-3]?\d)[/.](?P<year>(?:19|20)?\d\d)\b")
_ROW_NUMBER = re.compile(r"^\s*(?P<first>\d{1,3})[.)]\s|\b(?:row|line|entry|(?:list|attendees?|attendance|members?)\s+(?:item|no\.?|number))\s*(?P<number>\d{1,3})\b", re.IGNORECASE)
_BESIDE = re.compile(r"[A-Z]{2,4}\d?")
_PROPER = re.compile(r"\b[^\W\d_a-zà-öø-ÿ](?![^\W\d_a-zà-öø-ÿ]{1,5}\b)[\w’'-]*")
"""Words with a capital that are no acronyms."""
_CHOSEN = frozenset("supervisor supervisors commissioner commissioners mayor trustee senator representative delegate".split())
"""Words with which a name or a part begins of somebody whom voters chose."""
_COUPLE = re.compile(r"(?P<one>Mr|Dr|Cllr|Rev|Sir)\.? (?:and|&) (?P<other>Mrs|Ms|Miss|Dr|Mr|Lady|Cllr)\.? (?P<rest>.+)")
_ELECTED = re.compile(
    r"\b(?:Cllrs?|Councillors?|Ald(?:erman|erwoman)?|Rep(?:resentative)?|Sen(?:ator)?|Assembly(?:man|woman|member)|elected member|MP|MSP|MLA|TD|AM|MS)\b"
)
_NOT = re.compile(r"\bnot (?:the |of )?[A-Z]\w+")
_LABELS = frozenset(
    "role organisation organization org body date note notes place party ward unit post title state chamber committee group area name district"
    " employer meeting board position job section source paper document company school department council member members".split()
)
"""What stands before a value, and is none."""
_FORMER = re.compile(r"\b(?:n[eé]e|formerly|previously|married|marriage|maiden|now|was)\b", re.IGNORECASE)
_ROWS = {
    "ayes": "ayes",
    "for": "ayes",
    "noes": "noes",
    "nays": "noes",
    "against": "noes",
    "abstained": "abstained",
    "present": "present",
    "attendees": "present",
    "attended": "present",
    "attending": "present",
    "in attendance": "present",
    "members present": "present",
    "apologies": "apologies",
    "apologies received": "apologies",
    "apology": "apologies",
    "sent apologies": "apologies",
    "absent": "absent",
    "not present": "absent",
    "action": "actions",
    "actions": "actions",
    "action owner": "actions",
    "owner": "actions",
    "action column": "actions",
}
_NOBODY = frozenset("all tbc tba vacancy vacant none various n a to be confirmed nobody everyone unknown".split())
_CALLED = frozenset(
    "rep representative reps sen senator assemblyman assemblywoman assemblymember delegate supervisor supervisors commissioner alderman"
    " alderwoman selectman trustee member governor treasurer president mayor councilman councilwoman councilmember mp msp ms am td deputy".split()
)
"""Offices that stand before a name as titles do."""
_SMALL = frozenset(
    "the of and for in on at to a an by with from as was is are be been has had who now then new its his her their our per no not yes mr mrs"
    " ms miss dr cllr councillor hon rt sir re also same held member members minutes meeting item agenda list signed page pages he she it they"
    " that this which will would being met into over under about after before during until since between above below next last first second".split()
)
_PLACED = frozenset("county council borough district city town parish state house city university hospital".split())
"""Words that say of what a post is, and not about what."""
_SHORTENED = {"bc": "borough council", "dc": "district council", "pc": "parish council", "tc": "town council", "cc": "county council", "mbc": "council", "co": "county", "cttee": "committee", "ctte": "committee", "comm": "committee", "gov": "governor", "govs": "governors", "uni": "university", "univ": "university", "dept": "department", "hosp": "hospital", "sch": "school", "ass": "association", "assoc": "association"}  # fmt: skip


def read_sighting(name: str, context: str) -> Sighting:
    """What a printed name and the words around it tell.

    Args:
        name: as printed, perhaps with marks and titles; it may be no person's.
        context: role, organisation, body, date, free text, in any order and style.

    """
    printed = " ".join(name.split())
    bare, inside = _without_marks(printed)
    bare, generation = _without_generation(bare, inside)
    first, last = _days(context)
    parts = list(_parts(f"{context}; {inside}"))
    pieces = list(dict.fromkeys(piece for part in parts for piece in (part, *_cut(part)) if not (piece != part and is_post(part) and is_post(piece))))
    own = frozenset(folded_words(bare))
    around = frozenset(thing for piece in pieces for thing in _things(piece) if thing[1] not in own)
    around |= frozenset(("group", fold(part)) for part in parts if _is_class(part))
    return Sighting(
        printed=printed,
        names=_names(bare),
        letters=_letters(bare),
        nobody=_nobody(bare),
        generation=generation,
        around=around | _areas(f"{context}; {inside}", inside) | _parties(pieces),
        role=next((role for part in parts if (role := _role(part))), ""),
        row=next((row for piece in pieces if (row := _ROWS.get(fold(piece), ""))), ""),
        number=_row_number(printed) or _row_number(context),
        beside=inside if _BESIDE.fullmatch(inside) else "",
        first=first,
        last=last,
        told=frozenset(folded_words(f"{context} {inside}")),
        elected=bool(_ELECTED.search(f"{printed} {context}")) or any(fold(part.split()[0]) in _CHOSEN for part in (printed, *parts)),
        renamed=bool(_FORMER.search(context)),
    )


def _row_number(text: str) -> str:
    found = _ROW_NUMBER.search(text)
    return (found["first"] or found["number"]) if found else ""


def _without_marks(text: str) -> tuple[str, str]:
    """A name without its marks, and what stands in brackets behind it."""
    inside = "; ".join(m["inside"] for m in _MARKS.finditer(text) if m["inside"] and m.start())
    bare = _MARKS.sub("", text).strip(" ,;:-–")
    return bare or text, inside


def _without_generation(bare: str, inside: str) -> tuple[str, str]:
    """A name without what tells father and son apart, and what that says."""
    found = next((m for m in _GENERATION.finditer(bare) if m.start()), None)
    said = found or _GENERATION.fullmatch(inside.strip())
    which = next((key for key, value in said.groupdict().items() if value), "") if said else ""
    return (bare[: found.start()] + bare[found.end() :] if found else bare), which


def _names(bare: str) -> tuple[PersonName, ...]:
    """The people whom a text can name; where it names several of one surname, each with it."""
    if couple := _COUPLE.match(bare):
        return tuple(parse_person(f"{title} {couple['rest']}") for title in (couple["one"], couple["other"]))
    title, rest = _titled(bare)
    halves = [half for half in _JOINED.split(rest) if half]
    if len(halves) < 2 or not all(re.match(r"[A-Z]", half) and len(half.split()) <= 4 for half in halves):
        return (_parsed(title, rest),)
    last = halves[-1].split()
    family = last[-1] if len(last) > 1 and not all(len(word.strip(".")) == 1 for word in last[:-1]) else ""
    return tuple(_parsed(title, half if len(half.split()) > 1 or not family else f"{half} {family}") for half in halves)


def _titled(bare: str) -> tuple[str, str]:
    """The titles of a name, and the name; an office may be one: "Senator Ann Hale"."""
    title, rest = split_honorific(plain(bare))
    tokens = rest.split()
    while len(tokens) > 1 and "".join(folded_words(tokens[0])) in _CALLED:
        title = title or tokens[0]
        tokens.pop(0)
    return title, " ".join(tokens)


def _parsed(title: str, text: str) -> PersonName:
    """The parts of a name; "JA Hale" has two initials."""
    called = title if split_honorific(f"{title} Hale")[0] else "Mr" * (len(text.split()) == 1 and bool(title))
    name = parse_person(f"{called} {text}".strip())
    given = name.given.replace(".", "")
    if not (2 <= len(given) <= 3 and given.isupper() and name.family and not name.family.isupper()):
        return name
    return name.model_copy(update={"given": given[0], "middle": " ".join((*given[1:], *name.middle.split()))})


def _letters(bare: str) -> str:
    compact = re.sub(r"[\s.]", "", bare)
    return compact.casefold() if is_initials(bare) and len(compact) <= 4 else ""


def _nobody(bare: str) -> str:
    """What a text names where it is nobody's name."""
    title, rest = _titled(bare)
    if not folded_words(bare) or set(folded_words(bare)) <= _NOBODY:
        return "nobody"
    if (title and looks_like_person(f"Mr {rest}")) or surely_person(rest) or _letters(bare):
        return ""
    if meeting_role(bare) or is_post(rest):
        return "a post"
    if is_body(rest) or names_organisation(rest) or is_unit(rest):
        return "a body or an organisation"
    return "" if len(rest.split()) < 2 or looks_like_person(bare) or not is_organisation(rest) else "a body or an organisation"


def _days(context: str) -> tuple[str, str]:
    """The first and the last day that a text speaks of."""
    spans = [(d.start, d.end or d.start) for d in find_dates(context)]
    spans += [_short_day(m) for m in _SHORT.finditer(context)]
    if not any(map(all, spans)):
        spans = [day_span(year) for m in _YEARS.finditer(context) for year in _years(m)]
    known = [span for span in spans if all(span)]
    return (min(start for start, _ in known), max(end for _, end in known)) if known else ("", "")


def _short_day(found: re.Match[str]) -> tuple[str, str]:
    year = int(found["year"])
    year += 0 if year > 99 else 2000 if year < 60 else 1900
    day, month = int(found["day"]), int(found["month"])
    if month > 12 >= day:
        day, month = month, day
    text = f"{year:04d}-{month:02d}-{day:02d}"
    return (text, text) if 1 <= month <= 12 and 1 <= day <= 31 else ("", "")


def _years(found: re.Match[str]) -> Iterator[str]:
    yield found["one"]
    if found["other"]:
        yield found["one"][: 4 - len(found["other"])] + found["other"]


def _parts(text: str) -> Iterator[str]:
    """The parts of a text between marks, without dates."""
    for date in find_dates(text):
        text = text.replace(date.text, " ; ")
    text = _NOT.sub(" ", _YEARS.sub(" ", _SHORT.sub(" ", text)))
    yield from (part for each in _PARTS.split(text) if (part := _trimmed(each)) and fold(part) not in _LABELS)


def _cut(part: str) -> Iterator[str]:
    """The pieces of a part between its little words."""
    return filter(None, map(_trimmed, _WITHIN.split(f" {part} ")))


def _is_class(part: str) -> bool:
    """Whether a part names a class of people: "Primary governors", "Trade unions", "Professors"."""
    last = (folded_words(part) or [""])[-1]
    return len(part.split()) < 5 and last.endswith("s") and last not in _ROWS and (last[:-1] in _known() or last in _known()) and not is_body(part)


def _role(part: str) -> str:
    """The role with which a part begins, or that it tells."""
    told = next((role for pattern, role in _TOLD_ROLES if pattern.search(part)), "")
    return told or meeting_role(part) or meeting_role(next(_cut(part), ""))


_TOLD_ROLES = (
    (re.compile(r"\bin the chair\b|\bchaired\b|\bpresid(?:ed|ing)\b", re.IGNORECASE), "chair"),
    (re.compile(r"\btak(?:ing|en|es) (?:the )?(?:minutes|notes)|\bminutes (?:taken )?by\b|\bminut(?:e[- ]|es )tak(?:er|ing)", re.IGNORECASE), "minutes"),
)


def _trimmed(text: str) -> str:
    return " ".join(text.split()).strip(" .'\"“”-–")


def _things(piece: str) -> Iterator[tuple[str, str]]:
    """What a piece names, and its telling words."""
    tokens = [word for token in name_key(piece).split() for word in _SHORTENED.get(token, token).split()]
    key = " ".join(tokens)
    proper = {word for text in _PROPER.findall(piece) for word in folded_words(text)} if piece != piece.lower() else set(tokens)
    telling = [word for word in tokens if word in proper and _tells(word)]
    if is_body(key) and len(tokens) > 1:
        yield ("body" if telling else "plain body"), key
    elif is_post(piece) and not _role(piece):
        title = " ".join(word for word in tokens if word not in telling and word not in _PLACED and (word,) not in _organisations())
        yield "post", title or key
    elif telling and len(tokens) > 1 and is_organisation(key, loose=True):
        yield "organisation", key
    elif is_unit(piece) and len(tokens) > 1:
        yield "unit", key
    yield from (("place", word) for word in telling)
    if len(tokens) > 2:
        yield "initials", "".join(word[0] for word in tokens)
        yield "initials", "".join(word[0] for word in tokens if word not in _SMALL)
    known = words("loaders", "organisation_acronyms")
    yield from (("acronym", fold(word)) for word in re.findall(r"\b[A-Z][A-Z&]{1,6}\b", piece) if word not in known)


def _tells(word: str) -> bool:
    return len(word) > 2 and not any(map(str.isdigit, word)) and word not in _SMALL and word not in _known()


@cache
def _organisations() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(folded_words(entry)) for entry in words("loaders", "organisation_words"))


@cache
def _known() -> frozenset[str]:
    """Words that vocabularies know: those of posts, bodies, organisations, and what they deal with."""
    lists = (
        "post_words post_qualifiers body_words organisation_words unit_words not_names attendance_roles topic_words heading_words"
        " common_words business_words parties place_words general_words"
    )
    return frozenset(word for name in lists.split() for entry in words("loaders", name) for word in folded_words(entry))


def _areas(text: str, inside: str) -> frozenset[tuple[str, str]]:
    """The wards, districts and states that a text names, and the seat in brackets behind a name."""
    found = {next(filter(None, m.groupdict().values())) for m in _AREA.finditer(text)}
    keys = {key for each in found if (key := " ".join(word for word in name_key(each).split() if word not in _SMALL))}
    if inside and len(inside) > 3 and inside[0].isupper() and all(map(_tells, folded_words(inside))):
        keys.add(name_key(inside))
    return frozenset(("area", key) for key in keys) | frozenset(("state", state) for state in _states(text))


def _states(text: str) -> list[str]:
    folded = f" {fold(text)} "
    return [name for name in map(fold, pairs("loaders", "us_states").values()) if f" {name} " in folded]


def _parties(pieces: list[str]) -> frozenset[tuple[str, str]]:
    known = pairs("loaders", "parties")
    found = [re.sub(r"^([DRI])[-–].*", r"\1", piece) for piece in pieces]
    return frozenset(("party", known[fold(piece)]) for piece in found if fold(piece) in known)
