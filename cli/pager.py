"""Answers longer than the terminal, a page at a time."""

import io
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout


class _Held(io.StringIO):
    """What will be shown on the terminal."""

    def isatty(self) -> bool:
        return True


@contextmanager
def paged() -> Iterator[None]:
    """Hold back what is printed meanwhile, and show it in the user's pager (PAGER) if the terminal has too few lines for it."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        yield
        return
    held = _Held()
    try:
        with redirect_stdout(held):
            yield
    finally:
        _show(held.getvalue())


def _show(text: str) -> None:
    if text.count("\n") < shutil.get_terminal_size().lines:
        sys.stdout.write(text)
        return
    import pydoc  # noqa: PLC0415 - it takes longer than most answers, and few are long

    os.environ.setdefault("LESS", "FRX")  # colours as such, and no page for what fits on one
    pydoc.pager(text)
