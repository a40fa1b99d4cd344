"""What all tests share: how long random searches last, and where the real papers are."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("default", max_examples=50, derandomize=True, deadline=None)
settings.register_profile("soak", max_examples=2_000, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

_USUAL = settings.get_profile("default").max_examples


def scaled(usual: int) -> int:
    """How many examples a costly property is tried with: so many in `make test`, and as many times more in a longer search."""
    return usual * settings.default.max_examples // _USUAL


SEEDS = Path(__file__).parents[2] / "shared" / "seeds"


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of real papers, which stand beside the repository and not in it."""
    if SEEDS.is_dir():
        return SEEDS
    if os.environ.get("CI") == "true":
        pytest.fail(f"The papers that this test reads are missing: {SEEDS}.")
    pytest.skip(f"needs the papers in {SEEDS}, which are not there")


def pytest_configure(config: pytest.Config) -> None:
    """Get what servers are made of before several workers want it at once."""
    if getattr(config.option, "numprocesses", None):
        from tests.engines.server import jars  # noqa: PLC0415 - who runs one test without a server needs none of this

        jars()
