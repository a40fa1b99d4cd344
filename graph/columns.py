"""What a database compares of sightings, and what it weighs there: the columns, and the settings of Splink.

The settings serve every database that Splink knows, DuckDB on one machine and Spark on many. They hold the weights that ``weigh``
adds up, so that nothing is trained and a pair weighs the same beside whatever others. Columns tell enough only of a pair that
``fits``: the same family name, a given name that is the same, its short form or its initial, and nothing that speaks against it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import exp
from typing import Any

from sederunt.graph.clusters import WHERE
from sederunt.graph.lexicon import words
from sederunt.graph.likeness import folded, titles
from sederunt.graph.name_weights import commonness
from sederunt.graph.names import PersonName, fold, folded_words, given_forms, joined_up, spaced
from sederunt.graph.reasons import PRIOR, WEIGHTS
from sederunt.graph.sighting import Sighting, Things

SORTS = ("body", "organisation", "unit", "area", "state", "party", "post", "place")
SIGHTING = {
    "unique_id": "INTEGER",
    "name": "INTEGER",
    "things": "INTEGER",
    "elected": "BOOLEAN",
    "single": "BOOLEAN",
    "first": "INTEGER",
    "last": "INTEGER",
}
"""The columns of sightings, with their types in SQL; days are told by those since the year 1."""
NAME = {
    "name": "INTEGER",
    "families": "VARCHAR[]",
    "family": "VARCHAR",
    "initial": "VARCHAR",
    "given": "INTEGER",
    "forms": "INTEGER[]",
    "usual": "INTEGER",
    "middle": "VARCHAR",
    "title": "VARCHAR",
    "common": "INTEGER",
    "usual_given": "BOOLEAN",
}
"""Those of names: ``forms`` are the given names that may be the same person's, ``usual`` the first of them in the alphabet; 0 where none is spelled out."""
THINGS = {"things": "INTEGER", "there": "INTEGER[]"} | dict.fromkeys(SORTS, "INTEGER[]")
"""Those of what stands around names, each thing told by a number: where two may meet, then each sort."""

DECADE = 3652
"""Days of what counts as one time."""


@dataclass(frozen=True)
class Dialect:
    """How a database calls what is needed of lists."""

    overlap: str
    """Whether two lists have anything in common."""
    contains: str
    size: str


DUCKDB, SPARK = Dialect("list_has_any", "list_contains", "len"), Dialect("arrays_overlap", "array_contains", "size")

Row = tuple[Any, ...]


class Rows:
    """The rows of sightings, of their names and of what stands around these; what many share has one row."""

    def __init__(self) -> None:
        self.sightings: list[Row] = []
        self.names: list[Row] = []
        self.things: list[Row] = []
        self._numbers: dict[tuple[str, str], int] = {}
        self._around: dict[Things, int] = {}
        self._named: dict[PersonName | tuple[str, ...], int] = {}
        self._spaced: list[str] = []
        self._elected: list[bool] = []

    def add(self, at: int, sighting: Sighting) -> None:
        """Add the row of a sighting, and those of what was not met before."""
        things = self._around.get(sighting.around)
        if things is None:
            things = self._add_things(sighting.around)
        lone = len(sighting.names) == 1 and not sighting.letters
        what = sighting.names[0] if lone else sighting.letters
        name = self._named.get(what)
        if name is None:
            name = self._add_name(what)
        known = lone and self._spaced[name] not in sighting.told
        single = known and not (sighting.generation or sighting.renamed or sighting.nobody or sighting.office)
        elected = sighting.elected or self._elected[things]
        self.sightings.append((at, name, things, elected, single, _day(sighting.first), _day(sighting.last)))

    def _add_things(self, around: Things) -> int:
        number = self._around[around] = len(self._elected)
        found: dict[str, list[int]] = {sort: [] for sort in ("", *SORTS)}
        for thing in around:
            told = self._number(thing)
            if thing[0] in found:
                found[thing[0]].append(told)
            if thing[0] in WHERE:
                found[""].append(told)
        self._elected.append(bool(found["area"] or found["party"]))
        self.things.append((number, *found.values()))
        return number

    def _add_name(self, what: PersonName | tuple[str, ...]) -> int:
        number = self._named[what] = len(self._spaced)
        if isinstance(what, tuple):
            self._spaced.append("")
            self.names.append((number, [f"{letters} alone" for letters in what], "", "", 0, [], 0, "", "", 0, True))
            return number
        given, family = joined_up(what.given), folded(what.family)
        forms = sorted(given_forms(given)) if len(given) > 1 and family else []
        numbers = [self._number(("", form)) for form in forms]
        told = self._number(("", given)) if forms else 0
        middle = "".join(word[0] for word in folded_words(what.middle))
        usual_given = not forms or fold(what.given) in words("graph", "common_given_names")
        halves = sorted({family, *folded_words(what.family.replace("-", " "))} - {""})
        title = " ".join(sorted(titles(what)))
        parts = (family, given[:1], told, numbers, next(iter(numbers), 0), middle, title, commonness(what.family))
        self._spaced.append(spaced(what.family))
        self.names.append((number, halves, *parts, usual_given))
        return number

    def _number(self, thing: tuple[str, str]) -> int:
        """The number of a thing or of a form of a name; none is 0."""
        return self._numbers.setdefault(thing, len(self._numbers) + 1)


@lru_cache(1 << 15)
def _day(text: str) -> int | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text).toordinal()
    except ValueError:
        return date(int(text[:4]), 1, 1).toordinal()


_YEARS = "((greatest(first_l, first_r) - least(last_l, last_r)) / 365.25)"


@dataclass(frozen=True)
class Conditions:
    """What holds of two rows, in SQL: those of the left end with ``_l``, those of the right with ``_r``."""

    dialect: Dialect

    def shares(self, *sorts: str) -> str:
        """Whether both have a thing of one of these sorts in common."""
        return "(" + " or ".join(f"{self.dialect.overlap}({sort}_l, {sort}_r)" for sort in sorts) + ")"

    def clashes(self, sort: str) -> str:
        """Whether each has things of this sort, and none in common."""
        size = self.dialect.size
        return f"({size}({sort}_l) > 0 and {size}({sort}_r) > 0 and not {self.shares(sort)})"

    @property
    def called(self) -> str:
        """Whether the given names are one, or a short form of it, or its initial."""
        initial = "((given_l = 0 or given_r = 0) and initial_l = initial_r and initial_l <> '')"
        contains = self.dialect.contains
        short = f"{contains}(forms_l, given_r) or {contains}(forms_r, given_l)"  # the one may be known from the other alone
        return f"((given_l = given_r and given_l > 0) or {initial} or {short})"

    @property
    def fits(self) -> str:
        """Whether the names are plainly compatible, and nothing plainly speaks against one person."""
        names = (
            f"single_l and single_r and family_l = family_r and {self.called}"
            " and (middle_l = '' or middle_r = '' or middle_l = middle_r) and (title_l = '' or title_r = '' or title_l = title_r)"
        )
        against = " or ".join(self.clashes(sort) for sort in ("area", "party", "state", "post"))
        size = self.dialect.size
        posts = f"(elected_l = elected_r or ({size}(post_l) = 0 and {size}(post_r) = 0))"
        return f"({names} and not ({against}) and {posts} and coalesce(first_l <> first_r, true))"

    @property
    def plain(self) -> str:
        """Whether columns tell enough to say that two are one, if the sum is high."""
        return f"({self.fits} and {self.shares('body', 'organisation', 'unit', 'area', 'place')} and coalesce({_YEARS} <= 8, true))"

    @property
    def harmless(self) -> str:
        """Whether nothing can keep two apart who each surely are one with a third."""
        return f"({self.fits} and coalesce({_YEARS} <= 8 or ({_YEARS} <= 22 and common_l = 0), true))"


def settings(dialect: Dialect = DUCKDB) -> dict[str, Any]:
    """Splink's settings, as a record that any of its databases takes; rows have a list ``keys`` of which two must share one."""
    comparisons = [
        {"output_column_name": name, "comparison_levels": [_level(sql, weight) for sql, weight in (*levels, ("ELSE", 0.0))]}
        for name, levels in _comparisons(Conditions(dialect))
    ]
    return {
        "link_type": "dedupe_only",
        "unique_id_column_name": "unique_id",
        "comparisons": comparisons,
        "blocking_rules_to_generate_predictions": [{"blocking_rule": "l.keys = r.keys", "arrays_to_explode": ["keys"]}],
        "probability_two_random_records_match": 1 / (1 + exp(-PRIOR)),
        "retain_matching_columns": False,
    }


def _level(sql: str, weight: float) -> dict[str, Any]:
    """A level that adds a weight: it is met so much more often among those who are one than among others."""
    often = 0.9 * min(1, exp(weight))
    found = {"sql_condition": sql, "m_probability": often, "u_probability": often / exp(weight)}
    return found | {"label_for_charts": sql}


def _comparisons(told: Conditions) -> Iterator[tuple[str, Sequence[tuple[str, float]]]]:
    """Each comparison with its levels, of which the first that holds adds its weight."""
    weight = WEIGHTS.__getitem__
    rare = "(greatest(common_l, common_r) + cast(usual_given_l or usual_given_r as int))"
    kinds = ("rare name", "uncommon name", "common name", "very common name")
    yield "rarity", [(f"{rare} = {at}", weight(kind)) for at, kind in enumerate(kinds)]
    spelled = "given_l = given_r and given_l > 0"
    yield (
        "given",
        [
            (f"not {told.called} or family_l <> family_r", 0.0),
            (f"{spelled} and {told.shares('body')}", weight("given") + weight("whole name on one body")),
            (spelled, weight("given")),
            ("given_l = 0 or given_r = 0", weight("initial")),
            ("true", weight("short form")),
        ],
    )
    yield "middle", [("middle_l <> '' and middle_l = middle_r", weight("second initial"))]
    yield "title", [("title_l <> '' and title_l = title_r", weight("title"))]
    yield from ((sort, [(told.shares(sort), weight(sort))]) for sort in ("body", "organisation", "unit"))
    for sort in ("area", "state", "party"):
        yield sort, [(told.shares(sort), weight(sort)), (told.clashes(sort), weight(f"other {sort}"))]
    yield "post", [(told.clashes("post"), weight("other post"))]
    bound = told.shares("body", "organisation", "unit", "area")
    yield (
        "place",
        [
            (f"{told.shares('place')} and not {bound}", weight("place")),
            (f"{told.clashes('place')} and not {bound}", weight("other place") + weight("nothing shared")),
        ],
    )
    yield "against", [(told.plain, weight("nothing against"))]
    yield "elected", [(f"elected_l and elected_r and {told.shares('body', 'organisation', 'area')}", weight("both elected"))]
    yield (
        "years",
        [
            (f"{_YEARS} > 38", weight("a life apart")),
            (f"{_YEARS} > 22", weight("decades apart")),
            (f"{_YEARS} > 8", weight("years apart")),
            (f"{_YEARS} <= 1.5 and {bound}", weight("near in time")),
        ],
    )
