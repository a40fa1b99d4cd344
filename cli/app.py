"""The application: every command under one name.

A command is a function of the same name in one of the modules of this room. The module is imported when the command is run, not
before, so that ``sederunt --help`` imports nothing but this page.
"""

import os
import sys
from importlib import import_module
from typing import Annotated, Any

import typer
from sederunt.cli.text import say
from typer.core import TyperGroup

COMMANDS = {
    "load": ("loading", "Read files and folders into the graph."),
    "forget": ("papers", "Take a document out again."),
    "rebuild": ("papers", "Derive everything anew from what the papers say."),
    "documents": ("papers", "The papers that are loaded."),
    "show": ("show", "A document's lines with what was read from each."),
    "find": ("papers", "Search quotes, actions and names."),
    "who": ("lookups", "One person: names, posts, boards, meetings and actions."),
    "body": ("lookups", "One body: members, chairs, meetings and linked bodies."),
    "boards": ("lookups", "Who sits on which boards: one person, or everyone on more than one."),
    "chart": ("chart", "The structure under and above an organisation, unit or post."),
    "path": ("lookups", "How two people, bodies, units or posts are connected."),
    "overlap": ("lookups", "Bodies that share people."),
    "brokers": ("linking", "Who links bodies that nobody else links."),
    "attendance": ("lookups", "Who came to a body's meetings and who sent apologies."),
    "timeline": ("times", "Who held what from when to when: a person, a body or a post."),
    "turnover": ("times", "Who joined and left a body, year by year."),
    "changes": ("times", "What changed in a body or a structure between two days."),
    "actions": ("lookups", "Actions, by owner, meeting and date."),
    "check": ("gaps", "What contradicts itself in the papers."),
    "gaps": ("gaps", "Papers that seem to be missing."),
    "merge": ("judging", "Decide that two people are one; or two bodies, organisations or units."),
    "separate": ("judging", "Decide that two people, or two bodies, are not one; or take one apart."),
    "not-a-person": ("judging", "Decide that what was taken for a person is none."),
    "reject": ("judging", "Decide that a paper does not say what was read from it."),
    "forget-person": ("judging", "Keep nothing of a person, whatever papers are loaded."),
    "undo": ("judging", "Take a judgement back."),
    "why": ("why", "Why two people, or two bodies, are one in the graph, or two."),
    "review": ("review", "Ask who is who, and which bodies are one, where the rules cannot tell."),
    "judgements": ("judging", "The log of judgements: list, export, import."),
    "compare": ("compare", "Whether pairs of mentions in a CSV file are one person each."),
    "view": ("view", "One self-contained page: who sits on which boards, or what is around a name."),
    "serve": ("serving", "Pages, a search and an API for others, to be read only."),
    "queries": ("graphs", "The saved queries."),
    "ask": ("graphs", "Run a saved query."),
    "cypher": ("graphs", "Run any Cypher that only reads, or writes what is your own."),
    "export": ("exporting", "Write the graph, or a part of it, for other tools."),
    "doctor": ("doctor", "What is wrong with the set-up."),
    "status": ("graphs", "What is in the graph, and on which engine."),
    "schema": ("graphs", "The model of the graph."),
}
"""Each command: the module that holds it, and what the list of commands says of it."""

_SETTINGS = {"help_option_names": ["-h", "--help"]}
_USAGE: type[Exception] = typer.BadParameter.__mro__[2]  # what every complaint about the command line derives from


class Commands(TyperGroup):
    """The commands, each imported when it is wanted."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Their names, in the order of the list above."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of this name, or None."""
        if cmd_name not in COMMANDS:
            return None
        module, _ = COMMANDS[cmd_name]
        alone = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
        alone.command(cmd_name, context_settings=_SETTINGS)(
            getattr(import_module(f"sederunt.cli.{module}"), cmd_name.replace("-", "_"))
        )
        return typer.main.get_command(alone)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """List them without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in COMMANDS.items()])


app = typer.Typer(
    name="sederunt",
    cls=Commands,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=_SETTINGS,
)


@app.callback(invoke_without_command=True)
def start(
    ctx: typer.Context,
    graph: Annotated[  # looked up in the context by the command
        str | None,
        typer.Option(
            "--graph",
            metavar="PATH|ADDRESS",
            help="The graph to work on, here or after the command: a path, or neo4j://… "
            "(else the variable SEDERUNT_GRAPH, else sederunt.graph).",
            show_default=False,
        ),
    ] = None,
    version: Annotated[bool, typer.Option("--version", help="Show the version and exit.")] = False,
) -> None:
    """Papers of public bodies in, a knowledge graph of people, bodies and structures out, with the line that proves it."""
    if version:
        typer.echo(f"sederunt {import_module('importlib.metadata').version('sederunt')}")
    elif ctx.invoked_subcommand is None:
        typer.echo(ctx.get_help())


def main() -> None:
    """Run the command line and exit with its status; whatever goes wrong is one sentence on standard error."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # to look for plug-ins takes a tenth of a look-up's time
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        raise SystemExit(app(standalone_mode=False))
    except _USAGE as error:
        say(_complaint(error))
        raise SystemExit(2) from None
    except typer.Abort:
        say("Stopped.")
        raise SystemExit(130) from None
    except Exception as error:  # the last resort: a fault of ours must not end in a traceback
        say(f"Something went wrong inside sederunt: {type(error).__name__}: {error}. Please report it, with the command.")
        raise SystemExit(1) from None


def _complaint(error: Exception) -> str:
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "sederunt"
    message = error.format_message() if hasattr(error, "format_message") else str(error)
    return f"{' '.join(message.split()).rstrip('.')}; see `{command} --help`."
