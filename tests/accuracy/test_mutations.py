"""A damaged paper does no harm: it is refused in one sentence, or read; then nothing is quoted and nobody named who is not in it."""

import random
import re

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from sederunt.graph.build import build
from sederunt.graph.errors import PaperError
from sederunt.graph.kinds import PERSON
from sederunt.graph.model import Graph
from sederunt.graph.names import folded_words
from sederunt.graph.resolve import resolve
from sederunt.graph.statement import Paper
from sederunt.loaders.formats import text
from sederunt.loaders.load import read_document

from tests.accuracy.damage import DAMAGES, Damage
from tests.accuracy.scoring import corpus, examples
from tests.accuracy.test_properties import SOAK, not_quoted, within

PAPERS = {case.slug: case.paper for case in (*examples(), *corpus())}
VERSIONS = 5_000 if SOAK else 80
several = settings(max_examples=VERSIONS // len(DAMAGES), phases=[Phase.explicit, Phase.reuse, Phase.generate])


def damaged(data: bytes, damage: Damage, more: Damage, dice: random.Random) -> bytes:
    data = damage(data, dice)
    return more(data, dice) if data and dice.random() < 0.3 else data


def read(data: bytes) -> tuple[Paper, str] | None:
    """The paper and all its words, or None where it was refused in one sentence."""
    try:
        with within(30):
            document = text.read(data, "paper.txt")
            paper = read_document(document, "paper.txt", "0" * 64).paper
    except PaperError as refused:
        assert str(refused).startswith("paper.txt") and str(refused).endswith(".") and "\n" not in str(refused)
        return None
    return paper, "".join(line.raw for line in document.lines)


def bare(words: str) -> str:
    """Words without white space, marks or accents, so that names may be looked for in them; then once more without markup."""
    return "".join(folded_words(words) + folded_words(re.sub(r"</?[A-Za-z][^<>]*>", " ", words)))


def unheard_of(paper: Paper, words: str) -> list[str]:
    """The names of people with a word that is nowhere in the paper."""
    whole = bare(words)
    return sorted({m.label for m in paper.people if not all(word in whole for word in folded_words(f"{m.text} {m.name}"))})


def invented(graph: Graph, words: str) -> list[str]:
    """The people of a graph whose names have words that are not in its only paper."""
    whole = bare(words)
    named = [str(node.properties["name"]) for node in graph.nodes if node.label == PERSON]
    return [name for name in named if not all(word in whole for word in folded_words(name))]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
@several
@given(slug=st.sampled_from(sorted(PAPERS)), seed=st.integers(0, 2**32), more=st.sampled_from(DAMAGES))
def test_a_damaged_paper_is_read_and_not_made_up(damage, slug, seed, more):
    data = damaged(PAPERS[slug].read_bytes(), damage, more, random.Random(seed))
    found = read(data) if data.strip() else None
    if found is None:
        return
    paper, words = found
    assert not_quoted(paper, words) == []
    assert unheard_of(paper, words) == []
    assert invented(build([paper], resolve([paper])), words) == []


def test_what_is_not_in_a_paper_is_told():
    paper, words = read(b"Ellerdyke Board\n\nPresent:\n\nAnn Hale\nBen Moss\n") or pytest.fail("refused")
    assert len(paper.people) >= 2
    assert not_quoted(paper, words) == unheard_of(paper, words) == []
    without = words.replace("Moss", "")
    assert invented(build([paper], resolve([paper])), without) == ["Ben Moss"]
    assert unheard_of(paper, without) == ["Ben Moss"]
    assert not_quoted(paper, without)
