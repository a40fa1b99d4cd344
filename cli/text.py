"""Text made fit for a terminal: nothing in it steers the terminal, and every character has its width."""

import re
import sys
import textwrap
import unicodedata

_STEERING = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def safe(text: str) -> str:
    """Text with control characters and marks of direction spelled out, line breaks as spaces."""
    return _STEERING.sub(lambda found: _spelled(found[0]), text)


def _spelled(character: str) -> str:
    if character in "\t\n\r\u2028\u2029":
        return " "
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def padded(text: str, columns: int, *, right: bool = False) -> str:
    """A text filled up with spaces."""
    fill = " " * (columns - width(text))
    return fill + text if right else text + fill


def wrapped(text: str, columns: int) -> list[str]:
    """A text as lines no longer than this, cut between words where that is possible."""
    return textwrap.wrap(text, max(columns, 1), break_on_hyphens=False) or [""]


def is_terminal() -> bool:
    """Whether results go to a terminal."""
    return sys.stdout.isatty()


def say(message: str) -> None:
    """Tell the user something that is not a result."""
    print(safe(message), file=sys.stderr)
