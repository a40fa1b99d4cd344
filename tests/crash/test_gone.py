"""A server that goes away while papers are loaded: it is said, and nothing is lost."""

import re

import pytest

from tests.crash.loads import PAPERS, check, finish, start, until

GONE = re.compile(r"error (No Neo4j answers at|Neo4j at [^ ]* went away) [^\n]*\.")


@pytest.mark.parametrize(("word", "options"), [("writing", ()), ("done", ("--pause", 0.5))], ids=["writing", "between"])
def test_a_server_may_be_killed(mortal, word, options):
    address = mortal.server.address
    load = start(address, PAPERS, *options)
    lines = until(load, "done") + until(load, word)
    mortal.kill()
    rest, status = finish(load)
    mortal.start_again()
    assert status == 3
    assert GONE.fullmatch(rest[-1])
    check(address, [*lines, *rest])
