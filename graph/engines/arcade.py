"""The embedded engine: ArcadeDB inside this process; a graph is a folder.

Set ``SEDERUNT_MEMORY`` (``1g`` if unset) to let the engine use more memory. A store may be read by many threads at once; while one
of them writes, an answer that holds relationships or paths may mix the two states.
"""

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from math import ceil
from pathlib import Path
from threading import Lock
from types import ModuleType
from typing import Any, Self, TypeVar

from sederunt.graph.cells import RecordCells, Row
from sederunt.graph.cypher import Parsed
from sederunt.graph.errors import EngineError, QueryError
from sederunt.graph.exchange import all_of, batches, by_pattern, grouped, label_of, rows_of
from sederunt.graph.folder import is_limited, is_new, made_whole
from sederunt.graph.guard import SETTINGS, binds_a_path, columns, listed, read_only
from sederunt.graph.kinds import EDGES, NAME, STORED
from sederunt.graph.model import Changes, Edge
from sederunt.graph.own import own_changes
from sederunt.graph.served import ServedStore, open_served
from sederunt.graph.shapes import put_right
from sederunt.graph.store import STOPPED, UNLIMITED, Limits, Table, Turn

_BATCH = 20_000
_LOOK_UP = 500
_WITH_WORDS = f"SELECT key FROM {NAME} WHERE SEARCH_INDEX('{NAME}[key,words]', :words) = true"  # noqa: S608
_LIMIT_TIME = "ALTER DATABASE `arcadedb.command.timeout` {}"
_WORDS = re.compile(r"(?:[\w ']+: )?(?:(?:\w+\.)+(\w+): )?(.*)", re.DOTALL)
_FULL = ("No space left on device", "There is not enough space on the disk", "Disk quota exceeded")
"""What the systems say of a disk that is full."""

T = TypeVar("T")


def accepts(address: str) -> bool:
    """Whether an address is a path."""
    return "://" not in address


def open_store(address: str, *, create: bool) -> "ArcadeStore | ServedStore":
    """Open the graph in a folder, or go through the process that serves it.

    Raises:
        EngineError: there is no graph there, another process holds it, the disk is full, or there is no build of the engine for
            this machine.

    """
    if served := open_served(address, create=create):
        return served
    folder = Path(address)
    try:
        new = is_new(folder, create=create)
    except OSError as error:
        raise EngineError(f"The graph at {folder} cannot be opened: {error.strerror}.") from error
    engine = _engine()
    try:
        if new:
            with made_whole(folder) as making, closing(engine.DatabaseFactory(str(making)).create()) as made:
                made.command("sqlscript", _schema()).close()
        database = engine.DatabaseFactory(str(folder)).open()
        if not new:
            # A graph that an older version made has not all types yet.
            database.command("sqlscript", _schema()).close()
        # Without this a commit is not on the disk when it returns.
        database.set_wal_flush("yes_nometadata")
        if is_limited(folder):
            database.command("sql", _LIMIT_TIME.format(0)).close()
    except engine.ArcadeDBError as error:
        raise _not_opened(folder, error) from error
    except OSError as error:
        raise _full(address, str(error)) or EngineError(
            f"No graph can be made at {folder} ({error.strerror}): give a path in a folder where you may write."
        ) from error
    return ArcadeStore(address, database, engine)


class ArcadeStore:
    """A graph in a folder; the contract is that of ``graph.store.Store``."""

    def __init__(self, address: str, database: Any, engine: ModuleType) -> None:
        self.address = address
        self.engine = f"ArcadeDB {engine.ENGINE_VERSION}"
        self._database = database
        self._failure: type[Exception] = engine.ArcadeDBError
        self.turn, self._turn = 0, Lock()
        self._lock, self._limited, self._limit = Lock(), 0, 0

    def ask(self, cypher: str, parameters: Mapping[str, Any] | None = None, limits: Limits = UNLIMITED) -> Table:
        """Run a query that only reads.

        Raises:
            QueryError: the query is wrong, would write, or took longer than it may.
            EngineError: the graph is closed, or the query needs more memory than the engine has.

        """
        checked = read_only(cypher)
        with self._within(limits.seconds):
            rows, cut = self._read_some("opencypher", put_right(cypher), parameters or {}, limits)
            return self._table(checked, rows, parameters or {}, cut=cut)

    def names_with(self, words: Sequence[str]) -> list[str]:
        """The keys of the names in which all of these folded words stand, and of some others perhaps."""
        return [row["key"] for row in self._read("sql", _WITH_WORDS, all_of(words))]

    def write(self, cypher: str, parameters: Mapping[str, Any] | None = None, limits: Limits = UNLIMITED) -> Table:
        """Run a query that changes only what the user added, in one transaction; rows beyond the limits are left out of the answer.

        Raises:
            QueryError: the query is wrong, might change what the loader made, or took longer than it may; nothing was written.
            EngineError: the graph is closed, or the query needs more memory than the engine has.

        """
        checked, text = own_changes(cypher), put_right(cypher, own_changes)
        rows: list[Row] = []

        def work() -> None:
            # Not added: the engine begins anew where another transaction came between.
            rows[:] = self._database.command("opencypher", text, dict(parameters or {})).to_list()

        with self._within(limits.seconds):
            try:
                self._database.run_in_transaction(work)
            except self._failure as error:
                raise _refused(self.address, error) or QueryError(f"The query cannot be run: {_reason(error)[1]}.") from error
            told, cut = limits.taken(rows)
            return self._table(checked, told, {}, cut=cut) if checked.answers else Table(columns=(), rows=())

    def _table(self, checked: Parsed, rows: list[Row], parameters: Mapping[str, Any], *, cut: bool) -> Table:
        told = tuple(rows[0]) if rows else self._columns(checked, parameters)
        named = columns(checked, told)
        # The engine has words of its own for a column without an alias.
        keys = named if set(named) == set(told) else told
        cells = RecordCells(self._read, rows, paths=binds_a_path(checked))
        return Table(columns=named, rows=tuple(cells.told(map(row.get, keys)) for row in rows), cut=cut)

    def apply(self, changes: Changes) -> None:
        """Carry out the changes in one transaction, whole or not at all.

        Raises:
            EngineError: an edge begins or ends at a node that is not there, the graph is closed, or the engine refused.

        """
        self.change(lambda _: (changes, None))

    def change(self, decide: Callable[[Turn], tuple[Changes, T]]) -> T:
        """Carry out what is decided on from what the graph holds; meanwhile nobody else changes it.

        Raises:
            EngineError: as for ``apply``.

        """
        # Other processes are kept out by the engine, other threads by this.
        with self._turn:
            self.turn += 1
            changes, told = decide(self)
            if changes:
                self._commit(lambda: self._carry_out(changes))
        return told

    def setting(self, key: str) -> str | None:
        """A fact about the set-up that is no part of the graph, or None."""
        found = self._read("sql", f"SELECT value FROM {SETTINGS} WHERE key = :key", {"key": key})  # noqa: S608
        return found[0]["value"] if found else None

    def set_setting(self, key: str, value: str) -> None:
        """Remember such a fact."""
        upsert = f"UPDATE {SETTINGS} SET key = :key, value = :value UPSERT WHERE key = :key"  # noqa: S608
        self._commit(lambda: self._database.command("sql", upsert, {"key": key, "value": value}).close())

    def close(self) -> None:
        """Let go of the engine; calling it twice is harmless."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _read(self, language: str, text: str, parameters: Mapping[str, Any]) -> list[Row]:
        return self._read_some(language, text, parameters, UNLIMITED)[0]

    def _read_some(self, language: str, text: str, parameters: Mapping[str, Any], limits: Limits) -> tuple[list[Row], bool]:
        try:
            with self._database.query(language, text, dict(parameters)) as found:
                every = limits.rows is None and limits.characters is None
                return (found.to_list(), False) if every else limits.taken(found.iter_dicts())
        except self._failure as error:
            raise _refused(self.address, error) or QueryError(f"The query cannot be run: {_reason(error)[1]}.") from error

    @contextmanager
    def _within(self, seconds: float | None) -> Iterator[None]:
        """Let the engine stop what takes longer; while several threads ask within limits, those of the last one hold for all."""
        wanted = ceil(seconds * 1000) if seconds is not None else 0
        with self._lock:
            # To tell the engine takes a hundred times as long as to ask it little.
            if wanted != self._limit and (wanted or not self._limited):
                self._command(_LIMIT_TIME.format(wanted))
                self._limit = wanted
            self._limited += bool(wanted)
        try:
            yield
        finally:
            with self._lock:
                self._limited -= bool(wanted)

    def _command(self, text: str) -> None:
        try:
            self._database.command("sql", text).close()
        except self._failure as error:
            raise _refused(self.address, error) or EngineError(
                f"{self.address} cannot be used: {_reason(error)[1]}."
            ) from error

    def _columns(self, checked: Parsed, parameters: Mapping[str, Any]) -> tuple[str, ...]:
        """The columns of an answer without rows, which the engine tells only in its plan; wanted only where the query says ``*``."""
        if "*" not in columns(checked, ("*",)):
            return ()
        try:
            plan = self._read("opencypher", f"EXPLAIN {checked.text}", parameters)
        except QueryError:
            return ()
        text = str(plan[0].get("executionPlanAsString", "")) if plan else ""
        return tuple(listed(text.rpartition("FINAL PROJECTION [")[2].rpartition("]")[0]))

    def _commit(self, work: Callable[[], None]) -> None:
        try:
            with self._within(None):
                self._database.run_in_transaction(work)
        except self._failure as error:
            told = _refused(self.address, error) or _full(self.address, str(error))
            raise told or EngineError(f"Nothing was written to {self.address}: {_reason(error)[1]}.") from error

    def _carry_out(self, changes: Changes) -> None:
        self._drop_edges({edge.key for edge in (*changes.drop_edges, *changes.put_edges)})
        for label, nodes in grouped(changes.drop_nodes, lambda node: node.label).items():
            self._write(f"UNWIND $rows AS id MATCH (n:{label} {{id: id}}) DETACH DELETE n", [n.id for n in nodes])
        for label, nodes in grouped(changes.put_nodes, lambda node: node.label).items():
            self._write(f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n = row", rows_of(nodes))
        for label, nodes in grouped(changes.new_nodes, lambda node: node.label).items():
            # Without a query, which takes twice as long.
            self._database.insert_many(label, rows_of(nodes))
        for (type_, start, end), edges in by_pattern((*changes.put_edges, *changes.new_edges)).items():
            self._put_edges(type_, start, end, edges)

    def _put_edges(self, type_: str, start: str, end: str, edges: list[Edge]) -> None:
        rows = [{"start": e.start, "end": e.end, "own": e.properties} for e in edges]
        # CREATE, because MERGE walks every edge of a node for each edge that it makes (5,000 edges of one paper: 23 s, not 0.3 s).
        names = sorted({name for e in edges for name in e.properties})
        own = ", ".join(f"`{name}`: row.own.`{name}`" for name in names)
        made = self._write(
            f"UNWIND $rows AS row MATCH (a:{start} {{id: row.start}}) MATCH (b:{end} {{id: row.end}}) "
            f"CREATE (a)-[r:{type_} {{{own}}}]->(b) RETURN count(*) AS made",
            rows,
        )
        missing = len(rows) - sum(row["made"] for row in made)
        if missing:
            raise EngineError(
                f"Nothing was written to {self.address}: "
                f"{missing} of {len(rows)} {type_} edges begin or end at something that is not in the graph."
            )

    def _drop_edges(self, keys: set[tuple[str, str, str, str]]) -> None:
        # By record: a DELETE in the query that finds them is slow where a node has many (5,000 edges of one paper: 60 s), or fails.
        records = []
        for (type_, label), group in grouped(keys, lambda key: (key[0], label_of(key[1]))).items():
            apart = EDGES[type_].apart
            found = self._write(
                f"UNWIND $rows AS id MATCH (a:{label} {{id: id}})-[r:{type_}]->(b) "
                f"RETURN elementId(r) AS record, id AS start, b.id AS end, {f'r.{apart}' if apart else 'null'} AS apart",
                sorted({start for _, start, _, _ in group}),
            )
            records += [row["record"] for row in found if (type_, row["start"], row["end"], row["apart"] or "") in keys]
        for some in batches(records, _LOOK_UP):
            self._database.command("sql", f"DELETE FROM [{','.join(some)}]").close()  # noqa: S608

    def _write(self, cypher: str, rows: list[Any]) -> list[Row]:
        run = self._database.command
        return [row for some in batches(rows, _BATCH) for row in run("opencypher", cypher, {"rows": _Plain(some)}).to_list()]


class _Plain(list[Any]):
    """Values that JSON can hold: what is a list but no ``list`` goes to the engine without a look at each value of it."""


def _engine() -> ModuleType:
    # The engine reads these once, when it is loaded.
    os.environ["ARCADEDB_NATIVE_ISOLATE_ARGS"] = os.environ["ARCADEDB_JVM_ARGS"] = _start_arguments()
    os.environ.setdefault("ARCADEDB_LOG_CONSOLE", "0")
    # The other way to it remembers the texts of some thousand commands with all that was written by them: 5 MB for each 300 KB read.
    os.environ.setdefault("ARCADEDB_NATIVE_CMD", "0")
    # Answers of which not all is read are let go of at once: else dozens of them hold what memory there is for the others.
    os.environ.setdefault("ARCADEDB_NATIVE_CLOSE_BATCH", "0")
    try:
        return _build()
    except ImportError as error:
        raise EngineError(
            "There is no build of the embedded engine (the package arcadedb) for this machine: "
            "use Neo4j, with an address that begins with neo4j:// or bolt://."
        ) from error


def _build() -> ModuleType:
    # Here, because who uses Neo4j needs no build of it and shall not wait for one.
    try:
        import arcadedb  # noqa: PLC0415
    except ImportError:
        from sederunt.graph import jvm  # noqa: PLC0415

        return jvm
    module: ModuleType = arcadedb
    return module


def _start_arguments() -> str:
    closed = ("allowFileUrls", "allowRemoteUrls")
    return " ".join([f"-Xmx{_memory()}", *(f"-Darcadedb.opencypher.loadCsv.{way}=false" for way in closed)])


def _memory() -> str:
    memory = os.environ.get("SEDERUNT_MEMORY", "1g")
    if not re.fullmatch(r"[1-9]\d*[mg]", memory, re.IGNORECASE):
        raise EngineError(f"SEDERUNT_MEMORY is {memory!r}: give a size such as 500m or 2g.")
    return memory


def _schema() -> str:
    vertices = [f"CREATE VERTEX TYPE {label} IF NOT EXISTS; {_index(label, 'id', 'UNIQUE')}" for label in STORED]
    edges = [f"CREATE EDGE TYPE {type_} IF NOT EXISTS;" for type_ in EDGES]
    settings = f"CREATE DOCUMENT TYPE {SETTINGS} IF NOT EXISTS; {_index(SETTINGS, 'key', 'UNIQUE')}"
    # Of words. No name has "words": an index of the key alone would have the name of the one that is there.
    words = f"CREATE PROPERTY {NAME}.words IF NOT EXISTS STRING; CREATE INDEX IF NOT EXISTS ON {NAME} (key, words) FULL_TEXT;"
    return " ".join([*vertices, *edges, _index(NAME, "key", "NOTUNIQUE"), words, settings])


def _index(type_: str, name: str, kind: str) -> str:
    return f"CREATE PROPERTY {type_}.`{name}` IF NOT EXISTS STRING; CREATE INDEX IF NOT EXISTS ON {type_} (`{name}`) {kind};"


def _not_opened(folder: Path, error: Exception) -> EngineError:
    text = str(error)
    if "locked by another process" in text:
        return EngineError(f"Another process has the graph at {folder} open: wait until it is done, or end it, and try again.")
    if "already in use" in text:
        return EngineError(f"The graph at {folder} is open already in this program: close it first.")
    return _full(str(folder), text) or EngineError(f"The graph at {folder} cannot be opened: {_reason(error)[1]}.")


def _full(address: str, said: str) -> EngineError | None:
    """What to say where the system says that there is no room, else None."""
    if any(words in said for words in _FULL):
        return EngineError(
            f"The disk that holds the graph at {address} is full, and nothing was written: make room and try again."
        )
    return None


def _refused(address: str, error: Exception) -> EngineError | QueryError | None:
    """What to say of failures that mean the same wherever they show, else None."""
    kind, text = _reason(error)
    if text.startswith("Database is closed"):
        return EngineError(f"The graph at {address} has been closed: open it again.")
    if kind == "TimeoutException":
        return QueryError(STOPPED)
    if kind == "OutOfMemoryError" or text.startswith("Query heap budget exceeded"):
        return EngineError(
            f"This needs more memory than the engine may use ({_memory()}): ask for less, or set SEDERUNT_MEMORY=4g."
        )
    if kind == "QueryNotIdempotentException":
        return QueryError(
            "Only queries that read are allowed here, and this one would change the graph or call a procedure that may."
        )
    if kind == "SecurityException":
        return QueryError("A query may not read files or addresses (LOAD CSV): load papers with 'sederunt load'.")
    return None


def _reason(error: Exception) -> tuple[str, str]:
    """The engine's name for a failure and its one useful line, without a full stop."""
    chain = [(kind, text) for kind, text in getattr(error, "java_chain", ()) if text and text not in ("null", "None")]
    if not chain:
        said = _WORDS.fullmatch(str(error.args[0] if error.args else error))
        chain = [(said[1] or "", said[2])] if said else [("", str(error))]
    # The outermost is the clearest, save where it only says that something failed.
    kind, text = chain[-1] if chain[0][1].startswith(("Error ", "Transaction error")) else chain[0]
    return kind.rpartition(".")[2], (text.strip().splitlines() or [""])[0].rstrip(". ")
