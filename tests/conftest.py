"""What all tests share: how long random searches last, and where the real papers are."""

import os
import shutil
import sys
from pathlib import Path

import pytest
from hypothesis import settings

# Hundreds of programs are started, each of which would compile the whole of ours anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

settings.register_profile("default", max_examples=30, derandomize=True, deadline=None)
settings.register_profile("soak", max_examples=2_000, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

_USUAL = settings.get_profile("default").max_examples


def scaled(usual: int) -> int:
    """How many examples a costly property is tried with: so many in `make test`, and as many times more in a longer search."""
    return usual * settings.default.max_examples // _USUAL


BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
QUIET = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of real papers, which stand beside the repository and not in it."""
    if SEEDS.is_dir():
        return SEEDS
    if os.environ.get("CI") == "true":
        pytest.fail(f"The papers that this test reads are missing: {SEEDS}.")
    pytest.skip(f"needs the papers in {SEEDS}, which are not there")


@pytest.fixture(scope="session")
def chromium():
    """A browser; there can be one in a process."""
    found = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if found is None:
        pytest.fail("These tests open pages in Chromium, which is not there: install it (on Debian: apt install chromium).")
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - most tests need none

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=QUIET.split())
        yield browser
        browser.close()


def pytest_configure(config: pytest.Config) -> None:
    """Get what servers are made of before several workers want it at once."""
    if getattr(config.option, "numprocesses", None):
        from tests.engines.maven import neo4j_jars  # noqa: PLC0415 - who runs one test without a server needs none of this

        neo4j_jars()
