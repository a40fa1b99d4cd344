"""What a phrase names: a post, an organisation, a unit, people who meet. The words that tell are in ``vocabulary``."""

import re
from functools import cache, lru_cache

from sederunt.graph.elected import names_elected
from sederunt.graph.lexicon import pairs, rows, words
from sederunt.graph.names import fold, folded_words, plain


@cache
def _entries(name: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(folded_words(entry)) for entry in words("loaders", name))


def _contains(text: str, entries: frozenset[tuple[str, ...]]) -> bool:
    tokens = folded_words(text)
    return any(tuple(tokens[at : at + size]) in entries for size in (1, 2, 3) for at in range(len(tokens) - size + 1))


def _ends_with(text: str, entries: frozenset[tuple[str, ...]]) -> bool:
    tokens = folded_words(text)
    return any(tuple(tokens[-size:]) in entries for size in (1, 2, 3) if size <= len(tokens))


def ends_in_post_word(text: str) -> bool:
    """Whether the last words of a phrase are ones for a post."""
    return _ends_with(text, _entries("post_words"))


def ends_in_organisation_word(text: str) -> bool:
    """Whether the last words of a phrase are ones for an organisation."""
    return _ends_with(text, _entries("organisation_words"))


@lru_cache(4096)
def is_post(text: str) -> bool:
    """Whether a phrase names a job or a seat: it holds a word for it that is no part of an organisation's or a unit's name.

    "Harbour Commissioners" and "Calderbeck Governor Services" are no posts; "Director Corporate Services" is one.
    """
    if _POINTS.search(text):
        return False
    head = folded_words(re.split(r",|\(|\s[–-]\s|\s(?:of|for|to|at|in)\s", text)[0])
    last = _last_post_word(head)
    if not last:
        return not _names_structure(head) and bool(_last_post_word(folded_words(text)))
    if last == len(head) or not _names_structure(head[last:]):
        return True
    return len(head) - last > 1 or all((word,) in _entries("post_qualifiers") for word in head[: last - 1])


_POINTS = re.compile(r"\b(?:about|this|these|your|our|who)\s", re.IGNORECASE)
"""Words of a line that speaks of somebody, as headings of pages do: "More about this councillor"."""


def is_class_of_members(text: str) -> bool:
    """Whether a phrase only says by what right somebody sits: "Elected Member", "Service User Representative", and no "Member for Works"."""
    tokens = folded_words(text)
    return bool(tokens) and tokens[-1] in _SITTERS and not {"of", "for"} & set(tokens)


_SITTERS = frozenset("member members representative representatives rep reps nominee delegate".split())


def _last_post_word(tokens: list[str]) -> int:
    """Where the last word for a post ends, counted from one; 0 where there is none. Longer names of organisations go first."""
    covered = {at for first, end in _found(tokens, _structures()) if end - first > 1 for at in range(first, end)}
    ends = [end for first, end in _found(tokens, _entries("post_words")) if not covered.issuperset(range(first, end))]
    return max(ends, default=0)


def _found(tokens: list[str], entries: frozenset[tuple[str, ...]]) -> list[tuple[int, int]]:
    longest = _longest(entries)
    return [
        (at, at + size)
        for at, token in enumerate(tokens)
        for size in range(1, min(longest.get(token, 0), len(tokens) - at) + 1)
        if tuple(tokens[at : at + size]) in entries
    ]


@cache
def _longest(entries: frozenset[tuple[str, ...]]) -> dict[str, int]:
    """For each word with which an entry begins, how many words the longest of them has."""
    return {entry[0]: len(entry) for entry in sorted(filter(None, entries), key=len)}


@cache
def _structures() -> frozenset[tuple[str, ...]]:
    entries = _entries("organisation_words") | _entries("unit_words") | _entries("body_words")
    return entries - _entries("post_words")


def _names_structure(tokens: list[str]) -> bool:
    """Whether words end as the name of an organisation, a unit or a body does."""
    return any(tuple(tokens[-size:]) in _structures() for size in (1, 2, 3))


def is_generic(text: str) -> bool:
    """Whether a phrase has only words that any organisation may have ("the Council", "Community Hospitals"), and no name."""
    tokens = [word for word in folded_words(text) if word not in _JOINING]
    covered = {at for first, end in _found(tokens, _structures()) for at in range(first, end)}
    return all(at in covered or (word,) in _common() for at, word in enumerate(tokens))


_JOINING = frozenset(["the", "of", "for", "and", "a", "an", "to", "in", "our", "its", "this", "their"])


@cache
def _common() -> frozenset[tuple[str, ...]]:
    lists = ("not_names", "post_qualifiers", "post_words", "service_ends")
    return frozenset(entry for name in lists for entry in _entries(name))


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


@lru_cache(2**14)
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
            r"(?<!\bof)(?<!\bfor)(?<!\band)(?<!\bthe)(?<!\bin)\s(?!of\b|for\b|and\b|the\b|in\b|on\b|at\b|by\b|de\b|y\b|upon\b|with\b|plc\b)[a-z]",
            text,
        )
    ):
        return False
    letters = is_acronym(text) and (
        len(text) > 2 or text in _acronyms()
    )  # two letters are somebody's initials, unless they are known
    return letters or _contains(text, _entries("organisation_words")) or fold(text) in _folded_acronyms()


def organisation_kind(text: str) -> str:
    """The kind of organisation that the last telling word of a name means, or an empty string."""
    return _kind(text, "organisation_words") or rows("loaders", "organisation_acronyms").get(text, ("", ""))[-1]


def body_kind(text: str) -> str:
    """The kind of body that the last telling word of a name means, or an empty string."""
    return "" if _manages_things(text) else _kind(text, "body_words")


def _manages_things(text: str) -> bool:
    """Whether a phrase names a team by what it manages: "Development Management Team"; it serves, and is no body that meets."""
    thing, manages, team = ["", "", "", *folded_words(text)][-3:]
    return (manages, team) == ("management", "team") and thing in words("loaders", "managed_things")


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
    " joint next last latest current recent draft amended approved unapproved confirmed unconfirmed first second third final previous team staff spring summer autumn winter term report record proceedings summary".split()
)
"""Words that say what sort of meeting it was, and not whose."""


@lru_cache(2**14)
def is_body(text: str) -> bool:
    """Whether a phrase names people who meet."""
    text = plain(text)
    other = is_health_board(text) or _manages_things(text)
    if other or _ABOUT.match(text) or re.search(r"\b(?:chief|deputy) executive$", text, re.IGNORECASE):
        return False
    tail = re.sub(r"\s+meetings?$", "", text, flags=re.IGNORECASE)
    return _ends_with(tail, _entries("body_words")) or (tail != text and len(_telling(tail)) > 1)


def is_health_board(text: str) -> bool:
    """Whether a phrase names an organisation of the health service that is called a board, and has one: "Calder Integrated Care Board"."""
    tokens = tuple(folded_words(text))
    return tokens[-1:] == ("board",) and any(_kinds("organisation_words").get(tokens[-size:]) == "health" for size in (2, 3))


def _telling(text: str) -> set[str]:
    """The words before "meeting" that can say whose it was; a number says which."""
    return {word for word in folded_words(text) if not word[0].isdigit()} - _SORTS_OF_MEETING


_ABOUT = re.compile(
    r"(?:purpose|remit|roles?|functions?|aims?|duties|powers|composition|membership|(?:vice[- ]|deputy )?chair(?:man|woman|person)?|members?)"
    r"\s+(?:of|for|to)\s|attendance\s+(?:at|by|of)\s|(?:elected|appointed|nominated|co-opted|chosen|named)\s+by\s",
    re.IGNORECASE,
)
"""How phrases begin that end in a body's name and say something of it."""


def leads_part(text: str) -> bool:
    """Whether a text is the post of who runs the part in which it ends: "Clinical Director of the Coastal Division"."""
    head = re.split(r"\s(?:of|for)\s", text)[0]
    return head != text and is_post(head) and not names_elected(head)


def is_body_of(text: str) -> bool:
    """Whether a phrase names a body, perhaps with its place behind: "Safeguarding Board for Northern Ireland"."""
    return is_body(text) or is_body(re.split(r"\s+(?:for|of|in)\s+(?:the\s+)?(?=[A-Z])", text)[0])


@lru_cache(2**14)
def is_unit(text: str) -> bool:
    """Whether a phrase names a part of an organisation."""
    return _ends_with(text, _entries("unit_words"))


def is_part(text: str) -> bool:
    """Whether a phrase can only be a unit, whatever else is in it: "Planning Policy Team", "Department of Physics"."""
    kinds = pairs("loaders", "unit_words")
    opening = re.match(r"(?:The\s+)?(\w+)\s+of\s", text)
    telling = (text.rsplit(maxsplit=1)[-1], opening[1] if opening else "")
    return len(text.split()) > 1 and any(kinds.get(fold(word)) == "part" for word in telling)


def names_organisation(text: str) -> bool:
    """Whether a phrase can only be an organisation: it ends in a word for one, or begins so ("Diocese of …", "NHS …"), or is an acronym."""
    if not is_organisation(text):
        return False
    opening = re.match(r"(?:The\s+)?([\w’' -]+?)\s+(?:of|for)\s+[A-Z]", text)
    first = text.split(maxsplit=1)[0]
    if (first in _acronyms() or plain(fold(first)) in words("loaders", "organisation_openers")) and not is_post(text):
        return True
    return ends_in_organisation_word(text) or is_acronym(text) or bool(opening and ends_in_organisation_word(opening[1]))


def several(place: str) -> tuple[str, ...]:
    """Two organisations joined by "and", where both halves are ones."""
    for join in re.finditer(r"\s+(?:and|&)\s+|;\s*", place):
        halves = place[: join.start()], place[join.end() :]
        if all(ends_in_organisation_word(half) for half in halves):
            return halves
    return (place,)


OWNED = r"(?:(?:Council|Board|Authority|Trust|College|School|University|Association|Company|Society|Club|Commission)[’']s\s+)?"
"""Whose a post is, where it is said before the title: "the Council's Footpaths Officer"."""
