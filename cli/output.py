"""Where answers go that are no table: a file, or standard output."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

from sederunt.cli.text import say
from sederunt.graph.errors import QueryError


def write_out(output: Path, write: Callable[[TextIO], object]) -> None:
    """Write to a file and say so, or to standard output where it is called ``-``.

    Raises:
        QueryError: the file cannot be written.

    """
    if str(output) == "-":
        write(sys.stdout)
        return
    try:
        with output.open("w", encoding="utf-8", newline="\n") as out:
            write(out)
    except OSError as error:
        raise QueryError(f"{output} cannot be written: {error.strerror}.") from None
    say(f"Written to {output}.")
