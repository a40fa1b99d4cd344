"""Who links bodies; apart from other look-ups, which need not wait for the library that weighs whole graphs."""

from typing import Annotated

import typer
from sederunt.cli.session import NOTHING, Session, dated
from sederunt.cli.tables import MOST, Part, write
from sederunt.cli.text import say
from sederunt.queries.brokers import brokers as linking
from sederunt.queries.catalogue import EVIDENCE


@dated
def brokers(
    session: Session,
    guests: Annotated[bool, typer.Option("--guests", help="Also seats that only one meeting shows.")] = False,
    servants: Annotated[bool, typer.Option("--servants", help="Also secretaries, observers and takers of minutes.")] = False,
) -> None:
    """Who links bodies that nobody else links: people on several, with the pairs that hang on them alone."""
    with session.open() as store:
        found, cut = linking(store, MOST, guests=guests, servants=servants, **session.wanted)
    left_out = [
        text for text, kept in (("seats that one meeting shows", guests), ("secretaries and observers", servants)) if not kept
    ]
    say(f"Left out: {', '.join([*left_out, 'pairs of a body and what it is part of'])}.")
    columns = ("person_id", "person", "bodies", "pairs_alone", "betweenness", *EVIDENCE)
    rows = tuple((b.person_id, b.person, list(b.bodies), b.alone, b.between, *b.proof) for b in found)
    write(session, [Part("", columns, rows, cut)])
    if not found:
        say("Nobody links two bodies.")
        raise typer.Exit(NOTHING)
