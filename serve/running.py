"""A server in a process of its own, which another one watches over.

Engines look at the time between two rows only, and the embedded one may end its process when it finds no memory in the wrong
moment. So the process that has the graph open is started again when it breaks down or is given up; who listens stays the same.
"""

import os
import signal
import socket
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Thread
from time import monotonic
from types import FrameType
from typing import Never

import uvicorn
from sederunt.graph.errors import BeingServed, EngineError, QueryError
from sederunt.graph.served import Card, ServedStore, leave_card, take_card
from sederunt.graph.store import Store, open_store
from sederunt.serve.app import app
from sederunt.serve.settings import LOOPBACK, Settings
from sederunt.serve.working import Work
from starlette.applications import Starlette

DONE, BROKEN, AGAIN = 0, 3, 86
"""How a process of the server ends: as it should, without hope, or to be started again."""
_SHORTEST = 3.0
"""Seconds: what breaks down sooner would do so again."""
_GRACE = 1
"""Seconds that answers under way are given when the server ends."""
_MOST = 900
"""How many connections there are at once; most systems let a process have a thousand files."""

Told = Callable[[Store], None]


def doors(host: str, port: int) -> list[socket.socket]:
    """Where requests come in: at an address, and where that is not of this machine alone, at one that is.

    Raises:
        QueryError: there is no such address here, or something else listens there.

    """
    first = _listening(host, port)
    return [first] if first.getsockname()[0] in LOOPBACK else [first, _listening(LOOPBACK[0], 0)]


def _listening(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        opened = socket.socket(family, kind, protocol)
    except OSError as error:
        raise QueryError(f"There is no address {host!r} here ({error.strerror}): give another --host.") from None
    try:
        if os.name == "posix":
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind(place)
        opened.listen(2048)
    except OSError as error:
        opened.close()
        raise QueryError(f"Nothing can listen at {host}, port {port} ({error.strerror}): give another --port.") from None
    return opened


def kept_up(run: Callable[[bool], int]) -> int:
    """Run something in a process of its own, and again where it broke down; the status that it ends with.

    Args:
        run: told whether it is the first time; returns the status of the process.

    """
    if not hasattr(os, "fork"):
        return run(True)
    first, began = True, monotonic()
    while True:
        code = _one(run, first=first)
        if code is None:
            return DONE
        if code != AGAIN and code >= 0:
            return code
        if monotonic() - began < _SHORTEST:
            raise EngineError(
                "The server broke down as soon as it ran, most likely for want of memory: set SEDERUNT_MEMORY=4g."
            )
        first, began = False, monotonic()


def _one(run: Callable[[bool], int], *, first: bool) -> int | None:
    """How one process ended; None where it was asked to."""
    heard, alive = os.pipe()
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if not child:
        os.close(alive)
        _alone(heard, lambda: run(first))
    os.close(heard)
    asked: list[int] = []

    def end(number: int, _: FrameType | None) -> None:
        os.kill(child, signal.SIGKILL if asked else signal.SIGTERM)
        asked.append(number)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    os.close(alive)
    return None if asked else code


def _alone(heard: int, run: Callable[[], int]) -> Never:
    """Run something in a process that has just begun, and end it."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    Thread(target=_with_parent, args=(heard,), daemon=True).start()
    code = BROKEN
    try:
        code = run()
    except KeyboardInterrupt:
        code = DONE
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _with_parent(heard: int) -> None:
    """End when the process that watches has ended."""
    os.read(heard, 1)
    os._exit(DONE)


def served(address: str, settings: Settings, sockets: Sequence[socket.socket], told: Told) -> int:
    """Open a graph and answer requests until somebody asks to end; the status of the process.

    Args:
        address: of the graph.
        settings: how it is served.
        sockets: where requests come in; who has the card is answered at the last.
        told: called when requests are about to be answered.

    Raises:
        EngineError: the graph cannot be opened.

    """
    store = open_store(address)
    if isinstance(store, ServedStore):
        raise BeingServed(f"The graph at {address} is being served already, at {store.where}.")
    work = Work(store, settings, lambda: os._exit(AGAIN))
    card, folder = settings.card, Path(address)
    has_files = card is not None and folder.is_dir()

    def started() -> None:
        if has_files and card:
            with suppress(OSError):  # then the command line is told that another process has the graph
                leave_card(folder, card)
        told(store)

    def ended() -> None:
        if has_files:
            take_card(folder)
        if not work.is_idle:
            # Nobody can end a thread, and the engine may not be left while a query runs in it; there is nothing to lose.
            os._exit(DONE)

    server = uvicorn.Server(_config(app(work, started, ended)))
    for number in (signal.SIGINT, signal.SIGTERM):
        # The server raises them once more when it has ended.
        signal.signal(number, lambda *_: None)
    server.run(sockets=list(sockets))
    store.close()
    return DONE


def _config(answering: Starlette) -> uvicorn.Config:
    return uvicorn.Config(
        answering,
        access_log=False,
        http="h11",
        lifespan="on",
        limit_concurrency=_MOST,
        log_config=None,
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=_GRACE,
        ws="none",
    )


def card_for(address: str, opened: socket.socket) -> Card | None:
    """The card of a graph in a folder, for the command line on this machine."""
    if "://" in address:
        return None
    return Card(port=opened.getsockname()[1], secret=os.urandom(32).hex())
