"""The embedded engine on Java, in the shape of its native build, for ``graph.engines.arcade``.

The package ``arcadedb_embedded`` carries a Java runtime of its own and reads and writes the same folders. It gives records, paths
and moments as objects of Java; here they are what the native build gives: a record is a dict with ``@rid`` and ``@type``, a path
and a moment are text. ``ARCADEDB_JVM_ARGS`` holds the arguments with which Java is started, once for each process.

Importing this raises ImportError where the package is not installed.
"""

import atexit
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, time
from functools import cache
from pathlib import Path
from typing import Any, Self

import arcadedb_embedded
import jpype
from arcadedb_embedded.jvm import get_bundled_jre_lib_path, get_jar_path, shutdown_jvm

ArcadeDBError = arcadedb_embedded.ArcadeDBError
ENGINE_VERSION = f"{arcadedb_embedded.__version__} on Java"

_ARGUMENTS = (
    # No folder "log" where the process happens to run, and nothing on stderr: an empty file names no place for a log.
    f"-Djava.util.logging.config.file={Path(__file__).with_name('py.typed')}",
    "-Darcadedb.installCustomFormatter=false",
    "-Darcadedb.polyglotEngineEnabled=false",
    "-Dpolyglot.engine.WarnInterpreterOnly=false",
    "-Djava.awt.headless=true",
    "-Dfile.encoding=UTF8",
    "-XX:+UseCompactObjectHeaders",
    # A command is over before the slower compiler pays: 2.1 to 3.0 s of a processor for "who", not 3.7 to 4.0 s.
    "-XX:TieredStopAtLevel=1",
    "--enable-native-access=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent.atomic=ALL-UNNAMED",
    "--add-opens=java.base/java.nio.channels.spi=ALL-UNNAMED",
    "--add-opens=java.base/java.lang=ALL-UNNAMED",
)

Row = dict[str, Any]


class DatabaseFactory:
    """A folder that is a database, or shall be one.

    Raises:
        ArcadeDBError: Java cannot be started.

    """

    def __init__(self, path: str) -> None:
        with _causes():
            _start()
            self._own = arcadedb_embedded.DatabaseFactory(path)

    def create(self) -> "Database":
        """Make it."""
        with _causes():
            return Database(self._own.create())

    def open(self) -> "Database":
        """Open what is there."""
        with _causes():
            return Database(self._own.open())


class Database:
    """An open database."""

    def __init__(self, own: Any) -> None:
        self._own = own
        self.set_wal_flush = own.set_wal_flush
        self.close = own.close

    def query(self, language: str, text: str, parameters: Row) -> "Rows":
        """Run what only reads."""
        with _causes():
            return Rows(self._own.query(language, text, parameters))

    def command(self, language: str, text: str, *parameters: Row) -> "Rows":
        """Run what may write."""
        with _causes():
            return Rows(self._own.command(language, text, *parameters))

    def insert_many(self, type_name: str, rows: list[Row]) -> None:
        """Write nodes of one type in the transaction of the caller: by a query, for the method of this name makes documents."""
        self.command("opencypher", f"UNWIND $rows AS row CREATE (n:{type_name}) SET n = row", {"rows": rows}).close()

    def run_in_transaction(self, work: Callable[[], None]) -> None:
        """Do the work in one transaction, anew where another one came between."""
        with _causes():
            self._own.run_in_transaction(work)


class Rows:
    """What a query or a command gave; to be closed, or used in a ``with``."""

    def __init__(self, own: Any) -> None:
        self._own = own
        self.close = own.close

    def iter_dicts(self) -> Iterator[Row]:
        """Row after row, of values of Python only."""
        with _causes():
            for row in self._own.iter_dicts():
                yield {name: _plain(cell) for name, cell in row.items()}

    def to_list(self) -> list[Row]:
        """Every row."""
        return list(self.iter_dicts())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _start() -> None:
    """Start Java, not by way of the package, which asks for a module that Java warns of on stderr."""
    if not jpype.isJVMStarted():
        arguments = (*_ARGUMENTS, *os.environ.get("ARCADEDB_JVM_ARGS", "").split())
        jars = [str(jar) for jar in sorted(Path(get_jar_path()).glob("*.jar"))]
        try:
            jpype.startJVM(get_bundled_jre_lib_path(), *arguments, classpath=jars, interrupt=False)
        except (OSError, RuntimeError) as error:
            raise ArcadeDBError(f"Java cannot be started: {error}") from error
        # A graph that nobody closed would hold up the end of the process for 30 seconds.
        atexit.register(shutdown_jvm)


@contextmanager
def _causes() -> Iterator[None]:
    """Give each failure the names and words of Java, outermost first, as ``java_chain``."""
    try:
        yield
    except ArcadeDBError as error:
        error.java_chain = tuple(_chain(error.__cause__))
        raise
    except jpype.JException as error:
        failure = ArcadeDBError(str(error))
        failure.java_chain = tuple(_chain(error))
        raise failure from error


def _chain(error: Any) -> Iterator[tuple[str, str]]:
    while isinstance(error, jpype.JException):
        yield str(error.getClass().getName()), str(error.getMessage())
        error = error.getCause()


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, (str, int, float, date, time)):
        return value
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, set)):
        return [_plain(item) for item in value]
    return _record(value) if isinstance(value, _document()) else str(value)


def _record(value: Any) -> Row:
    own = _plain(arcadedb_embedded.convert_java_to_python(value.propertiesAsMap()))
    return {"@rid": str(value.getIdentity()), "@type": str(value.getTypeName()), **own}


@cache
def _document() -> Any:
    return jpype.JClass("com.arcadedb.database.Document")
