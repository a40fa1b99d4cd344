"""A graph on this machine that another process serves: what is asked of it goes there, as one process at a time can have it open.

The server leaves a card in the folder of the graph: where it listens, and a secret that only who may read the graph's files can
know. Both sides prove that they know it; a card that nobody stands behind any more counts for nothing.
"""

import hmac
import json
import os
import secrets
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from time import monotonic
from typing import Any, Never, Self, TypeVar

from pydantic import ValidationError
from sederunt.graph.errors import BeingServed, EngineError, QueryError
from sederunt.graph.model import Changes, Record
from sederunt.graph.store import UNLIMITED, Limits, Table, Turn

CARD = "served.json"
DOOR = "/store"
"""Where a server answers whoever has the card."""
_PATIENCE = 10.0
"""Seconds in which a server has to prove that it is one."""
_SILENCE = 2.0
"""Seconds after which a line is opened anew: a server cuts one that has been silent for longer."""

T = TypeVar("T")


class Card(Record):
    """Where a graph is served on this machine."""

    port: int
    secret: str

    @property
    def address(self) -> str:
        """What a browser is given."""
        return f"http://127.0.0.1:{self.port}/"

    def proof(self, nonce: str) -> str:
        """What only somebody who knows the secret can say of a word that nobody knew before."""
        return hmac.new(self.secret.encode(), nonce.encode(), "sha256").hexdigest()


def leave_card(folder: Path, card: Card) -> None:
    """Leave a card in the folder of a graph, which only the owner can read."""
    (folder / CARD).unlink(missing_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    with os.fdopen(os.open(folder / CARD, flags, 0o600), "w", encoding="utf-8") as out:
        out.write(card.model_dump_json())


def take_card(folder: Path) -> None:
    """Take the card away again."""
    with suppress(OSError):
        (folder / CARD).unlink()


def open_served(address: str, *, create: bool = False) -> "ServedStore | None":
    """The graph in a folder, where a process on this machine serves it; else None.

    Raises:
        BeingServed: one is served there, and who wants to open it would make one to write into.

    """
    try:
        card = Card.model_validate_json((Path(address) / CARD).read_bytes())
    except (OSError, ValidationError):
        return None
    store = ServedStore(address, card)
    if not store.is_there():
        return None
    if create:
        store.close()
        raise BeingServed(store.why)
    return store


class ReadOnly:
    """What a store is that cannot be changed."""

    why: str
    """What whoever wants to change it is told."""

    def write(self, cypher: str, parameters: Mapping[str, Any] | None = None, limits: Limits = UNLIMITED) -> Table:
        """Refuse."""
        self._refuse()

    def apply(self, changes: Changes) -> None:
        """Refuse."""
        self._refuse()

    def change(self, decide: Callable[[Turn], tuple[Changes, T]]) -> T:
        """Refuse."""
        self._refuse()

    def set_setting(self, key: str, value: str) -> None:
        """Refuse."""
        self._refuse()

    def _refuse(self) -> Never:
        raise BeingServed(self.why)

    def close(self) -> None:
        """Nothing to let go of."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class ServedStore(ReadOnly):
    """A graph that another process serves; the contract is that of ``graph.store.Store``, and it can be asked only."""

    def __init__(self, address: str, card: Card) -> None:
        self.address = address
        self.engine = ""
        self.where = card.address
        self.why = f"The graph at {address} is being served at {card.address} and cannot be changed meanwhile: stop that first."
        self._card = card
        self._used = monotonic()
        self._line = HTTPConnection("127.0.0.1", card.port, timeout=_PATIENCE)

    def is_there(self) -> bool:
        """Whether a server answers that knows the secret; it is not told it before."""
        nonce = secrets.token_hex()
        try:
            told = self._answer("GET", f"{DOOR}?nonce={nonce}")[1]
        except (OSError, HTTPException, ValueError):
            self.close()
            return False
        if not hmac.compare_digest(str(told.get("proof", "")), self._card.proof(nonce)):
            return False
        self.engine = str(told.get("engine", ""))
        if self._line.sock:
            self._line.sock.settimeout(None)
        self._line.timeout = None
        return True

    def ask(self, cypher: str, parameters: Mapping[str, Any] | None = None, limits: Limits = UNLIMITED) -> Table:
        """Run a query that only reads.

        Raises:
            QueryError: the query is wrong, would write, or took longer than it may.
            EngineError: the server has gone, or its engine refuses.

        """
        try:
            asked = json.dumps({"cypher": cypher, "parameters": parameters or {}, "limits": limits.model_dump()})
        except (TypeError, ValueError) as error:
            raise QueryError(f"A parameter is nothing that a query can be given: {error}.") from error
        told = self._told(asked)
        return Table(columns=tuple(told["columns"]), rows=tuple(map(tuple, told["rows"])), cut=told["cut"])

    def names_with(self, words: Sequence[str]) -> list[str]:
        """The keys of the names in which all of these folded words stand, and of some others perhaps.

        Raises:
            EngineError: the server has gone, or its engine refuses.

        """
        return [str(key) for key in self._told(json.dumps({"words": list(words)}))["names"]]

    def setting(self, key: str) -> str | None:
        """A fact about the set-up that is no part of the graph, or None."""
        found = self._told(json.dumps({"setting": key}))["setting"]
        return None if found is None else str(found)

    def close(self) -> None:
        """Let go of the server; calling it twice is harmless."""
        self._line.close()

    def _told(self, asked: str) -> dict[str, Any]:
        try:
            status, told = self._answer("POST", DOOR, asked)
        except (OSError, HTTPException, ValueError) as error:
            self._line.close()
            raise EngineError(f"The server at {self.where} that had the graph is gone, or fell silent: try again.") from error
        if status != 200:
            kind = EngineError if told.get("kind") == EngineError.__name__ else QueryError
            raise kind(str(told.get("error") or f"The server at {self.where} refused: status {status}."))
        return told

    def _answer(self, method: str, path: str, body: str | None = None) -> tuple[int, dict[str, Any]]:
        if monotonic() - self._used > _SILENCE:
            self._line.close()
        secret = {"Authorization": f"Bearer {self._card.secret}", "Content-Type": "application/json"} if body else {}
        self._line.request(method, path, body, secret)
        reply = self._line.getresponse()
        told = json.loads(reply.read())
        self._used = monotonic()
        if not isinstance(told, dict):
            raise HTTPException("no answer of ours")
        return reply.status, told
