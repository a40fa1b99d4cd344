"""Whether two printed names can be one person's: equal, a short form, a title with a family name, or a slip of a letter."""

from functools import lru_cache

from sederunt.graph.names import PersonName, fold, same_given

_MALE, _FEMALE = (
    frozenset("mr sir lord fr father herr monsieur senor signor sig".split()),
    frozenset("sister mrs ms miss dame lady baroness madam madame mme mlle frau señora senora signora smt".split()),
)
_SPELLINGS = dict.fromkeys(("councillor", "councilor", "cyng", "cynghorydd", "cr", "clr", "comhairleoir"), "cllr")
_SPELLINGS |= {"reverend": "revd", "rev": "revd", "professor": "prof", "doctor": "dr"}


@lru_cache(maxsize=1 << 16)
def folded(text: str) -> str:
    """A word of a name as it is compared; never empty unless the text is."""
    return fold(text).replace(" ", "") or text.casefold()


def compatible(one: PersonName, other: PersonName) -> bool:
    """Whether two printed names can be one person's."""
    one, other = _prefixed(one, other), _prefixed(other, one)
    if not _same_family(one, other) or not same_title(one, other):
        return False
    called = {folded(one.nickname), folded(other.nickname)} - {""}
    if (
        one.given
        and other.given
        and not (same_given(one.given, other.given) or called & {folded(one.given), folded(other.given)})
    ):
        return False
    return all(_same_word(a, b) for a, b in zip(fold(one.middle).split(), fold(other.middle).split(), strict=False))


def _prefixed(name: PersonName, other: PersonName) -> PersonName:
    """A name whose first word is no given name but part of the other's family name: "Mr O Mahoney" for John O Mahoney, "Cllr Singh Gill" for Jatinder Singh Gill."""
    whole = " ".join(filter(None, (name.given, name.middle, name.family)))
    double = (other.family, f"{other.middle} {other.family}" if len(other.middle.strip(".")) > 1 else "")
    if not (name.given and folded(whole) in map(folded, filter(None, double))):
        return name
    return PersonName(honorific=name.honorific, family=whole)


def _same_word(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def _same_family(one: PersonName, other: PersonName) -> bool:
    """Equal surnames; a double one may be printed with a hyphen or without."""
    double = [folded(f"{name.middle} {name.family}") for name in (one, other)]
    return folded(one.family) == folded(other.family) or double[0] == double[1]


def titles(name: PersonName) -> frozenset[str]:
    """The titles of a name in one spelling: "Councillor" is "cllr"."""
    return _titles(name.honorific)


@lru_cache(maxsize=1 << 10)
def _titles(honorific: str) -> frozenset[str]:
    found = ("".join(filter(str.isalpha, word)) for word in honorific.casefold().split())
    return frozenset(_SPELLINGS.get(word, word) for word in found if word and word != "the")


def of_two_sexes(one: PersonName, other: PersonName) -> bool:
    """Whether the titles of two names are a man's and a woman's."""
    a, b = titles(one), titles(other)
    return bool((a & _MALE and b & _FEMALE) or (a & _FEMALE and b & _MALE))


def same_title(one: PersonName, other: PersonName) -> bool:
    """Titles that one person can bear; where there is no given name, one must have all that the other has."""
    a, b = titles(one), titles(other)
    if of_two_sexes(one, other):
        return False
    return bool(one.given or other.given) or a <= b or b <= a


def slipped(asked: PersonName, known: PersonName) -> bool:
    """Whether a title with a family name has one letter wrong in it: "Mr Novacki" for Mr Nowacki."""
    a, b = folded(asked.family), folded(known.family)
    near = not asked.given and min(len(a), len(b)) >= _LONG and _one_letter_apart(a, b)
    return near and same_title(asked, known)


def misspelt(one: PersonName, other: PersonName) -> bool:
    """Whether two full names with one given name have family names that differ by a slip."""
    a, b = folded(one.family), folded(other.family)
    alike = folded(one.given) == folded(other.given) and not one.middle and not other.middle and same_title(one, other)
    return (
        alike
        and min(len(a), len(b)) >= (_SHORT if len(a) != len(b) else _LONG - 1)
        and a[0] == b[0]
        and _one_letter_apart(a, b)
    )


_LONG = 6
"""Shorter family names that differ by a letter are two names: Moss and Ross."""
_SHORT = 4
"""Of one given name, family names of this length are one where a letter is left out: Nale and Nalem."""


def _one_letter_apart(one: str, other: str) -> bool:
    """Whether a letter is wrong, missing or too much, or two stand the wrong way round."""
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
