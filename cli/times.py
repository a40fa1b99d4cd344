"""Look-ups over time: who held what from when to when, and who came and went."""

from collections.abc import Iterable, Sequence
from typing import Annotated, Any

import typer
from sederunt.cli.completion import names
from sederunt.cli.session import NOTHING, Session, dated, look_up
from sederunt.cli.tables import Part, write
from sederunt.cli.text import say
from sederunt.graph.sittings import spoken
from sederunt.queries.between import between
from sederunt.queries.catalogue import EVIDENCE, saved
from sederunt.queries.changes import Change, changes_on, compared, unchanged
from sederunt.queries.find import find
from sederunt.queries.terms import NOBODY, TOLD, Spell, rank, spells_of, with_gaps
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
    return Part.first(heading, _COLUMNS, [_row(spell) for spell in spells])


def members(spells: Iterable[Spell]) -> Part:
    """The members among spells as a table, officers first; days as precisely as they are told."""
    columns = saved("members").columns
    held = sorted((s for s in spells if s.how != NOBODY), key=lambda s: (rank(s.role), s.person, s.person_id, s.start))
    return Part("Members", tuple(column.name for column in columns), tuple(_of(s, s.person_id, s.person) for s in held))


def seats(spells: Iterable[Spell], heading: str = "") -> Part:
    """The bodies among a person's spells as a table; days as precisely as they are told."""
    columns = saved("person-boards").columns
    held = sorted((s for s in spells if s.role), key=lambda s: (s.place, s.place_id, rank(s.role), s.start))
    return Part(heading, tuple(column.name for column in columns), tuple(_of(s, s.place_id, s.place) for s in held))


def _of(spell: Spell, id_: str, name: str) -> tuple[Any, ...]:
    days = (spell.since or None, spell.until or None, None, None)
    seen = (None, None, spell.start, spell.end)
    return (id_, name, spell.role, spell.role_text or None, *(days if spell.how == TOLD else seen), *spell.proof)


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


@look_up
def changes(
    session: Session,
    name: Annotated[
        str,
        typer.Argument(
            help="A body, organisation, unit or post.", autocompletion=names("Body", "Organisation", "Unit", "Post")
        ),
    ],
    one: Annotated[str, typer.Argument(metavar="DATE1", help="A day (2019, 2019-06 or 2019-06-30), or a document.")],
    other: Annotated[str, typer.Argument(metavar="DATE2", help="A later day, or another document.")],
) -> None:
    """What changed between two days or two papers: who came and went, and what was made, ended or moved in a structure."""
    with session.open() as store:
        thing = find(store, name, ("Body", "Organisation", "Unit", "Post"))
        times = between(store, one, other)
        shown = times.told()
        of_board = thing.label == "Body" and not times.papers
        found: Sequence[Change] = changes_on(store, thing.id, times.days, stated=session.stated) if of_board else ()
        if not found:
            structure = compared(store, thing.id, times, stated=session.stated)
            shown, found = structure.shown, structure.changes
    title = f"{thing.name}, {' and '.join(map(spoken, shown))}" if found else ""
    write(
        session, [Part("", ("change", "kind", "name", "before", "after", *EVIDENCE), tuple(map(_change, found)))], title=title
    )
    if not found:
        say(unchanged(thing.name, times, shown))
        raise typer.Exit(NOTHING)


def _change(change: Change) -> tuple[Any, ...]:
    return (change.change, change.kind, change.name, change.before, change.after, *change.proof)
