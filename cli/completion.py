"""What the shell offers when somebody presses Tab in the middle of a name."""

import os
import re
from collections.abc import Callable

import typer
from sederunt.cli.session import address
from sederunt.graph.errors import SederuntError
from sederunt.graph.store import Store, open_store
from sederunt.queries import catalogue
from sederunt.queries.offer import offer_documents, offer_names

Offer = Callable[[typer.Context, str], list[str]]


class _Offered(str):
    """A name that is offered whatever its case and accents: Typer drops what does not begin as typed, to the letter."""

    __slots__ = ()

    def startswith(self, *_: object) -> bool:
        return True


def names(*labels: str) -> Offer:
    """Offers names of things with these labels."""

    def offer(ctx: typer.Context, incomplete: str) -> list[str]:
        return _from_graph(ctx, lambda store: offer_names(store, incomplete, labels))

    return offer


def documents(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offers the documents that are loaded."""
    return _from_graph(ctx, lambda store: offer_documents(store, incomplete))


def saved_queries(incomplete: str) -> list[str]:
    """Offers the saved queries."""
    return [name for name in catalogue.names() if name.startswith(incomplete)]


def _from_graph(ctx: typer.Context, look: Callable[[Store], list[str]]) -> list[str]:
    """What the graph that the command would use offers; nothing where it cannot be opened, for Tab is no place to complain."""
    try:
        with open_store(address(ctx, ctx.params.get("graph"))) as store:
            return [_Offered(_quoted(name)) for name in look(store)]
    except SederuntError:
        return []


def _quoted(name: str) -> str:
    """A name as the shell must have it; only Bash leaves the quoting to the program, unless a quote has been opened."""
    if os.environ.get("_SEDERUNT_COMPLETE") != "complete_bash":
        return name
    words = os.environ.get("COMP_WORDS", "").split("\n")
    at = int(os.environ.get("COMP_CWORD", "0"))
    opened = at < len(words) and words[at][:1] in ("'", '"')
    return name if opened else re.sub(r"([^\w@%+=:,./-])", r"\\\1", name)
