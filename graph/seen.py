"""A person as a paper of a graph knows them, as sightings: what can be weighed beside what other papers know."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from sederunt.graph.elected import elected_titles
from sederunt.graph.identity import Known
from sederunt.graph.lexicon import words
from sederunt.graph.likeness import folded, titles
from sederunt.graph.names import PersonName
from sederunt.graph.sighting import Sighting
from sederunt.graph.sittings import day_span
from sederunt.graph.telling import party, passing, tells
from sederunt.graph.things import name_key

Thing = tuple[str, str]

_IDENTIFIER = re.compile(r"[0-9a-f]{16}")


def seen(known: Known, day: str, world: Iterable[str] = (), more: Iterable[Thing] = ()) -> tuple[Sighting, ...]:
    """The sightings of a person in one paper, one for each of their names; none for those who have no name there.

    What stands in which list is left out: of one paper the rows are told apart already, and two papers of one meeting have the same.

    Args:
        known: how the paper knows the person.
        day: of the paper, as ISO text of any precision, or nothing.
        world: the bodies and organisations that the paper names; where nothing places the person, they do.
        more: further things around the person, sort and key.

    """
    first, last = day_span(day) if day else ("", "")
    around = frozenset(more) | _around(known.ties)
    if not any(sort in ("organisation", "unit") for sort, _ in around):
        around |= _named(tuple(world))
    elected = any(titles(name) & elected_titles() for name in known.names)
    topics = _topics(known.ties)
    return tuple(
        Sighting(printed=_printed(name), names=(name,), around=around, first=first, last=last, topics=topics, elected=elected)
        for name in _forms(known.names)
    )


@lru_cache(1 << 12)
def _around(ties: tuple[str, ...]) -> frozenset[Thing]:
    return frozenset(thing for tie in ties for thing in things(tie))


@lru_cache(1 << 12)
def _topics(ties: tuple[str, ...]) -> frozenset[str]:
    """The words of posts, units and bodies that tell what somebody does or deals with."""
    paths = (path for tie in ties for _, _, path in [tie.partition(":")] if not _IDENTIFIER.fullmatch(path))
    told = (word for path in paths for word in re.split(r"[-/ ]", path))
    return frozenset(word for word in told if word.isalpha() and len(word) > 2 and word not in passing() and not tells(word))


@lru_cache(1 << 12)
def _named(world: tuple[str, ...]) -> frozenset[Thing]:
    """What a paper tells by the bodies and organisations that it names: their places, and that they stand there."""
    told = (thing for name in world for thing in things(name))
    return frozenset(("acronym", key) if " " in key else (sort, key) for sort, key in told if sort == "place" or " " in key)


@lru_cache(1 << 12)
def homes(world: tuple[str, ...]) -> frozenset[str]:
    """The places whose councils are among some bodies and organisations."""
    councils = (name for name in world if name.startswith("organisation:") and name.endswith(("-council", "-authority")))
    return frozenset(word for name in councils for sort, word in things(name) if sort == "place")


def is_placed(tie: str) -> bool:
    """Whether what somebody is tied to can be but in one place."""
    return not tie.startswith("body:") or "/" in tie or any(sort == "body" for sort, _ in _around((tie,)))


def over_time(sightings: Iterable[Sighting]) -> tuple[Sighting, ...]:
    """The same sightings, those that differ in nothing but their days as one that lasts from the first to the last."""
    spans: dict[Sighting, list[tuple[str, str]]] = {}
    for sighting in sightings:
        spans.setdefault(replace(sighting, first="", last=""), []).append((sighting.first, sighting.last))
    return tuple(_lasting(sighting, days) for sighting, days in spans.items())


def _lasting(sighting: Sighting, days: Iterable[tuple[str, str]]) -> Sighting:
    told = [(first, last) for first, last in days if first]
    return replace(sighting, first=min(f for f, _ in told), last=max(e for _, e in told)) if told else sighting


def _forms(names: Iterable[PersonName]) -> tuple[PersonName, ...]:
    """The names that tell apart: without those of which another tells more, whose titles that one has."""
    ordered = sorted(names, key=lambda n: (-len(f"{n.given}{n.middle}"), n.given, n.middle, n.family, n.honorific, n.nickname))
    kept: list[PersonName] = []
    for name in ordered:
        at = next((at for at, fuller in enumerate(kept) if _is_told_by(name, fuller)), None)
        if at is None:
            kept.append(name)
        elif not kept[at].honorific:
            kept[at] = kept[at].model_copy(update={"honorific": name.honorific})
    return tuple(kept)


def _is_told_by(name: PersonName, fuller: PersonName) -> bool:
    initial = folded(fuller.given).startswith(folded(name.given).rstrip("."))
    return folded(name.family) == folded(fuller.family) and not name.middle and (initial if name.given else fuller.full)


def _printed(name: PersonName) -> str:
    return " ".join(filter(None, (name.given, name.middle, name.family))) or name.honorific


def things(tie: str) -> Iterator[Thing]:
    """What an id by which a person is tied to something says: its sort and key, the place of a post, words that few things bear."""
    kind, _, path = tie.partition(":")
    is_identifier = _IDENTIFIER.fullmatch(path) is not None
    chain = [path] if is_identifier else path.replace("-", " ").split("/")
    named = [] if is_identifier or kind == "subject" else chain[:-1] if kind == "post" else chain
    telling = [word for word in " ".join(named).split() if tells(word)]
    if kind == "unit":
        yield "unit", " ".join(chain)
    elif kind == "organisation" and party(chain[-1]):
        yield "party", party(chain[-1])
    elif kind in ("post", "subject"):
        yield "post", subject(chain[-1]).partition(":")[2] or chain[-1]
    else:
        # Two councils may each have a board of one name: that of whom it is tells where, not which.
        plain = kind == "body" and not is_identifier and not any(map(tells, chain[-1].split()))
        yield ("plain body" if plain else kind), chain[-1]
    if kind == "post" and len(chain) > 2:
        yield "unit", " ".join(chain[:-1])
    if kind in ("post", "unit") and len(chain) > 1:
        yield "organisation", chain[0]
    yield from (("place", word) for word in telling)


def subject(title: str) -> str:
    """What a post is about, for comparing: its words without rank, of which there must be two; else nothing."""
    said = sorted({word for word in name_key(title).split() if word not in words("graph", "plain_posts")})
    return f"subject:{' '.join(said)}" if len(said) > 1 else ""


def key_of(tie: str) -> str:
    """The key by which reasons call what an id stands for."""
    return next(things(tie))[1]
