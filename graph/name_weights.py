"""What two printed names tell of whether they are one person's: whether they can be, how well they agree, and how rare they are."""

import re
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz.distance import OSA
from sederunt.graph.lexicon import words
from sederunt.graph.likeness import folded, of_two_sexes, titles
from sederunt.graph.names import PersonName, fold, folded_words, given_forms, initials, is_given_name, joined_up, same_given
from sederunt.graph.reasons import DOUBT, VETO, Reason

_LONG = 5
"""Shorter words that differ by a letter are two names: Moss and Ross."""
_KEPT = 1 << 16
"""How many pairs of names are remembered: those of some hundred thousand sightings, in which the same names stand again and again."""


@lru_cache(_KEPT)
def compared_names(
    one: PersonName, other: PersonName, *, shared: bool = False, may_have_changed: bool = False
) -> tuple[Reason, ...]:
    """The reasons that two names give.

    Args:
        one: a name with its parts.
        other: the other.
        shared: whether anything telling stands by both.
        may_have_changed: whether the context speaks for one person, who may have taken another family name.

    """
    a, b = _completed(one, other), _completed(other, one)
    turned = _turned(a, b)
    a = turned or a
    found = [*_family(a, b, shared=shared, may_have_changed=may_have_changed), *_given(a, b), *_second(a, b)]
    if turned:
        found.append(Reason("turned round", "the same names in another order"))
        if is_given_name(other.given) and is_given_name(other.family):
            found.append(Reason(DOUBT, f"{other.given} may be a family name, and {other.family} a given name"))
    if any(r.is_veto for r in found) and (agreed := _words_agree(one, other)):
        found = agreed
    return (*found, *_titles(one, other), *_rarity(a, b))


def _titles(one: PersonName, other: PersonName) -> Iterator[Reason]:
    if of_two_sexes(one, other):
        of_both = joined_up(one.given) in words("graph", "unisex_given_names") and one.given == other.given
        yield Reason(DOUBT if of_both else VETO, f"{one.honorific} and {other.honorific} are two people's titles")
    elif titles(one) & titles(other):
        yield Reason("title", f"both are called {one.honorific}")


def _words_agree(one: PersonName, other: PersonName) -> list[Reason]:
    """The reasons where each word of the shorter name has its like in the longer, in whatever order; else none.

    So are names read of which nobody can tell which part is what: "K. Arulvaran IAS" and "Arulvaran K", "Ng Kok Seng" and "K S Ng".
    """
    some, all_ = sorted((_words(one), _words(other)), key=len)
    left, spelled, slips = list(all_), 0, 0
    for word in sorted(some, key=len, reverse=True):
        like = next((w for w in left if w == word), None) or next((w for w in left if _akin(word, w)), None)
        if like is None:
            return []
        left.remove(like)
        spelled += min(len(word), len(like)) > 1
        slips += like != word and min(len(word), len(like)) > 1 and not (same_given(word, like) or _is_cut(word, like))
    if not spelled:
        return []
    found = [Reason("words of the name", "all words of the shorter name stand in the longer")]
    if len(some) == 1 or slips:
        found.append(Reason(DOUBT, "the names are not quite the same"))
    return found


def _words(name: PersonName) -> list[str]:
    return _without_particles(f"{name.given} {name.middle} {name.family}")


def _without_particles(text: str) -> list[str]:
    """The words of a name, folded, but for its particles."""
    return [word for word in folded_words(text) if word not in words("graph", "name_particles")]


def _akin(one: str, other: str) -> bool:
    """Whether two words of names can be one: an initial, a short form, a slip, another spelling of one sound."""
    if min(len(one), len(other)) == 1:
        return one[0] == other[0]
    return same_given(one, other) or _is_cut(one, other) or _is_slip(one, other) or _sound(one) == _sound(other)


@lru_cache(1 << 14)
def _sound(word: str) -> str:
    """About how a word sounds, for those who wrote it as they heard it: Lakshmi and Laxmi, Ishtiyaq and Ishtiaq."""
    for spelt, heard in _HEARD:
        word = word.replace(spelt, heard)
    return re.sub(r"(.)\1+", r"\1", word)


_HEARD = (
    *(("ksh", "x"), ("ks", "x"), ("sch", "s"), ("sh", "s"), ("ch", "c"), ("ph", "f"), ("th", "t"), ("dh", "d")),
    *(
        ("gh", "g"),
        ("kh", "k"),
        ("bh", "b"),
        ("ee", "i"),
        ("oo", "u"),
        ("ou", "u"),
        ("iy", "i"),
        ("y", "i"),
        ("w", "v"),
        ("q", "k"),
    ),
    *(("c", "k"), ("z", "s"), ("rn", "m"), ("ie", "i"), ("ae", "e")),
)
"""Spellings of one sound, and letters that a scan takes for one another."""


def compared_letters(letters: str, other_letters: str, names: tuple[PersonName, ...]) -> Reason:
    """What initials tell beside other initials, or beside names."""
    if other_letters:
        return (
            Reason("letters", "the same initials")
            if letters == other_letters
            else Reason(VETO, f"{letters.upper()} and {other_letters.upper()} are other initials")
        )
    can = {form for name in names for form in _letters_of(name)}
    bare = [name for name in names if not name.middle]
    if letters in can or any(len(letters) > 2 and letters[0] + letters[-1] in _letters_of(name) for name in bare):
        return Reason("letters", f"{letters.upper()} can be their initials")
    return Reason(VETO, f"{letters.upper()} cannot be their initials")


def _letters_of(name: PersonName) -> set[str]:
    """The initials that can stand for a name, one with the first two letters of the family name among them (``JSe``)."""
    forms = {form.casefold() for form in initials(name)}
    given, family = folded(name.given)[:1], folded(name.family)
    inner = re.match(r"(?:mac|mc)(\w)", family)
    forms |= {f"{given}m{inner[1]}", f"{given}{family[0]}{inner[1]}"} if inner else set()
    first = folded_words(name.family.replace("-", " "))[:1]
    return forms | {f"{given}{family[:2]}", *(f"{given}{word[0]}" for word in first)}


def compared_generations(one: str, other: str) -> list[Reason]:
    """What it tells that somebody is called junior, senior, the second or the third."""
    if one == other:
        return []
    if one and other:
        return [Reason(VETO, f"one is the {one}, one the {other}")]
    return [Reason("one has a generation", f"only one is called the {one or other}")]


def _completed(name: PersonName, other: PersonName) -> PersonName:
    """A name of one word that is the other's family name, whatever it was taken for: "Hale" beside Ann Hale."""
    if name.given and not name.family and folded(name.given) == folded(other.family):
        return PersonName(honorific=name.honorific, family=name.given)
    whole = " ".join(filter(None, (name.given, name.middle, name.family)))
    if name.given and folded(whole) == folded(other.family):
        return PersonName(honorific=name.honorific, family=whole)
    return name


def _turned(a: PersonName, b: PersonName) -> PersonName | None:
    """The second name where the first has the same words in another order: "Tan Wei Ling", "Wei Ling Tan"."""
    if _is_family(a, b) or not (a.full and b.full):
        return None
    one, other = (sorted(folded_words(f"{n.given} {n.middle} {n.family}")) for n in (a, b))
    if one == other and min(map(len, one)) > 1:
        return b
    swapped = PersonName(honorific=a.honorific, given=a.family, middle=a.middle, family=a.given)
    return swapped if len(folded(a.given)) > 1 and _is_family(swapped, b) and same_given(swapped.given, b.given) else None


@lru_cache(1 << 14)
def _families(name: PersonName) -> frozenset[str]:
    """The forms that a family name has: whole, with the middle name before it, without its particles, Mac as Mc."""
    forms = {folded(name.family)}
    if len(name.middle.strip(".")) > 1:
        forms.add(folded(f"{name.middle} {name.family}"))
    kept = _without_particles(name.family)
    forms |= {"".join(kept)} if kept else set()
    forms.add(folded(name.family.casefold().translate(_UMLAUTS)))
    return frozenset(_mac(form) for form in forms if form)


_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae"})
"""How letters are written where a keyboard lacks them; without their marks they are another form."""


def _mac(form: str) -> str:
    return f"mc{form[3:]}" if form.startswith("mac") and len(form) > _LONG + 1 else form


def _is_family(a: PersonName, b: PersonName) -> bool:
    return bool(_families(a) & _families(b))


@lru_cache(1 << 14)
def _halves(name: PersonName) -> frozenset[str]:
    parts = _without_particles(name.family)
    middle = [word for word in folded_words(name.middle) if len(word) > 2]
    return frozenset((*parts, *middle) if len(parts) > 1 or middle else ())


def _are_two_doubles(a: PersonName, b: PersonName) -> bool:
    """Whether two names have the first of two family names in common and another second one, as half-siblings and cousins have."""
    one, other = folded(a.middle), folded(b.middle)
    last, other_last = folded(a.family), folded(b.family)
    return len(one) > 1 and one == other and not is_given_name(a.middle) and not _is_slip(last, other_last)


@lru_cache(1 << 14)
def _apart(one: str, other: str) -> int:
    return OSA.distance(one, other, score_cutoff=3)


def _family(a: PersonName, b: PersonName, *, shared: bool, may_have_changed: bool) -> Iterator[Reason]:
    if not a.family and not b.family:
        yield Reason(DOUBT, "only first names")
        return
    if not a.family or not b.family:
        yield Reason(DOUBT, "only a first name")
        return
    if _is_family(a, b):
        return
    one, other = folded(a.family), folded(b.family)
    if _are_two_doubles(a, b):
        yield Reason(VETO, f"{a.middle} {a.family} and {b.middle} {b.family} are two double names")
    elif _halves(a) & (_halves(b) | _families(b)) or _halves(b) & _families(a):
        yield Reason("half of a double name", f"{a.family} and {b.family} share half of a double name")
    elif _is_slip(one, other):
        yield Reason("slip in family name", f"{a.family} and {b.family} differ by a slip")
    elif shared and _is_gaelic(a) and _is_gaelic(b):
        yield Reason(DOUBT, f"{a.family} and {b.family} may be one name in two languages")
    elif may_have_changed and len(folded(a.given)) > 1 and folded(a.given) == folded(b.given):
        yield Reason(DOUBT, f"another family name, {a.family} and {b.family}, where all else agrees")
    else:
        yield Reason(VETO, f"{a.family} and {b.family} are two family names")


def _is_gaelic(name: PersonName) -> bool:
    """Whether a family name is one that has an Irish or Gaelic form beside an English one."""
    return re.match(r"(?:Ó |O['’]|Mac ?|Mc ?|Mag |Nic |Ní |Ua |Uí |de )", name.family) is not None


def _is_slip(one: str, other: str) -> bool:
    """Whether two words are one, a letter apart; longer ones that begin alike may be three apart."""
    short = min(len(one), len(other))
    if short >= _LONG and _sound(one) == _sound(other):
        return True
    return short >= _LONG - 1 and _apart(one, other) <= (1 if short < _LONG + 3 else 3 if one[:_LONG] == other[:_LONG] else 2)


def _given(a: PersonName, b: PersonName) -> Iterator[Reason]:
    one, other = joined_up(a.given), joined_up(b.given)
    if not one or not other:
        yield Reason("no given name", "no given name on one side")
    elif min(len(one), len(other)) == 1:
        fits = one[0] == other[0] or _by_second(a, b) or _may_begin(one, other)
        yield Reason("initial", "the initial fits") if fits else Reason(VETO, f"{a.given} and {b.given} are two given names")
    elif one == other:
        yield Reason("given", f"the same given name, {b.given}")
    elif _called(a) & _called(b) or same_given(a.given, b.given) or _is_cut(one, other):
        yield Reason("short form", f"{a.given} and {b.given} are forms of one name")
    elif _by_second(a, b):
        yield Reason("other given name", "one goes by a second name")
    elif _sound(one) == _sound(other) or folded(a.given.casefold().translate(_UMLAUTS)) == folded(
        b.given.casefold().translate(_UMLAUTS)
    ):
        yield Reason("spelling of given name", f"{a.given} and {b.given} are spellings of one name")
    elif _is_slip_of_given(one, other):
        yield Reason("slip in given name", f"{a.given} and {b.given} differ by a slip")
        if is_given_name(a.given) and is_given_name(b.given):
            yield Reason(DOUBT, f"{a.given} and {b.given} may be two names")
    else:
        yield Reason(VETO, f"{a.given} and {b.given} are two given names")


def _may_begin(one: str, other: str) -> bool:
    """Whether an initial is that of a longer form of the other name: E. beside Ted."""
    initial, name = sorted((one, other), key=len)
    return any(form[0] == initial for form in given_forms(name) if len(form) > len(name))


def _is_cut(one: str, other: str) -> bool:
    """Whether a given name is the beginning of the other: Olu for Oluwaseun."""
    short, long = sorted((one, other), key=len)
    rest = long[len(short) :]
    two = is_given_name(one) and is_given_name(other) and rest in _HER_ENDINGS
    return len(short) > 2 and long.startswith(short) and len(rest) > 1 and not two


_HER_ENDINGS = frozenset("a e ia ie ina ine ette elle ne ya anna".split())
"""Endings that make another given name of one: Joseph and Josephine."""


def _is_slip_of_given(one: str, other: str) -> bool:
    short = min(len(one), len(other))
    near = _apart(one, other)
    return short >= _LONG - 1 and (
        near <= 1 or _sound(one) == _sound(other) or (short > _LONG and near <= 2 and one[:3] == other[:3])
    )


def _called(name: PersonName) -> set[str]:
    return {joined_up(name.given), joined_up(name.nickname), joined_up(f"{name.given} {name.middle}")} - {""}


def _by_second(a: PersonName, b: PersonName) -> bool:
    """Whether one is called by what is the other's second name: Michael Hale beside J. Michael Hale."""

    def goes(x: PersonName, y: PersonName) -> bool:
        return len(joined_up(x.given)) > 1 and any(
            same_given(x.given, word) for word in y.middle.split() if len(joined_up(word)) > 1
        )

    return goes(a, b) or goes(b, a)


def _second(a: PersonName, b: PersonName) -> Iterator[Reason]:
    one, other = folded_words(a.middle), folded_words(b.middle)
    if not (one and other) or not (a.given and b.given):
        return
    pairs = list(zip(one, other, strict=False))
    if any(x[0] != y[0] or (min(len(x), len(y)) > 1 and not same_given(x, y)) for x, y in pairs):
        yield Reason(VETO, f"second names {a.middle} and {b.middle}")
    elif all(len(x) > 1 and len(y) > 1 for x, y in pairs):
        yield Reason("second name", f"the same second name, {b.middle}")
    else:
        yield Reason("second initial", "the second initial agrees")


def _rarity(a: PersonName, b: PersonName) -> Iterator[Reason]:
    family = max(commonness(a.family), commonness(b.family))
    spelled = min(len(joined_up(a.given)), len(joined_up(b.given))) > 1
    usual = not spelled or not {fold(a.given), fold(b.given)}.isdisjoint(words("graph", "common_given_names"))
    kind = list(_KINDS)[family + usual]
    whole = " ".join(filter(None, min((a.given, a.family), (b.given, b.family)))) if spelled else a.family or b.family
    yield Reason(kind, f"{whole} is {_KINDS[kind]}")
    if len(_halves(a) & _halves(b)) > 1:
        yield Reason("double name", f"{b.family} is a double name")


_KINDS = {
    "rare name": "a rare name",
    "uncommon name": "an uncommon name",
    "common name": "a common name",
    "very common name": "a very common name",
}
"""From the rarest to the commonest, and what is said of each."""


def commonness(family: str) -> int:
    """0 for a rare family name, 1 for a common one, 2 for one of the commonest; by a fixed table."""
    folded_family = folded(family)
    if folded_family in words("graph", "very_common_surnames"):
        return 2
    return int(any(folded_family in words("graph", f"common_surnames{where}") for where in ("", "_elsewhere")))
