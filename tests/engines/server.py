"""A Neo4j server for the tests: got from Maven Central once, started when a test first wants it, stopped at the end.

A server of one's own is used instead where ``SEDERUNT_TEST_NEO4J_URI`` names one (with ``NEO4J_USERNAME`` and ``NEO4J_PASSWORD``);
its database must be empty. Nothing here ever skips: a server that does not come up is a failure.
"""

import atexit
import os
import shutil
import socket
import subprocess
import tempfile
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import neo4j
import pytest
from neo4j.exceptions import Neo4jError, ServiceUnavailable

from tests.engines.maven import NEO4J, NoServer, neo4j_jars, tool

PASSWORD = "in-the-minutes"
SECONDS = 120

_CONF = """
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size=64m
db.tx_log.preallocate=false
dbms.cypher.min_replan_interval=1h
server.memory.query_cache.per_db_cache_num_entries=5000
dbms.usage_report.enabled=false
"""
_ANSWERS = (PASSWORD, "neo4j", "RETURN $new")
SOON = ["-XX:TieredStopAtLevel=1", "-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote"]
"""Compiled little, and not verified: a server starts more often here than it works for long, and its code is Neo4j's own."""
_OPENED = ["--add-opens=java.base/java.nio=ALL-UNNAMED", "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED"]


@dataclass(frozen=True)
class Server:
    """A server that answers."""

    address: str
    user: str
    password: str

    def empty(self) -> None:
        """Take out everything that a test left, but for the constraints: with them goes every plan, and each new one takes 30 ms."""
        with self._driver() as driver:
            # In parts, because a transaction may hold only so much.
            while driver.execute_query("MATCH (n) WITH n LIMIT 5000 DETACH DELETE n").summary.counters.nodes_deleted:
                pass

    def clear(self) -> None:
        """Take out the constraints and indexes too."""
        self.empty()
        with self._driver() as driver:
            for kind in ("CONSTRAINT", "INDEX"):
                for row in driver.execute_query(f"SHOW {kind}{'S' if kind == 'CONSTRAINT' else 'ES'} YIELD name").records:
                    if row["name"].startswith("sederunt_"):
                        driver.execute_query(f"DROP {kind} `{row['name']}`")

    def is_empty(self) -> bool:
        """Whether nothing is in it."""
        with self._driver() as driver:
            found = driver.execute_query("MATCH (n) RETURN count(n) AS number").records[0]["number"]
            return found == 0 and not driver.execute_query("SHOW CONSTRAINTS YIELD name").records

    def _driver(self) -> neo4j.Driver:
        return neo4j.GraphDatabase.driver(self.address, auth=(self.user, self.password), notifications_min_severity="OFF")


@cache
def server() -> Server:
    """The server of this run of the tests.

    Raises:
        NoServer: it cannot be got or started; the message says what is missing.

    """
    named = os.environ.get("SEDERUNT_TEST_NEO4J_URI")
    return _given(named) if named else start()


def empty_server(monkeypatch: pytest.MonkeyPatch) -> Server:
    """The server of this run with nothing in it, its login in the environment.

    Raises:
        NoServer: it cannot be got or started.

    """
    found = server()
    found.empty()
    monkeypatch.setenv("NEO4J_USERNAME", found.user)
    monkeypatch.setenv("NEO4J_PASSWORD", found.password)
    return found


def start() -> Server:
    """Start a server with a home of its own, which ends with this process.

    Raises:
        NoServer: it cannot be got or started.

    """
    return Mortal().server


class Mortal:
    """A server that a test may kill, and start again where it was.

    Args:
        within: the folder in which it gets its home; else where temporary files are.

    Raises:
        NoServer: it cannot be got or started.

    """

    def __init__(self, within: Path | None = None) -> None:
        port = _free_port()
        self.server = Server(f"bolt://127.0.0.1:{port}", "neo4j", PASSWORD)
        self._home = Path(tempfile.mkdtemp(prefix="sederunt-neo4j-", dir=within))
        (self._home / "conf").mkdir()
        (self._home / "conf" / "neo4j.conf").write_text(_CONF.format(port=port), "utf-8")
        self._process = self._run()
        atexit.register(self.end)
        self._wait(("neo4j", "system", "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new"))
        self._wait(_ANSWERS)

    def kill(self) -> None:
        """Take it away at once, as a failure of the machine would."""
        self._process.kill()
        self._process.wait()

    def start_again(self) -> None:
        """Start it on what it left.

        Raises:
            NoServer: it does not start.

        """
        self._process = self._run()
        self._wait(_ANSWERS)

    def end(self) -> None:
        """Kill it, and leave nothing of it."""
        self.kill()
        shutil.rmtree(self._home, ignore_errors=True)

    def _run(self) -> "subprocess.Popen[bytes]":
        command = [tool("java"), "-Xms256m", "-Xmx768m", "-XX:+UseSerialGC", *SOON, *_OPENED]
        command += ["-cp", f"{neo4j_jars()}/*", "org.neo4j.server.CommunityEntryPoint"]
        command += [f"--home-dir={self._home}", f"--config-dir={self._home}/conf"]
        with (self._home / "log").open("wb") as log:
            return subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, cwd=self._home)

    def _wait(self, step: tuple[str, str, str]) -> None:
        """Wait until the server does what is asked of it."""
        end = time.monotonic() + SECONDS
        while not (_listens(self.server.address) and _done(self.server.address, *step)):
            if self._process.poll() is not None or time.monotonic() > end:
                raise NoServer(f"Neo4j {NEO4J} did not start: {(self._home / 'log').read_text('utf-8')[-800:]}")
            time.sleep(0.1)


def _given(address: str) -> Server:
    found = Server(address, os.environ.get("NEO4J_USERNAME", "neo4j"), os.environ.get("NEO4J_PASSWORD", ""))
    if not found.is_empty():
        raise NoServer(f"{address} (SEDERUNT_TEST_NEO4J_URI) is not empty: tests only use a database where nothing is.")
    atexit.register(found.clear)
    return found


def _free_port() -> int:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        port: int = bound.getsockname()[1]
        return port


def _listens(address: str) -> bool:
    """Whether anybody answers: a driver that is refused takes twenty times as long to say so."""
    try:
        socket.create_connection(("127.0.0.1", int(address.rpartition(":")[2])), timeout=1).close()
    except OSError:
        return False
    return True


def _done(address: str, password: str, database: str, step: str) -> bool:
    try:
        with (
            neo4j.GraphDatabase.driver(address, auth=("neo4j", password)) as driver,
            driver.session(database=database) as session,
        ):
            session.run(step, {"new": PASSWORD}).consume()
    except (ServiceUnavailable, Neo4jError):
        return False
    return True
