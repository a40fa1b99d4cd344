"""People across the papers of invented councils: rarely the wrong ones are joined, and most of the right ones."""

from tests.resolution.councils import Figures, measured, texts, written


def test_people_across_papers_are_told(tmp_path):
    total = Figures(0, 0, 0)
    for seed in (4, 12):
        some = texts(3, seed)
        total += measured(some, written(some, tmp_path / str(seed)))
    assert total.precision >= 0.985
    assert total.recall >= 0.8
