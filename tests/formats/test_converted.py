"""A paper says the same in whatever format it comes."""

import pytest
from sederunt.loaders.load import open_document

from tests.accuracy.scoring import Case, examples, figures
from tests.formats.converted import WRITERS

LOSS = {".docx": 0.01, ".html": 0.05, ".pptx": 0.0, ".pdf": 0.13}
"""What F1 may be lost by: pages of the web lose how far lines are set in; tables without rules on pages of PDF lose their rows."""
PAPERS = {case.slug: (case, open_document(case.paper)[0]) for case in examples()}
DECKS = (".pptx", ".pdf")
PAIRS = [
    (slug, suffix)
    for slug, (_, kept) in PAPERS.items()
    for suffix in (DECKS if kept.slides else WRITERS)
    if kept.slides or suffix != ".pptx"
]


@pytest.mark.parametrize(("slug", "suffix"), PAIRS)
def test_the_examples_say_the_same(slug, suffix, tmp_path):
    case, document = PAPERS[slug]
    paper = tmp_path / f"{case.paper.stem}{suffix}"
    paper.write_bytes(WRITERS[suffix](document))
    reached, evidence = figures(Case(slug, paper, case.gold))
    assert reached >= figures(case)[0] - LOSS[suffix]
    assert evidence == 1.0
