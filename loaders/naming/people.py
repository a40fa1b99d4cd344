"""Whether a phrase is somebody's name."""

import re
from functools import cache, lru_cache

from sederunt.graph.lexicon import words
from sederunt.graph.names import (
    are_post_nominals,
    fold,
    is_given_name,
    is_office,
    parse_person,
    plain,
    spaced_initials,
    split_honorific,
    without_post_nominals,
)
from sederunt.loaders.naming.roles import meeting_role
from sederunt.loaders.naming.wording import is_body, is_post, names_organisation

BRACKET = re.compile(r"[(\[]([^()\[\]]*)[)\]]")

_NAME_WORD = re.compile(
    r"^(?:[^\W\d_a-zà-öø-ÿ][\w’'-]*\.?|(?:[A-Z][a-z]?\.){1,3}[^\W\d_]*|y|[a-z]{1,3}[’'-]?[^\W\d_a-zà-öø-ÿ][\w’'-]+|[\"“'‘(][A-Z][^\W\d_]+[\"”'’)])$"
)
"""A word of a name: with a capital, perhaps behind a particle (``d'Arcy``, ``al-Masri``, ``hUiginn``), initials, or a nickname in quotes."""

FIRM = re.compile(r"\s+(?:&|and)\s+(?:Co|Company|Sons?|Partners|Associates|Daughters?|Brothers)\b(?!\s+Secretary)")
"""What stands behind the name of somebody after whom a firm is called: "Ann Hale & Co"."""

_RANK = re.compile(r"(?:[A-Z][\w’'/&-]*\s*){1,4}(?:\s\d{1,6})?$")


@lru_cache(2**14)
def looks_like_person(text: str) -> bool:
    """Whether a phrase in a list of people can be a name: two to five capitalised words, none of them for a job or a body."""
    honorific, name = split_honorific(plain(text))
    if honorific and is_office(honorific) and _telling(name.split()):
        return False
    name = spaced_initials(without_post_nominals(name))
    tokens = (re.sub(r"\sof\s(?=[A-Z])", " ", name) if honorific else name).split()
    if (
        _TWO.fullmatch(name)
        or not all(map(is_name_word, tokens))
        or not _ends_as_name(tokens)
        or fold(tokens[-1] if tokens else "") in _no_families()
    ):
        return False
    if honorific:
        return (
            1 <= len(tokens) <= 4
            and not _holds_post(tokens)
            and not (_shouts_behind(tokens) and len(tokens[0].strip(".")) == 1)  # "Mr J Hale ACRA"
            and not any(map(is_telling, tokens[2:]))
        )
    if not 2 <= len(tokens) <= 5 or _shouts_behind(tokens):
        return False  # "Ann Hale GDPR": capitals behind a whole name are no family name
    if not is_given_name(tokens[0]) and (
        names_organisation(name) or _LETTERED.fullmatch(name) or _is_place(tokens) or _led_by_letters(tokens)
    ):
        return False
    return not (_telling(tokens) or is_body(name) or meeting_role(name) or _holds_post(tokens))


def are_two(name: str) -> bool:
    """Whether words are initials and a family name, and then another's without a mark between them: "S Hale-Brook M Moss"."""
    return _TWO.fullmatch(name) is not None


_TWO = re.compile(r"(?:[A-Z]\.?\s)+[A-Z][\w’'-]{2,}\s(?:[A-Z]\.?\s)+[A-Z][\w’'-]{2,}")


def _no_families() -> frozenset[str]:
    """Words that end no name: "Cllr Hale Personal", "Ms Teams", "Councillor Vacancy"."""
    return words("loaders", "no_family_names")


def _is_place(tokens: list[str]) -> bool:
    """Whether words that begin with no known first name are those of a place or of what serves one: "Upper Dene", "Welsh Water", "Sully Library"."""
    first, last = fold(tokens[0]), fold(tokens[-1])
    if not tokens[0][1:2].islower():
        return False  # initials: "DW Vale"
    placed = last in words("loaders", "place_words") - words("graph", "common_surnames") - _surnames_too()
    return placed or first.endswith("shire") or first in words("loaders", "no_given_names")


def _led_by_letters(tokens: list[str]) -> bool:
    """Whether letters that end what is said of the one before stand in front of a whole name: "ANPA Nick Hale"."""
    return len(tokens) > 2 and bool(re.fullmatch(r"[A-Z]{3,}", tokens[0])) and tokens[1].istitle() and is_given_name(tokens[1])


def _shouts_behind(tokens: list[str]) -> bool:
    return len(tokens) > 2 and tokens[-1].isupper() and len(tokens[-1]) > 2 and not tokens[-2].isupper()


_LETTERED = re.compile(r"[A-Z][a-z]+ (?![A-Z]*[AEIOUY])[A-Z]{2,5}")
"""A word and letters that nobody can speak: "Exeter LPT"."""


def _ends_as_name(tokens: list[str]) -> bool:
    """Whether no word of a phrase has a genitive ("Mary's Meals") or is a post in brackets, and the last is a whole one."""
    own = any(re.search(r"\w['’]s$", token) or (token[0] in "([" and is_post(token.strip("()[]"))) for token in tokens)
    ended = any(re.fullmatch(r"\w{3,}\.", token) for token in tokens[1:-1])  # "Ann Hale. The"
    if own or ended or any(token.rstrip(".") in _COURTESIES for token in tokens[1 : max(2, len(tokens) - 1)]):
        return False
    return not tokens or not (
        re.search(r"['’]$|^.\.?$|[)\"”]$|^[A-Z]-[A-Z]$", tokens[-1]) or (len(tokens) > 1 and tokens[-1] in _UNFINISHED)
    )


_COURTESIES = frozenset("Mr Mrs Ms Miss Dr Prof Professor Cllr Cllrs Councillor Councillors Rev Revd".split())
"""Titles that are no family names: where one stands inside a phrase, another name begins."""
_UNFINISHED = frozenset("St St. Du De Le Van Von Der Di Del Della Ap Mac Mc Ní Uí Nic Ibn van von de der du ap di".split())
"""Words with which no name ends: it was cut inside."""


@lru_cache(2**12)
def is_name_word(token: str) -> bool:
    """Whether a word can stand in a name by its form: capitalised, an initial, or a particle such as ``van``."""
    whole = _NAME_WORD.match(token) and not re.search(r"\d|-$", token)
    return bool(whole) or token in words("graph", "name_particles")


def _holds_post(tokens: list[str]) -> bool:
    """Whether words have one for a post among them, other than a first name ("Dean Hale") or a family name ("Paul Constable")."""
    rest = tokens[1:] if len(tokens) > 1 and is_given_name(tokens[0]) else tokens
    return is_post(" ".join(rest)) and not _begins_with_name(tokens)


def _begins_with_name(tokens: list[str]) -> bool:
    """Whether a known first name makes a family name of a word that means something else: "Paul Constable"."""
    return len(tokens) == 2 and is_given_name(tokens[0]) and fold(tokens[1]) in _surnames_too()


def _telling(tokens: list[str]) -> bool:
    """Whether a word other than a known first name shows that this is an organisation, a unit or a heading."""
    telling = _telling_words()
    folded = [fold(token) for token in tokens]
    start = 1 if tokens and is_given_name(tokens[0]) else 0
    told = any(word in telling or _ABSTRACT.search(word) for word in folded[start:])
    return told and not _begins_with_name(tokens)


def is_telling(word: str) -> bool:
    """Whether a word shows that a phrase is an organisation, a unit, a body or a heading, and no name."""
    return fold(word) in _telling_words() or bool(_ABSTRACT.search(fold(word)))


_ABSTRACT = re.compile(r"^(?!clement).{3,}(?:tions?|(?<!rr)ity|ities|ments?|ology|ics|ical|eries|ships)$")
"""The ends of words for things that can be done or had; hardly a family name has one."""


@cache
def _telling_words() -> frozenset[str]:
    lists = ("organisation_words", "unit_words", "body_words", "not_names", "post_qualifiers", "topic_words")
    return frozenset(fold(word) for name in lists for word in words("loaders", name) if " " not in word)


def can_be_surname(word: str) -> bool:
    """Whether a word that means something else is a family name as well."""
    return fold(word) in _surnames_too()


def _surnames_too() -> frozenset[str]:
    """Words for organisations that are family names as well, when they follow a known given name."""
    return words("loaders", "surnames_too")


@lru_cache(2**14)
def surely_person(text: str) -> bool:
    """Whether a phrase in running text is a name: it looks like one, and begins with an honorific or a known given name."""
    honorific, name = split_honorific(plain(text))
    if not looks_like_person(text):
        return False
    parsed = parse_person(name)
    return bool(honorific) or is_given_name(parsed.given) or bool(re.fullmatch(r"(?:[A-Z]\.){1,3}", parsed.given))


def is_initial_name(text: str) -> bool:
    """Whether a text is an initial with a family name: ``A. Deshpande (Vice-Chair)``."""
    found = re.match(r"(?:[A-Z]\.?\s?){0,2}[A-Z][.\s]\s?[A-Z][\w’'-]+(?:\s*[(\[].*)?$", text.strip(" ."))
    return bool(found) and not names_organisation(BRACKET.sub("", text).strip(" ."))


def ranked_name(text: str) -> tuple[str, str]:
    """(rank, name) of "Watch Manager Ben Moss" or "PC 4471 Ann Hale", whose rank is no honorific; two empty strings otherwise."""
    tokens = text.split()
    for at in range(max(1, len(tokens) - 3), len(tokens) - 1):
        rank, name = " ".join(tokens[:at]), " ".join(tokens[at:])
        if surely_person(name) and _RANK.match(rank) and is_post(re.sub(r"\s*\d+$", "", rank)):
            return rank, name
    return "", ""


def without_letters(rest: str) -> str:
    """What stands behind a name without the letters of honours and degrees at its beginning."""
    while letters := re.match(r"^[\s,]*([A-Z][A-Za-z]{1,7}\b\.?)(?=[\s,]|$)", rest):
        if not are_post_nominals(letters[1]):
            break
        rest = rest[letters.end() :]
    return rest


def names_another(text: str) -> bool:
    """Whether a bracket behind a list names one more person, with that one's part: "(M. Brown, minutes)"."""
    name, comma, part = text.partition(",")
    return bool(comma) and surely_person(name.strip()) and bool(meeting_role(part.strip()))
