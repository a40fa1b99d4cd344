"""What the contexts of two sightings tell of whether they are of one person: what they share, and what speaks against it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import product

from sederunt.graph.elected import chosen
from sederunt.graph.lexicon import pairs, words
from sederunt.graph.name_weights import compared_generations
from sederunt.graph.reasons import DOUBT, VETO, Reason
from sederunt.graph.sighting import Sighting, Things, by_sort

_NEAR, _YEARS, _DECADES, _LIFE = 1.5, 8, 22, 38
"""Years up to which two dates are of one time, and from which on they are far apart."""
_YEAR = 365.25
_KEPT = 1 << 16
"""How many pairs of contexts are remembered: the same things stand around many names again and again."""
BINDING = frozenset(["bound", "body", "organisation", "unit", "area", "place", "acronym", "same meeting"])
"""What binds two sightings together: anything that few share."""


_ONE_COUNCIL = frozenset(["body", "organisation", "area", "same kind"])


def compared_contexts(one: Sighting, other: Sighting) -> Iterator[Reason]:
    """The reasons that the contexts of two sightings give."""
    yield from compared_generations(one.generation, other.generation)
    shared = list(_shared(one, other))
    yield from shared
    kinds = {r.kind for r in shared}
    bound = bool(kinds & BINDING) or ("plain body" in kinds and not (one.of("place") and other.of("place")))
    if bound and not kinds & BINDING:
        yield Reason("bound", "nothing speaks of another place")
    bound = bound or "state" in kinds
    elected = one.is_elected, other.is_elected
    if not ("body" in kinds or "organisation" in kinds) and (alike := one.of("kind") & other.of("kind")):
        kinds.add("same kind")
        yield Reason("same kind", f"both of {min(alike)}")
    if all(elected) and not kinds.isdisjoint(_ONE_COUNCIL):
        yield Reason("both elected", "both are elected")
    apart = _years_apart(one, other)
    near = apart is not None and apart <= _NEAR
    clashes = _clashes(one.around, other.around, elected, bound=bound, near=near)
    yield from clashes
    if one.outside != other.outside:
        yield Reason("from outside", "one only comes to the body")
    if one.around and other.around and not bound:
        yield Reason("nothing shared", "nothing around the names is the same")
    if apart is not None:
        yield from _distance(apart, bound=bound)
    same_side = one.outside == other.outside and "other topics" not in kinds
    if bound and not clashes and same_side and (apart is None or apart <= _YEARS):
        yield Reason("nothing against", "nothing around the names speaks against it")
    if bound and on_one_day(one, other) and (kinds & {"body", "plain body"} or not (_bodies(one) and _bodies(other))):
        yield from _at_one_meeting(one, other, clashes)


def on_one_day(one: Sighting, other: Sighting) -> bool:
    """Whether both are of one and the same day."""
    return one.is_day and (one.first, one.last) == (other.first, other.last)


def _bodies(sighting: Sighting) -> frozenset[str]:
    return sighting.of("body", "plain body")


def _shared(one: Sighting, other: Sighting) -> Iterator[Reason]:
    found = _things_shared(one.around, other.around)
    yield from found.first
    if not found.covers and not found.within and _is_much_the_same(one.told.split(), other.told.split()):
        yield Reason("plain body", "much the same stands around both")
    yield from found.last
    if one.topics and other.topics:
        yield from _of_topics(one.topics, other.topics, found.stems)
    if one.role and one.role == other.role and not one.around.isdisjoint(other.around):
        yield Reason("role", f"both as {one.role}")


@lru_cache(_KEPT)
def _of_topics(one: frozenset[str], other: frozenset[str], known: frozenset[str]) -> tuple[Reason, ...]:
    """What it tells that the words around both are about the same, or each about something else, but for those with beginnings that are known."""
    a, b = ({word[:_STEM]: word for word in sorted(topics) if word[:_STEM] not in known} for topics in (one, other))
    both = sorted(a.keys() & b.keys())[:_TOPICS]
    if both:
        return tuple(Reason("topic" if at == 0 else "topic again", f"both about {a[stem]}") for at, stem in enumerate(both))
    return (Reason("other topics", f"{min(a.values())} and {min(b.values())}"),) if a and b else ()


_TOPICS = 3
"""How many words that both are about count."""


@dataclass(frozen=True)
class _Shared:
    """What two contexts share of the things that they name."""

    first: tuple[Reason, ...]
    last: tuple[Reason, ...]
    covers: bool
    """Whether any thing is the same but words of names."""
    within: bool
    """Whether one name of a body stands in another."""
    stems: frozenset[str]
    """The beginnings of the words of what both name."""


@lru_cache(_KEPT)
def _things_shared(one: Things, other: Things) -> _Shared:
    both, covered, first = one & other, set[str](), list[Reason]()
    for sort in ("body", "organisation", "unit", "area", "state", "party", "post", "plain body"):
        for key in sorted(by_sort(both)[sort]):
            if sort == "post":
                plain = set(key.split()) <= words("graph", "plain_posts")
                first.append(Reason("plain post" if plain else "post", f"both {key}"))
            elif sort in _APART or not set(key.split()) <= covered:
                first.append(Reason(sort, f"both {'on' if 'body' in sort else 'of'} {key}"))
            covered |= set(key.split())
    body = "" if covered else _contained(one, other)
    if body:
        first.append(Reason("plain body", f"both on {body}"))
    places = sorted(by_sort(both)["place"] - covered)[:_PLACES]
    last = [Reason("place" if at == 0 else "place again", f"“{key}” stands by both") for at, key in enumerate(places)]
    letters = _letters_shared(one, other) | _letters_shared(other, one)
    if letters and not covered:
        shown = min(letters)
        last.append(Reason("acronym", f"{f'“{shown}”' if ' ' in shown else shown.upper()} stands by both"))
    stems = frozenset(word[:_STEM] for word in (*covered, *body.split()))
    return _Shared(tuple(first), tuple(last), bool(covered), bool(body), stems)


def _contained(one: Things, other: Things) -> str:
    """The first of the bodies on one side that is meant by a body on the other, or nothing."""
    bodies = ([*by_sort(things)["body"], *by_sort(things)["plain body"]] for things in (one, other))
    return min((a for a, b in product(*bodies) if a != b and _within(a, b)), default="")


def _is_much_the_same(one: list[str], other: list[str]) -> bool:
    """Whether two contexts have nearly all their words in common, and several; numbers do not count."""
    some, all_ = ({word for word in told if word.isalpha()} for told in (one, other))
    shared = len(some & all_)
    return shared > 2 and shared >= _NEARLY * len(some | all_)


_NEARLY = 0.8


def _within(one: str, other: str) -> bool:
    """Whether one name of a body ends as the other does, with a word more or less before it."""
    short, long = sorted((one.split(), other.split()), key=len)
    return len(short) > 1 and long[-len(short) :] == short


_APART = frozenset(["area", "state", "party"])
"""What counts beside a body or an organisation in whose name it stands."""
_PLACES = 3
"""How many words that stand by both names count, however many there are."""


def _letters_shared(one: Things, other: Things) -> frozenset[str]:
    """The acronyms by one name that stand by the other too, or for something there."""
    return by_sort(one)["acronym"] & (by_sort(other)["acronym"] | by_sort(other)["initials"])


def _telling(title: str) -> frozenset[str]:
    """The beginnings of the words that tell what a post is about: a planner's is planning."""
    lines = pairs("graph", "lines_of_work")
    told = (word for word in title.split() if word not in _RANKS or title in chosen())
    return frozenset(lines.get(word, word)[:_STEM] for word in told)


_STEM = 5
_RANKS = frozenset(
    "a acting administrative and area assistant associate chief coordinator co deputy director executive for general group head in interim joint lead leader"
    " manager member of officer principal regional rep representative senior service services team the to vice".split()
)
"""Words of titles that tell a rank, and not what somebody does."""


@lru_cache(_KEPT)
def _clashes(one: Things, other: Things, elected: tuple[bool, bool], *, bound: bool, near: bool) -> tuple[Reason, ...]:
    """What speaks against one person in the things around the names, of whom each may be elected."""
    return tuple(_clashing(by_sort(one), by_sort(other), elected, bound=bound, near=near))


_Sorted = Mapping[str, frozenset[str]]


def _clashing(one: _Sorted, other: _Sorted, elected: tuple[bool, bool], *, bound: bool, near: bool) -> Iterator[Reason]:
    places = one["place"], other["place"]
    if all(places) and not bound:
        yield Reason("other place", f"{min(places[0])} and {min(places[1])}")
    yield from _others(one, other, "area", near=near)
    yield from _others(one, other, "party", near=near)
    if all(states := (one["state"], other["state"])) and not states[0] & states[1]:
        yield Reason("other state", f"{min(states[0])} and {min(states[1])}")
    if all(places) and not bound and near and one["post"] & other["post"]:
        yield Reason(DOUBT, "one post in two places at one time")
    yield from _other_organisations(one, other)
    posts = one["post"], other["post"]
    if all(posts) and not _akin(*posts):
        text = f"{min(posts[0])} and {min(posts[1])}"
        yield Reason("other post" if all(any(map(_is_work, side)) for side in posts) else "other seat", text)
    elif bound and elected[0] != elected[1] and (any(map(_is_job, posts[elected[0]]))):
        yield Reason("elected or employed", "one is elected, one in a post")
        if near:
            yield Reason(DOUBT, "elected and employed at one time")


def _other_organisations(one: _Sorted, other: _Sorted) -> Iterator[Reason]:
    """What it tells that each side names an organisation of a place that both name, and of another kind: a council, a university."""
    a, b = ({key.partition(" ")[0]: key for key in sorted(s["kind"])} for s in (one, other))
    places = sorted(a.keys() & b.keys())
    if places and not one["kind"] & other["kind"]:
        yield Reason("other organisation", f"{a[places[0]]} and {b[places[0]]}")


def _akin(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether any two of the titles are of one line of work, or one side tells of none."""
    lines = [list(filter(None, map(_telling, titles))) for titles in (one, other)]
    return (
        not all(lines) or any(a & b for a, b in product(*lines)) or bool(_acronyms(one) & {*other} or _acronyms(other) & {*one})
    )


def _acronyms(titles: Iterable[str]) -> set[str]:
    return {"".join(word[0] for word in title.split()) for title in titles}


def _is_job(title: str) -> bool:
    """Whether a title tells a line of work, or of those for whom somebody speaks, and is none that voters or members give."""
    words_ = [word.removesuffix("s") for word in title.split()]
    speaks = len(words_) > 1 and words_[-1] in _SPEAKERS and _COUNCILS.isdisjoint(words_)
    return bool(_telling(title)) and (speaks or chosen().isdisjoint(words_))


def _is_work(title: str) -> bool:
    """Whether a title tells what somebody does, and not only by what right they sit somewhere."""
    before, _, last = title.rpartition(" ")
    return not before or last.removesuffix("s") not in _SITTERS


_SITTERS = frozenset("member rep representative nominee delegate governor trustee chair".split())
_SPEAKERS = frozenset(["rep", "representative"])
_COUNCILS = frozenset("council county district parish town borough city ward division elected member".split())


def keeps_post(one: Sighting, other: Sighting) -> bool:
    """Whether both have a title of one line of work, or the same, or both take the minutes."""
    titles = product(one.of("post"), other.of("post"))
    return one.role == other.role == "minutes" or any(a == b or _telling(a) & _telling(b) for a, b in titles)


def _others(one: _Sorted, other: _Sorted, sort: str, *, near: bool) -> Iterator[Reason]:
    a, b = one[sort], other[sort]
    if a and b and not a & b:
        text = f"{min(a)} and {min(b)}"
        yield Reason(VETO, f"{text} at one time") if near else Reason(f"other {sort}", text)


def _years_apart(one: Sighting, other: Sighting) -> float | None:
    """How many years lie between two sightings; None where one has no date."""
    if not (one.first and other.first):
        return None
    early, late = sorted(((one.first, one.last), (other.first, other.last)))
    return max(0, (day_told(late[0]) - day_told(early[1])).days) / _YEAR


def day_told(text: str) -> date:
    """The day that a date of a sighting tells; of one that is no day of the calendar, the first of its year."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return date(int(text[:4]), 1, 1)


def _distance(apart: float, *, bound: bool) -> Iterator[Reason]:
    text = f"{apart:.0f} years apart"
    if apart > _LIFE:
        yield Reason("a life apart", text)
    elif apart > _DECADES:
        yield Reason("decades apart", text)
    elif apart > _YEARS:
        yield Reason("years apart", text)
    elif apart <= _NEAR and bound:
        yield Reason("near in time", "at one time")


def _at_one_meeting(one: Sighting, other: Sighting, clashes: Iterable[Reason]) -> Iterator[Reason]:
    """What it tells that both are of one day and one body or place: who is in two lists is one, two rows of one list are two."""
    if one.beside and other.beside and one.beside != other.beside:
        yield Reason(VETO, f"{one.beside} and {other.beside} beside the names")
    elif one.number and other.number and one.number != other.number:
        yield Reason(VETO, f"rows {one.number} and {other.number} of one list")
    elif one.row and one.row == other.row and one.row != "actions":
        yield Reason(VETO, f"two rows of one list ({one.row})")
    elif one.row != other.row and {one.row, other.row} & AWAY and "actions" not in (one.row, other.row):
        yield Reason(DOUBT, f"{one.row or 'there'} and {other.row or 'there'} at one meeting")
    elif (groups := (one.of("group"), other.of("group"))) and all(groups) and not groups[0] & groups[1]:
        yield Reason(DOUBT, f"among the {min(groups[0])} and the {min(groups[1])} at one meeting")
    elif (one.role and other.role and one.role != other.role) or any(r.kind.startswith(("other", "elected")) for r in clashes):
        yield Reason(DOUBT, "two parts at one meeting")
    else:
        yield Reason("same meeting", "at one meeting")


AWAY = frozenset(["apologies", "absent", "noes"])
"""Rows of those who were not where the others were."""
