"""What every command shares: the graph it works on, how its answer is printed, and what its failures are called.

A command is a function whose first parameter is its ``Session``; ``command``, ``table``, ``look_up`` and ``facts`` add
the options that many have, so that these have the same names, help and habits everywhere.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import wraps
from inspect import Parameter, signature
from typing import Annotated, Any

import typer
from sederunt.cli.text import say
from sederunt.graph.errors import AmbiguousName, EngineError, QueryError, SederuntError, UnknownDocument
from sederunt.graph.store import Store, open_store
from sederunt.queries.ask import date_of

DEFAULT_GRAPH = "sederunt.graph"
DONE, NOTHING, WRONG, NO_ENGINE = 0, 1, 2, 3

_STATUS: tuple[tuple[type[SederuntError], int], ...] = (
    (EngineError, NO_ENGINE),
    (AmbiguousName, WRONG),
    (UnknownDocument, WRONG),
    (QueryError, WRONG),
)


class Format(StrEnum):
    """How a table is printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


_OPTIONS: dict[str, tuple[Any, Any]] = {
    "graph": (
        Annotated[
            str | None,
            typer.Option("--graph", metavar="PATH|ADDRESS", help="The graph to work on.", show_default=False),
        ],
        None,
    ),
    "format": (Annotated[Format, typer.Option("--format", help="How to print the rows.")], Format.TABLE),
    "evidence": (Annotated[bool, typer.Option("--evidence", help="Show the quoted line under each row.")], False),
    "stated": (Annotated[bool, typer.Option("--stated", help="Leave out what is only inferred.")], False),
    "on": (
        Annotated[str, typer.Option("--on", metavar="DATE", help="Only what was so then (2019, 2019-06 or 2019-06-30).")],
        "",
    ),
    "since": (Annotated[str, typer.Option("--from", metavar="DATE", help="Leave out what had ended before then.")], ""),
    "between": (
        Annotated[
            tuple[str, str] | None,
            typer.Option(
                "--changes",
                metavar="DATE1 DATE2",
                help="Of a structure: what changed between two dates, or between two documents.",
                show_default=False,
            ),
        ],
        None,
    ),
    "until": (Annotated[str, typer.Option("--to", metavar="DATE", help="Leave out what began after then.")], ""),
}


@dataclass(frozen=True, slots=True)
class Session:
    """One run of a command: its graph, and how its answer is wanted."""

    graph: str
    format: Format = Format.TABLE
    evidence: bool = False
    stated: bool = False
    on: str = ""
    since: str = ""
    until: str = ""
    between: tuple[str, str] | None = None

    @property
    def wanted(self) -> dict[str, Any]:
        """The values that every saved query may take: which evidence counts, and which time.

        Raises:
            QueryError: a date that was given is none.

        """
        given = (("--from", self.since), ("--to", self.until), ("--on", self.on))
        since, until, on = (date and date_of(option, date) for option, date in given)
        return {"stated": self.stated, "from": since or on, "to": until or on}

    @property
    def is_dated(self) -> bool:
        """Whether only what was so at some time is wanted."""
        return bool(self.on or self.since or self.until)

    def open(self, *, create: bool = False) -> Store:
        """The graph, opened."""
        return open_store(self.graph, create=create)


def command(run: Callable[..., None]) -> Callable[..., None]:
    """A command that takes ``--graph``."""
    return _with_options(run, "graph")


def table(run: Callable[..., None]) -> Callable[..., None]:
    """A command that prints a table: ``--graph`` and ``--format``."""
    return _with_options(run, "graph", "format")


def look_up(run: Callable[..., None]) -> Callable[..., None]:
    """A command that prints facts: ``--graph``, ``--format``, ``--evidence`` and ``--stated``."""
    return _with_options(run, "graph", "format", "evidence", "stated")


def dated(run: Callable[..., None]) -> Callable[..., None]:
    """A look-up of what changes with time: also ``--on``, ``--from`` and ``--to``."""
    return _with_options(run, "graph", "format", "evidence", "stated", "on", "since", "until")


def facts(run: Callable[..., None]) -> Callable[..., None]:
    """A command that has formats of its own: ``--graph``, ``--evidence``, ``--stated`` and ``--on``."""
    return _with_options(run, "graph", "evidence", "stated", "on")


def drawing(run: Callable[..., None]) -> Callable[..., None]:
    """A command that draws facts with their evidence: ``--graph``, ``--stated`` and ``--changes``."""
    return _with_options(run, "graph", "stated", "between")


def _with_options(run: Callable[..., None], *options: str) -> Callable[..., None]:
    @wraps(run)
    def wrapped(ctx: typer.Context, **given: Any) -> None:
        shared = {name: given.pop(name) for name in options}
        shared["graph"] = address(ctx, shared["graph"])
        with telling():
            run(Session(**shared), **given)

    own = list(signature(run, eval_str=True).parameters.values())[1:]
    context = Parameter("ctx", Parameter.KEYWORD_ONLY, annotation=typer.Context)
    added = [
        Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
        for name in options
        for annotation, default in (_OPTIONS[name],)
    ]
    parameters = [context, *(p.replace(kind=Parameter.KEYWORD_ONLY) for p in own), *added]
    wrapped.__signature__ = signature(run).replace(parameters=parameters)  # type: ignore[attr-defined]
    wrapped.__annotations__ = {p.name: p.annotation for p in parameters}
    return wrapped


def address(ctx: typer.Context, given: str | None) -> str:
    """The address of the graph: after the command, before it, from the environment, or the usual one."""
    return given or ctx.find_root().params.get("graph") or os.environ.get("SEDERUNT_GRAPH") or DEFAULT_GRAPH


@contextmanager
def telling() -> Iterator[None]:
    """Turn every failure into one sentence on standard error and its exit status."""
    try:
        yield
        sys.stdout.flush()
    except SederuntError as error:
        say(str(error))
        raise typer.Exit(status(error)) from None
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(DONE) from None
    except OSError as error:
        say(f"{error.filename or 'The system refuses'}: {error.strerror or error}.")
        raise typer.Exit(NOTHING) from None
    except KeyboardInterrupt:
        say("Stopped.")
        raise typer.Exit(130) from None


def status(error: SederuntError) -> int:
    """The exit status of a failure."""
    return next((code for kind, code in _STATUS if isinstance(error, kind)), NOTHING)
