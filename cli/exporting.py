"""The graph, or a part of it, in the forms of other programs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Annotated

import typer
from sederunt.cli.completion import saved_queries
from sederunt.cli.output import write_out
from sederunt.cli.session import Session, drawing
from sederunt.cli.text import say
from sederunt.cli.values import values_for
from sederunt.graph.errors import QueryError
from sederunt.graph.kinds import EDGES
from sederunt.graph.model import AnyGraph, Edge, Graph, Node
from sederunt.graph.plugins import headlines
from sederunt.graph.store import UNLIMITED, Store, Stored
from sederunt.queries.ask import ask
from sederunt.queries.excerpt import excerpt, named_in

_PACKAGE = "sederunt.graph.exports"
FORMATS = {name.replace("_", "-"): told for name, told in headlines(_PACKAGE).items()}
"""The words for the forms, each with what it is."""


@drawing
def export(
    session: Session,
    format_: Annotated[str, typer.Argument(metavar="FORMAT", help="One of those above.", autocompletion=lambda: list(FORMATS))],
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME | NAME=VALUE]...", help="What --view is about; values for --query.", show_default=False),
    ] = None,
    *,
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help="A file, or a folder; - is standard output.")
    ] = Path("-"),
    view: Annotated[str, typer.Option("--view", metavar="KIND", help="Only what this kind of page shows.")] = "",
    query: Annotated[
        str,
        typer.Option("--query", help="Only what the answer to this saved query names.", autocompletion=saved_queries),
    ] = "",
) -> None:
    """Write the graph, or a part of it, for other tools."""
    form = _form(format_)
    if hasattr(form, "write_files") and str(output) == "-":
        raise QueryError(f"{format_} is a folder of files: say with -o FOLDER which.")
    _check_part(session, words or [], view, query)
    if hasattr(form, "papers") and (view or query or session.stated):
        raise QueryError(f"{format_} is all that the papers say: it takes no --view, no --query and no --stated.")
    with session.open() as store:
        graph = _wanted(store, session, words or [], view, query)
        if hasattr(form, "write_files"):
            told = _write_folder(form, graph, output)
            say(f"Written to {output}; to be given in that folder:")
            typer.echo(told, nl=False)
        else:
            write_out(output, lambda out: form.write(graph, out))


export.__doc__ = f"{export.__doc__}\n\n\b\n" + "\n".join(f"{word:13}  {told}" for word, told in FORMATS.items())


def _form(word: str) -> ModuleType:
    if word not in FORMATS:
        raise QueryError(f"There is no export {word!r}; there is: {', '.join(FORMATS)}.")
    return import_module(f"{_PACKAGE}.{word.replace('-', '_')}")


def _check_part(session: Session, words: Sequence[str], view: str, query: str) -> None:
    if view and query:
        raise QueryError("--view and --query do not go together: each says which part is wanted.")
    if query and session.between:
        raise QueryError("--changes goes with --view structure.")
    if not (view or query) and (words or session.between):
        raise QueryError("Names go with --view KIND, values with --query QUERY; without them the whole graph is written.")


def _wanted(store: Store, session: Session, words: Sequence[str], view: str, query: str) -> AnyGraph:
    if view:
        return _shown(store, session, words, view)
    graph = _named(store, session, words, query) if query else Stored(store)
    return Stated(graph) if session.stated else graph


def _named(store: Store, session: Session, words: Sequence[str], query: str) -> Graph:
    """What the answer to a saved query names, however much it is."""
    return named_in(store, ask(store, query, values_for(query, words, stated=session.stated), UNLIMITED))


def _shown(store: Store, session: Session, names: Sequence[str], kind: str) -> Graph:
    """What a page shows."""
    pages = import_module("sederunt.viz.view")  # which other exports do not need
    picture = pages.drawn(store, kind, names, session.between, stated=session.stated)
    told_apart = {type_ for type_, kind in EDGES.items() if kind.apart == "role"}
    links = [(e.link, e.start, e.end, e.role if e.link in told_apart else "") for e in picture.edges]
    return excerpt(store, [node.id for node in picture.nodes if node.at], links)


@dataclass(frozen=True, slots=True)
class Stated:
    """A graph without the edges that nothing states."""

    whole: AnyGraph

    @property
    def nodes(self) -> Iterable[Node]:
        """All nodes."""
        return self.whole.nodes

    @property
    def edges(self) -> Iterable[Edge]:
        """The edges that a paper states."""
        return (edge for edge in self.whole.edges if edge.properties.get("basis") != "inferred")


def _write_folder(form: ModuleType, graph: AnyGraph, folder: Path) -> str:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        told: str = form.write_files(graph, folder)
    except OSError as error:
        raise QueryError(f"{folder} cannot be written: {error.strerror}.") from None
    return told
