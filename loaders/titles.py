"""What stands beside a name: a post and the place where it is held, an organisation spoken for, a part in the meeting."""

import re
from dataclasses import dataclass
from functools import cache

from sederunt.graph.lexicon import pairs, rows, words
from sederunt.graph.names import fold, folded_words, plain

_ACTING = re.compile(r"^(acting(?: up)?|interim|temporary)\s+|\s*\((?:acting|interim|temporary)\)$", re.IGNORECASE)
_SEATS = re.compile(r"\s*\(?\bx\s*(\d{1,2})\)?$|^(\d{1,2})\s*x\s+", re.IGNORECASE)
_VACANT = re.compile(
    r"^(?:\(?\s*)(?:vacant|vacancy|vacancies|tbc|tba|to be confirmed|to be appointed|post vacant|currently vacant|unfilled|gwag|folúntas)\b",
    re.IGNORECASE,
)
_CHAIR_OF = re.compile(
    r"^(?P<role>(?:(?:co|acting|interim|joint|independent|elected)[\s-]+)?"
    r"(?:chair(?:man|woman|person)?|convenor|convener)|(?:vice|deputy)[\s-]?(?:chair(?:man|woman|person)?|convenor|convener)|secretary|member)"
    r"(?:\s+(?:of|to)\s+(?:the\s+)?|,\s*|\s+(?=[A-Z]))(?P<body>.+)$",
    re.IGNORECASE,
)
_HEADED_BY = re.compile(r"^.*?\b(?:Director|Head|Manager|Officer|Lead)\s*(?:of|for|,|-|–|:)?\s+(?:the\s+)?(?P<unit>[A-Z].*)$")
_SPEAKS = re.compile(r"^(?P<of>.+?)\s+(?:representatives?|reps?|delegate|nominee)$", re.IGNORECASE)
_SPEAKS_FOR = re.compile(
    r"^(?:representing|representatives?\s+(?:of|from|for)|on behalf of)\s+(?:the\s+)?(?P<of>.+)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Title:
    """What a printed title says. Fields that do not apply are empty."""

    text: str
    post: str = ""
    places: tuple[str, ...] = ()
    """Organisations in which the post is, or which the person speaks for where there is no post."""
    role: str = ""
    """The part in the meeting that it means: ``chair``, ``vice-chair``, ``minutes``, …"""
    office: str = ""
    """``chair``, ``vice-chair``, ``secretary`` or ``member`` of ``body``."""
    body: str = ""
    acting: bool = False


def read_title(text: str) -> Title:
    """What a printed title means.

    Source: attendance lists that print "Headteacher, Some School" (a post in an organisation), "Director of Some Services" (a post
    whose title names a unit: kept whole), "Chair of the Some Forum" (an office of a body), "Some Partnership" (an organisation).
    """
    text = plain(text).strip(" ,;-–:.")
    bare = text.strip("[] ")
    if bare.startswith("(") or bare.count("(") != bare.count(")"):
        bare = bare.strip("() ")
    if role := meeting_role(bare):
        return Title(text, role=role)
    if (office := _CHAIR_OF.match(bare)) and is_body_of(office["body"]):
        return Title(text, office=_office(office["role"]), body=office["body"])
    if spoken_for := _SPEAKS_FOR.match(bare) or _SPEAKS.match(bare):
        sends = is_organisation(spoken_for["of"], loose=True) and not is_post(spoken_for["of"])
        return Title(text, places=(spoken_for["of"],)) if sends else Title(text, post=bare)
    acting = bool(_ACTING.search(bare))
    post, places = split_place(_ACTING.sub("", bare) if acting else bare)
    return Title(text, post=post, places=places, acting=acting)


def _office(role: str) -> str:
    word = fold(role)
    if word.startswith(("vice", "deputy")):
        return "vice-chair"
    return word if word in ("secretary", "member") else "chair"


@cache
def _roles() -> dict[str, str]:
    return {fold(phrase): role for phrase, role in pairs("loaders", "attendance_roles").items()}


def meeting_role(text: str) -> str:
    """The part in a meeting that a bracket or title means (``chair``, ``minutes``, …), or an empty string."""
    return _roles().get(fold(text), "")


def split_place(text: str) -> tuple[str, tuple[str, ...]]:
    """(title, organisations): ``"Headteacher, A School"`` gives ``("Headteacher", ("A School",))``; without a post the title is empty."""
    if not is_post(text):
        return "", (text,) if text else ()
    for cut in reversed(list(_CUT.finditer(text))):
        title, place = text[: cut.start()].strip(), text[cut.end() :]
        place = place.rstrip(")") if "(" in cut[0] else place
        if _fits(title, place, worded=cut[0].strip()[:2].isalpha()):
            return title, several(place)
    tokens = text.split()
    for at in range(len(tokens) - 1, 0, -1):
        title, place = " ".join(tokens[:at]), " ".join(tokens[at:])
        if _fits(title, place, worded=True):
            return title.rstrip(","), several(place)
    return text, ()


_CUT = re.compile(r",\s*|\s+[–-]\s+|\s+(?:of|at|for|from)\s+(?:the\s+)?(?=[A-Z])|\s*\((?=[^()]*\)$)")


def _fits(title: str, place: str, *, worded: bool) -> bool:
    """Whether a text falls into a title and a place here; where no mark stands between them, both must be sure."""
    if _has_post_word(place) or not is_post(title):
        return False
    return _ends_in_post_word(title) and names_organisation(place) if worded else names_organisation(place) and "," not in place


def names_organisation(text: str) -> bool:
    """Whether a phrase can only be an organisation: it ends in a word for one, or begins so ("Diocese of …"), or is an acronym."""
    if not is_organisation(text):
        return False
    opening = re.match(r"(?:The\s+)?([\w’' -]+?)\s+(?:of|for)\s+[A-Z]", text)
    return _ends_in_organisation_word(text) or is_acronym(text) or bool(opening and _ends_in_organisation_word(opening[1]))


def several(place: str) -> tuple[str, ...]:
    """Two organisations joined by "and", where both halves are ones."""
    for join in re.finditer(r"\s+(?:and|&)\s+|;\s*", place):
        halves = place[: join.start()], place[join.end() :]
        if all(_ends_in_organisation_word(half) for half in halves):
            return halves
    return (place,)


@cache
def _entries(name: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(folded_words(entry)) for entry in words("loaders", name))


def _contains(text: str, entries: frozenset[tuple[str, ...]]) -> bool:
    tokens = folded_words(text)
    return any(tuple(tokens[at : at + size]) in entries for size in (1, 2, 3) for at in range(len(tokens) - size + 1))


def _ends_with(text: str, entries: frozenset[tuple[str, ...]]) -> bool:
    tokens = folded_words(text)
    return any(tuple(tokens[-size:]) in entries for size in (1, 2, 3) if size <= len(tokens))


def _has_post_word(text: str) -> bool:
    return _contains(text, _entries("post_words"))


def _ends_in_post_word(text: str) -> bool:
    return _ends_with(text, _entries("post_words"))


def _ends_in_organisation_word(text: str) -> bool:
    return _ends_with(text, _entries("organisation_words"))


def is_post(text: str) -> bool:
    """Whether a phrase names a job or a seat: it holds one of the words for it, and not only as a part of an organisation's name."""
    return _has_post_word(text)


@cache
def _acronyms() -> frozenset[str]:
    return words("loaders", "organisation_acronyms")


@cache
def _folded_acronyms() -> frozenset[str]:
    return frozenset(map(fold, _acronyms()))


def is_acronym(text: str) -> bool:
    """Whether a text is one word of capitals (a small letter or a digit may stand in it), or a known acronym."""
    return text in _acronyms() or bool(
        re.fullmatch(r"(?=(?:.*[A-Z]){2})[A-Z][A-Za-z&]{1,6}\d?", text) and sum(map(str.isupper, text)) > len(text) / 2
    )


def is_organisation(text: str, *, loose: bool = False) -> bool:
    """Whether a phrase names what employs or sends people.

    Args:
        text: the phrase.
        loose: also where it only holds, and does not need to hold as a proper name, a word for an organisation.
    """
    text = text.strip()
    if not text or (not text[0].isupper() and not text[0].isdigit() and not loose):
        return False
    if text.lower().startswith(("a ", "an ", "any ", "all ")) or (
        not loose
        and re.search(
            r"(?<!\bof)(?<!\bfor)(?<!\band)(?<!\bthe)(?<!\bin)\s(?!of\b|for\b|and\b|the\b|in\b|on\b|at\b|by\b|de\b|y\b|upon\b|with\b)[a-z]",
            text,
        )
    ):
        return False
    return is_acronym(text) or _contains(text, _entries("organisation_words")) or fold(text) in _folded_acronyms()


def organisation_kind(text: str) -> str:
    """The kind of organisation that the last telling word of a name means, or an empty string."""
    return _kind(text, "organisation_words") or rows("loaders", "organisation_acronyms").get(text, ("", ""))[-1]


def body_kind(text: str) -> str:
    """The kind of body that the last telling word of a name means, or an empty string."""
    return _kind(text, "body_words")


@cache
def _kinds(name: str) -> dict[tuple[str, ...], str]:
    return {tuple(folded_words(entry)): kind for entry, kind in pairs("loaders", name).items()}


def _kind(text: str, name: str) -> str:
    kinds = _kinds(name)
    tokens = folded_words(text)
    for end in range(len(tokens), 0, -1):
        for size in (3, 2, 1):
            if size <= end and (kind := kinds.get(tuple(tokens[end - size : end]))):
                return kind
    return ""


_SORTS_OF_MEETING = frozenset(
    "a an the minutes notes of ordinary extraordinary annual general special monthly quarterly public full regular inaugural emergency council"
    " joint next last first second third final previous team staff".split()
)
"""Words that say what sort of meeting it was, and not whose."""


def is_body(text: str) -> bool:
    """Whether a phrase names people who meet."""
    text = plain(text)
    if re.search(r"\b(?:chief|deputy) executive$", text, re.IGNORECASE):
        return False
    tail = re.sub(r"\s+meetings?$", "", text, flags=re.IGNORECASE)
    return _ends_with(tail, _entries("body_words")) or (tail != text and len(set(folded_words(tail)) - _SORTS_OF_MEETING) > 1)


def is_body_of(text: str) -> bool:
    """Whether a phrase names a body, perhaps with its place behind: "Safeguarding Board for Northern Ireland"."""
    return is_body(text) or is_body(re.split(r"\s+(?:for|of|in)\s+(?:the\s+)?(?=[A-Z])", text)[0])


def is_unit(text: str) -> bool:
    """Whether a phrase names a part of an organisation."""
    return _ends_with(text, _entries("unit_words"))


def is_vacant(text: str) -> bool:
    """Whether a phrase stands where a holder would and says that there is none."""
    return bool(_VACANT.match(text.strip()))


def split_seats(text: str) -> tuple[str, int]:
    """(title, seats): ``"Director of Operations x 2"`` gives two seats."""
    found = _SEATS.search(text)
    if not found:
        return text, 1
    return _SEATS.sub("", text).strip(), int(found[1] or found[2])


def split_acting(text: str) -> tuple[str, bool]:
    """(title, whether it is held for the time being): ``"Interim Director"`` gives ``("Director", True)``."""
    bare = _ACTING.sub("", text).strip()
    return bare, bare != text.strip()


def unit_of(title: str) -> str:
    """The unit that a head's title names ("Director of Housing"), or an empty string."""
    found = _HEADED_BY.match(split_acting(split_seats(title)[0])[0])
    return found["unit"].strip() if found else ""
