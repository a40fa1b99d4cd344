"""A watch over a query that a user typed: it ends when it should, and whatever becomes of it is told in one sentence."""

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryFile
from threading import Event, Thread

from sederunt.cli.session import NO_ENGINE, WRONG
from sederunt.cli.text import say
from sederunt.graph.store import STOPPED

_GRACE = 1.0
"""Seconds for which the engine may take its time to stop by itself."""
_BROKEN = "The engine broke down over this query, most likely for want of memory: ask for less, or set SEDERUNT_MEMORY=4g."


def apart() -> None:
    """Go on in a process of its own, where the system knows how; this one waits for it and then ends as it did.

    The embedded engine ends its process, with pages of its own words, when it finds no memory in the wrong moment; the system
    may end it too. To be called before an engine is opened.
    """
    terminal = sys.__stdout__
    if not hasattr(os, "fork") or terminal is None or sys.stdout is not terminal:
        return
    terminal.flush()
    sys.stderr.flush()
    with TemporaryFile() as told:
        child = os.fork()
        if not child:
            os.dup2(told.fileno(), sys.stderr.fileno())
            return
        for asked in (signal.SIGINT, signal.SIGTERM):
            signal.signal(asked, lambda number, _: _end(child, number))
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if code < 0:
            say(_BROKEN)
        else:
            told.seek(0)
            sys.stderr.write(told.read().decode("utf-8", "replace"))
    sys.stderr.flush()
    os._exit(NO_ENGINE if code < 0 else code)


def _end(child: int, number: int) -> None:
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)  # until it is gone it holds the graph
    say("Stopped.")
    sys.stderr.flush()
    os._exit(128 + number)


@contextmanager
def watched(seconds: float) -> Iterator[None]:
    """End the whole program, with a sentence and its status, when what is done within takes longer.

    Both engines look at the time between two rows only, and not within one expression: a sum over a range of ranges would go on for
    years. Nothing is lost: what was not committed is not in the graph.
    """
    done = Event()
    Thread(target=_watch, args=(done, seconds + _GRACE), daemon=True).start()
    try:
        yield
    finally:
        done.set()


def _watch(done: Event, seconds: float) -> None:
    if not done.wait(seconds):
        say(STOPPED)
        sys.stderr.flush()
        # Not sys.exit: the embedded engine may not be left while a query runs in it.
        os._exit(WRONG)
