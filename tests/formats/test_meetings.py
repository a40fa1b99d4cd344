"""What is found in minutes of every kind of file that were made from invented meetings."""

import pytest

from tests.formats.sittings import FLOORS, VARIANTS, figures

SEEDS = (300, 301)


@pytest.mark.parametrize("name", VARIANTS)
def test_those_there_are_found(name, tmp_path):
    found = figures(name, SEEDS, tmp_path)
    assert {section: figure for section, figure in found.items() if figure < FLOORS[section]} == {}
