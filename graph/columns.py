"""What a database weighs of two rows: conditions in SQL, and the settings of Splink.

The settings serve every database that Splink knows, DuckDB on one machine and Spark on many. They hold the weights that ``weigh``
adds up, so that nothing is trained and a pair weighs the same beside whatever others. Columns tell enough only of a pair that
``fits``: the same family name, a given name that is the same, its short form or its initial, and nothing that speaks against it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp
from typing import Any

from sederunt.graph.reasons import PRIOR, WEIGHTS

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
        initial = "((given_l = 0 or given_r = 0) and initial_l = initial_r and initial_l > 0)"
        contains = self.dialect.contains
        short = f"{contains}(forms_l, given_r) or {contains}(forms_r, given_l)"  # the one may be known from the other alone
        return f"((given_l = given_r and given_l > 0) or {initial} or {short})"

    @property
    def fits(self) -> str:
        """Whether the names are plainly compatible, and nothing plainly speaks against one person."""
        names = (
            f"single_l and single_r and family_l = family_r and {self.called}"
            " and (middle_l = 0 or middle_r = 0 or (middle_l = middle_r and not (whole_l and whole_r)))"
            " and (title_l = 0 or title_r = 0 or title_l = title_r)"
        )
        against = " or ".join(self.clashes(sort) for sort in ("area", "party", "state", "post", "kind"))
        size = self.dialect.size
        posts = f"(elected_l = elected_r or ({size}(post_l) = 0 and {size}(post_r) = 0))"
        return f"({names} and outside_l = outside_r and not ({against}) and {posts} and coalesce(first_l <> first_r, true))"

    @property
    def plain(self) -> str:
        """Whether columns tell enough to say that two are one, if the sum is high."""
        return f"({self.fits} and {self.shares('body', 'organisation', 'unit', 'area', 'place')} and coalesce({_YEARS} <= 8, true))"

    def sure(self, log_odds: str, cut: float) -> str:
        """Whether two with these log-odds surely reach the cut, for what columns do not tell can only speak for it.

        The sum counts an organisation or a unit beside a body, though it may be in its name, and does not know what two who tell of
        topics disagree about; a place may be but a word of a post.
        """
        weight = WEIGHTS.__getitem__
        bound = f"({self.shares('body', 'organisation', 'unit', 'area')} or ({self.shares('place')} and not (covers_l and covers_r)))"
        perhaps = {
            f"{self.shares('organisation')} and {self.shares('body')}": weight("organisation"),
            f"{self.shares('unit')} and {self.shares('body', 'organisation')}": weight("unit"),
            "topics_l and topics_r": weight("nothing against") - weight("other topics"),
        }
        less = " + ".join(f"case when {each} then {more} else 0 end" for each, more in perhaps.items())
        enough = f"{log_odds} > {cut} + {less}"
        return f"({self.fits} and {bound} and coalesce({_YEARS} <= 22, true) and {enough})"

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
    yield "middle", [("middle_l > 0 and middle_l = middle_r", weight("second initial"))]
    yield "title", [("title_l > 0 and title_l = title_r", weight("title"))]
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
