"""The pages: a picture of an answer, written as one HTML file."""

import webbrowser
from pathlib import Path
from typing import Annotated

import typer
from sederunt.cli.completion import names as completed
from sederunt.cli.session import NOTHING, Session, drawing
from sederunt.cli.text import say
from sederunt.graph.errors import QueryError
from sederunt.graph.kinds import CONNECTED
from sederunt.graph.store import Store
from sederunt.viz.page import page
from sederunt.viz.site import INDEX, file_name, site
from sederunt.viz.view import drawn, kinds, suiting
from sederunt.viz.view import view as viewed

Names = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="NAME", help="A person, body, unit or post.", show_default=False, autocompletion=completed(*CONNECTED)
    ),
]
Kind = Annotated[
    str,
    typer.Option(
        "--kind",
        help=f"One of: {', '.join(kinds())}. Without it, what suits the names: none, boards; one, around, timeline (a body that met often) or structure; two, connections.",
        autocompletion=kinds,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FILE", help="Where to write it; - is standard output.", show_default=False),
]


@drawing
def view(
    session: Session,
    name: Names = None,
    kind: Kind = "",
    output: Output = None,
    open_: Annotated[bool, typer.Option("--open", help="Show it in the browser.")] = False,
    folder: Annotated[
        Path | None,
        typer.Option(
            "--all", metavar="FOLDER", help="Write a small site there: the main pages, and an index.", show_default=False
        ),
    ] = None,
) -> None:
    """One self-contained page to look at and search in: boards, what is around a name, how two are connected, a structure."""
    names = name or []
    if folder is not None:
        if names or kind or output or session.between:
            raise QueryError("--all writes the pages of everything; it takes no name, no --kind, no --changes and no -o.")
        with session.open() as store:
            _site(store, folder, stated=session.stated, shown=open_)
        return
    with session.open() as store:
        kind = kind or suiting(store, names)
        picture = drawn(store, kind, names, session.between, stated=session.stated)
    if not picture:
        say(picture.subject if session.between else viewed(kind).NOTHING)
        raise typer.Exit(NOTHING)
    if str(output) == "-":
        typer.echo(page(picture), nl=False)
        return
    file = output or Path(file_name(kind, [*names, *(session.between or ())]))
    _write(file, page(picture))
    say(f"{picture.title}: {len(picture.edges)} facts on one page, to open in any browser:")
    typer.echo(file)
    if open_:
        _show(file)


def _site(store: Store, folder: Path, *, stated: bool, shown: bool) -> None:
    pages = dict(site(store, stated=stated))
    if set(pages) == {INDEX}:
        say("There is nothing to draw in this graph.")
        raise typer.Exit(NOTHING)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise QueryError(f"{folder} cannot be made: {error.strerror}.") from None
    for name, text in pages.items():
        _write(folder / name, text)
    say(f"{len(pages) - 1} pages and an index, to open in any browser:")
    typer.echo(folder / INDEX)
    if shown:
        _show(folder / INDEX)


def _show(file: Path) -> None:
    if not webbrowser.open(file.absolute().as_uri()):
        say("No browser could be started here.")


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise QueryError(f"{file} cannot be written: {error.strerror}.") from None
