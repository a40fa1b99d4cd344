"""What is found in documents of every kind that were made from invented organisations."""

import pytest

from tests.formats.measure import HELD, SECTIONS, figures
from tests.formats.variants import VARIANTS

SEEDS = (200, 201)


@pytest.mark.parametrize("name", VARIANTS)
def test_structures_are_found(name, tmp_path):
    found = figures(name, SEEDS, tmp_path)
    floors = dict(zip(SECTIONS, (VARIANTS[name].floor, HELD, HELD, 1.0), strict=True))
    assert {section: figure for section, figure in found.items() if figure < floors[section]} == {}
