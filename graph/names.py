"""Names as they are printed: folding, the parts of a person's name, initials and short forms."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from sederunt.graph.lexicon import pairs, words
from sederunt.graph.model import Record

if TYPE_CHECKING:
    from nameparser.config import Constants
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
def spaced(text: str) -> str:
    """The words of ``folded_words`` with a space between."""
    return " ".join(_folded(text))


@lru_cache(_KEPT)
def _folded(text: str) -> tuple[str, ...]:
    bare = plain(text)
    if not bare.isascii():
        bare = unicodedata.normalize("NFKD", bare.translate(_FADA)).encode("ascii", "ignore").decode()
    return tuple(_WORD.findall(bare.casefold().replace("&", " and ").replace("'", "")))


_EVERYDAY = frozenset(
    "mr mrs ms miss mx messrs dr prof professor cllr cllrs clr clrs cclr cclrs councillor councillors rev revd reverend".split()
)
"""Honorifics that are part of no other name: a folded form does without them ("General" may begin a committee's name)."""

_OFFICES = frozenset(
    "cathaoirleach chairman chairwoman coroner deputies deputy general leas-chathaoirleach magistrate magistrates matron nurse private".split()
)
"""Honorifics that are offices before they are titles: "Deputy Ann Hale" is somebody's deputy in most papers."""


@cache
def _honorifics() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(folded_words(entry)) for entry in words("graph", "honorifics") if entry not in _OFFICES) | _offices()


@cache
def _offices() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(folded_words(entry)) for entry in words("graph", "office_honorifics"))


def office_held(honorific: str) -> str:
    """The post that an honorific is as well, as printed ("Mayor" of "Mayor Cllr"), or an empty string.

    An office of a body is one only before a title ("Chair" of "Chair Cllr"): before a bare name it may be what the person in front of it holds.
    """
    kinds = ("post", "office") if _honorific_words(honorific.split()[-1:]) not in _offices() else ("post",)
    posts = {entry for entry, kind in pairs("graph", "office_honorifics").items() if kind in kinds}
    tokens = honorific.split()
    spans = [" ".join(tokens[at:end]) for at in range(len(tokens)) for end in range(len(tokens), at, -1)]
    return next((span for span in spans if " ".join(folded_words(span)) in posts), "")


def is_office(honorific: str) -> bool:
    """Whether what stands before a name is an office or a rank ("Mayor") that begins other phrases too."""
    return tuple(folded_words(honorific)) in _offices()


class PersonName(Record):
    """The parts of a person's name; each may be empty. ``given`` may be an initial."""

    honorific: str = ""
    given: str = ""
    middle: str = ""
    family: str = ""
    nickname: str = ""
    """What stands in quotes or brackets between the others: ``Gus`` of ``Angus 'Gus' Wren``."""

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
    if nick := _NICKNAME.search(bare):
        called = nick["name"]
        rest = parse_person(f"{bare[: nick.start()]} {bare[nick.end() :] if nick.start() else f'{called}{bare[nick.end() :]}'}")
        return rest.model_copy(update={"honorific": honorific, "nickname": called if nick.start() else ""})
    bare = spaced_initials(without_post_nominals(bare))
    tokens = bare.split()
    if not tokens:
        return PersonName(honorific=honorific)
    if len(tokens) == 1:
        return PersonName(honorific=honorific, family=bare) if honorific else PersonName(given=bare)
    if first := _family_first(tokens):
        bare = f"{' '.join(tokens[:first]).rstrip(',')}, {' '.join(tokens[first:])}"
    given, middle, family = _usual_parts(bare) or _parts(bare)
    if (given[:1].islower() and given in words("graph", "name_particles")) or _begins_family(honorific, tokens[0]):
        return PersonName(honorific=honorific, family=bare)
    if honorific and " of " in given and not family:
        return PersonName(honorific=honorific, family=given)  # a peer with a seat: "Ellingham of Wix"
    return _with_particles(PersonName(honorific=honorific, given=given, middle=middle, family=family))


def _family_first(tokens: list[str]) -> int:
    """How many words in capitals stand in front as the family name: "HALE Ann", "VAN DER MEER Jan"; 0 where the name is in its usual order."""
    count = next((at for at, token in enumerate(tokens) if not token.isupper() or len(token.strip(".")) < 2), len(tokens))
    joined = all("".join(folded_words(token)) in words("graph", "name_particles") for token in tokens[: count - 1])
    return (
        count if 0 < count < len(tokens) and joined and _shouted(tokens[count - 1]) and len(tokens[count].strip(".")) > 1 else 0
    )


def _begins_family(honorific: str, first: str) -> bool:
    """Whether a family name begins with its particle right behind the title ("Cllr Mac Aoidh", "Miss Van den Bosch"), or with St."""
    titled = bool(honorific) or first.strip(".") == "St"
    return titled and first.strip(".") != "O" and "".join(folded_words(first)) in _opening_particles()


@cache
def _opening_particles() -> frozenset[str]:
    """Particles with which a family name begins when it follows a title; those that are a given name as well do not count."""
    return frozenset(word for word in words("graph", "name_particles") if not is_given_name(word))


_NICKNAME = re.compile(r"(?:(?<=\s)|^)[\"“'‘(](?P<name>[A-Z][\w.-]*)[\"”'’)](?=\s+[A-Z])")


def _usual_parts(bare: str) -> tuple[str, str, str] | None:
    """What ``_parts`` gives, sooner, for most names: a given name, perhaps a middle initial, a family name, none with a meaning."""
    usual = _USUAL.fullmatch(bare)
    if usual is None or not {part.strip(".").casefold() for part in usual.groups("")}.isdisjoint(_telling_parts()):
        return None
    return usual["given"], usual["middle"] or "", usual["family"]


_LATIN = "[A-Za-zÀ-ÖØ-öø-ɏ]"
_SPELT = rf"(?![ivxIVX]+\b){_LATIN}{{2,}}(?:['’-]{_LATIN}+)*"
_USUAL = re.compile(rf"(?P<given>{_SPELT}|[A-Z]\.?) (?:(?P<middle>[A-Z]\.?) )?(?P<family>{_SPELT})")
_SUFFIXES = ("jr", "jnr", "sr", "snr", "ii", "iii", "iv")


@cache
def _telling_parts() -> frozenset[str]:
    """Words that are no plain name: particles, suffixes."""
    from nameparser.config import CONSTANTS as known  # noqa: N811, PLC0415 - look-ups start faster without it

    joining = (known.bound_first_names, known.conjunctions, known.prefixes)
    return frozenset(word.casefold() for entries in (*joining, _SUFFIXES) for word in entries)


def _parts(bare: str) -> tuple[str, str, str]:
    """The given, middle and family names in a name without honorifics."""
    from nameparser import HumanName  # noqa: PLC0415 - look-ups start faster without it

    parsed = HumanName(bare, constants=_plain_names())
    return parsed.first, parsed.middle, " ".join(filter(None, (parsed.last, parsed.suffix)))


_RUN_INTO_NAME = re.compile(r"^((?:[A-Z]\.)+)(?=[A-Z][^\W\d_])")


def spaced_initials(name: str) -> str:
    """A name whose initials run into the family name, with a space between: ``J.P. Smith``."""
    return _RUN_INTO_NAME.sub(r"\1 ", name)


@cache
def _plain_names() -> "Constants":
    """Settings of the name parser: titles and letters are taken off before, so that Dean, Earl and Ma are names."""
    from nameparser.config import Constants  # noqa: PLC0415 - look-ups start faster without it

    return Constants(titles=(), first_name_titles=(), suffix_acronyms=(), suffix_not_acronyms=_SUFFIXES)


def _shouted(token: str) -> bool:
    letters = [c for c in token if c.isalpha()]
    spoken = bool(set(fold(token)) & set("aeiouy"))  # "LCM" are initials, "LOW" is a family name
    return "." not in token and len(letters) > 2 and spoken and all(c.isupper() for c in letters)


def _with_particles(name: PersonName) -> PersonName:
    """Welsh ``ap``, Irish ``Ó`` and the like belong to the family name."""
    middle = name.middle.split()
    for at, word in enumerate(middle):
        if folded_words(word) and word[-1] != "." and folded_words(word)[0] in words("graph", "name_particles"):
            return name.model_copy(update={"middle": " ".join(middle[:at]), "family": " ".join((*middle[at:], name.family))})
    return name


@lru_cache(_KEPT)
def split_honorific(text: str) -> tuple[str, str]:
    """(honorifics as printed, the rest): ``("The Revd Dr", "Ann Hale")``; a collar number goes with the rank."""
    tokens = text.split()
    count = 0
    while count < len(tokens) and (size := _honorific_at(tokens, count)):
        count += size
    return " ".join(tokens[:count]), " ".join(tokens[count:])


def _honorific_at(tokens: list[str], at: int) -> int:
    """How many of the words from here are one honorific; 0 where none begins."""
    folded = "".join(folded_words(tokens[at]))
    last = at + 1 == len(tokens)
    if folded in _RANKS_OR_NAMES and not tokens[at].isupper():
        return 0  # Di Moss is no detective
    if at and not last and (tokens[at].isdigit() or folded in ("retd", "rtd")):
        return 1
    if not last and ((tokens[at] == "/" and at) or (folded in ("the", "y", "an") and _begins(tokens[at], at))):
        return int(bool(_honorific_at(tokens, at + 1)))
    if not tokens[at][:1].isupper():
        return 0
    for size in range(min(4, len(tokens) - at - 1), 0, -1):
        if _honorific_words(tokens[at : at + size]) in _honorifics():
            return size
    return int(last and (folded,) in _honorifics() - _offices())


_RANKS_OR_NAMES = frozenset(["di"])
"""Ranks by their letters that are names when they are printed otherwise."""


def _begins(article: str, at: int) -> bool:
    return at == 0 or article.islower()


_FOR_THE_TIME = re.compile(r"^[AT]/(?=[A-Z])")


def _honorific_words(tokens: list[str]) -> tuple[str, ...]:
    """Folded, without what says that a rank is held for the time being (``T/Insp``, ``A/Supt``)."""
    return tuple(word for token in tokens for word in folded_words(_FOR_THE_TIME.sub("", token) if "/" in token else token))


@lru_cache(_KEPT)
def without_post_nominals(text: str) -> str:
    """A name without the letters behind it: ``Ann Hale, OBE`` gives ``Ann Hale``."""
    head, *tail = re.sub(r"\s*\(Hons\.?\)|,?\s+Esq(?:uire)?\.?$", "", text, flags=re.IGNORECASE).split(",")
    while tail and are_post_nominals(tail[-1]):
        tail.pop()
    tokens = ",".join((head, *tail)).split()
    while len(tokens) > 1 and are_post_nominals(tokens[-1]) and (len(tokens) > 2 or not tokens[0].isupper()):
        tokens.pop()
    return " ".join(tokens)


def are_post_nominals(text: str) -> bool:
    """Whether a text is letters that stand behind a name and nothing else: ``CBE, DL``, ``PhD``."""
    letters = re.findall(r"[^\s,;]+", text)
    return bool(letters) and all(map(_is_post_nominal, letters))


def _is_post_nominal(word: str) -> bool:
    folded = "".join(folded_words(word))
    if folded in _SUFFIXES:
        return word[0].isupper()
    return sum(map(str.isupper, word)) > len(folded) / 3 + 0.5 and folded in words("graph", "post_nominals")


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
        forms += [given[0] + family[0] + inner[1], given[0] + inner[1], given[0] + inner[0].replace("'", "")]
    return tuple(dict.fromkeys(forms))


def _firsts(text: str) -> str:
    return "".join(word[0] for word in _BETWEEN.split(plain(text)) if word and word[0].isalpha()).upper()


_BETWEEN = re.compile(r"[\s.-]+")


def is_initials(text: str) -> bool:
    """Whether a form can be somebody's initials: two to four capitals, perhaps with a small letter at the end (``JSe``)."""
    return (
        bool(re.fullmatch(r"(?:[A-Z]\.?[a-z]?\.?(?:\s|[-'’](?=[A-Z]))?){2,4}", text.strip()))
        and sum(c.isupper() for c in text) >= 2
    )


@cache
def _nicknamer() -> "NickNamer":
    from nicknames import NickNamer  # noqa: PLC0415 - only to compare given names

    return NickNamer()


@cache
def _long_forms() -> dict[str, frozenset[str]]:
    """What ``_short_forms`` says, from the long forms to the short."""
    found: dict[str, set[str]] = {}
    for short, longs in _short_forms().items():
        for long in longs:
            found.setdefault(long, set()).add(short)
    return {long: frozenset(shorts) for long, shorts in found.items()}


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
    a, b = joined_up(one), joined_up(other)
    return bool(a and b) and (b in given_forms(a) or a in given_forms(b) or (min(len(a), len(b)) == 1 and a[0] == b[0]))


def joined_up(given: str) -> str:
    """The form by which given names are compared: folded, its words joined."""
    return "".join(folded_words(given))


@lru_cache(_KEPT)
def given_forms(given: str) -> frozenset[str]:
    """A joined-up given name and all others that can be the same person's: what it is short for, and what is short for it."""
    longs = _short_forms().get(given, frozenset()) | {given}
    shorts = (_long_forms().get(long, frozenset()) for long in longs)
    found = longs.union(*shorts, _library_forms(given))
    apart = words("graph", "no_short_forms")
    return frozenset(form for form in found if " ".join(sorted((given, form))) not in apart)


def _library_forms(given: str) -> Iterator[str]:
    """The forms that the library knows, but for those that are whole names of their own: Emma beside Emily."""
    names = _nicknamer()
    whole = _is_whole(given)
    found = (*names.nicknames_of(given), *names.canonicals_of(given))
    return (form for form in found if not (whole and _is_whole(form)))


def _is_whole(given: str) -> bool:
    return given in _long_forms() or given in words("graph", "common_given_names")


@lru_cache(_KEPT)
def is_given_name(word: str) -> bool:
    """Whether a word is known as a given name."""
    folded = plain(word).casefold()
    bare = "".join(folded_words(word))
    return folded in words("graph", "given_names") or bare in words("graph", "given_names") or bare in _short_forms()
