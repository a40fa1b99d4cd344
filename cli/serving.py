"""Serving a graph to others."""

import os
import secrets
import socket
import webbrowser
from collections.abc import Callable
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from typing import Annotated, Any
from urllib.parse import quote, urlsplit

import typer
from sederunt.cli.session import Session, command, status
from sederunt.cli.text import say
from sederunt.graph.errors import QueryError, SederuntError
from sederunt.graph.store import Store

_HERE = "127.0.0.1"
_ANYWHERE = ("0.0.0.0", "::", "")  # noqa: S104 - to be known, not to be bound
_EXTRA = ("mcp", "starlette", "uvicorn")
_MISSING = "To serve a graph takes packages that are not installed: pip install 'sederunt[serve]'."


@command
def serve(  # noqa: PLR0913 - one for each option
    session: Session,
    *,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Where to listen; others than this machine need a token.")
    ] = _HERE,
    port: Annotated[int, typer.Option(min=0, max=65535, help="On which port; 0 takes a free one.")] = 8470,
    token: Annotated[
        bool, typer.Option("--token", help="Want a token on this machine too: that in SEDERUNT_TOKEN, or a new one.")
    ] = False,
    names: Annotated[
        list[str] | None,
        typer.Option("--allow-host", metavar="NAME", help="A name by which others know this machine.", show_default=False),
    ] = None,
    rows: Annotated[int, typer.Option(metavar="ROWS", min=1, help="Give no more rows than this at once.")] = 10_000,
    timeout: Annotated[float, typer.Option(metavar="SECONDS", min=0.1, max=3_600, help="Stop a query after so long.")] = 60,
    open_: Annotated[bool, typer.Option("--open", help="Show the first page in the browser.")] = False,
) -> None:
    """Serve pages, a search, an API and tools for language models, to be read only, until Ctrl-C."""
    if not all(map(find_spec, _EXTRA)):
        raise QueryError(_MISSING)
    running: Any = import_module("sederunt.serve.running")
    settings: Any = import_module("sederunt.serve.settings")
    secret = _token()
    sockets = running.doors(host, port)
    chosen = settings.Settings(
        token=secret if token or len(sockets) > 1 else "",
        names=frozenset(name.lower() for name in (host, socket.gethostname(), *(names or ()))),
        rows=rows,
        seconds=timeout,
        patience=max(150.0, 2.5 * timeout),
        card=running.card_for(session.graph, sockets[-1]),
    )
    told = partial(_told, place=_place(host, sockets[0].getsockname()[1]), secret=chosen.token, shown=open_)
    code = running.kept_up(partial(_run, partial(running.served, session.graph, chosen, sockets), told))
    if code:
        raise typer.Exit(code)
    say("Stopped.")


def _run(served: Callable[[Callable[[Store], None]], int], told: Callable[[Store], None], first: bool) -> int:
    """Serve in this process; what is told of it is told once."""
    try:
        return served(told if first else _silent)
    except SederuntError as error:
        say(str(error))
        return status(error)


def _silent(_: Store) -> None:
    pass


def _token() -> str:
    given = os.environ.get("SEDERUNT_TOKEN", "")
    if given and (len(given) < 16 or not given.isascii() or not given.isprintable() or " " in given):
        raise QueryError("SEDERUNT_TOKEN wants 16 characters or more, plain ones without a space.")
    return given or secrets.token_urlsafe(24)


def _place(host: str, port: int) -> str:
    name = socket.gethostname() if host in _ANYWHERE else host
    return f"http://{f'[{name}]' if ':' in name else name}:{port}/"


def _told(store: Store, place: str, secret: str, *, shown: bool) -> None:
    """Say where the graph is served."""
    whole = f"{place}?token={quote(secret)}" if secret else place
    say(
        f"The graph at {store.address} is served, to be read only, until Ctrl-C; {place}docs tells what can be asked, {place}mcp has tools for language models."
    )
    if "://" in store.address:
        say(f"Its own server answers Bolt at {_bolt(store.address)}, to whoever has a login there.")
    typer.echo(whole)
    if shown and not webbrowser.open(whole):
        say("No browser could be started here.")


def _bolt(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
