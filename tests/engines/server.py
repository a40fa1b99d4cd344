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

VERSION = "5.26.12"
PASSWORD = "in-the-minutes"
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "sederunt" / f"neo4j-{VERSION}"
SECONDS = 120

_POM = """<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>sederunt</groupId><artifactId>tests</artifactId><version>1</version><dependencies>
<dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>{0}</version></dependency>
<dependency><groupId>org.neo4j.app</groupId><artifactId>neo4j-server</artifactId><version>{0}</version></dependency>
</dependencies></project>
"""
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
_OPENED = ["--add-opens=java.base/java.nio=ALL-UNNAMED", "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED"]


class NoServer(Exception):
    """The server that the tests need cannot be had."""


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
        command = [tool("java"), "-Xms256m", "-Xmx768m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", *_OPENED]
        command += ["-cp", f"{jars()}/*", "org.neo4j.server.CommunityEntryPoint"]
        command += [f"--home-dir={self._home}", f"--config-dir={self._home}/conf"]
        with (self._home / "log").open("wb") as log:
            return subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, cwd=self._home)

    def _wait(self, step: tuple[str, str, str]) -> None:
        """Wait until the server does what is asked of it."""
        end = time.monotonic() + SECONDS
        while not _done(self.server.address, *step):
            if self._process.poll() is not None or time.monotonic() > end:
                raise NoServer(f"Neo4j {VERSION} did not start: {(self._home / 'log').read_text('utf-8')[-800:]}")
            time.sleep(0.1)


def _given(address: str) -> Server:
    found = Server(address, os.environ.get("NEO4J_USERNAME", "neo4j"), os.environ.get("NEO4J_PASSWORD", ""))
    if not found.is_empty():
        raise NoServer(f"{address} (SEDERUNT_TEST_NEO4J_URI) is not empty: tests only use a database where nothing is.")
    atexit.register(found.clear)
    return found


def tool(name: str) -> str:
    """The path of a program.

    Raises:
        NoServer: it is not installed.

    """
    path = shutil.which(name)
    if path is None:
        raise NoServer(
            f"The tests need {name} to run a Neo4j server: install Java 17 and Maven "
            "(apt-get install openjdk-17-jre-headless maven), or name an empty database in SEDERUNT_TEST_NEO4J_URI."
        )
    return path


def jars() -> Path:
    """The folder of the server's jars, filled at the first use.

    Raises:
        NoServer: they cannot be got.

    """
    done = CACHE / "lib"
    if done.is_dir():
        return done
    CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE) as folder:
        (Path(folder) / "pom.xml").write_text(_POM.format(VERSION), "utf-8")
        command = [tool("mvn"), "-q", "-B", "dependency:copy-dependencies", "-DincludeScope=runtime", "-DoutputDirectory=lib"]
        got = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        if got.returncode:
            raise NoServer(f"Maven could not get Neo4j {VERSION}: {(got.stdout + got.stderr).strip()[-600:]}")
        if not done.is_dir():
            (Path(folder) / "lib").rename(done)
    return done


def _free_port() -> int:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        port: int = bound.getsockname()[1]
        return port


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
