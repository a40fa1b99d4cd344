"""Two people, or two bodies, side by side: what each paper says of them, the reasons, and the question."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from sederunt.cli.reasons import how_much, in_order, side, told
from sederunt.cli.tables import room, styled
from sederunt.cli.text import padded, safe, wrapped
from sederunt.graph.doubtful import Something, ThingPair
from sederunt.graph.edges import label_of
from sederunt.graph.everybody import Somebody
from sederunt.graph.kinds import PERSON
from sederunt.graph.nearby import Nearby
from sederunt.graph.pairing import Pair
from sederunt.graph.reasons import Reason
from sederunt.graph.sittings import spoken
from sederunt.graph.weigh import Verdict
from sederunt.loaders.contacts import CONTACT
from sederunt.queries.bonds import names_of
from sederunt.queries.sayings import Saying, sayings
from sederunt.queries.spoken_of import spoken_of

_WIDEST, _PAPERS, _SAID, _QUOTED, _LONGEST = 140, 3, 6, 2, 4
_BETWEEN = " │ "


@dataclass(frozen=True)
class Shown:
    """A pair with all that is shown of it."""

    pair: Pair | ThingPair
    left: tuple[Saying, ...]
    right: tuple[Saying, ...]
    names: Mapping[str, str]
    """Of what the reasons speak of, by id."""

    @property
    def reasons(self) -> list[str]:
        """The reasons in words, what decides first."""
        return [f"{side(r)}, {how_much(r)}: {told(r, self.names)}" for r in in_order(self.weighed)]

    @property
    def weighed(self) -> tuple[Reason, ...]:
        """The reasons."""
        return self.pair.weighed.reasons if isinstance(self.pair, Pair) else self.pair.reasons


def shown(near: Nearby, pair: Pair | ThingPair) -> Shown:
    """A pair with what the papers say of both.

    Raises:
        UnknownName: one of them is not in the graph any more.

    """
    left, right = (tuple(said_of(near, side.id)) for side in (pair.one, pair.other))
    return Shown(pair, left, right, names_of(near, chain(pair.one.ties, pair.other.ties)))


def said_of(near: Nearby, thing: str) -> list[Saying]:
    """What each paper says of a person, body, organisation or unit.

    Raises:
        UnknownName: nothing in the graph has this id.

    """
    return sayings(near, thing) if label_of(thing) == PERSON else spoken_of(near, thing)


def side_by_side(pair: Shown) -> Iterator[str]:
    """The lines that show a pair on a terminal of whatever width."""
    whole = min(room(), _WIDEST)
    columns = (whole - len(_BETWEEN)) // 2
    left, right = (
        list(_column(person, said, columns)) for person, said in ((pair.pair.one, pair.left), (pair.pair.other, pair.right))
    )
    for (one, bold, dim), (other, other_bold, other_dim) in zip_longest(left, right, fillvalue=("", False, False)):
        beginning = styled(padded(one, columns), bold=bold, dim=dim) if one else " " * columns
        yield f"{beginning}{_BETWEEN}{styled(other, bold=other_bold, dim=other_dim)}".rstrip()
    yield ""
    yield from _reasons(pair, whole)


Line = tuple[str, bool, bool]
"""A line of a column: its text, and whether it is bold or dim."""


def _column(person: Somebody | Something, said: Sequence[Saying], columns: int) -> Iterator[Line]:
    yield from _lines(person.name, columns, bold=True)
    chosen = sorted(sorted(said, key=lambda s: -len(s.says))[:_PAPERS], key=lambda s: s.date)
    for saying in chosen:
        yield "", False, False
        for text in _heads(saying, person.name):
            yield from _lines(text, columns)
        quote = _excerpt(without_contacts(saying.quote), saying.printed, columns * _QUOTED - len("“…  …”"))
        yield from _lines(f"“{quote}”", columns, dim=True)
        yield from _lines(f"— {saying.source}", columns, dim=True)
    if len(said) > len(chosen):
        yield "", False, False
        yield f"… and {len(said) - len(chosen)} more", False, True


def _lines(text: str, columns: int, *, bold: bool = False, dim: bool = False) -> Iterator[Line]:
    """A text in the lines that there is room for."""
    return ((line, bold, dim) for line in wrapped(safe(text), columns)[:_LONGEST])


def _heads(saying: Saying, name: str) -> Iterator[str]:
    """The date of the paper, the name where it is printed otherwise, and what the paper says."""
    otherwise = [form for form in saying.printed if form != name]
    head = " · ".join(filter(None, (spoken(saying.date), f"as {', '.join(otherwise)}" if otherwise else "")))
    yield from filter(None, [head])
    yield from (text.removesuffix(f", {spoken(saying.date)}") for text in saying.says[:_SAID])
    if len(saying.says) > _SAID:
        yield f"… and {len(saying.says) - _SAID} more"


def _excerpt(quote: str, names: Iterable[str], length: int) -> str:
    """As much of a quote as there is room for, around the name."""
    if len(quote) <= length:
        return quote
    at = next((found for name in names if (found := quote.find(name)) >= 0), 0)
    start = max(0, min(at - length // 3, len(quote) - length))
    words = quote[start : start + length].split(" ")
    begun, ended = start == 0, start + length >= len(quote)
    return " ".join([*([] if begun else ["…"]), *words[not begun : len(words) - (not ended)], *([] if ended else ["…"])])


def _reasons(pair: Shown, columns: int) -> Iterator[str]:
    rows = [(side(r), how_much(r), told(r, pair.names)) for r in in_order(pair.weighed)]
    widths = [max((len(row[at]) for row in rows), default=0) for at in (0, 1)]
    for speaks, weight, text in rows:
        head = f"{speaks:{widths[0]}}  {weight:{widths[1]}}  "
        first, *more = wrapped(safe(text), columns - len(head))
        yield f"{head}{first}"
        yield from (" " * len(head) + line for line in more)
    yield ""
    yield _question(pair.pair)


def _question(pair: Pair | ThingPair) -> str:
    if isinstance(pair, Pair):
        return f"Are they one person? {_BY_RULES[pair.weighed.verdict]} ({pair.weighed.score:.0%})."
    return f"Are they one {label_of(pair.one.id).lower()}? {_BY_RULES['ask']}."


_BY_RULES: Mapping[Verdict, str] = {
    "same": "The rules think so, but do not join them",
    "different": "The rules think not",
    "ask": "The rules cannot tell",
}


# As a table ------------------------------------------------------------------------

COLUMNS = (
    *("left_id", "left", "left_says", "right_id", "right", "right_says"),
    *("verdict", "score", "statements", "reasons", "decision"),
)


def row(pair: Shown) -> tuple[object, ...]:
    """A pair as a row of a spreadsheet, the decision left empty."""
    one, other = pair.pair.one, pair.pair.other
    weighed = (pair.pair.weighed.verdict, round(pair.pair.weighed.score, 2)) if isinstance(pair.pair, Pair) else ("ask", None)
    return (
        *(one.id, one.name, _told(pair.left), other.id, other.name, _told(pair.right)),
        *(*weighed, pair.pair.moves, pair.reasons, ""),
    )


def _told(said: Iterable[Saying]) -> list[str]:
    """What each paper says, in a text."""
    return [" – ".join(filter(None, (s.date, ", ".join(s.says), f"“{without_contacts(s.quote)}” ({s.source})"))) for s in said]


def without_contacts(text: str) -> str:
    """A quote without addresses and telephone numbers: who decides who is who need not know them."""
    return CONTACT.sub("…", text)
