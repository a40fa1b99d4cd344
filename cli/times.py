"""Look-ups over time: who held what from when to when, and who came and went."""

from collections.abc import Iterable
from typing import Annotated, Any

import typer
from sederunt.cli.completion import names
from sederunt.cli.session import NOTHING, Session, dated
from sederunt.cli.tables import Part, write
from sederunt.cli.text import say
from sederunt.queries.catalogue import EVIDENCE
from sederunt.queries.find import find
from sederunt.queries.terms import NOBODY, Spell, spells_of, with_gaps
from sederunt.queries.turnover import Year, years

_COLUMNS = ("start", "end", "how", "person_id", "person", "link", "role", "role_text", "place_id", "place", *EVIDENCE)
_HELD = ("Person", "Body", "Post")


@dated
def timeline(
    session: Session,
    name: Annotated[str, typer.Argument(help="A person, a body or a post.", autocompletion=names(*_HELD))],
    role: Annotated[str, typer.Option("--role", help="Only this role on a body: chair, vice-chair, secretary, member.")] = "",
) -> None:
    """Who held what from when to when: as sources tell it, else as papers show it; with the gaps of seats for one."""
    with session.open() as store:
        thing = find(store, name, _HELD)
        spells = spells_of(store, thing.id, stated=session.stated)
    since, until = session.wanted["from"], session.wanted["to"]
    whole = spells if thing.label == "Person" else with_gaps(spells)
    wanted = [spell for spell in whole if spell.touches(since, until) and role in ("", spell.role)]
    write(session, [terms(wanted)], title=thing.name if wanted else "")
    if not any(spell.how != NOBODY for spell in wanted):
        say(f"Nothing tells who held what{' then' if since or until else ''} around {thing.name}.")
        raise typer.Exit(NOTHING)


def terms(spells: Iterable[Spell], heading: str = "") -> Part:
    """Spells as a table."""
    return Part(heading, _COLUMNS, tuple(map(_row, spells)))


def _row(spell: Spell) -> tuple[Any, ...]:
    own = {name: getattr(spell, name) for name in _COLUMNS if name not in EVIDENCE}
    person = NOBODY if spell.how == NOBODY else spell.person
    return (*(own | {"person": person}).values(), *spell.proof)


@dated
def turnover(
    session: Session,
    name: Annotated[str, typer.Argument(metavar="BODY", help="A board, committee or group.", autocompletion=names("Body"))],
) -> None:
    """Who joined and who left a body, year by year."""
    with session.open() as store:
        body = find(store, name, ("Body",))
        spells = spells_of(store, body.id, stated=session.stated)
    found = years(spells, session.wanted["from"], session.wanted["to"])
    columns = ("year", "members", "joined", "left", "who_joined", "who_left")
    write(session, [Part("", columns, tuple(map(_year, found)))], title=body.name if found else "")
    if not found:
        say(f"Nothing tells when anybody joined or left {body.name}.")
        raise typer.Exit(NOTHING)


def _year(year: Year) -> tuple[Any, ...]:
    return (year.year, year.members, len(year.joined), len(year.left), list(year.joined), list(year.left))
