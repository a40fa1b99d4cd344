"""Papers of invented councils, of whose people it is known who is who: minutes, lists of members and lists of staff.

Each council has boards, some of which are called as they are anywhere ("Audit Committee"), and people who sit on one or several of
them over some years; now they are printed in full, now by an initial or a short form, with a post, a school, a ward, or nothing.
Namesakes are there on purpose: two of one name on two boards of one council, father and son, brothers and sisters on one board whose
initial is the same, and people of other councils who have the same name.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from sederunt.graph.lexicon import words
from sederunt.graph.likeness import folded
from sederunt.graph.resolve import resolve
from sederunt.graph.statement import Paper
from sederunt.loaders.load import read_paper

from tests.resolution.invented import Families, Givens, place_of

_PLAIN = ("Audit Committee", "Planning Committee", "Schools Forum", "Licensing Committee")
_PLACED = ("Harbour Board", "Learning Partnership Board", "Health and Wellbeing Board", "Safety Partnership", "Arts Forum")
_SUBJECTS = "Early Help,Highways,School Places,Finance,Housing Strategy,Legal Services,Public Protection,Libraries,Pensions,Youth Services".split(
    ","
)
_RANKS = ("Head of", "Director of", "Assistant Director,", "Principal Officer,")
_PARTNERS = ("Chamber of Commerce", "Constabulary", "Carers Circle", "Infirmary", "College", "Housing Association")
_SCHOOLS = ("High School", "Primary School", "Academy", "Infant School")
_FIRST_YEAR, _LAST_YEAR = 2010, 2024
_WORK = "draft a report,write to schools,send the figures,arrange a visit,check the accounts,ask the auditors".split(",")


@dataclass(frozen=True)
class Person:
    """Somebody invented."""

    number: int
    given: str
    family: str
    middle: str
    title: str
    short: str
    post: str
    """What stands beside the name: a post, an organisation, both, or nothing."""
    later: str
    """The same from some year on."""
    boards: tuple[str, ...]
    first: int
    last: int

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}"


@dataclass(frozen=True)
class Text:
    """A paper, and of whom each printed name is."""

    name: str
    text: str
    people: dict[str, int]


@dataclass
class _Council:
    random: Random
    place: str
    people: list[Person] = field(default_factory=list)
    boards: tuple[str, ...] = ()
    schools: tuple[str, ...] = ()


def texts(councils: int, seed: int = 1) -> list[Text]:
    """The papers of so many councils."""
    random, families, givens = Random(seed), Families(Random(seed), 3_000), Givens()
    some: list[_Council] = []
    number = 0
    for at in range(councils):
        place = place_of(seed * 37 + at * 13)
        boards = (*random.sample(_PLAIN, 2), *(f"{place} {board}" for board in random.sample(_PLACED, 3)))
        schools = tuple(f"{place_of(random.randrange(9_000))} {school}" for school in _SCHOOLS)
        council = _Council(random, place, boards=boards, schools=schools)
        makers = [partial(_person, random, families, givens, council)] * 36
        makers += [partial(_namesake, random, families, givens, council)] * 6
        makers += [partial(_elsewhere, random, families, givens, council, some)] * 3 * bool(some)
        for make in makers:
            council.people.append(make(number))
            number += 1
        some.append(council)
    return [text for council in some for text in _papers(council)]


def _person(random: Random, families: Families, givens: Givens, council: _Council, number: int) -> Person:
    given = givens.chosen(random)
    kind = random.random()
    title, post, later = _seat(random, council, kind)
    first = random.randint(_FIRST_YEAR, _LAST_YEAR - 3)
    return Person(
        number=number,
        given=given.title(),
        family=families.chosen(),
        middle=random.choice("ABCDEFGHJKLMPRSTW") if random.random() < 0.4 else "",
        title=title,
        short=random.choice(givens.shorts.get(given, [given])).title(),
        post=post,
        later=later,
        boards=tuple(random.sample(council.boards, random.choice((1, 1, 2, 2, 3)))),
        first=first,
        last=min(_LAST_YEAR, first + random.randint(1, 8)),
    )


def _seat(random: Random, council: _Council, kind: float) -> tuple[str, str, str]:
    """Title, post and later post of somebody."""
    place = council.place
    if kind < 0.4:
        return "Cllr", "", ""
    if kind < 0.65:
        subject = random.choice(_SUBJECTS)
        post = f"{random.choice(_RANKS)} {subject}, {place} Council"
        return (
            "",
            post,
            post if random.random() < 0.6 else f"{random.choice(_RANKS)} {random.choice(_SUBJECTS)}, {place} Council",
        )
    if kind < 0.8:
        school = random.choice(council.schools)
        return "", f"Headteacher, {school}", f"Headteacher, {school}"
    if kind < 0.92:
        partner = f"{place} {random.choice(_PARTNERS)}"
        return random.choice(("", "Mr", "Mrs", "Dr")), partner, partner
    return "", "", ""


def _namesake(random: Random, families: Families, givens: Givens, council: _Council, number: int) -> Person:
    """Somebody of the council with the name of another, or with the same family name and the same initial."""
    made, one, kind = _person(random, families, givens, council, number), random.choice(council.people), random.random()
    if kind < 0.4:  # a relation on the same board
        given = next(g for g in iter(lambda: givens.chosen(random), "") if g[0] == one.given[0].casefold()).title()
        others = {p.given for p in council.people if p.family == one.family}
        if given in others or one.given.startswith(given) or given.startswith(one.given):
            return made
        return replace(made, given=given, short=given, family=one.family, boards=one.boards[:1], first=one.first, last=one.last)
    others = tuple(board for board in council.boards if board not in one.boards) or one.boards[:1]
    named = replace(made, given=one.given, family=one.family, short=one.short, boards=(random.choice(others),))
    if kind < 0.5:  # father and son, or mother and daughter, one after the other
        return replace(
            named, middle=next(m for m in "QZVX" if m != one.middle), first=min(one.last + 1, _LAST_YEAR), last=_LAST_YEAR
        )
    common = [p for p in council.people if _is_common(p)]
    if not common:
        return made
    one = random.choice(common)
    others = tuple(board for board in council.boards if board not in one.boards) or one.boards[:1]
    return replace(made, given=one.given, family=one.family, short=one.short, boards=(random.choice(others),))


def _elsewhere(
    random: Random, families: Families, givens: Givens, council: _Council, some: Sequence[_Council], number: int
) -> Person:
    """Somebody with the name of somebody of another council; seldom with a rare one."""
    made, one = _person(random, families, givens, council, number), random.choice(random.choice(some).people)
    if not _is_common(one) and random.random() < 0.8:
        return made
    return replace(made, given=one.given, family=one.family, short=one.short)


def _is_common(person: Person) -> bool:
    families = words("graph", "common_surnames") | words("graph", "common_surnames_elsewhere")
    return folded(person.family) in families and folded(person.given) in words("graph", "common_given_names")


def _papers(council: _Council) -> Iterator[Text]:
    random = council.random
    for board in council.boards:
        style = random.choice(("full", "full", "initial", "title", "mixed", "post"))
        day = date(random.randint(_FIRST_YEAR, _LAST_YEAR - 4), 1, 1)
        for at in range(random.randint(4, 8)):
            yield _minutes(council, board, style, day + timedelta(days=95 * at + random.randint(0, 20)), at)
    for at, year in enumerate((2013, 2019)):
        yield _staff_list(council, year, at)
    for board in council.boards[:2]:
        yield _members(council, board, random.randint(_FIRST_YEAR + 1, _LAST_YEAR - 1))


def _minutes(council: _Council, board: str, style: str, day: date, at: int) -> Text:
    random = council.random
    told: dict[str, int] = {}
    sitting = [p for p in council.people if board in p.boards and p.first <= day.year <= p.last]
    rows = {p.number: _printed(random, p, style) for p in random.sample(sitting, len(sitting))}
    present = [p for p in sitting if random.random() < 0.8]
    away = [p for p in sitting if p not in present]
    lines = [f"{council.place.upper()} COUNCIL", ""] * (random.random() < 0.6)
    lines += [board, "", f"Minutes of the meeting held on {day.day} {day:%B %Y}", "", "Present:", ""]
    lines += [_row(random, p, rows[p.number], style, day, told) for p in present]
    if away:
        lines += ["", "Apologies:", "", *(_row(random, p, rows[p.number], style, day, told) for p in away)]
    lines += ["", "1. Minutes of the last meeting", "", "The minutes were agreed.", "", "2. Business", ""]
    if present:
        one = random.choice(present)
        lines += [f"Action: {rows[one.number]} to {random.choice(_WORK)}."]
    return Text(f"{council.place}/{_slug(board)}-{day.isoformat()}-{at}.txt".lower(), "\n".join(lines) + "\n", told)


def _row(random: Random, person: Person, printed: str, style: str, day: date, told: dict[str, int]) -> str:
    told[printed] = -1 if told.get(printed, person.number) != person.number else person.number
    post = person.post if day.year <= (person.first + person.last) // 2 else person.later
    with_post = post and (style == "post" or random.random() < 0.25)
    return f"{printed} – {post}" if with_post else printed


def _printed(random: Random, person: Person, style: str) -> str:
    if style == "mixed":
        style = random.choice(("full", "initial", "short", "middle"))
    elif random.random() < 0.08:
        style = random.choice(("initial", "short", "middle", "full"))
    title = f"{person.title} " if person.title and (style == "title" or person.title == "Cllr") else ""
    forms = {
        "initial": f"{person.given[0]} {person.family}",
        "title": f"{person.given[0]} {person.family}" if person.title else person.name,
        "short": f"{person.short} {person.family}",
        "middle": " ".join(filter(None, (person.given, person.middle, person.family))),
    }
    return f"{title}{forms.get(style, person.name)}"


def _staff_list(council: _Council, year: int, at: int) -> Text:
    told: dict[str, int] = {}
    lines = [f"{council.place.upper()} COUNCIL", "", f"Staff list at 2 September {year}", ""]
    for p in council.people:
        post = p.post if year <= (p.first + p.last) // 2 else p.later
        if post.endswith(f"{council.place} Council") and p.first <= year <= p.last:
            told[p.name] = -1 if p.name in told else p.number
            lines.append(f"{post.rsplit(',', 1)[0]} – {p.name}")
    return Text(f"{council.place}/staff-{at}.txt".lower(), "\n".join(lines) + "\n", told)


def _members(council: _Council, board: str, year: int) -> Text:
    told: dict[str, int] = {}
    lines = [board, "", f"Membership {year}", "", "Members:", ""]
    for p in council.people:
        if board in p.boards and p.first <= year <= p.last:
            printed = f"{p.title} {p.name}".strip()
            told[printed] = -1 if printed in told else p.number
            lines.append(f"{printed} – {p.post}" if p.post else printed)
    return Text(f"{council.place}/members-{_slug(board)}.txt".lower(), "\n".join(lines) + "\n", told)


def _slug(text: str) -> str:
    return text.replace(" ", "-")


def written(texts: Sequence[Text], folder: Path) -> list[Paper]:
    """The papers as they are read."""
    found = []
    for text in texts:
        file = folder / text.name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.text, encoding="utf-8")
        found.append(read_paper(file, text.name).paper)
    return found


@dataclass(frozen=True)
class Figures:
    """How well people were told across papers, over pairs of papers that know the same or another person of one name."""

    right: int
    made: int
    true: int

    @property
    def precision(self) -> float:
        return self.right / self.made

    @property
    def recall(self) -> float:
        return self.right / self.true

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(self.right + other.right, self.made + other.made, self.true + other.true)

    def __str__(self) -> str:
        return f"precision {self.precision:.3f}, recall {self.recall:.3f}"


def measured(texts: Sequence[Text], papers: Sequence[Paper]) -> Figures:
    """How well the people of papers are told."""
    told = {text.name: text.people for text in texts}
    found = resolve(papers)
    whose: dict[tuple[str, str], set[int]] = {}
    for paper in papers:
        for mention in paper.people:
            printed = {f"{mention.honorific} {mention.label}".strip(), mention.label, mention.text} & told[paper.path].keys()
            for person in found.of(paper.path, mention).ids if printed else ():
                whose.setdefault((paper.path, person), set()).update(told[paper.path][name] for name in printed)
    clusters: dict[str, list[int]] = {}
    for (_, person), numbers in whose.items():
        if len(numbers) == 1 and -1 not in numbers:
            clusters.setdefault(person, []).extend(numbers)
    counts = [Counter(cluster) for cluster in clusters.values()]
    right = sum(_pairs(count) for cluster in counts for count in cluster.values())
    return Figures(right, sum(map(_pairs, map(len, clusters.values()))), sum(map(_pairs, sum(counts, Counter()).values())))


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


if __name__ == "__main__":
    total = Figures(0, 0, 0)
    with TemporaryDirectory() as folder:
        for council in range(1, 22):
            some = texts(3, council)
            total += measured(some, written(some, Path(folder) / str(council)))
    print(total)
