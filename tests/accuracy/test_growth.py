"""A paper that is sixteen times as long takes sixteen times as long to read, and not much more; measured in `make soak` only."""

import random
from collections.abc import Callable
from time import thread_time

import pytest
from sederunt.graph.lexicon import words

from tests.accuracy.scoring import corpus
from tests.accuracy.test_properties import SOAK, many_lines, many_words, read_bytes, within

TIMES, MARGIN = 16, 3.0
"""How much longer the longest paper is, and by how much a character of it may take longer to read than one of the shortest."""
HEAD = "Ellerdyke Board\nMinutes of the meeting held on 3 May 2019 at 2.00 pm\n\nPresent:\n\n{}\n\n1. Report\n\n{}\n"


def names(number: int) -> list[str]:
    given, family = sorted(words("graph", "given_names")), sorted(words("graph", "common_surnames"))
    dice = random.Random(1)
    return [f"{dice.choice(given)} {dice.choice(family)}".title() for _ in range(number)]


def people_listed(size: int) -> str:
    return HEAD.format("\n".join(names(60 * size)), "It was noted.")


def people_speaking(size: int) -> str:
    told = names(60 * size)
    said = [f"{one} said that {other} would write to the Board." for one, other in zip(told, reversed(told), strict=True)]
    return HEAD.format("Ann Hale", "\n".join(said))


def short_lines(size: int) -> str:
    return HEAD.format("Ann Hale", "aaa\n" * 1_500 * size)


def wrapped_lines(size: int) -> str:
    return HEAD.format(
        "Ann Hale", "the board heard of the many reports which were written and of others so that\n" * 300 * size
    )


def whole_papers(size: int) -> str:
    return "\n".join(case.paper.read_text(encoding="utf-8") for case in corpus()[:4]) * size


FAMILIES: list[Callable[[int], str]] = [
    *(people_listed, people_speaking, short_lines, wrapped_lines, whole_papers),
    *(lambda size: many_lines(300 * size), lambda size: many_words(15_000 * size)),
]


def cost(paper: str) -> float:
    """Seconds of work for each character: the best of two, which other work on the machine makes no better."""
    best = float("inf")
    for _ in range(2):
        began = thread_time()
        read_bytes(paper.encode())
        best = min(best, thread_time() - began)
    return best / len(paper)


@pytest.mark.soak
@pytest.mark.skipif(not SOAK, reason="a machine that is busy makes such figures worthless; make soak measures")
@pytest.mark.parametrize("family", FAMILIES)
def test_time_grows_no_faster_than_papers(family):
    with within(300):
        assert cost(family(TIMES)) <= MARGIN * cost(family(1))


@pytest.mark.parametrize("family", FAMILIES)
def test_each_family_is_read(family):
    with within(60):
        assert read_bytes(family(1).encode()).statements
    assert TIMES * 0.8 < len(family(TIMES)) / len(family(1)) < TIMES * 1.2
