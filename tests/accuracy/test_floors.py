"""Each paper is read at least as well as it has been read before; what an edge says stands in the paper."""

import tomllib
from pathlib import Path

import pytest

from tests.accuracy.scoring import SHARED, cases, figures, missing

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))
NAMED = [f"{group}/{slug}" for group, floors in FLOORS.items() for slug in floors]


@pytest.mark.parametrize("slug", NAMED)
def test_no_paper_is_read_worse_than_before(slug):
    case = cases().get(slug)
    if case is None:
        assert slug.startswith("seeds/"), f"{slug} has a floor and is no paper"
        missing(SHARED / "seeds")
    group, name = slug.split("/")
    reached, evidence = figures(case)
    assert reached >= FLOORS[group][name], f"{slug} fell to {reached:.4f}"
    assert evidence == 1.0, f"{slug}: an edge quotes what its paper does not say"


def test_every_paper_has_a_floor():
    assert set(cases()) <= set(NAMED)


def test_every_paper_of_the_corpus_says_what_layout_it_stands_for():
    folders = [path for path in (Path(__file__).parents[1] / "documents").iterdir() if path.is_dir()]
    assert folders
    for folder in folders:
        assert {"paper.txt", "gold.yaml", "layout.md"} <= {path.name for path in folder.iterdir()}, folder.name
        assert len((folder / "layout.md").read_text(encoding="utf-8").split()) >= 15
