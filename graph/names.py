"""Names as they are printed: folding, the parts of a person's name, initials and short forms."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sederunt.graph.lexicon import words
from sederunt.graph.model import Record

if TYPE_CHECKING:
    from nicknames import NickNamer

_MARKS = {"’": "'", "‘": "'", "`": "'", "–": "-", "—": "-", "‑": "-", "\u00a0": " ", "\u00ad": "", "\u200b": ""}
_TABLE = str.maketrans(_MARKS)
_FADA = str.maketrans("łøđßæœŁØĐ", "lodsaoLOD")
_WORD = re.compile("[a-z0-9]+")
_KEPT = 2**14
"""How many forms of names are remembered: those of a paper, and not those of every paper that was ever read."""


def plain(text: str) -> str:
    """Text with curly quotes, dashes and odd spaces made ordinary and white space folded; letters keep case and accents."""
    usual = text.replace("`", "'") if text.isascii() else unicodedata.normalize("NFC", text).translate(_TABLE)
    return " ".join(usual.split())


@lru_cache(_KEPT)
def fold(text: str) -> str:
    """The form by which names are compared: lower case, no accents, honorifics or punctuation, ``&`` as "and"."""
    found = folded_words(text)
    while len(found) > 1 and found[0] in _EVERYDAY:
        found.pop(0)
    return " ".join(found)


def slug(text: str) -> str:
    """A folded form fit for an id: words joined by hyphens, honorifics kept."""
    return "-".join(folded_words(text))


def folded_words(text: str) -> list[str]:
    """The words of a text in lower case without accents or punctuation, ``&`` as "and"."""
    return list(_folded(text))


@lru_cache(_KEPT)
def _folded(text: str) -> tuple[str, ...]:
    bare = plain(text)
    if not bare.isascii():
        bare = unicodedata.normalize("NFKD", bare.translate(_FADA)).encode("ascii", "ignore").decode()
    return tuple(_WORD.findall(bare.casefold().replace("&", " and ").replace("'", "")))


_EVERYDAY = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "messrs",
        "dr",
        "prof",
        "professor",
        "cllr",
        "cllrs",
        "councillor",
        "councillors",
        "rev",
        "revd",
        "reverend",
    ]
)
"""Honorifics that are part of no other name: a folded form does without them ("General" may begin a committee's name)."""

_OFFICES = frozenset(
    [
        "cathaoirleach",
        "chairman",
        "chairwoman",
        "coroner",
        "deputies",
        "deputy",
        "general",
        "leas-chathaoirleach",
        "magistrate",
        "magistrates",
        "matron",
        "nurse",
        "private",
    ]
)
"""Honorifics that are offices before they are titles: "Deputy Ann Hale" is somebody's deputy in most papers."""


@cache
def _honorifics() -> frozenset[str]:
    single = {tuple(folded_words(entry)) for entry in words("graph", "honorifics")}
    return frozenset(entry[0] for entry in single if len(entry) == 1) - _OFFICES


class PersonName(Record):
    """The parts of a person's name; each may be empty. ``given`` may be an initial."""

    honorific: str = ""
    given: str = ""
    middle: str = ""
    family: str = ""

    @property
    def full(self) -> bool:
        """Whether it has both a given name (or an initial) and a family name."""
        return bool(self.given and self.family)


@lru_cache(_KEPT)
def parse_person(text: str) -> PersonName:
    """The parts of a printed name.

    Honorifics and post-nominals are taken off; ``SURNAME First`` and ``Surname, First`` are turned round. A single word is a given name, or a family name where an honorific stands before it.
    """
    honorific, bare = split_honorific(plain(text))
    bare = _without_post_nominals(bare)
    tokens = bare.split()
    if not tokens:
        return PersonName(honorific=honorific)
    if len(tokens) == 1:
        return PersonName(honorific=honorific, family=bare) if honorific else PersonName(given=bare)
    if len(tokens) > 1 and _shouted(tokens[0]) and not _shouted(tokens[1]) and len(tokens[1].strip(".")) > 1:
        bare = f"{tokens[0]}, {' '.join(tokens[1:])}"
    given, middle, family = _usual_parts(bare) or _parts(bare)
    return _with_particles(PersonName(honorific=honorific, given=given, middle=middle, family=family))


def _usual_parts(bare: str) -> tuple[str, str, str] | None:
    """What ``_parts`` gives, sooner, for most names: a given name, perhaps a middle initial, a family name, none with a meaning."""
    usual = _USUAL.fullmatch(bare)
    if usual is None or not {part.strip(".").casefold() for part in usual.groups("")}.isdisjoint(_telling_parts()):
        return None
    return usual["given"], usual["middle"] or "", usual["family"]


_LATIN = "[A-Za-zÀ-ÖØ-öø-ɏ]"
_SPELT = rf"(?![ivxIVX]+\b){_LATIN}{{2,}}(?:['’-]{_LATIN}+)*"
_USUAL = re.compile(rf"(?P<given>{_SPELT}|[A-Z]\.?) (?:(?P<middle>[A-Z]\.?) )?(?P<family>{_SPELT})")


@cache
def _telling_parts() -> frozenset[str]:
    """Words that are no plain name: titles, particles, suffixes."""
    from nameparser.config import CONSTANTS as known  # noqa: N811, PLC0415 - look-ups start faster without it

    joining = (known.bound_first_names, known.conjunctions, known.prefixes)
    return frozenset(
        word.casefold()
        for entries in (*joining, known.titles, known.first_name_titles, known.suffix_acronyms, known.suffix_not_acronyms)
        for word in entries
    )


def _parts(bare: str) -> tuple[str, str, str]:
    """The given, middle and family names in a name without honorifics."""
    from nameparser import HumanName  # noqa: PLC0415 - look-ups start faster without it

    parsed = HumanName(bare)
    return parsed.first, parsed.middle, " ".join(filter(None, (parsed.last, parsed.suffix)))


def _shouted(token: str) -> bool:
    letters = [c for c in token if c.isalpha()]
    return len(letters) > 2 and all(c.isupper() for c in letters)


def _with_particles(name: PersonName) -> PersonName:
    """Welsh ``ap``, Irish ``Ó`` and the like belong to the family name."""
    middle = name.middle.split()
    for at, word in enumerate(middle):
        if folded_words(word) and folded_words(word)[0] in words("graph", "name_particles"):
            return name.model_copy(update={"middle": " ".join(middle[:at]), "family": " ".join((*middle[at:], name.family))})
    return name


def split_honorific(text: str) -> tuple[str, str]:
    """(honorifics as printed, the rest): ``("The Revd Dr", "Ann Hale")``."""
    tokens = text.split()
    count = 0
    while count < len(tokens) and _is_honorific(tokens, count):
        count += 1
    return " ".join(tokens[:count]), " ".join(tokens[count:])


def _is_honorific(tokens: list[str], at: int) -> bool:
    folded = "".join(folded_words(tokens[at]))
    if tokens[at] == "/":
        return 0 < at < len(tokens) - 1 and _is_honorific(tokens, at + 1)
    if folded in ("the", "y", "an"):
        return at == 0 and at + 1 < len(tokens) and _is_honorific(tokens, at + 1)
    return folded in _honorifics() and tokens[at][:1].isupper()


def _without_post_nominals(text: str) -> str:
    head, *tail = text.split(",")
    while tail and all("".join(folded_words(word)) in words("graph", "post_nominals") for word in tail[-1].split()):
        tail.pop()
    tokens = ",".join((head, *tail)).split()
    while (
        len(tokens) > 2
        and tokens[-1].upper() == tokens[-1]
        and "".join(folded_words(tokens[-1])) in words("graph", "post_nominals")
    ):
        tokens.pop()
    return " ".join(tokens)


def initials(name: PersonName) -> tuple[str, ...]:
    """Every form of initials that a minute taker may use for this name, in capitals, likeliest first."""
    given, middle = _firsts(name.given), _firsts(name.middle)
    if not (given and name.family):
        return ()
    family = _firsts(name.family)
    last = family[-1:]
    forms = [given[0] + last, given + middle + last, given[0] + middle + last, given + last, given[0] + family]
    inner = re.search(r"(?:Mc|Mac|O')([A-Z])", plain(name.family))
    if inner:
        forms += [given[0] + family[0] + inner[1], given[0] + inner[1]]
    return tuple(dict.fromkeys(forms))


def _firsts(text: str) -> str:
    return "".join(word[0] for word in _BETWEEN.split(plain(text)) if word and word[0].isalpha()).upper()


_BETWEEN = re.compile(r"[\s.-]+")


def is_initials(text: str) -> bool:
    """Whether a form can be somebody's initials: two to four capitals, perhaps with a small letter at the end (``JSe``)."""
    return bool(re.fullmatch(r"(?:[A-Z]\.?[a-z]?\.?\s?){2,4}", text.strip())) and sum(c.isupper() for c in text) >= 2


@cache
def _nicknamer() -> "NickNamer":
    from nicknames import NickNamer  # noqa: PLC0415 - only to compare given names

    return NickNamer()


@cache
def _short_forms() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in words("graph", "nicknames"):
        canonical, _, shorts = line.partition(":")
        for short in shorts.split(","):
            found.setdefault("".join(folded_words(short)), set()).add("".join(folded_words(canonical)))
    return {short: frozenset(long) for short, long in found.items()}


@lru_cache(_KEPT)
def same_given(one: str, other: str) -> bool:
    """Whether two given names can be one person's: equal, an initial, or a short form of the other (Mick, Michael)."""
    a, b = ("".join(folded_words(x)) for x in (one, other))
    if not a or not b:
        return False
    if a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]):
        return True
    longs_a, longs_b = (_short_forms().get(x, frozenset()) | {x} for x in (a, b))
    if longs_a & longs_b:
        return True
    names = _nicknamer()
    return b in names.nicknames_of(a) or a in names.nicknames_of(b)


def is_given_name(word: str) -> bool:
    """Whether a word is known as a given name."""
    folded = plain(word).casefold()
    bare = "".join(folded_words(word))
    return folded in words("graph", "given_names") or bare in words("graph", "given_names") or bare in _short_forms()
