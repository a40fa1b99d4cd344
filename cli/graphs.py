"""The graph itself: saved queries, Cypher, and what is in it."""

import sys
from typing import Annotated

import typer
from sederunt.cli.completion import saved_queries
from sederunt.cli.place import root_of
from sederunt.cli.session import Session, look_up, table
from sederunt.cli.tables import Part, write
from sederunt.cli.text import say
from sederunt.cli.values import given_values, values_for
from sederunt.cli.watch import apart, watched
from sederunt.graph.kinds import EDGES, STORED, EdgeKind, NodeKind
from sederunt.graph.store import Limits
from sederunt.queries.ask import ask as answered
from sederunt.queries.ask import loose, run
from sederunt.queries.catalogue import LONGEST, catalogue, saved, source

Values = Annotated[
    list[str] | None, typer.Argument(metavar="[NAME=VALUE]...", help="Values of parameters.", show_default=False)
]

_MORE = "ask for less, or for more rows with --limit"


@table
def queries(
    session: Session,
    name: Annotated[str, typer.Argument(help="A saved query, to see it whole.", autocompletion=saved_queries)] = "",
) -> None:
    """The saved queries: their names and questions, or one of them whole."""
    if name:
        typer.echo(source(name))
        return
    rows = tuple((q.name, " ".join(p.name for p in q.parameters), q.question, q.example) for q in catalogue())
    write(session, [Part("", ("query", "parameters", "question", "example"), rows)])


@look_up
def ask(
    session: Session,
    query: Annotated[str, typer.Argument(help="A saved query.", autocompletion=saved_queries)],
    values: Values = None,
    limit: Annotated[
        int | None,
        typer.Option(
            metavar="ROWS", min=1, help="Show no more rows than this; else as many as the query says.", show_default=False
        ),
    ] = None,
) -> None:
    """Run a saved query; `sederunt queries` lists them."""
    given = values_for(query, values, stated=session.stated)
    limits = saved(query).bound.model_copy(update={"rows": limit}) if limit else None
    with session.open() as store:
        answer = answered(store, query, given, limits)
    write(session, [Part.of(answer)], title=answer.query.title if answer else "", more=_MORE)


@table
def cypher(
    session: Session,
    query: Annotated[str, typer.Argument(help="Cypher; - reads it from standard input.")],
    values: Values = None,
    timeout: Annotated[
        float, typer.Option(metavar="SECONDS", min=0.001, max=86_400, help="Stop the query after so long.")
    ] = 30,
    limit: Annotated[int, typer.Option(metavar="ROWS", min=1, help="Show no more rows than this.")] = 10_000,
    writing: Annotated[
        bool, typer.Option("--write", help="Allow changes to what you added, never to what was loaded.")
    ] = False,
) -> None:
    """Run any Cypher that only reads; with --write, notes and links of your own can be kept beside what was loaded."""
    apart()
    text = sys.stdin.read() if query == "-" else query
    given = {name: loose(value) for name, value in given_values(values).items()}
    with session.open() as store, watched(timeout):
        run_it = store.write if writing else store.ask
        found = run_it(text, given, Limits(rows=limit, characters=LONGEST, seconds=timeout))
    if writing and not found.columns:
        say("Done.")
        return
    write(session, [Part("", found.columns, found.rows, found.cut)], whole=True, more=_MORE)


@table
def status(session: Session) -> None:
    """What is in the graph, and on which engine."""
    with session.open() as store:
        root = root_of(store)
        about = (("graph", store.address), ("engine", store.engine), ("root", str(root) if root else ""))
        things, links = (run(store, name).table for name in ("counts", "link-counts"))
    write(
        session,
        [
            Part("Graph", ("what", "value"), about),
            Part("Things", things.columns, things.rows),
            Part("Links", links.columns, links.rows),
        ],
    )


@table
def schema(session: Session) -> None:
    """The model of the graph: kinds of node and edge, with their properties."""
    nodes = tuple((kind.label, kind.meaning, _properties(kind)) for kind in STORED.values())
    edges = tuple((_pattern(kind), kind.meaning, _properties(kind)) for kind in EDGES.values())
    columns = ("kind", "meaning", "properties")
    write(session, [Part("Nodes", columns, nodes), Part("Edges", columns, edges)])


def _pattern(kind: EdgeKind) -> str:
    return f"({'|'.join(kind.starts)})-[:{kind.type}]->({'|'.join(kind.ends)})"


def _properties(kind: NodeKind | EdgeKind) -> tuple[str, ...]:
    return tuple(f"{name}{'' if name in kind.always else '?'} ({form})" for name, form in kind.properties.items())
