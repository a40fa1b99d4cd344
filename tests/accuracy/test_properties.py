"""What must hold of any papers: quotes are in them, their order is nothing, the same bytes give the same paper, damage does no harm."""

import hashlib
import os
import random
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sederunt.graph.build import build
from sederunt.graph.resolve import resolve
from sederunt.graph.statement import Paper
from sederunt.loaders.formats import text
from sederunt.loaders.load import read_document, read_paper

from tests.accuracy.scoring import ROOT, cases, read
from tests.conftest import scaled

PAPERS = {slug: case.paper for slug, case in cases().items()}
EXAMPLES = [path for slug, path in PAPERS.items() if slug.startswith("examples/")]
SOAK = settings().max_examples > 100
unhurried = settings(max_examples=scaled(6), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def read_bytes(data: bytes) -> Paper:
    return read_document(text.read(data, "paper.txt"), "paper.txt", hashlib.sha256(data).hexdigest()).paper


def squeezed(words: str) -> str:
    return re.sub(r"\s+", "", words)


def not_quoted(paper: Paper, words: str) -> list[str]:
    """The quotes that are not in a text, white space and tags aside."""
    tags = (r"<[^>]*>", r"</?[A-Za-z][^<>]*>")
    flat = "\0".join([squeezed(words), *(squeezed(re.sub(tag, " ", words)) for tag in tags)])
    quotes = {statement.evidence.quote for statement in paper.statements}
    return sorted(quote for quote in quotes if not quote or squeezed(quote) not in flat)


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Fail what takes longer, at once and not when it is done; in seconds of work, so that a busy machine fails nothing."""

    def late(*_: object) -> None:
        raise AssertionError(f"took longer than {seconds} s")

    before = signal.signal(signal.SIGPROF, late)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


# Quotes ----------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("slug", PAPERS)
def test_every_quote_is_in_the_paper(slug):
    paper = read(PAPERS[slug])
    assert paper.statements
    assert not_quoted(paper, PAPERS[slug].read_text(encoding="utf-8", errors="replace")) == []


@pytest.mark.parametrize("slug", PAPERS)
def test_every_locator_is_where_the_quote_begins(slug):
    lines = PAPERS[slug].read_text(encoding="utf-8", errors="replace").splitlines()
    for statement in read(PAPERS[slug]).statements:
        first = squeezed(statement.evidence.quote)[:8]
        assert statement.evidence.line
        here = lines[statement.evidence.line - 1 :][:3]
        assert first in squeezed(re.sub(r"<[^>]*>", " ", " ".join(here))), statement.evidence


# Order -----------------------------------------------------------------------------------------------------------------------


@unhurried
@given(st.lists(st.sampled_from(sorted(PAPERS)), min_size=1, max_size=6, unique=True), st.randoms(use_true_random=False))
def test_the_order_of_papers_makes_no_difference(chosen, dice):
    papers = [read(PAPERS[slug]) for slug in chosen]
    shuffled = dice.sample(papers, k=len(papers))
    assert build(shuffled, resolve(shuffled)) == build(papers, resolve(papers))


def test_all_papers_in_opposite_orders_give_one_graph():
    papers = [read(path) for path in PAPERS.values()]
    assert build(papers[::-1], resolve(papers[::-1])) == build(papers, resolve(papers))


# Determinism -----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("slug", PAPERS)
def test_the_same_bytes_give_the_same_paper(slug):
    assert read_paper(PAPERS[slug], read(PAPERS[slug]).path).paper == read(PAPERS[slug])


TELL = """
import hashlib, sys
from pathlib import Path
from sederunt.graph.build import build
from sederunt.graph.resolve import resolve
from sederunt.loaders.load import read_paper
root = Path(sys.argv[1])
papers = [read_paper(root / name, name).paper for name in sys.argv[2:]]
print(hashlib.sha256("".join(p.model_dump_json() for p in papers).encode()).hexdigest())
print(hashlib.sha256(build(papers, resolve(papers)).model_dump_json().encode()).hexdigest())
"""


def test_another_interpreter_with_other_hashes_reads_the_same():
    papers = [read(path) for path in EXAMPLES]
    whole = "".join(paper.model_dump_json() for paper in papers)
    expected = [hashlib.sha256(told.encode()).hexdigest() for told in (whole, build(papers, resolve(papers)).model_dump_json())]
    command = [sys.executable, "-c", TELL, str(ROOT.parent), *(paper.path for paper in papers)]
    env = {**os.environ, "PYTHONHASHSEED": "4711"}
    told = subprocess.run(command, env=env, capture_output=True, text=True, check=True, cwd=ROOT)
    assert told.stdout.split() == expected


# Time ------------------------------------------------------------------------------------------------------------------------


def many_words(size: int) -> str:
    whole = " ".join(" ".join(path.read_text(encoding="utf-8").split()) for path in EXAMPLES)
    return (whole * (size // len(whole) + 1))[:size]


def many_lines(count: int) -> str:
    lines = [line for path in EXAMPLES for line in path.read_text(encoding="utf-8").splitlines()]
    dice = random.Random(1)
    return "\n".join(dice.choice(lines) for _ in range(count))


SIZE = 2_000_000 if SOAK else 400_000
BOUND = 60.0 if SOAK else 30.0
"""Seconds in which a paper of so many characters must be read."""


@pytest.mark.hypothesis
def test_one_endless_line_is_read_in_time():
    with within(BOUND):
        assert read_bytes(many_words(SIZE).encode()).statements


@pytest.mark.hypothesis
def test_many_lines_are_read_in_time():
    with within(BOUND):
        assert read_bytes(many_lines(SIZE // 50).encode()).statements


HEAD = "Ellerdyke Board\nMinutes of the meeting held on 3 May 2019 at 2.00 pm\n\nPresent:\n\nAnn Hale (Chair)\nBen Moss\n\n1. Report\n\n"

ENDLESS = [
    *("A", "a", ",", "(", ")", "[", "–", ".", ";", "|", "<", "@", "0", "_", "’", "é", "\xa0", " ", "\t"),
    *(
        "Ab ",
        "A ",
        ", ",
        "((a)",
        " / ",
        "<a ",
        "<p></p>",
        "a@b.",
        "0 ",
        "+44 ",
        "and ",
        "Ab and ",
        "Ab of ",
        "Mr ",
        "Councillor ",
    ),
    *("Ann Hale, ", "Ann Hale and ", "Ann Hale - ", "Ann to ", "Ann will ", "apologies from ", "Committee ", "School "),
    *(
        "Director of ",
        "Chair of ",
        "chaired by ",
        "reports to ",
        "replaced by ",
        "x 4 ",
        "3 May 2019 ",
        "2.00 pm - ",
        "1. ",
        "• ",
    ),
    *("Present: ", "Action: ", "AbCd", "Smith-", "O'", "A/B ", "(a) ", "Services ", "the Xy Team ", "GH "),
]


@pytest.mark.parametrize("unit", [*ENDLESS, "-", " - ", ":", "– "], ids=repr)
def test_no_endless_repetition_holds_up_an_item(unit):
    with within(10):
        read_bytes(f"{HEAD}{unit * (12_000 // len(unit))}.\n".encode())


@pytest.mark.parametrize("unit", [*ENDLESS, "-", " - ", ":", "– "], ids=repr)
def test_no_endless_repetition_holds_up_a_head(unit):
    with within(10):
        read_bytes(f"{unit * (12_000 // len(unit))}\n{HEAD}".encode())


@pytest.mark.parametrize("unit", [*ENDLESS, "-", " - ", ":", "– "], ids=repr)
def test_no_endless_repetition_holds_up_a_list(unit):
    with within(10):
        read_bytes(HEAD.replace("Ben Moss", unit * (12_000 // len(unit))).encode())


@unhurried
@given(st.lists(st.sampled_from(ENDLESS), min_size=1, max_size=4), st.sampled_from(["{0}{1}", "{1}{0}", "{1}\nPresent: {0}\n"]))
def test_no_mixture_of_repetitions_holds_it_up(units, place):
    with within(10):
        read_bytes(place.format("".join(unit * (3_000 // len(unit)) for unit in units), HEAD).encode())
