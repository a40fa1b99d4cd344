"""A server that goes away while papers are loaded: it is said, and nothing is lost."""

from tests.crash.loads import PAPERS, check, finish, start, until


def test_a_server_may_be_killed_at_any_moment(mortal):
    server = mortal()
    address = server.server.address
    for word, options in (("writing", ()), ("done", ("--pause", 0.5))):
        server.server.empty()
        load = start(address, PAPERS, *options)
        lines = until(load, "done") + until(load, word)
        server.kill()
        rest, status = finish(load)
        assert status == 3
        assert rest[-1].startswith("error No Neo4j answers at"), rest
        server.start_again()
        check(address, [*lines, *rest])
