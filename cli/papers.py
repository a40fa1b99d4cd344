"""The papers in a graph: forget, rebuild, documents, find."""

from typing import Annotated

import typer
from sederunt.cli.completion import documents as loaded
from sederunt.cli.session import NOTHING, Session, command, table
from sederunt.cli.tables import Part, write
from sederunt.cli.text import say
from sederunt.graph.update import forget as take_out
from sederunt.graph.update import rebuild as build_anew
from sederunt.queries.ask import ask, first
from sederunt.queries.find import find_document


@command
def forget(
    session: Session, document: Annotated[str, typer.Argument(help="The path of a document, as loaded.", autocompletion=loaded)]
) -> None:
    """Take a document out again, and everything that only it says."""
    with session.open() as store:
        path = find_document(store, document).path
        take_out(store, path)
    say(f"Forgotten: {path}.")


@command
def rebuild(session: Session) -> None:
    """Derive everything anew from what the papers say; nothing is read again."""
    with session.open() as store:
        mended = build_anew(store)
    say(f"Rebuilt: {mended} nodes and edges were not as they should be." if mended else "Rebuilt: all was as it should be.")


@table
def documents(session: Session) -> None:
    """The papers that are loaded."""
    with session.open() as store:
        answer = first(store, "documents")
    write(session, [Part.of(answer)], more="`sederunt ask documents --limit` gives more")
    if not answer:
        say("No document is loaded; `sederunt load PATH` loads some.")


@table
def find(session: Session, words: Annotated[list[str], typer.Argument(help="Words that must all be there.")]) -> None:
    """Search quotes, actions and names."""
    with session.open() as store:
        answer = ask(store, "find", {"words": " ".join(words)})
    write(session, [Part.of(answer)])
    if not answer:
        say(f"Nothing in the graph has {' and '.join(map(repr, words))} in it.")
        raise typer.Exit(NOTHING)
