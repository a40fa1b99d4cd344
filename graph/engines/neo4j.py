"""Neo4j over Bolt; a graph is a database of a server.

Who logs in, and where: ``NEO4J_USERNAME`` (``neo4j`` if unset), ``NEO4J_PASSWORD``, ``NEO4J_DATABASE`` (the user's own if unset).
"""

import logging
import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any, Self, TypeVar

from sederunt.graph.cells import BoltCells
from sederunt.graph.errors import EngineError, QueryError, SederuntError
from sederunt.graph.exchange import all_of, batches, by_pattern, grouped, rows_of
from sederunt.graph.guard import SETTINGS, columns, read_only, without_settings
from sederunt.graph.kinds import EDGES, NAME, STORED
from sederunt.graph.model import Changes, Edge
from sederunt.graph.own import own_changes
from sederunt.graph.store import STOPPED, UNLIMITED, Limits, Table, Turn

if TYPE_CHECKING:
    from neo4j import Driver, ManagedTransaction, Record, Session, Transaction

_BATCH = 5000
_OLDEST = 5
_PATIENCE = 15.0
"""Seconds for which a transaction is tried again that another one hindered, or that the server cannot take just now."""
_ADDRESS = re.compile(r"(?:neo4j|bolt)(?:\+ssc|\+s)?://", re.IGNORECASE)
_UPSERT = f"MERGE (s:{SETTINGS} {{key: $key}}) SET s.value = $value"
_TAKE_TURN = f"MERGE (s:{SETTINGS} {{key: 'turn'}}) SET s.value = coalesce(toInteger(s.value), 0) + 1 RETURN s.value AS turn"
"""Whoever has written this setting has the turn to change the graph until the transaction ends; others wait for its lock."""
_MARK = "sederunt_"
"""What the names of our constraints and indexes begin with: by them a graph is known."""
_BY_WORDS = f"{_MARK}name_words"
_SPACED = "OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}"
_WITH_WORDS = f"CALL db.index.fulltext.queryNodes('{_BY_WORDS}', $words) YIELD node RETURN node.key AS key"

T = TypeVar("T")


def accepts(address: str) -> bool:
    """Whether an address is one of Bolt."""
    return _ADDRESS.match(address) is not None


def open_store(address: str, *, create: bool) -> "Neo4jStore":
    """Open the graph in a database of a server.

    Raises:
        EngineError: the server cannot be reached, refuses the login or is too old; there is no such database; there is no graph
            in it, or something else is.

    """
    driver = _driver(address)
    try:
        with _told(address):
            driver.verify_connectivity()
            version = _version(driver, address)
        store = Neo4jStore(address, driver, version)
        store.prepare(create=create)
    except BaseException:
        driver.close()
        raise
    return store


class Neo4jStore:
    """A graph in a database of a server; the contract is that of ``graph.store.Store``."""

    def __init__(self, address: str, driver: "Driver", version: str) -> None:
        self.address = address
        self.engine = f"Neo4j {version}"
        self._driver = driver
        self._closed = False

    def ask(self, cypher: str, parameters: Mapping[str, Any] | None = None, limits: Limits = UNLIMITED) -> Table:
        """Run a query that only reads.

        Raises:
            QueryError: the query is wrong, would write, or took longer than it may.
            EngineError: the server cannot be reached, or refuses.

        """
        read_only(cypher)
        return self._read(lambda tx: _Within(tx).ask(cypher, parameters, limits), limits.seconds)

    def names_with(self, words: Sequence[str]) -> list[str]:
        """The keys of the names in which all of these folded words stand, and of some others perhaps."""
        return [key for (key,) in self._read(lambda tx: _asked(tx, _WITH_WORDS, all_of(words))).rows]

    def write(self, cypher: str, parameters: Mapping[str, Any] | None = None, limits: Limits = UNLIMITED) -> Table:
        """Run a query that changes only what the user added, in one transaction; rows beyond the limits are left out of the answer.

        Raises:
            QueryError: the query is wrong, might change what the loader made, or took longer than it may; nothing was written.
            EngineError: the server cannot be reached, or refuses.

        """
        checked, text = own_changes(cypher), without_settings(cypher, own_changes)
        with (
            _told(self.address, asking=True),
            self._session() as session,
            session.begin_transaction(timeout=limits.seconds) as tx,
        ):
            found = _asked(tx, text, parameters or {}, limits)
            tx.commit()
        return Table(columns=columns(checked, found.columns), rows=found.rows if checked.answers else (), cut=found.cut)

    def apply(self, changes: Changes) -> None:
        """Carry out the changes in one transaction, whole or not at all.

        Raises:
            EngineError: an edge begins or ends at a node that is not there, the server cannot be reached, or refused.

        """
        self.change(lambda _: (changes, None))

    def change(self, decide: Callable[[Turn], tuple[Changes, T]]) -> T:
        """Carry out what is decided on from what the graph holds, in one transaction; meanwhile nobody else changes it.

        Raises:
            EngineError: as for ``apply``.

        """

        def work(tx: "ManagedTransaction") -> T:
            turn = tx.run(_TAKE_TURN).single(strict=True)["turn"]
            changes, told = decide(_Within(tx, turn))
            _carry_out(tx, changes, self.address)
            return told

        return self._commit(work)

    def setting(self, key: str) -> str | None:
        """A fact about the set-up that is no part of the graph, or None."""
        cypher = f"MATCH (s:{SETTINGS} {{key: $key}}) RETURN s.value AS value"
        found = self._read(lambda tx: _asked(tx, cypher, {"key": key}))
        return found.rows[0][0] if found.rows else None

    def set_setting(self, key: str, value: str) -> None:
        """Remember such a fact."""
        self._commit(lambda tx: tx.run(_UPSERT, key=key, value=value).consume())

    def close(self) -> None:
        """Let go of the server; calling it twice is harmless."""
        self._closed = True
        self._driver.close()

    def prepare(self, *, create: bool) -> None:
        """Make the constraints where they are wanted and missing.

        Raises:
            EngineError: there is no graph in the database, or something else is.

        """
        there = {row[0] for row in self._run_alone("SHOW CONSTRAINTS YIELD name") + self._run_alone("SHOW INDEXES YIELD name")}
        missing = [statement for name, statement in _schema().items() if name not in there]
        if not any(name.startswith(_MARK) for name in there):
            self._check_new(create=create)
        for statement in [*missing, "CALL db.awaitIndexes(3600)"] if missing else ():
            self._run_alone(statement)

    def _check_new(self, *, create: bool) -> None:
        if self._run_alone("MATCH (n) RETURN 1 AS one LIMIT 1"):
            raise EngineError(
                f"The database at {self.address} holds something that is no Sederunt graph: "
                "give one that is empty, by its address or in NEO4J_DATABASE."
            )
        if not create:
            raise EngineError(f"There is no graph at {self.address}: load papers into it first, or give another address.")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _session(self, access: str = "WRITE") -> "Session":
        if self._closed:
            raise EngineError(f"The graph at {self.address} has been closed: open it again.")
        return self._driver.session(database=os.environ.get("NEO4J_DATABASE") or None, default_access_mode=access)

    def _read(self, work: "Callable[[ManagedTransaction | Transaction], T]", seconds: float | None = None) -> T:
        if seconds is None:
            with _told(self.address, asking=True), self._session() as session:
                return session.execute_read(work)
        # Once only: a query that the server gave up for want of memory would be tried again for a while.
        with (
            _told(self.address, asking=True),
            self._session("READ") as session,
            session.begin_transaction(timeout=seconds) as tx,
        ):
            return work(tx)

    def _commit(self, work: "Callable[[ManagedTransaction], T]") -> T:
        with _told(self.address), self._session() as session:
            return session.execute_write(work)

    def _run_alone(self, cypher: str) -> "list[Record]":
        return self._commit(lambda tx: list(tx.run(cypher)))


class _Within:
    """The graph as a transaction sees it."""

    def __init__(self, tx: "ManagedTransaction | Transaction", turn: int = 0) -> None:
        self._tx = tx
        self.turn = turn

    def ask(self, cypher: str, parameters: Mapping[str, Any] | None = None, limits: Limits = UNLIMITED) -> Table:
        """Run a query that only reads."""
        found = _asked(self._tx, without_settings(cypher), parameters or {}, limits)
        # Where there is no alias the server says what it made of the query, not what was written.
        return Table(columns=columns(read_only(cypher), found.columns), rows=found.rows, cut=found.cut)


@contextmanager
def _told(address: str, *, asking: bool = False) -> Iterator[None]:
    """Turn what the driver raises into one sentence."""
    import neo4j.exceptions  # noqa: PLC0415 - imported only where Neo4j is used, for it takes a while

    try:
        yield
    except (neo4j.exceptions.Neo4jError, neo4j.exceptions.DriverError, OSError) as error:
        raise _sentence(address, error, asking=asking) from error
    except (ValueError, TypeError, OverflowError, UnicodeError) as error:
        raise _unfit(address, error, asking=asking) from error


def _driver(address: str) -> "Driver":
    import neo4j  # noqa: PLC0415 - who uses the embedded engine shall not wait for it
    from neo4j.exceptions import ConfigurationError  # noqa: PLC0415 - as above

    # The driver tells of each new attempt where nobody has asked to be told: on standard error.
    logging.getLogger("neo4j").addHandler(logging.NullHandler())
    login = (os.environ.get("NEO4J_USERNAME") or "neo4j", os.environ.get("NEO4J_PASSWORD") or "")
    try:
        if re.search(r"//[^/]*[/?#].", address):
            raise ValueError("more than a host and a port")
        return neo4j.GraphDatabase.driver(
            address.rstrip("/"),
            auth=login if login[1] else None,
            connection_timeout=_PATIENCE,
            connection_acquisition_timeout=2 * _PATIENCE,
            max_transaction_retry_time=_PATIENCE,
            notifications_min_severity="OFF",
        )
    except (ConfigurationError, ValueError) as error:
        raise EngineError(
            f"{_bare(address)!r} is no address of a Neo4j server: write it as neo4j://host:7687, "
            "and give the login in NEO4J_USERNAME and NEO4J_PASSWORD, the database in NEO4J_DATABASE."
        ) from error


def _bare(address: str) -> str:
    """An address without a login that stands in it."""
    return re.sub(r"//[^/]*@", "//", address)


def _version(driver: "Driver", address: str) -> str:
    version = driver.get_server_info().agent.rpartition("/")[2]
    if version.partition(".")[0].isdigit() and int(version.partition(".")[0]) < _OLDEST:
        raise EngineError(f"The server at {address} is Neo4j {version}: Sederunt needs {_OLDEST} or newer.")
    return version


def _schema() -> dict[str, str]:
    """The name of each constraint and index, and what makes it."""
    unique = {
        f"{_MARK}{label.lower()}_{key}": f"FOR (n:{label}) REQUIRE n.{key} IS UNIQUE"
        for label, key in [*((label, "id") for label in STORED), (SETTINGS, "key")]
    }
    made = {name: f"CREATE CONSTRAINT {name} IF NOT EXISTS {rule}" for name, rule in unique.items()}
    made[f"{_MARK}name_key"] = f"CREATE INDEX {_MARK}name_key IF NOT EXISTS FOR (n:{NAME}) ON (n.key)"
    return made | {_BY_WORDS: f"CREATE FULLTEXT INDEX {_BY_WORDS} IF NOT EXISTS FOR (n:{NAME}) ON EACH [n.key] {_SPACED}"}


def _asked(
    tx: "ManagedTransaction | Transaction", cypher: str, parameters: Mapping[str, Any], limits: Limits = UNLIMITED
) -> Table:
    result = tx.run(cypher, dict(parameters))
    rows, cut = limits.taken(record.values() for record in result)
    result.consume()
    cells = BoltCells(tx, rows, import_module("neo4j.graph"))
    return Table(columns=tuple(result.keys()), rows=tuple(tuple(cells.plain(value) for value in row) for row in rows), cut=cut)


def _carry_out(tx: "ManagedTransaction", changes: Changes, address: str) -> None:
    for (type_, start, end), edges in by_pattern(changes.drop_edges).items():
        apart = EDGES[type_].apart
        same = f" WHERE coalesce(r.{apart}, '') = row.apart" if apart else ""
        cypher = f"{_ends(start, end)} MATCH (a)-[r:{type_}]->(b){same} DELETE r"
        _write(tx, cypher, [{"start": e.start, "end": e.end, "apart": e.key[3]} for e in edges])
    for label, nodes in grouped(changes.drop_nodes, lambda node: node.label).items():
        _write(
            tx,
            f"UNWIND $rows AS id MATCH (n:{label} {{id: id}}) USING INDEX SEEK n:{label}(id) DETACH DELETE n",
            [n.id for n in nodes],
        )
    for label, nodes in grouped(changes.put_nodes, lambda node: node.label).items():
        _write(tx, f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n = row", rows_of(nodes))
    for label, nodes in grouped(changes.new_nodes, lambda node: node.label).items():
        _write(tx, f"UNWIND $rows AS row CREATE (n:{label}) SET n = row", rows_of(nodes))
    for put, changed in ((_put_edges, changes.put_edges), (_new_edges, changes.new_edges)):
        for (type_, start, end), edges in by_pattern(changed).items():
            made = put(tx, type_, _ends(start, end), edges)
            if made != len(edges):
                raise EngineError(
                    f"Nothing was written to {address}: "
                    f"{len(edges) - made} of {len(edges)} {type_} edges begin or end at something that is not in the graph."
                )


def _new_edges(tx: "ManagedTransaction", type_: str, ends: str, edges: list[Edge]) -> int:
    rows = [{"start": e.start, "end": e.end, "own": e.properties} for e in edges]
    return _write(tx, f"{ends} CREATE (a)-[r:{type_}]->(b) SET r = row.own RETURN count(*) AS made", rows)


def _put_edges(tx: "ManagedTransaction", type_: str, ends: str, edges: list[Edge]) -> int:
    rows = [{"start": e.start, "end": e.end, "apart": e.key[3], "own": e.properties} for e in edges]
    apart = EDGES[type_].apart
    if apart is None:
        return _write(tx, f"{ends} MERGE (a)-[r:{type_}]->(b) SET r = row.own RETURN count(*) AS made", rows)
    known = [row for row in rows if row["apart"]]
    made = _write(
        tx, f"{ends} MERGE (a)-[r:{type_} {{{apart}: row.apart}}]->(b) SET r = row.own RETURN count(*) AS made", known
    )
    # MERGE cannot look for a property that is absent.
    bare = [row for row in rows if not row["apart"]]
    _write(tx, f"{ends} MATCH (a)-[r:{type_}]->(b) WHERE coalesce(r.{apart}, '') = '' DELETE r", bare)
    return made + _write(tx, f"{ends} CREATE (a)-[r:{type_}]->(b) SET r = row.own RETURN count(*) AS made", bare)


def _ends(start: str, end: str) -> str:
    # The index is told, because the server keeps the plan that it made while there were few nodes: to go through all for each.
    return (
        f"UNWIND $rows AS row MATCH (a:{start} {{id: row.start}}) USING INDEX SEEK a:{start}(id) "
        f"MATCH (b:{end} {{id: row.end}}) USING INDEX SEEK b:{end}(id)"
    )


def _write(tx: "ManagedTransaction", cypher: str, rows: list[Any]) -> int:
    """Run a statement over the rows, some thousands at a time; the sum of what it says it made."""
    return sum(record["made"] for some in batches(rows, _BATCH) for record in tx.run(cypher, rows=some))


def _sentence(address: str, error: Exception, *, asking: bool) -> SederuntError:
    """What to say of a failure that the driver reports."""
    from neo4j import exceptions  # noqa: PLC0415 - as above

    code = getattr(error, "code", None) or ""
    if "TransactionTimedOut" in code:
        return QueryError(STOPPED)
    for kind, said in _BY_CODE.items():
        if kind in code:
            return EngineError(said.format(address=address, database=os.environ.get("NEO4J_DATABASE") or "neo4j"))
    if isinstance(error, exceptions.IncompleteCommit):
        return EngineError(
            f"Neo4j at {address} went away while it was writing: whether the last change is there is not known; load again."
        )
    if isinstance(error, exceptions.DriverError):
        return EngineError(
            f"No Neo4j answers at {address} ({_first_line(error)}): "
            "see that the server is running and that the address and its form (+s where it is encrypted) are right."
        )
    if asking and "ClientError" in code:
        return QueryError(f"The query cannot be run: {_first_line(error)}.")
    what = "The query cannot be run" if asking else f"Nothing was written to {address}"
    return EngineError(f"{what}: {_first_line(error)}.")


_BY_CODE = {
    "Security.Unauthorized": "Neo4j at {address} refuses the login: set NEO4J_USERNAME and NEO4J_PASSWORD.",
    "Security.CredentialsExpired": "Neo4j at {address} wants a new password for this user: set one there first.",
    "Security.AuthenticationRateLimit": "Neo4j at {address} had too many wrong logins: wait a little, then try again.",
    "Security.Forbidden": "This user of Neo4j at {address} may not do this: set NEO4J_USERNAME to one that may.",
    "Database.DatabaseNotFound": "There is no database {database!r} at {address}: set NEO4J_DATABASE to one that is there.",
    "DatabaseUnavailable": "The database {database!r} at {address} is not available just now: start it, or try again.",
    "TransactionLogError": "Neo4j at {address} cannot write its log: make room on its disk, start it again, and load again.",
    "TransactionStartFailed": "The database {database!r} at {address} has failed: see the log of Neo4j, and start it again.",
    "MemoryPoolOutOfMemory": (
        "This needs more memory than Neo4j at {address} gives to a transaction: "
        "ask for less, or raise dbms.memory.transaction.total.max there."
    ),
    "OutOfMemory": "This needs more memory than Neo4j at {address} has: ask for less, or give it more.",
}


def _unfit(address: str, error: Exception, *, asking: bool) -> SederuntError:
    """What to say of values that the driver cannot send."""
    if asking:
        return QueryError(f"A parameter is nothing that a query can be given: {_first_line(error)}.")
    return EngineError(f"Nothing was written to {address}: {_first_line(error)}.")


def _first_line(error: Exception) -> str:
    text = str(getattr(error, "message", None) or error).strip()
    return (text.splitlines() or [type(error).__name__])[0].rstrip(". :")
