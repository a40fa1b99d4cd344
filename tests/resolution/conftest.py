"""The labelled pairs."""

import csv

import pytest

from tests.resolution.measure import OPEN


@pytest.fixture(scope="session")
def open_pairs():
    with OPEN.open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))
