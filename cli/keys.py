"""Keys that somebody presses: one at a time without Enter where the terminal allows it, else a line."""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

_SEQUENCES = re.compile(rb"\x1b(?:\[[0-9;?]*[ -/]*[@-~]|O.|.)?")
"""What keys without a letter send, such as the arrows."""
_END = b"\x04"


@contextmanager
def at_once() -> Iterator[bool]:
    """Meanwhile each key counts without Enter, and is not shown; gives whether that is so."""
    restored = _without_lines()
    try:
        yield restored is not None
    finally:
        if restored:
            import termios  # noqa: PLC0415 - not everywhere

            termios.tcsetattr(sys.stdin, termios.TCSADRAIN, restored)


def _without_lines() -> list[Any] | None:
    """Make the terminal hand over keys one at a time; gives how it was before, or None where it cannot."""
    if os.environ.get("TERM") == "dumb":
        return None
    try:
        import termios  # noqa: PLC0415 - not everywhere
        import tty  # noqa: PLC0415
    except ImportError:
        return None
    with suppress(termios.error):
        before = termios.tcgetattr(sys.stdin)
        tty.setcbreak(sys.stdin, termios.TCSADRAIN)
        return before
    return None


def pressed(*, line: bool) -> str | None:
    """The next key, in small letters; empty where it was several or none with a letter, None at the end of input.

    Of what comes in one go nothing but a single letter counts: a text that slipped in from elsewhere must decide nothing.

    Args:
        line: a whole line is read, of which the first letter is the key.

    """
    if line:
        typed = sys.stdin.readline()
        return typed.strip()[:1].lower() if typed else None
    typed_keys = os.read(sys.stdin.fileno(), 1024)
    if typed_keys in (b"", _END):
        return None
    letters = _SEQUENCES.sub(b"", typed_keys).decode("utf-8", "ignore").strip()
    return letters.lower() if len(letters) == 1 else ""
