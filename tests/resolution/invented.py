"""Invented mentions of invented people, of whom it is known who is who; the same each time, as many as are wanted.

Family names come as they do among real people: a few are borne by very many, most by hardly anybody. Everybody sits on bodies of
one council over some years, as a member for a ward and a party or in a post, and is printed now in full, now by an initial, a short
form, a title, with a slip of the keyboard, or by initials alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from sederunt.graph.lexicon import words
from sederunt.graph.names import parse_person
from sederunt.graph.sighting import Sighting

_IN_COUNCIL = 2_000
"""Mentions in the papers of one council."""
_MENTIONS = (1, 1, 2, 3, 4, 5, 7, 9, 12, 16)
"""How often people are mentioned: a tenth of them each."""
_FIRST_YEAR, _LAST_YEAR, _LONGEST_TERM = 1996, 2024, 12
_BODIES = "audit committee,planning committee,licensing board,schools forum,scrutiny panel,health board,harbour trust,arts board,youth forum,transport panel,pensions board,standards committee"
_POSTS = "clerk,director of finance,head of planning,solicitor,head of housing,youth worker,environmental health officer,archivist,librarian,surveyor,headteacher,auditor"
_ORGANISATIONS = "council,housing association,high school,college,health trust,infirmary,museum,credit union"
_PARTIES = "harbour,meadow,hill,river"
_STARTS = "Ab Ald Ard Bal Bar Bex Bram Cal Car Clun Cor Dal Dun El Fen Gar Glan Hav Ing Kel Kil Lan Lox Mar Mel Nor Ock Pen Quil Ren Sal Tam Ul Ver Wex Yar Zen".split()
_MIDDLES = "a an ar be der di en er i in le me mo na o or ra ri so ta u va".split()
_ENDS = "bank beck by combe croft den field ford gate ham hurst ley low moor more sett shaw stow thwaite ton wick wood worth yard".split()


@dataclass(frozen=True)
class Person:
    """Somebody invented."""

    given: str
    middle: str
    family: str
    honorific: str
    short: str
    council: int
    around: frozenset[tuple[str, str]]
    bodies: tuple[str, ...]
    first_year: int
    years: int


@dataclass(frozen=True)
class Mentions:
    """Mentions, and of whom each is."""

    sightings: tuple[Sighting, ...]
    people: tuple[int, ...]


def invented(count: int, seed: int = 1) -> Mentions:
    """So many mentions, in no order."""
    random = Random(seed)
    families, givens = Families(random, count), Givens()
    found: list[tuple[Sighting, int]] = []
    number = 0
    while len(found) < count:
        person = _person(random, families, givens, council=len(found) // _IN_COUNCIL)
        found += [(sighting, number) for sighting in _mentions(random, person)]
        number += 1
    found = found[:count]
    random.shuffle(found)
    return Mentions(tuple(s for s, _ in found), tuple(n for _, n in found))


class Families:
    """Family names: one in six people bears one of the commonest, one in four another common one, all others one of very many."""

    def __init__(self, random: Random, count: int) -> None:
        self.random = random
        very = words("graph", "very_common_surnames")
        self.very, self.common = sorted(very), sorted(words("graph", "common_surnames") - very)
        self.steps = list(accumulate(1 / rank for rank in range(3, 3 + len(self.very))))
        self.rare = sorted({_made(random) for _ in range(max(500, count // 12))})

    def chosen(self) -> str:
        kind = self.random.random()
        if kind < 0.17:
            return self.random.choices(self.very, cum_weights=self.steps)[0].title()
        if kind < 0.42:
            return self.random.choice(self.common).title()
        one = self.rare[int(len(self.rare) * self.random.random() ** 2)]
        return f"{one}-{self.random.choice(self.rare)}" if kind > 0.98 else one


def _made(random: Random) -> str:
    return "".join(map(random.choice, (_STARTS, _MIDDLES, _ENDS)))


class Givens:
    """Given names: two in three people bear a common one."""

    def __init__(self) -> None:
        lines = (line.partition(":") for line in sorted(words("graph", "nicknames")))
        self.shorts = {full: [s.strip() for s in shorts.split(",")] for full, _, shorts in lines if full.isalpha()}
        self.common = sorted(words("graph", "common_given_names"))
        self.other = sorted(self.shorts.keys() - words("graph", "common_given_names"))

    def chosen(self, random: Random) -> str:
        """A given name; the first of the common ones are the commonest."""
        if random.random() < 0.67:
            return self.common[int(len(self.common) * random.random() ** 1.6)]
        return random.choice(self.other)


def _person(random: Random, families: Families, givens: Givens, council: int) -> Person:
    given = givens.chosen(random)
    place = place_of(council)
    around = {("place", place.casefold())}
    if elected := random.random() < 0.6:
        around |= {("area", f"{place} {random.randrange(20)}".casefold()), ("party", random.choice(_PARTIES.split(",")))}
    elif random.random() < 0.8:
        around |= {("post", random.choice(_POSTS.split(",")))}
    around |= {("organisation", f"{place.casefold()} {random.choice(_ORGANISATIONS.split(',')) if not elected else 'council'}")}
    bodies = random.sample(_BODIES.split(","), random.choice((1, 1, 2, 2, 3)))
    return Person(
        given=given.title(),
        middle=random.choice("ABCDEFGHJKLMPRSTW") if random.random() < 0.5 else "",
        family=families.chosen(),
        honorific="Cllr" if elected else "",
        short=random.choice(givens.shorts.get(given, [given])).title(),
        council=council,
        around=frozenset(around),
        bodies=tuple(f"{place.casefold()} {body}" for body in bodies),
        first_year=random.randint(_FIRST_YEAR, _LAST_YEAR - 1),
        years=random.randint(1, _LONGEST_TERM),
    )


def place_of(council: int) -> str:
    """The name of a council, as many as are wanted."""
    parts = []
    for syllables in (_STARTS, _MIDDLES, _ENDS):
        council, at = divmod(council, len(syllables))
        parts.append(syllables[at])
    return "".join(parts)


def _mentions(random: Random, person: Person) -> Iterator[Sighting]:
    """The mentions of somebody: each at another meeting."""
    meetings = [(at, month) for at in range(len(person.bodies)) for month in range(person.years * 12)]
    for at, month in random.sample(meetings, min(len(meetings), random.choice(_MENTIONS))):
        body, day = person.bodies[at], date(person.first_year, 1, 1 + 9 * at) + timedelta(days=30 * month)
        printed, letters = _printed(random, person)
        told = [thing for thing in sorted(person.around) if thing[0] == "place" or random.random() < 0.6]
        yield Sighting(
            printed=printed,
            names=() if letters else (parse_person(printed),),
            letters=letters,
            around=frozenset([("body", body), *told]),
            row=random.choice(("present", "present", "present", "apologies", "actions", "")),
            first=day.isoformat(),
            last=day.isoformat(),
            told=f" {body} {' '.join(key for _, key in told)} ",
            elected=printed.startswith("Cllr"),
        )


def _printed(random: Random, person: Person) -> tuple[str, tuple[str, ...]]:
    """A name as one paper prints it, and its initials where nothing else is printed."""
    given, middle, family, kind = person.given, person.middle, person.family, random.random()
    if kind < 0.02 and "-" not in family:
        return f"{given[0]}{family[0]}", (f"{given[0]}{family[0]}".casefold(),)
    slipped = _slipped(random, family) if len(family) > len("Hale") else family
    forms = {
        0.17: f"{given[0]} {family}",
        0.27: f"{person.short} {family}",
        0.29: f"{given} {slipped}",
        0.31: f"{family.upper()} {given}",
        0.41: " ".join(filter(None, (given, middle, family))),
        0.51: f"{person.honorific} {given} {family}".strip(),
    }
    return next((form for share, form in forms.items() if kind < share), f"{given} {family}"), ()


def _slipped(random: Random, word: str) -> str:
    at = random.randrange(1, len(word) - 1)
    return random.choice((word[:at] + word[at + 1 :], word[:at] + word[at + 1] + word[at] + word[at + 2 :]))


def pairs(groups: Sequence[Sequence[object]]) -> int:
    """How many pairs groups have."""
    return sum(len(group) * (len(group) - 1) // 2 for group in groups)
