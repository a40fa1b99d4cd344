"""Labelled pairs: what the rules make of those on which they were made, and of those that were set aside."""

import pytest

from tests.resolution.measure import OPEN, SET_ASIDE, measured


@pytest.mark.parametrize(
    ("file", "precision", "recall", "asked", "lost"), [(OPEN, 0.96, 0.74, 0.27, 0.03), (SET_ASIDE, 0.97, 0.76, 0.23, 0.03)]
)
def test_pairs_are_told_at_least_as_well_as_before(file, precision, recall, asked, lost):
    figures = measured(file)
    assert figures.precision >= precision
    assert figures.recall >= recall
    assert figures.asked <= asked
    assert figures.lost <= lost
