"""How far a long load is: a line of the terminal that is written over, with what is in the graph and how long it may take yet."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from time import monotonic
from typing import TextIO

from sederunt.loaders.workers import size_of

_SELDOM = 0.1
"""Seconds between two lines: thousands of small files are read sooner than a terminal shows them."""
_SURE = 5.0
"""Seconds after which the time that is left is told."""
_CLEAR = "\r\x1b[K"


class Progress:
    """The line of one load; there is none where nobody would see it, or where there is one file only."""

    def __init__(self, files: Iterable[Path], out: TextIO | None = None, clock: Callable[[], float] = monotonic) -> None:
        self._out, self._clock = out or sys.stderr, clock
        self._sizes = [size_of(file) for file in files] if self._out.isatty() else []
        self._done = self._statements = 0
        self._began, self._shown = clock(), 0.0

    def read(self) -> None:
        """One more file was read, or could not be."""
        self._done += 1
        self._show()

    def keep(self, statements: int) -> None:
        """So many more statements are in the graph for good."""
        self._statements += statements
        self._show()

    def clear(self) -> None:
        """Take the line away, so that something else can be said."""
        if self._shown:
            self._out.write(_CLEAR)
            self._out.flush()
            self._shown = 0.0

    def _show(self) -> None:
        now = self._clock()
        if len(self._sizes) > 1 and now - self._shown >= _SELDOM:
            left = self._left(now - self._began)
            told = f"{self._done:,} of {len(self._sizes):,} files read, {self._statements:,} statements in the graph"
            self._out.write(f"{_CLEAR}{told}{f', {left} left' if left else ''}")
            self._out.flush()
            self._shown = now

    def _left(self, seconds: float) -> str:
        """How long it will take yet, if it goes on as until now; it is the size of files that counts."""
        done, whole = sum(self._sizes[: self._done]), sum(self._sizes)
        if seconds < _SURE or not done:
            return ""
        minutes = round(seconds * (whole - done) / done / 60)
        return f"about {minutes} minute{'s' if minutes > 1 else ''}" if minutes else "less than a minute"
